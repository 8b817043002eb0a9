"""Setting up a charging place: where the powers come from, which cars, and who comes first."""

from collections.abc import Mapping
from typing import Any, Final

import voluptuous as vol

from homeassistant.components.sensor import SensorDeviceClass
from homeassistant.components.zone import ENTITY_ID_HOME
from homeassistant.components.zone.const import DOMAIN as ZONE_DOMAIN
from homeassistant.config_entries import (
    ConfigEntryState,
    ConfigSubentry,
    ConfigSubentryFlow,
    SubentryFlowResult,
)
from homeassistant.const import Platform
from homeassistant.core import callback
from homeassistant.data_entry_flow import section
from homeassistant.helpers.selector import (
    EntitySelector,
    EntitySelectorConfig,
    EntityWithDeviceFilterSelectorConfig,
    NumberSelector,
    NumberSelectorConfig,
    NumberSelectorMode,
    SelectOptionDict,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
)

from .charging.meter import is_percentage, read_number, read_power
from .const import (
    CONF_BATTERY_CAPACITY,
    CONF_BATTERY_LEVEL_SENSOR,
    CONF_BATTERY_POWER,
    CONF_BATTERY_PRIORITY,
    CONF_BATTERY_RESERVE,
    CONF_BATTERY_SENSOR,
    CONF_CARS,
    CONF_COMMANDS_PER_DAY,
    CONF_DEMAND_LIMIT,
    CONF_FUSE,
    CONF_GRID_LIMIT,
    CONF_GRID_LIMIT_CURRENT,
    CONF_GRID_PHASES,
    CONF_GRID_SENSOR,
    CONF_MARGIN,
    CONF_PRICE_SENSOR,
    CONF_SOLAR_SENSOR,
    CONF_SOLAR_SHARE,
    CONF_SOURCE,
    CONF_ZONE,
    MANUFACTURER,
    SENSORS,
    SUBENTRY_CHARGING_PLACE,
)
from .coordinator import TeslaHomeEnergyData
from .fleet_api import Feature
from .surplus import BatteryPriority

CONF_ADVANCED: Final = "advanced"
LEAST_POWER: Final = 50.0
"""W: what is less has no sign to speak of."""
_POWER_SENSORS: Final = (CONF_GRID_SENSOR, CONF_SOLAR_SENSOR, CONF_BATTERY_SENSOR)
_POWERS: Final = EntitySelector(
    EntitySelectorConfig(
        filter=EntityWithDeviceFilterSelectorConfig(
            domain=Platform.SENSOR, device_class=SensorDeviceClass.POWER
        )
    )
)
_LEVELS: Final = EntitySelector(
    EntitySelectorConfig(
        filter=EntityWithDeviceFilterSelectorConfig(
            domain=Platform.SENSOR, device_class=SensorDeviceClass.BATTERY
        )
    )
)


def _number(least: float, most: float, step: float, unit: str) -> NumberSelector:
    return NumberSelector(
        NumberSelectorConfig(
            min=least, max=most, step=step, unit_of_measurement=unit, mode=NumberSelectorMode.BOX
        )
    )


_COMMANDS: Final = NumberSelector(NumberSelectorConfig(min=10, max=1000, step=1, mode=NumberSelectorMode.BOX))


_ADVANCED: Final = vol.Schema(
    {
        vol.Optional(CONF_FUSE): _number(6, 200, 1, "A"),
        vol.Required(CONF_GRID_PHASES, default="1"): SelectSelector(
            SelectSelectorConfig(options=["1", "3"], mode=SelectSelectorMode.DROPDOWN)
        ),
        vol.Optional(CONF_GRID_LIMIT): _number(0.5, 100, 0.1, "kW"),
        vol.Optional(CONF_GRID_LIMIT_CURRENT): _number(1, 200, 1, "A"),
        vol.Optional(CONF_DEMAND_LIMIT): _number(0.5, 100, 0.1, "kW"),
        vol.Required(CONF_MARGIN, default=0): _number(-5000, 5000, 10, "W"),
        vol.Required(CONF_SOLAR_SHARE, default=100): _number(10, 100, 5, "%"),
        vol.Optional(CONF_BATTERY_RESERVE): _number(0, 100, 1, "%"),
        vol.Optional(CONF_COMMANDS_PER_DAY): _COMMANDS,
        vol.Optional(CONF_PRICE_SENSOR): EntitySelector(EntitySelectorConfig(domain=Platform.SENSOR)),
        vol.Required(CONF_ZONE, default=ENTITY_ID_HOME): EntitySelector(
            EntitySelectorConfig(domain=ZONE_DOMAIN)
        ),
    }
)


