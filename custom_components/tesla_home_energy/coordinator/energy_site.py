"""One energy site: its power flows, its settings, and its energies of today."""

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import ClassVar, override

from homeassistant.components.websocket_api.const import DATA_CONNECTIONS
from homeassistant.core import HomeAssistant, callback
from homeassistant.helpers import device_registry as dr, sun
from homeassistant.helpers.device_registry import DeviceInfo
from homeassistant.util import dt as dt_util

from ..api import TeslaApi
from ..cadence import (
    FRESH,
    HISTORY_INTERVAL,
    INFO_INTERVAL,
    LIVE_INTERVAL,
    is_fresh,
    live_interval,
    seldom_interval,
)
from ..const import DOMAIN, MANUFACTURER
from ..fleet_api import (
    CalendarHistory,
    Category,
    EnergyBucket,
    EnergySite,
    FleetApi,
    LiveStatus,
    SiteInfo,
    WallConnector,
)
from ..fleet_api.models.record import as_json, read
from ..snapshots import Snapshot, Snapshots
from .base import TeslaCoordinator
from .entry import TeslaHomeEnergyConfigEntry


class EnergySiteCoordinator[DataT](TeslaCoordinator[DataT]):
    """What the coordinators of an energy site share."""

    category: ClassVar[Category] = Category.ENERGY
    interval: ClassVar[timedelta]

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        api: TeslaApi,
        snapshots: Snapshots,
        site: EnergySite,
        *,
        kind: str,
        model: type[DataT],
    ) -> None:
        """Start from what was remembered of the site."""
        super().__init__(
            hass,
            entry,
            api,
            snapshots,
            kind=kind,
            interval=self.interval,
            identifier=str(site.energy_site_id),
            device_info=site_device_info(site),
        )
        self.site = site
        self._start_from(read(model, self.remembered.get("data")) or model())

    @override
    def _as_json(self) -> Snapshot:
        return {"data": as_json(self._actual)}

    @override
    def _next_interval(self) -> timedelta | None:
        readers = len(self.config_entry.runtime_data.energy_sites)
        return self.api.reading_interval(self._wanted_interval(), self.category, readers=readers)

    def _wanted_interval(self) -> timedelta:
        """Return the cadence that the budget may stretch."""
        return seldom_interval(self.interval, billed=self.billed)

    @property
    def billed(self) -> bool:
        """Whether each reading costs money."""
        return self.api.usage.budget.energy_billed


class LiveStatusCoordinator(EnergySiteCoordinator[LiveStatus]):
    """Power flows of one energy site, and its Wall Connectors."""

    interval = LIVE_INTERVAL

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        api: TeslaApi,
        snapshots: Snapshots,
        site: EnergySite,
    ) -> None:
        """Stand for one energy site."""
        super().__init__(hass, entry, api, snapshots, site, kind="energy site live status", model=LiveStatus)
        self._controllers = 0

    @override
    async def _async_read(self, *, asked_for: bool) -> LiveStatus:
        live = await self.api.fleet.live_status(self.site.energy_site_id)
        self._tell_cars(live)
        return live

    @callback
    def _tell_cars(self, live: LiveStatus) -> None:
        """Let every car know what the Wall Connectors of this site tell of it."""
        before = {connector.vin for connector in self._actual.wall_connectors}
        now = {connector.vin: connector for connector in live.wall_connectors}
        as_of = live.as_of or dt_util.utcnow()
        for vin, car in self.config_entry.runtime_data.vehicles.items():
            if vin in now or vin in before:
                car.async_wall_connector_says(now.get(vin), as_of)

    @override
    def _wanted_interval(self) -> timedelta:
        return live_interval(
            controlled=self._controllers > 0,
            daylight=sun.is_up(self.hass),
            watched=self.hass.data.get(DATA_CONNECTIONS, 0) > 0,
            billed=self.billed,
            car_awake=any(
                car.data.vehicle.online for car in self.config_entry.runtime_data.vehicles.values()
            ),
        )

    @callback
    def async_control(self) -> Callable[[], None]:
        """Read as often as control needs it, until what is returned is called."""
        self._controllers += 1

        @callback
        def release() -> None:
            self._controllers -= 1

        return release

    @property
    @override
    def as_of(self) -> datetime | None:
        return self._actual.as_of or super().as_of

    @property
    @override
    def fresh(self) -> bool:
        """Tesla's servers may hand out what a site told them long ago, so that its own time counts too."""
        if not super().fresh:
            return False
        as_of = self._actual.as_of
        return as_of is None or is_fresh(
            max(as_of, self.started_at), dt_util.utcnow(), self._interval, patience=FRESH
        )

    @property
    def wall_connectors(self) -> Mapping[str, WallConnector]:
        """The Wall Connectors of the last reading by DIN."""
        return {connector.din: connector for connector in self.data.wall_connectors}

    def wall_connector_device_info(self, din: str) -> DeviceInfo:
        """Describe a Wall Connector, which belongs to its energy site."""
        devices = {device.din: device for device in self.site.components.wall_connectors}
        device = devices.get(din)
        return DeviceInfo(
            identifiers={(DOMAIN, din)},
            manufacturer=MANUFACTURER,
            model=(device.part_name if device else None) or "Wall Connector",
            translation_key="wall_connector",
            serial_number=din.partition("--")[2] or None,
            via_device_id=dr.async_get_device_id_by_identifier(
                self.hass, (DOMAIN, self.identifier), config_entry_id=self.config_entry.entry_id
            ),
        )


