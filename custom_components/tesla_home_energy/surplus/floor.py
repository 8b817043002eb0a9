"""What is learnt of a car: how low its current goes, what an ampere brings.

Below 5 A a car takes what it is told only in the second of two requests, and some cars never do (TeslaPy #42,
evcc #13007, alandtse #509): tried, judged by what the car then says, remembered.
"""

from typing import Final

from .models import ChargingState, CommandKind, Outcome
from .pilot import CLAMP, SETTLE, START_TIME, Pilot

LEAST_WATTS: Final = 80.0
MOST_WATTS: Final = 800.0
"""Between these lies what an ampere can bring: 100 V on one phase to 3 x 250 V."""
LEARNING: Final = 0.3
STEADY: Final = 0.3
"""A. A current that is nearer than this to the requested one is not still changing."""


def learn(pilot: Pilot) -> None:
    """Take in what the car's answer to the last request tells."""
    _learn_watts(pilot)
    _learn_floor(pilot)


def _learn_watts(pilot: Pilot) -> None:
    car, memory = pilot.car, pilot.memory
    if car.charging_state is not ChargingState.CHARGING or car.power is None:
        return
    amps = _steady_amps(pilot)
    if not amps:
        return
    watts = car.power / amps
    if not LEAST_WATTS <= watts <= MOST_WATTS:
        return
    known = memory.watts_per_amp
    # Another number of phases shows at once, a change of voltage slowly.
    if known is not None and abs(watts - known) < 0.25 * known:
        watts = known + LEARNING * (watts - known)
    if known is None or abs(watts - known) > 1e-3 * known:
        pilot.remember(watts_per_amp=watts)
        pilot.watts = watts


def _steady_amps(pilot: Pilot) -> float | None:
    """Return the current behind the power: what the car told since the last command, or was told first.

    The power may be the Wall Connector's, which is newer than what the car last said of its current.
    """
    car, memory = pilot.car, pilot.memory
    told, told_at = memory.told_current, memory.told_current_at
    older = car.requested_current is None or car.as_of < (told_at or 0.0) + SETTLE
    if told is not None and told_at is not None and older:
        steady = pilot.now >= max(told_at, memory.told_charging_at or told_at) + START_TIME
        return told if memory.watts_per_amp is None and told >= CLAMP and steady and not pilot.busy else None
    amps = car.actual_current if car.actual_current is not None else car.requested_current
    if amps is None or car.requested_current is None or abs(amps - car.requested_current) > STEADY:
        return None
    return amps


def _learn_floor(pilot: Pilot) -> None:
    car, memory = pilot.car, pilot.memory
    told, told_at = memory.told_current, memory.told_current_at
    if told is None or told_at is None or not memory.lowest_current <= told < CLAMP or pilot.busy:
        return
    if any(
        sent.kind is CommandKind.SET_CURRENT and sent.sent_at >= told_at and sent.outcome is Outcome.REFUSED
        for sent in car.commands
    ):
        pilot.remember(lowest_current=CLAMP, told_current=None)
        return
    taken = car.requested_current
    if taken is None or car.as_of < told_at + SETTLE or car.charging_state is not ChargingState.CHARGING:
        return
    if taken == told:
        if memory.doubted_current is not None:
            pilot.remember(doubted_current=None)
    elif told < taken <= CLAMP:
        # Once may be a command that was lost.
        if memory.doubted_current is not None:
            pilot.remember(lowest_current=taken, doubted_current=None, told_current=None)
        else:
            pilot.remember(doubted_current=told, told_current=None)
