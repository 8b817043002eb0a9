# mypy: disable-error-code="type-arg"
import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Void(_message.Message):
    __slots__ = ()
    def __init__(self) -> None: ...

class LatLong(_message.Message):
    __slots__ = ("latitude", "longitude")
    LATITUDE_FIELD_NUMBER: _ClassVar[int]
    LONGITUDE_FIELD_NUMBER: _ClassVar[int]
    latitude: float
    longitude: float
    def __init__(self, latitude: _Optional[float] = ..., longitude: _Optional[float] = ...) -> None: ...

class ChargeSchedule(_message.Message):
    __slots__ = ("id", "name", "days_of_week", "start_enabled", "start_time", "end_enabled", "end_time", "one_time", "enabled", "latitude", "longitude")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DAYS_OF_WEEK_FIELD_NUMBER: _ClassVar[int]
    START_ENABLED_FIELD_NUMBER: _ClassVar[int]
    START_TIME_FIELD_NUMBER: _ClassVar[int]
    END_ENABLED_FIELD_NUMBER: _ClassVar[int]
    END_TIME_FIELD_NUMBER: _ClassVar[int]
    ONE_TIME_FIELD_NUMBER: _ClassVar[int]
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    LATITUDE_FIELD_NUMBER: _ClassVar[int]
    LONGITUDE_FIELD_NUMBER: _ClassVar[int]
    id: int
    name: str
    days_of_week: int
    start_enabled: bool
    start_time: int
    end_enabled: bool
    end_time: int
    one_time: bool
    enabled: bool
    latitude: float
    longitude: float
    def __init__(self, id: _Optional[int] = ..., name: _Optional[str] = ..., days_of_week: _Optional[int] = ..., start_enabled: bool = ..., start_time: _Optional[int] = ..., end_enabled: bool = ..., end_time: _Optional[int] = ..., one_time: bool = ..., enabled: bool = ..., latitude: _Optional[float] = ..., longitude: _Optional[float] = ...) -> None: ...

class PreconditionSchedule(_message.Message):
    __slots__ = ("id", "name", "days_of_week", "precondition_time", "one_time", "enabled", "latitude", "longitude")
    ID_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    DAYS_OF_WEEK_FIELD_NUMBER: _ClassVar[int]
    PRECONDITION_TIME_FIELD_NUMBER: _ClassVar[int]
    ONE_TIME_FIELD_NUMBER: _ClassVar[int]
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    LATITUDE_FIELD_NUMBER: _ClassVar[int]
    LONGITUDE_FIELD_NUMBER: _ClassVar[int]
    id: int
    name: str
    days_of_week: int
    precondition_time: int
    one_time: bool
    enabled: bool
    latitude: float
    longitude: float
    def __init__(self, id: _Optional[int] = ..., name: _Optional[str] = ..., days_of_week: _Optional[int] = ..., precondition_time: _Optional[int] = ..., one_time: bool = ..., enabled: bool = ..., latitude: _Optional[float] = ..., longitude: _Optional[float] = ...) -> None: ...

