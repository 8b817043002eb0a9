"""Closures, software and tyres: `vehicle_state` of vehicle_data."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class SoftwareUpdate:
    """A software update of the car."""

    status: str | None = None
    """Empty without an update; ``available``, ``scheduled``, ``downloading``, ``installing``, …"""
    version: str | None = None
    """Empty without an update."""
    download_perc: int | None = None
    install_perc: int | None = None
    expected_duration_sec: int | None = None
    """Seconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleState:
    """Locks, doors, windows, tyres and software of one car. A door or window that is True is open."""

    locked: bool | None = None
    is_user_present: bool | None = None
    sentry_mode: bool | None = None
    sentry_mode_available: bool | None = None
    valet_mode: bool | None = None
    service_mode: bool | None = None
    remote_start: bool | None = None
    car_version: str | None = None
    """Version and hash, for example ``2025.14.6 4ab0cde1f234``."""
    vehicle_name: str | None = field(default=None, repr=False)
    odometer: float | None = None
    """Miles."""
    dashcam_state: str | None = None
    center_display_state: int | None = None
    front_driver_door: bool | None = field(default=None, metadata={"key": "df"})
    front_passenger_door: bool | None = field(default=None, metadata={"key": "pf"})
    rear_driver_door: bool | None = field(default=None, metadata={"key": "dr"})
    rear_passenger_door: bool | None = field(default=None, metadata={"key": "pr"})
    front_trunk: bool | None = field(default=None, metadata={"key": "ft"})
    rear_trunk: bool | None = field(default=None, metadata={"key": "rt"})
    front_driver_window: bool | None = field(default=None, metadata={"key": "fd_window"})
    front_passenger_window: bool | None = field(default=None, metadata={"key": "fp_window"})
    rear_driver_window: bool | None = field(default=None, metadata={"key": "rd_window"})
    rear_passenger_window: bool | None = field(default=None, metadata={"key": "rp_window"})
    sun_roof_state: str | None = None
    tpms_pressure_fl: float | None = None
    """Tyre pressure front left, bar."""
    tpms_pressure_fr: float | None = None
    tpms_pressure_rl: float | None = None
    tpms_pressure_rr: float | None = None
    tpms_soft_warning_fl: bool | None = None
    tpms_soft_warning_fr: bool | None = None
    tpms_soft_warning_rl: bool | None = None
    tpms_soft_warning_rr: bool | None = None
    software_update: SoftwareUpdate | None = None
    timestamp: datetime | None = None
    """When this was true, by the car's clock, UTC."""

    @property
    def software_version(self) -> str | None:
        """The version without its hash, for example ``2025.14.6``."""
        return self.car_version.split()[0] if self.car_version else None
