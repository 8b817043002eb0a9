"""Tokens: got with PKCE, renewed one at a time, on disk before use, and what ends in a new sign-in."""

import asyncio
from collections.abc import Callable
from copy import deepcopy
from functools import partial
import json
from pathlib import Path
import time
from typing import Any
from unittest.mock import DEFAULT, patch
from urllib.parse import urlsplit

import aiohttp
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from yarl import URL

from custom_components.tesla_home_energy import oauth
from custom_components.tesla_home_energy.api import SIMULATOR
from custom_components.tesla_home_energy.const import DOMAIN
from custom_components.tesla_home_energy.fleet_api import Scope, read_token
from custom_components.tesla_home_energy.oauth import TeslaOAuth2Implementation
from custom_components.tesla_home_energy.tokens import (
    _REPLACED_KEPT,
    _TOKEN_STORES,
    OAuthAccessToken,
    async_get_token_store,
)
from homeassistant.components.application_credentials import ClientCredential, async_import_client_credential
from homeassistant.config_entries import SOURCE_REAUTH
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import (
    ConfigEntryAuthFailed,
    HomeAssistantError,
    OAuth2TokenRequestConnectionError,
    OAuth2TokenRequestReauthError,
    OAuth2TokenRequestTransientError,
)
from homeassistant.helpers.config_entry_oauth2_flow import OAuth2Session, async_get_implementations
from homeassistant.util import json as json_util
from homeassistant.util.file import WriteError

from .consent_form import ConsentForm
from .simulator import Simulator
from .simulator.accounts import Application
from .simulator.faults import HttpFault
from .token_requests import TOKEN_PATH, TokenRequests

REDIRECT = "https://example.com/auth/external/callback"
SCOPES = " ".join(Scope)

type Restart = Callable[[dict[str, Any]], None]


@pytest.fixture
def hass_storage() -> None:
    """Files are files here, not Home Assistant's picture of them in memory."""


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> TokenRequests:
    """What reaches the token endpoint; asked for before the simulator starts."""
    watcher = TokenRequests()
    watcher.watch(monkeypatch)
    return watcher


async def _implementation(hass: HomeAssistant, auth_domain: str = DOMAIN) -> TeslaOAuth2Implementation:
    """Look the application up, as Home Assistant does: a new object each time."""
    implementation = (await async_get_implementations(hass, DOMAIN))[auth_domain]
    assert isinstance(implementation, TeslaOAuth2Implementation)
    return implementation


async def _page(implementation: TeslaOAuth2Implementation, flow_id: str) -> URL:
    return URL(await implementation.async_generate_authorize_url(flow_id)).update_query(scope=SCOPES)


async def _allow(url: URL) -> str:
    """Do what a person does on Tesla's page, and return the code."""
    async with aiohttp.ClientSession() as person:
        async with person.get(url, allow_redirects=False) as page:
            location = page.headers.get("Location")
            form = ConsentForm(await page.text())
            target = page.url.join(URL(form.action))
        if location is None:
            async with person.post(target, data=form.fields, allow_redirects=False) as back:
                location = back.headers["Location"]
    return URL(location).query["code"]


def _returned(code: str, flow_id: str) -> dict[str, Any]:
    return {"code": code, "state": {"flow_id": flow_id, "redirect_uri": REDIRECT}}


async def _session(hass: HomeAssistant, entry: MockConfigEntry) -> OAuth2Session:
    return OAuth2Session(hass, entry, await _implementation(hass, entry.data["auth_implementation"]))


@pytest.fixture
async def access_token(
    hass: HomeAssistant, requests: TokenRequests, entry: MockConfigEntry
) -> OAuthAccessToken:
    """The access token of a signed-in account."""
    return OAuthAccessToken(await _session(hass, entry))


def _expire(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    token = {**entry.data["token"], "expires_at": time.time() - 1}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "token": token})


def _answer(simulator: Simulator, **changes: Any) -> HttpFault:
    body = {"access_token": simulator.access_token(), "expires_in": 28800, "token_type": "Bearer"} | changes
    return HttpFault(path=TOKEN_PATH, status=200, body=body)


