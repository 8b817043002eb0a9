import datetime

from google.protobuf import timestamp_pb2 as _timestamp_pb2
from . import shared_types_pb2 as _shared_types_pb2
from . import vehicle_state_pb2 as _vehicle_state_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class OperationStatus_E(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OPERATIONSTATUS_OK: _ClassVar[OperationStatus_E]
    OPERATIONSTATUS_ERROR: _ClassVar[OperationStatus_E]
OPERATIONSTATUS_OK: OperationStatus_E
OPERATIONSTATUS_ERROR: OperationStatus_E

class Action(_message.Message):
    __slots__ = ("vehicleAction",)
    VEHICLEACTION_FIELD_NUMBER: _ClassVar[int]
    vehicleAction: VehicleAction
    def __init__(self, vehicleAction: _Optional[_Union[VehicleAction, _Mapping[str, object]]] = ...) -> None: ...

class VehicleAction(_message.Message):
    __slots__ = ("getVehicleData", "chargingSetLimitAction", "chargingStartStopAction", "drivingClearSpeedLimitPinAction", "drivingSetSpeedLimitAction", "drivingSpeedLimitAction", "hvacAutoAction", "hvacSetPreconditioningMaxAction", "hvacSteeringWheelHeaterAction", "hvacTemperatureAdjustmentAction", "mediaPlayAction", "mediaUpdateVolume", "mediaNextFavorite", "mediaPreviousFavorite", "mediaNextTrack", "mediaPreviousTrack", "vehicleControlCancelSoftwareUpdateAction", "vehicleControlFlashLightsAction", "vehicleControlHonkHornAction", "vehicleControlResetValetPinAction", "vehicleControlScheduleSoftwareUpdateAction", "vehicleControlSetSentryModeAction", "vehicleControlSetValetModeAction", "vehicleControlTriggerHomelinkAction", "vehicleControlWindowAction", "hvacBioweaponModeAction", "hvacSeatHeaterActions", "scheduledChargingAction", "scheduledDepartureAction", "setChargingAmpsAction", "hvacClimateKeeperAction", "ping", "autoSeatClimateAction", "hvacSeatCoolerActions", "setCabinOverheatProtectionAction", "setVehicleNameAction", "chargePortDoorClose", "chargePortDoorOpen", "guestModeAction", "setCopTempAction", "eraseUserDataAction", "vehicleControlSetPinToDriveAction", "vehicleControlResetPinToDriveAction", "drivingClearSpeedLimitPinAdminAction", "vehicleControlResetPinToDriveAdminAction", "addChargeScheduleAction", "removeChargeScheduleAction", "addPreconditionScheduleAction", "removePreconditionScheduleAction", "batchRemovePreconditionSchedulesAction", "batchRemoveChargeSchedulesAction", "parentalControlsClearPinAction", "parentalControlsClearPinAdminAction", "parentalControlsAction", "parentalControlsEnableSettingsAction", "parentalControlsSetSpeedLimitAction", "setLowPowerModeAction", "setKeepAccessoryPowerModeAction")
    GETVEHICLEDATA_FIELD_NUMBER: _ClassVar[int]
    CHARGINGSETLIMITACTION_FIELD_NUMBER: _ClassVar[int]
    CHARGINGSTARTSTOPACTION_FIELD_NUMBER: _ClassVar[int]
    DRIVINGCLEARSPEEDLIMITPINACTION_FIELD_NUMBER: _ClassVar[int]
    DRIVINGSETSPEEDLIMITACTION_FIELD_NUMBER: _ClassVar[int]
    DRIVINGSPEEDLIMITACTION_FIELD_NUMBER: _ClassVar[int]
    HVACAUTOACTION_FIELD_NUMBER: _ClassVar[int]
    HVACSETPRECONDITIONINGMAXACTION_FIELD_NUMBER: _ClassVar[int]
    HVACSTEERINGWHEELHEATERACTION_FIELD_NUMBER: _ClassVar[int]
    HVACTEMPERATUREADJUSTMENTACTION_FIELD_NUMBER: _ClassVar[int]
    MEDIAPLAYACTION_FIELD_NUMBER: _ClassVar[int]
    MEDIAUPDATEVOLUME_FIELD_NUMBER: _ClassVar[int]
    MEDIANEXTFAVORITE_FIELD_NUMBER: _ClassVar[int]
    MEDIAPREVIOUSFAVORITE_FIELD_NUMBER: _ClassVar[int]
    MEDIANEXTTRACK_FIELD_NUMBER: _ClassVar[int]
    MEDIAPREVIOUSTRACK_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLCANCELSOFTWAREUPDATEACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLFLASHLIGHTSACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLHONKHORNACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLRESETVALETPINACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLSCHEDULESOFTWAREUPDATEACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLSETSENTRYMODEACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLSETVALETMODEACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLTRIGGERHOMELINKACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLWINDOWACTION_FIELD_NUMBER: _ClassVar[int]
    HVACBIOWEAPONMODEACTION_FIELD_NUMBER: _ClassVar[int]
    HVACSEATHEATERACTIONS_FIELD_NUMBER: _ClassVar[int]
    SCHEDULEDCHARGINGACTION_FIELD_NUMBER: _ClassVar[int]
    SCHEDULEDDEPARTUREACTION_FIELD_NUMBER: _ClassVar[int]
    SETCHARGINGAMPSACTION_FIELD_NUMBER: _ClassVar[int]
    HVACCLIMATEKEEPERACTION_FIELD_NUMBER: _ClassVar[int]
    PING_FIELD_NUMBER: _ClassVar[int]
    AUTOSEATCLIMATEACTION_FIELD_NUMBER: _ClassVar[int]
    HVACSEATCOOLERACTIONS_FIELD_NUMBER: _ClassVar[int]
    SETCABINOVERHEATPROTECTIONACTION_FIELD_NUMBER: _ClassVar[int]
    SETVEHICLENAMEACTION_FIELD_NUMBER: _ClassVar[int]
    CHARGEPORTDOORCLOSE_FIELD_NUMBER: _ClassVar[int]
    CHARGEPORTDOOROPEN_FIELD_NUMBER: _ClassVar[int]
    GUESTMODEACTION_FIELD_NUMBER: _ClassVar[int]
    SETCOPTEMPACTION_FIELD_NUMBER: _ClassVar[int]
    ERASEUSERDATAACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLSETPINTODRIVEACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLRESETPINTODRIVEACTION_FIELD_NUMBER: _ClassVar[int]
    DRIVINGCLEARSPEEDLIMITPINADMINACTION_FIELD_NUMBER: _ClassVar[int]
    VEHICLECONTROLRESETPINTODRIVEADMINACTION_FIELD_NUMBER: _ClassVar[int]
    ADDCHARGESCHEDULEACTION_FIELD_NUMBER: _ClassVar[int]
    REMOVECHARGESCHEDULEACTION_FIELD_NUMBER: _ClassVar[int]
    ADDPRECONDITIONSCHEDULEACTION_FIELD_NUMBER: _ClassVar[int]
    REMOVEPRECONDITIONSCHEDULEACTION_FIELD_NUMBER: _ClassVar[int]
    BATCHREMOVEPRECONDITIONSCHEDULESACTION_FIELD_NUMBER: _ClassVar[int]
    BATCHREMOVECHARGESCHEDULESACTION_FIELD_NUMBER: _ClassVar[int]
    PARENTALCONTROLSCLEARPINACTION_FIELD_NUMBER: _ClassVar[int]
    PARENTALCONTROLSCLEARPINADMINACTION_FIELD_NUMBER: _ClassVar[int]
    PARENTALCONTROLSACTION_FIELD_NUMBER: _ClassVar[int]
    PARENTALCONTROLSENABLESETTINGSACTION_FIELD_NUMBER: _ClassVar[int]
    PARENTALCONTROLSSETSPEEDLIMITACTION_FIELD_NUMBER: _ClassVar[int]
    SETLOWPOWERMODEACTION_FIELD_NUMBER: _ClassVar[int]
    SETKEEPACCESSORYPOWERMODEACTION_FIELD_NUMBER: _ClassVar[int]
    getVehicleData: GetVehicleData
    chargingSetLimitAction: ChargingSetLimitAction
    chargingStartStopAction: ChargingStartStopAction
    drivingClearSpeedLimitPinAction: DrivingClearSpeedLimitPinAction
    drivingSetSpeedLimitAction: DrivingSetSpeedLimitAction
    drivingSpeedLimitAction: DrivingSpeedLimitAction
    hvacAutoAction: HvacAutoAction
    hvacSetPreconditioningMaxAction: HvacSetPreconditioningMaxAction
    hvacSteeringWheelHeaterAction: HvacSteeringWheelHeaterAction
    hvacTemperatureAdjustmentAction: HvacTemperatureAdjustmentAction
    mediaPlayAction: _shared_types_pb2.Void
    mediaUpdateVolume: MediaUpdateVolume
    mediaNextFavorite: _shared_types_pb2.Void
    mediaPreviousFavorite: _shared_types_pb2.Void
    mediaNextTrack: _shared_types_pb2.Void
    mediaPreviousTrack: _shared_types_pb2.Void
    vehicleControlCancelSoftwareUpdateAction: _shared_types_pb2.Void
    vehicleControlFlashLightsAction: _shared_types_pb2.Void
    vehicleControlHonkHornAction: _shared_types_pb2.Void
    vehicleControlResetValetPinAction: _shared_types_pb2.Void
    vehicleControlScheduleSoftwareUpdateAction: VehicleControlScheduleSoftwareUpdateAction
    vehicleControlSetSentryModeAction: VehicleControlSetSentryModeAction
    vehicleControlSetValetModeAction: VehicleControlSetValetModeAction
    vehicleControlTriggerHomelinkAction: VehicleControlTriggerHomelinkAction
    vehicleControlWindowAction: VehicleControlWindowAction
    hvacBioweaponModeAction: HvacBioweaponModeAction
    hvacSeatHeaterActions: HvacSeatHeaterActions
    scheduledChargingAction: ScheduledChargingAction
    scheduledDepartureAction: ScheduledDepartureAction
    setChargingAmpsAction: SetChargingAmpsAction
    hvacClimateKeeperAction: HvacClimateKeeperAction
    ping: Ping
    autoSeatClimateAction: AutoSeatClimateAction
    hvacSeatCoolerActions: HvacSeatCoolerActions
    setCabinOverheatProtectionAction: SetCabinOverheatProtectionAction
    setVehicleNameAction: SetVehicleNameAction
    chargePortDoorClose: _shared_types_pb2.Void
    chargePortDoorOpen: _shared_types_pb2.Void
    guestModeAction: _vehicle_state_pb2.VehicleState.GuestMode
    setCopTempAction: SetCopTempAction
    eraseUserDataAction: EraseUserDataAction
    vehicleControlSetPinToDriveAction: VehicleControlSetPinToDriveAction
    vehicleControlResetPinToDriveAction: _shared_types_pb2.Void
    drivingClearSpeedLimitPinAdminAction: _shared_types_pb2.Void
    vehicleControlResetPinToDriveAdminAction: _shared_types_pb2.Void
    addChargeScheduleAction: _shared_types_pb2.ChargeSchedule
    removeChargeScheduleAction: RemoveChargeScheduleAction
    addPreconditionScheduleAction: _shared_types_pb2.PreconditionSchedule
    removePreconditionScheduleAction: RemovePreconditionScheduleAction
    batchRemovePreconditionSchedulesAction: BatchRemovePreconditionSchedulesAction
    batchRemoveChargeSchedulesAction: BatchRemoveChargeSchedulesAction
    parentalControlsClearPinAction: ParentalControlsClearPinAction
    parentalControlsClearPinAdminAction: _shared_types_pb2.Void
    parentalControlsAction: ParentalControlsAction
    parentalControlsEnableSettingsAction: ParentalControlsEnableSettingsAction
    parentalControlsSetSpeedLimitAction: ParentalControlsSetSpeedLimitAction
    setLowPowerModeAction: SetLowPowerModeAction
    setKeepAccessoryPowerModeAction: SetKeepAccessoryPowerModeAction
    def __init__(self, getVehicleData: _Optional[_Union[GetVehicleData, _Mapping[str, object]]] = ..., chargingSetLimitAction: _Optional[_Union[ChargingSetLimitAction, _Mapping[str, object]]] = ..., chargingStartStopAction: _Optional[_Union[ChargingStartStopAction, _Mapping[str, object]]] = ..., drivingClearSpeedLimitPinAction: _Optional[_Union[DrivingClearSpeedLimitPinAction, _Mapping[str, object]]] = ..., drivingSetSpeedLimitAction: _Optional[_Union[DrivingSetSpeedLimitAction, _Mapping[str, object]]] = ..., drivingSpeedLimitAction: _Optional[_Union[DrivingSpeedLimitAction, _Mapping[str, object]]] = ..., hvacAutoAction: _Optional[_Union[HvacAutoAction, _Mapping[str, object]]] = ..., hvacSetPreconditioningMaxAction: _Optional[_Union[HvacSetPreconditioningMaxAction, _Mapping[str, object]]] = ..., hvacSteeringWheelHeaterAction: _Optional[_Union[HvacSteeringWheelHeaterAction, _Mapping[str, object]]] = ..., hvacTemperatureAdjustmentAction: _Optional[_Union[HvacTemperatureAdjustmentAction, _Mapping[str, object]]] = ..., mediaPlayAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., mediaUpdateVolume: _Optional[_Union[MediaUpdateVolume, _Mapping[str, object]]] = ..., mediaNextFavorite: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., mediaPreviousFavorite: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., mediaNextTrack: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., mediaPreviousTrack: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., vehicleControlCancelSoftwareUpdateAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., vehicleControlFlashLightsAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., vehicleControlHonkHornAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., vehicleControlResetValetPinAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., vehicleControlScheduleSoftwareUpdateAction: _Optional[_Union[VehicleControlScheduleSoftwareUpdateAction, _Mapping[str, object]]] = ..., vehicleControlSetSentryModeAction: _Optional[_Union[VehicleControlSetSentryModeAction, _Mapping[str, object]]] = ..., vehicleControlSetValetModeAction: _Optional[_Union[VehicleControlSetValetModeAction, _Mapping[str, object]]] = ..., vehicleControlTriggerHomelinkAction: _Optional[_Union[VehicleControlTriggerHomelinkAction, _Mapping[str, object]]] = ..., vehicleControlWindowAction: _Optional[_Union[VehicleControlWindowAction, _Mapping[str, object]]] = ..., hvacBioweaponModeAction: _Optional[_Union[HvacBioweaponModeAction, _Mapping[str, object]]] = ..., hvacSeatHeaterActions: _Optional[_Union[HvacSeatHeaterActions, _Mapping[str, object]]] = ..., scheduledChargingAction: _Optional[_Union[ScheduledChargingAction, _Mapping[str, object]]] = ..., scheduledDepartureAction: _Optional[_Union[ScheduledDepartureAction, _Mapping[str, object]]] = ..., setChargingAmpsAction: _Optional[_Union[SetChargingAmpsAction, _Mapping[str, object]]] = ..., hvacClimateKeeperAction: _Optional[_Union[HvacClimateKeeperAction, _Mapping[str, object]]] = ..., ping: _Optional[_Union[Ping, _Mapping[str, object]]] = ..., autoSeatClimateAction: _Optional[_Union[AutoSeatClimateAction, _Mapping[str, object]]] = ..., hvacSeatCoolerActions: _Optional[_Union[HvacSeatCoolerActions, _Mapping[str, object]]] = ..., setCabinOverheatProtectionAction: _Optional[_Union[SetCabinOverheatProtectionAction, _Mapping[str, object]]] = ..., setVehicleNameAction: _Optional[_Union[SetVehicleNameAction, _Mapping[str, object]]] = ..., chargePortDoorClose: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., chargePortDoorOpen: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., guestModeAction: _Optional[_Union[_vehicle_state_pb2.VehicleState.GuestMode, _Mapping[str, object]]] = ..., setCopTempAction: _Optional[_Union[SetCopTempAction, _Mapping[str, object]]] = ..., eraseUserDataAction: _Optional[_Union[EraseUserDataAction, _Mapping[str, object]]] = ..., vehicleControlSetPinToDriveAction: _Optional[_Union[VehicleControlSetPinToDriveAction, _Mapping[str, object]]] = ..., vehicleControlResetPinToDriveAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., drivingClearSpeedLimitPinAdminAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., vehicleControlResetPinToDriveAdminAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., addChargeScheduleAction: _Optional[_Union[_shared_types_pb2.ChargeSchedule, _Mapping[str, object]]] = ..., removeChargeScheduleAction: _Optional[_Union[RemoveChargeScheduleAction, _Mapping[str, object]]] = ..., addPreconditionScheduleAction: _Optional[_Union[_shared_types_pb2.PreconditionSchedule, _Mapping[str, object]]] = ..., removePreconditionScheduleAction: _Optional[_Union[RemovePreconditionScheduleAction, _Mapping[str, object]]] = ..., batchRemovePreconditionSchedulesAction: _Optional[_Union[BatchRemovePreconditionSchedulesAction, _Mapping[str, object]]] = ..., batchRemoveChargeSchedulesAction: _Optional[_Union[BatchRemoveChargeSchedulesAction, _Mapping[str, object]]] = ..., parentalControlsClearPinAction: _Optional[_Union[ParentalControlsClearPinAction, _Mapping[str, object]]] = ..., parentalControlsClearPinAdminAction: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., parentalControlsAction: _Optional[_Union[ParentalControlsAction, _Mapping[str, object]]] = ..., parentalControlsEnableSettingsAction: _Optional[_Union[ParentalControlsEnableSettingsAction, _Mapping[str, object]]] = ..., parentalControlsSetSpeedLimitAction: _Optional[_Union[ParentalControlsSetSpeedLimitAction, _Mapping[str, object]]] = ..., setLowPowerModeAction: _Optional[_Union[SetLowPowerModeAction, _Mapping[str, object]]] = ..., setKeepAccessoryPowerModeAction: _Optional[_Union[SetKeepAccessoryPowerModeAction, _Mapping[str, object]]] = ...) -> None: ...

class GetVehicleData(_message.Message):
    __slots__ = ("getChargeState", "getClimateState", "getDriveState", "getLocationState", "getClosuresState", "getChargeScheduleState", "getPreconditioningScheduleState", "getTirePressureState", "getMediaState", "getMediaDetailState", "getSoftwareUpdateState", "getParentalControlsState")
    GETCHARGESTATE_FIELD_NUMBER: _ClassVar[int]
    GETCLIMATESTATE_FIELD_NUMBER: _ClassVar[int]
    GETDRIVESTATE_FIELD_NUMBER: _ClassVar[int]
    GETLOCATIONSTATE_FIELD_NUMBER: _ClassVar[int]
    GETCLOSURESSTATE_FIELD_NUMBER: _ClassVar[int]
    GETCHARGESCHEDULESTATE_FIELD_NUMBER: _ClassVar[int]
    GETPRECONDITIONINGSCHEDULESTATE_FIELD_NUMBER: _ClassVar[int]
    GETTIREPRESSURESTATE_FIELD_NUMBER: _ClassVar[int]
    GETMEDIASTATE_FIELD_NUMBER: _ClassVar[int]
    GETMEDIADETAILSTATE_FIELD_NUMBER: _ClassVar[int]
    GETSOFTWAREUPDATESTATE_FIELD_NUMBER: _ClassVar[int]
    GETPARENTALCONTROLSSTATE_FIELD_NUMBER: _ClassVar[int]
    getChargeState: _shared_types_pb2.Void
    getClimateState: _shared_types_pb2.Void
    getDriveState: _shared_types_pb2.Void
    getLocationState: _shared_types_pb2.Void
    getClosuresState: _shared_types_pb2.Void
    getChargeScheduleState: _shared_types_pb2.Void
    getPreconditioningScheduleState: _shared_types_pb2.Void
    getTirePressureState: _shared_types_pb2.Void
    getMediaState: _shared_types_pb2.Void
    getMediaDetailState: _shared_types_pb2.Void
    getSoftwareUpdateState: _shared_types_pb2.Void
    getParentalControlsState: _shared_types_pb2.Void
    def __init__(self, getChargeState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getClimateState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getDriveState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getLocationState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getClosuresState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getChargeScheduleState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getPreconditioningScheduleState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getTirePressureState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getMediaState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getMediaDetailState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getSoftwareUpdateState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., getParentalControlsState: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ...) -> None: ...

class EraseUserDataAction(_message.Message):
    __slots__ = ("reason",)
    REASON_FIELD_NUMBER: _ClassVar[int]
    reason: str
    def __init__(self, reason: _Optional[str] = ...) -> None: ...

class Response(_message.Message):
    __slots__ = ("actionStatus", "vehicleData", "ping")
    ACTIONSTATUS_FIELD_NUMBER: _ClassVar[int]
    VEHICLEDATA_FIELD_NUMBER: _ClassVar[int]
    PING_FIELD_NUMBER: _ClassVar[int]
    actionStatus: ActionStatus
    vehicleData: _vehicle_state_pb2.VehicleData
    ping: Ping
    def __init__(self, actionStatus: _Optional[_Union[ActionStatus, _Mapping[str, object]]] = ..., vehicleData: _Optional[_Union[_vehicle_state_pb2.VehicleData, _Mapping[str, object]]] = ..., ping: _Optional[_Union[Ping, _Mapping[str, object]]] = ...) -> None: ...

class ActionStatus(_message.Message):
    __slots__ = ("result", "result_reason")
    RESULT_FIELD_NUMBER: _ClassVar[int]
    RESULT_REASON_FIELD_NUMBER: _ClassVar[int]
    result: OperationStatus_E
    result_reason: ResultReason
    def __init__(self, result: _Optional[_Union[OperationStatus_E, str]] = ..., result_reason: _Optional[_Union[ResultReason, _Mapping[str, object]]] = ...) -> None: ...

class ResultReason(_message.Message):
    __slots__ = ("plain_text",)
    PLAIN_TEXT_FIELD_NUMBER: _ClassVar[int]
    plain_text: str
    def __init__(self, plain_text: _Optional[str] = ...) -> None: ...

class ChargingSetLimitAction(_message.Message):
    __slots__ = ("percent",)
    PERCENT_FIELD_NUMBER: _ClassVar[int]
    percent: int
    def __init__(self, percent: _Optional[int] = ...) -> None: ...

class ChargingStartStopAction(_message.Message):
    __slots__ = ("unknown", "start", "start_standard", "start_max_range", "stop")
    UNKNOWN_FIELD_NUMBER: _ClassVar[int]
    START_FIELD_NUMBER: _ClassVar[int]
    START_STANDARD_FIELD_NUMBER: _ClassVar[int]
    START_MAX_RANGE_FIELD_NUMBER: _ClassVar[int]
    STOP_FIELD_NUMBER: _ClassVar[int]
    unknown: _shared_types_pb2.Void
    start: _shared_types_pb2.Void
    start_standard: _shared_types_pb2.Void
    start_max_range: _shared_types_pb2.Void
    stop: _shared_types_pb2.Void
    def __init__(self, unknown: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., start: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., start_standard: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., start_max_range: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., stop: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ...) -> None: ...

class DrivingClearSpeedLimitPinAction(_message.Message):
    __slots__ = ("pin",)
    PIN_FIELD_NUMBER: _ClassVar[int]
    pin: str
    def __init__(self, pin: _Optional[str] = ...) -> None: ...

class DrivingSetSpeedLimitAction(_message.Message):
    __slots__ = ("limit_mph",)
    LIMIT_MPH_FIELD_NUMBER: _ClassVar[int]
    limit_mph: float
    def __init__(self, limit_mph: _Optional[float] = ...) -> None: ...

class DrivingSpeedLimitAction(_message.Message):
    __slots__ = ("activate", "pin")
    ACTIVATE_FIELD_NUMBER: _ClassVar[int]
    PIN_FIELD_NUMBER: _ClassVar[int]
    activate: bool
    pin: str
    def __init__(self, activate: bool = ..., pin: _Optional[str] = ...) -> None: ...

class HvacAutoAction(_message.Message):
    __slots__ = ("power_on", "manual_override")
    POWER_ON_FIELD_NUMBER: _ClassVar[int]
    MANUAL_OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    power_on: bool
    manual_override: bool
    def __init__(self, power_on: bool = ..., manual_override: bool = ...) -> None: ...

class HvacSeatHeaterActions(_message.Message):
    __slots__ = ("hvacSeatHeaterAction",)
    class HvacSeatHeaterAction(_message.Message):
        __slots__ = ("SEAT_HEATER_UNKNOWN", "SEAT_HEATER_OFF", "SEAT_HEATER_LOW", "SEAT_HEATER_MED", "SEAT_HEATER_HIGH", "CAR_SEAT_UNKNOWN", "CAR_SEAT_FRONT_LEFT", "CAR_SEAT_FRONT_RIGHT", "CAR_SEAT_REAR_LEFT", "CAR_SEAT_REAR_LEFT_BACK", "CAR_SEAT_REAR_CENTER", "CAR_SEAT_REAR_RIGHT", "CAR_SEAT_REAR_RIGHT_BACK", "CAR_SEAT_THIRD_ROW_LEFT", "CAR_SEAT_THIRD_ROW_RIGHT")
        SEAT_HEATER_UNKNOWN_FIELD_NUMBER: _ClassVar[int]
        SEAT_HEATER_OFF_FIELD_NUMBER: _ClassVar[int]
        SEAT_HEATER_LOW_FIELD_NUMBER: _ClassVar[int]
        SEAT_HEATER_MED_FIELD_NUMBER: _ClassVar[int]
        SEAT_HEATER_HIGH_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_UNKNOWN_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_FRONT_LEFT_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_FRONT_RIGHT_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_REAR_LEFT_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_REAR_LEFT_BACK_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_REAR_CENTER_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_REAR_RIGHT_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_REAR_RIGHT_BACK_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_THIRD_ROW_LEFT_FIELD_NUMBER: _ClassVar[int]
        CAR_SEAT_THIRD_ROW_RIGHT_FIELD_NUMBER: _ClassVar[int]
        SEAT_HEATER_UNKNOWN: _shared_types_pb2.Void
        SEAT_HEATER_OFF: _shared_types_pb2.Void
        SEAT_HEATER_LOW: _shared_types_pb2.Void
        SEAT_HEATER_MED: _shared_types_pb2.Void
        SEAT_HEATER_HIGH: _shared_types_pb2.Void
        CAR_SEAT_UNKNOWN: _shared_types_pb2.Void
        CAR_SEAT_FRONT_LEFT: _shared_types_pb2.Void
        CAR_SEAT_FRONT_RIGHT: _shared_types_pb2.Void
        CAR_SEAT_REAR_LEFT: _shared_types_pb2.Void
        CAR_SEAT_REAR_LEFT_BACK: _shared_types_pb2.Void
        CAR_SEAT_REAR_CENTER: _shared_types_pb2.Void
        CAR_SEAT_REAR_RIGHT: _shared_types_pb2.Void
        CAR_SEAT_REAR_RIGHT_BACK: _shared_types_pb2.Void
        CAR_SEAT_THIRD_ROW_LEFT: _shared_types_pb2.Void
        CAR_SEAT_THIRD_ROW_RIGHT: _shared_types_pb2.Void
        def __init__(self, SEAT_HEATER_UNKNOWN: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., SEAT_HEATER_OFF: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., SEAT_HEATER_LOW: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., SEAT_HEATER_MED: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., SEAT_HEATER_HIGH: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_UNKNOWN: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_FRONT_LEFT: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_FRONT_RIGHT: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_REAR_LEFT: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_REAR_LEFT_BACK: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_REAR_CENTER: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_REAR_RIGHT: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_REAR_RIGHT_BACK: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_THIRD_ROW_LEFT: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., CAR_SEAT_THIRD_ROW_RIGHT: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ...) -> None: ...
    HVACSEATHEATERACTION_FIELD_NUMBER: _ClassVar[int]
    hvacSeatHeaterAction: _containers.RepeatedCompositeFieldContainer[HvacSeatHeaterActions.HvacSeatHeaterAction]
    def __init__(self, hvacSeatHeaterAction: _Optional[_Iterable[_Union[HvacSeatHeaterActions.HvacSeatHeaterAction, _Mapping[str, object]]]] = ...) -> None: ...

class HvacSeatCoolerActions(_message.Message):
    __slots__ = ("hvacSeatCoolerAction",)
    class HvacSeatCoolerLevel_E(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        HvacSeatCoolerLevel_Unknown: _ClassVar[HvacSeatCoolerActions.HvacSeatCoolerLevel_E]
        HvacSeatCoolerLevel_Off: _ClassVar[HvacSeatCoolerActions.HvacSeatCoolerLevel_E]
        HvacSeatCoolerLevel_Low: _ClassVar[HvacSeatCoolerActions.HvacSeatCoolerLevel_E]
        HvacSeatCoolerLevel_Med: _ClassVar[HvacSeatCoolerActions.HvacSeatCoolerLevel_E]
        HvacSeatCoolerLevel_High: _ClassVar[HvacSeatCoolerActions.HvacSeatCoolerLevel_E]
    HvacSeatCoolerLevel_Unknown: HvacSeatCoolerActions.HvacSeatCoolerLevel_E
    HvacSeatCoolerLevel_Off: HvacSeatCoolerActions.HvacSeatCoolerLevel_E
    HvacSeatCoolerLevel_Low: HvacSeatCoolerActions.HvacSeatCoolerLevel_E
    HvacSeatCoolerLevel_Med: HvacSeatCoolerActions.HvacSeatCoolerLevel_E
    HvacSeatCoolerLevel_High: HvacSeatCoolerActions.HvacSeatCoolerLevel_E
    class HvacSeatCoolerPosition_E(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        HvacSeatCoolerPosition_Unknown: _ClassVar[HvacSeatCoolerActions.HvacSeatCoolerPosition_E]
        HvacSeatCoolerPosition_FrontLeft: _ClassVar[HvacSeatCoolerActions.HvacSeatCoolerPosition_E]
        HvacSeatCoolerPosition_FrontRight: _ClassVar[HvacSeatCoolerActions.HvacSeatCoolerPosition_E]
    HvacSeatCoolerPosition_Unknown: HvacSeatCoolerActions.HvacSeatCoolerPosition_E
    HvacSeatCoolerPosition_FrontLeft: HvacSeatCoolerActions.HvacSeatCoolerPosition_E
    HvacSeatCoolerPosition_FrontRight: HvacSeatCoolerActions.HvacSeatCoolerPosition_E
    class HvacSeatCoolerAction(_message.Message):
        __slots__ = ("seat_cooler_level", "seat_position")
        SEAT_COOLER_LEVEL_FIELD_NUMBER: _ClassVar[int]
        SEAT_POSITION_FIELD_NUMBER: _ClassVar[int]
        seat_cooler_level: HvacSeatCoolerActions.HvacSeatCoolerLevel_E
        seat_position: HvacSeatCoolerActions.HvacSeatCoolerPosition_E
        def __init__(self, seat_cooler_level: _Optional[_Union[HvacSeatCoolerActions.HvacSeatCoolerLevel_E, str]] = ..., seat_position: _Optional[_Union[HvacSeatCoolerActions.HvacSeatCoolerPosition_E, str]] = ...) -> None: ...
    HVACSEATCOOLERACTION_FIELD_NUMBER: _ClassVar[int]
    hvacSeatCoolerAction: _containers.RepeatedCompositeFieldContainer[HvacSeatCoolerActions.HvacSeatCoolerAction]
    def __init__(self, hvacSeatCoolerAction: _Optional[_Iterable[_Union[HvacSeatCoolerActions.HvacSeatCoolerAction, _Mapping[str, object]]]] = ...) -> None: ...

class HvacSetPreconditioningMaxAction(_message.Message):
    __slots__ = ("on", "manual_override")
    ON_FIELD_NUMBER: _ClassVar[int]
    MANUAL_OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    on: bool
    manual_override: bool
    def __init__(self, on: bool = ..., manual_override: bool = ...) -> None: ...

class HvacSteeringWheelHeaterAction(_message.Message):
    __slots__ = ("power_on",)
    POWER_ON_FIELD_NUMBER: _ClassVar[int]
    power_on: bool
    def __init__(self, power_on: bool = ...) -> None: ...

class HvacTemperatureAdjustmentAction(_message.Message):
    __slots__ = ("level", "driver_temp_celsius", "passenger_temp_celsius")
    class Temperature(_message.Message):
        __slots__ = ("TEMP_UNKNOWN", "TEMP_MIN", "TEMP_MAX")
        TEMP_UNKNOWN_FIELD_NUMBER: _ClassVar[int]
        TEMP_MIN_FIELD_NUMBER: _ClassVar[int]
        TEMP_MAX_FIELD_NUMBER: _ClassVar[int]
        TEMP_UNKNOWN: _shared_types_pb2.Void
        TEMP_MIN: _shared_types_pb2.Void
        TEMP_MAX: _shared_types_pb2.Void
        def __init__(self, TEMP_UNKNOWN: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., TEMP_MIN: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., TEMP_MAX: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ...) -> None: ...
    LEVEL_FIELD_NUMBER: _ClassVar[int]
    DRIVER_TEMP_CELSIUS_FIELD_NUMBER: _ClassVar[int]
    PASSENGER_TEMP_CELSIUS_FIELD_NUMBER: _ClassVar[int]
    level: HvacTemperatureAdjustmentAction.Temperature
    driver_temp_celsius: float
    passenger_temp_celsius: float
    def __init__(self, level: _Optional[_Union[HvacTemperatureAdjustmentAction.Temperature, _Mapping[str, object]]] = ..., driver_temp_celsius: _Optional[float] = ..., passenger_temp_celsius: _Optional[float] = ...) -> None: ...

class MediaUpdateVolume(_message.Message):
    __slots__ = ("volume_delta", "volume_absolute_float")
    VOLUME_DELTA_FIELD_NUMBER: _ClassVar[int]
    VOLUME_ABSOLUTE_FLOAT_FIELD_NUMBER: _ClassVar[int]
    volume_delta: int
    volume_absolute_float: float
    def __init__(self, volume_delta: _Optional[int] = ..., volume_absolute_float: _Optional[float] = ...) -> None: ...

class VehicleControlScheduleSoftwareUpdateAction(_message.Message):
    __slots__ = ("offset_sec",)
    OFFSET_SEC_FIELD_NUMBER: _ClassVar[int]
    offset_sec: int
    def __init__(self, offset_sec: _Optional[int] = ...) -> None: ...

class VehicleControlSetSentryModeAction(_message.Message):
    __slots__ = ("on",)
    ON_FIELD_NUMBER: _ClassVar[int]
    on: bool
    def __init__(self, on: bool = ...) -> None: ...

class VehicleControlSetValetModeAction(_message.Message):
    __slots__ = ("on", "password")
    ON_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    on: bool
    password: str
    def __init__(self, on: bool = ..., password: _Optional[str] = ...) -> None: ...

class VehicleControlTriggerHomelinkAction(_message.Message):
    __slots__ = ("location",)
    LOCATION_FIELD_NUMBER: _ClassVar[int]
    location: _shared_types_pb2.LatLong
    def __init__(self, location: _Optional[_Union[_shared_types_pb2.LatLong, _Mapping[str, object]]] = ...) -> None: ...

class VehicleControlWindowAction(_message.Message):
    __slots__ = ("unknown", "vent", "close")
    UNKNOWN_FIELD_NUMBER: _ClassVar[int]
    VENT_FIELD_NUMBER: _ClassVar[int]
    CLOSE_FIELD_NUMBER: _ClassVar[int]
    unknown: _shared_types_pb2.Void
    vent: _shared_types_pb2.Void
    close: _shared_types_pb2.Void
    def __init__(self, unknown: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., vent: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ..., close: _Optional[_Union[_shared_types_pb2.Void, _Mapping[str, object]]] = ...) -> None: ...

class HvacBioweaponModeAction(_message.Message):
    __slots__ = ("on", "manual_override")
    ON_FIELD_NUMBER: _ClassVar[int]
    MANUAL_OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    on: bool
    manual_override: bool
    def __init__(self, on: bool = ..., manual_override: bool = ...) -> None: ...

class AutoSeatClimateAction(_message.Message):
    __slots__ = ("carseat",)
    class AutoSeatPosition_E(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        AutoSeatPosition_Unknown: _ClassVar[AutoSeatClimateAction.AutoSeatPosition_E]
        AutoSeatPosition_FrontLeft: _ClassVar[AutoSeatClimateAction.AutoSeatPosition_E]
        AutoSeatPosition_FrontRight: _ClassVar[AutoSeatClimateAction.AutoSeatPosition_E]
    AutoSeatPosition_Unknown: AutoSeatClimateAction.AutoSeatPosition_E
    AutoSeatPosition_FrontLeft: AutoSeatClimateAction.AutoSeatPosition_E
    AutoSeatPosition_FrontRight: AutoSeatClimateAction.AutoSeatPosition_E
    class CarSeat(_message.Message):
        __slots__ = ("on", "seat_position")
        ON_FIELD_NUMBER: _ClassVar[int]
        SEAT_POSITION_FIELD_NUMBER: _ClassVar[int]
        on: bool
        seat_position: AutoSeatClimateAction.AutoSeatPosition_E
        def __init__(self, on: bool = ..., seat_position: _Optional[_Union[AutoSeatClimateAction.AutoSeatPosition_E, str]] = ...) -> None: ...
    CARSEAT_FIELD_NUMBER: _ClassVar[int]
    carseat: _containers.RepeatedCompositeFieldContainer[AutoSeatClimateAction.CarSeat]
    def __init__(self, carseat: _Optional[_Iterable[_Union[AutoSeatClimateAction.CarSeat, _Mapping[str, object]]]] = ...) -> None: ...

class Ping(_message.Message):
    __slots__ = ("ping_id", "local_timestamp", "last_remote_timestamp")
    PING_ID_FIELD_NUMBER: _ClassVar[int]
    LOCAL_TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    LAST_REMOTE_TIMESTAMP_FIELD_NUMBER: _ClassVar[int]
    ping_id: int
    local_timestamp: _timestamp_pb2.Timestamp
    last_remote_timestamp: _timestamp_pb2.Timestamp
    def __init__(self, ping_id: _Optional[int] = ..., local_timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping[str, object]]] = ..., last_remote_timestamp: _Optional[_Union[datetime.datetime, _timestamp_pb2.Timestamp, _Mapping[str, object]]] = ...) -> None: ...

class ScheduledChargingAction(_message.Message):
    __slots__ = ("enabled", "charging_time")
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    CHARGING_TIME_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    charging_time: int
    def __init__(self, enabled: bool = ..., charging_time: _Optional[int] = ...) -> None: ...

class ScheduledDepartureAction(_message.Message):
    __slots__ = ("enabled", "departure_time", "preconditioning_times", "off_peak_charging_times", "off_peak_hours_end_time")
    ENABLED_FIELD_NUMBER: _ClassVar[int]
    DEPARTURE_TIME_FIELD_NUMBER: _ClassVar[int]
    PRECONDITIONING_TIMES_FIELD_NUMBER: _ClassVar[int]
    OFF_PEAK_CHARGING_TIMES_FIELD_NUMBER: _ClassVar[int]
    OFF_PEAK_HOURS_END_TIME_FIELD_NUMBER: _ClassVar[int]
    enabled: bool
    departure_time: int
    preconditioning_times: _shared_types_pb2.PreconditioningTimes
    off_peak_charging_times: _shared_types_pb2.OffPeakChargingTimes
    off_peak_hours_end_time: int
    def __init__(self, enabled: bool = ..., departure_time: _Optional[int] = ..., preconditioning_times: _Optional[_Union[_shared_types_pb2.PreconditioningTimes, _Mapping[str, object]]] = ..., off_peak_charging_times: _Optional[_Union[_shared_types_pb2.OffPeakChargingTimes, _Mapping[str, object]]] = ..., off_peak_hours_end_time: _Optional[int] = ...) -> None: ...

class HvacClimateKeeperAction(_message.Message):
    __slots__ = ("ClimateKeeperAction", "manual_override")
    class ClimateKeeperAction_E(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        ClimateKeeperAction_Off: _ClassVar[HvacClimateKeeperAction.ClimateKeeperAction_E]
        ClimateKeeperAction_On: _ClassVar[HvacClimateKeeperAction.ClimateKeeperAction_E]
        ClimateKeeperAction_Dog: _ClassVar[HvacClimateKeeperAction.ClimateKeeperAction_E]
        ClimateKeeperAction_Camp: _ClassVar[HvacClimateKeeperAction.ClimateKeeperAction_E]
    ClimateKeeperAction_Off: HvacClimateKeeperAction.ClimateKeeperAction_E
    ClimateKeeperAction_On: HvacClimateKeeperAction.ClimateKeeperAction_E
    ClimateKeeperAction_Dog: HvacClimateKeeperAction.ClimateKeeperAction_E
    ClimateKeeperAction_Camp: HvacClimateKeeperAction.ClimateKeeperAction_E
    CLIMATEKEEPERACTION_FIELD_NUMBER: _ClassVar[int]
    MANUAL_OVERRIDE_FIELD_NUMBER: _ClassVar[int]
    ClimateKeeperAction: HvacClimateKeeperAction.ClimateKeeperAction_E
    manual_override: bool
    def __init__(self, ClimateKeeperAction: _Optional[_Union[HvacClimateKeeperAction.ClimateKeeperAction_E, str]] = ..., manual_override: bool = ...) -> None: ...

class SetChargingAmpsAction(_message.Message):
    __slots__ = ("charging_amps",)
    CHARGING_AMPS_FIELD_NUMBER: _ClassVar[int]
    charging_amps: int
    def __init__(self, charging_amps: _Optional[int] = ...) -> None: ...

class RemoveChargeScheduleAction(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: int
    def __init__(self, id: _Optional[int] = ...) -> None: ...

class BatchRemoveChargeSchedulesAction(_message.Message):
    __slots__ = ("home", "work", "other")
    HOME_FIELD_NUMBER: _ClassVar[int]
    WORK_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    home: bool
    work: bool
    other: bool
    def __init__(self, home: bool = ..., work: bool = ..., other: bool = ...) -> None: ...

class BatchRemovePreconditionSchedulesAction(_message.Message):
    __slots__ = ("home", "work", "other")
    HOME_FIELD_NUMBER: _ClassVar[int]
    WORK_FIELD_NUMBER: _ClassVar[int]
    OTHER_FIELD_NUMBER: _ClassVar[int]
    home: bool
    work: bool
    other: bool
    def __init__(self, home: bool = ..., work: bool = ..., other: bool = ...) -> None: ...

class RemovePreconditionScheduleAction(_message.Message):
    __slots__ = ("id",)
    ID_FIELD_NUMBER: _ClassVar[int]
    id: int
    def __init__(self, id: _Optional[int] = ...) -> None: ...

class SetCabinOverheatProtectionAction(_message.Message):
    __slots__ = ("on", "fan_only")
    ON_FIELD_NUMBER: _ClassVar[int]
    FAN_ONLY_FIELD_NUMBER: _ClassVar[int]
    on: bool
    fan_only: bool
    def __init__(self, on: bool = ..., fan_only: bool = ...) -> None: ...

class SetVehicleNameAction(_message.Message):
    __slots__ = ("vehicleName",)
    VEHICLENAME_FIELD_NUMBER: _ClassVar[int]
    vehicleName: str
    def __init__(self, vehicleName: _Optional[str] = ...) -> None: ...

class SetCopTempAction(_message.Message):
    __slots__ = ("copActivationTemp",)
    COPACTIVATIONTEMP_FIELD_NUMBER: _ClassVar[int]
    copActivationTemp: _vehicle_state_pb2.ClimateState.CopActivationTemp
    def __init__(self, copActivationTemp: _Optional[_Union[_vehicle_state_pb2.ClimateState.CopActivationTemp, str]] = ...) -> None: ...

class VehicleControlSetPinToDriveAction(_message.Message):
    __slots__ = ("on", "password")
    ON_FIELD_NUMBER: _ClassVar[int]
    PASSWORD_FIELD_NUMBER: _ClassVar[int]
    on: bool
    password: str
    def __init__(self, on: bool = ..., password: _Optional[str] = ...) -> None: ...

class ParentalControlsClearPinAction(_message.Message):
    __slots__ = ("pin",)
    PIN_FIELD_NUMBER: _ClassVar[int]
    pin: str
    def __init__(self, pin: _Optional[str] = ...) -> None: ...

class ParentalControlsAction(_message.Message):
    __slots__ = ("activate", "pin")
    ACTIVATE_FIELD_NUMBER: _ClassVar[int]
    PIN_FIELD_NUMBER: _ClassVar[int]
    activate: bool
    pin: str
    def __init__(self, activate: bool = ..., pin: _Optional[str] = ...) -> None: ...

class ParentalControlsEnableSettingsAction(_message.Message):
    __slots__ = ("setting", "enable")
    class ParentalControlsSetting_E(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        SpeedLimit: _ClassVar[ParentalControlsEnableSettingsAction.ParentalControlsSetting_E]
        Acceleration: _ClassVar[ParentalControlsEnableSettingsAction.ParentalControlsSetting_E]
        SafetyFeatures: _ClassVar[ParentalControlsEnableSettingsAction.ParentalControlsSetting_E]
        Curfew: _ClassVar[ParentalControlsEnableSettingsAction.ParentalControlsSetting_E]
        BrowserBlocked: _ClassVar[ParentalControlsEnableSettingsAction.ParentalControlsSetting_E]
        TheaterBlocked: _ClassVar[ParentalControlsEnableSettingsAction.ParentalControlsSetting_E]
        ArcadeBlocked: _ClassVar[ParentalControlsEnableSettingsAction.ParentalControlsSetting_E]
    SpeedLimit: ParentalControlsEnableSettingsAction.ParentalControlsSetting_E
    Acceleration: ParentalControlsEnableSettingsAction.ParentalControlsSetting_E
    SafetyFeatures: ParentalControlsEnableSettingsAction.ParentalControlsSetting_E
    Curfew: ParentalControlsEnableSettingsAction.ParentalControlsSetting_E
    BrowserBlocked: ParentalControlsEnableSettingsAction.ParentalControlsSetting_E
    TheaterBlocked: ParentalControlsEnableSettingsAction.ParentalControlsSetting_E
    ArcadeBlocked: ParentalControlsEnableSettingsAction.ParentalControlsSetting_E
    SETTING_FIELD_NUMBER: _ClassVar[int]
    ENABLE_FIELD_NUMBER: _ClassVar[int]
    setting: ParentalControlsEnableSettingsAction.ParentalControlsSetting_E
    enable: bool
    def __init__(self, setting: _Optional[_Union[ParentalControlsEnableSettingsAction.ParentalControlsSetting_E, str]] = ..., enable: bool = ...) -> None: ...

class ParentalControlsSetSpeedLimitAction(_message.Message):
    __slots__ = ("limit_mph",)
    LIMIT_MPH_FIELD_NUMBER: _ClassVar[int]
    limit_mph: float
    def __init__(self, limit_mph: _Optional[float] = ...) -> None: ...

class SetLowPowerModeAction(_message.Message):
    __slots__ = ("low_power_mode",)
    LOW_POWER_MODE_FIELD_NUMBER: _ClassVar[int]
    low_power_mode: bool
    def __init__(self, low_power_mode: bool = ...) -> None: ...

class SetKeepAccessoryPowerModeAction(_message.Message):
    __slots__ = ("keep_accessory_power_mode",)
    KEEP_ACCESSORY_POWER_MODE_FIELD_NUMBER: _ClassVar[int]
    keep_accessory_power_mode: bool
    def __init__(self, keep_accessory_power_mode: bool = ...) -> None: ...
