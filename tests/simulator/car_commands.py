"""What a car does when it is told to, by the REST names of commands.

Reasons of refusals: known or reported (fleet_api.md 4.3) are disconnected, complete, is_charging, requested,
no_power, not_charging, already_set; `already closed` and `out_of_range` are assumed.
"""

from collections.abc import Callable
from typing import Any, Final

from .car import Car
from .charging import CHARGE_LIMIT_MAX, CHARGE_LIMIT_MIN

type Parameters = dict[str, Any]
type Action = Callable[[Car, Parameters], str]


class UnknownCommandError(Exception):
    """There is no such command."""


def execute(car: Car, name: str, parameters: Parameters) -> str:
    """Do it and return an empty string, or do nothing and return the reason.

    Raises:
        UnknownCommandError: There is no such command.
    """
    action = _ACTIONS.get(name)
    if action is None and name not in _WITHOUT_EFFECT:
        raise UnknownCommandError
    car.touch()
    return action(car, parameters) if action is not None else ""


def _charge_start(car: Car, _: Parameters) -> str:
    charging = car.charging
    if not charging.plugged:
        return "disconnected"
    if charging.battery_level >= charging.charge_limit:
        return "complete"
    refusals = {"Charging": "is_charging", "Starting": "requested"}
    if charging.state in refusals:
        return refusals[charging.state]
    if not charging.powered:
        return "no_power"
    charging.start()
    return ""


def _charge_stop(car: Car, _: Parameters) -> str:
    if car.charging.state not in ("Charging", "Starting", "NoPower"):
        return "not_charging"
    car.charging.stop()
    return ""


def _set_limit(car: Car, percent: int) -> str:
    if not CHARGE_LIMIT_MIN <= percent <= CHARGE_LIMIT_MAX:
        return "out_of_range"
    if percent == car.charging.charge_limit:
        return "already_set"
    car.charging.set_limit(percent)
    return ""


def _set_charge_limit(car: Car, parameters: Parameters) -> str:
    return _set_limit(car, parameters["percent"])


def _charge_standard(car: Car, _: Parameters) -> str:
    return _set_limit(car, car.charging.charge_limit_standard)


def _charge_max_range(car: Car, _: Parameters) -> str:
    return _set_limit(car, CHARGE_LIMIT_MAX)


def _set_charging_amps(car: Car, parameters: Parameters) -> str:
    # Tesla's servers check no range (known: vehicle-command proxy); that the car clips is assumed.
    car.charging.amps = max(0, min(parameters["charging_amps"], car.charging.amps_max))
    return ""


def _charge_port_door_open(car: Car, _: Parameters) -> str:
    # With a cable in it, this unlatches the cable (known: Home Assistant's cable lock); charging ends
    # (assumed).
    car.charging.port_open = True
    if car.charging.plugged:
        car.charging.stop()
        car.charging.latched = False
    return ""


def _charge_port_door_close(car: Car, _: Parameters) -> str:
    if not car.charging.port_open:
        return "already closed"
    if car.charging.plugged:
        car.charging.latched = True
    else:
        car.charging.port_open = False
    return ""


def _set_scheduled_charging(car: Car, parameters: Parameters) -> str:
    car.charging.scheduled_start = parameters.get("time", 0) if parameters["enable"] else None
    return ""


def _set_scheduled_departure(car: Car, parameters: Parameters) -> str:
    car.scheduled_departure = dict(parameters) if parameters["enable"] else {}
    return ""


def _schedule_id(car: Car, parameters: Parameters) -> int:
    return parameters.get("id") or int(car.clock.now().timestamp())


def _add_charge_schedule(car: Car, parameters: Parameters) -> str:
    number = _schedule_id(car, parameters)
    car.charge_schedules[number] = {**parameters, "id": number}
    return ""


def _remove_charge_schedule(car: Car, parameters: Parameters) -> str:
    return "" if car.charge_schedules.pop(parameters["id"], None) else "not_found"


def _batch_remove_charge_schedules(car: Car, _: Parameters) -> str:
    car.charge_schedules.clear()
    return ""


def _add_precondition_schedule(car: Car, parameters: Parameters) -> str:
    number = _schedule_id(car, parameters)
    car.precondition_schedules[number] = {**parameters, "id": number}
    return ""


def _remove_precondition_schedule(car: Car, parameters: Parameters) -> str:
    return "" if car.precondition_schedules.pop(parameters["id"], None) else "not_found"


def _batch_remove_precondition_schedules(car: Car, _: Parameters) -> str:
    car.precondition_schedules.clear()
    return ""


def _auto_conditioning_start(car: Car, _: Parameters) -> str:
    car.climate.on = True
    return ""


def _auto_conditioning_stop(car: Car, _: Parameters) -> str:
    car.climate.on = car.climate.preconditioning_max = False
    car.climate.keeper_mode = 0
    return ""


def _set_temps(car: Car, parameters: Parameters) -> str:
    # Zero stands for a temperature that was not given.
    car.climate.driver_temp = parameters.get("driver_temp") or car.climate.driver_temp
    car.climate.passenger_temp = parameters.get("passenger_temp") or car.climate.passenger_temp
    return ""


