"""Homes with a Powerwall: who gets the surplus first, what it evens out, its reserve, and an outage."""

from dataclasses import replace
from typing import Any

import pytest

from custom_components.tesla_home_energy.surplus import (
    BatteryPriority,
    CarSettings,
    ChargingState,
    CommandKind,
    FloorPolicy,
    Inputs,
    Memory,
    MeterSample,
    Mode,
    PlaceSettings,
    Reason,
    decide,
)

from .world import DAY, NOON, VOLTS, Home, a_car, charging, only, some_inputs

HOUR = 3600.0
FIRST, CAR, SUNSET = BatteryPriority


def sample(*, surplus: float, level: float, taken: float = 0.0, battery: float = 0.0) -> MeterSample:
    """Return a reading of a home that leaves so much before cars and Powerwall, which gives `battery`."""
    return MeterSample(
        as_of=NOON,
        grid_power=taken - surplus - battery,
        solar_power=max(0.0, surplus) + 400.0,
        battery_power=battery,
        battery_level=level,
        on_grid=True,
    )


def left_for_cars(priority: BatteryPriority, *, surplus: float, level: float, **changes: Any) -> float:
    """Return what a home leaves for cars, W."""
    inputs = replace(
        some_inputs(),
        meter=sample(surplus=surplus, level=level),
        place=PlaceSettings(battery_priority=priority),
        **changes,
    )
    found = decide(inputs, Memory()).surplus
    assert found is not None
    return found


def powerwall(home: Home, *, most: float = 5000.0) -> None:
    """Let the Powerwall even out what is there, then let 10 s pass."""
    assert home.battery_level is not None
    taken = sum(car.power or 0.0 for car in home.cars.values())
    over = taken - home.surplus
    if over > 0.0:
        home.battery_power = min(over, most) if home.battery_level > 0.0 else 0.0
    else:
        home.battery_power = max(over, -most) if home.battery_level < 100.0 else 0.0
    home.step()


def at_home(priority: BatteryPriority, level: float, **settings: Any) -> Home:
    """Return a home with a Powerwall and one car."""
    home = Home.with_car(**settings)
    home.battery_level, home.on_grid = level, True
    home.place = PlaceSettings(battery_priority=priority)
    return home


def test_battery_first_gives_the_car_what_the_powerwall_cannot_take() -> None:
    assert left_for_cars(FIRST, surplus=3000.0, level=50.0) == pytest.approx(0.0)
    # However sunny the rest of the day will be.
    sunny = left_for_cars(FIRST, surplus=3000.0, level=50.0, solar_left_today=90_000.0)
    assert sunny == pytest.approx(0.0)
    assert left_for_cars(FIRST, surplus=7000.0, level=50.0) == pytest.approx(2000.0)
    assert left_for_cars(FIRST, surplus=3000.0, level=100.0) == pytest.approx(3000.0)
    nearly = left_for_cars(FIRST, surplus=3000.0, level=96.0)
    assert 0.0 < nearly < 3000.0


def test_a_margin_is_left_to_the_grid_beside_a_powerwall_too() -> None:
    def left(margin: float) -> float:
        place = PlaceSettings(battery_priority=CAR, margin=margin)
        inputs = replace(some_inputs(), meter=sample(surplus=3000.0, level=50.0), place=place)
        found = decide(inputs, Memory()).surplus
        assert found is not None
        return found

    assert left(500.0) == pytest.approx(2500.0)
    assert left(-500.0) == pytest.approx(3500.0)


def test_battery_first_says_so() -> None:
    home = at_home(FIRST, 50.0)
    home.surplus = 3000.0
    for _ in range(60):
        powerwall(home)
    assert home.told == []
    assert home.last is not None
    assert only(home.last).reason is Reason.BATTERY_FIRST
    home.battery_level = 100.0
    for _ in range(60):
        powerwall(home)
    assert home.state() is ChargingState.CHARGING


def test_car_first_takes_also_what_now_goes_into_the_powerwall() -> None:
    home = at_home(CAR, 50.0)
    home.surplus = 3000.0
    for _ in range(90):
        powerwall(home)
    assert home.state() is ChargingState.CHARGING
    assert 12 <= (home.car.requested_current or 0) <= 13
    assert abs(home.battery_power or 0.0) < 2 * VOLTS


def test_full_by_sunset_gives_the_car_what_the_rest_of_the_day_can_spare() -> None:
    plenty = left_for_cars(SUNSET, surplus=4000.0, level=70.0, solar_left_today=60_000.0)
    some = left_for_cars(SUNSET, surplus=4000.0, level=70.0, solar_left_today=15_000.0)
    little = left_for_cars(SUNSET, surplus=4000.0, level=70.0, solar_left_today=6_000.0)
    assert 4000.0 > plenty > some > little == pytest.approx(0.0)
    assert plenty > 3000.0


