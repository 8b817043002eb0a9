"""What is shown: the shape of all entities and devices as snapshots, values against the simulated home."""

from typing import Any

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed
from syrupy.assertion import SnapshotAssertion

from custom_components.tesla_home_energy.cadence import LIVE_INTERVAL
from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.util import dt as dt_util

from .conftest import state_of
from .simulator import MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.faults import HttpFault


def _shape(entity: er.RegistryEntry) -> dict[str, Any]:
    return {
        "category": entity.entity_category,
        "device_class": entity.original_device_class,
        "has_entity_name": entity.has_entity_name,
        "name": entity.original_name,
        "options": entity.options,
        "capabilities": entity.capabilities,
        "translation_key": entity.translation_key,
        "unit": entity.unit_of_measurement,
        "unique_id": entity.unique_id,
    }


async def test_entities(
    hass: HomeAssistant,
    home: MockConfigEntry,
    entity_registry: er.EntityRegistry,
    snapshot: SnapshotAssertion,
) -> None:
    entities = er.async_entries_for_config_entry(entity_registry, home.entry_id)

    assert {entity.entity_id: _shape(entity) for entity in entities} == snapshot


async def test_devices(
    hass: HomeAssistant,
    home: MockConfigEntry,
    device_registry: dr.DeviceRegistry,
    snapshot: SnapshotAssertion,
) -> None:
    devices = dr.async_entries_for_config_entry(device_registry, home.entry_id)
    names = {device.id: device.name for device in devices}

    assert {
        f"{device.name}: {device.model}": {  # an account is called as its energy site
            "identifiers": device.identifiers,
            "manufacturer": device.manufacturer,
            "model": device.model,
            "model_id": device.model_id,
            "serial_number": device.serial_number,
            "via": names.get(device.via_device_id or ""),
        }
        for device in devices
    } == snapshot


async def test_a_charging_car(hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator) -> None:
    charging = simulator.cars[MODEL_Y_VIN].charging

    assert state_of(hass, "sensor.blitz_charging_state") == "charging"
    assert state_of(hass, "switch.blitz_charging") == "on"
    assert state_of(hass, "binary_sensor.blitz_charge_cable") == "on"
    assert float(state_of(hass, "number.blitz_charge_current")) == charging.amps == 6
    assert float(state_of(hass, "number.blitz_charge_limit")) == charging.charge_limit
    assert float(state_of(hass, "sensor.blitz_charger_current")) == 6
    assert float(state_of(hass, "sensor.blitz_charger_voltage")) == pytest.approx(230, abs=10)
    assert float(state_of(hass, "sensor.blitz_charger_power")) == 4  # 4.1 kW: Tesla sends whole numbers
    assert state_of(hass, "sensor.blitz_charge_complete_at") not in {"unknown", "unavailable"}


async def test_a_sleeping_car_never_read_is_unknown_not_off(
    hass: HomeAssistant, home: MockConfigEntry
) -> None:
    for entity_id in (
        "sensor.oldie_battery_level",
        "sensor.oldie_charging_state",
        "sensor.oldie_charge_complete_at",
        "switch.oldie_charging",
        "binary_sensor.oldie_charge_cable",
        "number.oldie_charge_limit",
        "number.oldie_charge_current",
    ):
        assert state_of(hass, entity_id) == "unknown", entity_id


async def test_power_flows(hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator) -> None:
    flows = {
        name: float(state_of(hass, f"sensor.sonnenhaus_{name}_power")) * 1000
        for name in ("solar", "battery", "grid", "load")
    }

    balance = simulator.sites[POWERWALL_SITE_ID].balance
    assert flows["solar"] == pytest.approx(balance.solar, abs=200)
    assert flows["load"] == pytest.approx(flows["solar"] + flows["battery"] + flows["grid"], abs=30)
    level = simulator.sites[POWERWALL_SITE_ID].powerwall
    assert level is not None
    assert 0 <= float(state_of(hass, "sensor.sonnenhaus_state_of_charge")) <= 100


async def test_a_wall_connector(hass: HomeAssistant, home: MockConfigEntry) -> None:
    assert state_of(hass, "sensor.wall_connector_state") == "charging"
    assert state_of(hass, "sensor.wall_connector_vehicle") == "Blitz"
    assert float(state_of(hass, "sensor.wall_connector_power")) == pytest.approx(4.1, abs=0.3)


async def test_a_wall_connector_that_tesla_leaves_out(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    body = {"response": {"solar_power": 5, "wall_connectors": None}}
    simulator.faults.add(HttpFault(path="*/live_status", status=200, body=body))
    freezer.tick(LIVE_INTERVAL)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)

    assert float(state_of(hass, "sensor.sonnenhaus_solar_power")) == 0.005
    assert state_of(hass, "sensor.sonnenhaus_load_power") == "unknown"
    assert state_of(hass, "sensor.wall_connector_state") == "unknown"


@pytest.mark.parametrize(
    ("info", "entity_id", "state", "options"),
    [
        (
            {"default_real_mode": "backup", "components": {"battery": True}},
            "select.sonnenhaus_operation_mode",
            "backup_only",
            ["self_powered", "backup_only"],
        ),
        (
            {"default_real_mode": "something_new", "components": {"battery": True, "tou_capable": True}},
            "select.sonnenhaus_operation_mode",
            "unknown",
            ["self_powered", "time_based_control"],
        ),
        (
            {"components": {"battery": True, "solar": True, "non_export_configured": True}},
            "select.sonnenhaus_export_rule",
            "never",
            ["never"],
        ),
    ],
)
async def test_choices_that_a_site_has(
    hass: HomeAssistant,
    entry: MockConfigEntry,
    simulator: Simulator,
    info: dict[str, Any],
    entity_id: str,
    state: str,
    options: list[str],
) -> None:
    simulator.faults.add(HttpFault(path="*/site_info", status=200, body={"response": info}))
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)

    shown = hass.states.get(entity_id)
    assert shown is not None
    assert shown.state == state
    assert shown.attributes["options"] == options
