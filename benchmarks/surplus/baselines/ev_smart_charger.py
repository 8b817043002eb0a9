"""B6, EV Smart Charger as its source describes it, with steps of one amp."""

from collections.abc import Sequence
from math import floor
from typing import ClassVar, override

from ..law import CarView, Command, MeterSample, View
from .base import VOLTS, Pilot, change, is_on, requested, stop

MARGIN_AMPS = 0.5
IMPORT_W = 50.0
SPIKE_W = 100.0
CHECK_S = 60
SLOW_START_S = 120
STOP_S = 30
SPIKE_APART_S = 30


class EvSmartCharger(Pilot):
    """Checks each minute; import costs one amp after 30 s, a spike more after 10 s; more waits for 60 s."""

    period_s: ClassVar[int] = 10

    def __init__(self, floor: int) -> None:
        """Start with its timers at rest."""
        super().__init__(floor)
        self._since: dict[str, float] = {}
        self._solar = 0.0
        self._spiked = -1e9

    @override
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        now = view.now
        amps = available / (VOLTS * car.phases)
        held = {
            "start": self._held(now, "start", amps >= self.floor + MARGIN_AMPS),
            "slow start": self._held(now, "slow start", amps >= self.floor - MARGIN_AMPS),
            "stop": self._held(now, "stop", amps < self.floor - MARGIN_AMPS),
            "import": self._held(now, "import", sample.cars_w[car.index] - available > IMPORT_W),
            "more": self._held(now, "more", floor(amps) > requested(car)),
        }
        target = min(max(floor(amps), self.floor), car.max_amps)
        if is_on(car):
            return self._running(now, car, sample, target, held)
        if held["start"] >= CHECK_S or held["slow start"] >= SLOW_START_S:
            return self.start(view, car, target)
        return ()

    def _running(
        self, now: float, car: CarView, sample: MeterSample, target: int, held: dict[str, float]
    ) -> Sequence[Command]:
        steady = abs(sample.solar_w - self._solar) <= max(300.0, 0.15 * sample.solar_w)
        self._solar = sample.solar_w
        if held["stop"] >= STOP_S:
            return stop(car)
        current = requested(car)
        spike = steady and sample.grid_w > SPIKE_W and held["import"] >= self.period_s
        if spike and target < current and now - self._spiked >= SPIKE_APART_S:
            self._spiked = now
            return change(car, target)
        if held["import"] >= STOP_S and current > self.floor:
            self._since.pop("import")
            return change(car, max(self.floor, current - 1))
        if not now % CHECK_S and (target < current or held["more"] >= CHECK_S):
            return change(car, target)
        return ()

    def _held(self, now: float, what: str, holds: bool) -> float:
        """Return for how long a condition has held, -1 when it does not."""
        if not holds:
            self._since.pop(what, None)
            return -1.0
        return now - self._since.setdefault(what, now)
