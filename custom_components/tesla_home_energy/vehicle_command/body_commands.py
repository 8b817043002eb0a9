"""Commands about doors, trunks, windows, the tonneau, lights, horn and the garage."""

from typing import Final

from .command import Command
from .metadata import Domain
from .parameters import choice, decimal

_TRUNKS: Final = {"front": "frontTrunk", "rear": "rearTrunk"}


def _remote_key(name: str, action: str, *, subject: str = "", idempotent: bool = True) -> Command:
    """Return a command of the key fob."""
    return Command(
        name=name,
        domain=Domain.VEHICLE_SECURITY,
        build=lambda _: {"RKEAction": f"RKE_ACTION_{action}"},
        idempotent=idempotent,
        reached=frozenset({"already_on"}),
        subject=subject,
    )


def _closure(name: str, closure: str, move: str) -> Command:
    """Return a command that moves something to where it should be."""
    return Command(
        name=name,
        domain=Domain.VEHICLE_SECURITY,
        build=lambda _: {"closureMoveRequest": {closure: f"CLOSURE_MOVE_TYPE_{move}"}},
        subject=closure,
    )


BODY_COMMANDS: Final = (
    _remote_key("door_lock", "LOCK", subject="lock"),
    _remote_key("door_unlock", "UNLOCK", subject="lock"),
    _remote_key("remote_start_drive", "REMOTE_DRIVE", idempotent=False),
    # Not in the REST API: closes the doors of a Model X and locks it.
    _remote_key("auto_secure_vehicle", "AUTO_SECURE_VEHICLE", subject="lock"),
    Command(
        # Moves a powered trunk to where it is not: it closes an open one.
        name="actuate_trunk",
        domain=Domain.VEHICLE_SECURITY,
        parameters=(choice("which_trunk", _TRUNKS),),
        build=lambda values: {
            "closureMoveRequest": {_TRUNKS[values["which_trunk"]]: "CLOSURE_MOVE_TYPE_MOVE"}
        },
        idempotent=False,
    ),
    # Not in the REST API, and for powered trunks only.
    _closure("open_trunk", "rearTrunk", "OPEN"),
    _closure("close_trunk", "rearTrunk", "CLOSE"),
    _closure("open_tonneau", "tonneau", "OPEN"),
    _closure("close_tonneau", "tonneau", "CLOSE"),
    _closure("stop_tonneau", "tonneau", "STOP"),
    Command(
        # Only the REST API looks at the place.
        name="window_control",
        parameters=(
            choice("command", ("vent", "close")),
            decimal("lat", -90, 90, required=False),
            decimal("lon", -180, 180, required=False),
        ),
        build=lambda values: {"vehicleControlWindowAction": {values["command"]: {}}},
    ),
    Command(name="sun_roof_control"),
    Command(
        name="flash_lights",
        build=lambda _: {"vehicleControlFlashLightsAction": {}},
        idempotent=False,
    ),
    Command(
        name="honk_horn",
        build=lambda _: {"vehicleControlHonkHornAction": {}},
        idempotent=False,
    ),
    Command(
        name="trigger_homelink",
        parameters=(decimal("lat", -90, 90), decimal("lon", -180, 180)),
        build=lambda values: {
            "vehicleControlTriggerHomelinkAction": {
                "location": {"latitude": values["lat"], "longitude": values["lon"]}
            }
        },
        idempotent=False,
    ),
)
