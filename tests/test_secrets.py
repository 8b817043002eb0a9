"""No token, code, secret or key in a log, an exception, an issue or a step of a flow, whatever goes wrong."""

from collections.abc import Awaitable, Iterator
import json
import logging
from pathlib import Path
import time
import traceback
from typing import Any

import aiohttp
import pytest
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from yarl import URL

from custom_components.tesla_home_energy.const import DOMAIN, KEY_FILE
from custom_components.tesla_home_energy.public_key import async_get_private_key
from homeassistant.config_entries import SOURCE_USER, ConfigEntry, ConfigEntryState, ConfigFlowResult
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import issue_registry as ir

from .consent_form import ConsentForm
from .simulator import MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.faults import HttpFault
from .token_requests import TOKEN_PATH, TokenRequests

_CONFIDENTIAL = ("client_secret", "code", "code_verifier", "refresh_token", "access_token", "id_token")
_SHORTEST = 16
"""Characters of a secret that give it away."""


@pytest.fixture
def hass_storage() -> None:
    """Files are files here; Home Assistant's picture of them in memory logs what it holds."""


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> TokenRequests:
    """What reaches the token endpoint; asked for before the simulator starts."""
    watcher = TokenRequests()
    watcher.watch(monkeypatch)
    return watcher


class Walker:
    """A person who walks through a flow, and remembers every step."""

    def __init__(self, hass: HomeAssistant, client: Any, domain: str) -> None:
        """Use a browser of Home Assistant's; `domain` serves the key."""
        self._hass = hass
        self._client = client
        self._answers: dict[str, dict[str, Any]] = {
            "registration": {"next_step_id": "domain"},
            "domain": {"domain": domain},
            "register": {},
            "pair": {"later": True},
            "reauth_confirm": {},
        }
        self.steps: list[ConfigFlowResult] = []

    async def walk(self, step: ConfigFlowResult) -> ConfigFlowResult:
        """Go on to the end of a flow."""
        self.steps.append(step)
        if step["type"] in {FlowResultType.CREATE_ENTRY, FlowResultType.ABORT}:
            return step
        if step["type"] is FlowResultType.EXTERNAL_STEP:
            return await self.walk(await self._sign_in(step))
        if step["step_id"] == "user":
            schema = step["data_schema"]
            assert schema is not None
            answer = schema({})
        else:
            answer = self._answers[str(step["step_id"])]
        return await self.walk(await self._hass.config_entries.flow.async_configure(step["flow_id"], answer))

    async def _sign_in(self, step: ConfigFlowResult) -> ConfigFlowResult:
        async with aiohttp.ClientSession() as person:
            async with person.get(step["url"], allow_redirects=False) as page:
                location = page.headers.get("Location")
                form = ConsentForm(await page.text())
                target = page.url.join(URL(form.action))
            if location is None:
                async with person.post(target, data=form.fields, allow_redirects=False) as back:
                    location = back.headers["Location"]
        back_home = URL(location)
        await self._client.get(f"{back_home.path}?{back_home.query_string}")
        return await self._hass.config_entries.flow.async_configure(step["flow_id"])


@pytest.fixture
async def walker(
    hass: HomeAssistant,
    requests: TokenRequests,
    integration: None,
    current_request_with_host: None,
    hass_client_no_auth: ClientSessionGenerator,
) -> Walker:
    """A person at a browser."""
    client = await hass_client_no_auth()
    return Walker(hass, client, f"{client.server.host}:{client.server.port}")


def _secrets(requests: TokenRequests, key_file: Path) -> Iterator[str]:
    """Everything that was confidential, in pieces that still would be."""
    for message in (*requests.forms, *(json.loads(answer) for answer in requests.answers)):
        for name in _CONFIDENTIAL:
            value = message.get(name) if isinstance(message, dict) else None
            if isinstance(value, str):
                # The first part of a JSON web token is the same in all of them.
                yield from value.split(".")[1:] if value.startswith("eyJ") else [value]
    yield from (line for line in key_file.read_text().splitlines() if not line.startswith("-----"))


def _found(texts: str, secrets: Iterator[str]) -> set[str]:
    """The pieces of secrets that stand in the texts."""
    pieces = {
        secret[start : start + _SHORTEST]
        for secret in secrets
        for start in range(0, max(1, len(secret) - _SHORTEST + 1), _SHORTEST)
    }
    return {piece for piece in pieces if piece in texts}


