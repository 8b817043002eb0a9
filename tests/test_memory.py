"""What a restart remembers, and what it shows while Tesla says nothing."""

from datetime import timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.tesla_home_energy.const import DOMAIN
from custom_components.tesla_home_energy.snapshots import SAVE_DELAY, Snapshots
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util

from .conftest import state_of
from .simulator import MODEL_S_VIN, MODEL_Y_VIN, Simulator
from .simulator.faults import HttpFault

NOTHING_KNOWN = {"unknown", "unavailable"}


def _shown(hass: HomeAssistant) -> dict[str, str]:
    """What the entities show, but for what only a moment shows."""
    states = hass.states.async_all(["binary_sensor", "number", "select", "sensor", "switch"])
    return {
        state.entity_id: state.state
        for state in states
        if "requests" not in state.entity_id and "cost" not in state.entity_id
    }


async def _restart(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    assert await hass.config_entries.async_unload(entry.entry_id)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_after_a_restart_everything_that_sleeps_shows_what_it_showed(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    registry = er.async_get(hass)
    for entity in er.async_entries_for_config_entry(registry, home.entry_id):
        registry.async_update_entity(entity.entity_id, disabled_by=None)
    await _restart(hass, home)
    before = _shown(hass)
    for car in simulator.cars.values():
        car.fall_asleep()
    simulator.faults.add(HttpFault(path="/api/1/energy_sites/*", kind="hang", count=None))
    simulator.usage.clear()
    freezer.tick(timedelta(hours=9))
    assert await hass.config_entries.async_unload(home.entry_id)
    assert await hass.config_entries.async_setup(home.entry_id)
    await hass.async_block_till_done()

    assert _shown(hass) == before
    assert state_of(hass, "sensor.blitz_battery_level") not in NOTHING_KNOWN
    assert state_of(hass, "sensor.blitz_data_as_of") not in NOTHING_KNOWN
    assert state_of(hass, "select.sonnenhaus_operation_mode") not in NOTHING_KNOWN
    assert state_of(hass, "sensor.oldie_battery_level") == "unknown"  # it was never seen awake
    assert state_of(hass, "switch.oldie_charging") == "unknown"  # neither off nor anything else is invented
    assert simulator.usage.count(category="data") == 0
    assert simulator.usage.count(category="wakes") == 0
    await hass.config_entries.async_unload(home.entry_id)


@pytest.mark.parametrize(
    "fault",
    [
        HttpFault(path="/api/1/*", status=503, count=None),
        HttpFault(path="/api/1/*", kind="cut", count=None),
        HttpFault(path="*", status=503, count=None),
    ],
)
async def test_a_restart_while_tesla_cannot_be_reached(
    hass: HomeAssistant,
    home: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    fault: HttpFault,
) -> None:
    before = state_of(hass, "sensor.blitz_battery_level")
    simulator.faults.add(fault)
    freezer.tick(timedelta(hours=9))  # the token has expired as well
    await _restart(hass, home)

    assert home.state is ConfigEntryState.LOADED
    assert state_of(hass, "sensor.blitz_battery_level") == before
    freezer.tick(timedelta(minutes=20))
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, "sensor.blitz_battery_level") == "unavailable"

    simulator.faults.clear()
    for _ in range(3):
        freezer.tick(timedelta(minutes=6))
        async_fire_time_changed(hass, dt_util.utcnow())
        await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, "sensor.blitz_battery_level") not in NOTHING_KNOWN
    assert state_of(hass, "sensor.sonnenhaus_solar_power") not in NOTHING_KNOWN


async def test_a_crash_loses_no_more_than_a_minute(
    hass: HomeAssistant,
    home: MockConfigEntry,
    freezer: FrozenDateTimeFactory,
    hass_storage: dict[str, Any],
) -> None:
    freezer.tick(SAVE_DELAY + 1)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)

    stored = hass_storage[f"{DOMAIN}.{home.entry_id}.snapshots"]["data"]
    assert f"car {MODEL_Y_VIN}" in stored
    assert f"car {MODEL_S_VIN}" in stored


@pytest.mark.parametrize(
    "stored",
    [
        [],
        {"products ": 3},
        {"products ": {"products": 3}},
        {f"car {MODEL_Y_VIN}": 1},
        {f"car {MODEL_Y_VIN}": {"car": []}},
        {"pairing ": {"status": 1, "cars": 2}},
        {"pairing ": {"status": {}, "cars": {"x": 2, "y": None}}},
    ],
)
async def test_a_memory_that_makes_no_sense_is_none(
    hass: HomeAssistant, entry: MockConfigEntry, hass_storage: dict[str, Any], stored: object
) -> None:
    key = f"{DOMAIN}.{entry.entry_id}.snapshots"
    hass_storage[key] = {"version": 1, "minor_version": 1, "key": key, "data": stored}
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, "sensor.blitz_battery_level") not in NOTHING_KNOWN


async def test_the_memory_goes_with_the_account(
    hass: HomeAssistant, home: MockConfigEntry, hass_storage: dict[str, Any]
) -> None:
    await hass.config_entries.async_unload(home.entry_id)
    assert f"{DOMAIN}.{home.entry_id}.snapshots" in hass_storage
    await hass.config_entries.async_remove(home.entry_id)
    assert f"{DOMAIN}.{home.entry_id}.snapshots" not in hass_storage


async def test_a_memory_that_cannot_be_read_is_none(
    hass: HomeAssistant, entry: MockConfigEntry, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_: Snapshots) -> None:
        raise HomeAssistantError("the disk")

    monkeypatch.setattr("homeassistant.helpers.storage.Store.async_load", broken)
    snapshots = Snapshots(hass, entry)
    await snapshots.async_load()
    assert not snapshots.exist


async def test_nothing_is_remembered_of_an_account_that_never_came_up(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="*", status=503, count=None))
    freezer.tick(timedelta(hours=9))
    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_RETRY
