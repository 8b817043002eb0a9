"""What perfect foresight would earn: a dynamic programme over minutes, for one current of all cars.

It knows every minute of sun and load, pays for each change of current (twice across the clamp at 5 A), each
start, stop and wake, and is hindered by nothing else: no delay, no ramp, no fault.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from .battery import Battery
from .car import ASLEEP_AFTER_S, CLAMP_AMPS
from .metrics import (
    BATTERY_PENALTY,
    COMMAND_PRICE,
    GRID_PENALTY,
    SOLAR_VALUE,
    START_PRICE,
    WAKE_PRICE,
    Metrics,
)
from .scenarios import Scenario
from .stored import foresee_stored, requests
from .traces import DAY_S, House

type Floats = NDArray[np.float64]

MINUTE_S: Final = 60
OFF_MINUTES: Final = ASLEEP_AFTER_S // MINUTE_S
"""Minutes off after which the car sleeps."""
PRICES: Final = (0.0, COMMAND_PRICE, 0.002, 0.005, 0.01, 0.02, 0.05)
"""Prices of a command that trace the frontier."""
FEW_PRICES: Final = (COMMAND_PRICE, 0.005, 0.02)
_SLEPT: Final = 1_000
"""Mark of a minute at whose end the car that was off longest fell asleep."""
_ARRIVED: Final = 2_000
"""Mark of a minute in which a car came home, awake."""
_STAY, _FROM_HIGH, _FROM_LOW, _FROM_OFF, _FROM_SLEEP = range(5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Minutes:
    """Each minute's kWh at each current: from surplus, from the grid, from the Powerwall; and what fits."""

    levels: NDArray[np.int64]
    solar: Floats
    grid: Floats
    battery: Floats
    allowed: NDArray[np.bool_]
    usable: float

    @property
    def reward(self) -> Floats:
        """Return the dollars of each minute at each current."""
        earned = SOLAR_VALUE * self.solar - GRID_PENALTY * self.grid - BATTERY_PENALTY * self.battery
        allowed: Floats = np.where(self.allowed, earned, -1e6)
        return allowed


def foresee(home: House, scenario: Scenario) -> dict[str, Any]:
    """Return the best row by the score's own prices, and the rows of the frontier.

    Where a Powerwall or the one car's battery limits what can be done, the plan knows what is stored;
    `relaxed_score` is the score without that limit.
    """
    minutes = _minutes(home, scenario)
    stores = scenario.powerwall or scenario.cars[0].battery_kwh is not None
    if stores and len(scenario.cars) == 1:
        found = foresee_stored(home, scenario, FEW_PRICES)
        rows = [_shown(price, metrics) for price, metrics in zip(FEW_PRICES, found, strict=True)]
        relaxed = _row(minutes, home.days, COMMAND_PRICE)["score"]
    else:
        rows = [_row(minutes, home.days, price) for price in PRICES]
        relaxed = max(row["score"] for row in rows)
    best = max(rows, key=lambda row: row["score"])
    return {**best, "relaxed_score": relaxed, "frontier": rows}


def _shown(price: float, metrics: Metrics) -> dict[str, Any]:
    row = metrics.as_json()
    return {"price": price, **{key: row[key] for key in (*ROW, "captured_kwh", "battery_kwh", "usable_kwh")}}


def _minutes(home: House, scenario: Scenario) -> Minutes:
    per_minute = MINUTE_S // home.tick_s
    surplus = np.maximum(0.0, np.array(home.solar_w) - np.array(home.load_w))
    deficit = np.maximum(0.0, np.array(home.load_w) - np.array(home.solar_w))
    watts = np.array(home.volts) * scenario.phases
    most = np.array(_most_amps(home, scenario))
    levels = np.arange(max(1, scenario.floor_amps), most.max() + 1)
    to_kwh = home.tick_s / 3_600_000
    spare = np.maximum(0.0, Battery().max_w - deficit) if scenario.powerwall else np.zeros_like(deficit)

    def per_level(power: Floats) -> Floats:
        sums: Floats = power.reshape(-1, per_minute).sum(axis=1) * to_kwh
        return sums

    solar, grid, battery = [], [], []
    for amps in levels:
        taken = watts * amps
        captured = np.minimum(taken, surplus)
        covered = np.minimum(taken - captured, spare)
        solar.append(per_level(captured))
        battery.append(per_level(covered))
        grid.append(per_level(taken - captured - covered))
    return Minutes(
        levels=levels,
        solar=np.array(solar).T,
        grid=np.array(grid).T,
        battery=np.array(battery).T,
        allowed=levels[None, :] <= most[::per_minute][:, None],
        usable=float(np.minimum(surplus, watts * most).sum() * to_kwh),
    )


