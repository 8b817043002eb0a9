"""What a decision remembers for the next one; lives in JSON between restarts."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Self


@dataclass(frozen=True, kw_only=True, slots=True)
class CarMemory:
    """What is remembered of one car."""

    session_started_at: float | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Memory:
    """What is remembered of the place and its cars; empty at first."""

    cars: Mapping[str, CarMemory] = field(default_factory=dict)

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return {"cars": {}}

    @classmethod
    def from_dict(cls, stored: Any) -> Self:
        """Read it back; whatever is missing or makes no sense is forgotten."""
        return cls()
