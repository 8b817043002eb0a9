"""Connections that break or never answer."""

import asyncio

from aiohttp import web

from .gate_keys import BROKEN
from .world_key import simulator_of


def cut(request: web.Request) -> web.StreamResponse:
    """Reset the connection; what is returned reaches nobody."""
    request[BROKEN] = True
    if request.transport is not None:
        request.transport.abort()
    return web.Response()


async def hang(request: web.Request) -> web.StreamResponse:
    """Answer nothing until the simulator closes."""
    await simulator_of(request).closing.wait()
    return cut(request)


async def late(seconds: float) -> None:
    """Wait so many real seconds."""
    if seconds > 0:
        await asyncio.sleep(seconds)


def garbage(request: web.Request) -> web.StreamResponse:
    """Send bytes that are no HTTP, and close."""
    request[BROKEN] = True
    if request.transport is not None:
        request.transport.write(b"\x00\x01\x02 this is not HTTP\r\n\r\n")
        request.transport.close()
    return web.Response()
