"""A hundred cars and fifty houses in one account: what Home Assistant has to work for them.

`python -m benchmarks.scale [--cars N] [--sites N] [--json]` runs our integration and Home Assistant's own
`tesla_fleet`, each in a fresh process with a real core, against the same simulated Tesla in a process of its
own, in real time:

- set up: until the entry is loaded; seconds, and seconds of processor time;
- all known: until every car's state and every site's power flows and settings have been read;
- refresh: everything is read once more, by `homeassistant.update_entity` on one entity of each device;
- two minutes: what everyday reading takes;
- memory: what is resident more than before the entry was set up.
"""

import argparse
import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
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

SETTLE: Final = 15.0
"""Seconds until what the start has set off is over."""

WINDOW: Final = 120.0
"""Seconds of everyday life."""

_READINGS: Final = {
    "live_status": "live",
    "site_info": "info",
    "calendar_history": "history",
    "vehicle_data": "data",
    "products": "account",
    "fleet_status": "account",
    "region": "account",
}
"""What a request reads, by the end of its path; any other end is a VIN."""

_LABELS: Final = {
    "setup_seconds": "set up, s",
    "setup_cpu": "set up, s of processor",
    "known_seconds": "all known, s",
    "known_cpu": "all known, s of processor",
    "refresh_seconds": "refresh, s",
    "refresh_cpu": "refresh, s of processor",
    "refresh_requests": "refresh, requests",
    "living_cpu": "two minutes, s of processor",
    "living_requests": "two minutes, requests",
    "mebibytes": "memory, MiB",
    "entities": "entities",
}


def _resident() -> float:
    gc.collect()
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * 4096 / (1 << 20)


_DECIMALS: Final = dict.fromkeys(
    ("setup_seconds", "setup_cpu", "known_cpu", "refresh_seconds", "refresh_cpu", "living_cpu", "mebibytes"),
    1,
)


class _Stage:
    """One core and the simulator that it asks."""

    def __init__(self, hass: HomeAssistant, session: aiohttp.ClientSession, url: str) -> None:
        self.hass = hass
        self.session = session
        self.url = url

    async def usage(self) -> list[dict[str, Any]]:
        """Return what has been asked."""
        async with self.session.get(f"{self.url}/simulator/usage") as response:
            usage: dict[str, Any] = await response.json()
        requests: list[dict[str, Any]] = usage["requests"]
        return requests

    async def until_known(self, cars: int, sites: int) -> None:
        """Wait until every car's state and every site's power flows have been read.

        Raises:
            TimeoutError: That took five minutes.
        """
        async with asyncio.timeout(300):
            while True:
                paths = {request["path"] for request in await self.usage()}
                read = Counter(_READINGS.get(path.rpartition("/")[2], "state") for path in paths)
                if read["state"] >= cars and read["live"] >= sites and read["info"] >= sites:
                    return
                await asyncio.sleep(0.5)

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


def _where_it_is_noon() -> float:
    """Return a longitude, degrees: by night ours would rest, and the figures be too good."""
    return (12 - time() % 86_400 / 3600) * 15


async def _measure(candidate: Candidate, url: str, cars: int, sites: int) -> dict[str, float]:
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
            await hass.config.async_update(latitude=0, longitude=_where_it_is_noon())
            await async_setup_component(hass, candidate.domain, dict(core.config))
            before = _resident()
            found = await _stages(core, _Stage(hass, session, url), cars, sites)
            found["mebibytes"] = _resident() - before
            found["entities"] = len(hass.states.async_all()) - 1
            found["devices"] = len(dr.async_get(hass).devices)
            await core.stop()
    return found


async def _stages(core: Core, stage: _Stage, cars: int, sites: int) -> dict[str, float]:
    began, cpu = perf_counter(), process_time()
    await core.start()
    found = {"setup_seconds": perf_counter() - began, "setup_cpu": process_time() - cpu}
    await stage.until_known(cars, sites)
    found |= {"known_seconds": perf_counter() - began, "known_cpu": process_time() - cpu}
    await asyncio.sleep(SETTLE)
    requests, began, cpu = len(await stage.usage()), perf_counter(), process_time()
    await stage.refresh(core.domain)
    found |= {"refresh_seconds": perf_counter() - began, "refresh_cpu": process_time() - cpu}
    found["refresh_requests"] = len(await stage.usage()) - requests
    requests, cpu = len(await stage.usage()), process_time()
    await asyncio.sleep(WINDOW)
    found["living_cpu"] = process_time() - cpu
    return found | {"living_requests": len(await stage.usage()) - requests}


def _in_a_new_process(name: str, url: str, size: Sequence[str]) -> dict[str, float]:
    process = subprocess.run(  # noqa: S603  our own interpreter
        [sys.executable, "-m", "benchmarks.scale", "--candidate", name, "--url", url, *size],
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
        print(
            json.dumps(
                asyncio.run(
                    _measure(CANDIDATES[arguments.candidate], arguments.url, arguments.cars, arguments.sites)
                )
            )
        )
        return
    rows = {}
    for name in CANDIDATES:
        size = ("--cars", str(arguments.cars), "--sites", str(arguments.sites))
        simulator = start_simulator(free_port(), *size, "--history-days", "1")
        with stopping(simulator):
            simulator.wait_ready("/status")
            rows[name] = _in_a_new_process(name, simulator.url, size)
    _show(rows, arguments.cars, arguments.sites)
    if arguments.json:
        print(json.dumps(rows))


if __name__ == "__main__":
    main()
