"""What an account's requests cost, as sensors of a device that stands for the account."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import EntityCategory
from homeassistant.core import callback
from homeassistant.helpers.device_registry import DeviceEntryType, DeviceInfo
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.util import dt as dt_util

from .const import DOMAIN, MANUFACTURER
from .fleet_api import Category
from .fleet_api.usage import month_start
from .usage import AccountUsage

DOLLARS: Final = "USD"


@dataclass(frozen=True, kw_only=True)
class UsageSensorDescription(SensorEntityDescription):
    """A row: the value at a moment, and whether it begins anew with a month.

    A row that begins anew every day needs no moment for that: it only ever rises between.
    """

    value_fn: Callable[[AccountUsage, datetime], float]
    monthly: bool = False


def _today(category: Category, *, enabled: bool = True) -> UsageSensorDescription:
    return UsageSensorDescription(
        key=f"{category}_requests_today",
        state_class=SensorStateClass.TOTAL_INCREASING,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=enabled,
        value_fn=lambda usage, now: usage.ledger.requests_today(now).get(category, 0),
    )


def _this_month(category: Category) -> UsageSensorDescription:
    return UsageSensorDescription(
        key=f"{category}_requests_this_month",
        state_class=SensorStateClass.TOTAL,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        monthly=True,
        value_fn=lambda usage, now: usage.ledger.requests_this_month(now).get(category, 0),
    )


ACCOUNT_SENSORS: tuple[UsageSensorDescription, ...] = (
    UsageSensorDescription(
        key="cost_this_month",
        device_class=SensorDeviceClass.MONETARY,
        state_class=SensorStateClass.TOTAL,
        native_unit_of_measurement=DOLLARS,
        suggested_display_precision=2,
        monthly=True,
        value_fn=lambda usage, now: usage.budget.spent(usage.ledger, now),
    ),
    UsageSensorDescription(
        key="projected_cost",
        device_class=SensorDeviceClass.MONETARY,
        native_unit_of_measurement=DOLLARS,
        suggested_display_precision=2,
        value_fn=lambda usage, now: round(
            usage.ledger.projected_cost(now, energy_billed=usage.budget.energy_billed), 2
        ),
    ),
    UsageSensorDescription(
        key="cost_with_energy_sites",
        device_class=SensorDeviceClass.MONETARY,
        state_class=SensorStateClass.TOTAL,
        native_unit_of_measurement=DOLLARS,
        suggested_display_precision=2,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        monthly=True,
        value_fn=lambda usage, now: usage.ledger.cost(now, energy_billed=True),
    ),
    _today(Category.DATA),
    _today(Category.COMMANDS),
    _today(Category.WAKES),
    _today(Category.ENERGY),
    _today(Category.FREE, enabled=False),
    _today(Category.OTHER, enabled=False),
    *(_this_month(category) for category in Category),
)


class UsageSensor(SensorEntity):
    """A number of the ledger."""

    _attr_has_entity_name = True
    _attr_should_poll = False
    entity_description: UsageSensorDescription

    def __init__(self, usage: AccountUsage, description: UsageSensorDescription) -> None:
        """Stand for one row of one account."""
        self.entity_description = description
        self._usage = usage
        self._attr_translation_key = description.key
        self._attr_unique_id = f"{usage.identifier}_{description.key}"
        self._attr_device_info = DeviceInfo(
            identifiers={(DOMAIN, usage.identifier)},
            entry_type=DeviceEntryType.SERVICE,
            manufacturer=MANUFACTURER,
            model="Fleet API",
            name=usage.title,
        )

    @override
    async def async_added_to_hass(self) -> None:
        self.async_on_remove(self._usage.async_add_listener(self.async_write_ha_state))

    @property
    @override
    def native_value(self) -> float:
        return self.entity_description.value_fn(self._usage, dt_util.utcnow())

    @property
    @override
    def last_reset(self) -> datetime | None:
        return month_start(dt_util.utcnow()) if self.entity_description.monthly else None


@callback
def async_add_usage_sensors(usage: AccountUsage, async_add_entities: AddConfigEntryEntitiesCallback) -> None:
    """Add the sensors of an account."""
    async_add_entities(UsageSensor(usage, row) for row in ACCOUNT_SENSORS)
