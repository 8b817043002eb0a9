"""What the outer world tells the room, once per decision: meter, cars, prices, forecast, budget.

Units everywhere: W, Wh, A, V, percent, and seconds of Unix time. Signs are Tesla's: grid + imports, battery +
discharges. None says that nobody knows, which is neither zero nor off.
"""

from dataclasses import dataclass, field
from enum import StrEnum

from .settings import CarSettings, PlaceSettings


class ChargingState(StrEnum):
    """What a car says of its charging; Tesla's `charging_state`."""

    CHARGING = "charging"
    STARTING = "starting"
    STOPPED = "stopped"
    COMPLETE = "complete"
    NO_POWER = "no_power"
    DISCONNECTED = "disconnected"
    UNKNOWN = "unknown"


class Location(StrEnum):
    """Where a car is, seen from the charging place."""

    HOME = "home"
    AWAY = "away"
    UNKNOWN = "unknown"


class CommandKind(StrEnum):
    """What a car can be told."""

    SET_CURRENT = "set_current"
    """Charge current, A."""
    START = "start"
    STOP = "stop"
    SET_LIMIT = "set_limit"
    """Charge limit, percent."""
    WAKE = "wake"


class Outcome(StrEnum):
    """What became of a command."""

    IN_FLIGHT = "in_flight"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    """The car or Tesla said no: it had no effect, and the same again has none."""
    FAILED = "failed"
    """It never reached the car: HTTP 429, 5xx, no network."""
    UNKNOWN = "unknown"
    """It may have reached the car: a timeout."""


@dataclass(frozen=True, kw_only=True, slots=True)
class MeterSample:
    """Powers of the place, all of the same moment."""

    as_of: float
    """When this was true, not when it was fetched."""
    grid_power: float
    battery_power: float | None = None
    """None: there is no battery."""
    solar_power: float | None = None
    load_power: float | None = None
    """Everything that is used, cars included."""
    battery_level: float | None = None
    """Percent."""
    on_grid: bool | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class SentCommand:
    """A command that was sent to a car, and what is known of it."""

    kind: CommandKind
    value: int | None = None
    sent_at: float
    outcome: Outcome = Outcome.IN_FLIGHT


@dataclass(frozen=True, kw_only=True, slots=True)
class Car:
    """One car, as last heard of."""

    car_id: str
    """Any name that stays the same; never shown."""
    settings: CarSettings = field(default_factory=CarSettings)
    as_of: float
    """When the state below was true."""
    location: Location = Location.UNKNOWN
    plugged: bool | None = None
    charging_state: ChargingState = ChargingState.UNKNOWN
    direct_current: bool = False
    """Whether a fast charger feeds it."""
    asleep: bool = False
    requested_current: int | None = None
    """`charge_current_request`."""
    actual_current: float | None = None
    max_current: int | None = None
    """`charge_current_request_max` while plugged in: what car, cable and pilot allow."""
    power: float | None = None
    """What it takes, from the Wall Connector or the car."""
    power_as_of: float | None = None
    """None: as old as the meter sample."""
    voltage: float | None = None
    phases: int | None = None
    state_of_charge: float | None = None
    charge_limit: int | None = None
    own_schedule: bool = False
    """Whether a schedule of the car itself is waiting (`scheduled_charging_pending`) or starts charging."""
    commands: tuple[SentCommand, ...] = ()
    """The last commands that this loop sent, oldest first: at least those of the last ten minutes."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PricePeriod:
    """What a kWh from the grid costs during a time."""

    start: float
    end: float
    price: float


@dataclass(frozen=True, kw_only=True, slots=True)
class PowerPeriod:
    """Solar power that is forecast for a time."""

    start: float
    end: float
    power: float


@dataclass(frozen=True, kw_only=True, slots=True)
class Budget:
    """What may still be spent on commands, and what they cost."""

    commands_left_month: float | None = None
    """None: no limit."""
    commands_due: float = 100.0
    """Of a day, all cars together, where the month goes as planned."""
    days_left: float = 30.0
    """Of the month, today included."""
    wakes_left_today: int = 2
    command_price: float = 0.001
    wake_price: float = 0.02
    start_price: float = 0.02
    """What a start costs beyond its command: wear of the contactor."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Inputs:
    """Everything a decision is made from, beside the memory."""

    now: float
    day: int
    """A number of the local day, one more each midnight (`date.toordinal`)."""
    meter: MeterSample | None
    """The newest one; None while there is none."""
    cars: tuple[Car, ...]
    place: PlaceSettings = field(default_factory=PlaceSettings)
    budget: Budget = field(default_factory=Budget)
    prices: tuple[PricePeriod, ...] = ()
    """Import prices, in order, as far as they are known."""
    feed_in_price: float | None = None
    sunrise: float | None = None
    """Of today; sunset too."""
    sunset: float | None = None
    solar_left_today: float | None = None
    """Wh that are forecast until the sun sets."""
    forecast: tuple[PowerPeriod, ...] = ()
