"""JSON in and out, the way the Fleet API does it: one envelope, typed parameters, errors with a status."""

from collections.abc import Mapping
import json
from typing import Any, Final
from uuid import uuid4

from aiohttp import web

MISSING: Final = object()


class FleetError(Exception):
    """An answer that is an error."""

    def __init__(
        self, status: int, error: str, *, headers: Mapping[str, str] | None = None, **members: Any
    ) -> None:
        """Make the error; `members` are further members of its JSON body."""
        super().__init__(error)
        self.status = status
        self.headers = dict(headers or {})
        self.body = {"response": None, "error": error, "error_description": "", **members}

    def response(self) -> web.Response:
        """Return the HTTP answer."""
        headers = {"x-txid": uuid4().hex, **self.headers}
        return web.json_response(
            {**self.body, "txid": headers["x-txid"]}, status=self.status, headers=headers
        )


def answer(response: Any, **members: Any) -> web.Response:
    """Return `{"response": …}`, with further members of the envelope."""
    return web.json_response({"response": response, **members}, headers={"x-txid": uuid4().hex})


def _refuse_constant(name: str) -> Any:
    raise ValueError(name)


async def json_object(request: web.Request, *, optional: bool = False) -> Parameters:
    """Return the JSON object of the body.

    Raises:
        FleetError: 406 without the JSON content type, 400 for anything but an object.
    """
    body = await request.read()
    if optional and not body.strip():
        return Parameters({})
    if request.content_type != "application/json":
        raise FleetError(406, "not_a_JSON_request")
    try:
        value = json.loads(body, parse_constant=_refuse_constant)
    except ValueError, RecursionError:
        raise FleetError(400, "invalid_request") from None
    if not isinstance(value, dict):
        raise FleetError(400, "invalid_request")
    return Parameters(value)


class Parameters:
    """Typed access to a JSON object; what is missing or of a wrong type is a 400."""

    def __init__(self, values: Mapping[str, Any]) -> None:
        """Wrap the object."""
        self.values = values

    def __contains__(self, name: str) -> bool:
        """Return whether the member is there."""
        return name in self.values

    def _member[T](self, name: str, kinds: tuple[type, ...], default: T | object) -> Any:
        value = self.values.get(name, MISSING)
        if value is MISSING or value is None:
            if default is not MISSING:
                return default
            raise FleetError(400, "invalid_request", messages={name: ["is missing"]})
        # JSON's true is no number, though Python's bool is an int.
        if not isinstance(value, kinds) or (isinstance(value, bool) and bool not in kinds):
            raise FleetError(400, "invalid_request", messages={name: ["has a wrong type"]})
        return value

    def integer(
        self, name: str, default: Any = MISSING, *, low: int | None = None, high: int | None = None
    ) -> int:
        """Return a whole number within its bounds."""
        value: int = self._member(name, (int,), default)
        if value is not default and (
            (low is not None and value < low) or (high is not None and value > high)
        ):
            raise FleetError(400, "invalid_request", messages={name: ["is out of range"]})
        return value

    def number(self, name: str, default: Any = MISSING) -> float:
        """Return a number."""
        value: float = self._member(name, (int, float), default)
        if value is not default and not -1e15 < value < 1e15:
            raise FleetError(400, "invalid_request", messages={name: ["is out of range"]})
        return value

    def boolean(self, name: str, default: Any = MISSING) -> bool:
        """Return true or false."""
        value: bool = self._member(name, (bool,), default)
        return value

    def text(self, name: str, default: Any = MISSING) -> str:
        """Return a string."""
        value: str = self._member(name, (str,), default)
        return value

    def texts(self, name: str, default: Any = MISSING) -> list[str]:
        """Return a list of strings."""
        value: list[Any] = self._member(name, (list,), default)
        if not all(isinstance(item, str) for item in value or []):
            raise FleetError(400, "invalid_request", messages={name: ["has a wrong type"]})
        return value

    def mapping(self, name: str, default: Any = MISSING) -> dict[str, Any]:
        """Return an object."""
        value: dict[str, Any] = self._member(name, (dict,), default)
        return value
