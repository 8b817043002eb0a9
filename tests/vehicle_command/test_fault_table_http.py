"""HTTP answers, broken connections and handshakes: what becomes of a command."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from custom_components.tesla_home_energy.fleet_api import (
    AccountLimitExceeded,
    CommandProtocolRequired,
    Forbidden,
    InvalidRequest,
    InvalidToken,
    MissingScopes,
    NotFound,
    OutcomeUnknown,
    PaymentRequired,
    RateLimited,
    VehicleAsleep,
    WrongRegion,
)
from custom_components.tesla_home_energy.vehicle_command import (
    BusyError,
    HandshakeError,
    InsufficientPrivilegesError,
    KeyInactiveError,
    MobileAccessDisabledError,
    NotPairedError,
    OutcomeUnknownError,
    ProtocolError,
    UnsupportedByCarError,
)

from .fault_world import (
    AMPS,
    COMMANDS,
    HORN,
    KEY,
    TRUNK,
    Given,
    Outcome,
    Result,
    Row,
    World,
    answers,
    cases,
    connection,
    fault,
    home,
    http,
    later,
    play,
    reboot,
    unpair,
)

DONE, ACCEPTED, UNKNOWN = Outcome.DONE, Outcome.ACCEPTED, Outcome.UNKNOWN
LONG = (1.0, 2.0, 4.0)
ASLEEP = "vehicle unavailable: vehicle is offline or asleep"
ELSEWHERE = "user out of region, use base URL: https://fleet-api.example.com, see …"


@pytest.fixture
async def world(socket_enabled: None) -> AsyncIterator[World]:
    """A car behind HTTP."""
    async with home() as world:
        yield world


# Tesla may have passed the message on: the same bytes go again.
LOST = (
    *(
        row
        for status, text in ((408, "timeout"), (500, ""), (502, ""), (504, ""), (540, ""), (200, ""))
        for row in (
            Row(f"{status}", (http(status, text),), Result(DONE, 1, 2, 1, 0, (1.0,))),
            Row(
                f"{status}, carried out",
                (http(status, text, after=True),),
                Result(ACCEPTED, 1, 2, 1, 0, (1.0,)),
            ),
            Row(f"{status} always", (http(status, text, None),), Result(UNKNOWN, 0, 4, 1, 0, LONG)),
        )
    ),
    Row("cut", (connection("cut"),), Result(DONE, 1, 2, 1, 0, (1.0,))),
    Row("cut, carried out", (connection("cut_after"),), Result(ACCEPTED, 1, 2, 1, 0, (1.0,))),
    Row("no HTTP", (connection("garbage"),), Result(DONE, 1, 2, 1, 0, (1.0,))),
)

# Nothing was carried out, and nothing is repeated.
REFUSED = tuple(
    Row(name, (http(status, text),), Result(error, 0, 1, 1))
    for name, status, text, error in (
        ("400", 400, "invalid_request", InvalidRequest),
        ("402", 402, "payment required", PaymentRequired),
        ("403", 403, "forbidden", Forbidden),
        ("403 scopes", 403, "Unauthorized missing scopes vehicle_cmds", MissingScopes),
        ("403 limit", 403, "account disabled: EXCEEDED_LIMIT", AccountLimitExceeded),
        ("404", 404, "not_found", NotFound),
        ("408 asleep", 408, ASLEEP, VehicleAsleep),
        ("421 to somebody else", 421, ELSEWHERE, WrongRegion),
        ("429", 429, "too many requests", RateLimited),
    )
)

OTHER = (
    Row("401", (http(401, "token expired"),), Result(DONE, 1, 2, 1)),
    Row("401 twice", (http(401, "token expired", 2),), Result(InvalidToken, 0, 2, 1)),
    # The car was not reached, or so it seems: one more try, of the same bytes.
    Row("503", (http(503, "unavailable"),), Result(DONE, 1, 2, 1, 0, None)),
    Row(
        "503 always",
        (http(503, "unavailable", None),),
        Result(VehicleAsleep, 0, 2, 1, 0, None),
        Result(UNKNOWN, 0, 2, 1, 0, None),
    ),
    # Tesla's own words for it are that a service or the vehicle did not answer (known).
    Row("503, carried out", (http(503, "unavailable", after=True),), Result(ACCEPTED, 1, 2, 1, 0, None)),
    # What was lost before stays lost.
    *(
        Row(
            f"lost answer, then {name}",
            (answers("lost_answer"), later(http(status, text, None))),
            Result(UNKNOWN, 1, sent, 1, 0, None),
        )
        for name, status, text, sent in (
            ("408 asleep", 408, ASLEEP, 2),
            ("429", 429, "too many requests", 2),
            ("503", 503, "unavailable", 3),
            ("403", 403, "forbidden", 2),
        )
    ),
    Row(
        "lost request, then 503, then reboot",
        (answers("lost_request"), later(http(503, "unavailable")), later(reboot)),
        Result(DONE, 1, 4, 2, 0, None),
        Result(UNKNOWN, 0, 3, 1, 0, None),
    ),
)


@pytest.mark.parametrize(("row", "given"), cases((*LOST, *REFUSED, *OTHER)))
async def test_http(world: World, row: Row, given: Given) -> None:
    await world.warm_up(given)
    seen, expected = await play(world, row, given)
    assert seen == expected
    world.simulator.faults.clear()
    world.forget()
    assert (await world.give(given)).outcome is DONE


async def test_503_to_one_command_says_nothing_of_another(world: World) -> None:
    """Both were carried out, each by its computer; neither may count as not delivered."""
    await world.warm_up(HORN)
    await world.warm_up(TRUNK)
    http(503, "unavailable", 2, after=True)(world, HORN)
    outcomes = await asyncio.gather(
        *(world.commands.execute(given.name, given.parameters) for given in (HORN, TRUNK)),
        return_exceptions=True,
    )
    assert [command.name for command in world.simulator.commands] == ["honk_horn", "actuate_trunk"]
    assert all(isinstance(outcome, OutcomeUnknown | OutcomeUnknownError) for outcome in outcomes)


async def test_503_to_a_command_that_was_given_up_says_nothing_of_the_next(world: World) -> None:
    await world.warm_up(HORN)
    http(503, "unavailable", 2, after=True)(world, HORN)
    world.give_up_in_pauses = True
    with pytest.raises(asyncio.CancelledError):
        await world.commands.execute("set_charging_amps", {"charging_amps": 16})
    world.give_up_in_pauses = False
    world.forget()
    seen = await world.give(HORN)
    assert (seen.outcome, seen.executed) == (ACCEPTED, 1)


@pytest.mark.parametrize("given", COMMANDS)
async def test_a_car_without_the_protocol_gets_its_commands_unsigned(world: World, given: Given) -> None:
    world.car.command_signing = "off"
    assert await world.give(given) == Result(DONE, 1, 0, 0, 1)
    world.forget()
    assert await world.give(given) == Result(DONE, 1, 0, 0, 0)


@pytest.mark.parametrize("given", COMMANDS)
async def test_a_car_that_takes_neither_gets_no_command(world: World, given: Given) -> None:
    await world.warm_up(given)
    http(422)(world, given)
    assert await world.give(given) == Result(CommandProtocolRequired, 0, 1, 1)


# A handshake changes nothing in the car: it may be repeated, anew each time, and three are enough.
def handshakes(kind: str, times: int | None = 1) -> Row:
    """A row for handshakes that bring nothing."""
    wrong = answers(kind, times, applies_to="handshake")
    if times is None:
        return Row(f"{kind} always", (wrong,), Result(HandshakeError, 0, 0, 0, 3, None))
    return Row(kind, (wrong,), Result(DONE, 1, 1, 1, 1 + times, None))


WORTHLESS = (
    "forged_answer",
    "missing_tag",
    "missing_session_info",
    "other_challenge",
    "wrong_address",
    "wrong_uuid",
    "wrong_domain",
    "undecodable",
    "empty_answer",
    "lost_request",
    "lost_answer",
    "forged_success",
)


def handshake_fault(code: int, times: int | None = 1) -> Row:
    """A row for faults that answer handshakes."""
    return Row(
        f"{code} {'always' if times is None else ''}",
        (answers("fault", times, code=code, applies_to="handshake"),),
        Result(BusyError, 0, 0, 0, 3, None) if times is None else Result(DONE, 1, 1, 1, 2, None),
    )


HANDSHAKES = (
    *(handshakes(kind) for kind in WORTHLESS),
    *(handshakes(kind, None) for kind in WORTHLESS),
    handshakes("forged_answer", 2),
    *(handshake_fault(code) for code in (1, 2, 11)),
    *(handshake_fault(code, None) for code in (1, 2, 11)),
    *(
        Row(
            f"fault {code}",
            (answers("fault", code=code, applies_to="handshake"),),
            Result(error, 0, 0, 0, 1),
        )
        for code, error in (
            (3, NotPairedError),
            (4, KeyInactiveError),
            (7, InsufficientPrivilegesError),
            (8, UnsupportedByCarError),
            (10, ProtocolError),
            (18, ProtocolError),
            (21, MobileAccessDisabledError),
            (29, ProtocolError),
            (99, ProtocolError),
        )
    ),
    # Whoever pretends to be the car gets a command that the car refuses, and is forgotten.
    Row(
        "foreign key",
        (answers("foreign_key", applies_to="handshake"),),
        Result(DONE, 1, 2, 2, 3, None),
    ),
    Row("unpaired", (unpair,), Result(NotPairedError, 0, 0, 0, 1)),
    *(
        Row(f"HTTP {status}", (http(status),), Result(DONE, 1, 1, 1, 2, None))
        for status in (500, 502, 503, 504, 540, 200)
    ),
    *(
        Row(f"HTTP {status} always", (http(status, "", None),), Result(HandshakeError, 0, 0, 0, 3, None))
        for status in (500, 502, 504, 540, 200)
    ),
    *(
        Row(f"HTTP {status}", (http(status, text),), Result(error, 0, 0, 0, 1))
        for status, text, error in (
            (400, "invalid_request", InvalidRequest),
            (403, "forbidden", Forbidden),
            (408, ASLEEP, VehicleAsleep),
            (429, "", RateLimited),
        )
    ),
    Row("HTTP 401", (http(401, "token expired"),), Result(DONE, 1, 1, 1, 2)),
    Row("HTTP 408 timeout", (http(408, "timeout"),), Result(DONE, 1, 1, 1, 2, None)),
    Row("cut", (connection("cut"),), Result(DONE, 1, 1, 1, 2, None)),
)


@pytest.mark.parametrize(("row", "given"), cases(HANDSHAKES))
async def test_handshake(world: World, row: Row, given: Given) -> None:
    seen, expected = await play(world, row, given)
    assert seen == expected
    world.simulator.faults.clear()
    world.car.computers.injected.clear()
    world.car.pair(KEY.public_point)
    world.forget()
    assert (await world.give(given)).outcome is DONE


@pytest.mark.parametrize("given", COMMANDS)
async def test_a_key_that_is_not_paired_may_be_told_by_a_fault(world: World, given: Given) -> None:
    world.car.computers.unpaired_answer = "fault"
    unpair(world, given)
    assert await world.give(given) == Result(NotPairedError, 0, 0, 0, 1)


@pytest.mark.parametrize("given", COMMANDS)
async def test_a_known_key_is_not_given_up_for_one_foreign_handshake(world: World, given: Given) -> None:
    """The fault asks for a handshake, and somebody else answers the first one."""
    await world.warm_up(given)
    fault(15)(world, given)
    answers("foreign_key", applies_to="handshake")(world, given)
    seen = await world.give(given)
    assert (seen.outcome, seen.executed, seen.handshakes) == (DONE, 1, 2)


async def test_ten_first_commands_at_once(world: World) -> None:
    """One handshake, and the car takes all in the order in which they were given."""
    await asyncio.gather(
        *(world.commands.execute("set_charging_amps", {"charging_amps": amps}) for amps in range(6, 16))
    )
    taken = world.simulator.commands
    assert [command.parameters["charging_amps"] for command in taken] == list(range(6, 16))
    assert [command.counter for command in taken] == list(range(1, 11))
    assert [message.kind for message in world.simulator.received].count("handshake") == 1


async def test_a_car_that_slept_is_woken_and_carries_out_once(world: World) -> None:
    await world.warm_up(AMPS)
    world.car.fall_asleep()
    assert await world.give(AMPS) == Result(VehicleAsleep, 0, 1, 1)
    world.car.set_online()
    world.forget()
    assert await world.give(AMPS) == Result(DONE, 1, 1, 1)
