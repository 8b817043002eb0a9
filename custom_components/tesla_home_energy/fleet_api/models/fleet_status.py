"""The answer of `vehicles/fleet_status`: pairing and signing of cars."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self

from .record import as_json, read, read_text


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleStatus:
    """What Tesla knows of one car.

    Reported: `vehicle_command_protocol_required` is sometimes false for cars that do require it.
    """

    firmware_version: str | None = None
    vehicle_command_protocol_required: bool | None = None
    discounted_device_data: bool | None = None
    fleet_telemetry_version: str | None = None
    total_number_of_keys: int | None = None
    safety_screen_streaming_toggle_enabled: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class FleetStatus:
    """Which cars hold the application's virtual key."""

    key_paired_vins: frozenset[str] = field(repr=False)
    unpaired_vins: frozenset[str] = field(repr=False)
    vehicle_info: Mapping[str, VehicleStatus] = field(repr=False)

    def key_paired(self, vin: str) -> bool | None:
        """Whether the car holds the key; None if Tesla does not tell."""
        if vin in self.key_paired_vins:
            return True
        return False if vin in self.unpaired_vins else None

    def as_json(self) -> dict[str, Any]:
        """What `read` makes the same status of."""
        return {
            "key_paired_vins": sorted(self.key_paired_vins),
            "unpaired_vins": sorted(self.unpaired_vins),
            "vehicle_info": {vin: as_json(status) for vin, status in self.vehicle_info.items()},
        }

    @classmethod
    def read(cls, value: Any) -> Self | None:
        """The status in a JSON object; None if it is none."""
        if not isinstance(value, dict):
            return None
        info = value.get("vehicle_info")
        statuses = {
            vin: read(VehicleStatus, status)
            for vin, status in (info if isinstance(info, dict) else {}).items()
        }
        return cls(
            key_paired_vins=_vins(value.get("key_paired_vins")),
            unpaired_vins=_vins(value.get("unpaired_vins")),
            vehicle_info={vin: status for vin, status in statuses.items() if status},
        )


def _vins(value: Any) -> frozenset[str]:
    items = value if isinstance(value, list) else []
    return frozenset(vin for item in items if (vin := read_text(item)))
