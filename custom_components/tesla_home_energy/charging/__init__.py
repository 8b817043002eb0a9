"""Charging cars at the places of an account: one loop for each config subentry.

State goes in from the coordinators, the room `surplus` decides, commands go out through the coordinators.
What is remembered is on disk before a car is told anything, so that control goes on after a restart, and that
cars are given back as they were found once their place is removed, also after a crash.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Any, Final

from homeassistant.config_entries import SIGNAL_CONFIG_ENTRY_CHANGED, ConfigEntry, ConfigEntryChange
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers.dispatcher import async_dispatcher_connect
from homeassistant.util.hass_dict import HassKey

from ..const import DOMAIN, SUBENTRY_CHARGING_PLACE
from ..coordinator import TeslaHomeEnergyConfigEntry, TeslaHomeEnergyData
from .car import Act, ChargingCar, Deed, State
from .energies import share
from .place import ChargingPlace
from .store import ChargingStore
from .wishes import CarWishes

__all__ = [
    "Act",
    "CarWishes",
    "ChargingCar",
    "ChargingData",
    "ChargingPlace",
    "ChargingStore",
    "Deed",
    "State",
    "async_get_places",
    "async_give_cars_back",
    "async_set_up_places",
    "async_start_places",
    "async_stop_places",
    "share",
]

_SUBENTRY: Final = SUBENTRY_CHARGING_PLACE


@dataclass(frozen=True, slots=True, kw_only=True)
class ChargingData(TeslaHomeEnergyData):
    """What the entry of an account holds that charges cars at places, by the place's id.

    Attributes:
        store: What they remember.
        places: Those that there are.
        released: What is left of those that are gone, until the cars have been given back, by VIN.
    """

    store: ChargingStore
    places: dict[str, ChargingPlace] = field(default_factory=dict)
    released: dict[str, ChargingPlace] = field(default_factory=dict)

    @property
    def all(self) -> tuple[ChargingPlace, ...]:
        """All of them."""
        return (*self.places.values(), *self.released.values())


_LEFT: Final[HassKey[dict[str, ChargingData]]] = HassKey(f"{DOMAIN}_left")
"""Accounts that were unloaded while cars were under control, by the id of the entry."""


@callback
def async_get_places(entry: TeslaHomeEnergyConfigEntry) -> Mapping[str, ChargingPlace]:
    """Return the charging places of an account."""
    data = entry.runtime_data
    return data.places if isinstance(data, ChargingData) else {}


async def async_set_up_places(
    hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, data: ChargingData
) -> None:
    """Make the places of an account, which start later; begin anew whenever one comes, changes or goes."""
    hass.data.get(_LEFT, {}).pop(entry.entry_id, None)
    store = data.store
    await store.async_load()
    wanted = _places(entry)
    reloading = False
    store.settle({place_id: answers for place_id, (_, answers) in wanted.items()})
    for place_id in store.places:
        title, _ = wanted.get(place_id, ("", None))
        places = data.places if place_id in wanted else data.released
        places[place_id] = ChargingPlace(
            hass, entry, store, place_id=place_id, title=title, releasing=place_id not in wanted
        )

    @callback
    def compare(change: ConfigEntryChange, changed: ConfigEntry[Any]) -> None:
        nonlocal reloading
        if reloading or change is not ConfigEntryChange.UPDATED or changed.entry_id != entry.entry_id:
            return
        shown = {place_id: (place.title, dict(place.data)) for place_id, place in data.places.items()}
        if _places(entry) != shown:
            reloading = True
            hass.config_entries.async_schedule_reload(entry.entry_id)

    entry.async_on_unload(async_dispatcher_connect(hass, SIGNAL_CONFIG_ENTRY_CHANGED, compare))


def _places(entry: TeslaHomeEnergyConfigEntry) -> dict[str, tuple[str, dict[str, Any]]]:
    return {
        subentry.subentry_id: (subentry.title, dict(subentry.data))
        for subentry in entry.get_subentries_of_type(_SUBENTRY)
    }


@callback
def async_start_places(data: ChargingData) -> None:
    """Let the loops run."""
    for place in data.all:
        place.async_start()


async def async_stop_places(hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry) -> None:
    """End the loops; give the cars back where the account was switched off for good.

    Home Assistant unloads an account before it removes it, and does not tell which of them it is about:
    `async_give_cars_back` comes after.
    """
    data = entry.runtime_data
    if not isinstance(data, ChargingData):
        return
    for place in data.all:
        place.async_stop()
    if entry.disabled_by is not None:
        await _async_give_back(data)
    await data.store.async_save()
    if any(record.owes for record in data.store.places.values()):
        hass.data.setdefault(_LEFT, {})[entry.entry_id] = data


async def async_give_cars_back(hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry) -> None:
    """Give the cars of an account back that is being removed, as far as they can be reached now."""
    data = hass.data.get(_LEFT, {}).pop(entry.entry_id, None)
    if data is not None:
        entry.runtime_data = data
        await _async_give_back(data)
    await ChargingStore(hass, entry).async_remove()


async def _async_give_back(data: ChargingData) -> None:
    for place in data.all:
        with suppress(TimeoutError):
            await place.async_give_back()
