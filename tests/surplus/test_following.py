"""Cars follow the surplus: up, down, start, stop, and no command that is worth less than it costs."""

from dataclasses import replace
from itertools import pairwise

import pytest

from custom_components.tesla_home_energy.surplus import (
    Budget,
    CarSettings,
    ChargingState,
    CommandKind,
    FloorPolicy,
    Memory,
    Mode,
    PlaceSettings,
    PricePeriod,
    Reason,
    decide,
)

from .world import NOON, Home, a_car, charging, kinds, only, some_inputs


def test_a_great_change_is_followed_with_the_first_reading() -> None:
    home = Home(cars={"car": charging(20)}, surplus=20 * 230.0)
    home.run(60)
    assert home.told == []
    home.surplus = 6 * 230.0
    home.run(20)
    assert [action.value for _, _, action in home.told] == [6]


def test_a_small_change_is_followed_only_once_it_has_lasted() -> None:
    home = Home(cars={"car": charging(20)}, surplus=20 * 230.0)
    home.run(60)
    home.surplus = 21.2 * 230.0
    home.run(30)
    assert home.told == []
    home.run(300)
    assert [action.value for _, _, action in home.told] == [21]


def test_noise_around_the_present_current_sends_nothing() -> None:
    home = Home(cars={"car": charging(20)})
    for index in range(200):
        home.surplus = (20.1 + 0.3 * (-1) ** index) * 230.0
        home.step()
    assert home.told == []


def test_a_lack_of_less_than_half_an_ampere_is_left() -> None:
    home = Home(cars={"car": charging(20)}, surplus=19.8 * 230.0)
    home.run(1800)
    assert home.told == []


def test_down_is_quick_and_up_is_no_quicker_where_it_matters() -> None:
    def reaction(amps: float) -> float:
        home = Home(cars={"car": charging(20)}, surplus=20 * 230.0)
        home.run(60)
        begun = home.now
        home.surplus = amps * 230.0
        home.run(900)
        return home.told[0][0] - begun

    for change in (4.0, 8.0, 12.0):
        assert reaction(20.0 - change) <= 20.0
        assert reaction(20.0 - change) <= reaction(20.0 + change)
    # What is some hundred watts is not left for long either.
    assert reaction(17.7) <= 300.0


