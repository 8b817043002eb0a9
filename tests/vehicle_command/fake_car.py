"""A car for tests: it checks signatures with code of its own, in the order of Tesla's verifier.

Only the generated messages are shared with the client. `Car` is a transport; each message it gets is handled
by the next step of its script, and when that is empty, as a car would.
"""

from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field
import hashlib
import hmac
import os
import struct

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from custom_components.tesla_home_energy.vehicle_command.errors import OutcomeUnknownError
from custom_components.tesla_home_energy.vehicle_command.proto.signatures_pb2 import SessionInfo
from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage

VIN = "5YJ30123456789ABC"
VEHICLE_SECURITY = 2
INFOTAINMENT = 3
INFO_FAULTS = {5, 6, 15, 17, 20}
NEW_EPOCH_AT = 0xFFFFFFFF
AES_GCM = 5
HMAC = 8


class FakeTime:
    """A clock that moves when somebody sleeps."""

    def __init__(self) -> None:
        """Begin in 2026, long after the machine started."""
        self.now = 50_000.0
        self.wall_offset = 1_790_000_000.0
        self.slept: list[float] = []

    def monotonic(self) -> float:
        """Return seconds since the machine started."""
        return self.now

    def wall_clock(self) -> float:
        """Return seconds since 1970."""
        return self.now + self.wall_offset

    async def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.slept.append(seconds)
        self.now += seconds


def tlv(*items: tuple[int, bytes]) -> bytes:
    """Return metadata as the protocol's description defines it."""
    data = bytearray()
    for tag, value in items:
        data.append(tag)
        data.append(len(value))
        data.extend(value)
    data.append(255)
    return bytes(data)


def u32(number: int) -> bytes:
    """Return a number in network order."""
    return struct.pack(">I", number)


@dataclass
class Counter:
    """What a computer knows of one client's counters."""

    highest: int = 0
    window: int = 0

    def take(self, counter: int, *, strict: bool) -> bool:
        """Return whether the counter is fresh, and note it."""
        if counter > self.highest:
            distance = counter - self.highest
            self.window = (
                ((self.window << distance) | (1 << (distance - 1))) & 0xFFFFFFFF if distance < 33 else 0
            )
            self.highest = counter
            return True
        back = self.highest - counter
        if strict or back == 0 or back > 32 or self.window >> (back - 1) & 1:
            return False
        self.window |= 1 << (back - 1)
        return True


@dataclass
class Claim:
    """What a signed message says of itself."""

    method: int
    epoch: bytes
    counter: int
    expires_at: int
    tag: bytes
    nonce: bytes = b""


def claim_of(message: RoutableMessage) -> Claim | None:
    """Return what a signed message says of itself."""
    signature = message.signature_data
    if signature.HasField("HMAC_Personalized_data"):
        data = signature.HMAC_Personalized_data
        return Claim(HMAC, data.epoch, data.counter, data.expires_at, data.tag)
    if signature.HasField("AES_GCM_Personalized_data"):
        gcm = signature.AES_GCM_Personalized_data
        return Claim(AES_GCM, gcm.epoch, gcm.counter, gcm.expires_at, gcm.tag, gcm.nonce)
    return None


def point_of(message: RoutableMessage) -> bytes:
    """Return the public key of who sent a message."""
    if message.HasField("session_info_request"):
        return message.session_info_request.public_key
    return message.signature_data.signer_identity.public_key


