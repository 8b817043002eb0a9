"""When nothing is sent: away, unknown, full, unplugged, changed by hand; and what the owner gets back."""

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest

from custom_components.tesla_home_energy.surplus import (
    CarMemory,
    CarSettings,
    ChargingState,
    CommandKind,
    Location,
    Memory,
    Mode,
    Outcome,
    Reason,
    decide,
    release,
)

from .world import DAY, NOON, VOLTS, Home, a_car, charging, kinds, only, some_inputs


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"location": Location.AWAY}, Reason.AWAY),
        ({"location": Location.AWAY, "plugged": False}, Reason.AWAY),
        ({"location": Location.UNKNOWN}, Reason.LOCATION_UNKNOWN),
        ({"direct_current": True}, Reason.DIRECT_CURRENT),
        ({"plugged": False}, Reason.UNPLUGGED),
        ({"charging_state": ChargingState.DISCONNECTED}, Reason.UNPLUGGED),
        ({"charging_state": ChargingState.COMPLETE}, Reason.COMPLETE),
        ({"charging_state": ChargingState.UNKNOWN}, Reason.STATE_UNKNOWN),
        ({"charging_state": ChargingState.NO_POWER}, Reason.STATE_UNKNOWN),
        ({"own_schedule": True}, Reason.OWN_SCHEDULE),
        ({"settings": CarSettings(mode=Mode.OFF)}, Reason.MODE_OFF),
    ],
)
@pytest.mark.parametrize("surplus", [-3000.0, 6000.0])
def test_a_car_that_is_not_ours_gets_no_command(
    changes: dict[str, Any], reason: Reason, surplus: float
) -> None:
    home = Home(cars={"car": a_car(**changes)}, surplus=surplus)
    told = home.run(3600)
    assert home.told == []
    assert told.reason is reason
    assert told.target_current is None


def follows(home: Home) -> Home:
    """Let the car follow the surplus for a while."""
    home.surplus = 4600.0
    home.run(400)
    assert home.state() is ChargingState.CHARGING
    home.told.clear()
    return home


def test_a_current_changed_in_the_app_pauses_until_unplugged() -> None:
    home = follows(Home())
    home.change(requested_current=7)
    home.surplus = 7000.0
    told = home.run(3600)
    assert home.told == []
    assert told.reason is Reason.CHANGED_BY_HAND
    assert told.commands_by_hand == 1
    home.change(plugged=False, charging_state=ChargingState.DISCONNECTED)
    assert home.run(60).commands_by_hand == 0
    home.change(plugged=True, charging_state=ChargingState.STOPPED)
    home.run(300)
    assert home.count(CommandKind.START) == 1


def test_a_stop_in_the_app_pauses() -> None:
    home = follows(Home())
    home.change(charging_state=ChargingState.STOPPED)
    told = home.run(3600)
    assert home.told == []
    assert told.reason is Reason.CHANGED_BY_HAND


def test_a_start_in_the_app_pauses() -> None:
    home = Home(surplus=-1000.0)
    home.run(600)
    home.change(charging_state=ChargingState.CHARGING)
    told = home.run(3600)
    assert home.told == []
    assert told.reason is Reason.CHANGED_BY_HAND


def test_a_limit_changed_in_the_app_pauses_where_it_was_ours() -> None:
    home = follows(Home.with_car(solar_limit=90))
    home.change(charge_limit=70)
    home.surplus = 7000.0
    told = home.run(600)
    assert home.told == []
    assert told.reason is Reason.CHANGED_BY_HAND


def test_a_car_that_begins_by_itself_when_plugged_in_is_taken_over() -> None:
    home = Home(surplus=2300.0)
    home.step()
    home.change(charging_state=ChargingState.CHARGING, requested_current=16)
    told = home.run(300)
    assert home.car.requested_current == 10
    assert told.commands_by_hand == 0


def test_a_mode_change_ends_a_pause() -> None:
    home = follows(Home())
    home.change(requested_current=7)
    home.run(600)
    home.change(settings=CarSettings(mode=Mode.NOW))
    home.run(60)
    assert home.car.requested_current == 32


def test_a_pause_may_end_by_itself() -> None:
    home = follows(Home.with_car(pause=1800.0))
    home.change(requested_current=7)
    told = home.run(600)
    assert told.reason is Reason.CHANGED_BY_HAND
    assert told.next_change_at == told.numbers["until"]
    home.run(1500)
    assert home.car.requested_current == 20


