"""What a decision remembers for the next one; lives in JSON between restarts.

`as_dict` and `from_dict` follow the annotations of the fields: numbers, flags, tuples of numbers, and
None where it is allowed. What is missing or makes no sense takes its default: a memory never keeps a
loop from starting.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Any, Final, Self, get_args, get_origin

MOST: Final = 1e12
"""No number that is remembered is greater."""
BINS: Final = 12
"""Parts of a day between sunrise and sunset, for which past surplus is kept."""


@dataclass(frozen=True, kw_only=True, slots=True)
class CarMemory:
    """What is remembered of one car. Times are seconds of Unix time, currents A, powers W, energies Wh."""

    mode: str = ""
    """As it was at the last decision: another one ends a pause."""
    session_started_at: float | None = None
    """When the car was first seen plugged in; None while it is not."""
    # What the owner had before the first change
    owner_current: int | None = None
    owner_limit: int | None = None
    # What we told the car last, and what it had before
    told_current: int | None = None
    told_current_at: float | None = None
    previous_current: int | None = None
    told_limit: int | None = None
    told_limit_at: float | None = None
    previous_limit: int | None = None
    told_charging: bool | None = None
    told_charging_at: float | None = None
    told_charging_seen: bool = False
    """Whether the car was seen to do so."""
    woken_at: float | None = None
    failures: int = 0
    """Commands in a row that failed or were refused."""
    heard_at: float | None = None
    """When the last command was sent whose outcome is known."""
    # Somebody else
    paused_at: float | None = None
    by_hand: int = 0
    seen_current: int | None = None
    """While paused: the last requested current, and how often it changed."""
    seen_changes: int = 0
    # What was learnt of it
    lowest_current: int = 1
    """The lowest current that it has not refused."""
    doubted_current: int | None = None
    """A current below 5 A that it did not take once."""
    watts_per_amp: float | None = None
    # Counters
    day: int = 0
    starts_today: int = 0
    wakes_today: int = 0
    commands_today: int = 0
    started_at: float | None = None
    stopped_at: float | None = None
    sent_at: tuple[float, ...] = ()
    """When the commands of the last hour were sent."""
    usually_away: tuple[float, ...] = ()
    """For each weekday's parts of daylight, 1 where it could not be charged here when that was last seen."""
    # The law
    stop_regret: float = 0.0
    """What staying at the lowest current has cost against having stopped; money."""
    start_regret: float = 0.0
    """What could have been earned, had it been started; money."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceMemory:
    """What is remembered of the place."""

    as_of: float | None = None
    """Of the last meter sample: none is used twice."""
    solar_power: float | None = None
    solar_slope: float = 0.0
    """W per second, smoothed."""
    base_peak: float | None = None
    """The highest import of late without the cars, slowly forgotten; W."""
    up_regret: tuple[float, ...] = ()
    """For each step of current: what having it higher since the last change would have earned; money."""
    down_regret: tuple[float, ...] = ()
    restlessness: float = 0.0
    """Changes of late, fading."""
    changed_at: float | None = None
    window_started_at: float = 0.0
    window_energy: float = 0.0
    """Wh imported in the present demand window."""
    day: int = 0
    today: tuple[float, ...] = ()
    """Wh of surplus before cars and Powerwall in each part of today's daylight."""
    usual: tuple[float, ...] = ()
    """The same, as a fading mean of the days before."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Memory:
    """What is remembered of the place and its cars; empty at first."""

    place: PlaceMemory = field(default_factory=PlaceMemory)
    cars: Mapping[str, CarMemory] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return {
            "place": _written(self.place),
            "cars": {car_id: _written(car) for car_id, car in self.cars.items()},
        }

    @classmethod
    def from_dict(cls, stored: Any) -> Self:
        """Read it back; whatever is missing or makes no sense takes its default."""
        if not isinstance(stored, Mapping):
            return cls()
        cars = stored.get("cars")
        if not isinstance(cars, Mapping):
            cars = {}
        return cls(
            place=PlaceMemory(**_read(PlaceMemory, stored.get("place"))),
            cars={str(car_id): CarMemory(**_read(CarMemory, car)) for car_id, car in cars.items()},
        )


def _written(record: PlaceMemory | CarMemory) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for item in fields(record):
        value = getattr(record, item.name)
        if value != item.default:
            found[item.name] = list(value) if isinstance(value, tuple) else value
    return found


def _read(record: type[PlaceMemory | CarMemory], stored: Any) -> dict[str, Any]:
    if not isinstance(stored, Mapping):
        return {}
    found: dict[str, Any] = {}
    for item in fields(record):
        if item.name in stored and _fits(value := stored[item.name], item.type):
            found[item.name] = tuple(value) if isinstance(value, list) else value
    return found


def _fits(value: Any, annotation: Any) -> bool:
    """Return whether a value from JSON is of a field's type; a whole number is a float too."""
    if get_origin(annotation) is tuple:
        return isinstance(value, list) and all(_fits(item, float) for item in value)
    if kinds := get_args(annotation):
        return any(_fits(value, kind) for kind in kinds)
    if annotation is float:
        return isinstance(value, int | float) and not isinstance(value, bool) and -MOST <= value <= MOST
    if annotation is int:
        return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MOST
    return isinstance(value, annotation)
