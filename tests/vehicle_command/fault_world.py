"""What the fault tables share: a simulated car behind real HTTP, things that go wrong, and what is expected.

The expectations in the tables are written by hand, from the protocol's description and from what the
reference client was measured to do; nothing here asks the client what it would do.
"""

import asyncio
from base64 import b64decode
from collections import deque
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from enum import Enum, auto
import json
from typing import Any, Final

import aiohttp
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    Endpoints,
    FleetApi,
    FleetApiError,
    OutcomeUnknown,
    Vehicle,
    VehicleCommands,
)
from custom_components.tesla_home_energy.vehicle_command import (
    OutcomeUnknownError,
    PrivateKey,
    VehicleCommandError,
)
from tests.simulator import MODEL_Y_VIN, Simulator
from tests.simulator.car import Car
from tests.simulator.faults import HttpFault
from tests.simulator.proto.routing_pb2 import RoutableMessage
from tests.simulator.protocol.computer import Computer
from tests.simulator.protocol.injected import InjectedFault
from tests.simulator.traces import steady

SIGNED_COMMAND: Final = "*/signed_command"
KEY: Final = PrivateKey.create()


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A command: whether it may run twice, and a harmless one for the same computer."""

    name: str
    parameters: Mapping[str, Any] = field(default_factory=dict)
    domain: str
    twice: bool
    warm_up: tuple[str, Mapping[str, Any]]


AMPS: Final = Given(
    name="set_charging_amps",
    parameters={"charging_amps": 12},
    domain="infotainment",
    twice=True,
    warm_up=("set_charging_amps", {"charging_amps": 8}),
)
HORN: Final = Given(name="honk_horn", domain="infotainment", twice=False, warm_up=AMPS.warm_up)
LOCK: Final = Given(name="door_lock", domain="vehicle_security", twice=True, warm_up=("door_unlock", {}))
TRUNK: Final = Given(
    name="actuate_trunk",
    parameters={"which_trunk": "rear"},
    domain="vehicle_security",
    twice=False,
    warm_up=LOCK.warm_up,
)
COMMANDS: Final = (AMPS, HORN, LOCK, TRUNK)


class Outcome(Enum):
    """How a command ends, if not with an error that says why it was not carried out."""

    DONE = auto()
    ACCEPTED = auto()
    """The car has taken it, its result is unknown."""
    UNKNOWN = auto()
    """It may have been carried out."""


@dataclass(frozen=True, slots=True)
class Result:
    """What was seen from outside.

    `sent` counts transmissions of the command, `signatures` the different messages among them. None in an
    expectation: nothing is fixed.
    """

    outcome: Outcome | type[Exception]
    executed: int
    sent: int
    signatures: int | None
    handshakes: int | None = 0
    pauses: tuple[float, ...] | None = ()


class World:
    """A car in the simulator, and commands to it."""

    def __init__(
        self, simulator: Simulator, url: str, session: aiohttp.ClientSession, messages: list[bytes]
    ) -> None:
        """The key is paired; nothing was sent. `messages` are those that leave the client."""
        self.simulator = simulator
        self.messages = messages
        self.pauses: list[float] = []
        self.give_up_in_pauses = False
        self.meanwhile: deque[Callable[[], None]] = deque()
        self._tokens = [simulator.access_token(), simulator.access_token(expires_in=7200)]
        self.car.pair(KEY.public_point)
        self.api = FleetApi(session, Endpoints.simulator(url), self._token, sleep=self._nap)
        vehicle = Vehicle(vin=MODEL_Y_VIN, command_signing="required")
        self.commands = VehicleCommands(self.api, vehicle, KEY, sleep=self._nap)

    @property
    def car(self) -> Car:
        """The car."""
        return self.simulator.cars[MODEL_Y_VIN]

    def computer(self, given: Given) -> Computer:
        """The computer that a command is for."""
        return self.car.computers.by_name(given.domain)[0]

    async def _token(self, *, rejected: str | None = None) -> str:
        if rejected == self._tokens[0]:
            self._tokens.reverse()
        return self._tokens[0]

    async def _nap(self, seconds: float) -> None:
        self.pauses.append(seconds)
        if self.give_up_in_pauses:
            raise asyncio.CancelledError
        if self.meanwhile:
            self.meanwhile.popleft()()

    async def warm_up(self, given: Given) -> None:
        """Open the session, and see encrypted answers."""
        name, parameters = given.warm_up
        await self.commands.execute(name, parameters)
        self.forget()

    def forget(self) -> None:
        """Begin to count again."""
        self.messages.clear()
        self.pauses.clear()
        self.simulator.commands.clear()
        self.simulator.received.clear()

    async def give(self, given: Given) -> Result:
        """Give the command and tell what came of it."""
        outcome: Outcome | type[Exception] = Outcome.DONE
        try:
            await self.commands.execute(given.name, given.parameters)
        except OutcomeUnknownError as error:
            outcome = Outcome.ACCEPTED if error.accepted else Outcome.UNKNOWN
        except OutcomeUnknown:
            outcome = Outcome.UNKNOWN
        except (VehicleCommandError, FleetApiError) as error:
            outcome = type(error)
        commands = [message for message in self.messages if not _is_handshake(message)]
        return Result(
            outcome,
            executed=len(self.simulator.commands),
            sent=len(commands),
            signatures=len(set(commands)),
            handshakes=len(self.messages) - len(commands),
            pauses=tuple(self.pauses),
        )


def _is_handshake(message: bytes) -> bool:
    return bool(RoutableMessage.FromString(message).session_info_request.public_key)


type Wrong = Callable[[World, Given], None]


def answers(kind: str, times: int | None = 1, **changes: Any) -> Wrong:
    """The next answers to commands, or as told, are wrong in this way."""

    def arrange(world: World, given: Given) -> None:
        fault = InjectedFault(kind=kind, count=times, domain=given.domain, **changes)
        world.car.computers.inject(fault)

    return arrange


def fault(code: int, times: int | None = 1, *, info: bool = False, executed: bool = False) -> Wrong:
    """The next commands are answered with a fault."""
    return answers("fault", times, code=code, session_info=info, executed=executed)


def http(status: int, text: str = "", times: int | None = 1, *, after: bool = False) -> Wrong:
    """The next requests are answered with a status; `after` the car has carried them out, if told."""

    def arrange(world: World, given: Given) -> None:
        kind = "answer_after" if after else "answer"
        body = {"response": None, "error": text, "error_description": ""}
        world.simulator.faults.add(
            HttpFault(kind=kind, path=SIGNED_COMMAND, count=times, status=status, body=body)
        )

    return arrange


def connection(kind: str, times: int | None = 1) -> Wrong:
    """The next connections break in this way."""

    def arrange(world: World, given: Given) -> None:
        world.simulator.faults.add(HttpFault(kind=kind, path=SIGNED_COMMAND, count=times))

    return arrange


def reboot(world: World, given: Given) -> None:
    """The computer starts anew."""
    world.computer(given).reboot()


def clock(seconds: float) -> Wrong:
    """The computer's clock is put forward or back."""
    return lambda world, given: world.computer(given).step_clock(seconds)


