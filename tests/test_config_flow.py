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

from custom_components.tesla_home_energy.const import DOMAIN
from homeassistant.config_entries import SOURCE_USER, ConfigFlowResult
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType

from .conftest import SUBJECT
from .consent_form import ConsentForm
from .simulator import Simulator
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
            async with person.get(step["url"]) as page:
                form = ConsentForm(await page.text(), untick=untick)
                target = page.url.join(URL(form.action))
            fields = [(name, "deny" if deny and value == "allow" else value) for name, value in form.fields]
            async with person.post(target, data=fields, allow_redirects=False) as back:
                location = URL(back.headers["Location"])
        client = await hass_client_no_auth()
        response = await client.get(f"{location.path}?{location.query_string}")
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
