"""What a decision needs beside meter and settings: places, prices, the sun, and the budget."""

from collections.abc import Collection, Iterable, Mapping
from datetime import timedelta
from typing import Any, Final

from homeassistant.components.zone import ENTITY_ID_HOME
from homeassistant.core import HomeAssistant
from homeassistant.helpers import sun
from homeassistant.util import dt as dt_util

from ..const import CONF_PRICE_SENSOR, CONF_SOURCE, CONF_ZONE, SENSORS
from ..coordinator import EnergySiteCoordinators, TeslaHomeEnergyConfigEntry
from ..fleet_api import Category
from ..fleet_api.usage import month_end
from ..surplus import (
    COMMANDS_A_MONTH,
    COMMANDS_A_MONTH_EVENED,
    Budget,
    Inputs,
    MeterSample,
    PlaceSettings,
    PricePeriod,
)
from .car import ChargingCar
from .forecast import SolarForecast
from .inputs import car_inputs, daylight
from .location import locate
from .prices import sensor_prices, tariff_price, tariff_prices

WAKES_A_DAY: Final = 2
LONGEST_MONTH: Final = 31
"""Days: a month's commands last for each."""
_DAY: Final = timedelta(days=1)


class Context:
    """What surrounds a place."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        data: Mapping[str, Any],
        site: EnergySiteCoordinators | None,
    ) -> None:
        """Know nothing of the weather yet."""
        self._hass = hass
        self._entry = entry
        self._data = data
        self._site = site
        self._forecast = SolarForecast(hass)
        self._commands = COMMANDS_A_MONTH

    @property
    def is_day(self) -> bool:
        """Whether the sun is up."""
        return sun.is_up(self._hass)

    async def async_update(self) -> None:
        """Take in what others have to be asked for."""
        await self._forecast.async_update()

    def inputs(
        self, sample: MeterSample | None, cars: Collection[ChargingCar], place: PlaceSettings
    ) -> Inputs:
        """Return everything that a decision is made from."""
        if sample is not None:
            evened = sample.battery_power is not None
            self._commands = COMMANDS_A_MONTH_EVENED if evened else COMMANDS_A_MONTH
        now = dt_util.utcnow()
        rises, sets = daylight(self._hass, now)
        told = []
        for car in cars:
            car.location, car.distance = locate(
                self._hass,
                car.coordinator,
                site_id=None if self._data.get(CONF_SOURCE) == SENSORS else int(self._data[CONF_SOURCE]),
                zone=self._data.get(CONF_ZONE, ENTITY_ID_HOME),
            )
            told.append(
                car_inputs(
                    car.coordinator,
                    settings=car.wishes.settings(now),
                    memory=car.memory,
                    location=car.location,
                    commands=car.sender.sent,
                )
            )
        return Inputs(
            now=now.timestamp(),
            day=dt_util.as_local(now).toordinal(),
            meter=sample,
            cars=tuple(told),
            place=place,
            budget=self.budget(car.coordinator.vin for car in cars),
            prices=self.prices(),
            feed_in_price=self._feed_in_price(),
            sunrise=rises,
            sunset=sets,
            solar_left_today=self._forecast.left_today(now, sets),
            forecast=self._forecast.periods,
        )

    def budget(self, vins: Iterable[str]) -> Budget:
        """Return what the account's budget leaves for commands to these cars."""
        usage = self._entry.runtime_data.products.api.usage
        now, budget = dt_util.utcnow(), usage.budget
        price = budget.price(Category.COMMANDS)
        left = budget.left_for_loop(usage.ledger, now)
        days_left = (month_end(now) - now) / _DAY
        used = [self.commands_this_month([vin]) for vin in vins]
        wanted = sum(max(0, self._commands - commands) for commands in used)
        wake_price = budget.price(Category.WAKES)
        return Budget(
            commands_left_month=min(left / price, wanted),
            commands_due=self._commands / LONGEST_MONTH * len(used),
            days_left=days_left,
            wakes_left_today=min(WAKES_A_DAY, int(left / max(1.0, days_left) / wake_price)),
            command_price=price,
            wake_price=wake_price,
        )

    def commands_this_month(self, vins: Iterable[str]) -> int:
        """Return how many commands these cars were sent this month, whoever sent them."""
        ledger = self._entry.runtime_data.products.api.usage.ledger
        now = dt_util.utcnow()
        return sum(ledger.billed_to_car(vin, now).get(Category.COMMANDS, 0) for vin in vins)

    def commands_left_today(self, cars: Mapping[str, ChargingCar], most: int | None) -> int:
        """Return how many commands today has, when each day gets the same of what the month has left.

        Args:
            cars: Those of the place, by VIN.
            most: The most commands on a day; None: no such limit.
        """
        budget = self.budget(cars)
        left = int((budget.commands_left_month or 0.0) / max(1.0, budget.days_left))
        if most is None:
            return left
        today = dt_util.now().toordinal()
        used = sum(car.memory.commands_today for car in cars.values() if car.memory.day == today)
        return max(0, min(left, most - used))

    def prices(self) -> tuple[PricePeriod, ...]:
        """Return what the grid costs."""
        now = dt_util.utcnow()
        if sensor := self._data.get(CONF_PRICE_SENSOR):
            return sensor_prices(self._hass.states.get(sensor), now)
        return tariff_prices(self._tariff, now)

    @property
    def _tariff(self) -> Mapping[str, Any] | None:
        return self._site.info.data.tariff_content_v2 if self._site else None

    def _feed_in_price(self) -> float | None:
        sold = (self._tariff or {}).get("sell_tariff")
        return tariff_price(sold if isinstance(sold, Mapping) else None, dt_util.now())
