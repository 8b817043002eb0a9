"""Charging: `charge_state` of vehicle_data."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargeState:
    """Battery, charging and charge port of one car.

    Source: captured answers; units are known from Home Assistant and Tesla's protobuf. Ranges and rates are
    in miles whatever the car's display says.
    """

    battery_level: int | None = None
    """State of charge as displayed, %."""
    usable_battery_level: int | None = None
    """State of charge without what the cold holds back, %."""
    battery_range: float | None = None
    """Rated range, miles."""
    est_battery_range: float | None = None
    """Range by recent consumption, miles."""
    ideal_battery_range: float | None = None
    """Miles."""
    charging_state: str | None = None
    """``Starting``, ``Charging``, ``Stopped``, ``Complete``, ``Disconnected``, ``NoPower``, …"""
    charger_power: float | None = None
    """kW, whole numbers: 0 below about 0.5 kW."""
    charger_voltage: float | None = None
    """V; about 2 when plugged and idle, pack voltage with direct current."""
    charger_actual_current: float | None = None
    """A per phase."""
    charger_pilot_current: float | None = None
    """A that the charging station offers."""
    charger_phases: int | None = None
    """1, 3, or 2 which European cars send for three phases; None when idle or with direct current."""
    charge_amps: int | None = None
    """Charge current set by the user, A."""
    charge_current_request: int | None = None
    """Charge current requested, A."""
    charge_current_request_max: int | None = None
    """Upper bound of the charge current, A."""
    charge_enable_request: bool | None = None
    user_charge_enable_request: bool | None = None
    charge_energy_added: float | None = None
    """kWh in this session; starts over with each session."""
    charge_miles_added_rated: float | None = None
    """Miles in this session."""
    charge_rate: float | None = None
    """Miles of range per hour."""
    charge_limit_soc: int | None = None
    """Charge limit, %."""
    charge_limit_soc_min: int | None = None
    charge_limit_soc_max: int | None = None
    charge_limit_soc_std: int | None = None
    time_to_full_charge: float | None = None
    """Hours to the charge limit, in steps of a quarter."""
    minutes_to_full_charge: int | None = None
    """Minutes to the charge limit."""
    charge_port_door_open: bool | None = None
    charge_port_latch: str | None = None
    """``Engaged``, ``Disengaged`` or ``Blocking``."""
    charge_port_color: str | None = None
    charge_port_cold_weather_mode: bool | None = None
    conn_charge_cable: str | None = None
    """``IEC``, ``SAE``, ``GB_AC``, ``GB_DC``; None when nothing is plugged."""
    fast_charger_present: bool | None = None
    fast_charger_type: str | None = None
    fast_charger_brand: str | None = None
    scheduled_charging_mode: str | None = None
    """``Off``, ``StartAt`` or ``DepartBy``."""
    scheduled_charging_pending: bool | None = None
    scheduled_charging_start_time: datetime | None = None
    scheduled_departure_time: datetime | None = None
    scheduled_departure_time_minutes: int | None = None
    """Minutes after the car's midnight."""
    off_peak_charging_enabled: bool | None = None
    off_peak_hours_end_time: int | None = None
    """Minutes after the car's midnight."""
    preconditioning_enabled: bool | None = None
    managed_charging_active: bool | None = None
    battery_heater_on: bool | None = None
    not_enough_power_to_heat: bool | None = None
    trip_charging: bool | None = None
    timestamp: datetime | None = None
    """When this was true, by the car's clock, UTC."""
