"""Tesla's Vehicle Command Protocol: keys, sessions, signed commands, the catalogue of commands.

This room turns commands into bytes and answers into results. It knows nothing of HTTP; a `Transport` carries
its messages to a car.
"""

from .catalogue import CATALOGUE, find_command
from .client import CommandResult, VehicleCommandClient
from .command import Command
from .conversation import Transport
from .errors import (
    BusyError,
    FaultError,
    HandshakeError,
    InsufficientPrivilegesError,
    InvalidKeyError,
    InvalidParametersError,
    KeychainFullError,
    KeyInactiveError,
    MobileAccessDisabledError,
    NotDeliveredError,
    NotPairedError,
    OutcomeUnknownError,
    OutOfSyncError,
    ProtocolError,
    RefusedError,
    RestOnlyError,
    SignatureRefusedError,
    SupersededError,
    UnknownCommandError,
    UnsupportedByCarError,
    UntrustedAnswerError,
    VehicleCommandError,
)
from .keys import PrivateKey
from .metadata import Domain, SignatureType
from .parameters import Parameter
from .proto.vehicle_state_pb2 import VehicleData
from .reading import StateCategory

__all__ = [
    "CATALOGUE",
    "BusyError",
    "Command",
    "CommandResult",
    "Domain",
    "FaultError",
    "HandshakeError",
    "InsufficientPrivilegesError",
    "InvalidKeyError",
    "InvalidParametersError",
    "KeyInactiveError",
    "KeychainFullError",
    "MobileAccessDisabledError",
    "NotDeliveredError",
    "NotPairedError",
    "OutOfSyncError",
    "OutcomeUnknownError",
    "Parameter",
    "PrivateKey",
    "ProtocolError",
    "RefusedError",
    "RestOnlyError",
    "SignatureRefusedError",
    "SignatureType",
    "StateCategory",
    "SupersededError",
    "Transport",
    "UnknownCommandError",
    "UnsupportedByCarError",
    "UntrustedAnswerError",
    "VehicleCommandClient",
    "VehicleCommandError",
    "VehicleData",
    "find_command",
]
