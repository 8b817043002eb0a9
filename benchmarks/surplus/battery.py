"""The simulated Powerwall: covers what it can, stores what is left."""

from dataclasses import dataclass
from typing import Final

EFFICIENCY: Final = 0.95
"""Of each way, in and out."""


@dataclass(slots=True, kw_only=True)
class Battery:
    """A home battery in self-powered mode. `off_grid` lets it go below its reserve."""

    capacity_wh: float = 13_500.0
    max_w: float = 5_000.0
    reserve_percent: float = 20.0
    stored_wh: float = 6_750.0
    in_wh: float = 0.0
    out_wh: float = 0.0

    @property
    def percent(self) -> float:
        """How full it is."""
        return self.stored_wh / self.capacity_wh * 100

    def balance(self, surplus_w: float, hours: float, *, off_grid: bool = False) -> float:
        """Take the surplus in W (negative: give), for `hours`; return its power, discharge positive."""
        if surplus_w >= 0:
            room = (self.capacity_wh - self.stored_wh) / EFFICIENCY / hours
            power = min(surplus_w, self.max_w, room)
            self.stored_wh += power * EFFICIENCY * hours
            self.in_wh += power * hours
            return -power
        floor = 0.0 if off_grid else self.capacity_wh * self.reserve_percent / 100
        left = max(0.0, self.stored_wh - floor) * EFFICIENCY / hours
        power = min(-surplus_w, self.max_w, left)
        self.stored_wh -= power / EFFICIENCY * hours
        self.out_wh += power * hours
        return power
