"""Signing in: the consent page, codes, tokens."""

from base64 import urlsafe_b64encode
import hashlib
import re
import secrets
import time
from typing import Any

import aiohttp
import jwt
import pytest
from yarl import URL

from . import Simulator
from .accounts import Application, User

REDIRECT = "http://127.0.0.1:8123/auth/external/callback"
SCOPES = "openid offline_access vehicle_device_data vehicle_location vehicle_cmds"


class Browser:
    """Somebody in front of the sign-in page."""

    def __init__(self, url: str, session: aiohttp.ClientSession) -> None:
        """Start it."""
        self.url = url
        self.session = session

    async def open(self, **changes: str) -> aiohttp.ClientResponse:
        """Open the authorize page."""
        query = {
            "response_type": "code",
            "client_id": "demo-client",
            "redirect_uri": REDIRECT,
            "scope": SCOPES,
            "state": "any state",
        } | changes
        return await self.session.get(f"{self.url}/oauth2/v3/authorize", params=query, allow_redirects=False)

    async def decide(self, page: aiohttp.ClientResponse, decision: str, scopes: list[str]) -> URL:
        """Press a button and return where it leads."""
        found = re.search(r'name="request" value="([0-9a-f]+)"', await page.text())
        assert found is not None
        form = [("request", found[1]), ("decision", decision), *(("scope", scope) for scope in scopes)]
        response = await self.session.post(
            f"{self.url}/oauth2/v3/authorize", data=form, allow_redirects=False
        )
        assert response.status == 302
        return URL(response.headers["Location"])

    async def sign_in(self, **changes: str) -> str:
        """Allow everything and return the code."""
        page = await self.open(**changes)
        if page.status == 302:
            return URL(page.headers["Location"]).query["code"]
        scopes = re.findall(r'name="scope" value="(\w+)"', await page.text())
        return (await self.decide(page, "allow", scopes)).query["code"]

    async def token(self, **form: str) -> tuple[int, dict[str, Any]]:
        """Ask the token endpoint."""
        async with self.session.post(f"{self.url}/oauth2/v3/token", data=form) as response:
            return response.status, await response.json()

    async def exchange(self, code: str, **changes: str) -> tuple[int, dict[str, Any]]:
        """Exchange a code."""
        form = {
            "grant_type": "authorization_code",
            "client_id": "demo-client",
            "client_secret": "demo-secret",
            "code": code,
            "redirect_uri": REDIRECT,
        }
        return await self.token(**(form | changes))

    async def refresh(self, token: str) -> tuple[int, dict[str, Any]]:
        """Use a refresh token."""
        return await self.token(grant_type="refresh_token", client_id="demo-client", refresh_token=token)


@pytest.fixture
def browser(url: str, http: aiohttp.ClientSession) -> Browser:
    """A browser on the sign-in page."""
    return Browser(url, http)


def scopes_of(tokens: dict[str, Any]) -> set[str]:
    return set(jwt.decode(tokens["access_token"], options={"verify_signature": False})["scp"])


async def test_what_is_unticked_is_not_granted(browser: Browser) -> None:
    page = await browser.open()
    boxes = re.findall(r'name="scope" value="(\w+)" checked>', await page.text())
    assert boxes == ["vehicle_device_data", "vehicle_location", "vehicle_cmds"]
    back = await browser.decide(page, "allow", ["vehicle_device_data"])
    assert str(back).startswith(REDIRECT)
    assert back.query["state"] == "any state"
    assert back.query["code"].startswith("EU_")
    status, tokens = await browser.exchange(back.query["code"])
    assert status == 200
    assert scopes_of(tokens) == {"openid", "offline_access", "vehicle_device_data"}
    assert "scope" not in tokens
    assert (tokens["expires_in"], tokens["token_type"]) == (28800, "Bearer")


async def test_required_scopes_cannot_be_unticked(browser: Browser) -> None:
    page = await browser.open(require_requested_scopes="true")
    assert "checked disabled" in await page.text()
    back = await browser.decide(page, "allow", [])
    _, tokens = await browser.exchange(back.query["code"])
    assert scopes_of(tokens) == set(SCOPES.split())


async def test_an_earlier_consent_is_used_again_and_new_scopes_are_not_granted(browser: Browser) -> None:
    await browser.sign_in()
    again = await browser.open(scope=f"{SCOPES} energy_cmds")
    assert again.status == 302
    _, tokens = await browser.exchange(URL(again.headers["Location"]).query["code"])
    assert scopes_of(tokens) == set(SCOPES.split())


