"""What becomes of a car when Tesla, the account or the place is gone."""

from datetime import timedelta
from types import MappingProxyType
from typing import Any

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.tesla_home_energy.charging import ChargingStore
from custom_components.tesla_home_energy.const import DOMAIN
from custom_components.tesla_home_energy.public_key import async_get_private_key
from homeassistant.config_entries import ConfigSubentry
from homeassistant.core import HomeAssistant

from .charging_home import (
    CONTROL,
    MODE,
    OWNERS_CURRENT,
    REASON,
    act,
    add_place,
    car,
    charging,
    morning,
    pass_time,
    pauses,
    set_time_of_day,
    simulator,
    told,
)
from .conftest import state_of
from .simulator import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.car import Car
from .simulator.faults import HttpFault

__all__ = ["car", "charging", "morning", "pauses", "simulator"]

HALF_A_DAY = timedelta(hours=12)
LONG_STEP = timedelta(minutes=15)


async def _half_a_day(hass: HomeAssistant, simulator: Simulator, freezer: FrozenDateTimeFactory) -> None:
    """Let twelve hours pass in which nothing gets through, until the night."""
    await pass_time(hass, freezer, HALF_A_DAY, LONG_STEP)
    assert told(simulator) == []
    await set_time_of_day(hass, 22)
    simulator.faults.clear()


@pytest.mark.parametrize("kind", ["answer", "cut"])
async def test_after_half_a_day_without_tesla_no_car_charges_from_the_grid(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
    kind: str,
) -> None:
    car.charging.capacity = 400.0
    simulator.commands.clear()
    simulator.faults.add(HttpFault(kind=kind, status=503, count=None))
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 0.0
    await _half_a_day(hass, simulator, freezer)
    assert car.charging.state == "Charging"

    await pass_time(hass, freezer, timedelta(minutes=10))
    assert car.charging.state == "Stopped"
    level = car.charging.battery_level
    await pass_time(hass, freezer, timedelta(hours=2), LONG_STEP)
    assert car.charging.battery_level == level

    await act(hass, "select.select_option", MODE, option="off")
    assert car.charging.amps == OWNERS_CURRENT


