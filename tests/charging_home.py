"""A household whose cars are charged from surplus: what the tests of charging share."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.tesla_home_energy.const import SUBENTRY_CHARGING_PLACE
from custom_components.tesla_home_energy.fleet_api import FleetApi
from custom_components.tesla_home_energy.fleet_api.vehicle_commands import VehicleCommands
from homeassistant.config_entries import SOURCE_USER, SubentryFlowResult
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from .conftest import state_of
from .simulator import MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.car import HOME, Car
from .simulator.traces import steady

MODE = "select.blitz_charging_mode"
REASON = "sensor.blitz_charging_reason"
CONTROL = "sensor.blitz_charging_control"
OWNERS_CURRENT = 16
STEP = timedelta(seconds=30)
ADVANCED: dict[str, Any] = {"grid_phases": "3", "margin": 0, "zone": "zone.garage"}
ANSWERS: dict[str, Any] = {
    "source": str(POWERWALL_SITE_ID),
    "cars": [MODEL_Y_VIN],
    "battery_priority": "car_first",
    "advanced": ADVANCED,
}


@pytest.fixture
async def simulator(socket_enabled: None) -> AsyncIterator[Simulator]:
    """A roof that gives 6 kW and a house that uses 0.5 kW, all day."""
    tesla = Simulator(trace=steady(6000, 500))
    yield tesla
    await tesla.close()


@pytest.fixture(autouse=True)
async def pauses(
    enable_event_loop_debug: None, freezer: FrozenDateTimeFactory, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Pauses between attempts take no real time: time stands still, and would never bring their end.

    Nor does the loop keep the stack of each callback, which would take a third of the hours lived through.
    """
    asyncio.get_running_loop().set_debug(False)

    async def sleep(seconds: float) -> None:
        freezer.tick(seconds)

    for waiting in (FleetApi, VehicleCommands):
        monkeypatch.setitem(waiting.__init__.__kwdefaults__ or {}, "sleep", sleep)


@pytest.fixture
async def car(
    hass: HomeAssistant, simulator: Simulator, paired: MockConfigEntry, freezer: FrozenDateTimeFactory
) -> Car:
    """The car: plugged in at home, stopped, set to 16 A by its owner."""
    assert await async_setup_component(hass, "homeassistant", {})
    car = simulator.cars[MODEL_Y_VIN]
    car.charging.stop()
    car.charging.amps = OWNERS_CURRENT
    car.charging.current = 0.0
    car.sleep_after = 1e9
    freezer.tick(1)
    for entity_id in ("sensor.sonnenhaus_solar_power", "sensor.blitz_battery_level"):
        await act(hass, "homeassistant.update_entity", entity_id)
    return car


async def set_time_of_day(hass: HomeAssistant, hour: int) -> None:
    """Move the sun to that hour: near the equator, where days are twelve hours long.

    The cars stay where they are, in a zone of their own.
    """
    home = {"latitude": HOME[0], "longitude": HOME[1], "radius": 100}
    hass.states.async_set("zone.garage", "0", home)
    east = (hour - dt_util.utcnow().hour + 12) % 24 - 12
    # The zone's date goes with the sun, or its sunset would be another day's.
    await hass.config.async_update(latitude=0.1, longitude=east * 15, time_zone=f"Etc/GMT{-east:+d}")


async def add_place(hass: HomeAssistant, entry: MockConfigEntry, **answers: Any) -> SubentryFlowResult:
    """Add a charging place through its flow."""
    flow = await hass.config_entries.subentries.async_init(
        (entry.entry_id, SUBENTRY_CHARGING_PLACE), context={"source": SOURCE_USER}
    )
    sensors = answers.pop("sensors", None)
    subentries = hass.config_entries.subentries
    result = await subentries.async_configure(flow["flow_id"], {**ANSWERS, **answers})
    if sensors is not None:
        result = await subentries.async_configure(flow["flow_id"], sensors)
    await hass.async_block_till_done(wait_background_tasks=True)
    return result


async def pass_time(
    hass: HomeAssistant, freezer: FrozenDateTimeFactory, time: timedelta, step: timedelta = STEP
) -> None:
    """Let time pass in steps that no timer is missed by."""
    for _ in range(int(time / step)):
        freezer.tick(step)
        async_fire_time_changed(hass, dt_util.utcnow())
        await hass.async_block_till_done(wait_background_tasks=True)


async def act(hass: HomeAssistant, action: str, entity_id: str, **data: Any) -> None:
    """Do what a person does on a dashboard."""
    domain, service = action.split(".")
    await hass.services.async_call(domain, service, {"entity_id": entity_id, **data}, blocking=True)
    await hass.async_block_till_done(wait_background_tasks=True)


def told(simulator: Simulator, vin: str = MODEL_Y_VIN) -> list[tuple[str, int | None]]:
    """What a car was told, as it decoded it; questions left out."""
    return [
        (command.name, next(iter(command.parameters.values()), None))
        for command in simulator.commands
        if command.vin == vin and command.name != "get_vehicle_data"
    ]


def set_power(hass: HomeAssistant, entity_id: str, value: str | float, unit: str = "W") -> None:
    """Let a sensor of Home Assistant show a value."""
    hass.states.async_set(entity_id, str(value), {"unit_of_measurement": unit}, force_update=True)


@pytest.fixture
async def morning(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> MockConfigEntry:
    """Ten in the morning below clouds: the place was just added."""
    await set_time_of_day(hass, 10)
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 0.0
    freezer.tick(1)
    await add_place(hass, paired)
    assert told(simulator) == []
    return paired


@pytest.fixture
async def charging(
    hass: HomeAssistant, morning: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> MockConfigEntry:
    """The sun comes out, and the car follows the surplus."""
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 1.0
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert state_of(hass, CONTROL) == "charging"
    return morning
