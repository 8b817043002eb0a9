"""The answers of `energy_sites/{id}/calendar_history`."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class EnergyBucket:
    """Energies of one bucket, Wh: 5 minutes of a day, a day of a week or month, a month of a year.

    The newest bucket still grows, old ones may be corrected, and sums (`total_…`) may be absent.
    """

    start: datetime = field(metadata={"key": "timestamp"})
    """Start of the bucket, UTC."""
    solar_energy_exported: float | None = None
    """What the panels generated."""
    generator_energy_exported: float | None = None
    grid_energy_imported: float | None = None
    grid_services_energy_imported: float | None = None
    grid_services_energy_exported: float | None = None
    grid_energy_exported_from_solar: float | None = None
    grid_energy_exported_from_generator: float | None = None
    grid_energy_exported_from_battery: float | None = None
    battery_energy_exported: float | None = None
    """What the battery discharged."""
    battery_energy_imported_from_grid: float | None = None
    battery_energy_imported_from_solar: float | None = None
    battery_energy_imported_from_generator: float | None = None
    consumer_energy_imported_from_grid: float | None = None
    consumer_energy_imported_from_solar: float | None = None
    consumer_energy_imported_from_battery: float | None = None
    consumer_energy_imported_from_generator: float | None = None
    total_home_usage: float | None = None
    total_battery_charge: float | None = None
    total_battery_discharge: float | None = None
    total_solar_generation: float | None = None
    total_grid_energy_exported: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class CalendarHistory:
    """The energy history of a site.

    Traps: no buckets for a while after midnight, more than the day that was asked for, 276 or 300 buckets
    on the days when the clocks change.
    """

    period: str | None = None
    installation_time_zone: str | None = None
    """IANA name; may be empty."""
    buckets: tuple[EnergyBucket, ...] = field(default=(), metadata={"key": "time_series"})


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupEvent:
    """A time when the site ran without the grid."""

    start: datetime = field(metadata={"key": "timestamp"})
    duration: float | None = None
    """Tesla's text says seconds, captured values can only be milliseconds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class BackupHistory:
    """The outages of a site."""

    events: tuple[BackupEvent, ...] = ()
    total_events: int | None = None
