"""The budget: never slower than it has to be, never over it, and never all of it in one day."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
import heapq
from itertools import pairwise

from hypothesis import given, strategies as st
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    Budget,
    Category,
    RequestRecord,
    Sharing,
    UsageLedger,
)
from custom_components.tesla_home_energy.fleet_api.budget import LOOP_SHARE

START = datetime(2026, 11, 1, tzinfo=UTC)
END = datetime(2026, 12, 1, tzinfo=UTC)
MID = datetime(2026, 11, 16, tzinfo=UTC)
MINUTE = timedelta(minutes=1)
DAY = timedelta(days=1)


def spend(
    ledger: UsageLedger,
    count: int,
    now: datetime,
    vin: str | None = "car 1",
    category: Category = Category.DATA,
) -> UsageLedger:
    record = RequestRecord(method="GET", path="/x", category=category, status=200, vin=vin)
    for _ in range(count):
        ledger.record(record, now)
    return ledger


def interval(
    budget: Budget, ledger: UsageLedger, now: datetime = MID, *, readers: int = 1, vin: str | None = "car 1"
) -> timedelta | None:
    return budget.reading_interval(ledger, now, base=MINUTE, price=0.002, readers=readers, vin=vin)


def test_a_free_reading_is_never_slowed() -> None:
    ledger = spend(UsageLedger(), 6000, MID)
    budget = Budget()

    assert budget.exhausted(ledger, MID)
    assert budget.price(Category.ENERGY) == 0
    assert replace(budget, energy_billed=True).price(Category.ENERGY) == 0.002
    assert budget.reading_interval(ledger, MID, base=MINUTE, price=0, readers=5) == MINUTE


def test_the_rest_is_kept_for_commands() -> None:
    budget, ledger = Budget(), spend(UsageLedger(), 4749, MID)

    assert budget.left(ledger, MID) == pytest.approx(0.502)
    assert not budget.exhausted(ledger, MID)
    assert interval(budget, ledger) is not None
    spend(ledger, 1, MID)
    assert budget.left(ledger, MID) == pytest.approx(0.5)
    assert budget.exhausted(ledger, MID)
    assert interval(budget, ledger) is None
    spend(ledger, 1000, MID)
    assert budget.left(ledger, MID) == 0


def test_more_money_or_a_new_month_reads_again() -> None:
    budget, ledger = Budget(), spend(UsageLedger(), 6000, MID)

    assert budget.exhausted(ledger, END - timedelta(seconds=1))
    assert not budget.exhausted(ledger, END)
    assert interval(budget, ledger, END) == MINUTE
    assert interval(replace(budget, dollars=50), ledger) == MINUTE


def test_reading_is_slowed_only_when_the_month_is_ahead_of_its_pace() -> None:
    budget = Budget()
    paced = int(4750 * 15.5 / 30)  # fifteen days, and half of the head start
    ledger = spend(UsageLedger(), paced - 1, MID)

    assert interval(budget, ledger) == MINUTE
    slowed = interval(budget, spend(ledger, 2, MID))
    assert slowed is not None
    assert slowed == pytest.approx((END - MID) / (4750 - paced - 1), abs=timedelta(seconds=1))
    of_two = interval(budget, ledger, readers=2)
    assert of_two is not None
    assert of_two / slowed == pytest.approx(2)


def test_a_loop_and_the_readers_share_what_is_left() -> None:
    alone, beside = Budget(dollars=2), Budget(dollars=2, commanding=True)
    ledger = spend(UsageLedger(), 500, START)
    assert 0.5 < alone.left_for_loop(ledger, MID) < 0.9 * LOOP_SHARE
    shared, whole = interval(beside, ledger, MID), interval(alone, ledger, MID)
    assert shared is not None
    assert whole is not None
    assert shared > whole * 3
    spend(ledger, 440, START)
    assert alone.left_for_loop(ledger, MID) == 0
    assert alone.left(ledger, MID) > 0.1  # stopping goes on
    assert interval(beside, ledger, MID) is not None


def test_the_first_day_is_not_slow() -> None:
    assert interval(Budget(), spend(UsageLedger(), 150, START), START) == MINUTE


def test_energy_counts_where_it_is_billed() -> None:
    ledger = spend(UsageLedger(), 5000, MID, vin=None, category=Category.ENERGY)

    assert interval(Budget(), ledger) == MINUTE
    assert interval(Budget(energy_billed=True), ledger) is None


def test_even_shares_belong_to_their_cars() -> None:
    ledger = spend(UsageLedger(), 2400, MID)
    even, needed = Budget(sharing=Sharing.EVEN), Budget()

    assert interval(even, ledger, readers=2) is None  # its part is 4.75 dollars
    assert interval(even, ledger, readers=2, vin="car 2") == MINUTE
    slowed = interval(even, spend(UsageLedger(), 2000, MID), readers=2)
    assert slowed == pytest.approx((END - MID) / 375, abs=timedelta(seconds=1))
    for vin in ("car 1", "car 2", None):
        assert interval(needed, ledger, readers=2, vin=vin) == MINUTE
    assert interval(even, ledger, readers=2, vin=None) == MINUTE


def test_even_shares_are_of_what_sites_leave() -> None:
    even = Budget(sharing=Sharing.EVEN, energy_billed=True)
    ledger = spend(spend(UsageLedger(), 2000, MID), 750, MID, vin=None, category=Category.ENERGY)

    assert interval(even, ledger, readers=2) is None  # 9.50 without 1.50, by two
    assert interval(even, ledger, readers=2, vin="car 2") == MINUTE


COUNTS = st.integers(0, 5200)
MOMENTS = st.integers(0, 30 * 24 * 60 - 1).map(lambda minutes: START + minutes * MINUTE)


@given(
    spent=st.integers(0, 400),
    more=st.integers(1, 300),
    now=MOMENTS,
    dollars=st.floats(0.5, 2),
    readers=st.integers(1, 5),
    sharing=st.sampled_from(Sharing),
    spender=st.sampled_from(["car 1", "car 2", None]),
    price=st.sampled_from([0.001, 0.002, 0.02]),
)
def test_less_money_never_reads_faster(
    spent: int,
    more: int,
    now: datetime,
    dollars: float,
    readers: int,
    sharing: Sharing,
    spender: str | None,
    price: float,
) -> None:
    budget, ledger = Budget(dollars=dollars, sharing=sharing), spend(UsageLedger(), spent, now)

    def wait(budget: Budget) -> timedelta:
        found = budget.reading_interval(ledger, now, base=MINUTE, price=price, readers=readers, vin="car 1")
        return timedelta.max if found is None else found

    rich, before = wait(replace(budget, dollars=dollars * 1.5)), wait(budget)
    assert MINUTE <= rich <= before
    spend(ledger, more, now, vin=spender)
    assert before <= wait(budget)


def month_of_readers(
    budget: Budget,
    readers: int,
    *,
    base: timedelta,
    daily: Callable[[UsageLedger, datetime], object] = lambda _ledger, _now: None,
) -> tuple[UsageLedger, list[tuple[datetime, str]]]:
    """Readers that want to read every `base`, all of November; `daily` is called each noon."""
    ledger, readings = UsageLedger(), list[tuple[datetime, str]]()
    due = [(START, f"car {number}") for number in range(readers)]
    noon = START + DAY / 2
    while due and due[0][0] < END:
        now, vin = heapq.heappop(due)
        while noon <= now:
            daily(ledger, noon)
            noon += DAY
        wait = budget.reading_interval(ledger, now, base=base, price=0.002, readers=readers, vin=vin)
        if wait is None:
            heapq.heappush(due, (now + timedelta(hours=1), vin))
            continue
        last = next((then for then, who in reversed(readings) if who == vin), None)
        if last is not None and now < last + wait:
            heapq.heappush(due, (last + wait, vin))
            continue
        spend(ledger, 1, now, vin)
        readings.append((now, vin))
        heapq.heappush(due, (now + base, vin))
    return ledger, readings


def longest_gap(moments: Iterable[datetime]) -> timedelta:
    times = [START, *sorted(moments), END]
    return max(after - before for before, after in pairwise(times))


@pytest.mark.parametrize("sharing", Sharing)
@pytest.mark.parametrize("readers", [1, 5])
@pytest.mark.parametrize("dollars", [10.0, 2.0])
def test_a_month_of_readers_that_always_want_to_read(dollars: float, readers: int, sharing: Sharing) -> None:
    budget = Budget(dollars=dollars, sharing=sharing)
    ledger, readings = month_of_readers(budget, readers, base=timedelta(minutes=5))

    last = END - timedelta(seconds=1)
    assert ledger.cost(last, energy_billed=False) <= dollars * 0.95 + 1e-9
    assert ledger.cost(last, energy_billed=False) >= dollars * 0.90  # it is there to be used
    ideal = 30 * DAY / (dollars * 0.95 / 0.002 / readers)
    for number in range(readers):
        own = [moment for moment, vin in readings if vin == f"car {number}"]
        assert longest_gap(own) < 4 * ideal, number


@pytest.mark.parametrize("dollars", [10.0, 2.0])
def test_one_costly_day_does_not_stop_reading_for_the_rest_of_the_month(dollars: float) -> None:
    def wakes(ledger: UsageLedger, noon: datetime) -> None:
        if noon.day == 4:
            spend(ledger, int(dollars * 0.6 / 0.02), noon, category=Category.WAKES)

    ledger, readings = month_of_readers(Budget(dollars=dollars), 2, base=timedelta(minutes=5), daily=wakes)

    assert ledger.cost(END - timedelta(seconds=1), energy_billed=False) <= dollars * 0.95 + 1e-9
    days = {moment.date() for moment, _ in readings}
    assert len(days) == 30
    assert longest_gap(moment for moment, _ in readings) < timedelta(
        hours=8
    )  # a quarter of the money is left
