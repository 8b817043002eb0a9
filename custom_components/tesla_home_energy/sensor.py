"""What cars, energy sites and Wall Connectors measure."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import (
    EntityCategory,
    UnitOfElectricCurrent,
    UnitOfElectricPotential,
    UnitOfEnergy,
    UnitOfLength,
    UnitOfPower,
    UnitOfRatio,
)
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.typing import StateType
from homeassistant.helpers.update_coordinator import CoordinatorEntity

from .coordinator import (
    HistoryCoordinator,
    LiveStatusCoordinator,
    TeslaCoordinator,
    TeslaHomeEnergyConfigEntry,
    VehicleCoordinator,
)
from .entity import TeslaEntity, TeslaEntityDescription, async_add_rows
from .fleet_api import LiveStatus, WallConnector
from .usage_sensor import async_add_usage_sensors

PARALLEL_UPDATES = 0

CHARGING_STATES: Final = {
    "Calibrating": "calibrating",
    "Charging": "charging",
    "Complete": "complete",
    "Disconnected": "disconnected",
    "NoPower": "no_power",
    "Starting": "starting",
    "Stopped": "stopped",
}
"""Tesla's charging states (vehicle.proto); any other is shown as unknown."""


@dataclass(frozen=True, kw_only=True)
class TeslaSensorDescription[CoordinatorT](TeslaEntityDescription[CoordinatorT], SensorEntityDescription):
    """A row: the value, where None is unknown."""

    value_fn: Callable[[CoordinatorT], StateType | datetime]


