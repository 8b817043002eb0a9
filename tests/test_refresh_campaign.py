"""A thousand seeded histories of renewing tokens: whatever goes wrong between, the account is never lost."""

import asyncio
from collections.abc import Awaitable, Callable
from copy import deepcopy
from dataclasses import dataclass, field
import json
import logging
from pathlib import Path
import random
import time
from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.tesla_home_energy.const import DOMAIN
from custom_components.tesla_home_energy.tokens import _TOKEN_STORES, OAuthAccessToken, async_get_token_store
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import OAuth2TokenRequestBaseError, OAuth2TokenRequestReauthError
from homeassistant.helpers.config_entry_oauth2_flow import (
    AbstractOAuth2Implementation,
    OAuth2Session,
    async_get_implementations,
)
from homeassistant.helpers.storage import Store

from .simulator import Simulator
from .simulator.faults import HttpFault
from .token_requests import TOKEN_PATH, TokenRequests

HISTORIES = 1000
STEPS = (2, 5)

FAULTS = (
    {"kind": "cut"},
    {"kind": "cut_after"},  # renewed, but nobody heard
    {"kind": "delay", "delay": 0.002},
    {"status": 503},
    {"status": 429},
    {"status": 403, "text": "<html>"},
    {"status": 200, "text": "<html>"},
    {"kind": "answer_after", "status": 502},  # renewed, and lost by a proxy
)


@pytest.fixture
def hass_storage() -> None:
    """Files are files here, not Home Assistant's picture of them in memory."""


@pytest.fixture
def requests(monkeypatch: pytest.MonkeyPatch) -> TokenRequests:
    """What reaches the token endpoint; asked for before the simulator starts."""
    watcher = TokenRequests()
    watcher.watch(monkeypatch)
    return watcher


@pytest.fixture
def writes(monkeypatch: pytest.MonkeyPatch) -> set[asyncio.Future[None]]:
    """What is being written at this moment: a crash is before or after it, the thread cannot be stopped."""
    write = Store._async_write_data
    writing: set[asyncio.Future[None]] = set()

    async def tracked(store: Store[Any], data: dict[str, Any]) -> None:
        task = asyncio.ensure_future(write(store, data))
        writing.add(task)
        task.add_done_callback(writing.discard)
        task.add_done_callback(asyncio.Future.exception)  # nobody waits for it any more after a crash
        await asyncio.wait({task})
        task.result()

    monkeypatch.setattr(Store, "_async_write_data", tracked)
    monkeypatch.setattr("os.fsync", lambda _: None)  # Home Assistant crashes here, not the computer
    return writing


