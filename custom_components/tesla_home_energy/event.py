"""Everything that is done with a car that charges at a place, as it happens."""

from typing import Any, Final, override

from homeassistant.components.event import EventEntity, EventEntityDescription
from homeassistant.const import ATTR_DEVICE_ID, ATTR_ENTITY_ID, ATTR_NAME, Platform
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .charging import Act, ChargingCar, Deed, async_get_places
from .charging_entity import ChargingCarEntity, async_remove_left_over
from .charging_words import async_sentence
from .const import EVENT_CHARGING
from .coordinator import TeslaHomeEnergyConfigEntry

PARALLEL_UPDATES = 0

CHARGING_DECISION: Final = EventEntityDescription(
    key="charging_decision", event_types=[act.value for act in Act]
)


async def async_setup_entry(
    hass: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add one event for each car of each place."""
    async_remove_left_over(hass, entry, Platform.EVENT)
    for place in async_get_places(entry).values():
        async_add_entities(
            ChargingDecisionEvent(place, car, CHARGING_DECISION) for car in place.cars.values()
        )


class ChargingDecisionEvent(ChargingCarEntity, EventEntity):
    """What was done, and why; Home Assistant's logbook is told too."""

    @override
    async def async_added_to_hass(self) -> None:
        self.async_on_remove(self.place.async_add_deed_listener(self._did))

    @callback
    def _did(self, car: ChargingCar, deed: Deed) -> None:
        if car is not self.car:
            return
        sentence = async_sentence(self.hass, deed.reason, deed.numbers)
        attributes: dict[str, Any] = {**deed.numbers, "reason": deed.reason.value, "sentence": sentence}
        if deed.error is not None:
            attributes["error"] = deed.error
        self._trigger_event(deed.act, attributes)
        self.async_write_ha_state()
        self.hass.bus.async_fire(
            EVENT_CHARGING,
            {
                ATTR_DEVICE_ID: self.device_entry.id if self.device_entry else None,
                ATTR_ENTITY_ID: self.entity_id,
                ATTR_NAME: car.coordinator.device_name,
                "act": deed.act.value,
                **attributes,
            },
        )
