"""`python -m tests.simulator`: the simulated Tesla for people."""

import argparse
import asyncio
from contextlib import suppress
from datetime import time
import signal

from .simulator import Simulator
from .traces import TRACE_NAMES


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m tests.simulator", description="A simulated Tesla.")
    parser.add_argument("--port", type=int, default=8900, help="port on 127.0.0.1 (default: 8900)")
    parser.add_argument(
        "--speed", type=float, default=1.0, help="simulated seconds in a real one (default: 1)"
    )
    parser.add_argument("--trace", choices=TRACE_NAMES, default="sunny", help="the day (default: sunny)")
    parser.add_argument(
        "--day-start", type=time.fromisoformat, default=time(10), help="where the sun stands at first (10:00)"
    )
    parser.add_argument("--solar-only", action="store_true", help="add a site without Powerwalls")
    parser.add_argument("--cars", type=int, default=2, help="how many cars (default: 2)")
    parser.add_argument("--sites", type=int, default=1, help="how many houses with Powerwalls (default: 1)")
    parser.add_argument("--history-days", type=int, default=7, help="how far sites remember (default: 7)")
    parser.add_argument("--ghost", action="store_true", help="add a site of which only its number is left")
    return parser.parse_args()


async def _serve(arguments: argparse.Namespace) -> None:
    simulator = Simulator(
        trace=arguments.trace,
        speed=arguments.speed,
        day_start=arguments.day_start,
        solar_only=arguments.solar_only,
        ghost=arguments.ghost,
        cars=arguments.cars,
        powerwall_sites=arguments.sites,
        history_days=arguments.history_days,
    )
    url = await simulator.start(arguments.port)
    print(f"Simulated Tesla on {url} (control door: {url}/simulator)", flush=True)  # noqa: T201 - for people
    stopped = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        with suppress(NotImplementedError):
            asyncio.get_running_loop().add_signal_handler(number, stopped.set)
    await stopped.wait()
    await simulator.close()


if __name__ == "__main__":
    asyncio.run(_serve(_arguments()))
