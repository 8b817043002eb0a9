"""The homes and troubles of the benchmark, A to K."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import Enum, auto
from random import Random
from typing import Final

from .car import CarPlan, Drive
from .law import Priority
from .traces import DAY_S, House

WORKDAYS: Final = frozenset(range(5))
COMMUTER: Final = CarPlan(
    battery_kwh=75.0,
    drive=Drive(leaves=27_000, returns=63_000, weekdays=WORKDAYS, energy_kwh=15.0),
    need_percent=40.0,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Faults:
    """What goes wrong: shares of the commands, and spells as seconds since midnight of day 0."""

    timed_out: float = 0.0
    ignored: float = 0.0
    meter_lost: tuple[tuple[int, int], ...] = ()
    rate_limited: tuple[tuple[int, int], ...] = ()
    api_down: tuple[tuple[int, int], ...] = ()
    wakes_late: bool = False


class Sun(Enum):
    """Which trace shines."""

    GENERATED = auto()
    FIVE_MINUTES = auto()
    ONE_MINUTE = auto()


@dataclass(frozen=True, slots=True, kw_only=True)
class Scenario:
    """A home. `phases`, `floor_amps` and cars say what charges; the meter's age and period are in s."""

    name: str
    title: str
    phases: int = 1
    floor_amps: int = 1
    cars: tuple[CarPlan, ...] = (CarPlan(),)
    meter_age_s: int = 10
    meter_period_s: int = 10
    solar_scale: float = 1.5
    load_scale: float = 0.5
    powerwall: bool = False
    priority: Priority = Priority.CAR
    export_allowed: bool = True
    fuse_amps: float | None = None
    outages: tuple[tuple[int, int], ...] = ()
    oven: bool = False
    faults: Faults = field(default_factory=Faults)
    sun: Sun = Sun.GENERATED

    def changed(self, *, phases: int | None = None, floor_amps: int | None = None) -> Scenario:
        """Return it with other phases or another floor; a three-phase cable carries 16 A."""
        phases = self.phases if phases is None else phases
        floor = self.floor_amps if floor_amps is None else floor_amps
        most = 32 if phases == 1 else 16
        cars = tuple(replace(car, lowest_amps=floor, max_amps=most) for car in self.cars)
        return replace(self, phases=phases, floor_amps=floor, cars=cars)


def with_oven(home: House, seed: int) -> House:
    """Return the home with an oven of 3 kW, on for some minutes four times a day."""
    chance = Random(seed)  # noqa: S311 - when somebody bakes
    load = list(home.load_w)
    for day in range(home.days):
        for _ in range(4):
            begins = day * DAY_S + chance.randrange(8 * 3_600, 20 * 3_600)
            for second in range(begins, begins + chance.randrange(300, 1_800), home.tick_s):
                load[second // home.tick_s] += 3_000.0
    return replace(home, load_w=load)


def _spells(seed: int, length: int, *, every: int = 1, days: int = 31) -> tuple[tuple[int, int], ...]:
    """Return one spell in daylight on every n-th day."""
    chance = Random(seed)  # noqa: S311 - when things break
    begins = [day * DAY_S + chance.randrange(8 * 3_600, 18 * 3_600) for day in range(0, days, every)]
    return tuple((begin, begin + length) for begin in begins)


_POWERWALL: Final = Scenario(name="D", title="A with a Powerwall, car first", powerwall=True)

_ALL: Final = (
    Scenario(name="A", title="one phase 32 A, plugged in always, fresh meter"),
    Scenario(name="A5", title="A with a car that takes no less than 5 A", floor_amps=5),
    Scenario(name="B", title="A with three phases 16 A", phases=3, floor_amps=2),
    Scenario(name="C", title="A with a meter 30 s old each 60 s", meter_age_s=30, meter_period_s=60),
    _POWERWALL,
    replace(_POWERWALL, name="D2", title="D, battery first", priority=Priority.BATTERY),
    replace(_POWERWALL, name="D3", title="D, full by sunset", priority=Priority.SUNSET),
    Scenario(name="E", title="A as a commuter's home, limit 80 %", cars=(COMMUTER,)),
    Scenario(name="F", title="two cars, one a commuter's", cars=(CarPlan(), COMMUTER)),
    Scenario(name="G", title="A under 28 days of measured sun, 5 min", solar_scale=1.0, sun=Sun.FIVE_MINUTES),
    Scenario(name="G2", title="A under 2 days of measured sun, 1 min", sun=Sun.ONE_MINUTE),
    Scenario(
        name="H",
        title="A with faults of meter, commands and cars",
        faults=Faults(
            timed_out=0.05,
            ignored=0.02,
            meter_lost=_spells(1, 600),
            rate_limited=_spells(2, 3_600, every=7),
            api_down=((10 * DAY_S + 12 * 3_600, 11 * DAY_S),),
            wakes_late=True,
        ),
    ),
    replace(
        _POWERWALL,
        name="I",
        title="D2 where export is not allowed",
        priority=Priority.BATTERY,
        export_allowed=False,
    ),
    replace(
        _POWERWALL,
        name="J",
        title="D with outages from 14:00 to 16:00",
        outages=tuple((day * DAY_S + 14 * 3_600, day * DAY_S + 16 * 3_600) for day in range(1, 31, 3)),
    ),
    Scenario(name="K", title="A behind a fuse of 25 A, with an oven", fuse_amps=25.0, oven=True),
)

SCENARIOS: Final[Mapping[str, Scenario]] = {
    scenario.name: scenario.changed(phases=scenario.phases) for scenario in _ALL
}
"""By name. A three-phase floor is 2 A, otherwise 1 A."""
