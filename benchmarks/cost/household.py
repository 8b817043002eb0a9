"""What the people of a house do with their two cars, the same in every run."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
import random
from typing import Any, Final
from zoneinfo import ZoneInfo

from tests.simulator import MODEL_S_VIN, MODEL_Y_VIN, Simulator
from tests.simulator.car import Car
from tests.simulator.faults import HttpFault

TIME_ZONE: Final = ZoneInfo("Europe/Berlin")
START: Final = datetime(2027, 6, 1, tzinfo=UTC)
"""June has thirty days, and Tesla's month begins with it; it is a Tuesday."""

_SATURDAY: Final = 5

# Which evenings a car is plugged in, Monday first: there is one cable for two.
_EVENINGS: Final = {MODEL_Y_VIN: {0, 2, 4, 6}, MODEL_S_VIN: {1, 3, 5}}


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """Something that somebody does."""

    moment: datetime
    act: Callable[[Simulator], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """Something that somebody asks Home Assistant for: an action on one control of a car."""

    moment: datetime
    vin: str
    control: str
    service: str
    data: Mapping[str, Any]


def prepare(simulator: Simulator, *, kept_awake_by_reading: bool) -> None:
    """Lay out the evening before: both cars at home and asleep, the Model Y has charged."""
    for car in simulator.cars.values():
        car.kept_awake_by_reading = kept_awake_by_reading
        car.charging.stop()
        car.charging.battery_level = float(car.charging.charge_limit)
        car.charging.amps = car.charging.amps_max
        car.charging.complete = car.charging.plugged
        car.fall_asleep()


def commuting(days: int, *, seed: int = 1) -> list[Deed]:
    """Return what happens in so many days, in order."""
    chance = random.Random(seed)  # noqa: S311  the same month each time
    found: list[Deed] = []
    for day in range(days):
        date = START.astimezone(TIME_ZONE).date() + timedelta(days=day)
        midnight = datetime.combine(date, time(), TIME_ZONE)
        found += _model_y(midnight, chance)
        found += _model_s(midnight, chance)
    found += _outage(START + timedelta(days=days * 0.4))
    return sorted(found, key=lambda deed: deed.moment)


def restarts(days: int) -> list[datetime]:
    """Return when Home Assistant is started again: a night on which all sleep, and an evening."""
    return [
        START + timedelta(days=round(days * 0.2), hours=1),
        START + timedelta(days=round(days * 0.67), hours=17, minutes=50),
    ]


def commuting_wishes(days: int) -> list[Wish]:
    """Return what they ask for: a fuller Model Y for each Sunday's outing."""
    found = []
    for day in range(days):
        date = (START.astimezone(TIME_ZONE) + timedelta(days=day)).date()
        limits = {_SATURDAY: 90, _SATURDAY + 1: 80}
        if date.weekday() in limits:
            found.append(
                Wish(
                    moment=datetime.combine(date, time(21), TIME_ZONE),
                    vin=MODEL_Y_VIN,
                    control="charge_limit",
                    service="number.set_value",
                    data={"value": limits[date.weekday()]},
                )
            )
    return found


def _around(midnight: datetime, hour: float, spread: float, chance: random.Random) -> datetime:
    return midnight + timedelta(hours=hour + chance.uniform(-spread, spread))


def _trip(vin: str, leave: datetime, back: datetime, chance: random.Random) -> Iterator[Deed]:
    """Drive away, park somewhere, come home, and plug in if it is the car's evening."""
    minutes = timedelta(minutes=chance.uniform(20, 40))

    def on(act: Callable[[Car], None]) -> Callable[[Simulator], None]:
        return lambda simulator: act(simulator.cars[vin])

    yield Deed(moment=leave, act=on(Car.drive_away))
    yield Deed(moment=leave + minutes, act=on(lambda car: car.park(at_home=False)))
    yield Deed(moment=back - minutes, act=on(Car.drive_away))
    yield Deed(moment=back, act=on(lambda car: car.park(at_home=True)))
    if back.weekday() in _EVENINGS[vin]:
        yield Deed(
            moment=back + timedelta(minutes=chance.uniform(1, 4)), act=lambda simulator: _plug(simulator, vin)
        )


def _plug(simulator: Simulator, vin: str) -> None:
    for car in simulator.cars.values():
        if car.vin != vin and car.charging.plugged:
            car.set_online()  # whoever pulls the cable out wakes it
            car.unplug()
    simulator.cars[vin].plug()


def _model_y(midnight: datetime, chance: random.Random) -> Iterator[Deed]:
    """Work on weekdays, an outing on Sundays."""
    if midnight.weekday() < _SATURDAY:
        leave, back = _around(midnight, 7.7, 0.3, chance), _around(midnight, 17.6, 0.6, chance)
        yield from _trip(MODEL_Y_VIN, leave, back, chance)
    elif midnight.weekday() > _SATURDAY:
        leave, back = _around(midnight, 10.5, 0.5, chance), _around(midnight, 17, 1, chance)
        yield from _trip(MODEL_Y_VIN, leave, back, chance)


def _model_s(midnight: datetime, chance: random.Random) -> Iterator[Deed]:
    """Errands on the days whose evening is its own, and some more at noon."""
    if midnight.weekday() in _EVENINGS[MODEL_S_VIN]:
        leave, back = _around(midnight, 14, 0.5, chance), _around(midnight, 16.5, 0.5, chance)
        yield from _trip(MODEL_S_VIN, leave, back, chance)
    elif chance.random() < 1 / 3:
        leave, back = _around(midnight, 10.5, 0.5, chance), _around(midnight, 12.5, 0.5, chance)
        yield from _trip(MODEL_S_VIN, leave, back, chance)


def _outage(begin: datetime) -> Iterator[Deed]:
    """For two hours Tesla's servers answer 503, for another their connections are cut."""

    def fail(**fault: str | int) -> Callable[[Simulator], None]:
        def act(simulator: Simulator) -> None:
            simulator.faults.clear()
            simulator.faults.add(
                HttpFault(
                    path="/api/1/*", kind=str(fault["kind"]), status=int(fault.get("status", 500)), count=None
                )
            )

        return act

    yield Deed(moment=begin, act=fail(kind="answer", status=503))
    yield Deed(moment=begin + timedelta(hours=2), act=fail(kind="cut"))
    yield Deed(moment=begin + timedelta(hours=3), act=lambda simulator: simulator.faults.clear())
