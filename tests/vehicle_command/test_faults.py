"""The table of faults, by itself; what the client does with it is in test_conversation.py."""

import pytest

from custom_components.tesla_home_energy.vehicle_command.errors import (
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
from custom_components.tesla_home_energy.vehicle_command.faults import FAULTS, Reaction, fault

CLASSES = {
    BusyError: {1, 2, 11},
    NotPairedError: {3},
    KeyInactiveError: {4},
    SignatureRefusedError: {5},
    OutOfSyncError: {6, 15, 17, 20, 26, 27},
    InsufficientPrivilegesError: {7, 23},
    UnsupportedByCarError: {8, 9},
    ProtocolError: {10, 12, 13, 16, 18, 19, 22, 24, 25, 28},
    KeychainFullError: {14},
    MobileAccessDisabledError: {21},
}
REACTIONS = {
    Reaction.WAIT: {1, 11},
    Reaction.WAIT_AND_ASK: {2},
    Reaction.SYNCHRONIZE: {6, 15, 17, 20},
    Reaction.AUTHENTICATE: {5},
    Reaction.HANDSHAKE: {26, 27},
    Reaction.ACCEPTED: {25},
    Reaction.GIVE_UP: {3, 4, 7, 8, 9, 10, 12, 13, 14, 16, 18, 19, 21, 22, 23, 24, 28},
}


def test_every_number_has_one_class_and_one_reaction() -> None:
    everything = set(range(1, 29))
    assert set(FAULTS) == everything
    assert sorted(number for numbers in CLASSES.values() for number in numbers) == sorted(everything)
    assert sorted(number for numbers in REACTIONS.values() for number in numbers) == sorted(everything)


@pytest.mark.parametrize("number", range(1, 29))
def test_fault(number: int) -> None:
    row = fault(number)
    error = row.error()
    assert number in REACTIONS[row.reaction]
    assert number in CLASSES[type(error)]
    assert error.details == {"fault": str(number), "fault_name": row.name}
    assert str(error) == f"{row.words} (fault {number}, {row.name})"


@pytest.mark.parametrize("number", [29, 30, 99, 0xFFFFFFFF])
def test_unknown_numbers_are_faults_too(number: int) -> None:
    row = fault(number)
    assert row.reaction is Reaction.GIVE_UP
    error = row.error()
    assert isinstance(error, ProtocolError)
    assert (error.fault, error.name) == (number, str(number))


def test_codes_of_errors_differ() -> None:
    def family(error: type[FaultError]) -> list[type[FaultError]]:
        return [error, *(child for below in error.__subclasses__() for child in family(below))]

    codes = [error.code for error in family(FaultError)]
    assert len(codes) == len(set(codes)) == 11
