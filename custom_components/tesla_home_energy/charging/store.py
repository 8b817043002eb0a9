"""What charging places remember: on disk before a car is told anything, and until it has been given back."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Final, Self

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.storage import Store

from ..const import CONF_CARS, DOMAIN
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
        wrong_sign: The answer in `data` whose sensor was found to have the wrong sign.
    """

    data: dict[str, Any] = field(default_factory=dict)
    memory: Memory = field(default_factory=Memory)
    wishes: dict[str, CarWishes] = field(default_factory=dict)
    energies: dict[str, Energies] = field(default_factory=dict)
    shadow: bool = False
    wrong_sign: str | None = None

    @property
    def owes(self) -> bool:
        """Whether a car has not been given back as it was found."""
        return any(
            car.owner_current is not None or car.owner_limit is not None for car in self.memory.cars.values()
        )

    @property
    def known(self) -> set[str]:
        """The VINs of the cars of which anything is remembered."""
        return {*self.memory.cars, *self.wishes, *self.energies}

    def answer(self, data: Mapping[str, Any]) -> None:
        """Take what was answered at set-up; other answers may have put a sign right."""
        if data != self.data:
            self.data, self.wrong_sign = dict(data), None

    def part_with(self, vin: str) -> PlaceRecord:
        """Return what is remembered of one car, and forget it here."""
        cars = dict(self.memory.cars)
        memory = {vin: cars.pop(vin)} if vin in cars else {}
        self.memory = replace(self.memory, cars=cars)
        return PlaceRecord(
            data={**self.data, CONF_CARS: [vin]},
            memory=Memory(cars=memory),
            wishes={vin: self.wishes.pop(vin)} if vin in self.wishes else {},
            energies={vin: self.energies.pop(vin)} if vin in self.energies else {},
        )

    def take(self, part: PlaceRecord) -> None:
        """Take over what another place remembered of a car."""
        self.memory = replace(self.memory, cars={**self.memory.cars, **part.memory.cars})
        self.wishes |= part.wishes
        self.energies |= part.energies

    def as_dict(self) -> dict[str, Any]:
        """Return it as JSON takes it."""
        return {
            "data": self.data,
            "memory": self.memory.as_dict(),
            "wishes": {vin: wishes.as_dict() for vin, wishes in self.wishes.items()},
            "energies": {vin: energies.as_dict() for vin, energies in self.energies.items()},
            "shadow": self.shadow,
            "wrong_sign": self.wrong_sign,
        }

    @classmethod
    def from_dict(cls, stored: Any) -> Self:
        """Read it back; what makes no sense is left out."""
        stored = _mapping(stored)
        data = dict(_mapping(stored.get("data")))
        wrong_sign = stored.get("wrong_sign")
        return cls(
            data=data,
            memory=Memory.from_dict(stored.get("memory")),
            wishes={
                vin: CarWishes.from_dict(wishes) for vin, wishes in _mapping(stored.get("wishes")).items()
            },
            energies={
                vin: Energies.from_dict(energies)
                for vin, energies in _mapping(stored.get("energies")).items()
            },
            shadow=stored.get("shadow") is True,
            wrong_sign=wrong_sign if isinstance(wrong_sign, str) and wrong_sign in data else None,
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

    def settle(self, wanted: Mapping[str, Mapping[str, Any]]) -> None:
        """Let what is remembered of a car go along with it to its place, or stay until it was given back.

        Args:
            wanted: What was answered at set-up, by the ids of the places that there are.
        """
        for place_id, answers in wanted.items():
            self.places.setdefault(place_id, PlaceRecord()).answer(answers)
        owners = {vin: place_id for place_id, answers in wanted.items() for vin in answers[CONF_CARS]}
        left: dict[str, PlaceRecord] = {}
        for place_id, record in list(self.places.items()):
            for vin in record.known:
                if (owner := owners.get(vin)) == place_id:
                    continue
                part = record.part_with(vin)
                if owner is not None:
                    self.places[owner].take(part)
                elif part.owes:
                    left[vin] = part
        self.places = {place_id: self.places[place_id] for place_id in wanted} | left

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