def _most_amps(home: House, scenario: Scenario) -> list[int]:
    """Return the sum of what the cars at home can take, for each tick."""
    found = []
    for index in range(len(home.solar_w)):
        day, second = divmod(index * home.tick_s, DAY_S)
        amps = 0
        for car in scenario.cars:
            drive = car.drive
            away = drive is not None and day % 7 in drive.weekdays and drive.leaves <= second < drive.returns
            amps += 0 if away else car.max_amps
        found.append(amps)
    return found


def _row(minutes: Minutes, days: int, price: float) -> dict[str, Any]:
    metrics = Metrics(days=days, usable_kwh=minutes.usable)
    before, asleep_for = 0, OFF_MINUTES + 1
    least = int(minutes.levels[0])
    for minute, amps in enumerate(_plan(minutes, price)):
        if amps:
            place = amps - least
            metrics.captured_kwh += float(minutes.solar[minute, place])
            metrics.nonsolar_kwh += float(minutes.grid[minute, place])
            metrics.battery_kwh += float(minutes.battery[minute, place])
        if amps and not before:
            metrics.starts += 1
            metrics.wakes += asleep_for > OFF_MINUTES
            metrics.commands += 1 + requests(CLAMP_AMPS, amps)
        elif before and not amps:
            metrics.commands += bool(minutes.allowed[minute].any())
        else:
            metrics.commands += requests(before, amps)
        arrived = minute and minutes.allowed[minute].any() and not minutes.allowed[minute - 1].any()
        asleep_for = 0 if amps or arrived else asleep_for + 1
        before = amps
    return _shown(price, metrics)


ROW: Final = (
    "capture",
    "nonsolar_kwh",
    "commands",
    "wakes",
    "data_requests",
    "starts",
    "dollars",
    "score",
)
"""What every law is reported by."""


def _plan(minutes: Minutes, price: float) -> Iterator[int]:
    """Return the best current of each minute, 0 for off, when a command costs `price`."""
    reward, levels = minutes.reward, minutes.levels
    low = int(np.searchsorted(levels, CLAMP_AMPS))
    from_high = np.where(levels < CLAMP_AMPS, 2 * price, price)
    from_low = np.full(len(levels), price)
    start = np.array([START_PRICE + price * (1 + requests(CLAMP_AMPS, int(amps))) for amps in levels])
    wake = start + WAKE_PRICE
    home = [bool(row.any()) for row in minutes.allowed]
    on = np.full(len(levels), -1e9)
    off = [-1e9] * OFF_MINUTES
    asleep = 0.0
    count = len(reward)
    choices = np.empty((count, len(levels)), dtype=np.int8)
    sources = np.empty((count, 4), dtype=np.int16)
    candidates = np.empty((5, len(levels)))
    for minute in range(count):
        high = low + int(on[low:].argmax())
        small = int(on[:low].argmax()) if low else high
        awake = max(range(OFF_MINUTES), key=off.__getitem__)
        candidates[_STAY] = on
        candidates[_FROM_HIGH] = on[high] - from_high
        candidates[_FROM_LOW] = on[small] - from_low if low else -1e9
        candidates[_FROM_OFF] = off[awake] - start
        candidates[_FROM_SLEEP] = asleep - wake
        choice = candidates.argmax(axis=0)
        best = high if on[high] >= on[small] else small
        slept = off[-1] > asleep
        stopped = on[best] - (price if home[minute] else 0.0)
        choices[minute] = choice
        sources[minute] = high, small, awake, best + (_SLEPT if slept else 0)
        on = candidates.max(axis=0) + reward[minute]
        asleep = max(asleep, off[-1])
        off = [stopped, *off[:-1]]
        if minute and home[minute] and not home[minute - 1]:
            off[0], sources[minute, 3] = asleep, _ARRIVED
    return reversed(list(_traced(choices, sources, levels, _end(on, off, asleep))))


def _end(on: Floats, off: Sequence[float], asleep: float) -> int:
    """Return the best last state: a current's place, -1 - minutes off, or asleep."""
    awake = max(range(OFF_MINUTES), key=off.__getitem__)
    best = max(float(on.max()), off[awake], asleep)
    if best == asleep:
        return -1 - OFF_MINUTES
    return -1 - awake if best == off[awake] else int(on.argmax())


def _traced(
    choices: NDArray[np.int8], sources: NDArray[np.int16], levels: NDArray[np.int64], state: int
) -> Iterator[int]:
    """Return the currents of the best plan, last minute first."""
    asleep = -1 - OFF_MINUTES
    for minute in range(len(choices) - 1, -1, -1):
        high, small, awake, last = (int(value) for value in sources[minute])
        if state >= 0:
            yield int(levels[state])
            choice = choices[minute, state]
            state = (state, high, small, -1 - awake, asleep)[choice]
            continue
        yield 0
        if state == asleep:
            state = -OFF_MINUTES if _SLEPT <= last < _ARRIVED else asleep
        elif state == -1:
            state = asleep if last == _ARRIVED else last % _SLEPT
        else:
            state += 1
