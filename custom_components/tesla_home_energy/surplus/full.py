"""Cars that charge from whatever there is, and cars that do not charge at all."""

import math
from typing import Final

from . import acts
from .decision import Reason
from .follow import Scene, begin, may_begin
from .models import ChargingState
from .pilot import CLAMP, Pilot
from .wishes import Wish

AGAIN: Final = 300.0
"""Seconds until a car without a reading is told the same current again."""


def charge(scene: Scene, pilot: Pilot, wanted: Wish) -> None:
    """Give a car all that its limits allow."""
    reason = wanted.reason or Reason.NOW
    pilot.because(reason, **dict(wanted.numbers))
    pilot.next_change_at = wanted.until
    if not pilot.on:
        if may_begin(scene, pilot):
            begin(scene, pilot, pilot.max_current, reason)
            pilot.numbers = dict(wanted.numbers)
        return
    amps = min(pilot.max_current, pilot.current + scene.room(pilot))
    # One more ampere is not worth a command each minute that the house takes a little less.
    enough = amps == pilot.max_current or amps >= pilot.current + 2
    if amps > pilot.current and enough and acts.may_send(pilot, scene.inputs):
        acts.set_current(pilot, amps)
        pilot.because(reason, **dict(wanted.numbers))


def rest(pilot: Pilot, wanted: Wish) -> None:
    """Stop a car that has no wish to charge."""
    reason = wanted.reason or Reason.SOLAR_LIMIT_REACHED
    pilot.because(reason, **dict(wanted.numbers))
    pilot.next_change_at = wanted.until
    if pilot.on:
        acts.stop(pilot)


def cut(scene: Scene) -> None:
    """Bring each car below its own limit, and all together below those of the place."""
    for pilot in scene.pilots:
        _cut_to_own(scene, pilot)
    _cut_together(scene)


def _cut_to_own(scene: Scene, pilot: Pilot) -> None:
    """Lower a car whose owner, cable or pilot allows less than it takes."""
    if not pilot.on or pilot.current <= pilot.max_current:
        return
    reason, numbers = pilot.reason, pilot.numbers
    if not pilot.max_current:
        acts.stop(pilot)
    elif not pilot.actions and acts.may_send(pilot, scene.inputs, lowers=True):
        acts.set_current(pilot, pilot.max_current)
        pilot.because(reason, **numbers)


def _cut_together(scene: Scene) -> None:
    """To less current, to the lowest, to a stop."""
    limits: list[tuple[float, Reason]] = []
    if scene.ceiling is not None:
        limits.append((scene.ceiling.power, scene.ceiling.reason))
    if scene.share.ceiling is not None:
        off_grid = scene.share.off_grid
        limits.append((scene.share.ceiling, Reason.OFF_GRID if off_grid else Reason.BATTERY_RESERVE))
    if not limits:
        return
    most, reason = min(limits, key=lambda limit: limit[0])
    for pilot in sorted(scene.pilots, key=_last_first):
        over = scene.taken - most
        if over <= 0.0:
            return
        if pilot.on:
            _cut_one(scene, pilot, over, reason)


def _last_first(pilot: Pilot) -> tuple[bool, int, int]:
    return pilot.full, -pilot.car.settings.priority, -pilot.current


def _cut_one(scene: Scene, pilot: Pilot, over: float, reason: Reason) -> None:
    amps = min(pilot.max_current, pilot.current - math.ceil(over / pilot.watts))
    told = any(action.value is not None for action in pilot.actions)
    if told or pilot.starting:
        # What was decided above does not hold, or the car is not yet there to be changed.
        acts.stop(pilot)
    elif amps < pilot.floor or not acts.may_send(pilot, scene.inputs):
        acts.stop(pilot)
    else:
        acts.set_current(pilot, amps)
    pilot.because(reason)


def safe(pilot: Pilot, *, limited: bool, stopping: bool) -> None:
    """Without a reading: leave the car at a current that is known to be harmless, later stopped."""
    pilot.because(Reason.NO_METER)
    if not pilot.on:
        return
    if pilot.full and not limited:
        return
    target = min(CLAMP, pilot.max_current) if pilot.full else pilot.floor
    if (stopping and not pilot.full) or not pilot.max_current:
        acts.stop(pilot)
    elif pilot.current > target and _may_tell(pilot, target):
        acts.set_current(pilot, target)


def _may_tell(pilot: Pilot, amps: int) -> bool:
    """Return whether a car may be told a current without delay; one that ignores it is told less often."""
    told_at = pilot.memory.told_current_at
    if pilot.car.asleep and pilot.car.charging_state is not ChargingState.CHARGING:
        return False
    if pilot.memory.told_current == amps and told_at is not None and pilot.now < told_at + AGAIN:
        return False
    return not pilot.busy and acts.may_retry(pilot, urgent=True)