def _reauth_flows(hass: HomeAssistant) -> list[Any]:
    flows = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    return [flow for flow in flows if flow["context"]["source"] == SOURCE_REAUTH]


# Signing in


async def test_a_sign_in_offers_pkce_and_lets_consent_grow(
    hass: HomeAssistant, requests: TokenRequests, integration: None, current_request_with_host: None
) -> None:
    url = await _page(await _implementation(hass), "a flow")
    tokens = await (await _implementation(hass)).async_resolve_external_data(
        _returned(await _allow(url), "a flow")
    )

    assert url.query["code_challenge_method"] == "S256"
    assert url.query["prompt_missing_scopes"] == "true"
    assert url.query["show_keypair_step"] == "false"
    assert "require_requested_scopes" not in url.query
    assert read_token(tokens["access_token"]).scopes == set(Scope)
    assert set(tokens) == {"access_token", "refresh_token", "expires_in", "token_type"}
    (form,) = requests.forms
    assert 43 <= len(form["code_verifier"]) <= 128
    assert form["client_secret"] == "demo-secret"


async def test_each_sign_in_has_a_verifier_of_its_own(
    hass: HomeAssistant, integration: None, current_request_with_host: None
) -> None:
    implementation = await _implementation(hass)
    first = await _page(implementation, "first")
    shown_again = await _page(await _implementation(hass), "first")
    second = await _page(implementation, "second")
    assert first.query["code_challenge"] == shown_again.query["code_challenge"]
    assert first.query["code_challenge"] != second.query["code_challenge"]

    await implementation.async_resolve_external_data(_returned(await _allow(first), "first"))
    asked_again = await _page(implementation, "first")
    assert asked_again.query["code_challenge"] != first.query["code_challenge"]
    tokens = await implementation.async_resolve_external_data(_returned(await _allow(asked_again), "first"))
    assert tokens["refresh_token"]


@pytest.mark.parametrize("other", ["second", "never begun"])
async def test_a_code_of_another_sign_in_is_worthless(
    hass: HomeAssistant, integration: None, current_request_with_host: None, other: str
) -> None:
    implementation = await _implementation(hass)
    code = await _allow(await _page(implementation, "first"))
    await _page(implementation, "second")
    with pytest.raises(OAuth2TokenRequestReauthError):
        await implementation.async_resolve_external_data(_returned(code, other))

    code = await _allow(await _page(implementation, "third"))
    assert await implementation.async_resolve_external_data(_returned(code, "third"))


async def test_an_application_without_a_secret(
    hass: HomeAssistant,
    requests: TokenRequests,
    integration: None,
    simulator: Simulator,
    current_request_with_host: None,
) -> None:
    simulator.accounts.add_application(
        Application(client_id="open-source", client_secret=None, redirect_uris={REDIRECT})
    )
    await async_import_client_credential(hass, DOMAIN, ClientCredential("open-source", ""), "open")
    implementation = await _implementation(hass, "open")
    code = await _allow(await _page(implementation, "a flow"))
    tokens = await implementation.async_resolve_external_data(_returned(code, "a flow"))
    renewed = await implementation.async_refresh_token(tokens)

    assert renewed["refresh_token"] != tokens["refresh_token"]
    assert [form["grant_type"] for form in requests.forms] == ["authorization_code", "refresh_token"]
    assert not any("client_secret" in form for form in requests.forms)


