"""Tesla is left alone for as long as it said, kind by kind."""

from freezegun.api import FrozenDateTimeFactory
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    AccountLimitExceeded,
    Category,
    NotFound,
    RateLimited,
)
from custom_components.tesla_home_energy.fleet_api.back_off import (
    FIRST_WAIT,
    LIMIT_WAIT,
    LONGEST_WAIT,
    BackOff,
)


@pytest.fixture
def back_off(freezer: FrozenDateTimeFactory) -> BackOff:
    """Nothing has been asked yet, and time stands still."""
    return BackOff()


def test_nothing_is_waited_for_at_first(back_off: BackOff) -> None:
    assert [back_off.wait(category) for category in Category] == [0] * len(Category)


def test_only_the_kind_that_was_refused_waits(back_off: BackOff, freezer: FrozenDateTimeFactory) -> None:
    back_off.note(Category.DATA, RateLimited(12.5))
    assert back_off.wait(Category.DATA) == pytest.approx(12.5)
    assert back_off.wait(Category.COMMANDS) == 0
    freezer.tick(13)
    assert back_off.wait(Category.DATA) == 0


def test_without_a_time_each_refusal_waits_longer(back_off: BackOff) -> None:
    waits = []
    for _ in range(6):
        back_off.note(Category.DATA, RateLimited())
        waits.append(back_off.wait(Category.DATA))
    assert waits == pytest.approx([FIRST_WAIT, 120, 240, 480, LONGEST_WAIT, LONGEST_WAIT])

    back_off.note(Category.DATA, None)
    back_off.note(Category.DATA, RateLimited())
    assert back_off.wait(Category.DATA) == pytest.approx(FIRST_WAIT)


def test_the_months_limit_is_for_all_but_a_person_may_try(back_off: BackOff) -> None:
    back_off.note(Category.DATA, AccountLimitExceeded(status=403))
    assert back_off.wait(Category.ENERGY) == pytest.approx(LIMIT_WAIT)
    assert back_off.wait_for_rate(Category.COMMANDS) == 0
    back_off.note(Category.COMMANDS, None)
    assert back_off.wait(Category.ENERGY) == 0


def test_other_errors_say_nothing(back_off: BackOff) -> None:
    back_off.note(Category.DATA, NotFound(status=404))
    assert back_off.wait(Category.DATA) == 0