class ChargingPlaceFlow(ConfigSubentryFlow):
    """One subentry for each place where cars charge."""

    def __init__(self) -> None:
        """Nothing is answered yet."""
        super().__init__()
        self._answers: dict[str, Any] = {}

    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask the three questions."""
        return await self._async_step("user", user_input)

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask them again."""
        return await self._async_step("reconfigure", user_input)

    async def _async_step(self, step_id: str, user_input: dict[str, Any] | None) -> SubentryFlowResult:
        entry = self._get_entry()
        if entry.state is not ConfigEntryState.LOADED:
            return self.async_abort(reason="not_loaded")
        account: TeslaHomeEnergyData = entry.runtime_data
        if Feature.CONTROL_CHARGING not in account.products.api.features:
            return self.async_abort(reason="charging_not_allowed")
        cars = self._free_cars(account)
        if not cars:
            return self.async_abort(reason="no_free_cars")
        errors = {}
        if user_input is not None:
            advanced = user_input.pop(CONF_ADVANCED)
            self._answers = {**user_input, **advanced}
            if not user_input[CONF_CARS]:
                errors[CONF_CARS] = "no_cars"
            elif user_input[CONF_SOURCE] == SENSORS:
                return await self.async_step_sensors()
            else:
                return self._finish()
        before = self._answers or (dict(self._subentry.data) if self._subentry else {})
        return self.async_show_form(
            step_id=step_id,
            data_schema=self.add_suggested_values_to_schema(
                _questions(_sources(account), cars), {**before, CONF_ADVANCED: before}
            ),
            errors=errors,
        )

    @property
    def _subentry(self) -> ConfigSubentry | None:
        """What is changed; None for a new place."""
        return self._get_reconfigure_subentry() if self.source == "reconfigure" else None

    def _free_cars(self, account: TeslaHomeEnergyData) -> list[SelectOptionDict]:
        """Return the cars that charge at no other place."""
        ours = self._subentry.subentry_id if self._subentry else None
        taken = {
            vin
            for place in self._get_entry().get_subentries_of_type(SUBENTRY_CHARGING_PLACE)
            if place.subentry_id != ours
            for vin in place.data[CONF_CARS]
        }
        return [
            SelectOptionDict(value=vin, label=name)
            for vin, name in account.vehicle_names.items()
            if vin not in taken
        ]

    async def async_step_sensors(self, user_input: dict[str, Any] | None = None) -> SubentryFlowResult:
        """Ask for the sensors of a home without an energy site, and look whether they can be right."""
        errors: dict[str, str] = {}
        if user_input is not None:
            errors = self._judged(user_input)
            if not errors:
                self._answers |= user_input
                return self._finish()
        schema = vol.Schema(
            {
                vol.Required(CONF_GRID_SENSOR): _POWERS,
                vol.Optional(CONF_SOLAR_SENSOR): _POWERS,
                vol.Optional(CONF_BATTERY_SENSOR): _POWERS,
                vol.Optional(CONF_BATTERY_LEVEL_SENSOR): _LEVELS,
                vol.Optional(CONF_BATTERY_CAPACITY): _number(1, 200, 0.1, "kWh"),
                vol.Optional(CONF_BATTERY_POWER): _number(0.5, 50, 0.1, "kW"),
            }
        )
        before = user_input or (dict(self._subentry.data) if self._subentry else {})
        return self.async_show_form(
            step_id="sensors",
            data_schema=self.add_suggested_values_to_schema(schema, before),
            errors=errors,
        )

    def _judged(self, sensors: Mapping[str, Any]) -> dict[str, str]:
        """Return what is wrong with the sensors: no number, another unit, a sign that cannot be."""
        errors: dict[str, str] = {}
        powers: dict[str, float] = {}
        for field in _POWER_SENSORS:
            if (entity_id := sensors.get(field)) is None:
                continue
            state = self.hass.states.get(entity_id)
            power = read_power(state)
            if power is not None:
                powers[field] = power
            else:
                errors[field] = "no_number" if read_number(state) is None else "wrong_unit"
        if level := sensors.get(CONF_BATTERY_LEVEL_SENSOR):
            state = self.hass.states.get(level)
            if state is None or read_number(state) is None or not is_percentage(state):
                errors[CONF_BATTERY_LEVEL_SENSOR] = "no_percentage"
        fields = (*_POWER_SENSORS, CONF_BATTERY_LEVEL_SENSOR)
        chosen = [sensors[field] for field in fields if field in sensors]
        if len(set(chosen)) < len(chosen):
            errors["base"] = "same_sensor"
        return errors or _wrong_signs(powers)

    @callback
    def _finish(self) -> SubentryFlowResult:
        title = self._title()
        if self._subentry is None:
            return self.async_create_entry(title=title, data=self._answers)
        # The integration begins anew by itself when a place changes.
        return self.async_update_and_abort(self._get_entry(), self._subentry, title=title, data=self._answers)

    def _title(self) -> str:
        account: TeslaHomeEnergyData = self._get_entry().runtime_data
        sources = {option["value"]: option["label"] for option in _sources(account)}
        if self._answers[CONF_SOURCE] in sources:
            return sources[self._answers[CONF_SOURCE]]
        zone = self.hass.states.get(self._answers[CONF_ZONE])
        return zone.name if zone else self.hass.config.location_name


