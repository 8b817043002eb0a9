"""Our generated messages live in one process with those of other integrations, whoever comes first."""

from pathlib import Path
import subprocess
import sys

import pytest

ROOT = Path(__file__).parents[2]
PROTO = ROOT / "custom_components" / "tesla_home_energy" / "vehicle_command" / "proto"
OURS = f"""
import sys
sys.path.insert(0, {str(PROTO.parent)!r})
from proto import car_server_pb2, universal_message_pb2, vcsec_pb2
"""
PEER = """
from tesla_fleet_api.tesla.vehicle import commands, signed
from tesla_fleet_api.tesla.vehicle.proto import car_server_pb2 as theirs
"""
SAME_BYTES = """
ours = car_server_pb2.Action(vehicleAction={"setChargingAmpsAction": {"charging_amps": 16}})
action = theirs.Action(vehicleAction={"setChargingAmpsAction": {"charging_amps": 16}})
assert ours.SerializeToString() == action.SerializeToString() == bytes.fromhex("1205da02020810")
assert theirs.Action.DESCRIPTOR.file.name != car_server_pb2.DESCRIPTOR.name
"""


@pytest.mark.parametrize("code", [OURS + PEER, PEER + OURS], ids=["ours first", "ours last"])
def test_side_by_side_with_tesla_fleet_api(code: str) -> None:
    result = subprocess.run(  # noqa: S603 - our own code
        [sys.executable, "-c", code + SAME_BYTES], capture_output=True, text=True, check=False, cwd=ROOT
    )
    assert result.returncode == 0, result.stderr


def test_all_names_are_our_own() -> None:
    files = sorted(PROTO.glob("*.proto"))
    assert len(files) == 7
    for file in files:
        generated = (PROTO / f"{file.stem}_pb2.py").read_text(encoding="utf-8")
        assert f"# source: tesla_home_energy/{file.name}\n" in generated
        assert "# Protobuf Python Version: 6.31.1\n" in generated
        assert "\npackage tesla_home_energy." in file.read_text(encoding="utf-8")
        assert "from tesla_home_energy" not in generated
