"""What each mode asks for, and the limits of charging."""

from dataclasses import replace
from typing import Any

import pytest

from custom_components.tesla_home_energy.surplus import (
    CarSettings,
    ChargingState,
    CommandKind,
    Inputs,
    Memory,
    Mode,
    PowerPeriod,
    PricePeriod,
    Reason,
    Window,
    decide,
)

from .world import NOON, Home, a_car, charging, kinds, only, some_inputs

HOUR = 3600.0


def test_now_charges_with_all_the_car_takes() -> None:
    home = Home.with_car(mode=Mode.NOW)
    told = home.run(60)
    assert home.car.requested_current == 32
    assert home.state() is ChargingState.CHARGING
    assert told.reason is Reason.NOW


def test_now_raises_a_car_that_charges_already() -> None:
    home = Home.with_car(charging(6), mode=Mode.NOW)
    home.run(30)
    assert home.car.requested_current == 32


def test_the_owner_may_allow_less_than_car_and_cable() -> None:
    home = Home.with_car(mode=Mode.NOW, max_current=20)
    home.run(60)
    assert home.car.requested_current == 20


def test_unknown_maximum_is_taken_for_sixteen_amperes() -> None:
    def target(**settings: Any) -> int | None:
        car = a_car(max_current=None, settings=CarSettings(mode=Mode.NOW, **settings))
        return only(decide(some_inputs(car), Memory())).target_current

    assert target() == 16
    assert target(max_current=10) == 10
    assert target(max_current=40) == 16


def test_scheduled_charges_in_its_windows_and_follows_the_sun_else() -> None:
    window = Window(start=NOON + 600.0, end=NOON + 1200.0)
    home = Home.with_car(mode=Mode.SCHEDULED, windows=(window,))
    told = home.run(300)
    assert told.reason is Reason.WAITING_FOR_SURPLUS
    assert home.last is not None
    told = home.run(400)
    assert told.reason is Reason.IN_WINDOW
    assert told.next_change_at == window.end
    assert home.state() is ChargingState.CHARGING
    home.run(7200)
    assert home.state() is ChargingState.STOPPED


def test_the_next_look_is_no_later_than_the_next_window() -> None:
    window = Window(start=NOON + 100.0, end=NOON + 1200.0)
    car = a_car(settings=CarSettings(mode=Mode.SCHEDULED, windows=(window,)))
    decision = decide(some_inputs(car), Memory())
    assert decision.look_again_at == window.start


@pytest.mark.parametrize(("price", "reason"), [(0.1, Reason.CHEAP_PRICE), (0.2, Reason.WAITING_FOR_SURPLUS)])
def test_cheap_hours_are_used(price: float, reason: Reason) -> None:
    car = a_car(settings=CarSettings(mode=Mode.SCHEDULED, cheap_price=0.15))
    periods = (
        PricePeriod(start=NOON - HOUR, end=NOON, price=0.05),
        PricePeriod(start=NOON, end=NOON + HOUR, price=price),
    )
    # The start itself waits until another car's is through; nobody else is here.
    told = only(decide(some_inputs(car, prices=periods), Memory()))
    assert told.reason is reason
    assert bool(told.actions) is (reason is Reason.CHEAP_PRICE)


def test_the_grid_keeps_a_minimum_in_every_mode() -> None:
    home = Home.with_car(a_car(state_of_charge=40.0), grid_limit=50)
    told = home.run(60)
    assert told.reason is Reason.BELOW_GRID_LIMIT
    assert told.numbers["limit"] == 50
    assert home.state() is ChargingState.CHARGING
    home.change(state_of_charge=50.0)
    home.surplus = -2000.0
    home.run(7200)
    assert home.state() is ChargingState.STOPPED


def test_sun_charges_up_to_its_own_limit() -> None:
    home = Home.with_car(a_car(state_of_charge=60.0), solar_limit=90)
    home.surplus = 5000.0
    home.run(200)
    assert home.car.charge_limit == 90
    home.change(state_of_charge=90.0)
    told = home.run(60)
    assert told.reason is Reason.SOLAR_LIMIT_REACHED
    assert home.state() is ChargingState.STOPPED
    # The owner's limit comes back with the stop.
    assert home.car.charge_limit == 80
    before = len(home.told)
    home.run(3600)
    assert len(home.told) == before


def test_a_full_car_is_left_alone_unless_the_sun_may_give_more() -> None:
    home = Home.with_car(a_car(charging_state=ChargingState.COMPLETE, state_of_charge=80.0))
    home.surplus = 6000.0
    told = home.run(1200)
    assert home.told == []
    assert told.reason is Reason.COMPLETE
    car = a_car(
        charging_state=ChargingState.COMPLETE, state_of_charge=80.0, settings=CarSettings(solar_limit=90)
    )
    home = Home(cars={"car": car}, surplus=6000.0)
    home.run(300)
    assert home.count(CommandKind.START) == 1


