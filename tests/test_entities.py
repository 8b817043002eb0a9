"""What is shown: the shape of every entity and device as a snapshot, the values against the simulated home."""

from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry
from syrupy.assertion import SnapshotAssertion

from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er

from .simulator import MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator


def _state(hass: HomeAssistant, entity_id: str) -> str:
    state = hass.states.get(entity_id)
    assert state is not None, entity_id
    return state.state


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
        device.name: {
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

    assert _state(hass, "sensor.blitz_charging_state") == "charging"
    assert _state(hass, "switch.blitz_charging") == "on"
    assert _state(hass, "binary_sensor.blitz_charge_cable") == "on"
    assert float(_state(hass, "number.blitz_charge_current")) == charging.amps == 6
    assert float(_state(hass, "number.blitz_charge_limit")) == charging.charge_limit
    assert float(_state(hass, "sensor.blitz_charger_current")) == 6
    assert float(_state(hass, "sensor.blitz_charger_voltage")) == pytest.approx(230, abs=10)
    assert float(_state(hass, "sensor.blitz_charger_power")) == 4  # 4.1 kW: Tesla sends whole numbers
    assert _state(hass, "sensor.blitz_charge_complete_at") not in {"unknown", "unavailable"}


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
        assert _state(hass, entity_id) == "unknown", entity_id


async def test_power_flows(hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator) -> None:
    flows = {
        name: float(_state(hass, f"sensor.sonnenhaus_{name}_power")) * 1000
        for name in ("solar", "battery", "grid", "load")
    }

    balance = simulator.sites[POWERWALL_SITE_ID].balance
    assert flows["solar"] == pytest.approx(balance.solar, abs=200)
    assert flows["load"] == pytest.approx(flows["solar"] + flows["battery"] + flows["grid"], abs=30)
    level = simulator.sites[POWERWALL_SITE_ID].powerwall
    assert level is not None
    assert 0 <= float(_state(hass, "sensor.sonnenhaus_state_of_charge")) <= 100


async def test_a_wall_connector(hass: HomeAssistant, home: MockConfigEntry) -> None:
    assert _state(hass, "sensor.wall_connector_state") == "charging"
    assert _state(hass, "sensor.wall_connector_vehicle") == "Blitz"
    assert float(_state(hass, "sensor.wall_connector_power")) == pytest.approx(4.1, abs=0.3)
