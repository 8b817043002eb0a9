"""Which counters have been seen: each is taken once."""

from typing import Final

SIZE: Final = 32
"""How far a counter may lie behind the highest one (known, reference client)."""


class ReplayWindow:
    """The highest counter seen, and a bit for each of the 32 before it (bit 0 is the one just below)."""

    __slots__ = ("counter", "seen")

    def __init__(self, counter: int = 0, seen: int = 0) -> None:
        """Start with nothing seen; 0 itself is never taken."""
        self.counter = counter
        self.seen = seen

    def accept(self, counter: int) -> bool:
        """Take a counter. Returns whether it is new and not too old."""
        ahead = counter - self.counter
        if ahead > 0:
            shifted = (self.seen << 1 | 1) << ahead - 1 if ahead <= SIZE else 0
            self.seen = shifted & (1 << SIZE) - 1
            self.counter = counter
            return True
        bit = 1 << -ahead - 1 if -SIZE <= ahead < 0 else 0
        if not bit or self.seen & bit:
            return False
        self.seen |= bit
        return True
