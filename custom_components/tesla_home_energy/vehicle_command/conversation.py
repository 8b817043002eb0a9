"""Talking with one computer of one car: handshakes, commands, and repetitions after faults and losses.

A command whose answer is lost is repeated byte for byte. The car takes each counter once, so the repetition
is carried out only if the first copy was not, and a fault about the counter tells that it was. This follows
from the reference verifier (assumed of real cars).
"""

import asyncio
from collections.abc import Awaitable, Callable, Hashable
from typing import Final, NamedTuple, Never, Protocol

from .answers import is_genuine, read_answer, read_payload, read_session_info, reported_fault
from .errors import (
    BusyError,
    HandshakeError,
    InvalidKeyError,
    NotDeliveredError,
    OutcomeUnknownError,
    ProtocolError,
    SupersededError,
    UntrustedAnswerError,
    VehicleCommandError,
)
from .faults import COUNTER_USED, COUNTER_WAS_NEW, TIME_EXPIRED, UNKNOWN_KEY_ID, Fault, Reaction
from .keys import PrivateKey
from .metadata import Domain, SignatureType
from .proto.universal_message_pb2 import RoutableMessage
from .session import Session
from .signing import SentMessage, SignedMessage, handshake, sign

PAUSES: Final = (1.0, 2.0, 4.0)
"""Seconds to wait before a message is sent again."""

MOST_TRANSMISSIONS: Final = 4
MOST_HANDSHAKES: Final = 3
MOST_SYNCHRONIZATIONS: Final = 2

FRESHNESS: Final = 10.0
"""Seconds: a session info that took longer tells the car's clock too loosely (known, reference client)."""

LIFETIME: Final = 15
"""Seconds that a command stays valid; cars may refuse more than 30."""

LONG_LIFETIME: Final = 28
"""The same when commands arrive too late although the clocks agree."""


_KEY_NOT_ON_WHITELIST: Final = 1
"""The only status of a session info that is believed without a proof: it can do no more than deny."""


class Transport(Protocol):
    """Carries messages to one car and back."""

    async def send(self, message: bytes) -> bytes:
        """Send a serialized RoutableMessage and return the serialized answer.

        Raises:
            OutcomeUnknownError: The message may have reached the car, and no usable answer came.
            NotDeliveredError: The message certainly did not reach the car. It is handed on unchanged, as is
                every exception that is no `OutcomeUnknownError`.
        """


class Request[T](NamedTuple):
    """A command to be signed and sent.

    Attributes:
        payload: The serialized command.
        interpret: Reads the answer's payload; raises for anything but success.
        idempotent: Whether carrying it out twice is the same as once.
        reading: Whether it changes nothing at all.
        subject: What it sets. A newer request with the same subject replaces one that waits.
    """

    payload: bytes
    interpret: Callable[[bytes], T]
    idempotent: bool = False
    reading: bool = False
    subject: Hashable = None


class _RetryError(Exception):
    """Not an error to be seen: the request is tried again after a pause."""

    def __init__(self, pause: float) -> None:
        super().__init__()
        self.pause = pause


class _Progress:
    """How far a request has come.

    Attributes:
        deadline: By our monotonic clock.
        copy: What has to be repeated byte for byte, because its outcome is unknown.
        uncertain: Whether the command may have been carried out.
    """

    __slots__ = (
        "copy",
        "deadline",
        "handshakes",
        "lifetime",
        "pauses",
        "synchronizations",
        "transmissions",
        "uncertain",
    )

    def __init__(self, deadline: float) -> None:
        self.deadline = deadline
        self.transmissions = self.handshakes = self.pauses = self.synchronizations = 0
        self.lifetime = LIFETIME
        self.copy: SignedMessage | None = None
        self.uncertain = False


