"""Every fault of the protocol, on both computers, for commands that may run twice and those that must not.

Expectations: protocol.md and the reference client (known), with what this project adds to them. Each says how
the command ends, how often the car carried it out, and what it cost in messages, handshakes and pauses.
"""

from collections.abc import AsyncIterator

import pytest

from custom_components.tesla_home_energy.vehicle_command import (
    BusyError,
    InsufficientPrivilegesError,
    KeychainFullError,
    KeyInactiveError,
    MobileAccessDisabledError,
    NotPairedError,
    OutOfSyncError,
    ProtocolError,
    RefusedError,
    SignatureRefusedError,
    UnsupportedByCarError,
)

from .fault_world import Given, Outcome, Result, Row, World, answers, cases, fault, home, play

DONE, ACCEPTED, UNKNOWN = Outcome.DONE, Outcome.ACCEPTED, Outcome.UNKNOWN
LONG = (1.0, 2.0, 4.0)


@pytest.fixture
async def world(socket_enabled: None) -> AsyncIterator[World]:
    """A car behind HTTP."""
    async with home() as world:
        yield world


# Nothing helps: one message, and the class tells why.
FINAL = {
    3: NotPairedError,
    4: KeyInactiveError,
    7: InsufficientPrivilegesError,
    8: UnsupportedByCarError,
    9: UnsupportedByCarError,
    10: ProtocolError,
    12: ProtocolError,
    13: ProtocolError,
    14: KeychainFullError,
    16: ProtocolError,
    18: ProtocolError,
    19: ProtocolError,
    21: MobileAccessDisabledError,
    22: ProtocolError,
    23: InsufficientPrivilegesError,
    24: ProtocolError,
    28: ProtocolError,
    29: ProtocolError,
    99: ProtocolError,
    0xFFFF: ProtocolError,
}
FINAL_ROWS = tuple(
    Row(f"{code}", (fault(code),), Result(error, executed=0, sent=1, signatures=1))
    for code, error in FINAL.items()
)

BUSY_ROWS = tuple(
    row
    for code in (1, 11)
    for row in (
        Row(f"{code}", (fault(code),), Result(DONE, 1, 2, 2, 0, (1.0,))),
        Row(f"{code} twice", (fault(code, 2),), Result(DONE, 1, 3, 3, 0, (1.0, 2.0))),
        Row(f"{code} thrice", (fault(code, 3),), Result(DONE, 1, 4, 4, 0, LONG)),
        Row(f"{code} always", (fault(code, None),), Result(BusyError, 0, 4, 4, 0, LONG)),
    )
)

# The computer behind did not answer: the command may have reached it, so that what must not run twice is
# repeated byte for byte.
TIMEOUT_ROWS = (
    Row("2", (fault(2),), Result(DONE, 1, 2, 2, 0, (1.0,)), Result(DONE, 1, 2, 1, 0, (1.0,))),
    Row(
        "2, carried out",
        (fault(2, executed=True),),
        Result(DONE, 2, 2, 2, 0, (1.0,)),
        Result(ACCEPTED, 1, 2, 1, 0, (1.0,)),
    ),
    Row(
        "2 always",
        (fault(2, None),),
        Result(BusyError, 0, 4, 4, 0, LONG),
        Result(UNKNOWN, 0, 4, 1, 0, LONG),
    ),
    Row(
        "2, then 1",
        (fault(2), fault(1)),
        Result(DONE, 1, 3, 3, 0, (1.0, 2.0)),
        Result(DONE, 1, 3, 1, 0, (1.0, 2.0)),
    ),
    Row(
        "1, then 2, carried out",
        (fault(1), fault(2, executed=True)),
        Result(DONE, 2, 3, 3, 0, (1.0, 2.0)),
        Result(ACCEPTED, 1, 3, 2, 0, (1.0, 2.0)),
    ),
)

