"""The catalogue: what each command becomes, and which parameters are refused before anything is signed."""

from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.tesla_home_energy.vehicle_command import (
    CATALOGUE,
    Command,
    Domain,
    InvalidParametersError,
    RestOnlyError,
    UnknownCommandError,
    find_command,
)
from custom_components.tesla_home_energy.vehicle_command.proto.car_server_pb2 import Action
from custom_components.tesla_home_energy.vehicle_command.proto.vcsec_pb2 import UnsignedMessage

# What the reference proxy makes of these (source: running it); more are among the vectors.
REFERENCE: list[tuple[str, dict[str, Any], str]] = [
    (
        "add_charge_schedule",
        {
            "days_of_week": "Mon, Sat",
            "enabled": True,
            "end_enabled": True,
            "end_time": 420,
            "id": 1763600001,
            "lat": 52.52,
            "lon": 13.405,
            "one_time": True,
            "start_enabled": False,
        },
        "121e8a061b0881cdf9c8061842300138a40340014801557b1452425de17a5641",
    ),
    (
        "add_precondition_schedule",
        {
            "days_of_week": "Monday,Friday",
            "enabled": True,
            "id": 1763600003,
            "lat": 52.52,
            "lon": 13.405,
            "precondition_time": 450,
        },
        "121a9a06170883cdf9c806182220c20330013d7b14524245e17a5641",
    ),
    ("cancel_software_update", {}, "1203ca0100"),
    ("charge_port_door_open", {}, "1203f20300"),
    ("charge_stop", {}, "120432022a00"),
    ("door_unlock", {}, "1000"),
    ("guest_mode", {"enable": True}, "12058a04020801"),
    ("media_next_fav", {}, "12038a0100"),
    ("media_prev_track", {}, "1203a20100"),
    ("media_volume_up", {}, "12058201020802"),
    ("open_tonneau", {}, "22024003"),
    ("parental_controls_enable_setting", {"enable": True, "setting": "SpeedLimit"}, "12058207021001"),
    (
        "remote_auto_seat_climate_request",
        {"auto_climate_on": True, "auto_seat_position": 1},
        "12098203060a0408011001",
    ),
    ("remote_seat_cooler_request", {"seat_cooler_level": 1, "seat_position": 1}, "12098a03060a0408011001"),
    ("remote_seat_heater_request", {"level": 0, "seat_position": 0}, "1209a202060a0412003a00"),
    ("remote_seat_heater_request", {"level": 2, "seat_position": 4}, "1209a202060a0422005a00"),
    ("remote_start_drive", {}, "1014"),
    ("remove_charge_schedule", {"id": 1763600000}, "12099206060880cdf9c806"),
    ("reset_valet_pin", {}, "1203e20100"),
    ("set_cabin_overheat_protection", {"fan_only": False, "on": True}, "12059203020801"),
    ("set_charge_limit", {"percent": 80}, "12042a020850"),
    ("set_charging_amps", {"charging_amps": 6.9}, "1205da02020806"),
    (
        "set_climate_keeper_mode",
        {"climate_keeper_mode": 2, "manual_override": True},
        "1207e2020408021001",
    ),
    ("set_cop_temp", {"cop_temp": 1}, "12059204020801"),
    ("set_low_power_mode", {"enable": True}, "12059208020801"),
    ("set_preconditioning_max", {"on": True}, "120462020801"),
    ("set_scheduled_charging", {"enable": True}, "1205ca02020801"),
    ("set_scheduled_departure", {"enable": False}, "1203d20200"),
    ("set_temps", {"driver_temp": 21.5, "passenger_temp": 20}, "1210720e2a021a00350000ac413d0000a041"),
    ("set_valet_mode", {"on": False}, "1203fa0100"),
    ("speed_limit_activate", {"pin": "1234"}, "120a4a080801120431323334"),
    ("speed_limit_deactivate", {"pin": "1234"}, "12084a06120431323334"),
]

