"""The door for commands to one car: signed where the car wants it, unsigned where it knows nothing else.

Source of the mapping of HTTP answers: Tesla's own client (known), except that a lost answer never counts as
"not carried out" here.
"""

import asyncio
import base64
from collections import deque
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any, Final, override

from ..vehicle_command import (
    BusyError,
    Command,
    CommandResult,
    Domain,
    HandshakeError,
    NotDeliveredError,
    OutcomeUnknownError,
    PrivateKey,
    RefusedError,
    StateCategory,
    Transport,
    VehicleCommandClient,
    VehicleCommandError,
    VehicleData as SignedVehicleData,
    find_command,
)
from .client import FleetApi
from .errors import (
    AccountLimitExceeded,
    CommandProtocolRequired,
    CommandProtocolUnsupported,
    ConnectionFailed,
    FleetApiError,
    InvalidResponse,
    InvalidToken,
    OutcomeUnknown,
    RateLimited,
    ServerError,
    VehicleAsleep,
)
from .models.record import read_text
from .models.vehicle import Vehicle
from .models.vehicle_data import VehicleData
from .scopes import vehicle_data_endpoints
from .signed_state import signed_categories, signed_vehicle_data

PAUSE: Final = 2.0
"""Seconds before the one repetition of an unsigned command after HTTP 503."""

MOST_UNANSWERED: Final = 3
"""Signed questions in a row whose answers are lost, before they are given up."""

_PASSING: Final = (
    AccountLimitExceeded,
    BusyError,
    ConnectionFailed,
    InvalidToken,
    RateLimited,
    VehicleAsleep,
)
"""What says nothing of whether a signed question passes: the next one may."""

_HARDLOCKED: Final = "unsigned_cmds_hardlocked"


