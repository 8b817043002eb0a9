"""The measuring of ages: a benchmark that misjudged would say anything."""

from datetime import UTC, datetime, timedelta

from benchmarks.cost.ages import ages

from .simulator.changes import Change

CABLE = ("VIN", "plugged")
START = datetime(2027, 6, 1, tzinfo=UTC)
BEGIN = START.timestamp()


def _changes(*values: tuple[float, bool]) -> list[Change]:
    return [
        Change(moment=START + timedelta(seconds=after), vin="VIN", what="plugged", value=value)
        for after, value in values
    ]


def _shown(*values: tuple[float, bool | None]) -> list[tuple[float, tuple[str, str], bool | int | None]]:
    return [(BEGIN + after, CABLE, value) for after, value in values]


def test_an_age_ends_when_the_truth_is_shown() -> None:
    found = ages(
        _changes((0, False), (100, True), (1000, False)),
        _shown((-5, False), (130, True), (1200, False)),
        begin=BEGIN,
        end=BEGIN + 5000,
    )
    assert {kind: (list(age.seconds), age.never) for kind, age in found.items()} == {
        "plugged in": ([30], 0),
        "unplugged": ([200], 0),
    }


def test_a_change_that_nobody_noticed_counts_while_it_lasted() -> None:
    found = ages(
        _changes((0, False), (100, True), (1000, False)), _shown((-5, False)), begin=BEGIN, end=BEGIN + 5000
    )
    assert (found["plugged in"].seconds, found["unplugged"].seconds) == ([900], [0])


def test_what_is_unknown_or_wrong_at_the_end_counts_up_to_there() -> None:
    found = ages(
        _changes((0, False), (100, True)),
        _shown((-5, False), (50, None), (60, False)),
        begin=BEGIN,
        end=BEGIN + 5000,
    )
    assert (found["plugged in"].seconds, found["plugged in"].never) == ([4900], 1)


def test_the_right_value_by_chance_before_the_change_does_not_count() -> None:
    found = ages(
        _changes((0, False), (100, True)),
        _shown((-5, False), (50, True), (90, False), (400, True)),
        begin=BEGIN,
        end=BEGIN + 5000,
    )
    assert found["plugged in"].seconds == [300]
