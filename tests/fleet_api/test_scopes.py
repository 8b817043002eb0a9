"""What granted scopes open."""

import pytest

from custom_components.tesla_home_energy.fleet_api import Feature, allowed, routes, vehicle_data_endpoints
from custom_components.tesla_home_energy.fleet_api.routes import Route
from custom_components.tesla_home_energy.fleet_api.scopes import (
    complete,
    known_features,
    missing,
    scopes_for,
)

from .samples import sample


@pytest.mark.parametrize(
    ("granted", "features"),
    [
        ([], set()),
        (["openid", "offline_access", "user_data", "from_the_future"], set()),
        (["vehicle_device_data"], {Feature.SEE_CARS}),
        (["vehicle_location"], {Feature.SEE_LOCATION}),
        (["vehicle_charging_cmds"], {Feature.CONTROL_CHARGING}),
        (["vehicle_cmds"], {Feature.CONTROL_CHARGING, Feature.CONTROL_CARS}),
        (["energy_device_data"], {Feature.SEE_ENERGY_SITES}),
        (["energy_cmds"], {Feature.CONTROL_POWERWALL}),
        (sample("jwt_claims_full")["scp"], set(Feature)),
        (sample("jwt_claims_energy_only")["scp"], {Feature.SEE_ENERGY_SITES, Feature.CONTROL_POWERWALL}),
    ],
)
def test_features_of_granted_scopes(granted: list[str], features: set[Feature]) -> None:
    assert {feature for feature in Feature if allowed(feature, frozenset(granted))} == features


def test_position_is_asked_for_only_with_its_scope() -> None:
    without = vehicle_data_endpoints(["vehicle_device_data"])

    assert without == ("charge_state", "climate_state", "drive_state", "vehicle_state", "vehicle_config")
    assert vehicle_data_endpoints(["vehicle_location", "x"]) == (*without, "location_data")


def test_routes_need_what_the_table_of_endpoints_says() -> None:
    table = {
        (row["method"], row["path"].replace("{id}", "{site_id}")): set(row["scopes_any_of"])
        for row in sample("scopes")["endpoints"]
    }
    table["POST", routes.COMMAND.path] = {"vehicle_cmds", "vehicle_charging_cmds"}
    # The table has it unverified with either scope; reading is the safer assumption.
    table["POST", routes.FLEET_STATUS.path] = {"vehicle_device_data"}
    known = [route for route in vars(routes).values() if isinstance(route, Route)]

    assert len(known) == 19
    for route in known:
        if "partner" not in route.path:
            assert set(route.scopes) == table[route.method, route.path], route.path


def test_what_controls_something_also_sees_it() -> None:
    assert complete({Feature.CONTROL_CHARGING}) == {Feature.CONTROL_CHARGING, Feature.SEE_CARS}
    assert complete({Feature.CONTROL_POWERWALL}) == {Feature.CONTROL_POWERWALL, Feature.SEE_ENERGY_SITES}
    assert complete(()) == frozenset()


def test_the_narrowest_scope_is_asked_for() -> None:
    assert scopes_for({Feature.SEE_CARS, Feature.CONTROL_CHARGING}) == (
        "openid",
        "offline_access",
        "vehicle_device_data",
        "vehicle_charging_cmds",
    )
    assert all(not missing([feature], scopes_for([feature])) for feature in Feature)


def test_what_was_not_allowed_is_told_in_the_order_of_the_table() -> None:
    assert missing(Feature, ["vehicle_cmds", "from_the_future"]) == (
        Feature.SEE_CARS,
        Feature.SEE_LOCATION,
        Feature.SEE_ENERGY_SITES,
        Feature.CONTROL_POWERWALL,
    )


def test_names_of_features_that_nobody_knows_are_left_out() -> None:
    assert known_features(["see_cars", "from_the_future", 5, None]) == {Feature.SEE_CARS}
