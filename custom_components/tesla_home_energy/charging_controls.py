"""What the owner sets of charging: modes, limits, times, priorities."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import time
from typing import Any, override

from homeassistant.components.number import (
    NumberDeviceClass,
    NumberEntity,
    NumberEntityDescription,
    NumberMode,
)
from homeassistant.components.select import SelectEntity, SelectEntityDescription
from homeassistant.components.switch import SwitchEntity, SwitchEntityDescription
from homeassistant.components.time import TimeEntity, TimeEntityDescription
from homeassistant.const import (
    EntityCategory,
    Platform,
    UnitOfElectricCurrent,
    UnitOfEnergy,
    UnitOfRatio,
    UnitOfTime,
)
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback

from .charging import CarWishes, ChargingCar, ChargingPlace, async_get_places
from .charging_entity import ChargingCarEntity, ChargingPlaceEntity, async_remove_left_over
from .const import CONF_BATTERY_PRIORITY
from .coordinator import TeslaHomeEnergyConfigEntry
from .surplus import BatteryPriority, Mode

CHARGING_MODE = SelectEntityDescription(key="charging_mode", options=[mode.value for mode in Mode])
BATTERY_PRIORITY = SelectEntityDescription(
    key="battery_priority",
    entity_category=EntityCategory.CONFIG,
    options=[priority.value for priority in BatteryPriority],
)
SHADOW_MODE = SwitchEntityDescription(key="shadow_mode", entity_category=EntityCategory.CONFIG)


@dataclass(frozen=True, kw_only=True)
class ChargingNumberDescription(NumberEntityDescription):
    """A row: the value, and the wishes with another one."""

    value_fn: Callable[[CarWishes], float | None]
    change_fn: Callable[[CarWishes, float], CarWishes]


def _current(key: str, name: str, least: int) -> ChargingNumberDescription:
    return _whole(
        key,
        name,
        least,
        32,
        device_class=NumberDeviceClass.CURRENT,
        native_unit_of_measurement=UnitOfElectricCurrent.AMPERE,
    )


def _percent(key: str, name: str, least: int) -> ChargingNumberDescription:
    return _whole(key, name, least, 100, native_unit_of_measurement=UnitOfRatio.PERCENTAGE)


def _whole(key: str, name: str, least: int, most: int, **more: Any) -> ChargingNumberDescription:
    return ChargingNumberDescription(
        key=key,
        entity_category=EntityCategory.CONFIG,
        native_min_value=least,
        native_max_value=most,
        native_step=1,
        mode=NumberMode.BOX,
        value_fn=lambda wishes: getattr(wishes, name),
        change_fn=lambda wishes, value: _with(wishes, name, int(value)),
        **more,
    )


def _with(wishes: CarWishes, name: str, value: Any) -> CarWishes:
    return replace(wishes, **{name: value})


CHARGING_NUMBERS: tuple[ChargingNumberDescription, ...] = (
    _current("minimum_charge_current", "min_current", 1),
    _current("maximum_charge_current", "max_current", 0),
    _percent("solar_limit", "solar_limit", 0),
    _percent("grid_limit", "grid_limit", 0),
    _percent("ready_by_state_of_charge", "ready_target", 50),
    _whole("charging_priority", "priority", 1, 10),
    _whole(
        "pause_after_manual_change",
        "pause_hours",
        0,
        168,
        device_class=NumberDeviceClass.DURATION,
        native_unit_of_measurement=UnitOfTime.HOURS,
    ),
    _whole(
        "battery_capacity",
        "capacity",
        20,
        250,
        device_class=NumberDeviceClass.ENERGY_STORAGE,
        native_unit_of_measurement=UnitOfEnergy.KILO_WATT_HOUR,
    ),
    ChargingNumberDescription(
        key="cheap_price",
        entity_category=EntityCategory.CONFIG,
        native_min_value=-10,
        native_max_value=100,
        native_step=0.001,
        mode=NumberMode.BOX,
        value_fn=lambda wishes: wishes.cheap_price,
        change_fn=lambda wishes, value: replace(wishes, cheap_price=value),
    ),
)


@dataclass(frozen=True, kw_only=True)
class ChargingTimeDescription(TimeEntityDescription):
    """A row: the name of the wish."""

    name_of_wish: str


CHARGING_TIMES: tuple[ChargingTimeDescription, ...] = tuple(
    ChargingTimeDescription(key=name, entity_category=EntityCategory.CONFIG, name_of_wish=name)
    for name in ("ready_by", "charge_from", "charge_until")
)


class ChargingModeSelect(ChargingCarEntity, SelectEntity):
    """How a car is charged."""

    @property
    @override
    def current_option(self) -> str:
        return self.car.wishes.mode

    @override
    async def async_select_option(self, option: str) -> None:
        self.place.async_set_mode(self.car, Mode(option))


class BatteryPrioritySelect(ChargingPlaceEntity, SelectEntity):
    """Who gets the surplus first."""

    @property
    @override
    def current_option(self) -> str:
        return str(self.place.data[CONF_BATTERY_PRIORITY])

    @override
    async def async_select_option(self, option: str) -> None:
        self.place.async_set_battery_priority(BatteryPriority(option))


class ShadowSwitch(ChargingPlaceEntity, SwitchEntity):
    """Decide and show, and send nothing."""

    @property
    @override
    def is_on(self) -> bool:
        return self.place.record.shadow

    @override
    async def async_turn_on(self, **kwargs: Any) -> None:
        self.place.async_set_shadow(on=True)

    @override
    async def async_turn_off(self, **kwargs: Any) -> None:
        self.place.async_set_shadow(on=False)


class ChargingNumber(ChargingCarEntity, NumberEntity):
    """A limit."""

    entity_description: ChargingNumberDescription

    @property
    @override
    def native_value(self) -> float | None:
        return self.entity_description.value_fn(self.car.wishes)

    @override
    async def async_set_native_value(self, value: float) -> None:
        wishes = self.entity_description.change_fn(self.car.wishes, value)
        self.place.async_set_wishes(self.car, wishes)


class ChargingTime(ChargingCarEntity, TimeEntity):
    """A time of each day."""

    entity_description: ChargingTimeDescription

    @property
    @override
    def native_value(self) -> time:
        found: time = getattr(self.car.wishes, self.entity_description.name_of_wish)
        return found

    @override
    async def async_set_value(self, value: time) -> None:
        wishes = _with(self.car.wishes, self.entity_description.name_of_wish, value)
        self.place.async_set_wishes(self.car, wishes)


@callback
def async_add_controls(
    hass: HomeAssistant,
    entry: TeslaHomeEnergyConfigEntry,
    platform: Platform,
    async_add_entities: AddConfigEntryEntitiesCallback,
) -> None:
    """Add what a platform has of each place and its cars; a car's belong to its device, not to the place."""
    async_remove_left_over(hass, entry, platform)
    for place_id, place in async_get_places(entry).items():
        async_add_entities(of_place(place, platform), config_subentry_id=place_id)
        async_add_entities(entity for car in place.cars.values() for entity in of_car(place, car, platform))


def of_place(place: ChargingPlace, platform: Platform) -> list[ChargingPlaceEntity]:
    """Return the entities of a platform that belong to a place."""
    if platform is Platform.SWITCH:
        return [ShadowSwitch(place, SHADOW_MODE)]
    if platform is Platform.SELECT:
        return [BatteryPrioritySelect(place, BATTERY_PRIORITY)]
    return []


def of_car(place: ChargingPlace, car: ChargingCar, platform: Platform) -> list[ChargingCarEntity]:
    """Return the entities of a platform that belong to a car."""
    if platform is Platform.SELECT:
        return [ChargingModeSelect(place, car, CHARGING_MODE)]
    if platform is Platform.NUMBER:
        return [ChargingNumber(place, car, row) for row in CHARGING_NUMBERS]
    if platform is Platform.TIME:
        return [ChargingTime(place, car, row) for row in CHARGING_TIMES]
    return []
