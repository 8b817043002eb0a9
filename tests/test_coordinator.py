"""When cars and sites are read, what it costs, and what is shown when they cannot be."""

from datetime import timedelta
import logging

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.tesla_home_energy.cadence import (
    FRESH,
    LIVE_INTERVAL,
    NIGHT_LIVE_INTERVAL,
    STATE_INTERVAL,
)
from custom_components.tesla_home_energy.const import DOMAIN, LOGGER
from homeassistant.components.websocket_api.const import DATA_CONNECTIONS
from homeassistant.config_entries import SOURCE_REAUTH
from homeassistant.core import HomeAssistant
from homeassistant.helpers import entity_registry as er, issue_registry as ir
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from .conftest import state_of
from .simulator import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.faults import HttpFault

BATTERY = "sensor.blitz_battery_level"
CHARGING_STATE = "sensor.blitz_charging_state"
SOLAR = "sensor.sonnenhaus_solar_power"
SIGNED = "switch.blitz_read_by_signed_command"
STATE = "/api/1/vehicles/{tag}"
LIVE = "/api/1/energy_sites/{site_id}/live_status"
LIMIT = {"response": None, "error": "account disabled: EXCEEDED_LIMIT"}


async def _tick(hass: HomeAssistant, freezer: FrozenDateTimeFactory, time: timedelta) -> None:
    """Let time pass at once."""
    freezer.tick(time + timedelta(seconds=1))
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)


async def _wait(
    hass: HomeAssistant, freezer: FrozenDateTimeFactory, time: timedelta, step: timedelta = STATE_INTERVAL
) -> None:
    """Let time pass in steps that no timer is missed by."""
    for _ in range(int(time / step)):
        await _tick(hass, freezer, step)


