"""A day's commands are for the sun in which a car is there: the room learns when that usually is."""

import pytest

from custom_components.tesla_home_energy.surplus import (
    CarMemory,
    ChargingState,
    Inputs,
    Location,
    Memory,
    PlaceSettings,
    decide,
)
from custom_components.tesla_home_energy.surplus.memory import BINS
from custom_components.tesla_home_energy.surplus.pilot import board
from custom_components.tesla_home_energy.surplus.presence import UNKNOWN, WEEK, hours_here

from .world import DAY, NOON, a_car, charging, some_inputs

SUNRISE = NOON - 6 * 3600.0
SUNSET = NOON + 6 * 3600.0
HOUR = 3600.0


def inputs(at: float, *, day: int = DAY, here: bool = True) -> Inputs:
    """Return a home at a time of a day of twelve hours of sun."""
    car = a_car() if here else a_car(charging_state=ChargingState.DISCONNECTED, location=Location.AWAY)
    return some_inputs(car, now=at, day=day, sunrise=SUNRISE, sunset=SUNSET)


def lived(memory: Memory, day: int, *, away: tuple[float, float] | None) -> Memory:
    """Return the memory after a day on which the car is away between two hours after sunrise."""
    for quarter in range(4 * 12):
        hour = quarter / 4
        gone = away is not None and away[0] <= hour < away[1]
        memory = decide(inputs(SUNRISE + hour * HOUR, day=day, here=not gone), memory).memory
    return memory


def hours(memory: Memory, at: float, day: int) -> float:
    """Return the hours of sun that are left for the car."""
    told = inputs(at, day=day)
    return hours_here(board(told.cars[0], memory.cars.get("car") or CarMemory(), told), told)


def test_a_day_of_which_nothing_is_known_is_all_of_its_sun() -> None:
    assert hours(Memory(), SUNRISE - HOUR, DAY) == pytest.approx(12.0)
    assert hours(Memory(), NOON, DAY) == pytest.approx(6.0)
    assert hours(Memory(), SUNSET + HOUR, DAY) == 0.0


def test_an_hour_counts_by_the_height_of_the_sun() -> None:
    noon = hours(Memory(), NOON, DAY) - hours(Memory(), NOON + HOUR, DAY)
    evening = hours(Memory(), SUNSET - HOUR, DAY)
    assert noon > 1.5
    assert evening < 0.3


def test_the_hours_in_which_it_was_away_a_week_ago_do_not_count() -> None:
    memory = lived(Memory(), DAY, away=(2.0, 10.0))
    assert hours(memory, SUNRISE, DAY + 1) == pytest.approx(12.0)
    left = hours(memory, SUNRISE, DAY + WEEK)
    assert left == pytest.approx(
        12.0 - (hours(Memory(), SUNRISE + 2 * HOUR, DAY) - hours(Memory(), SUNRISE + 10 * HOUR, DAY))
    )
    assert hours(memory, SUNRISE + 11 * HOUR, DAY + WEEK) == hours(Memory(), SUNRISE + 11 * HOUR, DAY)


def test_a_day_at_home_is_learnt_too() -> None:
    memory = lived(Memory(), DAY, away=(2.0, 10.0))
    memory = lived(memory, DAY + WEEK, away=None)
    assert hours(memory, SUNRISE, DAY + 2 * WEEK) == pytest.approx(12.0)


def test_without_a_sun_some_hours_are_taken() -> None:
    told = some_inputs(a_car(), sunrise=None, sunset=None)
    assert hours_here(board(told.cars[0], CarMemory(), told), told) == UNKNOWN
    assert decide(told, Memory()).memory.cars["car"].usually_away == ()


def test_it_lives_in_the_store() -> None:
    memory = lived(Memory(), DAY, away=(2.0, 10.0))
    assert len(memory.cars["car"].usually_away) == WEEK * BINS
    assert Memory.from_dict(memory.as_dict()) == memory


def test_a_day_that_is_short_for_the_car_may_follow_more_closely() -> None:
    def moves(memory: Memory) -> int:
        """Return how often a car is changed on the morning of a day with 40 commands."""
        count, amps = 0, 10
        for step in range(360):
            at = SUNRISE + HOUR + step * 10.0
            wave = 4 if step // 18 % 2 else 0
            told = some_inputs(
                charging(amps),
                now=at,
                day=DAY + WEEK,
                sunrise=SUNRISE,
                sunset=SUNSET,
                surplus=(10 + wave) * 230.0,
                place=PlaceSettings(commands_per_day=40),
            )
            assert told.meter is not None
            decision = decide(told, memory)
            memory = decision.memory
            for action in decision.cars[0].actions:
                count += 1
                amps = action.value or amps
        return count

    assert moves(lived(Memory(), DAY, away=(3.0, 12.0))) > moves(Memory())
