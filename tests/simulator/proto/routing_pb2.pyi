# mypy: disable-error-code="type-arg"
from tests.simulator.proto import signature_pb2 as _signature_pb2
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Domain(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    DOMAIN_BROADCAST: _ClassVar[Domain]
    DOMAIN_VEHICLE_SECURITY: _ClassVar[Domain]
    DOMAIN_INFOTAINMENT: _ClassVar[Domain]

class OperationStatus(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    OPERATION_OK: _ClassVar[OperationStatus]
    OPERATION_WAIT: _ClassVar[OperationStatus]
    OPERATION_ERROR: _ClassVar[OperationStatus]
DOMAIN_BROADCAST: Domain
DOMAIN_VEHICLE_SECURITY: Domain
DOMAIN_INFOTAINMENT: Domain
OPERATION_OK: OperationStatus
OPERATION_WAIT: OperationStatus
OPERATION_ERROR: OperationStatus

class Destination(_message.Message):
    __slots__ = ("domain", "routing_address")
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    ROUTING_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    domain: Domain
    routing_address: bytes
    def __init__(self, domain: _Optional[_Union[Domain, str]] = ..., routing_address: _Optional[bytes] = ...) -> None: ...

class MessageStatus(_message.Message):
    __slots__ = ("operation_status", "fault")
    OPERATION_STATUS_FIELD_NUMBER: _ClassVar[int]
    FAULT_FIELD_NUMBER: _ClassVar[int]
    operation_status: OperationStatus
    fault: int
    def __init__(self, operation_status: _Optional[_Union[OperationStatus, str]] = ..., fault: _Optional[int] = ...) -> None: ...

class SessionInfoRequest(_message.Message):
    __slots__ = ("public_key", "challenge")
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    CHALLENGE_FIELD_NUMBER: _ClassVar[int]
    public_key: bytes
    challenge: bytes
    def __init__(self, public_key: _Optional[bytes] = ..., challenge: _Optional[bytes] = ...) -> None: ...

class RoutableMessage(_message.Message):
    __slots__ = ("to_destination", "from_destination", "application", "session_info_request", "session_info", "status", "signature_data", "request_uuid", "uuid", "flags")
    TO_DESTINATION_FIELD_NUMBER: _ClassVar[int]
    FROM_DESTINATION_FIELD_NUMBER: _ClassVar[int]
    APPLICATION_FIELD_NUMBER: _ClassVar[int]
    SESSION_INFO_REQUEST_FIELD_NUMBER: _ClassVar[int]
    SESSION_INFO_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_DATA_FIELD_NUMBER: _ClassVar[int]
    REQUEST_UUID_FIELD_NUMBER: _ClassVar[int]
    UUID_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    to_destination: Destination
    from_destination: Destination
    application: bytes
    session_info_request: SessionInfoRequest
    session_info: bytes
    status: MessageStatus
    signature_data: _signature_pb2.SignatureData
    request_uuid: bytes
    uuid: bytes
    flags: int
    def __init__(self, to_destination: _Optional[_Union[Destination, _Mapping]] = ..., from_destination: _Optional[_Union[Destination, _Mapping]] = ..., application: _Optional[bytes] = ..., session_info_request: _Optional[_Union[SessionInfoRequest, _Mapping]] = ..., session_info: _Optional[bytes] = ..., status: _Optional[_Union[MessageStatus, _Mapping]] = ..., signature_data: _Optional[_Union[_signature_pb2.SignatureData, _Mapping]] = ..., request_uuid: _Optional[bytes] = ..., uuid: _Optional[bytes] = ..., flags: _Optional[int] = ...) -> None: ...
