"""The application's own token."""

from urllib.parse import parse_qsl

import aiohttp
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    Endpoints,
    FleetApiError,
    InvalidClient,
    InvalidRequest,
    InvalidResponse,
    ServerError,
    partner_token,
)

from .samples import sample
from .scripted_server import Answer, ScriptedServer, reply


async def test_token_of_the_application(session: aiohttp.ClientSession, server: ScriptedServer) -> None:
    server.script = [reply(sample("partner_token_response"))]
    token = await partner_token(session, Endpoints.simulator(server.url), "client", "hidden")

    (seen,) = server.seen
    assert token == sample("partner_token_response")["access_token"]
    assert (seen.method, seen.path) == ("POST", "/oauth2/v3/token")
    assert seen.headers["Content-Type"] == "application/x-www-form-urlencoded"
    assert dict(parse_qsl(seen.body)) == {
        "grant_type": "client_credentials",
        "client_id": "client",
        "client_secret": "hidden",
        "scope": "openid",
        "audience": server.url,
    }


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (
            reply({"error": "unauthorized_client", "error_description": "We don't recognize"}, 400),
            InvalidClient,
        ),
        (reply({"error": "invalid_scope"}, 400), InvalidRequest),
        (reply("<html>", 502), ServerError),
        (reply("<html>"), InvalidResponse),
        (reply({}), InvalidResponse),
        (reply({"access_token": ""}), InvalidResponse),
        (reply({"access_token": 5}), InvalidResponse),
    ],
)
async def test_no_token(
    session: aiohttp.ClientSession, server: ScriptedServer, answer: Answer, kind: type[FleetApiError]
) -> None:
    server.script = [answer]
    with pytest.raises(kind) as caught:
        await partner_token(session, Endpoints.simulator(server.url), "client", "hidden")

    assert "hidden" not in f"{caught.value!r}"
