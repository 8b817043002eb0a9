"""A household whose two cars charge from the sun each day, controlled by the integration, within a budget."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import pairwise
import random
from typing import Any, Final

from tests.charging_place import PLACE
from tests.simulator import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from tests.simulator.car import Car
from tests.simulator.traces import trace

from .candidates import OURS
from .house import House
from .household import START, TIME_ZONE, Deed, prepare, restarts
from .month import Month, month_of

_TRIPS: Final = {MODEL_Y_VIN: (7.5, 9.0), MODEL_S_VIN: (16.5, 18.5)}
"""Hours of the day at which a car leaves and comes back; each way takes a tenth of the battery."""

_WAY: Final = timedelta(minutes=30)


@dataclass(frozen=True, slots=True, kw_only=True)
class SolarMonth:
    """What came of it.

    Attributes:
        days_charged: On how many days each car charged, by VIN.
        gained: Per cent of the batteries that were charged, all in all, by VIN.
        issues: What people were told to mend: the names of repair issues.
    """

    month: Month
    days_charged: Mapping[str, int]
    gained: Mapping[str, int]
    issues: Sequence[str]

    @property
    def stopped(self) -> bool:
        """Whether reading stopped for want of money, or Tesla switched the application off."""
        return bool({"budget_spent", "budget_part_spent", "account_limit"} & set(self.issues))


def lay_out(simulator: Simulator) -> None:
    """A cable for each car; both have room for what the sun brings."""
    prepare(simulator, kept_awake_by_reading=True)
    simulator.sites[POWERWALL_SITE_ID].add_wall_connector()
    for car in simulator.cars.values():
        car.plug()
        car.charging.stop()
        car.charging.battery_level = 60.0
        car.charging.complete = False
        car.fall_asleep()


def errands(days: int, *, seed: int = 1) -> list[Deed]:
    """Return what happens in so many days, in order: two trips a day, and half of the days are cloudy."""
    chance = random.Random(seed)  # noqa: S311  the same month each time
    found: list[Deed] = []
    for number in range(days):
        day = START.astimezone(TIME_ZONE).date() + timedelta(days=number)
        name = chance.choice(("sunny", "cloudy"))
        found.append(Deed(moment=_at(day, 0), act=_shine(name)))
        for vin, (leave, back) in _TRIPS.items():
            found += _errand(vin, _at(day, leave + chance.uniform(-0.4, 0.4)), _at(day, back), chance)
    return sorted(found, key=lambda deed: deed.moment)


def _at(day: date, hour: float) -> datetime:
    return datetime.combine(day, time(), TIME_ZONE) + timedelta(hours=hour)


def _shine(name: str) -> Callable[[Simulator], None]:
    def act(simulator: Simulator) -> None:
        for site in simulator.sites.values():
            site.day = trace(name)

    return act


def _errand(vin: str, leave: datetime, back: datetime, chance: random.Random) -> Iterator[Deed]:
    def on(act: Callable[[Car], None]) -> Callable[[Simulator], None]:
        return lambda simulator: act(simulator.cars[vin])

    back += timedelta(minutes=chance.uniform(0, 40))
    yield Deed(moment=leave, act=on(Car.drive_away))
    yield Deed(moment=leave + _WAY, act=on(lambda car: car.park(at_home=False)))
    yield Deed(moment=back - _WAY, act=on(Car.drive_away))
    yield Deed(moment=back, act=on(lambda car: car.park(at_home=True)))
    yield Deed(moment=back + timedelta(minutes=chance.uniform(1, 4)), act=on(Car.plug))


def live(*, days: int, options: Mapping[str, Any]) -> SolarMonth:
    """Live through so many days."""
    house = House(
        candidate=OURS,
        days=days,
        prepare=lay_out,
        deeds=errands(days),
        restarts=restarts(days),
        options=options,
        subentries=[PLACE],
    )
    house.live()
    changes = [change for change in house.simulator.changes.all if START < change.moment <= house.end]
    started = {(c.vin, c.moment.date()) for c in changes if c.what == "charging" and c.value}
    levels: dict[str, list[int]] = {vin: [] for vin in _TRIPS}
    for change in changes:
        if change.what == "battery_level":
            levels[change.vin].append(int(change.value))
    return SolarMonth(
        month=month_of(house),
        days_charged={vin: sum(one == vin for one, _ in started) for vin in _TRIPS},
        gained={
            vin: sum(max(0, after - before) for before, after in pairwise(seen))
            for vin, seen in levels.items()
        },
        issues=sorted(house.issues),
    )


def show(months: Mapping[float, SolarMonth], *, days: int, energy_billed: bool) -> None:
    """Print the table, by budget."""
    width = 14

    def line(label: str, cells: Iterator[str]) -> None:
        print(f"{label:<30}" + "".join(f"{cell:>{width}}" for cell in cells))

    found = months.values()
    line(f"{days} days, budget", (f"${budget:.2f}" for budget in months))
    line("dollars", (f"{_dollars(one, energy_billed):.2f}" for one in found))
    for category in ("data", "commands", "wakes", "energy", "other", "free"):
        line(category, (f"{one.month.requests[category]:,}" for one in found))
    for number, vin in enumerate(_TRIPS, 1):
        line(f"car {number} charged, days", (str(one.days_charged[vin]) for one in found))
        line(f"car {number} charged, % of battery", (str(one.gained[vin]) for one in found))
    line("reading stopped", ("yes" if one.stopped else "no" for one in found))
    line("repair issues", (", ".join(one.issues) or "none" for one in found))
    line("errors logged", (str(len(one.month.errors)) for one in found))
    line("seconds of work", (f"{one.month.took:.0f}" for one in found))


def _dollars(found: SolarMonth, energy_billed: bool) -> float:
    return found.month.energy_billed if energy_billed else found.month.energy_free


def row(found: SolarMonth, *, budget: float, energy_billed: bool) -> dict[str, Any]:
    """Return it for a machine."""
    return {
        "budget": budget,
        "dollars": round(_dollars(found, energy_billed), 3),
        "reading_stopped": found.stopped,
        "days_charged": list(found.days_charged.values()),
        "battery_percent_charged": list(found.gained.values()),
        "issues": list(found.issues),
        **found.month.row(),
    }
