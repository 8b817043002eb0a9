"""The ledger: which requests Tesla was asked, and what they cost.

Prices and the billing rule are Tesla's (known: fleet_api.md, 5): every answer below HTTP 500 is billed, month
by month from the first. Days and months are UTC's; Tesla does not say whose. What energy sites cost is not
published, so the ledger counts it both ways.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from http import HTTPStatus
from types import MappingProxyType
from typing import Any, Final

from .connection import RequestRecord
from .routes import Category

PRICES: Final[Mapping[Category, float]] = MappingProxyType(
    {
        Category.DATA: 0.002,
        Category.COMMANDS: 0.001,
        Category.WAKES: 0.02,
        Category.ENERGY: 0.002,  # if it is billed at all: the worst case
        Category.FREE: 0.0,
        Category.OTHER: 0.002,  # not published: the worst case
    }
)
"""Dollars a billed request."""

DAYS_KEPT: Final = 62
"""The newest ones, enough for two months. Counted, not dated: a clock that jumps ahead for a moment must not
delete what was spent this month."""

_DAY: Final = timedelta(days=1)
_RECENT: Final = timedelta(days=7)
_MOST: Final = 10**12
"""Requests; a stored count beyond is none."""


def month_start(now: datetime) -> datetime:
    """Return the first moment of a month, UTC."""
    return now.astimezone(UTC).replace(day=1, hour=0, minute=0, second=0, microsecond=0)


def month_end(now: datetime) -> datetime:
    """Return the first moment of the month after."""
    return month_start(month_start(now) + timedelta(days=31))


def price(category: Category, *, energy_billed: bool) -> float:
    """Dollars a billed request of a category."""
    return 0.0 if category is Category.ENERGY and not energy_billed else PRICES[category]


@dataclass(frozen=True, slots=True, kw_only=True)
class UsageRow:
    """What is counted: requests to one endpoint that ended in one way."""

    category: Category
    method: str
    path: str
    """The endpoint's template: no VIN, no site id."""
    status: int | None

    @property
    def billed(self) -> bool:
        """Whether Tesla bills it; a request whose answer was lost counts as billed, on the safe side."""
        return self.status is None or self.status < HTTPStatus.INTERNAL_SERVER_ERROR

    @classmethod
    def read(cls, value: Mapping[str, Any]) -> UsageRow | None:
        """Read a stored row; None if it is none."""
        category, method, path = (value.get(name) for name in ("category", "method", "path"))
        status = value.get("status")
        if not (category in list(Category) and isinstance(method, str) and isinstance(path, str)):
            return None
        if status is not None and type(status) is not int:
            return None
        return cls(category=Category(category), method=method, path=path, status=status)

    def as_dict(self) -> dict[str, Any]:
        """Return what is stored."""
        return {
            "category": str(self.category),
            "method": self.method,
            "path": self.path,
            "status": self.status,
        }


@dataclass(slots=True)
class _Tally:
    """The requests of a day or a month; of single cars only what was billed."""

    rows: Counter[UsageRow] = field(default_factory=Counter)
    cars: dict[str, Counter[Category]] = field(default_factory=dict)

    def add(self, row: UsageRow, vin: str | None) -> None:
        self.rows[row] += 1
        if vin is not None and row.billed:
            self.cars.setdefault(vin, Counter())[row.category] += 1

    def merge(self, other: _Tally) -> None:
        self.rows.update(other.rows)
        for vin, billed in other.cars.items():
            self.cars.setdefault(vin, Counter()).update(billed)

    def requests(self, *, billed: bool) -> Counter[Category]:
        categories = Counter[Category]()
        for row, count in self.rows.items():
            if row.billed or not billed:
                categories[row.category] += count
        return categories

    def cost(self, *, energy_billed: bool) -> float:
        return _cost(self.requests(billed=True), energy_billed=energy_billed)

    @classmethod
    def read(cls, value: object) -> _Tally:
        """Read a stored day, leaving out what is none."""
        tally = cls()
        if not isinstance(value, dict):
            return tally
        stored_rows = value.get("requests")
        for stored in stored_rows if isinstance(stored_rows, list) else ():
            if isinstance(stored, dict) and _is_count(stored.get("count")) and (row := UsageRow.read(stored)):
                tally.rows[row] += stored["count"]
        for vin, billed in _dict(value.get("cars")).items():
            known = {
                Category(name): count
                for name, count in _dict(billed).items()
                if name in set(Category) and _is_count(count)
            }
            if known:
                tally.cars[vin] = Counter(known)
        return tally

    def as_dict(self) -> dict[str, Any]:
        """Return what is stored."""
        return {
            "requests": [row.as_dict() | {"count": count} for row, count in self.rows.items()],
            "cars": {
                vin: {str(category): count for category, count in billed.items()}
                for vin, billed in self.cars.items()
            },
        }


