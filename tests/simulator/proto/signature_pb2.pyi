# mypy: disable-error-code="type-arg"
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class Method(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    METHOD_AES_GCM: _ClassVar[Method]
    METHOD_AES_GCM_PERSONALIZED: _ClassVar[Method]
    METHOD_HMAC: _ClassVar[Method]
    METHOD_HMAC_PERSONALIZED: _ClassVar[Method]
    METHOD_AES_GCM_RESPONSE: _ClassVar[Method]
METHOD_AES_GCM: Method
METHOD_AES_GCM_PERSONALIZED: Method
METHOD_HMAC: Method
METHOD_HMAC_PERSONALIZED: Method
METHOD_AES_GCM_RESPONSE: Method

class KeyIdentity(_message.Message):
    __slots__ = ("public_key", "handle")
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    HANDLE_FIELD_NUMBER: _ClassVar[int]
    public_key: bytes
    handle: int
    def __init__(self, public_key: _Optional[bytes] = ..., handle: _Optional[int] = ...) -> None: ...

class PersonalizedAesGcm(_message.Message):
    __slots__ = ("epoch", "nonce", "counter", "expires_at", "tag")
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    NONCE_FIELD_NUMBER: _ClassVar[int]
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    epoch: bytes
    nonce: bytes
    counter: int
    expires_at: int
    tag: bytes
    def __init__(self, epoch: _Optional[bytes] = ..., nonce: _Optional[bytes] = ..., counter: _Optional[int] = ..., expires_at: _Optional[int] = ..., tag: _Optional[bytes] = ...) -> None: ...

class PersonalizedHmac(_message.Message):
    __slots__ = ("epoch", "counter", "expires_at", "tag")
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    EXPIRES_AT_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    epoch: bytes
    counter: int
    expires_at: int
    tag: bytes
    def __init__(self, epoch: _Optional[bytes] = ..., counter: _Optional[int] = ..., expires_at: _Optional[int] = ..., tag: _Optional[bytes] = ...) -> None: ...

class AesGcmResponse(_message.Message):
    __slots__ = ("nonce", "counter", "tag")
    NONCE_FIELD_NUMBER: _ClassVar[int]
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    nonce: bytes
    counter: int
    tag: bytes
    def __init__(self, nonce: _Optional[bytes] = ..., counter: _Optional[int] = ..., tag: _Optional[bytes] = ...) -> None: ...

class HmacTag(_message.Message):
    __slots__ = ("tag",)
    TAG_FIELD_NUMBER: _ClassVar[int]
    tag: bytes
    def __init__(self, tag: _Optional[bytes] = ...) -> None: ...

class SignatureData(_message.Message):
    __slots__ = ("signer_identity", "aes_gcm", "session_info_tag", "hmac", "aes_gcm_response")
    SIGNER_IDENTITY_FIELD_NUMBER: _ClassVar[int]
    AES_GCM_FIELD_NUMBER: _ClassVar[int]
    SESSION_INFO_TAG_FIELD_NUMBER: _ClassVar[int]
    HMAC_FIELD_NUMBER: _ClassVar[int]
    AES_GCM_RESPONSE_FIELD_NUMBER: _ClassVar[int]
    signer_identity: KeyIdentity
    aes_gcm: PersonalizedAesGcm
    session_info_tag: HmacTag
    hmac: PersonalizedHmac
    aes_gcm_response: AesGcmResponse
    def __init__(self, signer_identity: _Optional[_Union[KeyIdentity, _Mapping]] = ..., aes_gcm: _Optional[_Union[PersonalizedAesGcm, _Mapping]] = ..., session_info_tag: _Optional[_Union[HmacTag, _Mapping]] = ..., hmac: _Optional[_Union[PersonalizedHmac, _Mapping]] = ..., aes_gcm_response: _Optional[_Union[AesGcmResponse, _Mapping]] = ...) -> None: ...

class SessionInfo(_message.Message):
    __slots__ = ("counter", "public_key", "epoch", "clock_time", "status", "handle")
    class Status(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
        __slots__ = ()
        STATUS_OK: _ClassVar[SessionInfo.Status]
        STATUS_KEY_NOT_ON_WHITELIST: _ClassVar[SessionInfo.Status]
    STATUS_OK: SessionInfo.Status
    STATUS_KEY_NOT_ON_WHITELIST: SessionInfo.Status
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    CLOCK_TIME_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    HANDLE_FIELD_NUMBER: _ClassVar[int]
    counter: int
    public_key: bytes
    epoch: bytes
    clock_time: int
    status: SessionInfo.Status
    handle: int
    def __init__(self, counter: _Optional[int] = ..., public_key: _Optional[bytes] = ..., epoch: _Optional[bytes] = ..., clock_time: _Optional[int] = ..., status: _Optional[_Union[SessionInfo.Status, str]] = ..., handle: _Optional[int] = ...) -> None: ...
