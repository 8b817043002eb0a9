"""What we know of one computer of one car: its key, epoch, counter and clock.

Source of the rules: protocol.md and the reference client (known). A counter is never used twice, not even
after a crash: `exported` writes a counter that lies ahead, and no counter beyond the last one stored is used.
"""

from collections.abc import Mapping
import hmac
from typing import Any, Final, Self

from .envelope import Envelope
from .errors import InvalidKeyError
from .keys import PrivateKey, SharedKeys
from .metadata import Domain, SignatureType, request_prefix, response_prefix, session_info_metadata
from .proto.signatures_pb2 import SessionInfo

LAST_COUNTER: Final = 0xFFFF_FFFF
"""When a car receives this counter, it begins a new epoch."""

LATEST_CLOCK: Final = 1 << 30
"""Cars refuse times beyond this one, in seconds since the epoch began (known, reference verifier)."""

COUNTERS_AHEAD: Final = 1000
"""How many counters may be used before the session has to be stored again."""

LONGEST_REST: Final = 30 * 86_400.0
"""Seconds: the clock of a stored session that is older is not believed, nor one from the future."""


class Session:
    """A session with one computer of one car.

    Attributes:
        vin: As bytes, as it enters signatures.
        domain: Which computer.
        car_key: The computer's public point.
        keys: What follows from it and our private key.
        signature_type: How commands are signed.
        hash_prefix: What the hash of a request begins with.
        request_prefix: The part of the metadata of commands that stays the same during the epoch.
        response_prefix: The part of the metadata of answers that stays the same.
        epoch: The computer's name for the time since it started.
        counter: The highest counter used, by us or as told by the car.
        clock_time: Seconds since the epoch began, as last told by the car.
        synchronized_at: When that was, by our monotonic clock.
        envelope: The message around its commands; None before the first.
        encrypts: Whether an encrypted answer was ever seen; plain ones are not believed any more then.
        stale: Whether a handshake has to come before the next command.
        pinned: Whether session infos signed with another key are refused.
    """

    __slots__ = (
        "_changed",
        "_reserved",
        "car_key",
        "clock_time",
        "counter",
        "domain",
        "encrypts",
        "envelope",
        "epoch",
        "hash_prefix",
        "keys",
        "pinned",
        "request_prefix",
        "response_prefix",
        "signature_type",
        "stale",
        "synchronized_at",
        "vin",
    )

    def __init__(
        self,
        *,
        vin: bytes,
        domain: Domain,
        car_key: bytes,
        keys: SharedKeys,
        signature_type: SignatureType = SignatureType.HMAC_PERSONALIZED,
    ) -> None:
        """Begin with what the key alone tells; `update` brings the rest."""
        self.vin = vin
        self.response_prefix = response_prefix(domain, vin)
        self.domain = domain
        self.car_key = car_key
        self.keys = keys
        self.signature_type = signature_type
        self.hash_prefix = bytes((signature_type,))
        self.begin_epoch(b"")
        self.counter = 0
        self.clock_time = 0
        self.synchronized_at = 0.0
        self.encrypts = False
        self.envelope: Envelope | None = None
        self.stale = True
        self.pinned = True
        self._changed = True
        self._reserved = 0

    def is_authentic(self, session_info: bytes, tag: bytes, challenge: bytes) -> bool:
        """Return whether the tag proves that the car's computer wrote this in answer to our challenge."""
        metadata = session_info_metadata(self.vin, challenge)
        return hmac.compare_digest(
            hmac.digest(self.keys.session_info, metadata + session_info, "sha256"), tag
        )

    def begin_epoch(self, epoch: bytes) -> None:
        """Take over the name that the computer gave to the time since it started."""
        self.epoch = epoch
        self.request_prefix = request_prefix(self.signature_type, self.domain, self.vin, epoch)

    def update(self, info: SessionInfo, now: float, *, newest: bool = False) -> bool:
        """Take over an authentic session info, unless it is out of date.

        Args:
            info: What the car says.
            now: Our monotonic clock, in seconds.
            newest: Whether it cannot be out of date, because the car was just asked for nothing else.

        Returns:
            Whether it was taken over.
        """
        if info.epoch != self.epoch:
            self.begin_epoch(info.epoch)
            self._changed = True
            if self.counter >= LAST_COUNTER:
                self.counter = info.counter
        elif info.clock_time < self.clock_time and not newest:
            return False
        self.counter = max(self.counter, info.counter)
        self.clock_time = info.clock_time
        self.synchronized_at = now
        self.stale = False
        return True

    def car_clock(self, now: float) -> int:
        """Return the car's clock, in seconds since the epoch began; `now` is our monotonic clock."""
        return int(self.clock_time + now - self.synchronized_at)

    def saw_encryption(self) -> None:
        """Remember that the car encrypts its answers."""
        if not self.encrypts:
            self.encrypts = self._changed = True

    @property
    def usable(self) -> bool:
        """Whether the next command can be signed without a handshake."""
        return not self.stale and self.counter < LAST_COUNTER

    def inherit(self, former: Session) -> None:
        """Go on counting where a session with the computer's former key ended."""
        if former.counter < LAST_COUNTER:
            self.counter = former.counter

    @property
    def unsaved(self) -> bool:
        """Whether `exported` has to be stored before the next command is signed."""
        return self._changed or self.counter >= self._reserved

    def saved(self) -> None:
        """Take note that what `exported` returns now is stored."""
        self._changed = False
        self._reserved = self._counter_ahead

    @property
    def _counter_ahead(self) -> int:
        return min(self.counter + COUNTERS_AHEAD, LAST_COUNTER)

    def exported(self, now: float, wall_clock: float) -> dict[str, Any]:
        """Return the session as JSON: hexadecimal keys and epoch, seconds; no secret.

        Args:
            now: Our monotonic clock, in seconds.
            wall_clock: Seconds since 1970.
        """
        return {
            "car_key": self.car_key.hex(),
            "epoch": self.epoch.hex(),
            "counter": self._counter_ahead,
            "clock_time": self.clock_time,
            "synchronized_at": wall_clock - (now - self.synchronized_at),
            "encrypts": self.encrypts,
        }

    @classmethod
    def restored(
        cls,
        stored: Mapping[str, Any],
        *,
        vin: bytes,
        domain: Domain,
        key: PrivateKey,
        signature_type: SignatureType,
        now: float,
        wall_clock: float,
    ) -> Self | None:
        """Return the session that `exported` wrote; None if it is damaged."""
        try:
            car_key = bytes.fromhex(stored["car_key"])
            session = cls(
                vin=vin,
                domain=domain,
                car_key=car_key,
                keys=key.agree(car_key),
                signature_type=signature_type,
            )
            session.begin_epoch(bytes.fromhex(stored["epoch"]))
            session.counter = _number(stored["counter"], LAST_COUNTER - 1)
            session.clock_time = _number(stored["clock_time"], LATEST_CLOCK // 2)
            rest = wall_clock - float(stored["synchronized_at"])
            session.encrypts = bool(stored["encrypts"])
        except KeyError, TypeError, ValueError, OverflowError, InvalidKeyError:
            return None
        session.stale = not 0 <= rest <= LONGEST_REST
        session.synchronized_at = now if session.stale else now - rest
        return session


def _number(value: Any, highest: int) -> int:
    if not isinstance(value, int) or not 0 <= value <= highest:
        raise ValueError
    return value
