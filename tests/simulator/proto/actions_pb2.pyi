# mypy: disable-error-code="type-arg"
import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from tests.simulator.proto import state_pb2 as _state_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class On(_message.Message):
    __slots__ = ("on",)
    ON_FIELD_NUMBER: _ClassVar[int]
    on: bool
    def __init__(self, on: bool = ...) -> None: ...

class Enable(_message.Message):
    __slots__ = ("enable",)
    ENABLE_FIELD_NUMBER: _ClassVar[int]
    enable: bool
    def __init__(self, enable: bool = ...) -> None: ...

class OnPassword(_message.Message):
    __slots__ = ("on", "password")
    ON_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    on: bool
    password: str
    def __init__(self, on: bool = ..., password: _Optional[str] = ...) -> None: ...

class ActivatePin(_message.Message):
    __slots__ = ("activate", "pin")
    ACTIVATE_FIELD_NUMBER: _ClassVar[int]
    PIN_FIELD_NUMBER: _ClassVar[int]
    activate: bool
    pin: str
    def __init__(self, activate: bool = ..., pin: _Optional[str] = ...) -> None: ...

class Pin(_message.Message):
    __slots__ = ("pin",)
    PIN_FIELD_NUMBER: _ClassVar[int]
    pin: str
    def __init__(self, pin: _Optional[str] = ...) -> None: ...

class SpeedLimit(_message.Message):
    __slots__ = ("limit_mph",)
    LIMIT_MPH_FIELD_NUMBER: _ClassVar[int]
    limit_mph: float
    def __init__(self, limit_mph: _Optional[float] = ...) -> None: ...

class Identifier(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: int
    def __init__(self, id: _Optional[int] = ...) -> None: ...

class Places(_message.Message):
    __slots__ = ("home", "work", "other")
    HOME_FIELD_NUMBER: _ClassVar[int]
    WORK_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    home: bool
    work: bool
    other: bool
    def __init__(self, home: bool = ..., work: bool = ..., other: bool = ...) -> None: ...

class OnOverride(_message.Message):
    __slots__ = ("on", "manual_override")
    ON_FIELD_NUMBER: _ClassVar[int]
    MANUAL_OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    on: bool
    manual_override: bool
    def __init__(self, on: bool = ..., manual_override: bool = ...) -> None: ...

class GetVehicleData(_message.Message):
    __slots__ = ("charge_state", "climate_state", "drive_state", "location_state", "closures_state", "charge_schedule_state", "preconditioning_schedule_state", "tire_pressure_state")
    CHARGE_STATE_FIELD_NUMBER: _ClassVar[int]
    CLIMATE_STATE_FIELD_NUMBER: _ClassVar[int]
    DRIVE_STATE_FIELD_NUMBER: _ClassVar[int]
    LOCATION_STATE_FIELD_NUMBER: _ClassVar[int]
    CLOSURES_STATE_FIELD_NUMBER: _ClassVar[int]
    CHARGE_SCHEDULE_STATE_FIELD_NUMBER: _ClassVar[int]
    PRECONDITIONING_SCHEDULE_STATE_FIELD_NUMBER: _ClassVar[int]
    TIRE_PRESSURE_STATE_FIELD_NUMBER: _ClassVar[int]
    charge_state: _state_pb2.Void
    climate_state: _state_pb2.Void
    drive_state: _state_pb2.Void
    location_state: _state_pb2.Void
    closures_state: _state_pb2.Void
    charge_schedule_state: _state_pb2.Void
    preconditioning_schedule_state: _state_pb2.Void
    tire_pressure_state: _state_pb2.Void
    def __init__(self, charge_state: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., climate_state: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., drive_state: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., location_state: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., closures_state: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., charge_schedule_state: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., preconditioning_schedule_state: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., tire_pressure_state: _Optional[_Union[_state_pb2.Void, _Mapping]] = ...) -> None: ...

class ChargeLimit(_message.Message):
    __slots__ = ("percent",)
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    percent: int
    def __init__(self, percent: _Optional[int] = ...) -> None: ...

class ChargingStartStop(_message.Message):
    __slots__ = ("charge_start", "charge_standard", "charge_max_range", "charge_stop")
    CHARGE_START_FIELD_NUMBER: _ClassVar[int]
    CHARGE_STANDARD_FIELD_NUMBER: _ClassVar[int]
    CHARGE_MAX_RANGE_FIELD_NUMBER: _ClassVar[int]
    CHARGE_STOP_FIELD_NUMBER: _ClassVar[int]
    charge_start: _state_pb2.Void
    charge_standard: _state_pb2.Void
    charge_max_range: _state_pb2.Void
    charge_stop: _state_pb2.Void
    def __init__(self, charge_start: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., charge_standard: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., charge_max_range: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., charge_stop: _Optional[_Union[_state_pb2.Void, _Mapping]] = ...) -> None: ...

class PreconditioningMax(_message.Message):
    __slots__ = ("on", "manual_override", "manual_override_mode")
    ON_FIELD_NUMBER: _ClassVar[int]
    MANUAL_OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    MANUAL_OVERRIDE_MODE_FIELD_NUMBER: _ClassVar[int]
    on: bool
    manual_override: bool
    manual_override_mode: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, on: bool = ..., manual_override: bool = ..., manual_override_mode: _Optional[_Iterable[int]] = ...) -> None: ...