async def test_after_half_a_day_without_tesla_no_car_stays_below_its_minimum(
    hass: HomeAssistant,
    morning: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    simulator.faults.add(HttpFault(status=503, count=None))
    await act(hass, "number.set_value", "number.blitz_grid_limit", value=60)
    await _half_a_day(hass, simulator, freezer)
    await pass_time(hass, freezer, timedelta(minutes=15))
    assert car.charging.state == "Charging"
    assert state_of(hass, REASON) == "below_grid_limit"
    await pass_time(hass, freezer, timedelta(minutes=45), timedelta(minutes=1))
    assert 60 <= car.charging.battery_level < 61.5
    assert car.charging.state == "Stopped"


async def test_a_command_without_an_answer_is_not_sent_again_blindly(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    """The car stops, and the answer is lost: it must not be told anything that it does already."""
    simulator.faults.add(HttpFault(kind="cut_after", path="*/signed_command", count=1))
    simulator.commands.clear()
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 0.0
    await pass_time(hass, freezer, timedelta(minutes=30))
    assert car.charging.state == "Stopped"
    assert [name for name, _ in told(simulator)].count("charge_stop") == 1


async def test_refusals_are_told_and_are_not_repeated_at_once(
    hass: HomeAssistant,
    morning: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    car.unpair(await _public_key(hass))
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 1.0
    await pass_time(hass, freezer, timedelta(minutes=20))
    event = hass.states.get("event.blitz_charging_decision")
    assert event is not None
    assert event.attributes["event_type"] == "failed"
    assert event.attributes["error"] == "not_paired"
    assert caplog.text.count("A car does not take commands for charging: not_paired") == 1
    assert simulator.usage.count(endpoint="signed_command") < 12
    car.pair(await _public_key(hass))
    await pass_time(hass, freezer, timedelta(minutes=20))
    assert car.charging.state == "Charging"
    assert caplog.text.count("A car takes commands for charging again") == 1


async def _public_key(hass: HomeAssistant) -> str:
    return (await async_get_private_key(hass)).public_key_pem().decode()


async def test_removing_the_account_gives_the_car_back(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    car: Car,
    hass_storage: dict[str, Any],
) -> None:
    await hass.config_entries.async_remove(charging.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert car.charging.amps == OWNERS_CURRENT
    assert f"{DOMAIN}.{charging.entry_id}.charging" not in hass_storage


async def test_an_account_whose_cars_cannot_be_reached_is_removed_all_the_same(
    hass: HomeAssistant, charging: MockConfigEntry, simulator: Simulator, car: Car
) -> None:
    simulator.faults.add(HttpFault(status=503, count=None))
    await hass.config_entries.async_remove(charging.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert hass.config_entries.async_get_entry(charging.entry_id) is None
    assert car.charging.amps != OWNERS_CURRENT


async def test_reloading_tells_a_car_nothing(
    hass: HomeAssistant, charging: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.commands.clear()
    await hass.config_entries.async_reload(charging.entry_id)
    await pass_time(hass, freezer, timedelta(minutes=2))
    assert told(simulator) == []
    assert state_of(hass, CONTROL) == "charging"


async def test_a_car_that_leaves_a_place_is_given_back(
    hass: HomeAssistant, charging: MockConfigEntry, car: Car, freezer: FrozenDateTimeFactory
) -> None:
    subentry = next(iter(charging.subentries.values()))
    hass.config_entries.async_update_subentry(
        charging, subentry, data={**subentry.data, "cars": [MODEL_S_VIN]}
    )
    await hass.async_block_till_done(wait_background_tasks=True)
    await pass_time(hass, freezer, timedelta(minutes=3))
    assert car.charging.amps == OWNERS_CURRENT
    assert hass.states.get(MODE) is None


async def test_a_car_that_moves_to_another_place_takes_along_what_is_known_of_it(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    await act(hass, "number.set_value", "number.blitz_solar_limit", value=85)
    place_id = next(iter(charging.subentries))
    data = dict(charging.subentries[place_id].data)
    hass.config_entries.async_remove_subentry(charging, place_id)
    hass.config_entries.async_add_subentry(
        charging,
        ConfigSubentry(
            data=MappingProxyType(data), subentry_type="charging_place", title="Carport", unique_id=None
        ),
    )
    await hass.async_block_till_done(wait_background_tasks=True)
    await pass_time(hass, freezer, timedelta(minutes=3))
    assert state_of(hass, "number.blitz_solar_limit") == "85"
    assert state_of(hass, CONTROL) == "charging"
    await act(hass, "select.select_option", MODE, option="off")
    assert car.charging.amps == OWNERS_CURRENT


@pytest.mark.parametrize(
    "stored", ["garbage", {"place": {"memory": 7, "wishes": {MODEL_Y_VIN: None}, "data": [], "shadow": 1}}]
)
async def test_a_file_that_makes_no_sense_is_as_good_as_none(
    hass: HomeAssistant, paired: MockConfigEntry, hass_storage: dict[str, Any], stored: Any
) -> None:
    key = f"{DOMAIN}.{paired.entry_id}.charging"
    hass_storage[key] = {"version": 1, "minor_version": 1, "key": key, "data": stored}
    await add_place(hass, paired)
    assert state_of(hass, MODE) == "solar_only"


async def test_a_file_that_cannot_be_read_is_as_good_as_none(
    hass: HomeAssistant, paired: MockConfigEntry, hass_storage: dict[str, Any]
) -> None:
    key = f"{DOMAIN}.{paired.entry_id}.charging"
    hass_storage[key] = {"version": 99, "minor_version": 1, "key": key, "data": {}}
    store = ChargingStore(hass, paired)
    await store.async_load()
    assert store.places == {}


async def test_the_last_word_of_the_owner_wins(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    """A current that somebody set by hand is not put back."""
    car.charging.amps = 15
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert state_of(hass, REASON) == "changed_by_hand"
    simulator.commands.clear()
    await act(hass, "select.select_option", MODE, option="off")
    assert told(simulator) == []
    assert car.charging.amps == 15