@pytest.mark.parametrize(("prefix", "region"), [("EU", "eu"), ("NA", "na"), ("CN", "cn"), ("XX", "na")])
async def test_tokens_are_for_the_region_of_the_code(
    hass: HomeAssistant,
    requests: TokenRequests,
    integration: None,
    simulator: Simulator,
    monkeypatch: pytest.MonkeyPatch,
    prefix: str,
    region: str,
) -> None:
    implementation = await _implementation(hass)
    monkeypatch.delitem(hass.data, SIMULATOR)  # the addresses are Tesla's, the token endpoint still is not
    simulator.faults.add(_answer(simulator))
    await implementation.async_resolve_external_data(_returned(f"{prefix}_abc", "a flow"))

    assert urlsplit(requests.forms[0]["audience"]).hostname in {
        f"fleet-api.prd.{region}.vn.cloud.tesla.com",
        f"fleet-api.prd.{region}.vn.cloud.tesla.cn",
    }
    there = TeslaOAuth2Implementation(hass, DOMAIN, ClientCredential("id", "secret"))
    assert urlsplit(there.authorize_url).hostname == "auth.tesla.com"
    assert urlsplit(there.token_url).hostname == "fleet-auth.prd.vn.cloud.tesla.com"


# Renewing


async def test_a_refused_token_is_renewed_once_for_all_who_used_it(
    access_token: OAuthAccessToken, requests: TokenRequests
) -> None:
    old = await access_token()
    assert requests.forms == []
    renewed = await asyncio.gather(*(access_token(rejected=old) for _ in range(20)))

    assert len(requests.forms) == 1
    assert set(renewed) == {await access_token()}
    assert old not in renewed
    assert await access_token(rejected=old) == renewed[0]  # refused long ago, and late to say so
    assert len(requests.forms) == 1


async def test_one_refresh_at_once_also_across_a_reload(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    simulator: Simulator,
) -> None:
    simulator.faults.add(HttpFault(kind="delay", delay=0.1, path=TOKEN_PATH))
    _expire(hass, entry)
    reloaded = OAuthAccessToken(await _session(hass, entry))

    assert len(set(await asyncio.gather(access_token(), reloaded(), access_token()))) == 1
    assert len(requests.forms) == requests.most == 1


async def test_all_who_wait_share_a_failure(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    simulator: Simulator,
) -> None:
    simulator.faults.add(HttpFault(path=TOKEN_PATH, status=503))
    _expire(hass, entry)
    outcomes = await asyncio.gather(*(access_token() for _ in range(5)), return_exceptions=True)

    assert [type(outcome) for outcome in outcomes] == [OAuth2TokenRequestTransientError] * 5
    assert len(requests.forms) == 1
    assert await access_token()


async def test_a_refresh_goes_on_when_whoever_wanted_it_gives_up(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    simulator: Simulator,
) -> None:
    simulator.faults.add(HttpFault(kind="delay", delay=0.2, path=TOKEN_PATH))
    _expire(hass, entry)
    before = entry.data["token"]["access_token"]
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await access_token()
    assert requests.now == 1

    assert await access_token() != before
    assert len(requests.forms) == 1


