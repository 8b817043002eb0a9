"""Perfect foresight where what is stored matters: a Powerwall that runs empty, a car that gets full.

The programme of `foresight`, with the stored energy as a second dimension, in steps and between them.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from .battery import EFFICIENCY as BATTERY_EFFICIENCY, Battery
from .car import ASLEEP_AFTER_S, CLAMP_AMPS, EFFICIENCY as CAR_EFFICIENCY, OVERHEAD_W
from .metrics import BATTERY_PENALTY, GRID_PENALTY, SOLAR_VALUE, START_PRICE, WAKE_PRICE, Metrics
from .scenarios import Scenario
from .traces import House

type Floats = NDArray[np.float64]
type Bytes = NDArray[np.int8]

MINUTE_S: Final = 60
STEPS: Final = 25
"""Steps of stored energy."""
ASLEEP: Final = ASLEEP_AFTER_S // MINUTE_S
"""The off-state of a sleeping car; those before it count the minutes since the stop."""
NEVER: Final = -1e6
_STAY, _HIGH, _LOW, _STOP = range(4)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """A minute's kWh at each current (off first) and each stored energy, and what is stored after it."""

    solar: Floats
    grid: Floats
    battery: Floats
    after: Floats

    @property
    def reward(self) -> Floats:
        """Return its dollars."""
        earned: Floats = SOLAR_VALUE * self.solar - GRID_PENALTY * self.grid - BATTERY_PENALTY * self.battery
        return earned


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """What a plan is sought for. `live` minutes have sun around them; `awake` ones bring a car home."""

    levels: NDArray[np.int64]
    least: float
    most: float
    begins: float
    outcome: Callable[[int, Floats], Outcome]
    home: list[bool]
    live: list[bool]
    awake: list[bool]
    usable: float
    days: int


@dataclass(slots=True, kw_only=True)
class Actions:
    """The best action of each minute, for each state and step of stored energy."""

    on: dict[int, Bytes] = field(default_factory=dict)
    high: dict[int, Bytes] = field(default_factory=dict)
    low: dict[int, Bytes] = field(default_factory=dict)
    starts: dict[int, Bytes] = field(default_factory=dict)
    start: dict[int, Bytes] = field(default_factory=dict)


def foresee_stored(home: House, scenario: Scenario, prices: Sequence[float]) -> list[Metrics]:
    """Return what the best plan brings, for each price of a command; for one car."""
    problem = _problem(home, scenario)
    return [_follow(problem, _plan(problem, price)) for price in prices]


def requests(before: int, after: int) -> int:
    """Return how many requests change one current into another."""
    if before == after:
        return 0
    return 2 if after < CLAMP_AMPS <= before else 1


def _problem(home: House, scenario: Scenario) -> Problem:
    per_minute = MINUTE_S // home.tick_s
    to_kwh = home.tick_s / 3_600_000
    plan = scenario.cars[0]
    levels = np.arange(max(1, scenario.floor_amps), plan.max_amps + 1)
    watts = np.array(home.volts) * scenario.phases
    balance = np.array(home.solar_w) - np.array(home.load_w)
    surplus = np.maximum(0.0, balance)
    minutes = range(0, len(home.solar_w) * home.tick_s, MINUTE_S)
    away = [plan.drive is not None and plan.drive.away(second) for second in minutes]

    def summed(power_of: Callable[[Floats], Floats]) -> Floats:
        rows = [power_of(watts * amps).reshape(-1, per_minute).sum(axis=1) * to_kwh for amps in (0, *levels)]
        return np.array(rows).T

    solar = summed(lambda taken: np.minimum(taken, surplus))
    beyond = summed(lambda taken: taken) - solar
    lit = solar[:, -1] > 0
    wide = np.convolve(lit, np.ones(2 * ASLEEP + 1), "same") > 0
    usable = float(solar[~np.array(away), -1].sum())
    if scenario.powerwall:
        outcome, least, most, begins = _powerwall(summed, balance, solar, beyond)
    else:
        outcome, least, most, begins = _car(scenario, summed, solar, beyond, away)
    return Problem(
        levels=levels,
        least=least,
        most=most,
        begins=begins,
        outcome=outcome,
        home=[not gone for gone in away],
        live=[bool(light) and not gone for light, gone in zip(wide, away, strict=True)],
        awake=[before and not gone for before, gone in zip([False, *away], away, strict=False)],
        usable=usable,
        days=home.days,
    )


