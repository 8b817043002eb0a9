"""The tokens of an account: refreshed by one task for all, and on disk before they are used."""

import asyncio
from collections.abc import Callable, Coroutine, Mapping
from contextlib import suppress
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_ACCESS_TOKEN, CONF_TOKEN
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError, OAuth2TokenRequestConnectionError
from homeassistant.helpers.config_entry_oauth2_flow import OAuth2Session
from homeassistant.helpers.storage import Store
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN
from .fleet_api import MalformedToken, read_token

CONF_REFRESH_TOKEN: Final = "refresh_token"  # noqa: S105  the name of a field


class TokenStore:
    """The newest tokens of an entry, on disk before anything is done with them.

    Home Assistant saves its entries a second late, all in one file, and tells nobody when that fails. A
    refresh token works once, and only the one used last for 24 hours more (known): behind by two, the file
    would have lost the account. So each new refresh token is also written at once to a file of the entry's
    own, read back, and taken from there where the entry itself was saved too late.
    """

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
        """Nothing is read yet; `async_get_token_store` makes the one of an entry."""
        self._hass = hass
        self._entry = entry
        self._store = Store[dict[str, Any]](
            hass, 1, f"{DOMAIN}.{entry.entry_id}.tokens", private=True, atomic_writes=True
        )
        self._loaded = False
        self._replaced: list[str] = []
        self._saved: str | None = None
        self._renewal: asyncio.Task[None] | None = None

    @property
    def token(self) -> dict[str, Any]:
        """What the token endpoint answered last, and `expires_at`."""
        token: dict[str, Any] = self._entry.data[CONF_TOKEN]
        return token

    @callback
    def async_set(self, token: Mapping[str, Any]) -> None:
        """Give the entry other tokens."""
        data = {**self._entry.data, CONF_TOKEN: token}
        self._hass.config_entries.async_update_entry(self._entry, data=data)

    @callback
    def async_replaced(self, token: Mapping[str, Any]) -> None:
        """Note that the entry's tokens have taken the place of these."""
        self._replaced = [*self._replaced[1 - _REPLACED_KEPT :], token[CONF_REFRESH_TOKEN]]

    async def async_load(self) -> None:
        """Give the entry the tokens that have replaced its own, once; not after a new sign-in."""
        if self._loaded:
            return
        try:
            stored = await self._store.async_load()
        except HomeAssistantError:  # it is in the log; nothing is renewed until it can be read
            return
        self._loaded = True
        if not stored:
            return
        self._saved = stored["token"].get(CONF_REFRESH_TOKEN)
        refresh_token = self.token.get(CONF_REFRESH_TOKEN)
        if refresh_token in stored["replaced"]:
            self.async_set(stored["token"])
        if refresh_token in {self._saved, *stored["replaced"]}:
            self._replaced = stored["replaced"]

    async def async_save(self) -> bool:
        """Write the entry's tokens unless they are written; return whether they are on disk."""
        if not self._loaded:
            return False
        refresh_token = self.token.get(CONF_REFRESH_TOKEN)
        if self._saved != refresh_token:
            record = {"token": self.token, "replaced": self._replaced}
            await self._store.async_save(record)
            with suppress(HomeAssistantError):  # it says so by its log alone when it could not be written
                if await self._store.async_load() == record:
                    self._saved = refresh_token
        return self._saved == refresh_token

    @property
    def settled(self) -> bool:
        """Whether the entry's tokens are the newest, and nobody is renewing them."""
        return self._loaded and self._renewal is None

    @callback
    def async_renew(self, refresh: Callable[[], Coroutine[Any, Any, None]]) -> asyncio.Task[None]:
        """Begin to renew the tokens, or join who does, also across a reload.

        It goes on when whoever waits gives up: a refresh token that is on its way must not be sent again.
        """
        if self._renewal is None:
            self._renewal = self._hass.async_create_task(refresh(), f"{DOMAIN} refresh of tokens")
            self._renewal.add_done_callback(self._async_renewed)
        return self._renewal

    @callback
    def _async_renewed(self, renewal: asyncio.Task[None]) -> None:
        self._renewal = None
        if not renewal.cancelled():
            renewal.exception()  # those who wait raise it; there may be nobody left

    async def async_remove(self) -> None:
        """Delete the file."""
        self._hass.data.get(_TOKEN_STORES, {}).pop(self._entry.entry_id, None)
        await self._store.async_remove()


_REPLACED_KEPT: Final = 30
"""Refresh tokens: ten days of an entry that Home Assistant could not save."""

_TOKEN_STORES: Final[HassKey[dict[str, TokenStore]]] = HassKey(f"{DOMAIN}_token_stores")


@callback
def async_get_token_store(hass: HomeAssistant, entry: ConfigEntry[Any]) -> TokenStore:
    """Return the one store of an entry's tokens."""
    stores = hass.data.setdefault(_TOKEN_STORES, {})
    if entry.entry_id not in stores:
        stores[entry.entry_id] = TokenStore(hass, entry)
    return stores[entry.entry_id]


class OAuthAccessToken:
    """The access token of an entry: one refresh for all, and its result on disk before it is used.

    Where it cannot be written the access token is used all the same: until the next refresh the old refresh
    token, on disk, still works (known: 24 hours). But that next refresh waits until it can be written.

    Attributes:
        on_scopes_changed: Called with the granted scopes when a refresh brought others than before.
    """

    def __init__(
        self,
        session: OAuth2Session,
        *,
        on_scopes_changed: Callable[[frozenset[str]], None] | None = None,
    ) -> None:
        """Use the session of the entry."""
        self._session = session
        self._store = async_get_token_store(session.hass, session.config_entry)
        self.on_scopes_changed = on_scopes_changed

    async def __call__(self, *, rejected: str | None = None) -> str:
        """Return a valid token, another one than `rejected`.

        Raises:
            OAuth2TokenRequestReauthError: The person has to sign in again; they have been asked to.
            OAuth2TokenRequestBaseError: Anything else; a later call tries again.
        """
        store = self._store
        if rejected is not None and store.token[CONF_ACCESS_TOKEN] == rejected:
            store.async_set({**store.token, "expires_at": 0})
        if not (store.settled and self._session.valid_token):
            renewal = store.async_renew(self._refresh)
            await asyncio.wait({renewal})
            renewal.result()
        return str(store.token[CONF_ACCESS_TOKEN])

    async def _refresh(self) -> None:
        await self._store.async_load()
        if self._session.valid_token:
            return
        old = self._store.token
        if not await self._store.async_save():
            raise OAuth2TokenRequestConnectionError(domain=DOMAIN)
        await self._session.async_ensure_token_valid()
        self._store.async_replaced(old)
        await self._store.async_save()
        with suppress(MalformedToken):
            before, granted = (
                read_token(token[CONF_ACCESS_TOKEN]).scopes for token in (old, self._store.token)
            )
            if granted != before and self.on_scopes_changed:
                self.on_scopes_changed(granted)
