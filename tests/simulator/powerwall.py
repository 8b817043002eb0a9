"""What a stack of Powerwalls does with the surplus.

Nobody at Tesla documents it. Rates and delays are those that users report (dispatch.md: Home Assistant
community 623950, netzero issues 3, 29 and 274); what a combination of settings does that nobody reports on
is assumed.
"""

from dataclasses import dataclass
from typing import Final

# W a Powerwall.
FULL_POWER: Final = 5000.0
BACKUP_POWER: Final = 3500.0
STORM_POWER: Final = 3000.0
RESERVE_POWER: Final = 1700.0

# The reserve is kept within this; % of charge.
RESERVE_SLACK: Final = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What the settings amount to at this moment.

    `strategy` is self_consumption, backup, storm, off_peak, peak, export or island; `reserve` in %.
    """

    strategy: str
    reserve: float
    grid_charging: bool


@dataclass(slots=True, kw_only=True)
class Powerwall:
    """A stack of Powerwalls; `level` in %, `capacity` in Wh."""

    count: int = 2
    capacity: float = 26_894.0
    level: float = 62.0

    @property
    def energy_left(self) -> float:
        """The stored energy, in Wh."""
        return self.capacity * self.level / 100

    def power(self, plan: Plan, surplus: float, seconds: float) -> float:
        """Return the power for the coming seconds, + discharging; `surplus` is solar less load; all in W."""
        wanted = self._wanted(plan, surplus)
        limit = FULL_POWER * self.count
        floor = 0.0 if plan.strategy == "island" else plan.reserve
        energy_above = max(0.0, (self.level - floor) / 100 * self.capacity)
        room = max(0.0, (100 - self.level) / 100 * self.capacity)
        hours = max(seconds, 1.0) / 3600
        return max(-limit, -room / hours, min(limit, energy_above / hours, wanted))

    def _wanted(self, plan: Plan, surplus: float) -> float:
        spare = max(0.0, surplus)
        at_least = {"storm": STORM_POWER, "backup": BACKUP_POWER}.get(plan.strategy)
        if plan.strategy != "island" and at_least is None and self.level < plan.reserve - RESERVE_SLACK:
            at_least = RESERVE_POWER
        if at_least is not None:
            return -max(spare, at_least * self.count)
        match plan.strategy:
            case "off_peak":
                return -FULL_POWER * self.count if plan.grid_charging else -spare
            case "export":
                return FULL_POWER * self.count
            case _:
                return -surplus

    def advance(self, power: float, seconds: float) -> None:
        """Take this power for so long."""
        self.level = min(100.0, max(0.0, self.level - power * seconds / 3600 / self.capacity * 100))