class TemperatureAdjustment(_message.Message):
    __slots__ = ("level", "driver_temp", "passenger_temp")
    class Level(_message.Message):
        __slots__ = ("unknown", "min", "max")
        UNKNOWN_FIELD_NUMBER: _ClassVar[int]
        MIN_FIELD_NUMBER: _ClassVar[int]
        MAX_FIELD_NUMBER: _ClassVar[int]
        unknown: _state_pb2.Void
        min: _state_pb2.Void
        max: _state_pb2.Void
        def __init__(self, unknown: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., min: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., max: _Optional[_Union[_state_pb2.Void, _Mapping]] = ...) -> None: ...
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    DRIVER_TEMP_FIELD_NUMBER: _ClassVar[int]
    PASSENGER_TEMP_FIELD_NUMBER: _ClassVar[int]
    level: TemperatureAdjustment.Level
    driver_temp: float
    passenger_temp: float
    def __init__(self, level: _Optional[_Union[TemperatureAdjustment.Level, _Mapping]] = ..., driver_temp: _Optional[float] = ..., passenger_temp: _Optional[float] = ...) -> None: ...

class Volume(_message.Message):
    __slots__ = ("delta", "absolute")
    DELTA_FIELD_NUMBER: _ClassVar[int]
    ABSOLUTE_FIELD_NUMBER: _ClassVar[int]
    delta: int
    absolute: float
    def __init__(self, delta: _Optional[int] = ..., absolute: _Optional[float] = ...) -> None: ...

class SoftwareUpdateOffset(_message.Message):
    __slots__ = ("offset_sec",)
    OFFSET_SEC_FIELD_NUMBER: _ClassVar[int]
    offset_sec: int
    def __init__(self, offset_sec: _Optional[int] = ...) -> None: ...

class Homelink(_message.Message):
    __slots__ = ("location", "token")
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    location: _state_pb2.LatLong
    token: str
    def __init__(self, location: _Optional[_Union[_state_pb2.LatLong, _Mapping]] = ..., token: _Optional[str] = ...) -> None: ...

class Windows(_message.Message):
    __slots__ = ("unknown", "vent", "close")
    UNKNOWN_FIELD_NUMBER: _ClassVar[int]
    VENT_FIELD_NUMBER: _ClassVar[int]
    CLOSE_FIELD_NUMBER: _ClassVar[int]
    unknown: _state_pb2.Void
    vent: _state_pb2.Void
    close: _state_pb2.Void
    def __init__(self, unknown: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., vent: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., close: _Optional[_Union[_state_pb2.Void, _Mapping]] = ...) -> None: ...

