"""The candidate: this integration's signing."""

import asyncio
import base64
from collections.abc import Callable, Mapping
import time
from typing import Final, override

from custom_components.tesla_home_energy.vehicle_command import (
    Domain,
    PrivateKey,
    SignatureType,
    Transport,
    VehicleCommandClient,
    find_command,
)
from custom_components.tesla_home_energy.vehicle_command.answers import (
    infotainment_result,
    read_answer,
    read_payload,
    reported_fault,
    vehicle_security_result,
)
from custom_components.tesla_home_energy.vehicle_command.conversation import LIFETIME, Conversation
from custom_components.tesla_home_energy.vehicle_command.session import Session
from custom_components.tesla_home_energy.vehicle_command.signing import (
    SentMessage,
    SignedMessage,
    handshake,
    sign,
)
from tests.vehicle_command.fake_car import VIN, Car

from .scene import (
    CLIENT_KEY,
    COMMAND,
    PARAMETERS,
    BenchmarkError,
    Operation,
    Requests,
    SetAmps,
    Wire,
    answer_of,
    count_requests,
    new_car,
    prove,
    shake_hands,
    timed,
    timed_call,
)

_INTERPRET: Final[dict[Domain, Callable[[bytes], object]]] = {
    Domain.VEHICLE_SECURITY: vehicle_security_result,
    Domain.INFOTAINMENT: infotainment_result,
}


class _Line(Transport):
    """The way to a car, or, once it is cut, to whoever drives the call; with the base64 of Tesla's API."""

    def __init__(self, car: Car) -> None:
        """Begin with the car."""
        self._car = car
        self.cut = False

    @override
    async def send(self, message: bytes) -> bytes:
        if not self.cut:
            await asyncio.sleep(0)
            return await self._car.send(message)
        answer: str = await Wire(base64.b64encode(message).decode())
        return base64.b64decode(answer)


class _Conversation(Conversation):
    """Takes each answer to a handshake as if it were the first one."""

    def open(self, answer: str, question: SentMessage, sent_at: float) -> Session:
        """Open the session."""
        self.session = None
        return self._open_session(read_answer(base64.b64decode(answer), question), question, sent_at)


class Ours:
    """Signs, and opens answers, as the client of the integration does."""

    def __init__(self) -> None:
        """Open a session with both computers of a car."""
        self._car = new_car()
        self._line = _Line(self._car)
        self._key = PrivateKey(CLIENT_KEY)
        self._sessions = {domain: self._prepared_handshake(domain)() for domain in Domain}
        self._client = self._new_client(self._line)
        prove(self._car, self._command())

    async def connect(self) -> None:
        """Have the client open its session; from then on nothing leaves it."""
        await self._client.ping()
        self._line.cut = True

    def _new_client(self, transport: Transport) -> VehicleCommandClient:
        return VehicleCommandClient(vin=VIN, key=self._key, transport=transport)

    @property
    def operations(self) -> Mapping[Operation, Callable[[], int]]:
        """What can be measured; each returns nanoseconds."""
        return {
            Operation.COMMAND: lambda: timed(self._command),
            Operation.LOCK_ANSWER: lambda: self._open(Domain.VEHICLE_SECURITY, "door_lock", {}),
            Operation.AMPS_ANSWER: lambda: self._open(Domain.INFOTAINMENT, COMMAND, PARAMETERS),
            Operation.QUESTION: lambda: timed(self._question),
            Operation.HANDSHAKE_ANSWER: lambda: timed(self._prepared_handshake(Domain.INFOTAINMENT)),
            Operation.WHOLE_CALL: self._whole_call,
        }

    def _command(self) -> str:
        return _encoded(self._signed(Domain.INFOTAINMENT, COMMAND, PARAMETERS))

    def _signed(self, domain: Domain, command: str, parameters: Mapping[str, int]) -> SignedMessage:
        payload = find_command(command).payload(parameters)
        session = self._sessions[domain]
        session.counter += 1
        return sign(
            session,
            self._key.public_point,
            payload,
            counter=session.counter,
            expires_at=session.car_clock(time.monotonic()) + LIFETIME,
        )

    def _open(self, domain: Domain, command: str, parameters: Mapping[str, int]) -> int:
        message = self._signed(domain, command, parameters)
        text = answer_of(self._car, _encoded(message), encrypted=True)

        def read() -> object:
            answer = read_answer(base64.b64decode(text), message.sent)
            payload = read_payload(answer, message, self._sessions[domain])
            if reported_fault(answer) is not None:
                raise BenchmarkError("A car reported a fault")
            return _INTERPRET[domain](payload)

        return timed(read)

    def _question(self) -> str:
        return base64.b64encode(handshake(Domain.INFOTAINMENT, self._key.public_point).data).decode()

    def _prepared_handshake(self, domain: Domain) -> Callable[[], Session]:
        conversation = _Conversation(
            domain=domain,
            vin=VIN.encode(),
            key=self._key,
            transport=self._line,
            signature_type=SignatureType.HMAC_PERSONALIZED,
            save=None,
            monotonic=time.monotonic,
            sleep=asyncio.sleep,
        )
        question = handshake(domain, self._key.public_point)
        answer = shake_hands(self._car, base64.b64encode(question.data).decode())
        sent_at = time.monotonic()
        return lambda: conversation.open(answer, question, sent_at)

    def _whole_call(self) -> int:
        call = timed_call(
            self._client.execute(COMMAND, PARAMETERS),
            lambda text: answer_of(self._car, text, encrypted=True),
        )
        return call.out + call.back

    async def requests(self) -> Requests:
        """Count the requests to a car."""

        def cold() -> tuple[Car, SetAmps]:
            car = new_car()
            client = self._new_client(_Line(car))
            return car, lambda amps: client.execute(COMMAND, {"charging_amps": amps})

        return await count_requests(cold)


def _encoded(message: SignedMessage) -> str:
    return base64.b64encode(message.sent.data).decode()
