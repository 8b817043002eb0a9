"""Homes drawn at random that live for hours: rules that hold in each, whatever sun, house and people do."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from random import Random

from custom_components.tesla_home_energy.surplus import (
    BatteryPriority,
    Car,
    CarSettings,
    ChargingState,
    CommandKind,
    FloorPolicy,
    Location,
    Mode,
    Outcome,
    PlaceSettings,
    Reason,
    Window,
)

from .world import NOON, VOLTS, Home, a_car

SOLAR = (Mode.SOLAR_ONLY, Mode.SOLAR_AND_MINIMUM)
GRID = (Mode.NOW, Mode.SCHEDULED, Mode.READY_BY)


def some_car(random: Random, car_id: str, modes: tuple[Mode, ...]) -> Car:
    """Return a car with wishes of its own."""
    settings = CarSettings(
        mode=random.choice(modes),
        min_current=random.choice((1, 1, 5, 8)),
        max_current=random.choice((None, None, 10, 24)),
        floor_policy=random.choice(list(FloorPolicy)),
        solar_limit=random.choice((None, None, 90)),
        grid_limit=random.choice((0, 0, 60)),
        ready_by=NOON + 3600.0 * random.uniform(0.5, 8.0),
        windows=(Window(start=NOON + 600.0, end=NOON + 2400.0),),
        priority=random.choice((1, 1, 2)),
        starts_per_day=random.choice((12, 3)),
        pause=random.choice((None, 1200.0)),
    )
    return a_car(
        car_id,
        settings=settings,
        state_of_charge=random.uniform(40.0, 75.0),
        max_current=random.choice((16, 32)),
        requested_current=random.choice((5, 13, 16)),
        asleep=random.random() < 0.3,
    )


def some_home(random: Random, *, modes: tuple[Mode, ...]) -> Home:
    """Return a home with limits and cars of its own."""
    draw = random.choice
    home = Home(cars={name: some_car(random, name, modes) for name in "abc"[: random.randint(1, 3)]})
    home.lowest = draw((1, 1, 3, 5))
    home.place = PlaceSettings(
        margin=draw((0.0, 0.0, 200.0, -300.0)),
        solar_share=draw((1.0, 1.0, 0.6)),
        grid_limit_power=draw((None, 9000.0)),
        fuse_current=draw((None, 25.0, 35.0)),
        battery_priority=draw(list(BatteryPriority)),
        commands_per_hour=draw((60, 12)),
    )
    if random.random() < 0.4:
        home.battery_level, home.battery_power = random.uniform(10.0, 100.0), 0.0
        home.on_grid = True
    return home


class Life:
    """A home, and what happens to it: weather and kettles, and in an eventful one people and faults too."""

    def __init__(self, seed: int, *, modes: tuple[Mode, ...], eventful: bool) -> None:
        """Draw a home."""
        self.random = Random(seed)  # noqa: S311 - the same homes each time, nothing secret
        self.home = some_home(self.random, modes=modes)
        self.house = 400.0
        self.eventful = eventful
        self.events = (
            *(self._move, self._plug, self._change_current, self._change_charging, self._meter, self._tesla),
            *(self._ignore, self._change_mode, self._fill, self._cut_off, self._schedule, self._sleep),
        )

    def step(self) -> None:
        """Let 10 s pass: a cloud or a kettle now and then, a little all the time."""
        home, random = self.home, self.random
        if random.random() < 0.03:
            home.solar = random.uniform(0.0, 9000.0)
        if random.random() < 0.03:
            self.house = random.choice((300.0, 600.0, 2500.0, 4000.0))
        home.solar = max(0.0, home.solar + random.uniform(-80.0, 80.0))
        home.surplus = home.solar - self.house
        if self.eventful and random.random() < 0.03:
            car_id = random.choice(list(home.cars))
            random.choice(self.events)(car_id, home.cars[car_id])
        home.step()

    def _move(self, car_id: str, _: Car) -> None:
        self.home.change(car_id, location=self.random.choice(list(Location)))

    def _plug(self, car_id: str, car: Car) -> None:
        self.home.starting.pop(car_id, None)
        plugged = not car.plugged
        state = ChargingState.STOPPED if plugged else ChargingState.DISCONNECTED
        self.home.change(car_id, plugged=plugged, charging_state=state, location=Location.HOME)

    def _change_current(self, car_id: str, _: Car) -> None:
        self.home.change(car_id, requested_current=self.random.randint(1, 16))

    def _change_charging(self, car_id: str, car: Car) -> None:
        if car.plugged:
            state = self.random.choice((ChargingState.CHARGING, ChargingState.STOPPED))
            self.home.change(car_id, charging_state=state)

    def _meter(self, _: str, __: Car) -> None:
        self.home.meter_works = not self.home.meter_works

    def _tesla(self, _: str, __: Car) -> None:
        self.home.outcome = self.random.choice((Outcome.ACCEPTED, Outcome.ACCEPTED, *Outcome))

    def _ignore(self, _: str, __: Car) -> None:
        self.home.deaf = not self.home.deaf

    def _change_mode(self, car_id: str, car: Car) -> None:
        mode = self.random.choice(list(Mode))
        self.home.change(car_id, settings=replace(car.settings, mode=mode))

    def _fill(self, car_id: str, car: Car) -> None:
        if car.plugged:
            self.home.change(car_id, charging_state=ChargingState.COMPLETE)

    def _cut_off(self, _: str, __: Car) -> None:
        self.home.on_grid = self.random.choice((None, True, False))

    def _schedule(self, car_id: str, car: Car) -> None:
        self.home.change(car_id, own_schedule=not car.own_schedule)

    def _sleep(self, car_id: str, car: Car) -> None:
        if car.charging_state is ChargingState.STOPPED:
            self.home.change(car_id, asleep=True)


def lives(seeds: range, steps: int, *, modes: tuple[Mode, ...], eventful: bool) -> Iterator[tuple[int, Home]]:
    """Let homes live; give each after each of its steps."""
    for seed in seeds:
        life = Life(seed, modes=modes, eventful=eventful)
        for step in range(steps):
            life.step()
            yield step, life.home


def newest(home: Home) -> list[tuple[str, CommandKind, int | None]]:
    """Return what was sent in the last step."""
    found = []
    for at, car_id, action in reversed(home.told):
        if at != home.now:
            break
        found.append((car_id, action.kind, action.value))
    return found[::-1]


def check_hands_off(home: Home, before: dict[str, Car]) -> None:
    """Nothing is sent to a car that is away, unplugged, unknown or full."""
    for car_id, kind, _ in newest(home):
        car = home.cars[car_id]
        assert car.location is Location.HOME
        if not car.plugged:
            assert kind is CommandKind.SET_LIMIT
        if before[car_id].charging_state is ChargingState.COMPLETE and car.settings.solar_limit is None:
            assert car.settings.mode is Mode.OFF
            assert kind in {CommandKind.SET_CURRENT, CommandKind.SET_LIMIT}


def check_bounds(home: Home) -> None:
    """So many commands in any hour, so long between starts, so many wakes."""
    for car_id in home.cars:
        sent = [(at, action.kind) for at, name, action in home.told if name == car_id]
        hour = Counter(kind for at, kind in sent if at > home.now - 3600.0)
        # What restores and what cannot wait comes on top.
        assert hour[CommandKind.SET_CURRENT] + hour[CommandKind.START] <= home.place.commands_per_hour + 8
        assert hour.total() <= home.place.commands_per_hour + 50
        assert sum(kind is CommandKind.WAKE for _, kind in sent) <= 2
        starts = [at for at, kind in sent if kind is CommandKind.START]
        assert all(later - earlier >= 300.0 for earlier, later in pairwise(starts))


def check_starts(home: Home) -> int:
    """One start at a time, with 5 A or more, and from surplus no more than wanted; return how many."""
    starts = [car_id for car_id, kind, _ in newest(home) if kind is CommandKind.START]
    assert len(starts) <= 1
    for car_id in starts:
        car = home.cars[car_id]
        assert (home.memory.cars[car_id].told_current or 0) >= 5
        others = [other.charging_state for name, other in home.cars.items() if name != car_id]
        assert ChargingState.STARTING not in others or home.deaf
        if home.last is not None and Reason.SURPLUS_ENOUGH in {told.reason for told in home.last.cars}:
            assert home.memory.cars[car_id].starts_today <= car.settings.starts_per_day
    return len(starts)


def check_reasons(home: Home) -> None:
    """`FOLLOWING` is no reason to do something, but to raise the limit of charge."""
    assert home.last is not None
    for told in home.last.cars:
        if told.actions and told.reason is Reason.FOLLOWING:
            assert {action.kind for action in told.actions} == {CommandKind.SET_LIMIT}


def test_in_an_eventful_home_commands_keep_their_rules() -> None:
    sent: Counter[CommandKind] = Counter()
    reasons: Counter[Reason] = Counter()
    before: dict[str, Car] = {}
    starts = 0
    for step, home in lives(range(32), 300, modes=tuple(Mode), eventful=True):
        if step:
            check_hands_off(home, before)
        if step % 50 == 49:
            check_bounds(home)
        starts += check_starts(home)
        check_reasons(home)
        sent.update(kind for _, kind, _ in newest(home))
        reasons.update(told.reason for told in (home.last.cars if home.last is not None else ()))
        before = dict(home.cars)
    # The homes are such that everything happens.
    assert starts >= 25
    assert min(sent[kind] for kind in CommandKind) >= 5
    assert len(reasons) >= 20


def check_currents(home: Home) -> None:
    """No current is above what car, cable and owner allow."""
    for car_id, kind, value in newest(home):
        car = home.cars[car_id]
        if kind is CommandKind.SET_CURRENT:
            assert value is not None
            assert 1 <= value <= min(car.max_current or 0, car.settings.max_current or 32)


def test_in_a_quiet_home_no_limit_is_exceeded_for_more_than_a_minute() -> None:
    over, moments = 0.0, 0
    for step, home in lives(range(100, 130), 300, modes=SOLAR + GRID, eventful=False):
        check_currents(home)
        limits = [limit for limit in (home.place.grid_limit_power,) if limit is not None]
        if home.place.fuse_current is not None:
            limits.append(home.place.fuse_current * VOLTS)
        most = min(limits, default=None)
        if step == 0 or most is None or home.imported <= most or -home.surplus > most:
            over = 0.0
            continue
        over += 10.0
        moments += 1
        assert over <= 60.0, (home.imported, most)
    # There were such moments.
    assert moments > 0
