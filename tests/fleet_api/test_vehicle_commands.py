"""The door for commands: signed or not, and what each failure means for what the car may have done."""

import asyncio
from typing import Any

import aiohttp
from aiohttp import web
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    AccountLimitExceeded,
    CommandProtocolRequired,
    CommandProtocolUnsupported,
    ConnectionFailed,
    Endpoints,
    FleetApiError,
    InvalidRequest,
    InvalidToken,
    MissingScopes,
    OutcomeUnknown,
    RateLimited,
    Vehicle,
    VehicleAsleep,
    VehicleCommands,
)
from custom_components.tesla_home_energy.vehicle_command import (
    HandshakeError,
    InvalidParametersError,
    PrivateKey,
    RefusedError,
    UnknownCommandError,
    VehicleCommandError,
)

from .conftest import Account, connect
from .samples import MODEL_S, MODEL_Y, sample
from .scripted_server import Answer, ScriptedServer, cut, fail, reply, respond

DONE = respond({"result": True, "reason": ""})
RESULTS: dict[str, dict[str, Any]] = {
    name: case for name, case in sample("command_results").items() if not name.startswith("_")
}
NO_PROTOCOL = fail(422, "vehicle does not support the Tesla Vehicle Command Protocol, please refer to …")
PROTOCOL_REQUIRED = fail(403, "Tesla Vehicle Command Protocol required, please refer to …")


def door(account: Account, vin: str = MODEL_S, signing: str | None = None) -> VehicleCommands:
    """Commands to a car of the account."""

    async def nap(seconds: float) -> None:
        account.naps.append(seconds)

    return VehicleCommands(
        account.api, Vehicle(vin=vin, command_signing=signing), PrivateKey.create(), sleep=nap
    )


def paths(server: ScriptedServer) -> list[str]:
    """The last parts of the paths that were asked for."""
    return [seen.path.rpartition("/")[2] for seen in server.seen]


async def test_unsigned_command(account: Account, server: ScriptedServer) -> None:
    server.script = [DONE]
    result = await door(account).execute("set_charging_amps", {"charging_amps": 16})

    assert result.reason == ""
    (seen,) = server.seen
    assert seen.path == f"/api/1/vehicles/{MODEL_S}/command/set_charging_amps"
    assert seen.json == {"charging_amps": 16}


async def test_parameters_that_are_none_are_left_out(account: Account, server: ScriptedServer) -> None:
    server.script = [DONE]
    await door(account).execute("sun_roof_control", {"state": "close", "percent": None})

    assert server.seen[0].json == {"state": "close"}


async def execute(account: Account, server: ScriptedServer, case: dict[str, Any], body: Any) -> str:
    """Send the command of a case, which is answered so, and return its reason."""
    server.script = [reply(body, case.get("status", 200)), fail(408, "vehicle is offline")]
    name = case.get("command", "set_charge_limit")
    parameters = {"percent": 80} if name == "set_charge_limit" else {}
    return (await door(account).execute(name, parameters)).reason


@pytest.mark.parametrize("form", ["body", "signed_body"])
@pytest.mark.parametrize("name", RESULTS)
async def test_result_of_an_unsigned_command(
    account: Account, server: ScriptedServer, name: str, form: str
) -> None:
    case = RESULTS[name]
    body = case.get(form, case["body"])
    reason = body["response"].get("reason") or body["response"].get("string", "")
    match case["treat_as"]:
        case "success":
            assert await execute(account, server, case, body) == reason
        case "failure" | "failure_retry_later":
            with pytest.raises(RefusedError) as refused:
                await execute(account, server, case, body)
            assert refused.value.reason == reason
        case "needs_signing":
            with pytest.raises(VehicleAsleep):
                await execute(account, server, case, body)
            assert paths(server) == ["set_charge_limit", "signed_command"]
        case "bug":
            with pytest.raises(InvalidRequest):
                await execute(account, server, case, body)


async def test_a_reason_that_says_asleep(account: Account, server: ScriptedServer) -> None:
    server.script = [
        respond({"result": False, "reason": "vehicle unavailable: vehicle is offline or asleep"})
    ]
    with pytest.raises(VehicleAsleep):
        await door(account).execute("charge_start")


