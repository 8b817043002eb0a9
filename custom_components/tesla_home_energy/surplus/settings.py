"""What the owner wants, with defaults that suit most homes."""

from dataclasses import dataclass
from enum import StrEnum


class Mode(StrEnum):
    """How a car is charged."""

    OFF = "off"
    """Hands off."""
    SOLAR_ONLY = "solar_only"
    SOLAR_AND_MINIMUM = "solar_and_minimum"
    """Never less than the minimum current, more with surplus."""
    SCHEDULED = "scheduled"
    """At full current in given windows, or while the price is low; from surplus else."""
    NOW = "now"
    """At full current, from whatever there is."""
    READY_BY = "ready_by"
    """A state of charge by a time: solar as far as it goes, then the cheapest hours."""


class BatteryPriority(StrEnum):
    """Who gets the surplus first where there is a Powerwall."""

    BATTERY_FIRST = "battery_first"
    CAR_FIRST = "car_first"
    FULL_BY_SUNSET = "full_by_sunset"
    """The car, as long as the Powerwall will still be full when the sun sets."""


class FloorPolicy(StrEnum):
    """How low the current may go while a car charges."""

    PROBE = "probe"
    """As low as the car turns out to accept, from 1 A."""
    FIVE_AMPS = "five_amps"
    """Never below 5 A, the lowest that Tesla's app offers."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """A time, from start to before end."""

    start: float
    end: float


@dataclass(frozen=True, kw_only=True, slots=True)
class CarSettings:
    """The wishes for one car."""

    mode: Mode = Mode.SOLAR_ONLY
    default_mode: Mode = Mode.SOLAR_ONLY
    """What the mode goes back to when the car is unplugged."""
    min_current: int = 1
    """The lowest current while charging, A; for solar and minimum the current that is always given."""
    max_current: int | None = None
    """The highest current, A; None: what car and cable allow."""
    floor_policy: FloorPolicy = FloorPolicy.PROBE
    solar_limit: int | None = None
    """Up to which state of charge surplus is used; None: the car's own charge limit."""
    grid_limit: int = 0
    """Up to which state of charge the grid may charge at any time: a minimum that is always kept."""
    ready_by: float | None = None
    ready_target: int = 80
    """For ready by: the state of charge that is reached at `ready_by`."""
    windows: tuple[Window, ...] = ()
    """For scheduled: when to charge."""
    cheap_price: float | None = None
    """For scheduled: charge while a kWh costs no more than this."""
    priority: int = 1
    """Lower numbers get surplus first; equal ones share it."""
    minimum_run: float = 300.0
    """Seconds from a start before surplus alone may stop it again."""
    pause: float | None = None
    """Seconds for which control pauses after a change by hand; None: until the car is unplugged."""
    starts_per_day: int = 12
    capacity: float = 75_000.0
    """Of the car's battery, Wh."""


@dataclass(frozen=True, kw_only=True, slots=True)
class PlaceSettings:
    """The wishes for, and the limits of, the place where cars charge."""

    margin: float = 0.0
    """W of surplus that are left to the grid; negative: so much import is welcome."""
    solar_share: float = 1.0
    """The least share of sun in what a car takes, above 0 to 1."""
    grid_limit_power: float | None = None
    """The most import, W."""
    grid_limit_current: float | None = None
    """The most import on each phase, A, wished for."""
    fuse_current: float | None = None
    """The main fuse, A per phase; kept with a reserve."""
    grid_phases: int = 1
    demand_limit: float | None = None
    """The most import as a mean over `demand_window`, W."""
    demand_window: float = 900.0
    """Seconds; windows begin at its multiples."""
    battery_priority: BatteryPriority = BatteryPriority.FULL_BY_SUNSET
    battery_reserve: float = 20.0
    """Percent: no mode lets a car drain the Powerwall below."""
    off_grid_reserve: float = 50.0
    """Percent: off grid, cars charge only above."""
    battery_capacity: float = 13_500.0
    """Wh."""
    battery_max_power: float = 5_000.0
    solar_value: float | None = None
    """What a kWh of surplus in a car is worth; None: import price less feed-in price."""
    grid_penalty: float | None = None
    """What a kWh that was no surplus costs beyond its use; None: in proportion to `solar_value`."""
    stale_after: float = 300.0
    """Seconds after which a meter sample is too old to follow."""
    commands_per_hour: int = 60
    """The most commands to one car in any hour; stopping comes on top."""
    commands_per_day: int | None = None
    """The most commands on a day for following the surplus, all cars together; limits are kept beyond it."""
    shadow: bool = False
    """Decide and show, and let the outer loop send nothing."""
