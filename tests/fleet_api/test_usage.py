"""The ledger: what is counted, what is billed, and that nothing breaks it."""

from collections import Counter
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta, timezone
import json
from typing import Any

from hypothesis import given, strategies as st
import pytest

from custom_components.tesla_home_energy.fleet_api import Category, RequestRecord, UsageLedger
from custom_components.tesla_home_energy.fleet_api.usage import DAYS_KEPT, PRICES, month_end, month_start

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
BLITZ, OLDIE = "5YJ3E7EB0KF000001", "5YJSA1E26JF000002"


def request(
    category: Category = Category.DATA,
    *,
    status: int | None = 200,
    vin: str | None = None,
    path: str = "/api/1/vehicles/{vin}/vehicle_data",
) -> RequestRecord:
    return RequestRecord(method="GET", path=path, category=category, status=status, vin=vin)


def ledger_of(*records: RequestRecord, now: datetime = NOON) -> UsageLedger:
    ledger = UsageLedger()
    for record in records:
        ledger.record(record, now)
    return ledger


def counted(categories: Mapping[Category, int]) -> dict[Category, int]:
    """Without the zeros."""
    return {category: count for category, count in categories.items() if count}


REQUESTS = st.builds(
    request,
    st.sampled_from(Category),
    status=st.sampled_from([None, 200, 403, 408, 429, 499, 500, 503, 540]),
    vin=st.sampled_from([None, BLITZ, OLDIE]),
    path=st.sampled_from(["/a", "/b"]),
)
MOMENTS = st.datetimes(
    min_value=datetime(2026, 10, 30),  # noqa: DTZ001  hypothesis adds the zone
    max_value=datetime(2026, 12, 2),  # noqa: DTZ001
    timezones=st.just(UTC),
)
HISTORIES = st.lists(st.tuples(REQUESTS, MOMENTS), max_size=30)


def test_prices_are_teslas() -> None:
    per_dollar = {category: round(1 / price) for category, price in PRICES.items() if price}
    assert per_dollar[Category.DATA] == 500
    assert per_dollar[Category.COMMANDS] == 1000
    assert per_dollar[Category.WAKES] == 50
    assert set(PRICES) == set(Category)
    assert PRICES[Category.FREE] == 0


@pytest.mark.parametrize(
    ("status", "cost"), [(200, 0.002), (408, 0.002), (429, 0.002), (499, 0.002), (None, 0.002), (500, 0)]
)
def test_everything_below_500_is_billed_and_so_is_silence(status: int | None, cost: float) -> None:
    ledger = ledger_of(request(status=status, vin=BLITZ))

    assert ledger.cost(NOON, energy_billed=False) == cost
    assert ledger.cost_of_car(BLITZ, NOON) == ledger.cost_of_cars(NOON) == cost
    assert counted(ledger.requests_today(NOON)) == {Category.DATA: 1}
    assert counted(ledger.billed_this_month(NOON)) == ({Category.DATA: 1} if cost else {})


def test_energy_is_counted_both_ways() -> None:
    ledger = ledger_of(request(Category.ENERGY), request(Category.ENERGY), request(Category.COMMANDS))

    assert ledger.cost(NOON, energy_billed=False) == 0.001
    assert ledger.cost(NOON, energy_billed=True) == 0.005
    assert ledger.projected_cost(NOON, energy_billed=True) > ledger.projected_cost(NOON, energy_billed=False)


def test_the_wakes_of_a_car_are_todays_and_its_own() -> None:
    ledger = ledger_of(
        request(Category.WAKES, vin=BLITZ),
        request(Category.WAKES, vin=BLITZ, status=None),
        request(Category.WAKES, vin=BLITZ, status=503),
        request(Category.WAKES, vin=OLDIE),
        request(vin=BLITZ),
    )

    assert ledger.wakes_today(BLITZ, NOON) == 2
    assert ledger.wakes_today(OLDIE, NOON) == 1
    assert ledger.wakes_today("another", NOON) == 0
    assert ledger.wakes_today(BLITZ, NOON + timedelta(days=1)) == 0
    assert ledger.cost_of_car(BLITZ, NOON) == 0.042
    assert ledger.cost_of_car("another", NOON) == 0


