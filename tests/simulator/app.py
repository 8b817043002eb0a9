"""All routes, and the application that serves them."""

from typing import TYPE_CHECKING, Final

from aiohttp import web

from . import (
    control,
    control_cars,
    control_sites,
    energy_sites,
    oauth,
    partner,
    region,
    token_endpoint,
    vehicle_commands,
    vehicles,
)
from .gate import gate
from .routes_table import ENDPOINTS, Endpoint, Handler
from .scopes import ANY_COMMAND
from .world_key import SIMULATOR

if TYPE_CHECKING:
    from .simulator import Simulator

_API: Final = "/api/1"
_CAR: Final = f"{_API}/vehicles/{{tag}}"
_SITE: Final = f"{_API}/energy_sites/{{site_id}}"
_DIGITS: Final = "{site_id:[0-9]{1,20}}"

_DEVICE: Final = ("vehicle_device_data",)
_DEVICE_OR_COMMANDS: Final = ("vehicle_device_data", "vehicle_cmds")
_ANY_PRODUCT: Final = ("vehicle_device_data", "energy_device_data")


def _get(path: str, handler: Handler, category: str, scopes: tuple[str, ...] = ()) -> Endpoint:
    return Endpoint(method="GET", path=path, handler=handler, category=category, scopes=scopes)


def _post(path: str, handler: Handler, category: str, scopes: tuple[str, ...] = ()) -> Endpoint:
    return Endpoint(method="POST", path=path, handler=handler, category=category, scopes=scopes)


def _energy(path: str, handler: Handler) -> Endpoint:
    return _get(f"{_SITE}/{path}", handler, "energy", ("energy_device_data",))


def _energy_write(path: str, handler: Handler) -> Endpoint:
    return _post(f"{_SITE}/{path}", handler, "energy", ("energy_cmds",))


def _partner(method: str, path: str, handler: Handler) -> Endpoint:
    return Endpoint(
        method=method,
        path=f"{_API}/partner_accounts{path}",
        handler=handler,
        category="other",
        partner=True,
        regional=False,
        registration=True,
    )


# Categories: data, commands and wakes are Tesla's; that lists are free follows Home Assistant; those of
# energy and the rest are unknown and counted under names of their own.
_TABLE: Final = (
    _get(f"{_API}/products", vehicles.products, "free", _ANY_PRODUCT),
    _get(f"{_API}/vehicles", vehicles.vehicles, "free", _DEVICE),
    _post(f"{_API}/vehicles/fleet_status", vehicles.fleet_status, "other", _DEVICE_OR_COMMANDS),
    _get(_CAR, vehicles.vehicle, "free", _DEVICE),
    _get(f"{_CAR}/vehicle_data", vehicles.data, "data", _DEVICE),
    _get(f"{_CAR}/mobile_enabled", vehicles.mobile_enabled, "other", _DEVICE_OR_COMMANDS),
    _post(f"{_CAR}/wake_up", vehicles.wake_up, "wakes", _DEVICE_OR_COMMANDS),
    _post(f"{_CAR}/signed_command", vehicle_commands.signed_command, "commands", ANY_COMMAND),
    _post(f"{_CAR}/command/{{name}}", vehicle_commands.rest_command, "commands", ANY_COMMAND),
    _energy("site_info", energy_sites.site_info),
    _energy("live_status", energy_sites.live_status),
    _energy("calendar_history", energy_sites.calendar),
    _energy("telemetry_history", energy_sites.telemetry),
    _energy_write("backup", energy_sites.backup),
    _energy_write("operation", energy_sites.operation),
    _energy_write("storm_mode", energy_sites.storm_mode),
    _energy_write("grid_import_export", energy_sites.grid_import_export),
    _energy_write("off_grid_vehicle_charging_reserve", energy_sites.off_grid_vehicle_charging_reserve),
    _energy_write("time_of_use_settings", energy_sites.time_of_use_settings),
    Endpoint(
        method="GET",
        path=f"{_API}/users/region",
        handler=region.users_region,
        category="other",
        regional=False,
    ),
    _get(f"{_API}/users/me", region.users_me, "other", ("user_data",)),
    _partner("POST", "", partner.register),
    _partner("GET", "/public_key", partner.public_key),
)


async def _status(_request: web.Request) -> web.Response:
    return web.Response(text="ok")


_OPEN_ROUTES: Final = (
    ("GET", "/status", _status),
    ("GET", "/oauth2/v3/authorize", oauth.authorize),
    ("POST", "/oauth2/v3/authorize", oauth.decide),
    ("POST", "/oauth2/v3/token", token_endpoint.token),
    ("GET", "/.well-known/openid-configuration", token_endpoint.metadata),
    ("GET", "/oauth2/v3/thirdparty/.well-known/openid-configuration", token_endpoint.metadata),
    ("GET", "/oauth2/v3/discovery/thirdparty/keys", token_endpoint.keys),
    ("GET", "/_ak/{domain}", partner.virtual_key_page),
    ("POST", "/_ak/{domain}", partner.pair_virtual_key),
)


def build(simulator: Simulator) -> web.Application:
    """Return the application of a simulator."""
    application = web.Application(middlewares=[gate])
    application[SIMULATOR] = simulator
    application[ENDPOINTS] = {}
    for endpoint in _TABLE:
        path = endpoint.path.replace("{site_id}", _DIGITS)
        application.router.add_route(endpoint.method, path, endpoint.handler)
        application[ENDPOINTS][endpoint.method, endpoint.path] = endpoint
    for method, path, handler in (
        *_OPEN_ROUTES,
        *control.ROUTES,
        *control_cars.ROUTES,
        *control_sites.ROUTES,
    ):
        application.router.add_route(method, path, handler)
    return application
