"""Which sun shines and which load runs: the split into what may be tuned on and what is only reported.

| split | generated months | measured sun, 5 min | measured sun, 1 min | measured load |
|---|---|---|---|---|
| tuning | seeds from 1 | days 0 to 27 | - | first 8 days |
| held-out | seeds from 101 | days 56 to 83 | 2 days | last 8 days |
"""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final

from .clouds import month
from .scenarios import Scenario, Sun, with_oven
from .traces import DAY_S, House, Series, house, read_load, read_solar

TRACES: Final = Path(__file__).parent / "traces"
LOAD: Final = TRACES / "load_uci_sceaux_1min_2006-12.csv"
FIVE_MINUTES: Final = TRACES / "pv_sma7kw_5min_2016-03_2016-06.csv"
ONE_MINUTE: Final = TRACES / "pv_nrel_serf_east_1min_2022-03.csv"
TICK_S: Final = 10
OVEN_SEED: Final = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Split:
    """A part of the traces: the first seed, and the first days of sun and load."""

    seed: int
    sun_day: int
    load_day: int


SPLITS: Final = {
    "tuning": Split(seed=1, sun_day=0, load_day=0),
    "held-out": Split(seed=101, sun_day=56, load_day=8),
}
SUN_DAYS: Final = 28
LOAD_DAYS: Final = 8


def home_of(
    scenario: Scenario, split: str, *, number: int = 0, days: int | None = None, tick_s: int = TICK_S
) -> House:
    """Return the home of a scenario, all days or the first; `number` counts a split's generated months."""
    part = SPLITS[split]
    load, volts = _load(part.load_day)
    solar = {
        Sun.GENERATED: lambda: month(part.seed + number),
        Sun.FIVE_MINUTES: lambda: _some_days(read_solar(FIVE_MINUTES), part.sun_day, SUN_DAYS),
        Sun.ONE_MINUTE: lambda: read_solar(ONE_MINUTE),
    }[scenario.sun]()
    home = house(
        solar,
        load,
        volts,
        tick_s=tick_s,
        days=days,
        solar_scale=scenario.solar_scale,
        load_scale=scenario.load_scale,
    )
    return _furnished(home, scenario)


def home_from(
    scenario: Scenario,
    solar_path: Path | None,
    load_path: Path | None,
    *,
    solar_scale: float | None,
    load_scale: float | None,
    tick_s: int = TICK_S,
) -> House:
    """Return a home of the given files; what is not given is the tuning split's, at the scenario's scale.

    Raises:
        TraceError: A file cannot be used.
    """
    own_sun = solar_path is None
    solar = month(SPLITS["tuning"].seed) if solar_path is None else read_solar(solar_path)
    load, volts = _load(0) if load_path is None else read_load(load_path)
    home = house(
        solar,
        load,
        volts,
        tick_s=tick_s,
        solar_scale=(scenario.solar_scale if own_sun else 1.0) if solar_scale is None else solar_scale,
        load_scale=(scenario.load_scale if load_path is None else 1.0) if load_scale is None else load_scale,
    )
    return _furnished(home, scenario)


def _furnished(home: House, scenario: Scenario) -> House:
    return with_oven(home, OVEN_SEED) if scenario.oven else home


@cache
def _load(first_day: int) -> tuple[Series, Series | None]:
    load, volts = read_load(LOAD)
    return _some_days(load, first_day, LOAD_DAYS), _some_days(volts, first_day, LOAD_DAYS) if volts else None


def _some_days(series: Series, first: int, count: int) -> Series:
    begin = series.start + first * DAY_S
    places = [place for place, when in enumerate(series.times) if begin <= when < begin + count * DAY_S]
    return Series(
        times=[series.times[place] for place in places], values=[series.values[place] for place in places]
    )