async def test_missing_scopes_are_asked_for_where_the_client_wants_it(browser: Browser) -> None:
    await browser.sign_in()
    settled = await browser.open(prompt_missing_scopes="true")
    assert settled.status == 302
    page = await browser.open(scope=f"{SCOPES} energy_cmds", prompt_missing_scopes="true")
    assert page.status == 200
    back = await browser.decide(page, "allow", ["vehicle_cmds", "energy_cmds"])
    _, tokens = await browser.exchange(back.query["code"])
    assert scopes_of(tokens) == {"openid", "offline_access", "vehicle_cmds", "energy_cmds"}


async def test_a_consent_page_works_once(browser: Browser) -> None:
    page = await browser.open()
    found = re.search(r'name="request" value="([0-9a-f]+)"', await page.text())
    assert found is not None
    form = {"request": found[1], "decision": "allow"}
    for expected in (302, 400):
        async with browser.session.post("/oauth2/v3/authorize", data=form, allow_redirects=False) as response:
            assert response.status == expected


async def test_denying_leads_back_with_an_error(browser: Browser) -> None:
    back = await browser.decide(await browser.open(), "deny", [])
    assert (back.query["error"], back.query["state"]) == ("access_denied", "any state")
    assert "code" not in back.query


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"client_id": "stranger"}, "client_id"),
        ({"redirect_uri": "https://example.com/elsewhere"}, "redirect_uri"),
        ({"redirect_uri": "http://127.0.0.1.example.com/"}, "redirect_uri"),
        ({"response_type": "token"}, "response_type"),
        ({"code_challenge": "abc", "code_challenge_method": "plain"}, "code_challenge_method"),
    ],
)
async def test_a_wrong_request_is_not_sent_anywhere(
    browser: Browser, changes: dict[str, str], words: str
) -> None:
    page = await browser.open(**changes)
    assert page.status == 400
    assert words in await page.text()


@pytest.mark.parametrize(
    "uri",
    [
        "https://my.home-assistant.io/redirect/oauth",
        "https://example.com/auth/external/callback",
        "http://localhost:8123/auth/external/callback",
    ],
)
async def test_registered_addresses_are_redirected_to(browser: Browser, uri: str) -> None:
    code = await browser.sign_in(redirect_uri=uri)
    assert (await browser.exchange(code, redirect_uri=uri))[0] == 200


async def test_a_code_works_once(browser: Browser) -> None:
    code = await browser.sign_in()
    assert (await browser.exchange(code))[0] == 200
    status, body = await browser.exchange(code)
    assert (status, body["error"]) == (400, "invalid_auth_code")


async def test_a_code_expires(simulator: Simulator, browser: Browser) -> None:
    simulator.authorization.code_lifetime = -1
    status, body = await browser.exchange(await browser.sign_in())
    assert (status, body["error"]) == (400, "invalid_auth_code")


@pytest.mark.parametrize(
    ("changes", "status", "error"),
    [
        ({"client_secret": "wrong"}, 400, "unauthorized_client"),
        ({"client_id": "stranger"}, 400, "unauthorized_client"),
        ({"redirect_uri": "http://localhost:8123/auth/external/callback"}, 400, "invalid_redirect_url"),
        ({"grant_type": "password"}, 400, "unsupported_grant_type"),
        ({"client_id": ""}, 400, "unauthorized_client"),
    ],
)
async def test_token_errors(browser: Browser, changes: dict[str, str], status: int, error: str) -> None:
    got, body = await browser.exchange(await browser.sign_in(), **changes)
    assert (got, body["error"]) == (status, error)
    assert body["error_description"]


async def test_a_token_request_in_json_is_not_understood(url: str, http: aiohttp.ClientSession) -> None:
    body = {"grant_type": "refresh_token", "client_id": "demo-client", "refresh_token": "any"}
    async with http.post(f"{url}/oauth2/v3/token", json=body) as response:
        assert (response.status, (await response.json())["error"]) == (400, "unsupported_grant_type")


async def test_the_challenge_of_pkce_is_checked(browser: Browser) -> None:
    verifier = secrets.token_urlsafe(48)
    digest = hashlib.sha256(verifier.encode()).digest()
    challenge = urlsafe_b64encode(digest).rstrip(b"=").decode()
    code = await browser.sign_in(code_challenge=challenge, code_challenge_method="S256")
    assert (await browser.exchange(code, code_verifier=verifier))[0] == 200
    code = await browser.sign_in(code_challenge=challenge, code_challenge_method="S256")
    assert (await browser.exchange(code, code_verifier="another"))[1]["error"] == "invalid_auth_code"


