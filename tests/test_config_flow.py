"""Setting up, signing in again, allowing more: driven as a person does, with a simulated Tesla."""

from collections.abc import Callable, Collection
from http import HTTPStatus
from typing import Any
from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from yarl import URL

from custom_components.tesla_home_energy.const import CONF_BASE_URL, DOMAIN
from homeassistant.config_entries import SOURCE_USER, ConfigFlowResult
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

from .conftest import SUBJECT
from .consent_form import ConsentForm
from .simulator import MODEL_Y_VIN, Simulator
from .simulator.accounts import User
from .simulator.faults import HttpFault

READABLE = {"vehicle_device_data", "energy_device_data"}

type SignIn = Callable[..., Any]


@pytest.fixture
def sign_in(
    hass: HomeAssistant,
    integration: None,
    current_request_with_host: None,
    hass_client_no_auth: ClientSessionGenerator,
) -> SignIn:
    """Return what takes a flow from Tesla's page to its next step."""

    async def consent(step: ConfigFlowResult, *, untick: Collection[str] = (), deny: bool = False) -> Any:
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
        return await hass.config_entries.flow.async_configure(step["flow_id"])

    return consent


async def _start(hass: HomeAssistant) -> ConfigFlowResult:
    return await hass.config_entries.flow.async_init(DOMAIN, context={"source": SOURCE_USER})


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
        (412, "Account must be registered in the current region", "not_registered"),
        (402, "payment required", "refused"),
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

    result = await hass.config_entries.flow.async_configure(result["flow_id"], {})
    assert result["type"] is FlowResultType.CREATE_ENTRY
    assert result["result"].unique_id == SUBJECT


async def test_an_account_without_anything(
    hass: HomeAssistant, sign_in: SignIn, simulator: Simulator
) -> None:
    simulator.faults.add(HttpFault(path="/api/1/products", status=200, body={"response": [], "count": 0}))
    result = await sign_in(await _start(hass))
    assert result["errors"] == {"base": "no_products"}

    result = await hass.config_entries.flow.async_configure(result["flow_id"], {})
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
    step = await home.start_reconfigure_flow(hass)
    result = await sign_in(step, untick={"vehicle_cmds", "vehicle_charging_cmds"})
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
        step = await home.start_reconfigure_flow(hass)
    before = dict(home.data)
    result = await sign_in(step)

    assert result["type"] is FlowResultType.ABORT
    assert result["reason"] == "wrong_account"
    assert home.data == before

    simulator.accounts.signed_in = SUBJECT
    simulator.tokens.revoke()
    result = await sign_in(await home.start_reconfigure_flow(hass))
    assert result["reason"] == "reconfigure_successful"
    await hass.async_block_till_done(wait_background_tasks=True)
