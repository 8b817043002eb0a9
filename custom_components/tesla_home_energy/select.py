"""Operation mode and export rule of an energy site."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from typing import Final, override

from homeassistant.components.select import SelectEntity, SelectEntityDescription
from homeassistant.const import EntityCategory
from homeassistant.core import HomeAssistant
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .coordinator import SiteInfoCoordinator, TeslaHomeEnergyConfigEntry
from .entity import TeslaControl, TeslaEntityDescription, async_add_rows
from .fleet_api import Feature, SiteInfo

PARALLEL_UPDATES = 1

OPERATION_MODES: Final = {
    "self_powered": "self_consumption",
    "time_based_control": "autonomous",
    "backup_only": "backup",
}
"""What Tesla's app calls it -> what the Fleet API calls it."""

EXPORT_RULES: Final = {"everything": "battery_ok", "solar": "pv_only", "never": "never"}
"""What Tesla's app calls it -> what the Fleet API calls it."""


@dataclass(frozen=True, kw_only=True)
class TeslaSelectDescription(TeslaEntityDescription[SiteInfoCoordinator], SelectEntityDescription):
    """A row: the choices by Tesla's words, those that this site has, and what choosing does."""

    choices: Mapping[str, str]
    options_fn: Callable[[SiteInfo], list[str]]
    value_fn: Callable[[SiteInfo], str | None]
    set_fn: Callable[[SiteInfoCoordinator, str], Awaitable[None]]


def _modes(info: SiteInfo) -> list[str]:
    """Self-powered; time-based control where supported; backup-only (legacy) only where it is set already."""
    modes = ["self_powered"]
    if info.time_based_control_supported or info.operation_mode == "autonomous":
        modes.append("time_based_control")
    if info.operation_mode == "backup":
        modes.append("backup_only")
    return modes


def _with_export_rule(info: SiteInfo, rule: str) -> SiteInfo:
    return replace(info, components=replace(info.components, customer_preferred_export_rule=rule))


INFO_SELECTS: tuple[TeslaSelectDescription, ...] = (
    TeslaSelectDescription(
        key="operation_mode",
        entity_category=EntityCategory.CONFIG,
        feature=Feature.CONTROL_POWERWALL,
        choices=OPERATION_MODES,
        exists_fn=lambda site: site.data.has_battery,
        options_fn=_modes,
        value_fn=lambda info: info.operation_mode,
        set_fn=lambda site, mode: site.async_write(
            lambda fleet, site_id: fleet.set_operation_mode(site_id, mode),
            key="operation_mode",
            expect=lambda info: replace(info, operation_mode=mode),
        ),
    ),
    TeslaSelectDescription(
        key="export_rule",
        entity_category=EntityCategory.CONFIG,
        feature=Feature.CONTROL_POWERWALL,
        choices=EXPORT_RULES,
        exists_fn=lambda site: site.data.export_rule is not None,
        options_fn=lambda info: ["never"] if info.components.non_export_configured else list(EXPORT_RULES),
        value_fn=lambda info: info.export_rule,
        set_fn=lambda site, rule: site.async_write(
            lambda fleet, site_id: fleet.set_grid_import_export(site_id, export_rule=rule),
            key="export_rule",
            expect=lambda info: _with_export_rule(info, rule),
        ),
    ),
)


async def async_setup_entry(
    _: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the choices that exist."""
    for site in entry.runtime_data.energy_sites.values():
        async_add_rows(site.info, INFO_SELECTS, TeslaSelect, async_add_entities)


class TeslaSelect(TeslaControl[SiteInfoCoordinator], SelectEntity):
    """A choice."""

    entity_description: TeslaSelectDescription

    @property
    @override
    def options(self) -> list[str]:
        return self.entity_description.options_fn(self.coordinator.data)

    @property
    @override
    def current_option(self) -> str | None:
        value = self.entity_description.value_fn(self.coordinator.data)
        names = {theirs: ours for ours, theirs in self.entity_description.choices.items()}
        return names.get(value or "")

    @override
    async def async_select_option(self, option: str) -> None:
        await self.entity_description.set_fn(self.coordinator, self.entity_description.choices[option])
