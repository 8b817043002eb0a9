"""Times of each day: by when a car is ready, and when it may charge from the grid."""

from homeassistant.const import Platform
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .charging_controls import async_add_controls
from .coordinator import TeslaHomeEnergyConfigEntry

PARALLEL_UPDATES = 1


async def async_setup_entry(
    hass: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the times of the cars that charge at places."""
    async_add_controls(hass, entry, Platform.TIME, async_add_entities)
