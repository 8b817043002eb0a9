"""B2, evcc's PV mode as its source describes it."""

from collections.abc import Sequence
from math import trunc
from typing import ClassVar, override

from ..law import CarView, Command, MeterSample, Read, View
from .base import VOLTS, Pilot, change, is_on, requested, stop

SLACK_AMPS = 2.0
"""A car counts as taking at most this much more than is measured."""
READ_EVERY_S = 900


class Evcc(Pilot):
    """Each 30 s follows the grid power; starts after 60 s at the least current, stops after 180 s."""

    period_s: ClassVar[int] = 30
    enable_s: ClassVar[int] = 60
    disable_s: ClassVar[int] = 180
    polls: ClassVar[bool] = True

    def __init__(self, floor: int) -> None:
        """Start with its timers at rest."""
        super().__init__(floor)
        self._since: float | None = None
        self._read = -1e9

    @override
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        volts = VOLTS * car.phases
        power = sample.cars_w[car.index]
        grid = power - available
        on = is_on(car)
        effective = min(power / volts + SLACK_AMPS, requested(car)) if on else 0.0
        target = max(effective - grid / volts, 0.0)
        if not on:
            return self._enable(view, car, waits=target >= self.floor)
        read = self._poll(view, car)
        if target >= self.floor:
            self._since = None
            return (*read, *change(car, trunc(min(target, car.max_amps))))
        if grid < 0:
            self._since = None
        elif self._since is None:
            self._since = view.now
        elif view.now - self._since >= self.disable_s:
            self._since = None
            return stop(car)
        return (*read, *change(car, self.floor))

    def _enable(self, view: View, car: CarView, *, waits: bool) -> Sequence[Command]:
        if not waits:
            self._since = None
            return ()
        if self._since is None:
            self._since = view.now
        if view.now - self._since < self.enable_s:
            return ()
        if car.online:
            self._since = None
        return self.start(view, car, self.floor)

    def _poll(self, view: View, car: CarView) -> Sequence[Command]:
        if not self.polls or view.now - self._read < READ_EVERY_S:
            return ()
        self._read = view.now
        return (Read(car.index),)


class SilentEvcc(Evcc):
    """The same law without its data requests."""

    polls: ClassVar[bool] = False
