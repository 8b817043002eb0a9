"""What all candidates share: one key pair, one car, and calls that stop where the network would be."""

import asyncio
import base64
from collections.abc import Awaitable, Callable, Coroutine, Generator, Mapping
from enum import Enum, auto
from time import perf_counter_ns
from typing import Any, Final, NamedTuple, Protocol

from cryptography.hazmat.primitives.asymmetric import ec

from custom_components.tesla_home_energy.vehicle_command.proto.universal_message_pb2 import RoutableMessage
from tests.vehicle_command.fake_car import INFOTAINMENT, VEHICLE_SECURITY, Car, point_of

CLIENT_KEY: Final = ec.generate_private_key(ec.SECP256R1())
"""The key of every candidate; the cars here take any."""

COMMAND: Final = "set_charging_amps"
PARAMETERS: Final = {"charging_amps": 16}
PAYLOAD: Final = b"\x12\x05\xda\x02\x02\x08\x10"
"""The serialized command (protocol.md: field 43 of a VehicleAction, 16 A)."""

SUCCESS: Final = {INFOTAINMENT: b"\x0a\x00", VEHICLE_SECURITY: b""}
"""What the applications in a car answer when all is well."""

_FIRST: Final = Car()


class Operation(Enum):
    """What is measured of the candidates."""

    COMMAND = auto()
    LOCK_ANSWER = auto()
    AMPS_ANSWER = auto()
    QUESTION = auto()
    HANDSHAKE_ANSWER = auto()
    WHOLE_CALL = auto()


class Candidate(Protocol):
    """Who is measured."""

    @property
    def operations(self) -> Mapping[Operation, Callable[[], int]]:
        """What it can do; each does it once and returns nanoseconds."""


class BenchmarkError(Exception):
    """A candidate did not do what it was measured for."""


def new_car() -> Car:
    """Return a car with the keys, epochs and clock of all others, whose counters start anew."""
    car = Car(_FIRST.time)
    for domain, computer in car.computers.items():
        computer.key = _FIRST.computers[domain].key
        computer.epoch = _FIRST.computers[domain].epoch
    return car


def answer_of(car: Car, text: str, *, encrypted: bool) -> str:
    """Return what a car answers that carried out a signed command; base64 both ways."""
    request = RoutableMessage.FromString(base64.b64decode(text))
    computer = car.computers[request.to_destination.domain]
    answer = computer.envelope(request)
    result = SUCCESS[computer.domain]
    if encrypted:
        computer.encrypt(answer, request, computer.shared(point_of(request)), result)
    else:
        answer.protobuf_message_as_bytes = result
    return base64.b64encode(answer.SerializeToString()).decode()


def shake_hands(car: Car, text: str) -> str:
    """Return a car's answer to the question for its session; base64 both ways."""
    request = RoutableMessage.FromString(base64.b64decode(text))
    answer = car.computers[request.to_destination.domain].answer(request.SerializeToString())
    return base64.b64encode(answer).decode()


def prove(car: Car, text: str) -> None:
    """Have a car check a candidate's command.

    Raises:
        BenchmarkError: It does not accept the signature, or the command is another one.
    """
    executed = car.infotainment.executed
    before = len(executed)
    car.infotainment.answer(base64.b64decode(text))
    if executed[before:] != [PAYLOAD]:
        raise BenchmarkError("A car did not accept a command")


class Wire[Answer]:
    """Stands where the network would be: hands a message to whoever drives the call, who sends the answer."""

    def __init__(self, message: object) -> None:
        """Keep the message until the call is driven to here."""
        self._message = message

    def __await__(self) -> Generator[Any, Any, Answer]:
        """Wait for the answer."""
        answer: Answer = yield self._message
        return answer


def timed(operation: Callable[[], object]) -> int:
    """Return the nanoseconds that an operation takes."""
    begin = perf_counter_ns()
    operation()
    return perf_counter_ns() - begin


class Timed(NamedTuple):
    """The nanoseconds of a call, up to its message and on from the answer, and what it returned."""

    out: int
    back: int
    result: object


def timed_call(call: Coroutine[Any, Any, object], answer_to: Callable[[str], str]) -> Timed:
    """Make a call that sends one message, and have it answered.

    Raises:
        BenchmarkError: It sends another message.
    """
    begin = perf_counter_ns()
    message = call.send(None)
    out = perf_counter_ns() - begin
    answer = answer_to(message)
    begin = perf_counter_ns()
    try:
        call.send(answer)
    except StopIteration as stop:
        return Timed(out, perf_counter_ns() - begin, stop.value)
    call.close()
    raise BenchmarkError("A call sent a second message")


class Requests(NamedTuple):
    """How many requests reach a car: for one command, warm and cold, and for ten at once, cold."""

    warm: int
    cold: int
    ten: int


type SetAmps = Callable[[int], Awaitable[object]]


async def count_requests(meet: Callable[[], tuple[Car, SetAmps]]) -> Requests:
    """Count the requests; `meet` brings a client that has not met its car, and what sets its current."""
    car, set_amps = meet()
    await set_amps(6)
    cold = _seen(car)
    await set_amps(7)
    warm = _seen(car) - cold
    car, set_amps = meet()
    await asyncio.gather(*(set_amps(amps) for amps in range(6, 16)))
    return Requests(warm, cold, _seen(car))


def _seen(car: Car) -> int:
    return car.handshakes + len(car.commands)
