"""What the coordinators of cars and energy sites share."""

from abc import abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar, override

from homeassistant.core import CALLBACK_TYPE, HomeAssistant, callback
from homeassistant.helpers.device_registry import DeviceInfo
from homeassistant.helpers.event import async_call_later
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator
from homeassistant.util import dt as dt_util

from ..api import TeslaApi
from ..cadence import FRESH, LONGEST_BILLED_RETRY, READ_BACK_DELAYS, is_fresh, retry_interval
from ..fleet_api import Category, FleetApiError, RateLimited
from ..issues import async_update_not_kept_issue
from ..scheduler import jittered
from ..snapshots import Snapshot, Snapshots
from ..vehicle_command import VehicleCommandError
from .outage_log import OutageLog

if TYPE_CHECKING:
    from .entry import TeslaHomeEnergyConfigEntry

_FIRST_BILLED_AND_LAST = range(400, 500)


@dataclass(slots=True, kw_only=True)
class Expectation[DataT]:
    """What a command that was accepted makes likely.

    Attributes:
        apply: Puts it into data; changes nothing in data that show it already.
        verified: Whether it is read back until it shows; else the next reading has the last word.
        readings: How often it has been looked for in vain.
    """

    apply: Callable[[DataT], DataT]
    verified: bool = True
    readings: int = 0


