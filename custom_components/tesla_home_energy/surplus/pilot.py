"""One car during one decision: what is known of it, what it was told, what it will take."""

from dataclasses import dataclass, field, replace
from typing import Any, Final

from .decision import Action, Reason
from .memory import CarMemory
from .models import Car, ChargingState, CommandKind, Inputs, MeterSample, Outcome
from .settings import FloorPolicy

CLAMP: Final = 5
"""A. A request below it from above stops here first, and a start never begins lower (TeslaPy, evcc)."""
SETTLE: Final = 30.0
"""Seconds until a command shows in what the car says of itself."""
EFFECT_TIME: Final = 5.0
"""Seconds from a command to its effect on the power."""
LOST: Final = 120.0
"""Seconds after which no answer is expected any more."""
START_TIME: Final = 90.0
"""Seconds within which a start shows: contactors close in some 20."""
DEFAULT_MAX: Final = 16
"""A, where neither the car nor the owner says what is allowed."""
NOMINAL_VOLTAGE: Final = 230.0
ON: Final = frozenset({ChargingState.CHARGING, ChargingState.STARTING})
_NO_EFFECT: Final = frozenset({Outcome.REFUSED, Outcome.FAILED})


@dataclass(slots=True, kw_only=True)
class Pilot:
    """What is decided for a car, as far as the decision has come.

    Attributes:
        car: As last heard of.
        memory: Changes as the decision goes on.
        now: Unix time.
        on: Whether it charges, or will in a moment.
        current: What it takes, or will in a moment, A.
        watts: What one ampere brings, W.
        power: What it took at the time of the meter sample, W.
        controlled: Whether it is ours to command now.
        full: Whether it charges from whatever there is.
        ended: Whether it was unplugged, or drove off, since the last decision.
        reason: Why; the last word counts.
        numbers: For the words of the reason.
        actions: What it is told.
    """

    car: Car
    memory: CarMemory
    now: float
    on: bool = False
    current: int = 0
    watts: float = NOMINAL_VOLTAGE
    power: float = 0.0
    controlled: bool = True
    full: bool = False
    ended: bool = False
    reason: Reason = Reason.FOLLOWING
    numbers: dict[str, float] = field(default_factory=dict)
    actions: list[Action] = field(default_factory=list)
    next_change_at: float | None = None

    def remember(self, **changes: Any) -> None:
        """Change the memory."""
        self.memory = replace(self.memory, **changes)

    def because(self, reason: Reason, **numbers: float) -> None:
        """Say why."""
        self.reason = reason
        self.numbers = numbers

    @property
    def max_current(self) -> int:
        """The highest current that car, cable and owner allow, A."""
        allowed = self.car.max_current
        wished = self.car.settings.max_current
        if allowed is None:
            return max(0, min(wished, DEFAULT_MAX)) if wished is not None else DEFAULT_MAX
        return max(0, allowed if wished is None else min(wished, allowed))

    @property
    def floor(self) -> int:
        """The lowest current while charging, A."""
        settings = self.car.settings
        lowest = CLAMP if settings.floor_policy is FloorPolicy.FIVE_AMPS else self.memory.lowest_current
        return max(1, min(max(settings.min_current, lowest), self.max_current))

    @property
    def predicted_power(self) -> float:
        """What it will take after all that was and is told, W."""
        return self.current * self.watts if self.on else 0.0

    @property
    def busy(self) -> bool:
        """Whether a command is on its way, or its outcome not yet seen."""
        return any(
            (sent.outcome is Outcome.IN_FLIGHT and self.now - sent.sent_at < LOST)
            or (sent.outcome is Outcome.UNKNOWN and self.now - sent.sent_at < SETTLE)
            for sent in self.car.commands
        )

    @property
    def starting(self) -> bool:
        """Whether a start was told and is not yet seen to have worked."""
        memory = self.memory
        return (
            memory.told_charging is True
            and not memory.told_charging_seen
            and self.now - (memory.told_charging_at or 0.0) < START_TIME
        )

    @property
    def refused(self) -> bool:
        """Whether the car itself declined what it was told last."""
        return bool(self.car.commands) and self.car.commands[-1].outcome is Outcome.REFUSED

    def had_effect(self, kind: CommandKind, told_at: float, value: int | None = None) -> bool:
        """Return whether a command that was told at a time may have had an effect."""
        for sent in reversed(self.car.commands):
            if sent.kind is kind and sent.value == value and sent.sent_at >= told_at:
                return sent.outcome not in _NO_EFFECT
        return True


