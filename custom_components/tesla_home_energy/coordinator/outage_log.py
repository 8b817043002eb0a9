"""What the log says of readings that fail: once when it goes, once when it is back, however much is read."""

from collections import Counter
import logging
from typing import Any, override

from homeassistant.helpers.update_coordinator import UpdateFailed

from ..const import LOGGER


class OutageLog(logging.Logger):
    """The log of one coordinator, which says nothing that another one of the account has said already.

    `DataUpdateCoordinator` logs an error when its first reading fails, and an information when one goes well
    again. An outage fails them all for the same reason: the first to fail tells, and the last to recover.
    """

    def __init__(self, outages: Counter[str]) -> None:
        """Share `outages`, how many coordinators of an account fail for each reason now."""
        super().__init__(LOGGER.name)
        self.parent = LOGGER
        self._outages = outages
        self._mine: str | None = None

    @override
    def isEnabledFor(self, level: int) -> bool:
        """As the integration's log; its level may change at any time."""
        return LOGGER.isEnabledFor(level)

    @override
    def error(self, msg: object, *args: object, **kwargs: Any) -> None:
        """Tell of a failure, unless another coordinator fails for the same reason."""
        self._forget()
        error = args[-1] if args else msg
        self._mine = (error.translation_key if isinstance(error, UpdateFailed) else None) or str(error)
        self._outages[self._mine] += 1
        self.log(logging.ERROR if self._outages[self._mine] == 1 else logging.DEBUG, msg, *args)

    @override
    def info(self, msg: object, *args: object, **kwargs: Any) -> None:
        """Tell of a recovery, unless another coordinator still fails for the reason that this one did."""
        mine = self._mine
        self._forget()
        self.log(logging.DEBUG if mine is not None and self._outages[mine] else logging.INFO, msg, *args)

    def _forget(self) -> None:
        if self._mine is not None:
            self._outages[self._mine] -= 1
            self._mine = None
