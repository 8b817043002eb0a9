"""The candidate: PyPI's `tesla-fleet-api`, whose class for signed vehicles is called without a network.

What is not equal about it: it asks for no encrypted answers, so those of the infotainment computer reach it
in plain, unproven. If one came encrypted, it could not open it, as it takes every request hash for 17
bytes. Those of the vehicle security computer it could open, though it does not ask for them to be encrypted
either.
"""

import asyncio
import base64
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, Final, override

import aiohttp
from tesla_fleet_api.tesla import TeslaFleetApi, VehicleSigned
from tesla_protocol.command.car_server_pb2 import Action, SetChargingAmpsAction, VehicleAction
from tesla_protocol.command.universal_message_pb2 import Domain, RoutableMessage
from tesla_protocol.command.vcsec_pb2 import RKEAction_E, UnsignedMessage

from tests.vehicle_command.fake_car import VIN, Car

from .scene import (
    CLIENT_KEY,
    PARAMETERS,
    PAYLOAD,
    BenchmarkError,
    Operation,
    Requests,
    Wire,
    answer_of,
    count_requests,
    new_car,
    prove,
    shake_hands,
    timed,
    timed_call,
)

_SUCCESS: Final[dict[str, Any]] = {"response": {"result": True, "reason": ""}}


class Peer(VehicleSigned[TeslaFleetApi]):
    """Signs, and opens answers, with the peer's own methods; its requests go to a car in this process."""

    def __init__(self, session: aiohttp.ClientSession) -> None:
        """Prepare; the session is never used."""
        api = TeslaFleetApi(session=session, access_token="", region="eu")
        api.private_key = CLIENT_KEY
        super().__init__(api, VIN)
        self._car = new_car()
        self._cut = False

    @override
    async def signed_command(self, routable_message: str) -> dict[str, Any]:
        if self._cut:
            answer: str = await Wire(routable_message)
        else:
            await asyncio.sleep(0)
            answer = base64.b64encode(await self._car.send(base64.b64decode(routable_message))).decode()
        return {"response": answer}

    async def connect(self) -> None:
        """Open a session with both computers of the car; from then on nothing leaves it."""
        await self.handshakeVehicleSecurity()
        await self.handshakeInfotainment()
        prove(self._car, self._amps_command())
        if await self.set_charging_amps(**PARAMETERS) != _SUCCESS:
            raise BenchmarkError("A car did not accept the peer's command")
        self._cut = True

    @property
    def operations(self) -> Mapping[Operation, Callable[[], int]]:
        """What can be measured; each returns nanoseconds."""
        return {
            Operation.COMMAND: lambda: timed(self._amps_command),
            Operation.LOCK_ANSWER: self._open_lock_answer,
            Operation.AMPS_ANSWER: self._open_amps_answer,
            Operation.QUESTION: lambda: timed(self._question),
            Operation.HANDSHAKE_ANSWER: self._open_handshake_answer,
            Operation.WHOLE_CALL: self._whole_call,
        }

    def _amps_command(self) -> str:
        """Do what `set_charging_amps` does to have its message, without the locks and logs around it."""
        action = Action(
            vehicleAction=VehicleAction(setChargingAmpsAction=SetChargingAmpsAction(**PARAMETERS))
        )
        signing = self._commandHmac(self._sessions[Domain.DOMAIN_INFOTAINMENT], action.SerializeToString())
        try:
            signing.send(None)
        except StopIteration as stop:
            message: RoutableMessage = stop.value
            return base64.b64encode(message.SerializeToString()).decode()
        raise BenchmarkError("The peer's signing waits for something")

    def _open(self, domain: Domain, payload: bytes, *, encrypted: bool) -> int:
        call = self._command(domain, payload, expects_data=False)
        done = timed_call(call, lambda text: answer_of(self._car, text, encrypted=encrypted))
        if done.result != _SUCCESS:
            raise BenchmarkError("The peer did not take an answer for success")
        return done.back

    def _open_lock_answer(self) -> int:
        command = UnsignedMessage(RKEAction=RKEAction_E.RKE_ACTION_LOCK)
        return self._open(Domain.DOMAIN_VEHICLE_SECURITY, command.SerializeToString(), encrypted=True)

    def _open_amps_answer(self) -> int:
        return self._open(Domain.DOMAIN_INFOTAINMENT, PAYLOAD, encrypted=False)

    def _question(self) -> str:
        message = self._session_info_request(Domain.DOMAIN_INFOTAINMENT)
        return base64.b64encode(message.SerializeToString()).decode()

    def _open_handshake_answer(self) -> int:
        question = self._session_info_request(Domain.DOMAIN_INFOTAINMENT)
        text = shake_hands(self._car, base64.b64encode(question.SerializeToString()).decode())

        def read() -> None:
            self.validate_msg(RoutableMessage.FromString(base64.b64decode(text)), question.uuid)

        return timed(read)

    def _whole_call(self) -> int:
        call = timed_call(
            self.set_charging_amps(**PARAMETERS),
            lambda text: answer_of(self._car, text, encrypted=False),
        )
        return call.out + call.back

    @staticmethod
    async def requests(session: aiohttp.ClientSession) -> Requests:
        """Count the requests to a car."""

        def cold() -> tuple[Car, Callable[[int], Awaitable[object]]]:
            peer = Peer(session)
            return peer._car, peer.set_charging_amps

        return await count_requests(cold)