async def _failure(attempt: Awaitable[Any]) -> str:
    """What a failure tells, to whomever: its words, its causes, its places."""
    with pytest.raises(HomeAssistantError) as raised:
        await attempt
    chain = "".join(traceback.format_exception(raised.value))
    return f"{raised.value} {raised.value!r} {raised.value.__dict__} {chain}"


def _expire(hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
    token = {**entry.data["token"], "expires_at": time.time() - 1}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "token": token})


async def test_nothing_is_told(
    hass: HomeAssistant,
    walker: Walker,
    requests: TokenRequests,
    simulator: Simulator,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.DEBUG)
    caplog.set_level(logging.WARNING, "aiohttp.access")  # as Home Assistant does when it starts
    told: list[str] = []

    # Signing in: refused with everything that was sent in the answer, then with success.
    def echo(form: dict[str, str]) -> None:
        simulator.faults.add(
            HttpFault(path=TOKEN_PATH, status=400, body={"error": "invalid_auth_code"} | form)
        )

    requests.on_request = echo
    flow = hass.config_entries.flow
    refused = await walker.walk(await flow.async_init(DOMAIN, context={"source": SOURCE_USER}))
    assert refused["reason"] == "oauth_unauthorized"
    requests.on_request = None
    result = await walker.walk(await flow.async_init(DOMAIN, context={"source": SOURCE_USER}))
    assert result["type"] is FlowResultType.CREATE_ENTRY
    entry = result["result"]
    await hass.async_block_till_done(wait_background_tasks=True)
    assert entry.state is ConfigEntryState.LOADED

    # A failing command, a refused token, refreshes that fail and tell what they were asked.
    limit = {"entity_id": "number.blitz_charge_limit", "value": 70}

    def command() -> Awaitable[Any]:
        return hass.services.async_call("number", "set_value", limit, blocking=True)

    told.append(await _failure(command()))
    simulator.tokens.expire_access_tokens()
    told.append(await _failure(command()))
    current = dict(entry.data["token"])
    unexpected: list[dict[str, Any]] = [
        {"status": 503, "text": json.dumps(current)},
        {"status": 200, "body": {**current, "expires_in": current["access_token"]}},
        {"status": 400, "body": {"error": current["refresh_token"]}},
        {"status": 401, "body": {"error": "login_required", "error_description": current["refresh_token"]}},
        {"kind": "cut"},
    ]
    for fault in unexpected:
        simulator.faults.add(HttpFault(path=TOKEN_PATH, **fault))
        _expire(hass, entry)
        told.append(await _failure(command()))

    # Once more with success; then the person takes everything back, and signs in again.
    key = await async_get_private_key(hass)
    simulator.cars[MODEL_Y_VIN].pair(key.public_key_pem().decode())
    await command()
    assert entry.data["token"]["refresh_token"] != current["refresh_token"]
    simulator.tokens.revoke()
    told.append(await _failure(command()))
    await hass.async_block_till_done(wait_background_tasks=True)
    (again,) = flow.async_progress_by_handler(DOMAIN)
    result = await walker.walk(await flow.async_configure(again["flow_id"]))
    assert result["reason"] == "reauth_successful"
    await hass.async_block_till_done(wait_background_tasks=True)

    secrets = list(_secrets(requests, Path(hass.config.path(KEY_FILE))))
    assert len(secrets) > 40
    steps = [
        {name: value for name, value in step.items() if name not in {"data", "result"}}
        for step in walker.steps
    ]
    issues = ir.async_get(hass).issues.values()
    logged = {
        record.name for record in caplog.records if _found(caplog.handler.format(record), iter(secrets))
    }
    assert logged == set()
    assert _found("\n".join(told), iter(secrets)) == set()
    assert _found(f"{steps} {issues} {flow.async_progress()}", iter(secrets)) == set()
    ours = "\n".join(
        caplog.handler.format(record)
        for record in caplog.records
        if record.name.startswith("custom_components")
    )
    assert MODEL_Y_VIN not in ours
    assert str(POWERWALL_SITE_ID) not in ours
