"""Cars that follow the surplus: one allocator for all of them.

The surplus that nobody takes is one figure for all cars, and so is the law's verdict about it. Up goes
the car that comes first (priority, then the least current), down the one that comes last; cars of equal
priority so meet.
"""

from dataclasses import dataclass, replace
import math
from typing import Final

from . import acts
from .buffer import Share
from .decision import Reason
from .law import WATT_SECONDS, forgiven, weigh
from .limits import Ceiling
from .measure import Reading, surplus_left
from .memory import PlaceMemory
from .models import Inputs
from .pilot import CLAMP, Pilot
from .tariff import LAST, Tariff
from .wishes import Wish

EFFECT: Final = 20.0
"""Seconds from a decision to the middle of the time for which it counts."""
FARTHER: Final = 20.0
"""Seconds more for where the current goes to: it stays there for a while."""
FADING: Final = 0.8
"""Share of the sun that a cloud takes at most: the sky still shines."""
LONGEST_LEAD: Final = 60.0
ROUNDING: Final = 0.2
"""Above where gain and loss of an ampere more are equal (newsvendor): it saves later steps up."""
EMPTY_ROUNDING: Final = 0.2
"""The same while the Powerwall has nothing to give: what is missing would be imported."""
FIRST_START: Final = 0.17
"""Share of a start's price that the first one of a day has to have missed: it comes anyway."""
RESTART: Final = 0.3
"""The same for the starts after it."""
PATIENCE: Final = 0.5
"""Share of the price of a stop that staying at the lowest current has to have cost."""
NIGHTFALL: Final = 14_400.0
"""Seconds before sunset from which stopping gets cheaper: a restart on the same day gets less likely."""
PROSPECT: Final = 2700.0
"""Seconds for which a surplus is taken to last when a start is weighed."""
SPARE_WAKE: Final = 3.0
"""How many times its price the last wake of a day is held to be worth."""
USUAL_POWER: Final = 1500.0
"""W of surplus that a day is taken to bring, where nothing is known of it."""
UNLIMITED: Final = 1000
"""A: more than any cable."""


@dataclass(slots=True, kw_only=True)
class Scene:
    """What all cars share during a decision."""

    inputs: Inputs
    reading: Reading
    share: Share
    tariff: Tariff
    ceiling: Ceiling | None
    memory: PlaceMemory
    pilots: list[Pilot]

    @property
    def taken(self) -> float:
        """What all cars that are ours take or will take in a moment, W."""
        return sum(pilot.predicted_power for pilot in self.pilots)

    @property
    def error(self) -> float:
        """Surplus that nobody takes, expected for when a command would have its effect; W."""
        return self.share.power + self._coming(EFFECT) - self.taken

    def _coming(self, ahead: float) -> float:
        """Return by how much the sun will have changed so many seconds from now, W."""
        change = self.reading.slope * min(LONGEST_LEAD, self.reading.age + ahead)
        return max(change, -FADING * (self.reading.sample.solar_power or 0.0))

    def available(self, pilot: Pilot) -> float:
        """Return the surplus for one car, what it takes included, where its next current is to be; W."""
        return self.error + self._coming(EFFECT + FARTHER) - self._coming(EFFECT) + pilot.predicted_power

    @property
    def left(self) -> float:
        """Commands that the budget has left after those of this decision."""
        return self.tariff.left - sum(len(pilot.actions) for pilot in self.pilots)

    @property
    def headroom(self) -> float:
        """By how much cars may still be raised, W."""
        limits = [most for most in (self.share.ceiling,) if most is not None]
        if self.ceiling is not None:
            limits.append(self.ceiling.raised)
        return min(limits, default=math.inf) - self.taken

    @property
    def rounding(self) -> float:
        """Which part of an ampere may be missing for the next whole one."""
        if self.inputs.place.commands_per_day is not None:
            return self.tariff.quantile
        if self.share.stores and not self.share.gives:
            return EMPTY_ROUNDING
        return min(0.95, self.tariff.quantile + ROUNDING)

    def room(self, pilot: Pilot) -> int:
        """Return by how many A a car may still be raised."""
        headroom = self.headroom
        return UNLIMITED if headroom == math.inf else max(0, math.floor(headroom / pilot.watts))

    @property
    def daylight_left(self) -> float:
        """Seconds until the sun sets; long where nobody knows."""
        sunset = self.inputs.sunset
        return math.inf if sunset is None else max(0.0, sunset - self.inputs.now)


def follow(scene: Scene, cars: list[tuple[Pilot, Wish]]) -> None:
    """Move, stop and start the cars that follow the surplus."""
    for pilot, wanted in cars:
        pilot.next_change_at = wanted.until
        pilot.because(Reason.FOLLOWING if pilot.on else Reason.WAITING_FOR_SURPLUS)
    if scene.reading.elapsed:
        _move(scene, [pilot for pilot, _ in cars if pilot.on])
    for pilot, wanted in sorted(cars, key=lambda item: (-item[0].car.settings.priority, item[0].car.car_id)):
        if pilot.on and not pilot.actions:
            _consider_stop(scene, pilot, wanted)
    for pilot, wanted in sorted(cars, key=lambda item: _order(item[0])):
        if not pilot.on and not pilot.actions:
            _consider_start(scene, pilot, wanted)


