"""Everything that can go wrong between an integration and Tesla, to draw from."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
import random
import time
from typing import Any, Final

from .simulator.faults import HttpFault

type Kind = Callable[[random.Random], HttpFault]

_HTML: Final = "<html><head><title>Bad gateway</title></head><body>cloudfront</body></html>"


def _body(error: str) -> dict[str, Any]:
    return {"response": None, "error": error, "error_description": ""}


def answer(status: int, error: str | None = None, **headers: str) -> Kind:
    """Make an answer of Tesla's own: its `error`; None is an empty body."""
    body = None if error is None else _body(error)
    return lambda _: HttpFault(status=status, body=body, headers=headers)


def _text(status: int, text: str, content_type: str = "text/html") -> Kind:
    return lambda _: HttpFault(status=status, text=text, headers={"Content-Type": content_type})


def _kind(kind: str, **members: Any) -> Kind:
    return lambda chance: HttpFault(kind=kind, seed=chance.getrandbits(30), **members)


def _slow_down(chance: random.Random) -> HttpFault:
    """429: `Retry-After` in seconds, in decimals, as a date, or as nothing of the kind."""
    date = datetime.fromtimestamp(time.time(), UTC) + timedelta(seconds=chance.randint(-60, 300))
    value = chance.choice(
        (
            str(chance.randint(1, 300)),
            "12.5",
            "0",
            "-5",
            "nan",
            "inf",
            "",
            "soon",
            format_datetime(date),
            date.isoformat(),
        )
    )
    headers = chance.choice(({"Retry-After": value}, {"RateLimit-Reset": value}, {}))
    return HttpFault(status=429, body=_body("Retry in 37 seconds"), headers=headers)


_ASLEEP: Final = "vehicle unavailable: vehicle is offline or asleep"

# Tesla's word for each is known or reported (fleet_api.md, 4.1).
FAULTS: Final[dict[str, Kind]] = {
    "400": answer(400, "invalid_request"),
    "401": answer(401),
    "401 expired": answer(401, "token expired (401)"),
    "401 mobile access": answer(401, "mobile_access_disabled"),
    "402": answer(402, "payment required"),
    "403 scopes": answer(403, "Unauthorized missing scopes vehicle_location"),
    "403 limit": answer(403, "account disabled: EXCEEDED_LIMIT"),
    "403 protocol": answer(403, "Tesla Vehicle Command Protocol required"),
    "403 vehicle": answer(403, "unsupported vehicle"),
    "403 owner": answer(403, "forbidden, see https://developer.tesla.com/docs/fleet-api"),
    "403 empty": answer(403),
    "404": answer(404, "not_found"),
    "405": answer(405, "vehicle is currently in service"),
    "406": answer(406, "not_a_JSON_request"),
    "408": answer(408, _ASLEEP),
    "412": answer(412, "Account must be registered in the current region"),
    "418": answer(418),
    "421": answer(421, "user out of region"),
    "422": answer(422, "invalid_resource"),
    "423": answer(423),
    "424": answer(424, "Failed dependency"),
    "429": _slow_down,
    "451": answer(451, "unavailable for legal reasons"),
    "500": answer(500, "upstream internal error"),
    "502": _text(502, _HTML),
    "503": answer(503),
    "504": _text(504, "upstream request timeout", "text/plain"),
    "540": answer(540, "vehicle is not online"),
    "200 empty": _text(200, "", "application/json"),
    "200 HTML": _text(200, _HTML),
    "200 null": answer(200, ""),
    "200 wrong type": _text(200, '{"response": {}}', "application/octet-stream"),
    "204": lambda _: HttpFault(status=204),
    "302": answer(302, None, Location="http://127.0.0.1:1/"),
    "lost answer 502": lambda _: HttpFault(kind="answer_after", status=502, text=_HTML),
    "cut": _kind("cut"),
    "cut after": _kind("cut_after"),
    "hang": _kind("hang"),
    "garbage": _kind("garbage"),
    "late": lambda chance: HttpFault(kind="delay", delay=chance.choice((1.0, 8.0, 25.0, 70.0))),
    "mangled": _kind("mangled"),
}

# Half of all trouble is an answer that looks right.
_WEIGHTS: Final = {"mangled": 12, "429": 4, "403 limit": 2, "hang": 2, "cut": 2, "503": 3}


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """A time in which requests fail.

    Attributes:
        share: How many of the requests.
        kinds: The faults that it draws from.
        path: Which requests; "" is all.
    """

    chance: random.Random
    share: float
    kinds: Sequence[tuple[str, Kind]]
    path: str

    @classmethod
    def drawn(cls, chance: random.Random, table: Mapping[str, Kind]) -> Trouble:
        """Draw one: a storm of everything, or one thing that goes wrong all the time."""
        kinds = list(table.items())
        if chance.random() < 0.6:
            share = chance.uniform(0.3, 1)
            kinds = chance.choices(kinds, [_WEIGHTS.get(name, 1) for name in table], k=200)
        else:
            share, kinds = 1.0, [chance.choice(kinds)]
        path = chance.choice(("", "", "live_status", "vehicle", "energy_sites", "products", "oauth2"))
        return cls(chance=chance, share=share, kinds=kinds, path=path)

    def strike(self, path: str) -> tuple[str, HttpFault] | None:
        """Return a fault for a request, and its name."""
        if self.path not in path or self.chance.random() >= self.share:
            return None
        name, kind = self.chance.choice(self.kinds)
        return name, kind(self.chance)
