"""The simulated home of the surplus benchmark: what its numbers rest on."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from random import Random

import pytest

from benchmarks.surplus.car import Car, CarPlan
from benchmarks.surplus.law import Charging, Command, MeterSample, Result, SetAmps, Start, Stop, View, Wake
from benchmarks.surplus.laws import BASELINES
from benchmarks.surplus.metrics import Metrics
from benchmarks.surplus.plant import Plant
from benchmarks.surplus.reaction import reactions
from benchmarks.surplus.scenarios import SCENARIOS, Faults, Scenario
from benchmarks.surplus.traces import DAY_S, House

TICK_S = 10
HOUR_TICKS = 3_600 // TICK_S


class Scripted:
    """A law that sends what a test says, and keeps what it saw."""

    def __init__(self, script: Callable[[View], Sequence[Command]] = lambda _view: ()) -> None:
        """Take the script."""
        self.script = script
        self.samples: list[tuple[float, MeterSample | None]] = []
        self.answers: list[tuple[float, Result, str]] = []

    def step(self, view: View) -> Sequence[Command]:
        """Note what is new, then follow the script."""
        self.samples.append((view.now, view.sample))
        self.answers.extend((view.now, answer.result, answer.reason) for answer in view.answers)
        return self.script(view)


def a_house(hours: float = 24.0, *, solar: float = 5_000.0, load: float = 500.0) -> House:
    """Return a house whose sun shines from 8:00 to 20:00, brighter and darker each five minutes."""
    ticks = range(round(hours * HOUR_TICKS))
    day = range(8 * HOUR_TICKS, 20 * HOUR_TICKS)
    power = [
        solar * (1.0 if tick // 30 % 2 else 0.4) if tick % (DAY_S // TICK_S) in day else 0.0 for tick in ticks
    ]
    return House(
        tick_s=TICK_S, solar_w=power, load_w=[load] * len(power), volts=[230.0 + tick % 3 for tick in ticks]
    )


def run(home: House, scenario: Scenario, law: str) -> Metrics:
    """Return what a baseline brings."""
    return Plant(home, scenario).run(BASELINES[law](scenario))


def at(moment: float, *commands: Command) -> Callable[[View], Sequence[Command]]:
    """Return a script that sends commands once."""
    return lambda view: commands if view.now == moment else ()


def amps_after(car: Car, seconds: int, *, begin: int = 0) -> float:
    """Return the current of the tick that begins after some seconds."""
    return [car.advance(float(now), TICK_S) for now in range(begin, begin + seconds + 1, TICK_S)][-1]


def a_car(requested: int = 16, *, lowest_amps: int = 1) -> Car:
    """Return a car that has been charging for a minute."""
    car = Car(CarPlan(lowest_amps=lowest_amps), 1, Random(1))  # noqa: S311 - luck of a simulated car
    car.obey(Start(0), 0.0)
    car.obey(SetAmps(0, requested), 0.0)
    amps_after(car, 60)
    return car


@pytest.mark.parametrize("name", ["A", "D", "D2", "F", "I", "K"])
def test_no_energy_appears_or_vanishes(name: str) -> None:
    """What came in went somewhere."""
    home, scenario = a_house(solar=15_000.0), SCENARIOS[name]
    plant = Plant(home, scenario)
    metrics = plant.run(BASELINES["charge_hq"](scenario))
    hours = TICK_S / 3_600_000
    cars = metrics.captured_kwh + metrics.nonsolar_kwh + metrics.battery_kwh
    battery = (plant.battery.out_wh - plant.battery.in_wh) / 1_000 if plant.battery else 0.0
    needed = sum(home.load_w) * hours + cars - sum(home.solar_w) * hours - battery
    curtailed = needed - (metrics.import_kwh - metrics.export_kwh)
    assert cars > 5
    if scenario.export_allowed:
        assert curtailed == pytest.approx(0.0, abs=1e-6)
    else:
        assert curtailed < -1
        assert metrics.export_kwh == 0


def test_battery_loses_a_tenth_and_keeps_its_reserve() -> None:
    plant = Plant(a_house(load=2_000.0), SCENARIOS["D"])
    plant.run(Scripted())
    battery = plant.battery
    assert battery is not None
    assert battery.percent >= battery.reserve_percent - 1e-9
    gained = battery.in_wh * 0.95 - battery.out_wh / 0.95
    assert battery.stored_wh - 6_750 == pytest.approx(gained)


@pytest.mark.parametrize(
    ("before", "requests", "after"),
    [
        (16, [3], 5),
        (16, [3, 3], 3),
        (5, [3], 5),
        (5, [3, 4], 4),
        (3, [2], 2),
        (16, [3, 8, 3], 5),
        (16, [5, 3], 5),
    ],
)
def test_low_current_needs_two_requests(before: int, requests: list[int], after: int) -> None:
    car = a_car()
    for amps in (before, before, *requests):
        car.obey(SetAmps(0, amps), 60.0)
    assert car.requested == after


def test_car_takes_no_less_than_its_floor() -> None:
    car = a_car(lowest_amps=5)
    for _ in range(3):
        car.obey(SetAmps(0, 2), 60.0)
    assert car.requested == 5


def test_start_takes_20_s_and_begins_at_5_amps_or_more() -> None:
    car = a_car()
    for amps in (2, 2):
        car.obey(SetAmps(0, amps), 60.0)
    car.obey(Stop(0), 100.0)
    assert car.advance(110.0, TICK_S) == 0
    car.obey(Start(0), 120.0)
    assert amps_after(car, 10, begin=120) == 0
    assert car.advance(140.0, TICK_S) == 5
    assert car.starts == 2


def test_current_rises_by_2_amps_a_second_and_falls_at_once() -> None:
    car = a_car(5)
    car.obey(SetAmps(0, 32), 100.0)
    assert [car.advance(100.0 + tick, TICK_S) for tick in (0, 10)] == [25, 32]
    car.obey(SetAmps(0, 6), 120.0)
    assert car.advance(120.0, TICK_S) == 6


def test_stopped_car_sleeps_refuses_and_wakes() -> None:
    script: dict[int, tuple[Command]] = {
        0: (Start(0),),
        60: (Stop(0),),
        1_200: (Start(0),),
        1_300: (Wake(0),),
        1_420: (Start(0),),
    }
    law = Scripted(lambda view: script.get(int(view.now), ()))
    metrics = Plant(a_house(1), SCENARIOS["A"]).run(law)
    assert [(when, result, reason) for when, result, reason in law.answers if reason] == [
        (1_210, Result.REFUSED, "asleep")
    ]
    assert (metrics.starts, metrics.commands, metrics.wakes, metrics.refused) == (2, 4, 1, 1)


def test_complete_car_stays_complete_and_counts_what_is_sent_to_it() -> None:
    plan = CarPlan(battery_kwh=10.0, battery_percent=79.5)
    scenario = replace(SCENARIOS["A"], cars=(plan,))
    law = Scripted(lambda view: (Start(0),) if view.now in {0, 1_200} else ())
    plant = Plant(a_house(1), scenario)
    metrics = plant.run(law)
    assert plant.cars[0].charging is Charging.COMPLETE
    assert plant.cars[0].battery_percent == pytest.approx(80.0, abs=0.1)
    assert metrics.misplaced == 1


@pytest.mark.parametrize(("age", "period"), [(10, 10), (30, 60)])
def test_samples_arrive_as_old_as_the_meter_says(age: int, period: int) -> None:
    law = Scripted()
    Plant(a_house(1), replace(SCENARIOS["A"], meter_age_s=age, meter_period_s=period)).run(law)
    for now, sample in law.samples:
        newest = (now - age) // period * period
        assert (sample.at if sample else None) == (newest if newest >= 0 else None)


def test_lost_meter_brings_nothing_new() -> None:
    faults = Faults(meter_lost=((600, 1_200),))
    law = Scripted()
    Plant(a_house(1), replace(SCENARIOS["A"], faults=faults)).run(law)
    seen = {now: sample.at for now, sample in law.samples if sample}
    assert seen[600] == 590
    assert seen[1_200] == 590
    assert seen[1_210] == 1_200


@pytest.mark.parametrize(
    ("faults", "result", "charges", "commands"),
    [
        (Faults(ignored=1.0), Result.ACCEPTED, False, 1),
        (Faults(rate_limited=((0, 600),)), Result.RATE_LIMITED, False, 1),
        (Faults(api_down=((0, 600),)), Result.API_DOWN, False, 0),
        (Faults(), Result.ACCEPTED, True, 1),
    ],
)
def test_faults_are_what_they_say(faults: Faults, result: Result, charges: bool, commands: int) -> None:
    law = Scripted(at(60, Start(0)))
    metrics = Plant(a_house(1), replace(SCENARIOS["A"], faults=faults)).run(law)
    assert [answer[1] for answer in law.answers] == [result]
    assert bool(metrics.starts) is charges
    assert metrics.commands == commands


def test_some_lost_answers_belong_to_obeyed_commands() -> None:
    script = [SetAmps(0, 6 + number % 20) for number in range(200)]
    law = Scripted(lambda view: (script[int(view.now) // 10],) if view.now < 2_000 else ())
    plant = Plant(a_house(1), replace(SCENARIOS["A"], faults=Faults(timed_out=1.0)))
    plant.run(law)
    assert {result for _, result, reason in law.answers if not reason} == {Result.TIMED_OUT}
    assert plant.cars[0].requested != 5


def test_same_seed_gives_the_same_run() -> None:
    home = a_house(48)
    first, again = (run(home, SCENARIOS["H"], "charge_hq").as_json() for _ in range(2))
    assert first == again


def test_outage_takes_nothing_from_the_grid() -> None:
    outage = replace(SCENARIOS["J"], outages=((0, 3_600),))
    law = Scripted(at(0, Start(0), SetAmps(0, 32)))
    metrics = Plant(a_house(1), outage).run(law)
    assert metrics.import_kwh == 0
    assert metrics.overload_s > 3_000
    assert metrics.off_grid_kwh > 3
    assert metrics.battery_kwh > 0


def test_fuse_excess_is_the_longest_spell() -> None:
    scenario = replace(SCENARIOS["K"], fuse_amps=25.0)
    law = Scripted(lambda view: {0: (Start(0), SetAmps(0, 32)), 300: (SetAmps(0, 6),)}.get(int(view.now), ()))
    metrics = Plant(a_house(1), scenario).run(law)
    assert metrics.fuse_excess_s == 280


@pytest.mark.parametrize("law", BASELINES)
def test_no_baseline_commands_a_car_that_is_away(law: str) -> None:
    metrics = run(a_house(48), SCENARIOS["E"], law)
    assert metrics.misplaced == 0
    assert metrics.commands < 1_000


def test_reaction_is_as_slow_as_meter_and_cycle() -> None:
    """10 s of meter, up to 60 s of cycle, and the tick in which the command works."""
    slow = reactions(BASELINES["charge_hq"], SCENARIOS["A"])
    fast = reactions(BASELINES["charge_on_solar"], SCENARIOS["A"])
    assert set(fast) == {20.0}
    assert 20 <= min(slow) < max(slow) <= 80
