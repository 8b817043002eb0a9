"""Setting up, signing in again, allowing more: driven as a person does, with a simulated Tesla."""

import asyncio
from collections.abc import Callable, Collection
from dataclasses import replace
from http import HTTPStatus
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
from aiohttp import web
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from yarl import URL

from custom_components.tesla_home_energy.api import SIMULATOR
from custom_components.tesla_home_energy.config_flow import ANYWHERE, CHINA
from custom_components.tesla_home_energy.const import CONF_BASE_URL, CONF_FEATURES, DOMAIN, KEY_FILE
from custom_components.tesla_home_energy.fleet_api import Feature
from custom_components.tesla_home_energy.public_key import PATH, async_get_private_key
from custom_components.tesla_home_energy.vehicle_command import PrivateKey
from homeassistant.components.application_credentials import ClientCredential, async_import_client_credential
from homeassistant.config_entries import SOURCE_USER, ConfigFlowResult
from homeassistant.const import CONF_DOMAIN
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType
from homeassistant.setup import async_setup_component

from .conftest import SUBJECT
from .consent_form import ConsentForm
from .fleet_api.samples import sample
from .simulator import MODEL_Y_VIN, Simulator
from .simulator.accounts import Application, User
from .simulator.faults import HttpFault

READABLE = {"vehicle_device_data", "energy_device_data"}

LOOKING = (Feature.SEE_CARS, Feature.SEE_ENERGY_SITES)

type SignIn = Callable[..., Any]


@pytest.fixture
def sign_in(
    hass: HomeAssistant,
    integration: None,
    current_request_with_host: None,
    hass_client_no_auth: ClientSessionGenerator,
) -> SignIn:
    """Return what takes a flow from Tesla's page to its next step."""

    async def consent(
        step: ConfigFlowResult, *, untick: Collection[str] = (), deny: bool = False, register: bool = False
    ) -> Any:
        assert step["type"] is FlowResultType.EXTERNAL_STEP
        async with aiohttp.ClientSession() as person:
            async with person.get(step["url"], allow_redirects=False) as page:
                location = page.headers.get("Location")  # there already when Tesla remembers the consent
                form = ConsentForm(await page.text(), untick=untick)
                target = page.url.join(URL(form.action))
            if location is None:
                answer = [
                    (name, "deny" if deny and value == "allow" else value) for name, value in form.fields
                ]
                async with person.post(target, data=answer, allow_redirects=False) as back:
                    location = back.headers["Location"]
        callback = URL(location)
        client = await hass_client_no_auth()
        response = await client.get(f"{callback.path}?{callback.query_string}")
        assert response.status == HTTPStatus.OK
        result = await hass.config_entries.flow.async_configure(step["flow_id"])
        later = result["type"] is FlowResultType.MENU and result["step_id"] == "registration"
        if later and not register and "finish" in result["menu_options"]:
            return await _pick(hass, result, "finish")
        return result

    return consent


async def _start(hass: HomeAssistant, *features: Feature, region: str = ANYWHERE) -> ConfigFlowResult:
    """Choose features, all unless some are named."""
    form = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    return await _choose(hass, form, *features, region=region)


async def _choose(
    hass: HomeAssistant, form: ConfigFlowResult, *features: Feature, region: str = ANYWHERE
) -> ConfigFlowResult:
    assert form["step_id"] == "user"
    chosen = {"features": list(features or Feature), "region": region}
    return await hass.config_entries.flow.async_configure(form["flow_id"], chosen)


def _placeholder(result: ConfigFlowResult, name: str) -> str:
    placeholders = result["description_placeholders"]
    assert placeholders is not None
    return placeholders[name]


async def _pick(hass: HomeAssistant, menu: ConfigFlowResult, option: str) -> ConfigFlowResult:
    assert menu["type"] is FlowResultType.MENU, menu
    assert option in menu["menu_options"]
    return await hass.config_entries.flow.async_configure(menu["flow_id"], {"next_step_id": option})


async def _submit(hass: HomeAssistant, form: ConfigFlowResult, **user_input: Any) -> ConfigFlowResult:
    assert form["type"] is FlowResultType.FORM, form
    return await hass.config_entries.flow.async_configure(form["flow_id"], user_input)


