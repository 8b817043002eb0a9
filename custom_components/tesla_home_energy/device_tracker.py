"""Where cars are."""

from dataclasses import dataclass
from typing import override

from homeassistant.components.device_tracker.entity import TrackerEntity, TrackerEntityDescription
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import TeslaHomeEnergyConfigEntry, VehicleCoordinator
from .entity import TeslaEntity, TeslaEntityDescription, async_add_rows
from .fleet_api import DriveState, Feature

PARALLEL_UPDATES = 0


@dataclass(frozen=True, kw_only=True)
class TeslaTrackerDescription(TeslaEntityDescription[VehicleCoordinator], TrackerEntityDescription):
    """A row."""


VEHICLE_TRACKERS = (TeslaTrackerDescription(key="location", feature=Feature.SEE_LOCATION),)


async def async_setup_entry(
    _: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the cars whose position may be seen."""
    for car in entry.runtime_data.vehicles.values():
        async_add_rows(car, VEHICLE_TRACKERS, TeslaTracker, async_add_entities)


class TeslaTracker(TeslaEntity[VehicleCoordinator], TrackerEntity):
    """The position of a car, as it last told it."""

    entity_description: TeslaTrackerDescription

    @property
    def _drive(self) -> DriveState | None:
        data = self.coordinator.data.data
        return data.drive if data else None

    @property
    @override
    def latitude(self) -> float | None:
        return self._drive.latitude if self._drive else None

    @property
    @override
    def longitude(self) -> float | None:
        return self._drive.longitude if self._drive else None
