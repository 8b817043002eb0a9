"""What a decision is made of, and why it was made."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from .memory import Memory
from .models import CommandKind


class Reason(StrEnum):
    """Why a car is left, started, stopped or changed; `CarDecision.numbers` carries what the words need."""

    # Hands off: nothing is sent
    MODE_OFF = "mode_off"
    AWAY = "away"
    LOCATION_UNKNOWN = "location_unknown"
    DIRECT_CURRENT = "direct_current"
    UNPLUGGED = "unplugged"
    COMPLETE = "complete"
    STATE_UNKNOWN = "state_unknown"
    CHANGED_BY_HAND = "changed_by_hand"
    """Somebody else changed current, limit or charging: paused."""
    OWN_SCHEDULE = "own_schedule"
    """The car's own schedule is waiting or took over."""
    CHARGE_ON_SOLAR = "charge_on_solar"
    """Something changes the current again and again, as Tesla's Charge on Solar does."""
    # The way back
    RESTORED = "restored"
    """The owner's current and limit were put back."""
    # Following the surplus
    FOLLOWING = "following"
    """The current is what the surplus allows; a change is worth less than it costs."""
    SURPLUS_ROSE = "surplus_rose"
    SURPLUS_FELL = "surplus_fell"
    HOLDING_MINIMUM = "holding_minimum"
    """At the lowest current, because the surplus is expected back, or the minimum run is not over."""
    SURPLUS_ENOUGH = "surplus_enough"
    """Started: there is enough surplus."""
    SURPLUS_GONE = "surplus_gone"
    """Stopped: there is too little surplus."""
    WAITING_FOR_SURPLUS = "waiting_for_surplus"
    WAITING_FOR_OTHER_CAR = "waiting_for_other_car"
    WAITING_FOR_EFFECT = "waiting_for_effect"
    """A command is on its way."""
    # Modes
    NOW = "now"
    IN_WINDOW = "in_window"
    CHEAP_PRICE = "cheap_price"
    BELOW_GRID_LIMIT = "below_grid_limit"
    """Below the state of charge that the grid may always keep."""
    READY_BY_GRID = "ready_by_grid"
    """The sun will not do: one of the cheapest hours."""
    SOLAR_LIMIT_REACHED = "solar_limit_reached"
    # Powerwall
    BATTERY_FIRST = "battery_first"
    """The Powerwall takes the surplus."""
    BATTERY_RESERVE = "battery_reserve"
    OFF_GRID = "off_grid"
    # Limits
    FUSE_LIMIT = "fuse_limit"
    GRID_LIMIT = "grid_limit"
    DEMAND_LIMIT = "demand_limit"
    STARTS_LIMIT = "starts_limit"
    COMMANDS_LIMIT = "commands_limit"
    """The budget, or the most commands in an hour, is spent."""
    REFUSED = "refused"
    """The car refused; it is asked again later."""
    ASLEEP = "asleep"
    """It sleeps, and waking it is not worth it, or has been tried often enough today."""
    WAKING = "waking"
    # Faults
    NO_METER = "no_meter"
    """No fresh reading: the current is known to be within the limits."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Action:
    """One command to send; those of one car in their order, each once the one before is answered."""

    kind: CommandKind
    value: int | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class CarDecision:
    """What one car is told, and why."""

    car_id: str
    actions: tuple[Action, ...] = ()
    reason: Reason
    numbers: Mapping[str, float] = field(default_factory=dict)
    """For the words: surplus W, current A, limit %, price, state_of_charge %, until (Unix time)."""
    target_current: int | None = None
    """What it should charge with, A; 0 stopped; None: not ours to say."""
    next_change_at: float | None = None
    """When a change is expected, as far as that is known."""
    commands_by_hand: int = 0
    """How often somebody else changed something since the car was plugged in."""
    back_to_default_mode: bool = False
    """The car was unplugged: its mode becomes the default one."""
    energy: float = 0.0
    """Wh that it took since the last decision."""
    solar_energy: float = 0.0
    """Wh of these that were surplus."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Decision:
    """The answer of `decide`."""

    cars: tuple[CarDecision, ...]
    """In the order of the inputs."""
    memory: Memory
    """To be stored before any action is sent, and handed in the next time."""
    surplus: float | None
    """W that cars could take now, those they take included; None without a fresh meter sample."""
    look_again_at: float
    """When to ask again, at the latest; a new meter sample or a changed car is a reason to ask at once."""
