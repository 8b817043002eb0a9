"""Commands about climate, seats and the steering wheel's heater. Temperatures are in °C."""

from collections.abc import Mapping
from typing import Any, Final

from .command import Command
from .errors import InvalidParametersError
from .parameters import Values, decimal, flag, whole

_SEATS: Final = (
    "CAR_SEAT_FRONT_LEFT",
    "CAR_SEAT_FRONT_RIGHT",
    "CAR_SEAT_REAR_LEFT",
    "CAR_SEAT_REAR_LEFT_BACK",
    "CAR_SEAT_REAR_CENTER",
    "CAR_SEAT_REAR_RIGHT",
    "CAR_SEAT_REAR_RIGHT_BACK",
    "CAR_SEAT_THIRD_ROW_LEFT",
    "CAR_SEAT_THIRD_ROW_RIGHT",
)
_HEATER_LEVELS: Final = ("SEAT_HEATER_OFF", "SEAT_HEATER_LOW", "SEAT_HEATER_MED", "SEAT_HEATER_HIGH")


def _seat_heater(values: Values) -> Mapping[str, Any]:
    action: dict[str, Any] = {_HEATER_LEVELS[values["level"]]: {}, _SEATS[values["seat_position"]]: {}}
    return {"hvacSeatHeaterActions": {"hvacSeatHeaterAction": [action]}}


def _auto_seat(values: Values) -> Mapping[str, Any]:
    seat = {"on": values["auto_climate_on"], "seat_position": values["auto_seat_position"]}
    return {"autoSeatClimateAction": {"carseat": [seat]}}


def _temperatures(values: Values) -> Mapping[str, Any]:
    if not values:
        raise InvalidParametersError("set_temps", "driver_temp", "or passenger_temp must be given")
    return {
        "hvacTemperatureAdjustmentAction": {
            "level": {"TEMP_MAX": {}},  # which the reference proxy always adds (known)
            "driver_temp_celsius": values.get("driver_temp"),
            "passenger_temp_celsius": values.get("passenger_temp"),
        }
    }


CLIMATE_COMMANDS: Final = (
    Command(
        name="auto_conditioning_start",
        build=lambda _: {"hvacAutoAction": {"power_on": True}},
        subject="climate",
    ),
    Command(
        name="auto_conditioning_stop",
        build=lambda _: {"hvacAutoAction": {"power_on": False}},
        subject="climate",
    ),
    Command(
        name="set_temps",
        parameters=(
            decimal("driver_temp", 15, 28, required=False),
            decimal("passenger_temp", 15, 28, required=False),
        ),
        build=_temperatures,
    ),
    Command(
        name="set_preconditioning_max",
        parameters=(flag("on"), flag("manual_override", required=False)),
        build=lambda values: {"hvacSetPreconditioningMaxAction": values},
    ),
    Command(
        name="set_bioweapon_mode",
        parameters=(flag("on"), flag("manual_override")),
        build=lambda values: {"hvacBioweaponModeAction": values},
    ),
    Command(
        name="set_climate_keeper_mode",
        parameters=(whole("climate_keeper_mode", 0, 3), flag("manual_override", required=False)),
        build=lambda values: {
            "hvacClimateKeeperAction": {
                "ClimateKeeperAction": values["climate_keeper_mode"],
                "manual_override": values.get("manual_override"),
            }
        },
    ),
    Command(
        name="set_cabin_overheat_protection",
        parameters=(flag("on"), flag("fan_only", required=False)),
        build=lambda values: {"setCabinOverheatProtectionAction": values},
    ),
    Command(
        # The protocol's enum: 1 is low, 2 medium, 3 high; 0 is unspecified.
        name="set_cop_temp",
        parameters=(whole("cop_temp", 0, 3),),
        build=lambda values: {"setCopTempAction": {"copActivationTemp": values["cop_temp"]}},
    ),
    Command(
        name="remote_seat_heater_request",
        parameters=(whole("seat_position", 0, len(_SEATS) - 1), whole("level", 0, len(_HEATER_LEVELS) - 1)),
        build=_seat_heater,
        each="seat_position",
    ),
    Command(
        # The protocol's enum, and not that of the heaters: 1 is off, 4 is high; 0 is unknown.
        name="remote_seat_cooler_request",
        parameters=(whole("seat_position", 1, 2), whole("seat_cooler_level", 0, 4)),
        build=lambda values: {"hvacSeatCoolerActions": {"hvacSeatCoolerAction": [values]}},
        each="seat_position",
    ),
    Command(
        name="remote_auto_seat_climate_request",
        parameters=(whole("auto_seat_position", 1, 2), flag("auto_climate_on")),
        build=_auto_seat,
        each="auto_seat_position",
    ),
    Command(
        name="remote_steering_wheel_heater_request",
        parameters=(flag("on"),),
        build=lambda values: {"hvacSteeringWheelHeaterAction": {"power_on": values["on"]}},
    ),
)