def _order(pilot: Pilot) -> tuple[int, int, str]:
    return pilot.car.settings.priority, pilot.current if pilot.on else 0, pilot.car.car_id


def _move(scene: Scene, active: list[Pilot]) -> None:
    """Raise or lower the car whose turn it is, when the law says that it pays."""
    if not active:
        scene.memory = replace(scene.memory, up_regret=(), down_regret=(), restlessness=0.0)
        return
    unit = min(pilot.watts for pilot in active)
    last = max(active, key=_order)
    clamp_steps = last.current - CLAMP + 1 if last.floor < CLAMP <= last.current else 0
    scene.memory, verdict = weigh(
        scene.memory, scene.error, scene.reading.elapsed, unit, scene.tariff, clamp_steps=clamp_steps
    )
    if verdict.due_in is not None:
        for pilot in active:
            pilot.next_change_at = scene.inputs.now + verdict.due_in
    if not verdict.direction:
        return
    changed = False
    for pilot in sorted(active, key=_order, reverse=verdict.direction < 0):
        target = _within_budget(scene, pilot, _target(scene, pilot))
        if (target - pilot.current) * verdict.direction <= 0:
            continue
        if not acts.may_send(pilot, scene.inputs, lowers=verdict.direction < 0):
            continue
        pilot.because(Reason.SURPLUS_ROSE if verdict.direction > 0 else Reason.SURPLUS_FELL)
        acts.set_current(pilot, target)
        changed = True
    if changed:
        scene.memory = forgiven(scene.memory, scene.inputs.now)


def _target(scene: Scene, pilot: Pilot) -> int:
    """Return the current to which a car goes for what is there for it."""
    power = scene.available(pilot)
    amps = math.floor(max(0.0, power) / pilot.watts + scene.rounding)
    if amps > pilot.current:
        amps = min(amps, pilot.current + scene.room(pilot))
    return max(pilot.floor, min(pilot.max_current, amps))


def _within_budget(scene: Scene, pilot: Pilot, amps: int) -> int:
    """Return where a car goes with what is left of the budget: its last step goes to the lowest current.

    Every car that charges keeps the commands that bring it there, and one that stops it.
    """
    cost = 2 if amps < CLAMP <= pilot.current else 1
    if scene.left >= cost + sum(
        _to_the_end(other, amps if other is pilot else other.current) for other in scene.pilots if other.on
    ):
        return amps
    return pilot.floor if amps < pilot.current else pilot.current


def _to_the_end(pilot: Pilot, amps: int) -> int:
    """Return how many commands bring a car from a current to the lowest one, and stop it."""
    if amps <= pilot.floor:
        return 1
    return LAST if pilot.floor < CLAMP <= amps else LAST - 1


def _consider_stop(scene: Scene, pilot: Pilot, wanted: Wish) -> None:
    """Stop once staying has cost what a stop and a later start would."""
    memory = pilot.memory
    if scene.share.off_grid and scene.error < 0.0 and pilot.current <= pilot.floor:
        if acts.stop(pilot):
            pilot.because(Reason.OFF_GRID)
        return
    if pilot.current > pilot.floor or wanted.minimum:
        if memory.stop_regret:
            pilot.remember(stop_regret=0.0)
        return
    tariff = scene.tariff
    power = pilot.predicted_power
    available = scene.error + power
    rate = tariff.penalty * max(0.0, power - max(0.0, available)) - tariff.gain * min(
        power, max(0.0, available)
    )
    rate /= WATT_SECONDS
    regret = max(0.0, memory.stop_regret + rate * scene.reading.elapsed)
    price = _stop_price(scene, pilot)
    pilot.remember(stop_regret=min(regret, 2.0 * price))
    if rate <= 0.0:
        return
    until = scene.inputs.now + max(0.0, price - regret) / rate
    if memory.started_at is not None:
        until = max(until, memory.started_at + pilot.car.settings.minimum_run)
    pilot.because(Reason.HOLDING_MINIMUM, until=until)
    pilot.next_change_at = until
    if until <= scene.inputs.now and not pilot.starting and acts.stop(pilot):
        pilot.because(Reason.SURPLUS_GONE)
        scene.memory = forgiven(scene.memory, scene.inputs.now)


def _stop_price(scene: Scene, pilot: Pilot) -> float:
    """Return what a stop costs, with the restart that it makes needed while the day lasts."""
    tariff = scene.tariff
    again = tariff.start + tariff.command
    left = _wakes_left(scene, pilot)
    if left > 1:
        again += tariff.wake
    elif left == 1:
        again += tariff.wake * SPARE_WAKE
    else:
        # Once asleep it stays so until tomorrow.
        again += _rest_of_day(scene)
    return tariff.command + PATIENCE * again * min(1.0, scene.daylight_left / NIGHTFALL)