async def test_a_person_signs_in_and_sees_the_home(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator
) -> None:
    result = await sign_in(await _start(hass))

    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["title"] == "Sonnenhaus"
    assert result["result"].unique_id == SUBJECT
    await hass.async_block_till_done(wait_background_tasks=True)
    assert hass.states.get("sensor.blitz_battery_level") is not None
    assert simulator.usage.count(category="data") == 1  # one reading of the one car that is awake


async def test_tesla_is_asked_for_all_scopes_and_for_those_left_out_before(
    hass: HomeAssistant, integration: None, current_request_with_host: None
) -> None:
    step = await _start(hass)

    query = parse_qs(urlsplit(step["url"]).query)
    assert query["prompt_missing_scopes"] == ["true"]
    assert query["redirect_uri"] == ["https://example.com/auth/external/callback"]
    assert set(query["scope"][0].split()) == {
        "openid",
        "offline_access",
        "vehicle_device_data",
        "vehicle_location",
        "vehicle_cmds",
        "vehicle_charging_cmds",
        "energy_device_data",
        "energy_cmds",
    }


async def test_nothing_readable_was_allowed(hass: HomeAssistant, sign_in: SignIn) -> None:
    result = await sign_in(await _start(hass), untick=READABLE)

    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "no_readable_data"

    again = await sign_in(await _start(hass))
    assert again["type"] is FlowResultType.CREATE_ENTRY


async def test_the_person_refuses(hass: HomeAssistant, sign_in: SignIn) -> None:
    result = await sign_in(await _start(hass), deny=True)

    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "user_rejected_authorize"


async def test_an_account_is_set_up_once(hass: HomeAssistant, home: MockConfigEntry, sign_in: SignIn) -> None:
    result = await sign_in(await _start(hass))

    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "already_configured"


@pytest.mark.parametrize(
    ("status", "error", "expected"),
    [
        (429, "rate limited", "rate_limited"),
        (503, "unavailable", "server_error"),
        (403, "account disabled: EXCEEDED_LIMIT", "account_limit_exceeded"),
        (402, "payment required", "payment_required"),
        (451, "", "refused"),
    ],
)
async def test_tesla_does_not_answer_and_then_does(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator, status: int, error: str, expected: str
) -> None:
    body = {"response": None, "error": error}
    simulator.faults.add(HttpFault(path="/api/1/products", status=status, body=body))
    result = await sign_in(await _start(hass))
    assert result["type"] is FlowResultType.FORM
    assert result["step_id"] == "connect"
    assert result["errors"] == {"base": expected}

    result = await _pick(hass, await _submit(hass, result), "finish")
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["result"].unique_id == SUBJECT


async def test_an_account_without_anything(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator
) -> None:
    simulator.faults.add(HttpFault(path="/api/1/products", status=200, body={"response": [], "count": 0}))
    result = await sign_in(await _start(hass))
    assert result["errors"] == {"base": "no_products"}

    result = await _pick(hass, await _submit(hass, result), "finish")
    assert result["type"] is FlowResultType.CREATE_ENTRY


async def test_a_token_that_nobody_can_read(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator
) -> None:
    body = {"access_token": "no token", "refresh_token": "r", "expires_in": 28800, "token_type": "Bearer"}
    simulator.faults.add(HttpFault(path="/oauth2/v3/token", status=200, body=body))
    result = await sign_in(await _start(hass))
    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "oauth_error"

    again = await sign_in(await _start(hass))
    assert again["type"] is FlowResultType.CREATE_ENTRY