class SeatHeaters(_message.Message):
    __slots__ = ("seats",)
    class SeatHeater(_message.Message):
        __slots__ = ("level_unknown", "level_off", "level_low", "level_medium", "level_high", "seat_unknown", "seat_front_left", "seat_front_right", "seat_rear_left", "seat_rear_left_back", "seat_rear_center", "seat_rear_right", "seat_rear_right_back", "seat_third_row_left", "seat_third_row_right")
        LEVEL_UNKNOWN_FIELD_NUMBER: _ClassVar[int]
        LEVEL_OFF_FIELD_NUMBER: _ClassVar[int]
        LEVEL_LOW_FIELD_NUMBER: _ClassVar[int]
        LEVEL_MEDIUM_FIELD_NUMBER: _ClassVar[int]
        LEVEL_HIGH_FIELD_NUMBER: _ClassVar[int]
        SEAT_UNKNOWN_FIELD_NUMBER: _ClassVar[int]
        SEAT_FRONT_LEFT_FIELD_NUMBER: _ClassVar[int]
        SEAT_FRONT_RIGHT_FIELD_NUMBER: _ClassVar[int]
        SEAT_REAR_LEFT_FIELD_NUMBER: _ClassVar[int]
        SEAT_REAR_LEFT_BACK_FIELD_NUMBER: _ClassVar[int]
        SEAT_REAR_CENTER_FIELD_NUMBER: _ClassVar[int]
        SEAT_REAR_RIGHT_FIELD_NUMBER: _ClassVar[int]
        SEAT_REAR_RIGHT_BACK_FIELD_NUMBER: _ClassVar[int]
        SEAT_THIRD_ROW_LEFT_FIELD_NUMBER: _ClassVar[int]
        SEAT_THIRD_ROW_RIGHT_FIELD_NUMBER: _ClassVar[int]
        level_unknown: _state_pb2.Void
        level_off: _state_pb2.Void
        level_low: _state_pb2.Void
        level_medium: _state_pb2.Void
        level_high: _state_pb2.Void
        seat_unknown: _state_pb2.Void
        seat_front_left: _state_pb2.Void
        seat_front_right: _state_pb2.Void
        seat_rear_left: _state_pb2.Void
        seat_rear_left_back: _state_pb2.Void
        seat_rear_center: _state_pb2.Void
        seat_rear_right: _state_pb2.Void
        seat_rear_right_back: _state_pb2.Void
        seat_third_row_left: _state_pb2.Void
        seat_third_row_right: _state_pb2.Void
        def __init__(self, level_unknown: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., level_off: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., level_low: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., level_medium: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., level_high: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_unknown: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_front_left: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_front_right: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_rear_left: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_rear_left_back: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_rear_center: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_rear_right: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_rear_right_back: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_third_row_left: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., seat_third_row_right: _Optional[_Union[_state_pb2.Void, _Mapping]] = ...) -> None: ...
    SEATS_FIELD_NUMBER: _ClassVar[int]
    seats: _containers.RepeatedCompositeFieldContainer[SeatHeaters.SeatHeater]
    def __init__(self, seats: _Optional[_Iterable[_Union[SeatHeaters.SeatHeater, _Mapping]]] = ...) -> None: ...

class ScheduledCharging(_message.Message):
    __slots__ = ("enable", "time")
    ENABLE_FIELD_NUMBER: _ClassVar[int]
    TIME_FIELD_NUMBER: _ClassVar[int]
    enable: bool
    time: int
    def __init__(self, enable: bool = ..., time: _Optional[int] = ...) -> None: ...

class ScheduledDeparture(_message.Message):
    __slots__ = ("enable", "departure_time", "preconditioning", "off_peak_charging", "end_off_peak_time")
    class Times(_message.Message):
        __slots__ = ("all_week", "weekdays")
        ALL_WEEK_FIELD_NUMBER: _ClassVar[int]
        WEEKDAYS_FIELD_NUMBER: _ClassVar[int]
        all_week: _state_pb2.Void
        weekdays: _state_pb2.Void
        def __init__(self, all_week: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., weekdays: _Optional[_Union[_state_pb2.Void, _Mapping]] = ...) -> None: ...
    ENABLE_FIELD_NUMBER: _ClassVar[int]
    DEPARTURE_TIME_FIELD_NUMBER: _ClassVar[int]
    PRECONDITIONING_FIELD_NUMBER: _ClassVar[int]
    OFF_PEAK_CHARGING_FIELD_NUMBER: _ClassVar[int]
    END_OFF_PEAK_TIME_FIELD_NUMBER: _ClassVar[int]
    enable: bool
    departure_time: int
    preconditioning: ScheduledDeparture.Times
    off_peak_charging: ScheduledDeparture.Times
    end_off_peak_time: int
    def __init__(self, enable: bool = ..., departure_time: _Optional[int] = ..., preconditioning: _Optional[_Union[ScheduledDeparture.Times, _Mapping]] = ..., off_peak_charging: _Optional[_Union[ScheduledDeparture.Times, _Mapping]] = ..., end_off_peak_time: _Optional[int] = ...) -> None: ...

