"""B4, the first blueprint of flashg1: never stops in daylight, goes down to the least current instead."""

from collections.abc import Sequence
from typing import ClassVar, override

from ..law import CarView, Command, MeterSample, Read, SetAmps, View
from .base import VOLTS, Pilot, change, is_on, requested, stop

DAYLIGHT_S = 2_400
"""From sunrise until the sun stands 6 degrees high, and from there to sunset."""
POWERWALL_PERCENT = 90.0


class Blueprint(Pilot):
    """Each 70 s moves the current by what the grid shows, unless that is within -0.3 to 0.7 A."""

    period_s: ClassVar[int] = 70
    polls: ClassVar[bool] = True

    @override
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        if not view.sunrise + DAYLIGHT_S <= view.now < view.sunset - DAYLIGHT_S:
            return stop(car) if is_on(car) else ()
        if not is_on(car):
            return self.start(view, car, 5)
        volts = VOLTS * car.phases
        grid, spared = self.seen(car, sample, available)
        now = requested(car)
        target = min(car.max_amps, max(0, self.floor, car.lowest_amps, round(now - grid / volts)))
        read = (Read(car.index),) if self.polls else ()
        if -spared * volts <= grid < (1.0 - spared) * volts or target == now:
            return read
        return (*read, *self.move(car, now, target))

    def seen(self, car: CarView, sample: MeterSample, available: float) -> tuple[float, float]:
        """Return the W that count as import, and the A of export that are left alone.

        Of a Powerwall it counts what that gives, not what it takes, and leaves more below 90 %: the car gets
        what the Powerwall leaves. Who goes first cannot be set.
        """
        if sample.battery_percent is None:
            return sample.cars_w[car.index] - available, 0.3
        grid = sample.grid_w - sum(sample.cars_w[car.index + 1 :])
        if sample.battery_w > 0.0:
            grid += sample.battery_w + 0.7 * VOLTS * car.phases
        return grid, 1.01 if sample.battery_percent < POWERWALL_PERCENT else 0.3

    def move(self, car: CarView, now: int, target: int) -> Sequence[Command]:
        """Send one amp at a time."""
        step = 1 if target > now else -1
        return [SetAmps(car.index, amps) for amps in range(now + step, target + step, step)]


class PlainBlueprint(Blueprint):
    """The same law without its steps and polling."""

    polls: ClassVar[bool] = False

    @override
    def move(self, car: CarView, now: int, target: int) -> Sequence[Command]:
        return change(car, target)
