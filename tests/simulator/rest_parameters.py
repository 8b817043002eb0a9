"""Parameters of plain REST commands (names and demands: the official proxy's, fleet_api.md 3.2)."""

from typing import Any, Final

from .answers import FleetError, Parameters

_NUMBER: Final[tuple[type, ...]] = (int, float)

# Name -> the kinds that a parameter may have; a name with an asterisk is demanded.
_PARAMETERS: Final[dict[str, dict[str, tuple[type, ...]]]] = {
    "actuate_trunk": {"which_trunk*": (str,)},
    "add_charge_schedule": {
        "lat*": _NUMBER,
        "lon*": _NUMBER,
        "days_of_week*": (str, int),
        "enabled*": (bool,),
        "start_enabled*": (bool,),
        "end_enabled*": (bool,),
        "start_time": _NUMBER,
        "end_time": _NUMBER,
        "id": _NUMBER,
        "one_time": (bool,),
        "name": (str,),
    },
    "add_precondition_schedule": {
        "lat*": _NUMBER,
        "lon*": _NUMBER,
        "precondition_time*": _NUMBER,
        "days_of_week*": (str, int),
        "enabled*": (bool,),
        "id": _NUMBER,
        "one_time": (bool,),
        "name": (str,),
    },
    "remote_seat_heater_request": {"seat_position*": _NUMBER, "level*": _NUMBER},
    "remote_steering_wheel_heater_request": {"on*": (bool,)},
    "remove_charge_schedule": {"id*": _NUMBER},
    "remove_precondition_schedule": {"id*": _NUMBER},
    "set_cabin_overheat_protection": {"on*": (bool,), "fan_only": (bool,)},
    "set_charge_limit": {"percent*": _NUMBER},
    "set_charging_amps": {"charging_amps*": _NUMBER},
    "set_climate_keeper_mode": {"climate_keeper_mode*": _NUMBER, "manual_override": (bool,)},
    "set_preconditioning_max": {"on*": (bool,), "manual_override": (bool,)},
    "set_scheduled_charging": {"enable*": (bool,), "time": _NUMBER},
    "set_scheduled_departure": {
        "enable*": (bool,),
        "departure_time": _NUMBER,
        "end_off_peak_time": _NUMBER,
        "preconditioning_enabled": (bool,),
        "preconditioning_weekdays_only": (bool,),
        "off_peak_charging_enabled": (bool,),
        "off_peak_charging_weekdays_only": (bool,),
    },
    "set_sentry_mode": {"on*": (bool,)},
    "set_temps": {"driver_temp": _NUMBER, "passenger_temp": _NUMBER},
    "set_valet_mode": {"on*": (bool,), "password": (str,)},
    "set_vehicle_name": {"vehicle_name*": (str,)},
    "window_control": {"command*": (str,), "lat": _NUMBER, "lon": _NUMBER},
}

_REAL_NUMBERS: Final = frozenset({"lat", "lon", "driver_temp", "passenger_temp"})
_LARGEST: Final = 2**53

# Day names as the official proxy takes them: Tue and Thu are none (known: vehicle-command).
_DAYS: Final = {
    "SUN": 1,
    "SUNDAY": 1,
    "MON": 2,
    "MONDAY": 2,
    "TUES": 4,
    "TUESDAY": 4,
    "WED": 8,
    "WEDNESDAY": 8,
    "THURS": 16,
    "THURSDAY": 16,
    "FRI": 32,
    "FRIDAY": 32,
    "SAT": 64,
    "SATURDAY": 64,
    "WEEKDAYS": 62,
    "ALL": 127,
}


def rest_parameters(name: str, body: Parameters) -> dict[str, Any]:
    """Return a command's parameters; numbers are cut to whole ones, days become bits.

    Raises:
        FleetError: 400, `missing <name> param` or `invalid <name> param`.
    """
    rules = _PARAMETERS.get(name)
    if rules is None:
        return dict(body.values)
    parameters = {}
    for rule, kinds in rules.items():
        parameter = rule.removesuffix("*")
        value = body.values.get(parameter)
        if value is None:
            if rule.endswith("*"):
                raise _refuse(f"missing {parameter} param")
            continue
        parameters[parameter] = _checked(parameter, value, kinds)
    return parameters


def _checked(parameter: str, value: Any, kinds: tuple[type, ...]) -> Any:
    if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
        raise _refuse(f"invalid {parameter} param")
    if isinstance(value, (int, float)) and not -_LARGEST < value < _LARGEST:
        raise _refuse(f"invalid {parameter} param")
    if parameter == "days_of_week" and isinstance(value, str):
        return _days(value)
    return int(value) if isinstance(value, float) and parameter not in _REAL_NUMBERS else value


def _days(text: str) -> int:
    bits = 0
    for day in text.split(","):
        bit = _DAYS.get(day.strip().upper())
        if bit is None:
            raise _refuse("invalid days_of_week param")
        bits |= bit
    return bits


def _refuse(reason: str) -> FleetError:
    error = FleetError(400, reason)
    error.body = {"response": {"result": False, "reason": reason}, "error": "", "error_description": ""}
    return error
