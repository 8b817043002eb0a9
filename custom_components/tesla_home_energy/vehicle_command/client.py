"""Signed commands to one car."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
import hashlib
import time
from typing import Any, Final, NamedTuple

from .answers import infotainment_result, vehicle_security_result
from .catalogue import find_command
from .conversation import Conversation, Request, Transport
from .errors import RefusedError
from .keys import PrivateKey
from .metadata import Domain, SignatureType
from .parameters import Values
from .proto.car_server_pb2 import Response
from .proto.vehicle_state_pb2 import VehicleData
from .reading import StateCategory, ping_request, state_request
from .session import Session

DEADLINE: Final = 25.0
"""Seconds after which a command is given up, with all its repetitions."""

_INTERPRET: Final[Mapping[Domain, Callable[[bytes], object]]] = {
    Domain.VEHICLE_SECURITY: vehicle_security_result,
    Domain.INFOTAINMENT: infotainment_result,
}
_DOMAINS: Final = {domain.name.lower(): domain for domain in Domain}


class CommandResult(NamedTuple):
    """The command was carried out, or there was nothing to do.

    Attributes:
        reason: Why there was nothing to do, in Tesla's words (`already_set`); empty if it was carried out.
    """

    reason: str = ""


class VehicleCommandClient:
    """Sends signed commands to one car."""

    def __init__(
        self,
        *,
        vin: str,
        key: PrivateKey,
        transport: Transport,
        stored: Mapping[str, Any] | None = None,
        save: Callable[[dict[str, Any]], Awaitable[None]] | None = None,
        signature_type: SignatureType = SignatureType.HMAC_PERSONALIZED,
        deadline: float = DEADLINE,
        monotonic: Callable[[], float] = time.monotonic,
        wall_clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Nothing is sent yet.

        Args:
            vin: Of the car; it is part of each signature.
            key: Our key pair, which the car has to know.
            transport: Carries messages to this car.
            stored: What `save` was last given for this car; ignored if it belongs to another key or VIN.
            save: Stores a dictionary of JSON for good before it returns. Called before a command that would
                use a session further than stored: a new session, and once in a thousand commands.
            signature_type: HMAC, which is what the Fleet API takes, or AES-GCM.
            deadline: Seconds for a command with all its repetitions.
            monotonic: A clock in seconds that never jumps.
            wall_clock: Seconds since 1970.
            sleep: Waits some seconds.
        """
        self._key = key
        self._vin = vin.encode("ascii")
        self._deadline = deadline
        self._monotonic = monotonic
        self._wall_clock = wall_clock
        save_sessions = None if save is None else self._saver(save)
        self._conversations = {
            domain: Conversation(
                domain=domain,
                vin=self._vin,
                key=key,
                transport=transport,
                signature_type=signature_type,
                save=save_sessions,
                monotonic=monotonic,
                sleep=sleep,
            )
            for domain in Domain
        }
        self._restore(stored or {}, signature_type)

    async def execute(self, command: str, parameters: Values | None = None) -> CommandResult:
        """Have the car carry out a command of the catalogue.

        Args:
            command: Its name in the REST API, for example `set_charging_amps`.
            parameters: As in the REST API.

        Raises:
            InvalidParametersError, UnknownCommandError, RestOnlyError: Nothing was sent.
            RefusedError: The car refused, for a reason of its own.
            FaultError: The car's protocol layer refused; `NotPairedError` and others derive from it.
            NotDeliveredError: The car was not reached. Exceptions of the transport pass unchanged.
            OutcomeUnknownError: The car may have carried it out.
        """
        parameters = parameters or {}
        row = find_command(command)
        request = Request(
            payload=row.payload(parameters),
            interpret=_INTERPRET[row.domain],
            idempotent=row.idempotent,
            subject=row.subject_of(parameters),
        )
        try:
            await self._conversations[row.domain].converse(request, self._deadline)
        except RefusedError as error:
            if row.is_reached(error.reason):
                return CommandResult(reason=error.reason)
            raise
        return CommandResult()

    async def read(self, *categories: StateCategory) -> VehicleData:
        """Read parts of the state of the car, which has to be awake.

        What the car does not tell is absent (`HasField`), which is neither 0 nor false. Units are Tesla's:
        miles, mph, °C, A, V, kW.

        Raises:
            VehicleCommandError: As `execute`.
        """
        return (await self._ask(state_request(*categories))).vehicleData

    async def ping(self) -> None:
        """Prove that the car knows our key and answers, without any effect.

        Raises:
            VehicleCommandError: As `execute`.
        """
        await self._ask(ping_request())

    async def _ask(self, payload: bytes) -> Response:
        request = Request(payload=payload, interpret=infotainment_result, idempotent=True, reading=True)
        return await self._conversations[Domain.INFOTAINMENT].converse(request, self._deadline)

    def exported(self) -> dict[str, Any]:
        """Return the sessions as JSON, to be given as `stored` later. Nothing in it is secret."""
        now, wall_clock = self._monotonic(), self._wall_clock()
        return {
            "owner": self._owner,
            "sessions": {
                name: session.exported(now, wall_clock)
                for name, domain in _DOMAINS.items()
                if (session := self._conversations[domain].session) is not None
            },
        }

    def _saver(self, save: Callable[[dict[str, Any]], Awaitable[None]]) -> Callable[[], Awaitable[None]]:
        """Return what stores the sessions; the newest state is what is stored last."""
        saving = asyncio.Lock()

        async def save_sessions() -> None:
            async with saving:
                await save(self.exported())

        return save_sessions

    @property
    def _owner(self) -> str:
        """Tells key and VIN apart from others, and neither of them."""
        return hashlib.sha256(self._key.public_point + self._vin).hexdigest()

    def _restore(self, stored: Mapping[str, Any], signature_type: SignatureType) -> None:
        sessions = stored.get("sessions")
        if stored.get("owner") != self._owner or not isinstance(sessions, Mapping):
            return
        for name, domain in _DOMAINS.items():
            if isinstance(session := sessions.get(name), Mapping):
                self._conversations[domain].session = Session.restored(
                    session,
                    vin=self._vin,
                    domain=domain,
                    key=self._key,
                    signature_type=signature_type,
                    now=self._monotonic(),
                    wall_clock=self._wall_clock(),
                )