# Beyond the reference proxy; the fields are those of the protocol's own messages.
BEYOND: list[tuple[str, dict[str, Any], str]] = [
    ("auto_secure_vehicle", {}, "101d"),
    ("open_trunk", {}, "22022803"),
    ("close_trunk", {}, "22022804"),
    ("batch_remove_charge_schedules", {"home": True, "other": True}, "1207e2060408011801"),
    ("batch_remove_precondition_schedules", {"work": True}, "1205da06021001"),
    ("parental_controls_clear_pin", {"pin": "1234"}, "1209ea06060a0431323334"),
    ("guest_mode", {"enable": False}, "12058a04020800"),
    ("window_control", {"command": "close", "lat": 1, "lon": 2}, "12059202022200"),
    ("remote_seat_heater_request", {"seat_position": 3, "level": 3}, "1209a202060a042a005200"),
    ("remote_seat_heater_request", {"seat_position": 6, "level": 3}, "1209a202060a042a006a00"),
    ("remote_seat_heater_request", {"seat_position": 7, "level": 3}, "1209a202060a042a007200"),
    ("remote_seat_heater_request", {"seat_position": 8, "level": 3}, "1209a202060a042a007a00"),
    (
        "set_scheduled_departure",
        {"enable": True, "off_peak_charging_weekdays_only": True, "preconditioning_enabled": False},
        "1209d2020608012202" + "1200",
    ),
]


@pytest.mark.parametrize(("name", "parameters", "payload"), REFERENCE + BEYOND)
def test_messages(name: str, parameters: dict[str, Any], payload: str) -> None:
    command = find_command(name)
    message = UnsignedMessage if command.domain is Domain.VEHICLE_SECURITY else Action
    ours = command.payload(parameters)
    assert message.FromString(ours) == message.FromString(bytes.fromhex(payload))


REST_ONLY = {
    "navigation_gps_request",
    "navigation_request",
    "remote_boombox",
    "set_managed_charge_current_request",
    "set_managed_charger_location",
    "set_managed_scheduled_charging_time",
    "sun_roof_control",
}


def test_what_only_the_rest_api_has() -> None:
    assert {name for name, command in CATALOGUE.items() if command.rest_only} == REST_ONLY
    for name in REST_ONLY:
        with pytest.raises(RestOnlyError, match=name) as raised:
            find_command(name).payload({"anything": 1})
        assert raised.value.details == {"command": name}


def test_unknown_names_are_refused() -> None:
    assert len(CATALOGUE) == 81
    for name in ("wake_up", "charge", ""):
        with pytest.raises(UnknownCommandError) as raised:
            find_command(name)
        assert raised.value.details == {"command": name}


def test_commands_that_must_not_run_twice() -> None:
    assert {name for name, command in CATALOGUE.items() if not command.idempotent} == {
        "actuate_trunk",
        "erase_user_data",
        "flash_lights",
        "honk_horn",
        "media_next_fav",
        "media_next_track",
        "media_prev_fav",
        "media_prev_track",
        "media_toggle_playback",
        "media_volume_down",
        "media_volume_up",
        "remote_boombox",
        "remote_start_drive",
        "trigger_homelink",
    }


def test_charging_scope() -> None:
    """Whoever grants charging alone can charge, and neither open doors nor heat."""
    charging = {name for name, command in CATALOGUE.items() if "vehicle_charging_cmds" in command.scopes}
    assert charging == {
        "add_charge_schedule",
        "batch_remove_charge_schedules",
        "charge_max_range",
        "charge_port_door_close",
        "charge_port_door_open",
        "charge_standard",
        "charge_start",
        "charge_stop",
        "remove_charge_schedule",
        "set_charge_limit",
        "set_charging_amps",
        "set_managed_charge_current_request",
        "set_managed_charger_location",
        "set_managed_scheduled_charging_time",
        "set_scheduled_charging",
        "set_scheduled_departure",
    }
    assert all("vehicle_cmds" in command.scopes for command in CATALOGUE.values())


def test_domains() -> None:
    security = {name for name, row in CATALOGUE.items() if row.domain is Domain.VEHICLE_SECURITY}
    assert security == {
        "actuate_trunk",
        "auto_secure_vehicle",
        "close_tonneau",
        "close_trunk",
        "door_lock",
        "door_unlock",
        "open_tonneau",
        "open_trunk",
        "remote_start_drive",
        "stop_tonneau",
    }


SCHEDULE = {
    "lat": 52.5,
    "lon": 13.4,
    "days_of_week": "ALL",
    "enabled": True,
    "start_enabled": True,
    "end_enabled": False,
}