@dataclass
class Computer:
    """One computer of the car.

    Attributes:
        executed: The payloads it accepted, in order.
        application: Answers a payload.
        encrypts: Whether its firmware can encrypt answers.
        strict: Whether it takes rising counters only.
    """

    domain: int
    vin: str = VIN
    key: ec.EllipticCurvePrivateKey = field(default_factory=lambda: ec.generate_private_key(ec.SECP256R1()))
    epoch: bytes = field(default_factory=lambda: os.urandom(16))
    clock: Callable[[], float] = lambda: 1000.0
    counters: dict[bytes, Counter] = field(default_factory=dict)
    paired: set[bytes] | None = None
    executed: list[bytes] = field(default_factory=list)
    application: Callable[[bytes], bytes] | None = None
    encrypts: bool = True
    strict: bool = False
    started: float = 0.0
    answered: int = 0

    @property
    def point(self) -> bytes:
        """The public key."""
        return self.key.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    def now(self) -> int:
        """Seconds since the epoch began."""
        return int(self.clock() - self.started)

    def restart(self) -> None:
        """Begin a new epoch."""
        self.epoch = os.urandom(16)
        self.started = self.clock()
        self.counters.clear()

    def shared(self, client_point: bytes) -> bytes:
        """Return the 16 bytes shared with a client."""
        peer = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), client_point)
        return hashlib.sha1(self.key.exchange(ec.ECDH(), peer), usedforsecurity=False).digest()[:16]

    def counter(self, client_point: bytes) -> Counter:
        """Return the counters of a client."""
        return self.counters.setdefault(client_point, Counter())

    def verify(self, message: RoutableMessage, shared: bytes) -> tuple[int, bytes]:
        """Check a signed command. Returns the fault, and the payload in plain."""
        claim = claim_of(message)
        if claim is None:
            return 13, b""
        state = self.counter(message.signature_data.signer_identity.public_key)
        if fault := self.check_claim(message, claim, state):
            return fault, b""
        payload = self.open(message, claim, shared)
        if payload is None:
            return 5, b""
        if claim.counter and not state.take(claim.counter, strict=self.strict):
            return 6, b""
        if claim.counter == NEW_EPOCH_AT:
            self.restart()
        return 0, payload

    def check_claim(self, message: RoutableMessage, claim: Claim, state: Counter) -> int:
        """Return the fault of what is claimed, before its proof is looked at."""
        ahead = claim.expires_at - self.now()
        unordered = claim.counter == 0 or claim.counter < state.highest
        checks = (
            (8, message.to_destination.domain != self.domain),
            (15, claim.epoch not in (b"", self.epoch)),
            (17, claim.expires_at != 0 and ahead < 0),
            (13, claim.expires_at > 1 << 30),
            (20, unordered and (claim.expires_at == 0 or ahead > 30)),
        )
        return next((fault for fault, failed in checks if failed), 0)

    def open(self, message: RoutableMessage, claim: Claim, shared: bytes) -> bytes | None:
        """Return the payload if its signature is right."""
        items = [
            (0, bytes([claim.method])),
            (1, bytes([self.domain])),
            (2, self.vin.encode()),
            (3, self.epoch),
            (4, u32(claim.expires_at)),
            (5, u32(claim.counter)),
        ]
        if message.flags:
            items.append((7, u32(message.flags)))
        metadata = tlv(*items)
        payload = message.protobuf_message_as_bytes
        if claim.method == HMAC:
            key = hmac.new(shared, b"authenticated command", hashlib.sha256).digest()
            expected = hmac.new(key, metadata + payload, hashlib.sha256).digest()
            return payload if expected == claim.tag else None
        try:
            return AESGCM(shared).decrypt(claim.nonce, payload + claim.tag, hashlib.sha256(metadata).digest())
        except InvalidTag:
            return None

    def session_info(self, client_point: bytes, challenge: bytes) -> tuple[bytes, bytes]:
        """Return a session info for a client, and its tag."""
        info = SessionInfo(
            counter=self.counter(client_point).highest,
            publicKey=self.point,
            epoch=self.epoch,
            clock_time=self.now(),
        ).SerializeToString()
        key = hmac.new(self.shared(client_point), b"session info", hashlib.sha256).digest()
        metadata = tlv((0, b"\x06"), (2, self.vin.encode()), (6, challenge))
        return info, hmac.new(key, metadata + info, hashlib.sha256).digest()

    def answer(self, data: bytes) -> bytes:
        """Answer a message as a car does."""
        message = RoutableMessage.FromString(data)
        answer = self.envelope(message)
        point = point_of(message)
        if message.HasField("session_info_request"):
            if self.paired is not None and point not in self.paired:
                answer.session_info = SessionInfo(status=1).SerializeToString()
            else:
                self.attach_session_info(answer, message, point)
            return answer.SerializeToString()
        if self.paired is not None and point not in self.paired:
            return self.fault(message, 3)
        shared = self.shared(point)
        fault, payload = self.verify(message, shared)
        if fault:
            return self.fault(message, fault)
        self.executed.append(payload)
        default = b"\x0a\x00" if self.domain == INFOTAINMENT else b""
        result = self.application(payload) if self.application else default
        if self.encrypts and message.flags & 2:
            self.encrypt(answer, message, shared, result)
        elif result:
            answer.protobuf_message_as_bytes = result
        return answer.SerializeToString()

    def envelope(self, message: RoutableMessage) -> RoutableMessage:
        """Return an empty answer to a message."""
        answer = RoutableMessage(uuid=os.urandom(16))
        answer.to_destination.routing_address = message.from_destination.routing_address
        answer.from_destination.domain = self.domain
        if self.domain == INFOTAINMENT:
            answer.request_uuid = message.uuid
        return answer

    def attach_session_info(self, answer: RoutableMessage, message: RoutableMessage, point: bytes) -> None:
        """Put a session info into an answer."""
        info, tag = self.session_info(point, message.uuid)
        answer.session_info = info
        answer.signature_data.session_info_tag.tag = tag

    def fault(self, message: RoutableMessage, number: int, *, info: bool | None = None) -> bytes:
        """Return a fault, with session info if the car would attach it, or as told."""
        answer = self.envelope(message)
        answer.signedMessageStatus.operation_status = 2
        answer.signedMessageStatus.signed_message_fault = number
        if number in INFO_FAULTS if info is None else info:
            self.attach_session_info(answer, message, point_of(message))
        return answer.SerializeToString()

    def encrypt(self, answer: RoutableMessage, message: RoutableMessage, shared: bytes, plain: bytes) -> None:
        """Put an encrypted payload into an answer."""
        claim = claim_of(message)
        assert claim
        shortened = claim.tag[:16] if self.domain == VEHICLE_SECURITY else claim.tag
        request_hash = bytes([claim.method]) + shortened
        self.answered += 1
        metadata = tlv(
            (0, b"\x09"),
            (1, bytes([self.domain])),
            (2, self.vin.encode()),
            (5, u32(self.answered)),
            (7, u32(answer.flags)),
            (8, request_hash),
            (9, u32(answer.signedMessageStatus.signed_message_fault)),
        )
        nonce = os.urandom(12)
        sealed = AESGCM(shared).encrypt(nonce, plain, hashlib.sha256(metadata).digest())
        answer.protobuf_message_as_bytes = sealed[:-16]
        data = answer.signature_data.AES_GCM_Response_data
        data.nonce, data.counter, data.tag = nonce, self.answered, sealed[-16:]