class ChargeState(_message.Message):
    __slots__ = ("charging_state", "conn_charge_cable", "charge_port_latch", "timestamp", "charge_limit_soc", "charge_limit_soc_std", "charge_limit_soc_min", "charge_limit_soc_max", "fast_charger_present", "battery_range", "est_battery_range", "ideal_battery_range", "battery_level", "usable_battery_level", "charge_energy_added", "charge_miles_added_rated", "charge_miles_added_ideal", "charger_voltage", "charger_pilot_current", "charger_actual_current", "charger_power", "minutes_to_full_charge", "charge_port_door_open", "scheduled_charging_pending", "charge_enable_request", "charger_phases", "charge_current_request", "charge_current_request_max", "scheduled_charging_mode", "charging_amps", "scheduled_charging_start_time_minutes", "charge_rate_mph_float")
    class ChargingState(_message.Message):
        __slots__ = ("Unknown", "Disconnected", "NoPower", "Starting", "Charging", "Complete", "Stopped")
        UNKNOWN_FIELD_NUMBER: _ClassVar[int]
        DISCONNECTED_FIELD_NUMBER: _ClassVar[int]
        NOPOWER_FIELD_NUMBER: _ClassVar[int]
        STARTING_FIELD_NUMBER: _ClassVar[int]
        CHARGING_FIELD_NUMBER: _ClassVar[int]
        COMPLETE_FIELD_NUMBER: _ClassVar[int]
        STOPPED_FIELD_NUMBER: _ClassVar[int]
        Unknown: Void
        Disconnected: Void
        NoPower: Void
        Starting: Void
        Charging: Void
        Complete: Void
        Stopped: Void
        def __init__(self, Unknown: _Optional[_Union[Void, _Mapping]] = ..., Disconnected: _Optional[_Union[Void, _Mapping]] = ..., NoPower: _Optional[_Union[Void, _Mapping]] = ..., Starting: _Optional[_Union[Void, _Mapping]] = ..., Charging: _Optional[_Union[Void, _Mapping]] = ..., Complete: _Optional[_Union[Void, _Mapping]] = ..., Stopped: _Optional[_Union[Void, _Mapping]] = ...) -> None: ...
    class Cable(_message.Message):
        __slots__ = ("SNA", "IEC", "SAE")
        SNA_FIELD_NUMBER: _ClassVar[int]
        IEC_FIELD_NUMBER: _ClassVar[int]
        SAE_FIELD_NUMBER: _ClassVar[int]
        SNA: Void
        IEC: Void
        SAE: Void
        def __init__(self, SNA: _Optional[_Union[Void, _Mapping]] = ..., IEC: _Optional[_Union[Void, _Mapping]] = ..., SAE: _Optional[_Union[Void, _Mapping]] = ...) -> None: ...
    class Latch(_message.Message):
        __slots__ = ("SNA", "Disengaged", "Engaged", "Blocking")
        SNA_FIELD_NUMBER: _ClassVar[int]
        DISENGAGED_FIELD_NUMBER: _ClassVar[int]
        ENGAGED_FIELD_NUMBER: _ClassVar[int]
        BLOCKING_FIELD_NUMBER: _ClassVar[int]
        SNA: Void
        Disengaged: Void
        Engaged: Void
        Blocking: Void
        def __init__(self, SNA: _Optional[_Union[Void, _Mapping]] = ..., Disengaged: _Optional[_Union[Void, _Mapping]] = ..., Engaged: _Optional[_Union[Void, _Mapping]] = ..., Blocking: _Optional[_Union[Void, _Mapping]] = ...) -> None: ...
    CHARGING_STATE_FIELD_NUMBER: _ClassVar[int]
    CONN_CHARGE_CABLE_FIELD_NUMBER: _ClassVar[int]
    CHARGE_PORT_LATCH_FIELD_NUMBER: _ClassVar[int]
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    CHARGE_LIMIT_SOC_FIELD_NUMBER: _ClassVar[int]
    CHARGE_LIMIT_SOC_STD_FIELD_NUMBER: _ClassVar[int]
    CHARGE_LIMIT_SOC_MIN_FIELD_NUMBER: _ClassVar[int]
    CHARGE_LIMIT_SOC_MAX_FIELD_NUMBER: _ClassVar[int]
    FAST_CHARGER_PRESENT_FIELD_NUMBER: _ClassVar[int]
    BATTERY_RANGE_FIELD_NUMBER: _ClassVar[int]
    EST_BATTERY_RANGE_FIELD_NUMBER: _ClassVar[int]
    IDEAL_BATTERY_RANGE_FIELD_NUMBER: _ClassVar[int]
    BATTERY_LEVEL_FIELD_NUMBER: _ClassVar[int]
    USABLE_BATTERY_LEVEL_FIELD_NUMBER: _ClassVar[int]
    CHARGE_ENERGY_ADDED_FIELD_NUMBER: _ClassVar[int]
    CHARGE_MILES_ADDED_RATED_FIELD_NUMBER: _ClassVar[int]
    CHARGE_MILES_ADDED_IDEAL_FIELD_NUMBER: _ClassVar[int]
    CHARGER_VOLTAGE_FIELD_NUMBER: _ClassVar[int]
    CHARGER_PILOT_CURRENT_FIELD_NUMBER: _ClassVar[int]
    CHARGER_ACTUAL_CURRENT_FIELD_NUMBER: _ClassVar[int]
    CHARGER_POWER_FIELD_NUMBER: _ClassVar[int]
    MINUTES_TO_FULL_CHARGE_FIELD_NUMBER: _ClassVar[int]
    CHARGE_PORT_DOOR_OPEN_FIELD_NUMBER: _ClassVar[int]
    SCHEDULED_CHARGING_PENDING_FIELD_NUMBER: _ClassVar[int]
    CHARGE_ENABLE_REQUEST_FIELD_NUMBER: _ClassVar[int]
    CHARGER_PHASES_FIELD_NUMBER: _ClassVar[int]
    CHARGE_CURRENT_REQUEST_FIELD_NUMBER: _ClassVar[int]
    CHARGE_CURRENT_REQUEST_MAX_FIELD_NUMBER: _ClassVar[int]
    SCHEDULED_CHARGING_MODE_FIELD_NUMBER: _ClassVar[int]
    CHARGING_AMPS_FIELD_NUMBER: _ClassVar[int]
    SCHEDULED_CHARGING_START_TIME_MINUTES_FIELD_NUMBER: _ClassVar[int]
    CHARGE_RATE_MPH_FLOAT_FIELD_NUMBER: _ClassVar[int]
    charging_state: ChargeState.ChargingState
    conn_charge_cable: ChargeState.Cable
    charge_port_latch: ChargeState.Latch
    timestamp: _timestamp_pb2.Timestamp
    charge_limit_soc: int
    charge_limit_soc_std: int
    charge_limit_soc_min: int
    charge_limit_soc_max: int
    fast_charger_present: bool
    battery_range: float
    est_battery_range: float
    ideal_battery_range: float
    battery_level: int
    usable_battery_level: int
    charge_energy_added: float
    charge_miles_added_rated: float
    charge_miles_added_ideal: float
    charger_voltage: int
    charger_pilot_current: int
    charger_actual_current: int
    charger_power: int
    minutes_to_full_charge: int
    charge_port_door_open: bool
    scheduled_charging_pending: bool
    charge_enable_request: bool
    charger_phases: int
    charge_current_request: int
    charge_current_request_max: int
    scheduled_charging_mode: int
    charging_amps: int
    scheduled_charging_start_time_minutes: int
    charge_rate_mph_float: float
    def __init__(self, charging_state: _Optional[_Union[ChargeState.ChargingState, _Mapping]] = ..., conn_charge_cable: _Optional[_Union[ChargeState.Cable, _Mapping]] = ..., charge_port_latch: _Optional[_Union[ChargeState.Latch, _Mapping]] = ..., timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., charge_limit_soc: _Optional[int] = ..., charge_limit_soc_std: _Optional[int] = ..., charge_limit_soc_min: _Optional[int] = ..., charge_limit_soc_max: _Optional[int] = ..., fast_charger_present: bool = ..., battery_range: _Optional[float] = ..., est_battery_range: _Optional[float] = ..., ideal_battery_range: _Optional[float] = ..., battery_level: _Optional[int] = ..., usable_battery_level: _Optional[int] = ..., charge_energy_added: _Optional[float] = ..., charge_miles_added_rated: _Optional[float] = ..., charge_miles_added_ideal: _Optional[float] = ..., charger_voltage: _Optional[int] = ..., charger_pilot_current: _Optional[int] = ..., charger_actual_current: _Optional[int] = ..., charger_power: _Optional[int] = ..., minutes_to_full_charge: _Optional[int] = ..., charge_port_door_open: bool = ..., scheduled_charging_pending: bool = ..., charge_enable_request: bool = ..., charger_phases: _Optional[int] = ..., charge_current_request: _Optional[int] = ..., charge_current_request_max: _Optional[int] = ..., scheduled_charging_mode: _Optional[int] = ..., charging_amps: _Optional[int] = ..., scheduled_charging_start_time_minutes: _Optional[int] = ..., charge_rate_mph_float: _Optional[float] = ...) -> None: ...

