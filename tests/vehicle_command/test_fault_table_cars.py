"""Cars that changed, messages that got lost, and answers that somebody bent: what becomes of a command.

A command that must not run twice is never carried out twice, and one that counts as done was carried out.
"""

from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from custom_components.tesla_home_energy.fleet_api import routes
from custom_components.tesla_home_energy.vehicle_command import (
    InsufficientPrivilegesError,
    OutOfSyncError,
    UnsupportedByCarError,
)

from .fault_world import (
    AMPS,
    COMMANDS,
    Given,
    Outcome,
    Result,
    Row,
    World,
    answers,
    bump,
    cases,
    clock,
    fault,
    home,
    later,
    new_key,
    play,
    reboot,
    unpair,
)

DONE, ACCEPTED, UNKNOWN = Outcome.DONE, Outcome.ACCEPTED, Outcome.UNKNOWN
LONG = (1.0, 2.0, 4.0)


@pytest.fixture
async def world(socket_enabled: None) -> AsyncIterator[World]:
    """A car behind HTTP."""
    async with home() as world:
        yield world


CHANGED_CARS = (
    Row("reboot", (reboot,), Result(DONE, 1, 2, 2)),
    Row("clock an hour ahead", (clock(3600),), Result(DONE, 1, 2, 2)),
    # Commands then seem to live long, which a car minds only out of order.
    Row("clock an hour behind", (clock(-3600),), Result(DONE, 1, 1, 1)),
    Row("clock a little behind", (clock(-10),), Result(DONE, 1, 1, 1)),
    # A clock that goes back is not believed from a fault, but from an answer to a handshake.
    Row(
        "clock an hour behind, counter ahead",
        (clock(-3600), bump(10)),
        Result(DONE, 1, 2, 2, 1),
    ),
    Row("counter far ahead", (bump(100),), Result(DONE, 1, 2, 2)),
    Row("counter a little ahead", (bump(10),), Result(DONE, 1, 2, 2), domain="vehicle_security"),
    # Infotainment takes a counter of the 32 before once.
    Row("counter a little ahead", (bump(10),), Result(DONE, 1, 1, 1), domain="infotainment"),
    Row("reboot and counter ahead", (reboot, bump(100)), Result(DONE, 1, 2, 2)),
    # One handshake finds out that the known key is gone, the next one takes the new key.
    Row("other key", (new_key,), Result(DONE, 1, 2, 2, 2, None)),
    Row("other key and reboot", (new_key, reboot), Result(DONE, 1, 2, 2, 2, None)),
    Row(
        "reboot, forged session info",
        (reboot, answers("forged_answer")),
        Result(DONE, 1, 2, 2, 1),
    ),
    Row(
        "reboot, missing session info",
        (reboot, answers("missing_session_info")),
        Result(DONE, 1, 2, 2, 1),
    ),
    Row("reboot, missing tag", (reboot, answers("missing_tag")), Result(DONE, 1, 2, 2, 1)),
    Row("reboot, other challenge", (reboot, answers("other_challenge")), Result(DONE, 1, 2, 2, 1)),
    Row(
        "clock ahead, forged session info",
        (clock(3600), answers("forged_answer")),
        Result(DONE, 1, 2, 2, 1),
    ),
    Row(
        "counter ahead, forged session info",
        (bump(100), answers("forged_answer")),
        Result(DONE, 1, 2, 2, 1),
    ),
    Row(
        "without session info for ever",
        (fault(15, None),),
        Result(OutOfSyncError, 0, 3, 3, 2),
    ),
)

# The same bytes are sent again: the car takes them once.
LOSSES = (
    Row("lost request", (answers("lost_request"),), Result(DONE, 1, 2, 1, 0, (1.0,))),
    Row("lost request twice", (answers("lost_request", 2),), Result(DONE, 1, 3, 1, 0, (1.0, 2.0))),
    Row("lost request always", (answers("lost_request", None),), Result(UNKNOWN, 0, 4, 1, 0, LONG)),
    Row("lost answer", (answers("lost_answer"),), Result(ACCEPTED, 1, 2, 1, 0, (1.0,))),
    Row(
        "lost request, lost answer",
        (answers("lost_request"), answers("lost_answer")),
        Result(ACCEPTED, 1, 3, 1, 0, (1.0, 2.0)),
    ),
    Row(
        "lost answer, lost answers to the repetitions",
        (answers("lost_answer"), answers("lost_request", None)),
        Result(UNKNOWN, 1, 4, 1, 0, LONG),
    ),
    Row("hanging", (answers("hang"),), Result(ACCEPTED, 1, 2, 1, 0, (1.0,))),
    Row("no answer in the answer", (answers("empty_answer"),), Result(ACCEPTED, 1, 2, 1, 0, (1.0,))),
    *(
        Row(
            f"lost answer, then {code}",
            (answers("lost_answer"), fault(code)),
            Result(ACCEPTED, 1, 3, 1, 0, (1.0, 2.0)),
        )
        for code in (1, 2, 11)
    ),
    Row(
        "lost request, then 1",
        (answers("lost_request"), fault(1)),
        Result(DONE, 1, 3, 1, 0, (1.0, 2.0)),
    ),
    Row(
        "lost answer, then 26",
        (answers("lost_answer"), fault(26)),
        Result(ACCEPTED, 1, 2, 1, 0, (1.0,)),
    ),
    # Synchronized before the loss: the repeated message is the one that was signed anew.
    Row(
        "reboot, then a lost answer",
        (reboot, fault(15, info=True), answers("lost_answer")),
        Result(ACCEPTED, 1, 3, 2, 0, (1.0,)),
    ),
)

