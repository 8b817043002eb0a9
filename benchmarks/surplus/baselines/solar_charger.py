"""B5, flashg1's SolarCharger integration as its source describes it."""

from collections import deque
from collections.abc import Sequence
from statistics import median
from typing import ClassVar, override

from ..law import CarView, Command, MeterSample, Read, View
from .base import VOLTS, Pilot, change, is_on, requested, stop

EXPORT_AMPS = 0.3
"""What it aims to leave for the grid."""
START_AMPS = 6
RESUME = 1.1
LOOPS = 10
"""Ten minutes of loops make the median."""


class SolarCharger(Pilot):
    """Each minute follows the grid; pauses and resumes by ten minutes. `floor` is its least workable."""

    period_s: ClassVar[int] = 60
    polls: ClassVar[bool] = True

    def __init__(self, floor: int) -> None:
        """Start with no minutes behind."""
        super().__init__(max(1, floor))
        self._recent: deque[float] = deque(maxlen=LOOPS)

    @override
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        volts = VOLTS * car.phases
        self._recent.append(available)
        least = self.floor * volts
        middle = median(self._recent)
        if not is_on(car):
            if len(self._recent) < LOOPS or middle < RESUME * least:
                return ()
            return self.start(view, car, START_AMPS)
        read = (Read(car.index),) if self.polls else ()
        if middle < least and available < least:
            return (*read, *stop(car))
        grid = sample.cars_w[car.index] - available
        target = min(car.max_amps, round(requested(car) - (grid + EXPORT_AMPS * volts) / volts))
        return (*read, *change(car, target if target >= self.floor else 0))


class SilentSolarCharger(SolarCharger):
    """The same law without its polling."""

    polls: ClassVar[bool] = False
