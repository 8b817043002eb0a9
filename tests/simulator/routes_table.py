"""One row for each endpoint."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Final

from aiohttp import web

type Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """An endpoint of the Fleet API; `scopes`: one of them is needed.

    `category` is the billing category, None for what is not billed at all (known: signing in). `partner`
    endpoints want the application's own token. `regional` ones answer 421 on the wrong host.
    """

    method: str
    path: str
    handler: Handler
    category: str | None = None
    scopes: tuple[str, ...] = ()
    authorized: bool = True
    partner: bool = False
    regional: bool = True
    registration: bool = False


ENDPOINTS: Final = web.AppKey("endpoints", dict[tuple[str, str], Endpoint])


def endpoint_of(request: web.Request) -> Endpoint | None:
    """Return the row of a request."""
    resource = request.match_info.route.resource
    if resource is None:
        return None
    return request.app[ENDPOINTS].get((request.method, resource.canonical))
