"""The demo: a simulated Tesla and a real Home Assistant that lives with it, until Ctrl-C."""

import argparse
import asyncio
from contextlib import ExitStack
from pathlib import Path
import signal
import sys
import time

from aiohttp import ClientSession

from .configuration import DASHBOARD, ROOT, write
from .home_assistant import HomeAssistant
from .processes import (
    PortTakenError,
    StoppedError,
    require_free,
    start_home_assistant,
    start_simulator,
    stopping,
)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="script/demo", description=__doc__)
    parser.add_argument("--speed", type=float, default=1, help="how many times faster the simulated day runs")
    parser.add_argument("--trace", help="which measured day the sun and the house follow")
    parser.add_argument("--port", type=int, default=8123, help="Home Assistant's port")
    parser.add_argument("--simulator-port", type=int, default=8900, help="the simulated Tesla's port")
    parser.add_argument("--folder", type=Path, default=ROOT / ".demo", help="configuration folder, made anew")
    return parser.parse_args()


async def _move_in(url: str, simulator: str) -> None:
    """Do what a person does once."""
    async with ClientSession() as session:
        home_assistant = await HomeAssistant.sign_in(session, url)
        await home_assistant.add_integration(simulator)
        await home_assistant.wait_for_state("sensor.sonnenhaus_solar_power")


def main() -> int:
    """Run the demo and return its exit code."""
    arguments = _arguments()
    started = time.monotonic()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(0))
    options = ["--speed", str(arguments.speed)]
    if arguments.trace:
        options += ["--trace", arguments.trace]
    try:
        require_free(arguments.port)
        require_free(arguments.simulator_port)
        with ExitStack() as stack:
            simulator = start_simulator(arguments.simulator_port, *options)
            stack.enter_context(stopping(simulator))
            write(
                arguments.folder,
                port=arguments.port,
                simulator=simulator.url,
                credentials=True,
                speed=arguments.speed,
            )
            home_assistant = start_home_assistant(arguments.folder, arguments.port)
            stack.enter_context(stopping(home_assistant))
            simulator.wait_ready("/status")
            home_assistant.wait_ready("/manifest.json")
            asyncio.run(_move_in(home_assistant.url, simulator.url))
            seconds = time.monotonic() - started
            print(f"Home Assistant: {home_assistant.url}/{DASHBOARD}   (ready after {seconds:.1f} s)")  # noqa: T201
            print(f"Simulated Tesla: {simulator.url}   Ctrl-C ends both", flush=True)  # noqa: T201
            return home_assistant.run()
    except KeyboardInterrupt:
        return 0
    except (PortTakenError, StoppedError) as error:
        print(f"script/demo: {error}", file=sys.stderr)  # noqa: T201
        return 1


if __name__ == "__main__":
    sys.exit(main())
