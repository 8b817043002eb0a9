"""Sending what was decided for one car, and what became of it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from homeassistant.exceptions import HomeAssistantError
from homeassistant.util import dt as dt_util

from ..const import LOGGER
from ..coordinator import VehicleCoordinator
from ..fleet_api import OutcomeUnknown, VehicleAsleep
from ..surplus import Action, CommandKind, Outcome, SentCommand
from ..vehicle_command import OutcomeUnknownError, RefusedError

KEPT: Final = 900.0
"""Seconds: the room wants the commands of the last ten minutes."""


class Sender:
    """Sends to one car, one command after the other."""

    def __init__(self, car: VehicleCoordinator) -> None:
        """Nothing is sent yet."""
        self._car = car
        self._sent: list[SentCommand] = []
        self._failing = False
        self.error: str | None = None
        """The translation key of what the last command failed of; None if it did not."""

    @property
    def sent(self) -> tuple[SentCommand, ...]:
        """The last commands, oldest first."""
        since = dt_util.utcnow().timestamp() - KEPT
        self._sent = [command for command in self._sent if command.sent_at > since]
        return tuple(self._sent)

    @property
    def busy(self) -> bool:
        """Whether a command is on its way."""
        return any(command.outcome is Outcome.IN_FLIGHT for command in self._sent)

    def begin(self, actions: Sequence[Action]) -> None:
        """Note the first command as on its way, so that no other decision falls between."""
        self._note(actions[0])

    async def async_send(self, actions: Sequence[Action]) -> Outcome:
        """Send commands in their order; what comes after one that fails is left out."""
        outcome = Outcome.ACCEPTED
        for index, action in enumerate(actions):
            if index:
                self._note(action)
            outcome = Outcome.UNKNOWN
            try:
                outcome = await self._async_send(action)
            finally:
                self._sent[-1] = replace(self._sent[-1], outcome=outcome)
            if outcome is not Outcome.ACCEPTED:
                break
        return outcome

    def _note(self, action: Action) -> None:
        self._sent.append(
            SentCommand(kind=action.kind, value=action.value, sent_at=dt_util.utcnow().timestamp())
        )

    async def _async_send(self, action: Action) -> Outcome:
        try:
            await self._async_command(action)
        except HomeAssistantError as error:
            self._fails(error)
            if isinstance(error.__cause__, VehicleAsleep):
                await self._car.async_request_refresh()  # the free call, which tells whether it sleeps
            return _outcome(error)
        self.error = None
        if self._failing:
            self._failing = False
            LOGGER.info("A car takes commands for charging again")
        return Outcome.ACCEPTED

    async def _async_command(self, action: Action) -> None:
        car, value = self._car, action.value or 0
        match action.kind:
            case CommandKind.SET_CURRENT:
                # What came of it shows at the Wall Connector, else with the next reading: none is bought.
                await car.async_send_charging_amps(value, read_back=False, wake=False)
            case CommandKind.SET_LIMIT:
                await car.async_set_charge_limit(value, read_back=False, wake=False)
            case CommandKind.WAKE:
                await car.async_wake_up()
            case _:
                await car.async_set_charging(on=action.kind is CommandKind.START, wake=False)

    def _fails(self, error: HomeAssistantError) -> None:
        self.error = error.translation_key
        if not self._failing:
            self._failing = True
            LOGGER.warning("A car does not take commands for charging: %s", error.translation_key)


def _outcome(error: HomeAssistantError) -> Outcome:
    """Return what an error says of the command."""
    cause = error.__cause__
    if isinstance(cause, OutcomeUnknown | OutcomeUnknownError):
        return Outcome.UNKNOWN
    return Outcome.REFUSED if isinstance(cause, RefusedError) else Outcome.FAILED
