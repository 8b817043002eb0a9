"""What the entities of charging places share: those of the place itself, and those of its cars."""

from typing import override

from homeassistant.const import Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity import Entity, EntityDescription

from .charging import ChargingCar, ChargingPlace, async_get_places
from .const import DOMAIN, MANUFACTURER
from .coordinator import TeslaHomeEnergyConfigEntry

_MARK = "_at_place_"
"""What the unique ids of the entities have in common that a car has because it charges at a place."""


class ChargingEntity(Entity):
    """An entity that shows what the loop of a place knows; that is known whatever Tesla answers."""

    _attr_has_entity_name = True
    _attr_should_poll = False

    def __init__(self, place: ChargingPlace, description: EntityDescription) -> None:
        """Stand for one row of one place."""
        self.entity_description = description
        self.place = place
        self._attr_translation_key = description.key

    @override
    async def async_added_to_hass(self) -> None:
        self.async_on_remove(self.place.async_add_listener(self.async_write_ha_state))


class ChargingPlaceEntity(ChargingEntity):
    """An entity of the place itself."""

    def __init__(self, place: ChargingPlace, description: EntityDescription) -> None:
        """Stand for one row of one place."""
        super().__init__(place, description)
        self._attr_unique_id = f"{place.place_id}_{description.key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, place.place_id)},
            entry_type=DeviceEntryType.SERVICE,
            manufacturer=MANUFACTURER,
            translation_key="charging_place",
            translation_placeholders={"name": place.title},
        )


class ChargingCarEntity(ChargingEntity):
    """An entity of a car that charges at a place, on the device of the car."""

    def __init__(self, place: ChargingPlace, car: ChargingCar, description: EntityDescription) -> None:
        """Stand for one row of one car."""
        super().__init__(place, description)
        self.car = car
        self._attr_unique_id = f"{car.vin}{_MARK}{description.key}"
        self._attr_device_info = car.coordinator.device_info


@callback
def async_remove_left_over(
    hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, platform: Platform
) -> None:
    """Remove the entities of cars that charge at no place any more; those of a place go with its subentry."""
    registry = er.async_get(hass)
    placed = {vin for place in async_get_places(entry).values() for vin in place.cars}
    for entity in er.async_entries_for_config_entry(registry, entry.entry_id):
        vin, mark, _ = entity.unique_id.partition(_MARK)
        if mark and entity.domain == platform and vin not in placed:
            registry.async_remove(entity.entity_id)