def test_full_by_sunset_is_careful_where_nobody_knows_the_day() -> None:
    """Without forecast and trace, or with too little in it at all, the Powerwall comes first."""
    assert left_for_cars(SUNSET, surplus=4000.0, level=70.0) == pytest.approx(0.0)
    assert left_for_cars(SUNSET, surplus=4000.0, level=10.0, solar_left_today=60_000.0) == pytest.approx(0.0)
    late = left_for_cars(SUNSET, surplus=4000.0, level=70.0, solar_left_today=60_000.0, sunset=NOON - 1.0)
    assert late == pytest.approx(0.0)


def days_of(surplus: float, days: int, memory: Memory) -> Memory:
    """Let days pass that leave so much from eight to eight, five minutes at a time."""
    for day in range(days):
        rises = NOON - 6 * HOUR + day * 24 * HOUR
        for step in range(14 * 12):
            now = rises + 300.0 * step
            inputs = replace(
                some_inputs(),
                now=now,
                day=DAY + day,
                meter=replace(sample(surplus=surplus, level=50.0), as_of=now),
                sunrise=rises,
                sunset=rises + 14 * HOUR,
            )
            memory = decide(inputs, memory).memory
    return memory


def test_full_by_sunset_knows_past_days_where_there_is_no_forecast() -> None:
    def spared(memory: Memory) -> float:
        now = NOON + 2 * 24 * HOUR
        inputs = replace(
            some_inputs(),
            now=now,
            day=DAY + 2,
            meter=replace(sample(surplus=4000.0, level=70.0), as_of=now),
            sunrise=now - 6 * HOUR,
            sunset=now + 8 * HOUR,
        )
        found = decide(inputs, memory).surplus
        assert found is not None
        return found

    sunny, dull = spared(days_of(6000.0, 2, Memory())), spared(days_of(700.0, 2, Memory()))
    assert sunny > 1000.0
    assert dull < sunny
    assert spared(Memory()) == pytest.approx(0.0)
    # One dull day after many sunny ones does not make them forgotten.
    mixed = Memory.from_dict(days_of(6000.0, 2, Memory()).as_dict())
    assert spared(mixed) == pytest.approx(sunny)


def test_the_trace_of_a_day_is_a_mean_of_the_days_before() -> None:
    memory = days_of(6000.0, 3, Memory())
    (most, *_), total = memory.place.usual, sum(memory.place.usual)
    assert most > 0.0
    # What a reading says counts for three minutes at most, here of five.
    assert total == pytest.approx(14 * 6000.0 * 0.6, rel=0.05)


@pytest.mark.parametrize(
    "mode", [Mode.NOW, Mode.SOLAR_AND_MINIMUM, Mode.SOLAR_ONLY, Mode.SCHEDULED, Mode.READY_BY]
)
def test_no_mode_drains_the_powerwall_below_its_reserve(mode: Mode) -> None:
    settings = CarSettings(
        mode=mode,
        min_current=8,
        cheap_price=1.0,
        ready_by=NOON + HOUR,
        grid_limit=60 if mode is Mode.NOW else 0,
    )
    home = Home(
        cars={"car": charging(16, settings=settings)}, surplus=-500.0, battery_level=19.0, on_grid=True
    )
    home.place = PlaceSettings(battery_reserve=20.0)
    # It gives what it should not: firmware and storms know why.
    for _ in range(12):
        home.battery_power = min(4000.0, max(0.0, 500.0 + (home.car.power or 0.0)))
        home.step()
    assert home.state() is ChargingState.STOPPED
    assert home.last is not None


def test_a_powerwall_that_holds_its_reserve_lets_a_car_charge_from_the_grid() -> None:
    home = at_home(SUNSET, 19.0, mode=Mode.NOW)
    home.surplus, home.battery_power = -500.0, 0.0
    home.run(600)
    assert home.state() is ChargingState.CHARGING
    assert home.car.requested_current == 32


def test_a_car_that_may_not_start_for_the_reserve_says_so() -> None:
    home = at_home(SUNSET, 15.0, mode=Mode.NOW)
    home.surplus, home.battery_power = -500.0, 500.0
    told = home.run(600)
    assert home.told == []
    assert told.reason is Reason.BATTERY_RESERVE


