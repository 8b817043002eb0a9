"""The door for commands to one car: signed where the car wants it, unsigned where it knows nothing else.

Source of the mapping of HTTP answers: Tesla's own client (known), except that a lost answer never counts as
"not carried out" here.
"""

import asyncio
import base64
from collections.abc import Awaitable, Callable, Mapping
from http import HTTPStatus
from typing import Any, Final, override

from ..vehicle_command import (
    BusyError,
    Command,
    CommandResult,
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
"""Seconds before the one repetition after HTTP 503, which says that the car was not reached."""

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
            return await self._reach(lambda: self._unsigned(command, parameters))
        try:
            return await self._reach(lambda: self._execute(command, parameters))
        except CommandProtocolRequired:
            self.signed = True
        except CommandProtocolUnsupported:
            self.signed = False
        return await self._reach(lambda: self._execute(command, parameters))

    async def read(self, *categories: StateCategory) -> SignedVehicleData:
        """Read parts of the state of the car by a signed message, for the price of a command.

        Raises:
            FleetApiError, VehicleCommandError: As `execute`.
        """
        return await self._reach(lambda: _unwrapped(self._client.read(*categories)))

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
        await self._reach(lambda: _unwrapped(self._client.ping()))

    async def _reach[Result](self, attempt: Callable[[], Awaitable[Result]]) -> Result:
        """Try once more if the car was not reached, before it counts as asleep."""
        try:
            return await attempt()
        except ServerError:
            await self._sleep(PAUSE)
        try:
            return await attempt()
        except ServerError as error:
            raise VehicleAsleep(status=error.status) from None

    async def _execute(self, command: Command, parameters: Mapping[str, Any]) -> CommandResult:
        if self.signed:
            return await _unwrapped(self._client.execute(command.name, parameters))
        command.payload(parameters)  # refuses wrong parameters
        return await self._unsigned(command, parameters)

    async def _unsigned(self, command: Command, parameters: Mapping[str, Any]) -> CommandResult:
        # One at a time: the last one given is the one that stays.
        async with self._in_order:
            try:
                answer = await self._api.command(self._vin, command.name, parameters)
            except FleetApiError as error:
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

    @override
    async def send(self, message: bytes) -> bytes:
        try:
            answer = await self._api.signed_command(self._vin, base64.b64encode(message).decode())
        except FleetApiError as error:
            if _may_have_arrived(error):
                raise OutcomeUnknownError(str(error)) from None
            if error.status == HTTPStatus.UNPROCESSABLE_CONTENT:
                error = CommandProtocolUnsupported(status=error.status)
            raise _NotDeliveredError(error) from None
        try:
            return base64.b64decode(answer if isinstance(answer, str) else b"")
        except ValueError:
            raise OutcomeUnknownError("The car's message cannot be read") from None


class _NotDeliveredError(NotDeliveredError):
    """Takes an error of this room through the signing client.

    The client replaces it by `OutcomeUnknownError` if an earlier copy of the message may have arrived.
    """

    def __init__(self, error: FleetApiError) -> None:
        super().__init__(str(error))
        self.error = error


async def _unwrapped[Result](sending: Awaitable[Result]) -> Result:
    try:
        return await sending
    except _NotDeliveredError as carrier:
        raise carrier.error from None


def _may_have_arrived(error: FleetApiError) -> bool:
    """Whether a failed request may have reached the car."""
    if isinstance(error, ServerError):
        return error.status != HTTPStatus.SERVICE_UNAVAILABLE
    return isinstance(error, OutcomeUnknown | InvalidResponse)


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
