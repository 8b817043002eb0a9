"""The endpoints of the Fleet API that this project uses: path, price category, scopes, patience.

Categories are Tesla's price list where it is plain (known: data $0.002, commands $0.001, wakes $0.02). That
lists are free is Home Assistant's experience; what energy sites and the rest cost is not published.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from .scopes import Scope

COMMAND_TIMEOUT: Final = 15.0
"""Seconds: a car's session information is worthless after 10, and one command must not block the next."""
TIMEOUT: Final = 30.0
"""Seconds."""


class Category(StrEnum):
    """What Tesla's price list calls a request."""

    DATA = "data"
    COMMANDS = "commands"
    WAKES = "wakes"
    ENERGY = "energy"
    """Price unknown."""
    FREE = "free"
    """Reported as free."""
    OTHER = "other"
    """Price unknown; asked rarely."""


@dataclass(frozen=True, slots=True)
class Route:
    """One endpoint."""

    method: str
    path: str
    """With `{vin}`, `{site_id}` or `{name}` in the place of what differs."""
    category: Category
    scopes: frozenset[str] = frozenset()
    """Any one of them is enough; empty: any token."""
    timeout: float = TIMEOUT


_SEE_CAR: Final = frozenset({Scope.VEHICLE_DEVICE_DATA})
_COMMAND: Final = frozenset({Scope.VEHICLE_CMDS, Scope.VEHICLE_CHARGING_CMDS})
_SEE_SITE: Final = frozenset({Scope.ENERGY_DEVICE_DATA})
_SET_SITE: Final = frozenset({Scope.ENERGY_CMDS})

PRODUCTS: Final = Route("GET", "/api/1/products", Category.FREE, _SEE_CAR | _SEE_SITE)
USERS_REGION: Final = Route("GET", "/api/1/users/region", Category.OTHER)

VEHICLE: Final = Route("GET", "/api/1/vehicles/{vin}", Category.FREE, _SEE_CAR)
VEHICLE_DATA: Final = Route("GET", "/api/1/vehicles/{vin}/vehicle_data", Category.DATA, _SEE_CAR)
WAKE_UP: Final = Route(
    "POST", "/api/1/vehicles/{vin}/wake_up", Category.WAKES, _SEE_CAR | {Scope.VEHICLE_CMDS}
)
FLEET_STATUS: Final = Route("POST", "/api/1/vehicles/fleet_status", Category.OTHER, _SEE_CAR)
SIGNED_COMMAND: Final = Route(
    "POST", "/api/1/vehicles/{vin}/signed_command", Category.COMMANDS, _COMMAND, COMMAND_TIMEOUT
)
COMMAND: Final = Route(
    "POST", "/api/1/vehicles/{vin}/command/{name}", Category.COMMANDS, _COMMAND, COMMAND_TIMEOUT
)


def _site(method: str, name: str) -> Route:
    scopes = _SEE_SITE if method == "GET" else _SET_SITE
    return Route(method, f"/api/1/energy_sites/{{site_id}}/{name}", Category.ENERGY, scopes)


SITE_INFO: Final = _site("GET", "site_info")
LIVE_STATUS: Final = _site("GET", "live_status")
CALENDAR_HISTORY: Final = _site("GET", "calendar_history")
BACKUP: Final = _site("POST", "backup")
OPERATION: Final = _site("POST", "operation")
STORM_MODE: Final = _site("POST", "storm_mode")
GRID_IMPORT_EXPORT: Final = _site("POST", "grid_import_export")
OFF_GRID_VEHICLE_CHARGING_RESERVE: Final = _site("POST", "off_grid_vehicle_charging_reserve")
TIME_OF_USE_SETTINGS: Final = _site("POST", "time_of_use_settings")

PARTNER_ACCOUNTS: Final = Route("POST", "/api/1/partner_accounts", Category.OTHER)
PARTNER_PUBLIC_KEY: Final = Route("GET", "/api/1/partner_accounts/public_key", Category.OTHER)
