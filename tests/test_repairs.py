"""The fix flow of an unpaired car, over HTTP as the frontend goes through it."""

from collections.abc import Awaitable, Callable
from http import HTTPStatus
from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.tesla_home_energy.const import DOMAIN
from custom_components.tesla_home_energy.public_key import async_get_private_key
from homeassistant.const import CONF_DOMAIN
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component

from .simulator import MODEL_Y_VIN, Simulator
from .simulator.faults import HttpFault
from .simulator.protocol.injected import InjectedFault

FLEET_STATUS = "/api/1/vehicles/fleet_status"
URL = f"https://tesla.com/_ak/home.example.org?vin={MODEL_Y_VIN}"

type Post = Callable[..., Awaitable[dict[str, Any]]]


@pytest.fixture
async def account(hass: HomeAssistant, entry: MockConfigEntry) -> MockConfigEntry:
    """An account whose application's domain is known, with an unpaired car."""
    hass.config_entries.async_update_entry(entry, data={**entry.data, CONF_DOMAIN: "home.example.org"})
    await _set_up(hass, entry)
    return entry


async def _set_up(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    assert await async_setup_component(hass, "repairs", {})
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


@pytest.fixture
async def post(hass: HomeAssistant, hass_client: ClientSessionGenerator) -> Post:
    """Begin a fix flow, or go on with one by its id."""

    async def post(flow_id: str | None = None) -> dict[str, Any]:
        client = await hass_client()
        if flow_id is None:
            body = {"handler": DOMAIN, "issue_id": _issues(hass)[0]}
            answer = await client.post("/api/repairs/issues/fix", json=body)
        else:
            answer = await client.post(f"/api/repairs/issues/fix/{flow_id}", json={})
        assert answer.status == HTTPStatus.OK
        result: dict[str, Any] = await answer.json()
        return result

    return post


def _issues(hass: HomeAssistant) -> list[str]:
    issues = ir.async_get(hass).issues.values()
    return [issue.issue_id for issue in issues if issue.domain == DOMAIN and issue.active]


async def _pair(hass: HomeAssistant, simulator: Simulator) -> None:
    key = await async_get_private_key(hass)
    simulator.cars[MODEL_Y_VIN].pair(key.public_key_pem().decode())


async def test_the_page_leads_to_pairing_and_checks_it(
    hass: HomeAssistant, account: MockConfigEntry, simulator: Simulator, post: Post
) -> None:
    page = await post()
    assert page["type"] == "form"
    assert page["step_id"] == "pair"
    assert page["errors"] == {}
    assert page["description_placeholders"] == {"name": "Blitz", "url": URL}
    (field,) = page["data_schema"]
    assert field["name"] == "qr_code"
    assert field["selector"]["qr_code"]["data"] == URL

    page = await post(page["flow_id"])
    assert page["step_id"] == "pair"
    assert page["errors"] == {"base": "still_unpaired"}
    assert len(_issues(hass)) == 1

    await _pair(hass, simulator)
    page = await post(page["flow_id"])
    assert page["type"] == "create_entry"
    assert _issues(hass) == []
    state = hass.states.get("binary_sensor.blitz_virtual_key_paired")
    assert state is not None
    assert state.state == "on"


@pytest.mark.parametrize(
    ("fault", "error"),
    [
        (HttpFault(path=FLEET_STATUS, status=500), "check_failed"),
        (HttpFault(path=FLEET_STATUS, status=429), "check_failed"),
        (HttpFault(path=FLEET_STATUS, status=200, text="<html>"), "check_failed"),
        (HttpFault(path=FLEET_STATUS, status=200, body={"response": {}}), "pairing_unknown"),
    ],
    ids=["500", "429", "HTML", "nothing told"],
)
async def test_a_check_that_tells_nothing_can_be_tried_again(
    hass: HomeAssistant,
    account: MockConfigEntry,
    simulator: Simulator,
    post: Post,
    fault: HttpFault,
    error: str,
) -> None:
    page = await post()
    await _pair(hass, simulator)
    simulator.faults.add(fault)

    page = await post(page["flow_id"])
    assert page["errors"] == {"base": error}
    assert len(_issues(hass)) == 1

    page = await post(page["flow_id"])
    assert page["type"] == "create_entry"
    assert _issues(hass) == []


async def test_without_a_domain_the_page_says_where_to_enter_it(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, post: Post
) -> None:
    await _set_up(hass, entry)
    page = await post()
    assert page["step_id"] == "domain_unknown"
    assert page["description_placeholders"] == {"name": "Blitz"}
    page = await post(page["flow_id"])
    assert page["step_id"] == "domain_unknown"
    assert page["errors"] == {"base": "still_unpaired"}

    hass.config_entries.async_update_entry(entry, data={**entry.data, CONF_DOMAIN: "home.example.org"})
    page = await post(page["flow_id"])
    assert page["step_id"] == "pair"
    await _pair(hass, simulator)
    page = await post(page["flow_id"])
    assert page["type"] == "create_entry"


async def test_who_switched_the_key_on_again_is_believed(
    hass: HomeAssistant, account: MockConfigEntry, simulator: Simulator, post: Post
) -> None:
    await _pair(hass, simulator)
    await account.runtime_data.pairing.async_refresh()
    assert _issues(hass) == []
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="fault", code=4))
    with pytest.raises(HomeAssistantError):
        await hass.services.async_call(
            "number", "set_value", {"entity_id": "number.blitz_charge_limit", "value": 70}, blocking=True
        )
    await hass.async_block_till_done(wait_background_tasks=True)
    assert len(_issues(hass)) == 1  # although Tesla says that the car has the key

    page = await post()
    page = await post(page["flow_id"])
    assert page["type"] == "create_entry"
    assert _issues(hass) == []


async def test_a_car_that_is_gone_needs_no_pairing(
    hass: HomeAssistant, account: MockConfigEntry, simulator: Simulator, post: Post
) -> None:
    page = await post()
    del simulator._cars[MODEL_Y_VIN]
    await account.runtime_data.products.async_refresh()

    page = await post(page["flow_id"])
    assert page["type"] == "create_entry"
    assert _issues(hass) == []


async def test_an_account_that_is_not_loaded_cannot_be_repaired(
    hass: HomeAssistant, account: MockConfigEntry, simulator: Simulator, post: Post
) -> None:
    page = await post()
    await hass.config_entries.async_unload(account.entry_id)
    page = await post(page["flow_id"])
    assert page["type"] == "abort"
    assert page["reason"] == "not_loaded"

    assert await hass.config_entries.async_setup(account.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    await _pair(hass, simulator)
    page = await post()
    page = await post(page["flow_id"])
    assert page["type"] == "create_entry"


async def test_an_account_that_was_removed_cannot_be_repaired(
    hass: HomeAssistant, account: MockConfigEntry, post: Post
) -> None:
    page = await post()
    await hass.config_entries.async_remove(account.entry_id)

    page = await post(page["flow_id"])
    assert page["reason"] == "not_loaded"
    assert [issue for issue in _issues(hass) if "not_paired" in issue] == []
