"""The simulated Tesla, the people, and a Home Assistant that is started again now and then."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
import logging
from pathlib import Path
import random
import tempfile
import time
from typing import Any, Final, override

from homeassistant.config_entries import ConfigSubentryData
from homeassistant.core import Event, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import entity_registry as er, issue_registry as ir
from tests import virtual_time
from tests.home_assistant_core import Core, without_multicast
from tests.simulator import Simulator
from tests.simulator.usage import UsedRequest

from .ages import Shown
from .candidates import Candidate, directed_to
from .household import START, Deed, Wish

DOWN: Final = 60.0
"""Seconds that a restart takes."""


class Errors(logging.Handler):
    """Keeps what is logged as an error."""

    def __init__(self) -> None:
        """Take errors only."""
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    @override
    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(f"{record.name}: {record.getMessage()}")


@dataclass(slots=True, kw_only=True)
class House:
    """Where somebody lives for some days.

    Attributes:
        prepare: Lays out the simulated world as it is at the beginning.
        deeds: What the people do with their cars.
        wishes: What they ask Home Assistant for.
        restarts: When Home Assistant is started again.
        automation: What runs beside all that, until it is cancelled.
        options: Of the config entry.
        subentries: Of the config entry.
        requests: What reached the simulated Tesla.
        refused: What Home Assistant could not do for them.
        errors: What was logged as an error.
        issues: What people were told to mend: the names of the integration's repair issues.
        took: Seconds of work.
    """

    candidate: Candidate
    days: int
    prepare: Callable[[Simulator], None]
    deeds: Sequence[Deed]
    wishes: Sequence[Wish] = ()
    restarts: Sequence[datetime] = ()
    automation: Callable[[House], Awaitable[None]] | None = None
    options: Mapping[str, Any] = field(default_factory=dict)
    subentries: Sequence[ConfigSubentryData] = ()
    simulator: Simulator = field(init=False)
    shown: Shown = field(init=False)
    core: Core = field(init=False)
    running: bool = False
    requests: Sequence[UsedRequest] = ()
    refused: list[str] = field(default_factory=list)
    errors: Sequence[str] = ()
    issues: set[str] = field(default_factory=set)
    took: float = 0.0

    @property
    def end(self) -> datetime:
        """When it is over."""
        return START + timedelta(days=self.days)

    @property
    def hass(self) -> HomeAssistant:
        """Home Assistant as it runs now."""
        return self.core.hass

    def live(self) -> None:
        """Live through all of it."""
        errors = Errors()
        root = logging.getLogger()
        root.addHandler(errors)
        random.seed(1)  # jitter falls the same way each time
        began = time.perf_counter()
        try:
            with without_multicast(), tempfile.TemporaryDirectory() as folder:
                virtual_time.run(lambda: self._live(Path(folder) / "config"), start=START)
        finally:
            root.removeHandler(errors)
        self.errors, self.took = errors.messages, time.perf_counter() - began

    async def _live(self, folder: Path) -> None:
        self.simulator = Simulator(start=START)
        self.prepare(self.simulator)
        url = await self.simulator.start()
        self.shown = Shown(candidate=self.candidate, vins=list(self.simulator.cars))
        token = self.simulator.token_response()
        self.core = Core(
            folder=folder,
            domain=self.candidate.domain,
            token=token | {"expires_at": time.time() + token["expires_in"]},
            config=self.candidate.config(url),
            options=self.options,
            subentries=self.subentries,
        )
        self.core.write_files()
        with directed_to(url):
            await self._start()
            self._pair()
            beside = [asyncio.create_task(self._people()), asyncio.create_task(self._wishes())]
            if self.automation is not None:
                beside.append(asyncio.ensure_future(self.automation(self)))
            for moment in self.restarts:
                await sleep_until(moment)
                await self._stop()
                await asyncio.sleep(DOWN)
                await self._start()
            await sleep_until(self.end)
            self.requests = list(self.simulator.usage.requests)
            for task in beside:
                task.cancel()
            for outcome in await asyncio.gather(*beside, return_exceptions=True):
                if isinstance(outcome, Exception):
                    raise outcome
            await self._stop()
        await self.simulator.close()

    async def _start(self) -> None:
        self.shown.watch(await self.core.prepare())
        self.hass.bus.async_listen(ir.EVENT_REPAIRS_ISSUE_REGISTRY_UPDATED, self._issue)
        await self.core.start()
        self.running = True

    @callback
    def _issue(self, event: Event[ir.EventIssueRegistryUpdatedData]) -> None:
        issue = ir.async_get(self.hass).async_get_issue(event.data["domain"], event.data["issue_id"])
        if issue is not None and issue.active and issue.domain == self.candidate.domain:
            self.issues.add(str(issue.translation_key))

    async def _stop(self) -> None:
        self.running = False
        await self.core.stop()
        self.shown.forget(time.time())

    def _pair(self) -> None:
        """Give the cars the virtual key that the integration has made."""
        for car in self.simulator.cars.values():
            car.pair(self.core.public_key())

    async def _people(self) -> None:
        for deed in self.deeds:
            await sleep_until(deed.moment)
            deed.act(self.simulator)
            self.simulator.catch_up()

    async def _wishes(self) -> None:
        for wish in self.wishes:
            await sleep_until(wish.moment)
            await self.ask(wish.vin, wish.control, wish.service, wish.data)

    async def ask(self, vin: str, control: str, service: str, data: Mapping[str, Any] | None = None) -> None:
        """Do something with a car's entity; what fails is kept in `refused`."""
        entity_id = self.entity_id(f"{vin}{self.candidate.controls[control]}", service.partition(".")[0])
        if not self.running or entity_id is None:
            self.refused.append("Home Assistant does not run, or has no such entity")
            return
        domain, _, name = service.partition(".")
        try:
            await self.hass.services.async_call(
                domain, name, {"entity_id": entity_id, **(data or {})}, blocking=True
            )
        except HomeAssistantError as error:
            self.refused.append(f"{service}: {error}")

    def entity_id(self, unique_id: str, platform: str) -> str | None:
        """Return the entity of a unique id."""
        return er.async_get(self.hass).async_get_entity_id(platform, self.candidate.domain, unique_id)


async def sleep_until(moment: datetime) -> None:
    """Wait."""
    await asyncio.sleep(max(0.0, moment.timestamp() - time.time()))
