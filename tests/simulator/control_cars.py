"""The control door of cars."""

from collections.abc import Callable
from typing import Any, Final

from aiohttp import web

from .answers import FleetError, Parameters, json_object
from .car import Car
from .protocol.computers import DOMAIN_NAMES
from .protocol.injected import InjectedFault
from .vehicle_data import charge_state
from .world_key import simulator_of


def car_state(car: Car) -> dict[str, Any]:
    """Return what the control door tells about a car."""
    return {
        "name": car.name,
        "state": car.state,
        "at_home": car.at_home,
        "driving": car.driving,
        "locked": car.locked,
        "sentry_mode": car.sentry_mode,
        "climate_on": car.climate.on,
        "charge_state": charge_state(car),
        "charging_power": round(car.charging.power),
        "battery_level": car.charging.battery_level,
        "command_signing": car.command_signing,
        "keys": {key.hex(): role for key, role in car.computers.keys.items()},
        "domains": {
            DOMAIN_NAMES[computer.domain]: {
                "epoch": computer.epoch.hex(),
                "clock": computer.clock,
                "counters": {key.hex(): window.counter for key, window in computer.windows.items()},
            }
            for computer in car.computers.by_name(None)
        },
        "commands": len(car.commands),
    }


def _car(request: web.Request) -> Car:
    car = simulator_of(request).cars.get(request.match_info["vin"])
    if car is None:
        raise FleetError(404, "not_found")
    return car


def _state(car: Car, value: str) -> None:
    match value:
        case "online":
            car.set_online()
        case "asleep":
            car.fall_asleep()
        case "offline":
            car.state, car.waking = "offline", None
        case _:
            raise FleetError(400, "A car is online, asleep or offline")


def _plugged(car: Car, value: bool) -> None:
    if value:
        car.plug()
    else:
        car.unplug()


def _driving(car: Car, value: bool) -> None:
    if value:
        car.drive_away()
    else:
        car.park(at_home=car.at_home)


def _at_home(car: Car, value: bool) -> None:
    if not value:
        car.unplug()
    car.park(at_home=value)


def _charging(car: Car, value: bool) -> None:
    if value:
        car.charging.start()
    else:
        car.charging.stop()


_NUMBER: Final = (int, float)
_ATTRIBUTES: Final[dict[str, tuple[str, tuple[type, ...]]]] = {
    "name": ("", (str,)),
    "reachable": ("", (bool,)),
    "in_service": ("", (bool,)),
    "command_signing": ("", (str,)),
    "hard_locked": ("", (bool,)),
    "kept_awake_by_reading": ("", (bool,)),
    "wake_seconds": ("", _NUMBER),
    "sleep_after": ("", _NUMBER),
    "locked": ("", (bool,)),
    "sentry_mode": ("", (bool,)),
    "user_present": ("", (bool,)),
    "battery_level": ("charging", _NUMBER),
    "charge_limit": ("charging", (int,)),
    "amps": ("charging", (int,)),
    "amps_max": ("charging", (int,)),
    "phases": ("charging", (int,)),
    "voltage": ("charging", _NUMBER),
    "encrypts_answers": ("computers", (bool,)),
    "unpaired_answer": ("computers", (str,)),
    "requires_encrypted_answers": ("computers", (bool,)),
}
_ACTIONS: Final[dict[str, tuple[Callable[[Car, Any], None], tuple[type, ...]]]] = {
    "state": (_state, (str,)),
    "plugged": (_plugged, (bool,)),
    "driving": (_driving, (bool,)),
    "at_home": (_at_home, (bool,)),
    "charging": (_charging, (bool,)),
}


async def show(request: web.Request) -> web.Response:
    """`GET /simulator/cars/{vin}`."""
    return web.json_response(car_state(_car(request)))


async def change(request: web.Request) -> web.Response:
    """`POST /simulator/cars/{vin}`: any of the members of the tables above, and `overlay`."""
    car = _car(request)
    body = await json_object(request)
    for name, value in body.values.items():
        if name == "overlay":
            overlay = body.mapping("overlay")
            car.overlay = {section: Parameters(overlay).mapping(section) for section in overlay}
        elif name in _ACTIONS:
            act, kinds = _ACTIONS[name]
            act(car, _checked(name, value, kinds))
        elif name in _ATTRIBUTES:
            part, kinds = _ATTRIBUTES[name]
            setattr(getattr(car, part) if part else car, name, _checked(name, value, kinds))
        else:
            raise FleetError(400, f"A car has no {name}")
    return web.json_response(car_state(car))


def _checked(name: str, value: Any, kinds: tuple[type, ...]) -> Any:
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise FleetError(400, f"{name} has a wrong type")
    return value


async def pair(request: web.Request) -> web.Response:
    """`POST /simulator/cars/{vin}/keys`: `public_key` (PEM or hex), `role`."""
    car = _car(request)
    body = await json_object(request)
    try:
        car.pair(body.text("public_key"), body.text("role", "owner"))
    except ValueError as error:
        raise FleetError(400, str(error)) from None
    return web.json_response(car_state(car))


async def unpair(request: web.Request) -> web.Response:
    """`DELETE /simulator/cars/{vin}/keys`: `public_key`, or all of them."""
    car = _car(request)
    body = await json_object(request, optional=True)
    try:
        if "public_key" in body:
            car.unpair(body.text("public_key"))
        else:
            car.computers.keys.clear()
    except ValueError as error:
        raise FleetError(400, str(error)) from None
    return web.json_response(car_state(car))


async def protocol(request: web.Request) -> web.Response:
    """`POST /simulator/cars/{vin}/protocol`: `action` reboot, clock_step, counter_bump or replace_key."""
    car = _car(request)
    body = await json_object(request)
    try:
        computers = car.computers.by_name(body.text("domain", None))
    except KeyError:
        raise FleetError(400, "There is no such domain") from None
    for computer in computers:
        match body.text("action"):
            case "reboot":
                computer.reboot()
            case "clock_step":
                computer.step_clock(body.number("seconds"))
            case "counter_bump":
                computer.bump_counters(body.integer("by", low=0))
            case "replace_key":
                computer.replace_key()
            case _:
                raise FleetError(400, "There is no such action")
    return web.json_response(car_state(car))


async def inject(request: web.Request) -> web.Response:
    """`POST /simulator/cars/{vin}/faults`: an `InjectedFault`."""
    car = _car(request)
    body = await json_object(request)
    try:
        fault = InjectedFault(
            kind=body.text("kind"),
            count=body.integer("count", None) if "count" in body else 1,
            code=body.integer("code", 0, low=0, high=1_000),
            session_info=body.boolean("session_info", default=False),
            executed=body.boolean("executed", default=False),
            reason=body.text("reason", ""),
            domain=body.text("domain", None),
            command=body.text("command", None),
            applies_to=body.text("applies_to", "command"),
        )
    except ValueError as error:
        raise FleetError(400, str(error)) from None
    car.computers.inject(fault)
    return web.json_response({})


async def clear(request: web.Request) -> web.Response:
    """`DELETE /simulator/cars/{vin}/faults`."""
    _car(request).computers.injected.clear()
    return web.json_response({})


ROUTES: Final = (
    ("GET", "/simulator/cars/{vin}", show),
    ("POST", "/simulator/cars/{vin}", change),
    ("POST", "/simulator/cars/{vin}/keys", pair),
    ("DELETE", "/simulator/cars/{vin}/keys", unpair),
    ("POST", "/simulator/cars/{vin}/protocol", protocol),
    ("POST", "/simulator/cars/{vin}/faults", inject),
    ("DELETE", "/simulator/cars/{vin}/faults", clear),
)
