"""The answer of `vehicles/{vin}/vehicle_data`."""

from dataclasses import dataclass, field
from datetime import datetime

from .charge_state import ChargeState
from .climate_state import ClimateState
from .drive_state import DriveState
from .vehicle_config import VehicleConfig
from .vehicle_state import VehicleState


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleData:
    """A car's own account of itself; a part that the car did not send is None."""

    vin: str = field(repr=False)
    state: str | None = None
    charge: ChargeState | None = field(default=None, metadata={"key": "charge_state"})
    climate: ClimateState | None = field(default=None, metadata={"key": "climate_state"})
    drive: DriveState | None = field(default=None, metadata={"key": "drive_state"})
    vehicle_state: VehicleState | None = None
    config: VehicleConfig | None = field(default=None, metadata={"key": "vehicle_config"})

    @property
    def as_of(self) -> datetime | None:
        """When the newest part was true, by the car's clock, UTC."""
        parts = (self.charge, self.climate, self.drive, self.vehicle_state)
        return max((part.timestamp for part in parts if part and part.timestamp), default=None)
