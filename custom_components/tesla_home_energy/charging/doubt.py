"""When a car that is read seldom is asked after all.

Its Wall Connector tells of another current than it was told: somebody changed it. Or the Wall Connector is
silent, so that nobody knows where the car is. Or it must have reached a limit by what it took since then.
"""

from collections.abc import Iterable
from typing import Final

from ..surplus import Location
from .car import ChargingCar
from .inputs import connector_power

AFTER: Final = 90.0
"""Seconds after a command in which the Wall Connector need not show its effect."""
AGAIN: Final = 600.0
"""Seconds between two readings for the same doubt: each costs money."""
SOON_AGAIN: Final = 120.0
"""The same near a limit: what it took says by itself when it is worth asking again."""
_WH_PER_KWH_PERCENT: Final = 10.0
TOLERANCE: Final = 1.5
"""A: how far what a Wall Connector tells may be from what the car was told."""


class Doubts:
    """Which cars are to be asked."""

    def __init__(self) -> None:
        """None was asked yet."""
        self._asked_at: dict[str, float] = {}

    def about(self, cars: Iterable[ChargingCar], now: float) -> list[ChargingCar]:
        """Return the cars that are to be read now."""
        found = []
        for car in cars:
            since = now - self._asked_at.get(car.vin, 0.0)
            doubtful = since >= AGAIN and (_is_lost(car) or _differs(car, now))
            if doubtful or (since >= SOON_AGAIN and _reaches_limit(car)):
                self._asked_at[car.vin] = now
                found.append(car)
        return found


def _is_lost(car: ChargingCar) -> bool:
    return car.location is Location.UNKNOWN and car.coordinator.actual.at_wall_connector


def _differs(car: ChargingCar, now: float) -> bool:
    memory = car.memory
    power, _ = connector_power(car.coordinator)
    told_at, told = memory.told_current_at, memory.told_current
    if not (power and told and told_at and memory.watts_per_amp) or car.sender.busy:
        return False
    return now >= told_at + AFTER and abs(power / memory.watts_per_amp - told) >= TOLERANCE


def _reaches_limit(car: ChargingCar) -> bool:
    level, wishes = car.coordinator.actual.charge.battery_level, car.wishes
    if level is None:
        return False
    reached = level + car.taken / (_WH_PER_KWH_PERCENT * wishes.capacity)
    limits = (wishes.grid_limit, wishes.solar_limit, wishes.ready_target)
    return any(level < limit <= reached for limit in limits)