async def test_the_account_lives_in_another_region(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator
) -> None:
    simulator.region.base_url = await simulator.start_second_region()
    result = await sign_in(await _start(hass))

    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["data"][CONF_BASE_URL] == simulator.region.base_url
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_cars_without_a_name_and_sites_without_one(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator
) -> None:
    products = [{"vin": MODEL_Y_VIN, "display_name": None, "state": "asleep"}]
    simulator.faults.add(HttpFault(path="/api/1/products", status=200, body={"response": products}, count=2))
    result = await sign_in(await _start(hass))

    assert result["title"] == "Model Y"
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_signing_in_again(
    hass: HomeAssistant, home: MockConfigEntry, sign_in: SignIn, simulator: Simulator
) -> None:
    simulator.tokens.revoke()
    home.async_start_reauth(hass)
    await hass.async_block_till_done()
    (flow,) = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert flow["step_id"] == "reauth_confirm"

    result = await sign_in(await hass.config_entries.flow.async_configure(flow["flow_id"], {}))
    await hass.async_block_till_done(wait_background_tasks=True)

    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "reauth_successful"
    assert hass.config_entries.async_loaded_entries(DOMAIN) == [home]
    state = hass.states.get("sensor.sonnenhaus_solar_power")
    assert state is not None
    assert state.state != "unavailable"


async def test_allowing_less_takes_controls_away(
    hass: HomeAssistant, home: MockConfigEntry, sign_in: SignIn, simulator: Simulator
) -> None:
    simulator.tokens.revoke()  # so that Tesla asks again
    step = await _choose(hass, await home.start_reconfigure_flow(hass), *LOOKING)
    result = await sign_in(step)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "reconfigure_successful"
    switch, current = hass.states.get("switch.blitz_charging"), hass.states.get("sensor.blitz_battery_level")
    assert switch is not None
    assert switch.state == "unavailable"  # known from before, and no longer there
    assert current is not None
    assert current.state != "unavailable"


@pytest.mark.parametrize("again", ["reauth", "reconfigure"])
async def test_another_account_is_refused(
    hass: HomeAssistant, home: MockConfigEntry, sign_in: SignIn, simulator: Simulator, again: str
) -> None:
    simulator.accounts.add_user(User(subject="somebody-else"))
    simulator.accounts.signed_in = "somebody-else"
    if again == "reauth":
        form = await home.start_reauth_flow(hass)
        step = await hass.config_entries.flow.async_configure(form["flow_id"], {})
    else:
        step = await _choose(hass, await home.start_reconfigure_flow(hass))
    before = dict(home.data)
    result = await sign_in(step)

    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "wrong_account"
    assert home.data == before

    simulator.accounts.signed_in = SUBJECT
    simulator.tokens.revoke()
    result = await sign_in(await _choose(hass, await home.start_reconfigure_flow(hass)))
    assert result["reason"] == "reconfigure_successful"
    await hass.async_block_till_done(wait_background_tasks=True)


# Features and scopes


async def test_only_what_was_chosen_is_asked_for(
    hass: HomeAssistant, integration: None, current_request_with_host: None
) -> None:
    step = await _start(hass, Feature.CONTROL_CHARGING)

    query = parse_qs(urlsplit(step["url"]).query)
    assert query["scope"] == ["openid offline_access vehicle_device_data vehicle_charging_cmds"]
    assert "require_requested_scopes" not in query


async def test_the_credentials_come_first(
    hass: HomeAssistant, enable_custom_integrations: None, texts: None
) -> None:
    result = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "missing_credentials"

    assert await async_setup_component(hass, DOMAIN, {})
    await async_import_client_credential(hass, DOMAIN, ClientCredential("demo-client", "demo-secret", "Demo"))
    form = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    assert form["step_id"] == "user"


async def test_nothing_was_chosen(
    hass: HomeAssistant, integration: None, current_request_with_host: None
) -> None:
    form = await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})
    form = await _submit(hass, form, features=[], region=ANYWHERE)
    assert form["errors"] == {"base": "nothing_chosen"}

    assert (await _choose(hass, form))["type"] is FlowResultType.EXTERNAL_STEP


async def test_a_box_left_out_is_named_and_asked_for_again(hass: HomeAssistant, sign_in: SignIn) -> None:
    menu = await sign_in(await _start(hass), untick={"energy_cmds"})
    assert menu["step_id"] == "missing_scopes"
    assert "Control the Powerwall" in _placeholder(menu, "features")
    assert "See cars" not in _placeholder(menu, "features")

    step = await _pick(hass, menu, "ask_again")
    assert parse_qs(urlsplit(step["url"]).query)["require_requested_scopes"] == ["true"]
    result = await sign_in(step)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert set(result["data"][CONF_FEATURES]) == set(Feature)


