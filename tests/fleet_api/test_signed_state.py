"""Reading a car by signed message: the same values as by REST, and an end where it does not pass."""

from datetime import UTC, datetime

import pytest

from custom_components.tesla_home_energy.fleet_api import RateLimited, Scope, VehicleAsleep
from custom_components.tesla_home_energy.fleet_api.signed_state import signed_categories, signed_vehicle_data
from custom_components.tesla_home_energy.fleet_api.vehicle_commands import MOST_UNANSWERED
from custom_components.tesla_home_energy.vehicle_command import StateCategory, VehicleData
from custom_components.tesla_home_energy.vehicle_command.proto.shared_types_pb2 import StwHeatLevel_High
from tests.simulator import MODEL_S_VIN, MODEL_Y_VIN
from tests.simulator.faults import HttpFault
from tests.simulator.protocol.injected import InjectedFault

from .conftest import Home

ALL = frozenset(Scope)


def _told() -> VehicleData:
    state = VehicleData()
    state.charge_state.battery_level = 57
    return state


def test_absent_is_unknown_not_false_and_not_zero() -> None:
    data = signed_vehicle_data(MODEL_Y_VIN, _told())

    assert data is not None
    assert data.charge is not None
    assert data.charge.battery_level == 57
    assert data.charge.charger_power is None
    assert data.charge.charge_port_door_open is None
    assert data.climate is None
    assert data.drive is None
    assert data.vehicle_state is not None
    assert data.vehicle_state.locked is None
    assert data.vehicle_state.sentry_mode is None
    assert data.vehicle_state.odometer is None


def test_zero_and_false_are_told() -> None:
    state = _told()
    state.charge_state.charger_power = 0
    state.charge_state.charge_port_door_open = False
    state.closures_state.locked = False
    state.closures_state.sentry_mode_state.Off.SetInParent()
    data = signed_vehicle_data(MODEL_Y_VIN, state)

    assert data is not None
    assert data.charge is not None
    assert data.charge.charger_power == 0
    assert data.charge.charge_port_door_open is False
    assert data.vehicle_state is not None
    assert data.vehicle_state.locked is False
    assert data.vehicle_state.sentry_mode is False


def test_words_are_those_of_vehicle_data() -> None:
    state = _told()
    charge = state.charge_state
    charge.charging_state.NoPower.SetInParent()
    charge.conn_charge_cable.SNA.SetInParent()
    charge.charge_port_latch.Engaged.SetInParent()
    charge.scheduled_charging_mode = type(charge).ScheduledChargingModeStartAt
    charge.charging_amps = 6
    charge.timestamp.FromDatetime(datetime(2025, 6, 18, 11, 5, tzinfo=UTC))
    climate = state.climate_state
    climate.climate_keeper_mode.Party.SetInParent()
    climate.defrost_mode.Max.SetInParent()
    climate.steering_wheel_heat_level = StwHeatLevel_High
    climate.cabin_overheat_protection = type(climate).CabinOverheatProtectionFanOnly
    climate.cop_activation_temperature = type(climate).CopActivationTempHigh
    climate.inside_temp_celsius = 21.5
    state.drive_state.shift_state.Invalid.SetInParent()
    state.drive_state.odometer_in_hundredths_of_a_mile = 1_987_422
    state.location_state.latitude = 52.5
    state.closures_state.sentry_mode_state.Armed.SetInParent()
    state.closures_state.door_open_driver_front = True
    state.tire_pressure_state.tpms_pressure_fl = 2.9
    data = signed_vehicle_data(MODEL_Y_VIN, state)

    assert data is not None
    assert data.charge is not None
    assert data.charge.charging_state == "NoPower"
    assert data.charge.conn_charge_cable is None
    assert data.charge.charge_port_latch == "Engaged"
    assert data.charge.scheduled_charging_mode == "StartAt"
    assert data.charge.charge_amps == 6
    assert data.as_of == datetime(2025, 6, 18, 11, 5, tzinfo=UTC)
    assert data.climate is not None
    assert data.climate.climate_keeper_mode == "camp"
    assert data.climate.defrost_mode == 2
    assert data.climate.steering_wheel_heat_level == 3
    assert data.climate.cabin_overheat_protection == "FanOnly"
    assert data.climate.cop_activation_temperature == "High"
    assert data.climate.inside_temp == 21.5
    assert data.drive is not None
    assert data.drive.shift_state is None
    assert data.drive.latitude == 52.5
    assert data.vehicle_state is not None
    assert data.vehicle_state.odometer == pytest.approx(19874.22)
    assert data.vehicle_state.sentry_mode is True
    assert data.vehicle_state.front_driver_door is True
    assert data.vehicle_state.tpms_pressure_fl == pytest.approx(2.9)