class VehicleCommands:
    """Sends commands to one car."""

    def __init__(
        self,
        api: FleetApi,
        vehicle: Vehicle,
        key: PrivateKey,
        *,
        stored: Mapping[str, Any] | None = None,
        save: Callable[[dict[str, Any]], Awaitable[None]] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Nothing is sent yet.

        Args:
            api: The account.
            vehicle: The car, as the product list describes it.
            key: The key pair of the application, which the car has to know.
            stored: What `save` was last given for this car.
            save: Stores the sessions with the car, for good before it returns.
            sleep: Replaced by tests.
        """
        self._api = api
        self._vin = vehicle.vin
        self._sleep = sleep
        self._in_order = asyncio.Lock()
        self._client = VehicleCommandClient(
            vin=vehicle.vin,
            key=key,
            transport=_SignedCommands(api, vehicle.vin),
            stored=stored,
            save=save,
            sleep=sleep,
        )
        self.signed = vehicle.signs_commands
        """Whether commands are signed; corrected by what the car answers."""
        self.signed_reading = False
        """Whether `vehicle_data` asks by signed message; turns itself off where that does not pass."""
        self._unanswered = 0

    async def execute(self, name: str, parameters: Mapping[str, Any] | None = None) -> CommandResult:
        """Have the car carry out a command.

        Args:
            name: As in the REST API, for example `set_charging_amps`.
            parameters: As in the REST API.

        Returns:
            Why there was nothing to do, if so.

        Raises:
            VehicleAsleep: Nothing was done; waking is the caller's decision.
            OutcomeUnknown, OutcomeUnknownError: It may have been carried out.
            RefusedError: The car refused, for a reason of its own.
            FleetApiError, VehicleCommandError: It was not carried out; the class tells why.
        """
        command = find_command(name)
        parameters = {name: value for name, value in (parameters or {}).items() if value is not None}
        if command.rest_only:
            return await self._unsigned(command, parameters)
        try:
            return await self._execute(command, parameters)
        except CommandProtocolRequired:
            self.signed = True
        except CommandProtocolUnsupported:
            self.signed = False
        return await self._execute(command, parameters)

    async def read(self, *categories: StateCategory) -> SignedVehicleData:
        """Read parts of the state of the car by a signed message, for the price of a command.

        Raises:
            FleetApiError, VehicleCommandError: As `execute`.
        """
        return await _unwrapped(self._client.read(*categories), idempotent=True)

    async def vehicle_data(self, granted: frozenset[str]) -> VehicleData:
        """A car's own account of itself: by signed message ($0.001) if `signed_reading`, else as REST.

        A signed answer tells nothing of how the car is built (`config`), and less of its software.

        Args:
            granted: The scopes, which decide what is asked for.

        Raises:
            VehicleAsleep: The car was left alone.
            FleetApiError, VehicleCommandError: As `execute`.
        """
        if self.signed_reading and self.signed and (data := await self._signed_vehicle_data(granted)):
            return data
        return await self._api.vehicle_data(self._vin, vehicle_data_endpoints(granted))

    async def _signed_vehicle_data(self, granted: frozenset[str]) -> VehicleData | None:
        """The signed answer; None, and no more such questions, where they do not pass."""
        try:
            state = await self.read(*signed_categories(granted))
        except _PASSING:
            raise
        except OutcomeUnknownError:
            self._unanswered += 1
            self.signed_reading = self._unanswered < MOST_UNANSWERED
            return None
        except FleetApiError, VehicleCommandError:
            self.signed_reading = False
            return None
        self._unanswered = 0
        data = signed_vehicle_data(self._vin, state)
        self.signed_reading = data is not None
        return data

    async def ping(self) -> None:
        """Prove that the car knows our key, without any effect.

        Raises:
            FleetApiError, VehicleCommandError: As `execute`; `NotPairedError` if it does not.
        """
        await _unwrapped(self._client.ping(), idempotent=True)

    async def _execute(self, command: Command, parameters: Mapping[str, Any]) -> CommandResult:
        if self.signed:
            sending = self._client.execute(command.name, parameters)
            return await _unwrapped(sending, idempotent=command.idempotent)
        command.payload(parameters)  # refuses wrong parameters
        return await self._unsigned(command, parameters)

    async def _unsigned(self, command: Command, parameters: Mapping[str, Any]) -> CommandResult:
        # One at a time: the last one given is the one that stays.
        async with self._in_order:
            try:
                try:
                    answer = await self._api.command(self._vin, command.name, parameters)
                except ServerError as error:
                    if not (_unavailable(error) and command.idempotent):
                        raise
                    await self._sleep(PAUSE)
                    answer = await self._api.command(self._vin, command.name, parameters)
            except FleetApiError as error:
                if _unavailable(error) and command.idempotent:
                    raise VehicleAsleep(status=error.status) from None
                if _may_have_arrived(error):
                    raise OutcomeUnknown(status=error.status) from None
                raise
        if not isinstance(answer, dict) or not isinstance(answer.get("result"), bool):
            raise OutcomeUnknown
        return CommandResult() if answer["result"] else _refused(command, answer)


class _SignedCommands(Transport):
    """Carries signed messages to one car."""

    def __init__(self, api: FleetApi, vin: str) -> None:
        self._api = api
        self._vin = vin
        self._unavailable: deque[bytes] = deque(maxlen=len(Domain))
        self._lost: deque[bytes] = deque(maxlen=len(Domain))

    @override
    async def send(self, message: bytes) -> bytes:
        try:
            answer = await self._api.signed_command(self._vin, base64.b64encode(message).decode())
        except FleetApiError as error:
            raise self._failure(message, error) from None
        try:
            return base64.b64decode(answer if isinstance(answer, str) else b"", validate=True)
        except ValueError:
            raise OutcomeUnknownError("The car's message cannot be read") from None

    def _failure(self, message: bytes, error: FleetApiError) -> VehicleCommandError:
        """What a failure means for the message: HTTP 503 for both of its copies, that the car sleeps."""
        if _unavailable(error):
            if message in self._unavailable:
                guessed = message not in self._lost
                return _NotDeliveredError(VehicleAsleep(status=error.status), guessed=guessed)
            self._unavailable.append(message)
            return _UnavailableError(str(error))
        if _may_have_arrived(error):
            self._lost.append(message)
            return OutcomeUnknownError(str(error))
        if error.status == HTTPStatus.UNPROCESSABLE_CONTENT:
            error = CommandProtocolUnsupported(status=error.status)
        return _NotDeliveredError(error)


class _UnavailableError(OutcomeUnknownError):
    """HTTP 503: the car most likely sleeps, which is no proof that it got nothing."""


class _NotDeliveredError(NotDeliveredError):
    """Takes an error of this room through the signing client.

    The client replaces it by its own `OutcomeUnknownError` if an earlier copy of the message may have come
    through.
    `guessed`: nothing but HTTP 503 came back for any copy.
    """

    def __init__(self, error: FleetApiError, *, guessed: bool = False) -> None:
        super().__init__(str(error))
        self.error = error
        self.guessed = guessed


async def _unwrapped[Result](sending: Awaitable[Result], *, idempotent: bool) -> Result:
    """Bring the errors of this room back out of the signing client."""
    try:
        return await sending
    except _NotDeliveredError as carrier:
        raise carrier.error from None
    except HandshakeError as error:
        if isinstance(error.__cause__, _UnavailableError):
            raise VehicleAsleep(status=HTTPStatus.SERVICE_UNAVAILABLE) from None
        raise
    except OutcomeUnknownError as error:
        cause = error.__cause__
        if idempotent and isinstance(cause, _NotDeliveredError) and cause.guessed:
            raise cause.error from None
        raise


def _unavailable(error: FleetApiError) -> bool:
    return error.status == HTTPStatus.SERVICE_UNAVAILABLE


def _may_have_arrived(error: FleetApiError) -> bool:
    """Whether a failed request may have reached the car."""
    return isinstance(error, ServerError | OutcomeUnknown | InvalidResponse)


def _refused(command: Command, answer: Mapping[str, Any]) -> CommandResult:
    """What a refusal means; some answers name the reason `string` (reported)."""
    reason = read_text(answer.get("reason")) or read_text(answer.get("string")) or "unknown"
    if command.is_reached(reason):
        return CommandResult(reason=reason)
    if _HARDLOCKED in reason:
        raise CommandProtocolRequired
    if "vehicle unavailable" in reason:
        raise VehicleAsleep
    raise RefusedError(reason)
