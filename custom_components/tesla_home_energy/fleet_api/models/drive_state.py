"""Driving and position: `drive_state` of vehicle_data."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class DriveState:
    """Movement, position and route of one car.

    The position comes only with the scope ``vehicle_location``; reported: since spring 2026 the whole object
    is absent without it.
    """

    shift_state: str | None = None
    """``P``, ``R``, ``N``, ``D``; None when parked."""
    speed: float | None = None
    """Miles per hour; None when parked."""
    power: float | None = None
    """kW; negative while recuperating."""
    latitude: float | None = field(default=None, repr=False)
    longitude: float | None = field(default=None, repr=False)
    heading: int | None = None
    """Degrees from north."""
    gps_as_of: datetime | None = None
    active_route_destination: str | None = field(default=None, repr=False)
    active_route_latitude: float | None = field(default=None, repr=False)
    active_route_longitude: float | None = field(default=None, repr=False)
    active_route_energy_at_arrival: float | None = None
    """State of charge at arrival, %."""
    active_route_miles_to_arrival: float | None = None
    active_route_minutes_to_arrival: float | None = None
    active_route_traffic_minutes_delay: float | None = None
    timestamp: datetime | None = None
    """When this was true, by the car's clock, UTC."""
