"""Scopes, and what asks for them."""

from collections.abc import Collection
from typing import Final

from .answers import FleetError

SCOPES: Final = {
    "openid": "Sign in with Tesla",
    "offline_access": "Stay signed in",
    "user_data": "Profile information",
    "vehicle_device_data": "Vehicle information",
    "vehicle_location": "Vehicle location",
    "vehicle_cmds": "Vehicle commands",
    "vehicle_charging_cmds": "Vehicle charging management",
    "energy_device_data": "Energy product information",
    "energy_cmds": "Energy product commands",
}

# Signing in is not a matter of a box on the consent page (assumed).
ALWAYS_GRANTED: Final = frozenset({"openid", "offline_access"})

# Commands that the charging scope is enough for (the scope's wording is Tesla's, the list follows Home
# Assistant).
CHARGING_COMMANDS: Final = frozenset(
    {
        "charge_start",
        "charge_stop",
        "charge_standard",
        "charge_max_range",
        "set_charge_limit",
        "set_charging_amps",
        "charge_port_door_open",
        "charge_port_door_close",
        "set_scheduled_charging",
        "set_scheduled_departure",
        "add_charge_schedule",
        "remove_charge_schedule",
        "batch_remove_charge_schedules",
    }
)

ANY_COMMAND: Final = ("vehicle_cmds", "vehicle_charging_cmds")


def require(granted: Collection[str], any_of: Collection[str]) -> None:
    """Check that one of the scopes is granted.

    Raises:
        FleetError: 403, with the names as newer answers have them (reported: fleet_api.md 2.3).
    """
    if any_of and not set(any_of) & set(granted):
        raise FleetError(403, f"Unauthorized missing scopes {' '.join(any_of)}")


def require_for_command(granted: Collection[str], name: str) -> None:
    """Check the scope of a command by its REST name.

    Raises:
        FleetError: 403.
    """
    require(granted, ANY_COMMAND if name in CHARGING_COMMANDS else ("vehicle_cmds",))
