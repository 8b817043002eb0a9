"""The cars and energy sites of an account."""

from typing import Any, override

from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator

from ..api import TeslaApi
from ..cadence import PRODUCTS_INTERVAL, retry_interval
from ..fleet_api import FleetApiError, Products
from ..fleet_api.models.record import as_json
from ..snapshots import Snapshots
from .entry import TeslaHomeEnergyConfigEntry
from .outage_log import OutageLog

_KIND = "products"


class ProductsCoordinator(DataUpdateCoordinator[Products]):
    """The cars and energy sites of the account."""

    config_entry: TeslaHomeEnergyConfigEntry

    def __init__(
        self, hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, api: TeslaApi, snapshots: Snapshots
    ) -> None:
        """Read once for the set-up, then seldom."""
        log = OutageLog(api.outages)
        super().__init__(hass, log, config_entry=entry, name=_KIND, update_interval=PRODUCTS_INTERVAL)
        self.api = api
        self.snapshots = snapshots
        self._failures = 0

    @property
    def remembered(self) -> Products | None:
        """What was read before the restart; None if nothing was."""
        return Products.read(self.snapshots.get(_KIND).get("products"))

    @override
    async def _async_update_data(self) -> Products:
        try:
            products = await self.api.fleet.products()
        except FleetApiError as error:
            self._failures += 1
            retry = retry_interval(self._failures, billed=False)
            raise self.api.read_failed(error, self.name, retry) from error
        self._failures = 0
        self.api.async_read_succeeded()
        self.snapshots.async_changed(_KIND, "", self._as_json)
        return products

    def _as_json(self) -> dict[str, Any]:
        products = self.data
        return {"products": [as_json(product) for product in (*products.vehicles, *products.energy_sites)]}

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
