"""The car's battery and the clock."""

from datetime import UTC, datetime, timedelta

from freezegun.api import FrozenDateTimeFactory
import pytest

from . import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .car_commands import execute
from .charging import Charging
from .clock import Clock
from .site_answers import live_status
from .traces import TRACE_NAMES, trace

BERLIN_NIGHT = datetime.fromisoformat("2026-01-15T01:55:00+01:00")


@pytest.fixture
def quiet() -> Simulator:
    """A simulator that nobody asks over HTTP."""
    return Simulator()


def test_the_car_charges_at_the_start(quiet: Simulator) -> None:
    car = quiet.cars[MODEL_Y_VIN]
    assert car.charging.state == "Charging"
    assert car.charging.power == 6 * 230 * 3
    quiet.advance(3600)
    assert car.charging.energy_added == pytest.approx(6 * 230 * 3 / 1000 * 0.92, rel=0.01)
    assert car.charging.battery_level == pytest.approx(57 + 100 * 3.81 / 75, rel=0.01)


def test_current_ramps_over_seconds(quiet: Simulator) -> None:
    charging = quiet.cars[MODEL_Y_VIN].charging
    charging.amps = 16
    quiet.advance(3)
    assert 8 <= charging.current <= 10
    quiet.advance(20)
    assert charging.current == 16
    charging.stop()
    quiet.advance(1)
    assert 0 < charging.current < 16
    quiet.advance(3)
    assert charging.current == 0


def test_starting_takes_a_moment(quiet: Simulator) -> None:
    charging = quiet.cars[MODEL_Y_VIN].charging
    charging.stop()
    quiet.advance(10)
    charging.start()
    assert charging.state == "Starting"
    quiet.advance(5)
    assert charging.state == "Charging"


def test_charging_ends_at_the_limit_and_goes_on_above_it() -> None:
    charging = Charging(plugged=True, wanted=True, battery_level=79.99, current=16)
    charging.advance(60)
    assert charging.state == "Complete"
    charging.set_limit(90)
    assert charging.state == "Starting"
    charging.set_limit(60)
    assert charging.state == "Complete"


def test_amps_stay_within_what_the_wall_connector_offers(quiet: Simulator) -> None:
    car = quiet.cars[MODEL_Y_VIN]
    execute(car, "set_charging_amps", {"charging_amps": 48})
    assert car.charging.amps == 16
    execute(car, "set_charging_amps", {"charging_amps": 0})
    quiet.advance(10)
    assert car.charging.current == 0


def test_plugging_in_starts_charging(quiet: Simulator) -> None:
    car = quiet.cars[MODEL_S_VIN]
    car.plug()
    quiet.advance(40)
    assert car.charging.state == "Charging"
    assert car.charging.current == 24
    car.unplug()
    assert car.charging.state == "Disconnected"


def test_a_schedule_starts_charging_at_its_time() -> None:
    simulator = Simulator(start=BERLIN_NIGHT)
    car = simulator.cars[MODEL_Y_VIN]
    car.unplug()
    execute(car, "set_scheduled_charging", {"enable": True, "time": 120})
    car.plug()
    simulator.advance(299)
    assert car.charging.state == "Stopped"
    simulator.advance(10)
    assert car.charging.state == "Charging"


def test_opening_the_port_lets_the_cable_go(quiet: Simulator) -> None:
    car = quiet.cars[MODEL_Y_VIN]
    assert execute(car, "charge_port_door_open", {}) == ""
    assert not car.charging.latched
    assert car.charging.state == "Stopped"
    car.unplug()
    assert execute(car, "charge_port_door_close", {}) == "already closed"


def test_driving_uses_the_battery_and_leaves_the_wall_connector(quiet: Simulator) -> None:
    car = quiet.cars[MODEL_Y_VIN]
    car.drive_away()
    quiet.advance(1800)
    assert car.charging.battery_level == pytest.approx(47, abs=0.2)
    assert not quiet.sites[POWERWALL_SITE_ID].connected
    car.park(at_home=True)
    car.plug()
    assert list(quiet.sites[POWERWALL_SITE_ID].connected.values()) == [car]


