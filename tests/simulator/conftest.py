"""Fixtures of the simulator's own tests."""

from collections.abc import AsyncIterator

import aiohttp
import pytest

from . import MODEL_Y_VIN, Simulator
from .signer import Signer
from .traces import steady


@pytest.fixture
async def simulator(socket_enabled: None) -> AsyncIterator[Simulator]:
    """A home on which 6 kW of sun shine and that uses 1 kW, all day long."""
    simulator = Simulator(trace=steady(6000, 1000))
    yield simulator
    await simulator.close()


@pytest.fixture
async def url(simulator: Simulator) -> str:
    """Where it listens."""
    return await simulator.start()


@pytest.fixture
async def http(simulator: Simulator, url: str) -> AsyncIterator[aiohttp.ClientSession]:
    """A client with a token for everything."""
    headers = {"Authorization": f"Bearer {simulator.access_token()}"}
    async with aiohttp.ClientSession(base_url=url, headers=headers) as session:
        yield session


@pytest.fixture
def signer(simulator: Simulator, url: str, http: aiohttp.ClientSession) -> Signer:
    """A client whose key is on the list of the Model Y."""
    signer = Signer(http, url, MODEL_Y_VIN)
    simulator.cars[MODEL_Y_VIN].pair(signer.public_key)
    return signer
