"""Accounts: what is allowed and what no more, two that see the same home, and one that goes."""

import time
from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.tesla_home_energy.const import CONF_FEATURES, DOMAIN
from homeassistant.config_entries import SOURCE_REAUTH
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component

from .simulator import Simulator
from .simulator.accounts import User

SEEING = ["openid", "offline_access", "vehicle_device_data", "energy_device_data"]


def _sign_in(entry: MockConfigEntry, simulator: Simulator, scopes: list[str]) -> dict[str, Any]:
    token = simulator.token_response(scopes)
    return {**entry.data, "token": {**token, "expires_at": time.time() + token["expires_in"]}}


async def _set_up(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


def _issue(hass: HomeAssistant, key: str) -> ir.IssueEntry | None:
    issues = ir.async_get(hass).issues.values()
    return next((issue for issue in issues if issue.translation_key == key), None)


async def test_what_is_chosen_and_not_allowed_is_said_and_left_out(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    hass.config_entries.async_update_entry(entry, data=_sign_in(entry, simulator, SEEING))
    await _set_up(hass, entry)

    issue = _issue(hass, "features_missing")
    assert issue is not None
    assert issue.translation_placeholders is not None
    assert "Control charging" in issue.translation_placeholders["features"]
    assert "See cars" not in issue.translation_placeholders["features"]
    assert hass.states.get("switch.blitz_charging") is None
    assert hass.states.get("sensor.blitz_battery_level") is not None


async def test_what_is_not_chosen_is_not_missed(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    data = _sign_in(entry, simulator, SEEING) | {CONF_FEATURES: ["see_cars", "see_energy_sites"]}
    hass.config_entries.async_update_entry(entry, data=data)
    await _set_up(hass, entry)

    assert _issue(hass, "features_missing") is None


async def test_what_is_allowed_and_not_chosen_is_left_out(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    data = {**entry.data, CONF_FEATURES: ["see_cars", "from_the_future"]}
    hass.config_entries.async_update_entry(entry, data=data)
    await _set_up(hass, entry)

    assert hass.states.get("sensor.blitz_battery_level") is not None
    assert hass.states.get("switch.blitz_charging") is None
    position = [request for request in simulator.usage.requests if "location_data" in request.query]
    assert position == []


async def test_consent_taken_back_later_is_noticed_at_the_next_refresh(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    assert _issue(hass, "features_missing") is None
    (grant,) = simulator.tokens.grants
    grant.scopes -= {"energy_cmds"}
    simulator.tokens.expire_access_tokens()
    await home.runtime_data.products.async_refresh()
    await hass.async_block_till_done(wait_background_tasks=True)

    assert _issue(hass, "features_missing") is not None
    reserve = hass.states.get("number.sonnenhaus_backup_reserve")
    assert reserve is not None
    assert reserve.state == "unavailable"

    grant.scopes |= {"energy_cmds"}
    simulator.tokens.expire_access_tokens()
    await home.runtime_data.products.async_refresh()
    await hass.async_block_till_done(wait_background_tasks=True)
    assert _issue(hass, "features_missing") is None


async def _fix(client: Any, issue: ir.IssueEntry, *answers: dict[str, Any]) -> dict[str, Any]:
    response = await client.post(
        "/api/repairs/issues/fix", json={"handler": DOMAIN, "issue_id": issue.issue_id}
    )
    result: dict[str, Any] = await response.json()
    for answer in answers:
        response = await client.post(f"/api/repairs/issues/fix/{result['flow_id']}", json=answer)
        result = await response.json()
    return result


async def test_the_repair_asks_to_sign_in_for_what_is_missing(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, hass_client: ClientSessionGenerator
) -> None:
    hass.config_entries.async_update_entry(entry, data=_sign_in(entry, simulator, SEEING))
    await _set_up(hass, entry)
    assert await async_setup_component(hass, "repairs", {})
    issue = _issue(hass, "features_missing")
    assert issue is not None
    client = await hass_client()
    form = await _fix(client, issue)
    assert form["step_id"] == "confirm"
    assert "Control charging" in form["description_placeholders"]["features"]
    assert (await _fix(client, issue, {}))["type"] == "create_entry"

    await hass.async_block_till_done()
    (flow,) = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert flow["context"]["source"] == SOURCE_REAUTH


async def test_the_repair_of_an_account_that_is_gone(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, hass_client: ClientSessionGenerator
) -> None:
    hass.config_entries.async_update_entry(entry, data=_sign_in(entry, simulator, SEEING))
    await _set_up(hass, entry)
    assert await async_setup_component(hass, "repairs", {})
    issue = _issue(hass, "features_missing")
    assert issue is not None
    client = await hass_client()
    await hass.config_entries.async_remove(entry.entry_id)
    assert _issue(hass, "features_missing") is None
    ir.async_get(hass).async_get_or_create(
        DOMAIN,
        issue.issue_id,
        data=issue.data,
        is_fixable=True,
        is_persistent=False,
        severity=ir.IssueSeverity.WARNING,
        translation_key="features_missing",
        translation_placeholders=issue.translation_placeholders,
        breaks_in_ha_version=None,
        issue_domain=None,
        learn_more_url=None,
    )

    assert (await _fix(client, issue))["reason"] == "not_loaded"


async def test_removing_an_account_says_what_to_undo(
    hass: HomeAssistant, home: MockConfigEntry, hass_client: ClientSessionGenerator
) -> None:
    assert await async_setup_component(hass, "repairs", {})
    client = await hass_client()
    await hass.config_entries.async_remove(home.entry_id)
    issue = _issue(hass, "account_removed")
    assert issue is not None

    form = await _fix(client, issue)
    assert form["description_placeholders"]["file"] == "tesla_home_energy.key"
    assert (await _fix(client, issue, {}))["type"] == "create_entry"
    assert _issue(hass, "account_removed") is None


@pytest.fixture
async def driver(hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator) -> MockConfigEntry:
    """A second account, which sees the same home."""
    simulator.accounts.add_user(User(subject="driver", full_name="Driver"))
    token = simulator.token_response(subject="driver")
    account = MockConfigEntry(
        domain=DOMAIN,
        title="Driver",
        unique_id="driver",
        data={
            "auth_implementation": DOMAIN,
            "token": {**token, "expires_at": time.time() + token["expires_in"]},
        },
    )
    account.add_to_hass(hass)
    await _set_up(hass, account)
    return account


async def test_two_accounts_that_see_the_same_home(
    hass: HomeAssistant, home: MockConfigEntry, driver: MockConfigEntry
) -> None:
    issue = _issue(hass, "shared_products")
    assert issue is not None
    assert issue.translation_placeholders is not None
    assert issue.translation_placeholders["account"] == "Driver"
    assert "Blitz: Sonnenhaus" in issue.translation_placeholders["products"]
    assert hass.states.get("sensor.blitz_battery_level_2") is None
    assert driver.runtime_data.vehicles == {}

    await hass.config_entries.async_reload(home.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert len(home.runtime_data.vehicles) == 2  # the first one keeps what it has

    await hass.config_entries.async_remove(home.entry_id)
    await hass.config_entries.async_reload(driver.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert _issue(hass, "shared_products") is None
    assert len(driver.runtime_data.vehicles) == 2
