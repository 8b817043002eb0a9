"""The Fleet API, one method for each endpoint, typed answers."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

import aiohttp

from . import routes
from .back_off import BackOff
from .connection import AccessToken, Connection, RequestRecord
from .endpoints import Endpoints
from .errors import ConnectionFailed, InvalidResponse, OutcomeUnknown, ServerError, VehicleAsleep
from .models.calendar_history import BackupHistory, CalendarHistory
from .models.fleet_status import FleetStatus
from .models.live_status import LiveStatus
from .models.partner_account import PartnerAccount
from .models.products import Products
from .models.record import read, read_text
from .models.site_info import SiteInfo
from .models.vehicle import Vehicle
from .models.vehicle_data import VehicleData
from .scopes import vehicle_data_endpoints

_FULL: Final = 100
"""%."""


class FleetApi:
    """Tesla's Fleet API for one account.

    Every method raises a kind of `FleetApiError`; `InvalidResponse` is an answer of another shape. Methods
    that begin with ``set_`` change an energy site and are judged by the HTTP status alone: Tesla may answer
    success and change nothing, so read back.
    """

    def __init__(
        self,
        session: aiohttp.ClientSession,
        endpoints: Endpoints,
        access_token: AccessToken,
        *,
        on_region_change: Callable[[Endpoints], None] | None = None,
        on_request: Callable[[RequestRecord], None] | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        """Nothing is sent yet.

        Args:
            session: Stays the caller's.
            endpoints: Where to ask first.
            access_token: Gives a valid token before each request, and another one when Tesla refuses it.
            on_region_change: Told the endpoints of the right region, to be stored.
            on_request: Told of each request that may have reached Tesla.
            sleep: Replaced by tests.
        """
        self._connection = Connection(
            session, endpoints, access_token, on_region_change=on_region_change, on_request=on_request
        )
        self._sleep = sleep

    @property
    def endpoints(self) -> Endpoints:
        """The endpoints in use; other ones than at first when Tesla named another region."""
        return self._connection.endpoints

    @property
    def back_off(self) -> BackOff:
        """How long to leave Tesla alone."""
        return self._connection.back_off

    # The account

    async def products(self) -> Products:
        """The cars and energy sites of the account (reported as free)."""
        return _expect(Products.read(await self._connection.request(routes.PRODUCTS)))

    async def users_region(self) -> Endpoints:
        """The endpoints of the region where the account's data lives.

        Any region may be asked, if the application is registered there.
        """
        answer = await self._connection.request(routes.USERS_REGION)
        base_url = read_text(answer.get("fleet_api_base_url")) if isinstance(answer, dict) else None
        if base_url is None or self.endpoints.believe(base_url) is None:
            raise InvalidResponse
        return self.endpoints.at(base_url)

    # Cars

    async def vehicle(self, vin: str) -> Vehicle:
        """A car's state as Tesla's servers know it; neither wakes nor asks the car (reported as free)."""
        return _expect(read(Vehicle, await self._connection.request(routes.VEHICLE, vin=vin)))

    async def vehicle_data(self, vin: str, endpoints: Iterable[str] | None = None) -> VehicleData:
        """A car's own account of itself ($0.002); keeps an awake car awake, never wakes it.

        Args:
            vin: The car.
            endpoints: The parts wanted; without it every part that the token's scopes allow.

        Raises:
            VehicleAsleep: Billed all the same.
        """
        if endpoints is None:
            endpoints = vehicle_data_endpoints((await self._connection.claims()).scopes)
        query = {"endpoints": ";".join(endpoints)}
        return _expect(
            read(VehicleData, await self._connection.request(routes.VEHICLE_DATA, query=query, vin=vin))
        )

    async def wake_up(self, vin: str) -> Vehicle:
        """Tell a car to wake up ($0.02) and return at once, most likely before it has woken."""
        return _expect(read(Vehicle, await self._connection.request(routes.WAKE_UP, vin=vin)))

    async def wait_until_online(self, vin: str, delays: Sequence[float] = (5, 10, 15)) -> Vehicle:
        """Wait for a car to wake, asking Tesla's servers (not the car) after each delay, in seconds.

        A question that fails on the way is asked again: waking has been paid for.

        Raises:
            VehicleAsleep: It is not online after the last delay.
        """
        for delay in delays:
            await self._sleep(delay)
            with suppress(ConnectionFailed, OutcomeUnknown, ServerError):
                vehicle = await self.vehicle(vin)
                if vehicle.online:
                    return vehicle
        raise VehicleAsleep

    async def fleet_status(self, vins: Sequence[str]) -> FleetStatus:
        """Which cars hold the application's virtual key."""
        body = {"vins": list(vins)}
        return _expect(FleetStatus.read(await self._connection.request(routes.FLEET_STATUS, body=body)))

    async def signed_command(self, vin: str, routable_message: str) -> object:
        """Carry a signed message to a car ($0.001) and return what came back for it.

        Args:
            vin: The car; the signature covers it.
            routable_message: The message in base64.

        Returns:
            The car's message in base64, if all is well.
        """
        body = {"routable_message": routable_message}
        return await self._connection.request(routes.SIGNED_COMMAND, body=body, vin=vin)

    async def command(self, vin: str, name: str, parameters: Mapping[str, Any] | None = None) -> object:
        """Send an unsigned command ($0.001), which only old cars take.

        Returns:
            ``{"result": …, "reason": …}``, if all is well.
        """
        return await self._connection.request(routes.COMMAND, body=parameters, vin=vin, name=name)

    # Energy sites: reading

    async def live_status(self, site_id: int) -> LiveStatus:
        """The power flows of an energy site now."""
        return _expect(read(LiveStatus, await self._connection.request(routes.LIVE_STATUS, site_id=site_id)))

    async def site_info(self, site_id: int) -> SiteInfo:
        """The hardware and settings of an energy site.

        Raises:
            EnergySiteUnavailable: Tesla lists the site but cannot reach it.
        """
        return _expect(read(SiteInfo, await self._connection.request(routes.SITE_INFO, site_id=site_id)))

    async def calendar_history(
        self,
        site_id: int,
        *,
        period: str = "day",
        start: datetime | None = None,
        end: datetime | None = None,
        time_zone: str | None = None,
    ) -> CalendarHistory:
        """Energies of an energy site in buckets, Wh.

        Args:
            site_id: The energy site.
            period: ``day``, ``week``, ``month``, ``year`` or ``lifetime``.
            start: With an offset; Tesla's default is now.
            end: With an offset; for a past day its last second (Home Assistant's way).
            time_zone: IANA name; Tesla's default is the site's.
        """
        query = _history_query("energy", start, end, time_zone) | {"period": period}
        return _expect(
            read(
                CalendarHistory,
                await self._connection.request(routes.CALENDAR_HISTORY, query=query, site_id=site_id),
            )
        )

    async def backup_history(
        self,
        site_id: int,
        *,
        start: datetime | None = None,
        end: datetime | None = None,
        time_zone: str | None = None,
    ) -> BackupHistory:
        """The times when an energy site ran without the grid; arguments as for `calendar_history`."""
        query = _history_query("backup", start, end, time_zone)
        return _expect(
            read(
                BackupHistory,
                await self._connection.request(routes.CALENDAR_HISTORY, query=query, site_id=site_id),
            )
        )

    # Energy sites: settings

    async def set_backup_reserve(self, site_id: int, percent: int) -> None:
        """Set the backup reserve, 0 to 100 % (reported: newer firmware refuses 81 to 99)."""
        body = {"backup_reserve_percent": _percent(percent)}
        await self._connection.request(routes.BACKUP, body=body, site_id=site_id)

    async def set_operation_mode(self, site_id: int, mode: str) -> None:
        """Set the operation mode: ``self_consumption``, ``autonomous`` or ``backup`` (not on all sites)."""
        body = {"default_real_mode": mode}
        await self._connection.request(routes.OPERATION, body=body, site_id=site_id)

    async def set_storm_mode(self, site_id: int, *, enabled: bool) -> None:
        """Let Storm Watch take over, or not."""
        await self._connection.request(routes.STORM_MODE, body={"enabled": enabled}, site_id=site_id)

    async def set_grid_import_export(
        self, site_id: int, *, grid_charging_allowed: bool | None = None, export_rule: str | None = None
    ) -> None:
        """Set grid charging and the export rule; what is None stays as it is.

        Args:
            site_id: The energy site.
            grid_charging_allowed: Whether the Powerwall may charge from the grid.
            export_rule: ``battery_ok`` (everything), ``pv_only`` (solar) or ``never``.
        """
        body: dict[str, bool | str] = {}
        if grid_charging_allowed is not None:
            body["disallow_charge_from_grid_with_solar_installed"] = not grid_charging_allowed
        if export_rule is not None:
            body["customer_preferred_export_rule"] = export_rule
        await self._connection.request(routes.GRID_IMPORT_EXPORT, body=body, site_id=site_id)

    async def set_off_grid_vehicle_charging_reserve(self, site_id: int, percent: int) -> None:
        """Set the reserve below which cars are not charged while off the grid, 0 to 100 %."""
        body = {"off_grid_vehicle_charging_reserve_percent": _percent(percent)}
        await self._connection.request(routes.OFF_GRID_VEHICLE_CHARGING_RESERVE, body=body, site_id=site_id)

    async def set_time_of_use_settings(self, site_id: int, tariff_content_v2: Mapping[str, Any]) -> None:
        """Set the rate plan, in the shape of `SiteInfo.tariff_content_v2`."""
        body = {"tou_settings": {"tariff_content_v2": tariff_content_v2}}
        await self._connection.request(routes.TIME_OF_USE_SETTINGS, body=body, site_id=site_id)

    # The application; these two take a partner token

    async def register_partner_account(self, domain: str) -> PartnerAccount:
        """Register the application in this region (once each).

        Raises:
            PublicKeyUnreadable: Tesla cannot fetch the key from the domain.
            PartnerAccountRequired: The token is not a partner token.
        """
        body = {"domain": domain.lower()}
        return _expect(
            read(PartnerAccount, await self._connection.request(routes.PARTNER_ACCOUNTS, body=body))
        )

    async def partner_public_key(self, domain: str) -> PartnerAccount:
        """The public key that Tesla knows for a domain."""
        query = {"domain": domain.lower()}
        return _expect(
            read(PartnerAccount, await self._connection.request(routes.PARTNER_PUBLIC_KEY, query=query))
        )


def _expect[Model](model: Model | None) -> Model:
    if model is None:
        raise InvalidResponse
    return model


def _percent(percent: int) -> int:
    if not 0 <= percent <= _FULL:
        raise ValueError("A reserve is 0 to 100 %")
    return percent


def _history_query(
    kind: str, start: datetime | None, end: datetime | None, time_zone: str | None
) -> dict[str, str]:
    query = {
        "kind": kind,
        "start_date": start and start.isoformat(),
        "end_date": end and end.isoformat(),
        "time_zone": time_zone,
    }
    return {name: value for name, value in query.items() if value}
