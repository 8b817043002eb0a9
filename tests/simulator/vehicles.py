"""Endpoints of vehicles, but commands."""

from typing import Any, Final

from aiohttp import web

from .answers import FleetError, answer, json_object
from .car import Car
from .gate_keys import access_of
from .scopes import require
from .site_answers import product as site_product
from .vehicle_data import product as car_product, vehicle_data, vehicle_object
from .world_key import simulator_of

ASLEEP: Final = "vehicle unavailable: vehicle is offline or asleep"


def car_of(request: web.Request) -> Car:
    """Return the car that the path names, by VIN or by number.

    Raises:
        FleetError: 404.
    """
    tag = request.match_info["tag"]
    for car in simulator_of(request).cars.values():
        if tag in (car.vin, str(car.vehicle_id)):
            return car
    raise FleetError(404, "not_found")


def require_awake(car: Car) -> None:
    """Check that the car can be asked.

    Raises:
        FleetError: 408 asleep or offline, 405 in service.
    """
    if car.in_service:
        raise FleetError(405, "vehicle is currently in service")
    if car.state != "online":
        raise FleetError(408, ASLEEP)


async def products(request: web.Request) -> web.Response:
    """`GET /products`: what the scopes allow to see (assumed)."""
    simulator = simulator_of(request)
    granted = access_of(request).scopes
    entries: list[dict[str, Any]] = []
    if "vehicle_device_data" in granted:
        entries += [car_product(car) for car in simulator.cars.values()]
    if "energy_device_data" in granted:
        entries += [site_product(site) for site in simulator.sites.values()]
    return answer(entries, count=len(entries))


async def vehicles(request: web.Request) -> web.Response:
    """`GET /vehicles`."""
    objects = [vehicle_object(car) for car in simulator_of(request).cars.values()]
    count = len(objects)
    pagination = {"previous": None, "next": None, "current": 1, "per_page": 100, "count": count, "pages": 1}
    return answer(objects, pagination=pagination, count=count)


async def vehicle(request: web.Request) -> web.Response:
    """`GET /vehicles/{tag}`: never wakes the car."""
    return answer(vehicle_object(car_of(request)))


async def data(request: web.Request) -> web.Response:
    """`GET /vehicles/{tag}/vehicle_data`; every poll keeps the car awake."""
    car = car_of(request)
    granted = access_of(request).scopes
    endpoints = frozenset(request.query.get("endpoints", "").split(";")) - {""}
    if "location_data" in endpoints:
        require(granted, ("vehicle_location",))
    require_awake(car)
    if car.kept_awake_by_reading:
        car.touch()
    return answer(vehicle_data(car, endpoints, location="vehicle_location" in granted))


async def wake_up(request: web.Request) -> web.Response:
    """`POST /vehicles/{tag}/wake_up`: answers at once with the present state."""
    car = car_of(request)
    if car.state != "online" and not car.reachable:
        raise FleetError(408, ASLEEP)
    car.wake()
    car.touch()
    return answer(vehicle_object(car))


async def mobile_enabled(request: web.Request) -> web.Response:
    """`GET /vehicles/{tag}/mobile_enabled`."""
    require_awake(car_of(request))
    return answer(response=True)


async def fleet_status(request: web.Request) -> web.Response:
    """`POST /vehicles/fleet_status`: is the application's key on the car's list?

    An application that is not registered here counts as paired once any key is on the list (assumed).
    """
    simulator = simulator_of(request)
    vins = (await json_object(request)).texts("vins")
    own = {bytes.fromhex(key) for key in simulator.partner.keys_of(access_of(request).client_id)}
    paired: list[str] = []
    unpaired: list[str] = []
    info: dict[str, dict[str, Any]] = {}
    for car in (simulator.cars[vin] for vin in vins if vin in simulator.cars):
        keys = car.computers.keys
        (paired if (own & keys.keys() if own else keys) else unpaired).append(car.vin)
        required = car.command_signing == "required"
        info[car.vin] = {
            "firmware_version": car.sections["vehicle_state"]["car_version"].split()[0],
            "vehicle_command_protocol_required": required,
            "discounted_device_data": False,
            "fleet_telemetry_version": "1.1.0",
            "total_number_of_keys": 2 + len(keys),
            "safety_screen_streaming_toggle_enabled": None if required else True,
        }
    return answer({"key_paired_vins": paired, "unpaired_vins": unpaired, "vehicle_info": info})
