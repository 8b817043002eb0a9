"""What reaches the simulated token endpoint."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass, field

from aiohttp import web
from aiohttp.typedefs import Handler
import pytest

from .simulator import Simulator
from .simulator.app import build

TOKEN_PATH = "/oauth2/v3/token"


@dataclass(slots=True, kw_only=True)
class TokenRequests:
    """Token requests of a simulator.

    Attributes:
        forms: Each as it came, in order.
        answers: The bodies of what was answered, in order.
        most: How many there were at once, at most.
        idle: Set while there is none.
        on_request: Called with each form before it is answered.
    """

    forms: list[dict[str, str]] = field(default_factory=list)
    answers: list[str] = field(default_factory=list)
    now: int = 0
    most: int = 0
    idle: asyncio.Event = field(default_factory=asyncio.Event)
    on_request: Callable[[dict[str, str]], None] | None = None

    def watch(self, monkeypatch: pytest.MonkeyPatch) -> None:
        """Watch the simulators that start from now on."""
        self.idle.set()

        def watched(simulator: Simulator) -> web.Application:
            application = build(simulator)
            application.middlewares.insert(0, self._middleware)
            return application

        monkeypatch.setattr("tests.simulator.simulator.build", watched)

    @web.middleware
    async def _middleware(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        if request.path != TOKEN_PATH:
            return await handler(request)
        self.now += 1
        self.idle.clear()
        self.most = max(self.most, self.now)
        try:
            form = {name: str(value) for name, value in (await request.post()).items()}
            self.forms.append(form)
            if self.on_request:
                self.on_request(form)
            response = await handler(request)
            if isinstance(response, web.Response) and response.text:
                self.answers.append(response.text)
            return response
        finally:
            self.now -= 1
            if not self.now:
                self.idle.set()
