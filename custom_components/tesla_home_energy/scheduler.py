"""Turns for reading: one after the other, so that many cars and sites never burst."""

import asyncio
from datetime import timedelta
from random import uniform
from typing import Final

SPACING: Final = 0.2
"""Seconds between two readings of an account: 300 a minute at most, over all its cars and sites."""

JITTER: Final = 0.05
"""The part of an interval by which it may end early, so that two coordinators do not stay in step."""


class Scheduler:
    """Hands out turns to the coordinators of one account."""

    def __init__(self) -> None:
        """The first turn is free at once."""
        self._next = 0.0

    async def turn(self, *, at_once: bool) -> None:
        """Wait for a turn; whoever was asked by a person or a command has it at once."""
        loop = asyncio.get_running_loop()
        now = loop.time()
        turn = now if at_once else max(now, self._next)
        self._next = max(turn, self._next) + SPACING
        if turn > now:
            await asyncio.sleep(turn - now)


def jittered(interval: timedelta) -> timedelta:
    """Return an interval that ends up to a twentieth early."""
    return interval * (1 - uniform(0, JITTER))  # noqa: S311  nothing secret about it
