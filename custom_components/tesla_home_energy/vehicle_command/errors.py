"""Everything that can go wrong with a signed command: one tree with one base.

Each class has a `code`, a word that never changes, and each error has `details`, so that an outer room can
translate it. No token, key, PIN, VIN or coordinate is ever part of a message.
"""

from typing import ClassVar, Final

LONGEST_REASON: Final = 200
"""Characters of a car's reason that are kept."""


class VehicleCommandError(Exception):
    """The base of all errors of this room."""

    code: ClassVar[str] = "vehicle_command_error"

    def __init__(self, message: str, **details: str) -> None:
        """Keep the message for the log and the details for a translation."""
        super().__init__(message)
        self.details = details


class InvalidKeyError(VehicleCommandError):
    """A key is not what the protocol needs: a key pair or a point on the curve P-256."""

    code = "invalid_key"


class InvalidParametersError(VehicleCommandError):
    """A parameter is missing, unknown, of the wrong type or out of range; nothing was signed."""

    code = "invalid_parameters"

    def __init__(self, command: str, parameter: str, requirement: str) -> None:
        """Name the parameter and what it must be; never its value, which may be a PIN."""
        super().__init__(
            f"{command}: {parameter} {requirement}",
            command=command,
            parameter=parameter,
            requirement=requirement,
        )


class UnknownCommandError(VehicleCommandError):
    """There is no command of this name."""

    code = "unknown_command"

    def __init__(self, command: str) -> None:
        """Name the command."""
        super().__init__(f"There is no vehicle command {command!r}", command=command)


class RestOnlyError(VehicleCommandError):
    """The command has no signed form and is sent through the REST API."""

    code = "rest_only"

    def __init__(self, command: str) -> None:
        """Name the command."""
        super().__init__(f"{command} has no signed form, only the REST API has it", command=command)


class NotDeliveredError(VehicleCommandError):
    """The command certainly did not reach the car. Transports raise it, or derive their own meanings."""

    code = "not_delivered"


class HandshakeError(NotDeliveredError):
    """The car gave no answer to the handshake, or none that proves that it comes from the car."""

    code = "handshake_failed"


class SupersededError(NotDeliveredError):
    """While the command waited to be sent again, a newer one for the same thing was given, which stands."""

    code = "superseded"


class OutcomeUnknownError(VehicleCommandError):
    """The command may have been carried out, and no trustworthy answer tells. Never send it blindly again.

    Transports raise it when the request may have left (time-out, connection lost, HTTP 5xx).
    """

    code = "outcome_unknown"

    def __init__(self, message: str, *, accepted: bool = False) -> None:
        """Keep whether the car is known to have accepted the command, so that only its result is unknown."""
        super().__init__(message)
        self.accepted = accepted


class UntrustedAnswerError(OutcomeUnknownError):
    """An answer cannot be read, is not meant for us, or does not prove that the car sent it."""

    code = "untrusted_answer"


class RefusedError(VehicleCommandError):
    """The car understood the command and refused it, for a `reason` in Tesla's words (`disconnected`, …)."""

    code = "refused"

    def __init__(self, reason: str) -> None:
        """Keep the car's reason, shortened if it is long."""
        self.reason = reason[:LONGEST_REASON]
        super().__init__(f"The car refused the command: {self.reason}", reason=self.reason)


class FaultError(VehicleCommandError):
    """The car's protocol layer rejected the command with a fault: its number and Tesla's name for it."""

    code = "fault"

    def __init__(self, fault: int, name: str, words: str) -> None:
        """Keep number and name of the fault."""
        super().__init__(f"{words} (fault {fault}, {name})", fault=str(fault), fault_name=name)
        self.fault = fault
        self.name = name


class NotPairedError(FaultError):
    """The car does not know our key: it has to be paired."""

    code = "not_paired"


class KeyInactiveError(FaultError):
    """The car knows our key, and it is switched off."""

    code = "key_inactive"


class SignatureRefusedError(FaultError):
    """The car does not accept our signature, even after a fresh handshake: wrong key or wrong VIN."""

    code = "signature_refused"


class InsufficientPrivilegesError(FaultError):
    """The role of our key, or the state of the car, does not allow the command."""

    code = "insufficient_privileges"


class UnsupportedByCarError(FaultError):
    """The car, or its firmware, does not know the command."""

    code = "unsupported_by_car"


class MobileAccessDisabledError(FaultError):
    """The owner has switched mobile access off."""

    code = "mobile_access_disabled"


class KeychainFullError(FaultError):
    """The car has no room for another key."""

    code = "keychain_full"


class BusyError(FaultError):
    """The car stayed busy, starting up, or silent inside."""

    code = "busy"


class OutOfSyncError(FaultError):
    """Counter, epoch or clock did not fit, even after synchronising again."""

    code = "out_of_sync"


class ProtocolError(FaultError):
    """The car found the message itself at fault, or reports something this code does not know."""

    code = "protocol_error"
