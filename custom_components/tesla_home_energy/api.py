"""The one door to Tesla, and the one place where its failures become Home Assistant's.

Every command and every write goes through `TeslaApi`, and every reading that failed.
"""

import asyncio
from collections import Counter
from collections.abc import Awaitable, Iterator, Mapping
from contextlib import contextmanager, suppress
from datetime import timedelta
from functools import partial
from typing import Any, Final, TypedDict

from homeassistant.config_entries import ConfigEntry
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.config_entry_oauth2_flow import OAuth2Session
from homeassistant.helpers.storage import Store
from homeassistant.helpers.update_coordinator import UpdateFailed
from homeassistant.util import dt as dt_util
from homeassistant.util.hass_dict import HassKey

from .const import CONF_BASE_URL, CONF_FEATURES, CONF_UNSIGNED_READING, DOMAIN, MANUFACTURER
from .fleet_api import (
    AccountLimitExceeded,
    Category,
    Endpoints,
    Feature,
    FleetApi,
    FleetApiError,
    InvalidToken,
    MissingScopes,
    RateLimited,
    Scope,
    TokenClaims,
    TooManyWakes,
    Vehicle,
    VehicleAsleep,
    VehicleCommands,
    VehicleData,
    partner_token,
)
from .fleet_api.back_off import LIMIT_WAIT
from .fleet_api.endpoints import REGIONS
from .fleet_api.scopes import known_features, missing
from .issues import async_close_account_limit_issue, async_raise_account_limit_issue
from .scheduler import Scheduler
from .tokens import OAuthAccessToken
from .usage import AccountUsage
from .vehicle_command import InsufficientPrivilegesError, PrivateKey, VehicleCommandError

SIMULATOR: Final[HassKey[Endpoints]] = HassKey(f"{DOMAIN}_simulator")
"""Set when `configuration.yaml` puts a simulated Tesla in the place of Tesla's hosts."""

SHORTEST_WAIT: Final = 2.0
"""Seconds until a coordinator tries again."""
WAKES_A_DAY: Final = 8
"""Of each car: $0.16. Whoever needs more wakes it in Tesla's app, which costs nothing."""


@callback
def async_get_endpoints(
    hass: HomeAssistant, region: str | None = None, base_url: str | None = None
) -> Endpoints:
    """Return where Tesla answers.

    Args:
        hass: Holds the simulator's address, which replaces everything else.
        region: What the token says (`na`, `eu`, `cn`); North America when it says nothing that is known.
        base_url: What Tesla itself corrected that to.
    """
    if simulator := hass.data.get(SIMULATOR):
        return simulator
    endpoints = Endpoints.for_region(region if region in REGIONS else "na")
    believed = endpoints.believe(base_url or "")
    return endpoints.at(believed) if believed else endpoints


@callback
def async_is_simulated(hass: HomeAssistant) -> bool:
    """Return whether a simulated Tesla stands in the place of Tesla's hosts."""
    return SIMULATOR in hass.data


async def async_register_application(
    hass: HomeAssistant, endpoints: Endpoints, client_id: str, client_secret: str, domain: str
) -> str:
    """Register an application's domain in a region, and return the public key that Tesla found there, in hex.

    The partner token that this takes is used at once and kept nowhere.

    Raises:
        FleetApiError: Tesla does not register it.
    """
    session = async_get_clientsession(hass)
    token = await partner_token(session, endpoints, client_id, client_secret)

    async def access_token(*, rejected: str | None = None) -> str:  # noqa: ARG001  there is no other one
        return token

    fleet = FleetApi(session, endpoints, access_token)
    return (await fleet.register_partner_account(domain)).public_key


class _Translation(TypedDict):
    translation_domain: str
    translation_key: str
    translation_placeholders: dict[str, str]


def _translation(error: FleetApiError | VehicleCommandError, name: str) -> _Translation:
    """The words for a failure: every error class has a key, and `en.json` a sentence for it."""
    placeholders = {"name": name}
    if isinstance(error, VehicleCommandError):
        key = error.code
        placeholders = error.details | placeholders
    else:
        key = error.key
    if isinstance(error, MissingScopes):
        placeholders["scopes"] = ", ".join(error.scopes) or "?"
    return {"translation_domain": DOMAIN, "translation_key": key, "translation_placeholders": placeholders}


class CommandSessions:
    """The signed-command sessions of an account's cars, so that a restart needs no new handshake."""

    def __init__(self, hass: HomeAssistant, entry: ConfigEntry[Any]) -> None:
        """Keep them in a file of the entry's own."""
        self._store = Store[dict[str, dict[str, Any]]](hass, 1, f"{DOMAIN}.{entry.entry_id}.command_sessions")
        self._sessions: dict[str, dict[str, Any]] = {}

    async def async_load(self) -> None:
        """Read what was saved."""
        self._sessions = await self._store.async_load() or {}

    async def async_remove(self) -> None:
        """Delete the file."""
        await self._store.async_remove()

    def get(self, vin: str) -> Mapping[str, Any] | None:
        """Return what was saved for a car."""
        return self._sessions.get(vin)

    async def async_save(self, vin: str, sessions: dict[str, Any]) -> None:
        """Save at once: a counter must never be used twice, not even after a crash."""
        self._sessions[vin] = sessions
        await self._store.async_save(self._sessions)


