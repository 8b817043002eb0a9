"""What every entity shares. An entity is a row in a table; the classes know no field names."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, override

from homeassistant.core import callback
from homeassistant.helpers.entity import Entity, EntityDescription
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.update_coordinator import CoordinatorEntity

from .coordinator import TeslaCoordinator
from .fleet_api import Feature

ATTR_PENDING: Final = "pending"
"""Whether what is shown is what was wanted, and not yet what was read back."""


@dataclass(frozen=True, kw_only=True)
class TeslaEntityDescription[CoordinatorT](EntityDescription):
    """A row.

    Attributes:
        exists_fn: Whether this car or site has such a thing, as its first data tell.
        feature: What has to be chosen and allowed for it; None for what comes with its device.
    """

    exists_fn: Callable[[CoordinatorT], bool] = lambda _: True
    feature: Feature | None = None


class TeslaEntity[CoordinatorT: TeslaCoordinator[Any]](CoordinatorEntity[CoordinatorT]):
    """An entity of a car or an energy site."""

    _attr_has_entity_name = True

    def __init__(self, coordinator: CoordinatorT, description: TeslaEntityDescription[CoordinatorT]) -> None:
        """Stand for one row of one device."""
        super().__init__(coordinator)
        self.entity_description = description
        self._attr_translation_key = description.key
        self._attr_unique_id = f"{coordinator.identifier}_{description.key}"
        self._attr_device_info = coordinator.device_info

    @property
    @override
    def available(self) -> bool:
        """Whether the data are young enough to be shown, however the last reading went."""
        return self.coordinator.fresh


class TeslaControl[CoordinatorT: TeslaCoordinator[Any]](TeslaEntity[CoordinatorT]):
    """An entity that changes something; it says while nobody has confirmed the change."""

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any]:
        return {ATTR_PENDING: self.entity_description.key in self.coordinator.pending}


@callback
def async_add_rows[CoordinatorT: TeslaCoordinator[Any], RowT: TeslaEntityDescription[Any]](
    coordinator: CoordinatorT,
    rows: Iterable[RowT],
    create: Callable[[CoordinatorT, RowT], Entity],
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add the entities of the rows that exist and are allowed, once the coordinator's data tell which.

    A site that does not answer while Home Assistant starts gets its entities when it does.
    """
    waiting = [row for row in rows if row.feature is None or row.feature in coordinator.api.features]

    @callback
    def add() -> None:
        new = [row for row in waiting if row.exists_fn(coordinator)]
        waiting[:] = [row for row in waiting if row not in new]
        if new:
            async_add_entities(create(coordinator, row) for row in new)

    coordinator.config_entry.async_on_unload(coordinator.async_add_listener(add))
    add()
