"""Whether a cable is plugged in, and whether a car holds the virtual key."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import override

from homeassistant.components.binary_sensor import BinarySensorEntity, BinarySensorEntityDescription
from homeassistant.components.binary_sensor.const import BinarySensorDeviceClass
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import TeslaHomeEnergyConfigEntry, VehicleCoordinator
from .entity import TeslaEntity, TeslaEntityDescription, async_add_rows

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class TeslaBinarySensorDescription(TeslaEntityDescription[VehicleCoordinator], BinarySensorEntityDescription):
    """A row: the state, where None is unknown."""

    value_fn: Callable[[VehicleCoordinator], bool | None]


def _cable(car: VehicleCoordinator) -> bool | None:
    """Every charging state but `Disconnected` has a cable in the port (fleet_api.md, 3.1)."""
    state = car.data.charge.charging_state
    return None if state is None else state != "Disconnected"


VEHICLE_BINARY_SENSORS: tuple[TeslaBinarySensorDescription, ...] = (
    TeslaBinarySensorDescription(
        key="charge_cable",
        device_class=BinarySensorDeviceClass.PLUG,
        value_fn=_cable,
    ),
    TeslaBinarySensorDescription(
        key="virtual_key_paired",
        entity_category=EntityCategory.DIAGNOSTIC,
        exists_fn=lambda car: car.pairing.needs_key,
        value_fn=lambda car: car.pairing.paired,
    ),
)


async def async_setup_entry(
    _: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the binary sensors that exist."""
    for car in entry.runtime_data.vehicles.values():
        async_add_rows(car, VEHICLE_BINARY_SENSORS, TeslaBinarySensor, async_add_entities)


class TeslaBinarySensor(TeslaEntity[VehicleCoordinator], BinarySensorEntity):
    """Something that is so or not."""

    entity_description: TeslaBinarySensorDescription

    @property
    @override
    def is_on(self) -> bool | None:
        return self.entity_description.value_fn(self.coordinator)
