"""Whether a car is at the charging place: by the Wall Connector it is plugged into, else by its position."""

from datetime import timedelta
from typing import Final

from homeassistant.components.zone.const import ATTR_RADIUS
from homeassistant.const import ATTR_LATITUDE, ATTR_LONGITUDE
from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util
from homeassistant.util.location import distance

from ..coordinator import VehicleCoordinator
from ..surplus import Location

OUTDATED: Final = timedelta(minutes=5)
"""What a Wall Connector told so long ago is no proof any more: the car has to tell where it is."""
_LONG_AGO: Final = dt_util.utc_from_timestamp(0)
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
        number: site.live.as_of
        for number, site in car.config_entry.runtime_data.energy_sites.items()
        if any(connector.vin == car.vin for connector in site.live.data.wall_connectors)
    }
    snapshot = car.actual
    drive = snapshot.data.drive if snapshot.data else None
    known = drive is not None and drive.latitude is not None and drive.longitude is not None
    if snapshot.at_wall_connector and plugged_at:
        newest = max((at for at in plugged_at.values() if at is not None), default=_LONG_AGO)
        if not known or dt_util.utcnow() - newest <= OUTDATED:
            return (Location.HOME if site_id is None or site_id in plugged_at else Location.AWAY), None
        if (snapshot.as_of or _LONG_AGO) <= newest:
            return Location.UNKNOWN, None
    if drive is None or drive.latitude is None or drive.longitude is None:
        return Location.UNKNOWN, None
    latitude, longitude, radius = _place(hass, zone)
    meters = distance(latitude, longitude, drive.latitude, drive.longitude)
    if meters is None:  # on the other side of the earth
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