def test_a_powerwall_that_evens_out_saves_commands() -> None:
    def commands(level: float | None) -> int:
        car = charging(12, settings=CarSettings(floor_policy=FloorPolicy.FIVE_AMPS))
        home = Home(cars={"car": car}, place=PlaceSettings(battery_priority=CAR), battery_level=level)
        for index in range(720):
            home.surplus = (12 + 2 * (-1) ** (index // 12)) * VOLTS
            if level is None:
                home.step()
            else:
                powerwall(home)
        return len(home.told)

    assert commands(60.0) < 0.5 * commands(None)


def outage(level: float | None, surplus: float, *, mode: Mode = Mode.SOLAR_ONLY, amps: int = 16) -> Home:
    """Return a home that was cut off while its car charged."""
    home = Home(cars={"car": charging(amps, settings=CarSettings(mode=mode))}, surplus=surplus)
    home.battery_level, home.on_grid = level, False
    home.place = PlaceSettings(off_grid_reserve=50.0, battery_priority=CAR)
    for _ in range(30):
        home.battery_power = sum(car.power or 0.0 for car in home.cars.values()) - surplus
        home.step()
    return home


@pytest.mark.parametrize("mode", [Mode.NOW, Mode.SOLAR_AND_MINIMUM, Mode.SOLAR_ONLY])
def test_off_grid_below_the_reserve_every_car_stops(mode: Mode) -> None:
    for level in (40.0, 50.0, None):
        home = outage(level, 3000.0, mode=mode)
        assert home.state() is ChargingState.STOPPED
        assert home.last is not None
        assert only(home.last).reason is Reason.OFF_GRID
        assert home.count(CommandKind.START) == 0


@pytest.mark.parametrize("mode", [Mode.NOW, Mode.SOLAR_AND_MINIMUM, Mode.SOLAR_ONLY])
def test_off_grid_above_the_reserve_a_car_takes_the_surplus_alone(mode: Mode) -> None:
    home = outage(80.0, 2500.0, mode=mode)
    assert home.state() is ChargingState.CHARGING
    assert 8 <= (home.car.requested_current or 0) <= 10
    home = outage(80.0, -500.0, mode=mode)
    assert home.state() is ChargingState.STOPPED


def test_off_grid_at_its_lowest_current_a_car_stops_when_the_sun_goes() -> None:
    home = outage(80.0, 300.0, amps=1)
    home.surplus = -200.0
    for _ in range(12):
        home.battery_power = (home.car.power or 0.0) + 200.0
        home.step()
    assert home.state() is ChargingState.STOPPED
    assert home.count(CommandKind.STOP) == 1


def test_off_grid_no_limit_of_charge_is_raised() -> None:
    home = Home.with_car(charging(5), solar_limit=95)
    home.battery_level, home.on_grid, home.battery_power = 80.0, False, 0.0
    home.surplus = 5 * VOLTS
    home.run(120)
    assert home.count(CommandKind.SET_LIMIT) == 0


def test_back_on_the_grid_the_mode_counts_again() -> None:
    home = outage(40.0, 3000.0, mode=Mode.NOW)
    home.on_grid, home.battery_power = True, 0.0
    home.run(400)
    assert home.state() is ChargingState.CHARGING
    assert home.car.requested_current == 32


def test_a_level_that_nobody_knows_is_no_powerwall() -> None:
    inputs: Inputs = some_inputs(charging(20), surplus=2300.0)
    assert inputs.meter is not None
    meter = replace(inputs.meter, battery_power=0.0, battery_level=None)
    (action, *_) = only(decide(replace(inputs, meter=meter), Memory())).actions
    assert action.value == 10


def test_what_comes_from_the_powerwall_is_no_surplus() -> None:
    """A home battery drained into the car is what people complain about most."""
    home = Home(cars={"car": charging(10)}, surplus=-300.0, battery_level=90.0, on_grid=True)
    home.place = PlaceSettings(battery_priority=CAR)
    for _ in range(360):
        powerwall(home)
    assert home.imported == pytest.approx(0.0, abs=1.0)
    assert home.state() is ChargingState.STOPPED


def test_a_sleeping_car_waits_for_a_surplus_beyond_the_powerwall() -> None:
    home = Home(cars={"car": a_car(asleep=True)}, surplus=3000.0, battery_level=40.0, on_grid=True)
    home.place = PlaceSettings(battery_priority=FIRST)
    for _ in range(60):
        powerwall(home)
    assert home.count(CommandKind.WAKE) == 0


@pytest.mark.parametrize(("level", "amps"), [(20.0, 10), (60.0, 11)])
def test_what_an_empty_powerwall_cannot_give_is_not_asked_of_the_grid(level: float, amps: int) -> None:
    home = at_home(CAR, level)
    home.surplus = 10.5 * VOLTS
    for _ in range(180):
        powerwall(home)
    assert home.car.requested_current == amps


def test_what_a_powerwall_evens_out_is_followed_less_often() -> None:
    def moves(home: Home) -> int:
        home.cars["car"] = charging(20)
        for index in range(720):
            home.surplus = (17 if index // 18 % 2 else 23) * VOLTS
            if home.battery_level is None:
                home.step()
            else:
                powerwall(home)
        return len(home.told)

    assert moves(at_home(CAR, 60.0)) < moves(Home())
