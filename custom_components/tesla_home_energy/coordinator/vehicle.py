"""One car."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any, ClassVar, Final, override

from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.device_registry import DeviceInfo
from homeassistant.util import dt as dt_util

from ..api import TeslaApi, vehicle_name
from ..cadence import FRESH_DATA, READ_BACK_DELAYS, STATE_INTERVAL, is_fresh, vehicle_data_interval
from ..const import DOMAIN, MANUFACTURER
from ..fleet_api import Category, ChargeState, Sharing, Vehicle, VehicleAsleep, WallConnector
from ..fleet_api.models.record import as_json, read
from ..issues import BUDGET_PART_SPENT, MOBILE_ACCESS_DISABLED, CarIssues
from ..pairing import CarPairing
from ..snapshots import Snapshot, Snapshots
from ..vehicle_command import find_command
from ..vehicle_snapshot import VehicleSnapshot
from .base import TeslaCoordinator
from .entry import TeslaHomeEnergyConfigEntry

LOWEST_DIRECT_CURRENT: Final = 5
"""A: from here a car goes lower only when told twice; the first time it stops here (reported)."""

WALL_CONNECTOR_DELAY: Final = timedelta(seconds=20)
"""When a Wall Connector tells that a car began to charge, or stopped (reported: cars ramp for up to 20 s)."""

CHARGING: Final = "charging"
"""The key of the control that starts and stops charging."""

_CHARGING: Final = frozenset({"Charging", "Starting"})
_STARTED: Final = _CHARGING | {"Complete", "Disconnected"}
"""What a start may have come to: the battery has reached its limit since, or the cable was pulled out."""


class VehicleCoordinator(TeslaCoordinator[VehicleSnapshot]):
    """One car: the free state call, then `vehicle_data` if it is online and that is due. Never wakes it."""

    category: ClassVar[Category] = Category.FREE

    def __init__(
        self,
        hass: HomeAssistant,
        entry: TeslaHomeEnergyConfigEntry,
        api: TeslaApi,
        snapshots: Snapshots,
        vehicle: Vehicle,
    ) -> None:
        """Start from what was remembered, and what the product list told."""
        super().__init__(
            hass,
            entry,
            api,
            snapshots,
            kind="car",
            interval=STATE_INTERVAL,
            identifier=vehicle.vin,
            device_info=DeviceInfo(
                identifiers={(DOMAIN, vehicle.vin)},
                manufacturer=MANUFACTURER,
                model=vehicle.model,
                model_id=str(vehicle.model_year) if vehicle.model_year else None,
                name=vehicle_name(vehicle),
                serial_number=vehicle.vin,
            ),
        )
        self.vin = vehicle.vin
        self._told_at: datetime | None = None
        self.issues = CarIssues(hass, entry, vehicle.vin, vehicle_name(vehicle))
        remembered = read(VehicleSnapshot, self.remembered.get("car"))
        self._start_from(
            replace(remembered, vehicle=vehicle) if remembered else VehicleSnapshot(vehicle=vehicle)
        )

    @override
    def _as_json(self) -> Snapshot:
        return {"car": as_json(self._actual)}

    @override
    async def _async_read(self, *, asked_for: bool) -> VehicleSnapshot:
        if asked_for and not self.pairing.settled:
            await self.config_entry.runtime_data.pairing.async_request_refresh()
        self._told_at = self._actual.read_at
        vehicle = await self.api.fleet.vehicle(self.vin)
        now = dt_util.utcnow()
        woke = vehicle.online and not self._actual.vehicle.online
        self._actual = car = self._actual.with_vehicle(vehicle, now)
        if woke:
            self._tell_sites()
        if not vehicle.online or not (asked_for or self._is_due(car, now)):
            return car
        try:
            data = await self.api.vehicle_data(vehicle, signed=self.reads_signed)
        except VehicleAsleep:  # it fell asleep between the two calls
            return car
        return self._actual.with_data(data, now)

    @callback
    def _tell_sites(self) -> None:
        """Let sites that are read seldom see why the car woke: it may have been plugged in."""
        for site in self.config_entry.runtime_data.energy_sites.values():
            if site.live.billed:
                self.config_entry.async_create_background_task(
                    self.hass, site.live.async_refresh(), f"{DOMAIN} a car woke"
                )

    def _is_due(self, car: VehicleSnapshot, now: datetime) -> bool:
        if self.api.fleet.back_off.wait(Category.DATA):
            return False
        interval = self._data_interval(car)
        return interval is not None and car.due(now, interval)

    def _data_interval(self, car: VehicleSnapshot) -> timedelta | None:
        category = Category.COMMANDS if self.reads_signed else Category.DATA
        cars = self.config_entry.runtime_data.vehicles.values()
        even = self.api.usage.budget.sharing is Sharing.EVEN
        readers = len(cars) if even else sum(one.data.vehicle.online for one in cars)
        return self.api.reading_interval(vehicle_data_interval(car), category, vin=self.vin, readers=readers)

    @override
    def _next_interval(self) -> timedelta:
        """The state call is free, so that it keeps its pace whatever the budget."""
        if self._data_interval(self._actual) is not None or self.api.usage.exhausted:
            self.issues.async_close(BUDGET_PART_SPENT)
        else:
            self.issues.async_raise(BUDGET_PART_SPENT)
        return STATE_INTERVAL

    @override
    def _tells(self, read: VehicleSnapshot) -> bool:
        return read.read_at != self._told_at

    @property
    @override
    def as_of(self) -> datetime | None:
        return self._actual.as_of

    @property
    @override
    def fresh(self) -> bool:
        """A sleeping car stays as it is; one that is online has to be read from time to time."""
        if not super().fresh:
            return False
        car = self._actual
        if not car.vehicle.online or car.read_at is None:
            return True
        interval = self._data_interval(car) or timedelta()
        return is_fresh(max(car.read_at, self.started_at), dt_util.utcnow(), interval, patience=FRESH_DATA)

    @property
    def actual(self) -> VehicleSnapshot:
        """The car as it was read, without what commands make likely."""
        return self._actual

    # What the energy site tells of it, for free

    @callback
    def async_wall_connector_says(self, connector: WallConnector | None, as_of: datetime) -> None:
        """Take what a Wall Connector tells of the car; read the car once if that is news."""
        before = self._actual
        self._actual = car = before.with_wall_connector(connector, as_of)
        if car == before:
            return
        expected = CHARGING in self.pending and self._settle(CHARGING, car)
        self.data = self._shown()
        self.async_update_listeners()
        if car.changed_at != before.changed_at and not expected and car.vehicle.online:
            self.config_entry.async_create_background_task(
                self.hass, self.async_refresh(), f"{DOMAIN} news of a car"
            )

    # Commands

    async def async_command(
        self,
        command: str,
        parameters: Mapping[str, Any],
        *,
        key: str,
        expect: Callable[[ChargeState], ChargeState],
        read_back: bool = True,
        wake: bool = True,
    ) -> None:
        """Send a command through the one door, then show the charge state that it makes likely.

        Args:
            command: As in the REST API.
            parameters: As in the REST API.
            key: Of the control that shows it.
            expect: What it makes likely; must change nothing in a charge state that shows it already.
            read_back: Whether to read the car for it; a loop learns from the energy site for free.
            wake: Whether to wake the car for it ($0.02).

        Raises:
            HomeAssistantError: The command was not carried out; nothing that is shown has changed.
        """
        pairing = self.config_entry.runtime_data.pairing
        try:
            await self.api.async_command(self.data.vehicle, command, parameters, wake=wake)
        except HomeAssistantError as error:
            if error.translation_key in {"not_paired", "key_inactive"}:
                pairing.async_car_says(self.vin, paired=False)
            elif error.translation_key == MOBILE_ACCESS_DISABLED:
                self.issues.async_raise(MOBILE_ACCESS_DISABLED)
            raise
        self.issues.async_close(MOBILE_ACCESS_DISABLED)
        if self.api.signs_commands(self.data.vehicle) and not find_command(command).rest_only:
            pairing.async_car_says(self.vin, paired=True)
        told_by_site = key == CHARGING and self.data.at_wall_connector
        delay = WALL_CONNECTOR_DELAY if told_by_site else READ_BACK_DELAYS[0]
        self.async_expect(
            key,
            lambda car: replace(car, charge=expect(car.charge)),
            read_back=delay if read_back else None,
        )

    async def async_set_charging(self, *, on: bool, read_back: bool = True, wake: bool = True) -> None:
        """Start or stop charging.

        Raises:
            HomeAssistantError: As `async_command`.
        """

        def expect(charge: ChargeState) -> ChargeState:
            state = charge.charging_state
            if (state in _STARTED) if on else (state not in _CHARGING):
                return charge
            return replace(charge, charging_state="Starting" if on else "Stopped")

        command = "charge_start" if on else "charge_stop"
        await self.async_command(command, {}, key=CHARGING, expect=expect, read_back=read_back, wake=wake)

    async def async_set_charging_amps(self, amps: int, *, read_back: bool = True, wake: bool = True) -> None:
        """Set the charge current, A; below 5 A twice, as cars need it.

        Raises:
            HomeAssistantError: As `async_command`.
        """
        before = self.data.charge.charge_current_request
        twice = amps < LOWEST_DIRECT_CURRENT and (before is None or before >= LOWEST_DIRECT_CURRENT)
        for _ in range(2 if twice else 1):
            await self.async_send_charging_amps(amps, read_back=read_back, wake=wake)

    async def async_send_charging_amps(self, amps: int, *, read_back: bool, wake: bool) -> None:
        """Send a charge current, A, once whatever it is: a loop counts its commands.

        Raises:
            HomeAssistantError: As `async_command`.
        """
        await self.async_command(
            "set_charging_amps",
            {"charging_amps": amps},
            key="charge_current_request",
            expect=lambda charge: replace(charge, charge_current_request=amps, charge_amps=amps),
            read_back=read_back,
            wake=wake,
        )

    async def async_set_charge_limit(
        self, percent: int, *, read_back: bool = True, wake: bool = True
    ) -> None:
        """Set the charge limit, %.

        Raises:
            HomeAssistantError: As `async_command`.
        """
        await self.async_command(
            "set_charge_limit",
            {"percent": percent},
            key="charge_limit_soc",
            expect=lambda charge: replace(charge, charge_limit_soc=percent),
            read_back=read_back,
            wake=wake,
        )

    @override
    async def _async_verify(self) -> None:
        if self.data.at_wall_connector and self.pending == {CHARGING}:
            for site in self.config_entry.runtime_data.energy_sites.values():
                await site.live.async_refresh()
            if not self.pending:
                return
        await super()._async_verify()

    @property
    def pairing(self) -> CarPairing:
        """What is known of the car and the virtual key."""
        return self.config_entry.runtime_data.pairing.data.get(self.vin, CarPairing(needs_key=False))

    @property
    def reads_signed(self) -> bool:
        """Whether the car is read by signed message ($0.001, not $0.002): it is known to hold the key."""
        return self.pairing.paired is True and self.api.may_read_signed(self.data.vehicle)

    async def async_set_signed_reading(self, *, on: bool) -> None:
        """Allow reading by signed message, or not; it ends by itself where the Fleet API does not pass it."""
        self.api.async_set_signed_reading(self.data.vehicle, on=on)
        self.async_update_listeners()

    async def async_wake_up(self) -> None:
        """Wake the car ($0.02) and read it.

        Raises:
            HomeAssistantError: It did not wake.
        """
        await self.api.async_wake_up(self.data.vehicle)
        await self.async_request_refresh()
