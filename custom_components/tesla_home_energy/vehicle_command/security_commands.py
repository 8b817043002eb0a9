"""Commands about PINs, limits, guarding, software and the car as a whole."""

from collections.abc import Mapping
from typing import Any, Final

from .command import Command
from .errors import InvalidParametersError
from .parameters import Values, choice, decimal, flag, pin, text, whole

_PIN: Final = (pin("pin"),)
_ENABLE: Final = (flag("enable"),)
_ON_WITH_PASSWORD: Final = (flag("on"), pin("password", required=False))
_SPEED: Final = (decimal("limit_mph", 50, 120),)
"""What Tesla's app offers (reported)."""
_LONGEST_DELAY: Final = 0x7FFF_FFFF
_PARENTAL_SETTINGS: Final = (
    "SpeedLimit",
    "Acceleration",
    "SafetyFeatures",
    "Curfew",
    "BrowserBlocked",
    "TheaterBlocked",
    "ArcadeBlocked",
)


def _with_password(command: str, values: Values) -> Values:
    """Return the values; to switch on, a PIN is needed."""
    if values["on"] and "password" not in values:
        raise InvalidParametersError(command, "password", "is missing; it must be four digits")
    return values


def _valet_mode(values: Values) -> Mapping[str, Any]:
    if not values["on"]:
        return {"vehicleControlSetValetModeAction": {"on": False}}
    return {"vehicleControlSetValetModeAction": _with_password("set_valet_mode", values)}


SECURITY_COMMANDS: Final = (
    Command(
        name="set_sentry_mode",
        parameters=(flag("on"),),
        build=lambda values: {"vehicleControlSetSentryModeAction": values},
    ),
    Command(
        name="guest_mode",
        parameters=_ENABLE,
        build=lambda values: {"guestModeAction": {"GuestModeActive": values["enable"]}},
    ),
    Command(
        name="set_valet_mode",
        parameters=_ON_WITH_PASSWORD,
        build=_valet_mode,
        reached=frozenset({"already off"}),
    ),
    Command(
        name="reset_valet_pin",
        build=lambda _: {"vehicleControlResetValetPinAction": {}},
    ),
    Command(
        name="set_pin_to_drive",
        parameters=_ON_WITH_PASSWORD,
        build=lambda values: {
            "vehicleControlSetPinToDriveAction": _with_password("set_pin_to_drive", values)
        },
    ),
    Command(
        name="reset_pin_to_drive_pin",
        build=lambda _: {"vehicleControlResetPinToDriveAction": {}},
    ),
    Command(
        name="clear_pin_to_drive_admin",
        build=lambda _: {"vehicleControlResetPinToDriveAdminAction": {}},
    ),
    Command(
        name="speed_limit_activate",
        parameters=_PIN,
        build=lambda values: {"drivingSpeedLimitAction": {"activate": True, **values}},
        subject="speed_limit",
    ),
    Command(
        name="speed_limit_deactivate",
        parameters=_PIN,
        build=lambda values: {"drivingSpeedLimitAction": {"activate": False, **values}},
        subject="speed_limit",
    ),
    Command(
        name="speed_limit_set_limit",
        parameters=_SPEED,
        build=lambda values: {"drivingSetSpeedLimitAction": values},
    ),
    Command(
        name="speed_limit_clear_pin",
        parameters=_PIN,
        build=lambda values: {"drivingClearSpeedLimitPinAction": values},
    ),
    Command(
        name="speed_limit_clear_pin_admin",
        build=lambda _: {"drivingClearSpeedLimitPinAdminAction": {}},
    ),
    Command(
        name="parental_controls_activate",
        parameters=_PIN,
        build=lambda values: {"parentalControlsAction": {"activate": True, **values}},
        subject="parental_controls",
    ),
    Command(
        name="parental_controls_deactivate",
        parameters=_PIN,
        build=lambda values: {"parentalControlsAction": {"activate": False, **values}},
        subject="parental_controls",
    ),
    Command(
        name="parental_controls_enable_setting",
        parameters=(choice("setting", _PARENTAL_SETTINGS), flag("enable")),
        build=lambda values: {"parentalControlsEnableSettingsAction": values},
        each="setting",
    ),
    Command(
        name="parental_controls_set_speed_limit",
        parameters=_SPEED,
        build=lambda values: {"parentalControlsSetSpeedLimitAction": values},
    ),
    Command(
        # Not in the REST API.
        name="parental_controls_clear_pin",
        parameters=_PIN,
        build=lambda values: {"parentalControlsClearPinAction": values},
    ),
    Command(
        name="parental_controls_clear_pin_admin",
        build=lambda _: {"parentalControlsClearPinAdminAction": {}},
    ),
    Command(
        name="erase_user_data",
        build=lambda _: {"eraseUserDataAction": {}},
        idempotent=False,
    ),
    Command(
        name="set_vehicle_name",
        parameters=(text("vehicle_name"),),
        build=lambda values: {"setVehicleNameAction": {"vehicleName": values["vehicle_name"]}},
    ),
    Command(
        # In seconds from when it arrives.
        name="schedule_software_update",
        parameters=(whole("offset_sec", 0, _LONGEST_DELAY),),
        build=lambda values: {"vehicleControlScheduleSoftwareUpdateAction": values},
        subject="software_update",
    ),
    Command(
        name="cancel_software_update",
        build=lambda _: {"vehicleControlCancelSoftwareUpdateAction": {}},
        subject="software_update",
    ),
    Command(
        name="set_low_power_mode",
        parameters=_ENABLE,
        build=lambda values: {"setLowPowerModeAction": {"low_power_mode": values["enable"]}},
    ),
    Command(
        name="keep_accessory_power_mode",
        parameters=_ENABLE,
        build=lambda values: {
            "setKeepAccessoryPowerModeAction": {"keep_accessory_power_mode": values["enable"]}
        },
    ),
)
