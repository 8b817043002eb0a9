"""Reading JSON by type: what does not fit leaves the default, and nothing raises."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
import math
from typing import Any

import pytest

from custom_components.tesla_home_energy.fleet_api.models.record import read, read_all


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A record with a required member."""

    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """A record with a member of every type."""

    text: str | None = None
    flag: bool | None = None
    integer: int | None = None
    number: float | None = None
    time: datetime | None = None
    other: str | None = field(default=None, metadata={"key": "otherName"})
    part: Part | None = None
    parts: tuple[Part, ...] = ()
    made: Part = field(default_factory=lambda: Part(name="made"))
    opaque: Mapping[str, Any] | None = None


NOON = datetime(2025, 6, 18, 12, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("name", "value", "expected"),
    [
        ("text", "words", "words"),
        ("text", " ", ""),
        ("text", "", ""),
        ("text", "<invalid>", None),
        ("text", 5, None),
        ("flag", False, False),
        ("flag", True, True),
        ("flag", 0, False),
        ("flag", 2, True),
        ("flag", "true", None),
        ("flag", 1.0, None),
        ("integer", 0, 0),
        ("integer", 2345678901234567891, 2345678901234567891),
        ("integer", 57.6, 58),
        ("integer", "57", None),
        ("integer", True, None),
        ("integer", math.nan, None),
        ("number", 0, 0.0),
        ("number", 1.5, 1.5),
        ("number", math.inf, None),
        ("number", 10**400, None),
        ("number", "1.5", None),
        ("number", False, None),
        ("time", "2025-06-18T14:00:00+02:00", NOON),
        ("time", "2025-06-18T12:00:00Z", NOON),
        ("time", "2025-06-18T12:00:00", None),
        ("time", "0001-01-01T00:00:00+14:00", None),
        ("time", "noon", None),
        ("time", 1750248000, NOON),
        ("time", 1750248000000, NOON),
        ("time", 0, None),
        ("time", -5, None),
        ("time", 1e300, None),
        ("time", [], None),
        ("otherName", "x", "x"),
        ("part", {"name": "a", "unknown": 1}, Part(name="a")),
        ("part", {"name": None}, None),
        ("part", [], None),
        ("parts", [{"name": "a"}, {}, None, {"name": "b"}], (Part(name="a"), Part(name="b"))),
        ("parts", None, ()),
        ("parts", {"name": "a"}, ()),
        ("made", {"name": "read"}, Part(name="read")),
        ("made", {}, Part(name="made")),
        ("opaque", {"any": [1, {}]}, {"any": [1, {}]}),
        ("opaque", [], None),
    ],
)
def test_members_by_type(name: str, value: object, expected: object) -> None:
    whole = read(Whole, {name: value})

    assert whole is not None
    found = getattr(whole, "other" if name == "otherName" else name)
    assert found == expected
    assert type(found) is type(expected)


def test_absent_members_leave_defaults() -> None:
    assert read(Whole, {}) == Whole()
    assert (
        read(Whole, dict.fromkeys(("text", "flag", "integer", "number", "time", "part", "parts"))) == Whole()
    )


@pytest.mark.parametrize("value", [None, [], "text", 5, True])
def test_what_is_no_object_is_no_record(value: object) -> None:
    assert read(Whole, value) is None
    assert read_all(Whole, value) == ()
