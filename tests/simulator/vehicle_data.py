"""What Tesla tells about a car: the vehicle object, and the sections of vehicle_data."""

from copy import deepcopy
from datetime import datetime
from typing import Any, Final

from .car import Car
from .charging import CHARGE_LIMIT_MAX, CHARGE_LIMIT_MIN

# Known: python-tesla-fleet-api's list of `endpoints`, without location since firmware 2023.38.
DEFAULT_ENDPOINTS: Final = frozenset(
    {"charge_state", "climate_state", "drive_state", "gui_settings", "vehicle_config", "vehicle_state"}
)
OPTIONAL_ENDPOINTS: Final = frozenset(
    {"charge_schedule_data", "closures_state", "preconditioning_schedule_data"}
)

_NOT_PLUGGED: Final = "<invalid>"


def vehicle_object(car: Car) -> dict[str, Any]:
    """Return the object of the lists and of wake_up."""
    return {
        **car.vehicle,
        "vin": car.vin,
        "display_name": car.name,
        "state": car.state,
        "in_service": car.in_service,
        "command_signing": car.command_signing,
        "cached_data": None,
    }


def product(car: Car) -> dict[str, Any]:
    """Return the car's entry in the list of products."""
    config = {**car.sections["vehicle_config"], "timestamp": _milliseconds(car.clock.now())}
    return {
        "device_type": "vehicle",
        **vehicle_object(car),
        "cached_data": "Q2FjaGVkRGF0YVBsYWNlaG9sZGVy",
        "vehicle_config": config,
    }


def vehicle_data(car: Car, endpoints: frozenset[str], *, location: bool) -> dict[str, Any]:
    """Return the answer; `location` says whether the token allows to see where the car is."""
    moment = car.clock.now()
    asked = endpoints or DEFAULT_ENDPOINTS
    sections = {
        name: section(car, name, moment) for name in sorted(asked & (DEFAULT_ENDPOINTS | OPTIONAL_ENDPOINTS))
    }
    if "location_data" in asked:
        # The position comes within drive_state (known: Home Assistant), asked for or not.
        sections.setdefault("drive_state", section(car, "drive_state", moment)).update(_position(car, moment))
    if not location:
        # Reported since spring 2026: without the scope all of drive_state is missing (fleet-telemetry issue
        # 460).
        sections.pop("drive_state", None)
    for name, members in car.overlay.items():
        if name in sections:
            sections[name].update(members)
    response = vehicle_object(car)
    response.pop("display_name")
    return response | sections


def section(car: Car, name: str, moment: datetime) -> dict[str, Any]:
    """Return one section as it is at this moment."""
    values = deepcopy(car.sections.get(name, {}))
    match name:
        case "charge_state":
            values |= charge_state(car)
        case "climate_state":
            values |= _climate_state(car)
        case "drive_state":
            values |= _drive_state(car)
        case "vehicle_state":
            values |= _vehicle_state(car)
        case "closures_state":
            values |= _closures(car)
        case "charge_schedule_data":
            return _schedules(car.charge_schedules, "charge_schedules", moment)
        case "preconditioning_schedule_data":
            return _schedules(car.precondition_schedules, "precondition_schedules", moment)
    return values | {"timestamp": _milliseconds(moment)}


def charge_state(car: Car) -> dict[str, Any]:
    """Return what changes in charge_state; shapes as in captures of Home Assistant and the community."""
    charging = car.charging
    charges = charging.state == "Charging"
    hours = charging.hours_to_limit if charges else 0.0
    miles = round(charging.battery_level * charging.rated_miles_per_percent, 2)
    added = charging.energy_added / charging.capacity * 100 * charging.rated_miles_per_percent
    rate = charging.power / 1000 / charging.capacity * 100 * charging.rated_miles_per_percent
    cable = charging.plugged and charging.powered
    return {
        "battery_level": int(charging.battery_level),
        "usable_battery_level": int(charging.battery_level),
        "battery_range": miles,
        "ideal_battery_range": miles,
        "est_battery_range": round(miles * 0.94, 2),
        "charge_amps": charging.amps,
        "charge_current_request": charging.amps,
        "charge_current_request_max": charging.amps_max,
        "charge_enable_request": charging.wanted or not charging.plugged,
        "charge_energy_added": round(charging.energy_added, 2),
        "charge_limit_soc": charging.charge_limit,
        "charge_limit_soc_max": CHARGE_LIMIT_MAX,
        "charge_limit_soc_min": CHARGE_LIMIT_MIN,
        "charge_limit_soc_std": charging.charge_limit_standard,
        "charge_miles_added_ideal": round(added, 2),
        "charge_miles_added_rated": round(added, 2),
        "charge_port_door_open": charging.port_open,
        "charge_port_latch": "Engaged" if charging.latched else "Disengaged",
        "charge_rate": round(rate, 1),
        "charger_actual_current": round(charging.current),
        # European cars say 2 for three phases (reported: TeslaMate).
        "charger_phases": {3: 2}.get(charging.phases, charging.phases) if cable else None,
        "charger_pilot_current": charging.amps_max if charging.powered else 0,
        "charger_power": round(charging.power / 1000),
        "charger_voltage": round(charging.voltage) if charges else 2 if charging.powered else 0,
        "charging_state": charging.state,
        "conn_charge_cable": "IEC" if charging.plugged else _NOT_PLUGGED,
        "fast_charger_brand": "" if cable else _NOT_PLUGGED,
        "fast_charger_type": "ACSingleWireCAN" if cable else _NOT_PLUGGED,
        "minutes_to_full_charge": round(hours * 60),
        "time_to_full_charge": round(hours, 2),
        **_scheduled(car),
    }


