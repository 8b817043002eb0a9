"""Reading, one small coordinator per cadence, its cost beside its interval.

A snapshot is immutable and says when its data was true (`as_of`), not when it was fetched.
"""

from abc import abstractmethod
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any, override

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import device_registry as dr
from homeassistant.helpers.device_registry import DeviceInfo
from homeassistant.helpers.event import async_call_later
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator
from homeassistant.util import dt as dt_util

from .api import TeslaApi, reading, vehicle_name
from .const import DOMAIN, LOGGER, MANUFACTURER
from .fleet_api import (
    EnergySite,
    Feature,
    FleetApi,
    LiveStatus,
    Products,
    SiteInfo,
    Vehicle,
    VehicleAsleep,
    WallConnector,
)
from .issues import MOBILE_ACCESS_DISABLED, NOT_PAIRED, CarIssues
from .pairing import CarPairing, PairingRecord
from .vehicle_command import find_command
from .vehicle_snapshot import VehicleSnapshot

PRODUCTS_INTERVAL = timedelta(hours=1)
"""`products`, free: 24 a day, to notice a new car or energy site."""

VEHICLE_INTERVAL = timedelta(minutes=5)
"""The free state call: 288 a day and car. `vehicle_data` ($0.002) follows only when it is due, see below."""

LIVE_INTERVAL = timedelta(minutes=1)
"""`live_status`: 1,440 a day and site; assumed to be free (nobody has been billed for energy sites)."""

INFO_INTERVAL = timedelta(hours=1)
"""`site_info`: 24 a day and site, and one after each write of ours."""

PAIRING_INTERVAL = timedelta(hours=6)
"""`fleet_status`, one for all cars: 4 a day; price unknown, at worst $0.002 each as other data."""

PAIRING_CHECK_INTERVAL = timedelta(minutes=10)
"""`fleet_status` while a car that needs the key is not known to hold it, `PAIRING_CHECKS` times."""

PAIRING_CHECKS = 36
"""Six hours, time enough to walk to the car: at worst $0.07."""

READ_BACK_DELAY = timedelta(seconds=5)
"""How long a car or site is given before its state is read after a command: $0.002 for a car."""


type TeslaHomeEnergyConfigEntry = ConfigEntry[TeslaHomeEnergyData]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergySiteCoordinators:
    """The two cadences of one energy site."""

    live: LiveStatusCoordinator
    info: SiteInfoCoordinator


@dataclass(frozen=True, slots=True, kw_only=True)
class TeslaHomeEnergyData:
    """What an account's entry holds while it is loaded, by VIN and by energy site id."""

    products: ProductsCoordinator
    pairing: PairingCoordinator
    vehicles: Mapping[str, VehicleCoordinator]
    energy_sites: Mapping[int, EnergySiteCoordinators]

    @property
    def vehicle_names(self) -> Mapping[str, str]:
        """What the account's cars are called, by VIN."""
        return {vin: vehicle_name(car.data.vehicle) for vin, car in self.vehicles.items()}

    @property
    def coordinators(self) -> tuple[TeslaCoordinator[Any], ...]:
        """All that read."""
        sites = self.energy_sites.values()
        return (*self.vehicles.values(), *(site.live for site in sites), *(site.info for site in sites))


class ProductsCoordinator(DataUpdateCoordinator[Products]):
    """The cars and energy sites of the account."""

    config_entry: TeslaHomeEnergyConfigEntry

    def __init__(self, hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, api: TeslaApi) -> None:
        """Read once for the set-up, then seldom."""
        super().__init__(hass, LOGGER, config_entry=entry, name="products", update_interval=PRODUCTS_INTERVAL)
        self.api = api

    @override
    async def _async_update_data(self) -> Products:
        with reading(self.name):
            return await self.api.fleet.products()

    @callback
    def async_reload_when_more(self) -> None:
        """Set the entry up again when a car or energy site is new.

        One that is gone stays: a short answer of Tesla's would else delete what its owner has set.
        """
        known = _identities(self.data)

        @callback
        def compare() -> None:
            if _identities(self.data) - known:
                self.hass.config_entries.async_schedule_reload(self.config_entry.entry_id)

        self.config_entry.async_on_unload(self.async_add_listener(compare))


def _identities(products: Products) -> set[str | int]:
    return {car.vin for car in products.vehicles} | {site.energy_site_id for site in products.energy_sites}