type Summed = Callable[[Callable[[Floats], Floats]], Floats]
type Kind = tuple[Callable[[int, Floats], Outcome], float, float, float]


def _powerwall(summed: Summed, balance: Floats, solar: Floats, beyond: Floats) -> Kind:
    """Return the minutes of a home with a Powerwall: it stores what is left, and gives what is short."""
    battery = Battery()
    most = battery.max_w
    gain = summed(lambda taken: np.clip(balance - taken, 0.0, most)) * BATTERY_EFFICIENCY
    give = summed(lambda taken: np.clip(taken - balance, 0.0, most)) / BATTERY_EFFICIENCY
    over = summed(lambda taken: np.maximum(0.0, taken - balance - most))
    capacity = battery.capacity_wh / 1_000
    reserve = capacity * battery.reserve_percent / 100

    def outcome(minute: int, stored: Floats) -> Outcome:
        after = stored[None, :] + (gain[minute] - give[minute])[:, None]
        short = np.maximum(0.0, reserve - after) * BATTERY_EFFICIENCY + over[minute][:, None]
        past = beyond[minute][:, None]
        grid = np.minimum(past, short)
        return Outcome(
            solar=solar[minute][:, None],
            grid=grid,
            battery=past - grid,
            after=np.clip(after, reserve, capacity),
        )

    return outcome, reserve, capacity, battery.stored_wh / 1_000


def _car(scenario: Scenario, summed: Summed, solar: Floats, beyond: Floats, away: list[bool]) -> Kind:
    """Return the minutes of a car that gets full, and drives."""
    plan = scenario.cars[0]
    capacity = plan.battery_kwh or 1e9
    limit = capacity * plan.limit_percent / 100
    gain = summed(lambda taken: np.where(taken > 0, (taken - OVERHEAD_W) * CAR_EFFICIENCY, 0.0))
    leaves = [gone and not before for before, gone in zip([False, *away], away, strict=False)]
    drive = plan.drive.energy_kwh if plan.drive else 0.0

    def outcome(minute: int, stored: Floats) -> Outcome:
        more = gain[minute][:, None]
        after = stored[None, :] + more
        part = np.clip((limit - stored[None, :]) / np.maximum(more, 1e-9), 0.0, 1.0)
        part = np.where(more > 0, part, 1.0)
        after = np.minimum(after, limit)
        if leaves[minute]:
            after = np.maximum(0.0, after - drive)
        taken = solar[minute][:, None] * part
        return Outcome(
            solar=taken, grid=beyond[minute][:, None] * part, battery=np.zeros_like(taken), after=after
        )

    return outcome, 0.0, limit, capacity * plan.battery_percent / 100


