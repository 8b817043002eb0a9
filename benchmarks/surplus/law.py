"""The seam between the plant and a control law: what a controller could know, and what it may command.

Times are seconds since local midnight before the first day (a Monday). Powers are W with Tesla's signs: grid
+ imports, battery + discharges. Objects of the view are the plant's own, changed from tick to tick: a law
reads them during `step` and copies what it keeps. `MeterSample`, `CarState` and `Answer` never change.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, Protocol


class Charging(StrEnum):
    """The charging state that a car tells of itself."""

    UNPLUGGED = "unplugged"
    STOPPED = "stopped"
    STARTING = "starting"
    CHARGING = "charging"
    COMPLETE = "complete"


class Priority(StrEnum):
    """Who gets surplus first: the car or the Powerwall."""

    CAR = "car"
    BATTERY = "battery"
    SUNSET = "full by sunset"


class Result(StrEnum):
    """How a command ended, as far as its sender can tell."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
    TIMED_OUT = "timed out"
    RATE_LIMITED = "rate limited"
    API_DOWN = "api down"


class SetAmps(NamedTuple):
    """Request a charge current. From 5 A or more, one below 5 A only reaches 5 A: send it a second time."""

    car: int
    amps: int


class Start(NamedTuple):
    """Start charging, at the last requested current but at least 5 A."""

    car: int


class Stop(NamedTuple):
    """Stop charging."""

    car: int


class Wake(NamedTuple):
    """Wake a sleeping car; it is online some 30 s later."""

    car: int


class Read(NamedTuple):
    """Ask for the car's data, at the price of a data request; the answer is a newer `CarView.state`."""

    car: int


class SetLimit(NamedTuple):
    """Set the charge limit in percent."""

    car: int
    percent: int


type Command = SetAmps | Start | Stop | Wake | Read | SetLimit


class Answer(NamedTuple):
    """What came back for a command; `reason` is the word for a refusal: asleep, not_plugged, complete."""

    command: Command
    sent_at: float
    result: Result
    reason: str


class MeterSample(NamedTuple):
    """One reading of the energy site, all of it true at the time `at`.

    `load_w` includes the cars. `cars_w` and `plugged` are what Wall Connectors tell, in the order of the
    cars. `battery_percent` is None without a Powerwall.
    """

    at: float
    grid_w: float
    solar_w: float
    load_w: float
    battery_w: float
    battery_percent: float | None
    volts: float
    cars_w: tuple[float, ...]
    plugged: tuple[bool, ...]
    on_grid: bool


class CarState(NamedTuple):
    """What a car told of itself, true at the time `at`."""

    at: float
    charging: Charging
    amps_requested: int
    amps_actual: float
    battery_percent: float
    limit_percent: int


@dataclass(slots=True, kw_only=True)
class CarView:
    """What is known of one car. `state` is streamed while it is online, or read; None until then.

    `lowest_amps` is the least current that this car takes (0: it stays connected at no current).
    `need_percent`, when not None, is wanted by `ready_at`.
    """

    index: int
    max_amps: int
    phases: int
    lowest_amps: int
    battery_kwh: float
    at_home: bool = True
    online: bool = True
    state: CarState | None = None
    need_percent: float | None = None
    ready_at: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """What does not change during a run. Prices are dollars per kWh; `tick_s` is the time between steps."""

    phases: int
    nominal_volts: float
    tick_s: int
    meter_age_s: float
    meter_period_s: float
    telemetry: bool
    priority: Priority
    battery_kwh: float = 0.0
    battery_max_w: float = 0.0
    reserve_percent: float = 20.0
    off_grid_reserve_percent: float = 50.0
    fuse_amps: float | None = None
    export_allowed: bool = True
    import_price: float = 0.30
    feed_in_price: float = 0.08


@dataclass(slots=True, kw_only=True)
class View:
    """All that a controller could know at `now`.

    `sample` is the newest meter reading that has arrived (None before the first); it is the same object as
    before when nothing new came. `sunrise` and `sunset` are today's. `forecast_wh` is a forecast of the solar
    energy still to come today, some 20 % off, as a forecast service would be. `answers` came since the last
    step.
    """

    site: Site
    cars: list[CarView]
    now: float = 0.0
    sample: MeterSample | None = None
    answers: Sequence[Answer] = ()
    sunrise: float = 0.0
    sunset: float = 0.0
    forecast_wh: float = 0.0


class Law(Protocol):
    """A control law. One instance lives through one run."""

    def step(self, view: View) -> Sequence[Command]:
        """Return the commands to send now, in order; called once each tick."""