class ClimateState(_message.Message):
    __slots__ = ("timestamp", "inside_temp_celsius", "outside_temp_celsius", "driver_temp_setting", "passenger_temp_setting", "fan_status", "is_climate_on", "min_avail_temp_celsius", "max_avail_temp_celsius", "seat_heater_left", "seat_heater_right", "battery_heater", "steering_wheel_heater", "is_preconditioning", "is_auto_conditioning_on")
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    INSIDE_TEMP_CELSIUS_FIELD_NUMBER: _ClassVar[int]
    OUTSIDE_TEMP_CELSIUS_FIELD_NUMBER: _ClassVar[int]
    DRIVER_TEMP_SETTING_FIELD_NUMBER: _ClassVar[int]
    PASSENGER_TEMP_SETTING_FIELD_NUMBER: _ClassVar[int]
    FAN_STATUS_FIELD_NUMBER: _ClassVar[int]
    IS_CLIMATE_ON_FIELD_NUMBER: _ClassVar[int]
    MIN_AVAIL_TEMP_CELSIUS_FIELD_NUMBER: _ClassVar[int]
    MAX_AVAIL_TEMP_CELSIUS_FIELD_NUMBER: _ClassVar[int]
    SEAT_HEATER_LEFT_FIELD_NUMBER: _ClassVar[int]
    SEAT_HEATER_RIGHT_FIELD_NUMBER: _ClassVar[int]
    BATTERY_HEATER_FIELD_NUMBER: _ClassVar[int]
    STEERING_WHEEL_HEATER_FIELD_NUMBER: _ClassVar[int]
    IS_PRECONDITIONING_FIELD_NUMBER: _ClassVar[int]
    IS_AUTO_CONDITIONING_ON_FIELD_NUMBER: _ClassVar[int]
    timestamp: _timestamp_pb2.Timestamp
    inside_temp_celsius: float
    outside_temp_celsius: float
    driver_temp_setting: float
    passenger_temp_setting: float
    fan_status: int
    is_climate_on: bool
    min_avail_temp_celsius: float
    max_avail_temp_celsius: float
    seat_heater_left: int
    seat_heater_right: int
    battery_heater: bool
    steering_wheel_heater: bool
    is_preconditioning: bool
    is_auto_conditioning_on: bool
    def __init__(self, timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., inside_temp_celsius: _Optional[float] = ..., outside_temp_celsius: _Optional[float] = ..., driver_temp_setting: _Optional[float] = ..., passenger_temp_setting: _Optional[float] = ..., fan_status: _Optional[int] = ..., is_climate_on: bool = ..., min_avail_temp_celsius: _Optional[float] = ..., max_avail_temp_celsius: _Optional[float] = ..., seat_heater_left: _Optional[int] = ..., seat_heater_right: _Optional[int] = ..., battery_heater: bool = ..., steering_wheel_heater: bool = ..., is_preconditioning: bool = ..., is_auto_conditioning_on: bool = ...) -> None: ...

