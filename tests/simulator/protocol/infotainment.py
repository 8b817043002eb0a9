"""What Infotainment is asked, in the words of the REST API."""

from collections.abc import Callable
from typing import Any, Final

from google.protobuf.message import Message

from tests.simulator.proto import actions_pb2

type Named = tuple[str, dict[str, Any]]

# Where the place of a schedule or a garage has other names in REST.
_REST_NAMES: Final = {"latitude": "lat", "longitude": "lon"}


class UnknownActionError(Exception):
    """The action is none that the simulator knows."""


def decode(payload: bytes) -> tuple[Named, actions_pb2.VehicleAction]:
    """Return the REST name and parameters of an action, and the action.

    Raises:
        DecodeError: It is no message.
        UnknownActionError: It is an unknown one.
    """
    action = actions_pb2.Action.FromString(payload).vehicle_action
    name = action.WhichOneof("action")
    if name is None:
        raise UnknownActionError
    message: Message = getattr(action, name)
    special = _SPECIAL.get(name)
    return (special(message) if special else (name, _fields(message))), action


def _fields(message: Message) -> dict[str, Any]:
    """Return all plain members; floats as they were meant, not as 32 bits hold them."""
    values = {}
    for field in message.DESCRIPTOR.fields:
        value = getattr(message, field.name)
        if isinstance(value, float):
            value = round(value, 5)
        if isinstance(value, (bool, int, float, str)):
            values[_REST_NAMES.get(field.name, field.name)] = value
    return values


def _start_stop(message: Any) -> Named:
    name = message.WhichOneof("action")
    if name is None:
        raise UnknownActionError
    return name, {}


def _hvac_auto(message: Any) -> Named:
    return "auto_conditioning_start" if message.on else "auto_conditioning_stop", {}


def _speed_limit(message: Any) -> Named:
    return "speed_limit_activate" if message.activate else "speed_limit_deactivate", {"pin": message.pin}


def _parental_controls(message: Any) -> Named:
    word = "activate" if message.activate else "deactivate"
    return f"parental_controls_{word}", {"pin": message.pin}


def _volume(message: Any) -> Named:
    if message.WhichOneof("volume") == "absolute":
        return "adjust_volume", {"volume": round(message.absolute, 5)}
    return "media_volume_up" if message.delta > 0 else "media_volume_down", {}


def _homelink(message: Any) -> Named:
    return "trigger_homelink", _fields(message.location)


def _windows(message: Any) -> Named:
    return "window_control", {"command": message.WhichOneof("action") or "unknown"}


_HEATER_LEVELS: Final = {"level_off": 0, "level_low": 1, "level_medium": 2, "level_high": 3}
_HEATED_SEATS: Final = (
    "seat_front_left",
    "seat_front_right",
    "seat_rear_left",
    "seat_rear_left_back",
    "seat_rear_center",
    "seat_rear_right",
    "seat_rear_right_back",
    "seat_third_row_left",
    "seat_third_row_right",
)


def _seat_heaters(message: Any) -> Named:
    for seat in message.seats:
        level, place = seat.WhichOneof("level"), seat.WhichOneof("seat")
        if level in _HEATER_LEVELS and place in _HEATED_SEATS:
            return "remote_seat_heater_request", {
                "seat_position": _HEATED_SEATS.index(place),
                "level": _HEATER_LEVELS[level],
            }
    raise UnknownActionError


def _first_seat(name: str) -> Callable[[Any], Named]:
    def decode_seat(message: Any) -> Named:
        if not message.seats:
            raise UnknownActionError
        return name, _fields(message.seats[0])

    return decode_seat


def _scheduled_departure(message: Any) -> Named:
    parameters: dict[str, Any] = {"enable": message.enable, "departure_time": message.departure_time}
    for word in ("preconditioning", "off_peak_charging"):
        times = getattr(message, word)
        parameters[f"{word}_enabled"] = message.HasField(word)
        parameters[f"{word}_weekdays_only"] = times.WhichOneof("times") == "weekdays"
    parameters["end_off_peak_time"] = message.end_off_peak_time
    return "set_scheduled_departure", parameters


_SPECIAL: Final[dict[str, Callable[[Any], Named]]] = {
    "charging_start_stop": _start_stop,
    "hvac_auto": _hvac_auto,
    "speed_limit": _speed_limit,
    "parental_controls": _parental_controls,
    "media_volume": _volume,
    "trigger_homelink": _homelink,
    "window_control": _windows,
    "remote_seat_heater_request": _seat_heaters,
    "remote_seat_cooler_request": _first_seat("remote_seat_cooler_request"),
    "remote_auto_seat_climate_request": _first_seat("remote_auto_seat_climate_request"),
    "set_scheduled_departure": _scheduled_departure,
}
