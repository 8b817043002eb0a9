"""What charging places remember: on disk before a car is told anything, and until it has been given back."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final, Self

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.storage import Store

from ..const import DOMAIN
from ..surplus import Memory
from .energies import Energies
from .wishes import CarWishes

SAVE_DELAY: Final = 120
"""Seconds: what a crash may lose of what is learnt and counted. What cars are told is on disk before."""


@dataclass(slots=True, kw_only=True)
class PlaceRecord:
    """What one place remembers.

    Attributes:
        data: Of its config subentry when it was last set up: for giving cars back when that is gone.
        memory: Of the room.
        wishes: By VIN.
        energies: By VIN.
        shadow: Whether nothing is sent.
    """

    data: dict[str, Any] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    wishes: dict[str, CarWishes] = field(default_factory=dict)
    energies: dict[str, Energies] = field(default_factory=dict)
    shadow: bool = False

    @property
    def owes(self) -> bool:
        """Whether a car has not been given back as it was found."""
        return any(
            car.owner_current is not None or car.owner_limit is not None for car in self.memory.cars.values()
        )

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return {
            "data": self.data,
            "memory": self.memory.as_dict(),
            "wishes": {vin: wishes.as_dict() for vin, wishes in self.wishes.items()},
            "energies": {vin: energies.as_dict() for vin, energies in self.energies.items()},
            "shadow": self.shadow,
        }

    @classmethod
    def from_dict(cls, stored: Any) -> Self:
        """Read it back; what makes no sense is left out."""
        stored = _mapping(stored)
        return cls(
            data=dict(_mapping(stored.get("data"))),
            memory=Memory.from_dict(stored.get("memory")),
            wishes={
                vin: CarWishes.from_dict(wishes) for vin, wishes in _mapping(stored.get("wishes")).items()
            },
            energies={
                vin: Energies.from_dict(energies)
                for vin, energies in _mapping(stored.get("energies")).items()
            },
            shadow=stored.get("shadow") is True,
        )


class ChargingStore:
    """The file of one account's charging places."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
        """Hold nothing yet."""
        self._store = Store[dict[str, Any]](
            hass, 1, f"{DOMAIN}.{entry.entry_id}.charging", private=True, atomic_writes=True
        )
        self._unsaved = False
        self.places: dict[str, PlaceRecord] = {}

    async def async_load(self) -> None:
        """Read what was saved; a file that cannot be read is as good as none."""
        try:
            stored = await self._store.async_load()
        except HomeAssistantError:  # it is in the log
            return
        self.places = {
            place_id: PlaceRecord.from_dict(record) for place_id, record in _mapping(stored).items()
        }

    @callback
    def async_save_later(self) -> None:
        """Save in a while."""
        if not self._unsaved:  # each call would put the writing off
            self._unsaved = True
            self._store.async_delay_save(self._as_dict, SAVE_DELAY)

    async def async_save(self) -> None:
        """Save for good before this returns."""
        await self._store.async_save(self._as_dict())

    async def async_remove(self) -> None:
        """Delete the file."""
        await self._store.async_remove()

    def _as_dict(self) -> dict[str, Any]:
        self._unsaved = False
        return {place_id: record.as_dict() for place_id, record in self.places.items()}


def _mapping(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}
