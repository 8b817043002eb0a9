"""Charge limit, charging current and backup reserve."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, override

from homeassistant.components.number import (
    NumberDeviceClass,
    NumberEntity,
    NumberEntityDescription,
    NumberMode,
)
from homeassistant.const import EntityCategory, UnitOfElectricCurrent, UnitOfRatio
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import SiteInfoCoordinator, TeslaCoordinator, TeslaHomeEnergyConfigEntry, VehicleCoordinator
from .entity import TeslaControl, TeslaEntityDescription, async_add_rows
from .fleet_api import Feature

PARALLEL_UPDATES = 1


@dataclass(frozen=True, kw_only=True)
class TeslaNumberDescription[CoordinatorT](TeslaEntityDescription[CoordinatorT], NumberEntityDescription):
    """A row: the value, its bounds where the car tells them, and what setting it does."""

    value_fn: Callable[[CoordinatorT], float | None]
    min_fn: Callable[[CoordinatorT], float | None] = lambda _: None
    max_fn: Callable[[CoordinatorT], float | None] = lambda _: None
    set_fn: Callable[[CoordinatorT, int], Awaitable[None]]


VEHICLE_NUMBERS: tuple[TeslaNumberDescription[VehicleCoordinator], ...] = (
    TeslaNumberDescription(
        key="charge_limit_soc",
        native_unit_of_measurement=UnitOfRatio.PERCENTAGE,
        native_min_value=50,
        native_max_value=100,
        native_step=1,
        mode=NumberMode.BOX,
        feature=Feature.CONTROL_CHARGING,
        value_fn=lambda car: car.data.charge.charge_limit_soc,
        min_fn=lambda car: car.data.charge.charge_limit_soc_min,
        max_fn=lambda car: car.data.charge.charge_limit_soc_max,
        set_fn=lambda car, percent: car.async_set_charge_limit(percent),
    ),
    TeslaNumberDescription(
        key="charge_current_request",
        device_class=NumberDeviceClass.CURRENT,
        native_unit_of_measurement=UnitOfElectricCurrent.AMPERE,
        native_min_value=0,
        native_max_value=32,
        native_step=1,
        mode=NumberMode.BOX,
        feature=Feature.CONTROL_CHARGING,
        value_fn=lambda car: car.data.charge.charge_current_request,
        max_fn=lambda car: car.data.charge.charge_current_request_max,
        set_fn=lambda car, amps: car.async_set_charging_amps(amps),
    ),
)
"""Boxes, not sliders: a slider that is dragged sends many commands, and each one is billed."""

INFO_NUMBERS: tuple[TeslaNumberDescription[SiteInfoCoordinator], ...] = (
    TeslaNumberDescription(
        key="backup_reserve_percent",
        entity_category=EntityCategory.CONFIG,
        native_unit_of_measurement=UnitOfRatio.PERCENTAGE,
        native_min_value=0,
        native_max_value=100,
        native_step=1,
        mode=NumberMode.BOX,
        feature=Feature.CONTROL_POWERWALL,
        exists_fn=lambda site: site.data.has_battery,
        value_fn=lambda site: site.data.backup_reserve_percent,
        set_fn=lambda site, percent: site.async_write(
            lambda fleet, site_id: fleet.set_backup_reserve(site_id, percent),
            key="backup_reserve_percent",
            expect=lambda info: replace(info, backup_reserve_percent=percent),
        ),
    ),
)


async def async_setup_entry(
    _: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the numbers that exist."""
    for car in entry.runtime_data.vehicles.values():
        async_add_rows(car, VEHICLE_NUMBERS, TeslaNumber, async_add_entities)
    for site in entry.runtime_data.energy_sites.values():
        async_add_rows(site.info, INFO_NUMBERS, TeslaNumber, async_add_entities)


class TeslaNumber[CoordinatorT: TeslaCoordinator[Any]](TeslaControl[CoordinatorT], NumberEntity):
    """A number that can be set."""

    entity_description: TeslaNumberDescription[CoordinatorT]

    @property
    @override
    def native_value(self) -> float | None:
        return self.entity_description.value_fn(self.coordinator)

    @property
    @override
    def native_min_value(self) -> float:
        bound = self.entity_description.min_fn(self.coordinator)
        return super().native_min_value if bound is None else bound

    @property
    @override
    def native_max_value(self) -> float:
        bound = self.entity_description.max_fn(self.coordinator)
        return super().native_max_value if bound is None else bound

    @override
    async def async_set_native_value(self, value: float) -> None:
        await self.entity_description.set_fn(self.coordinator, int(value))
