"""What the energy site tells, and when it arrives; and the weather forecast."""

from collections import deque
from itertools import accumulate
from random import Random

from .law import MeterSample
from .scenarios import Faults
from .traces import DAY_S, House


class Meter:
    """Holds samples back until they are as old as the scenario's meter delivers them."""

    def __init__(self, age_s: int, period_s: int, faults: Faults) -> None:
        """Start without a sample."""
        self._age = age_s
        self.period_s = period_s
        self._lost = faults.meter_lost
        self._under_way: deque[MeterSample] = deque()
        self._newest: MeterSample | None = None

    def take(self, sample: MeterSample) -> None:
        """Measure; nothing is measured while the meter is lost."""
        if not within(self._lost, sample.at):
            self._under_way.append(sample)

    def newest(self, now: float) -> MeterSample | None:
        """Return the newest sample that has arrived."""
        while self._under_way and self._under_way[0].at + self._age <= now:
            self._newest = self._under_way.popleft()
        return self._newest


def within(spells: tuple[tuple[int, int], ...], now: float) -> bool:
    """Return whether a time lies in one of the spells."""
    return any(begin <= now < end for begin, end in spells)


def forecasts(home: House, seed: int) -> list[float]:
    """Return, for each tick, a forecast of the Wh that the day still brings: right in shape, 20 % off."""
    chance = Random(seed)  # noqa: S311 - a weather service's luck
    day_ticks = DAY_S // home.tick_s
    found: list[float] = []
    for day in range(home.days):
        luck = max(0.3, chance.gauss(1.0, 0.2)) * home.tick_s / 3_600
        today = home.solar_w[day * day_ticks : (day + 1) * day_ticks]
        left = list(accumulate(reversed(today)))
        found.extend(value * luck for value in reversed(left))
    return found


def sun_times(home: House) -> list[tuple[float, float]]:
    """Return sunrise and sunset of each day, the same for all: the first and last sun of any day."""
    day_ticks = DAY_S // home.tick_s
    shining = [index % day_ticks for index, power in enumerate(home.solar_w) if power > 20.0]  # noqa: PLR2004 - dusk
    rise = min(shining, default=day_ticks // 4) * home.tick_s
    sets = (max(shining, default=day_ticks * 3 // 4) + 1) * home.tick_s
    return [(day * DAY_S + rise, day * DAY_S + sets) for day in range(home.days)]
