"""What vehicle security is asked, in the words of the REST API."""

from typing import Any, Final

from tests.simulator.proto import security_pb2

from .infotainment import Named, UnknownActionError

_REMOTE_KEY: Final = {
    security_pb2.REMOTE_KEY_LOCK: "door_lock",
    security_pb2.REMOTE_KEY_UNLOCK: "door_unlock",
    security_pb2.REMOTE_KEY_REMOTE_DRIVE: "remote_start_drive",
    security_pb2.REMOTE_KEY_AUTO_SECURE: "auto_secure_vehicle",
    security_pb2.REMOTE_KEY_WAKE: "wake_up",
}

_CLOSURES: Final[dict[tuple[str, int], Named]] = {
    ("front_trunk", security_pb2.CLOSURE_MOVE_MOVE): ("actuate_trunk", {"which_trunk": "front"}),
    ("front_trunk", security_pb2.CLOSURE_MOVE_OPEN): ("actuate_trunk", {"which_trunk": "front"}),
    ("rear_trunk", security_pb2.CLOSURE_MOVE_MOVE): ("actuate_trunk", {"which_trunk": "rear"}),
    ("rear_trunk", security_pb2.CLOSURE_MOVE_OPEN): ("actuate_trunk", {"which_trunk": "rear"}),
    ("charge_port", security_pb2.CLOSURE_MOVE_OPEN): ("charge_port_door_open", {}),
    ("charge_port", security_pb2.CLOSURE_MOVE_CLOSE): ("charge_port_door_close", {}),
    ("tonneau", security_pb2.CLOSURE_MOVE_OPEN): ("open_tonneau", {}),
    ("tonneau", security_pb2.CLOSURE_MOVE_CLOSE): ("close_tonneau", {}),
    ("tonneau", security_pb2.CLOSURE_MOVE_STOP): ("stop_tonneau", {}),
}

INFORMATION: Final = "information_request"


def decode(payload: bytes) -> Named:
    """Return the REST name and parameters, or `INFORMATION` for a question.

    Raises:
        DecodeError: It is no message.
        UnknownActionError: It is an unknown one.
    """
    message = security_pb2.UnsignedMessage.FromString(payload)
    match message.WhichOneof("request"):
        case "information":
            return INFORMATION, {"type": message.information.type}
        case "remote_key_action" if message.remote_key_action in _REMOTE_KEY:
            return _REMOTE_KEY[message.remote_key_action], {}
        case "closure_move":
            return _closure(message.closure_move)
        case _:
            raise UnknownActionError


def _closure(request: Any) -> Named:
    for (closure, move), (name, parameters) in _CLOSURES.items():
        if getattr(request, closure) == move:
            return name, dict(parameters)
    raise UnknownActionError
