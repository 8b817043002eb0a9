"""How a request handler finds its simulator."""

from typing import TYPE_CHECKING

from aiohttp import web

if TYPE_CHECKING:
    from .simulator import Simulator

SIMULATOR = web.AppKey["Simulator"]("simulator")


def simulator_of(request: web.Request) -> Simulator:
    """Return the simulator that serves this request."""
    return request.app[SIMULATOR]
