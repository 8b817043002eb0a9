"""The diagnostics file: useful, and nobody's."""

from collections.abc import Iterator
import json
from typing import Any

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed
from pytest_homeassistant_custom_component.components.diagnostics import (
    _get_diagnostics_for_config_entry,
    get_diagnostics_for_config_entry,
)
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator
from syrupy.assertion import SnapshotAssertion

from custom_components.tesla_home_energy.cadence import LIVE_INTERVAL
from custom_components.tesla_home_energy.const import CONF_BASE_URL, CONF_UNSIGNED_READING
from custom_components.tesla_home_energy.public_key import async_get_private_key
from homeassistant.const import CONF_DOMAIN
from homeassistant.core import HomeAssistant
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.util import dt as dt_util

from .conftest import SUBJECT
from .simulator import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.faults import HttpFault

DESTINATION = {
    "active_route_destination": "Grandmother",
    "active_route_latitude": 48.98765,
    "active_route_longitude": 11.98765,
}

SECRET_MEMBERS = {
    *("active_route_destination", "active_route_latitude", "active_route_longitude", "asset_site_id"),
    *("device_id", "din", "display_name", "energy_site_id", "gateway_id", "id", "id_s", "installation_date"),
    *("installation_time_zone", "latitude", "longitude", "native_latitude", "native_longitude"),
    *("serial_number", "site_id", "site_name", "tariff_id", "tokens", "user_id", "utility", "vehicle_name"),
    *("vin", "warp_site_number"),
}
"""Members of Tesla's answers that tell whose home it is."""


@pytest.fixture
async def account(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, simulator_url: str
) -> MockConfigEntry:
    """An account that has stored all that it can, with both cars awake and one on its way."""
    simulator.cars[MODEL_S_VIN].set_online()
    simulator.cars[MODEL_Y_VIN].overlay["drive_state"] = DESTINATION
    data = {**entry.data, CONF_BASE_URL: simulator_url, CONF_DOMAIN: "home.example.org"}
    options = {CONF_UNSIGNED_READING: [MODEL_S_VIN]}
    hass.config_entries.async_update_entry(entry, data=data, options=options)
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    return entry


def _shape(node: Any) -> Any:
    """Replace what differs from run to run, numbers and times, by what it is."""
    if isinstance(node, dict):
        return {name: _shape(value) for name, value in node.items()}
    if isinstance(node, list):
        return [_shape(value) for value in node]
    if isinstance(node, int | float) and not isinstance(node, bool):
        return type(node).__name__
    return "time" if isinstance(node, str) and dt_util.parse_datetime(node) else node


def _secrets(node: Any, member: str = "") -> Iterator[str]:
    """Yield what a JSON value holds under the names of `SECRET_MEMBERS`."""
    if isinstance(node, dict):
        for name, value in node.items():
            yield from _secrets(value, name)
    elif isinstance(node, list):
        for value in node:
            yield from _secrets(value, member)
    elif member in SECRET_MEMBERS and len(str(node)) > 4:  # shorter ones stand in any file
        yield str(node)


async def test_everything_that_helps_is_in_the_file(
    hass: HomeAssistant,
    account: MockConfigEntry,
    hass_client: ClientSessionGenerator,
    snapshot: SnapshotAssertion,
) -> None:
    diagnostics: Any = await get_diagnostics_for_config_entry(hass, hass_client, account)
    assert set(diagnostics.pop("versions")) == {"cryptography", "protobuf"}

    assert _shape(diagnostics) == snapshot


async def test_nothing_in_the_file_tells_whose_home_it_is(
    hass: HomeAssistant,
    account: MockConfigEntry,
    hass_client: ClientSessionGenerator,
    simulator: Simulator,
    simulator_url: str,
) -> None:
    renewed = {**account.data["token"], "previous_refresh_token": "the-one-before"}
    hass.config_entries.async_update_entry(account, data={**account.data, "token": renewed})
    text = json.dumps(await _get_diagnostics_for_config_entry(hass, hass_client, account))

    key = await async_get_private_key(hass)
    token = account.data["token"]
    secrets = {
        *(SUBJECT, account.title, "home.example.org", simulator_url, "demo-client", "demo-secret"),
        *(token["access_token"], token["refresh_token"], token["previous_refresh_token"]),
        *(MODEL_S_VIN, MODEL_Y_VIN, str(POWERWALL_SITE_ID), "Blitz", "Oldie"),
        *key.to_pem().decode().splitlines()[1:-1],
        *key.public_key_pem().decode().splitlines()[1:-1],
        *("52.50123", "13.40123"),
    }
    headers = {"Authorization": f"Bearer {token['access_token']}"}
    paths = [
        "products",
        *(
            f"vehicles/{vin}/vehicle_data?endpoints=drive_state;location_data;vehicle_state"
            for vin in simulator.cars
        ),
        *(f"energy_sites/{POWERWALL_SITE_ID}/{name}" for name in ("live_status", "site_info")),
    ]
    for path in paths:
        answer = await async_get_clientsession(hass).get(f"{simulator_url}/api/1/{path}", headers=headers)
        assert answer.status == 200
        secrets |= set(_secrets(await answer.json()))

    assert secrets >= {"48.98765", "CN323000000001", "Europe/Berlin"}  # the search is for what there is
    assert [secret for secret in sorted(secrets) if secret in text] == []


async def test_a_failed_reading_is_told_without_its_words(
    hass: HomeAssistant,
    account: MockConfigEntry,
    hass_client: ClientSessionGenerator,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
) -> None:
    simulator.faults.add(HttpFault(path="*/live_status", status=429))
    freezer.tick(LIVE_INTERVAL)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)

    diagnostics: Any = await get_diagnostics_for_config_entry(hass, hass_client, account)

    live = diagnostics["sites"]["site_1"]["live"]
    assert live["last_update_success"] is False
    assert live["last_exception"] == {"class": "UpdateFailed", "key": "rate_limited"}
    assert diagnostics["account"]["pairing"] == {"last_update_success": True, "last_exception": None}


async def test_an_account_that_could_not_be_set_up(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, hass_client: ClientSessionGenerator
) -> None:
    simulator.faults.add(HttpFault(path="/api/1/products", status=503))
    assert not await hass.config_entries.async_setup(entry.entry_id)
    diagnostics = await get_diagnostics_for_config_entry(hass, hass_client, entry)

    assert set(diagnostics) == {"entry"}
    assert entry.data["token"]["access_token"] not in str(diagnostics)
