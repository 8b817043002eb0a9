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

from ..const import SUBENTRY_CHARGING_PLACE
from ..coordinator import TeslaHomeEnergyConfigEntry, TeslaHomeEnergyData
from .car import Act, ChargingCar, Deed, State
from .energies import share
from .place import ChargingPlace
from .store import ChargingStore, PlaceRecord
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
        released: Those that are gone, until the cars have been given back.
    """

    store: ChargingStore
    places: dict[str, ChargingPlace] = field(default_factory=dict)
    released: dict[str, ChargingPlace] = field(default_factory=dict)


@callback
def async_get_places(entry: TeslaHomeEnergyConfigEntry) -> Mapping[str, ChargingPlace]:
    """Return the charging places of an account."""
    data = entry.runtime_data
    return data.places if isinstance(data, ChargingData) else {}


async def async_set_up_places(
    hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, data: ChargingData
) -> None:
    """Make the places of an account, which start later; begin anew whenever one comes, changes or goes."""
    store = data.store
    await store.async_load()
    wanted = _places(entry)
    reloading = False
    for place_id, (title, answers) in wanted.items():
        store.places.setdefault(place_id, PlaceRecord()).data = answers
        data.places[place_id] = ChargingPlace(hass, entry, store, place_id=place_id, title=title)
    for place_id in store.places.keys() - wanted.keys():
        if store.places[place_id].owes:
            data.released[place_id] = ChargingPlace(
                hass, entry, store, place_id=place_id, title="", releasing=True
            )
        else:
            del store.places[place_id]

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
def async_start_places(data: TeslaHomeEnergyData) -> None:
    """Let the loops run."""
    if isinstance(data, ChargingData):
        for place in (*data.places.values(), *data.released.values()):
            place.async_start()


async def async_stop_places(entry: TeslaHomeEnergyConfigEntry) -> None:
    """End the loops; give the cars back where the account was switched off for good."""
    data = entry.runtime_data
    if not isinstance(data, ChargingData):
        return
    for place in (*data.places.values(), *data.released.values()):
        place.async_stop()
        if entry.disabled_by is not None:
            with suppress(TimeoutError):
                await place.async_give_back()
    await data.store.async_save()
