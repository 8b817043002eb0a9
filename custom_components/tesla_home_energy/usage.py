"""What an account's requests cost: counted, kept over restarts, held against the budget, and told."""

from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import CALLBACK_TYPE, HassJob, HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import issue_registry as ir
from homeassistant.helpers.event import async_call_later, async_track_point_in_utc_time
from homeassistant.helpers.storage import Store
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from .const import (
    CONF_BUDGET,
    CONF_BUDGET_SHARING,
    CONF_ENERGY_BILLED,
    DOMAIN,
    SUBENTRY_CHARGING_PLACE,
)
from .fleet_api import Budget, RequestRecord, Sharing, UsageLedger
from .fleet_api.usage import month_end

BUDGET_SPENT: Final = "budget_spent"
"""The repair issue: reading has stopped until the month turns or there is a higher budget."""

SAVE_DELAY: Final = timedelta(minutes=5)
"""What a crash may lose; a stop, a reload and a restart lose nothing."""

TELL_DELAY: Final = timedelta(seconds=5)
"""At most so often are the sensors told."""


class AccountUsage:
    """The ledger and the budget of one account.

    It outlives a reload of the entry, so that a request that is cancelled then is counted too;
    `async_get_account_usage` gives the one of an entry.

    Attributes:
        ledger: What was asked, and what it cost.
    """

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
        """Count nothing yet."""
        self.ledger = UsageLedger()
        self._hass = hass
        self._entry = entry
        self._store = Store[dict[str, Any]](
            hass, 1, f"{DOMAIN}.{entry.entry_id}.usage", private=True, atomic_writes=True
        )
        self._loaded = False
        self._unsaved = False
        self._listeners: list[CALLBACK_TYPE] = []
        self._tell_job = HassJob(self._tell_now, f"{DOMAIN} usage", cancel_on_shutdown=True)
        self._midnight_job = HassJob(self._midnight, f"{DOMAIN} usage of a new day", cancel_on_shutdown=True)
        self._cancel_telling: CALLBACK_TYPE | None = None
        self._cancel_midnight: CALLBACK_TYPE | None = None

    @property
    def identifier(self) -> str:
        """The account: what signing in told of it, which is the same when it is set up again."""
        return self._entry.unique_id or self._entry.entry_id

    @property
    def title(self) -> str:
        """What the entry is called."""
        return self._entry.title

    @property
    def budget(self) -> Budget:
        """What the person wants to spend."""
        options = self._entry.options
        default = Budget()
        return Budget(
            dollars=float(options.get(CONF_BUDGET, default.dollars)),
            energy_billed=bool(options.get(CONF_ENERGY_BILLED, default.energy_billed)),
            sharing=Sharing(options.get(CONF_BUDGET_SHARING, default.sharing)),
            commanding=any(self._entry.get_subentries_of_type(SUBENTRY_CHARGING_PLACE)),
        )

    @property
    def exhausted(self) -> bool:
        """Whether reading that costs has stopped for the month."""
        return self.budget.exhausted(self.ledger, dt_util.utcnow())

    async def async_start(self) -> None:
        """Go on where the last run ended; a file that cannot be read is begun anew."""
        if not self._loaded:
            with suppress(HomeAssistantError):  # it is in the log
                self.ledger = UsageLedger(await self._store.async_load())
            self._loaded = True
        self._wait_for_midnight()
        self._update_issue()

    async def async_stop(self) -> None:
        """Write what is not written yet; the account is not loaded any more."""
        for cancel in (self._cancel_telling, self._cancel_midnight):
            if cancel is not None:
                cancel()
        self._cancel_telling = self._cancel_midnight = None
        ir.async_delete_issue(self._hass, DOMAIN, self._issue_id)
        if self._unsaved:
            await self._store.async_save(self._saved())

    async def async_remove(self) -> None:
        """Delete the file."""
        self._hass.data.get(_USAGES, {}).pop(self._entry.entry_id, None)
        await self._store.async_remove()

    @callback
    def async_record(self, request: RequestRecord) -> None:
        """Count a request."""
        self.ledger.record(request, dt_util.utcnow())
        if not self._unsaved:  # each call would put the writing off
            self._unsaved = True
            self._store.async_delay_save(self._saved, SAVE_DELAY.total_seconds())
        if self._cancel_telling is None and self._cancel_midnight is not None:
            self._cancel_telling = async_call_later(self._hass, TELL_DELAY, self._tell_job)

    def _saved(self) -> dict[str, Any]:
        self._unsaved = False
        return self.ledger.as_dict()

    @callback
    def async_add_listener(self, listener: Callable[[], None]) -> CALLBACK_TYPE:
        """Call `listener` when something was counted, a few seconds later, and when a day begins."""
        self._listeners.append(listener)
        return lambda: self._listeners.remove(listener)

    @callback
    def _tell_now(self, _: datetime) -> None:
        self._cancel_telling = None
        self._tell()

    @callback
    def _tell(self) -> None:
        self._update_issue()
        for listener in list(self._listeners):
            listener()

    @callback
    def _wait_for_midnight(self) -> None:
        """UTC's midnight, where the ledger's days and months begin."""
        midnight = dt_util.utcnow().replace(hour=0, minute=0, second=0, microsecond=0) + timedelta(days=1)
        self._cancel_midnight = async_track_point_in_utc_time(self._hass, self._midnight_job, midnight)

    @callback
    def _midnight(self, _: datetime) -> None:
        self._wait_for_midnight()
        self._tell()

    @property
    def _issue_id(self) -> str:
        return f"{BUDGET_SPENT}_{self._entry.entry_id}"

    @callback
    def _update_issue(self) -> None:
        """Say that the budget is spent; say no more when there is money again."""
        now, budget = dt_util.utcnow(), self.budget
        if not self.exhausted:
            ir.async_delete_issue(self._hass, DOMAIN, self._issue_id)
            return
        ir.async_create_issue(
            self._hass,
            DOMAIN,
            self._issue_id,
            is_fixable=False,
            severity=ir.IssueSeverity.WARNING,
            translation_key=BUDGET_SPENT,
            translation_placeholders={
                "account": self.title,
                "budget": f"${budget.dollars:.2f}",
                "spent": f"${budget.spent(self.ledger, now):.2f}",
                "date": month_end(now).date().isoformat(),
            },
        )


_USAGES: Final[HassKey[dict[str, AccountUsage]]] = HassKey(f"{DOMAIN}_usages")


@callback
def async_get_account_usage(hass: HomeAssistant, entry: ConfigEntry[Any]) -> AccountUsage:
    """Return the one ledger of an entry."""
    usages = hass.data.setdefault(_USAGES, {})
    if entry.entry_id not in usages:
        usages[entry.entry_id] = AccountUsage(hass, entry)
    return usages[entry.entry_id]
