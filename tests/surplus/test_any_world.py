"""Whatever the inputs are, some things hold: drawn worlds of many steps, most of which make no sense."""

from dataclasses import replace
import json
from math import inf, isfinite, nan
from typing import Any

import pytest

from custom_components.tesla_home_energy.surplus import (
    Action,
    Car,
    CarDecision,
    CarMemory,
    ChargingState,
    CommandKind,
    Decision,
    Inputs,
    Location,
    Memory,
    Mode,
    Reason,
    decide,
    release,
)

from .nonsense import Nonsense
from .world import NOON, a_car, charging, kinds, only, some_inputs

STEPS = 25
HANDS_OFF = {
    *(Reason.AWAY, Reason.LOCATION_UNKNOWN, Reason.DIRECT_CURRENT, Reason.UNPLUGGED, Reason.STATE_UNKNOWN),
    *(Reason.COMPLETE, Reason.MODE_OFF, Reason.OWN_SCHEDULE, Reason.CHANGED_BY_HAND, Reason.CHARGE_ON_SOLAR),
}


def check(inputs: Inputs, decision: Decision) -> None:
    """Check what holds in every world."""
    assert isfinite(decision.look_again_at)
    assert inputs.now < decision.look_again_at <= inputs.now + 300.0
    assert decision.surplus is None or isfinite(decision.surplus)
    assert [told.car_id for told in decision.cars] == [car.car_id for car in inputs.cars]
    for car, told in zip(inputs.cars, decision.cars, strict=True):
        assert isinstance(told.reason, Reason)
        assert all(isfinite(number) for number in told.numbers.values())
        assert isfinite(told.energy)
        assert isfinite(told.solar_energy)
        assert told.energy >= told.solar_energy >= 0.0
        assert told.next_change_at is None or isfinite(told.next_change_at)
        check_actions(car, told)


def most_current(car: Car) -> int:
    """Return what car, cable and owner allow."""
    allowed = [car.max_current] if car.max_current is not None and car.max_current >= 0 else [16]
    if car.settings.max_current is not None:
        allowed.append(max(0, car.settings.max_current))
    return min(allowed)


def check_actions(car: Car, told: CarDecision) -> None:
    """Check what one car is told."""
    sent = [action.kind for action in told.actions]
    assert len(sent) <= 4
    for action in told.actions:
        if action.kind is CommandKind.SET_CURRENT:
            assert action.value is not None
            assert 0 <= action.value <= most_current(car)
        elif action.kind is CommandKind.SET_LIMIT:
            assert action.value is not None
            assert action.value >= 0
        else:
            assert action.value is None
    if told.reason in HANDS_OFF:
        assert sent == []
        assert told.target_current is None
    unplugged = car.plugged is False or car.charging_state is ChargingState.DISCONNECTED
    if car.location is not Location.HOME or (car.direct_current and not unplugged):
        assert sent == []
    if unplugged:
        assert set(sent) <= {CommandKind.SET_LIMIT}
    if car.settings.mode is Mode.OFF:
        assert set(sent) <= {CommandKind.SET_LIMIT, CommandKind.SET_CURRENT}
    if car.asleep and car.charging_state is not ChargingState.CHARGING:
        assert set(sent) <= {CommandKind.WAKE, CommandKind.STOP}
    if CommandKind.STOP in sent:
        assert told.target_current == 0
        assert CommandKind.START not in sent
        assert CommandKind.SET_CURRENT not in sent
    assert sent.count(CommandKind.START) <= 1
    values = {action.value for action in told.actions if action.kind is CommandKind.SET_CURRENT}
    assert len(values) <= 1


@pytest.mark.parametrize("share", [0.0, 0.15, 0.5])
@pytest.mark.parametrize("part", range(3))
def test_no_world_breaks_a_decision(share: float, part: int) -> None:
    for seed in range(part * 40, part * 40 + 40):
        world, memory = Nonsense(seed, share), Memory()
        for _ in range(STEPS):
            inputs = world.inputs()
            decision = decide(inputs, memory)
            check(inputs, decision)
            stored = json.loads(json.dumps(decision.memory.as_dict(), allow_nan=False))
            memory = Memory.from_dict(stored)
            assert memory == decision.memory


