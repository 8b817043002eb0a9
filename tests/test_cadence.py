"""How often is often enough."""

from datetime import UTC, datetime, timedelta

import pytest

from custom_components.tesla_home_energy.cadence import (
    BILLED_LIVE_INTERVAL,
    BILLED_REST_INTERVAL,
    BILLED_SELDOM_INTERVAL,
    CONTROLLED_LIVE_INTERVAL,
    FRESH,
    INFO_INTERVAL,
    LIVE_INTERVAL,
    LONGEST_BILLED_RETRY,
    LONGEST_RETRY,
    NIGHT_LIVE_INTERVAL,
    is_fresh,
    live_interval,
    retry_interval,
    seldom_interval,
)
from custom_components.tesla_home_energy.scheduler import JITTER, Scheduler, jittered

NOW = datetime(2026, 6, 1, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("what", "interval"),
    [
        ({"controlled"}, CONTROLLED_LIVE_INTERVAL),
        ({"controlled", "billed"}, CONTROLLED_LIVE_INTERVAL),
        ({"daylight"}, LIVE_INTERVAL),
        ({"watched"}, LIVE_INTERVAL),
        ({"car_awake"}, NIGHT_LIVE_INTERVAL),
        (set(), NIGHT_LIVE_INTERVAL),
        ({"billed", "daylight", "watched"}, BILLED_REST_INTERVAL),
        ({"billed", "car_awake"}, BILLED_LIVE_INTERVAL),
    ],
)
def test_a_site_is_read_by_what_happens_there(what: set[str], interval: timedelta) -> None:
    found = live_interval(
        controlled="controlled" in what,
        daylight="daylight" in what,
        watched="watched" in what,
        billed="billed" in what,
        car_awake="car_awake" in what,
    )
    assert found == interval


def test_settings_and_energies_are_read_seldom_where_that_costs() -> None:
    assert seldom_interval(INFO_INTERVAL, billed=False) == INFO_INTERVAL
    assert seldom_interval(INFO_INTERVAL, billed=True) == BILLED_SELDOM_INTERVAL


@pytest.mark.parametrize(("billed", "longest"), [(False, LONGEST_RETRY), (True, LONGEST_BILLED_RETRY)])
def test_what_fails_is_tried_ever_more_seldom_up_to_a_bound(longest: timedelta, *, billed: bool) -> None:
    retries = [retry_interval(failures, billed=billed) for failures in range(1, 1000)]
    assert retries[0] == LIVE_INTERVAL
    assert retries == sorted(retries)
    assert retries[-1] == longest


def test_fresh_is_three_intervals_and_a_quarter_of_an_hour_at_least() -> None:
    assert is_fresh(NOW - FRESH, NOW, LIVE_INTERVAL)
    assert not is_fresh(NOW - FRESH - timedelta(seconds=1), NOW, LIVE_INTERVAL)
    assert is_fresh(NOW - timedelta(hours=3), NOW, timedelta(hours=1))
    assert not is_fresh(NOW - timedelta(hours=3, seconds=1), NOW, timedelta(hours=1))


def test_no_two_stay_in_step() -> None:
    intervals = {jittered(LIVE_INTERVAL) for _ in range(100)}
    assert len(intervals) > 50
    assert min(intervals) >= LIVE_INTERVAL * (1 - JITTER)
    assert max(intervals) <= LIVE_INTERVAL


async def test_many_never_burst_but_a_person_waits_for_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    waits: list[float] = []

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    monkeypatch.setattr("custom_components.tesla_home_energy.scheduler.SPACING", 0.2)
    monkeypatch.setattr("asyncio.sleep", sleep)
    scheduler = Scheduler()
    for _ in range(50):
        await scheduler.turn(at_once=False)
    assert len(waits) == 49
    assert waits == pytest.approx([0.2 * number for number in range(1, 50)], abs=0.1)

    await scheduler.turn(at_once=True)
    assert len(waits) == 49