def _wakes_left(scene: Scene, pilot: Pilot) -> int:
    left = min(acts.MOST_WAKES - pilot.memory.wakes_today, scene.inputs.budget.wakes_left_today)
    return max(0, left)


def _rest_of_day(scene: Scene) -> float:
    """Return what the surplus of the rest of the day is worth, money."""
    energy = surplus_left(scene.inputs, scene.memory)
    if energy is None:
        energy = USUAL_POWER * min(6.0, scene.daylight_left / 3600.0)
    return scene.tariff.gain * energy / 1000.0


def _consider_start(scene: Scene, pilot: Pilot, wanted: Wish) -> None:
    """Start once not charging has cost what a start does, and the surplus lasts long enough to earn it."""
    memory, settings, tariff = pilot.memory, pilot.car.settings, scene.tariff
    # A start is for what is there: a sun that comes up all at once does not go on like that.
    available = min(scene.error, scene.share.power - scene.taken) + _flexible(scene, pilot)
    amps = math.floor(max(0.0, _fair(scene, pilot, available)) / pilot.watts + scene.rounding)
    target = max(pilot.floor, min(pilot.max_current, amps))
    taken = target * pilot.watts
    solar = min(taken, max(0.0, available))
    rate = (tariff.gain * solar - tariff.penalty * (taken - solar)) / WATT_SECONDS
    price = tariff.start + tariff.command + (tariff.wake if pilot.car.asleep else 0.0)
    threshold = price * (RESTART if memory.starts_today else FIRST_START)
    regret = min(max(0.0, memory.start_regret + rate * scene.reading.elapsed), 2.0 * threshold)
    if regret != memory.start_regret:
        pilot.remember(start_regret=regret)
    if wanted.minimum:
        ready = True
    else:
        worth = rate * min(PROSPECT, 0.5 * scene.daylight_left)
        ready = regret >= threshold and worth > price
        if rate > 0.0:
            pilot.next_change_at = scene.inputs.now + max(0.0, threshold - regret) / rate
    if not ready or not _may_start(scene, pilot):
        return
    if memory.starts_today >= settings.starts_per_day:
        pilot.because(Reason.STARTS_LIMIT)
        return
    begin(scene, pilot, target, Reason.SURPLUS_ENOUGH)


def _flexible(scene: Scene, pilot: Pilot) -> float:
    """Return what other following cars have above their lowest current, and would give way."""
    found = 0.0
    mine = pilot.car.settings.priority
    for other in scene.pilots:
        if other is pilot or not other.on or not other.controlled or other.full:
            continue
        theirs = other.car.settings.priority
        if theirs >= mine:
            found += max(0, other.current - other.floor) * other.watts
    return found


def _fair(scene: Scene, pilot: Pilot, available: float) -> float:
    """Return which part of the surplus a car starts with beside cars that come no later, W."""
    equals = [
        other
        for other in scene.pilots
        if other is not pilot
        and other.on
        and not other.full
        and other.car.settings.priority == pilot.car.settings.priority
    ]
    held = sum(other.floor * other.watts for other in equals)
    return min(available, (available + held) / (len(equals) + 1))


def _may_start(scene: Scene, pilot: Pilot) -> bool:
    """Return whether a start is in order: one at a time, not too soon, with room below every limit."""
    held = sum(_to_the_end(other, other.current) for other in scene.pilots if other.on)
    if scene.share.blocked or scene.left < 2 + LAST + held:
        pilot.because(Reason.OFF_GRID if scene.share.blocked else Reason.COMMANDS_LIMIT)
        return False
    return may_begin(scene, pilot)


def may_begin(scene: Scene, pilot: Pilot) -> bool:
    """Return whether the car may be started now, in any mode."""
    memory = pilot.memory
    for other in scene.pilots:
        if other is not pilot and (other.starting or any(True for _ in other.actions)):
            pilot.because(Reason.WAITING_FOR_OTHER_CAR)
            return False
    if memory.started_at is not None and scene.inputs.now < memory.started_at + acts.START_AGAIN:
        pilot.because(Reason.WAITING_FOR_EFFECT, until=memory.started_at + acts.START_AGAIN)
        return False
    least = min(CLAMP, pilot.max_current)
    if not least or scene.headroom < least * pilot.watts:
        pilot.because(scene.ceiling.reason if scene.ceiling is not None else Reason.BATTERY_RESERVE)
        return False
    return True


def begin(scene: Scene, pilot: Pilot, amps: int, reason: Reason) -> None:
    """Wake a sleeping car, else start it."""
    if pilot.car.asleep:
        acts.wake(pilot, scene.inputs)
        return
    if not acts.may_send(pilot, scene.inputs, commands=2):
        return
    acts.start(pilot, min(amps, scene.room(pilot)))
    pilot.because(reason)
