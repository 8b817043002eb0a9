"""The state that a car tells in a signed answer, brought into the shape of `vehicle_data` and read like it.

Source: Tesla's vehicle.proto beside captured answers of vehicle_data. They name most fields alike; the
tables below hold the others. That values have the same units is assumed where their names do not say it.
"""

from collections.abc import Mapping
from typing import Any, Final

from google.protobuf.descriptor import EnumDescriptor, FieldDescriptor
from google.protobuf.message import Message
from google.protobuf.timestamp_pb2 import Timestamp

from ..vehicle_command import StateCategory, VehicleData as SignedVehicleData
from .models.record import read
from .models.vehicle_data import VehicleData
from .scopes import Scope

_NOT_AVAILABLE: Final = {"Invalid", "SNA", "Unknown"}

_CHARGE: Final = {"charging_amps": "charge_amps", "charge_rate_mph_float": "charge_rate"}
_CLIMATE: Final = {
    "inside_temp_celsius": "inside_temp",
    "outside_temp_celsius": "outside_temp",
    "min_avail_temp_celsius": "min_avail_temp",
    "max_avail_temp_celsius": "max_avail_temp",
    "bioweapon_mode_on": "bioweapon_mode",
}
_DRIVE: Final = {"speed_float": "speed"}
_CLOSURES: Final = {
    "door_open_driver_front": "df",
    "door_open_passenger_front": "pf",
    "door_open_driver_rear": "dr",
    "door_open_passenger_rear": "pr",
    "door_open_trunk_front": "ft",
    "door_open_trunk_rear": "rt",
    "window_open_driver_front": "fd_window",
    "window_open_passenger_front": "fp_window",
    "window_open_driver_rear": "rd_window",
    "window_open_passenger_rear": "rp_window",
}
_DEFROST_MODES: Final = {"Off": 0, "Normal": 1, "Max": 2}
_HEAT_LEVELS: Final = {"Off": 0, "Low": 1, "High": 3}
_MILES: Final = 0.01


def signed_categories(granted: frozenset[str]) -> tuple[StateCategory, ...]:
    """The parts of the state to ask for, as `scopes.vehicle_data_endpoints` does for vehicle_data."""
    parts = (
        StateCategory.CHARGE,
        StateCategory.CLIMATE,
        StateCategory.DRIVE,
        StateCategory.CLOSURES,
        StateCategory.TIRE_PRESSURE,
    )
    return (*parts, StateCategory.LOCATION) if Scope.VEHICLE_LOCATION in granted else parts


def signed_vehicle_data(vin: str, state: SignedVehicleData) -> VehicleData | None:
    """What a car told of itself; None if it told nothing of charging, which every car can."""
    if not state.HasField("charge_state"):
        return None
    drive, odometer = _drive(state)
    body = {
        "vin": vin,
        "state": "online",
        "charge_state": _members(state.charge_state, _CHARGE),
        "climate_state": _climate(state) if state.HasField("climate_state") else None,
        "drive_state": drive,
        "vehicle_state": _vehicle_state(state) | odometer,
    }
    return read(VehicleData, body)


def _members(message: Message, names: Mapping[str, str]) -> dict[str, Any]:
    """The fields that the car set; all others are absent, which is neither false nor zero."""
    return {names.get(field.name, field.name): _value(field, value) for field, value in message.ListFields()}


def _value(field: FieldDescriptor, value: Any) -> Any:
    if isinstance(value, Timestamp):
        return value.ToMilliseconds()
    if isinstance(value, Message):
        chosen = value.WhichOneof("type") if "type" in value.DESCRIPTOR.oneofs_by_name else None
        return None if chosen in _NOT_AVAILABLE else chosen
    if field.enum_type is not None:
        return _enumerator(field.enum_type, value)
    return value


def _enumerator(enumeration: EnumDescriptor, number: int) -> str | None:
    """The name of an enumerator without that of its type, which Tesla repeats in it."""
    known = enumeration.values_by_number.get(number)
    if known is None:
        return None
    name = known.name.removeprefix(enumeration.name.removesuffix("_E")).removeprefix("_")
    return None if name in _NOT_AVAILABLE else name


def _climate(state: SignedVehicleData) -> dict[str, Any]:
    climate = _members(state.climate_state, _CLIMATE)
    keeper = climate.get("climate_keeper_mode")
    climate["climate_keeper_mode"] = "camp" if keeper == "Party" else keeper and keeper.lower()
    climate["defrost_mode"] = _DEFROST_MODES.get(climate.get("defrost_mode", ""))
    climate["steering_wheel_heat_level"] = _HEAT_LEVELS.get(climate.get("steering_wheel_heat_level", ""))
    return climate


def _drive(state: SignedVehicleData) -> tuple[dict[str, Any] | None, dict[str, float]]:
    """Movement with the position in it, as vehicle_data has it, and the odometer, which it has elsewhere."""
    if not (state.HasField("drive_state") or state.HasField("location_state")):
        return None, {}
    location = {
        name: value
        for name, value in _members(state.location_state, {}).items()
        if name in {"latitude", "longitude", "heading", "gps_as_of"}
    }
    drive = _members(state.drive_state, _DRIVE) | location
    hundredths = drive.get("odometer_in_hundredths_of_a_mile")
    return drive, {} if hundredths is None else {"odometer": hundredths * _MILES}


def _vehicle_state(state: SignedVehicleData) -> dict[str, Any]:
    closures = _members(state.closures_state, _CLOSURES)
    sentry = closures.get("sentry_mode_state")
    return _members(state.tire_pressure_state, {}) | closures | {"sentry_mode": sentry and sentry != "Off"}
