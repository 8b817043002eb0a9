"""What the loop of a charging place does, and why."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final, override

from homeassistant.components.sensor import (
    SensorDeviceClass,
    SensorEntity,
    SensorEntityDescription,
    SensorStateClass,
)
from homeassistant.const import (
    EntityCategory,
    Platform,
    UnitOfElectricCurrent,
    UnitOfLength,
    UnitOfPower,
    UnitOfRatio,
)
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.entity_platform import AddConfigEntryEntitiesCallback
from homeassistant.helpers.typing import StateType
from homeassistant.util import dt as dt_util

from .charging import ChargingCar, ChargingPlace, State, async_get_places, share
from .charging_entity import ChargingCarEntity, ChargingPlaceEntity, async_remove_left_over
from .charging_words import async_car_sentence
from .coordinator import TeslaHomeEnergyConfigEntry
from .surplus import Reason

ATTR_SENTENCE: Final = "sentence"
ATTR_NEXT_CHANGE: Final = "next_change"


@dataclass(frozen=True, kw_only=True)
class CarSensorDescription(SensorEntityDescription):
    """A row of a car: the value, where None is unknown."""

    value_fn: Callable[[ChargingCar], StateType | datetime]


@dataclass(frozen=True, kw_only=True)
class PlaceSensorDescription(SensorEntityDescription):
    """A row of a place."""

    value_fn: Callable[[ChargingPlace], StateType]


def _share(key: str, value_fn: Callable[[ChargingCar], float | None]) -> CarSensorDescription:
    return CarSensorDescription(
        key=key,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfRatio.PERCENTAGE,
        suggested_display_precision=0,
        value_fn=value_fn,
    )


def _next_change(car: ChargingCar) -> datetime | None:
    at = car.decision.next_change_at if car.decision else None
    return None if at is None else dt_util.utc_from_timestamp(at).replace(microsecond=0)


CHARGING_REASON: Final = CarSensorDescription(
    key="charging_reason",
    device_class=SensorDeviceClass.ENUM,
    options=[reason.value for reason in Reason],
    value_fn=lambda car: car.reason,
)

CHARGING_SENSORS: tuple[CarSensorDescription, ...] = (
    CarSensorDescription(
        key="charging_control",
        device_class=SensorDeviceClass.ENUM,
        options=[state.value for state in State],
        value_fn=lambda car: car.state,
    ),
    CarSensorDescription(
        key="next_charging_change",
        device_class=SensorDeviceClass.TIMESTAMP,
        value_fn=_next_change,
    ),
    CarSensorDescription(
        key="target_current",
        device_class=SensorDeviceClass.CURRENT,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfElectricCurrent.AMPERE,
        suggested_display_precision=0,
        value_fn=lambda car: car.decision.target_current if car.decision else None,
    ),
    _share("solar_share_session", lambda car: share(car.energies.session_solar, car.energies.session)),
    _share("solar_share_today", lambda car: share(car.energies.today_solar, car.energies.today)),
    _share(
        "solar_share_this_month",
        lambda car: share(car.energies.this_month_solar, car.energies.this_month),
    ),
    CarSensorDescription(
        key="manual_changes",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda car: car.memory.by_hand,
    ),
    CarSensorDescription(
        key="distance_from_place",
        device_class=SensorDeviceClass.DISTANCE,
        native_unit_of_measurement=UnitOfLength.METERS,
        suggested_display_precision=0,
        entity_category=EntityCategory.DIAGNOSTIC,
        entity_registry_enabled_default=False,
        value_fn=lambda car: car.distance,
    ),
)

PLACE_SENSORS: tuple[PlaceSensorDescription, ...] = (
    PlaceSensorDescription(
        key="surplus",
        device_class=SensorDeviceClass.POWER,
        state_class=SensorStateClass.MEASUREMENT,
        native_unit_of_measurement=UnitOfPower.WATT,
        suggested_unit_of_measurement=UnitOfPower.KILO_WATT,
        suggested_display_precision=1,
        value_fn=lambda place: place.decision.surplus if place.decision else None,
    ),
    PlaceSensorDescription(
        key="commands_this_month",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda place: place.context.commands_this_month(place.cars),
    ),
    PlaceSensorDescription(
        key="commands_left_today",
        entity_category=EntityCategory.DIAGNOSTIC,
        value_fn=lambda place: place.commands_left_today,
    ),
)


class CarSensor(ChargingCarEntity, SensorEntity):
    """A value of a car."""

    entity_description: CarSensorDescription

    @property
    @override
    def native_value(self) -> StateType | datetime:
        return self.entity_description.value_fn(self.car)


class ReasonSensor(CarSensor):
    """Why a car charges as it does, with the numbers, as a sentence, and until when."""

    @property
    @override
    def extra_state_attributes(self) -> Mapping[str, Any] | None:
        decision = self.car.decision
        if decision is None:
            return None
        surplus = self.place.decision.surplus if self.place.decision else None
        at = _next_change(self.car)
        return {
            **decision.numbers,
            ATTR_SENTENCE: async_car_sentence(self.hass, self.car, surplus),
            ATTR_NEXT_CHANGE: at and at.isoformat(),
        }


class PlaceSensor(ChargingPlaceEntity, SensorEntity):
    """A value of a place."""

    entity_description: PlaceSensorDescription

    @property
    @override
    def native_value(self) -> StateType:
        return self.entity_description.value_fn(self.place)


@callback
def async_add_charging_sensors(
    hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, async_add_entities: AddConfigEntryEntitiesCallback
) -> None:
    """Add the sensors of each place and its cars."""
    async_remove_left_over(hass, entry, Platform.SENSOR)
    for place_id, place in async_get_places(entry).items():
        async_add_entities((PlaceSensor(place, row) for row in PLACE_SENSORS), config_subentry_id=place_id)
        for car in place.cars.values():
            async_add_entities([ReasonSensor(place, car, CHARGING_REASON)])
            async_add_entities(CarSensor(place, car, row) for row in CHARGING_SENSORS)