class DriveState(_message.Message):
    __slots__ = ("shift_state", "timestamp", "speed", "power", "odometer_in_hundredths_of_a_mile")
    class ShiftState(_message.Message):
        __slots__ = ("Invalid", "P", "R", "N", "D", "SNA")
        INVALID_FIELD_NUMBER: _ClassVar[int]
        P_FIELD_NUMBER: _ClassVar[int]
        R_FIELD_NUMBER: _ClassVar[int]
        N_FIELD_NUMBER: _ClassVar[int]
        D_FIELD_NUMBER: _ClassVar[int]
        SNA_FIELD_NUMBER: _ClassVar[int]
        Invalid: Void
        P: Void
        R: Void
        N: Void
        D: Void
        SNA: Void
        def __init__(self, Invalid: _Optional[_Union[Void, _Mapping]] = ..., P: _Optional[_Union[Void, _Mapping]] = ..., R: _Optional[_Union[Void, _Mapping]] = ..., N: _Optional[_Union[Void, _Mapping]] = ..., D: _Optional[_Union[Void, _Mapping]] = ..., SNA: _Optional[_Union[Void, _Mapping]] = ...) -> None: ...
    SHIFT_STATE_FIELD_NUMBER: _ClassVar[int]
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    SPEED_FIELD_NUMBER: _ClassVar[int]
    POWER_FIELD_NUMBER: _ClassVar[int]
    ODOMETER_IN_HUNDREDTHS_OF_A_MILE_FIELD_NUMBER: _ClassVar[int]
    shift_state: DriveState.ShiftState
    timestamp: _timestamp_pb2.Timestamp
    speed: int
    power: int
    odometer_in_hundredths_of_a_mile: int
    def __init__(self, shift_state: _Optional[_Union[DriveState.ShiftState, _Mapping]] = ..., timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., speed: _Optional[int] = ..., power: _Optional[int] = ..., odometer_in_hundredths_of_a_mile: _Optional[int] = ...) -> None: ...

class LocationState(_message.Message):
    __slots__ = ("timestamp", "latitude", "longitude", "heading", "gps_as_of", "native_location_supported", "native_latitude", "native_longitude")
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    LATITUDE_FIELD_NUMBER: _ClassVar[int]
    LONGITUDE_FIELD_NUMBER: _ClassVar[int]
    HEADING_FIELD_NUMBER: _ClassVar[int]
    GPS_AS_OF_FIELD_NUMBER: _ClassVar[int]
    NATIVE_LOCATION_SUPPORTED_FIELD_NUMBER: _ClassVar[int]
    NATIVE_LATITUDE_FIELD_NUMBER: _ClassVar[int]
    NATIVE_LONGITUDE_FIELD_NUMBER: _ClassVar[int]
    timestamp: _timestamp_pb2.Timestamp
    latitude: float
    longitude: float
    heading: int
    gps_as_of: int
    native_location_supported: bool
    native_latitude: float
    native_longitude: float
    def __init__(self, timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., latitude: _Optional[float] = ..., longitude: _Optional[float] = ..., heading: _Optional[int] = ..., gps_as_of: _Optional[int] = ..., native_location_supported: bool = ..., native_latitude: _Optional[float] = ..., native_longitude: _Optional[float] = ...) -> None: ...