type Step = Callable[[bytes, Computer], bytes]


class Car:
    """A car, and the way to it."""

    def __init__(self, time: FakeTime | None = None) -> None:
        """Both computers run; nothing has been sent."""
        self.time = time or FakeTime()
        self.computers = {
            VEHICLE_SECURITY: Computer(VEHICLE_SECURITY, clock=self.time.monotonic, strict=True),
            INFOTAINMENT: Computer(INFOTAINMENT, clock=self.time.monotonic),
        }
        self.script: deque[Step] = deque()
        self.handshakes = 0
        self.commands: list[RoutableMessage] = []

    @property
    def infotainment(self) -> Computer:
        """The computer most commands are for."""
        return self.computers[INFOTAINMENT]

    @property
    def vehicle_security(self) -> Computer:
        """The computer of doors and keys."""
        return self.computers[VEHICLE_SECURITY]

    async def send(self, message: bytes) -> bytes:
        """Carry a message to the car."""
        routable = RoutableMessage.FromString(message)
        if routable.HasField("session_info_request"):
            self.handshakes += 1
        else:
            self.commands.append(routable)
        computer = self.computers[routable.to_destination.domain]
        if self.script:
            return self.script.popleft()(message, computer)
        return computer.answer(message)


def normally(message: bytes, computer: Computer) -> bytes:
    """A step: the car answers."""
    return computer.answer(message)


def fault(number: int, *, info: bool | None = None) -> Step:
    """A step: the car answers with a fault, without carrying the message out."""

    def step(message: bytes, computer: Computer) -> bytes:
        return computer.fault(RoutableMessage.FromString(message), number, info=info)

    return step


def lose_answer(message: bytes, computer: Computer) -> bytes:
    """A step: the car gets the message, and its answer is lost."""
    computer.answer(message)
    raise OutcomeUnknownError("connection lost")


def lose_request(_message: bytes, _computer: Computer) -> bytes:
    """A step: the message is lost on the way, which nobody can tell from a lost answer."""
    raise OutcomeUnknownError("timed out")


def fail(error: Exception) -> Step:
    """A step: the transport fails."""

    def step(_message: bytes, _computer: Computer) -> bytes:
        raise error

    return step


def tamper(change: Callable[[RoutableMessage], None]) -> Step:
    """A step: the car gets the message, and somebody changes its answer."""

    def step(message: bytes, computer: Computer) -> bytes:
        answer = RoutableMessage.FromString(computer.answer(message))
        change(answer)
        return answer.SerializeToString()

    return step
