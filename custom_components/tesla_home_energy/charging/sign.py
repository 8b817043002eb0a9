"""Whether the signs of sensors are right, by what they show when a car's current changes."""

from collections.abc import Mapping
from typing import Final

from ..const import CONF_BATTERY_SENSOR, CONF_GRID_SENSOR
from ..surplus import MeterSample

LEAST_CHANGE: Final = 1000.0
"""W: what is less may as well be a kettle."""
SETTLED: Final = 45.0
"""Seconds after which a car takes what it was told."""
LONGEST: Final = 180.0
"""Seconds: what the meter shows later has other causes."""
OLDEST: Final = 90.0
"""Seconds that the reading before a change may be old."""
TOLERANCE: Final = 0.35
"""Share of the change that the house may have changed by meanwhile."""
PROOFS: Final = 3
"""So many changes in a row have to show the same."""
DISTRUST: Final = 240.0
"""Seconds for which nothing is decided by a meter that is suspected: what cars do then is the next proof."""

_RIGHT: Final[tuple[int, int]] = (1, 1)
_WRONG: Final[Mapping[tuple[int, int], str]] = {
    (-1, 1): CONF_GRID_SENSOR,
    (1, -1): CONF_BATTERY_SENSOR,
    (-1, -1): CONF_GRID_SENSOR,
}


class SignCheck:
    """Compares what cars were told with what grid and battery do then.

    Attributes:
        wrong: The answer whose sensor has the wrong sign; None as long as nothing speaks for it.
    """

    def __init__(self) -> None:
        """Nothing was seen yet."""
        self.wrong: str | None = None
        self._before: MeterSample | None = None
        self._power: float | None = None
        self._change = 0.0
        self._changed_at = 0.0
        self._suspect: str | None = None
        self._proofs = 0
        self._suspected_at = 0.0

    def trusts(self, now: float) -> bool:
        """Return whether a decision may be made by what the sensors say."""
        return self.wrong is None and (self._suspect is None or now >= self._suspected_at + DISTRUST)

    def observe(self, sample: MeterSample, power: float, now: float) -> None:
        """Take in a reading, and what all cars are told to take from now on, W."""
        if self._power is not None and abs(power - self._power) >= LEAST_CHANGE:
            self._change, self._changed_at = power - self._power, now
            self._before = sample if now - sample.as_of <= OLDEST else None
        self._power = power
        if self._before is not None and sample.as_of >= self._changed_at + SETTLED:
            if sample.as_of <= self._changed_at + LONGEST:
                self._judge(self._before, sample, now)
            self._before = None

    def _judge(self, before: MeterSample, after: MeterSample, now: float) -> None:
        grid = after.grid_power - before.grid_power
        battery = (after.battery_power or 0.0) - (before.battery_power or 0.0)
        sun = (after.solar_power or 0.0) - (before.solar_power or 0.0)
        errors = {
            signs: abs(signs[0] * grid + signs[1] * battery + sun - self._change)
            for signs in (_RIGHT, *_WRONG)
        }
        best = min(errors, key=errors.__getitem__)  # of equal ones the first: right signs
        if errors[best] > TOLERANCE * abs(self._change):
            return
        if best == _RIGHT or errors[_RIGHT] - errors[best] < (1.0 - TOLERANCE) * abs(self._change):
            self._suspect, self._proofs = None, 0
            return
        suspect = _WRONG[best]
        self._proofs = self._proofs + 1 if suspect == self._suspect else 1
        self._suspect, self._suspected_at = suspect, now
        if self._proofs >= PROOFS:
            self.wrong = suspect
