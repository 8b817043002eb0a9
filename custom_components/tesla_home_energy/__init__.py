"""Tesla Home Energy: cars, Powerwalls and the roof, through Tesla's official Fleet API."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

import voluptuous as vol

from homeassistant.config_entries import ConfigEntry
from homeassistant.const import CONF_ACCESS_TOKEN, CONF_TOKEN
from homeassistant.core import HomeAssistant, callback
from homeassistant.exceptions import (
    ConfigEntryAuthFailed,
    ConfigEntryNotReady,
    OAuth2TokenRequestError,
    OAuth2TokenRequestReauthError,
)
from homeassistant.helpers import config_validation as cv, device_registry as dr
from homeassistant.helpers.config_entry_oauth2_flow import (
    OAuth2Session,
    async_get_config_entry_implementation,
)
from homeassistant.helpers.event import async_track_time_interval
from homeassistant.helpers.typing import ConfigType

from .api import SIMULATOR, CommandSessions, TeslaApi, vehicle_name
from .cadence import LIVE_INTERVAL
from .charging import (
    ChargingData,
    ChargingStore,
    async_get_places,
    async_give_cars_back,
    async_set_up_places,
    async_start_places,
    async_stop_places,
)
from .const import CONF_SIMULATOR, DOMAIN, MANUFACTURER, PLATFORMS
from .coordinator import (
    EnergySiteCoordinators,
    HistoryCoordinator,
    LiveStatusCoordinator,
    PairingCoordinator,
    ProductsCoordinator,
    SiteInfoCoordinator,
    TeslaHomeEnergyConfigEntry,
    VehicleCoordinator,
    site_device_info,
)
from .fleet_api import Endpoints, MalformedToken, Products, TokenClaims, read_token
from .fleet_api.scopes import missing
from .issues import async_say_what_to_undo, async_update_features_issue, async_update_shared_issue
from .public_key import async_get_private_key, async_serve_public_key
from .snapshots import Snapshots
from .tokens import OAuthAccessToken, async_get_token_store
from .usage import async_get_account_usage


def _simulator(value: Any) -> Endpoints:
    """Accept a loopback address only: no configuration can send a token elsewhere."""
    try:
        return Endpoints.simulator(cv.string(value))
    except ValueError as error:
        raise vol.Invalid(str(error)) from error


CONFIG_SCHEMA = vol.Schema(
    {vol.Optional(DOMAIN): vol.Schema({vol.Optional(CONF_SIMULATOR): _simulator})}, extra=vol.ALLOW_EXTRA
)


async def async_setup(hass: HomeAssistant, config: ConfigType) -> bool:
    """Serve the public key, and note the simulator if there is one."""
    options: Mapping[str, Endpoints] = config.get(DOMAIN) or {}
    if CONF_SIMULATOR in options:
        hass.data[SIMULATOR] = options[CONF_SIMULATOR]
    async_serve_public_key(hass)
    return True


async def async_setup_entry(hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry) -> bool:
    """Set up an account: one request to Tesla, none to a car."""
    session = OAuth2Session(hass, entry, await async_get_config_entry_implementation(hass, entry))
    private_key = await async_get_private_key(hass)
    snapshots = Snapshots(hass, entry)
    await snapshots.async_load()
    claims = await _claims(entry, OAuthAccessToken(session), may_be_old=snapshots.exist)
    command_sessions = CommandSessions(hass, entry)
    await command_sessions.async_load()
    usage = async_get_account_usage(hass, entry)
    await usage.async_start()
    entry.async_on_unload(usage.async_stop)
    api = TeslaApi(
        hass,
        entry,
        session=session,
        claims=claims,
        private_key=private_key,
        command_sessions=command_sessions,
        usage=usage,
    )
    account = ProductsCoordinator(hass, entry, api, snapshots)
    try:
        await account.async_config_entry_first_refresh()
    except ConfigEntryNotReady:
        if account.remembered is None:
            raise
        account.data = account.remembered
    products, shared = _without_shared(hass, entry, account.data)
    async_update_shared_issue(hass, entry, shared)
    await async_update_features_issue(hass, entry, missing(api.chosen, claims.scopes))

    devices = dr.async_get(hass)
    for site in products.energy_sites:  # before the Wall Connectors, which belong to them
        devices.async_get_or_create(config_entry_id=entry.entry_id, **site_device_info(site))
    entry.runtime_data = data = _data(hass, entry, account, products)
    await async_set_up_places(hass, entry, data)
    await hass.config_entries.async_forward_entry_setups(entry, PLATFORMS)
    account.async_reload_when_more()
    async_start_places(data)
    for coordinator in (*entry.runtime_data.coordinators, entry.runtime_data.pairing):
        entry.async_create_background_task(hass, coordinator.async_refresh(), f"{DOMAIN} first reading")

    @callback
    def check_freshness(_: datetime) -> None:
        for coordinator in entry.runtime_data.coordinators:
            coordinator.async_check_freshness()

    entry.async_on_unload(async_track_time_interval(hass, check_freshness, LIVE_INTERVAL))
    return True


def _data(
    hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, account: ProductsCoordinator, products: Products
) -> ChargingData:
    """Return the coordinators of an account's cars and energy sites."""
    vehicles = {
        vehicle.vin: VehicleCoordinator(hass, entry, account.api, account.snapshots, vehicle)
        for vehicle in products.vehicles
    }
    return ChargingData(
        store=ChargingStore(hass, entry),
        products=account,
        pairing=PairingCoordinator(hass, entry, account, vehicles),
        vehicles=vehicles,
        energy_sites={
            site.energy_site_id: EnergySiteCoordinators(
                live=LiveStatusCoordinator(hass, entry, account.api, account.snapshots, site),
                info=SiteInfoCoordinator(hass, entry, account.api, account.snapshots, site),
                history=HistoryCoordinator(hass, entry, account.api, account.snapshots, site),
            )
            for site in products.energy_sites
        },
    )