# What the repetition is told proves nothing: only what may run twice is signed anew.
UNPROVEN = (
    *(
        row
        for name, wrong in (("reboot", reboot), ("clock ahead", clock(3600)))
        for row in (
            Row(
                f"lost request, then {name}",
                (answers("lost_request"), later(wrong)),
                Result(DONE, 1, 3, 2, 0, (1.0,)),
                Result(UNKNOWN, 0, 2, 1, 0, (1.0,)),
            ),
            Row(
                f"lost answer, then {name}",
                (answers("lost_answer"), later(wrong)),
                Result(DONE, 2, 3, 2, 0, (1.0,)),
                Result(UNKNOWN, 1, 2, 1, 0, (1.0,)),
            ),
        )
    ),
    Row(
        "lost answer, then another key",
        (answers("lost_answer"), later(new_key)),
        Result(DONE, 2, 3, 2, 2, None),
        Result(UNKNOWN, 1, 2, 1, 0, (1.0,)),
    ),
    Row(
        "reboot, the fault goes astray",
        (reboot, answers("wrong_address")),
        Result(DONE, 1, 3, 2, 0, (1.0,)),
        Result(UNKNOWN, 0, 2, 1, 0, (1.0,)),
    ),
    # A car looks at the key and at mobile access before the counter: that these are refused now does not tell
    # what became of the first copy.
    Row(
        "lost answer, then unpaired",
        (answers("lost_answer"), later(unpair)),
        Result(UNKNOWN, 1, 2, 1, 0, (1.0,)),
    ),
    *(
        Row(
            f"lost answer, then {code}",
            (answers("lost_answer"), fault(code)),
            Result(UNKNOWN, 1, 2, 1, 0, (1.0,)),
        )
        for code in (4, 8, 13, 21)
    ),
    # That the command itself is unknown or forbidden, it says only after the counter was good.
    *(
        Row(
            f"lost request, then {code}",
            (answers("lost_request"), fault(code)),
            Result(error, 0, 2, 1, 0, (1.0,)),
        )
        for code, error in ((7, InsufficientPrivilegesError), (9, UnsupportedByCarError))
    ),
)

BENT_ANSWERS = (
    *(
        Row(kind.replace("_", " "), (answers(kind),), Result(ACCEPTED, 1, 2, 1, 0, (1.0,)))
        for kind in (
            "repeated_answer",
            "forged_answer",
            "missing_tag",
            "plaintext",
            "wrong_address",
            "wrong_uuid",
            "wrong_domain",
            "undecodable",
        )
    ),
    *(
        Row(
            f"false fault {code}",
            (answers("false_fault", code=code),),
            Result(ACCEPTED, 1, 2, 1, 0, (1.0,)),
        )
        for code in (1, 7, 15, 99)
    ),
    # The car got nothing, and the client is not fooled: it sends the same again.
    Row("forged success", (answers("forged_success"),), Result(DONE, 1, 2, 1, 0, (1.0,))),
    Row("forged success always", (answers("forged_success", None),), Result(UNKNOWN, 0, 4, 1, 0, LONG)),
    Row("wrong address always", (answers("wrong_address", None),), Result(UNKNOWN, 1, 4, 1, 0, LONG)),
)


@pytest.mark.parametrize(("row", "given"), cases((*CHANGED_CARS, *LOSSES, *UNPROVEN, *BENT_ANSWERS)))
async def test_row(world: World, row: Row, given: Given, monkeypatch: pytest.MonkeyPatch) -> None:
    await world.warm_up(given)
    if row.name == "hanging":
        monkeypatch.setattr(routes, "SIGNED_COMMAND", replace(routes.SIGNED_COMMAND, timeout=0.3))
    seen, expected = await play(world, row, given)
    assert seen == expected


@pytest.mark.parametrize(("row", "given"), cases(CHANGED_CARS[:-1]))
async def test_a_car_that_changed_costs_more_only_once(world: World, row: Row, given: Given) -> None:
    await world.warm_up(given)
    seen, expected = await play(world, row, given)
    assert seen == expected
    world.forget()
    assert await world.give(given) == Result(DONE, 1, 1, 1)


@pytest.mark.parametrize("given", COMMANDS)
async def test_firmware_without_encryption_is_not_taken_for_forged(world: World, given: Given) -> None:
    """Such a car has never encrypted; what it says in plain is its answer."""
    world.car.computers.encrypts_answers = False
    await world.warm_up(given)
    assert await world.give(given) == Result(DONE, 1, 1, 1)


async def test_a_plain_success_is_no_proof_even_after_a_restart(world: World) -> None:
    await world.warm_up(AMPS)
    reboot(world, AMPS)
    answers("plaintext", 2)(world, AMPS)
    seen = await world.give(AMPS)
    assert seen.outcome is ACCEPTED
