"""Charging from surplus, by what reached the cars and was verified there."""

from datetime import timedelta
from typing import Any, override

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_capture_events,
    async_fire_time_changed,
)

from custom_components.tesla_home_energy.charging.store import SAVE_DELAY
from custom_components.tesla_home_energy.const import DOMAIN, EVENT_CHARGING
from homeassistant.config_entries import ConfigEntryDisabler
from homeassistant.core import Event, HomeAssistant
from homeassistant.helpers import entity_registry as er
from homeassistant.util import dt as dt_util

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


@pytest.fixture
def deeds(hass: HomeAssistant) -> list[Event[dict[str, Any]]]:
    """What the logbook is told."""
    return async_capture_events(hass, EVENT_CHARGING)


async def test_surplus_starts_the_car_and_it_follows(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    assert [name for name, _ in told(simulator)][:2] == ["set_charging_amps", "charge_start"]
    assert car.charging.amps == 8  # 5.5 kW on three phases
    assert simulator.usage.count(category="wakes") == 0

    simulator.sites[POWERWALL_SITE_ID].solar_factor = 1.6
    simulator.sites[POWERWALL_SITE_ID].powerwall = None
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert car.charging.amps > 10
    raised = car.charging.amps

    simulator.sites[POWERWALL_SITE_ID].solar_factor = 0.7
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert 4 <= car.charging.amps <= 6 < raised
    assert car.charging.state == "Charging"


async def test_everything_is_said_in_words(
    hass: HomeAssistant, deeds: list[Event[dict[str, Any]]], charging: MockConfigEntry, simulator: Simulator
) -> None:
    state = hass.states.get(REASON)
    assert state is not None
    assert state.state == "following"
    assert state.attributes["sentence"].startswith("Follows the surplus (8 A, 5.5 kW, 57 %")
    assert state.attributes["current"] == 8
    assert state_of(hass, "sensor.blitz_target_current") == "8"
    assert state_of(hass, "sensor.charging_at_sonnenhaus_surplus") == "5.5"
    assert int(state_of(hass, "sensor.charging_at_sonnenhaus_commands_left_today")) > 100
    assert deeds[0].data["act"] == "started"
    assert deeds[0].data["sentence"].startswith("Enough surplus to charge (")


async def test_the_share_of_the_sun_is_counted(
    hass: HomeAssistant, charging: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    await pass_time(hass, freezer, timedelta(minutes=10))
    for span in ("of_the_session", "today", "this_month"):
        assert 90 < float(state_of(hass, f"sensor.blitz_solar_share_{span}")) <= 100
    await act(hass, "select.select_option", MODE, option="now")
    await pass_time(hass, freezer, timedelta(minutes=20))
    assert 40 < float(state_of(hass, "sensor.blitz_solar_share_today")) < 80


async def test_the_evening_ends_charging(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 0.0
    await pass_time(hass, freezer, timedelta(hours=1))
    assert car.charging.state == "Stopped"
    assert state_of(hass, CONTROL) == "waiting"
    count = len(told(simulator))
    await set_time_of_day(hass, 20)
    await pass_time(hass, freezer, timedelta(hours=2), timedelta(minutes=5))
    assert len(told(simulator)) == count


async def test_off_gives_the_car_back_as_it_was_found(
    hass: HomeAssistant, charging: MockConfigEntry, simulator: Simulator, car: Car
) -> None:
    await act(hass, "select.select_option", MODE, option="off")
    assert told(simulator)[-1] == ("set_charging_amps", OWNERS_CURRENT)
    assert state_of(hass, CONTROL) == "hands_off"
    simulator.commands.clear()
    await act(hass, "number.set_value", "number.blitz_minimum_charge_current", value=3)
    assert told(simulator) == []


async def test_giving_back_is_tried_until_the_car_takes_it(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    simulator.faults.add(HttpFault(path="*/signed_command", status=429, headers={"Retry-After": "45"}))
    await act(hass, "select.select_option", MODE, option="off")
    assert car.charging.amps == 8
    await pass_time(hass, freezer, timedelta(minutes=10))
    assert car.charging.amps == OWNERS_CURRENT


async def test_removing_the_place_gives_the_car_back(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
    hass_storage: dict[str, Any],
) -> None:
    place_id = next(iter(charging.subentries))
    hass.config_entries.async_remove_subentry(charging, place_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    await pass_time(hass, freezer, timedelta(minutes=3))

    assert car.charging.amps == OWNERS_CURRENT
    assert [state.entity_id for state in hass.states.async_all() if "charging_at" in state.entity_id] == []
    assert hass.states.get(MODE) is None
    registry = er.async_get(hass)
    assert registry.async_get(MODE) is None
    await hass.config_entries.async_reload(charging.entry_id)
    assert place_id not in hass_storage[f"{DOMAIN}.{charging.entry_id}.charging"]["data"]
    await hass.config_entries.async_unload(charging.entry_id)
    assert hass_storage[f"{DOMAIN}.{charging.entry_id}.charging"]["data"] == {}


async def test_disabling_the_account_gives_the_car_back(
    hass: HomeAssistant, charging: MockConfigEntry, simulator: Simulator, car: Car
) -> None:
    await hass.config_entries.async_set_disabled_by(charging.entry_id, ConfigEntryDisabler.USER)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert car.charging.amps == OWNERS_CURRENT


async def test_a_restart_goes_on_where_it_was(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    simulator.commands.clear()
    assert await hass.config_entries.async_unload(charging.entry_id)
    freezer.tick(timedelta(minutes=20))
    assert await hass.config_entries.async_setup(charging.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    await pass_time(hass, freezer, timedelta(minutes=3))
    assert told(simulator) == []
    assert state_of(hass, CONTROL) == "charging"

    await act(hass, "select.select_option", MODE, option="off")
    assert told(simulator) == [("set_charging_amps", OWNERS_CURRENT)]


async def test_what_the_owner_had_is_on_disk_before_the_first_command(
    hass: HomeAssistant,
    morning: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    hass_storage: dict[str, Any],
) -> None:
    place_id = next(iter(morning.subentries))

    class Commands(list[Any]):
        """Looks at the disk whenever the car takes a command."""

        stored: list[Any]

        @override
        def append(self, item: Any) -> None:
            store = hass_storage.get(f"{DOMAIN}.{morning.entry_id}.charging", {"data": {}})
            memory = store["data"].get(place_id, {}).get("memory", {})
            self.stored.append(memory.get("cars", {}).get(MODEL_Y_VIN, {}).get("owner_current"))
            super().append(item)

    simulator.commands = commands = Commands()
    commands.stored = []
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 1.0
    await pass_time(hass, freezer, timedelta(minutes=5))
    first = [command.name for command in commands].index("set_charging_amps")
    assert commands.stored[first] == OWNERS_CURRENT


async def test_a_crash_before_the_command_is_found_out(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
    hass_storage: dict[str, Any],
) -> None:
    """The memory says that the car was told 14 A, and it never was."""
    await hass.config_entries.async_unload(charging.entry_id)
    place = hass_storage[f"{DOMAIN}.{charging.entry_id}.charging"]["data"][next(iter(charging.subentries))]
    place["memory"]["cars"][MODEL_Y_VIN] |= {
        "told_current": 14,
        "told_current_at": dt_util.utcnow().timestamp(),
        "previous_current": 8,
    }
    assert await hass.config_entries.async_setup(charging.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    await pass_time(hass, freezer, timedelta(minutes=5))

    assert car.charging.amps == 8
    assert state_of(hass, "sensor.blitz_target_current") == "8"
    assert state_of(hass, CONTROL) == "charging"


@pytest.mark.parametrize("change", ["current", "stop"])
async def test_a_change_in_the_app_pauses_until_the_car_is_unplugged(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
    change: str,
) -> None:
    if change == "current":
        car.charging.amps = 15
    else:
        car.charging.stop()
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert state_of(hass, REASON) == "changed_by_hand"
    assert state_of(hass, CONTROL) == "paused"
    assert state_of(hass, "sensor.blitz_manual_changes") == "1"
    event = hass.states.get("event.blitz_charging_decision")
    assert event is not None
    assert event.attributes["event_type"] == "paused"

    simulator.commands.clear()
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 0.3
    await pass_time(hass, freezer, timedelta(hours=1))
    assert told(simulator) == []

    simulator.sites[POWERWALL_SITE_ID].solar_factor = 1.0
    car.unplug()
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert state_of(hass, REASON) == "unplugged"
    car.plug()
    await pass_time(hass, freezer, timedelta(minutes=10))
    assert state_of(hass, CONTROL) == "charging"
    assert state_of(hass, "sensor.blitz_manual_changes") == "0"
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert car.charging.amps == 8


async def test_another_mode_ends_a_pause(
    hass: HomeAssistant, charging: MockConfigEntry, car: Car, freezer: FrozenDateTimeFactory
) -> None:
    car.charging.stop()
    await pass_time(hass, freezer, timedelta(minutes=3))
    assert state_of(hass, CONTROL) == "paused"
    await act(hass, "select.select_option", MODE, option="now")
    await pass_time(hass, freezer, timedelta(minutes=3))
    assert car.charging.state == "Charging"
    assert car.charging.amps == OWNERS_CURRENT


async def test_now_ends_with_the_session(
    hass: HomeAssistant, charging: MockConfigEntry, car: Car, freezer: FrozenDateTimeFactory
) -> None:
    await act(hass, "select.select_option", MODE, option="now")
    car.unplug()
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert state_of(hass, MODE) == "solar_only"


def _read_unsigned(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    """Read over REST, which what a test lays over the car's answer is for."""
    hass.config_entries.async_update_entry(entry, options={"unsigned_reading": [MODEL_Y_VIN]})


@pytest.mark.parametrize("why", ["away", "unplugged", "complete", "own_schedule", "unknown"])
async def test_a_car_that_is_not_ours_gets_no_command(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
    why: str,
) -> None:
    reason = why
    if why == "away":
        car.drive_away()
        car.park(at_home=False)
        car.charging.plug()
    elif why == "unplugged":
        car.unplug()
    elif why == "complete":
        car.charging.charge_limit = 57
        car.charging.complete = True
    elif why == "own_schedule":
        _read_unsigned(hass, paired)
        car.overlay = {"charge_state": {"scheduled_charging_pending": True}}
    else:
        reason = "location_unknown"
        _read_unsigned(hass, paired)
        car.at_home = False
        car.overlay = {"drive_state": {"latitude": None, "longitude": None}}
    await set_time_of_day(hass, 10)
    freezer.tick(timedelta(minutes=31))  # long enough for the car to be read anew
    await add_place(hass, paired)
    await pass_time(hass, freezer, timedelta(minutes=40), timedelta(minutes=1))
    assert state_of(hass, REASON) == reason
    assert told(simulator) == []
    assert simulator.usage.count(category="wakes") == 0


async def test_without_a_reading_the_car_is_left_in_a_safe_state(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    simulator.faults.add(HttpFault(path="*/live_status", status=500, count=None))
    await pass_time(hass, freezer, timedelta(minutes=10))
    assert state_of(hass, CONTROL) == "no_meter"
    assert car.charging.amps < 8
    await pass_time(hass, freezer, timedelta(minutes=20))
    assert car.charging.state == "Stopped"

    simulator.faults.clear()
    await pass_time(hass, freezer, timedelta(minutes=20))
    assert car.charging.state == "Charging"
    assert 7 <= car.charging.amps <= 8


async def test_a_sleeping_car_is_woken_when_a_start_is_certain(
    hass: HomeAssistant,
    morning: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    car.fall_asleep()
    await pass_time(hass, freezer, timedelta(minutes=6))
    assert simulator.usage.count(category="wakes") == 0
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 1.0
    await pass_time(hass, freezer, timedelta(minutes=30))
    assert simulator.usage.count(category="wakes") == 1
    assert car.charging.state == "Charging"


async def test_shadow_mode_sends_nothing(
    hass: HomeAssistant, morning: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    await act(hass, "switch.turn_on", "switch.charging_at_sonnenhaus_shadow_mode")
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 1.0
    await pass_time(hass, freezer, timedelta(minutes=20))
    assert told(simulator) == []
    assert state_of(hass, REASON) == "surplus_enough"
    assert state_of(hass, "sensor.blitz_target_current") == "8"

    await hass.config_entries.async_reload(morning.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, "switch.charging_at_sonnenhaus_shadow_mode") == "on"
    await act(hass, "switch.turn_off", "switch.charging_at_sonnenhaus_shadow_mode")
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert ("charge_start", None) in told(simulator)


async def test_shadow_mode_begins_with_giving_back(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    await act(hass, "switch.turn_on", "switch.charging_at_sonnenhaus_shadow_mode")
    await pass_time(hass, freezer, timedelta(minutes=2))
    assert car.charging.amps == OWNERS_CURRENT
    simulator.commands.clear()
    await pass_time(hass, freezer, timedelta(minutes=20))
    assert told(simulator) == []


async def test_two_cars_share(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    simulator.sites[POWERWALL_SITE_ID].add_wall_connector()
    other = simulator.cars[MODEL_S_VIN]
    other.plug()
    other.charging.stop()
    other.sleep_after = 1e9
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 2.5
    await set_time_of_day(hass, 10)
    await add_place(hass, paired, cars=[MODEL_Y_VIN, MODEL_S_VIN])
    await pass_time(hass, freezer, timedelta(minutes=40))
    assert car.charging.state == other.charging.state == "Charging"
    assert min(car.charging.amps, other.charging.amps) >= 5
    assert 13_000 < car.charging.power + other.charging.power < 15_500


async def test_settings_outlive_a_restart(
    hass: HomeAssistant,
    morning: MockConfigEntry,
    freezer: FrozenDateTimeFactory,
    hass_storage: dict[str, Any],
) -> None:
    await act(hass, "number.set_value", "number.blitz_solar_limit", value=85)
    await act(hass, "number.set_value", "number.blitz_cheap_price", value=0.21)
    await act(hass, "time.set_value", "time.blitz_ready_by", time="06:30:00")
    await act(hass, "select.select_option", MODE, option="ready_by")
    await act(
        hass, "select.select_option", "select.charging_at_sonnenhaus_battery_priority", option="battery_first"
    )
    await hass.config_entries.async_reload(morning.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, "number.blitz_solar_limit") == "85"
    assert state_of(hass, "number.blitz_cheap_price") == "0.21"
    assert state_of(hass, "time.blitz_ready_by") == "06:30:00"
    assert state_of(hass, MODE) == "ready_by"
    assert state_of(hass, "select.charging_at_sonnenhaus_battery_priority") == "battery_first"
    freezer.tick(SAVE_DELAY + 1)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)
    assert hass_storage[f"{DOMAIN}.{morning.entry_id}.charging"]["data"]