@pytest.mark.parametrize(
    ("name", "parameters", "words"),
    [
        ("set_charging_amps", {}, "charging_amps is missing; it must be a whole number from 0 to 80"),
        ("set_charging_amps", {"charging_amps": None}, "charging_amps is missing"),
        ("set_charging_amps", {"charging_amps": "16"}, "charging_amps must be a whole number from 0 to 80"),
        ("set_charging_amps", {"charging_amps": True}, "charging_amps must be a whole number from 0 to 80"),
        ("set_charging_amps", {"charging_amps": -1}, "charging_amps must be a whole number from 0 to 80"),
        ("set_charging_amps", {"charging_amps": 81}, "charging_amps must be a whole number from 0 to 80"),
        ("set_charging_amps", {"charging_amps": 10**400}, "whole number from 0 to 80"),
        ("set_charging_amps", {"charging_amps": float("nan")}, "whole number from 0 to 80"),
        ("set_charging_amps", {"charging_amps": float("inf")}, "whole number from 0 to 80"),
        ("set_charging_amps", {"charging_amps": 6, "amps": 7}, "amps is no parameter of this command"),
        ("set_charge_limit", {"percent": 49}, "percent must be a whole number from 50 to 100"),
        ("set_charge_limit", {"percent": 101}, "percent must be a whole number from 50 to 100"),
        ("charge_start", {"now": True}, "now is no parameter of this command"),
        ("set_temps", {}, "driver_temp or passenger_temp must be given"),
        ("set_temps", {"driver_temp": 70}, "driver_temp must be a number from 15 to 28"),
        ("set_temps", {"passenger_temp": float("nan")}, "passenger_temp must be a number from 15 to 28"),
        ("adjust_volume", {"volume": 10.1}, "volume must be a number from 0 to 10"),
        ("set_sentry_mode", {"on": 1}, "on must be true or false"),
        ("set_vehicle_name", {"vehicle_name": ""}, "vehicle_name must be a text"),
        ("set_vehicle_name", {"vehicle_name": 5}, "vehicle_name must be a text"),
        ("set_vehicle_name", {"vehicle_name": "\ud800"}, "vehicle_name must be a text"),
        ("actuate_trunk", {"which_trunk": "side"}, "which_trunk must be one of front, rear"),
        ("actuate_trunk", {"which_trunk": ["front"]}, "which_trunk must be one of front, rear"),
        ("add_charge_schedule", SCHEDULE | {"days_of_week": "Tue"}, "days_of_week must be Sun, Mon, Tues"),
        ("add_charge_schedule", SCHEDULE | {"days_of_week": ""}, "days_of_week must be Sun"),
        ("add_charge_schedule", SCHEDULE | {"days_of_week": 127}, "days_of_week must be Sun"),
        ("add_charge_schedule", SCHEDULE | {"lat": 91}, "lat must be a number from -90 to 90"),
        (
            "add_charge_schedule",
            SCHEDULE | {"start_time": 1441},
            "start_time must be a whole number from 0 to",
        ),
        ("add_charge_schedule", SCHEDULE | {"id": 1 << 64}, "id must be a whole number from 0 to"),
        ("set_bioweapon_mode", {"on": True}, "manual_override is missing; it must be true or false"),
        ("remote_seat_heater_request", {"seat_position": 9, "level": 1}, "seat_position must be a whole"),
        ("parental_controls_enable_setting", {"setting": "Wipers", "enable": True}, "setting must be one of"),
    ],
)
def test_wrong_parameters_are_refused(name: str, parameters: dict[str, Any], words: str) -> None:
    with pytest.raises(InvalidParametersError) as raised:
        find_command(name).payload(parameters)
    assert f"{name}: {words}" in str(raised.value) or words in str(raised.value)
    assert raised.value.details["command"] == name
    assert raised.value.details["parameter"] in str(raised.value)
    assert raised.value.details["requirement"] in str(raised.value)


@pytest.mark.parametrize(
    ("name", "parameters"),
    [
        ("set_valet_mode", {"on": True, "password": "98765"}),
        ("set_valet_mode", {"on": True, "password": "987a"}),
        ("set_pin_to_drive", {"on": True, "password": "987²"}),
        ("speed_limit_activate", {"pin": 9876}),
        ("speed_limit_clear_pin", {"pin": "9876 "}),
        ("parental_controls_activate", {"pin": ""}),
        ("parental_controls_deactivate", {"pin": None}),
        ("set_valet_mode", {"on": True}),
        ("set_pin_to_drive", {"on": True}),
    ],
)
def test_a_pin_is_four_digits_and_never_in_a_message(name: str, parameters: dict[str, Any]) -> None:
    with pytest.raises(InvalidParametersError, match="must be four digits") as raised:
        find_command(name).payload(parameters)
    assert "987" not in str(raised.value) + repr(raised.value) + str(raised.value.details)


