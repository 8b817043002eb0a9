"""The scopes that a user grants, and what each of them opens.

Scopes stand in the access token only (claim `scp`). They are an open set: what Tesla adds later is kept.
Source: Tesla's table of scopes; that charging commands take either scope is Home Assistant's reading of it.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
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
    CONTROL_CHARGING = "control_charging"
    CONTROL_CARS = "control_cars"
    SEE_LOCATION = "see_location"
    SEE_ENERGY_SITES = "see_energy_sites"
    CONTROL_POWERWALL = "control_powerwall"


@dataclass(frozen=True, slots=True, kw_only=True)
class Access:
    """What a feature needs of the user's consent.

    Attributes:
        asks: The one scope that is asked for: the narrowest that will do.
        any_of: The scopes of which any one is enough.
        requires: The feature without which this one makes no sense.
        optional: Whether a user may leave it out without being asked again.
    """

    asks: Scope
    any_of: frozenset[str]
    requires: Feature | None = None
    optional: bool = False


ACCESS: Final[dict[Feature, Access]] = {
    Feature.SEE_CARS: Access(asks=Scope.VEHICLE_DEVICE_DATA, any_of=frozenset({Scope.VEHICLE_DEVICE_DATA})),
    Feature.CONTROL_CHARGING: Access(
        asks=Scope.VEHICLE_CHARGING_CMDS,
        any_of=frozenset({Scope.VEHICLE_CMDS, Scope.VEHICLE_CHARGING_CMDS}),
        requires=Feature.SEE_CARS,
    ),
    Feature.CONTROL_CARS: Access(
        asks=Scope.VEHICLE_CMDS, any_of=frozenset({Scope.VEHICLE_CMDS}), requires=Feature.SEE_CARS
    ),
    Feature.SEE_LOCATION: Access(
        asks=Scope.VEHICLE_LOCATION,
        any_of=frozenset({Scope.VEHICLE_LOCATION}),
        requires=Feature.SEE_CARS,
        optional=True,
    ),
    Feature.SEE_ENERGY_SITES: Access(
        asks=Scope.ENERGY_DEVICE_DATA, any_of=frozenset({Scope.ENERGY_DEVICE_DATA})
    ),
    Feature.CONTROL_POWERWALL: Access(
        asks=Scope.ENERGY_CMDS, any_of=frozenset({Scope.ENERGY_CMDS}), requires=Feature.SEE_ENERGY_SITES
    ),
}
"""The one table of what is asked for, and what it opens."""

FEATURES: Final[dict[Feature, frozenset[str]]] = {
    feature: access.any_of for feature, access in ACCESS.items()
}
"""The scopes that open a feature; any one of them is enough."""

READABLE: Final = (Feature.SEE_CARS, Feature.SEE_ENERGY_SITES)
"""Without either of these there is nothing to show."""

_SIGN_IN: Final = (Scope.OPENID, Scope.OFFLINE_ACCESS)


def allowed(feature: Feature, granted: Collection[str]) -> bool:
    """Whether the granted scopes open a feature."""
    return not FEATURES[feature].isdisjoint(granted)


def complete(features: Iterable[Feature]) -> frozenset[Feature]:
    """The features with those that they require."""
    chosen = set(features)
    chosen |= {required for feature in chosen if (required := ACCESS[feature].requires)}
    return frozenset(chosen)


def missing(features: Iterable[Feature], granted: Collection[str]) -> tuple[Feature, ...]:
    """The features that the granted scopes do not open, in the order of the table."""
    chosen = frozenset(features)
    return tuple(feature for feature in ACCESS if feature in chosen and not allowed(feature, granted))


def scopes_for(features: Iterable[Feature]) -> tuple[Scope, ...]:
    """What to ask for, in the order of the table, sign-in and refresh token first."""
    chosen = frozenset(features)
    return (*_SIGN_IN, *(access.asks for feature, access in ACCESS.items() if feature in chosen))


def known_features(names: Iterable[object]) -> frozenset[Feature]:
    """The features of these names; names that nobody knows are left out."""
    known = {feature.value: feature for feature in Feature}
    return frozenset(known[name] for name in names if isinstance(name, str) and name in known)


def vehicle_data_endpoints(granted: Collection[str]) -> tuple[str, ...]:
    """The parts of `vehicle_data` to ask for.

    All parts come at the price of one. The position is asked for only with its scope, because without it
    Tesla refuses the whole request (reported); asking for it shows an icon in the car (known).
    """
    parts = ("charge_state", "climate_state", "drive_state", "vehicle_state", "vehicle_config")
    return (*parts, "location_data") if Scope.VEHICLE_LOCATION in granted else parts
