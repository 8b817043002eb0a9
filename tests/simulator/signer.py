"""A small client of the Vehicle Command Protocol, by which the simulated car is tested."""

from base64 import b64decode, b64encode
from dataclasses import dataclass, field
import hashlib
import os
import time
from typing import Any

import aiohttp
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from .proto import actions_pb2, routing_pb2, signature_pb2
from .protocol.keys import SharedKey, public_point, tag
from .protocol.metadata import Tag, serialize

INFOTAINMENT = routing_pb2.DOMAIN_INFOTAINMENT
SECURITY = routing_pb2.DOMAIN_VEHICLE_SECURITY
ENCRYPT_RESPONSE = 2


def action(**members: Any) -> bytes:
    """Return the payload of an action of Infotainment."""
    return actions_pb2.Action(vehicle_action=actions_pb2.VehicleAction(**members)).SerializeToString()


def amps(value: int) -> bytes:
    """Return the payload of set_charging_amps."""
    return action(set_charging_amps=actions_pb2.ChargingAmps(charging_amps=value))


@dataclass
class Session:
    """What a handshake told."""

    info: signature_pb2.SessionInfo
    shared: SharedKey
    received_at: float

    @property
    def now(self) -> int:
        """The computer's clock, as far as we know."""
        return int(self.info.clock_time + time.time() - self.received_at)


@dataclass
class Signer:
    """One client key and one car."""

    http: aiohttp.ClientSession
    url: str
    vin: str
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    sessions: dict[int, Session] = field(default_factory=dict)
    last_request: routing_pb2.RoutableMessage | None = None

    @property
    def public_key(self) -> bytes:
        """The 65 bytes."""
        return public_point(self.key.public_key())

    async def post(self, message: routing_pb2.RoutableMessage) -> tuple[int, Any]:
        """Send a message and return status and body."""
        body = {"routable_message": b64encode(message.SerializeToString()).decode()}
        async with self.http.post(
            f"{self.url}/api/1/vehicles/{self.vin}/signed_command", json=body
        ) as response:
            return response.status, await response.json()

    async def exchange(self, message: routing_pb2.RoutableMessage) -> routing_pb2.RoutableMessage:
        """Send a message and return the car's answer."""
        self.last_request = message
        status, body = await self.post(message)
        assert status == 200, body
        return routing_pb2.RoutableMessage.FromString(b64decode(body["response"]))

    def envelope(self, domain: routing_pb2.Domain) -> routing_pb2.RoutableMessage:
        """Return a message to a domain."""
        message = routing_pb2.RoutableMessage(uuid=os.urandom(16))
        message.to_destination.domain = domain
        message.from_destination.routing_address = os.urandom(16)
        return message

    async def ask_session(self, domain: routing_pb2.Domain = INFOTAINMENT) -> routing_pb2.RoutableMessage:
        """Send a handshake and return the answer."""
        message = self.envelope(domain)
        message.session_info_request.public_key = self.public_key
        return await self.exchange(message)

    async def handshake(self, domain: routing_pb2.Domain = INFOTAINMENT) -> Session:
        """Do a handshake and check the tag of what it brings."""
        answer = await self.ask_session(domain)
        return self.adopt(answer, domain)

    def adopt(self, answer: routing_pb2.RoutableMessage, domain: routing_pb2.Domain) -> Session:
        """Check and remember the session info of an answer."""
        assert self.last_request is not None
        info = signature_pb2.SessionInfo.FromString(answer.session_info)
        shared = SharedKey.agree(self.key, info.public_key)
        items: dict[Tag, int | bytes] = {
            Tag.SIGNATURE_TYPE: 6,
            Tag.PERSONALIZATION: self.vin.encode(),
            Tag.CHALLENGE: self.last_request.uuid,
        }
        expected = tag(shared.session_info, serialize(items) + answer.session_info)
        assert answer.signature_data.session_info_tag.tag == expected
        self.sessions[domain] = Session(info, shared, time.time())
        return self.sessions[domain]

    def sign(
        self,
        payload: bytes,
        domain: routing_pb2.Domain = INFOTAINMENT,
        *,
        flags: int = ENCRYPT_RESPONSE,
        life: int = 10,
        counter: int | None = None,
        encrypt: bool = False,
    ) -> routing_pb2.RoutableMessage:
        """Return a signed message; the session's counter is used up."""
        session = self.sessions[domain]
        if counter is None:
            session.info.counter += 1
            counter = session.info.counter
        expires_at = session.now + life
        message = self.envelope(domain)
        message.flags = flags
        items: dict[Tag, int | bytes] = {
            Tag.SIGNATURE_TYPE: 5 if encrypt else 8,
            Tag.DOMAIN: domain,
            Tag.PERSONALIZATION: self.vin.encode(),
            Tag.EPOCH: session.info.epoch,
            Tag.EXPIRES_AT: expires_at,
            Tag.COUNTER: counter,
        }
        if flags:
            items[Tag.FLAGS] = flags
        metadata = serialize(items)
        message.signature_data.signer_identity.public_key = self.public_key
        if encrypt:
            nonce = os.urandom(12)
            sealed = AESGCM(session.shared.key).encrypt(nonce, payload, hashlib.sha256(metadata).digest())
            message.application = sealed[:-16]
            message.signature_data.aes_gcm.CopyFrom(
                signature_pb2.PersonalizedAesGcm(
                    epoch=session.info.epoch,
                    nonce=nonce,
                    counter=counter,
                    expires_at=expires_at,
                    tag=sealed[-16:],
                )
            )
            return message
        message.application = payload
        message.signature_data.hmac.CopyFrom(
            signature_pb2.PersonalizedHmac(
                epoch=session.info.epoch,
                counter=counter,
                expires_at=expires_at,
                tag=tag(session.shared.command, metadata + payload),
            )
        )
        return message

    async def command(self, payload: bytes, domain: routing_pb2.Domain = INFOTAINMENT) -> bytes:
        """Send a signed command and return the decrypted answer, checked as a client should."""
        if domain not in self.sessions:
            await self.handshake(domain)
        answer = await self.exchange(self.sign(payload, domain))
        assert answer.status.fault == 0
        return self.decrypt(answer, domain)

    def decrypt(self, answer: routing_pb2.RoutableMessage, domain: routing_pb2.Domain) -> bytes:
        """Return the payload of an encrypted answer to the last request.

        Raises:
            InvalidTag: It was not made for this request.
        """
        assert self.last_request is not None
        request = self.last_request.signature_data
        encrypted = request.WhichOneof("signature") == "aes_gcm"
        own_tag = request.aes_gcm.tag if encrypted else request.hmac.tag
        request_hash = bytes((5 if encrypted else 8,)) + (own_tag[:16] if domain == SECURITY else own_tag)
        data = answer.signature_data.aes_gcm_response
        metadata = serialize(
            {
                Tag.SIGNATURE_TYPE: 9,
                Tag.DOMAIN: answer.from_destination.domain,
                Tag.PERSONALIZATION: self.vin.encode(),
                Tag.COUNTER: data.counter,
                Tag.FLAGS: answer.flags,
                Tag.REQUEST_HASH: request_hash,
                Tag.FAULT: answer.status.fault,
            }
        )
        return AESGCM(self.sessions[domain].shared.key).decrypt(
            data.nonce, answer.application + data.tag, hashlib.sha256(metadata).digest()
        )