class TeslaCoordinator[DataT](DataUpdateCoordinator[DataT]):
    """What the coordinators share: the device, the turn, the memory, what is pending, and how fresh it is."""

    config_entry: TeslaHomeEnergyConfigEntry
    category: ClassVar[Category]
    """What the reading costs, where it always asks."""

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        api: TeslaApi,
        snapshots: Snapshots,
        *,
        kind: str,
        interval: timedelta,
        identifier: str,
        device_info: DeviceInfo,
    ) -> None:
        """Read every `interval`; `kind` names the coordinator in the log, where no identity may stand.

        What was remembered may be shown from the start as if Tesla had just answered.
        """
        super().__init__(
            hass, OutageLog(api.outages), config_entry=entry, name=kind, update_interval=interval
        )
        self.api = api
        self.identifier = identifier
        self.device_info = device_info
        self.started_at = self.heard_at = dt_util.utcnow()
        self.has_read = False
        """Whether Tesla has answered since the start; until then what is known is remembered."""
        self._snapshots = snapshots
        self._interval = interval
        self._failures = 0
        self._asked_for = False
        self._was_fresh = True
        self._actual: DataT
        self._expectations: dict[str, Expectation[DataT]] = {}
        self._cancel_read_back: CALLBACK_TYPE | None = None

    @abstractmethod
    async def _async_read(self, *, asked_for: bool) -> DataT:
        """Read from Tesla; `asked_for` when a person or a command wants it now."""

    @abstractmethod
    def _next_interval(self) -> timedelta | None:
        """Return when to read again after a reading that went well; None if the budget allows none."""

    @abstractmethod
    def _as_json(self) -> Snapshot:
        """Return what is to be remembered."""

    @property
    def remembered(self) -> Snapshot:
        """What was known before the restart; empty if nothing was."""
        return self._snapshots.get(self.name, self.identifier)

    @override
    async def _async_update_data(self) -> DataT:
        asked_for, self._asked_for = self._asked_for, False
        await self.api.scheduler.turn(at_once=asked_for)
        if not asked_for and (wait := self.api.fleet.back_off.wait(self.category)):
            raise self.api.read_failed(RateLimited(wait), self.name)
        try:
            read = await self._async_read(asked_for=asked_for)
        except (FleetApiError, VehicleCommandError) as error:
            self._failures += 1
            retry = retry_interval(self._failures, billed=_is_billed(error))
            raise self.api.read_failed(error, self.name, retry) from error
        self.api.async_read_succeeded()
        self._failures = 0
        self.heard_at = dt_util.utcnow()
        self.has_read = True
        self._snapshots.async_changed(self.name, self.identifier, self._as_json)
        if self._tells(read):
            self._judge(read)
        self._actual = read
        self.data = self._shown()
        self._pace()
        return self.data

    def _tells(self, read: DataT) -> bool:
        """Whether a reading tells what became of commands."""
        return True

    def _shown(self) -> DataT:
        """What was read, with what is pending put into it."""
        shown = self._actual
        for expectation in self._expectations.values():
            shown = expectation.apply(shown)
        return shown

    def _start_from(self, data: DataT) -> None:
        """Begin with what is known before the first reading."""
        self._actual = self.data = data

    def _pace(self) -> None:
        """Set the next reading; where the budget allows none, look again in half an hour."""
        interval = self._next_interval()
        self._interval = interval or LONGEST_BILLED_RETRY
        self.update_interval = jittered(self._interval)

    @override
    async def async_request_refresh(self) -> None:
        self._asked_for = True
        await super().async_request_refresh()

    # What is pending

    @property
    def pending(self) -> frozenset[str]:
        """The keys of the controls that show what was wanted, and not yet what is."""
        return frozenset(self._expectations)

    @callback
    def async_expect(
        self, key: str, apply: Callable[[DataT], DataT], *, read_back: timedelta | None = READ_BACK_DELAYS[0]
    ) -> None:
        """Show what a command that was accepted makes likely, and read back what came of it.

        Args:
            key: Of the control; a later command of the same key takes the place of this one.
            apply: Puts it into data; must change nothing in data that show it already.
            read_back: When to read for it; None leaves it to the next reading of any cause.
        """
        self._expectations.pop(key, None)
        self._expectations[key] = Expectation(apply=apply, verified=read_back is not None)
        self.data = self._shown()
        self.async_update_listeners()
        if read_back is not None:
            self._read_back_in(read_back)

    @callback
    def _judge(self, read: DataT) -> None:
        """Compare what was read with what is expected; what does not come in time is given up, and said."""
        for key, expectation in list(self._expectations.items()):
            if self._settle(key, read):
                continue
            if not expectation.verified:
                del self._expectations[key]
                continue
            expectation.readings += 1
            if expectation.readings >= len(READ_BACK_DELAYS):
                del self._expectations[key]
                async_update_not_kept_issue(
                    self.hass, self.config_entry, self.identifier, key, self.device_name
                )
        if self._expectations:
            readings = min(expectation.readings for expectation in self._expectations.values())
            self._read_back_in(READ_BACK_DELAYS[readings])

    @callback
    def _settle(self, key: str, read: DataT) -> bool:
        """Whether what was expected has come."""
        if self._expectations[key].apply(read) != read:
            return False
        del self._expectations[key]
        async_update_not_kept_issue(self.hass, self.config_entry, self.identifier, key, None)
        return True

    @property
    def device_name(self) -> str:
        """What its owner calls the car or site, for messages."""
        return str(self.device_info.get("name") or self.device_info.get("model"))

    @callback
    def _read_back_in(self, delay: timedelta) -> None:
        """Read in a moment, once however many commands there were."""
        self._stop_read_back()
        self._cancel_read_back = async_call_later(self.hass, delay, self._read_back)

    async def _read_back(self, _: datetime) -> None:
        self._cancel_read_back = None
        await self._async_verify()

    async def _async_verify(self) -> None:
        """Read what was commanded, the cheapest way; at once, also shortly after another reading."""
        self._asked_for = True
        await self.async_refresh()

    @callback
    def _stop_read_back(self) -> None:
        if self._cancel_read_back is not None:
            self._cancel_read_back()
            self._cancel_read_back = None

    # How fresh it is

    @property
    def as_of(self) -> datetime | None:
        """When the data were true; None if nobody told."""
        return self.heard_at

    @property
    def fresh(self) -> bool:
        """Whether the data are young enough to be shown."""
        return is_fresh(self.heard_at, dt_util.utcnow(), self._interval, patience=FRESH)

    @callback
    def async_check_freshness(self) -> None:
        """Tell the entities when the data became too old."""
        fresh = self.fresh
        if fresh is not self._was_fresh:
            self._was_fresh = fresh
            self.async_update_listeners()

    @override
    async def async_shutdown(self) -> None:
        self._stop_read_back()
        await super().async_shutdown()


def _is_billed(error: FleetApiError | VehicleCommandError) -> bool:
    return isinstance(error, FleetApiError) and error.status in _FIRST_BILLED_AND_LAST