def test_the_same_inputs_give_the_same_decision_and_change_nothing() -> None:
    for seed in range(40):
        world, memory, other = Nonsense(seed), Memory(), Nonsense(seed)
        for _ in range(10):
            before = memory.as_dict()
            inputs = world.inputs()
            decision = decide(inputs, memory)
            # NaN equals nothing, itself neither: what is drawn again is written out.
            assert repr(inputs) == repr(again := other.inputs())
            assert decide(again, Memory.from_dict(before)) == decision
            assert memory.as_dict() == before
            memory = decision.memory


def test_giving_back_never_starts_nor_stops() -> None:
    for seed in range(60):
        world, memory = Nonsense(seed, 0.05), Memory()
        for _ in range(10):
            memory = decide(world.inputs(), memory).memory
        inputs = world.inputs()
        decision = release(inputs, memory)
        for told in decision.cars:
            assert {action.kind for action in told.actions} <= {
                CommandKind.SET_CURRENT,
                CommandKind.SET_LIMIT,
            }


def test_stored_memory_of_any_kind_keeps_no_loop_from_starting() -> None:
    """Each field in turn is what nobody would store."""
    world, memory = Nonsense(7, 0.0), Memory()
    for _ in range(40):
        memory = decide(world.inputs(), memory).memory
    good = memory.as_dict()
    inputs = some_inputs(charging(16, "a"), surplus=2300.0)
    odds: tuple[Any, ...] = (
        None,
        "x",
        True,
        [],
        {},
        [None],
        ["x"],
        -1,
        1e300,
        nan,
        inf,
        10**30,
        [1e300],
        [nan],
    )
    for odd in odds:
        for name in CarMemory.__dataclass_fields__:
            stored = {**good, "cars": {"a": {**good["cars"].get("a", {}), name: odd}}}
            check(inputs, decide(inputs, Memory.from_dict(stored)))
        for name in type(memory.place).__dataclass_fields__:
            stored = {**good, "place": {**good["place"], name: odd}}
            check(inputs, decide(inputs, Memory.from_dict(stored)))


@pytest.mark.parametrize("odd", [nan, inf, -inf, 1e300])
def test_a_reading_that_is_no_number_is_no_reading(odd: float) -> None:
    inputs = some_inputs(charging(20), surplus=2300.0)
    assert inputs.meter is not None
    told = decide(replace(inputs, meter=replace(inputs.meter, grid_power=odd)), Memory())
    assert told.surplus is None
    assert only(told).reason is Reason.NO_METER
    # What is only missing beside it takes nothing away.
    told = decide(replace(inputs, meter=replace(inputs.meter, solar_power=odd)), Memory())
    assert kinds(only(told)) == [("set_current", 10)]


def test_a_reading_from_the_future_does_not_stop_the_loop() -> None:
    inputs = some_inputs(charging(20), surplus=2300.0)
    assert inputs.meter is not None
    ahead = replace(inputs, meter=replace(inputs.meter, as_of=NOON + 7200.0))
    memory = decide(replace(ahead, cars=()), Memory()).memory
    later = replace(inputs, now=NOON + 10.0, meter=replace(inputs.meter, as_of=NOON + 10.0))
    assert kinds(only(decide(later, memory))) == [("set_current", 10)]


def test_a_clock_that_was_ahead_holds_nothing_up() -> None:
    """A computer without a clock of its own starts in another year at times."""
    ahead = NOON + 365 * 86_400.0
    inputs = some_inputs(a_car(as_of=ahead), surplus=6000.0, now=ahead, sunset=None)
    assert inputs.meter is not None
    memory = Memory()
    for step in range(12):
        now = ahead + 10.0 * step
        inputs = replace(inputs, now=now, meter=replace(inputs.meter, as_of=now))
        assert inputs.meter is not None
        memory = decide(inputs, memory).memory
    assert memory.cars["car"].started_at is not None
    actions: list[Action] = []
    for step in range(30):
        now = NOON + 10.0 * step
        assert inputs.meter is not None
        inputs = replace(inputs, now=now, meter=replace(inputs.meter, as_of=now), cars=(a_car(as_of=now),))
        decision = decide(inputs, memory)
        memory = decision.memory
        actions.extend(only(decision).actions)
    assert CommandKind.START in [action.kind for action in actions]


def test_a_negative_current_of_a_car_is_unknown() -> None:
    car = charging(16, requested_current=-5, actual_current=-5.0, voltage=0.001, phases=-3, power=3680.0)
    (action, *_) = only(decide(some_inputs(car, surplus=-6000.0), Memory())).actions
    assert action.value == 1
