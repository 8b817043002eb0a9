"""The ledger of what Tesla would bill."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Final

# $ a request (known: the price page of developer.tesla.com). What Tesla asks for the other categories is
# unknown; Home Assistant treats listing vehicles and products as free.
PRICES: Final = {"data": 1 / 500, "commands": 1 / 1000, "wakes": 1 / 50}

# Every answer below 500 is billed, errors too (known: billing page).
FIRST_STATUS_NOT_BILLED: Final = 500


@dataclass(frozen=True, slots=True, kw_only=True)
class UsedRequest:
    """One request to the Fleet API; `status` is None where no answer was made."""

    method: str
    endpoint: str
    path: str
    query: str
    category: str
    status: int | None
    time: datetime

    @property
    def billed(self) -> bool:
        """Whether Tesla bills it: every answer below 500."""
        return self.status is not None and self.status < FIRST_STATUS_NOT_BILLED

    @property
    def cost(self) -> float:
        """What it costs, in dollars."""
        return PRICES.get(self.category, 0.0) if self.billed else 0.0


@dataclass(slots=True)
class Usage:
    """All requests since the start, in order; over `spending_limit` dollars the app is switched off."""

    requests: list[UsedRequest] = field(default_factory=list)
    spending_limit: float | None = None

    def count(
        self,
        *,
        category: str | None = None,
        endpoint: str | None = None,
        status: int | None = None,
        billed: bool | None = None,
    ) -> int:
        """Return how many requests were like this; `endpoint` is a template as in the routes."""
        return sum(
            category in (None, request.category)
            and endpoint in (None, request.endpoint)
            and status in (None, request.status)
            and billed in (None, request.billed)
            for request in self.requests
        )

    @property
    def cost(self) -> float:
        """What all requests cost, in dollars."""
        return sum(request.cost for request in self.requests)

    def exceeded(self) -> bool:
        """Return whether the account's limit is used up."""
        return self.spending_limit is not None and self.cost >= self.spending_limit

    def clear(self) -> None:
        """Forget all requests."""
        self.requests.clear()

    def summary(self) -> dict[str, object]:
        """Return the sums by category, by endpoint and by status."""
        categories: dict[str, dict[str, int]] = {}
        endpoints: dict[str, dict[str, int]] = {}
        for request in self.requests:
            status = str(request.status)
            totals = categories.setdefault(request.category, {"requests": 0, "billed": 0})
            totals["requests"] += 1
            totals["billed"] += request.billed
            statuses = endpoints.setdefault(f"{request.method} {request.endpoint}", {})
            statuses[status] = statuses.get(status, 0) + 1
        return {"cost": round(self.cost, 4), "categories": categories, "endpoints": endpoints}