class ChargingAmps(_message.Message):
    __slots__ = ("charging_amps",)
    CHARGING_AMPS_FIELD_NUMBER: _ClassVar[int]
    charging_amps: int
    def __init__(self, charging_amps: _Optional[int] = ...) -> None: ...

class ClimateKeeper(_message.Message):
    __slots__ = ("climate_keeper_mode", "manual_override")
    CLIMATE_KEEPER_MODE_FIELD_NUMBER: _ClassVar[int]
    MANUAL_OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    climate_keeper_mode: int
    manual_override: bool
    def __init__(self, climate_keeper_mode: _Optional[int] = ..., manual_override: bool = ...) -> None: ...

class Ping(_message.Message):
    __slots__ = ("ping_id", "local_timestamp", "last_remote_timestamp")
    PING_ID_FIELD_NUMBER: _ClassVar[int]
    LOCAL_TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    LAST_REMOTE_TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    ping_id: int
    local_timestamp: _timestamp_pb2.Timestamp
    last_remote_timestamp: _timestamp_pb2.Timestamp
    def __init__(self, ping_id: _Optional[int] = ..., local_timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ..., last_remote_timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping]] = ...) -> None: ...

class AutoSeats(_message.Message):
    __slots__ = ("seats",)
    class Seat(_message.Message):
        __slots__ = ("auto_climate_on", "auto_seat_position")
        AUTO_CLIMATE_ON_FIELD_NUMBER: _ClassVar[int]
        AUTO_SEAT_POSITION_FIELD_NUMBER: _ClassVar[int]
        auto_climate_on: bool
        auto_seat_position: int
        def __init__(self, auto_climate_on: bool = ..., auto_seat_position: _Optional[int] = ...) -> None: ...
    SEATS_FIELD_NUMBER: _ClassVar[int]
    seats: _containers.RepeatedCompositeFieldContainer[AutoSeats.Seat]
    def __init__(self, seats: _Optional[_Iterable[_Union[AutoSeats.Seat, _Mapping]]] = ...) -> None: ...

class SeatCoolers(_message.Message):
    __slots__ = ("seats",)
    class Seat(_message.Message):
        __slots__ = ("seat_cooler_level", "seat_position")
        SEAT_COOLER_LEVEL_FIELD_NUMBER: _ClassVar[int]
        SEAT_POSITION_FIELD_NUMBER: _ClassVar[int]
        seat_cooler_level: int
        seat_position: int
        def __init__(self, seat_cooler_level: _Optional[int] = ..., seat_position: _Optional[int] = ...) -> None: ...
    SEATS_FIELD_NUMBER: _ClassVar[int]
    seats: _containers.RepeatedCompositeFieldContainer[SeatCoolers.Seat]
    def __init__(self, seats: _Optional[_Iterable[_Union[SeatCoolers.Seat, _Mapping]]] = ...) -> None: ...

class CabinOverheatProtection(_message.Message):
    __slots__ = ("on", "fan_only")
    ON_FIELD_NUMBER: _ClassVar[int]
    FAN_ONLY_FIELD_NUMBER: _ClassVar[int]
    on: bool
    fan_only: bool
    def __init__(self, on: bool = ..., fan_only: bool = ...) -> None: ...

class VehicleName(_message.Message):
    __slots__ = ("vehicle_name",)
    VEHICLE_NAME_FIELD_NUMBER: _ClassVar[int]
    vehicle_name: str
    def __init__(self, vehicle_name: _Optional[str] = ...) -> None: ...

class CabinOverheatTemperature(_message.Message):
    __slots__ = ("cop_temp",)
    COP_TEMP_FIELD_NUMBER: _ClassVar[int]
    cop_temp: int
    def __init__(self, cop_temp: _Optional[int] = ...) -> None: ...

