"""Which cars hold the virtual key."""

from collections.abc import Mapping, Sequence
from typing import override

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator

from ..cadence import PAIRING_CHECK_INTERVAL, PAIRING_CHECKS, PAIRING_INTERVAL
from ..const import DOMAIN
from ..fleet_api import Feature, FleetApiError, FleetStatus
from ..issues import NOT_PAIRED
from ..pairing import CarPairing, PairingRecord
from .entry import TeslaHomeEnergyConfigEntry
from .outage_log import OutageLog
from .products import ProductsCoordinator
from .vehicle import VehicleCoordinator


class PairingCoordinator(DataUpdateCoordinator[Mapping[str, CarPairing]]):
    """Which cars hold the virtual key, by VIN, and their repair issues; cars that are gone are left out."""

    config_entry: TeslaHomeEnergyConfigEntry

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        products: ProductsCoordinator,
        cars: Mapping[str, VehicleCoordinator],
    ) -> None:
        """Start from what was remembered, and what the product list told."""
        log = OutageLog(products.api.outages)
        super().__init__(hass, log, config_entry=entry, name="pairing", update_interval=PAIRING_INTERVAL)
        self._products = products
        self._cars = cars
        self._told = PairingRecord(products.snapshots.get(self.name))
        self._checks_left = PAIRING_CHECKS
        self.data = self._pairings()
        entry.async_on_unload(self.async_add_listener(self._publish))

    @override
    async def _async_update_data(self) -> Mapping[str, CarPairing]:
        try:
            vins = [
                vin
                for vin, known in self._pairings().items()
                if known.needs_key or self._cars[vin].data.vehicle.command_signing != "off"
            ]
            if vins:
                self._told.tesla_says(await self._ask(vins))
        finally:
            pairings = self._pairings()
            settled = all(pairing.settled for pairing in pairings.values())
            self._checks_left = PAIRING_CHECKS if settled else self._checks_left - 1
            seldom = settled or self._checks_left <= 0
            self.update_interval = PAIRING_INTERVAL if seldom else PAIRING_CHECK_INTERVAL
        self._remember()
        return pairings

    @callback
    def _remember(self) -> None:
        self._products.snapshots.async_changed(self.name, "", self._told.as_json)

    async def _ask(self, vins: Sequence[str]) -> FleetStatus:
        api = self._products.api
        try:
            status = await api.fleet.fleet_status(vins)
        except FleetApiError as error:
            raise api.read_failed(error, self.name) from error
        api.async_read_succeeded()
        return status

    def _pairings(self) -> Mapping[str, CarPairing]:
        """What is known by now; no car needs a key where no commands are wanted."""
        api = self._products.api
        if api.features.isdisjoint({Feature.CONTROL_CHARGING, Feature.CONTROL_CARS}):
            return {}
        present = {vehicle.vin for vehicle in self._products.data.vehicles}
        cars = [car.data.vehicle for vin, car in self._cars.items() if vin in present]
        return {car.vin: self._told.pairing(car, signed=api.signs_commands(car)) for car in cars}

    @callback
    def async_car_says(self, vin: str, *, paired: bool) -> None:
        """Take a car's own word, which a command brought; ask Tesla too if the key is missing."""
        known = self.data.get(vin)
        if known is None or (known.needs_key and known.paired is paired):
            return
        self._told.car_says(vin, paired=paired)
        self._remember()
        self.async_set_updated_data(self._pairings())
        if not paired:
            self.config_entry.async_create_background_task(
                self.hass, self.async_refresh(), f"{DOMAIN} pairing"
            )

    async def async_check(self, vin: str) -> CarPairing | None:
        """Ask Tesla now, because somebody says that a car has been paired; None if the car is gone."""
        self._told.forget(vin)
        self._checks_left = PAIRING_CHECKS
        await self.async_refresh()
        return self.data.get(vin)

    @callback
    def _publish(self) -> None:
        for vin, car in self._cars.items():
            pairing = self.data.get(vin)
            if pairing is None or pairing.settled:
                car.issues.async_close(NOT_PAIRED)
            elif pairing.paired is False:
                car.issues.async_raise(NOT_PAIRED)
            car.async_update_listeners()
