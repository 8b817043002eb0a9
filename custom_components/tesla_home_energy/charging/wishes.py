"""What the owner set for a car: kept with the place, changed by entities."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from datetime import datetime, time, timedelta
from typing import Any, Final, Self

from homeassistant.util import dt as dt_util

from ..surplus import CarSettings, Mode, Window

_HIGHEST: Final = {
    "min_current": 48,
    "max_current": 80,
    "solar_limit": 100,
    "grid_limit": 100,
    "ready_target": 100,
    "priority": 10,
    "pause_hours": 168,
    "capacity": 250,
}
_HOUR: Final = 3600.0
_WH_PER_KWH: Final = 1000.0


@dataclass(frozen=True, kw_only=True, slots=True)
class CarWishes:
    """The settings of one car, as they are stored; 0 stands for "not set" where the room has None.

    Attributes:
        mode: How it is charged now.
        default_mode: What that goes back to when it is unplugged.
        ready_by: Of each day, local time.
        charge_from: The daily window of `Mode.SCHEDULED`, local time, up to `charge_until`.
        pause_hours: For how long a change by hand pauses control; 0: until the car is unplugged.
        capacity: Of the car's battery, kWh.
        cheap_price: Per kWh, up to which `Mode.SCHEDULED` charges at any time; None: whatever the price.
    """

    mode: Mode = Mode.SOLAR_ONLY
    default_mode: Mode = Mode.SOLAR_ONLY
    min_current: int = 1
    max_current: int = 0
    solar_limit: int = 0
    grid_limit: int = 0
    ready_target: int = 80
    priority: int = 1
    pause_hours: int = 0
    capacity: int = 75
    ready_by: time = time(7)
    charge_from: time = time(23)
    charge_until: time = time(5)
    cheap_price: float | None = None

    def with_mode(self, mode: Mode) -> Self:
        """Return the wishes in another mode; each but `Mode.NOW` stays when the car is unplugged."""
        return replace(self, mode=mode, default_mode=self.default_mode if mode is Mode.NOW else mode)

    def settings(self, now: datetime) -> CarSettings:
        """Return what the room takes."""
        windows = () if self.charge_from == self.charge_until else tuple(self._windows(now))
        return CarSettings(
            mode=self.mode,
            default_mode=self.default_mode,
            min_current=self.min_current,
            max_current=self.max_current or None,
            solar_limit=self.solar_limit or None,
            grid_limit=self.grid_limit,
            ready_by=_next(self.ready_by, now).timestamp(),
            ready_target=self.ready_target,
            windows=windows,
            cheap_price=self.cheap_price,
            priority=self.priority,
            pause=self.pause_hours * _HOUR or None,
            capacity=self.capacity * _WH_PER_KWH,
        )

    def _windows(self, now: datetime) -> list[Window]:
        """Return the windows of yesterday, which may reach into today, of today and of tomorrow."""
        today = dt_util.as_local(now).date()
        found = []
        for days in (-1, 0, 1):
            start = _at(today + timedelta(days=days), self.charge_from)
            crosses = self.charge_until <= self.charge_from
            end = _at(today + timedelta(days=days + crosses), self.charge_until)
            found.append(Window(start=start.timestamp(), end=end.timestamp()))
        return found

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return {
            name: value.isoformat() if isinstance(value, time) else value
            for name, value in asdict(self).items()
        }

    @classmethod
    def from_dict(cls, stored: Any) -> Self:
        """Read it back; what is missing or makes no sense takes its default."""
        stored = stored if isinstance(stored, Mapping) else {}
        found: dict[str, Any] = {}
        for name in ("mode", "default_mode"):
            if stored.get(name) in set(Mode):
                found[name] = Mode(stored[name])
        for name, highest in _HIGHEST.items():
            value = stored.get(name)
            if type(value) is int and 0 <= value <= highest:
                found[name] = value
        for name in ("ready_by", "charge_from", "charge_until"):
            value = stored.get(name)
            if isinstance(value, str) and (read := dt_util.parse_time(value)) is not None:
                found[name] = read
        price = stored.get("cheap_price")
        if isinstance(price, int | float) and not isinstance(price, bool):
            found["cheap_price"] = float(price)
        return cls(**found)


def _at(day: Any, at: time) -> datetime:
    return datetime.combine(day, at, tzinfo=dt_util.get_default_time_zone())


def _next(at: time, now: datetime) -> datetime:
    today = dt_util.as_local(now).date()
    found = _at(today, at)
    return found if found > now else _at(today + timedelta(days=1), at)