class EraseUserData(_message.Message):
    __slots__ = ("reason",)
    REASON_FIELD_NUMBER: _ClassVar[int]
    reason: str
    def __init__(self, reason: _Optional[str] = ...) -> None: ...

class ParentalControlsSetting(_message.Message):
    __slots__ = ("setting", "enable")
    SETTING_FIELD_NUMBER: _ClassVar[int]
    ENABLE_FIELD_NUMBER: _ClassVar[int]
    setting: int
    enable: bool
    def __init__(self, setting: _Optional[int] = ..., enable: bool = ...) -> None: ...

class VehicleAction(_message.Message):
    __slots__ = ("get_vehicle_data", "set_charge_limit", "charging_start_stop", "speed_limit_clear_pin", "speed_limit_set_limit", "speed_limit", "hvac_auto", "set_preconditioning_max", "remote_steering_wheel_heater_request", "set_temps", "media_toggle_playback", "media_volume", "media_next_fav", "media_prev_fav", "media_next_track", "media_prev_track", "cancel_software_update", "flash_lights", "honk_horn", "reset_valet_pin", "schedule_software_update", "set_sentry_mode", "set_valet_mode", "trigger_homelink", "window_control", "set_bioweapon_mode", "remote_seat_heater_request", "set_scheduled_charging", "set_scheduled_departure", "set_charging_amps", "set_climate_keeper_mode", "ping", "remote_auto_seat_climate_request", "remote_seat_cooler_request", "set_cabin_overheat_protection", "set_vehicle_name", "charge_port_door_close", "charge_port_door_open", "guest_mode", "set_cop_temp", "erase_user_data", "set_pin_to_drive", "reset_pin_to_drive_pin", "speed_limit_clear_pin_admin", "clear_pin_to_drive_admin", "add_charge_schedule", "remove_charge_schedule", "add_precondition_schedule", "remove_precondition_schedule", "batch_remove_precondition_schedules", "batch_remove_charge_schedules", "parental_controls_clear_pin_admin", "parental_controls", "parental_controls_enable_setting", "parental_controls_set_speed_limit", "set_low_power_mode", "keep_accessory_power_mode")
    GET_VEHICLE_DATA_FIELD_NUMBER: _ClassVar[int]
    SET_CHARGE_LIMIT_FIELD_NUMBER: _ClassVar[int]
    CHARGING_START_STOP_FIELD_NUMBER: _ClassVar[int]
    SPEED_LIMIT_CLEAR_PIN_FIELD_NUMBER: _ClassVar[int]
    SPEED_LIMIT_SET_LIMIT_FIELD_NUMBER: _ClassVar[int]
    SPEED_LIMIT_FIELD_NUMBER: _ClassVar[int]
    HVAC_AUTO_FIELD_NUMBER: _ClassVar[int]
    SET_PRECONDITIONING_MAX_FIELD_NUMBER: _ClassVar[int]
    REMOTE_STEERING_WHEEL_HEATER_REQUEST_FIELD_NUMBER: _ClassVar[int]
    SET_TEMPS_FIELD_NUMBER: _ClassVar[int]
    MEDIA_TOGGLE_PLAYBACK_FIELD_NUMBER: _ClassVar[int]
    MEDIA_VOLUME_FIELD_NUMBER: _ClassVar[int]
    MEDIA_NEXT_FAV_FIELD_NUMBER: _ClassVar[int]
    MEDIA_PREV_FAV_FIELD_NUMBER: _ClassVar[int]
    MEDIA_NEXT_TRACK_FIELD_NUMBER: _ClassVar[int]
    MEDIA_PREV_TRACK_FIELD_NUMBER: _ClassVar[int]
    CANCEL_SOFTWARE_UPDATE_FIELD_NUMBER: _ClassVar[int]
    FLASH_LIGHTS_FIELD_NUMBER: _ClassVar[int]
    HONK_HORN_FIELD_NUMBER: _ClassVar[int]
    RESET_VALET_PIN_FIELD_NUMBER: _ClassVar[int]
    SCHEDULE_SOFTWARE_UPDATE_FIELD_NUMBER: _ClassVar[int]
    SET_SENTRY_MODE_FIELD_NUMBER: _ClassVar[int]
    SET_VALET_MODE_FIELD_NUMBER: _ClassVar[int]
    TRIGGER_HOMELINK_FIELD_NUMBER: _ClassVar[int]
    WINDOW_CONTROL_FIELD_NUMBER: _ClassVar[int]
    SET_BIOWEAPON_MODE_FIELD_NUMBER: _ClassVar[int]
    REMOTE_SEAT_HEATER_REQUEST_FIELD_NUMBER: _ClassVar[int]
    SET_SCHEDULED_CHARGING_FIELD_NUMBER: _ClassVar[int]
    SET_SCHEDULED_DEPARTURE_FIELD_NUMBER: _ClassVar[int]
    SET_CHARGING_AMPS_FIELD_NUMBER: _ClassVar[int]
    SET_CLIMATE_KEEPER_MODE_FIELD_NUMBER: _ClassVar[int]
    PING_FIELD_NUMBER: _ClassVar[int]
    REMOTE_AUTO_SEAT_CLIMATE_REQUEST_FIELD_NUMBER: _ClassVar[int]
    REMOTE_SEAT_COOLER_REQUEST_FIELD_NUMBER: _ClassVar[int]
    SET_CABIN_OVERHEAT_PROTECTION_FIELD_NUMBER: _ClassVar[int]
    SET_VEHICLE_NAME_FIELD_NUMBER: _ClassVar[int]
    CHARGE_PORT_DOOR_CLOSE_FIELD_NUMBER: _ClassVar[int]
    CHARGE_PORT_DOOR_OPEN_FIELD_NUMBER: _ClassVar[int]
    GUEST_MODE_FIELD_NUMBER: _ClassVar[int]
    SET_COP_TEMP_FIELD_NUMBER: _ClassVar[int]
    ERASE_USER_DATA_FIELD_NUMBER: _ClassVar[int]
    SET_PIN_TO_DRIVE_FIELD_NUMBER: _ClassVar[int]
    RESET_PIN_TO_DRIVE_PIN_FIELD_NUMBER: _ClassVar[int]
    SPEED_LIMIT_CLEAR_PIN_ADMIN_FIELD_NUMBER: _ClassVar[int]
    CLEAR_PIN_TO_DRIVE_ADMIN_FIELD_NUMBER: _ClassVar[int]
    ADD_CHARGE_SCHEDULE_FIELD_NUMBER: _ClassVar[int]
    REMOVE_CHARGE_SCHEDULE_FIELD_NUMBER: _ClassVar[int]
    ADD_PRECONDITION_SCHEDULE_FIELD_NUMBER: _ClassVar[int]
    REMOVE_PRECONDITION_SCHEDULE_FIELD_NUMBER: _ClassVar[int]
    BATCH_REMOVE_PRECONDITION_SCHEDULES_FIELD_NUMBER: _ClassVar[int]
    BATCH_REMOVE_CHARGE_SCHEDULES_FIELD_NUMBER: _ClassVar[int]
    PARENTAL_CONTROLS_CLEAR_PIN_ADMIN_FIELD_NUMBER: _ClassVar[int]
    PARENTAL_CONTROLS_FIELD_NUMBER: _ClassVar[int]
    PARENTAL_CONTROLS_ENABLE_SETTING_FIELD_NUMBER: _ClassVar[int]
    PARENTAL_CONTROLS_SET_SPEED_LIMIT_FIELD_NUMBER: _ClassVar[int]
    SET_LOW_POWER_MODE_FIELD_NUMBER: _ClassVar[int]
    KEEP_ACCESSORY_POWER_MODE_FIELD_NUMBER: _ClassVar[int]
    get_vehicle_data: GetVehicleData
    set_charge_limit: ChargeLimit
    charging_start_stop: ChargingStartStop
    speed_limit_clear_pin: Pin
    speed_limit_set_limit: SpeedLimit
    speed_limit: ActivatePin
    hvac_auto: OnOverride
    set_preconditioning_max: PreconditioningMax
    remote_steering_wheel_heater_request: On
    set_temps: TemperatureAdjustment
    media_toggle_playback: _state_pb2.Void
    media_volume: Volume
    media_next_fav: _state_pb2.Void
    media_prev_fav: _state_pb2.Void
    media_next_track: _state_pb2.Void
    media_prev_track: _state_pb2.Void
    cancel_software_update: _state_pb2.Void
    flash_lights: _state_pb2.Void
    honk_horn: _state_pb2.Void
    reset_valet_pin: _state_pb2.Void
    schedule_software_update: SoftwareUpdateOffset
    set_sentry_mode: On
    set_valet_mode: OnPassword
    trigger_homelink: Homelink
    window_control: Windows
    set_bioweapon_mode: OnOverride
    remote_seat_heater_request: SeatHeaters
    set_scheduled_charging: ScheduledCharging
    set_scheduled_departure: ScheduledDeparture
    set_charging_amps: ChargingAmps
    set_climate_keeper_mode: ClimateKeeper
    ping: Ping
    remote_auto_seat_climate_request: AutoSeats
    remote_seat_cooler_request: SeatCoolers
    set_cabin_overheat_protection: CabinOverheatProtection
    set_vehicle_name: VehicleName
    charge_port_door_close: _state_pb2.Void
    charge_port_door_open: _state_pb2.Void
    guest_mode: Enable
    set_cop_temp: CabinOverheatTemperature
    erase_user_data: EraseUserData
    set_pin_to_drive: OnPassword
    reset_pin_to_drive_pin: _state_pb2.Void
    speed_limit_clear_pin_admin: _state_pb2.Void
    clear_pin_to_drive_admin: _state_pb2.Void
    add_charge_schedule: _state_pb2.ChargeSchedule
    remove_charge_schedule: Identifier
    add_precondition_schedule: _state_pb2.PreconditionSchedule
    remove_precondition_schedule: Identifier
    batch_remove_precondition_schedules: Places
    batch_remove_charge_schedules: Places
    parental_controls_clear_pin_admin: _state_pb2.Void
    parental_controls: ActivatePin
    parental_controls_enable_setting: ParentalControlsSetting
    parental_controls_set_speed_limit: SpeedLimit
    set_low_power_mode: Enable
    keep_accessory_power_mode: Enable
    def __init__(self, get_vehicle_data: _Optional[_Union[GetVehicleData, _Mapping]] = ..., set_charge_limit: _Optional[_Union[ChargeLimit, _Mapping]] = ..., charging_start_stop: _Optional[_Union[ChargingStartStop, _Mapping]] = ..., speed_limit_clear_pin: _Optional[_Union[Pin, _Mapping]] = ..., speed_limit_set_limit: _Optional[_Union[SpeedLimit, _Mapping]] = ..., speed_limit: _Optional[_Union[ActivatePin, _Mapping]] = ..., hvac_auto: _Optional[_Union[OnOverride, _Mapping]] = ..., set_preconditioning_max: _Optional[_Union[PreconditioningMax, _Mapping]] = ..., remote_steering_wheel_heater_request: _Optional[_Union[On, _Mapping]] = ..., set_temps: _Optional[_Union[TemperatureAdjustment, _Mapping]] = ..., media_toggle_playback: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., media_volume: _Optional[_Union[Volume, _Mapping]] = ..., media_next_fav: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., media_prev_fav: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., media_next_track: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., media_prev_track: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., cancel_software_update: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., flash_lights: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., honk_horn: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., reset_valet_pin: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., schedule_software_update: _Optional[_Union[SoftwareUpdateOffset, _Mapping]] = ..., set_sentry_mode: _Optional[_Union[On, _Mapping]] = ..., set_valet_mode: _Optional[_Union[OnPassword, _Mapping]] = ..., trigger_homelink: _Optional[_Union[Homelink, _Mapping]] = ..., window_control: _Optional[_Union[Windows, _Mapping]] = ..., set_bioweapon_mode: _Optional[_Union[OnOverride, _Mapping]] = ..., remote_seat_heater_request: _Optional[_Union[SeatHeaters, _Mapping]] = ..., set_scheduled_charging: _Optional[_Union[ScheduledCharging, _Mapping]] = ..., set_scheduled_departure: _Optional[_Union[ScheduledDeparture, _Mapping]] = ..., set_charging_amps: _Optional[_Union[ChargingAmps, _Mapping]] = ..., set_climate_keeper_mode: _Optional[_Union[ClimateKeeper, _Mapping]] = ..., ping: _Optional[_Union[Ping, _Mapping]] = ..., remote_auto_seat_climate_request: _Optional[_Union[AutoSeats, _Mapping]] = ..., remote_seat_cooler_request: _Optional[_Union[SeatCoolers, _Mapping]] = ..., set_cabin_overheat_protection: _Optional[_Union[CabinOverheatProtection, _Mapping]] = ..., set_vehicle_name: _Optional[_Union[VehicleName, _Mapping]] = ..., charge_port_door_close: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., charge_port_door_open: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., guest_mode: _Optional[_Union[Enable, _Mapping]] = ..., set_cop_temp: _Optional[_Union[CabinOverheatTemperature, _Mapping]] = ..., erase_user_data: _Optional[_Union[EraseUserData, _Mapping]] = ..., set_pin_to_drive: _Optional[_Union[OnPassword, _Mapping]] = ..., reset_pin_to_drive_pin: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., speed_limit_clear_pin_admin: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., clear_pin_to_drive_admin: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., add_charge_schedule: _Optional[_Union[_state_pb2.ChargeSchedule, _Mapping]] = ..., remove_charge_schedule: _Optional[_Union[Identifier, _Mapping]] = ..., add_precondition_schedule: _Optional[_Union[_state_pb2.PreconditionSchedule, _Mapping]] = ..., remove_precondition_schedule: _Optional[_Union[Identifier, _Mapping]] = ..., batch_remove_precondition_schedules: _Optional[_Union[Places, _Mapping]] = ..., batch_remove_charge_schedules: _Optional[_Union[Places, _Mapping]] = ..., parental_controls_clear_pin_admin: _Optional[_Union[_state_pb2.Void, _Mapping]] = ..., parental_controls: _Optional[_Union[ActivatePin, _Mapping]] = ..., parental_controls_enable_setting: _Optional[_Union[ParentalControlsSetting, _Mapping]] = ..., parental_controls_set_speed_limit: _Optional[_Union[SpeedLimit, _Mapping]] = ..., set_low_power_mode: _Optional[_Union[Enable, _Mapping]] = ..., keep_accessory_power_mode: _Optional[_Union[Enable, _Mapping]] = ...) -> None: ...

