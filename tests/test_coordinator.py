"""When cars and sites are read, what it costs, and what is shown when they cannot be."""

from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.tesla_home_energy.const import DOMAIN
from custom_components.tesla_home_energy.coordinator import LIVE_INTERVAL, VEHICLE_INTERVAL
from homeassistant.config_entries import SOURCE_REAUTH
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from .conftest import state_of
from .simulator import MODEL_Y_VIN, Simulator
from .simulator.faults import HttpFault

BATTERY = "sensor.blitz_battery_level"
SOLAR = "sensor.sonnenhaus_solar_power"
SIGNED = "switch.blitz_read_by_signed_command"


async def _wait(hass: HomeAssistant, freezer: FrozenDateTimeFactory, time: timedelta) -> None:
    """Let time pass in steps that no timer is missed by."""
    for _ in range(int(time / VEHICLE_INTERVAL)):
        freezer.tick(VEHICLE_INTERVAL + timedelta(seconds=1))
        async_fire_time_changed(hass, dt_util.utcnow())
        await hass.async_block_till_done(wait_background_tasks=True)


@pytest.mark.parametrize(("charging", "readings"), [(True, 6), (False, 2)])
async def test_a_car_is_read_often_only_while_it_charges(
    hass: HomeAssistant,
    home: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    *,
    charging: bool,
    readings: int,
) -> None:
    if not charging:
        simulator.cars[MODEL_Y_VIN].unplug()
        simulator.cars[MODEL_Y_VIN].sentry_mode = True  # stays awake
    await _wait(hass, freezer, timedelta(minutes=10))  # the first reading that knows
    simulator.usage.clear()
    await _wait(hass, freezer, timedelta(hours=1))

    assert simulator.usage.count(category="data") == readings
    assert simulator.usage.count(category="wakes") == 0


async def test_a_sleeping_car_is_left_alone(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    level = state_of(hass, BATTERY)
    simulator.cars[MODEL_Y_VIN].fall_asleep()
    simulator.usage.clear()
    await _wait(hass, freezer, timedelta(hours=2))

    assert simulator.usage.count(category="data") == 0
    assert simulator.usage.count(category="wakes") == 0
    assert state_of(hass, BATTERY) == level


async def test_reading_lets_a_parked_car_fall_asleep(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.cars[MODEL_Y_VIN].unplug()
    await _wait(hass, freezer, timedelta(hours=1))

    assert simulator.cars[MODEL_Y_VIN].state == "asleep"


async def test_a_car_that_falls_asleep_between_two_calls_keeps_its_values(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    body = {"response": None, "error": "vehicle unavailable: vehicle is offline or asleep"}
    simulator.faults.add(HttpFault(path="*/vehicle_data", status=408, body=body))
    await _wait(hass, freezer, timedelta(minutes=10))
    assert simulator.usage.count(category="data", status=408) == 1
    assert state_of(hass, BATTERY) not in {"unknown", "unavailable"}


async def test_whoever_asks_for_an_update_gets_it_at_once(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    simulator.usage.clear()
    await hass.services.async_call("homeassistant", "update_entity", {"entity_id": BATTERY}, blocking=True)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert simulator.usage.count(category="data") == 1


async def test_a_reading_that_fails_is_shown_and_recovers(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="*/live_status", status=500, count=1))
    freezer.tick(LIVE_INTERVAL)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, SOLAR) == "unavailable"
    assert state_of(hass, BATTERY) != "unavailable"

    freezer.tick(LIVE_INTERVAL)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)
    assert float(state_of(hass, SOLAR)) >= 0


async def test_tesla_says_when_to_ask_again(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="*/live_status", status=429, headers={"Retry-After": "300"}))
    freezer.tick(LIVE_INTERVAL)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)
    simulator.usage.clear()

    for _ in range(4):
        freezer.tick(LIVE_INTERVAL)
        async_fire_time_changed(hass, dt_util.utcnow())
        await hass.async_block_till_done(wait_background_tasks=True)
    assert simulator.usage.count(endpoint="/api/1/energy_sites/{site_id}/live_status") == 0

    freezer.tick(LIVE_INTERVAL * 2)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, SOLAR) != "unavailable"


async def test_a_token_that_tesla_refuses_for_good_asks_to_sign_in(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="*/live_status", status=401, count=2))
    freezer.tick(LIVE_INTERVAL)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)

    flows = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert [flow["context"]["source"] for flow in flows] == [SOURCE_REAUTH]


async def _switch_on_signed_reading(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    registry = er.async_get(hass)
    registry.async_update_entity(SIGNED, disabled_by=None)
    await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, SIGNED) == "off"
    await hass.services.async_call("switch", "turn_on", {"entity_id": SIGNED}, blocking=True)


async def test_reading_by_signed_command(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    await _switch_on_signed_reading(hass, paired)
    simulator.usage.clear()
    simulator.cars[MODEL_Y_VIN].charging.battery_level = 71.0
    await hass.services.async_call("homeassistant", "update_entity", {"entity_id": BATTERY}, blocking=True)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert state_of(hass, BATTERY) == "71"
    assert simulator.usage.count(category="data") == 0
    await hass.config_entries.async_reload(paired.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, SIGNED) == "on"


async def test_reading_by_signed_command_ends_where_it_does_not_pass(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    await _switch_on_signed_reading(hass, home)  # the car does not know the key
    await hass.services.async_call("homeassistant", "update_entity", {"entity_id": BATTERY}, blocking=True)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert state_of(hass, SIGNED) == "off"
    assert state_of(hass, BATTERY) not in {"unknown", "unavailable"}
