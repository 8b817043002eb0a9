"""What a meter sample says: how much there is for cars, how old that is, where it is going."""

from dataclasses import dataclass, replace
from typing import Final

from .memory import BINS, PlaceMemory
from .models import Inputs, MeterSample
from .pilot import Pilot

LONGEST_STEP: Final = 180.0
"""Seconds: a longer gap between two samples says nothing of the time between."""
SLOPE_LEARNING: Final = 0.8
"""Share of the newest step in the smoothed slope of solar power, for samples some 10 s apart."""
PEAK_FORGETTING: Final = 300.0
"""Seconds in which half of a past peak of the house is forgotten."""
DAY_LEARNING: Final = 0.3


@dataclass(frozen=True, kw_only=True, slots=True)
class Reading:
    """A sample and what follows from it.

    Attributes:
        sample: As it came.
        age: Seconds.
        elapsed: Seconds since the sample before; 0 when this one was seen before.
        cars: What the cars that are ours took, W.
        balance: Solar less the house without these cars, W; what the Powerwall does left out.
        base: Import without these cars, W.
        slope: Of solar power, W per second.
    """

    sample: MeterSample
    age: float
    elapsed: float
    cars: float
    balance: float
    base: float
    slope: float


def read(inputs: Inputs, memory: PlaceMemory, pilots: list[Pilot]) -> tuple[Reading | None, PlaceMemory]:
    """Return what the newest sample says; None when there is none, or it is too old to follow."""
    sample = inputs.meter
    if sample is None or inputs.now - sample.as_of > inputs.place.stale_after:
        return None, memory
    cars = sum(pilot.power for pilot in pilots)
    base = sample.grid_power - cars
    elapsed = 0.0
    if memory.as_of is None or sample.as_of > memory.as_of:
        elapsed = LONGEST_STEP if memory.as_of is None else min(LONGEST_STEP, sample.as_of - memory.as_of)
        memory = _advance(inputs, memory, sample, elapsed, base)
    reading = Reading(
        sample=sample,
        age=max(0.0, inputs.now - sample.as_of),
        elapsed=elapsed,
        cars=cars,
        balance=-base - (sample.battery_power or 0.0),
        base=base,
        slope=memory.solar_slope,
    )
    if elapsed:
        memory = _keep_day(inputs, memory, reading)
    return reading, memory


def _advance(
    inputs: Inputs, memory: PlaceMemory, sample: MeterSample, elapsed: float, base: float
) -> PlaceMemory:
    slope = 0.0
    # Sun comes and goes in ramps, loads in steps: only the sun's way is carried on.
    if sample.solar_power is not None and memory.solar_power is not None and elapsed < LONGEST_STEP:
        slope = (sample.solar_power - memory.solar_power) / elapsed
        slope = memory.solar_slope + SLOPE_LEARNING * (slope - memory.solar_slope)
    peak = base
    if memory.base_peak is not None:
        peak = max(base, base + (memory.base_peak - base) * 0.5 ** (elapsed / PEAK_FORGETTING))
    window = inputs.place.demand_window
    begun = sample.as_of - sample.as_of % window
    energy = memory.window_energy if begun == memory.window_started_at else 0.0
    seconds = min(elapsed, sample.as_of - begun)
    return replace(
        memory,
        as_of=sample.as_of,
        solar_power=sample.solar_power,
        solar_slope=slope,
        base_peak=peak,
        window_started_at=begun,
        window_energy=energy + max(0.0, sample.grid_power) * seconds / 3600.0,
    )


def _keep_day(inputs: Inputs, memory: PlaceMemory, reading: Reading) -> PlaceMemory:
    """Keep what the day brings, for the days whose forecast nobody makes."""
    today, usual = memory.today, memory.usual
    if memory.day != inputs.day:
        if len(today) == BINS:
            usual = (
                tuple(old + DAY_LEARNING * (new - old) for old, new in zip(usual, today, strict=True))
                if len(usual) == BINS
                else today
            )
        today = (0.0,) * BINS
        memory = replace(memory, day=inputs.day, today=today, usual=usual)
    part = daylight_part(inputs, reading.sample.as_of)
    energy = max(0.0, reading.balance) * reading.elapsed / 3600.0
    if part is None or not energy or len(today) != BINS:
        return memory
    index = min(BINS - 1, int(part * BINS))
    return replace(memory, today=(*today[:index], today[index] + energy, *today[index + 1 :]))


def daylight_part(inputs: Inputs, at: float) -> float | None:
    """Return which part of today's daylight has passed, 0 to 1; None at night or if unknown."""
    rises, sets = inputs.sunrise, inputs.sunset
    if rises is None or sets is None or not rises <= at < sets:
        return None
    return (at - rises) / (sets - rises)


def surplus_left(inputs: Inputs, memory: PlaceMemory) -> float | None:
    """Return the Wh of surplus that today still brings: forecast, else as on past days, else None."""
    sets = inputs.sunset
    if sets is not None and inputs.now >= sets:
        return 0.0
    if inputs.solar_left_today is not None and sets is not None:
        house = _house_power(memory)
        return max(0.0, inputs.solar_left_today - house * (sets - inputs.now) / 3600.0)
    part = daylight_part(inputs, inputs.now)
    if len(memory.usual) != BINS or part is None:
        return None
    index = min(BINS - 1, int(part * BINS))
    return sum(memory.usual[index + 1 :]) + memory.usual[index] * (1.0 + index - part * BINS)


def _house_power(memory: PlaceMemory) -> float:
    """Return what the house takes beside cars, W; kept usual, lest one oven spoils the day."""
    solar, base = memory.solar_power, memory.base_peak
    if solar is None or base is None:
        return 500.0
    return min(1500.0, max(200.0, solar + base))
