"""When a car is not ours to command: zero commands, and a reason that says so."""

from typing import Final

from .decision import Reason
from .models import Car, ChargingState, CommandKind, Location
from .pilot import CLAMP, ON, SETTLE, Pilot
from .settings import Mode

GRACE: Final = 120.0
"""Seconds after plugging in, in which a car starts by itself."""
RESTLESS: Final = 3
"""So many foreign changes of the current are no person: Tesla's Charge on Solar cannot be read, only seen."""


def hands_off(pilot: Pilot) -> bool:
    """Return whether the car is left alone; the pilot's reason says why."""
    car = pilot.car
    plugged = _plugged(pilot)
    if reason := _absence(car, plugged=plugged):
        pilot.because(reason)
        if car.charging_state is ChargingState.NO_POWER and pilot.memory.told_charging is not None:
            # With the power back, the car starts by itself or does not.
            pilot.remember(told_charging=None, told_charging_at=None, told_charging_seen=False)
        return True
    _meet(pilot)
    if car.settings.mode is Mode.OFF:
        pilot.because(Reason.MODE_OFF)
        return True
    if car.own_schedule and car.charging_state not in ON:
        pilot.because(Reason.OWN_SCHEDULE)
        return True
    return _paused(pilot)


def _absence(car: Car, *, plugged: bool) -> Reason | None:
    if car.location is Location.AWAY:
        return Reason.AWAY
    if car.location is Location.UNKNOWN:
        return Reason.LOCATION_UNKNOWN
    if not plugged:
        return Reason.UNPLUGGED
    if car.direct_current:
        return Reason.DIRECT_CURRENT
    if car.charging_state in {ChargingState.UNKNOWN, ChargingState.NO_POWER}:
        return Reason.STATE_UNKNOWN
    return None


def _plugged(pilot: Pilot) -> bool:
    """Return whether it is plugged in here; when it is not, forget what belongs to the session."""
    car, memory = pilot.car, pilot.memory
    unplugged = car.plugged is False or car.charging_state is ChargingState.DISCONNECTED
    if not unplugged and car.location is not Location.AWAY:
        return True
    if memory.session_started_at is not None:
        _forget(pilot)
        pilot.ended = True
        pilot.remember(session_started_at=None, paused_at=None, by_hand=0, seen_changes=0)
    return False


def _forget(pilot: Pilot) -> None:
    pilot.remember(
        told_current=None,
        told_current_at=None,
        told_charging=None,
        told_charging_at=None,
        told_charging_seen=False,
        doubted_current=None,
        stop_regret=0.0,
        start_regret=0.0,
    )


def _meet(pilot: Pilot) -> None:
    """Begin a session, end a pause, and see whether what was told has come true."""
    car, memory, now = pilot.car, pilot.memory, pilot.now
    mode = car.settings.mode.value
    if memory.session_started_at is None:
        pilot.remember(session_started_at=now)
    if memory.mode != mode:
        if memory.mode and memory.paused_at is not None:
            _forget(pilot)
        pilot.remember(mode=mode, paused_at=None)
    elif (
        memory.paused_at is not None
        and car.settings.pause is not None
        and now >= memory.paused_at + car.settings.pause
    ):
        _forget(pilot)
        pilot.remember(paused_at=None)
    memory = pilot.memory
    charging = car.charging_state in ON
    if _adopts(pilot):
        if memory.told_charging is not charging:
            pilot.remember(told_charging=charging, told_charging_seen=True, told_charging_at=now)
    elif _came_true(pilot) and not memory.told_charging_seen:
        pilot.remember(told_charging_seen=True)


def _came_true(pilot: Pilot) -> bool:
    """Return whether the car does what it was told: charge, with the contactors closed, or not."""
    state = pilot.car.charging_state
    if pilot.memory.told_charging:
        return state is ChargingState.CHARGING
    return state not in ON


def _adopts(pilot: Pilot) -> bool:
    """Return whether the car's state is taken as it is: nothing was told yet, or it became full."""
    memory, state = pilot.memory, pilot.car.charging_state
    if state is ChargingState.COMPLETE or memory.told_charging is None:
        return True
    begun = memory.session_started_at
    return begun is not None and pilot.now < begun + GRACE and memory.started_at is None


def _paused(pilot: Pilot) -> bool:
    memory, car = pilot.memory, pilot.car
    if memory.paused_at is None and not _changed_by_hand(pilot):
        return False
    if memory.paused_at is None:
        pilot.remember(paused_at=pilot.now, by_hand=memory.by_hand + 1, seen_current=car.requested_current)
    elif car.requested_current != memory.seen_current and car.requested_current is not None:
        pilot.remember(seen_current=car.requested_current, seen_changes=memory.seen_changes + 1)
    memory = pilot.memory
    until = {}
    if car.settings.pause is not None and memory.paused_at is not None:
        until["until"] = memory.paused_at + car.settings.pause
        pilot.next_change_at = until["until"]
    restless = memory.seen_changes >= RESTLESS
    pilot.because(
        Reason.CHARGE_ON_SOLAR
        if restless
        else Reason.OWN_SCHEDULE
        if car.own_schedule
        else Reason.CHANGED_BY_HAND,
        changes=memory.by_hand,
        **until,
    )
    return True


def _changed_by_hand(pilot: Pilot) -> bool:
    memory, car = pilot.memory, pilot.car
    told = [memory.told_current_at, memory.told_charging_at, memory.told_limit_at]
    latest = max((at for at in told if at is not None), default=None)
    if latest is None or pilot.busy or car.as_of < latest + SETTLE:
        return False
    return _other_current(pilot) or _other_limit(pilot) or _other_charging(pilot)


def _other_current(pilot: Pilot) -> bool:
    memory, car = pilot.memory, pilot.car
    requested = car.requested_current
    if memory.told_current is None or requested is None or car.charging_state not in ON:
        return False
    if memory.told_current <= requested <= CLAMP:
        # It goes no lower, or not yet.
        return False
    ours = {sent.value for sent in car.commands if sent.kind is CommandKind.SET_CURRENT}
    ours |= {memory.told_current, memory.previous_current, min(memory.told_current, pilot.max_current)}
    # The first of two requests below 5 A leads to 5 A, where the second one may be lost.
    clamped = requested == CLAMP and any(amps is not None and amps < CLAMP for amps in ours)
    return requested not in ours and not clamped


def _other_limit(pilot: Pilot) -> bool:
    memory, limit = pilot.memory, pilot.car.charge_limit
    if memory.told_limit is None or limit is None:
        return False
    return limit not in {memory.told_limit, memory.previous_limit}


def _other_charging(pilot: Pilot) -> bool:
    memory, state = pilot.memory, pilot.car.charging_state
    if memory.told_charging is None or not memory.told_charging_seen:
        return False
    if memory.told_charging:
        return state is ChargingState.STOPPED
    return state in ON
