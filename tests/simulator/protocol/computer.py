"""One computer of a car, by which a domain is served: its key, epoch, clock and counters, and its checks."""

from collections.abc import Callable
from dataclasses import dataclass, field
import os
import time
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from tests.simulator.proto import routing_pb2, signature_pb2

from .faults import Fault
from .keys import SharedKey, public_point
from .signing import Signed, request_metadata, sealed, session_info_tag
from .window import LARGEST_COUNTER, Window

# Known: Tesla's verifier.go.
LATEST_EXPIRY: Final = 1 << 30
LONGEST_LIFE_OUT_OF_ORDER: Final = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What the checks found; `payload` is the command in the clear where the fault is NONE."""

    fault: Fault
    session_info: bool = False
    payload: bytes = b""


@dataclass(slots=True, kw_only=True)
class Computer:
    """A domain's computer.

    Its clock counts real seconds since its start. `strict` refuses counters that do not rise (known:
    protocol.md asks it of vehicle security). Epoch and clock are the computer's, counters are kept per
    client key.
    """

    domain: int
    vin: str
    strict: bool = False
    private_key: ec.EllipticCurvePrivateKey = field(
        default_factory=lambda: ec.generate_private_key(ec.SECP256R1())
    )
    epoch: bytes = field(default_factory=lambda: os.urandom(16))
    now: Callable[[], float] = time.time
    started_at: float | None = None
    windows: dict[bytes, Window] = field(default_factory=dict)
    answers: int = 0
    _shared: dict[bytes, SharedKey] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Start the clock; a car has usually been running for a while."""
        if self.started_at is None:
            self.started_at = self.now() - 7200

    @property
    def clock(self) -> int:
        """The seconds since the start of the epoch, as messages carry them."""
        return max(0, int(self.now() - (self.started_at or 0.0)))

    def reboot(self) -> None:
        """Begin a new epoch."""
        self.epoch = os.urandom(16)
        self.started_at = self.now()
        self.windows.clear()

    def step_clock(self, seconds: float) -> None:
        """Put the clock forward, or back."""
        self.started_at = (self.started_at or 0.0) - seconds

    def bump_counters(self, by: int) -> None:
        """Count on by so much, as if another client had used the same keys."""
        for public_key, window in self.windows.items():
            self.windows[public_key] = Window(min(window.counter + by, LARGEST_COUNTER))

    def replace_key(self) -> None:
        """Get a new key pair, as after a repair."""
        self.private_key = ec.generate_private_key(ec.SECP256R1())
        self._shared.clear()

    def shared(self, client: bytes) -> SharedKey:
        """Return the keys shared with a client.

        Raises:
            ValueError: The client's key is no point of the curve.
        """
        if client not in self._shared:
            self._shared[client] = SharedKey.agree(self.private_key, client)
        return self._shared[client]

    def window(self, client: bytes) -> Window:
        """Return the client's counter."""
        return self.windows.setdefault(client, Window())

    def session_info(self, client: bytes, challenge: bytes) -> tuple[bytes, bytes]:
        """Return a client's session info and the tag that binds it to the request of this uuid."""
        info = signature_pb2.SessionInfo(
            counter=self.window(client).counter,
            public_key=public_point(self.private_key.public_key()),
            epoch=self.epoch,
            clock_time=self.clock,
        ).SerializeToString()
        return info, session_info_tag(self.shared(client), self.vin, challenge, info)

    def verify(self, message: routing_pb2.RoutableMessage, client: bytes) -> Verdict:
        """Check a signed message of a client on the key list, in the order of Tesla's verifier.go."""
        if self.window(client).counter == LARGEST_COUNTER:
            self.reboot()
        signed = Signed.read(message)
        if signed is None:
            return Verdict(fault=Fault.BAD_PARAMETER)
        if message.to_destination.WhichOneof("destination") != "domain" or (
            message.to_destination.domain != self.domain
        ):
            return Verdict(fault=Fault.INVALID_DOMAINS)
        window = self.window(client)
        fault = self._check_freshness(signed, window)
        if fault is not Fault.NONE:
            return Verdict(fault=fault, session_info=True)
        payload = self._open(signed, message, client)
        if isinstance(payload, Fault):
            return Verdict(fault=payload, session_info=payload is Fault.INVALID_SIGNATURE)
        if signed.counter and not window.accept(signed.counter, strict=self.strict):
            return Verdict(fault=Fault.INVALID_TOKEN_OR_COUNTER, session_info=True)
        return Verdict(fault=Fault.NONE, payload=payload)

    def _check_freshness(self, signed: Signed, window: Window) -> Fault:
        if signed.epoch and signed.epoch != self.epoch:
            return Fault.INCORRECT_EPOCH
        if signed.expires_at and signed.expires_at < self.clock:
            return Fault.TIME_EXPIRED
        if signed.expires_at > LATEST_EXPIRY:
            return Fault.BAD_PARAMETER
        long_lived = not signed.expires_at or signed.expires_at - self.clock > LONGEST_LIFE_OUT_OF_ORDER
        if long_lived and (not signed.counter or signed.counter < window.counter):
            return Fault.TIME_TO_LIVE_TOO_LONG
        return Fault.NONE

    def _open(self, signed: Signed, message: routing_pb2.RoutableMessage, client: bytes) -> bytes | Fault:
        metadata = request_metadata(
            signed, domain=self.domain, vin=self.vin, epoch=self.epoch, flags=message.flags
        )
        try:
            return signed.open(self.shared(client), metadata)
        except InvalidTag:
            return Fault.INVALID_SIGNATURE
        except ValueError:
            return Fault.IV_INCORRECT_LENGTH

    def seal(
        self, signed: Signed, client: bytes, payload: bytes, *, fault: int, flags: int
    ) -> tuple[bytes, signature_pb2.AesGcmResponse]:
        """Encrypt an answer to a signed request; return the ciphertext and the signature data of it."""
        self.answers += 1
        metadata = sealed(
            domain=self.domain,
            vin=self.vin,
            counter=self.answers,
            flags=flags,
            request_hash=signed.request_hash(self.domain),
            fault=fault,
        )
        nonce = os.urandom(12)
        encrypted = AESGCM(self.shared(client).key).encrypt(nonce, payload, metadata)
        return encrypted[:-16], signature_pb2.AesGcmResponse(
            nonce=nonce, counter=self.answers, tag=encrypted[-16:]
        )