def test_a_second_wall_connector_is_the_second_car_s(quiet: Simulator) -> None:
    site = quiet.sites[POWERWALL_SITE_ID]
    quiet.cars[MODEL_S_VIN].plug()
    assert [car.vin for car in site.connected.values()] == [MODEL_Y_VIN]
    site.add_wall_connector()
    quiet.cars[MODEL_Y_VIN].drive_away()
    quiet.advance(60)
    first, second = live_status(site)["wall_connectors"]
    assert "vin" not in first
    assert (second["vin"], second["wall_connector_power"]) == (MODEL_S_VIN, 24 * 230 * 3)
    assert site.balance.load > second["wall_connector_power"]


def test_what_changed_and_when(quiet: Simulator) -> None:
    begin = quiet.clock.now()
    quiet.advance(100)
    quiet.cars[MODEL_Y_VIN].drive_away()
    quiet.advance(1)
    changes = [change for change in quiet.changes.all if change.moment > begin]
    assert {
        (change.what, change.value, round((change.moment - begin).total_seconds())) for change in changes
    } == {
        ("plugged", False, 100),
        ("charging", False, 100),
        ("at_home", False, 100),
    }


def test_without_a_start_it_is_now_and_the_sun_stands_at_ten() -> None:
    clock = Clock()
    assert abs((clock.now() - datetime.now(UTC)).total_seconds()) < 1
    assert clock.sun_seconds(clock.now()) == pytest.approx(36_000, abs=1)


def test_with_a_start_the_sun_stands_as_the_clock_says() -> None:
    clock = Clock(start=BERLIN_NIGHT)
    assert clock.sun_seconds(clock.now()) == pytest.approx(6900, abs=1)
    clock.advance(3600)
    assert clock.sun_seconds(clock.now()) == pytest.approx(10_500, abs=1)


def test_speed_lets_time_fly(freezer: FrozenDateTimeFactory) -> None:
    simulator = Simulator(speed=60)
    begin = simulator.clock.now()
    freezer.tick(60)
    assert simulator.clock.now() - begin == timedelta(hours=1)
    assert simulator.cars[MODEL_Y_VIN].charging.energy_added == pytest.approx(3.81, rel=0.01)
    simulator.clock.speed = 1
    freezer.tick(60)
    assert simulator.clock.now() - begin == timedelta(hours=1, seconds=60)


def test_setting_the_clock_lives_through_nothing(quiet: Simulator) -> None:
    quiet.clock.set(quiet.clock.now() + timedelta(hours=1))
    assert quiet.cars[MODEL_Y_VIN].charging.energy_added < 0.1
    quiet.clock.set(datetime(2030, 1, 1, 12, tzinfo=UTC))
    assert quiet.cars[MODEL_Y_VIN].charging.energy_added < 0.1
    assert quiet.sites[POWERWALL_SITE_ID].balance.solar > 4000


@pytest.mark.parametrize("name", TRACE_NAMES)
def test_measured_days(name: str) -> None:
    day = trace(name)
    solar = sum(day.solar_power(second) for second in range(0, 86_400, 60)) / 60_000
    load = sum(day.load_power(second) for second in range(0, 86_400, 60)) / 60_000
    assert day.solar_power(0) == 0
    expected = {"sunny": (69, 13), "cloudy": (57, 13), "broken": (42, 13), "winter": (7, 46)}[name]
    assert (round(solar), round(load)) == pytest.approx(expected, abs=1)


def test_reset_brings_everything_back(quiet: Simulator) -> None:
    quiet.cars[MODEL_Y_VIN].unplug()
    quiet.sites[POWERWALL_SITE_ID].settings.backup_reserve = 80
    quiet.reset()
    assert quiet.cars[MODEL_Y_VIN].charging.plugged
    assert quiet.sites[POWERWALL_SITE_ID].settings.backup_reserve == 15
