"""A home in processes of its own and a browser in front of it."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import ExitStack
from dataclasses import dataclass
import os
from pathlib import Path
import shutil

from aiohttp import ClientSession
from playwright.async_api import BrowserContext, async_playwright
import pytest

from .configuration import write
from .processes import FastTime, Server, free_port, start_home_assistant, start_simulator, stopping

OUT = Path(__file__).parent / "out"
_FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


@dataclass(frozen=True, slots=True)
class Home:
    """A running home."""

    home_assistant: Server
    simulator: Server
    session: ClientSession


@pytest.fixture
def start_home(tmp_path: Path, socket_enabled: None) -> Iterator[Callable[..., tuple[Server, Server]]]:
    """Return what starts a home on ports of its own; it ends with the test."""
    with ExitStack() as stack:

        def start(
            *simulator_options: str, credentials: bool, fast: FastTime | None = None
        ) -> tuple[Server, Server]:
            OUT.mkdir(exist_ok=True)
            simulator = start_simulator(free_port(), *simulator_options, log=OUT / "simulator.log", fast=fast)
            stack.enter_context(stopping(simulator))
            port = free_port()
            write(tmp_path / "config", port=port, simulator=simulator.url, credentials=credentials)
            home_assistant = start_home_assistant(
                tmp_path / "config", port, log=OUT / "home_assistant.log", fast=fast
            )
            stack.enter_context(stopping(home_assistant))
            simulator.wait_ready("/status")
            home_assistant.wait_ready("/manifest.json")
            return home_assistant, simulator

        yield start


@pytest.fixture
async def home(start_home: Callable[..., tuple[Server, Server]]) -> AsyncIterator[Home]:
    """A home whose Home Assistant knows neither application nor account yet."""
    home_assistant, simulator = start_home(credentials=False)
    async with ClientSession() as session:
        yield Home(home_assistant, simulator, session)


@pytest.fixture
async def browser(socket_enabled: None) -> AsyncIterator[BrowserContext]:
    """A person's browser, which talks to this machine only."""
    path = os.environ.get("TESLA_HOME_ENERGY_BROWSER") or shutil.which("chromium")
    async with async_playwright() as playwright:
        chromium = await playwright.chromium.launch(executable_path=path, args=list(_FLAGS))
        context = await chromium.new_context(
            viewport={"width": 1400, "height": 1000}, locale="en-GB", timezone_id="Europe/Berlin"
        )
        yield context
        await context.close()
        await chromium.close()