def _set_climate_keeper_mode(car: Car, parameters: Parameters) -> str:
    car.climate.keeper_mode = parameters["climate_keeper_mode"]
    car.climate.on = car.climate.on or bool(car.climate.keeper_mode)
    return ""


def _set_preconditioning_max(car: Car, parameters: Parameters) -> str:
    car.climate.preconditioning_max = car.climate.on = parameters["on"]
    return ""


def _seat_heater(car: Car, parameters: Parameters) -> str:
    car.climate.seat_heaters[parameters["seat_position"]] = parameters["level"]
    return ""


def _steering_wheel_heater(car: Car, parameters: Parameters) -> str:
    car.climate.steering_wheel_heater = parameters["on"]
    return ""


def _cabin_overheat_protection(car: Car, parameters: Parameters) -> str:
    on = "FanOnly" if parameters.get("fan_only") else "On"
    car.climate.cabin_overheat_protection = on if parameters["on"] else "Off"
    return ""


def _door_lock(car: Car, _: Parameters) -> str:
    car.locked = True
    return ""


def _door_unlock(car: Car, _: Parameters) -> str:
    car.locked = False
    return ""


def _actuate_trunk(car: Car, parameters: Parameters) -> str:
    # The command moves: an open trunk closes.
    car.trunks_open ^= {parameters["which_trunk"]}
    return ""


def _window_control(car: Car, parameters: Parameters) -> str:
    car.windows_open = parameters["command"] == "vent"
    return ""


def _set_sentry_mode(car: Car, parameters: Parameters) -> str:
    car.sentry_mode = parameters["on"]
    return ""


def _set_valet_mode(car: Car, parameters: Parameters) -> str:
    car.valet_mode = parameters["on"]
    return ""


def _set_vehicle_name(car: Car, parameters: Parameters) -> str:
    car.name = parameters["vehicle_name"]
    return ""


_ACTIONS: Final[dict[str, Action]] = {
    "actuate_trunk": _actuate_trunk,
    "add_charge_schedule": _add_charge_schedule,
    "add_precondition_schedule": _add_precondition_schedule,
    "auto_conditioning_start": _auto_conditioning_start,
    "auto_conditioning_stop": _auto_conditioning_stop,
    "batch_remove_charge_schedules": _batch_remove_charge_schedules,
    "batch_remove_precondition_schedules": _batch_remove_precondition_schedules,
    "charge_max_range": _charge_max_range,
    "charge_port_door_close": _charge_port_door_close,
    "charge_port_door_open": _charge_port_door_open,
    "charge_standard": _charge_standard,
    "charge_start": _charge_start,
    "charge_stop": _charge_stop,
    "door_lock": _door_lock,
    "door_unlock": _door_unlock,
    "remote_seat_heater_request": _seat_heater,
    "remote_steering_wheel_heater_request": _steering_wheel_heater,
    "remove_charge_schedule": _remove_charge_schedule,
    "remove_precondition_schedule": _remove_precondition_schedule,
    "set_cabin_overheat_protection": _cabin_overheat_protection,
    "set_charge_limit": _set_charge_limit,
    "set_charging_amps": _set_charging_amps,
    "set_climate_keeper_mode": _set_climate_keeper_mode,
    "set_preconditioning_max": _set_preconditioning_max,
    "set_scheduled_charging": _set_scheduled_charging,
    "set_scheduled_departure": _set_scheduled_departure,
    "set_sentry_mode": _set_sentry_mode,
    "set_temps": _set_temps,
    "set_valet_mode": _set_valet_mode,
    "set_vehicle_name": _set_vehicle_name,
    "window_control": _window_control,
}

# Taken and recorded, but nothing that the simulator shows depends on them.
_WITHOUT_EFFECT: Final = frozenset(
    {
        "adjust_volume",
        "auto_secure_vehicle",
        "cancel_software_update",
        "clear_pin_to_drive_admin",
        "close_tonneau",
        "erase_user_data",
        "flash_lights",
        "guest_mode",
        "honk_horn",
        "keep_accessory_power_mode",
        "media_next_fav",
        "media_next_track",
        "media_prev_fav",
        "media_prev_track",
        "media_toggle_playback",
        "media_volume_down",
        "media_volume_up",
        "navigation_gps_request",
        "navigation_request",
        "open_tonneau",
        "parental_controls_activate",
        "parental_controls_clear_pin_admin",
        "parental_controls_deactivate",
        "parental_controls_enable_setting",
        "parental_controls_set_speed_limit",
        "ping",
        "remote_auto_seat_climate_request",
        "remote_boombox",
        "remote_seat_cooler_request",
        "remote_start_drive",
        "reset_pin_to_drive_pin",
        "reset_valet_pin",
        "schedule_software_update",
        "set_bioweapon_mode",
        "set_cop_temp",
        "set_low_power_mode",
        "set_managed_charge_current_request",
        "set_managed_charger_location",
        "set_managed_scheduled_charging_time",
        "set_pin_to_drive",
        "speed_limit_activate",
        "speed_limit_clear_pin",
        "speed_limit_clear_pin_admin",
        "speed_limit_deactivate",
        "speed_limit_set_limit",
        "stop_tonneau",
        "sun_roof_control",
        "trigger_homelink",
        "wake_up",
    }
)
