"""What an account's config entry holds while it is loaded."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from homeassistant.config_entries import ConfigEntry

from ..api import vehicle_name

if TYPE_CHECKING:
    from .base import TeslaCoordinator
    from .energy_site import HistoryCoordinator, LiveStatusCoordinator, SiteInfoCoordinator
    from .pairing import PairingCoordinator
    from .products import ProductsCoordinator
    from .vehicle import VehicleCoordinator

type TeslaHomeEnergyConfigEntry = ConfigEntry[TeslaHomeEnergyData]


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergySiteCoordinators:
    """The three cadences of one energy site."""

    live: LiveStatusCoordinator
    info: SiteInfoCoordinator
    history: HistoryCoordinator


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
        """All that read a car or an energy site."""
        sites = self.energy_sites.values()
        return (
            *self.vehicles.values(),
            *(site.live for site in sites),
            *(site.info for site in sites),
            *(site.history for site in sites),
        )
