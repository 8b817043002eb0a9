"""What surrounds a decision: words, prices, the forecast, places, settings, blueprints."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from unittest.mock import patch

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_capture_events,
)

from custom_components.tesla_home_energy.charging import Act, CarWishes, State, share
from custom_components.tesla_home_energy.charging.energies import Energies
from custom_components.tesla_home_energy.charging.forecast import SolarForecast
from custom_components.tesla_home_energy.charging.inputs import place_settings
from custom_components.tesla_home_energy.charging.location import locate
from custom_components.tesla_home_energy.charging.meter import SensorMeter, SiteMeter
from custom_components.tesla_home_energy.charging.prices import sensor_prices, tariff_price, tariff_prices
from custom_components.tesla_home_energy.charging_words import async_sentence
from custom_components.tesla_home_energy.const import DOMAIN, EVENT_CHARGING
from custom_components.tesla_home_energy.surplus import BatteryPriority, Location, Mode, PricePeriod, Reason
from homeassistant.components.automation.config import AUTOMATION_BLUEPRINT_SCHEMA
from homeassistant.components.blueprint.models import Blueprint
from homeassistant.core import HomeAssistant, State as EntityState
from homeassistant.helpers.translation import async_get_translations
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util
from homeassistant.util.yaml import load_yaml_dict

from .charging_home import (
    ADVANCED,
    MODE,
    REASON,
    act,
    add_place,
    car,
    charging,
    morning,
    pass_time,
    pauses,
    set_power,
    set_time_of_day,
    simulator,
    told,
)
from .conftest import state_of
from .simulator import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.car import Car
from .simulator.faults import HttpFault

__all__ = ["car", "charging", "morning", "pauses", "simulator"]

BLUEPRINTS = Path(__file__).parents[1] / "blueprints" / "automation" / DOMAIN
NOW = datetime(2026, 6, 15, 10, 20, tzinfo=UTC)
HOUR = timedelta(hours=1)
LEFT_TODAY = "sensor.charging_at_sonnenhaus_commands_left_today"


@pytest.fixture
async def words(hass: HomeAssistant, home: MockConfigEntry) -> dict[str, str]:
    """Every text of an entity."""
    return await async_get_translations(hass, "en", "entity", {DOMAIN})


@pytest.mark.parametrize(
    ("path", "values"),
    [
        ("sensor.charging_reason.state", Reason),
        ("sensor.charging_control.state", State),
        ("select.charging_mode.state", Mode),
        ("select.battery_priority.state", BatteryPriority),
        ("event.charging_decision.state_attributes.event_type.state", Act),
    ],
)
async def test_every_value_has_its_words(words: dict[str, str], path: str, values: Any) -> None:
    found = [words[f"component.{DOMAIN}.entity.{path}.{value}"] for value in values]
    assert all(found)
    assert len(set(found)) == len(found)


async def test_numbers_stand_behind_the_reason(hass: HomeAssistant, home: MockConfigEntry) -> None:
    until = dt_util.now().replace(hour=14, minute=5).timestamp()
    numbers = {"current": 8.0, "surplus": 5460.0, "state_of_charge": 57.0, "limit": 80.0, "price": 0.21}
    assert async_sentence(hass, Reason.CHEAP_PRICE, numbers, until) == (
        "The price is low (8 A, 5.5 kW, 57 %, ≤ 80 %, 0.210 EUR/kWh, → 14:05)"
    )
    assert async_sentence(hass, Reason.CHANGED_BY_HAND, {"changes": 2.0}).endswith("paused (2 x)")
    assert async_sentence(hass, Reason.AWAY, {}) == "The car is away"


async def test_the_logbook_tells_what_was_done_and_why(
    hass: HomeAssistant, charging: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    from custom_components.tesla_home_energy.logbook import async_describe_events  # noqa: PLC0415

    described: dict[str, Any] = {}

    def note(_: str, event: str, describe: Any) -> None:
        described[event] = describe

    async_describe_events(hass, note)
    events = async_capture_events(hass, EVENT_CHARGING)
    await act(hass, "select.select_option", MODE, option="off")
    (event,) = events
    line = described[EVENT_CHARGING](event)
    assert line["name"] == "Blitz"
    assert line["entity_id"] == "event.blitz_charging_decision"
    assert line["message"].startswith(
        "Gave back what was set before: Current and limit are as they were before ("
    )


@pytest.mark.parametrize("path", sorted(BLUEPRINTS.glob("*.yaml")), ids=lambda path: path.stem)
async def test_blueprints_make_automations(
    hass: HomeAssistant, charging: MockConfigEntry, path: Path
) -> None:
    blueprint = Blueprint(
        load_yaml_dict(path), path=path.name, expected_domain="automation", schema=AUTOMATION_BLUEPRINT_SCHEMA
    )
    assert blueprint.validate() is None
    target = hass.config.path("blueprints", "automation", path.name)
    Path(target).parent.mkdir(parents=True, exist_ok=True)
    Path(target).write_text(path.read_text())
    hass.states.async_set("notify.phone", "unknown")
    inputs = {
        "charging_told": {"decision": "event.blitz_charging_decision", "notify": "notify.phone"},
        "ready_before_work": {"mode_select": MODE},
    }[path.stem]
    config = {"alias": "made", "use_blueprint": {"path": path.name, "input": inputs}}
    assert await async_setup_component(hass, "automation", {"automation": config})
    assert state_of(hass, "automation.made") == "on"
    messages: list[Any] = []

    async def note(call: Any) -> None:
        messages.append(call.data["message"])

    hass.services.async_register("notify", "send_message", note)
    if path.stem == "charging_told":
        for act_, sentence in (("stopped", "Too little surplus"), ("raised", "More surplus")):
            attributes = {"event_type": act_, "sentence": sentence}
            hass.states.async_set("event.blitz_charging_decision", sentence, attributes)
        await hass.async_block_till_done()
        assert messages == ["Too little surplus"]
    else:
        await act(hass, "automation.trigger", "automation.made")
        expected = "solar_only" if dt_util.now().weekday() in {4, 5} else "ready_by"
        assert state_of(hass, MODE) == expected
    await act(hass, "automation.turn_off", "automation.made")


# Prices


def _row(hour: int, price: Any) -> dict[str, Any]:
    start = NOW.replace(minute=0) + hour * HOUR
    return {"start": start, "end": start + HOUR, "value": price}


def test_prices_of_the_hours_to_come() -> None:
    rows = {"raw_today": [_row(1, 0.3), _row(0, 0.1), _row(2, None), "row"], "raw_tomorrow": [_row(9, 0.2)]}
    found = sensor_prices(EntityState("sensor.price", "0.1", rows), NOW)
    assert [period.price for period in found] == [0.1, 0.3, 0.2]
    text = [{"start": "2026-06-15T10:00:00+00:00", "price": 0.4}, {"start": "soon", "price": 0.4}]
    (period,) = sensor_prices(EntityState("sensor.price", "0.1", {"prices": text}), NOW)
    begin = NOW.replace(minute=0).timestamp()
    assert period == PricePeriod(start=begin, end=begin + 3600.0, price=0.4)


def test_a_sensor_without_hours_tells_of_this_one() -> None:
    begin = NOW.replace(minute=0).timestamp()
    found = sensor_prices(EntityState("sensor.price", "0.25"), NOW)
    assert found == (PricePeriod(start=begin, end=begin + 3600.0, price=0.25),)
    assert sensor_prices(EntityState("sensor.price", "unknown"), NOW) == ()
    assert sensor_prices(None, NOW) == ()


def _plan(**changes: Any) -> dict[str, Any]:
    everyday = {"toDayOfWeek": 6}
    plan = {
        "seasons": {
            "Off": {"fromMonth": 0},
            "Winter": {"fromMonth": 10, "fromDay": 1, "toMonth": 3, "toDay": 31, "tou_periods": {}},
            "Summer": {
                "fromMonth": 4,
                "fromDay": 1,
                "toMonth": 9,
                "toDay": 30,
                "tou_periods": {
                    "ON_PEAK": {"periods": [everyday | {"fromHour": 17, "toHour": 21}]},
                    "SUPER": [everyday | {"fromHour": 23, "toHour": 5}],
                    "OFF_PEAK": [everyday | {"fromHour": 5, "toHour": 17}, everyday | {"fromHour": 21}],
                    "UNPRICED": [everyday],
                },
            },
        },
        "energy_charges": {"Summer": {"rates": {"ON_PEAK": 0.4, "OFF_PEAK": 0.3, "SUPER": 0.1}}},
    }
    return plan | changes


@pytest.mark.parametrize(
    ("hour", "price"), [(4, 0.1), (5, 0.3), (16, 0.3), (17, 0.4), (20, 0.4), (21, 0.3), (23, 0.1)]
)
def test_the_rate_plan_tells_the_price_of_each_hour(hour: int, price: float) -> None:
    assert tariff_price(_plan(), datetime(2026, 6, 15, hour, 30, tzinfo=UTC)) == price


@pytest.mark.parametrize("plan", [None, {}, {"seasons": []}, _plan(energy_charges={})])
def test_a_plan_that_tells_nothing_costs_nothing_to_read(plan: dict[str, Any] | None) -> None:
    assert tariff_price(plan, NOW) is None
    assert tariff_prices(plan, NOW) == ()


def test_winter_is_over_the_turn_of_the_year() -> None:
    assert tariff_price(_plan(), datetime(2026, 1, 15, 12, tzinfo=UTC)) is None


async def test_equal_prices_are_one_period(hass: HomeAssistant) -> None:
    await hass.config.async_set_time_zone("UTC")
    found = tariff_prices(_plan(), datetime(2026, 6, 15, 10, 40, tzinfo=UTC))
    assert [(dt_util.utc_from_timestamp(one.start).hour, one.price) for one in found[:4]] == [
        (10, 0.3),
        (17, 0.4),
        (21, 0.3),
        (23, 0.1),
    ]


async def test_a_price_sensor_opens_the_cheap_hours(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    await set_time_of_day(hass, 0)
    simulator.sites[POWERWALL_SITE_ID].solar_factor = 0.0
    hass.states.async_set("sensor.price", "0.30")
    await add_place(
        hass, paired, advanced={"grid_phases": "3", "price_sensor": "sensor.price", "zone": "zone.garage"}
    )
    await act(hass, "number.set_value", "number.blitz_cheap_price", value=0.15)
    for entity in ("charge_from", "charge_until"):
        await act(hass, "time.set_value", f"time.blitz_{entity}", time="00:00:00")
    await act(hass, "select.select_option", MODE, option="scheduled")
    await pass_time(hass, freezer, timedelta(minutes=3))
    assert told(simulator) == []
    hass.states.async_set("sensor.price", "0.10")
    await pass_time(hass, freezer, timedelta(minutes=6))
    assert car.charging.state == "Charging"
    assert state_of(hass, REASON) == "cheap_price"


# The forecast


class _Manager:
    data: Any = None


async def _forecast(hass: HomeAssistant, answer: Any) -> SolarForecast:
    """Ask a forecast of this answer, through an energy dashboard that uses it and one that is gone."""
    entry = MockConfigEntry(domain="oracle")
    entry.add_to_hass(hass)
    manager = _Manager()
    manager.data = {
        "energy_sources": [
            {"type": "grid"},
            {"type": "solar", "config_entry_solar_forecast": [entry.entry_id, "gone"]},
        ]
    }

    async def get_manager(_: HomeAssistant) -> _Manager:
        return manager

    async def forecast(_: HomeAssistant, __: str) -> Any:
        if isinstance(answer, Exception):
            raise answer
        return answer

    async def platforms(_: HomeAssistant) -> dict[str, Any]:
        return {"oracle": forecast}

    hass.config.components.add("energy")
    found = SolarForecast(hass)
    with (
        patch("homeassistant.components.energy.data.async_get_manager", get_manager),
        patch("homeassistant.components.energy.websocket_api.async_get_energy_platforms", platforms),
    ):
        await found.async_update()
        await found.async_update()  # nobody is asked twice
    return found


async def test_the_forecast_of_the_energy_dashboard_is_used(hass: HomeAssistant) -> None:
    hours = {"2026-06-15T10:00:00+00:00": 2000, "2026-06-15T11:00:00+00:00": 3000.0, "later": 1}
    found = await _forecast(hass, {"wh_hours": hours})
    assert [period.power for period in found.periods] == [2000.0, 3000.0]
    sunset = NOW.replace(hour=11, minute=30).timestamp()
    assert found.left_today(NOW, sunset) == pytest.approx(2000 * 40 / 60 + 3000 / 2)
    assert found.left_today(NOW + 2 * HOUR, sunset) == 0.0
    assert found.left_today(NOW - timedelta(days=1), sunset - 86400.0) is None
    assert found.left_today(NOW, None) is None


@pytest.mark.parametrize("answer", [None, {}, ValueError("no sun")])
async def test_a_forecast_that_fails_is_none(hass: HomeAssistant, answer: Any) -> None:
    found = await _forecast(hass, answer)
    assert found.periods == ()
    assert found.left_today(NOW, NOW.timestamp() + 3600.0) is None


# Settings and counters


def test_wishes_survive_the_disk() -> None:
    wishes = CarWishes(mode=Mode.READY_BY, ready_by=time(6, 30), cheap_price=0.2, priority=3, pause_hours=2)
    assert CarWishes.from_dict(wishes.as_dict()) == wishes
    nonsense = {"mode": "fast", "min_current": 99, "ready_by": "noon", "cheap_price": True, "priority": "1"}
    assert CarWishes.from_dict(nonsense) == CarWishes()
    assert CarWishes.from_dict(None) == CarWishes()


def test_now_goes_back_to_the_mode_before() -> None:
    wishes = CarWishes().with_mode(Mode.SOLAR_AND_MINIMUM).with_mode(Mode.NOW)
    assert wishes.mode is Mode.NOW
    assert wishes.default_mode is Mode.SOLAR_AND_MINIMUM


async def test_a_window_over_midnight_is_found_from_both_sides(hass: HomeAssistant) -> None:
    await hass.config.async_set_time_zone("UTC")
    for hour, open_ in ((22, False), (23, True), (0, True), (4, True), (5, False)):
        now = datetime(2026, 6, 15, hour, 1, tzinfo=UTC)
        windows = CarWishes().settings(now).windows
        assert any(window.start <= now.timestamp() < window.end for window in windows) is open_
    assert CarWishes(charge_from=time(0), charge_until=time(0)).settings(NOW).windows == ()


def test_a_new_session_day_or_month_begins_at_nothing() -> None:
    counted = Energies()
    counted.add(1000.0, 800.0, today=date(2026, 6, 30), session_started_at=1.0)
    counted.add(1000.0, 200.0, today=date(2026, 7, 1), session_started_at=1.0)
    assert share(counted.session_solar, counted.session) == 50.0
    assert share(counted.today_solar, counted.today) == 20.0
    assert share(counted.this_month_solar, counted.this_month) == 20.0
    counted.add(0.0, 0.0, today=date(2026, 7, 1), session_started_at=2.0)
    assert share(counted.session_solar, counted.session) is None
    assert Energies.from_dict({**counted.as_dict(), "today": "much", "more": 1}).this_month == 1000.0
    assert Energies.from_dict(None) == Energies()


@pytest.mark.parametrize(
    ("latitude", "longitude", "found"),
    [
        (52.52, 13.405, (Location.HOME, 0)),
        (52.5207, 13.405, (Location.HOME, 78)),
        (52.53, 13.405, (Location.AWAY, 1113)),
        (-52.52, -166.6, (Location.UNKNOWN, None)),
        (None, 13.405, (Location.UNKNOWN, None)),
    ],
)
async def test_a_place_is_where_its_zone_is(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    latitude: float | None,
    longitude: float,
    found: tuple[Location, int | None],
) -> None:
    coordinator = paired.runtime_data.vehicles[MODEL_Y_VIN]
    data = coordinator.actual.data
    drive = replace(data.drive, latitude=latitude, longitude=longitude)
    coordinator._actual = replace(
        coordinator.actual, at_wall_connector=False, data=replace(data, drive=drive)
    )
    hass.config.latitude, hass.config.longitude = 52.52, 13.405
    assert locate(hass, coordinator, site_id=None, zone="zone.gone") == found


async def test_an_old_word_of_a_wall_connector_is_no_proof(
    hass: HomeAssistant,
    charging: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    """The site cannot be read any more, and the car has driven to a charger elsewhere meanwhile."""
    simulator.faults.add(HttpFault(path="*/live_status", status=503, count=None))
    await pass_time(hass, freezer, timedelta(minutes=2))
    car.drive_away()
    car.park(at_home=False)
    car.charging.plug()
    simulator.commands.clear()
    await pass_time(hass, freezer, timedelta(minutes=30), timedelta(minutes=1))
    assert state_of(hass, REASON) == "away"
    assert told(simulator) == []


async def test_a_limit_of_the_day_is_counted_down(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> None:
    await set_time_of_day(hass, 10)
    await add_place(hass, paired, advanced={**ADVANCED, "commands_per_day": 30})
    assert state_of(hass, LEFT_TODAY) == "30"
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert int(state_of(hass, LEFT_TODAY)) == 30 - len(told(simulator)) < 30


async def test_every_limit_reaches_the_room(
    hass: HomeAssistant, paired: MockConfigEntry, car: Car, freezer: FrozenDateTimeFactory
) -> None:
    limits = {"fuse": 25, "grid_limit": 4.0, "grid_limit_current": 16, "demand_limit": 3.0, "margin": -200}
    advanced = {**ADVANCED, **limits, "solar_share": 80, "battery_reserve": 40, "commands_per_day": 60}
    await add_place(hass, paired, advanced=advanced)
    (place,) = paired.runtime_data.places.values()
    settings = place_settings(place.data, place.site, shadow=False)
    assert settings.fuse_current == 25
    assert settings.grid_phases == 3
    assert settings.grid_limit_power == 4000.0
    assert settings.grid_limit_current == 16
    assert settings.demand_limit == 3000.0
    assert settings.margin == -200.0
    assert settings.solar_share == 0.8
    assert settings.battery_reserve == 40.0
    assert settings.commands_per_day == 60
    # What the Powerwall tells of itself.
    assert settings.off_grid_reserve == 65.0
    assert settings.battery_capacity > 20_000.0
    low = place_settings({**place.data, "battery_reserve": 5}, place.site, shadow=False)
    assert low.battery_reserve == 15.0


async def test_a_battery_that_does_not_tell_leaves_no_surplus(hass: HomeAssistant) -> None:
    meter = SensorMeter(
        hass,
        {
            "grid_sensor": "sensor.grid",
            "battery_sensor": "sensor.battery",
            "battery_level_sensor": "sensor.level",
        },
    )
    set_power(hass, "sensor.grid", -2.0, "kW")
    assert meter.sample() is None
    set_power(hass, "sensor.battery", 1500)
    set_power(hass, "sensor.level", 70, "%")
    sample = meter.sample()
    assert sample is not None
    assert (sample.grid_power, sample.battery_power, sample.battery_level) == (-2000.0, 1500.0, 70.0)


async def test_a_site_that_tells_no_grid_power_is_no_meter(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    meter = SiteMeter(paired.runtime_data.energy_sites[POWERWALL_SITE_ID])
    assert meter.sample() is not None
    live = meter._live
    live.data = replace(live.data, grid_power=None)
    assert meter.sample() is None


async def test_a_pause_may_end_by_itself(
    hass: HomeAssistant, charging: MockConfigEntry, car: Car, freezer: FrozenDateTimeFactory
) -> None:
    await act(hass, "number.set_value", "number.blitz_pause_after_a_manual_change", value=1)
    car.charging.stop()
    await pass_time(hass, freezer, timedelta(minutes=3))
    state = hass.states.get(REASON)
    assert state is not None
    assert state.state == "changed_by_hand"
    assert state.attributes["next_change"] is not None
    await pass_time(hass, freezer, timedelta(minutes=70), timedelta(minutes=1))
    assert car.charging.state == "Charging"


async def test_the_car_with_the_lower_number_comes_first(
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
    other.charging.current = 0.0
    other.sleep_after = 1e9
    await set_time_of_day(hass, 10)
    await add_place(hass, paired, cars=[MODEL_Y_VIN, MODEL_S_VIN])
    await act(hass, "number.set_value", "number.blitz_charging_priority", value=2)
    await pass_time(hass, freezer, timedelta(minutes=30))
    assert other.charging.state == "Charging"
    assert other.charging.power > car.charging.power
