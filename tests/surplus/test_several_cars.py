"""Several cars at one place: who comes first, who shares, who waits, and for how long a start counts."""

from dataclasses import replace

import pytest

from custom_components.tesla_home_energy.surplus import (
    CarSettings,
    ChargingState,
    CommandKind,
    FloorPolicy,
    Location,
    Mode,
    PlaceSettings,
    Reason,
)

from .world import VOLTS, Home, a_car, charging

FIVE = CarSettings(floor_policy=FloorPolicy.FIVE_AMPS)


def amps(home: Home) -> dict[str, int]:
    """Return what each car takes, A."""
    return {
        name: (car.requested_current or 0) if car.charging_state is ChargingState.CHARGING else 0
        for name, car in home.cars.items()
    }


def starts(home: Home) -> list[tuple[float, str]]:
    """Return who was started when."""
    return [(at, name) for at, name, action in home.told if action.kind is CommandKind.START]


def test_three_equal_cars_share_what_there_is() -> None:
    home = Home(cars={name: a_car(name) for name in "abc"}, surplus=30.5 * VOLTS)
    home.run(3600)
    taken = amps(home)
    assert sum(taken.values()) == pytest.approx(30, abs=1)
    assert min(taken.values()) >= 5
    begun = starts(home)
    assert sorted(name for _, name in begun) == ["a", "b", "c"]
    # The next one only when the one before is seen to charge.
    assert begun[1][0] - begun[0][0] >= 20.0
    assert begun[2][0] - begun[1][0] >= 20.0


def test_surplus_for_one_starts_the_first_one_alone() -> None:
    cars = {
        "later": a_car("later", settings=replace(FIVE, priority=2)),
        "first": a_car("first", settings=replace(FIVE, priority=1)),
    }
    home = Home(cars=cars, surplus=6 * VOLTS)
    home.run(1800)
    assert [name for _, name in starts(home)] == ["first"]
    home.surplus = 45 * VOLTS
    home.run(1800)
    taken = amps(home)
    assert taken["first"] == 32
    assert taken["later"] == pytest.approx(13, abs=1)


def test_a_car_that_comes_first_gets_the_current_of_one_that_does_not() -> None:
    cars = {
        "first": a_car("first", location=Location.AWAY, settings=replace(FIVE, priority=1)),
        "later": charging(12, "later", settings=replace(FIVE, priority=2)),
    }
    home = Home(cars=cars, surplus=12 * VOLTS)
    home.run(300)
    assert amps(home)["later"] == 12
    home.change("first", location=Location.HOME)
    home.run(1800)
    taken = amps(home)
    assert taken["first"] >= 6
    assert taken["later"] <= 6


def test_a_car_that_does_not_come_first_takes_nothing_from_one_that_does() -> None:
    cars = {
        "first": charging(12, "first", settings=replace(FIVE, priority=1)),
        "later": a_car("later", settings=replace(FIVE, priority=2)),
    }
    home = Home(cars=cars, surplus=12 * VOLTS)
    home.run(1800)
    assert amps(home) == {"first": 12, "later": 0}


def test_the_last_car_stops_first() -> None:
    cars = {
        "first": charging(5, "first", settings=replace(FIVE, priority=1)),
        "later": charging(5, "later", settings=replace(FIVE, priority=2)),
    }
    home = Home(cars=cars, surplus=5 * VOLTS)
    home.run(3600)
    assert amps(home) == {"first": 5, "later": 0}


def test_a_start_counts_for_its_minimum_run() -> None:
    def ran(minimum: float) -> float:
        home = Home.with_car(floor_policy=FloorPolicy.FIVE_AMPS, minimum_run=minimum)
        home.surplus = 6 * VOLTS
        while not starts(home):
            home.step()
        home.run(60)
        home.surplus = -4000.0
        home.run(5400)
        stopped = [at for at, _, action in home.told if action.kind is CommandKind.STOP]
        return stopped[0] - starts(home)[0][0]

    assert ran(3000.0) >= 3000.0
    assert ran(0.0) < 3000.0


def test_a_car_that_is_not_ours_counts_as_house() -> None:
    """What another car takes by hand is no surplus, and is not taken from it."""
    cars = {
        "ours": charging(10, "ours"),
        "theirs": charging(10, "theirs", settings=CarSettings(mode=Mode.OFF)),
    }
    home = Home(cars=cars, surplus=20 * VOLTS)
    home.run(300)
    assert home.told == []
    home.surplus = 15 * VOLTS
    home.run(120)
    assert amps(home) == {"ours": 5, "theirs": 10}


def test_a_car_from_the_grid_takes_nothing_of_the_sun_of_another() -> None:
    """One charges now, the other follows what is left of the sun: nothing."""
    cars = {
        "now": a_car("now", settings=CarSettings(mode=Mode.NOW, max_current=16)),
        "sun": a_car("sun", settings=FIVE),
    }
    home = Home(cars=cars, surplus=10 * VOLTS)
    home.run(1800)
    assert amps(home) == {"now": 16, "sun": 0}
    assert home.last is not None
    assert home.last.cars[1].reason is Reason.WAITING_FOR_SURPLUS
    home.surplus = 26 * VOLTS
    home.run(600)
    assert amps(home) == {"now": 16, "sun": 10}


def test_two_cars_from_the_grid_start_one_after_the_other_below_the_fuse() -> None:
    settings = CarSettings(mode=Mode.NOW, max_current=16)
    home = Home(cars={name: a_car(name, settings=settings) for name in "ab"})
    home.place = PlaceSettings(fuse_current=40.0)
    home.step()
    assert len(starts(home)) == 1
    assert home.last is not None
    assert {told.reason for told in home.last.cars} == {Reason.NOW, Reason.WAITING_FOR_OTHER_CAR}
    home.run(120)
    assert amps(home) == {"a": 16, "b": 16}
