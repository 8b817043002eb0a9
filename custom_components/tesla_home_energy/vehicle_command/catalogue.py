"""All commands by their names in the REST API.

`wake_up` is not among them: it is a request to Tesla's servers and not to the car.
"""

from typing import Final

from .body_commands import BODY_COMMANDS
from .charging_commands import CHARGING_COMMANDS
from .climate_commands import CLIMATE_COMMANDS
from .command import Command
from .errors import UnknownCommandError
from .media_commands import MEDIA_COMMANDS
from .security_commands import SECURITY_COMMANDS

CATALOGUE: Final = {
    command.name: command
    for command in (
        *BODY_COMMANDS,
        *CHARGING_COMMANDS,
        *CLIMATE_COMMANDS,
        *MEDIA_COMMANDS,
        *SECURITY_COMMANDS,
    )
}


def find_command(name: str) -> Command:
    """Return a command by its name.

    Raises:
        UnknownCommandError: There is none of this name.
    """
    command = CATALOGUE.get(name)
    if command is None:
        raise UnknownCommandError(name)
    return command