class TeslaCoordinator[DataT](DataUpdateCoordinator[DataT]):
    """What the coordinators share: the device, the one door out, the reading back."""

    config_entry: TeslaHomeEnergyConfigEntry

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        api: TeslaApi,
        *,
        kind: str,
        interval: timedelta,
        identifier: str,
        device_info: DeviceInfo,
    ) -> None:
        """Read every `interval`; `kind` names the coordinator in the log, where no identity may stand."""
        super().__init__(hass, LOGGER, config_entry=entry, name=kind, update_interval=interval)
        self.api = api
        self.identifier = identifier
        self.device_info = device_info
        self._asked_for = False
        self._cancel_read_back: CALLBACK_TYPE | None = None

    @override
    async def _async_update_data(self) -> DataT:
        asked_for, self._asked_for = self._asked_for, False
        with reading(self.name):
            return await self._async_read(asked_for=asked_for)

    @abstractmethod
    async def _async_read(self, *, asked_for: bool) -> DataT:
        """Read from Tesla; `asked_for` when a person or a command wants it now."""

    @override
    async def async_request_refresh(self) -> None:
        self._asked_for = True
        await super().async_request_refresh()

    @callback
    def async_expect(self, data: DataT) -> None:
        """Show what a command that succeeded makes likely, and read back what came of it."""
        self.async_set_updated_data(data)
        self.async_read_back()

    @callback
    def async_read_back(self) -> None:
        """Read in a moment, once however many commands there were."""
        self._stop_read_back()
        self._cancel_read_back = async_call_later(self.hass, READ_BACK_DELAY, self._read_back)

    async def _read_back(self, _: datetime) -> None:
        self._cancel_read_back = None
        await self.async_request_refresh()

    @callback
    def _stop_read_back(self) -> None:
        if self._cancel_read_back is not None:
            self._cancel_read_back()
            self._cancel_read_back = None

    @override
    async def async_shutdown(self) -> None:
        self._stop_read_back()
        await super().async_shutdown()


class VehicleCoordinator(TeslaCoordinator[VehicleSnapshot]):
    """One car: the free state call, then `vehicle_data` if it is online and that is due. Never wakes it."""

    def __init__(
        self, hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, api: TeslaApi, vehicle: Vehicle
    ) -> None:
        """Start from what the product list told."""
        super().__init__(
            hass,
            entry,
            api,
            kind="car",
            interval=VEHICLE_INTERVAL,
            identifier=vehicle.vin,
            device_info=DeviceInfo(
                identifiers={(DOMAIN, vehicle.vin)},
                manufacturer=MANUFACTURER,
                model=vehicle.model,
                model_id=str(vehicle.model_year) if vehicle.model_year else None,
                name=vehicle_name(vehicle),
                serial_number=vehicle.vin,
            ),
        )
        self.vin = vehicle.vin
        self.issues = CarIssues(hass, entry, vehicle.vin, vehicle_name(vehicle))
        self.data = VehicleSnapshot(vehicle=vehicle)

    @override
    async def _async_read(self, *, asked_for: bool) -> VehicleSnapshot:
        if asked_for and not self.pairing.settled:
            await self.config_entry.runtime_data.pairing.async_request_refresh()
        snapshot = replace(self.data, vehicle=await self.api.fleet.vehicle(self.vin))
        now = dt_util.utcnow()
        if not snapshot.vehicle.online or not (asked_for or snapshot.due(now)):
            return snapshot
        try:
            data = await self.api.vehicle_data(snapshot.vehicle)
        except VehicleAsleep:  # it fell asleep between the two calls
            return snapshot
        return replace(snapshot, data=data, read_at=now, charge=data.charge or snapshot.charge)

    async def async_command(
        self, command: str, parameters: Mapping[str, Any], *, expect: Mapping[str, Any]
    ) -> None:
        """Send a command through the one door, then show the charge state that it makes likely.

        Raises:
            HomeAssistantError: The command was not carried out; nothing that is shown has changed.
        """
        pairing = self.config_entry.runtime_data.pairing
        try:
            await self.api.async_command(self.data.vehicle, command, parameters)
        except HomeAssistantError as error:
            if error.translation_key in {"not_paired", "key_inactive"}:
                pairing.async_car_says(self.vin, paired=False)
            elif error.translation_key == MOBILE_ACCESS_DISABLED:
                self.issues.async_raise(MOBILE_ACCESS_DISABLED)
            raise
        self.issues.async_close(MOBILE_ACCESS_DISABLED)
        if self.api.signs_commands(self.data.vehicle) and not find_command(command).rest_only:
            pairing.async_car_says(self.vin, paired=True)
        self.async_expect(replace(self.data, charge=replace(self.data.charge, **expect)))

    @property
    def pairing(self) -> CarPairing:
        """What is known of the car and the virtual key."""
        return self.config_entry.runtime_data.pairing.data.get(self.vin, CarPairing(needs_key=False))

    @property
    def reads_signed(self) -> bool:
        """Whether the car is read by signed message ($0.001 instead of $0.002)."""
        return self.api.reads_signed(self.data.vehicle)

    async def async_set_signed_reading(self, *, on: bool) -> None:
        """Read the car by signed message, or not; it ends by itself where the Fleet API does not pass it."""
        self.api.async_set_signed_reading(self.data.vehicle, on=on)
        self.async_update_listeners()

    async def async_wake_up(self) -> None:
        """Wake the car ($0.02) and read it.

        Raises:
            HomeAssistantError: It did not wake.
        """
        await self.api.async_wake_up(self.data.vehicle)
        await self.async_request_refresh()


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
        """Start from what the product list told: nothing is known of the key."""
        super().__init__(hass, LOGGER, config_entry=entry, name="pairing", update_interval=PAIRING_INTERVAL)
        self._products = products
        self._cars = cars
        self._told = PairingRecord()
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
                with reading(self.name):
                    self._told.tesla_says(await self._products.api.fleet.fleet_status(vins))
        finally:
            pairings = self._pairings()
            settled = all(pairing.settled for pairing in pairings.values())
            self._checks_left = PAIRING_CHECKS if settled else self._checks_left - 1
            seldom = settled or self._checks_left <= 0
            self.update_interval = PAIRING_INTERVAL if seldom else PAIRING_CHECK_INTERVAL
        return pairings

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