async def test_refresh_tokens_rotate(browser: Browser) -> None:
    _, first = await browser.exchange(await browser.sign_in())
    status, second = await browser.refresh(first["refresh_token"])
    assert status == 200
    assert second["refresh_token"] != first["refresh_token"]
    assert scopes_of(second) == scopes_of(first)
    status, third = await browser.refresh(second["refresh_token"])
    assert status == 200
    status, body = await browser.refresh(first["refresh_token"])
    assert (status, body["error"]) == (401, "login_required")
    assert (await browser.refresh(third["refresh_token"]))[0] == 200


async def test_the_token_used_last_works_again_for_a_day(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, first = await browser.exchange(await browser.sign_in())
    _, lost = await browser.refresh(first["refresh_token"])
    status, saved = await browser.refresh(first["refresh_token"])
    assert status == 200
    assert (await browser.refresh(lost["refresh_token"]))[1]["error"] == "login_required"
    assert (await browser.refresh(saved["refresh_token"]))[0] == 200

    now = time.time()
    monkeypatch.setattr("tests.simulator.tokens.time.time", lambda: now + 86_401)
    assert (await browser.refresh(saved["refresh_token"]))[1]["error"] == "login_required"


async def test_a_refresh_token_lives_three_months(browser: Browser, monkeypatch: pytest.MonkeyPatch) -> None:
    _, tokens = await browser.exchange(await browser.sign_in())
    now = time.time()
    monkeypatch.setattr("tests.simulator.tokens.time.time", lambda: now + 91 * 86_400)
    assert (await browser.refresh(tokens["refresh_token"]))[1]["error"] == "login_required"


async def test_a_revoked_grant_is_over(simulator: Simulator, browser: Browser) -> None:
    _, tokens = await browser.exchange(await browser.sign_in())
    simulator.tokens.revoke()
    assert (await browser.refresh(tokens["refresh_token"]))[1]["error"] == "login_required"
    headers = {"Authorization": f"Bearer {tokens['access_token']}"}
    async with browser.session.get("/api/1/products", headers=headers) as response:
        assert response.status == 401
    assert (await browser.open()).status == 200


async def test_without_offline_access_there_is_no_refresh_token(browser: Browser) -> None:
    _, tokens = await browser.exchange(await browser.sign_in(scope="openid vehicle_cmds"))
    assert "refresh_token" not in tokens


async def test_an_application_gets_its_own_token(browser: Browser) -> None:
    form = {"grant_type": "client_credentials", "client_id": "demo-client", "client_secret": "demo-secret"}
    status, body = await browser.token(**form, scope="openid vehicle_device_data")
    assert status == 200
    claims = jwt.decode(body["access_token"], options={"verify_signature": False})
    assert claims["sub"] == "demo-client"
    assert "refresh_token" not in body
    status, body = await browser.token(**form, scope="openid vehicle_specs")
    assert (status, body["error"]) == (400, "invalid_scope")


async def test_tokens_are_signed_as_the_key_set_says(simulator: Simulator, browser: Browser) -> None:
    async with browser.session.get("/.well-known/openid-configuration") as response:
        metadata = await response.json()
    async with browser.session.get(metadata["jwks_uri"]) as response:
        keys = jwt.PyJWKSet.from_dict(await response.json())
    token = simulator.access_token(["openid"])
    claims = jwt.decode(token, keys.keys[0], algorithms=["RS256"], options={"verify_aud": False})
    assert (claims["scp"], claims["ou_code"], claims["azp"]) == (["openid"], "EU", "demo-client")


async def test_several_people_and_applications(simulator: Simulator, browser: Browser) -> None:
    simulator.accounts.add_user(User(subject="second", full_name="Max Muster", region="NA"))
    simulator.accounts.add_application(
        Application(
            client_id="other",
            client_secret="secret",
            name="Other Home",
            redirect_uris={"https://other.example/back"},
            loopback_redirects=False,
        )
    )
    simulator.accounts.signed_in = "second"
    assert (await browser.open(client_id="other")).status == 400
    page = await browser.open(client_id="other", redirect_uri="https://other.example/back")
    text = await page.text()
    assert "Other Home" in text
    assert "Max Muster" in text
    back = await browser.decide(page, "allow", ["vehicle_cmds"])
    changes = {"client_id": "other", "client_secret": "secret", "redirect_uri": "https://other.example/back"}
    _, tokens = await browser.exchange(back.query["code"], **changes)
    claims = jwt.decode(tokens["access_token"], options={"verify_signature": False})
    assert (claims["sub"], claims["ou_code"]) == ("second", "NA")
