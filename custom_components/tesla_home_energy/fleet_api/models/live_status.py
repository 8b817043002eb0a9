"""The answer of `energy_sites/{id}/live_status`."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class WallConnector:
    """A Wall Connector in the live status."""

    din: str = field(repr=False)
    vin: str | None = field(default=None, repr=False)
    """The car, only while a Tesla is plugged in."""
    state: int | None = field(default=None, metadata={"key": "wall_connector_state"})
    """Undocumented; not to be interpreted."""
    fault_state: int | None = field(default=None, metadata={"key": "wall_connector_fault_state"})
    """Undocumented; assumed: 2 is ready, 7 foldback, 8 charging."""
    power: float | None = field(default=None, metadata={"key": "wall_connector_power"})
    """W; above zero is charging."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveStatus:
    """Power flows of an energy site, W: grid + imports, battery + discharges.

    Known: ``load = solar + battery + grid (+ generator)``, and the Wall Connector is part of the load.
    """

    solar_power: float | None = None
    battery_power: float | None = None
    grid_power: float | None = None
    load_power: float | None = None
    generator_power: float | None = None
    grid_services_power: float | None = None
    energy_left: float | None = None
    """Wh."""
    total_pack_energy: float | None = None
    """Wh; solar-only sites send 1."""
    percentage_charged: float | None = None
    """State of charge as in Tesla's app, %."""
    backup_capable: bool | None = None
    grid_services_active: bool | None = None
    storm_mode_active: bool | None = None
    grid_status: str | None = None
    """``Active``, ``Inactive`` or ``Unknown``."""
    island_status: str | None = None
    """``on_grid``, ``off_grid``, ``off_grid_intentional``, ``off_grid_unintentional``, …"""
    wall_connectors: tuple[WallConnector, ...] = ()
    timestamp: datetime | None = None

    @property
    def as_of(self) -> datetime | None:
        """When this was true, UTC; Tesla's servers hand out values that are seconds to minutes old."""
        return self.timestamp