def test_a_lost_command_is_no_person_and_is_sent_again() -> None:
    home = follows(Home())
    home.deaf = True
    home.surplus = 2300.0
    home.run(60)
    home.deaf = False
    told = home.run(120)
    assert home.car.requested_current == 10
    assert told.commands_by_hand == 0


@pytest.mark.parametrize(("requested", "by_hand"), [(5, False), (7, True)])
def test_a_car_that_was_left_at_five_amperes_on_its_way_down_was_not_changed_by_hand(
    requested: int, by_hand: bool
) -> None:
    began = NOON - 600.0
    memory = CarMemory(
        mode="solar_only",
        session_started_at=began,
        started_at=began,
        told_charging=True,
        told_charging_at=began,
        told_charging_seen=True,
        # Of the two requests for 1 A only the first arrived, and the one for 19 A never did.
        previous_current=1,
        told_current=19,
        told_current_at=NOON - 60.0,
    )
    inputs = some_inputs(charging(requested), surplus=19 * VOLTS, day=DAY)
    told = only(decide(inputs, Memory(cars={"car": memory})))
    assert (told.reason is Reason.CHANGED_BY_HAND) == by_hand


def test_current_that_changes_all_the_time_is_charge_on_solar() -> None:
    home = follows(Home())
    told = home.run(10)
    for amps in (7, 9, 11, 13, 15):
        home.change(requested_current=amps)
        told = home.run(60)
    assert home.told == []
    assert told.reason is Reason.CHARGE_ON_SOLAR


def test_the_cars_own_schedule_takes_over() -> None:
    home = follows(Home())
    home.surplus = -4000.0
    home.run(7200)
    home.told.clear()
    home.change(charging_state=ChargingState.CHARGING, own_schedule=True)
    told = home.run(600)
    assert home.told == []
    assert told.reason is Reason.OWN_SCHEDULE


def test_unplugging_goes_back_to_the_default_mode_once() -> None:
    home = Home.with_car(mode=Mode.NOW)
    home.run(60)
    home.change(plugged=False, charging_state=ChargingState.DISCONNECTED)
    assert only(home.step()).back_to_default_mode
    assert not only(home.step()).back_to_default_mode


def test_a_car_that_drove_off_unseen_begins_anew() -> None:
    home = follows(Home())
    home.change(location=Location.AWAY, plugged=None, charging_state=ChargingState.STOPPED)
    home.run(600)
    home.change(location=Location.HOME, plugged=True)
    told = home.run(300)
    assert told.commands_by_hand == 0
    assert home.state() is ChargingState.CHARGING


def test_the_owners_current_comes_back_when_control_ends() -> None:
    home = follows(Home(cars={"car": a_car(requested_current=13)}))
    assert home.car.requested_current == 20
    home.change(settings=CarSettings(mode=Mode.OFF))
    told = home.run(10)
    assert told.reason is Reason.RESTORED
    assert home.car.requested_current == 13
    told = home.run(600)
    assert len(home.told) == 1
    assert told.reason is Reason.MODE_OFF


def test_the_owners_low_current_and_limit_come_back_too() -> None:
    home = follows(Home.with_car(a_car(requested_current=3), solar_limit=95))
    home.change(settings=CarSettings(mode=Mode.OFF))
    home.run(10)
    assert home.car.requested_current == 3
    assert home.car.charge_limit == 80


def test_release_gives_back_what_was_found() -> None:
    home = follows(Home(cars={"car": a_car(requested_current=13)}))
    decision = release(home.inputs(), home.memory)
    assert kinds(only(decision)) == [("set_current", 13)]
    assert only(release(home.inputs(), decision.memory)).actions == ()


def test_nothing_is_given_back_while_the_car_sleeps() -> None:
    home = follows(Home(cars={"car": a_car(requested_current=13)}))
    home.change(settings=CarSettings(mode=Mode.OFF), asleep=True)
    told = home.run(60)
    assert home.told == []
    assert told.reason is Reason.MODE_OFF
    home.change(asleep=False)
    home.run(20)
    assert home.car.requested_current == 13


def test_who_changed_the_current_keeps_it() -> None:
    home = follows(Home(cars={"car": a_car(requested_current=13)}))
    home.change(requested_current=7)
    home.run(60)
    home.change(settings=CarSettings(mode=Mode.OFF))
    home.run(60)
    assert home.told == []


