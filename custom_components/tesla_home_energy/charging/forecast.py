"""The sun that is forecast, from whatever integration the energy dashboard of Home Assistant uses for it."""

from datetime import datetime, timedelta
from typing import Any, Final

from homeassistant.core import HomeAssistant
from homeassistant.util import dt as dt_util

from ..const import LOGGER
from ..surplus import PowerPeriod

ENERGY: Final = "energy"
UPDATED_EVERY: Final = timedelta(minutes=30)
_HOUR: Final = 3600.0


class SolarForecast:
    """What the roof will give, W, hour by hour; empty where nobody makes a forecast."""

    def __init__(self, hass: HomeAssistant) -> None:
        """Know nothing yet."""
        self._hass = hass
        self._updated_at: datetime | None = None
        self.periods: tuple[PowerPeriod, ...] = ()

    async def async_update(self) -> None:
        """Ask again, at most every half hour; what goes wrong leaves no forecast."""
        now = dt_util.utcnow()
        if ENERGY not in self._hass.config.components:
            return
        if self._updated_at is not None and now - self._updated_at < UPDATED_EVERY:
            return
        self._updated_at = now
        try:
            self.periods = await self._read()
        except Exception:  # noqa: BLE001  whatever another integration's code may raise
            LOGGER.debug("The solar forecast could not be read")
            self.periods = ()

    async def _read(self) -> tuple[PowerPeriod, ...]:
        # Here, because it brings the recorder's database along, which not every Home Assistant has.
        from homeassistant.components.energy.data import async_get_manager  # noqa: PLC0415
        from homeassistant.components.energy.websocket_api import async_get_energy_platforms  # noqa: PLC0415

        manager = await async_get_manager(self._hass)
        sources: list[Any] = list(manager.data["energy_sources"]) if manager.data else []
        entry_ids = {
            entry_id for source in sources for entry_id in source.get("config_entry_solar_forecast") or ()
        }
        platforms = await async_get_energy_platforms(self._hass)
        hours: dict[float, float] = {}
        for entry_id in entry_ids:
            entry = self._hass.config_entries.async_get_entry(entry_id)
            if entry is None or entry.domain not in platforms:
                continue
            forecast = await platforms[entry.domain](self._hass, entry_id)
            for start, energy in (forecast["wh_hours"] if forecast else {}).items():
                moment = dt_util.parse_datetime(start)
                if moment is not None:
                    hour = moment.timestamp()
                    hours[hour] = hours.get(hour, 0.0) + float(energy)
        return tuple(
            PowerPeriod(start=start, end=start + _HOUR, power=hours[start]) for start in sorted(hours)
        )

    def left_today(self, now: datetime, sunset: float | None) -> float | None:
        """Return the Wh until the sun sets; None without a forecast for today."""
        if not self.periods or sunset is None:
            return None
        begin = now.timestamp()
        found = [
            period.power * (min(period.end, sunset) - max(period.start, begin)) / _HOUR
            for period in self.periods
            if period.end > begin and period.start < sunset
        ]
        return sum(found) if found or begin >= sunset else None
