"""The floor: only what cannot be avoided, in straight calls of `cryptography` and protobuf.

It checks nothing, keeps no rules and knows two commands. Keys, and the part of the metadata that lasts, are
prepared.
"""

import base64
from collections.abc import Callable, Mapping
import hashlib
import os
import struct
import time
from typing import Final

from cryptography.hazmat.primitives import hashes, hmac
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from custom_components.tesla_home_energy.vehicle_command.proto.car_server_pb2 import Action, Response
from custom_components.tesla_home_energy.vehicle_command.proto.signatures_pb2 import SessionInfo
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from custom_components.tesla_home_energy.vehicle_command.proto.vcsec_pb2 import (
    FromVCSECMessage,
    RKEAction_E,
    UnsignedMessage,
)
from tests.vehicle_command.fake_car import HMAC, INFOTAINMENT, VEHICLE_SECURITY, VIN

from .scene import CLIENT_KEY, PARAMETERS, Operation, answer_of, new_car, prove, shake_hands, timed

_FLAGS: Final = 2
_LIFETIME: Final = 15
_VIN: Final = bytes((2, len(VIN))) + VIN.encode()
_NUMBERS: Final = struct.Struct(">BBIBBIBBIB").pack
_COUNTER_AND_FLAGS: Final = struct.Struct(">BBIBBI").pack


class Floor:
    """Signs, and opens answers, with nothing around it."""

    def __init__(self) -> None:
        """Derive the keys shared with a car."""
        self._car = new_car()
        self._point = CLIENT_KEY.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
        self._ciphers: dict[int, AESGCM] = {}
        self._signers: dict[int, hmac.HMAC] = {}
        self._prefixes: dict[int, bytes] = {}
        for domain, computer in self._car.computers.items():
            shared = computer.shared(self._point)
            self._ciphers[domain] = AESGCM(shared)
            key = _hmac(shared, b"authenticated command")
            self._signers[domain] = hmac.HMAC(key, hashes.SHA256())
            self._prefixes[domain] = (
                bytes((0, 1, HMAC, 1, 1, domain)) + _VIN + bytes((3, len(computer.epoch))) + computer.epoch
            )
        self._counter = 0
        self._clock_offset = self._car.infotainment.now() - time.monotonic()
        prove(self._car, self._command())

    @property
    def operations(self) -> Mapping[Operation, Callable[[], int]]:
        """What can be measured; each returns nanoseconds."""
        return {
            Operation.COMMAND: lambda: timed(self._command),
            Operation.LOCK_ANSWER: self._open_lock_answer,
            Operation.AMPS_ANSWER: self._open_amps_answer,
            Operation.QUESTION: lambda: timed(self._question),
            Operation.HANDSHAKE_ANSWER: self._open_handshake_answer,
        }

    def _command(self) -> str:
        return base64.b64encode(
            self._signed(INFOTAINMENT, Action(vehicleAction={"setChargingAmpsAction": PARAMETERS}))[0]
        ).decode()

    def _signed(self, domain: int, action: Action | UnsignedMessage) -> tuple[bytes, bytes]:
        """Return the message, and its tag."""
        payload = action.SerializeToString()
        self._counter += 1
        expires_at = int(time.monotonic() + self._clock_offset) + _LIFETIME
        signer = self._signers[domain].copy()
        numbers = _NUMBERS(4, 4, expires_at, 5, 4, self._counter, 7, 4, _FLAGS, 0xFF)
        signer.update(self._prefixes[domain] + numbers + payload)
        tag = signer.finalize()
        random = os.urandom(32)
        message = RoutableMessage(uuid=random[16:], flags=_FLAGS, protobuf_message_as_bytes=payload)
        message.to_destination.domain = domain
        message.from_destination.routing_address = random[:16]
        signature = message.signature_data
        signature.signer_identity.public_key = self._point
        data = signature.HMAC_Personalized_data
        data.epoch = self._car.computers[domain].epoch
        data.counter = self._counter
        data.expires_at = expires_at
        data.tag = tag
        return message.SerializeToString(), tag

    def _open_lock_answer(self) -> int:
        data, tag = self._signed(VEHICLE_SECURITY, UnsignedMessage(RKEAction=RKEAction_E.RKE_ACTION_LOCK))
        text = answer_of(self._car, base64.b64encode(data).decode(), encrypted=True)
        request_hash = bytes((8, 17, HMAC)) + tag[:16]
        return timed(lambda: FromVCSECMessage.FromString(self._opened(VEHICLE_SECURITY, text, request_hash)))

    def _open_amps_answer(self) -> int:
        action = Action(vehicleAction={"setChargingAmpsAction": PARAMETERS})
        data, tag = self._signed(INFOTAINMENT, action)
        text = answer_of(self._car, base64.b64encode(data).decode(), encrypted=True)
        request_hash = bytes((8, 33, HMAC)) + tag
        return timed(lambda: Response.FromString(self._opened(INFOTAINMENT, text, request_hash)))

    def _opened(self, domain: int, text: str, request_hash: bytes) -> bytes:
        answer = RoutableMessage.FromString(base64.b64decode(text))
        data = answer.signature_data.AES_GCM_Response_data
        metadata = (
            bytes((0, 1, 9, 1, 1, domain))
            + _VIN
            + _COUNTER_AND_FLAGS(5, 4, data.counter, 7, 4, answer.flags)
            + request_hash
            + b"\x09\x04\x00\x00\x00\x00\xff"
        )
        sealed = answer.protobuf_message_as_bytes + data.tag
        return self._ciphers[domain].decrypt(data.nonce, sealed, hashlib.sha256(metadata).digest())

    def _question(self) -> str:
        return base64.b64encode(self._asked().SerializeToString()).decode()

    def _asked(self) -> RoutableMessage:
        random = os.urandom(32)
        message = RoutableMessage(uuid=random[16:])
        message.to_destination.domain = INFOTAINMENT
        message.from_destination.routing_address = random[:16]
        message.session_info_request.public_key = self._point
        return message

    def _open_handshake_answer(self) -> int:
        question = self._asked()
        text = shake_hands(self._car, base64.b64encode(question.SerializeToString()).decode())
        challenge = bytes((0, 1, 6)) + _VIN + bytes((6, 16)) + question.uuid + b"\xff"

        def read() -> None:
            answer = RoutableMessage.FromString(base64.b64decode(text))
            raw = answer.session_info
            point = SessionInfo.FromString(raw).publicKey
            car_key = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
            secret = CLIENT_KEY.exchange(ec.ECDH(), car_key)
            shared = hashlib.sha1(secret, usedforsecurity=False).digest()[:16]
            signer = hmac.HMAC(_hmac(shared, b"session info"), hashes.SHA256())
            signer.update(challenge + raw)
            signer.verify(answer.signature_data.session_info_tag.tag)

        return timed(read)


def _hmac(key: bytes, data: bytes) -> bytes:
    signer = hmac.HMAC(key, hashes.SHA256())
    signer.update(data)
    return signer.finalize()
