"""When a car is usually away: the commands of a day are for the daylight in which it can charge."""

from math import cos, pi
from typing import Final

from .measure import daylight_part
from .memory import BINS
from .models import Inputs, Location
from .pilot import Pilot

WEEK: Final = 7
UNKNOWN: Final = 6.0
"""Hours of daylight that a day is taken to have left, where nobody knows when the sun sets."""


def keep_presence(pilot: Pilot, inputs: Inputs) -> None:
    """Remember for this part of the weekday whether the car could be charged here, as last seen."""
    part = daylight_part(inputs, inputs.now)
    if part is None:
        return
    week = _week(pilot)
    index = inputs.day % WEEK * BINS + int(part * BINS)
    away = float(pilot.car.plugged is False or pilot.car.location is Location.AWAY)
    if week[index] != away:
        pilot.remember(usually_away=(*week[:index], away, *week[index + 1 :]))


def hours_here(pilot: Pilot, inputs: Inputs) -> float:
    """Return the hours of sun in which the car may still be charged today, if it is here as a week ago.

    An hour counts by the height of the sun: more than one at noon, little in the evening.
    """
    rises, sets = inputs.sunrise, inputs.sunset
    if rises is None or sets is None or sets <= rises:
        return UNKNOWN
    passed = min(1.0, max(0.0, (inputs.now - rises) / (sets - rises))) * BINS
    first = inputs.day % WEEK * BINS
    week = _week(pilot)
    share = sum(
        (1.0 - week[first + index]) * (_sun_after(max(passed, index)) - _sun_after(index + 1))
        for index in range(int(passed), BINS)
    )
    return share * (sets - rises) / 3600.0


def _sun_after(part: float) -> float:
    """Return which share of the day's sun comes after a part of its daylight."""
    return (1.0 + cos(pi * part / BINS)) / 2.0


def _week(pilot: Pilot) -> tuple[float, ...]:
    week = pilot.memory.usually_away
    return week if len(week) == WEEK * BINS else (0.0,) * (WEEK * BINS)