class LiveStatusCoordinator(TeslaCoordinator[LiveStatus]):
    """Power flows of one energy site, and its Wall Connectors."""

    def __init__(
        self, hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, api: TeslaApi, site: EnergySite
    ) -> None:
        """Stand for one energy site."""
        super().__init__(
            hass,
            entry,
            api,
            kind="energy site live status",
            interval=LIVE_INTERVAL,
            identifier=str(site.energy_site_id),
            device_info=site_device_info(site),
        )
        self.site = site
        self.data = LiveStatus()

    @override
    async def _async_read(self, *, asked_for: bool) -> LiveStatus:
        return await self.api.fleet.live_status(self.site.energy_site_id)

    @property
    def wall_connectors(self) -> Mapping[str, WallConnector]:
        """The Wall Connectors of the last reading by DIN."""
        return {connector.din: connector for connector in self.data.wall_connectors}

    def wall_connector_device_info(self, din: str) -> DeviceInfo:
        """Describe a Wall Connector, which belongs to its energy site."""
        devices = {device.din: device for device in self.site.components.wall_connectors}
        device = devices.get(din)
        return DeviceInfo(
            identifiers={(DOMAIN, din)},
            manufacturer=MANUFACTURER,
            model=(device.part_name if device else None) or "Wall Connector",
            translation_key="wall_connector",
            serial_number=din.partition("--")[2] or None,
            via_device_id=dr.async_get_device_id_by_identifier(
                self.hass, (DOMAIN, self.identifier), config_entry_id=self.config_entry.entry_id
            ),
        )


class SiteInfoCoordinator(TeslaCoordinator[SiteInfo]):
    """Settings of one energy site, read seldom and after each write."""

    def __init__(
        self, hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, api: TeslaApi, site: EnergySite
    ) -> None:
        """Stand for one energy site."""
        super().__init__(
            hass,
            entry,
            api,
            kind="energy site info",
            interval=INFO_INTERVAL,
            identifier=str(site.energy_site_id),
            device_info=site_device_info(site),
        )
        self.site = site
        self.data = SiteInfo()

    @override
    async def _async_read(self, *, asked_for: bool) -> SiteInfo:
        return await self.api.fleet.site_info(self.site.energy_site_id)

    async def async_write(
        self, write: Callable[[FleetApi, int], Awaitable[None]], expect: Callable[[SiteInfo], SiteInfo]
    ) -> None:
        """Change a setting through the one door, then show what it makes likely and read it back.

        A site may answer "updated" and change nothing, so only the reading tells.

        Raises:
            HomeAssistantError: Tesla did not take it; nothing that is shown has changed.
        """
        name = self.site.site_name or MANUFACTURER
        await self.api.async_write(write(self.api.fleet, self.site.energy_site_id), name)
        self.async_expect(expect(self.data))


def site_device_info(site: EnergySite) -> DeviceInfo:
    """Describe an energy site."""
    info = DeviceInfo(
        identifiers={(DOMAIN, str(site.energy_site_id))},
        manufacturer=MANUFACTURER,
        model="Powerwall" if site.components.battery else "Solar",
    )
    if site.site_name:
        info["name"] = site.site_name
    else:
        info["translation_key"] = "energy_site"
    return info
