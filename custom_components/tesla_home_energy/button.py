"""Waking a car."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import override

from homeassistant.components.button import ButtonEntity, ButtonEntityDescription
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import TeslaHomeEnergyConfigEntry, VehicleCoordinator
from .entity import TeslaEntity, TeslaEntityDescription, async_add_rows
from .fleet_api import Feature

PARALLEL_UPDATES = 1


@dataclass(frozen=True, kw_only=True)
class TeslaButtonDescription(TeslaEntityDescription[VehicleCoordinator], ButtonEntityDescription):
    """A row: what pressing does."""

    press_fn: Callable[[VehicleCoordinator], Awaitable[None]]


VEHICLE_BUTTONS: tuple[TeslaButtonDescription, ...] = (
    TeslaButtonDescription(
        key="wake_up",
        feature=Feature.SEE_CARS,
        press_fn=lambda car: car.async_wake_up(),
    ),
)


async def async_setup_entry(
    _: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the buttons that exist."""
    for car in entry.runtime_data.vehicles.values():
        async_add_rows(car, VEHICLE_BUTTONS, TeslaButton, async_add_entities)


class TeslaButton(TeslaEntity[VehicleCoordinator], ButtonEntity):
    """Something to press."""

    entity_description: TeslaButtonDescription

    @override
    async def async_press(self) -> None:
        await self.entity_description.press_fn(self.coordinator)
