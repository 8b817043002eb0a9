"""Climate: `climate_state` of vehicle_data."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ClimateState:
    """Climate of one car; temperatures in °C, seat heaters in levels 0 to 3."""

    inside_temp: float | None = None
    outside_temp: float | None = None
    driver_temp_setting: float | None = None
    passenger_temp_setting: float | None = None
    min_avail_temp: float | None = None
    max_avail_temp: float | None = None
    is_climate_on: bool | None = None
    is_auto_conditioning_on: bool | None = None
    is_preconditioning: bool | None = None
    hvac_auto_request: str | None = None
    fan_status: int | None = None
    climate_keeper_mode: str | None = None
    """``off``, ``on`` (keep), ``dog``, ``camp``, …"""
    bioweapon_mode: bool | None = None
    defrost_mode: int | None = None
    is_front_defroster_on: bool | None = None
    is_rear_defroster_on: bool | None = None
    allow_cabin_overheat_protection: bool | None = None
    cabin_overheat_protection: str | None = None
    """``Off``, ``On`` or ``FanOnly``."""
    cabin_overheat_protection_actively_cooling: bool | None = None
    cop_activation_temperature: str | None = None
    """``Low``, ``Medium`` or ``High``."""
    supports_fan_only_cabin_overheat_protection: bool | None = None
    battery_heater: bool | None = None
    seat_heater_left: int | None = None
    seat_heater_right: int | None = None
    seat_heater_rear_left: int | None = None
    seat_heater_rear_center: int | None = None
    seat_heater_rear_right: int | None = None
    auto_seat_climate_left: bool | None = None
    auto_seat_climate_right: bool | None = None
    steering_wheel_heater: bool | None = None
    steering_wheel_heat_level: int | None = None
    auto_steering_wheel_heat: bool | None = None
    side_mirror_heaters: bool | None = None
    wiper_blade_heater: bool | None = None
    timestamp: datetime | None = None
    """When this was true, by the car's clock, UTC."""
