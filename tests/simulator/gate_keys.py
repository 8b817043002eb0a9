"""What the gate leaves for the endpoints."""

from typing import Final

from aiohttp import web

from .tokens import Access

ACCESS: Final = web.RequestKey("access", Access)

# The client gets no answer; and the status that Tesla would have counted nevertheless.
BROKEN: Final = web.RequestKey("broken", bool)
COUNTED_STATUS: Final = web.RequestKey("counted_status", int)


def access_of(request: web.Request) -> Access:
    """Return what the request's token allows."""
    return request[ACCESS]
