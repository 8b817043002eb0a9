"""B1, Charge HQ as its knowledge base describes it."""

from collections.abc import Sequence
from math import floor
from typing import ClassVar, override

from ..law import CarView, Command, MeterSample, View
from .base import Pilot, change, is_on, stop


class ChargeHq(Pilot):
    """Each minute follows the surplus; stops after 6 minutes below the least, starts 15 minutes later."""

    period_s: ClassVar[int] = 60
    stop_after_s: ClassVar[int] = 360
    restart_after_s: ClassVar[int] = 900

    def __init__(self, floor: int) -> None:
        """Start with no stop behind."""
        super().__init__(floor)
        self._low_since: float | None = None
        self._stopped = -1e9

    @override
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        amps = floor(available / (sample.volts * car.phases))
        if not is_on(car):
            self._low_since = None
            if amps >= self.floor and view.now - self._stopped >= self.restart_after_s:
                return self.start(view, car, min(amps, car.max_amps))
            return ()
        if amps >= self.floor:
            self._low_since = None
            return change(car, min(amps, car.max_amps))
        if self._low_since is None:
            self._low_since = view.now
        if view.now - self._low_since >= self.stop_after_s:
            self._stopped = view.now
            return stop(car)
        return change(car, self.floor)
