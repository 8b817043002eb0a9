"""Where the powers of a place come from: an energy site of Tesla's, or sensors of Home Assistant."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping
import math
from typing import Any, Final, override

from homeassistant.const import (
    ATTR_UNIT_OF_MEASUREMENT,
    STATE_UNAVAILABLE,
    STATE_UNKNOWN,
    UnitOfPower,
    UnitOfRatio,
)
from homeassistant.core import CALLBACK_TYPE, HomeAssistant, State, callback
from homeassistant.helpers.event import async_track_state_change_event, async_track_state_report_event
from homeassistant.util.unit_conversion import PowerConverter

from ..const import (
    CONF_BATTERY_LEVEL_SENSOR,
    CONF_BATTERY_SENSOR,
    CONF_GRID_SENSOR,
    CONF_SOLAR_SENSOR,
    DOMAIN,
)
from ..coordinator import EnergySiteCoordinators
from ..surplus import MeterSample

POWER_UNITS: Final = frozenset({UnitOfPower.WATT, UnitOfPower.KILO_WATT})


class Meter(ABC):
    """The powers of a place."""

    @abstractmethod
    def sample(self) -> MeterSample | None:
        """Return the newest powers; None while they are not known."""

    @property
    @abstractmethod
    def ready(self) -> bool:
        """Whether it has been read since the start."""

    @abstractmethod
    def async_subscribe(self, look: Callable[[], None]) -> CALLBACK_TYPE:
        """Call `look` whenever there is news."""

    @abstractmethod
    def async_control(self, *, on: bool) -> None:
        """Measure as often as control needs it, or no more."""


class SiteMeter(Meter):
    """An energy site."""

    def __init__(self, site: EnergySiteCoordinators) -> None:
        """Measure nothing yet."""
        self._live = site.live
        self._release: CALLBACK_TYPE | None = None

    @override
    def sample(self) -> MeterSample | None:
        live = self._live.data
        as_of = self._live.as_of
        if live.grid_power is None or as_of is None:
            return None
        island = live.island_status or ""
        return MeterSample(
            as_of=as_of.timestamp(),
            grid_power=live.grid_power,
            battery_power=live.battery_power if live.percentage_charged is not None else None,
            solar_power=live.solar_power,
            load_power=live.load_power,
            battery_level=live.percentage_charged,
            on_grid=False if island.startswith("off_grid") else True if island == "on_grid" else None,
        )

    @property
    @override
    def ready(self) -> bool:
        return self._live.has_read

    @override
    def async_subscribe(self, look: Callable[[], None]) -> CALLBACK_TYPE:
        return self._live.async_add_listener(look)

    @override
    @callback
    def async_control(self, *, on: bool) -> None:
        if on and self._release is None:
            self._release = self._live.async_control()
            # Now, because the next reading may be minutes away at night.
            self._live.config_entry.async_create_background_task(
                self._live.hass, self._live.async_refresh(), f"{DOMAIN} control begins"
            )
        elif not on and self._release is not None:
            self._release()
            self._release = None


class SensorMeter(Meter):
    """Sensors of Home Assistant; signs as Tesla's: the grid positive while it supplies, the battery too."""

    def __init__(self, hass: HomeAssistant, data: Mapping[str, Any]) -> None:
        """Read what the sensors say when asked."""
        self._hass = hass
        self._grid: str = data[CONF_GRID_SENSOR]
        self._solar: str | None = data.get(CONF_SOLAR_SENSOR)
        self._battery: str | None = data.get(CONF_BATTERY_SENSOR)
        self._level: str | None = data.get(CONF_BATTERY_LEVEL_SENSOR)

    @override
    def sample(self) -> MeterSample | None:
        grid = self._hass.states.get(self._grid)
        power = read_power(grid)
        if grid is None or power is None:
            return None
        battery = self._power(self._battery)
        if self._battery is not None and battery is None:
            # Without it, what the battery gives would look like surplus.
            return None
        level = self._hass.states.get(self._level) if self._level else None
        return MeterSample(
            as_of=grid.last_reported.timestamp(),
            grid_power=power,
            battery_power=battery,
            solar_power=self._power(self._solar),
            battery_level=read_number(level),
        )

    @override
    @callback
    def async_control(self, *, on: bool) -> None:
        """Nobody can ask a sensor to hurry."""

    def _power(self, entity_id: str | None) -> float | None:
        return read_power(self._hass.states.get(entity_id)) if entity_id else None

    @property
    @override
    def ready(self) -> bool:
        return self.sample() is not None

    @override
    def async_subscribe(self, look: Callable[[], None]) -> CALLBACK_TYPE:
        @callback
        def news(_: object) -> None:
            look()

        changes = async_track_state_change_event(self._hass, [self._grid], news)
        # A reading that is the same as the one before is news too: it is younger.
        reports = async_track_state_report_event(self._hass, [self._grid], news)

        @callback
        def unsubscribe() -> None:
            changes()
            reports()

        return unsubscribe


def read_number(state: State | None) -> float | None:
    """Return the number that a sensor shows; None if it shows none."""
    if state is None or state.state in {STATE_UNKNOWN, STATE_UNAVAILABLE}:
        return None
    try:
        value = float(state.state)
    except ValueError:
        return None
    return value if math.isfinite(value) else None


def read_power(state: State | None) -> float | None:
    """Return the power that a sensor shows, W; None if it shows none, or in another unit than W or kW."""
    value = read_number(state)
    if state is None or value is None:
        return None
    unit = state.attributes.get(ATTR_UNIT_OF_MEASUREMENT)
    if unit not in POWER_UNITS:
        return None
    return PowerConverter.convert(value, unit, UnitOfPower.WATT)


def is_percentage(state: State) -> bool:
    """Return whether a sensor shows a percentage."""
    return state.attributes.get(ATTR_UNIT_OF_MEASUREMENT) == UnitOfRatio.PERCENTAGE
