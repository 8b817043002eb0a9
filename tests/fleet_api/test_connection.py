"""Requests over real HTTP: what is sent, what is sent again, and what a failure is called."""

import asyncio
from dataclasses import replace
import logging
import socket
from typing import Any, override

import aiohttp
from aiohttp.abc import AbstractResolver, ResolveResult
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    AccountLimitExceeded,
    Category,
    ConnectionFailed,
    Endpoints,
    FleetApi,
    FleetApiError,
    InvalidResponse,
    InvalidToken,
    MobileAccessDisabled,
    OutcomeUnknown,
    RateLimited,
    RequestRecord,
    ServerError,
    UnexpectedStatus,
    VehicleAsleep,
    WrongRegion,
    connection,
    routes,
)

from .conftest import Account, connect
from .samples import MODEL_Y, SITE, response
from .scripted_server import ScriptedServer, cut, cut_within, fail, hang, reply, respond

VEHICLE = f"/api/1/vehicles/{MODEL_Y}"


def lose_patience(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    """Shorten the patience for an endpoint."""
    monkeypatch.setattr(routes, name, replace(getattr(routes, name), timeout=0.15))


def shown_alone(error: FleetApiError) -> bool:
    """Whether a traceback shows nothing of aiohttp's errors, whose words hold URLs."""
    return error.__cause__ is None and (error.__suppress_context__ or error.__context__ is None)


class Nameless(AbstractResolver):
    """Name resolution that is down."""

    @override
    async def resolve(
        self, host: str, port: int = 0, family: socket.AddressFamily = socket.AF_INET
    ) -> list[ResolveResult]:
        raise OSError(f"no address for {host}")

    @override
    async def close(self) -> None:
        """Nothing to close."""


async def test_what_is_sent(account: Account, server: ScriptedServer) -> None:
    server.script = [respond(response("vehicle_asleep")), respond({})]
    await account.api.vehicle(MODEL_Y)
    await account.api.set_storm_mode(SITE, enabled=True)

    get, post = server.seen
    assert (get.method, get.path, get.token, get.body) == ("GET", VEHICLE, "token-1", "")
    assert get.headers["User-Agent"] == "tesla-home-energy"
    assert (post.method, post.path) == ("POST", f"/api/1/energy_sites/{SITE}/storm_mode")
    assert post.headers["Content-Type"] == "application/json"
    assert post.json == {"enabled": True}


async def test_a_post_without_content_is_json_all_the_same(account: Account, server: ScriptedServer) -> None:
    server.script = [respond(response("wake_up_waking"))]
    await account.api.wake_up(MODEL_Y)

    assert (server.seen[0].body, server.seen[0].headers["Content-Type"]) == ("{}", "application/json")


async def test_an_odd_vin_stays_one_part_of_the_path(account: Account, server: ScriptedServer) -> None:
    server.script = [respond(response("vehicle_asleep"))]
    await account.api.vehicle("a/../b?c#d")

    assert server.seen[0].path == "/api/1/vehicles/a%2F..%2Fb%3Fc%23d"


async def test_a_rejected_token_is_replaced_once(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(401, "token expired (401)"), respond(response("vehicle_asleep"))]
    vehicle = await account.api.vehicle(MODEL_Y)

    assert vehicle.vin == MODEL_Y
    assert [seen.token for seen in server.seen] == ["token-1", "token-2"]
    assert account.tokens.rejected == ["token-1"]


async def test_a_write_is_repeated_with_the_same_content(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(401), respond({"code": 201})]
    await account.api.set_backup_reserve(SITE, 20)

    assert [seen.json for seen in server.seen] == [{"backup_reserve_percent": 20}] * 2


async def test_a_second_rejection_is_final(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(401)]
    with pytest.raises(InvalidToken):
        await account.api.vehicle(MODEL_Y)

    assert [seen.token for seen in server.seen] == ["token-1", "token-2"]


async def test_a_401_that_no_new_token_cures_is_not_repeated(
    account: Account, server: ScriptedServer
) -> None:
    server.script = [fail(401, "mobile_access_disabled")]
    with pytest.raises(MobileAccessDisabled):
        await account.api.vehicle(MODEL_Y)

    assert len(server.seen) == 1


async def test_concurrent_rejections_use_one_new_token(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(401), fail(401), respond(response("vehicle_asleep"))]
    await asyncio.gather(*(account.api.vehicle(MODEL_Y) for _ in range(2)))

    assert account.tokens.rejected == ["token-1", "token-1"]
    assert sorted(seen.token for seen in server.seen) == ["token-1", "token-1", "token-2", "token-2"]


async def test_the_region_is_corrected_once_and_for_all(account: Account, server: ScriptedServer) -> None:
    async with ScriptedServer([respond(response("vehicle_asleep"))]) as right:
        server.script = [fail(421, f"user out of region, use base URL: {right.url}, see https://x")]
        await account.api.vehicle(MODEL_Y)
        await account.api.vehicle(MODEL_Y)

        assert (len(server.seen), len(right.seen)) == (1, 2)
        assert right.seen[0].token == "token-1"
        assert account.moves == [account.api.endpoints]
        assert account.api.endpoints.fleet_api == right.url
        assert account.api.endpoints.token == f"{server.url}/oauth2/v3/token"


async def test_concurrent_corrections_are_told_once(account: Account, server: ScriptedServer) -> None:
    async with ScriptedServer([respond(response("vehicle_asleep"))]) as right:
        server.script = [fail(421, f"user out of region, use base URL: {right.url}")]
        await asyncio.gather(*(account.api.vehicle(MODEL_Y) for _ in range(3)))

        assert (len(server.seen), len(right.seen), len(account.moves)) == (3, 3, 1)


async def test_a_new_token_and_a_new_region_in_one_request(account: Account, server: ScriptedServer) -> None:
    async with ScriptedServer([fail(401), respond(response("vehicle_asleep"))]) as right:
        server.script = [fail(421, f"user out of region, use base URL: {right.url}")]
        await account.api.vehicle(MODEL_Y)

        assert [seen.token for seen in right.seen] == ["token-1", "token-2"]


@pytest.mark.parametrize(
    "text",
    [
        "user out of region, use base URL: https://fleet-api.example.net, see x",
        "user out of region, use base URL: https://fleet-api.prd.na.vn.cloud.tesla.com",
        "user out of region",
    ],
)
async def test_a_token_follows_no_stranger(account: Account, server: ScriptedServer, text: str) -> None:
    server.script = [fail(421, text)]
    with pytest.raises(WrongRegion):
        await account.api.vehicle(MODEL_Y)

    assert (len(server.seen), account.moves) == (1, [])


async def test_a_region_that_names_itself_is_asked_once(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(421, f"user out of region, use base URL: {server.url}")]
    with pytest.raises(WrongRegion):
        await account.api.vehicle(MODEL_Y)

    assert (len(server.seen), account.moves) == (1, [])


async def test_two_regions_that_name_each_other(account: Account, server: ScriptedServer) -> None:
    async with ScriptedServer([fail(421, f"use base URL: {server.url}")]) as other:
        server.script = [fail(421, f"use base URL: {other.url}")]
        with pytest.raises(WrongRegion):
            await account.api.vehicle(MODEL_Y)

        assert (len(server.seen), len(other.seen)) == (1, 1)


async def test_a_client_may_have_no_listeners(session: aiohttp.ClientSession, server: ScriptedServer) -> None:
    async with ScriptedServer([respond(response("vehicle_asleep"))]) as right:
        server.script = [fail(421, f"use base URL: {right.url}")]
        api = FleetApi(session, Endpoints.simulator(server.url), connect(session, Endpoints.eu()).tokens)

        assert (await api.vehicle(MODEL_Y)).vin == MODEL_Y


async def test_redirects_are_not_followed(account: Account, server: ScriptedServer) -> None:
    async with ScriptedServer([respond(response("vehicle_asleep"))]) as elsewhere:
        server.script = [reply("", 302, Location=elsewhere.url + VEHICLE)]
        with pytest.raises(UnexpectedStatus):
            await account.api.vehicle(MODEL_Y)

        assert elsewhere.seen == []


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (reply("<html>Login</html>"), InvalidResponse),
        (reply("<html>Bad Gateway</html>", 502), ServerError),
        (reply(""), InvalidResponse),
        (reply("x" * 70_000), InvalidResponse),
        (cut, OutcomeUnknown),
        (cut_within, OutcomeUnknown),
        (fail(408, "vehicle unavailable: vehicle is offline or asleep"), VehicleAsleep),
        (fail(403, "account disabled: EXCEEDED_LIMIT"), AccountLimitExceeded),
        (fail(429, "Retry in 37 seconds", retry_after="37"), RateLimited),
    ],
)
async def test_odd_answers(
    account: Account, server: ScriptedServer, answer: Any, kind: type[FleetApiError]
) -> None:
    server.script = [answer]
    with pytest.raises(kind) as caught:
        await account.api.wake_up(MODEL_Y)

    assert type(caught.value) is kind
    assert len(server.seen) == 1, "a failed write was sent again"
    assert MODEL_Y not in f"{caught.value!r}"
    assert shown_alone(caught.value)