def test_endpoints_and_how_they_ended_are_told() -> None:
    ledger = ledger_of(request(), request(), request(status=408), request(Category.WAKES, path="/wake"))

    told = {(row.path, row.status): count for row, count in ledger.rows_this_month(NOON).items()}
    data = "/api/1/vehicles/{vin}/vehicle_data"
    assert told == {(data, 200): 2, (data, 408): 1, ("/wake", 200): 1}


def test_days_and_months_turn_at_midnight_utc() -> None:
    last = datetime(2026, 11, 30, 23, 59, 59, tzinfo=UTC)
    ledger = ledger_of(request(vin=BLITZ), now=last)
    first = last + timedelta(seconds=1)

    assert counted(ledger.requests_this_month(first)) == counted(ledger.requests_today(first)) == {}
    assert ledger.cost(first, energy_billed=True) == ledger.cost_of_car(BLITZ, first) == 0
    assert ledger.cost(last, energy_billed=True) == 0.002
    west = last.astimezone(timezone(timedelta(hours=-8)))
    assert counted(ledger.requests_today(west)) == {Category.DATA: 1}
    ledger.record(request(), first.astimezone(timezone(timedelta(hours=-8))))
    assert counted(ledger.requests_today(first)) == {Category.DATA: 1}


@pytest.mark.parametrize(
    ("now", "start", "end"),
    [
        (NOON, (2026, 11), (2026, 12)),
        (datetime(2026, 12, 31, 23, 59, tzinfo=UTC), (2026, 12), (2027, 1)),
        (datetime(2028, 2, 1, tzinfo=UTC), (2028, 2), (2028, 3)),
        (datetime(2026, 10, 31, 20, tzinfo=timezone(timedelta(hours=-8))), (2026, 11), (2026, 12)),
    ],
)
def test_a_month_is_from_the_first_to_the_first(
    now: datetime, start: tuple[int, int], end: tuple[int, int]
) -> None:
    assert month_start(now) == datetime(*start, 1, tzinfo=UTC)
    assert month_end(now) == datetime(*end, 1, tzinfo=UTC)


@given(HISTORIES)
def test_the_cost_is_the_sum_of_what_was_billed(history: list[tuple[RequestRecord, datetime]]) -> None:
    ledger = UsageLedger()
    for record, now in history:  # in any order: the clock goes backwards too
        ledger.cost(now, energy_billed=True)
        ledger.record(record, now)

    for month in (10, 11, 12):
        now = datetime(2026, month, 1, tzinfo=UTC)
        own = [record for record, then in history if then.month == month]
        billed = [record for record in own if record.status is None or record.status < 500]
        prices = {
            category: sum(r.category is category for r in billed) * PRICES[category] for category in Category
        }
        total = sum(prices.values())
        assert ledger.cost(now, energy_billed=True) == pytest.approx(total)
        assert ledger.cost(now, energy_billed=False) == pytest.approx(total - prices[Category.ENERGY])
        assert counted(ledger.requests_this_month(now)) == Counter(record.category for record in own)
        assert counted(ledger.billed_this_month(now)) == Counter(record.category for record in billed)
        cars = [ledger.cost_of_car(vin, now) for vin in (BLITZ, OLDIE)]
        assert ledger.cost_of_cars(now) == pytest.approx(sum(cars))


@given(HISTORIES)
def test_what_is_stored_comes_back(history: list[tuple[RequestRecord, datetime]]) -> None:
    ledger = UsageLedger()
    for record, now in history:
        ledger.record(record, now)
    again = UsageLedger(json.loads(json.dumps(ledger.as_dict())))

    assert again.as_dict() == ledger.as_dict()
    for _, now in history:
        assert again.cost(now, energy_billed=True) == ledger.cost(now, energy_billed=True)
        assert again.rows_this_month(now) == ledger.rows_this_month(now)
        assert again.wakes_today(BLITZ, now) == ledger.wakes_today(BLITZ, now)
        assert again.projected_cost(now, energy_billed=True) == ledger.projected_cost(now, energy_billed=True)


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                ["days", "2026-11-21", "requests", "cars", "category", "path", "status", "count", "data", "x"]
            ),
            inner,
            max_size=6,
        )
    ),
    max_leaves=30,
)


@given(JSON)
def test_rubbish_breaks_nothing(stored: Any) -> None:
    ledger = UsageLedger(stored)
    before = ledger.cost(NOON, energy_billed=True)
    ledger.record(request(), NOON)

    assert ledger.cost(NOON, energy_billed=True) == pytest.approx(before + 0.002)
    assert ledger.projected_cost(NOON, energy_billed=True) >= before
    json.dumps(ledger.as_dict(), allow_nan=False)