async def test_a_failure_that_nobody_waits_for_is_no_trouble(
    hass: HomeAssistant, access_token: OAuthAccessToken, entry: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.faults.add(HttpFault(delay=0.2, path=TOKEN_PATH, status=500))
    _expire(hass, entry)
    with pytest.raises(TimeoutError):
        async with asyncio.timeout(0.1):
            await access_token()
    await hass.async_block_till_done()

    assert await access_token()


async def test_a_refresh_that_a_shutdown_ends(
    hass: HomeAssistant, access_token: OAuthAccessToken, entry: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.faults.add(HttpFault(kind="hang", path=TOKEN_PATH))
    _expire(hass, entry)
    waiting = asyncio.ensure_future(access_token())
    await asyncio.sleep(0.1)
    async_get_token_store(hass, entry).async_renew(access_token._refresh).cancel()
    with pytest.raises(asyncio.CancelledError):
        await waiting

    assert await access_token()


NEEDS_A_PERSON = [
    (401, "login_required"),
    (401, "login_failed"),
    (401, "password_changed"),
    (400, "invalid_auth_code"),
    (400, "invalid_grant"),
    (400, "unauthorized_client"),
    (401, "unauthorized_client"),
    (401, "invalid_client"),
]


@pytest.mark.parametrize(("status", "error"), NEEDS_A_PERSON)
async def test_a_new_sign_in_is_needed(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    entry: MockConfigEntry,
    simulator: Simulator,
    status: int,
    error: str,
) -> None:
    body = {"error": error, "error_description": "told to nobody"}
    simulator.faults.add(HttpFault(path=TOKEN_PATH, status=status, body=body))
    _expire(hass, entry)
    with pytest.raises(OAuth2TokenRequestReauthError) as raised:
        await access_token()
    await hass.async_block_till_done()

    assert isinstance(raised.value, ConfigEntryAuthFailed)
    assert raised.value.status == status
    assert "told to nobody" not in f"{raised.value!r} {raised.value}"
    assert len(_reauth_flows(hass)) == 1
    assert await access_token()


HTML = "<html><h1>Access denied</h1></html>"

ANSWERS = [
    HttpFault(status=500),
    HttpFault(status=502, text=HTML),
    HttpFault(status=503, body={"error": "login_required"}),
    HttpFault(status=429, headers={"Retry-After": "60"}),
    HttpFault(status=408),
    HttpFault(status=403, text=HTML),
    HttpFault(status=403, body={"error": "login_required"}),
    HttpFault(status=404, text=HTML),
    HttpFault(status=302, headers={"Location": "/elsewhere"}),
    HttpFault(status=204),
    HttpFault(status=400, text=HTML),
    HttpFault(status=400, body={"error": "invalid_request"}),
    HttpFault(status=400, body=["login_required"]),
    HttpFault(status=401),
    HttpFault(status=401, text=HTML),
    HttpFault(status=401, text='{"error": "login_requi'),
    HttpFault(status=401, body={"error": {"login_required": True}}),
]


@pytest.mark.parametrize("fault", ANSWERS, ids=lambda fault: f"{fault.status} {fault.text or fault.body}")
async def test_another_answer_is_worth_another_try(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    entry: MockConfigEntry,
    simulator: Simulator,
    fault: HttpFault,
) -> None:
    fault = deepcopy(fault)
    fault.path = TOKEN_PATH
    simulator.faults.add(fault)
    _expire(hass, entry)
    with pytest.raises(OAuth2TokenRequestTransientError) as raised:
        await access_token()
    await hass.async_block_till_done()

    assert raised.value.status == fault.status
    assert not isinstance(raised.value, ConfigEntryAuthFailed)
    assert _reauth_flows(hass) == []
    assert await access_token()


UNUSABLE = [
    {"access_token": None},
    {"access_token": ""},
    {"access_token": 7},
    {"access_token": ["a"]},
    {"expires_in": None},
    {"expires_in": "soon"},
    {"expires_in": []},
    {"expires_in": 0},
    {"expires_in": -1},
    {"expires_in": float("inf")},
    {"expires_in": float("nan")},
]


@pytest.mark.parametrize("changes", UNUSABLE, ids=str)
async def test_an_answer_of_another_shape(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    entry: MockConfigEntry,
    simulator: Simulator,
    changes: dict[str, Any],
) -> None:
    simulator.faults.add(_answer(simulator, **changes))
    _expire(hass, entry)
    await _fails_without_an_answer(hass, access_token)


@pytest.mark.parametrize("text", [HTML, "", "[]", "null", '"token"', "[" * 100_000, '{"expires_in": 28800}'])
async def test_an_answer_that_holds_no_tokens(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    entry: MockConfigEntry,
    simulator: Simulator,
    text: str,
) -> None:
    simulator.faults.add(HttpFault(path=TOKEN_PATH, status=200, text=text))
    _expire(hass, entry)
    await _fails_without_an_answer(hass, access_token)


@pytest.mark.parametrize("kind", ["cut", "cut_after", "garbage", "hang"])
async def test_no_answer(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    entry: MockConfigEntry,
    simulator: Simulator,
    monkeypatch: pytest.MonkeyPatch,
    kind: str,
) -> None:
    simulator.faults.add(HttpFault(path=TOKEN_PATH, kind=kind))
    monkeypatch.setattr(oauth, "PATIENCE", 0.2)
    _expire(hass, entry)
    await _fails_without_an_answer(hass, access_token)


async def test_no_connection(hass: HomeAssistant, requests: TokenRequests, entry: MockConfigEntry) -> None:
    session = await _session(hass, entry)
    implementation = session.implementation
    assert isinstance(implementation, TeslaOAuth2Implementation)
    there = implementation.token_url
    implementation.token_url = f"http://127.0.0.1:9{TOKEN_PATH}"
    access_token = OAuthAccessToken(session)
    _expire(hass, entry)
    with pytest.raises(OAuth2TokenRequestConnectionError):
        await access_token()
    await hass.async_block_till_done()
    assert _reauth_flows(hass) == []

    implementation.token_url = there
    assert await access_token()


async def _fails_without_an_answer(hass: HomeAssistant, access_token: OAuthAccessToken) -> None:
    with pytest.raises(OAuth2TokenRequestConnectionError):
        await access_token()
    await hass.async_block_till_done()
    assert _reauth_flows(hass) == []
    assert await access_token()


@pytest.mark.parametrize(
    "changes", [{}, {"refresh_token": None}, {"refresh_token": ""}, {"expires_in": "600"}]
)
async def test_an_answer_without_a_refresh_token_keeps_the_old_one(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    simulator: Simulator,
    restart: Restart,
    changes: dict[str, Any],
) -> None:
    before = entry.data["token"]
    simulator.faults.add(_answer(simulator, **changes))
    _expire(hass, entry)
    renewed = await access_token()
    assert renewed != before["access_token"]
    assert entry.data["token"]["refresh_token"] == before["refresh_token"]
    restart(dict(entry.data))
    access_token = OAuthAccessToken(await _session(hass, entry))
    assert await access_token() == renewed

    assert await access_token(rejected=renewed)
    assert [form["refresh_token"] for form in requests.forms] == [before["refresh_token"]] * 2


async def test_a_refresh_token_that_is_none_costs_no_sign_in(
    hass: HomeAssistant, access_token: OAuthAccessToken, entry: MockConfigEntry, simulator: Simulator
) -> None:
    good = entry.data["token"]["refresh_token"]
    simulator.faults.add(_answer(simulator, refresh_token="<invalid>"))
    for _ in range(3):
        assert await access_token(rejected=await access_token())
    await hass.async_block_till_done()

    assert _reauth_flows(hass) == []
    assert entry.data["token"]["refresh_token"] not in {good, "<invalid>"}


async def test_without_a_refresh_token_a_person_has_to_sign_in(
    hass: HomeAssistant, access_token: OAuthAccessToken, requests: TokenRequests, entry: MockConfigEntry
) -> None:
    kept = entry.data["token"]
    token = {name: value for name, value in kept.items() if name != "refresh_token"}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "token": token})
    assert await access_token()
    _expire(hass, entry)
    with pytest.raises(OAuth2TokenRequestReauthError):
        await access_token()
    await hass.async_block_till_done()
    assert len(_reauth_flows(hass)) == 1
    assert requests.forms == []

    hass.config_entries.async_update_entry(entry, data={**entry.data, "token": kept})
    assert await access_token(rejected=kept["access_token"])