@pytest.mark.parametrize(
    "answer", [None, "text", [], {}, {"result": None}, {"result": "true"}, {"result": 1}]
)
async def test_an_unusable_result_may_be_a_success(
    account: Account, server: ScriptedServer, answer: object
) -> None:
    server.script = [respond(answer)]
    with pytest.raises(OutcomeUnknown):
        await door(account).execute("charge_start")


async def test_a_refusal_without_a_reason(account: Account, server: ScriptedServer) -> None:
    server.script = [respond({"result": False, "reason": ""})]
    with pytest.raises(RefusedError) as refused:
        await door(account).execute("charge_start")

    assert refused.value.reason == "unknown"


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (fail(408, "vehicle unavailable: vehicle is offline or asleep"), VehicleAsleep),
        (fail(408, "timeout"), OutcomeUnknown),
        (fail(500), OutcomeUnknown),
        (fail(502), OutcomeUnknown),
        (fail(504), OutcomeUnknown),
        (fail(540), OutcomeUnknown),
        (reply("<html>"), OutcomeUnknown),
        (cut, OutcomeUnknown),
        (fail(401), InvalidToken),
        (fail(403, "account disabled: EXCEEDED_LIMIT"), AccountLimitExceeded),
        (fail(403, "Unauthorized missing scopes vehicle_cmds"), MissingScopes),
        (fail(429, retry_after="3"), RateLimited),
    ],
)
async def test_failures_of_an_unsigned_command(
    account: Account, server: ScriptedServer, answer: Answer, kind: type[FleetApiError]
) -> None:
    server.script = [answer]
    with pytest.raises(kind) as caught:
        await door(account).execute("charge_start")

    assert type(caught.value) is kind
    assert len(server.seen) == (2 if kind is InvalidToken else 1)


@pytest.mark.parametrize(("signing", "pauses"), [("off", [2]), ("required", [1, 2])])
async def test_a_car_that_was_not_reached_is_tried_again(
    account: Account, server: ScriptedServer, signing: str, pauses: list[float]
) -> None:
    server.script = [fail(503, "vehicle is not available")]
    with pytest.raises(VehicleAsleep) as caught:
        await door(account, signing=signing).execute("charge_start")

    assert caught.value.status == 503
    assert account.naps == pauses
    assert len(server.seen) == 1 + len(pauses)


async def test_a_horn_that_may_have_sounded_is_not_sounded_again(
    account: Account, server: ScriptedServer
) -> None:
    server.script = [fail(503)]
    with pytest.raises(OutcomeUnknown):
        await door(account, signing="off").execute("honk_horn")

    assert len(server.seen) == 1


async def test_a_car_that_is_reached_the_second_time(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(503), DONE]
    await door(account).execute("charge_start")

    assert len(server.seen) == 2


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (fail(408, "vehicle is offline"), VehicleAsleep),
        (fail(401), InvalidToken),
        (fail(403, "account disabled: EXCEEDED_LIMIT"), AccountLimitExceeded),
        (fail(403, "Unauthorized missing scopes vehicle_cmds"), MissingScopes),
        (fail(429, retry_after="3"), RateLimited),
        (fail(500), HandshakeError),
        (fail(540), HandshakeError),
        (fail(408, "timeout"), HandshakeError),
        (cut, HandshakeError),
        (reply("<html>"), HandshakeError),
        (respond(None), HandshakeError),
        (respond({}), HandshakeError),
        (respond("no base 64!"), HandshakeError),
        (respond("ä"), HandshakeError),
        (respond("QUJD"), HandshakeError),
    ],
)
async def test_failures_of_a_handshake(
    account: Account, server: ScriptedServer, answer: Answer, kind: type[Exception]
) -> None:
    server.script = [answer]
    with pytest.raises(kind) as caught:
        await door(account, MODEL_Y).execute("charge_start")

    assert type(caught.value) is kind
    assert MODEL_Y not in f"{caught.value!r}{caught.value.__cause__!r}"
    assert set(paths(server)) == {"signed_command"}


async def test_no_connection_for_a_signed_command(session: aiohttp.ClientSession, closed_url: str) -> None:
    unreachable = connect(session, Endpoints.simulator(closed_url))
    with pytest.raises(ConnectionFailed):
        await door(unreachable, MODEL_Y).execute("charge_start")


