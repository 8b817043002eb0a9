"""How much of what a car took was surplus: in this session, today, this month."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self


@dataclass(slots=True, kw_only=True)
class Energies:
    """Wh that a car took, and Wh of them that were surplus."""

    session_started_at: float | None = None
    session: float = 0.0
    session_solar: float = 0.0
    day: int = 0
    today: float = 0.0
    today_solar: float = 0.0
    month: int = 0
    this_month: float = 0.0
    this_month_solar: float = 0.0

    def add(self, energy: float, solar: float, *, today: date, session_started_at: float | None) -> None:
        """Add what was taken since the last decision; a new session, day or month begins at nothing."""
        if session_started_at is not None and session_started_at != self.session_started_at:
            self.session_started_at, self.session, self.session_solar = session_started_at, 0.0, 0.0
        if today.toordinal() != self.day:
            self.day, self.today, self.today_solar = today.toordinal(), 0.0, 0.0
        month = today.year * 12 + today.month
        if month != self.month:
            self.month, self.this_month, self.this_month_solar = month, 0.0, 0.0
        self.session += energy
        self.session_solar += solar
        self.today += energy
        self.today_solar += solar
        self.this_month += energy
        self.this_month_solar += solar

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return asdict(self)

    @classmethod
    def from_dict(cls, stored: Any) -> Self:
        """Read it back; what makes no sense is left out."""
        found = cls()
        for name, value in stored.items() if isinstance(stored, Mapping) else ():
            if name in asdict(found) and isinstance(value, int | float) and not isinstance(value, bool):
                setattr(found, name, value)
        return found


def share(solar: float, energy: float) -> float | None:
    """Return the part of surplus, percent; None before anything was taken."""
    return None if energy <= 0.0 else min(100.0, 100.0 * solar / energy)
