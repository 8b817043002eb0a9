"""Parameters of commands: their types and ranges, checked before anything is signed.

Names and types are those of the REST API, and so are its habits: a number is cut to a whole one (6.9 is 6).
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
import math
from typing import Any, Final

from .errors import InvalidParametersError

type Values = Mapping[str, Any]
"""Parameters by name, as they come from JSON or, checked, go into a message."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """A parameter of a command.

    Attributes:
        name: Its name in the REST API.
        requirement: What it has to be, in words that follow its name.
        check: Returns the value as the message takes it, or None if it is not acceptable.
        required: Whether it has to be there.
        default: Makes the value if it is not there.
    """

    name: str
    requirement: str
    check: Callable[[Any], Any]
    required: bool = True
    default: Callable[[], Any] | None = None


def whole(
    name: str, low: int, high: int, *, required: bool = True, default: Callable[[], int] | None = None
) -> Parameter:
    """Return a parameter that is a whole number; decimals are cut off."""

    def check(value: Any) -> int | None:
        if not _is_number(value):
            return None
        number = int(value)
        return number if low <= number <= high else None

    return Parameter(
        name=name,
        requirement=f"must be a whole number from {low} to {high}",
        check=check,
        required=required,
        default=default,
    )


def decimal(name: str, low: float, high: float, *, required: bool = True) -> Parameter:
    """Return a parameter that is a number."""

    def check(value: Any) -> float | None:
        return float(value) if _is_number(value) and low <= value <= high else None

    return Parameter(
        name=name, requirement=f"must be a number from {low:g} to {high:g}", check=check, required=required
    )


def flag(name: str, *, required: bool = True) -> Parameter:
    """Return a parameter that is true or false."""

    def check(value: Any) -> bool | None:
        return value if isinstance(value, bool) else None

    return Parameter(name=name, requirement="must be true or false", check=check, required=required)


def text(name: str, *, required: bool = True) -> Parameter:
    """Return a parameter that is a text, not empty."""

    def check(value: Any) -> str | None:
        return value if isinstance(value, str) and value and _is_unicode(value) else None

    return Parameter(name=name, requirement="must be a text", check=check, required=required)


def choice(name: str, choices: Iterable[str]) -> Parameter:
    """Return a parameter that is one of some texts."""
    known = tuple(choices)

    def check(value: Any) -> str | None:
        return value if value in known else None

    return Parameter(name=name, requirement=f"must be one of {', '.join(known)}", check=check)


PIN_LENGTH: Final = 4


def pin(name: str, *, required: bool = True) -> Parameter:
    """Return a parameter that is a PIN; it is never part of a message."""

    def check(value: Any) -> str | None:
        digits = isinstance(value, str) and value.isascii() and value.isdigit()
        return value if digits and len(value) == PIN_LENGTH else None

    return Parameter(name=name, requirement="must be four digits", check=check, required=required)


_DAYS: Final = {
    "sun": 1,
    "sunday": 1,
    "mon": 2,
    "monday": 2,
    "tues": 4,
    "tuesday": 4,
    "wed": 8,
    "wednesday": 8,
    "thurs": 16,
    "thursday": 16,
    "fri": 32,
    "friday": 32,
    "sat": 64,
    "saturday": 64,
    "weekdays": 62,
    "all": 127,
}


def days(name: str) -> Parameter:
    """Return a parameter that names days of the week, separated by commas; a bit for each, Sunday is 1.

    `Tue` and `Thu` are not among them (known, reference proxy).
    """

    def check(value: Any) -> int | None:
        if not isinstance(value, str):
            return None
        mask = 0
        for day in value.split(","):
            bits = _DAYS.get(day.strip().lower())
            if bits is None:
                return None
            mask |= bits
        return mask

    return Parameter(
        name=name,
        requirement="must be Sun, Mon, Tues, Wed, Thurs, Fri, Sat, Weekdays or All, or several with commas",
        check=check,
    )


def checked(command: str, parameters: tuple[Parameter, ...], given: Values) -> dict[str, Any]:
    """Return the parameters as messages take them; those that are absent stay so.

    Raises:
        InvalidParametersError: One is missing, unknown, of the wrong type or out of range.
    """
    values: dict[str, Any] = {}
    known = 0
    for parameter in parameters:
        name = parameter.name
        value = given.get(name)
        if value is None:
            if parameter.default is not None:
                values[name] = parameter.default()
            elif parameter.required:
                raise InvalidParametersError(command, name, f"is missing; it {parameter.requirement}")
            continue
        known += 1
        value = parameter.check(value)
        if value is None:
            raise InvalidParametersError(command, name, parameter.requirement)
        values[name] = value
    # Besides unknown ones, parameters that are None are not counted; they are as good as absent.
    if known < len(given) and (unknown := given.keys() - {parameter.name for parameter in parameters}):
        raise InvalidParametersError(command, str(min(unknown, key=str)), "is no parameter of this command")
    return values


def _is_number(value: Any) -> bool:
    if isinstance(value, int):
        return not isinstance(value, bool)
    return isinstance(value, float) and math.isfinite(value)


def _is_unicode(value: str) -> bool:
    """Return whether a text can be sent; a lone half of a surrogate pair cannot."""
    try:
        value.encode()
    except UnicodeEncodeError:
        return False
    return True