@pytest.mark.parametrize("answer", [NO_PROTOCOL, fail(422)])
async def test_a_car_without_the_protocol_is_remembered(
    account: Account, server: ScriptedServer, answer: Answer
) -> None:
    server.script = [answer, DONE]
    commands = door(account, MODEL_Y)
    assert commands.signed
    await commands.execute("charge_start")
    await commands.execute("charge_stop")

    assert paths(server) == ["signed_command", "charge_start", "charge_stop"]
    assert not commands.signed


@pytest.mark.parametrize(
    "answer", [PROTOCOL_REQUIRED, respond({"result": False, "reason": "unsigned_cmds_hardlocked"})]
)
async def test_a_car_that_demands_signatures_is_remembered(
    account: Account, server: ScriptedServer, answer: Answer
) -> None:
    server.script = [answer, fail(408, "vehicle is offline")]
    commands = door(account, MODEL_S)
    for _ in range(2):
        with pytest.raises(VehicleAsleep):
            await commands.execute("charge_start")

    assert paths(server) == ["charge_start", "signed_command", "signed_command"]
    assert commands.signed


async def test_a_car_that_takes_neither_is_asked_once_each(account: Account, server: ScriptedServer) -> None:
    server.script = [NO_PROTOCOL, PROTOCOL_REQUIRED]
    with pytest.raises(CommandProtocolRequired):
        await door(account, MODEL_Y).execute("charge_start")

    assert paths(server) == ["signed_command", "charge_start"]


async def test_concurrent_discoveries_agree(account: Account, server: ScriptedServer) -> None:
    server.script = [NO_PROTOCOL, NO_PROTOCOL, DONE]
    commands = door(account, MODEL_Y)
    # Two domains, so that neither waits for the other's handshake.
    await asyncio.gather(commands.execute("charge_start"), commands.execute("door_lock"))

    assert not commands.signed


async def test_a_command_that_has_no_signed_form(account: Account, server: ScriptedServer) -> None:
    server.script = [DONE, PROTOCOL_REQUIRED]
    commands = door(account, MODEL_Y)
    await commands.execute("navigation_gps_request", {"lat": 52.5, "lon": 13.4, "order": 1})
    with pytest.raises(CommandProtocolRequired):
        await commands.execute("navigation_gps_request", {"lat": 52.5, "lon": 13.4, "order": 1})

    assert paths(server) == ["navigation_gps_request"] * 2
    assert server.seen[0].json == {"lat": 52.5, "lon": 13.4, "order": 1}


@pytest.mark.parametrize("signing", ["off", "required"])
@pytest.mark.parametrize(
    ("command", "parameters", "kind"),
    [
        ("set_charging_amps", {}, InvalidParametersError),
        ("set_charging_amps", {"charging_amps": "16"}, InvalidParametersError),
        ("set_charge_limit", {"percent": 101}, InvalidParametersError),
        ("fly", {}, UnknownCommandError),
        ("wake_up", {}, UnknownCommandError),
    ],
)
async def test_what_is_wrong_is_not_sent(
    account: Account,
    server: ScriptedServer,
    signing: str,
    command: str,
    parameters: dict[str, Any],
    kind: type[VehicleCommandError],
) -> None:
    with pytest.raises(kind):
        await door(account, signing=signing).execute(command, parameters)

    assert server.seen == []


async def test_unsigned_commands_go_one_by_one(account: Account, server: ScriptedServer) -> None:
    under_way = [0]

    async def slow(request: web.Request) -> web.StreamResponse:
        under_way.append(under_way[-1] + 1)
        await asyncio.sleep(0.02)
        under_way.append(under_way[-1] - 1)
        return await DONE(request)

    server.script = [slow]
    commands = door(account)
    await asyncio.gather(*(commands.execute("set_charging_amps", {"charging_amps": n}) for n in range(5, 9)))

    assert max(under_way) == 1
    assert [seen.json["charging_amps"] for seen in server.seen] == [5, 6, 7, 8]


async def test_reading_needs_the_protocol(account: Account, server: ScriptedServer) -> None:
    server.script = [NO_PROTOCOL]
    with pytest.raises(CommandProtocolUnsupported):
        await door(account, MODEL_S).ping()
    with pytest.raises(CommandProtocolUnsupported):
        await door(account, MODEL_S).read()