def board(car: Car, memory: CarMemory, inputs: Inputs) -> Pilot:
    """Return what is known of a car before anything is decided."""
    pilot = Pilot(car=car, memory=memory, now=inputs.now)
    if memory.day != inputs.day:
        pilot.remember(day=inputs.day, starts_today=0, wakes_today=0, commands_today=0)
    if memory.sent_at and memory.sent_at[0] <= inputs.now - 3600.0:
        pilot.remember(sent_at=tuple(at for at in memory.sent_at if at > inputs.now - 3600.0))
    _hear(pilot)
    pilot.current = _current(pilot)
    pilot.on = _on(pilot)
    pilot.watts = _watts(pilot)
    pilot.power = _power(pilot, inputs.meter)
    return pilot


def _hear(pilot: Pilot) -> None:
    """Count what failed in a row: a car is not hammered with what it refuses."""
    failures, heard_at = pilot.memory.failures, pilot.memory.heard_at
    for sent in pilot.car.commands:
        if sent.outcome is Outcome.IN_FLIGHT or (heard_at is not None and sent.sent_at <= heard_at):
            continue
        heard_at = sent.sent_at
        failures = failures + 1 if sent.outcome in _NO_EFFECT else 0
    if heard_at != pilot.memory.heard_at:
        pilot.remember(failures=failures, heard_at=heard_at)


def _current(pilot: Pilot) -> int:
    car, memory = pilot.car, pilot.memory
    told, told_at = memory.told_current, memory.told_current_at
    if told is not None and told_at is not None:
        if not pilot.had_effect(CommandKind.SET_CURRENT, told_at, told):
            told = memory.previous_current if memory.previous_current is not None else told
        if car.requested_current is None or car.as_of < told_at + SETTLE:
            return told
    if car.requested_current is not None:
        return car.requested_current
    return round(car.actual_current) if car.actual_current is not None else CLAMP


def _on(pilot: Pilot) -> bool:
    car, memory = pilot.car, pilot.memory
    told_at = memory.told_charging_at
    if memory.told_charging is not None and told_at is not None and not memory.told_charging_seen:
        kind = CommandKind.START if memory.told_charging else CommandKind.STOP
        settled = car.as_of >= told_at + (START_TIME if memory.told_charging else SETTLE)
        if not settled and pilot.had_effect(kind, told_at):
            return memory.told_charging
    return car.charging_state in ON


def _watts(pilot: Pilot) -> float:
    """Return what one ampere brings, learnt from real power: volts and phases are often assumed."""
    car = pilot.car
    if pilot.memory.watts_per_amp is not None:
        return pilot.memory.watts_per_amp
    return (car.voltage or NOMINAL_VOLTAGE) * (car.phases or 1)


def _power(pilot: Pilot, meter: MeterSample | None) -> float:
    """Return what the car took when the meter was read: another moment's power may be another one's."""
    car, memory = pilot.car, pilot.memory
    measured, measured_at = car.power, car.power_as_of
    read_at = meter.as_of if meter is not None else pilot.now
    if measured is None:
        amps = car.actual_current if car.actual_current is not None else pilot.current
        measured = amps * pilot.watts if car.charging_state is ChargingState.CHARGING else 0.0
        measured_at = car.as_of
    if measured_at is None or measured_at == read_at:
        return max(0.0, measured)
    earlier, later = min(read_at, measured_at), max(read_at, measured_at)
    if memory.told_charging is False and _between(earlier, memory.told_charging_at, later):
        return memory.told_current * pilot.watts if memory.told_current and read_at < later else 0.0
    if memory.told_current is not None and _between(earlier, memory.told_current_at, later):
        before = memory.previous_current if memory.previous_current is not None else memory.told_current
        return (before if read_at < later else memory.told_current) * pilot.watts
    return max(0.0, measured)


def _between(earlier: float, told_at: float | None, later: float) -> bool:
    """Return whether a command had its effect between two moments."""
    return told_at is not None and earlier < told_at + EFFECT_TIME <= later
