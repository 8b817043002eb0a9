"""What is remembered lives in JSON; what is wrong in it loses nothing else."""

import json
from typing import Any

import pytest

from custom_components.tesla_home_energy.surplus import CarMemory, CommandKind, Memory
from custom_components.tesla_home_energy.surplus.memory import PlaceMemory

from .world import NOON, Home, a_car

FULL = Memory(
    place=PlaceMemory(
        as_of=NOON,
        solar_power=4000.0,
        solar_slope=-3.5,
        base_peak=-200.0,
        up_regret=(0.1, 0.2),
        down_regret=(0.3,),
        restlessness=1.5,
        changed_at=NOON - 60.0,
        window_started_at=NOON,
        window_energy=12.0,
        day=739_000,
        today=(1.0,) * 12,
        usual=(2.0,) * 12,
    ),
    cars={
        "car": CarMemory(
            mode="now",
            session_started_at=NOON - 900.0,
            owner_current=13,
            owner_limit=80,
            told_current=0,
            told_charging=False,
            told_charging_seen=True,
            by_hand=2,
            lowest_current=3,
            watts_per_amp=231.5,
            starts_today=4,
            sent_at=(NOON - 60.0, NOON - 30.0),
            stop_regret=0.01,
        ),
        "other": CarMemory(),
    },
)


def test_memory_comes_back_from_json_as_it_was() -> None:
    assert Memory.from_dict(json.loads(json.dumps(FULL.as_dict()))) == FULL
    assert Memory.from_dict(Memory().as_dict()) == Memory()


def test_what_is_as_at_first_is_not_written() -> None:
    assert Memory().as_dict() == {"place": {}, "cars": {}}
    assert FULL.as_dict()["cars"]["other"] == {}


def test_a_whole_number_is_a_number() -> None:
    stored = {"place": {"as_of": 1_750_000_000}, "cars": {"car": {"sent_at": [1_750_000_000]}}}
    memory = Memory.from_dict(stored)
    assert memory.place.as_of == 1_750_000_000.0
    assert memory.cars["car"].sent_at == (1_750_000_000.0,)


@pytest.mark.parametrize("stored", [None, [], "memory", 7, {}, {"place": None, "cars": None}, {"cars": []}])
def test_no_memory_at_all_is_an_empty_one(stored: Any) -> None:
    assert Memory.from_dict(stored) == Memory()


@pytest.mark.parametrize(
    ("record", "name", "value"),
    [
        ("car", "owner_current", "13"),
        ("car", "owner_current", 13.5),
        ("car", "owner_current", True),
        ("car", "owner_current", -1),
        ("car", "watts_per_amp", "much"),
        ("car", "watts_per_amp", float("nan")),
        ("car", "watts_per_amp", float("inf")),
        ("car", "watts_per_amp", True),
        ("car", "told_charging", 1),
        ("car", "told_charging_seen", None),
        ("car", "by_hand", None),
        ("car", "mode", 7),
        ("car", "sent_at", 7.0),
        ("car", "sent_at", [1.0, "x"]),
        ("car", "sent_at", [float("nan")]),
        ("car", "what_is_this", 7),
        ("place", "as_of", "noon"),
        ("place", "today", {"0": 1.0}),
        ("place", "window_energy", None),
        ("place", "window_energy", 1e300),
    ],
)
def test_what_is_wrong_is_forgotten_alone(record: str, name: str, value: Any) -> None:
    stored = FULL.as_dict()
    target = stored["place"] if record == "place" else stored["cars"]["car"]
    expected = FULL.as_dict()
    (expected["place"] if record == "place" else expected["cars"]["car"]).pop(name, None)
    target[name] = value
    assert Memory.from_dict(stored) == Memory.from_dict(expected)
    assert Memory.from_dict(stored).cars["car"].lowest_current == 3
    assert Memory.from_dict(stored).place.solar_slope == -3.5


@pytest.mark.parametrize("car", [None, [], "car", 3])
def test_a_car_whose_memory_is_lost_begins_anew_and_the_others_do_not(car: Any) -> None:
    stored = FULL.as_dict()
    stored["cars"]["other"] = car
    memory = Memory.from_dict(stored)
    assert memory.cars["other"] == CarMemory()
    assert memory.cars["car"] == FULL.cars["car"]


def test_what_an_ampere_brings_is_learnt_anew_where_it_cannot_be() -> None:
    """None of these makes an error, nor a current that no car takes."""
    for watts in (0.0, 1e-12, -230.0, 1e9):
        home = Home(surplus=2300.0)
        home.memory = Memory(cars={"car": CarMemory(watts_per_amp=watts)})
        home.run(900)
        assert home.car.requested_current == 10


def test_cars_that_are_not_there_are_not_forgotten() -> None:
    home = Home(surplus=4600.0)
    home.memory = Memory(cars={"other": CarMemory(lowest_current=3)})
    home.run(600)
    assert home.memory.cars["other"].lowest_current == 3


def test_the_days_counters_begin_anew_with_the_day() -> None:
    home = Home(cars={"car": a_car(asleep=True)}, surplus=4600.0, deaf=True)
    home.run(3600)
    assert home.memory.cars["car"].wakes_today == home.count(CommandKind.WAKE) == 2
    home.day += 1
    home.run(600)
    assert home.count(CommandKind.WAKE) > 2
