"""How long to leave Tesla alone after it said so, by price category, shared by all that ask."""

import time
from typing import Final

from .errors import AccountLimitExceeded, FleetApiError, RateLimited
from .routes import Category

FIRST_WAIT: Final = 60.0
"""Seconds after the first 429 that does not say when to come back; doubled by each further one."""

LONGEST_WAIT: Final = 900.0
"""Seconds, where Tesla does not tell."""

LIMIT_WAIT: Final = 3600.0
"""Seconds after `account disabled: EXCEEDED_LIMIT`: it lasts until the limit is raised or the month turns."""


class BackOff:
    """What Tesla last said of each category: too many requests, or no more this month."""

    def __init__(self) -> None:
        """Nothing has been asked yet."""
        self._until: dict[Category, float] = {}
        self._refusals: dict[Category, int] = {}
        self._limited_until = 0.0

    def note(self, category: Category, error: FleetApiError | None) -> None:
        """Learn from a request: its error, or None if it went well."""
        now = time.monotonic()
        if error is None:
            self._refusals.pop(category, None)
            self._limited_until = 0.0
        elif isinstance(error, RateLimited):
            refusals = self._refusals[category] = self._refusals.get(category, 0) + 1
            guess = min(FIRST_WAIT * 2.0 ** min(refusals - 1, 10), LONGEST_WAIT)
            self._until[category] = now + (guess if error.retry_after is None else error.retry_after)
        elif isinstance(error, AccountLimitExceeded):
            self._limited_until = now + LIMIT_WAIT

    def wait(self, category: Category) -> float:
        """Return the seconds for which nothing of a category should be asked; 0 if it may be asked now."""
        return max(self.wait_for_rate(category), self._limited_until - time.monotonic())

    def wait_for_rate(self, category: Category) -> float:
        """Return the same, without the month's limit: a person may try whether it has been raised."""
        return max(self._until.get(category, 0.0) - time.monotonic(), 0.0)
