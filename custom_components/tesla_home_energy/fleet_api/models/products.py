"""The answer of `products`: the cars and energy sites of the account."""

from dataclasses import dataclass, field
from typing import Any, Self

from .energy_site_components import Components
from .record import read_all
from .vehicle import Vehicle


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergySite:
    """One energy site of the account, with the few values that the product list holds."""

    energy_site_id: int = field(repr=False)
    site_name: str | None = field(default=None, repr=False)
    resource_type: str | None = None
    """``battery``, ``solar`` or ``wall_connector``."""
    gateway_id: str | None = field(default=None, repr=False)
    battery_type: str | None = None
    percentage_charged: float | None = None
    """%."""
    energy_left: float | None = None
    """Wh."""
    total_pack_energy: float | None = None
    """Wh."""
    battery_power: float | None = None
    """W, + discharges."""
    solar_power: float | None = None
    """W."""
    components: Components = field(default_factory=Components)

    @property
    def is_ghost(self) -> bool:
        """Whether the site has nothing to show (known: old, emptied sites stay in the list)."""
        components = self.components
        return not (components.battery or components.solar or components.wall_connectors)


@dataclass(frozen=True, slots=True, kw_only=True)
class Products:
    """The cars and energy sites of the account; ghost sites are left out."""

    vehicles: tuple[Vehicle, ...] = ()
    energy_sites: tuple[EnergySite, ...] = ()

    @classmethod
    def read(cls, value: Any) -> Self | None:
        """The products in a JSON list, told apart by what they carry (older lists lack `device_type`)."""
        if not isinstance(value, list):
            return None
        sites = read_all(EnergySite, value)
        return cls(
            vehicles=read_all(Vehicle, value),
            energy_sites=tuple(site for site in sites if not site.is_ghost),
        )