def test_a_word_that_nobody_knows_is_unknown() -> None:
    newer_car = bytes.fromhex("1a06900739a00963")  # battery_level 57, scheduled_charging_mode 99
    data = signed_vehicle_data(MODEL_Y_VIN, VehicleData.FromString(newer_car))

    assert data is not None
    assert data.charge is not None
    assert data.charge.scheduled_charging_mode is None


def test_a_car_that_tells_nothing() -> None:
    assert signed_vehicle_data(MODEL_Y_VIN, VehicleData()) is None


def test_the_position_is_asked_for_only_where_it_is_allowed() -> None:
    assert StateCategory.LOCATION in signed_categories(ALL)
    assert StateCategory.LOCATION not in signed_categories(frozenset({Scope.VEHICLE_DEVICE_DATA}))


async def test_both_ways_tell_the_same(home: Home) -> None:
    door = await home.door(MODEL_Y_VIN)
    rest = await door.vehicle_data(ALL)
    assert home.simulator.usage.count(category="data") == 1
    door.signed_reading = True
    signed = await door.vehicle_data(ALL)
    assert home.simulator.usage.count(category="data") == 1

    assert signed.charge is not None
    assert rest.charge is not None
    assert signed.drive is not None
    assert rest.drive is not None
    for name in (
        "battery_level",
        "charging_state",
        "charge_limit_soc",
        "charge_current_request",
        "charge_amps",
    ):
        assert getattr(signed.charge, name) == getattr(rest.charge, name) is not None, name
    assert signed.drive.latitude == pytest.approx(rest.drive.latitude)
    assert signed.vehicle_state is not None
    assert rest.vehicle_state is not None
    assert signed.vehicle_state.locked == rest.vehicle_state.locked is not None
    assert door.signed_reading


async def test_a_car_without_the_protocol_is_read_by_rest(home: Home) -> None:
    home.simulator.cars[MODEL_S_VIN].set_online()
    door = await home.door(MODEL_S_VIN)
    door.signed_reading = True

    assert (await door.vehicle_data(ALL)).charge is not None
    assert home.simulator.usage.count(category="commands") == 0


@pytest.mark.parametrize("fault", [7, 9])
async def test_what_does_not_pass_is_not_tried_again(home: Home, fault: int) -> None:
    door = await home.door(MODEL_Y_VIN)
    door.signed_reading = True
    home.simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="fault", code=fault))

    assert (await door.vehicle_data(ALL)).charge is not None
    assert not door.signed_reading
    assert home.simulator.usage.count(category="data") == 1


async def test_tesla_refuses_to_carry_it(home: Home) -> None:
    door = await home.door(MODEL_Y_VIN)
    door.signed_reading = True
    home.simulator.faults.add(
        HttpFault(path="*/signed_command", status=400, body={"error": "invalid_request"})
    )

    assert (await door.vehicle_data(ALL)).charge is not None
    assert not door.signed_reading


async def test_answers_that_never_come_end_it(home: Home) -> None:
    door = await home.door(MODEL_Y_VIN)
    await door.ping()
    door.signed_reading = True
    home.simulator.faults.add(HttpFault(path="*/signed_command", status=500, count=None))

    for left in range(MOST_UNANSWERED - 1, -1, -1):
        assert (await door.vehicle_data(ALL)).charge is not None
        assert door.signed_reading is (left > 0)


async def test_what_passes_by_itself_changes_nothing(home: Home) -> None:
    door = await home.door(MODEL_Y_VIN)
    door.signed_reading = True
    home.simulator.faults.add(HttpFault(path="*/signed_command", status=429))
    with pytest.raises(RateLimited):
        await door.vehicle_data(ALL)
    home.simulator.cars[MODEL_Y_VIN].fall_asleep()
    with pytest.raises(VehicleAsleep):
        await door.vehicle_data(ALL)

    assert door.signed_reading
