"""The simulator as a whole: the world, and the server in front of it."""

import asyncio
from collections.abc import Iterable
from datetime import datetime, time as time_of_day, timedelta
from typing import Any, Final

from aiohttp import web

from .accounts import DEFAULT_SUBJECT, default_accounts
from .app import build
from .car import Car
from .changes import Changes
from .clock import Clock
from .commands import Command, ReceivedMessage
from .energy_site import EnergySite
from .faults import HttpFaults
from .history import BUCKET_SECONDS
from .home import further_car, further_site, ghost_site, model_s, model_y, powerwall_site, solar_site
from .oauth import Authorization
from .partner import Partner
from .region import Region
from .scopes import SCOPES
from .tokens import Tokens
from .traces import Day, trace as measured
from .usage import Usage

LOOPBACK: Final = "127.0.0.1"

# Steps of the simulation: fine where a car's ramp shows, coarse where only energies matter.
_FINE_STEP: Final = 1.0
_COARSE_STEP: Final = 10.0
_FINE_STRETCH: Final = 120.0
# A longer gap is jumped over, not lived through.
_LONGEST_GAP: Final = 2 * 86_400.0

HISTORY_DAYS: Final = 7


class Simulator:
    """A simulated Tesla with the default home; `reset` brings it back.

    `trace` is a measured day ("sunny", "cloudy", "winter") or a `Day`. The energy sites remember
    `history_days` before today. More `cars` than two and more `powerwall_sites` than one are like the first,
    and have nothing to do with each other. The other arguments are the clock's.
    """

    def __init__(
        self,
        *,
        trace: str | Day = "sunny",
        speed: float = 1.0,
        start: datetime | None = None,
        day_start: time_of_day = time_of_day(10),
        solar_only: bool = False,
        ghost: bool = False,
        cars: int = 2,
        powerwall_sites: int = 1,
        history_days: int = HISTORY_DAYS,
    ) -> None:
        """Build the world; nothing is served before `start`."""
        self._trace = trace
        self._speed = speed
        self._start = start
        self._day_start = day_start
        self._solar_only = solar_only
        self._ghost = ghost
        self._car_count = cars
        self._powerwall_site_count = powerwall_sites
        self._history_days = history_days
        self._runner: web.AppRunner | None = None
        self.closing = asyncio.Event()
        self.reset()

    def reset(self) -> None:
        """Bring everything back to the beginning, but the port."""
        self.clock = Clock(speed=self._speed, start=self._start, day_start=self._day_start)
        self.accounts = default_accounts()
        self.authorization = Authorization(self.accounts)
        self.tokens = Tokens(self.accounts)
        self.usage = Usage()
        self.faults = HttpFaults()
        self.region = Region()
        self.partner = Partner()
        self.rate_limits: dict[str, int] = {}
        self.accepts_encrypted_requests = False
        self.changes = Changes()
        self.commands: list[Command] = []
        self.received: list[ReceivedMessage] = []
        day = measured(self._trace) if isinstance(self._trace, str) else self._trace
        self._cars = {car.vin: car for car in (model_y(self.clock), model_s(self.clock))}
        sites = [powerwall_site(self.clock, day, list(self._cars.values()))]
        for number in range(3, self._car_count + 1):
            car = further_car(self.clock, number)
            self._cars[car.vin] = car
        sites += [
            further_site(self.clock, day, number) for number in range(2, self._powerwall_site_count + 1)
        ]
        if self._solar_only:
            sites.append(solar_site(self.clock, day))
        if self._ghost:
            sites.append(ghost_site(self.clock, day))
        self._sites = {site.site_id: site for site in sites}
        self._moment = self.clock.now()
        self._jumps = self.clock.jumps
        self._remember()
        self.changes.look(self._moment, self._cars.values())

    def _remember(self) -> None:
        midnight = self.clock.local(self._moment).replace(hour=0, minute=0, second=0, microsecond=0)
        begin = (midnight - timedelta(days=self._history_days)).astimezone(self._moment.tzinfo)
        charging = [car.charging for car in self._cars.values()]
        currents = [item.current for item in charging]
        for item in charging:
            item.current = 0.0
        for site in self._sites.values():
            site.remember(begin, self._moment)
        for item, current in zip(charging, currents, strict=True):
            item.current = current

    @property
    def cars(self) -> dict[str, Car]:
        """The cars by VIN, as they are at this moment."""
        self.catch_up()
        return self._cars

    @property
    def sites(self) -> dict[int, EnergySite]:
        """The energy sites by number, as they are at this moment."""
        self.catch_up()
        return self._sites

    def add_site(self, kind: str) -> EnergySite:
        """Add the "solar" or the "ghost" site.

        Raises:
            KeyError: There is no such kind.
        """
        day = next(iter(self._sites.values())).day
        site = {"solar": solar_site, "ghost": ghost_site}[kind](self.clock, day)
        self._sites[site.site_id] = site
        return site

    def record(self, car: Car, command: Command) -> None:
        """Remember a command that a car took."""
        car.commands.append(command)
        self.commands.append(command)

    def advance(self, seconds: float) -> None:
        """Move the clock forward and let the world follow."""
        self.catch_up()
        self.clock.advance(seconds)
        self.catch_up()

    def catch_up(self) -> None:
        """Bring the world up to the clock."""
        now = self.clock.now()
        gap = (now - self._moment).total_seconds()
        if self.clock.jumps != self._jumps or not 0 <= gap <= _LONGEST_GAP:
            self._jumps, self._moment = self.clock.jumps, now
            self._live(now, 0.0)
            gap = 0.0
        while gap > 0:
            into_bucket = self._moment.timestamp() % BUCKET_SECONDS
            step = _FINE_STEP if gap <= _FINE_STRETCH else _COARSE_STEP
            step = min(step, gap, max(0.001, BUCKET_SECONDS - into_bucket))
            self._moment += timedelta(seconds=step)
            self._live(self._moment, step)
            gap -= step
        self.changes.look(self._moment, self._cars.values())

    def _live(self, moment: datetime, seconds: float) -> None:
        for site in self._sites.values():
            for car in site.connected.values():
                car.charging.powered = site.offers_power
        for car in self._cars.values():
            car.advance(moment, seconds)
        for site in self._sites.values():
            site.advance(moment, seconds)
        self.changes.look(moment, self._cars.values())

    async def start(self, port: int = 0) -> str:
        """Serve on a port of 127.0.0.1, any free one for 0, and return the base URL."""
        self._runner = web.AppRunner(build(self), access_log=None, shutdown_timeout=1.0)
        await self._runner.setup()
        return await self._listen(port)

    async def start_second_region(self, port: int = 0) -> str:
        """Answer on a further port, which stands for another region's host, and return its base URL.

        Raises:
            RuntimeError: The simulator does not run.
        """
        return await self._listen(port)

    async def _listen(self, port: int) -> str:
        if self._runner is None:
            raise RuntimeError("The simulator does not run")
        await web.TCPSite(self._runner, LOOPBACK, port).start()
        return f"http://{LOOPBACK}:{self._runner.addresses[-1][1]}"

    async def close(self) -> None:
        """Stop serving; requests that hang are let go."""
        self.closing.set()
        if self._runner is not None:
            await self._runner.cleanup()
            self._runner = None

    def access_token(
        self,
        scopes: Iterable[str] = SCOPES,
        *,
        subject: str = DEFAULT_SUBJECT,
        client_id: str = "demo-client",
        expires_in: int | None = None,
    ) -> str:
        """Return an access token as if somebody had signed in and allowed these scopes."""
        return self.tokens.access_token(subject, client_id, frozenset(scopes), expires_in=expires_in)

    def token_response(
        self,
        scopes: Iterable[str] = SCOPES,
        *,
        subject: str = DEFAULT_SUBJECT,
        client_id: str = "demo-client",
    ) -> dict[str, Any]:
        """Return what the token endpoint answers to a code: there is no `scope` in it (known)."""
        granted = frozenset(scopes)
        response: dict[str, Any] = {
            "access_token": self.access_token(granted, subject=subject, client_id=client_id),
            "expires_in": self.tokens.expires_in,
            "token_type": "Bearer",
        }
        if "offline_access" in granted:
            response["refresh_token"] = self.tokens.new_grant(subject, client_id, granted).current
        return response
