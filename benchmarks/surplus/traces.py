"""Reads solar and load traces, lays them over each other, and spreads them over the ticks of a run."""

from bisect import bisect_right
from collections.abc import Callable
import csv
from dataclasses import dataclass
from datetime import UTC, datetime
import math
from pathlib import Path
from typing import Final

DAY_S: Final = 86_400
NOON_S: Final = 43_200
NOMINAL_VOLTS: Final = 230.0
LONG_GAP_S: Final = 7_200
"""Over longer gaps a power counts as nothing (solar) or is held (load)."""
TIME_COLUMNS: Final = ("time_utc", "time", "timestamp", "datetime")


class TraceError(Exception):
    """A trace cannot be used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """Values and the times in s since 1970 at which they were measured, ascending."""

    times: list[float]
    values: list[float]

    @property
    def start(self) -> float:
        """The first time."""
        return self.times[0]

    @property
    def seconds(self) -> float:
        """How long it lasts, its last step included."""
        return self.times[-1] - self.times[0] + self.step

    @property
    def step(self) -> float:
        """The usual time between two values."""
        if len(self.times) == 1:
            return 60.0
        steps = sorted(after - before for before, after in zip(self.times, self.times[1:], strict=False))
        return steps[len(steps) // 2]


@dataclass(frozen=True, slots=True, kw_only=True)
class House:
    """A home's solar power, load and voltage, one value a tick, from local midnight on."""

    tick_s: int
    solar_w: list[float]
    load_w: list[float]
    volts: list[float]

    @property
    def days(self) -> int:
        """Days, the last one whole or not."""
        return -(-len(self.solar_w) * self.tick_s // DAY_S)


def read_solar(path: Path) -> Series:
    """Return the power in W of a file with the columns time_utc and pv_w; below zero counts as nothing.

    Raises:
        TraceError: It has other columns or no values.
    """
    series = _read(path, "pv_w")["pv_w"]
    return Series(times=series.times, values=[max(0.0, value) for value in series.values])


def read_load(path: Path) -> tuple[Series, Series | None]:
    """Return the load in W and, where there is one, the voltage of a file with time_utc, load_w[, voltage_v].

    Raises:
        TraceError: It has other columns or no values.
    """
    found = _read(path, "load_w", "voltage_v")
    return found["load_w"], found.get("voltage_v")


def house(
    solar: Series,
    load: Series,
    volts: Series | None,
    *,
    tick_s: int,
    days: int | None = None,
    first_day: int = 0,
    solar_scale: float = 1.0,
    load_scale: float = 1.0,
) -> House:
    """Lay the traces over each other.

    The solar trace is turned so that its energy centres on noon, and says how many days there are, unless
    `days` does; what is shorter is repeated. Traces whose times overlap are turned by the same and stay
    together. Between samples solar is interpolated, load and voltage are held.
    """
    turn = _turn_to_noon(solar)
    overlap = min(solar.times[-1], load.times[-1]) - max(solar.start, load.start)
    together = overlap > DAY_S / 2
    first = max(solar.start, load.start) if together else solar.start
    seconds = overlap if together else solar.seconds
    count = days or max(1, round(seconds / DAY_S))
    begins = math.floor((first + turn + DAY_S / 4) / DAY_S + first_day) * DAY_S - turn
    load_begins = begins if together else math.ceil(load.start / DAY_S - 0.5) * DAY_S
    ticks = range(0, count * DAY_S, tick_s)
    sun = _interpolated(solar, begins)
    power = _held(load, load_begins)
    voltage = _held(volts, load_begins) if volts else None
    return House(
        tick_s=tick_s,
        solar_w=[sun(second + tick_s / 2) * solar_scale for second in ticks],
        load_w=[power(second) * load_scale for second in ticks],
        volts=[voltage(second) for second in ticks] if voltage else [NOMINAL_VOLTS] * len(ticks),
    )


def _read(path: Path, needed: str, *others: str) -> dict[str, Series]:
    try:
        text = path.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise TraceError(f"{path}: cannot be read: {error}") from error
    rows = csv.DictReader(text.splitlines())
    columns = rows.fieldnames or ()
    clock = next((name for name in TIME_COLUMNS if name in columns), None)
    if clock is None or needed not in columns:
        raise TraceError(
            f"{path}: needs the columns time_utc and {needed}, has {', '.join(columns) or 'none'}"
        )
    found: dict[str, dict[float, float]] = {name: {} for name in (needed, *others) if name in columns}
    for row in rows:
        when = _time(row[clock])
        if when is None:
            continue
        for name, values in found.items():
            if (value := _number(row[name])) is not None:
                values[when] = value
    if not found[needed]:
        raise TraceError(f"{path}: no row has both a time and {needed}")
    return {
        name: Series(times=sorted(values), values=[values[when] for when in sorted(values)])
        for name, values in found.items()
        if values
    }


def _time(text: str | None) -> float | None:
    try:
        when = datetime.fromisoformat((text or "").strip())
    except ValueError:
        return None
    return (when if when.tzinfo else when.replace(tzinfo=UTC)).timestamp()


def _number(text: str | None) -> float | None:
    try:
        value = float(text or "")
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def _turn_to_noon(solar: Series) -> float:
    """Return the quarters of an hour, in s, to add so that the centre of the day's energy is at noon."""
    east = north = 0.0
    for when, value in zip(solar.times, solar.values, strict=True):
        angle = when % DAY_S / DAY_S * math.tau
        east += value * math.cos(angle)
        north += value * math.sin(angle)
    if not east and not north:
        return 0.0
    centre = math.atan2(north, east) / math.tau * DAY_S
    turn = (NOON_S - centre) % DAY_S
    return round((turn - DAY_S if turn > NOON_S else turn) / 900) * 900


def _wrapped(series: Series) -> float:
    """Return the length in whole days after which a series repeats, so that times of day stay."""
    return max(1, round(series.seconds / DAY_S)) * DAY_S


def _interpolated(series: Series, begins: float) -> Callable[[float], float]:
    times, values, length = series.times, series.values, _wrapped(series)
    gap = max(LONG_GAP_S, 2 * series.step)

    def at(second: float) -> float:
        when = series.start + (begins + second - series.start) % length
        place = bisect_right(times, when)
        if place == len(times) or not place:
            return 0.0
        before, after = times[place - 1], times[place]
        if after - before > gap:
            return 0.0
        return values[place - 1] + (values[place] - values[place - 1]) * (when - before) / (after - before)

    return at


def _held(series: Series, begins: float) -> Callable[[float], float]:
    times, values, length = series.times, series.values, _wrapped(series)

    def at(second: float) -> float:
        when = series.start + (begins + second - series.start) % length
        return values[max(0, bisect_right(times, when) - 1)]

    return at