def test_a_dear_command_is_sent_less_often() -> None:
    def commands(price: float) -> int:
        home = Home(cars={"car": charging(20)}, budget=Budget(command_price=price))
        for index in range(360):
            home.surplus = (20 + 3 * (index // 12 % 2)) * 230.0
            home.step()
        return len(home.told)

    assert commands(0.0005) > commands(0.004) > commands(0.05) == 0


def test_the_same_reading_is_not_acted_on_twice() -> None:
    inputs = some_inputs(charging(20), surplus=5 * 230.0)
    first = decide(inputs, Memory())
    assert kinds(only(first)) == [("set_current", 5)]
    again = decide(replace(inputs, now=NOON + 10.0), first.memory)
    assert only(again).actions == ()


def test_a_reading_that_was_seen_moves_nobody() -> None:
    """A car that comes later waits for the next one, lest two of them take the same surplus."""
    inputs = some_inputs(charging(20), surplus=5 * 230.0)
    seen = decide(replace(inputs, cars=()), Memory()).memory
    assert only(decide(inputs, seen)).actions == ()
    assert inputs.meter is not None
    fresh = replace(inputs, now=NOON + 10.0, meter=replace(inputs.meter, as_of=NOON + 10.0))
    assert kinds(only(decide(fresh, seen))) == [("set_current", 5)]


def test_what_is_on_its_way_counts_as_done() -> None:
    inputs = some_inputs(charging(20), surplus=8 * 230.0)
    first = decide(inputs, Memory())
    # The next sample still has the old current in it.
    assert inputs.meter is not None
    late = replace(inputs, now=NOON + 10.0, meter=replace(inputs.meter, as_of=NOON + 10.0))
    assert kinds(only(first)) == [("set_current", 8)]
    assert only(decide(late, first.memory)).actions == ()


def test_below_five_amps_the_same_current_is_sent_twice() -> None:
    home = Home(cars={"car": charging(9)}, surplus=3.2 * 230.0)
    home.run(60)
    assert [action.value for _, _, action in home.told] == [3, 3]
    assert home.car.requested_current == 3


def test_five_amps_are_the_floor_where_the_owner_wants_so() -> None:
    home = Home.with_car(charging(9), floor_policy=FloorPolicy.FIVE_AMPS)
    home.surplus = 3.2 * 230.0
    home.run(120)
    assert [action.value for _, _, action in home.told] == [5]


def test_the_ramp_of_the_sun_is_carried_on() -> None:
    """Sun goes in ramps: the current meets it where it will be."""
    home = Home(cars={"car": charging(20)}, surplus=20 * 230.0)
    home.run(60)
    for _ in range(3):
        home.surplus -= 600.0
        home.solar -= 600.0
        home.step()
    first = home.told[0][2]
    assert first.value is not None
    assert first.value * 230.0 < home.surplus


def test_a_car_starts_once_the_surplus_has_lasted() -> None:
    home = Home(surplus=3000.0)
    home.step()
    assert home.told == []
    told = home.run(120)
    assert home.count(CommandKind.START) == 1
    assert home.state() is ChargingState.CHARGING
    assert home.car.requested_current == 13
    assert told.reason is Reason.FOLLOWING


def test_a_start_never_begins_below_five_amps() -> None:
    home = Home(cars={"car": a_car(requested_current=16)}, surplus=500.0)
    home.run(1200)
    values = [action.value for _, _, action in home.told]
    assert values[:2] == [5, None]
    assert home.car.requested_current == 2


def test_a_sleeping_car_is_woken_and_then_started() -> None:
    home = Home(cars={"car": a_car(asleep=True)}, surplus=4000.0)
    home.run(200)
    order = [action.kind for _, _, action in home.told]
    assert order[0] is CommandKind.WAKE
    assert CommandKind.START in order
    assert home.count(CommandKind.WAKE) == 1


def test_a_car_that_does_not_wake_is_asked_twice_a_day() -> None:
    home = Home(cars={"car": a_car(asleep=True)}, surplus=4000.0, deaf=True)
    told = home.run(3600)
    assert home.count(CommandKind.WAKE) == 2
    assert told.reason is Reason.ASLEEP


def test_a_short_lack_of_sun_is_held_through_at_the_lowest_current() -> None:
    home = Home(cars={"car": charging(10)}, surplus=2300.0)
    home.run(60)
    home.surplus = -500.0
    told = home.run(300)
    assert home.count(CommandKind.STOP) == 0
    assert home.car.requested_current == 1
    assert told.reason is Reason.HOLDING_MINIMUM
    assert told.numbers["until"] > home.now


def test_a_long_lack_of_sun_stops_the_car() -> None:
    home = Home.with_car(charging(10), floor_policy=FloorPolicy.FIVE_AMPS)
    home.surplus = -500.0
    told = home.run(3600)
    assert home.count(CommandKind.STOP) == 1
    assert told.reason is Reason.WAITING_FOR_SURPLUS


def test_at_nightfall_a_stop_comes_sooner() -> None:
    def stopped_after(hours: float) -> float:
        home = Home.with_car(charging(5), floor_policy=FloorPolicy.FIVE_AMPS)
        home.sunset = NOON + hours * 3600.0
        home.surplus = -200.0
        home.run(3600)
        return next(at for at, _, action in home.told if action.kind is CommandKind.STOP) - NOON

    assert stopped_after(0.2) < stopped_after(8.0)


def test_without_a_wake_left_the_car_is_not_stopped_in_daylight() -> None:
    def stops(wakes: int) -> int:
        home = Home.with_car(charging(5), floor_policy=FloorPolicy.FIVE_AMPS)
        home.budget = Budget(wakes_left_today=wakes)
        home.surplus = -200.0
        home.run(5400)
        return home.count(CommandKind.STOP)

    assert stops(2) == 1
    assert stops(1) == 1
    assert stops(0) == 0


def test_a_late_little_surplus_starts_nothing() -> None:
    home = Home(surplus=400.0, sunset=NOON + 900.0)
    told = home.run(800)
    assert home.told == []
    assert told.reason is Reason.WAITING_FOR_SURPLUS


def test_starts_are_limited_to_so_many_a_day() -> None:
    home = Home.with_car(starts_per_day=1)
    home.surplus = 4000.0
    home.run(200)
    home.surplus = -4000.0
    home.run(7200)
    home.surplus = 4000.0
    told = home.run(3600)
    assert home.count(CommandKind.START) == 1
    assert told.reason is Reason.STARTS_LIMIT


def test_between_two_starts_lie_minutes() -> None:
    home = Home(surplus=6000.0, deaf=True)
    home.run(1500)
    starts = [at for at, _, action in home.told if action.kind is CommandKind.START]
    assert len(starts) > 1
    assert min(after - before for before, after in pairwise(starts)) >= 300.0


def test_a_margin_is_left_to_the_grid_or_taken_from_it() -> None:
    def current(margin: float) -> int | None:
        home = Home(cars={"car": charging(10)}, surplus=2300.0, place=PlaceSettings(margin=margin))
        home.run(600)
        return home.car.requested_current

    assert current(460.0) == 8
    assert current(0.0) == 10
    assert current(-460.0) == 12


def test_half_sun_is_enough_where_the_owner_says_so() -> None:
    home = Home(cars={"car": charging(10)}, surplus=2300.0, place=PlaceSettings(solar_share=0.5))
    home.run(300)
    assert home.car.requested_current == 20


def test_solar_and_minimum_starts_and_stays_without_sun() -> None:
    home = Home.with_car(mode=Mode.SOLAR_AND_MINIMUM, min_current=6)
    home.surplus = -300.0
    told = home.run(7200)
    assert home.count(CommandKind.STOP) == 0
    assert home.car.requested_current == 6
    assert told.target_current == 6


def test_with_the_budget_spent_only_the_floor_and_a_stop_are_left() -> None:
    home = Home(cars={"car": charging(20)}, budget=Budget(commands_left_month=3), surplus=20 * 230.0)
    home.run(60)
    home.surplus = 28 * 230.0
    home.run(600)
    assert home.told == []
    home.surplus = 10 * 230.0
    home.run(600)
    assert [action.value for _, _, action in home.told] == [1, 1]
    home.surplus = -3000.0
    home.run(7200)
    assert home.told[-1][2].kind is CommandKind.STOP


def test_with_the_budget_spent_nothing_starts() -> None:
    home = Home(surplus=5000.0, budget=Budget(commands_left_month=3))
    told = home.run(600)
    assert home.told == []
    assert told.reason is Reason.COMMANDS_LIMIT


def test_a_day_has_no_more_commands_than_its_owner_allows() -> None:
    home = Home(cars={"car": charging(20)}, place=PlaceSettings(commands_per_day=12))
    for index in range(2160):
        home.surplus = (8 if index // 30 % 2 else 25) * 230.0 if index < 1440 else -2000.0
        home.step()
    assert 8 <= len(home.told) <= 12
    assert home.told[-1][2].kind is CommandKind.STOP
    home.day += 1
    home.surplus = 5000.0
    home.run(1800)
    assert home.count(CommandKind.START) == 1


def test_the_last_commands_may_raise_a_car_for_a_long_sun_and_still_bring_it_down() -> None:
    home = Home(cars={"car": charging(1)}, place=PlaceSettings(commands_per_day=4), surplus=20 * 230.0)
    home.run(7200)
    assert home.car.requested_current == 20
    home.surplus = 10 * 230.0
    home.run(3600)
    assert [action.value for _, _, action in home.told] == [20, 1, 1]
    home.surplus = -2000.0
    home.run(3600)
    assert home.told[-1][2].kind is CommandKind.STOP


def test_a_second_car_starts_only_if_the_first_can_still_be_brought_down() -> None:
    def starts(left: int) -> int:
        cars = {"a": charging(10, "a"), "b": a_car("b")}
        home = Home(cars=cars, surplus=9000.0, budget=Budget(commands_left_month=left, days_left=0.0))
        home.run(1200)
        return home.count(CommandKind.START)

    assert starts(7) == 0
    assert starts(40) == 1


def test_what_is_left_of_the_month_makes_commands_dearer() -> None:
    def commands(left: float | None) -> int:
        home = Home(cars={"car": charging(20)}, budget=Budget(commands_left_month=left, days_left=10.0))
        for index in range(360):
            home.surplus = (20 + 3 * (index // 12 % 2)) * 230.0
            home.step()
        return len(home.told)

    assert commands(None) > commands(250.0)


def test_an_hour_has_room_for_so_many_commands() -> None:
    home = Home(cars={"car": charging(20)}, place=PlaceSettings(commands_per_hour=6))
    for index in range(360):
        home.surplus = (8 if index // 6 % 2 else 25) * 230.0
        home.step()
    assert len(home.told) <= 6
    assert home.last is not None
    assert only(home.last).reason in {Reason.COMMANDS_LIMIT, Reason.FOLLOWING}


def test_shadow_mode_decides_and_remembers_nothing_of_it() -> None:
    inputs = some_inputs(charging(20), surplus=5 * 230.0, place=PlaceSettings(shadow=True))
    decision = decide(inputs, Memory())
    assert kinds(only(decision)) == [("set_current", 5)]
    assert only(decision).target_current == 5
    assert decision.memory.cars["car"].told_current is None


def test_energy_is_divided_into_sun_and_rest() -> None:
    home = Home(cars={"car": charging(20)}, surplus=20 * 230.0)
    home.step()
    home.surplus = 10 * 230.0
    told = home.run(10)
    assert told.energy == pytest.approx(20 * 230.0 / 360.0)
    assert told.solar_energy == pytest.approx(10 * 230.0 / 360.0)


def test_what_comes_next_is_said() -> None:
    home = Home(cars={"car": charging(20)}, surplus=20 * 230.0)
    home.run(60)
    home.surplus = 21.2 * 230.0
    told = home.run(20)
    assert told.next_change_at is not None
    assert told.next_change_at > home.now
    assert home.last is not None
    assert home.last.look_again_at > home.now
    assert home.last.surplus == pytest.approx(21.2 * 230.0)


def test_prices_say_what_a_step_is_worth() -> None:
    """With power that is nearly given away, a command has to earn more."""

    def commands(price: float) -> int:
        memory, sent = Memory(), 0
        for index in range(30):
            now = NOON + 10.0 * index
            inputs = some_inputs(charging(20, as_of=now), surplus=23 * 230.0)
            assert inputs.meter is not None
            inputs = replace(
                inputs,
                now=now,
                meter=replace(inputs.meter, as_of=now),
                prices=(PricePeriod(start=NOON, end=NOON + 3600.0, price=price),),
                feed_in_price=0.08,
            )
            decision = decide(inputs, memory)
            memory = decision.memory
            sent += len(only(decision).actions)
            if sent:
                return index
        return 99

    assert commands(0.50) < commands(0.09)


def test_penalty_and_value_may_be_set() -> None:
    home = Home(cars={"car": charging(20)}, place=PlaceSettings(solar_value=0.01, grid_penalty=10.0))
    home.surplus = 19.5 * 230.0
    home.run(30)
    assert home.car.requested_current == 19


def test_two_cars_share_with_one_start_at_a_time() -> None:
    home = Home(cars={"a": a_car("a"), "b": a_car("b")}, surplus=6000.0)
    home.run(1200)
    starts = [at for at, _, action in home.told if action.kind is CommandKind.START]
    assert len(starts) == 2
    assert starts[1] - starts[0] >= 20.0
    amps = [car.requested_current or 0 for car in home.cars.values()]
    assert sum(amps) == pytest.approx(26, abs=1)
    assert all(car.charging_state is ChargingState.CHARGING for car in home.cars.values())


def test_the_car_with_priority_keeps_its_current_when_sun_goes() -> None:
    first = charging(10, "first", settings=CarSettings(priority=1))
    second = charging(10, "second", settings=CarSettings(priority=2))
    home = Home(cars={"second": second, "first": first}, surplus=4600.0)
    home.run(60)
    home.surplus = 3000.0
    home.run(60)
    assert home.cars["first"].requested_current == 10
    assert home.cars["second"].requested_current == 3
    home.surplus = 6000.0
    home.run(120)
    assert home.cars["first"].requested_current == 23


def test_equal_cars_meet() -> None:
    home = Home(cars={"a": charging(16, "a"), "b": charging(4, "b")}, surplus=4600.0)
    home.run(60)
    home.surplus = 7000.0
    home.run(120)
    assert home.cars["b"].requested_current == 15
    home.surplus = 4600.0
    home.run(120)
    assert home.cars["a"].requested_current == 5


def test_a_place_without_sun_sensor_follows_the_grid_alone() -> None:
    inputs = some_inputs(charging(20), surplus=5 * 230.0)
    assert inputs.meter is not None
    bare = replace(inputs, meter=replace(inputs.meter, solar_power=None, load_power=None))
    assert kinds(only(decide(bare, Memory()))) == [("set_current", 5)]


def test_without_sun_times_the_loop_works_as_well() -> None:
    bare = replace(some_inputs(charging(20), surplus=5 * 230.0), sunrise=None, sunset=None)
    assert kinds(only(decide(bare, Memory()))) == [("set_current", 5)]
    stopped = replace(bare, cars=(charging(5, settings=CarSettings(min_current=5)),))
    assert only(decide(stopped, Memory())).actions == ()
