"""The hardware, abilities and settings in `components` of site_info and of the product list."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Device:
    """A gateway, Powerwall, inverter or Wall Connector of an energy site."""

    din: str = field(repr=False)
    device_id: str | None = field(default=None, repr=False)
    serial_number: str | None = field(default=None, repr=False)
    part_number: str | None = None
    part_name: str | None = None
    """For example ``Powerwall 3`` or ``Gen 3 Wall Connector``."""
    part_type: int | None = None
    is_active: bool | None = None
    firmware_version: str | None = None
    nameplate_max_charge_power: float | None = None
    """W; Powerwalls only."""
    nameplate_max_discharge_power: float | None = None
    """W; Powerwalls only."""
    nameplate_energy: float | None = None
    """Wh; Powerwalls only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Components:
    """What an energy site consists of and can do; Tesla drops what does not apply."""

    solar: bool | None = None
    battery: bool | None = None
    grid: bool | None = None
    backup: bool | None = None
    load_meter: bool | None = None
    solar_type: str | None = None
    battery_type: str | None = None
    """``ac_powerwall`` or ``solar_powerwall``."""
    gateway: str | None = None
    market_type: str | None = None
    gateways: tuple[Device, ...] = ()
    batteries: tuple[Device, ...] = ()
    inverters: tuple[Device, ...] = ()
    wall_connectors: tuple[Device, ...] = ()
    configurable: bool | None = None
    tou_capable: bool | None = None
    storm_mode_capable: bool | None = None
    grid_services_enabled: bool | None = None
    set_islanding_mode_enabled: bool | None = None
    backup_time_remaining_enabled: bool | None = None
    off_grid_vehicle_charging_reserve_supported: bool | None = None
    disallow_charge_from_grid_with_solar_installed: bool | None = None
    customer_preferred_export_rule: str | None = None
    net_meter_mode: str | None = None
    non_export_configured: bool | None = None
    edit_setting_permission_to_export: bool | None = None
    edit_setting_grid_charging: bool | None = None
    edit_setting_energy_exports: bool | None = None
