"""A hundred cars and fifty houses in one account: what Home Assistant has to work for them.

`python -m benchmarks.scale [--cars N] [--sites N] [--json]` runs our integration and Home Assistant's own
`tesla_fleet`, each in a fresh process with a real core, against the same simulated Tesla in a process of its
own, in real time:

- set up: until the entry is loaded; seconds, and seconds of processor time;
- all known: until every car and every site has been read for the first time;
- refresh: everything is read once more, by `homeassistant.update_entity` on one entity of each device;
- memory: what is resident more than before the entry was set up.
"""

import argparse
import asyncio
from collections.abc import Mapping
import gc
import json
import logging
from pathlib import Path
import subprocess
import sys
import tempfile
from time import perf_counter, process_time, time
from typing import Any, Final

import aiohttp

from homeassistant.core import HomeAssistant
from homeassistant.helpers import device_registry as dr, entity_registry as er
from homeassistant.setup import async_setup_component
from tests.e2e.processes import free_port, start_simulator, stopping
from tests.home_assistant_core import Core, without_multicast

from . import ROOT, real_integration  # noqa: F401  the integration itself runs here
from .cost.candidates import OURS, TESLA_FLEET, Candidate, directed_to

CANDIDATES: Final = {OURS.name: OURS, TESLA_FLEET.name: TESLA_FLEET}

QUIET: Final = 4.0
"""So many seconds without a request, and a wave of reading is over; our turns come 0.2 s apart."""

_LABELS: Final = {
    "setup_seconds": "set up, s",
    "setup_cpu": "set up, s of processor",
    "known_seconds": "all known, s",
    "known_cpu": "all known, s of processor",
    "refresh_seconds": "refresh, s",
    "refresh_cpu": "refresh, s of processor",
    "refresh_requests": "refresh, requests",
    "mebibytes": "memory, MiB",
    "entities": "entities",
}


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / (1 << 20)


_DECIMALS: Final = dict.fromkeys(("setup_seconds", "setup_cpu", "known_cpu", "refresh_cpu", "mebibytes"), 1)


class _Stage:
    """One core and the simulator that it asks."""

    def __init__(self, hass: HomeAssistant, session: aiohttp.ClientSession, url: str) -> None:
        self.hass = hass
        self.session = session
        self.url = url

    async def requests(self) -> int:
        """Return how many requests there have been."""
        async with self.session.get(f"{self.url}/simulator/usage") as response:
            usage: dict[str, Any] = await response.json()
        return sum(category["requests"] for category in usage["categories"].values())

    async def until_quiet(self) -> float:
        """Wait until nobody asks any more; return when the last request was seen."""
        seen, last = await self.requests(), perf_counter()
        while perf_counter() - last < QUIET:
            await asyncio.sleep(0.5)
            now = await self.requests()
            if now != seen:
                seen, last = now, perf_counter()
        return last

    async def refresh(self, domain: str) -> None:
        """Ask for one entity of each device to be read anew."""
        registry = er.async_get(self.hass)
        devices = {
            entity.device_id: entity.entity_id
            for entity in registry.entities.values()
            if entity.platform == domain
        }
        present = [entity_id for entity_id in devices.values() if self.hass.states.get(entity_id)]
        await self.hass.services.async_call(
            "homeassistant", "update_entity", {"entity_id": present}, blocking=True
        )


async def _measure(candidate: Candidate, url: str) -> dict[str, float]:
    with without_multicast(), directed_to(url), tempfile.TemporaryDirectory() as folder:
        async with aiohttp.ClientSession() as session:
            async with session.post(f"{url}/simulator/token", json={}) as response:
                token = await response.json()
            core = Core(
                folder=Path(folder) / "config",
                domain=candidate.domain,
                token=token | {"expires_at": time() + token["expires_in"]},
                config=candidate.config(url),
            )
            core.write_files()
            hass = await core.prepare()
            await async_setup_component(hass, candidate.domain, dict(core.config))
            before = _resident()
            found = await _stages(core, _Stage(hass, session, url))
            found["mebibytes"] = _resident() - before
            found["entities"] = len(hass.states.async_all()) - 1
            found["devices"] = len(dr.async_get(hass).devices)
            await core.stop()
    return found


async def _stages(core: Core, stage: _Stage) -> dict[str, float]:
    began, cpu = perf_counter(), process_time()
    await core.start()
    found = {"setup_seconds": perf_counter() - began, "setup_cpu": process_time() - cpu}
    last = await stage.until_quiet()
    found |= {"known_seconds": last - began, "known_cpu": process_time() - cpu}
    requests, began, cpu = await stage.requests(), perf_counter(), process_time()
    await stage.refresh(core.domain)
    last = await stage.until_quiet()
    return found | {
        "refresh_seconds": max(0.0, last - began),
        "refresh_cpu": process_time() - cpu,
        "refresh_requests": await stage.requests() - requests,
    }


def _in_a_new_process(name: str, url: str) -> dict[str, float]:
    process = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-m", "benchmarks.scale", "--candidate", name, "--url", url],
        cwd=ROOT,
        check=True,
        stdout=subprocess.PIPE,
    )
    found: dict[str, float] = json.loads(process.stdout.splitlines()[-1])
    return found


def _show(rows: Mapping[str, Mapping[str, float]], cars: int, sites: int) -> None:
    print(f"{f'{cars} cars, {sites} houses':<28}" + "".join(f"{name:>14}" for name in rows))
    for key, label in _LABELS.items():
        print(f"{label:<28}" + "".join(f"{row[key]:>14,.{_DECIMALS.get(key, 0)}f}" for row in rows.values()))


def main() -> None:
    """Run it."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    parser.add_argument("--cars", type=int, default=100)
    parser.add_argument("--sites", type=int, default=50)
    parser.add_argument("--json", action="store_true", help="end with one line of JSON")
    parser.add_argument("--candidate", choices=tuple(CANDIDATES), help=argparse.SUPPRESS)
    parser.add_argument("--url", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.candidate:
        logging.getLogger().setLevel(logging.CRITICAL)
        print(json.dumps(asyncio.run(_measure(CANDIDATES[arguments.candidate], arguments.url))))
        return
    rows = {}
    for name in CANDIDATES:
        options = ("--cars", str(arguments.cars), "--sites", str(arguments.sites), "--history-days", "1")
        simulator = start_simulator(free_port(), *options)
        with stopping(simulator):
            simulator.wait_ready("/status")
            rows[name] = _in_a_new_process(name, simulator.url)
    _show(rows, arguments.cars, arguments.sites)
    if arguments.json:
        print(json.dumps(rows))


if __name__ == "__main__":
    main()
