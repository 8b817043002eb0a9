"""How long it takes until Home Assistant shows what is true."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from statistics import median, quantiles

from homeassistant.const import EVENT_STATE_CHANGED
from homeassistant.core import Event, EventStateChangedData, HomeAssistant, callback
from homeassistant.helpers import entity_registry as er
from tests.simulator.changes import Change

from .candidates import Candidate, truth_of

type Key = tuple[str, str]
"""A car's VIN, and what of it."""


@dataclass(slots=True, kw_only=True)
class Shown:
    """What Home Assistant has shown of the cars, in order: seconds since the epoch, what, and the value."""

    candidate: Candidate
    vins: Sequence[str]
    all: list[tuple[float, Key, bool | int | None]] = field(default_factory=list)
    _keys: dict[str, Key | None] = field(default_factory=dict)

    def watch(self, hass: HomeAssistant) -> None:
        """Note all states from now on."""
        self._keys.clear()

        @callback
        def note(event: Event[EventStateChangedData]) -> None:
            key = self._key(hass, event.data["entity_id"])
            if key is not None:
                state = event.data["new_state"]
                value = None if state is None else truth_of(key[1], state.state)
                self.all.append((event.time_fired_timestamp, key, value))

        hass.bus.async_listen(EVENT_STATE_CHANGED, note)

    def forget(self, moment: float) -> None:
        """Note that Home Assistant shows nothing any more."""
        keys = {key for _, key, _ in self.all}
        self.all += [(moment, key, None) for key in sorted(keys)]

    def _key(self, hass: HomeAssistant, entity_id: str) -> Key | None:
        if entity_id not in self._keys:
            entity = er.async_get(hass).async_get(entity_id)
            self._keys[entity_id] = self._key_of(entity.unique_id) if entity is not None else None
        return self._keys[entity_id]

    def _key_of(self, unique_id: str) -> Key | None:
        for vin in self.vins:
            what = self.candidate.shown_by.get(unique_id.removeprefix(vin))
            if what is not None and unique_id.startswith(vin):
                return vin, what
        return None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ages:
    """Seconds from each change until the truth was shown; `never` of them had not been by the end."""

    seconds: Sequence[float]
    never: int

    @property
    def median(self) -> float | None:
        """The median; None where nothing changed, or nothing is shown at all."""
        return median(self.seconds) if self.seconds else None

    @property
    def p90(self) -> float | None:
        """Nine in ten were faster."""
        return quantiles(self.seconds, n=10, method="inclusive")[-1] if len(self.seconds) > 1 else self.median


def ages(
    truth: Iterable[Change],
    shown: Iterable[tuple[float, Key, bool | int | None]],
    *,
    begin: float,
    end: float,
) -> dict[str, Ages]:
    """Return the ages by kind: from a change until what is shown is what is true at that moment.

    A change back that comes before anybody has noticed counts with the time that the wrong value stood. What
    is still wrong at the end counts with the time up to there.
    """
    events: list[tuple[float, int, Key, bool | int | None]] = [
        (change.moment.timestamp(), 0, (change.vin, change.what), change.value) for change in truth
    ]
    events += [(moment, 1, key, value) for moment, key, value in shown]
    true: dict[Key, bool | int] = {}
    visible: dict[Key, bool | int | None] = {}
    waiting: dict[Key, list[tuple[str, float]]] = defaultdict(list)
    found: dict[str, list[float]] = defaultdict(list)
    for moment, source, key, value in sorted(events, key=lambda event: event[:2]):
        if source:
            visible[key] = value
        elif value is not None:
            true[key] = value
            if moment > begin:
                waiting[key].append((_kind(key[1], value), moment))
        if key in true and visible.get(key) == true[key]:
            for kind, since in waiting.pop(key, []):
                found[kind].append(moment - since)
    never: dict[str, int] = defaultdict(int)
    for left in waiting.values():
        for kind, since in left:
            found[kind].append(end - since)
            never[kind] += 1
    return {kind: Ages(seconds=seconds, never=never[kind]) for kind, seconds in found.items()}


def _kind(what: str, value: bool | int) -> str:
    words = {
        "plugged": ("unplugged", "plugged in"),
        "charging": ("charging stopped", "charging started"),
        "at_home": ("left home", "arrived home"),
    }
    return words[what][bool(value)] if what in words else "state of charge"
