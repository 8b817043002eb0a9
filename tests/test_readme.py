"""The README's table of features is made from the tables in the code."""

import json
from pathlib import Path
from typing import Any

from custom_components.tesla_home_energy import (
    binary_sensor,
    button,
    device_tracker,
    number,
    select,
    sensor,
    switch,
)
from custom_components.tesla_home_energy.fleet_api import Feature, routes
from custom_components.tesla_home_energy.fleet_api.routes import Route
from custom_components.tesla_home_energy.fleet_api.scopes import ACCESS

ROOT = Path(__file__).parents[1]
TEXTS: dict[str, Any] = json.loads(
    (ROOT / "custom_components/tesla_home_energy/translations/en.json").read_text()
)


def _rows() -> list[tuple[str, str, Feature]]:
    """Platform, key and feature of every row of the entity tables."""
    tables = (
        ("sensor", sensor.VEHICLE_SENSORS, Feature.SEE_CARS),
        ("binary_sensor", binary_sensor.VEHICLE_BINARY_SENSORS, Feature.SEE_CARS),
        ("device_tracker", device_tracker.VEHICLE_TRACKERS, Feature.SEE_LOCATION),
        ("sensor", sensor.LIVE_SENSORS, Feature.SEE_ENERGY_SITES),
        ("sensor", sensor.ENERGY_SENSORS, Feature.SEE_ENERGY_SITES),
        ("sensor", sensor.WALL_CONNECTOR_SENSORS, Feature.SEE_ENERGY_SITES),
        ("button", button.VEHICLE_BUTTONS, Feature.SEE_CARS),
        ("number", number.VEHICLE_NUMBERS, Feature.SEE_CARS),
        ("number", number.INFO_NUMBERS, Feature.SEE_ENERGY_SITES),
        ("select", select.INFO_SELECTS, Feature.SEE_ENERGY_SITES),
        ("switch", switch.VEHICLE_SWITCHES, Feature.SEE_CARS),
        ("switch", switch.INFO_SWITCHES, Feature.SEE_ENERGY_SITES),
    )
    return [
        (platform, row.key, getattr(row, "feature", None) or feature)
        for platform, table, feature in tables
        for row in table
    ]


def _endpoints(feature: Feature) -> list[str]:
    """The endpoints that the scope of a feature opens."""
    paths = {
        route.path.removeprefix("/api/1/")
        for route in vars(routes).values()
        if isinstance(route, Route) and ACCESS[feature].asks in route.scopes
    }
    return sorted(f"`{path}`" for path in paths)


def table() -> str:
    """What the README has to say."""
    lines = ["| feature | scope | endpoints | entities |", "| --- | --- | --- | --- |"]
    for feature in ACCESS:
        title = TEXTS["selector"]["features"]["options"][feature].split(":")[0]
        names = [TEXTS["entity"][platform][key]["name"] for platform, key, own in _rows() if own is feature]
        optional = " (optional)" if ACCESS[feature].optional else ""
        cells = (
            f"{title}{optional}",
            f"`{ACCESS[feature].asks}`",
            ", ".join(_endpoints(feature)) or "`drive_state` of `vehicle_data`",
            ", ".join(names) or "none yet",
        )
        lines.append(f"| {' | '.join(cells)} |")
    return "\n".join(lines)


def test_the_table_of_features_is_what_the_code_says() -> None:
    expected = table()
    assert expected in (ROOT / "README.md").read_text(), f"put this into README.md:\n\n{expected}"