@pytest.mark.parametrize(
    ("state", "readings"), [("at the wall connector", 2), ("elsewhere", 6), ("parked", 2), ("watchful", 1)]
)
async def test_a_car_is_read_as_often_as_its_values_change(
    hass: HomeAssistant,
    entry: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    state: str,
    readings: int,
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    if state == "elsewhere":
        car.at_home = False
    elif state != "at the wall connector":
        car.unplug()
        car.sleep_after = 1e9
        car.sentry_mode = state == "watchful"
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    simulator.usage.clear()
    await _wait(hass, freezer, timedelta(minutes=65))

    assert simulator.usage.count(category="data") == readings
    assert simulator.usage.count(category="wakes") == 0


async def test_a_sleeping_car_is_left_alone(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    level = state_of(hass, BATTERY)
    simulator.cars[MODEL_Y_VIN].unplug()
    simulator.cars[MODEL_Y_VIN].fall_asleep()
    simulator.usage.clear()
    await _wait(hass, freezer, timedelta(hours=4))

    assert simulator.usage.count(category="data") == 0
    assert simulator.usage.count(category="wakes") == 0
    assert state_of(hass, BATTERY) == level


async def test_reading_lets_a_parked_car_fall_asleep(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.cars[MODEL_Y_VIN].unplug()
    await _wait(hass, freezer, timedelta(hours=1))

    assert simulator.cars[MODEL_Y_VIN].state == "asleep"


async def test_a_car_that_wakes_by_itself_is_read_once(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.unplug()
    car.fall_asleep()
    await _wait(hass, freezer, timedelta(minutes=10))
    simulator.usage.clear()
    car.set_online()
    await _wait(hass, freezer, timedelta(minutes=10))

    assert simulator.usage.count(category="data") == 1


async def test_a_car_that_falls_asleep_between_two_calls_keeps_its_values(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    body = {"response": None, "error": "vehicle unavailable: vehicle is offline or asleep"}
    simulator.faults.add(HttpFault(path="*/vehicle_data", status=408, body=body))
    await _wait(hass, freezer, timedelta(minutes=35))
    assert simulator.usage.count(category="data", status=408) == 1
    assert state_of(hass, BATTERY) not in {"unknown", "unavailable"}


async def test_the_wall_connector_tells_of_the_car_for_free(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    assert state_of(hass, CHARGING_STATE) == "charging"
    car.unplug()
    car.fall_asleep()
    simulator.usage.clear()
    await _tick(hass, freezer, NIGHT_LIVE_INTERVAL)

    assert state_of(hass, CHARGING_STATE) == "disconnected"
    assert state_of(hass, "binary_sensor.blitz_charge_cable") == "off"
    assert state_of(hass, "sensor.blitz_charger_power") == "0"
    assert simulator.usage.count(category="data") == 0


async def test_news_from_the_wall_connector_is_worth_one_reading(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.unplug()
    await _tick(hass, freezer, NIGHT_LIVE_INTERVAL)
    simulator.usage.clear()
    car.plug()
    await _tick(hass, freezer, NIGHT_LIVE_INTERVAL)
    await _tick(hass, freezer, NIGHT_LIVE_INTERVAL)

    assert state_of(hass, CHARGING_STATE) == "charging"
    assert simulator.usage.count(category="data") == 1


async def test_whoever_asks_for_an_update_gets_it_at_once(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    simulator.usage.clear()
    await hass.services.async_call("homeassistant", "update_entity", {"entity_id": BATTERY}, blocking=True)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert simulator.usage.count(category="data") == 1


@pytest.mark.parametrize(("hour", "watched", "readings"), [(11, False, 60), (1, False, 12), (1, True, 60)])
async def test_a_site_is_read_often_while_the_sun_shines_or_somebody_looks(
    hass: HomeAssistant,
    home: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    hour: int,
    readings: int,
    *,
    watched: bool,
) -> None:
    longitude = ((hour - dt_util.utcnow().hour + 12) % 24 - 12) * 15  # where it is that hour of day now
    await hass.config.async_update(latitude=0.1, longitude=longitude)
    hass.data[DATA_CONNECTIONS] = int(watched)
    await _wait(hass, freezer, timedelta(minutes=10), timedelta(minutes=1))
    simulator.usage.clear()
    await _wait(hass, freezer, timedelta(hours=1), timedelta(seconds=59))

    assert abs(simulator.usage.count(endpoint=LIVE) - readings) <= 2


async def test_what_is_shown_outlives_a_failure_but_not_a_quarter_of_an_hour(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    shown = state_of(hass, SOLAR)
    simulator.faults.add(HttpFault(path="*/live_status", status=500, count=None))
    await _wait(hass, freezer, timedelta(minutes=10))
    assert state_of(hass, SOLAR) == shown

    await _wait(hass, freezer, FRESH)
    assert state_of(hass, SOLAR) == "unavailable"
    assert state_of(hass, BATTERY) != "unavailable"

    simulator.faults.clear()
    await _wait(hass, freezer, timedelta(minutes=10))
    assert float(state_of(hass, SOLAR)) >= 0


async def test_a_site_that_tesla_has_not_heard_of_for_long_is_not_shown_as_live(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    old = (dt_util.utcnow() - timedelta(hours=1)).isoformat()
    simulator.sites[POWERWALL_SITE_ID].frozen = {"solar_power": 4000.0, "timestamp": old}
    await _wait(hass, freezer, timedelta(minutes=20))
    assert state_of(hass, SOLAR) == "unavailable"


async def test_a_car_of_which_tesla_says_nothing_becomes_unavailable(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="/api/1/vehicles/*", status=503, count=None))
    await _wait(hass, freezer, timedelta(minutes=10))
    assert state_of(hass, BATTERY) != "unavailable"
    await _wait(hass, freezer, timedelta(minutes=10))
    assert state_of(hass, BATTERY) == "unavailable"


async def test_an_online_car_whose_data_do_not_come_becomes_unavailable(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.cars[MODEL_Y_VIN].sentry_mode = True
    body = {"response": None, "error": "vehicle unavailable: vehicle is offline or asleep"}
    simulator.faults.add(HttpFault(path="*/vehicle_data", status=408, body=body, count=None))
    await _wait(hass, freezer, timedelta(minutes=100))
    assert state_of(hass, BATTERY) != "unavailable"
    await _wait(hass, freezer, timedelta(minutes=40))
    assert state_of(hass, BATTERY) == "unavailable"


async def test_tesla_says_when_to_ask_again(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.add_site("solar")
    await hass.config_entries.async_reload(home.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    simulator.faults.add(HttpFault(path="*/live_status", status=429, headers={"Retry-After": "1200"}))
    await _wait(hass, freezer, NIGHT_LIVE_INTERVAL)
    simulator.usage.clear()

    await _wait(hass, freezer, timedelta(minutes=14), LIVE_INTERVAL)
    assert simulator.usage.count(category="energy") == 0  # nor the other site, nor anything of its kind
    assert simulator.usage.count(category="free") > 0

    await _wait(hass, freezer, timedelta(minutes=20), LIVE_INTERVAL)
    assert state_of(hass, SOLAR) != "unavailable"


async def test_a_month_that_is_used_up_is_no_permission_problem(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="/api/1/*", status=403, body=LIMIT, count=None))
    await _wait(hass, freezer, timedelta(minutes=10))
    simulator.usage.clear()
    await _wait(hass, freezer, timedelta(minutes=45))
    registry = ir.async_get(hass)
    issue = registry.async_get_issue(DOMAIN, f"account_limit_{home.entry_id}")
    assert issue is not None
    assert simulator.usage.requests == []
    assert hass.config_entries.flow.async_progress_by_handler(DOMAIN) == []

    simulator.faults.clear()
    await _wait(hass, freezer, timedelta(minutes=65))
    assert registry.async_get_issue(DOMAIN, f"account_limit_{home.entry_id}") is None
    assert state_of(hass, SOLAR) != "unavailable"


async def test_a_token_that_tesla_refuses_for_good_asks_to_sign_in(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="*/live_status", status=401, count=2))
    await _tick(hass, freezer, NIGHT_LIVE_INTERVAL)

    flows = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert [flow["context"]["source"] for flow in flows] == [SOURCE_REAUTH]


async def _enable(hass: HomeAssistant, entry: MockConfigEntry, entity_id: str) -> None:
    er.async_get(hass).async_update_entity(entity_id, disabled_by=None)
    await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_a_paired_car_is_read_by_signed_command(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    await _enable(hass, paired, SIGNED)
    assert state_of(hass, SIGNED) == "on"
    simulator.usage.clear()
    simulator.cars[MODEL_Y_VIN].charging.battery_level = 71.0
    await hass.services.async_call("homeassistant", "update_entity", {"entity_id": BATTERY}, blocking=True)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert state_of(hass, BATTERY) == "71"
    assert simulator.usage.count(category="data") == 0
    assert simulator.usage.count(category="commands") == 2  # a handshake, once for all, and the question


async def test_reading_by_signed_command_ends_where_it_does_not_pass(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    await _enable(hass, paired, SIGNED)
    simulator.cars[MODEL_Y_VIN].computers.keys.clear()  # a car that refuses what Tesla let through
    await hass.services.async_call("homeassistant", "update_entity", {"entity_id": BATTERY}, blocking=True)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert state_of(hass, SIGNED) == "off"
    assert state_of(hass, BATTERY) not in {"unknown", "unavailable"}
    await hass.services.async_call("switch", "turn_on", {"entity_id": SIGNED}, blocking=True)
    assert state_of(hass, SIGNED) == "on"


async def _budget(hass: HomeAssistant, entry: MockConfigEntry, **options: object) -> None:
    hass.config_entries.async_update_entry(entry, options=options)
    await hass.config_entries.async_reload(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


@pytest.mark.parametrize("sharing", ["as_needed", "even"])
async def test_a_small_budget_is_not_exceeded_and_the_free_call_goes_on(
    hass: HomeAssistant,
    home: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    sharing: str,
) -> None:
    await _budget(hass, home, budget=0.02, budget_sharing=sharing)
    simulator.cars[MODEL_Y_VIN].unplug()
    simulator.cars[MODEL_Y_VIN].driving = True
    await _wait(hass, freezer, timedelta(hours=6))

    assert simulator.usage.count(category="data") * 0.002 <= 0.02
    assert simulator.usage.count(endpoint=STATE) > 100
    assert state_of(hass, "binary_sensor.blitz_charge_cable") == "unavailable"  # nobody knows any more


async def test_an_outage_is_logged_once_when_it_comes_and_once_when_it_is_over(
    hass: HomeAssistant,
    home: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def told() -> list[str]:
        return [
            record.levelname
            for record in caplog.records
            if record.name == LOGGER.name and record.levelno >= logging.INFO
        ]

    caplog.set_level(logging.INFO)
    simulator.faults.add(HttpFault(path="/api/1/*", status=503, count=None))
    await _wait(hass, freezer, timedelta(hours=2))
    assert told() == ["ERROR"]

    simulator.faults.add(HttpFault(path="/api/1/*", status=404, count=None))
    await _wait(hass, freezer, timedelta(hours=1))
    assert told() == ["ERROR"]  # they have been failing all the time

    simulator.faults.clear()
    await _wait(hass, freezer, timedelta(hours=1))
    assert told() == ["ERROR", "INFO"]

    simulator.faults.add(HttpFault(path="*/calendar_history", status=404, count=None))
    simulator.faults.add(HttpFault(path="*/live_status", status=500, count=None))
    await _wait(hass, freezer, timedelta(hours=2))
    assert told() == ["ERROR", "INFO", "ERROR", "ERROR"]  # two reasons


@pytest.mark.parametrize("what", ["full", "unplugged"])
async def test_a_start_that_came_to_its_end_is_no_broken_promise(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    what: str,
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.charging.stop()
    await _wait(hass, freezer, STATE_INTERVAL)
    charging = {"entity_id": "switch.blitz_charging"}
    await hass.services.async_call("switch", "turn_on", charging, blocking=True)
    if what == "full":
        car.charging.battery_level = float(car.charging.charge_limit)
    else:
        car.unplug()
    await _wait(hass, freezer, timedelta(minutes=20))

    assert state_of(hass, CHARGING_STATE) == {"full": "complete", "unplugged": "disconnected"}[what]
    issues = ir.async_get(hass).issues.values()
    assert [issue.translation_key for issue in issues if issue.domain == DOMAIN] == []


async def test_a_car_whose_equal_part_is_spent_is_told_of(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    def told() -> list[str | None]:
        issues = ir.async_get(hass).issues.values()
        return [issue.translation_key for issue in issues if issue.domain == DOMAIN]

    simulator.cars[MODEL_S_VIN].fall_asleep()
    await _budget(hass, paired, budget=0.08, budget_sharing="even")
    for limit in range(55, 95):
        limits = {"entity_id": "number.blitz_charge_limit", "value": limit}
        await hass.services.async_call("number", "set_value", limits, blocking=True)
    await _wait(hass, freezer, STATE_INTERVAL)
    assert told() == ["budget_part_spent"]

    await _budget(hass, paired, budget=1, budget_sharing="even")
    await _wait(hass, freezer, STATE_INTERVAL)
    assert told() == []


async def test_a_billed_site_is_read_when_a_car_wakes_and_seldom_else(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.unplug()
    car.fall_asleep()
    await _budget(hass, home, energy_billed=True)
    await _wait(hass, freezer, STATE_INTERVAL)
    simulator.usage.clear()
    await _wait(hass, freezer, timedelta(hours=1))
    assert simulator.usage.count(endpoint=LIVE) in {1, 2, 3}

    simulator.usage.clear()
    car.plug()
    await _wait(hass, freezer, STATE_INTERVAL)
    assert simulator.usage.count(endpoint=LIVE) >= 1
    assert state_of(hass, CHARGING_STATE) == "charging"


async def test_a_car_is_not_asked_while_tesla_has_enough_of_such_questions(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="*/vehicle_data", status=429, headers={"Retry-After": "3600"}))
    await _wait(hass, freezer, timedelta(minutes=40))
    simulator.usage.clear()
    await _wait(hass, freezer, timedelta(minutes=30))
    assert simulator.usage.count(category="data") == 0
    assert simulator.usage.count(endpoint=STATE) > 0


async def test_the_wall_connector_confirms_for_free_that_charging_ended(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    await _tick(hass, freezer, NIGHT_LIVE_INTERVAL)
    simulator.usage.clear()
    charging = {"entity_id": "switch.blitz_charging"}
    await hass.services.async_call("switch", "turn_off", charging, blocking=True)
    for _ in range(6):
        await _tick(hass, freezer, timedelta(seconds=20))

    state = hass.states.get("switch.blitz_charging")
    assert state is not None
    assert state.state == "off"
    assert not state.attributes["pending"]
    assert simulator.usage.count(category="data") == 0
    assert simulator.usage.count(category="commands") == 2  # a handshake and the command