async def test_login_required_always_asks_for_a_new_sign_in(
    hass: HomeAssistant, access_token: OAuthAccessToken, entry: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.tokens.revoke()
    _expire(hass, entry)
    for _ in range(2):
        with pytest.raises(OAuth2TokenRequestReauthError):
            await access_token()
    await hass.async_block_till_done()
    assert len(_reauth_flows(hass)) == 1

    token = {**simulator.token_response(), "expires_at": 0}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "token": token})
    assert await access_token()


# Scopes


async def test_withdrawn_scopes_are_told(
    hass: HomeAssistant, access_token: OAuthAccessToken, entry: MockConfigEntry, simulator: Simulator
) -> None:
    told: list[frozenset[str]] = []
    access_token.on_scopes_changed = told.append
    (grant,) = simulator.tokens.grants
    await access_token(rejected=await access_token())
    assert told == []

    grant.scopes = frozenset({"openid", "offline_access", "vehicle_device_data", "teleport"})
    await access_token(rejected=await access_token())
    await access_token(rejected=await access_token())
    assert told == [grant.scopes]

    access_token.on_scopes_changed = None
    grant.scopes = frozenset({"openid"})
    assert await access_token(rejected=await access_token())


async def test_a_token_that_tells_no_scopes_changes_nothing(
    hass: HomeAssistant, access_token: OAuthAccessToken, entry: MockConfigEntry, simulator: Simulator
) -> None:
    told: list[frozenset[str]] = []
    access_token.on_scopes_changed = told.append
    simulator.faults.add(_answer(simulator, access_token="unreadable"))
    _expire(hass, entry)

    assert await access_token() == "unreadable"
    assert await access_token(rejected="unreadable") != "unreadable"
    assert told == []