async def test_going_on_without_what_was_not_allowed(hass: HomeAssistant, sign_in: SignIn) -> None:
    menu = await sign_in(await _start(hass), untick={"energy_cmds"})
    result = await _pick(hass, await _pick(hass, menu, "continue_without"), "finish")
    await hass.async_block_till_done(wait_background_tasks=True)

    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert Feature.CONTROL_POWERWALL not in result["data"][CONF_FEATURES]
    assert hass.states.get("number.sonnenhaus_backup_reserve") is None
    assert hass.states.get("sensor.sonnenhaus_solar_power") is not None


async def test_the_location_is_optional(hass: HomeAssistant, sign_in: SignIn) -> None:
    result = await sign_in(await _start(hass), untick={"vehicle_location"})

    assert result["type"] is FlowResultType.CREATE_ENTRY


async def test_an_account_in_china_signs_in_there(
    hass: HomeAssistant,
    integration: None,
    current_request_with_host: None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delitem(hass.data, SIMULATOR)
    step = await _start(hass, region=CHINA)

    assert urlsplit(step["url"]).hostname == "auth.tesla.cn"


# The key and its registration


@pytest.fixture
async def own_domain(
    hass: HomeAssistant, integration: None, hass_client_no_auth: ClientSessionGenerator
) -> str:
    """Where this Home Assistant serves the key."""
    client = await hass_client_no_auth()
    return f"{client.server.host}:{client.server.port}"


async def test_the_key_is_served_registered_and_paired(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator, own_domain: str
) -> None:
    menu = await sign_in(await _start(hass), register=True)
    form = await _pick(hass, menu, "domain")
    assert "BEGIN PUBLIC KEY" in _placeholder(form, "public_key")
    confirm = await _submit(hass, form, domain=f"http://{own_domain.upper()}/anything")
    assert confirm["step_id"] == "register"
    assert simulator.partner.registrations == []  # nothing before the person has confirmed
    page = await _submit(hass, confirm)
    assert [registration.domain for registration in simulator.partner.registrations] == [own_domain]

    assert page["step_id"] == "pair"
    assert _placeholder(page, "name") == "Blitz"
    assert f"/_ak/{own_domain}?vin={MODEL_Y_VIN}" in _placeholder(page, "url")
    page = await _submit(hass, page)
    assert page["errors"] == {"base": "still_unpaired"}
    simulator.cars[MODEL_Y_VIN].pair(simulator.partner.registrations[0].public_key)
    result = await _submit(hass, page)

    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["data"][CONF_DOMAIN] == own_domain
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_pairing_later(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator, own_domain: str
) -> None:
    form = await _pick(hass, await sign_in(await _start(hass), register=True), "domain")
    page = await _submit(hass, await _submit(hass, form, domain=own_domain))
    result = await _submit(hass, page, later=True)

    assert result["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_tesla_does_not_say_who_is_paired(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator, own_domain: str
) -> None:
    simulator.faults.add(HttpFault(path="*/fleet_status", status=500, count=None))
    form = await _pick(hass, await sign_in(await _start(hass), register=True), "domain")
    result = await _submit(hass, await _submit(hass, form, domain=own_domain))

    assert result["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_a_region_without_registration_is_registered_first(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator, own_domain: str
) -> None:
    simulator.partner.required = True
    menu = await sign_in(await _start(hass), register=True)
    assert menu["menu_options"] == ["domain", "connect"]
    menu = await _pick(hass, menu, "connect")  # not registered yet
    form = await _pick(hass, menu, "domain")
    page = await _submit(hass, await _submit(hass, form, domain=own_domain))
    assert page["step_id"] == "pair"

    result = await _submit(hass, page, later=True)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done(wait_background_tasks=True)


FAILURES = [
    (HttpFault(path="*/token", status=401, body={"error": "invalid_client"}), "invalid_client"),
    (
        HttpFault(path="*/partner_accounts", status=424, body={"error": "Failed dependency"}),
        "public_key_unreadable",
    ),
    (
        HttpFault(path="*/partner_accounts", status=412, body={"error": "must be registered"}),
        "not_registered",
    ),
    (HttpFault(path="*/partner_accounts", status=400, body={"error": "invalid domain"}), "invalid_request"),
    (
        HttpFault(path="*/partner_accounts", status=403, body={"error": "Expected partner account"}),
        "partner_account_required",
    ),
    (HttpFault(path="*/partner_accounts", status=429), "rate_limited"),
    (HttpFault(path="*/partner_accounts", status=500), "server_error"),
    (HttpFault(path="*/partner_accounts", status=404), "refused"),
    (HttpFault(path="*/partner_accounts", status=200, text="<html>"), "invalid_response"),
    (HttpFault(path="*/partner_accounts", kind="cut"), "outcome_unknown"),
    (
        HttpFault(path="*/partner_accounts", status=200, body={"response": {"public_key": "04" + "00" * 64}}),
        "registered_key_mismatch",
    ),
]


@pytest.mark.parametrize(("fault", "error"), FAILURES)
async def test_a_registration_that_fails_keeps_the_domain(
    hass: HomeAssistant,
    sign_in: SignIn,
    simulator: Simulator,
    own_domain: str,
    fault: HttpFault,
    error: str,
) -> None:
    form = await _pick(hass, await sign_in(await _start(hass), register=True), "domain")
    confirm = await _submit(hass, form, domain=own_domain)
    simulator.faults.add(replace(fault, method="POST"))
    form = await _submit(hass, confirm)
    assert form["step_id"] == "domain"
    assert form["errors"] == {"base": error}
    assert _suggested(form) == own_domain

    page = await _submit(hass, await _submit(hass, form, domain=own_domain))
    result = await _submit(hass, page, later=True)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done(wait_background_tasks=True)


def _suggested(form: ConfigFlowResult) -> Any:
    schema = form["data_schema"]
    assert schema is not None
    return next(iter(schema.schema)).description["suggested_value"]


@pytest.fixture
async def host(aiohttp_server: Any, socket_enabled: None) -> tuple[str, dict[str, Any]]:
    """Somebody else's web server, and what it answers: in two pieces, as a proxy may."""
    answer: dict[str, Any] = {}

    async def serve(request: web.Request) -> web.StreamResponse:
        body = answer.get("body", b"")
        response = web.StreamResponse(status=answer.get("status", 200), headers=answer.get("headers"))
        await response.prepare(request)
        for piece in filter(None, (body[:50], body[50:])):
            await response.write(piece)
            await asyncio.sleep(0.01)
        return response

    application = web.Application()
    application.router.add_get(PATH, serve)
    server = await aiohttp_server(application)
    return f"127.0.0.1:{server.port}", answer


OTHER_KEY = PrivateKey.create().public_key_pem()


@pytest.mark.parametrize(
    ("answer", "error"),
    [
        ({"status": 404}, "key_not_found"),
        ({"status": 302, "headers": {"Location": "/elsewhere"}}, "key_redirected"),
        ({"body": b"<html>"}, "key_not_found"),
        ({"body": OTHER_KEY}, "key_mismatch"),
        ({"body": bytes(9 * 1024 * 1024)}, "key_not_found"),
    ],
)
async def test_a_key_hosted_elsewhere_is_looked_at_first(
    hass: HomeAssistant,
    sign_in: SignIn,
    simulator: Simulator,
    host: tuple[str, dict[str, Any]],
    answer: dict[str, Any],
    error: str,
) -> None:
    domain, served = host
    served |= answer
    form = await _pick(hass, await sign_in(await _start(hass), register=True), "domain")
    form = await _submit(hass, form, domain=domain)
    assert form["errors"] == {"base": error}
    assert _suggested(form) == domain
    assert simulator.partner.registrations == []

    served.clear()
    served["body"] = (await async_get_private_key(hass)).public_key_pem()
    page = await _submit(hass, await _submit(hass, form, domain=domain))
    result = await _submit(hass, page, later=True)
    assert result["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done(wait_background_tasks=True)


@pytest.mark.parametrize(
    ("typed", "error"),
    [
        ("", "invalid_domain"),
        ("home", "invalid_domain"),
        ("192.168.1.4", "invalid_domain"),
        ("home.example.org:8123", "invalid_domain"),
        ("my home.example.org", "invalid_domain"),
        ("127.0.0.1:1", "key_unreachable"),
        ("127.0.0.1:99999", "key_unreachable"),
    ],
)
async def test_a_domain_that_will_not_do(
    hass: HomeAssistant, sign_in: SignIn, own_domain: str, typed: str, error: str
) -> None:
    form = await _pick(hass, await sign_in(await _start(hass), register=True), "domain")
    form = await _submit(hass, form, domain=typed)
    assert form["errors"] == {"base": error}

    confirm = await _submit(hass, form, domain=own_domain)
    assert confirm["step_id"] == "register"


@pytest.mark.parametrize(
    ("external", "proposed"), [("https://home.example.org", "home.example.org"), (None, "")]
)
async def test_the_own_domain_is_proposed(
    hass: HomeAssistant,
    sign_in: SignIn,
    monkeypatch: pytest.MonkeyPatch,
    external: str | None,
    proposed: str,
) -> None:
    menu = await sign_in(await _start(hass), register=True)
    hass.config.external_url = external
    monkeypatch.delitem(hass.data, SIMULATOR)
    form = await _pick(hass, menu, "domain")

    assert _suggested(form) == proposed


async def test_a_key_file_that_cannot_be_read_ends_it(hass: HomeAssistant, sign_in: SignIn) -> None:
    Path(hass.config.path(KEY_FILE)).write_text("spoilt")
    result = await sign_in(await _start(hass), register=True)

    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "key_file_unreadable"
    assert Path(hass.config.path(KEY_FILE)).read_text() == "spoilt"


@pytest.mark.parametrize("registered", [True, False])
async def test_an_application_without_a_secret_is_registered_elsewhere(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator, registered: bool
) -> None:
    redirect = {"https://example.com/auth/external/callback"}
    simulator.accounts.add_application(
        Application(client_id="open", client_secret=None, redirect_uris=redirect)
    )
    await async_import_client_credential(hass, DOMAIN, ClientCredential("open", "", "Open"), "open")
    simulator.partner.required = not registered
    form = await _start(hass)
    step = await hass.config_entries.flow.async_configure(form["flow_id"], {"implementation": "open"})
    result = await sign_in(step, register=True)

    if registered:
        assert result["type"] is FlowResultType.CREATE_ENTRY
        await hass.async_block_till_done(wait_background_tasks=True)
    else:
        assert result["errors"] == {"base": "not_registered"}


async def test_the_region_that_cannot_be_confirmed_does_not_matter(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator
) -> None:
    simulator.faults.add(HttpFault(path="*/users/region", status=403))
    result = await sign_in(await _start(hass))

    assert result["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done(wait_background_tasks=True)


@pytest.mark.parametrize(
    "case", [case for case in sample("errors") if not case.get("oauth")], ids=lambda case: case["name"]
)
async def test_no_failure_of_tesla_loses_anything(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator, case: dict[str, Any]
) -> None:
    """Every row of the table of errors: words for it, and the same sign-in goes on afterwards."""
    fault = HttpFault(
        path="/api/1/products",
        status=case["status"],
        headers=case.get("headers") or {},
        body=case.get("body"),
        text=case.get("body_text"),
        count=2 if case["status"] == HTTPStatus.UNAUTHORIZED else 1,
    )
    simulator.faults.add(fault)
    result = await sign_in(await _start(hass), register=True)
    simulator.faults.clear()
    if result["type"] is FlowResultType.MENU:
        assert case["status"] == HTTPStatus.PRECONDITION_FAILED
        result = await _pick(hass, result, "connect")
    else:
        assert result["step_id"] == "connect"
        result = await _submit(hass, result)

    result = await _pick(hass, result, "finish")
    assert result["type"] is FlowResultType.CREATE_ENTRY
    await hass.async_block_till_done(wait_background_tasks=True)