@dataclass(slots=True, kw_only=True)
class Household:
    """One account through one history.

    Attributes:
        saved: The entry's data as Home Assistant has written them; it does so late, and may fail.
        file: The file of the tokens.
        writes: What is being written.
        log: What happened, for whoever has to understand a failure.
    """

    hass: HomeAssistant
    simulator: Simulator
    entry: MockConfigEntry
    implementation: AbstractOAuth2Implementation
    chance: random.Random
    file: Path
    writes: set[asyncio.Future[None]]
    requests: TokenRequests
    saved: dict[str, Any] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    access_token: OAuthAccessToken = field(init=False)

    def sign_in(self) -> None:
        """Begin with a new account and no file."""
        self.simulator.tokens.grants.clear()
        token = {**self.simulator.token_response(), "expires_at": time.time() + 28800}
        self.file.unlink(missing_ok=True)
        self.saved = {**self.entry.data, "token": token}
        self.start()

    def start(self) -> None:
        """Start Home Assistant from what is on disk."""
        self.hass.data.pop(_TOKEN_STORES, None)
        self.hass.config_entries.async_update_entry(self.entry, data=deepcopy(self.saved))
        self.access_token = OAuthAccessToken(OAuth2Session(self.hass, self.entry, self.implementation))

    def never_stale(self, form: dict[str, str]) -> None:
        """Check a request: what it sends has not been replaced by anything on disk, or that is not known."""
        try:
            stored = json.loads(self.file.read_text())["data"]
        except FileNotFoundError, IsADirectoryError:
            return
        if form["refresh_token"] in stored["replaced"]:
            self.log.append("sent a replaced token")

    # What can happen

    async def expire(self) -> None:
        """The access token is eight hours old when the next request comes."""
        token = {**self.entry.data["token"], "expires_at": time.time() - 1}
        self.hass.config_entries.async_update_entry(self.entry, data={**self.entry.data, "token": token})
        await self._request()

    async def refuse(self) -> None:
        """Tesla refuses the access token of several requests at once."""
        used = self.entry.data["token"]["access_token"]
        await asyncio.gather(*(self._request(used) for _ in range(self.chance.randint(1, 4))))

    async def fail(self) -> None:
        """The next token request goes wrong on its way."""
        fault: dict[str, Any] = self.chance.choice(FAULTS)
        self.simulator.faults.add(HttpFault(path=TOKEN_PATH, **fault))
        self.log.append(str(fault))

    async def save(self) -> None:
        """Home Assistant writes its entries."""
        self.saved = deepcopy(dict(self.entry.data))

    async def break_disk(self) -> None:
        """The file of the tokens can neither be read nor written: a folder lies in its place."""
        if self.file.is_file():
            self.file.rename(self.file.with_suffix(".kept"))
        if not self.file.exists():
            self.file.mkdir()

    async def mend_disk(self) -> None:
        """The file is as it was."""
        if self.file.is_dir():
            self.file.rmdir()
            kept = self.file.with_suffix(".kept")
            if kept.exists():
                kept.rename(self.file)

    async def reload(self) -> None:
        """The entry is set up again while requests of before are still on their way."""
        before, used = self.access_token, self.entry.data["token"]["access_token"]
        self.access_token = OAuthAccessToken(OAuth2Session(self.hass, self.entry, self.implementation))
        await asyncio.gather(_outcome(before(rejected=used)), _outcome(self.access_token(rejected=used)))

    async def crash(self) -> None:
        """Home Assistant ends at any moment of a refresh, and starts again."""
        used = self.entry.data["token"]["access_token"]
        refresh = self.hass.async_create_task(_outcome(self.access_token(rejected=used)))
        for _ in range(self.chance.randint(0, 40)):
            await asyncio.sleep(0)
        if self.chance.random() < 0.5:
            await asyncio.sleep(self.chance.random() * 0.006)
        renewal = async_get_token_store(self.hass, self.entry)._renewal
        for task in (renewal, refresh):
            if task is not None:
                task.cancel()
                await asyncio.wait({task})
        await asyncio.gather(*self.writes, return_exceptions=True)
        await self.requests.idle.wait()  # starting takes longer than Tesla's answer to what was sent before
        self.start()

    async def give_up(self) -> None:
        """Whoever wanted the token wants it no more, and somebody else does at once."""
        used = self.entry.data["token"]["access_token"]
        waiting = self.hass.async_create_task(_outcome(self.access_token(rejected=used)))
        for _ in range(self.chance.randint(0, 20)):
            await asyncio.sleep(0)
        waiting.cancel()
        await self._request(used)

    async def _request(self, rejected: str | None = None) -> None:
        outcome = await _outcome(self.access_token(rejected=rejected))
        self.log.append(type(outcome).__name__)
        assert not isinstance(outcome, OAuth2TokenRequestReauthError), self.log

    async def live(self) -> None:
        """Let things happen, then let all go well again."""
        happenings: list[Callable[[], Awaitable[None]]] = [
            self.expire,
            self.refuse,
            self.fail,
            self.fail,
            self.save,
            self.break_disk,
            self.mend_disk,
            self.reload,
            self.crash,
            self.crash,
            self.give_up,
        ]
        for _ in range(self.chance.randint(*STEPS)):
            happening = self.chance.choice(happenings)
            self.log.append(happening.__name__)
            await happening()
        self.simulator.faults.clear()
        await self.mend_disk()

    async def works(self) -> bool:
        """Whether the account lives, and its newest refresh token is on disk."""
        used = await _outcome(self.access_token())
        assert isinstance(used, str), (used, self.log)
        renewed = await _outcome(self.access_token(rejected=used))
        self.log.append(type(renewed).__name__)
        if not isinstance(renewed, str) or renewed == used:
            return False
        self.simulator.tokens.check(renewed)
        stored = json.loads(self.file.read_text())["data"]["token"]["refresh_token"]
        (grant,) = self.simulator.tokens.grants
        return bool(stored == grant.current == self.entry.data["token"]["refresh_token"])


async def _outcome(request: Awaitable[str]) -> str | OAuth2TokenRequestBaseError:
    try:
        return await request
    except OAuth2TokenRequestBaseError as error:
        return error


async def test_the_account_is_never_lost(
    hass: HomeAssistant,
    requests: TokenRequests,
    writes: set[asyncio.Future[None]],
    entry: MockConfigEntry,
    simulator: Simulator,
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.CRITICAL)  # thousands of expected failures
    hass.loop.set_debug(False)  # four times as fast
    implementation = (await async_get_implementations(hass, DOMAIN))[DOMAIN]
    storage = Path(hass.config.path(".storage"))
    storage.mkdir(exist_ok=True)
    for seed in range(HISTORIES):
        household = Household(
            hass=hass,
            simulator=simulator,
            entry=entry,
            implementation=implementation,
            chance=random.Random(seed),  # noqa: S311  the same histories each time
            file=storage / f"{DOMAIN}.{entry.entry_id}.tokens",
            writes=writes,
            requests=requests,
        )
        requests.on_request = household.never_stale
        household.sign_in()
        await household.live()

        assert await household.works(), f"{seed}: {household.log}"
        assert "sent a replaced token" not in household.log, f"{seed}: {household.log}"
        assert requests.most == 1, f"{seed}: {household.log}"
    assert len(requests.forms) > 2 * HISTORIES
    assert hass.config_entries.flow.async_progress() == []  # nobody was asked to sign in again