# On disk


@pytest.fixture
def file(hass: HomeAssistant, entry: MockConfigEntry) -> Path:
    """Where the tokens of the account are."""
    return Path(hass.config.path(".storage", f"{DOMAIN}.{entry.entry_id}.tokens"))


def _on_disk(file: Path) -> str:
    return str(json.loads(file.read_text())["data"]["token"]["refresh_token"])


def _break(file: Path, _: dict[str, str]) -> None:
    """Let writing fail from now on: a folder cannot be replaced by a file."""
    file.unlink()
    file.mkdir()


@pytest.fixture
def restart(hass: HomeAssistant, entry: MockConfigEntry) -> Restart:
    """Return what forgets everything but the files, the entry's being of the time of these data."""

    def forget(saved: dict[str, Any]) -> None:
        hass.data.pop(_TOKEN_STORES)
        hass.config_entries.async_update_entry(entry, data=saved)

    return forget


async def test_a_refresh_token_is_on_disk_before_it_is_used(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    file: Path,
) -> None:
    found: list[bool] = []
    requests.on_request = lambda form: found.append(_on_disk(file) == form["refresh_token"])
    for _ in range(3):
        await access_token(rejected=await access_token())
        assert _on_disk(file) == entry.data["token"]["refresh_token"]

    assert found == [True] * 3
    assert file.stat().st_mode & 0o777 == 0o600


async def test_an_entry_that_was_saved_too_late_costs_nothing(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    restart: Restart,
) -> None:
    saved = deepcopy(dict(entry.data))
    for _ in range(3):  # two too many for Tesla's grace
        await access_token(rejected=await access_token())
    newest = entry.data["token"]
    restart(saved)
    access_token = OAuthAccessToken(await _session(hass, entry))

    assert await access_token() == newest["access_token"]
    assert entry.data["token"] == newest
    await access_token(rejected=newest["access_token"])
    assert requests.forms[-1]["refresh_token"] == newest["refresh_token"]
    restart(saved)
    assert await OAuthAccessToken(await _session(hass, entry))() == entry.data["token"]["access_token"]


async def test_an_entry_that_is_long_behind_costs_nothing_and_the_file_does_not_grow(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    entry: MockConfigEntry,
    restart: Restart,
    file: Path,
) -> None:
    await access_token(rejected=await access_token())
    saved = deepcopy(dict(entry.data))
    for _ in range(_REPLACED_KEPT):
        await access_token(rejected=await access_token())
    newest = entry.data["token"]

    assert len(json.loads(file.read_text())["data"]["replaced"]) == _REPLACED_KEPT
    restart(saved)
    assert await OAuthAccessToken(await _session(hass, entry))() == newest["access_token"]


async def test_a_save_that_fails_is_survived(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    restart: Restart,
    file: Path,
) -> None:
    await access_token(rejected=await access_token())
    saved, before = deepcopy(dict(entry.data)), file.read_bytes()
    requests.on_request = partial(_break, file)
    assert await access_token(rejected=await access_token())
    requests.on_request = None
    used = len(requests.forms)
    with pytest.raises(OAuth2TokenRequestConnectionError):  # a second one would be one too many
        await access_token(rejected=await access_token())
    assert len(requests.forms) == used

    file.rmdir()
    file.write_bytes(before)
    restart(saved)
    access_token = OAuthAccessToken(await _session(hass, entry))
    assert await access_token(rejected=await access_token())
    assert _on_disk(file) == entry.data["token"]["refresh_token"]