def test_none_is_as_good_as_absent() -> None:
    command = find_command("set_scheduled_charging")
    assert command.payload({"enable": True, "time": None}) == command.payload({"enable": True})
    with pytest.raises(InvalidParametersError, match="times is no parameter"):
        command.payload({"enable": True, "time": None, "times": None})


def test_pin_to_drive_is_switched_off_without_a_pin() -> None:
    assert find_command("set_pin_to_drive").payload({"on": False}).hex() == "1203ea0400"


def test_a_new_schedule_gets_an_id(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("time.time", lambda: 1_790_000_000.7)
    payload = find_command("add_charge_schedule").payload(SCHEDULE | {"start_time": 0, "name": "Home"})
    schedule = Action.FromString(payload).vehicleAction.addChargeScheduleAction
    assert (schedule.id, schedule.days_of_week, schedule.start_enabled) == (1_790_000_000, 127, True)
    assert (schedule.name, schedule.latitude) == ("Home", 52.5)
    assert schedule.longitude == pytest.approx(13.4)


@pytest.mark.parametrize(
    ("days", "mask"),
    [("sun", 1), ("TUES", 4), ("Thursday", 16), (" Wed , fri", 40), ("weekdays,sat", 126), ("Sun,Sun", 1)],
)
def test_days_of_the_week(days: str, mask: int) -> None:
    payload = find_command("add_charge_schedule").payload(SCHEDULE | {"days_of_week": days})
    assert Action.FromString(payload).vehicleAction.addChargeScheduleAction.days_of_week == mask


@pytest.mark.parametrize(
    ("name", "reason", "reached"),
    [
        ("charge_start", "is_charging", True),
        ("charge_start", "requested", True),
        ("charge_start", "complete", True),
        ("charge_start", "car could not execute command: is_charging", True),
        ("charge_start", "not_charging", False),
        ("charge_start", "disconnected", False),
        ("charge_stop", "not_charging", True),
        ("charge_stop", "is_charging", False),
        ("set_charge_limit", "already_set", True),
        ("set_charge_limit", "not already_settled", False),
        ("set_charging_amps", "already_set", True),
        ("charge_standard", "already_standard", True),
        ("charge_port_door_close", "already closed", True),
        ("set_valet_mode", "valet mode already off", True),
        ("door_lock", "already_on", True),
        ("honk_horn", "already_on", False),
        ("charge_start", "", False),
    ],
)
def test_refusals_that_mean_that_all_is_well(name: str, reason: str, *, reached: bool) -> None:
    assert find_command(name).is_reached(reason) is reached


def test_subjects() -> None:
    def subject(name: str, **parameters: Any) -> object:
        return find_command(name).subject_of(parameters)

    assert subject("charge_start") == subject("charge_stop") != subject("set_charging_amps")
    assert subject("set_charge_limit", percent=50) == subject("charge_max_range")
    assert subject("door_lock") == subject("door_unlock")
    assert subject("remote_seat_heater_request", seat_position=1) != subject(
        "remote_seat_heater_request", seat_position=2
    )
    assert subject("add_charge_schedule", id=1) == subject("remove_charge_schedule", id=1)
    assert subject("media_next_track") is None


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=10),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=5), inner, max_size=3),
    max_leaves=5,
)
commands = st.sampled_from([command for command in CATALOGUE.values() if not command.rest_only])


@given(st.data(), commands)
def test_any_parameters_become_a_message_or_an_error_that_names_one(
    data: st.DataObject, command: Command
) -> None:
    names = [parameter.name for parameter in command.parameters]
    keys = st.sampled_from([*names, "other"])
    parameters = data.draw(st.dictionaries(keys, json_values | st.sampled_from(["1234", 60, 1]), max_size=12))
    refused, payload = "", b""
    try:
        payload = command.payload(parameters)
    except InvalidParametersError as error:
        refused = error.details["parameter"]
    if refused:
        assert refused in (*names, "other")
    else:
        assert set(parameters) <= set(names)
        message = UnsignedMessage if command.domain is Domain.VEHICLE_SECURITY else Action
        assert message.FromString(payload).ByteSize() > 0
