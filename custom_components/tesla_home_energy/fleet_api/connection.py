"""Requests to the Fleet API: time-outs, size limits, one new token, one change of region, records."""

import asyncio
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
import logging
from typing import Any, Final, Protocol
from urllib.parse import quote

import aiohttp

from .answers import response_of
from .back_off import BackOff
from .endpoints import Endpoints
from .errors import (
    ConnectionFailed,
    FleetApiError,
    InvalidResponse,
    InvalidToken,
    OutcomeUnknown,
    WrongRegion,
)
from .routes import Category, Route
from .token import TokenClaims, read_token

_LOGGER = logging.getLogger(__name__)

CONNECT_TIMEOUT: Final = 8.0
"""Seconds; shorter than any request, so that a late connection is known to have carried nothing."""
SIZE_LIMIT: Final = 8 * 1024 * 1024
"""Bytes of an answer."""
USER_AGENT: Final = "tesla-home-energy"


class AccessToken(Protocol):
    """Where the access token comes from."""

    async def __call__(self, *, rejected: str | None = None) -> str:
        """A valid access token.

        Args:
            rejected: A token that Tesla has just refused. The answer must be another one: the token that has
                replaced it meanwhile, or a new one.
        """
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class RequestRecord:
    """One request that may have reached Tesla, for a ledger of costs."""

    method: str
    path: str
    """The endpoint's template: no VIN, no site id."""
    category: Category
    status: int | None
    """None if no answer came; Tesla bills every answer below 500."""
    vin: str | None = field(default=None, repr=False)
    """The car it was about, if it was about one."""


@dataclass(frozen=True, slots=True)
class Answer:
    """An HTTP answer, read to its end."""

    status: int
    headers: Mapping[str, str]
    body: bytes


async def exchange(
    session: aiohttp.ClientSession, method: str, url: str, *, patience: float, **arguments: Any
) -> Answer:
    """Send one HTTP request and read its answer.

    Redirects are not followed: they could carry the token elsewhere. Exceptions of aiohttp are dropped,
    because their words hold the URL and with it the VIN.

    Args:
        session: Stays the caller's.
        method: ``GET`` or ``POST``.
        url: With scheme and host.
        patience: Seconds for the whole exchange.
        arguments: Further ones of aiohttp's `request`.

    Raises:
        ConnectionFailed: Name resolution, connection or TLS failed; nothing has been sent.
        OutcomeUnknown: The connection broke or the time ran out afterwards.
        InvalidResponse: The answer is too large.
    """
    limits = aiohttp.ClientTimeout(total=patience, connect=CONNECT_TIMEOUT)
    try:
        async with session.request(
            method, url, timeout=limits, allow_redirects=False, **arguments
        ) as response:
            body = bytearray()
            async for chunk in response.content.iter_chunked(65536):
                body += chunk
                if len(body) > SIZE_LIMIT:
                    raise InvalidResponse(status=response.status)
            return Answer(response.status, response.headers, bytes(body))
    except aiohttp.ClientConnectorError, aiohttp.ConnectionTimeoutError:
        raise ConnectionFailed from None
    except aiohttp.ClientError, TimeoutError:
        raise OutcomeUnknown from None


class Connection:
    """The Fleet API of one account in one region."""

    def __init__(
        self,
        session: aiohttp.ClientSession,
        endpoints: Endpoints,
        access_token: AccessToken,
        *,
        on_region_change: Callable[[Endpoints], None] | None = None,
        on_request: Callable[[RequestRecord], None] | None = None,
    ) -> None:
        """See `FleetApi`."""
        self._session = session
        self._access_token = access_token
        self._on_region_change = on_region_change
        self._on_request = on_request
        self.back_off = BackOff()
        self.endpoints = endpoints

    async def claims(self) -> TokenClaims:
        """What the access token tells now; scopes change when the user consents again."""
        return read_token(await self._access_token())

    async def request(
        self,
        route: Route,
        *,
        query: Mapping[str, str] | None = None,
        body: Mapping[str, Any] | None = None,
        **path: str | int,
    ) -> Any:
        """The `response` of an endpoint.

        A refused token is renewed once, a wrong region corrected once; both leave the refused request without
        effect, so that sending it again is safe for writes too.

        Raises:
            FleetApiError: Any of its kinds.
        """
        token = await self._access_token()
        renewed = moved = False
        while True:
            endpoints = self.endpoints
            try:
                return await self._send(route, endpoints, token, path=path, query=query, body=body)
            except InvalidToken:
                if renewed:
                    raise
                renewed = True
                token = await self._access_token(rejected=token)
            except WrongRegion as error:
                if moved or not self._move(endpoints, error):
                    raise
                moved = True

    async def _send(
        self,
        route: Route,
        endpoints: Endpoints,
        token: str,
        *,
        path: Mapping[str, str | int],
        query: Mapping[str, str] | None,
        body: Mapping[str, Any] | None,
    ) -> Any:
        vin = str(path["vin"]) if "vin" in path else None
        place = route.path.format_map({name: quote(str(value), safe="") for name, value in path.items()})
        try:
            answer = await exchange(
                self._session,
                route.method,
                endpoints.fleet_api + place,
                patience=route.timeout,
                headers={"Authorization": f"Bearer {token}", "User-Agent": USER_AGENT},
                params=query,
                # Tesla refuses a POST that does not say it is JSON (known: 406).
                json=(body or {}) if route.method == "POST" else None,
            )
        except ConnectionFailed:
            raise
        except (OutcomeUnknown, InvalidResponse) as error:
            self._record(route, vin, error.status)
            raise
        except asyncio.CancelledError:
            self._record(route, vin, None)
            raise
        self._record(route, vin, answer.status, answer.headers.get("x-txid"))
        try:
            response = response_of(answer.status, answer.headers, answer.body)
        except FleetApiError as error:
            self.back_off.note(route.category, error)
            raise
        self.back_off.note(route.category, None)
        return response

    def _record(
        self, route: Route, vin: str | None, status: int | None, transaction: str | None = None
    ) -> None:
        _LOGGER.debug("%s %s: %s, transaction %s", route.method, route.path, status, transaction)
        if self._on_request:
            self._on_request(
                RequestRecord(
                    method=route.method, path=route.path, category=route.category, status=status, vin=vin
                )
            )

    def _move(self, used: Endpoints, error: WrongRegion) -> bool:
        """Whether there is another base URL to try than the one that was used."""
        claimed = used.believe(error.claimed_base_url or "")
        if claimed is None or claimed == used.fleet_api:
            return False
        if claimed != self.endpoints.fleet_api:
            self.endpoints = used.at(claimed)
            if self._on_region_change:
                self._on_region_change(self.endpoints)
        return True
