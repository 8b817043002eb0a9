"""A car as last heard of, and when reading it is worth its price again."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from .fleet_api import ChargeState, Vehicle, VehicleData

ACTIVE_INTERVAL = timedelta(minutes=10)
"""`vehicle_data` of a car that charges or drives: $0.012 an hour."""

PARKED_INTERVAL = timedelta(minutes=30)
"""`vehicle_data` of a car that is awake and idle: seldom enough that it falls asleep between two readings."""

_MOVING = {"D", "N", "R"}
_CHARGING = {"Charging", "Starting"}


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleSnapshot:
    """A car as last heard of.

    Attributes:
        vehicle: What the free state call tells.
        data: The last `vehicle_data`; None before the first.
        read_at: When `data` was fetched.
        charge: The charge state; every value None before the first `vehicle_data`.
    """

    vehicle: Vehicle
    data: VehicleData | None = None
    read_at: datetime | None = None
    charge: ChargeState = field(default_factory=ChargeState)

    @property
    def as_of(self) -> datetime | None:
        """When the car itself took the values of `data`."""
        return self.data.as_of if self.data else None

    @property
    def active(self) -> bool:
        """Whether the car charges or drives, so that its values change."""
        drive = self.data.drive if self.data else None
        return self.charge.charging_state in _CHARGING or (drive is not None and drive.shift_state in _MOVING)

    def due(self, now: datetime) -> bool:
        """Whether `vehicle_data` is worth its price again."""
        interval = ACTIVE_INTERVAL if self.active else PARKED_INTERVAL
        return self.read_at is None or now - self.read_at >= interval
