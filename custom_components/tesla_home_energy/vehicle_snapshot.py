"""A car as last heard of: from Tesla's servers, from itself, and from the Wall Connector it is at."""

from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from typing import Final

from .fleet_api import ChargeState, Vehicle, VehicleData, WallConnector

_MOVING: Final = {"D", "N", "R"}
_CHARGING: Final = {"Charging", "Starting"}

RAMP: Final = timedelta(seconds=60)
"""How long a car that says it charges may show no power at its Wall Connector."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VehicleSnapshot:
    """A car as last heard of.

    Attributes:
        vehicle: What the free state call tells.
        data: The last `vehicle_data`; None before the first.
        read_at: When `data` was fetched.
        charge: The charge state; every value None before the first `vehicle_data`.
        at_wall_connector: Whether a Wall Connector of an energy site tells of it.
        changed_at: When something happened that `data` may not hold yet: it woke, was plugged in, charges.
    """

    vehicle: Vehicle
    data: VehicleData | None = None
    read_at: datetime | None = None
    charge: ChargeState = field(default_factory=ChargeState)
    at_wall_connector: bool = False
    changed_at: datetime | None = None

    @property
    def as_of(self) -> datetime | None:
        """When the car itself took the values of `data`."""
        return (self.data.as_of if self.data else None) or self.read_at

    @property
    def driving(self) -> bool:
        """Whether the car is on the road, as far as it has told."""
        return (
            self.data is not None and self.data.drive is not None and self.data.drive.shift_state in _MOVING
        )

    @property
    def charging(self) -> bool:
        """Whether the car charges."""
        return self.charge.charging_state in _CHARGING

    @property
    def watchful(self) -> bool:
        """Whether Sentry Mode keeps the car awake."""
        return bool(self.data and self.data.vehicle_state and self.data.vehicle_state.sentry_mode)

    def due(self, now: datetime, interval: timedelta) -> bool:
        """Whether `vehicle_data` are worth their price again."""
        if self.read_at is None or now - self.read_at >= interval:
            return True
        return self.changed_at is not None and self.changed_at > self.read_at

    def with_vehicle(self, vehicle: Vehicle, now: datetime) -> VehicleSnapshot:
        """Return the car with what Tesla's servers tell of it now."""
        woke = vehicle.online and not self.vehicle.online
        return replace(self, vehicle=vehicle, changed_at=now if woke else self.changed_at)

    def with_data(self, data: VehicleData, now: datetime) -> VehicleSnapshot:
        """Return the car with what it has told of itself."""
        return replace(self, data=data, read_at=now, charge=data.charge or self.charge)

    def with_wall_connector(self, connector: WallConnector | None, as_of: datetime) -> VehicleSnapshot:
        """Return the car as its Wall Connector tells of it; None where none tells of it.

        It tells whether the car is plugged in and how much it takes, which counts if it is newer than what
        the car itself has told.
        """
        told = self.charge.timestamp
        if (told and as_of <= told) or (connector is None and not self.at_wall_connector):
            return self
        state = self.charge.charging_state
        power = (connector.power or 0.0) if connector else 0.0
        if connector is None:
            state = "Disconnected"
        elif power > 0:
            state = "Charging"
        elif state in {None, "Disconnected"} or (
            state in _CHARGING and (told is None or as_of - told > RAMP)
        ):
            state = "Stopped"
        car = replace(self, at_wall_connector=connector is not None)
        if state == self.charge.charging_state:
            return car
        charge = replace(self.charge, charging_state=state)
        if state not in _CHARGING:
            charge = replace(charge, charger_power=0, charger_actual_current=0, minutes_to_full_charge=None)
        return replace(car, charge=charge, changed_at=as_of)
