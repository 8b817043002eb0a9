"""Whether a car is at the charging place: by the Wall Connector it is plugged into, else by its position."""

from typing import Final

from homeassistant.components.zone.const import ATTR_RADIUS
from homeassistant.const import ATTR_LATITUDE, ATTR_LONGITUDE
from homeassistant.core import HomeAssistant
from homeassistant.util.location import distance

from ..coordinator import VehicleCoordinator
from ..surplus import Location

NEAREST: Final = 100.0
"""m: a zone is at least so wide, as positions of parked cars are off by some."""


def locate(
    hass: HomeAssistant, car: VehicleCoordinator, *, site_id: int | None, zone: str
) -> tuple[Location, float | None]:
    """Return where a car is, and its distance from the place, m.

    Args:
        hass: Knows the zone.
        car: The car.
        site_id: The place's energy site, whose Wall Connectors prove that a car is there; None for any.
        zone: The entity of the place's zone.
    """
    plugged_at = {
        number
        for number, site in car.config_entry.runtime_data.energy_sites.items()
        if any(connector.vin == car.vin for connector in site.live.data.wall_connectors)
    }
    if car.actual.at_wall_connector and plugged_at:
        return (Location.HOME if site_id is None or site_id in plugged_at else Location.AWAY), None
    drive = car.actual.data.drive if car.actual.data else None
    if drive is None or drive.latitude is None or drive.longitude is None:
        return Location.UNKNOWN, None
    latitude, longitude, radius = _place(hass, zone)
    meters = distance(latitude, longitude, drive.latitude, drive.longitude)
    if meters is None:
        return Location.UNKNOWN, None
    return (Location.HOME if meters <= radius else Location.AWAY), round(meters)


def _place(hass: HomeAssistant, zone: str) -> tuple[float, float, float]:
    """Return position and radius of the zone; where it is gone, those of the home."""
    state = hass.states.get(zone)
    if state is None or ATTR_LATITUDE not in state.attributes:
        return hass.config.latitude, hass.config.longitude, max(NEAREST, hass.config.radius)
    return (
        state.attributes[ATTR_LATITUDE],
        state.attributes[ATTR_LONGITUDE],
        max(NEAREST, state.attributes.get(ATTR_RADIUS, NEAREST)),
    )
