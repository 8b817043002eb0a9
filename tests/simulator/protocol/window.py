"""Which counters were used already."""

from dataclasses import dataclass
from typing import Final

WINDOW_SIZE: Final = 32
LARGEST_COUNTER: Final = 0xFFFFFFFF


@dataclass(slots=True)
class Window:
    """The highest counter, and a bit for each of the 32 before it."""

    counter: int = 0
    bits: int = 0

    def accept(self, counter: int, *, strict: bool = False) -> bool:
        """Use a counter up and return whether it was fresh; strictly: higher than all before."""
        distance = counter - self.counter
        if distance > 0:
            shifted = (self.bits << distance) | (1 << (distance - 1)) if distance <= WINDOW_SIZE else 0
            self.bits = shifted & LARGEST_COUNTER
            self.counter = counter
            return True
        bit = 1 << (-distance - 1) if -WINDOW_SIZE <= distance < 0 else 0
        if strict or not bit or self.bits & bit:
            return False
        self.bits |= bit
        return True
