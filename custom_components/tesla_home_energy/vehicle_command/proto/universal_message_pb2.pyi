from . import signatures_pb2 as _signatures_pb2
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Destination(_message.Message):
    __slots__ = ("domain", "routing_address")
    DOMAIN_FIELD_NUMBER: _ClassVar[int]
    ROUTING_ADDRESS_FIELD_NUMBER: _ClassVar[int]
    domain: int
    routing_address: bytes
    def __init__(self, domain: _Optional[int] = ..., routing_address: _Optional[bytes] = ...) -> None: ...

class MessageStatus(_message.Message):
    __slots__ = ("operation_status", "signed_message_fault")
    OPERATION_STATUS_FIELD_NUMBER: _ClassVar[int]
    SIGNED_MESSAGE_FAULT_FIELD_NUMBER: _ClassVar[int]
    operation_status: int
    signed_message_fault: int
    def __init__(self, operation_status: _Optional[int] = ..., signed_message_fault: _Optional[int] = ...) -> None: ...

class SessionInfoRequest(_message.Message):
    __slots__ = ("public_key",)
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    public_key: bytes
    def __init__(self, public_key: _Optional[bytes] = ...) -> None: ...

class RoutableMessage(_message.Message):
    __slots__ = ("to_destination", "from_destination", "protobuf_message_as_bytes", "session_info_request", "session_info", "signedMessageStatus", "signature_data", "request_uuid", "uuid", "flags")
    TO_DESTINATION_FIELD_NUMBER: _ClassVar[int]
    FROM_DESTINATION_FIELD_NUMBER: _ClassVar[int]
    PROTOBUF_MESSAGE_AS_BYTES_FIELD_NUMBER: _ClassVar[int]
    SESSION_INFO_REQUEST_FIELD_NUMBER: _ClassVar[int]
    SESSION_INFO_FIELD_NUMBER: _ClassVar[int]
    SIGNEDMESSAGESTATUS_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_DATA_FIELD_NUMBER: _ClassVar[int]
    REQUEST_UUID_FIELD_NUMBER: _ClassVar[int]
    UUID_FIELD_NUMBER: _ClassVar[int]
    FLAGS_FIELD_NUMBER: _ClassVar[int]
    to_destination: Destination
    from_destination: Destination
    protobuf_message_as_bytes: bytes
    session_info_request: SessionInfoRequest
    session_info: bytes
    signedMessageStatus: MessageStatus
    signature_data: _signatures_pb2.SignatureData
    request_uuid: bytes
    uuid: bytes
    flags: int
    def __init__(self, to_destination: _Optional[_Union[Destination, _Mapping[str, object]]] = ..., from_destination: _Optional[_Union[Destination, _Mapping[str, object]]] = ..., protobuf_message_as_bytes: _Optional[bytes] = ..., session_info_request: _Optional[_Union[SessionInfoRequest, _Mapping[str, object]]] = ..., session_info: _Optional[bytes] = ..., signedMessageStatus: _Optional[_Union[MessageStatus, _Mapping[str, object]]] = ..., signature_data: _Optional[_Union[_signatures_pb2.SignatureData, _Mapping[str, object]]] = ..., request_uuid: _Optional[bytes] = ..., uuid: _Optional[bytes] = ..., flags: _Optional[int] = ...) -> None: ...