class _Programme:
    """Goes back through the minutes; keeps what each state is worth and the best action of each."""

    def __init__(self, problem: Problem, price: float) -> None:
        """Start after the last minute, where nothing is worth anything."""
        levels = problem.levels
        self.problem = problem
        self.price = price
        self.split = int(np.searchsorted(levels, CLAMP_AMPS))
        self.to_low = np.where(levels < CLAMP_AMPS, price, 2 * price)[:, None]
        begin = [START_PRICE + price * (1 + requests(CLAMP_AMPS, int(amps))) for amps in levels]
        self.begin = np.array(begin)[:, None]
        self.stored = np.linspace(problem.least, problem.most, STEPS)
        self.columns = np.arange(STEPS)
        self.rows = np.arange(len(levels))[:, None]
        self.on = np.zeros((len(levels), STEPS))
        self.off = np.zeros((ASLEEP + 1, STEPS))
        self.actions = Actions()

    def back(self, minute: int) -> None:
        """Go back over a minute."""
        problem = self.problem
        found = problem.outcome(minute, self.stored)
        place = (found.after - problem.least) / (self.stored[1] - self.stored[0])
        left = np.clip(place.astype(np.int64), 0, STEPS - 2)
        part = place - left
        rest = self.off[:, left[0]] * (1 - part[0]) + self.off[:, left[0] + 1] * part[0]
        later = np.concatenate((rest[1:], rest[-1:]))
        if not problem.live[minute]:
            self.on[:] = rest[0] - (self.price if problem.home[minute] else 0.0)
            self.off = later
            return
        value = self.on[self.rows, left[1:]] * (1 - part[1:]) + self.on[self.rows, left[1:] + 1] * part[1:]
        value += found.reward[1:]
        if problem.awake[minute]:
            later[-1] = rest[1]
        self._choose_off(minute, value, later)
        self._choose_on(minute, value, rest[0])

    def _choose_on(self, minute: int, value: Floats, stopped: Floats) -> None:
        split, columns, actions = self.split, self.columns, self.actions
        high = split + value[split:].argmax(axis=0)
        low = value[:split].argmax(axis=0) if split else high
        options = np.empty((4, *value.shape))
        options[_STAY] = value
        options[_HIGH] = value[high, columns] - self.price
        options[_LOW] = value[low, columns] - self.to_low
        options[_STOP] = stopped - self.price
        actions.on[minute] = options.argmax(axis=0).astype(np.int8)
        actions.high[minute], actions.low[minute] = high.astype(np.int8), low.astype(np.int8)
        self.on = options.max(axis=0)

    def _choose_off(self, minute: int, value: Floats, later: Floats) -> None:
        begun = value - self.begin
        best = begun.argmax(axis=0)
        started = np.tile(begun[best, self.columns], (ASLEEP + 1, 1))
        if not self.problem.awake[minute]:
            started[-1] -= WAKE_PRICE
        self.actions.start[minute] = best.astype(np.int8)
        self.actions.starts[minute] = (started > later).astype(np.int8)
        self.off = np.maximum(started, later)


def _plan(problem: Problem, price: float) -> Actions:
    programme = _Programme(problem, price)
    for minute in range(len(problem.home) - 1, -1, -1):
        programme.back(minute)
    return programme.actions


def _follow(problem: Problem, actions: Actions) -> Metrics:
    """Go forward through the minutes as planned; count."""
    metrics = Metrics(days=problem.days, usable_kwh=problem.usable)
    stored, amps, off_for = problem.begins, 0, ASLEEP + 1
    step = (problem.most - problem.least) / (STEPS - 1)
    least = int(problem.levels[0])
    for minute, home in enumerate(problem.home):
        place = round((stored - problem.least) / step)
        before = amps
        asleep = off_for > ASLEEP and not problem.awake[minute]
        amps = _next(problem, actions, minute, place, (before, off_for)) if problem.live[minute] else 0
        if amps and not before:
            metrics.starts += 1
            metrics.wakes += asleep
            metrics.commands += 1 + requests(CLAMP_AMPS, amps)
        elif before:
            metrics.commands += requests(before, amps) if amps else int(home)
        off_for = 0 if amps else 1 if problem.awake[minute] else off_for + 1
        found = problem.outcome(minute, np.array([stored]))
        row = amps - least + 1 if amps else 0
        metrics.captured_kwh += float(found.solar[row, 0])
        metrics.nonsolar_kwh += float(found.grid[row, 0])
        metrics.battery_kwh += float(found.battery[row, 0])
        stored = float(found.after[row, 0])
    return metrics


def _next(problem: Problem, actions: Actions, minute: int, place: int, state: tuple[int, int]) -> int:
    """Return the current of a minute, after a current (0: off) and minutes off."""
    levels = problem.levels
    before, off_for = state
    if not before:
        off = min(off_for - 1, ASLEEP)
        return int(levels[actions.start[minute][place]]) if actions.starts[minute][off, place] else 0
    action = int(actions.on[minute][before - int(levels[0]), place])
    if action == _HIGH:
        return int(levels[actions.high[minute][place]])
    if action == _LOW:
        return int(levels[actions.low[minute][place]])
    return before if action == _STAY else 0
