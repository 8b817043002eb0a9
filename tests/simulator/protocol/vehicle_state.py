"""vehicle_data as Infotainment answers a signed request: the same values, as protobuf."""

from collections.abc import Callable
from typing import Any, Final

from google.protobuf.message import Message

from tests.simulator.car import Car
from tests.simulator.proto import actions_pb2, state_pb2
from tests.simulator.vehicle_data import section


def vehicle_data(car: Car, asked: actions_pb2.GetVehicleData) -> state_pb2.VehicleData:
    """Return the sections that were asked for."""
    data = state_pb2.VehicleData()
    for field, _ in asked.ListFields():
        fill, member = _SECTIONS[field.name]
        part = getattr(data, member)
        part.SetInParent()
        fill(car, part)
        part.timestamp.FromDatetime(car.clock.now())
    return data


def _copy(values: dict[str, Any], message: Message) -> None:
    """Copy every plain member that both sides have."""
    for field in message.DESCRIPTOR.fields:
        value = values.get(field.name)
        if value is not None and field.message_type is None and not field.is_repeated:
            setattr(message, field.name, value)


def _charge(car: Car, message: state_pb2.ChargeState) -> None:
    values = section(car, "charge_state", car.clock.now())
    mode = {"Off": 0, "StartAt": 1, "DepartBy": 2}[values["scheduled_charging_mode"]]
    extra = {
        "charging_amps": values["charge_amps"],
        "charge_rate_mph_float": values["charge_rate"],
        "scheduled_charging_mode": mode,
        "scheduled_charging_start_time_minutes": car.charging.scheduled_start,
    }
    _copy(values | extra, message)
    getattr(message.charging_state, values["charging_state"]).SetInParent()
    getattr(message.charge_port_latch, values["charge_port_latch"]).SetInParent()
    getattr(message.conn_charge_cable, "IEC" if car.charging.plugged else "SNA").SetInParent()


def _climate(car: Car, message: state_pb2.ClimateState) -> None:
    values = section(car, "climate_state", car.clock.now())
    names = ("inside_temp", "outside_temp", "min_avail_temp", "max_avail_temp")
    _copy(values | {f"{name}_celsius": values.get(name) for name in names}, message)


def _drive(car: Car, message: state_pb2.DriveState) -> None:
    _copy(section(car, "drive_state", car.clock.now()), message)
    message.odometer_in_hundredths_of_a_mile = round(car.sections["vehicle_state"]["odometer"] * 100)
    getattr(message.shift_state, "D" if car.driving else "P").SetInParent()


def _location(car: Car, message: state_pb2.LocationState) -> None:
    message.latitude, message.longitude = car.location
    message.native_latitude, message.native_longitude = car.location
    message.native_location_supported = True
    message.gps_as_of = int(car.clock.now().timestamp())


def _closures(car: Car, message: state_pb2.ClosuresState) -> None:
    values = section(car, "closures_state", car.clock.now())
    _copy(values, message)
    for place in ("driver_front", "driver_rear", "passenger_front", "passenger_rear"):
        setattr(message, f"door_open_{place}", False)
    for place in ("driver_front", "passenger_front", "driver_rear", "passenger_rear"):
        setattr(message, f"window_open_{place}", car.windows_open)
    message.door_open_trunk_front = "front" in car.trunks_open
    message.door_open_trunk_rear = "rear" in car.trunks_open
    getattr(message.sentry_mode_state, "Armed" if car.sentry_mode else "Off").SetInParent()


def _tires(car: Car, message: state_pb2.TirePressureState) -> None:
    _copy(car.sections["vehicle_state"], message)


def _charge_schedules(car: Car, message: state_pb2.ChargeScheduleState) -> None:
    values = section(car, "charge_schedule_data", car.clock.now())
    message.max_num_charge_schedules = values["max_num_charge_schedules"]
    for row in values["charge_schedules"]:
        _copy(row, message.charge_schedules.add())


def _precondition_schedules(car: Car, message: state_pb2.PreconditioningScheduleState) -> None:
    values = section(car, "preconditioning_schedule_data", car.clock.now())
    message.max_num_precondition_schedules = values["max_num_precondition_schedules"]
    for row in values["precondition_schedules"]:
        _copy(row, message.precondition_schedules.add())


_SECTIONS: Final[dict[str, tuple[Callable[[Car, Any], None], str]]] = {
    "charge_state": (_charge, "charge_state"),
    "climate_state": (_climate, "climate_state"),
    "drive_state": (_drive, "drive_state"),
    "location_state": (_location, "location_state"),
    "closures_state": (_closures, "closures_state"),
    "charge_schedule_state": (_charge_schedules, "charge_schedule_state"),
    "preconditioning_schedule_state": (_precondition_schedules, "preconditioning_schedule_state"),
    "tire_pressure_state": (_tires, "tire_pressure_state"),
}