async def _claims(
    entry: TeslaHomeEnergyConfigEntry, access_token: OAuthAccessToken, *, may_be_old: bool
) -> TokenClaims:
    """Return what the token allows; what an expired one allowed will do while Tesla cannot be reached."""
    try:
        token = await access_token()
    except OAuth2TokenRequestError as error:
        if isinstance(error, OAuth2TokenRequestReauthError) or not may_be_old:
            raise
        token = str(entry.data[CONF_TOKEN][CONF_ACCESS_TOKEN])
    try:
        return read_token(token)
    except MalformedToken as error:
        raise ConfigEntryAuthFailed(translation_domain=DOMAIN, translation_key=error.key) from error


def _without_shared(
    hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, products: Products
) -> tuple[Products, dict[str, str]]:
    """Leave out what another account shows already; also return the names of both."""
    devices = dr.async_get(hass)
    others = [other for other in hass.config_entries.async_entries(DOMAIN) if other is not entry]
    shared: dict[str, str] = {}

    def ours(identifier: str, name: str) -> bool:
        def shown(by: ConfigEntry) -> bool:
            found = devices.async_get_device_by_identifier((DOMAIN, identifier), config_entry_id=by.entry_id)
            return found is not None

        owner = next((other for other in others if shown(other)), None)
        if owner is None or shown(entry):
            return True
        shared[name] = owner.title
        return False

    return Products(
        vehicles=tuple(car for car in products.vehicles if ours(car.vin, vehicle_name(car))),
        energy_sites=tuple(
            site
            for site in products.energy_sites
            if ours(str(site.energy_site_id), site.site_name or MANUFACTURER)
        ),
    ), shared


async def async_unload_entry(hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry) -> bool:
    """Stop reading; what was read stays on disk."""
    unloaded = await hass.config_entries.async_unload_platforms(entry, PLATFORMS)
    if unloaded:
        await async_stop_places(hass, entry)
        await entry.runtime_data.products.snapshots.async_save()
    return unloaded


async def async_remove_entry(hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry) -> None:
    """Give the cars back and delete what was stored; the key pair stays, other accounts and cars know it."""
    await async_give_cars_back(hass, entry)
    await CommandSessions(hass, entry).async_remove()
    await Snapshots(hass, entry).async_remove()
    await async_get_token_store(hass, entry).async_remove()
    await async_get_account_usage(hass, entry).async_remove()
    async_say_what_to_undo(hass, entry)


async def async_remove_config_entry_device(
    hass: HomeAssistant, entry: TeslaHomeEnergyConfigEntry, device: dr.DeviceEntry
) -> bool:
    """Let a person remove what the account no longer has."""
    present = {coordinator.identifier for coordinator in entry.runtime_data.coordinators}
    present.add(async_get_account_usage(hass, entry).identifier)
    present |= async_get_places(entry).keys()
    for site in entry.runtime_data.energy_sites.values():
        present |= site.live.wall_connectors.keys()
    return not any(domain == DOMAIN and identifier in present for domain, identifier in device.identifiers)
