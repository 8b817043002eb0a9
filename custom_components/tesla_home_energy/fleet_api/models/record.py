"""Reading JSON objects into frozen dataclasses, tolerantly.

A model is the table of its own members: each field is read by its type from the member of its name, or of the
name in ``metadata={"key": …}``. A member that is absent, null, ``"<invalid>"`` or of another type leaves the
field's default: absent is not false and not zero. Unknown members are ignored, open enumerations are strings.
A field without default is required: an object that lacks it is no such record.
"""

from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields, is_dataclass
from datetime import UTC, datetime
from functools import partial
import math
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

type Reader = Callable[[Any], object]
type Plan = tuple[tuple[str, str, bool, Reader], ...]

_PLANS: dict[type[Any], Plan] = {}

# What cars send for a signal that is not available (known, captured fixtures).
_INVALID = "<invalid>"
# Seconds of the epoch stay below this until the year 5138; milliseconds have been above it since 1973.
_FIRST_MILLISECONDS = 1e11


def read[Record](record: type[Record], value: Any) -> Record | None:
    """The record in a JSON value; None if the value is no object or lacks a required member."""
    if not isinstance(value, dict):
        return None
    members: dict[str, object] = {}
    plan = _PLANS.get(record)
    if plan is None:
        plan = _PLANS[record] = _plan(record)
    for name, key, required, reader in plan:
        member = reader(value.get(key))
        if member is not None:
            members[name] = member
        elif required:
            return None
    return record(**members)


def read_all[Record](record: type[Record], value: Any) -> tuple[Record, ...]:
    """The records in a JSON list; items that are no such record are skipped, no list reads as empty."""
    items = value if isinstance(value, list) else []
    return tuple(item for item in (read(record, item) for item in items) if item is not None)


def as_json(value: Any) -> Any:
    """What `read` makes the same value of: records as objects, without the members that are None."""
    if is_dataclass(value):
        members = (
            (field.metadata.get("key", field.name), getattr(value, field.name)) for field in fields(value)
        )
        return {key: as_json(member) for key, member in members if member is not None}
    if isinstance(value, tuple):
        return [as_json(item) for item in value]
    return value.isoformat() if isinstance(value, datetime) else value


def read_text(value: Any) -> str | None:
    """A string, stripped; the empty string is a value."""
    return value.strip() if isinstance(value, str) and value != _INVALID else None


def _read_flag(value: Any) -> bool | None:
    # Doors and windows are numbers: 0 is closed, all others are open.
    return bool(value) if isinstance(value, int) else None


def read_number(value: Any) -> float | None:
    """A finite number."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        number = float(value)
    except OverflowError:
        return None
    return number if math.isfinite(number) else None


def _read_integer(value: Any) -> int | None:
    number = read_number(value)
    if number is None:
        return None
    return value if isinstance(value, int) else round(number)


def read_time(value: Any) -> datetime | None:
    """A point in time in UTC: ISO 8601 with an offset, or seconds or milliseconds since 1970."""
    try:
        if isinstance(value, str):
            time = datetime.fromisoformat(value)
            return time.astimezone(UTC) if time.tzinfo else None
        number = read_number(value)
        if number is None or number <= 0:
            return None
        return datetime.fromtimestamp(number / 1000 if number >= _FIRST_MILLISECONDS else number, UTC)
    except ValueError, OverflowError, OSError:
        return None


def _read_opaque(value: Any) -> Mapping[str, Any] | None:
    return value if isinstance(value, dict) else None


_SCALARS: dict[object, Reader] = {
    str: read_text,
    bool: _read_flag,
    int: _read_integer,
    float: read_number,
    datetime: read_time,
}


def _reader(hint: Any) -> Reader:
    alternatives = [alternative for alternative in get_args(hint) if alternative is not NoneType]
    if get_origin(hint) is tuple:
        return partial(read_all, alternatives[0])
    if get_origin(hint) is Mapping:
        return _read_opaque
    if alternatives:
        return _reader(alternatives[0])
    return _SCALARS.get(hint) or partial(read, hint)


def _plan(record: type[Any]) -> Plan:
    hints = get_type_hints(record)
    return tuple(
        (
            field.name,
            field.metadata.get("key", field.name),
            field.default is MISSING and field.default_factory is MISSING,
            _reader(hints[field.name]),
        )
        for field in fields(record)
    )
