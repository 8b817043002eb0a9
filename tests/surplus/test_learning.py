"""What is learnt of a car: how low its current goes, how much an ampere brings, when it took it."""

from dataclasses import replace
from typing import Any

import pytest

from custom_components.tesla_home_energy.surplus import (
    Car,
    CarMemory,
    CarSettings,
    ChargingState,
    CommandKind,
    FloorPolicy,
    Memory,
    Mode,
    Outcome,
    Reason,
    SentCommand,
    decide,
)

from .world import NOON, VOLTS, Home, a_car, charging, kinds, only, some_inputs


def sunless(home: Home) -> Home:
    """Let the sun go while the car charges with 10 A."""
    home.surplus = 2300.0
    home.run(60)
    home.surplus = 250.0
    home.run(600)
    return home


def test_a_car_that_takes_one_ampere_is_left_at_it() -> None:
    home = sunless(Home(cars={"car": charging(10)}))
    assert home.car.requested_current == 1
    assert home.memory.cars["car"].lowest_current == 1


@pytest.mark.parametrize("lowest", [2, 3, 5])
def test_a_car_that_goes_no_lower_is_asked_no_more(lowest: int) -> None:
    home = sunless(Home(cars={"car": charging(10)}, lowest=lowest))
    home.run(600)
    assert home.car.requested_current == lowest
    assert home.memory.cars["car"].lowest_current == lowest
    assert home.memory.cars["car"].by_hand == 0
    asked = len(home.told)
    for amps in (10, 1, 10, 1):
        home.surplus = amps * VOLTS + 20.0
        home.run(200)
    values = [action.value for _, _, action in home.told[asked:] if action.kind is CommandKind.SET_CURRENT]
    assert min(value for value in values if value is not None) == lowest


def test_what_was_learnt_of_a_car_outlives_its_sessions() -> None:
    home = sunless(Home(cars={"car": charging(10)}, lowest=3))
    home.run(600)
    home.change(plugged=False, charging_state=ChargingState.DISCONNECTED)
    home.run(60)
    home.memory = Memory.from_dict(home.memory.as_dict())
    assert home.memory.cars["car"].lowest_current == 3


def test_one_lost_command_is_no_refusal_of_low_currents() -> None:
    home = Home(cars={"car": charging(10)}, surplus=2300.0)
    home.run(60)
    home.deaf = True
    home.surplus = 250.0
    home.run(20)
    # The first of the two arrived, the second did not.
    home.change(requested_current=5)
    home.deaf = False
    home.run(900)
    assert home.car.requested_current == 1
    assert home.memory.cars["car"].lowest_current == 1


def test_a_refused_low_current_is_remembered_at_once() -> None:
    home = Home(cars={"car": charging(10)}, surplus=2300.0)
    home.run(60)
    home.surplus = 250.0
    home.outcome = Outcome.REFUSED
    home.run(20)
    home.outcome = Outcome.ACCEPTED
    home.run(600)
    assert home.memory.cars["car"].lowest_current == 5
    assert home.car.requested_current == 5


def test_five_amperes_ask_nothing_of_a_car() -> None:
    home = sunless(Home.with_car(charging(10), floor_policy=FloorPolicy.FIVE_AMPS))
    assert home.memory.cars["car"].lowest_current == 1
    assert home.count(CommandKind.SET_CURRENT) == 1


def test_the_lowest_current_is_never_above_the_highest() -> None:
    settings = CarSettings(mode=Mode.SOLAR_AND_MINIMUM, min_current=12, max_current=8)
    home = Home(cars={"car": a_car(settings=settings)})
    home.run(600)
    assert home.car.requested_current == 8


def test_three_phases_are_found_by_what_they_take() -> None:
    """Nobody said how many there are: the power does."""
    home = Home(cars={"car": charging(6, phases=None, voltage=None)}, phases=3, surplus=6 * 3 * VOLTS)
    home.run(60)
    assert home.memory.cars["car"].watts_per_amp == pytest.approx(3 * VOLTS)
    home.surplus = 10 * 3 * VOLTS + 50.0
    home.run(120)
    assert home.car.requested_current == 10


