"""Writing messages to a car: the handshake, and signed commands.

Source: protocol.md, sections "Session info request" and "Authenticating commands".
"""

import hashlib
import os
from typing import Final, NamedTuple

from .envelope import Envelope
from .errors import ProtocolError
from .metadata import Domain, SignatureType, request_metadata
from .proto.signatures_pb2 import AesGcmPersonalizedSignatureData, HmacPersonalizedSignatureData
from .proto.universal_message_pb2 import RoutableMessage
from .replay_window import ReplayWindow
from .session import LATEST_CLOCK, Session

FLAG_ENCRYPT_RESPONSE: Final = 2
"""Asks for an encrypted answer; firmware before 2024.38 answers in plain (known)."""

_SHORTENED_TAG: Final = 16
"""What the vehicle security computer keeps of a request's tag."""


class SentMessage(NamedTuple):
    """A message on its way, and what its answer has to fit.

    Attributes:
        domain: The computer that it is for.
        address: Where the answer has to go, 16 random bytes.
        uuid: The request's name, and the challenge of its answer, 16 random bytes.
        data: The serialized message.
    """

    domain: Domain
    address: bytes
    uuid: bytes
    data: bytes


class SignedMessage(NamedTuple):
    """A signed command on its way.

    Attributes:
        sent: The message.
        epoch: Of the session when it was signed.
        counter: Used for this message alone.
        expires_at: By the car's clock.
        request_hash: What an encrypted answer refers to.
        answers: The counters of the answers that were taken.
    """

    sent: SentMessage
    epoch: bytes
    counter: int
    expires_at: int
    request_hash: bytes
    answers: ReplayWindow


def handshake(domain: Domain, public_point: bytes, *, unique: bytes | None = None) -> SentMessage:
    """Return the question for the state of a session.

    Args:
        domain: The computer that is asked.
        public_point: Our public key.
        unique: 32 unpredictable bytes, address and name of the request; made here if None.
    """
    address, uuid = _address_and_uuid(unique)
    message = RoutableMessage(uuid=uuid)
    message.to_destination.domain = domain
    message.from_destination.routing_address = address
    message.session_info_request.public_key = public_point
    return SentMessage(domain, address, uuid, message.SerializeToString())


def sign(
    session: Session,
    public_point: bytes,
    payload: bytes,
    *,
    counter: int,
    expires_at: int,
    flags: int = FLAG_ENCRYPT_RESPONSE,
    unique: bytes | None = None,
    nonce: bytes | None = None,
) -> SignedMessage:
    """Return a signed command.

    Args:
        session: With the computer that the command is for.
        public_point: Our public key.
        payload: The command, serialized.
        counter: One that was never used before.
        expires_at: By the car's clock, in seconds since its epoch began.
        flags: See `FLAG_ENCRYPT_RESPONSE`.
        unique: 32 unpredictable bytes, address and name of the request; made here if None.
        nonce: 12 unpredictable bytes for AES-GCM; made here if None.

    Raises:
        ProtocolError: The car's clock is so far ahead that it would refuse the command.
    """
    if expires_at > LATEST_CLOCK:
        raise ProtocolError(0, "NONE", "The car's clock is out of range")
    address, uuid = _address_and_uuid(unique)
    metadata = request_metadata(session.request_prefix, expires_at, counter, flags)
    envelope = session.envelope
    if envelope is None:
        envelope = session.envelope = Envelope(session.domain, public_point)
    message = envelope.message
    envelope.sender.routing_address = address
    message.uuid = uuid
    message.flags = flags
    proof: HmacPersonalizedSignatureData | AesGcmPersonalizedSignatureData
    if session.signature_type is SignatureType.HMAC_PERSONALIZED:
        proof = envelope.hmac
        tag = _authenticated(session, payload, metadata)
    else:
        proof = envelope.aes_gcm
        proof.nonce = nonce = nonce or os.urandom(12)
        payload, tag = _encrypted(session, payload, metadata, nonce)
    proof.epoch = session.epoch
    proof.counter = counter
    proof.expires_at = expires_at
    proof.tag = tag
    message.protobuf_message_as_bytes = payload
    if session.domain is Domain.VEHICLE_SECURITY:
        tag = tag[:_SHORTENED_TAG]
    return SignedMessage(
        SentMessage(session.domain, address, uuid, message.SerializeToString()),
        session.epoch,
        counter,
        expires_at,
        session.hash_prefix + tag,
        ReplayWindow(),
    )


def _address_and_uuid(unique: bytes | None) -> tuple[bytes, bytes]:
    """Return what tells a request from all others, 16 bytes each."""
    unique = unique or os.urandom(32)
    return unique[:16], unique[16:]


def _authenticated(session: Session, payload: bytes, metadata: bytes) -> bytes:
    """Return the tag of a payload that stays readable."""
    signer = session.keys.signer.copy()
    signer.update(metadata + payload)
    return signer.finalize()


def _encrypted(session: Session, payload: bytes, metadata: bytes, nonce: bytes) -> tuple[bytes, bytes]:
    """Return the encrypted payload and its tag."""
    sealed = session.keys.cipher.encrypt(nonce, payload, hashlib.sha256(metadata).digest())
    return sealed[:-16], sealed[-16:]