def _scheduled(car: Car) -> dict[str, Any]:
    minutes, departure = car.charging.scheduled_start, car.scheduled_departure
    if minutes is None:
        mode = "DepartBy" if departure else "Off"
        values: dict[str, Any] = {"scheduled_charging_mode": mode, "scheduled_charging_pending": False}
    else:
        values = {
            "scheduled_charging_mode": "StartAt",
            "scheduled_charging_pending": car.charging.plugged and not car.charging.wanted,
            "scheduled_charging_start_time_app": minutes,
            "scheduled_charging_start_time": _next_time(car, minutes),
        }
    if departure:
        values |= {
            "scheduled_departure_time": _next_time(car, departure["departure_time"]),
            "scheduled_departure_time_minutes": departure["departure_time"],
            "preconditioning_enabled": departure.get("preconditioning_enabled", False),
            "off_peak_charging_enabled": departure.get("off_peak_charging_enabled", False),
            "off_peak_hours_end_time": departure.get("end_off_peak_time", 0),
        }
    return values


def _next_time(car: Car, minutes: int) -> int:
    local = car.clock.local(car.clock.now())
    seconds = minutes * 60 - (local.hour * 3600 + local.minute * 60 + local.second)
    return int(local.timestamp()) + seconds % 86_400


def _climate_state(car: Car) -> dict[str, Any]:
    climate = car.climate
    seats = ("left", "right", "rear_left", None, "rear_center", "rear_right")
    heaters = {
        f"seat_heater_{seats[place]}": level
        for place, level in climate.seat_heaters.items()
        if place < len(seats) and seats[place]
    }
    return {
        "inside_temp": round(climate.inside_temp, 1),
        "outside_temp": round(climate.outside_temp, 1),
        "driver_temp_setting": climate.driver_temp,
        "passenger_temp_setting": climate.passenger_temp,
        "is_climate_on": climate.on,
        "is_auto_conditioning_on": climate.on,
        "is_preconditioning": climate.on and not car.user_present,
        "is_front_defroster_on": climate.preconditioning_max,
        "defrost_mode": 2 if climate.preconditioning_max else 0,
        "fan_status": 3 if climate.on else 0,
        "climate_keeper_mode": ("off", "on", "dog", "camp")[climate.keeper_mode % 4],
        "steering_wheel_heater": climate.steering_wheel_heater,
        "cabin_overheat_protection": climate.cabin_overheat_protection,
        **heaters,
    }


def _drive_state(car: Car) -> dict[str, Any]:
    return {
        "shift_state": "D" if car.driving else None,
        "speed": 43 if car.driving else None,
        "power": 17 if car.driving else 0,
    }


def _position(car: Car, moment: datetime) -> dict[str, Any]:
    latitude, longitude = car.location
    return {
        "gps_as_of": int(moment.timestamp()) - 12,
        "heading": 187,
        "latitude": latitude,
        "longitude": longitude,
        "native_latitude": latitude,
        "native_longitude": longitude,
        "native_location_supported": 1,
        "native_type": "wgs",
    }


def _closures(car: Car) -> dict[str, Any]:
    windows = int(car.windows_open)
    return {
        "df": 0,
        "dr": 0,
        "pf": 0,
        "pr": 0,
        "ft": int("front" in car.trunks_open),
        "rt": int("rear" in car.trunks_open),
        "fd_window": windows,
        "fp_window": windows,
        "rd_window": windows,
        "rp_window": windows,
        "locked": car.locked,
        "sentry_mode": car.sentry_mode,
        "valet_mode": car.valet_mode,
        "is_user_present": car.user_present,
    }


def _vehicle_state(car: Car) -> dict[str, Any]:
    return {**_closures(car), "vehicle_name": car.name}


def _schedules(schedules: dict[int, dict[str, Any]], name: str, moment: datetime) -> dict[str, Any]:
    rows = []
    for schedule in schedules.values():
        row = {"name": "", "one_time": False, **schedule}
        row["latitude"], row["longitude"] = row.pop("lat"), row.pop("lon")
        rows.append(row)
    return {
        name: rows,
        f"max_num_{name}": 20,
        "next_schedule": bool(rows),
        "timestamp": {"seconds": int(moment.timestamp()), "nanos": 0},
    }


def _milliseconds(moment: datetime) -> int:
    return int(moment.timestamp() * 1000)
