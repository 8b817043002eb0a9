"""Home Assistant's own Tesla integration and this one in one process: no clash of protobuf messages."""

import subprocess
import sys

import pytest

_OWN = "custom_components.tesla_home_energy.vehicle_command.client"
_CORE = "homeassistant.components.tesla_fleet"
_PEER = "tesla_fleet_api.tesla.vehicle.commands"  # what the core integration signs with


@pytest.mark.parametrize("order", [(_OWN, _CORE, _PEER), (_CORE, _PEER, _OWN)])
def test_both_load(order: tuple[str, ...]) -> None:
    lines = ["import homeassistant", "from importlib import import_module"]
    lines += [f"import_module({name!r})" for name in order]
    subprocess.run([sys.executable, "-c", "\n".join(lines)], check=True)  # noqa: S603 - our own interpreter
