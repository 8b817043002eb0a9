"""A web server on loopback that answers as scripted, for failures that a simulated Tesla would not make."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
import json
from typing import Any, Self

from aiohttp import web
from aiohttp.test_utils import TestServer

type Answer = Callable[[web.Request], Awaitable[web.StreamResponse]]


@dataclass(frozen=True, slots=True)
class Seen:
    """A request as it arrived."""

    method: str
    path: str
    """As sent, with the query and still percent-encoded."""
    headers: dict[str, str]
    body: str

    @property
    def token(self) -> str:
        """The bearer token."""
        return self.headers["Authorization"].removeprefix("Bearer ")

    @property
    def json(self) -> Any:
        """The body."""
        return json.loads(self.body)


@dataclass(slots=True)
class ScriptedServer:
    """Answers in the order of the script; the last answer is repeated."""

    script: list[Answer] = field(default_factory=list)
    seen: list[Seen] = field(default_factory=list)
    url: str = ""
    _server: TestServer | None = None

    async def __aenter__(self) -> Self:
        """Listen on a free port of 127.0.0.1."""
        application = web.Application()
        application.router.add_route("*", "/{path:.*}", self._answer)
        self._server = TestServer(application, host="127.0.0.1")
        await self._server.start_server()
        self.url = str(self._server.make_url("")).rstrip("/")
        return self

    async def __aexit__(self, *_: object) -> None:
        """Stop listening."""
        if self._server:
            await self._server.close()

    async def _answer(self, request: web.Request) -> web.StreamResponse:
        body = await request.text()
        self.seen.append(Seen(request.method, request.raw_path, dict(request.headers), body))
        answer = self.script.pop(0) if len(self.script) > 1 else self.script[0]
        return await answer(request)


def reply(body: object = None, status: int = 200, **headers: str) -> Answer:
    """An answer with JSON, or with the text itself if it is one."""

    async def answer(_: web.Request) -> web.StreamResponse:
        text = body if isinstance(body, str) else json.dumps(body)
        return web.Response(
            text=text,
            status=status,
            headers={name.replace("_", "-"): value for name, value in headers.items()},
        )

    return answer


def respond(response: object) -> Answer:
    """A success in Tesla's envelope."""
    return reply({"response": response})


def fail(status: int, text: str = "", **headers: str) -> Answer:
    """An error in Tesla's envelope."""
    return reply({"response": None, "error": text, "error_description": ""}, status, **headers)


async def cut(request: web.Request) -> web.StreamResponse:
    """Cut the connection after the request has arrived."""
    assert request.transport is not None
    request.transport.abort()
    return web.Response()


async def cut_within(request: web.Request) -> web.StreamResponse:
    """Cut the connection in the middle of an answer."""
    response = web.StreamResponse(headers={"Content-Length": "1000"})
    await response.prepare(request)
    await response.write(b'{"response": ')
    assert request.transport is not None
    request.transport.abort()
    return response


async def hang(_: web.Request) -> web.StreamResponse:
    """Answer after the caller has lost patience."""
    await asyncio.sleep(1)
    return web.Response()
