"""A car, a key it knows, and a client that talks with it; time passes only when somebody sleeps."""

from collections.abc import Callable
from typing import Any

import pytest

from custom_components.tesla_home_energy.vehicle_command import PrivateKey, VehicleCommandClient

from .fake_car import VIN, Car, FakeTime

type MakeClient = Callable[..., VehicleCommandClient]


@pytest.fixture
def time() -> FakeTime:
    """The time of car and client."""
    return FakeTime()


@pytest.fixture
def car(time: FakeTime) -> Car:
    """A car with today's firmware."""
    return Car(time)


@pytest.fixture(scope="session")
def key() -> PrivateKey:
    """Our key."""
    return PrivateKey.create()


@pytest.fixture
def make_client(car: Car, key: PrivateKey, time: FakeTime) -> MakeClient:
    """Makes clients, of which each knows nothing of the others."""

    def make(**changes: Any) -> VehicleCommandClient:
        arguments: dict[str, Any] = {
            "vin": VIN,
            "key": key,
            "transport": car,
            "monotonic": time.monotonic,
            "wall_clock": time.wall_clock,
            "sleep": time.sleep,
        }
        return VehicleCommandClient(**arguments | changes)

    return make


@pytest.fixture
def client(make_client: MakeClient) -> VehicleCommandClient:
    """A client."""
    return make_client()
