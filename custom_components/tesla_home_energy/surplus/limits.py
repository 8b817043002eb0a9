"""What the place allows in every mode: grid limit, main fuse, demand window."""

from dataclasses import dataclass
from typing import Final

from .decision import Reason
from .measure import Reading
from .memory import PlaceMemory
from .models import Inputs

FUSE_RESERVE: Final = 0.92
"""Share of the main fuse that is used: samples are late, and loads come in steps."""
DEMAND_RESERVE: Final = 0.95
DEMAND_PEAK: Final = 1.5
"""However little of its window is used, no import above so many times the demand limit."""
VOLTAGE: Final = 230.0


@dataclass(frozen=True, kw_only=True, slots=True)
class Ceiling:
    """The most that cars may take together.

    Attributes:
        power: At once, W.
        raised: Up to which they may be raised, W: the house's peaks of late leave less.
        reason: Which limit that is.
    """

    power: float
    raised: float
    reason: Reason


def ceiling(inputs: Inputs, reading: Reading, memory: PlaceMemory) -> Ceiling | None:
    """Return the tightest limit; None where there is none."""
    limits = _imports(inputs, memory)
    if not limits:
        return None
    allowed, reason = min(limits, key=lambda limit: limit[0])
    peak = memory.base_peak if memory.base_peak is not None else reading.base
    return Ceiling(power=allowed - reading.base, raised=allowed - max(peak, reading.base), reason=reason)


def _imports(inputs: Inputs, memory: PlaceMemory) -> list[tuple[float, Reason]]:
    place = inputs.place
    phases = max(1, place.grid_phases) * VOLTAGE
    found: list[tuple[float, Reason]] = []
    if place.grid_limit_power is not None:
        found.append((place.grid_limit_power, Reason.GRID_LIMIT))
    if place.grid_limit_current is not None:
        found.append((place.grid_limit_current * phases, Reason.GRID_LIMIT))
    if place.fuse_current is not None:
        found.append((place.fuse_current * phases * FUSE_RESERVE, Reason.FUSE_LIMIT))
    if place.demand_limit is not None:
        window = place.demand_window
        begun = inputs.now - inputs.now % window
        used = memory.window_energy * 3600.0 if begun == memory.window_started_at else 0.0
        left = place.demand_limit * DEMAND_RESERVE * window - used
        mean = max(0.0, left) / max(1.0, begun + window - inputs.now)
        found.append((min(mean, place.demand_limit * DEMAND_PEAK), Reason.DEMAND_LIMIT))
    return found