class SiteInfoCoordinator(EnergySiteCoordinator[SiteInfo]):
    """Settings of one energy site, read seldom and after each write."""

    interval = INFO_INTERVAL

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        api: TeslaApi,
        snapshots: Snapshots,
        site: EnergySite,
    ) -> None:
        """Stand for one energy site."""
        super().__init__(hass, entry, api, snapshots, site, kind="energy site info", model=SiteInfo)

    @override
    async def _async_read(self, *, asked_for: bool) -> SiteInfo:
        return await self.api.fleet.site_info(self.site.energy_site_id)

    async def async_write(
        self,
        write: Callable[[FleetApi, int], Awaitable[None]],
        *,
        key: str,
        expect: Callable[[SiteInfo], SiteInfo],
    ) -> None:
        """Change a setting through the one door, then show what it makes likely and read it back.

        A site may answer "updated" and change nothing, so only the reading tells.

        Args:
            write: Tells Tesla.
            key: Of the control that shows it.
            expect: What it makes likely; must change nothing in settings that show it already.

        Raises:
            HomeAssistantError: Tesla did not take it; nothing that is shown has changed.
        """
        await self.api.async_write(write(self.api.fleet, self.site.energy_site_id), self.device_name)
        self.async_expect(key, expect)


class HistoryCoordinator(EnergySiteCoordinator[CalendarHistory]):
    """Energies of one energy site today."""

    interval = HISTORY_INTERVAL

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        api: TeslaApi,
        snapshots: Snapshots,
        site: EnergySite,
    ) -> None:
        """Stand for one energy site."""
        super().__init__(hass, entry, api, snapshots, site, kind="energy site history", model=CalendarHistory)

    @override
    async def _async_read(self, *, asked_for: bool) -> CalendarHistory:
        """Read today; nothing comes for a while after midnight (known), until then yesterday stays."""
        history = await self.api.fleet.calendar_history(self.site.energy_site_id)
        return history if history.buckets else self._actual

    @property
    def today(self) -> tuple[EnergyBucket, ...]:
        """The buckets of the newest day, each once (known: an answer may hold more, and some twice)."""
        buckets = {bucket.start: bucket for bucket in self.data.buckets}
        name = self.data.installation_time_zone
        zone = (dt_util.get_time_zone(name) if name else None) or dt_util.get_default_time_zone()
        day = max(buckets, default=dt_util.utcnow()).astimezone(zone).date()
        return tuple(buckets[start] for start in sorted(buckets) if start.astimezone(zone).date() == day)

    @property
    def day_start(self) -> datetime | None:
        """When the day began that the energies belong to."""
        today = self.today
        return today[0].start if today else None

    def energy(self, *names: str) -> float | None:
        """Return the sum of energies of today, Wh; None if the site tells none of them.

        Args:
            names: Fields of `EnergyBucket`.
        """
        parts = [
            value for bucket in self.today for name in names if (value := getattr(bucket, name)) is not None
        ]
        return sum(parts) if parts else None


def site_device_info(site: EnergySite) -> DeviceInfo:
    """Describe an energy site."""
    info = DeviceInfo(
        identifiers={(DOMAIN, str(site.energy_site_id))},
        manufacturer=MANUFACTURER,
        model="Powerwall" if site.components.battery else "Solar",
    )
    if site.site_name:
        info["name"] = site.site_name
    else:
        info["translation_key"] = "energy_site"
    return info
