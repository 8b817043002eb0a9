"""What changed with the cars and when: the truth that a report can be held against."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from .car import Car

_CHARGING = frozenset({"Starting", "Charging"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One value of one car is another from `moment` on.

    `what` is plugged, charging, at_home or battery_level (in whole %, as Tesla tells it).
    """

    moment: datetime
    vin: str
    what: str
    value: bool | int


@dataclass(slots=True)
class Changes:
    """All changes since the start, in order; the first values of each car count as changes."""

    all: list[Change] = field(default_factory=list)
    _last: dict[str, tuple[tuple[str, bool | int], ...]] = field(default_factory=dict)

    def look(self, moment: datetime, cars: Iterable[Car]) -> None:
        """Compare with what was seen before."""
        for car in cars:
            charging = car.charging
            seen = (
                ("plugged", charging.plugged),
                ("charging", charging.state in _CHARGING),
                ("at_home", car.at_home),
                ("battery_level", int(charging.battery_level)),
            )
            before = self._last.get(car.vin)
            if seen == before:
                continue
            self._last[car.vin] = seen
            new = (
                seen
                if before is None
                else (now for now, then in zip(seen, before, strict=True) if now != then)
            )
            self.all += [Change(moment=moment, vin=car.vin, what=what, value=value) for what, value in new]