def test_phases_that_are_lost_show_at_once() -> None:
    home = Home(cars={"car": charging(10, phases=3)}, phases=3, surplus=10 * 3 * VOLTS)
    home.run(120)
    home.phases = 1
    home.run(120)
    assert home.memory.cars["car"].watts_per_amp == pytest.approx(VOLTS)
    assert home.car.requested_current == 30


def test_a_voltage_that_sags_is_followed_slowly() -> None:
    inputs = some_inputs(charging(10, power=2300.0), surplus=2300.0)
    memory = decide(inputs, Memory()).memory
    learnt = []
    assert inputs.meter is not None
    for step in range(1, 20):
        now = NOON + 10.0 * step
        car = charging(10, power=2150.0, as_of=now)
        later = replace(inputs, now=now, cars=(car,), meter=replace(inputs.meter, as_of=now))
        memory = decide(later, memory).memory
        learnt.append(memory.cars["car"].watts_per_amp or 0.0)
    assert 215.0 < learnt[0] < 230.0
    assert learnt[-1] == pytest.approx(215.0, rel=0.01)
    assert learnt == sorted(learnt, reverse=True)


@pytest.mark.parametrize(
    "car",
    [
        charging(10, power=None),
        charging(10, actual_current=4.0),
        charging(10, requested_current=None),
        charging(10, actual_current=0.0),
        charging(10, power=10.0),
        charging(10, power=90_000.0),
        a_car(power=3000.0),
    ],
)
def test_nothing_is_learnt_of_what_is_still_changing_or_cannot_be(car: Car) -> None:
    decision = decide(some_inputs(car, surplus=2300.0), Memory())
    assert decision.memory.cars["car"].watts_per_amp is None


def test_without_an_actual_current_the_requested_one_counts() -> None:
    car = charging(10, actual_current=None, power=6900.0)
    decision = decide(some_inputs(car, surplus=6900.0), Memory())
    assert decision.memory.cars["car"].watts_per_amp == pytest.approx(690.0)


def test_nothing_is_learnt_while_a_current_takes_effect() -> None:
    told = CarMemory(told_current=10, told_current_at=NOON - 10.0, previous_current=20)
    decision = decide(some_inputs(charging(10, power=4600.0), surplus=2300.0), Memory(cars={"car": told}))
    assert decision.memory.cars["car"].watts_per_amp is None


def surplus_seen(car_changes: dict[str, Any], memory: CarMemory, *, grid: float) -> float:
    """Return what is left for cars by a reading of so much import."""
    inputs = some_inputs(charging(20))
    car = replace(inputs.cars[0], **car_changes)
    assert inputs.meter is not None
    inputs = replace(inputs, cars=(car,), meter=replace(inputs.meter, grid_power=grid))
    found = decide(inputs, Memory(cars={"car": memory})).surplus
    assert found is not None
    return found


def test_the_power_of_a_car_is_that_of_the_moment_of_the_reading() -> None:
    """A reading from before a command knows only what the car took before it, whatever it takes now."""
    lowered = CarMemory(
        told_current=10,
        told_current_at=NOON - 60.0,
        previous_current=20,
        told_charging=True,
        told_charging_at=NOON - 900.0,
        told_charging_seen=True,
    )
    now: dict[str, Any] = {"requested_current": 10, "actual_current": 10.0, "power": 2300.0}
    # Of the same moment.
    assert surplus_seen({**now}, lowered, grid=0.0) == pytest.approx(2300.0)
    # The car was heard of before it was told, the meter after.
    before = {"requested_current": 20, "actual_current": 20.0, "power": 4600.0, "power_as_of": NOON - 70.0}
    assert surplus_seen(before, lowered, grid=0.0) == pytest.approx(2300.0)
    # Nothing happened between the two moments.
    quiet: dict[str, Any] = {**now, "power_as_of": NOON - 20.0}
    assert surplus_seen(quiet, lowered, grid=0.0) == pytest.approx(2300.0)


