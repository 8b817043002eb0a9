"""The scopes that a user grants, and what each of them opens.

Scopes stand in the access token only (claim `scp`). They are an open set: what Tesla adds later is kept.
Source: Tesla's table of scopes; that charging commands take either scope is Home Assistant's reading of it.
"""

from collections.abc import Collection
from enum import StrEnum
from typing import Final


class Scope(StrEnum):
    """The scopes that this project knows."""

    OPENID = "openid"
    OFFLINE_ACCESS = "offline_access"
    USER_DATA = "user_data"
    VEHICLE_DEVICE_DATA = "vehicle_device_data"
    VEHICLE_LOCATION = "vehicle_location"
    VEHICLE_CMDS = "vehicle_cmds"
    VEHICLE_CHARGING_CMDS = "vehicle_charging_cmds"
    ENERGY_DEVICE_DATA = "energy_device_data"
    ENERGY_CMDS = "energy_cmds"


class Feature(StrEnum):
    """What a user may allow or not."""

    SEE_CARS = "see_cars"
    SEE_LOCATION = "see_location"
    CONTROL_CHARGING = "control_charging"
    CONTROL_CARS = "control_cars"
    SEE_ENERGY_SITES = "see_energy_sites"
    CONTROL_POWERWALL = "control_powerwall"


FEATURES: Final[dict[Feature, frozenset[str]]] = {
    Feature.SEE_CARS: frozenset({Scope.VEHICLE_DEVICE_DATA}),
    Feature.SEE_LOCATION: frozenset({Scope.VEHICLE_LOCATION}),
    Feature.CONTROL_CHARGING: frozenset({Scope.VEHICLE_CMDS, Scope.VEHICLE_CHARGING_CMDS}),
    Feature.CONTROL_CARS: frozenset({Scope.VEHICLE_CMDS}),
    Feature.SEE_ENERGY_SITES: frozenset({Scope.ENERGY_DEVICE_DATA}),
    Feature.CONTROL_POWERWALL: frozenset({Scope.ENERGY_CMDS}),
}
"""The scopes that open a feature; any one of them is enough."""


def allowed(feature: Feature, granted: Collection[str]) -> bool:
    """Whether the granted scopes open a feature."""
    return not FEATURES[feature].isdisjoint(granted)


def vehicle_data_endpoints(granted: Collection[str]) -> tuple[str, ...]:
    """The parts of `vehicle_data` to ask for.

    All parts come at the price of one. The position is asked for only with its scope, because without it
    Tesla refuses the whole request (reported); asking for it shows an icon in the car (known).
    """
    parts = ("charge_state", "climate_state", "drive_state", "vehicle_state", "vehicle_config")
    return (*parts, "location_data") if Scope.VEHICLE_LOCATION in granted else parts
