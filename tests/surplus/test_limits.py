"""Main fuse, grid limit and demand window hold in every mode, whatever the house does."""

from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from custom_components.tesla_home_energy.surplus import (
    CarSettings,
    ChargingState,
    CommandKind,
    Memory,
    Mode,
    PlaceSettings,
    Reason,
    SentCommand,
    decide,
)

from .world import NOON, VOLTS, Home, a_car, charging, only, some_inputs

NOW = CarSettings(mode=Mode.NOW)
MINIMUM = CarSettings(mode=Mode.SOLAR_AND_MINIMUM, min_current=16)
LIMITS = [
    ({"fuse_current": 25.0}, 25 * VOLTS, Reason.FUSE_LIMIT),
    ({"grid_limit_power": 6000.0}, 6000.0, Reason.GRID_LIMIT),
    ({"grid_limit_current": 26.0}, 26 * VOLTS, Reason.GRID_LIMIT),
    ({"demand_limit": 6000.0}, 6000.0 * 1.5, Reason.DEMAND_LIMIT),
]


def after(home: Home, seconds: float) -> list[float]:
    """Let time pass; return what was imported at each step."""
    found = []
    for _ in range(int(seconds // 10)):
        home.step()
        found.append(home.imported)
    return found


def current(home: Home) -> int:
    """Return what all cars take, A."""
    cars = home.cars.values()
    return sum(car.requested_current or 0 for car in cars if car.charging_state is ChargingState.CHARGING)


@pytest.mark.parametrize(("place", "most", "reason"), LIMITS)
@pytest.mark.parametrize("settings", [NOW, MINIMUM])
def test_a_start_stays_below_the_limits_of_the_place(
    place: dict[str, Any], most: float, reason: Reason, settings: CarSettings
) -> None:
    home = Home(cars={"car": a_car(settings=settings)}, place=PlaceSettings(**place), surplus=-1000.0)
    assert max(after(home, 600)) <= most
    assert current(home) >= 16


def test_a_fuse_is_not_used_to_its_last_ampere() -> None:
    home = Home(cars={"car": a_car(settings=NOW)}, place=PlaceSettings(fuse_current=25.0), surplus=-1000.0)
    assert 0.8 * 25 * VOLTS < max(after(home, 600)) < 0.97 * 25 * VOLTS


@pytest.mark.parametrize(("place", "most", "reason"), LIMITS)
@pytest.mark.parametrize("settings", [NOW, MINIMUM])
def test_when_the_oven_starts_a_car_gives_way(
    place: dict[str, Any], most: float, reason: Reason, settings: CarSettings
) -> None:
    home = Home(cars={"car": a_car(settings=settings)}, place=PlaceSettings(**place), surplus=-500.0)
    home.run(600)
    before = current(home)
    home.surplus = -5400.0
    home.step()
    assert home.last is not None
    assert only(home.last).reason is reason
    # At most a minute above, the time of a reading and a command.
    assert max(after(home, 600)[4:]) <= most
    assert current(home) < before


def test_a_car_that_gave_way_comes_back() -> None:
    home = Home(cars={"car": a_car(settings=NOW)}, place=PlaceSettings(fuse_current=25.0), surplus=-500.0)
    home.run(600)
    before = current(home)
    home.surplus = -3500.0
    home.run(120)
    home.surplus = -500.0
    home.run(3600)
    assert current(home) >= before - 1
    assert len(home.told) <= 12


@pytest.mark.parametrize(("place", "most", "reason"), LIMITS)
def test_where_nothing_is_left_nothing_starts(place: dict[str, Any], most: float, reason: Reason) -> None:
    home = Home(cars={"car": a_car(settings=NOW)}, place=PlaceSettings(**place), surplus=-most)
    told = home.run(600)
    assert home.told == []
    assert told.reason is reason


@pytest.mark.parametrize(("place", "most", "reason"), LIMITS)
def test_where_the_house_alone_takes_it_all_the_car_stops(
    place: dict[str, Any], most: float, reason: Reason
) -> None:
    home = Home(cars={"car": charging(16, settings=NOW)}, place=PlaceSettings(**place), surplus=-1.1 * most)
    home.run(60)
    assert home.state() is ChargingState.STOPPED


def test_three_phases_carry_three_times_as_much() -> None:
    home = Home(cars={"car": a_car(settings=NOW, phases=3, max_current=16)}, phases=3, surplus=-500.0)
    home.place = PlaceSettings(fuse_current=20.0, grid_phases=3)
    assert max(after(home, 600)) <= 20 * 3 * VOLTS
    assert current(home) == 16
    home.surplus = -6000.0
    assert max(after(home, 600)[6:]) <= 20 * 3 * VOLTS
    assert 5 <= current(home) < 16


def test_the_tightest_of_all_limits_counts() -> None:
    places: list[dict[str, Any]] = [limit[0] for limit in LIMITS]
    united: dict[str, Any] = {name: value for place in places for name, value in place.items()}
    together = PlaceSettings(**united)
    amps = []
    for place in (*(PlaceSettings(**each) for each in places), together):
        home = Home(cars={"car": a_car(settings=NOW)}, place=place, surplus=-1000.0)
        home.run(600)
        amps.append(current(home))
    assert amps[-1] == min(amps[:-1])


def test_the_mean_of_no_quarter_of_an_hour_is_above_the_demand_limit() -> None:
    for length in (900.0, 1800.0):
        home = Home(cars={"car": a_car(settings=NOW)})
        home.place = PlaceSettings(demand_limit=5000.0, demand_window=length)
        home.now = NOON - NOON % length
        means = []
        for window in range(8):
            taken = 0.0
            for step in range(int(length // 10)):
                # An oven of 4 kW that now and then is on for minutes.
                home.surplus = -4500.0 if (step + 17 * window) // 13 % 3 == 0 else -500.0
                home.step()
                taken += home.imported * 10.0
            means.append(taken / length)
        assert max(means) <= 5000.0
        # And what may be taken is used.
        assert sum(means) / len(means) >= 0.7 * 5000.0


def test_sun_makes_room_below_the_limits() -> None:
    home = Home(
        cars={"car": a_car(settings=NOW)}, place=PlaceSettings(grid_limit_power=2000.0), surplus=3000.0
    )
    assert max(after(home, 600)) <= 2000.0
    assert current(home) >= 20


def test_cars_that_follow_the_sun_give_way_first_and_then_those_that_come_last() -> None:
    cars = {
        "now": charging(10, "now", settings=CarSettings(mode=Mode.NOW, max_current=10)),
        "sun": charging(10, "sun", settings=CarSettings(priority=1)),
        "later": charging(10, "later", settings=CarSettings(mode=Mode.NOW, priority=2, max_current=10)),
    }
    home = Home(cars=cars, place=PlaceSettings(fuse_current=30.0), surplus=2300.0)
    home.run(60)
    home.surplus = -2300.0
    home.run(60)
    assert home.cars["now"].requested_current == 10
    assert home.state("sun") is ChargingState.STOPPED or home.cars["sun"].requested_current == 1
    home.surplus = -3500.0
    home.run(60)
    assert home.cars["now"].requested_current == 10
    assert (home.cars["later"].requested_current or 0) < 5


def test_a_minimum_that_the_sun_does_not_give_is_cut_before_what_is_wanted_now() -> None:
    cars = (
        charging(10, "minimum", settings=replace(MINIMUM, min_current=10)),
        charging(16, "now", settings=replace(NOW, max_current=16)),
    )
    place = PlaceSettings(grid_limit_power=26 * VOLTS)
    for order in (cars, cars[::-1]):
        decision = decide(some_inputs(*order, surplus=-500.0, place=place), Memory())
        assert [told.car_id for told in decision.cars if told.actions] == ["minimum"]


def test_a_start_is_taken_back_when_its_room_is_gone() -> None:
    """A car that is only just starting takes no other current yet."""
    home = Home(cars={"car": a_car(settings=NOW)}, place=PlaceSettings(fuse_current=16.0))
    home.run(10)
    assert home.count(CommandKind.START) == 1
    home.surplus = -3000.0
    home.run(20)
    assert home.count(CommandKind.STOP) == 1


def test_cutting_waits_for_no_budget_of_commands() -> None:
    """What a fuse carries does not depend on how much was sent in this hour."""
    home = Home(cars={"car": charging(20, settings=NOW)})
    home.place = PlaceSettings(fuse_current=25.0, commands_per_hour=0)
    home.run(20)
    home.surplus = -4000.0
    assert max(after(home, 60)[3:]) <= 25 * VOLTS


def test_a_command_on_its_way_is_not_doubled_by_cutting() -> None:
    sent = SentCommand(kind=CommandKind.SET_CURRENT, value=20, sent_at=NOON - 5.0)
    car = charging(20, settings=NOW, commands=(sent,))
    place = PlaceSettings(fuse_current=16.0)
    assert only(decide(some_inputs(car, surplus=-2000.0, place=place), Memory())).actions == ()


def test_the_second_car_starts_only_with_room_for_both() -> None:
    cars = {name: a_car(name, settings=NOW) for name in "ab"}
    home = Home(cars=cars, place=PlaceSettings(fuse_current=25.0), surplus=-200.0)
    assert max(after(home, 1200)) <= 25 * VOLTS
    assert home.state("a") is ChargingState.CHARGING


@pytest.mark.parametrize("mode", [Mode.NOW, Mode.SOLAR_ONLY, Mode.SOLAR_AND_MINIMUM])
def test_a_lower_maximum_of_the_owner_or_the_cable_takes_effect(mode: Mode) -> None:
    car = charging(20, settings=CarSettings(mode=mode))
    home = Home(cars={"car": car}, surplus=20 * VOLTS)
    home.run(60)
    home.change(settings=replace(car.settings, max_current=10))
    told = home.run(30)
    assert home.car.requested_current == 10
    assert told.target_current == 10
    home.change(max_current=8)
    home.run(30)
    assert home.car.requested_current == 8
    home.change(max_current=0)
    home.run(30)
    assert home.state() is ChargingState.STOPPED
    assert only(decide(replace(home.inputs(), meter=None), home.memory)).actions == ()


def test_a_lower_maximum_waits_for_the_command_on_its_way() -> None:
    sent = SentCommand(kind=CommandKind.SET_CURRENT, value=20, sent_at=NOON - 5.0)
    car = charging(20, settings=CarSettings(mode=Mode.NOW, max_current=10), commands=(sent,))
    assert only(decide(some_inputs(car), Memory())).actions == ()


def test_the_house_is_known_to_have_peaks() -> None:
    """A kettle that goes on and off does not make a car go up and down with it."""
    home = Home(cars={"car": a_car(settings=NOW)}, place=PlaceSettings(fuse_current=25.0), surplus=-500.0)
    home.run(300)
    for index in range(360):
        home.surplus = -2500.0 if index // 9 % 2 else -500.0
        home.step()
    values = [action.value for _, _, action in home.told if action.kind is CommandKind.SET_CURRENT]
    assert len(values) <= 20
    assert all(one != other for one, other in pairwise(values))
