"""B3, TeslaSolarCharger by its behaviour."""

from collections.abc import Sequence
from typing import ClassVar, override

from ..law import CarView, Command, MeterSample, View
from .base import Pilot, change, is_on, requested, stop

QUIET_S = 25
"""No decision so soon after the current changed."""


class TeslaSolarCharger(Pilot):
    """Each 30 s follows the surplus, unless it was read before the last change; switches after 5 minutes."""

    period_s: ClassVar[int] = 30
    hold_s: ClassVar[int] = 300

    def __init__(self, floor: int) -> None:
        """Start with its timers at rest; the switch currents are the least current."""
        super().__init__(floor)
        self._above: float | None = None
        self._below: float | None = None
        self._changed = -1e9

    @override
    def decide(self, view: View, car: CarView, sample: MeterSample, available: float) -> Sequence[Command]:
        now = view.now
        if now - self._changed < QUIET_S or sample.at < self._changed:
            return ()
        watts = sample.volts * car.phases
        switch = max(self.floor, 1) * watts
        self._above = None if available <= switch else now if self._above is None else self._above
        self._below = None if available >= switch else now if self._below is None else self._below
        amps = int(round(min(max(available / watts, self.floor), car.max_amps), 1))
        if not is_on(car):
            if self._above is None or now - self._above < self.hold_s:
                return ()
            return self._noted(now, self.start(view, car, amps))
        if self._below is not None and now - self._below >= self.hold_s:
            return self._noted(now, stop(car))
        return self._noted(now, change(car, amps)) if amps != requested(car) else ()

    def _noted(self, now: float, commands: Sequence[Command]) -> Sequence[Command]:
        if commands:
            self._changed = now
        return commands
