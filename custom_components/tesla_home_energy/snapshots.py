"""The last snapshot of every car and site, on disk, so that a restart knows what was known."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.storage import Store

from .const import DOMAIN

SAVE_DELAY: Final = 60
"""Seconds: a crash loses no more than this."""

type Snapshot = Mapping[str, Any]


class Snapshots:
    """What was last read, by kind and identifier, as JSON."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
        """Keep them in a file of the entry's own."""
        self._store = Store[dict[str, Snapshot]](
            hass, 1, f"{DOMAIN}.{entry.entry_id}.snapshots", private=True
        )
        self._stored: dict[str, Snapshot] = {}
        self._unsaved = False
        self._sources: dict[str, Callable[[], Snapshot]] = {}

    async def async_load(self) -> None:
        """Read what was saved; a file that cannot be read is as good as none."""
        try:
            stored = await self._store.async_load()
        except HomeAssistantError:  # it is in the log
            return
        self._stored = stored if isinstance(stored, dict) else {}

    @property
    def exist(self) -> bool:
        """Whether anything was saved."""
        return bool(self._stored)

    @callback
    def get(self, kind: str, identifier: str = "") -> Snapshot:
        """Return what was saved; empty if nothing was."""
        stored = self._stored.get(f"{kind} {identifier}")
        return stored if isinstance(stored, dict) else {}

    @callback
    def async_changed(self, kind: str, identifier: str, source: Callable[[], Snapshot]) -> None:
        """Save in a while what `source` returns then."""
        self._sources[f"{kind} {identifier}"] = source
        if not self._unsaved:  # each call would put the writing off
            self._unsaved = True
            self._store.async_delay_save(self._collect, SAVE_DELAY)

    @callback
    def _collect(self) -> dict[str, Snapshot]:
        self._unsaved = False
        return {**self._stored, **{key: source() for key, source in self._sources.items()}}

    async def async_save(self) -> None:
        """Save at once."""
        await self._store.async_save(self._collect())

    async def async_remove(self) -> None:
        """Delete the file."""
        await self._store.async_remove()
