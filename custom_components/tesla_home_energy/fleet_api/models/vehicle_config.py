"""How a car is built: `vehicle_config` of vehicle_data and of the product list."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleConfig:
    """Equipment of one car; it changes only in a workshop."""

    car_type: str | None = None
    """``model3``, ``modely``, ``models``, ``modelx``, ``cybertruck``, … (the VIN is the safer source)."""
    trim_badging: str | None = None
    """For example ``74d`` (Long Range, all-wheel drive) or ``p74d`` (Performance)."""
    car_special_type: str | None = None
    performance_package: str | None = None
    efficiency_package: str | None = None
    driver_assist: str | None = None
    exterior_color: str | None = None
    wheel_type: str | None = None
    charge_port_type: str | None = None
    """``US``, ``EU``, ``GB`` or ``CCS``."""
    eu_vehicle: bool | None = None
    rhd: bool | None = None
    """Right-hand drive."""
    utc_offset: int | None = None
    """Seconds."""
    motorized_charge_port: bool | None = None
    can_actuate_trunks: bool | None = None
    """Front and rear trunk can be opened by command."""
    plg: bool | None = None
    """Power lift gate: the rear trunk also closes by command."""
    sun_roof_installed: int | None = None
    """0 is none."""
    has_air_suspension: bool | None = None
    has_seat_cooling: bool | None = None
    rear_seat_heaters: int | None = None
    """0 is none."""
    third_row_seats: str | None = None
    """``None`` (a word, not null) or the kind of seats."""
    cop_user_set_temp_supported: bool | None = None
    """The temperature of cabin overheat protection can be set."""
    supports_qr_pairing: bool | None = None
