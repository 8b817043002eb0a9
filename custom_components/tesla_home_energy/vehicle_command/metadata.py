"""The metadata that every signature of the protocol covers: items of tag, length and value.

Source: protocol.md, "Metadata serialization". Values vary in length (a request hash has 17 or 33 bytes), so
each item carries its own.
"""

from collections.abc import Iterable
from enum import IntEnum
import struct
from typing import Final


class Tag(IntEnum):
    """What an item is."""

    SIGNATURE_TYPE = 0
    DOMAIN = 1
    PERSONALIZATION = 2
    EPOCH = 3
    EXPIRES_AT = 4
    COUNTER = 5
    CHALLENGE = 6
    FLAGS = 7
    REQUEST_HASH = 8
    FAULT = 9


class Domain(IntEnum):
    """A computer of the car that takes commands; each has its own key, epoch, clock and counter."""

    VEHICLE_SECURITY = 2
    INFOTAINMENT = 3


class SignatureType(IntEnum):
    """What a signature is for, and how it is made."""

    AES_GCM_PERSONALIZED = 5
    HMAC = 6
    HMAC_PERSONALIZED = 8
    AES_GCM_RESPONSE = 9


END: Final = b"\xff"

# Tag and length of items that hold a number, packed together with their numbers: each command passes here.
_EXPIRES_AT, _COUNTER, _FLAGS, _FAULT = (
    tag << 8 | 4 for tag in (Tag.EXPIRES_AT, Tag.COUNTER, Tag.FLAGS, Tag.FAULT)
)
_REQUEST = struct.Struct(">HIHIB").pack
_REQUEST_WITH_FLAGS = struct.Struct(">HIHIHIB").pack
_RESPONSE = struct.Struct(">HIHIBB").pack
_RESPONSE_FAULT = struct.Struct(">HIB").pack
_END: Final = END[0]


def serialize(items: Iterable[tuple[int, bytes]]) -> bytes:
    """Return the items, given in ascending order of tag, without the end mark.

    Raises:
        ValueError: A value is longer than the 255 bytes that fit.
    """
    return b"".join([bytes((tag, len(value))) + value for tag, value in items])


def session_info_metadata(vin: bytes, challenge: bytes) -> bytes:
    """Return what the tag of a session info covers besides the session info itself."""
    return (
        serialize(
            (
                (Tag.SIGNATURE_TYPE, bytes((SignatureType.HMAC,))),
                (Tag.PERSONALIZATION, vin),
                (Tag.CHALLENGE, challenge),
            )
        )
        + END
    )


def request_prefix(signature_type: SignatureType, domain: int, vin: bytes, epoch: bytes) -> bytes:
    """Return the part of a request's metadata that stays the same during an epoch."""
    return serialize(
        (
            (Tag.SIGNATURE_TYPE, bytes((signature_type,))),
            (Tag.DOMAIN, bytes((domain,))),
            (Tag.PERSONALIZATION, vin),
            (Tag.EPOCH, epoch),
        )
    )


def request_metadata(prefix: bytes, expires_at: int, counter: int, flags: int) -> bytes:
    """Complete a request's metadata; flags of 0 are left out."""
    if flags:
        return prefix + _REQUEST_WITH_FLAGS(_EXPIRES_AT, expires_at, _COUNTER, counter, _FLAGS, flags, _END)
    return prefix + _REQUEST(_EXPIRES_AT, expires_at, _COUNTER, counter, _END)


def response_prefix(domain: int, vin: bytes) -> bytes:
    """Return the part of an answer's metadata that is always the same."""
    return serialize(
        (
            (Tag.SIGNATURE_TYPE, bytes((SignatureType.AES_GCM_RESPONSE,))),
            (Tag.DOMAIN, bytes((domain,))),
            (Tag.PERSONALIZATION, vin),
        )
    )


def response_metadata(prefix: bytes, counter: int, flags: int, request_hash: bytes, fault: int) -> bytes:
    """Return what the encryption of an answer covers besides the answer itself."""
    return (
        prefix
        + _RESPONSE(_COUNTER, counter, _FLAGS, flags, Tag.REQUEST_HASH, len(request_hash))
        + request_hash
        + _RESPONSE_FAULT(_FAULT, fault, _END)
    )
