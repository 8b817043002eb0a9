"""B7 TWCManager, B8 Charge on Solar (its internals are assumed), B9 a naive automation."""

from collections.abc import Sequence
from math import floor
from typing import ClassVar, override

from ..law import CarView, Command, MeterSample, View
from .base import VOLTS, Pilot, change, is_on, stop


class _Held(Pilot):
    """Starts and stops when the surplus has been on the other side of a threshold for a while."""

    hold_s: ClassVar[int] = 60

    def __init__(self, floor: int) -> None:
        """Start undecided."""
        super().__init__(floor)
        self._since: float | None = None

    def threshold(self, car: CarView, *, on: bool) -> float:
        """Return the W above which the car should charge."""
        return self.floor * VOLTS * car.phases

    def target(self, car: CarView, sample: MeterSample, available: float) -> int:
        """Return the current for a surplus."""
        return floor(available / (VOLTS * car.phases))

    @override
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        on = is_on(car)
        amps = min(max(self.target(car, sample, available), self.floor), car.max_amps)
        if (available >= self.threshold(car, on=on)) is on:
            self._since = None
            return change(car, amps) if on else ()
        if self._since is None:
            self._since = view.now
        if view.now - self._since < self.hold_s:
            return change(car, amps) if on else ()
        if on or car.online:
            self._since = None
        return stop(car) if on else self.start(view, car, amps)


class TwcManager(_Held):
    """Each 30 s; a flip between charging and not must hold for 60 s."""

    period_s: ClassVar[int] = 30
    hold_s: ClassVar[int] = 60


class ChargeOnSolar(_Held):
    """Every 10 s; waits for 1.2 kW over 120 s, stops 120 s below the least current. It calls no API."""

    period_s: ClassVar[int] = 10
    hold_s: ClassVar[int] = 120

    @override
    def threshold(self, car: CarView, *, on: bool) -> float:
        least = super().threshold(car, on=on)
        return least if on else max(1_200.0, least)

    @override
    def target(self, car: CarView, sample: MeterSample, available: float) -> int:
        return floor(available / (sample.volts * car.phases))


class Naive(Pilot):
    """Each minute: on above 1.4 kW of export, off below the least current, else rounded."""

    period_s: ClassVar[int] = 60

    @override
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        watts = VOLTS * car.phases
        if not is_on(car):
            enough = available > max(1_400.0, self.floor * watts)
            return self.start(view, car, min(round(available / watts), car.max_amps)) if enough else ()
        if available < self.floor * watts:
            return stop(car)
        return change(car, min(round(available / watts), car.max_amps))