SYNCHRONIZING_ROWS = tuple(
    row
    for code, error in (
        (6, OutOfSyncError),
        (15, OutOfSyncError),
        (17, OutOfSyncError),
        (20, OutOfSyncError),
    )
    for row in (
        Row(f"{code} with info", (fault(code, info=True),), Result(DONE, 1, 2, 2)),
        Row(f"{code} without info", (fault(code),), Result(DONE, 1, 2, 2, 1)),
        Row(f"{code} with info twice", (fault(code, 2, info=True),), Result(DONE, 1, 3, 3)),
        Row(f"{code} with info always", (fault(code, None, info=True),), Result(error, 0, 3, 3)),
        Row(f"{code} without info always", (fault(code, None),), Result(error, 0, 3, 3, 2)),
    )
)

SIGNATURE_ROWS = (
    Row("5 with info", (fault(5, info=True),), Result(DONE, 1, 2, 2)),
    Row("5 without info", (fault(5),), Result(DONE, 1, 2, 2, 1)),
    # The second time the session is begun anew.
    Row("5 with info twice", (fault(5, 2, info=True),), Result(DONE, 1, 3, 3, 1)),
    Row("5 always", (fault(5, None, info=True),), Result(SignatureRefusedError, 0, 3, 3, 1)),
)

HANDSHAKE_ROWS = tuple(
    row
    for code in (26, 27)
    for row in (
        Row(f"{code}", (fault(code),), Result(DONE, 1, 2, 2, 1)),
        Row(f"{code} with info", (fault(code, info=True),), Result(DONE, 1, 2, 2, 1)),
        Row(f"{code} always", (fault(code, None),), Result(OutOfSyncError, 0, 3, 3, 2)),
    )
)

OTHER_ROWS = (
    Row("25, carried out", (fault(25, executed=True),), Result(ACCEPTED, 1, 1, 1)),
    Row(
        "15, 1, 17",
        (fault(15, info=True), fault(1), fault(17, info=True)),
        Result(DONE, 1, 4, 4, 0, (1.0,)),
    ),
    Row(
        "15, 1, 17, 6: four messages are enough",
        (fault(15, info=True), fault(1), fault(17, info=True), fault(6, info=True)),
        Result(OutOfSyncError, 0, 4, 4, 0, (1.0,)),
    ),
    Row("1 thrice, then 15", (fault(1, 3), fault(15, info=True)), Result(OutOfSyncError, 0, 4, 4, 0, LONG)),
    Row("15, then 1 thrice", (fault(15, info=True), fault(1, 3)), Result(BusyError, 0, 4, 4, 0, (1.0, 2.0))),
    Row("status WAIT", (answers("wait"),), Result(DONE, 1, 2, 2, 0, (1.0,))),
    Row("status WAIT always", (answers("wait", None),), Result(BusyError, 0, 4, 4, 0, LONG)),
    Row(
        "command status WAIT",
        (answers("command_wait"),),
        Result(DONE, 1, 2, 2, 0, (1.0,)),
        domain="vehicle_security",
    ),
    Row(
        "command status WAIT always",
        (answers("command_wait", None),),
        Result(BusyError, 0, 4, 4, 0, LONG),
        domain="vehicle_security",
    ),
    Row(
        "refused for a reason",
        (answers("refuse", reason="disconnected"),),
        Result(RefusedError, 1, 1, 1),
        domain="infotainment",
    ),
    Row("refused without a reason", (answers("refuse"),), Result(RefusedError, 1, 1, 1)),
    Row(
        "not in park",
        (answers("refuse", code=5),),
        Result(RefusedError, 1, 1, 1),
        domain="vehicle_security",
    ),
)

ROWS = (
    *FINAL_ROWS,
    *BUSY_ROWS,
    *TIMEOUT_ROWS,
    *SYNCHRONIZING_ROWS,
    *SIGNATURE_ROWS,
    *HANDSHAKE_ROWS,
    *OTHER_ROWS,
)


def test_each_number_from_1_to_28_has_a_row() -> None:
    numbers = {int(row.name.split()[0].rstrip(",")) for row in ROWS if row.name[0].isdecimal()}
    assert numbers >= set(range(1, 29))


@pytest.mark.parametrize(("row", "given"), cases(ROWS))
async def test_fault(world: World, row: Row, given: Given) -> None:
    """After a final fault, the next command costs one message again."""
    await world.warm_up(given)
    seen, expected = await play(world, row, given)
    assert seen == expected
    if row in FINAL_ROWS:
        world.forget()
        assert await world.give(given) == Result(DONE, 1, 1, 1)
