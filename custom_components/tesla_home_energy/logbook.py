"""What the logbook says of charging."""

from collections.abc import Callable

from homeassistant.components.logbook.const import (
    LOGBOOK_ENTRY_ENTITY_ID,
    LOGBOOK_ENTRY_MESSAGE,
    LOGBOOK_ENTRY_NAME,
)
from homeassistant.const import ATTR_ENTITY_ID, ATTR_NAME
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.helpers.translation import async_get_cached_translations

from .const import DOMAIN, EVENT_CHARGING


@callback
def async_describe_events(
    hass: HomeAssistant,
    async_describe_event: Callable[[str, str, Callable[[Event], dict[str, str]]], None],
) -> None:
    """Describe what was done with a car."""

    @callback
    def describe(event: Event) -> dict[str, str]:
        data = event.data
        texts = async_get_cached_translations(hass, hass.config.language, "entity", DOMAIN)
        path = f"component.{DOMAIN}.entity.event.charging_decision.state_attributes.event_type.state"
        act = texts.get(f"{path}.{data['act']}", data["act"])
        return {
            LOGBOOK_ENTRY_NAME: data[ATTR_NAME],
            LOGBOOK_ENTRY_MESSAGE: f"{act}: {data['sentence']}",
            LOGBOOK_ENTRY_ENTITY_ID: data[ATTR_ENTITY_ID],
        }

    async_describe_event(DOMAIN, EVENT_CHARGING, describe)