ROW = {"category": "data", "method": "GET", "path": "/a", "status": 200, "count": 3}


@pytest.mark.parametrize(
    "broken",
    [
        ROW | {"count": "3"},
        ROW | {"count": True},
        ROW | {"count": 1.5},
        ROW | {"count": -1},
        ROW | {"count": 10**400},
        ROW | {"category": "telemetry"},
        ROW | {"category": ["data"]},
        ROW | {"method": None},
        ROW | {"path": 5},
        ROW | {"status": "200"},
        ROW | {"status": False},
        {},
        None,
        "row",
    ],
)
def test_a_broken_row_loses_nothing_but_itself(broken: object) -> None:
    days = {
        "2026-11-20": {
            "requests": [broken, ROW],
            "cars": {BLITZ: {"data": 3, "moon": 1, "wakes": "2"}, OLDIE: 5},
        },
        "2026-11-21": [],
        "yesterday": {"requests": [ROW]},
    }
    ledger = UsageLedger({"days": days})

    assert ledger.cost(NOON, energy_billed=True) == 0.006
    assert ledger.cost_of_cars(NOON) == ledger.cost_of_car(BLITZ, NOON) == 0.006
    assert counted(ledger.requests_today(NOON)) == {}


def test_old_days_are_forgotten_and_this_month_never() -> None:
    ledger = UsageLedger()
    for day in range(400):
        ledger.record(request(), NOON + timedelta(days=day))
    end = NOON + timedelta(days=399)
    assert len(ledger.as_dict()["days"]) == DAYS_KEPT
    assert counted(ledger.requests_this_month(end)) == {Category.DATA: end.day}
    assert counted(ledger.requests_this_month(NOON)) == {}


@pytest.mark.parametrize("jump", [timedelta(days=20_000), timedelta(days=-20_000)])
def test_a_clock_that_jumps_for_a_moment_does_not_delete_what_was_spent(jump: timedelta) -> None:
    ledger = UsageLedger()
    for day in range(70):
        ledger.record(request(), NOON - timedelta(days=69 - day))
    ledger.record(request(), NOON + jump)
    assert counted(ledger.requests_today(NOON + jump)) == {Category.DATA: 1}
    ledger.record(request(), NOON)

    assert counted(ledger.requests_this_month(NOON)) == {Category.DATA: NOON.day + 1}


def test_the_first_hours_are_no_measure_for_a_month() -> None:
    ledger = ledger_of(*[request()] * 10, now=datetime(2026, 11, 1, 0, 5, tzinfo=UTC))

    projected = ledger.projected_cost(datetime(2026, 11, 1, 0, 6, tzinfo=UTC), energy_billed=False)
    assert projected == pytest.approx(0.02 * 31, abs=0.01)  # ten requests a day


def test_a_month_goes_on_as_in_the_last_seven_days() -> None:
    ledger = UsageLedger()
    for day in range(1, 21):
        for _ in range(100 if day < 10 else 10):
            ledger.record(request(), datetime(2026, 11, day, 6, tzinfo=UTC))
    now = datetime(2026, 11, 21, tzinfo=UTC)

    spent = ledger.cost(now, energy_billed=False)
    assert spent == pytest.approx(0.002 * (900 + 110))
    assert ledger.projected_cost(now, energy_billed=False) == pytest.approx(spent + 0.002 * 100)


def test_the_first_of_a_month_knows_the_week_before() -> None:
    ledger = UsageLedger()
    for day in range(1, 31):
        ledger.record(request(Category.WAKES), datetime(2026, 11, day, 6, tzinfo=UTC))
    now = datetime(2026, 12, 1, tzinfo=UTC)

    assert ledger.cost(now, energy_billed=False) == 0
    assert ledger.projected_cost(now, energy_billed=False) == pytest.approx(0.02 * 31)


def test_nothing_asked_costs_nothing() -> None:
    ledger = UsageLedger()
    assert ledger.cost(NOON, energy_billed=True) == ledger.projected_cost(NOON, energy_billed=True) == 0
    assert counted(ledger.requests_today(NOON)) == counted(ledger.requests_this_month(NOON)) == {}
    assert ledger.as_dict() == {"days": {}}
