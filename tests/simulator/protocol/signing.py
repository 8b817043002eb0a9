"""How requests and answers are signed (known: protocol.md)."""

from dataclasses import dataclass
import hashlib
import hmac
from typing import Final, Self

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.simulator.proto import routing_pb2, signature_pb2

from .keys import SharedKey, tag
from .metadata import Tag, serialize

NONCE_LENGTH: Final = 12
SHORT_TAG_LENGTH: Final = 16


def session_info_tag(shared: SharedKey, vin: str, challenge: bytes, info: bytes) -> bytes:
    """Return the tag of a session info for the request with this uuid."""
    metadata = serialize(
        {
            Tag.SIGNATURE_TYPE: signature_pb2.METHOD_HMAC,
            Tag.PERSONALIZATION: vin.encode(),
            Tag.CHALLENGE: challenge,
        }
    )
    return tag(shared.session_info, metadata + info)


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """The signature of a request."""

    method: int
    epoch: bytes
    counter: int
    expires_at: int
    tag: bytes
    nonce: bytes
    content: bytes

    @classmethod
    def read(cls, message: routing_pb2.RoutableMessage) -> Self | None:
        """Return the signature, or None without one that a request can have."""
        data = message.signature_data
        match data.WhichOneof("signature"):
            case "hmac":
                return cls(
                    method=signature_pb2.METHOD_HMAC_PERSONALIZED,
                    epoch=data.hmac.epoch,
                    counter=data.hmac.counter,
                    expires_at=data.hmac.expires_at,
                    tag=data.hmac.tag,
                    nonce=b"",
                    content=message.application,
                )
            case "aes_gcm":
                return cls(
                    method=signature_pb2.METHOD_AES_GCM_PERSONALIZED,
                    epoch=data.aes_gcm.epoch,
                    counter=data.aes_gcm.counter,
                    expires_at=data.aes_gcm.expires_at,
                    tag=data.aes_gcm.tag,
                    nonce=data.aes_gcm.nonce,
                    content=message.application,
                )
            case _:
                return None

    @property
    def encrypted(self) -> bool:
        """Whether the request is encrypted, not only authenticated."""
        return self.method == signature_pb2.METHOD_AES_GCM_PERSONALIZED

    def request_hash(self, domain: int) -> bytes:
        """Return what ties an answer to this request; vehicle security cuts the tag."""
        cut = SHORT_TAG_LENGTH if domain == routing_pb2.DOMAIN_VEHICLE_SECURITY else None
        return bytes((self.method,)) + self.tag[:cut]

    def open(self, shared: SharedKey, metadata: bytes) -> bytes:
        """Return the command in the clear.

        Raises:
            InvalidTag: The signature is wrong.
            ValueError: The nonce has a wrong length.
        """
        if not self.encrypted:
            if not hmac.compare_digest(tag(shared.command, metadata + self.content), self.tag):
                raise InvalidTag
            return self.content
        if len(self.nonce) != NONCE_LENGTH:
            raise ValueError("The nonce must have 12 bytes")
        associated = hashlib.sha256(metadata).digest()
        return AESGCM(shared.key).decrypt(self.nonce, self.content + self.tag, associated)


def request_metadata(signed: Signed, *, domain: int, vin: str, epoch: bytes, flags: int) -> bytes:
    """Return the metadata that a request's signature covers."""
    items: dict[Tag, int | bytes] = {
        Tag.SIGNATURE_TYPE: signed.method,
        Tag.DOMAIN: domain,
        Tag.PERSONALIZATION: vin.encode(),
        Tag.EPOCH: epoch,
        Tag.EXPIRES_AT: signed.expires_at,
        Tag.COUNTER: signed.counter,
    }
    if flags:
        items[Tag.FLAGS] = flags
    return serialize(items)


def sealed(*, domain: int, vin: str, counter: int, flags: int, request_hash: bytes, fault: int) -> bytes:
    """Return the associated data of an encrypted answer."""
    metadata = serialize(
        {
            Tag.SIGNATURE_TYPE: signature_pb2.METHOD_AES_GCM_RESPONSE,
            Tag.DOMAIN: domain,
            Tag.PERSONALIZATION: vin.encode(),
            Tag.COUNTER: counter,
            Tag.FLAGS: flags,
            Tag.REQUEST_HASH: request_hash,
            Tag.FAULT: fault,
        }
    )
    return hashlib.sha256(metadata).digest()