async def test_tokens_that_could_not_be_written_are_written_later(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    file: Path,
) -> None:
    requests.on_request = partial(_break, file)
    unsaved = await access_token(rejected=await access_token())
    requests.on_request = None
    file.rmdir()

    assert await access_token(rejected=unsaved)
    assert _on_disk(file) == entry.data["token"]["refresh_token"]


async def test_a_full_disk(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    restart: Restart,
) -> None:
    await access_token(rejected=await access_token())
    saved = deepcopy(dict(entry.data))
    full = patch(
        "homeassistant.helpers.storage.write_utf8_file_atomic", side_effect=WriteError(OSError("No space"))
    )
    with full:
        unsaved = await access_token(rejected=await access_token())
        with pytest.raises(OAuth2TokenRequestConnectionError):
            await access_token(rejected=unsaved)
    restart(saved)
    access_token = OAuthAccessToken(await _session(hass, entry))

    assert await access_token(rejected=await access_token())
    sent = [form["refresh_token"] for form in requests.forms]
    assert sent[1:] == [saved["token"]["refresh_token"]] * 2  # by the grace of Tesla


async def test_a_file_that_cannot_be_read_at_first_is_not_overwritten(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    requests: TokenRequests,
    entry: MockConfigEntry,
    restart: Restart,
) -> None:
    saved = deepcopy(dict(entry.data))
    for _ in range(2):
        await access_token(rejected=await access_token())
    newest = entry.data["token"]["access_token"]
    restart(saved)
    access_token = OAuthAccessToken(await _session(hass, entry))
    used = len(requests.forms)
    once = [HomeAssistantError("Too many open files"), DEFAULT, DEFAULT]
    load = "homeassistant.helpers.storage.json_util.load_json"
    with patch(load, side_effect=once, wraps=json_util.load_json):
        with pytest.raises(OAuth2TokenRequestConnectionError):
            await access_token(rejected=saved["token"]["access_token"])
        assert await access_token() == newest
    assert len(requests.forms) == used


@pytest.mark.parametrize("content", ["", "{", None])
async def test_a_file_that_cannot_be_read_is_done_without(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    entry: MockConfigEntry,
    file: Path,
    content: str | None,
) -> None:
    file.parent.mkdir(exist_ok=True)
    if content is None:
        file.mkdir()
    else:
        file.write_text(content)
    used = entry.data["token"]["access_token"]
    assert await access_token() == used
    if content is None:
        with pytest.raises(OAuth2TokenRequestConnectionError):  # what may be in there is newer
            await access_token(rejected=used)
        file.rmdir()

    assert await access_token(rejected=used) != used
    assert _on_disk(file) == entry.data["token"]["refresh_token"]


async def test_a_new_sign_in_is_not_undone(
    hass: HomeAssistant,
    access_token: OAuthAccessToken,
    entry: MockConfigEntry,
    simulator: Simulator,
    restart: Restart,
) -> None:
    await access_token(rejected=await access_token())
    token = {**simulator.token_response(), "expires_at": time.time() + 28800}
    restart({**entry.data, "token": token})
    access_token = OAuthAccessToken(await _session(hass, entry))

    assert await access_token() == token["access_token"]
    assert await access_token(rejected=token["access_token"])


async def test_nothing_stays_of_a_removed_account(
    hass: HomeAssistant, access_token: OAuthAccessToken, entry: MockConfigEntry, file: Path
) -> None:
    await access_token(rejected=await access_token())
    store = async_get_token_store(hass, entry)
    await store.async_remove()

    assert not file.exists()
    assert async_get_token_store(hass, entry) is not store
    await store.async_remove()
