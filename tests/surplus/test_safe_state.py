"""When the meter is silent or old, a car is left at a current that harms nobody, later stopped."""

from dataclasses import replace
from typing import Any

import pytest

from custom_components.tesla_home_energy.surplus import (
    CarSettings,
    ChargingState,
    CommandKind,
    FloorPolicy,
    Memory,
    Mode,
    Outcome,
    PlaceSettings,
    Reason,
    decide,
)

from .world import NOON, VOLTS, Home, a_car, charging, only, some_inputs

HOUR = 3600.0


def silent(home: Home, seconds: float) -> Home:
    """Let the meter fall silent after a minute that was in order."""
    home.run(60)
    home.told.clear()
    home.meter_works = False
    told = home.run(seconds)
    assert told.reason is Reason.NO_METER
    return home


def test_without_a_reading_a_car_goes_to_its_lowest_current_and_then_stops() -> None:
    home = silent(Home(cars={"car": charging(20)}, surplus=20 * VOLTS), 360)
    assert home.car.requested_current == 1
    assert home.state() is ChargingState.CHARGING
    home.run(1200)
    assert home.state() is ChargingState.STOPPED
    assert home.count(CommandKind.STOP) == 1


def test_a_gap_that_is_short_changes_nothing() -> None:
    home = Home(cars={"car": charging(20)}, surplus=20 * VOLTS)
    home.run(60)
    home.meter_works = False
    told = home.run(120)
    assert home.told == []
    assert told.reason is not Reason.NO_METER
    assert home.last is not None
    assert home.last.surplus is not None


def test_how_old_a_reading_may_be_is_the_owners_word() -> None:
    home = Home(cars={"car": charging(20)}, surplus=20 * VOLTS, place=PlaceSettings(stale_after=30.0))
    home = silent(home, 60)
    assert home.car.requested_current == 1


def test_with_no_reading_ever_a_car_that_charges_is_stopped() -> None:
    home = Home(cars={"car": charging(20)}, meter_works=False)
    told = home.run(60)
    assert told.reason is Reason.NO_METER
    assert home.state() is ChargingState.STOPPED
    assert home.last is not None
    assert home.last.surplus is None


def test_a_minimum_stays_without_a_reading() -> None:
    home = Home.with_car(charging(20), mode=Mode.SOLAR_AND_MINIMUM, min_current=6)
    home.surplus = 20 * VOLTS
    home = silent(home, 2 * HOUR)
    assert home.state() is ChargingState.CHARGING
    assert home.car.requested_current == 6


def test_a_car_that_charges_from_the_grid_goes_on_where_nothing_limits_it() -> None:
    home = silent(Home.with_car(charging(20), mode=Mode.NOW), 2 * HOUR)
    assert home.state() is ChargingState.CHARGING
    assert home.car.requested_current == 32


@pytest.mark.parametrize(
    "place",
    [
        {"grid_limit_power": 20_000.0},
        {"grid_limit_current": 80.0},
        {"fuse_current": 80.0},
        {"demand_limit": 20_000.0},
    ],
)
def test_below_limits_that_nobody_measures_a_car_takes_five_amperes(place: dict[str, Any]) -> None:
    home = Home.with_car(charging(20), mode=Mode.NOW)
    home.place = PlaceSettings(**place)
    home = silent(home, 2 * HOUR)
    assert home.state() is ChargingState.CHARGING
    assert home.car.requested_current == 5
    assert len(home.told) == 1


@pytest.mark.parametrize("mode", [Mode.NOW, Mode.SOLAR_ONLY, Mode.SOLAR_AND_MINIMUM])
def test_nothing_starts_without_a_reading(mode: Mode) -> None:
    home = Home(cars={"car": a_car(settings=CarSettings(mode=mode))}, meter_works=False)
    home.run(HOUR)
    assert home.told == []


def test_when_the_meter_speaks_again_the_car_follows_again() -> None:
    home = silent(Home(cars={"car": charging(20)}, surplus=20 * VOLTS), 2000)
    home.meter_works = True
    home.run(600)
    assert home.state() is ChargingState.CHARGING
    assert home.car.requested_current == 20


def test_a_half_day_without_tesla_leaves_the_car_as_its_mode_wants() -> None:
    """Each command fails; once they reach the car, it neither charges on at night nor stays too low."""
    home = Home(cars={"car": charging(20)}, surplus=20 * VOLTS)
    home.run(60)
    home.outcome = Outcome.FAILED
    home.surplus = -500.0
    home.run(6 * HOUR)
    # Some in the beginning, then four an hour to change, one a minute to stop.
    assert len(home.told) <= 6 * 60
    home.outcome = Outcome.ACCEPTED
    home.run(2 * HOUR)
    assert home.state() is ChargingState.STOPPED
    home = Home(cars={"car": a_car(state_of_charge=30.0, settings=CarSettings(grid_limit=50))})
    home.outcome = Outcome.FAILED
    home.run(3 * HOUR)
    assert len(home.told) <= 60
    home.outcome = Outcome.ACCEPTED
    home.run(1200)
    assert home.state() is ChargingState.CHARGING


def test_five_amperes_stay_the_floor_without_a_reading() -> None:
    home = Home.with_car(charging(20), floor_policy=FloorPolicy.FIVE_AMPS)
    home.surplus = 20 * VOLTS
    home = silent(home, 360)
    assert [action.value for _, _, action in home.told] == [5]


def test_a_command_on_its_way_is_waited_for_without_a_reading_too() -> None:
    home = Home(cars={"car": charging(20)}, surplus=20 * VOLTS, outcome=Outcome.IN_FLIGHT)
    home = silent(home, 360)
    assert len(home.told) <= 2


def test_a_restart_keeps_what_was_going_on() -> None:
    """What is stored is read back by another process, which begins where the first one was."""
    home = Home.with_car(a_car(requested_current=13), solar_limit=90)
    home.surplus = 4600.0
    home.run(600)
    home.told.clear()
    stored = home.memory.as_dict()
    home.memory = Memory.from_dict(stored)
    home.run(300)
    assert home.told == []
    home.change(settings=replace(home.car.settings, mode=Mode.OFF))
    home.run(20)
    assert home.car.requested_current == 13
    assert home.car.charge_limit == 80


def test_a_restart_with_nothing_stored_takes_over_what_it_finds() -> None:
    home = Home(surplus=4600.0)
    home.run(600)
    home.memory = Memory()
    home.surplus = 2300.0
    told = home.run(120)
    assert home.car.requested_current == 10
    assert told.commands_by_hand == 0


def test_an_old_car_state_is_no_person() -> None:
    """What a car said before it was told is not held against it."""
    inputs = some_inputs(charging(20), surplus=5 * VOLTS)
    memory = decide(inputs, Memory()).memory
    assert inputs.meter is not None
    for step in range(1, 30):
        now = NOON + 10.0 * step
        later = replace(inputs, now=now, meter=replace(inputs.meter, as_of=now))
        decision = decide(later, memory)
        memory = decision.memory
        assert only(decision).commands_by_hand == 0
        assert only(decision).actions == ()


def test_a_car_that_sleeps_is_not_told_a_current_while_the_meter_is_silent() -> None:
    car = charging(20, charging_state=ChargingState.STARTING, asleep=True)
    told = only(decide(some_inputs(car, meter=None), Memory()))
    assert CommandKind.SET_CURRENT not in {action.kind for action in told.actions}