def _full_at(car: VehicleCoordinator) -> datetime | None:
    """When the charge limit will be reached, in steps of five minutes so that it does not flicker."""
    charge, as_of = car.data.charge, car.data.as_of
    if charge.charging_state != "Charging" or as_of is None or not charge.minutes_to_full_charge:
        return None
    full_at = as_of + timedelta(minutes=charge.minutes_to_full_charge)
    return full_at.replace(minute=full_at.minute // 5 * 5, second=0, microsecond=0)


def _as_of[CoordinatorT: TeslaCoordinator[Any]]() -> TeslaSensorDescription[CoordinatorT]:
    """When the values of a car or site were true."""
    return TeslaSensorDescription(
        key="as_of",
        device_class=SensorDeviceClass.TIMESTAMP,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda coordinator: coordinator.as_of,
    )


VEHICLE_SENSORS: tuple[TeslaSensorDescription[VehicleCoordinator], ...] = (
    TeslaSensorDescription(
        key="battery_level",
        device_class=SensorDeviceClass.BATTERY,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfRatio.PERCENTAGE,
        value_fn=lambda car: car.data.charge.battery_level,
    ),
    TeslaSensorDescription(
        key="charging_state",
        device_class=SensorDeviceClass.ENUM,
        options=sorted(CHARGING_STATES.values()),
        value_fn=lambda car: CHARGING_STATES.get(car.data.charge.charging_state or ""),
    ),
    TeslaSensorDescription(
        key="charger_power",
        device_class=SensorDeviceClass.POWER,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfPower.KILO_WATT,
        suggested_display_precision=0,
        value_fn=lambda car: car.data.charge.charger_power,
    ),
    TeslaSensorDescription(
        key="charger_actual_current",
        device_class=SensorDeviceClass.CURRENT,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfElectricCurrent.AMPERE,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda car: car.data.charge.charger_actual_current,
    ),
    TeslaSensorDescription(
        key="charger_voltage",
        device_class=SensorDeviceClass.VOLTAGE,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfElectricPotential.VOLT,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda car: car.data.charge.charger_voltage,
    ),
    TeslaSensorDescription(
        key="charge_energy_added",
        device_class=SensorDeviceClass.ENERGY,
        state_class=SensorStateClass.TOTAL_INCREASING,
        native_unit_of_measurement=UnitOfEnergy.KILO_WATT_HOUR,
        suggested_display_precision=1,
        value_fn=lambda car: car.data.charge.charge_energy_added,
    ),
    TeslaSensorDescription(
        key="battery_range",
        device_class=SensorDeviceClass.DISTANCE,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfLength.MILES,
        suggested_display_precision=0,
        value_fn=lambda car: car.data.charge.battery_range,
    ),
    TeslaSensorDescription(
        key="time_to_full_charge",
        device_class=SensorDeviceClass.TIMESTAMP,
        value_fn=_full_at,
    ),
    _as_of(),
)


def _power(
    key: str, value_fn: Callable[[LiveStatus], float | None]
) -> TeslaSensorDescription[LiveStatusCoordinator]:
    return TeslaSensorDescription(
        key=key,
        device_class=SensorDeviceClass.POWER,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfPower.WATT,
        suggested_unit_of_measurement=UnitOfPower.KILO_WATT,
        suggested_display_precision=2,
        exists_fn=lambda site: value_fn(site.data) is not None,
        value_fn=lambda site: value_fn(site.data),
    )


LIVE_SENSORS: tuple[TeslaSensorDescription[LiveStatusCoordinator], ...] = (
    _power("solar_power", lambda live: live.solar_power),
    _power("battery_power", lambda live: live.battery_power),
    _power("grid_power", lambda live: live.grid_power),
    _power("load_power", lambda live: live.load_power),
    TeslaSensorDescription(
        key="percentage_charged",
        device_class=SensorDeviceClass.BATTERY,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfRatio.PERCENTAGE,
        suggested_display_precision=0,
        exists_fn=lambda site: site.data.percentage_charged is not None,
        value_fn=lambda site: site.data.percentage_charged,
    ),
    _as_of(),
)


@dataclass(frozen=True, kw_only=True)
class EnergySensorDescription(TeslaEntityDescription[HistoryCoordinator], SensorEntityDescription):
    """A row: the fields of `EnergyBucket` that add up to it."""

    parts: tuple[str, ...]


def _energy(key: str, *parts: str) -> EnergySensorDescription:
    return EnergySensorDescription(
        key=key,
        device_class=SensorDeviceClass.ENERGY,
        state_class=SensorStateClass.TOTAL,
        native_unit_of_measurement=UnitOfEnergy.WATT_HOUR,
        suggested_unit_of_measurement=UnitOfEnergy.KILO_WATT_HOUR,
        suggested_display_precision=1,
        exists_fn=lambda site: site.energy(*parts) is not None,
        parts=parts,
    )


ENERGY_SENSORS: tuple[EnergySensorDescription, ...] = (
    _energy("solar_energy_today", "solar_energy_exported"),
    _energy(
        "home_energy_today",
        "consumer_energy_imported_from_grid",
        "consumer_energy_imported_from_solar",
        "consumer_energy_imported_from_battery",
        "consumer_energy_imported_from_generator",
    ),
    _energy(
        "battery_charged_today",
        "battery_energy_imported_from_grid",
        "battery_energy_imported_from_solar",
        "battery_energy_imported_from_generator",
    ),
    _energy("battery_discharged_today", "battery_energy_exported"),
    _energy("grid_imported_today", "grid_energy_imported"),
    _energy(
        "grid_exported_today",
        "grid_energy_exported_from_solar",
        "grid_energy_exported_from_battery",
        "grid_energy_exported_from_generator",
    ),
)


@dataclass(frozen=True, kw_only=True)
class WallConnectorSensorDescription(SensorEntityDescription):
    """A row: the value, from the Wall Connector and the names of the account's cars by VIN."""

    value_fn: Callable[[WallConnector, Mapping[str, str]], StateType]


def _state(connector: WallConnector, _: Mapping[str, str]) -> str:
    """Tesla's own number is undocumented; power and VIN are not (fleet_api.md, 3.4)."""
    if connector.power:
        return "charging"
    return "connected" if connector.vin else "idle"


WALL_CONNECTOR_SENSORS: tuple[WallConnectorSensorDescription, ...] = (
    WallConnectorSensorDescription(
        key="wall_connector_power",
        device_class=SensorDeviceClass.POWER,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfPower.WATT,
        suggested_unit_of_measurement=UnitOfPower.KILO_WATT,
        suggested_display_precision=2,
        value_fn=lambda connector, _: connector.power,
    ),
    WallConnectorSensorDescription(
        key="wall_connector_state",
        device_class=SensorDeviceClass.ENUM,
        options=["charging", "connected", "idle"],
        value_fn=_state,
    ),
    WallConnectorSensorDescription(
        key="wall_connector_vehicle",
        value_fn=lambda connector, names: names.get(connector.vin or "", connector.vin),
    ),
)


async def async_setup_entry(
    _: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the sensors that exist."""
    async_add_usage_sensors(entry.runtime_data.products.api.usage, async_add_entities)
    for car in entry.runtime_data.vehicles.values():
        async_add_rows(car, VEHICLE_SENSORS, TeslaSensor, async_add_entities)
    for site in entry.runtime_data.energy_sites.values():
        async_add_rows(site.live, LIVE_SENSORS, TeslaSensor, async_add_entities)
        async_add_rows(site.history, ENERGY_SENSORS, EnergySensor, async_add_entities)
        _async_add_wall_connectors(site.live, async_add_entities)


@callback
def _async_add_wall_connectors(
    site: LiveStatusCoordinator, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add each Wall Connector when the live status shows it for the first time."""
    added: set[str] = set()

    @callback
    def add() -> None:
        new = site.wall_connectors.keys() - added
        added.update(new)
        async_add_entities(
            WallConnectorSensor(site, din, row) for din in sorted(new) for row in WALL_CONNECTOR_SENSORS
        )

    site.config_entry.async_on_unload(site.async_add_listener(add))
    add()


class TeslaSensor[CoordinatorT: TeslaCoordinator[Any]](TeslaEntity[CoordinatorT], SensorEntity):
    """A measured value."""

    entity_description: TeslaSensorDescription[CoordinatorT]

    @property
    @override
    def native_value(self) -> StateType | datetime:
        return self.entity_description.value_fn(self.coordinator)


class EnergySensor(TeslaEntity[HistoryCoordinator], SensorEntity):
    """An energy of today, of an energy site."""

    entity_description: EnergySensorDescription

    @property
    @override
    def native_value(self) -> float | None:
        return self.coordinator.energy(*self.entity_description.parts)

    @property
    @override
    def last_reset(self) -> datetime | None:
        return self.coordinator.day_start


class WallConnectorSensor(CoordinatorEntity[LiveStatusCoordinator], SensorEntity):
    """A value of a Wall Connector."""

    _attr_has_entity_name = True
    entity_description: WallConnectorSensorDescription

    def __init__(
        self, site: LiveStatusCoordinator, din: str, description: WallConnectorSensorDescription
    ) -> None:
        """Stand for one row of one Wall Connector."""
        super().__init__(site)
        self.entity_description = description
        self._din = din
        self._attr_translation_key = description.key
        self._attr_unique_id = f"{din}_{description.key}"
        self._attr_device_info = site.wall_connector_device_info(din)

    @property
    @override
    def available(self) -> bool:
        return self.coordinator.fresh

    @property
    @override
    def native_value(self) -> StateType:
        connector = self.coordinator.wall_connectors.get(self._din)
        if connector is None:
            return None
        names = self.coordinator.config_entry.runtime_data.vehicle_names
        return self.entity_description.value_fn(connector, names)