class Conversation:
    """Talks with one computer of one car, one message at a time.

    Attributes:
        session: What is known of the computer; None before the first handshake.
    """

    def __init__(
        self,
        *,
        domain: Domain,
        vin: bytes,
        key: PrivateKey,
        transport: Transport,
        signature_type: SignatureType,
        save: Callable[[], Awaitable[None]] | None,
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
    ) -> None:
        """Begin without a session; `save` stores the session before it is used further than stored."""
        self.session: Session | None = None
        self._domain = domain
        self._vin = vin
        self._key = key
        self._transport = transport
        self._signature_type = signature_type
        self._save = save
        self._monotonic = monotonic
        self._sleep = sleep
        self._lock = asyncio.Lock()
        self._newest: dict[Hashable, object] = {}

    async def converse[T](self, request: Request[T], seconds: float) -> T:
        """Send a command and return what its `interpret` makes of the answer.

        Raises:
            OutcomeUnknownError: It may have been carried out.
            VehicleCommandError: It was not; the class tells why.
            TimeoutError: Only if the transport raises it itself.
        """
        progress = _Progress(self._monotonic() + seconds)
        if request.subject is not None:
            self._newest[request.subject] = request
        limit = asyncio.timeout(seconds)
        try:
            async with limit:
                return await self._repeat(request, progress)
        except TimeoutError as error:
            if not limit.expired():
                raise
            if progress.uncertain:
                raise OutcomeUnknownError("The car did not answer in time") from error
            raise NotDeliveredError("The car could not be reached in time") from error
        except OutcomeUnknownError:
            raise
        except VehicleCommandError as error:
            if progress.uncertain:
                raise OutcomeUnknownError("The answer of the car was lost") from error
            raise
        finally:
            if self._newest.get(request.subject) is request:
                del self._newest[request.subject]

    async def _repeat[T](self, request: Request[T], progress: _Progress) -> T:
        """Try until there is a result; pause without keeping others waiting."""
        while True:
            async with self._lock:
                pause = 0.0
                while not pause:
                    try:
                        return await self._attempt(request, progress)
                    except _RetryError as retry:
                        pause = retry.pause
            await self._sleep(pause)
            if request.subject is not None and self._newest.get(request.subject) is not request:
                raise SupersededError("A newer command replaced this one")

    async def _attempt[T](self, request: Request[T], progress: _Progress) -> T:
        """Send the command once and return its result, or raise `_RetryError`."""
        session = self.session
        if session is None or not session.usable:
            session = await self._handshake(progress)
        if self._save is not None and session.unsaved:
            await self._save()
            session.saved()
        message = self._message(session, request, progress)
        payload, fault, synchronized = await self._exchange(session, message, request, progress)
        if fault is not None:
            self._react(fault, session, message, request, progress, synchronized=synchronized)
        progress.uncertain = False
        try:
            return request.interpret(payload)
        except BusyError as error:
            progress.copy = None
            self._pause(progress, error)
        except OutcomeUnknownError as error:
            self._lost(message, request, progress, error)

    async def _handshake(self, progress: _Progress) -> Session:
        """Return a session that commands can be signed with."""
        if progress.handshakes >= MOST_HANDSHAKES:
            raise HandshakeError("The car's session cannot be established")
        progress.handshakes += 1
        question = handshake(self._domain, self._key.public_point)
        sent_at = self._monotonic()
        try:
            answer = read_answer(await self._transport.send(question.data), question)
            session = self._open_session(answer, question, sent_at)
        except (BusyError, OutcomeUnknownError) as error:
            failure: VehicleCommandError = error
            if isinstance(error, OutcomeUnknownError):
                failure = HandshakeError("The car gave no trustworthy answer to the handshake")
            if progress.handshakes >= MOST_HANDSHAKES:
                raise failure from error
            self._pause(progress, failure)
        if not session.usable:
            raise HandshakeError("The car has no counters left")
        return session

    def _open_session(self, answer: RoutableMessage, question: SentMessage, sent_at: float) -> Session:
        """Take over the answer to a handshake, with the car's key if none is known."""
        fault = reported_fault(answer)
        if fault is not None and not answer.HasField("session_info"):
            raise fault.error()
        info = read_session_info(answer)
        if self._monotonic() - sent_at > FRESHNESS:
            raise UntrustedAnswerError("The session info came too late")
        if info.status == _KEY_NOT_ON_WHITELIST:
            raise UNKNOWN_KEY_ID.error()
        if info.status:
            raise ProtocolError(0, f"SESSION_INFO_STATUS_{info.status}", "The car refuses the session")
        session = self.session
        if session is None or not (session.pinned or session.car_key == info.publicKey):
            try:
                keys = self._key.agree(info.publicKey)
            except InvalidKeyError as error:
                raise UntrustedAnswerError("The car's key is no key") from error
            session = Session(
                vin=self._vin,
                domain=self._domain,
                car_key=info.publicKey,
                keys=keys,
                signature_type=self._signature_type,
            )
            if self.session is not None:
                session.inherit(self.session)
        if not is_genuine(session, info, answer, question):
            if self.session is not None:
                self.session.pinned = False
            raise UntrustedAnswerError("The session info is not genuine")
        session.update(info, self._monotonic(), newest=True)
        session.pinned = True
        self.session = session
        return session

    def _message[T](self, session: Session, request: Request[T], progress: _Progress) -> SignedMessage:
        """Return the copy to be repeated while that makes sense, or the command signed anew."""
        copy = progress.copy
        clock = session.car_clock(self._monotonic())
        if copy is not None:
            if (copy.epoch, copy.counter) == (session.epoch, session.counter) and clock <= copy.expires_at:
                return copy
            if not request.idempotent:
                raise OutcomeUnknownError("The answer of the car was lost")
            progress.copy = None
        session.counter += 1
        return sign(
            session,
            self._key.public_point,
            request.payload,
            counter=session.counter,
            expires_at=clock + progress.lifetime,
        )

    async def _exchange[T](
        self, session: Session, message: SignedMessage, request: Request[T], progress: _Progress
    ) -> tuple[bytes, Fault | None, bool]:
        """Send a command. Returns the answer's payload, its fault, and whether the session was updated."""
        uncertain, progress.uncertain = progress.uncertain, True
        progress.transmissions += 1
        sent_at = self._monotonic()
        try:
            answer = read_answer(await self._transport.send(message.sent.data), message.sent)
            synchronized = answer.HasField("session_info") and self._adopt(session, answer, message, sent_at)
            payload = read_payload(answer, message, session)
            fault = reported_fault(answer)
        except OutcomeUnknownError as error:
            self._lost(message, request, progress, error)
        except VehicleCommandError:
            progress.uncertain = uncertain
            raise
        progress.uncertain = uncertain
        return payload, fault, synchronized

    def _adopt(
        self, session: Session, answer: RoutableMessage, message: SignedMessage, sent_at: float
    ) -> bool:
        """Update the session from what is attached to a fault, if that is genuine and fresh."""
        now = self._monotonic()
        try:
            info = read_session_info(answer)
        except UntrustedAnswerError:
            return False
        if now - sent_at > FRESHNESS or not is_genuine(session, info, answer, message.sent):
            return False
        return session.update(info, now)

    def _react[T](
        self,
        fault: Fault,
        session: Session,
        message: SignedMessage,
        request: Request[T],
        progress: _Progress,
        *,
        synchronized: bool,
    ) -> Never:
        """Do what the table of faults says: raise the fault's error, or `_RetryError`."""
        error = fault.error()
        repeated = message is progress.copy
        if fault.reaction is Reaction.ACCEPTED or (repeated and fault.number in COUNTER_USED):
            raise OutcomeUnknownError(
                "The car accepted the command, its answer was lost", accepted=True
            ) from error
        if fault.reaction is Reaction.GIVE_UP:
            if repeated and fault.number in COUNTER_WAS_NEW:
                progress.uncertain = False
            raise error
        if fault.reaction is Reaction.WAIT_AND_ASK and not request.idempotent:
            progress.copy = message
            progress.uncertain = True
        if fault.reaction in (Reaction.WAIT, Reaction.WAIT_AND_ASK):
            self._pause(progress, error)
        if repeated and not request.idempotent:
            raise OutcomeUnknownError("The answer of the car was lost") from error
        progress.copy = None
        self._synchronize(fault, session, progress, synchronized=synchronized)

    def _synchronize(
        self, fault: Fault, session: Session, progress: _Progress, *, synchronized: bool
    ) -> Never:
        """Have the command signed anew and sent at once, after a handshake if the fault brought no news."""
        progress.synchronizations += 1
        if progress.synchronizations > MOST_SYNCHRONIZATIONS or progress.transmissions >= MOST_TRANSMISSIONS:
            raise fault.error()
        if progress.synchronizations > 1:
            if fault.reaction is Reaction.AUTHENTICATE:
                session.pinned = False
            elif fault is TIME_EXPIRED:
                progress.lifetime = LONG_LIFETIME
        session.stale = not (synchronized and session.pinned) or fault.reaction is Reaction.HANDSHAKE
        raise _RetryError(0.0)

    def _lost[T](
        self, message: SignedMessage, request: Request[T], progress: _Progress, error: OutcomeUnknownError
    ) -> Never:
        """Have the same bytes sent again, or for a mere question new ones."""
        progress.uncertain = True
        progress.copy = None if request.reading else message
        self._pause(progress, error)

    def _pause(self, progress: _Progress, error: VehicleCommandError) -> Never:
        """Raise `_RetryError` with the next pause, or the error if there have been enough or time is up."""
        if progress.transmissions >= MOST_TRANSMISSIONS or progress.pauses >= len(PAUSES):
            raise error
        pause = PAUSES[progress.pauses]
        if self._monotonic() + pause >= progress.deadline:
            raise error
        progress.pauses += 1
        raise _RetryError(pause)