async def test_an_answer_that_is_too_large(
    account: Account, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "SIZE_LIMIT", 1000)
    server.script = [respond("x" * 2000)]
    with pytest.raises(InvalidResponse) as caught:
        await account.api.vehicle(MODEL_Y)

    assert caught.value.status == 200
    assert [record.status for record in account.records] == [200]


async def test_a_hanging_command_is_given_up(
    account: Account, server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    lose_patience(monkeypatch, "SIGNED_COMMAND")
    server.script = [hang]
    with pytest.raises(OutcomeUnknown):
        await account.api.signed_command(MODEL_Y, "")

    assert [record.status for record in account.records] == [None]


def test_patience_with_commands_and_with_the_rest() -> None:
    assert routes.SIGNED_COMMAND.timeout <= 15
    assert routes.COMMAND.timeout <= 15
    assert 10 <= routes.VEHICLE_DATA.timeout <= 30
    assert routes.COMMAND.timeout > connection.CONNECT_TIMEOUT


async def test_a_refused_connection_has_carried_nothing(
    session: aiohttp.ClientSession, closed_url: str
) -> None:
    closed = connect(session, Endpoints.simulator(closed_url))
    with pytest.raises(ConnectionFailed):
        await closed.api.wake_up(MODEL_Y)

    assert closed.records == []


async def test_a_connection_that_takes_too_long_has_carried_nothing(
    server: ScriptedServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(connection, "CONNECT_TIMEOUT", 0.1)
    server.script = [hang]
    async with aiohttp.ClientSession(connector=aiohttp.TCPConnector(limit=1)) as session:
        account = connect(session, Endpoints.simulator(server.url))
        first = asyncio.create_task(account.api.vehicle(MODEL_Y))
        await asyncio.sleep(0.05)
        with pytest.raises(ConnectionFailed):
            await account.api.vehicle(MODEL_Y)
        first.cancel()

    assert len(server.seen) == 1


@pytest.mark.usefixtures("socket_enabled")
async def test_a_name_that_is_not_found_has_carried_nothing() -> None:
    connector = aiohttp.TCPConnector(resolver=Nameless())
    async with aiohttp.ClientSession(connector=connector) as session:
        account = connect(session, Endpoints.eu())
        with pytest.raises(ConnectionFailed) as caught:
            await account.api.vehicle(MODEL_Y)

    assert str(caught.value) == "Tesla cannot be reached"
    assert shown_alone(caught.value)
    assert account.records == []


async def test_every_answer_is_recorded_for_the_ledger(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(401), respond(response("vehicle_data_charging")), fail(500), cut]
    await account.api.vehicle_data(MODEL_Y, ["charge_state"])
    for lost in (ServerError, OutcomeUnknown):
        with pytest.raises(lost):
            await account.api.set_storm_mode(SITE, enabled=False)

    data = RequestRecord(
        method="GET",
        path="/api/1/vehicles/{vin}/vehicle_data",
        category=Category.DATA,
        status=401,
        vin=MODEL_Y,
    )
    storm = RequestRecord(
        method="POST", path="/api/1/energy_sites/{site_id}/storm_mode", category=Category.ENERGY, status=500
    )
    assert account.records == [data, replace(data, status=200), storm, replace(storm, status=None)]
    assert MODEL_Y not in repr(account.records)


async def test_a_request_that_is_cancelled_may_be_billed(account: Account, server: ScriptedServer) -> None:
    server.script = [hang]
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await account.api.wake_up(MODEL_Y)

    assert [(record.category, record.status) for record in account.records] == [(Category.WAKES, None)]


async def test_nothing_private_reaches_the_log(
    account: Account, server: ScriptedServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    server.script = [reply({"response": response("vehicle_asleep")}, x_txid="0123abcd"), respond({})]
    await account.api.vehicle(MODEL_Y)
    await account.api.set_storm_mode(SITE, enabled=True)

    told = "\n".join(record.getMessage() for record in caplog.records if "tesla_home_energy" in record.name)
    assert "GET /api/1/vehicles/{vin}: 200, transaction 0123abcd" in told
    for secret in (MODEL_Y, str(SITE), "token-1", "Blitz"):
        assert secret not in told
