"""What the tests over HTTP share."""

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
import socket

import aiohttp
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    Endpoints,
    FleetApi,
    RequestRecord,
    Vehicle,
    VehicleCommands,
)
from custom_components.tesla_home_energy.vehicle_command import PrivateKey
from tests.simulator import MODEL_Y_VIN, Simulator
from tests.simulator.traces import steady

from .scripted_server import ScriptedServer


@dataclass(slots=True)
class TokenSource:
    """Hands out tokens one after another; a rejected one is replaced by the next."""

    tokens: list[str] = field(default_factory=lambda: ["token-1", "token-2", "token-3"])
    rejected: list[str] = field(default_factory=list)

    async def __call__(self, *, rejected: str | None = None) -> str:
        """The present token."""
        if rejected is not None:
            self.rejected.append(rejected)
            if self.tokens[0] == rejected:
                self.tokens.pop(0)
        return self.tokens[0]


@dataclass(slots=True)
class Account:
    """A client on a scripted server, with all that it told its owner."""

    api: FleetApi
    tokens: TokenSource
    records: list[RequestRecord]
    moves: list[Endpoints]
    naps: list[float]


@pytest.fixture
async def session(socket_enabled: None) -> AsyncIterator[aiohttp.ClientSession]:
    """A session of aiohttp that may reach 127.0.0.1."""
    async with aiohttp.ClientSession() as session:
        yield session


@pytest.fixture
async def server(socket_enabled: None) -> AsyncIterator[ScriptedServer]:
    """A web server without a script yet."""
    async with ScriptedServer() as server:
        yield server


@pytest.fixture
def closed_url(socket_enabled: None) -> Iterator[str]:
    """An address at which nobody listens."""
    with socket.socket() as reserved:
        reserved.bind(("127.0.0.1", 0))
        yield f"http://127.0.0.1:{reserved.getsockname()[1]}"


@pytest.fixture
def account(session: aiohttp.ClientSession, server: ScriptedServer) -> Account:
    """A client on the scripted server."""
    return connect(session, Endpoints.simulator(server.url))


def connect(session: aiohttp.ClientSession, endpoints: Endpoints) -> Account:
    """A client anywhere."""
    tokens, naps = TokenSource(), list[float]()
    records, moves = list[RequestRecord](), list[Endpoints]()

    async def nap(seconds: float) -> None:
        naps.append(seconds)

    api = FleetApi(
        session, endpoints, tokens, on_region_change=moves.append, on_request=records.append, sleep=nap
    )
    return Account(api, tokens, records, moves, naps)


@dataclass(slots=True)
class Home:
    """A home and an account that may do everything in it."""

    simulator: Simulator
    url: str
    account: Account
    key: PrivateKey

    def allow(self, *scopes: str) -> None:
        """Let the account have these scopes only."""
        self.account.tokens.tokens = [self.simulator.access_token(scopes)]

    async def door(self, vin: str) -> VehicleCommands:
        """Commands to a car, as the product list describes it."""
        products = await self.account.api.products()
        (vehicle,) = [vehicle for vehicle in products.vehicles if vehicle.vin == vin]
        return self.door_of(vehicle)

    def door_of(self, vehicle: Vehicle) -> VehicleCommands:
        """Commands to a car."""

        async def nap(seconds: float) -> None:
            self.account.naps.append(seconds)

        return VehicleCommands(self.account.api, vehicle, self.key, sleep=nap)


@pytest.fixture
async def home(session: aiohttp.ClientSession) -> AsyncIterator[Home]:
    """Six kilowatts of sun on a house that needs one."""
    simulator = Simulator(trace=steady(6000, 1000))
    url = await simulator.start()
    account = connect(session, Endpoints.simulator(url))
    account.tokens.tokens = [simulator.access_token(), simulator.access_token()]
    key = PrivateKey.create()
    simulator.cars[MODEL_Y_VIN].pair(key.public_point)
    yield Home(simulator, url, account, key)
    await simulator.close()