def bump(by: int) -> Wrong:
    """Somebody else has used the key so many times."""
    return lambda world, given: world.computer(given).bump_counters(by)


def new_key(world: World, given: Given) -> None:
    """The computer has another key pair."""
    world.computer(given).replace_key()


def unpair(world: World, given: Given) -> None:
    """Our key is taken off the car's list."""
    world.car.unpair(KEY.public_point)


def later(wrong: Wrong) -> Wrong:
    """It goes wrong while the client pauses."""

    def arrange(world: World, given: Given) -> None:
        world.meanwhile.append(lambda: wrong(world, given))

    return arrange


@dataclass(frozen=True, slots=True)
class Row:
    """What goes wrong, and what must come of a command that may run twice and of one that must not.

    `once` None: the same. `domain`: only for the commands of this one.
    """

    name: str
    wrong: tuple[Wrong, ...]
    expected: Result
    once: Result | None = None
    domain: str | None = None


def cases(rows: tuple[Row, ...]) -> Iterator[Any]:
    """Return each row with each command that it concerns, as parameters of a test."""
    for row in rows:
        for given in COMMANDS:
            if row.domain in (None, given.domain):
                yield pytest.param(row, given, id=f"{row.name}-{given.name}")


async def play(world: World, row: Row, given: Given) -> tuple[Result, Result]:
    """Let it go wrong, give the command, and return what was seen of what is fixed, and what must be."""
    for wrong in row.wrong:
        wrong(world, given)
    expected = row.expected if given.twice or row.once is None else row.once
    seen = await world.give(given)
    return replace(
        seen,
        signatures=None if expected.signatures is None else seen.signatures,
        handshakes=None if expected.handshakes is None else seen.handshakes,
        pauses=None if expected.pauses is None else seen.pauses,
    ), expected


@asynccontextmanager
async def home() -> AsyncIterator[World]:
    """A car on which the sun shines, and a client of it."""
    messages: list[bytes] = []

    async def note(_session: object, _context: object, sent: aiohttp.TraceRequestChunkSentParams) -> None:
        if sent.chunk and sent.url.path.endswith("/signed_command"):
            messages.append(b64decode(json.loads(sent.chunk)["routable_message"]))

    trace = aiohttp.TraceConfig()
    trace.on_request_chunk_sent.append(note)
    simulator = Simulator(trace=steady(6000, 1000), history_days=0)
    url = await simulator.start()
    async with aiohttp.ClientSession(trace_configs=[trace]) as session:
        yield World(simulator, url, session, messages)
    await simulator.close()