class UsageLedger:
    """What one account has asked of Tesla. Every `now` is aware; days and months are UTC's."""

    def __init__(self, stored: object = None) -> None:
        """Begin empty, or with what `as_dict` gave; what is broken in it is left out, the rest stays."""
        self._days: dict[date, _Tally] = {}
        self._months: dict[datetime, _Tally] = {}
        for name, value in _dict(_dict(stored).get("days")).items():
            try:
                day = date.fromisoformat(name)
            except ValueError:
                continue
            self._days[day] = _Tally.read(value)

    def as_dict(self) -> dict[str, Any]:
        """Return what is to be stored, fit for JSON; it holds VINs."""
        return {"days": {day.isoformat(): tally.as_dict() for day, tally in self._days.items()}}

    def record(self, request: RequestRecord, now: datetime) -> None:
        """Count a request."""
        today = _day(now)
        if today not in self._days:
            for day in sorted(self._days, reverse=True)[DAYS_KEPT - 1 :]:
                del self._days[day]
            self._days[today] = _Tally()
            self._months.clear()
        row = UsageRow(
            category=request.category, method=request.method, path=request.path, status=request.status
        )
        for tally in (self._days[today], self._month(now)):
            tally.add(row, request.vin)

    def _month(self, now: datetime) -> _Tally:
        """The sum of a month's days, kept up to date by `record`."""
        start = month_start(now)
        if start not in self._months:
            self._months[start] = tally = _Tally()
            for day, counted in self._days.items():
                if (day.year, day.month) == (start.year, start.month):
                    tally.merge(counted)
        return self._months[start]

    def requests_today(self, now: datetime) -> Mapping[Category, int]:
        """How often Tesla was asked today, by category; 0 for what is not in it."""
        return self._days.get(_day(now), _Tally()).requests(billed=False)

    def requests_this_month(self, now: datetime) -> Mapping[Category, int]:
        """The same for this month."""
        return self._month(now).requests(billed=False)

    def billed_this_month(self, now: datetime) -> Mapping[Category, int]:
        """How many requests of this month Tesla bills if it bills their category."""
        return self._month(now).requests(billed=True)

    def rows_this_month(self, now: datetime) -> Mapping[UsageRow, int]:
        """How often each endpoint was asked this month, and how that ended."""
        return Counter(self._month(now).rows)

    def cost(self, now: datetime, *, energy_billed: bool) -> float:
        """Dollars of this month."""
        return self._month(now).cost(energy_billed=energy_billed)

    def billed_to_car(self, vin: str, now: datetime) -> Mapping[Category, int]:
        """How many requests of this month belong to one car, as far as Tesla bills them."""
        return Counter(self._month(now).cars.get(vin, Counter()))

    def cost_of_car(self, vin: str, now: datetime) -> float:
        """Dollars that one car has cost this month."""
        return _cost(self._month(now).cars.get(vin, Counter()), energy_billed=False)

    def cost_of_cars(self, now: datetime) -> float:
        """Dollars that all cars have cost this month; the rest is energy sites and the account itself."""
        cars = self._month(now).cars.values()
        return round(sum(_cost(billed, energy_billed=False) for billed in cars), 3)

    def wakes_today(self, vin: str, now: datetime) -> int:
        """How often a car was told to wake up today, as far as it is billed."""
        return self._days.get(_day(now), _Tally()).cars.get(vin, Counter())[Category.WAKES]

    def projected_cost(self, now: datetime, *, energy_billed: bool) -> float:
        """Dollars at the month's end, if it goes on as in the last seven days.

        Where the ledger is younger its own age counts, a day at least: the first hours are no measure.
        """
        since = max(_day(now - _RECENT), min(self._days, default=_day(now)))
        elapsed = max(now - datetime(since.year, since.month, since.day, tzinfo=UTC), _DAY)
        recent = sum(
            tally.cost(energy_billed=energy_billed)
            for day, tally in self._days.items()
            if since <= day <= _day(now)
        )
        return self.cost(now, energy_billed=energy_billed) + recent * ((month_end(now) - now) / elapsed)


def _day(now: datetime) -> date:
    return now.astimezone(UTC).date()


def _cost(billed: Mapping[Category, int], *, energy_billed: bool) -> float:
    cost = sum(count * price(category, energy_billed=energy_billed) for category, count in billed.items())
    return round(cost, 3)  # no price has more digits


def _is_count(value: object) -> bool:
    return type(value) is int and 0 < value <= _MOST


def _dict(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}