class ClosuresState(_message.Message):
    __slots__ = ("sentry_mode_state", "door_open_driver_front", "door_open_driver_rear", "door_open_passenger_front", "door_open_passenger_rear", "door_open_trunk_front", "door_open_trunk_rear", "window_open_driver_front", "window_open_passenger_front", "window_open_driver_rear", "window_open_passenger_rear", "locked", "is_user_present", "valet_mode", "sentry_mode_available", "timestamp")
    class SentryModeState(_message.Message):
        __slots__ = ("Off", "Idle", "Armed")
        OFF_FIELD_NUMBER: _ClassVar[int]
        IDLE_FIELD_NUMBER: _ClassVar[int]
        ARMED_FIELD_NUMBER: _ClassVar[int]
        Off: Void
        Idle: Void
        Armed: Void
        def __init__(self, Off: _Optional[_Union[Void, _Mapping]] = ..., Idle: _Optional[_Union[Void, _Mapping]] = ..., Armed: _Optional[_Union[Void, _Mapping]] = ...) -> None: ...
    SENTRY_MODE_STATE_FIELD_NUMBER: _ClassVar[int]
    DOOR_OPEN_DRIVER_FRONT_FIELD_NUMBER: _ClassVar[int]
    DOOR_OPEN_DRIVER_REAR_FIELD_NUMBER: _ClassVar[int]
    DOOR_OPEN_PASSENGER_FRONT_FIELD_NUMBER: _ClassVar[int]
    DOOR_OPEN_PASSENGER_REAR_FIELD_NUMBER: _ClassVar[int]
    DOOR_OPEN_TRUNK_FRONT_FIELD_NUMBER: _ClassVar[int]
    DOOR_OPEN_TRUNK_REAR_FIELD_NUMBER: _ClassVar[int]
    WINDOW_OPEN_DRIVER_FRONT_FIELD_NUMBER: _ClassVar[int]
    WINDOW_OPEN_PASSENGER_FRONT_FIELD_NUMBER: _ClassVar[int]
    WINDOW_OPEN_DRIVER_REAR_FIELD_NUMBER: _ClassVar[int]
    WINDOW_OPEN_PASSENGER_REAR_FIELD_NUMBER: _ClassVar[int]
    LOCKED_FIELD_NUMBER: _ClassVar[int]
    IS_USER_PRESENT_FIELD_NUMBER: _ClassVar[int]
    VALET_MODE_FIELD_NUMBER: _ClassVar[int]
    SENTRY_MODE_AVAILABLE_FIELD_NUMBER: _ClassVar[int]
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    sentry_mode_state: ClosuresState.SentryModeState
    door_open_driver_front: bool
    door_open_driver_rear: bool
    door_open_passenger_front: bool
    door_open_passenger_rear: bool
    door_open_trunk_front: bool
    door_open_trunk_rear: bool
    window_open_driver_front: bool
    window_open_passenger_front: bool
    window_open_driver_rear: bool
    window_open_passenger_rear: bool
    locked: bool
    is_user_present: bool
    valet_mode: bool
    sentry_mode_available: bool
    timestamp: _timestamp_pb2.Timestamp
    def __init__(self, sentry_mode_state: _Optional[_Union[ClosuresState.SentryModeState, _Mapping]] = ..., door_open_driver_front: bool = ..., door_open_driver_rear: bool = ..., door_open_passenger_front: bool = ..., door_open_passenger_rear: bool = ..., door_open_trunk_front: bool = ..., door_open_trunk_rear: bool = ..., window_open_driver_front: bool = ..., window_open_passenger_front: bool = ..., window_open_driver_rear: bool = ..., window_open_passenger_rear: bool = ..., locked: bool = ..., is_user_present: bool = ..., valet_mode: bool = ..., sentry_mode_available: bool = ..., timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class TirePressureState(_message.Message):
    __slots__ = ("timestamp", "tpms_pressure_fl", "tpms_pressure_fr", "tpms_pressure_rl", "tpms_pressure_rr")
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    TPMS_PRESSURE_FL_FIELD_NUMBER: _ClassVar[int]
    TPMS_PRESSURE_FR_FIELD_NUMBER: _ClassVar[int]
    TPMS_PRESSURE_RL_FIELD_NUMBER: _ClassVar[int]
    TPMS_PRESSURE_RR_FIELD_NUMBER: _ClassVar[int]
    timestamp: _timestamp_pb2.Timestamp
    tpms_pressure_fl: float
    tpms_pressure_fr: float
    tpms_pressure_rl: float
    tpms_pressure_rr: float
    def __init__(self, timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., tpms_pressure_fl: _Optional[float] = ..., tpms_pressure_fr: _Optional[float] = ..., tpms_pressure_rl: _Optional[float] = ..., tpms_pressure_rr: _Optional[float] = ...) -> None: ...

class ChargeScheduleState(_message.Message):
    __slots__ = ("charge_schedules", "charge_buffer", "max_num_charge_schedules", "timestamp")
    CHARGE_SCHEDULES_FIELD_NUMBER: _ClassVar[int]
    CHARGE_BUFFER_FIELD_NUMBER: _ClassVar[int]
    MAX_NUM_CHARGE_SCHEDULES_FIELD_NUMBER: _ClassVar[int]
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    charge_schedules: _containers.RepeatedCompositeFieldContainer[ChargeSchedule]
    charge_buffer: int
    max_num_charge_schedules: int
    timestamp: _timestamp_pb2.Timestamp
    def __init__(self, charge_schedules: _Optional[_Iterable[_Union[ChargeSchedule, _Mapping]]] = ..., charge_buffer: _Optional[int] = ..., max_num_charge_schedules: _Optional[int] = ..., timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class PreconditioningScheduleState(_message.Message):
    __slots__ = ("precondition_schedules", "max_num_precondition_schedules", "timestamp")
    PRECONDITION_SCHEDULES_FIELD_NUMBER: _ClassVar[int]
    MAX_NUM_PRECONDITION_SCHEDULES_FIELD_NUMBER: _ClassVar[int]
    TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    precondition_schedules: _containers.RepeatedCompositeFieldContainer[PreconditionSchedule]
    max_num_precondition_schedules: int
    timestamp: _timestamp_pb2.Timestamp
    def __init__(self, precondition_schedules: _Optional[_Iterable[_Union[PreconditionSchedule, _Mapping]]] = ..., max_num_precondition_schedules: _Optional[int] = ..., timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class VehicleData(_message.Message):
    __slots__ = ("charge_state", "climate_state", "drive_state", "location_state", "closures_state", "charge_schedule_state", "preconditioning_schedule_state", "tire_pressure_state")
    CHARGE_STATE_FIELD_NUMBER: _ClassVar[int]
    CLIMATE_STATE_FIELD_NUMBER: _ClassVar[int]
    DRIVE_STATE_FIELD_NUMBER: _ClassVar[int]
    LOCATION_STATE_FIELD_NUMBER: _ClassVar[int]
    CLOSURES_STATE_FIELD_NUMBER: _ClassVar[int]
    CHARGE_SCHEDULE_STATE_FIELD_NUMBER: _ClassVar[int]
    PRECONDITIONING_SCHEDULE_STATE_FIELD_NUMBER: _ClassVar[int]
    TIRE_PRESSURE_STATE_FIELD_NUMBER: _ClassVar[int]
    charge_state: ChargeState
    climate_state: ClimateState
    drive_state: DriveState
    location_state: LocationState
    closures_state: ClosuresState
    charge_schedule_state: ChargeScheduleState
    preconditioning_schedule_state: PreconditioningScheduleState
    tire_pressure_state: TirePressureState
    def __init__(self, charge_state: _Optional[_Union[ChargeState, _Mapping]] = ..., climate_state: _Optional[_Union[ClimateState, _Mapping]] = ..., drive_state: _Optional[_Union[DriveState, _Mapping]] = ..., location_state: _Optional[_Union[LocationState, _Mapping]] = ..., closures_state: _Optional[_Union[ClosuresState, _Mapping]] = ..., charge_schedule_state: _Optional[_Union[ChargeScheduleState, _Mapping]] = ..., preconditioning_schedule_state: _Optional[_Union[PreconditioningScheduleState, _Mapping]] = ..., tire_pressure_state: _Optional[_Union[TirePressureState, _Mapping]] = ...) -> None: ...
