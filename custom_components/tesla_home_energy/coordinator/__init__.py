"""Reading, one small coordinator per cadence; the intervals and their cost are in `cadence`.

A snapshot is immutable and says when its data was true (`as_of`), not when it was fetched.
"""

from .base import TeslaCoordinator
from .energy_site import (
    HistoryCoordinator,
    LiveStatusCoordinator,
    SiteInfoCoordinator,
    site_device_info,
)
from .entry import EnergySiteCoordinators, TeslaHomeEnergyConfigEntry, TeslaHomeEnergyData
from .pairing import PairingCoordinator
from .products import ProductsCoordinator
from .vehicle import VehicleCoordinator

__all__ = [
    "EnergySiteCoordinators",
    "HistoryCoordinator",
    "LiveStatusCoordinator",
    "PairingCoordinator",
    "ProductsCoordinator",
    "SiteInfoCoordinator",
    "TeslaCoordinator",
    "TeslaHomeEnergyConfigEntry",
    "TeslaHomeEnergyData",
    "VehicleCoordinator",
    "site_device_info",
]