class Action(_message.Message):
    __slots__ = ("vehicle_action",)
    VEHICLE_ACTION_FIELD_NUMBER: _ClassVar[int]
    vehicle_action: VehicleAction
    def __init__(self, vehicle_action: _Optional[_Union[VehicleAction, _Mapping]] = ...) -> None: ...

class ResultReason(_message.Message):
    __slots__ = ("plain_text",)
    PLAIN_TEXT_FIELD_NUMBER: _ClassVar[int]
    plain_text: str
    def __init__(self, plain_text: _Optional[str] = ...) -> None: ...

class ActionStatus(_message.Message):
    __slots__ = ("result", "result_reason")
    class Result(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        RESULT_OK: _ClassVar[ActionStatus.Result]
        RESULT_ERROR: _ClassVar[ActionStatus.Result]
    RESULT_OK: ActionStatus.Result
    RESULT_ERROR: ActionStatus.Result
    RESULT_FIELD_NUMBER: _ClassVar[int]
    RESULT_REASON_FIELD_NUMBER: _ClassVar[int]
    result: ActionStatus.Result
    result_reason: ResultReason
    def __init__(self, result: _Optional[_Union[ActionStatus.Result, str]] = ..., result_reason: _Optional[_Union[ResultReason, _Mapping]] = ...) -> None: ...

class Response(_message.Message):
    __slots__ = ("action_status", "vehicle_data", "ping")
    ACTION_STATUS_FIELD_NUMBER: _ClassVar[int]
    VEHICLE_DATA_FIELD_NUMBER: _ClassVar[int]
    PING_FIELD_NUMBER: _ClassVar[int]
    action_status: ActionStatus
    vehicle_data: _state_pb2.VehicleData
    ping: Ping
    def __init__(self, action_status: _Optional[_Union[ActionStatus, _Mapping]] = ..., vehicle_data: _Optional[_Union[_state_pb2.VehicleData, _Mapping]] = ..., ping: _Optional[_Union[Ping, _Mapping]] = ...) -> None: ...
