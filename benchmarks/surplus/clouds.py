"""Months of minute solar power: a clear June day of a mid-latitude roof, and clouds that pass over it."""

from dataclasses import dataclass
import math
from random import Random
from typing import Final

from .traces import DAY_S, Series

MINUTES: Final = 1_440
ROOF_W: Final = 5_000.0
"""Inverter output of the roof under the highest sun of a clear day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sky:
    """How the sky changes, times in minutes.

    A sky is clear, broken or overcast for a while; a broken one lets sun and clouds take turns.
    """

    latitude: float = 45.0
    declination: float = 23.0
    shares: tuple[float, float, float] = (0.40, 0.17, 0.43)
    spell: tuple[float, float, float] = (75.0, 90.0, 70.0)
    sun: float = 6.0
    cloud: float = 5.0
    edge: float = 1.8
    flicker: float = 0.014
    memory: float = 0.5


def month(seed: int, *, days: int = 30, sky: Sky | None = None) -> Series:
    """Return minute solar power in W, times from local midnight; the same seed gives the same month."""
    sky = sky or Sky()
    chance = Random(seed)  # noqa: S311 - weather, not a secret
    clearness = _clearness(sky, chance, days * MINUTES)
    clear = [_clear_sky(sky, minute) for minute in range(MINUTES)]
    values = [min(1.05 * ROOF_W, clear[index % MINUTES] * k) for index, k in enumerate(clearness)]
    return Series(times=[index * 60.0 for index in range(days * DAY_S // 60)], values=values)


def _clear_sky(sky: Sky, minute: int) -> float:
    """Return the clear-sky power of a roof; the sun's height to the power 1.15 stands for the air's path."""
    hour_angle = (minute + 0.5 - MINUTES / 2) / MINUTES * math.tau
    latitude, declination = math.radians(sky.latitude), math.radians(sky.declination)
    height = math.sin(latitude) * math.sin(declination)
    height += math.cos(latitude) * math.cos(declination) * math.cos(hour_angle)
    highest = math.cos(latitude - declination)
    return ROOF_W * math.pow(max(0.0, height / highest), 1.15)


def _clearness(sky: Sky, chance: Random, minutes: int) -> list[float]:
    targets: list[float] = []
    while len(targets) < minutes:
        kind = chance.choices((0, 1, 2), sky.shares)[0]
        length = max(5, round(chance.expovariate(1 / sky.spell[kind])))
        targets.extend((_clear, _broken, _overcast)[kind](sky, chance, length))
    values: list[float] = []
    now, haze = targets[0], 0.0
    for target in targets[:minutes]:
        now += (target - now) * (1 - math.exp(-1 / sky.edge))
        haze = sky.memory * haze + chance.gauss(0, sky.flicker)
        values.append(max(0.02, now + haze))
    return values


def _clear(_sky: Sky, chance: Random, length: int) -> list[float]:
    return [chance.uniform(0.94, 1.0)] * length


def _overcast(_sky: Sky, chance: Random, length: int) -> list[float]:
    level = chance.uniform(0.12, 0.4)
    values = []
    for _ in range(length):
        level = min(0.55, max(0.08, level + chance.gauss(0, 0.015)))
        values.append(level)
    return values


def _broken(sky: Sky, chance: Random, length: int) -> list[float]:
    values: list[float] = []
    while len(values) < length:
        brightness = chance.uniform(0.95, 1.12)
        values.extend([brightness] * max(1, round(chance.expovariate(1 / sky.sun))))
        depth = chance.uniform(0.2, 0.7)
        values.extend([depth] * max(1, round(chance.expovariate(1 / sky.cloud))))
    return values[:length]
