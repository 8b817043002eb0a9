from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class KeyIdentity(_message.Message):
    __slots__ = ("public_key",)
    PUBLIC_KEY_FIELD_NUMBER: _ClassVar[int]
    public_key: bytes
    def __init__(self, public_key: _Optional[bytes] = ...) -> None: ...

class AesGcmPersonalizedSignatureData(_message.Message):
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

class AesGcmResponseSignatureData(_message.Message):
    __slots__ = ("nonce", "counter", "tag")
    NONCE_FIELD_NUMBER: _ClassVar[int]
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    TAG_FIELD_NUMBER: _ClassVar[int]
    nonce: bytes
    counter: int
    tag: bytes
    def __init__(self, nonce: _Optional[bytes] = ..., counter: _Optional[int] = ..., tag: _Optional[bytes] = ...) -> None: ...

class HmacSignatureData(_message.Message):
    __slots__ = ("tag",)
    TAG_FIELD_NUMBER: _ClassVar[int]
    tag: bytes
    def __init__(self, tag: _Optional[bytes] = ...) -> None: ...

class HmacPersonalizedSignatureData(_message.Message):
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

class SignatureData(_message.Message):
    __slots__ = ("signer_identity", "AES_GCM_Personalized_data", "session_info_tag", "HMAC_Personalized_data", "AES_GCM_Response_data")
    SIGNER_IDENTITY_FIELD_NUMBER: _ClassVar[int]
    AES_GCM_PERSONALIZED_DATA_FIELD_NUMBER: _ClassVar[int]
    SESSION_INFO_TAG_FIELD_NUMBER: _ClassVar[int]
    HMAC_PERSONALIZED_DATA_FIELD_NUMBER: _ClassVar[int]
    AES_GCM_RESPONSE_DATA_FIELD_NUMBER: _ClassVar[int]
    signer_identity: KeyIdentity
    AES_GCM_Personalized_data: AesGcmPersonalizedSignatureData
    session_info_tag: HmacSignatureData
    HMAC_Personalized_data: HmacPersonalizedSignatureData
    AES_GCM_Response_data: AesGcmResponseSignatureData
    def __init__(self, signer_identity: _Optional[_Union[KeyIdentity, _Mapping[str, object]]] = ..., AES_GCM_Personalized_data: _Optional[_Union[AesGcmPersonalizedSignatureData, _Mapping[str, object]]] = ..., session_info_tag: _Optional[_Union[HmacSignatureData, _Mapping[str, object]]] = ..., HMAC_Personalized_data: _Optional[_Union[HmacPersonalizedSignatureData, _Mapping[str, object]]] = ..., AES_GCM_Response_data: _Optional[_Union[AesGcmResponseSignatureData, _Mapping[str, object]]] = ...) -> None: ...

class SessionInfo(_message.Message):
    __slots__ = ("counter", "publicKey", "epoch", "clock_time", "status")
    COUNTER_FIELD_NUMBER: _ClassVar[int]
    PUBLICKEY_FIELD_NUMBER: _ClassVar[int]
    EPOCH_FIELD_NUMBER: _ClassVar[int]
    CLOCK_TIME_FIELD_NUMBER: _ClassVar[int]
    STATUS_FIELD_NUMBER: _ClassVar[int]
    counter: int
    publicKey: bytes
    epoch: bytes
    clock_time: int
    status: int
    def __init__(self, counter: _Optional[int] = ..., publicKey: _Optional[bytes] = ..., epoch: _Optional[bytes] = ..., clock_time: _Optional[int] = ..., status: _Optional[int] = ...) -> None: ...