class TeslaApi:
    """What one account may do at Tesla.

    Attributes:
        fleet: For reading; commands and writes go through the methods here.
        scheduler: Gives the coordinators their turns.
        granted: The scopes that the person allowed at Tesla.
        chosen: What the person wants Home Assistant to do.
        features: What of that is allowed.
        usage: What the requests cost.
        outages: How many coordinators fail to read, by the reason.
    """

    def __init__(
        self,
        hass: HomeAssistant,
        entry: ConfigEntry[Any],
        *,
        session: OAuth2Session,
        claims: TokenClaims,
        private_key: PrivateKey,
        command_sessions: CommandSessions,
        usage: AccountUsage,
    ) -> None:
        """Nothing is sent yet."""
        self._hass = hass
        self._entry = entry
        self._private_key = private_key
        self._command_sessions = command_sessions
        self._doors: dict[str, VehicleCommands] = {}
        self._waking: dict[str, asyncio.Task[None]] = {}
        self.scheduler = Scheduler()
        self.outages: Counter[str] = Counter()
        self.usage = usage
        self.granted = claims.scopes
        self.chosen = known_features(entry.data.get(CONF_FEATURES, Feature))
        self.features = self.chosen - frozenset(missing(self.chosen, claims.scopes))
        self.fleet = FleetApi(
            async_get_clientsession(hass),
            async_get_endpoints(hass, claims.region, entry.data.get(CONF_BASE_URL)),
            OAuthAccessToken(session, on_scopes_changed=self._reload),
            on_region_change=self._store_region,
            on_request=usage.async_record,
        )

    @callback
    def _reload(self, _: frozenset[str]) -> None:
        """Begin anew with other scopes: entities come and go, and what is missing is said."""
        self._hass.config_entries.async_schedule_reload(self._entry.entry_id)

    @callback
    def _store_region(self, endpoints: Endpoints) -> None:
        data = {**self._entry.data, CONF_BASE_URL: endpoints.fleet_api}
        self._hass.config_entries.async_update_entry(self._entry, data=data)

    # Reading

    @callback
    def read_failed(
        self, error: FleetApiError | VehicleCommandError, name: str, retry: timedelta | None = None
    ) -> UpdateFailed:
        """Return what a coordinator raises when reading failed; tell the person what only they can mend.

        Args:
            error: What went wrong.
            name: Of what was read.
            retry: When to try again, unless Tesla wants it later; None leaves that to the coordinator.
        """
        seconds = retry.total_seconds() if retry else 0.0
        if isinstance(error, InvalidToken):
            self._entry.async_start_reauth(self._hass)
        elif isinstance(error, AccountLimitExceeded):
            async_raise_account_limit_issue(self._hass, self._entry)
            seconds = max(seconds, LIMIT_WAIT)
        elif isinstance(error, RateLimited) and error.retry_after is not None:
            # Home Assistant counts from the last whole second: a shorter wait is over before it begins, and
            # the coordinator would ask itself again and again.
            seconds = max(seconds, error.retry_after, SHORTEST_WAIT)
        return UpdateFailed(retry_after=seconds or None, **_translation(error, name))

    @callback
    def async_read_succeeded(self) -> None:
        """Close what a reading has disproved."""
        async_close_account_limit_issue(self._hass, self._entry)

    def reading_interval(
        self, base: timedelta, category: Category, *, readers: int, vin: str | None = None
    ) -> timedelta | None:
        """Return how often something may be read within the budget; None for no more this month.

        Args:
            base: How often it is wanted.
            category: What each reading costs.
            readers: How many share what is left.
            vin: The car, if it is one.
        """
        budget, ledger = self.usage.budget, self.usage.ledger
        return budget.reading_interval(
            ledger,
            dt_util.utcnow(),
            base=base,
            price=budget.price(category),
            readers=max(readers, 1),
            vin=vin,
        )

    @contextmanager
    def _commanding(self, name: str, *, driver: bool = False) -> Iterator[None]:
        """Turn failures of a command into words for the person who gave it."""
        try:
            yield
        except InsufficientPrivilegesError as error:
            translation = _translation(error, name)
            if driver:  # the owner alone can change that
                translation["translation_key"] = "driver_without_rights"
            raise HomeAssistantError(**translation) from error
        except InvalidToken as error:
            self._entry.async_start_reauth(self._hass)
            raise HomeAssistantError(**_translation(error, name)) from error
        except (FleetApiError, VehicleCommandError) as error:
            raise HomeAssistantError(**_translation(error, name)) from error

    async def async_command(
        self, vehicle: Vehicle, command: str, parameters: Mapping[str, Any], *, wake: bool = True
    ) -> None:
        """Send a command to a car; return when the car has proved that it carried it out.

        A sleeping car is woken once ($0.02) and waited for, up to half a minute. One that was last heard of
        asleep is asked for first, for free; one that was last heard of online may sleep all the same.

        Args:
            vehicle: The car as last heard of.
            command: As in the REST API.
            parameters: As in the REST API.
            wake: Whether a sleeping car is woken.

        Raises:
            HomeAssistantError: It was not carried out, or nobody can tell; the words say which.
        """
        with self._commanding(vehicle_name(vehicle), driver=vehicle.access_type == "DRIVER"):
            if command != "charge_stop" and (wait := self.fleet.back_off.wait_for_rate(Category.COMMANDS)):
                raise RateLimited(wait)
            door = self._door(vehicle)
            woken = not vehicle.online and wake and await self._woken(vehicle)
            try:
                await door.execute(command, parameters)
            except VehicleAsleep:
                if woken or not wake:
                    raise
                await self._wake_up(vehicle)
                await door.execute(command, parameters)

    async def _woken(self, vehicle: Vehicle) -> bool:
        """Wake a car if it really sleeps, and return whether that was necessary."""
        with suppress(FleetApiError):  # the command itself will tell
            vehicle = await self.fleet.vehicle(vehicle.vin)
        if vehicle.online:
            return False
        await self._wake_up(vehicle)
        return True

    def signs_commands(self, vehicle: Vehicle) -> bool:
        """Whether commands to a car are signed, as far as is known by now."""
        return self._door(vehicle).signed

    def _door(self, vehicle: Vehicle) -> VehicleCommands:
        if vehicle.vin not in self._doors:
            self._doors[vehicle.vin] = VehicleCommands(
                self.fleet,
                vehicle,
                self._private_key,
                stored=self._command_sessions.get(vehicle.vin),
                save=partial(self._command_sessions.async_save, vehicle.vin),
            )
        return self._doors[vehicle.vin]

    async def vehicle_data(self, vehicle: Vehicle, *, signed: bool) -> VehicleData:
        """Read a car.

        Args:
            vehicle: The car.
            signed: By signed message, for half the price; never again where that does not pass.

        Raises:
            FleetApiError, VehicleCommandError: It could not be read.
        """
        door = self._door(vehicle)
        door.signed_reading = signed
        try:
            return await door.vehicle_data(self._readable)
        finally:
            if door.signed_reading is not signed:
                self.async_set_signed_reading(vehicle, on=False)

    @property
    def _readable(self) -> frozenset[str]:
        """The granted scopes, without the position where it is not wanted."""
        wanted = Feature.SEE_LOCATION in self.features
        return self.granted if wanted else self.granted - {Scope.VEHICLE_LOCATION}

    def may_read_signed(self, vehicle: Vehicle) -> bool:
        """Whether a car may be read by signed message."""
        return self.signs_commands(vehicle) and vehicle.vin not in self._entry.options.get(
            CONF_UNSIGNED_READING, ()
        )

    @callback
    def async_set_signed_reading(self, vehicle: Vehicle, *, on: bool) -> None:
        """Switch reading by signed message on or off, for good."""
        vins = set(self._entry.options.get(CONF_UNSIGNED_READING, ())) - {vehicle.vin}
        options = {**self._entry.options, CONF_UNSIGNED_READING: sorted(vins if on else vins | {vehicle.vin})}
        self._hass.config_entries.async_update_entry(self._entry, options=options)

    async def async_wake_up(self, vehicle: Vehicle) -> None:
        """Wake a car ($0.02) and wait until it is online, up to half a minute.

        Raises:
            HomeAssistantError: It did not wake.
        """
        with self._commanding(vehicle_name(vehicle)):
            await self._wake_up(vehicle)

    async def _wake_up(self, vehicle: Vehicle) -> None:
        """Wake a car, together with whoever else wants it awake; that goes on when one of them gives up."""
        waking = self._waking.get(vehicle.vin)
        if waking is None:
            waking = self._hass.async_create_task(self._wake_up_once(vehicle), f"{DOMAIN} waking")
            self._waking[vehicle.vin] = waking
            waking.add_done_callback(lambda _: self._waking.pop(vehicle.vin))
        await asyncio.wait({waking})
        waking.result()

    async def _wake_up_once(self, vehicle: Vehicle) -> None:
        if self.usage.ledger.wakes_today(vehicle.vin, dt_util.utcnow()) >= WAKES_A_DAY:
            raise TooManyWakes
        if not (await self.fleet.wake_up(vehicle.vin)).online:
            await self.fleet.wait_until_online(vehicle.vin)

    async def async_write(self, write: Awaitable[None], name: str) -> None:
        """Change a setting of an energy site.

        Raises:
            HomeAssistantError: Tesla did not take it.
        """
        with self._commanding(name):
            await write


def vehicle_name(vehicle: Vehicle) -> str:
    """What its owner calls the car, else its model."""
    return vehicle.display_name or vehicle.model or MANUFACTURER
