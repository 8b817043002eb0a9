"""What each fault of the protocol means and what we do about it.

Numbers and names are `MessageFault_E` of universal_message.proto (known). A car may send a number that is not
here; it then counts as a `ProtocolError`.
"""

from dataclasses import dataclass
from enum import Enum, auto
from typing import Final

from .errors import (
    BusyError,
    FaultError,
    InsufficientPrivilegesError,
    KeychainFullError,
    KeyInactiveError,
    MobileAccessDisabledError,
    NotPairedError,
    OutOfSyncError,
    ProtocolError,
    SignatureRefusedError,
    UnsupportedByCarError,
)


class Reaction(Enum):
    """What the client does after a fault."""

    GIVE_UP = auto()
    """Raise the fault's error."""
    WAIT = auto()
    """Not carried out: wait a little, sign anew, send again."""
    WAIT_AND_ASK = auto()
    """As `WAIT`, but the command may have been carried out."""
    SYNCHRONIZE = auto()
    """Not carried out: take over the session info, or ask for it, sign anew and send again at once."""
    HANDSHAKE = auto()
    """As `SYNCHRONIZE`, but always ask."""
    AUTHENTICATE = auto()
    """As `SYNCHRONIZE`; if it happens again, also stop insisting on the car's known public key."""
    ACCEPTED = auto()
    """Carried out; only the answer could not be sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """A row of the table of faults."""

    number: int
    name: str
    words: str
    reaction: Reaction = Reaction.GIVE_UP
    error_class: type[FaultError] = ProtocolError

    def error(self) -> FaultError:
        """Return the error that tells a caller of this fault."""
        return self.error_class(self.number, self.name, self.words)


BUSY: Final = Fault(
    number=1, name="BUSY", words="The car is busy", reaction=Reaction.WAIT, error_class=BusyError
)
UNKNOWN_KEY_ID: Final = Fault(
    number=3,
    name="UNKNOWN_KEY_ID",
    words="The key is not paired with the car",
    error_class=NotPairedError,
)
TIME_EXPIRED: Final = Fault(
    number=17,
    name="TIME_EXPIRED",
    words="The command arrived too late",
    reaction=Reaction.SYNCHRONIZE,
    error_class=OutOfSyncError,
)

FAULTS: Final = {
    fault.number: fault
    for fault in (
        BUSY,
        Fault(
            number=2,
            name="TIMEOUT",
            words="A computer of the car did not answer",
            reaction=Reaction.WAIT_AND_ASK,
            error_class=BusyError,
        ),
        UNKNOWN_KEY_ID,
        Fault(
            number=4,
            name="INACTIVE_KEY",
            words="The key is switched off in the car",
            error_class=KeyInactiveError,
        ),
        Fault(
            number=5,
            name="INVALID_SIGNATURE",
            words="The car does not accept the signature",
            reaction=Reaction.AUTHENTICATE,
            error_class=SignatureRefusedError,
        ),
        Fault(
            number=6,
            name="INVALID_TOKEN_OR_COUNTER",
            words="The counter was used before",
            reaction=Reaction.SYNCHRONIZE,
            error_class=OutOfSyncError,
        ),
        Fault(
            number=7,
            name="INSUFFICIENT_PRIVILEGES",
            words="The role of the key or the state of the car does not allow this",
            error_class=InsufficientPrivilegesError,
        ),
        Fault(
            number=8,
            name="INVALID_DOMAINS",
            words="The car has no computer for this command",
            error_class=UnsupportedByCarError,
        ),
        Fault(
            number=9,
            name="INVALID_COMMAND",
            words="The car does not know this command",
            error_class=UnsupportedByCarError,
        ),
        Fault(number=10, name="DECODING", words="The car could not read the message"),
        Fault(
            number=11,
            name="INTERNAL",
            words="The car has an internal error, or is still starting",
            reaction=Reaction.WAIT,
            error_class=BusyError,
        ),
        Fault(number=12, name="WRONG_PERSONALIZATION", words="The message was meant for another VIN"),
        Fault(number=13, name="BAD_PARAMETER", words="The message is malformed"),
        Fault(
            number=14,
            name="KEYCHAIN_IS_FULL",
            words="The car has no room for another key",
            error_class=KeychainFullError,
        ),
        Fault(
            number=15,
            name="INCORRECT_EPOCH",
            words="The car has started anew since the session began",
            reaction=Reaction.SYNCHRONIZE,
            error_class=OutOfSyncError,
        ),
        Fault(number=16, name="IV_INCORRECT_LENGTH", words="The nonce has the wrong length"),
        TIME_EXPIRED,
        Fault(number=18, name="NOT_PROVISIONED_WITH_IDENTITY", words="The car does not know its own VIN"),
        Fault(number=19, name="COULD_NOT_HASH_METADATA", words="The car could not check the signature"),
        Fault(
            number=20,
            name="TIME_TO_LIVE_TOO_LONG",
            words="The command would have been valid for too long",
            reaction=Reaction.SYNCHRONIZE,
            error_class=OutOfSyncError,
        ),
        Fault(
            number=21,
            name="REMOTE_ACCESS_DISABLED",
            words="Mobile access is switched off in the car",
            error_class=MobileAccessDisabledError,
        ),
        Fault(
            number=22,
            name="REMOTE_SERVICE_ACCESS_DISABLED",
            words="Remote access for service is switched off in the car",
        ),
        Fault(
            number=23,
            name="COMMAND_REQUIRES_ACCOUNT_CREDENTIALS",
            words="The command needs the credentials of the owner's account",
            error_class=InsufficientPrivilegesError,
        ),
        Fault(number=24, name="REQUEST_MTU_EXCEEDED", words="The message is too long for the car"),
        Fault(
            number=25,
            name="RESPONSE_MTU_EXCEEDED",
            words="The command was carried out, and its answer is too long to be sent",
            reaction=Reaction.ACCEPTED,
        ),
        Fault(
            number=26,
            name="REPEATED_COUNTER",
            words="The counter was used before",
            reaction=Reaction.HANDSHAKE,
            error_class=OutOfSyncError,
        ),
        Fault(
            number=27,
            name="INVALID_KEY_HANDLE",
            words="The car does not know the handle of the key",
            reaction=Reaction.HANDSHAKE,
            error_class=OutOfSyncError,
        ),
        Fault(
            number=28,
            name="REQUIRES_RESPONSE_ENCRYPTION",
            words="The car answers this command only encrypted",
        ),
    )
}

COUNTER_USED: Final = frozenset({6, 26})
"""Faults that, as the answer to a repetition of the same bytes, prove that the car accepted them before."""


COUNTER_WAS_NEW: Final = frozenset({7, 9})
"""Faults that a car tells only after it took the counter. As the answer to a repetition of the same bytes,
they prove that it had not accepted them before (reference verifier; assumed of real cars).
"""


def fault(number: int) -> Fault:
    """Return the row of a fault's number, which is not 0; numbers that are not in the table get one too."""
    return FAULTS.get(number) or Fault(
        number=number, name=str(number), words="The car reports an unknown fault"
    )
