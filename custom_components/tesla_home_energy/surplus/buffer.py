"""The Powerwall: who gets the surplus first, what it evens out, what it must not be drained of."""

from dataclasses import dataclass
from typing import Final

from .measure import Reading, surplus_left
from .memory import PlaceMemory
from .models import Inputs
from .settings import BatteryPriority, PlaceSettings

FULL: Final = 98.0
"""Percent from which a Powerwall counts as full; above some 90 % it takes less and less."""
TAPER: Final = 92.0
STORING: Final = 0.95
"""Share of a stored Wh's way that arrives."""
CAUTION: Final = 1.3
"""What the Powerwall needs is set aside by so much more, as forecasts are off by some 20 %."""
RESERVE_BAND: Final = 1.5
"""Percent above the reserve in which it does not even out for a car."""
BELOW_RESERVE: Final = 0.5
"""Percent below the reserve at which cars are cut: at the reserve itself a Powerwall stops by itself."""
IDLE: Final = 50.0
"""W: less than this is no discharge."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Share:
    """What the cars get.

    Attributes:
        power: W of surplus for cars, those they take included.
        ceiling: The most that cars may take in any mode, W; None: no such limit.
        stores: Whether the Powerwall takes what the cars leave.
        gives: Whether it gives what the cars take too much.
        off_grid: Whether the place is cut off.
        blocked: Whether cars may not charge at all: off grid, and too little in the Powerwall.
        kept: What the Powerwall gets, W.
    """

    power: float
    ceiling: float | None = None
    stores: bool = False
    gives: bool = False
    off_grid: bool = False
    blocked: bool = False
    kept: float = 0.0


def share(inputs: Inputs, reading: Reading, memory: PlaceMemory) -> Share:
    """Divide the surplus between Powerwall and cars."""
    place, sample = inputs.place, reading.sample
    margin = place.margin
    level = sample.battery_level
    if sample.on_grid is False:
        blocked = level is None or level <= place.off_grid_reserve
        power = 0.0 if blocked else reading.balance - max(0.0, margin)
        return Share(power=power, ceiling=max(0.0, power), off_grid=True, blocked=blocked)
    if sample.battery_power is None or level is None:
        return Share(power=_stretched(reading.balance - margin, place))
    kept = _kept(inputs, reading, memory, level)
    ceiling = None
    if level <= place.battery_reserve - BELOW_RESERVE and sample.battery_power > IDLE:
        ceiling = max(0.0, reading.cars - sample.battery_power)
    return Share(
        power=_stretched(reading.balance - kept - margin, place),
        ceiling=ceiling,
        stores=level < FULL,
        gives=level > place.battery_reserve + RESERVE_BAND,
        kept=kept,
    )


def _stretched(power: float, place: PlaceSettings) -> float:
    """Return what cars may take where only a share of it has to be sun."""
    return power / max(0.05, min(1.0, place.solar_share)) if power > 0.0 else power


def _kept(inputs: Inputs, reading: Reading, memory: PlaceMemory, level: float) -> float:
    """Return the W of surplus that the Powerwall gets before the cars."""
    place = inputs.place
    priority = place.battery_priority
    if level >= FULL or reading.balance <= 0.0 or priority is BatteryPriority.CAR_FIRST:
        return 0.0
    most = place.battery_max_power * min(1.0, (100.0 - level) / (100.0 - TAPER))
    if priority is BatteryPriority.BATTERY_FIRST or level <= place.battery_reserve:
        return min(most, reading.balance)
    left = surplus_left(inputs, memory)
    needed = (100.0 - level) / 100.0 * place.battery_capacity / STORING * CAUTION
    if left is None or needed >= left:
        return min(most, reading.balance)
    return min(most, reading.balance * needed / left)
