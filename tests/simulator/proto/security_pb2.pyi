# mypy: disable-error-code="type-arg"
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class RemoteKeyAction(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    REMOTE_KEY_UNLOCK: _ClassVar[RemoteKeyAction]
    REMOTE_KEY_LOCK: _ClassVar[RemoteKeyAction]
    REMOTE_KEY_REMOTE_DRIVE: _ClassVar[RemoteKeyAction]
    REMOTE_KEY_AUTO_SECURE: _ClassVar[RemoteKeyAction]
    REMOTE_KEY_WAKE: _ClassVar[RemoteKeyAction]

class ClosureMove(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLOSURE_MOVE_NONE: _ClassVar[ClosureMove]
    CLOSURE_MOVE_MOVE: _ClassVar[ClosureMove]
    CLOSURE_MOVE_STOP: _ClassVar[ClosureMove]
    CLOSURE_MOVE_OPEN: _ClassVar[ClosureMove]
    CLOSURE_MOVE_CLOSE: _ClassVar[ClosureMove]
REMOTE_KEY_UNLOCK: RemoteKeyAction
REMOTE_KEY_LOCK: RemoteKeyAction
REMOTE_KEY_REMOTE_DRIVE: RemoteKeyAction
REMOTE_KEY_AUTO_SECURE: RemoteKeyAction
REMOTE_KEY_WAKE: RemoteKeyAction
CLOSURE_MOVE_NONE: ClosureMove
CLOSURE_MOVE_MOVE: ClosureMove
CLOSURE_MOVE_STOP: ClosureMove
CLOSURE_MOVE_OPEN: ClosureMove
CLOSURE_MOVE_CLOSE: ClosureMove

class ClosureMoveRequest(_message.Message):
    __slots__ = ("front_driver_door", "front_passenger_door", "rear_driver_door", "rear_passenger_door", "rear_trunk", "front_trunk", "charge_port", "tonneau")
    FRONT_DRIVER_DOOR_FIELD_NUMBER: _ClassVar[int]
    FRONT_PASSENGER_DOOR_FIELD_NUMBER: _ClassVar[int]
    REAR_DRIVER_DOOR_FIELD_NUMBER: _ClassVar[int]
    REAR_PASSENGER_DOOR_FIELD_NUMBER: _ClassVar[int]
    REAR_TRUNK_FIELD_NUMBER: _ClassVar[int]
    FRONT_TRUNK_FIELD_NUMBER: _ClassVar[int]
    CHARGE_PORT_FIELD_NUMBER: _ClassVar[int]
    TONNEAU_FIELD_NUMBER: _ClassVar[int]
    front_driver_door: ClosureMove
    front_passenger_door: ClosureMove
    rear_driver_door: ClosureMove
    rear_passenger_door: ClosureMove
    rear_trunk: ClosureMove
    front_trunk: ClosureMove
    charge_port: ClosureMove
    tonneau: ClosureMove
    def __init__(self, front_driver_door: _Optional[_Union[ClosureMove, str]] = ..., front_passenger_door: _Optional[_Union[ClosureMove, str]] = ..., rear_driver_door: _Optional[_Union[ClosureMove, str]] = ..., rear_passenger_door: _Optional[_Union[ClosureMove, str]] = ..., rear_trunk: _Optional[_Union[ClosureMove, str]] = ..., front_trunk: _Optional[_Union[ClosureMove, str]] = ..., charge_port: _Optional[_Union[ClosureMove, str]] = ..., tonneau: _Optional[_Union[ClosureMove, str]] = ...) -> None: ...

class InformationRequest(_message.Message):
    __slots__ = ("type",)
    class Type(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        TYPE_GET_STATUS: _ClassVar[InformationRequest.Type]
        TYPE_GET_WHITELIST_INFO: _ClassVar[InformationRequest.Type]
        TYPE_GET_WHITELIST_ENTRY_INFO: _ClassVar[InformationRequest.Type]
    TYPE_GET_STATUS: InformationRequest.Type
    TYPE_GET_WHITELIST_INFO: InformationRequest.Type
    TYPE_GET_WHITELIST_ENTRY_INFO: InformationRequest.Type
    TYPE_FIELD_NUMBER: _ClassVar[int]
    type: InformationRequest.Type
    def __init__(self, type: _Optional[_Union[InformationRequest.Type, str]] = ...) -> None: ...

class UnsignedMessage(_message.Message):
    __slots__ = ("information", "remote_key_action", "closure_move")
    INFORMATION_FIELD_NUMBER: _ClassVar[int]
    REMOTE_KEY_ACTION_FIELD_NUMBER: _ClassVar[int]
    CLOSURE_MOVE_FIELD_NUMBER: _ClassVar[int]
    information: InformationRequest
    remote_key_action: RemoteKeyAction
    closure_move: ClosureMoveRequest
    def __init__(self, information: _Optional[_Union[InformationRequest, _Mapping]] = ..., remote_key_action: _Optional[_Union[RemoteKeyAction, str]] = ..., closure_move: _Optional[_Union[ClosureMoveRequest, _Mapping]] = ...) -> None: ...

class SignedMessageStatus(_message.Message):
    __slots__ = ("counter", "information")
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    INFORMATION_FIELD_NUMBER: _ClassVar[int]
    counter: int
    information: int
    def __init__(self, counter: _Optional[int] = ..., information: _Optional[int] = ...) -> None: ...

class CommandStatus(_message.Message):
    __slots__ = ("operation_status", "signed_message_status")
    class Status(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATUS_OK: _ClassVar[CommandStatus.Status]
        STATUS_WAIT: _ClassVar[CommandStatus.Status]
        STATUS_ERROR: _ClassVar[CommandStatus.Status]
    STATUS_OK: CommandStatus.Status
    STATUS_WAIT: CommandStatus.Status
    STATUS_ERROR: CommandStatus.Status
    OPERATION_STATUS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_MESSAGE_STATUS_FIELD_NUMBER: _ClassVar[int]
    operation_status: CommandStatus.Status
    signed_message_status: SignedMessageStatus
    def __init__(self, operation_status: _Optional[_Union[CommandStatus.Status, str]] = ..., signed_message_status: _Optional[_Union[SignedMessageStatus, _Mapping]] = ...) -> None: ...

class VehicleStatus(_message.Message):
    __slots__ = ("closures", "lock_state", "sleep_status", "user_presence")
    class Closures(_message.Message):
        __slots__ = ("front_driver_door", "front_passenger_door", "rear_driver_door", "rear_passenger_door", "rear_trunk", "front_trunk", "charge_port")
        FRONT_DRIVER_DOOR_FIELD_NUMBER: _ClassVar[int]
        FRONT_PASSENGER_DOOR_FIELD_NUMBER: _ClassVar[int]
        REAR_DRIVER_DOOR_FIELD_NUMBER: _ClassVar[int]
        REAR_PASSENGER_DOOR_FIELD_NUMBER: _ClassVar[int]
        REAR_TRUNK_FIELD_NUMBER: _ClassVar[int]
        FRONT_TRUNK_FIELD_NUMBER: _ClassVar[int]
        CHARGE_PORT_FIELD_NUMBER: _ClassVar[int]
        front_driver_door: int
        front_passenger_door: int
        rear_driver_door: int
        rear_passenger_door: int
        rear_trunk: int
        front_trunk: int
        charge_port: int
        def __init__(self, front_driver_door: _Optional[int] = ..., front_passenger_door: _Optional[int] = ..., rear_driver_door: _Optional[int] = ..., rear_passenger_door: _Optional[int] = ..., rear_trunk: _Optional[int] = ..., front_trunk: _Optional[int] = ..., charge_port: _Optional[int] = ...) -> None: ...
    CLOSURES_FIELD_NUMBER: _ClassVar[int]
    LOCK_STATE_FIELD_NUMBER: _ClassVar[int]
    SLEEP_STATUS_FIELD_NUMBER: _ClassVar[int]
    USER_PRESENCE_FIELD_NUMBER: _ClassVar[int]
    closures: VehicleStatus.Closures
    lock_state: int
    sleep_status: int
    user_presence: int
    def __init__(self, closures: _Optional[_Union[VehicleStatus.Closures, _Mapping]] = ..., lock_state: _Optional[int] = ..., sleep_status: _Optional[int] = ..., user_presence: _Optional[int] = ...) -> None: ...

class NominalError(_message.Message):
    __slots__ = ("generic_error",)
    GENERIC_ERROR_FIELD_NUMBER: _ClassVar[int]
    generic_error: int
    def __init__(self, generic_error: _Optional[int] = ...) -> None: ...

class FromVehicleSecurity(_message.Message):
    __slots__ = ("vehicle_status", "command_status", "nominal_error")
    VEHICLE_STATUS_FIELD_NUMBER: _ClassVar[int]
    COMMAND_STATUS_FIELD_NUMBER: _ClassVar[int]
    NOMINAL_ERROR_FIELD_NUMBER: _ClassVar[int]
    vehicle_status: VehicleStatus
    command_status: CommandStatus
    nominal_error: NominalError
    def __init__(self, vehicle_status: _Optional[_Union[VehicleStatus, _Mapping]] = ..., command_status: _Optional[_Union[CommandStatus, _Mapping]] = ..., nominal_error: _Optional[_Union[NominalError, _Mapping]] = ...) -> None: ...
