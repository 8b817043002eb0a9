"""One car of a charging place: what is wanted, what was decided, what is told to it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum
from typing import Final

from ..coordinator import VehicleCoordinator
from ..surplus import Action, CarDecision, CarMemory, CommandKind, Location, Reason
from .energies import Energies
from .inputs import assumed_watts
from .sending import Sender
from .store import PlaceRecord
from .wishes import CarWishes

PAUSED: Final = frozenset({Reason.CHANGED_BY_HAND, Reason.CHARGE_ON_SOLAR, Reason.OWN_SCHEDULE})


class State(StrEnum):
    """What the loop does with a car, in one word."""

    CHARGING = "charging"
    WAITING = "waiting"
    PAUSED = "paused"
    HANDS_OFF = "hands_off"
    NO_METER = "no_meter"
    WRONG_SIGN = "wrong_sign"


class Act(StrEnum):
    """What was done with a car."""

    STARTED = "started"
    STOPPED = "stopped"
    RAISED = "raised"
    LOWERED = "lowered"
    LIMIT_SET = "limit_set"
    WOKEN = "woken"
    GIVEN_BACK = "given_back"
    PAUSED = "paused"
    FAILED = "failed"


@dataclass(frozen=True, kw_only=True, slots=True)
class Deed:
    """A decision that was acted on.

    Attributes:
        act: What was done.
        reason: Why.
        numbers: For the words.
        error: Of `Act.FAILED`: the translation key of what went wrong.
    """

    act: Act
    reason: Reason
    numbers: Mapping[str, float]
    error: str | None = None


class ChargingCar:
    """One car of a place."""

    def __init__(self, car: VehicleCoordinator, record: PlaceRecord) -> None:
        """Nothing is decided yet."""
        self.coordinator = car
        self.sender = Sender(car)
        self.decision: CarDecision | None = None
        self.location = Location.UNKNOWN
        self.distance: float | None = None
        self.taken = 0.0
        """Wh since the car was read."""
        self._read_at: datetime | None = None
        self._record = record

    @property
    def vin(self) -> str:
        """Which car."""
        return self.coordinator.vin

    @property
    def wishes(self) -> CarWishes:
        """What the owner set."""
        return self._record.wishes.get(self.vin) or CarWishes()

    @wishes.setter
    def wishes(self, wishes: CarWishes) -> None:
        self._record.wishes[self.vin] = wishes

    @property
    def memory(self) -> CarMemory:
        """What the room remembers of it."""
        return self._record.memory.cars.get(self.vin) or CarMemory()

    @property
    def energies(self) -> Energies:
        """What it took."""
        return self._record.energies.setdefault(self.vin, Energies())

    @property
    def told_power(self) -> float:
        """What it was told to take, W, as far as its phases are known."""
        told = self.decision.target_current if self.decision else None
        return (told or 0) * (self.memory.watts_per_amp or assumed_watts(self.coordinator.actual.charge))

    def add_energy(self, decision: CarDecision, today: date) -> None:
        """Count what it took since the last decision."""
        read_at = self.coordinator.actual.as_of
        if read_at != self._read_at:
            self._read_at, self.taken = read_at, 0.0
        self.taken += decision.energy
        self.energies.add(
            decision.energy,
            decision.solar_energy,
            today=today,
            session_started_at=self.memory.session_started_at,
        )

    @property
    def reason(self) -> Reason | None:
        """Why it is as it is; None before the first decision."""
        return self.decision.reason if self.decision else None

    @property
    def state(self) -> State | None:
        """What the loop does with it."""
        decision = self.decision
        if decision is None:
            return None
        if decision.reason is Reason.NO_METER:
            return State.WRONG_SIGN if self._record.wrong_sign else State.NO_METER
        if decision.target_current is None:
            return State.PAUSED if decision.reason in PAUSED else State.HANDS_OFF
        return State.CHARGING if decision.target_current else State.WAITING


def act_of(actions: tuple[Action, ...], reason: Reason, before: int) -> Act:
    """Name what commands amount to; `before` is the current until then, A."""
    if reason is Reason.RESTORED:
        return Act.GIVEN_BACK
    kinds = {action.kind for action in actions}
    for kind, act in (
        (CommandKind.WAKE, Act.WOKEN),
        (CommandKind.START, Act.STARTED),
        (CommandKind.STOP, Act.STOPPED),
    ):
        if kind in kinds:
            return act
    for action in actions:
        if action.kind is CommandKind.SET_CURRENT:
            return Act.RAISED if (action.value or 0) > before else Act.LOWERED
    return Act.LIMIT_SET
