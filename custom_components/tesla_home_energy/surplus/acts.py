"""Telling a car: the commands, what is remembered of them, and when none may be sent."""

from typing import Final

from .decision import Action, Reason
from .models import CommandKind, Inputs
from .pilot import CLAMP, Pilot

START_AGAIN: Final = 300.0
"""Seconds between two starts of a car: contactors wear, and cars refuse after many."""
WAKE_TIME: Final = 120.0
"""Seconds that a car is given to wake; P90 is some 90."""
MOST_WAKES: Final = 2
"""Of a car on a day."""
BACK_OFF: Final = 30.0
LONGEST_BACK_OFF: Final = 900.0
URGENT_BACK_OFF: Final = 60.0
MANY: Final = 30
"""Commands in an hour after which a car that ignores being stopped is told so less often."""
NEAR: Final = 1
"""A start keeps a requested current that is no more than so much lower, A: it is tuned later."""


def set_current(pilot: Pilot, amps: int) -> None:
    """Tell the car another current; twice where it is below 5 A and the present one is not."""
    action = Action(kind=CommandKind.SET_CURRENT, value=amps)
    pilot.actions.extend((action, action) if amps < CLAMP <= pilot.current else (action,))
    _own_current(pilot)
    pilot.remember(
        told_current=amps, told_current_at=pilot.now, previous_current=pilot.current, stop_regret=0.0
    )
    pilot.current = amps


def start(pilot: Pilot, amps: int) -> None:
    """Start charging; never below 5 A, which a start resets to."""
    amps = max(min(CLAMP, pilot.max_current), min(amps, pilot.max_current))
    present = max(CLAMP, pilot.current)
    if not amps - NEAR <= present <= amps:
        set_current(pilot, amps)
    else:
        pilot.remember(told_current=present, told_current_at=pilot.now, previous_current=pilot.current)
        pilot.current = present
    pilot.actions.append(Action(kind=CommandKind.START))
    pilot.on = True
    pilot.remember(
        told_charging=True,
        told_charging_at=pilot.now,
        told_charging_seen=False,
        started_at=pilot.now,
        starts_today=pilot.memory.starts_today + 1,
        start_regret=0.0,
        stop_regret=0.0,
    )


def stop(pilot: Pilot) -> bool:
    """Stop charging; always possible, but not again and again while it is on its way."""
    if pilot.busy or not may_retry(pilot, urgent=True) or _stopped_lately(pilot):
        return False
    pilot.actions = [Action(kind=CommandKind.STOP)]
    pilot.on = False
    pilot.remember(
        told_charging=False,
        told_charging_at=pilot.now,
        told_charging_seen=False,
        stopped_at=pilot.now,
        start_regret=0.0,
        stop_regret=0.0,
    )
    return True


def _stopped_lately(pilot: Pilot) -> bool:
    """Return whether it is too soon to stop again a car that ignored it."""
    memory = pilot.memory
    if memory.told_charging is not False or memory.told_charging_seen or memory.stopped_at is None:
        return False
    wait = URGENT_BACK_OFF if len(memory.sent_at) < MANY else LONGEST_BACK_OFF
    return pilot.now < memory.stopped_at + wait


def wake(pilot: Pilot, inputs: Inputs) -> bool:
    """Wake the car, if it may be; return whether it is told, or being waited for."""
    memory = pilot.memory
    if memory.woken_at is not None and pilot.now < memory.woken_at + WAKE_TIME:
        pilot.because(Reason.WAKING)
        return True
    if not may_wake(pilot, inputs):
        pilot.because(Reason.ASLEEP)
        return False
    pilot.actions.append(Action(kind=CommandKind.WAKE))
    pilot.because(Reason.WAKING)
    pilot.remember(woken_at=pilot.now, wakes_today=memory.wakes_today + 1)
    return True


def may_wake(pilot: Pilot, inputs: Inputs) -> bool:
    """Return whether the day has a wake left for it."""
    return pilot.memory.wakes_today < MOST_WAKES and inputs.budget.wakes_left_today > 0


def set_limit(pilot: Pilot, percent: int) -> bool:
    """Tell the car a charge limit."""
    limit = pilot.car.charge_limit
    memory = pilot.memory
    told_at = memory.told_limit_at
    if limit is None or limit == percent or pilot.car.asleep:
        return False
    if memory.told_limit == percent and told_at is not None and pilot.now < told_at + LONGEST_BACK_OFF:
        return False
    pilot.actions.append(Action(kind=CommandKind.SET_LIMIT, value=percent))
    pilot.remember(
        told_limit=percent,
        told_limit_at=pilot.now,
        previous_limit=limit,
        owner_limit=limit if memory.owner_limit is None else memory.owner_limit,
    )
    return True


def restore(pilot: Pilot) -> bool:
    """Give back what the owner had before the first change; return whether something is told."""
    memory, car = pilot.memory, pilot.car
    if car.asleep or pilot.busy or not may_retry(pilot, urgent=True):
        return False
    if memory.owner_current is not None:
        amps = min(memory.owner_current, pilot.max_current)
        if car.plugged is not False and amps != pilot.current:
            action = Action(kind=CommandKind.SET_CURRENT, value=amps)
            pilot.actions.extend((action, action) if amps < CLAMP <= pilot.current else (action,))
            pilot.current = amps
    if car.charge_limit is not None and memory.owner_limit not in {None, car.charge_limit}:
        pilot.actions.append(Action(kind=CommandKind.SET_LIMIT, value=memory.owner_limit))
    if car.plugged is not False:
        pilot.remember(owner_current=None, told_current=None)
    pilot.remember(owner_limit=None, told_limit=None)
    return bool(pilot.actions)


def may_retry(pilot: Pilot, *, urgent: bool = False) -> bool:
    """Return whether it is time to tell the car something again, after what failed or was refused."""
    memory = pilot.memory
    if not memory.failures or memory.heard_at is None:
        return True
    wait = min(LONGEST_BACK_OFF, BACK_OFF * 2.0 ** min(memory.failures - 1, 10))
    return pilot.now >= memory.heard_at + (min(wait, URGENT_BACK_OFF) if urgent else wait)


def may_send(pilot: Pilot, inputs: Inputs, *, commands: int = 2, lowers: bool = False) -> bool:
    """Return whether the car may be told another current, and has room for it in this hour.

    Lowering is urgent after what never reached the car; what the car refuses is not asked again and again.
    """
    if pilot.busy or pilot.starting or pilot.car.asleep:
        pilot.because(Reason.WAITING_FOR_EFFECT)
        return False
    if not may_retry(pilot, urgent=lowers and not pilot.refused):
        pilot.because(Reason.REFUSED)
        return False
    if len(pilot.memory.sent_at) + commands > inputs.place.commands_per_hour:
        pilot.because(Reason.COMMANDS_LIMIT)
        return False
    return True


def count(pilot: Pilot) -> None:
    """Count what was told, once the decision stands."""
    if pilot.actions:
        commands = sum(action.kind is not CommandKind.WAKE for action in pilot.actions)
        pilot.remember(
            sent_at=(*pilot.memory.sent_at, *(pilot.now for _ in pilot.actions)),
            commands_today=pilot.memory.commands_today + commands,
        )


def _own_current(pilot: Pilot) -> None:
    """Keep what the owner had, before it is changed for the first time."""
    if pilot.memory.owner_current is None and pilot.car.requested_current is not None:
        pilot.remember(owner_current=pilot.car.requested_current)
