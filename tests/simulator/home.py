"""The default home: two cars, an energy site with Powerwalls, and two sites that can be added."""

import json
from pathlib import Path
from typing import Any, Final

from .car import AWAY, Car
from .charging import Charging
from .clock import Clock
from .energy_site import EnergySite, Settings
from .powerwall import Powerwall
from .protocol.computers import Computers
from .traces import Day

_DATA: Final = Path(__file__).parent / "data"

MODEL_Y_VIN: Final = "XP7YGCES1PB000001"
MODEL_S_VIN: Final = "5YJSA7E20JF000002"
POWERWALL_SITE_ID: Final = 2345678901234567
SOLAR_SITE_ID: Final = 2345678901234999
GHOST_SITE_ID: Final = 2345678901230000


def _load(name: str) -> dict[str, Any]:
    value: dict[str, Any] = json.loads((_DATA / f"{name}.json").read_text(encoding="utf-8"))
    return value


def _car(name: str, clock: Clock, charging: Charging) -> Car:
    data = _load(name)
    return Car(
        vin=data["vin"],
        name=data["name"],
        vehicle=data["vehicle"],
        sections=data["sections"],
        clock=clock,
        computers=Computers.of(data["vin"]),
        charging=charging,
    )


def model_y(clock: Clock) -> Car:
    """Return "Blitz": a Model Y at home, charging with 6 A on three phases; takes signed commands only."""
    charging = Charging(amps=6, plugged=True, wanted=True, port_open=True, current=6.0)
    return _car("model_y", clock, charging)


def model_s(clock: Clock) -> Car:
    """Return "Oldie": a Model S of 2018 without the Vehicle Command Protocol, asleep and not plugged."""
    charging = Charging(amps=24, amps_max=24, capacity=95.0, charge_limit=90, charge_limit_standard=90)
    car = _car("model_s", clock, charging)
    car.command_signing = "off"
    car.fall_asleep()
    return car


def further_car(clock: Clock, number: int) -> Car:
    """Return one more Model Y, awake and charging away from home; `number` tells it from others."""
    car = _car("model_y", clock, Charging(plugged=True, wanted=True, port_open=True))
    car.vin = f"{MODEL_Y_VIN[:-6]}{number:06}"
    car.computers = Computers.of(car.vin)
    identity = car.vehicle_id + number
    car.vehicle |= {"id": identity, "id_s": str(identity), "vehicle_id": number}
    car.name = f"Car {number}"
    car.at_home, car.location = False, AWAY
    return car


def further_site(clock: Clock, day: Day, number: int) -> EnergySite:
    """Return one more house with solar, Powerwalls and a Wall Connector; `number` tells it from others."""
    text = (_DATA / "powerwall_site.json").read_text(encoding="utf-8")
    # All serial numbers have these zeros.
    data = json.loads(text.replace("230000000", f"23{number:04}000").replace("Sonnenhaus", f"House {number}"))
    return EnergySite(
        site_id=POWERWALL_SITE_ID + number,
        product=data["product"],
        info=data["site_info"],
        clock=clock,
        day=day,
        powerwall=Powerwall(),
        settings=Settings(tariff=data["site_info"]["tariff_content_v2"]),
    )


def powerwall_site(clock: Clock, day: Day, cars: list[Car]) -> EnergySite:
    """Return "Sonnenhaus": solar, two Powerwall 2 and the Wall Connector."""
    data = _load("powerwall_site")
    return EnergySite(
        site_id=POWERWALL_SITE_ID,
        product=data["product"],
        info=data["site_info"],
        clock=clock,
        day=day,
        powerwall=Powerwall(),
        settings=Settings(tariff=data["site_info"]["tariff_content_v2"]),
        cars=cars,
    )


def solar_site(clock: Clock, day: Day) -> EnergySite:
    """Return "Carport": panels and a meter, nothing to set."""
    data = _load("solar_site")
    return EnergySite(
        site_id=SOLAR_SITE_ID, product=data["product"], info=data["site_info"], clock=clock, day=day
    )


def ghost_site(clock: Clock, day: Day) -> EnergySite:
    """Return a site of which nothing is left but its number (known: Home Assistant skips such)."""
    nothing = {"components": {"battery": False, "solar": False, "grid": False}}
    return EnergySite(
        site_id=GHOST_SITE_ID, product=nothing, info={}, clock=clock, day=day, broken=404, solar_factor=0.0
    )
