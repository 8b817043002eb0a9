"""The answer of `energy_sites/{id}/site_info`: what an energy site is and how it is set."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from .energy_site_components import Components, Device


@dataclass(frozen=True, slots=True, kw_only=True)
class UserSettings:
    """Settings of the site's owner."""

    storm_mode_enabled: bool | None = None
    off_grid_vehicle_charging_enabled: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteInfo:
    """An energy site and its settings; powers in W, energies in Wh, reserves in %."""

    gateway_din: str | None = field(default=None, repr=False, metadata={"key": "id"})
    site_name: str | None = field(default=None, repr=False)
    backup_reserve_percent: int | None = None
    operation_mode: str | None = field(default=None, metadata={"key": "default_real_mode"})
    """``self_consumption`` (self-powered), ``autonomous`` (time-based control), ``backup`` (backup-only)."""
    version: str | None = None
    """Firmware of the gateway and its hash, for example ``25.10.1 0123abcd``."""
    battery_count: int | None = None
    nameplate_power: float | None = None
    nameplate_energy: float | None = None
    vpp_backup_reserve_percent: int | None = None
    """Reserve that a virtual power plant holds back."""
    off_grid_vehicle_charging_reserve_percent: int | None = None
    installation_date: datetime | None = None
    installation_time_zone: str | None = None
    """IANA name; may be empty, see `time_zone`."""
    time_zone_offset: int | None = None
    """Minutes; older sites."""
    tariff_id: str | None = None
    tariff_content: Mapping[str, Any] | None = field(default=None, repr=False)
    tariff_content_v2: Mapping[str, Any] | None = field(default=None, repr=False)
    """The rate plan as Tesla sends it: kept whole so that it can be put back."""
    tou_settings: Mapping[str, Any] | None = field(default=None, repr=False)
    user_settings: UserSettings = field(default_factory=UserSettings)
    components: Components = field(default_factory=Components)

    @property
    def time_zone(self) -> str | None:
        """IANA name of the site's time zone; None if Tesla does not tell."""
        return self.installation_time_zone or None

    @property
    def has_battery(self) -> bool:
        """Whether the site has a Powerwall."""
        return self.components.battery is True

    @property
    def has_solar(self) -> bool:
        """Whether the site has solar panels."""
        return self.components.solar is True

    @property
    def powerwalls(self) -> tuple[Device, ...]:
        """The Powerwalls; empty also when Tesla does not list them."""
        return self.components.batteries

    @property
    def wall_connectors(self) -> tuple[Device, ...]:
        """The Wall Connectors."""
        return self.components.wall_connectors

    @property
    def export_rule(self) -> str | None:
        """``battery_ok`` (everything), ``pv_only`` (solar) or ``never``; None without battery and solar.

        Reading rule of Home Assistant and pypowerwall: no permission to export means never, a missing rule
        is the default, everything.
        """
        if not (self.has_battery and self.has_solar):
            return None
        if self.components.non_export_configured:
            return "never"
        return self.components.customer_preferred_export_rule or "battery_ok"

    @property
    def grid_charging_allowed(self) -> bool | None:
        """Whether the Powerwall may charge from the grid (default: yes); None without battery and solar."""
        if not (self.has_battery and self.has_solar):
            return None
        return not self.components.disallow_charge_from_grid_with_solar_installed

    @property
    def storm_watch_enabled(self) -> bool | None:
        """Whether Storm Watch may take over (it says nothing of a storm now)."""
        return self.user_settings.storm_mode_enabled

    @property
    def storm_watch_supported(self) -> bool:
        """Whether Storm Watch can be set."""
        return self.components.storm_mode_capable is True

    @property
    def time_based_control_supported(self) -> bool:
        """Whether the operation mode may be time-based control."""
        return self.components.tou_capable is True

    @property
    def off_grid_reserve_supported(self) -> bool:
        """Whether a reserve for charging cars off the grid can be set."""
        return self.components.off_grid_vehicle_charging_reserve_supported is True