def test_a_car_that_was_stopped_between_two_readings_takes_nothing() -> None:
    stopped = CarMemory(
        told_current=20, told_current_at=NOON - 900.0, told_charging=False, told_charging_at=NOON - 60.0
    )
    before = {"power": 4600.0, "power_as_of": NOON - 70.0}
    assert surplus_seen(before, stopped, grid=-1000.0) == pytest.approx(1000.0)


def test_a_reading_older_than_the_stop_still_has_the_car_in_it() -> None:
    stopped = CarMemory(
        told_current=20, told_current_at=NOON - 900.0, told_charging=False, told_charging_at=NOON - 20.0
    )
    inputs = some_inputs(a_car(power=0.0, power_as_of=NOON + 20.0), now=NOON + 20.0)
    assert inputs.meter is not None
    inputs = replace(inputs, meter=replace(inputs.meter, as_of=NOON - 30.0, grid_power=600.0))
    assert decide(inputs, Memory(cars={"car": stopped})).surplus == pytest.approx(4000.0)
    unknown = replace(stopped, told_current=None)
    assert decide(inputs, Memory(cars={"car": unknown})).surplus == pytest.approx(-600.0)


def test_a_reading_older_than_the_change_has_the_current_before_it() -> None:
    changed = CarMemory(
        told_current=10,
        told_current_at=NOON - 20.0,
        previous_current=20,
        told_charging=True,
        told_charging_at=NOON - 900.0,
        told_charging_seen=True,
    )
    car = charging(10, power_as_of=NOON + 20.0, as_of=NOON + 20.0)
    inputs = some_inputs(car, now=NOON + 20.0)
    assert inputs.meter is not None
    inputs = replace(inputs, meter=replace(inputs.meter, as_of=NOON - 30.0, grid_power=0.0))
    assert decide(inputs, Memory(cars={"car": changed})).surplus == pytest.approx(4600.0)
    unknown = replace(changed, previous_current=None)
    assert decide(inputs, Memory(cars={"car": unknown})).surplus == pytest.approx(2300.0)


def test_without_a_power_the_current_says_what_a_car_takes() -> None:
    assert surplus_seen({"power": None}, CarMemory(), grid=0.0) == pytest.approx(4600.0)
    assert surplus_seen({"power": None, "actual_current": None}, CarMemory(), grid=0.0) == pytest.approx(
        4600.0
    )
    starting = {"power": None, "charging_state": ChargingState.STARTING}
    assert surplus_seen(starting, CarMemory(), grid=-3000.0) == pytest.approx(3000.0)


def test_what_a_car_that_says_no_request_takes_is_its_actual_current() -> None:
    car = charging(12, requested_current=None)
    assert only(decide(some_inputs(car, surplus=12 * VOLTS), Memory())).target_current == 12
    # Neither: it is held for the least that a start brings.
    car = charging(12, requested_current=None, actual_current=None, power=None)
    assert only(decide(some_inputs(car), Memory())).target_current == 5


def test_a_command_that_was_refused_changed_nothing() -> None:
    sent = SentCommand(kind=CommandKind.SET_CURRENT, value=10, sent_at=NOON - 10.0, outcome=Outcome.REFUSED)
    told = CarMemory(told_current=10, told_current_at=NOON - 10.0, previous_current=20)
    car = charging(20, commands=(sent,))
    decision = decide(some_inputs(car, surplus=20 * VOLTS), Memory(cars={"car": told}))
    assert only(decision).target_current == 20
    unknown = replace(told, previous_current=None)
    decision = decide(some_inputs(car, surplus=20 * VOLTS), Memory(cars={"car": unknown}))
    assert only(decision).target_current == 10


def test_the_owners_current_is_that_before_the_first_change() -> None:
    decision = decide(some_inputs(charging(20), surplus=5 * VOLTS), Memory())
    assert kinds(only(decision)) == [("set_current", 5)]
    assert decision.memory.cars["car"].owner_current == 20
    unknown = decide(some_inputs(charging(20, requested_current=None), surplus=5 * VOLTS), Memory())
    assert unknown.memory.cars["car"].owner_current is None
    assert only(unknown).reason is Reason.SURPLUS_FELL
