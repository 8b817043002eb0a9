"""Measured days: solar power and house load by the time of day."""

from bisect import bisect_right
import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from .clock import SECONDS_PER_DAY

FOLDER = Path(__file__).parents[1] / "fixtures" / "traces"


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """One day, evenly sampled from local midnight on; powers in W."""

    solar: tuple[float, ...]
    load: tuple[float, ...]

    def solar_power(self, seconds: float) -> float:
        """Return the solar power at a time of day, interpolated between samples."""
        position = seconds / SECONDS_PER_DAY * len(self.solar)
        index = int(position) % len(self.solar)
        following = self.solar[(index + 1) % len(self.solar)]
        return self.solar[index] + (following - self.solar[index]) * (position - int(position))

    def load_power(self, seconds: float) -> float:
        """Return the house's load at a time of day, without cars; held between samples."""
        return self.load[int(seconds / SECONDS_PER_DAY * len(self.load)) % len(self.load)]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Recipe:
    solar: str
    solar_factor: float
    load: str
    load_factor: float


# Sources and licences: tests/fixtures/traces/README.md. The factors make one home of them: a roof of 8 kW
# and a usual house; in winter a low sun and the electrically heated house as it was measured.
_RECIPES = {
    "sunny": _Recipe(solar="solar_sunny", solar_factor=1.6, load="load_usual", load_factor=0.5),
    "cloudy": _Recipe(solar="solar_cloudy", solar_factor=1.6, load="load_usual", load_factor=0.5),
    "broken": _Recipe(solar="solar_broken", solar_factor=1.2, load="load_usual", load_factor=0.5),
    "winter": _Recipe(solar="solar_winter", solar_factor=0.8, load="load_winter", load_factor=1.0),
}

TRACE_NAMES = tuple(_RECIPES)


def _column(name: str, factor: float) -> tuple[float, ...]:
    with (FOLDER / f"{name}.csv").open(newline="") as file:
        rows = csv.reader(file)
        next(rows)
        return tuple(float(value) * factor for _, value in rows)


@cache
def trace(name: str) -> Trace:
    """Return one of `TRACE_NAMES`.

    Raises:
        KeyError: There is no such day.
    """
    recipe = _RECIPES[name]
    return Trace(
        solar=_column(recipe.solar, recipe.solar_factor), load=_column(recipe.load, recipe.load_factor)
    )


def steady(solar_power: float, load_power: float) -> Trace:
    """Return a day on which nothing changes, for tests that want round numbers."""
    return Trace(solar=(solar_power,), load=(load_power,))


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """A day in steps, for tests that want a cloud at a given time: (seconds since midnight, W), in order."""

    solar: tuple[tuple[float, float], ...]
    load: tuple[tuple[float, float], ...]

    def solar_power(self, seconds: float) -> float:
        """Return the solar power of the step that this time lies in."""
        return _step(self.solar, seconds)

    def load_power(self, seconds: float) -> float:
        """Return the load of the step that this time lies in."""
        return _step(self.load, seconds)


def _step(steps: tuple[tuple[float, float], ...], seconds: float) -> float:
    return steps[bisect_right(steps, seconds, key=lambda step: step[0]) - 1][1]


type Day = Trace | Steps