def _wrong_signs(powers: Mapping[str, float]) -> dict[str, str]:
    """Return which powers have a sign that cannot be.

    Solar power is never below nothing. What the house uses is what solar, battery and grid give together, and
    that is never below nothing either: if it is, the sign of grid or battery is turned round.
    """
    if powers.get(CONF_SOLAR_SENSOR, 0.0) < -LEAST_POWER:
        return {CONF_SOLAR_SENSOR: "negative_solar"}
    if CONF_SOLAR_SENSOR in powers and sum(powers.values()) < -LEAST_POWER:
        return {CONF_GRID_SENSOR: "wrong_sign"}
    return {}


def _sources(account: TeslaHomeEnergyData) -> list[SelectOptionDict]:
    return [
        SelectOptionDict(value=str(number), label=site.live.site.site_name or MANUFACTURER)
        for number, site in account.energy_sites.items()
    ]


def _questions(sources: list[SelectOptionDict], cars: list[SelectOptionDict]) -> vol.Schema:
    offered = [*sources, SelectOptionDict(value=SENSORS, label=SENSORS)]
    return vol.Schema(
        {
            vol.Required(CONF_SOURCE, default=offered[0]["value"]): SelectSelector(
                SelectSelectorConfig(
                    options=offered, mode=SelectSelectorMode.LIST, translation_key=CONF_SOURCE
                )
            ),
            vol.Required(CONF_CARS, default=[car["value"] for car in cars]): SelectSelector(
                SelectSelectorConfig(options=cars, multiple=True, mode=SelectSelectorMode.LIST)
            ),
            vol.Required(CONF_BATTERY_PRIORITY, default=BatteryPriority.FULL_BY_SUNSET.value): SelectSelector(
                SelectSelectorConfig(
                    options=[priority.value for priority in BatteryPriority],
                    mode=SelectSelectorMode.LIST,
                    translation_key=CONF_BATTERY_PRIORITY,
                )
            ),
            vol.Required(CONF_ADVANCED): section(_ADVANCED, {"collapsed": True}),
        }
    )
