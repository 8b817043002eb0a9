"""Charging, grid charging and Storm Watch."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, replace
from typing import Any, Final, override

from homeassistant.components.switch import SwitchEntity, SwitchEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import SiteInfoCoordinator, TeslaCoordinator, TeslaHomeEnergyConfigEntry, VehicleCoordinator
from .entity import TeslaControl, TeslaEntityDescription, async_add_rows
from .fleet_api import Feature, SiteInfo

PARALLEL_UPDATES = 1

_IS_CHARGING: Final = {
    "Charging": True,
    "Complete": False,
    "Disconnected": False,
    "NoPower": False,
    "Starting": True,
    "Stopped": False,
}
"""Any other charging state is unknown, not off."""


@dataclass(frozen=True, kw_only=True)
class TeslaSwitchDescription[CoordinatorT](TeslaEntityDescription[CoordinatorT], SwitchEntityDescription):
    """A row: the state, where None is unknown, and what turning it on or off does."""

    value_fn: Callable[[CoordinatorT], bool | None]
    set_fn: Callable[[CoordinatorT, bool], Awaitable[None]]


VEHICLE_SWITCHES: tuple[TeslaSwitchDescription[VehicleCoordinator], ...] = (
    TeslaSwitchDescription(
        key="charging",
        feature=Feature.CONTROL_CHARGING,
        value_fn=lambda car: _IS_CHARGING.get(car.data.charge.charging_state or ""),
        set_fn=lambda car, on: car.async_set_charging(on=on),
    ),
    TeslaSwitchDescription(
        key="signed_reading",
        entity_category=EntityCategory.CONFIG,
        entity_registry_enabled_default=False,
        feature=Feature.CONTROL_CHARGING,
        exists_fn=lambda car: car.data.vehicle.signs_commands,
        value_fn=lambda car: car.api.may_read_signed(car.data.vehicle),
        set_fn=lambda car, on: car.async_set_signed_reading(on=on),
    ),
)


def _with_grid_charging(info: SiteInfo, *, allowed: bool) -> SiteInfo:
    components = replace(info.components, disallow_charge_from_grid_with_solar_installed=not allowed)
    return replace(info, components=components)


def _with_storm_watch(info: SiteInfo, *, enabled: bool) -> SiteInfo:
    return replace(info, user_settings=replace(info.user_settings, storm_mode_enabled=enabled))


INFO_SWITCHES: tuple[TeslaSwitchDescription[SiteInfoCoordinator], ...] = (
    TeslaSwitchDescription(
        key="grid_charging",
        entity_category=EntityCategory.CONFIG,
        feature=Feature.CONTROL_POWERWALL,
        exists_fn=lambda site: site.data.grid_charging_allowed is not None,
        value_fn=lambda site: site.data.grid_charging_allowed,
        set_fn=lambda site, on: site.async_write(
            lambda fleet, site_id: fleet.set_grid_import_export(site_id, grid_charging_allowed=on),
            key="grid_charging",
            expect=lambda info: _with_grid_charging(info, allowed=on),
        ),
    ),
    TeslaSwitchDescription(
        key="storm_watch",
        entity_category=EntityCategory.CONFIG,
        feature=Feature.CONTROL_POWERWALL,
        exists_fn=lambda site: site.data.storm_watch_supported,
        value_fn=lambda site: site.data.storm_watch_enabled,
        set_fn=lambda site, on: site.async_write(
            lambda fleet, site_id: fleet.set_storm_mode(site_id, enabled=on),
            key="storm_watch",
            expect=lambda info: _with_storm_watch(info, enabled=on),
        ),
    ),
)


async def async_setup_entry(
    _: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the switches that exist."""
    for car in entry.runtime_data.vehicles.values():
        async_add_rows(car, VEHICLE_SWITCHES, TeslaSwitch, async_add_entities)
    for site in entry.runtime_data.energy_sites.values():
        async_add_rows(site.info, INFO_SWITCHES, TeslaSwitch, async_add_entities)


class TeslaSwitch[CoordinatorT: TeslaCoordinator[Any]](TeslaControl[CoordinatorT], SwitchEntity):
    """Something that is on or off."""

    entity_description: TeslaSwitchDescription[CoordinatorT]

    @property
    @override
    def is_on(self) -> bool | None:
        return self.entity_description.value_fn(self.coordinator)

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        await self.entity_description.set_fn(self.coordinator, True)  # noqa: FBT003  the row's one value

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        await self.entity_description.set_fn(self.coordinator, False)  # noqa: FBT003  the row's one value
