"""Lives through a month with one integration."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
import logging
from pathlib import Path
import tempfile
import time
from typing import Any, Final, override

from tests import virtual_time
from tests.home_assistant_core import Core, without_multicast
from tests.simulator import Simulator
from tests.simulator.usage import PRICES, UsedRequest

from .ages import Ages, Shown, ages
from .candidates import CHARGING, Candidate, directed_to
from .household import START, deeds, prepare, restarts

DOWN: Final = 60.0
"""Seconds that a restart takes."""

CATEGORIES: Final = ("data", "commands", "wakes", "energy", "other", "free")

# No source knows what `fleet_status` and its like cost: the price of data, at worst.
_PRICES: Final = {**PRICES, "other": PRICES["data"]}


@dataclass(frozen=True, slots=True, kw_only=True)
class Month:
    """What came of it; dollars as Tesla bills them, without the free credit."""

    requests: Mapping[str, int]
    endpoints: Mapping[str, int]
    energy_free: float
    energy_billed: float
    ages: Mapping[str, Ages]
    charging_age: Ages
    unknown: float
    errors: Sequence[str]
    took: float

    def row(self) -> dict[str, Any]:
        """Return it for a machine."""
        return {
            "requests": dict(self.requests),
            "dollars_energy_free": round(self.energy_free, 3),
            "dollars_energy_billed": round(self.energy_billed, 3),
            "age_seconds": {
                kind: {"median": _rounded(found.median), "p90": _rounded(found.p90), "changes": len(found.seconds)}
                for kind, found in self.ages.items()
            },
            "charging_state_unknown": round(self.unknown, 4),
            "errors_logged": len(self.errors),
        }


def _rounded(seconds: float | None) -> float | None:
    return None if seconds is None else round(seconds, 1)


class Errors(logging.Handler):
    """Keeps what is logged as an error."""

    def __init__(self) -> None:
        """Take errors only."""
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.getMessage()}")


def dollars(requests: list[UsedRequest], *, energy_billed: bool) -> float:
    """Return what Tesla would bill."""
    prices = {**_PRICES, "energy": PRICES["data"] if energy_billed else 0.0}
    return sum(prices.get(request.category, 0.0) for request in requests if request.billed)


def live(
    candidate: Candidate,
    *,
    days: int,
    kept_awake_by_reading: bool = True,
    options: Mapping[str, Any] | None = None,
) -> Month:
    """Live through so many days."""
    errors = Errors()
    logging.getLogger().addHandler(errors)
    began = time.perf_counter()
    try:
        with without_multicast(), tempfile.TemporaryDirectory() as folder:
            home = _Home(candidate, Path(folder), days, kept_awake_by_reading, options or {})
            virtual_time.run(home.live, start=START)
    finally:
        logging.getLogger().removeHandler(errors)
    return home.result(errors.messages, time.perf_counter() - began)


class _Home:
    """The simulated Tesla, the people, and Home Assistant."""

    def __init__(
        self, candidate: Candidate, folder: Path, days: int, kept_awake: bool, options: Mapping[str, Any]
    ) -> None:
        self.candidate = candidate
        self.folder = folder
        self.days = days
        self.end = START + timedelta(days=days)
        self.kept_awake = kept_awake
        self.options = options

    async def live(self) -> None:
        self.simulator = Simulator(start=START)
        prepare(self.simulator, kept_awake_by_reading=self.kept_awake)
        url = await self.simulator.start()
        self.shown = Shown(candidate=self.candidate, vins=list(self.simulator.cars))
        token = self.simulator.token_response()
        core = Core(
            folder=self.folder / "config",
            domain=self.candidate.domain,
            token=token | {"expires_at": time.time() + token["expires_in"]},
            config=self.candidate.config(url),
            options=self.options,
        )
        core.write_files()
        with directed_to(url):
            people = asyncio.create_task(self._people())
            await self._start(core)
            for moment in restarts(self.days):
                await _sleep_until(moment)
                await core.stop()
                self.shown.forget(time.time())
                await asyncio.sleep(DOWN)
                await self._start(core)
            await _sleep_until(self.end)
            self.requests = list(self.simulator.usage.requests)
            await people
            await core.stop()
        await self.simulator.close()

    async def _start(self, core: Core) -> None:
        self.shown.watch(await core.prepare())
        await core.start()

    async def _people(self) -> None:
        for deed in deeds(self.days):
            await _sleep_until(deed.moment)
            deed.act(self.simulator)
            self.simulator.catch_up()

    def result(self, errors: Sequence[str], took: float) -> Month:
        begin, end = START.timestamp(), self.end.timestamp()
        truth = self.simulator.changes.all
        shown = [item for item in self.shown.all if item[0] <= end]
        changed = ages(truth, shown, begin=begin, end=end)
        charging = [changed[kind] for kind in ("charging started", "charging stopped") if kind in changed]
        endpoints: dict[str, int] = {}
        for request in self.requests:
            name = f"{request.method} {request.endpoint}"
            endpoints[name] = endpoints.get(name, 0) + 1
        return Month(
            requests={name: sum(request.category == name for request in self.requests) for name in CATEGORIES},
            endpoints=endpoints,
            energy_free=dollars(self.requests, energy_billed=False),
            energy_billed=dollars(self.requests, energy_billed=True),
            ages=changed,
            charging_age=Ages(
                seconds=[age for found in charging for age in found.seconds],
                never=sum(found.never for found in charging),
            ),
            unknown=self._unknown(shown, begin, end),
            errors=errors,
            took=took,
        )

    def _unknown(
        self, shown: list[tuple[float, tuple[str, str], bool | int | None]], begin: float, end: float
    ) -> float:
        """Return the share of the time in which no charging state of a car was shown."""
        total = 0.0
        for vin in self.shown.vins:
            mine = [(moment, value) for moment, key, value in shown if key == (vin, CHARGING)]
            since, known = begin, False
            for moment, value in [*mine, (end, None)]:
                total += 0.0 if known else moment - since
                since, known = moment, value is not None
        return total / (end - begin) / len(self.shown.vins)


async def _sleep_until(moment: datetime) -> None:
    await asyncio.sleep(max(0.0, moment.timestamp() - time.time()))