def test_a_changed_limit_comes_back_on_unplugging_at_home() -> None:
    home = follows(Home.with_car(solar_limit=95))
    home.change(plugged=False, charging_state=ChargingState.DISCONNECTED)
    told = home.run(10)
    assert told.reason is Reason.RESTORED
    assert home.car.charge_limit == 80
    home.run(600)
    assert len(home.told) == 1


def test_an_unplugged_car_gets_its_limit_back_and_no_current() -> None:
    """Also where only its charging state says that it is unplugged."""
    home = follows(Home.with_car(a_car(requested_current=13), solar_limit=95))
    home.change(charging_state=ChargingState.DISCONNECTED)
    home.run(600)
    assert [(action.kind, action.value) for _, _, action in home.told] == [(CommandKind.SET_LIMIT, 80)]


def test_power_that_went_and_came_back_is_no_person() -> None:
    home = follows(Home())
    home.change(charging_state=ChargingState.NO_POWER)
    home.run(120)
    home.change(charging_state=ChargingState.CHARGING)
    told = home.run(120)
    assert told.commands_by_hand == 0
    assert told.reason is Reason.FOLLOWING


def test_what_is_refused_is_not_hammered() -> None:
    home = Home(cars={"car": charging(20)}, surplus=2300.0, outcome=Outcome.REFUSED)
    home.run(3600)
    assert len(home.told) <= 10
    home.outcome = Outcome.ACCEPTED
    home.run(1200)
    assert home.car.requested_current == 10


def test_once_tesla_answers_again_a_car_is_lowered_within_a_minute_or_two() -> None:
    home = Home(cars={"car": charging(20)}, surplus=2300.0, outcome=Outcome.FAILED)
    home.run(3600)
    assert len(home.told) <= 64
    home.outcome = Outcome.ACCEPTED
    home.run(120)
    assert home.car.requested_current == 10


def test_once_tesla_answers_again_raising_may_wait() -> None:
    home = Home(cars={"car": charging(6)}, surplus=4600.0, outcome=Outcome.FAILED)
    home.run(3600)
    assert len(home.told) <= 10
    home.outcome = Outcome.ACCEPTED
    home.run(1200)
    assert home.car.requested_current == 20


def test_a_stop_that_fails_is_tried_each_minute() -> None:
    home = Home.with_car(charging(20, state_of_charge=90.0), solar_limit=85)
    home.outcome = Outcome.FAILED
    home.run(600)
    stops = [at for at, _, action in home.told if action.kind is CommandKind.STOP]
    assert 5 <= len(stops) <= 15
    home.outcome = Outcome.ACCEPTED
    home.run(70)
    assert home.state() is ChargingState.STOPPED


def test_an_unknown_outcome_is_waited_for() -> None:
    home = Home(cars={"car": charging(20)}, surplus=2300.0, outcome=Outcome.UNKNOWN)
    home.run(30)
    assert len(home.told) == 1
    home.run(60)
    assert len(home.told) > 1


def test_no_answer_ever_is_not_waited_for_forever() -> None:
    home = Home(cars={"car": charging(20)}, surplus=2300.0, outcome=Outcome.IN_FLIGHT)
    home.run(100)
    assert len(home.told) == 1
    home.run(300)
    assert len(home.told) > 1


def test_a_stop_that_is_ignored_is_sent_again() -> None:
    home = Home.with_car(charging(20, state_of_charge=90.0), solar_limit=85)
    home.deaf = True
    home.run(60)
    home.deaf = False
    home.run(60)
    assert home.state() is ChargingState.STOPPED


def test_a_car_that_ignores_being_stopped_is_not_hammered() -> None:
    home = Home.with_car(charging(20, state_of_charge=90.0), solar_limit=85)
    home.deaf = True
    home.run(3 * 3600)
    stops = [at for at, _, action in home.told if action.kind is CommandKind.STOP]
    assert 20 <= len(stops) <= 150
    assert max(Counter(at // 3600.0 for at in stops).values()) <= 50
    assert stops[1] - stops[0] <= 60.0


def test_reasons_carry_what_their_words_need() -> None:
    told = only(decide(some_inputs(charging(20), surplus=4600.0), Memory()))
    assert told.numbers == {"current": 20.0, "surplus": 4600.0, "state_of_charge": 50.0}
    bare = replace(a_car(), state_of_charge=None)
    told = only(decide(some_inputs(bare, surplus=100.0), Memory()))
    assert "state_of_charge" not in told.numbers