def ready(level: float, hours: float, **changes: Any) -> Inputs:
    """Return a home whose car has to be at 80 % in so many hours."""
    settings = CarSettings(mode=Mode.READY_BY, ready_by=NOON + hours * HOUR, ready_target=80)
    car = a_car(state_of_charge=level, settings=settings)
    return replace(some_inputs(car), **changes)


def test_ready_by_charges_at_once_when_there_is_no_time_to_lose() -> None:
    told = only(decide(ready(20.0, 6.0), Memory()))
    assert told.reason is Reason.READY_BY_GRID
    assert told.actions


def test_ready_by_waits_for_the_latest_hours_without_prices() -> None:
    told = only(decide(ready(60.0, 12.0), Memory()))
    assert told.reason is Reason.WAITING_FOR_SURPLUS
    assert told.actions == ()
    # 15 kWh through 7.36 kW and a tenth lost, half an hour to spare: some nine hours from now.
    later = ready(60.0, 12.0, now=NOON + 9.5 * HOUR, sunset=NOON + 8 * HOUR)
    assert later.meter is not None
    later = replace(later, meter=replace(later.meter, as_of=later.now))
    assert only(decide(later, Memory())).reason is Reason.READY_BY_GRID


def test_ready_by_takes_the_cheapest_hours() -> None:
    prices = tuple(
        PricePeriod(
            start=NOON + hour * HOUR, end=NOON + (hour + 1) * HOUR, price=0.1 if hour in {0, 1} else 0.3
        )
        for hour in range(12)
    )
    told = only(decide(ready(60.0, 12.0, prices=prices), Memory()))
    assert told.reason is Reason.READY_BY_GRID
    assert told.next_change_at == NOON + 2 * HOUR
    dear = tuple(replace(period, price=0.4 - period.price) for period in prices)
    told = only(decide(ready(60.0, 12.0, prices=dear), Memory()))
    assert told.reason is Reason.WAITING_FOR_SURPLUS


def test_ready_by_puts_times_of_unknown_price_last() -> None:
    known = (PricePeriod(start=NOON, end=NOON + 2.5 * HOUR, price=0.5),)
    assert only(decide(ready(60.0, 12.0, prices=known), Memory())).reason is Reason.READY_BY_GRID


def test_ready_by_counts_on_the_sun_as_far_as_it_goes() -> None:
    without = only(decide(ready(40.0, 5.0), Memory()))
    assert without.reason is Reason.READY_BY_GRID
    for changes in (
        {"solar_left_today": 60_000.0},
        {"forecast": (PowerPeriod(start=NOON - HOUR, end=NOON + 7 * HOUR, power=8000.0),)},
    ):
        told = only(decide(ready(40.0, 5.0, **changes), Memory()))
        assert told.reason is Reason.WAITING_FOR_SURPLUS, changes
    past = (PowerPeriod(start=NOON - 2 * HOUR, end=NOON - HOUR, power=8000.0),)
    assert only(decide(ready(40.0, 5.0, forecast=past), Memory())).reason is Reason.READY_BY_GRID
    night = ready(40.0, 5.0, solar_left_today=60_000.0, sunset=NOON - HOUR)
    assert only(decide(night, Memory())).reason is Reason.READY_BY_GRID


@pytest.mark.parametrize(
    "inputs",
    [
        ready(85.0, 6.0),
        ready(60.0, -1.0),
        replace(ready(60.0, 6.0), cars=(a_car(settings=CarSettings(mode=Mode.READY_BY)),)),
    ],
)
def test_ready_by_follows_the_sun_where_nothing_is_missing_or_known(inputs: Inputs) -> None:
    assert only(decide(inputs, Memory())).reason is Reason.WAITING_FOR_SURPLUS


def test_ready_by_raises_a_limit_that_is_too_low() -> None:
    settings = CarSettings(mode=Mode.READY_BY, ready_by=NOON + HOUR, ready_target=95)
    told = only(decide(some_inputs(charging(32, settings=settings)), Memory()))
    assert kinds(told) == [("set_limit", 95)]


def test_ready_by_knows_how_slowly_a_car_charges() -> None:
    """With 6 A it takes all night, through a cable for 6 A as well, and on three phases a third of that."""

    def reason(**changes: Any) -> Reason:
        inputs = ready(60.0, 12.0)
        (car,) = inputs.cars
        most = changes.pop("wished", None)
        car = replace(car, settings=replace(car.settings, max_current=most), **changes)
        return only(decide(replace(inputs, cars=(car,)), Memory())).reason

    assert reason() is Reason.WAITING_FOR_SURPLUS
    assert reason(wished=6) is Reason.READY_BY_GRID
    assert reason(max_current=6) is Reason.READY_BY_GRID
    assert reason(max_current=6, wished=32) is Reason.READY_BY_GRID
    assert reason(max_current=6, phases=3) is Reason.WAITING_FOR_SURPLUS
    assert reason(max_current=8, voltage=120.0) is Reason.READY_BY_GRID
    assert reason(max_current=None) is Reason.WAITING_FOR_SURPLUS
