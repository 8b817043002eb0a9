"""Setting up, keeping apart what fails, taking down."""

from pathlib import Path
import stat

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.tesla_home_energy.api import async_get_endpoints
from custom_components.tesla_home_energy.cadence import PRODUCTS_INTERVAL
from custom_components.tesla_home_energy.const import CONF_BASE_URL, DOMAIN, KEY_FILE
from homeassistant.config_entries import SOURCE_REAUTH, ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from .conftest import state_of
from .simulator import MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.faults import HttpFault


async def test_set_up_and_unload(hass: HomeAssistant, home: MockConfigEntry) -> None:
    assert hass.config_entries.async_loaded_entries(DOMAIN) == [home]

    assert await hass.config_entries.async_unload(home.entry_id)
    assert hass.config_entries.async_loaded_entries(DOMAIN) == []


async def test_setting_up_waits_for_no_car_and_no_site(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    for path in ("*/vehicle_data", "*/live_status", "*/site_info"):
        simulator.faults.add(HttpFault(kind="hang", path=path, count=None))

    assert await hass.config_entries.async_setup(entry.entry_id)

    assert entry.state is ConfigEntryState.LOADED
    assert state_of(hass, "sensor.blitz_battery_level") == "unknown"
    await hass.config_entries.async_unload(entry.entry_id)


async def test_what_fails_does_not_take_the_rest_along(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.add_site("solar")
    simulator.faults.add(HttpFault(path=f"*/{POWERWALL_SITE_ID}/live_status", status=500, count=None))

    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert hass.states.get("sensor.sonnenhaus_solar_power") is None
    assert float(state_of(hass, "sensor.energy_site_solar_power")) >= 0
    assert state_of(hass, "sensor.blitz_battery_level") != "unknown"
    assert state_of(hass, "number.sonnenhaus_backup_reserve") == "15"


@pytest.mark.parametrize(
    ("fault", "state"),
    [
        (HttpFault(path="/api/1/products", status=503), ConfigEntryState.SETUP_RETRY),
        (HttpFault(path="/api/1/products", kind="cut", count=2), ConfigEntryState.SETUP_RETRY),
        (HttpFault(path="/api/1/products", text="<html>", status=200), ConfigEntryState.SETUP_RETRY),
        (HttpFault(path="/api/1/products", status=429), ConfigEntryState.SETUP_RETRY),
    ],
)
async def test_tesla_does_not_answer_while_setting_up(
    hass: HomeAssistant,
    entry: MockConfigEntry,
    simulator: Simulator,
    fault: HttpFault,
    state: ConfigEntryState,
) -> None:
    simulator.faults.add(fault)

    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is state


async def test_consent_withdrawn(hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator) -> None:
    simulator.tokens.revoke()

    assert not await hass.config_entries.async_setup(entry.entry_id)

    assert entry.state is ConfigEntryState.SETUP_ERROR
    flows = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert [flow["context"]["source"] for flow in flows] == [SOURCE_REAUTH]


async def test_a_token_that_cannot_be_read(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    token = {**entry.data["token"], "access_token": "no token"}
    hass.config_entries.async_update_entry(entry, data={**entry.data, "token": token})

    assert not await hass.config_entries.async_setup(entry.entry_id)
    assert entry.state is ConfigEntryState.SETUP_ERROR


async def test_a_refused_token_is_renewed_once_and_the_new_one_is_kept(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    before = entry.data["token"]
    simulator.tokens.expire_access_tokens()

    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert entry.data["token"]["access_token"] != before["access_token"]
    assert entry.data["token"]["refresh_token"] != before["refresh_token"]
    assert simulator.usage.count(status=401) == 1


async def test_tesla_names_another_region(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    elsewhere = await simulator.start_second_region()
    simulator.region.base_url = elsewhere

    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert entry.data[CONF_BASE_URL] == elsewhere
    assert state_of(hass, "sensor.blitz_battery_level") != "unknown"


async def test_the_region_is_remembered(hass: HomeAssistant) -> None:
    europe = "https://fleet-api.prd.eu.vn.cloud.tesla.com"

    assert async_get_endpoints(hass, "na", europe).fleet_api == europe
    assert async_get_endpoints(hass, "eu").fleet_api == europe
    assert async_get_endpoints(hass, "eu", "http://127.0.0.1:8900").fleet_api == europe
    assert ".na." in async_get_endpoints(hass, "mars").fleet_api


async def test_a_new_site_appears_without_a_restart(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.add_site("solar")
    async_fire_time_changed(hass, dt_util.utcnow() + PRODUCTS_INTERVAL)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert hass.states.get("sensor.energy_site_solar_power") is not None


async def test_only_what_is_gone_can_be_removed(
    hass: HomeAssistant, home: MockConfigEntry, device_registry: dr.DeviceRegistry
) -> None:
    module = hass.data["components"]["tesla_home_energy"]  # what the device page asks
    car = device_registry.async_get_device_by_identifier((DOMAIN, MODEL_Y_VIN), config_entry_id=home.entry_id)
    gone = device_registry.async_get_or_create(config_entry_id=home.entry_id, identifiers={(DOMAIN, "gone")})
    assert car is not None

    assert not await module.async_remove_config_entry_device(hass, home, car)
    assert await module.async_remove_config_entry_device(hass, home, gone)


@pytest.mark.parametrize(
    "url",
    [
        "http://192.0.2.1:8900",
        "https://fleet-api.example.com",
        "http://127.0.0.1@example.com",
        "127.0.0.1",
        8900,
    ],
)
async def test_a_simulator_elsewhere_is_refused(
    hass: HomeAssistant, enable_custom_integrations: None, url: object
) -> None:
    assert not await async_setup_component(hass, DOMAIN, {DOMAIN: {"simulator": url}})


async def test_the_key_is_made_once_and_for_the_owner_only(
    hass: HomeAssistant, home: MockConfigEntry
) -> None:
    path = Path(hass.config.path(KEY_FILE))
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
    key = path.read_bytes()

    await hass.config_entries.async_reload(home.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert path.read_bytes() == key


async def test_a_key_that_cannot_be_read_is_never_replaced(
    hass: HomeAssistant, entry: MockConfigEntry
) -> None:
    path = Path(hass.config.path(KEY_FILE))
    path.write_text("spoilt")

    assert not await hass.config_entries.async_setup(entry.entry_id)

    assert entry.state is ConfigEntryState.SETUP_ERROR
    assert entry.error_reason_translation_key == "key_file_unreadable"
    assert path.read_text() == "spoilt"
