"""Setting up an account: choose what Home Assistant may do, sign in at Tesla, host the key, pair the cars.

Each step checks itself before the next one, and an error keeps what was typed.
"""

from collections.abc import Mapping
import logging
from typing import Any, Final, cast, override

import voluptuous as vol
from yarl import URL

from homeassistant.config_entries import (
    SOURCE_REAUTH,
    SOURCE_RECONFIGURE,
    ConfigEntry,
    ConfigFlowResult,
    OptionsFlow,
)
from homeassistant.const import CONF_ACCESS_TOKEN, CONF_DOMAIN, CONF_TOKEN
from homeassistant.core import callback
from homeassistant.exceptions import ConfigEntryError
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.config_entry_oauth2_flow import (
    AbstractOAuth2FlowHandler,
    async_get_implementations,
)
from homeassistant.helpers.network import NoURLAvailableError, get_url
from homeassistant.helpers.selector import (
    BooleanSelector,
    SelectSelector,
    SelectSelectorConfig,
    SelectSelectorMode,
    TextSelector,
)

from .api import (
    async_get_endpoints,
    async_is_simulated,
    async_register_application,
    vehicle_name,
)
from .const import CONF_BASE_URL, CONF_FEATURES, CONF_REGION, DOMAIN, LOGGER
from .fleet_api import (
    FleetApi,
    FleetApiError,
    MalformedToken,
    NotRegistered,
    Products,
    TokenClaims,
    Vehicle,
    read_token,
)
from .fleet_api.scopes import (
    ACCESS,
    READABLE,
    Feature,
    allowed,
    complete,
    known_features,
    missing,
    scopes_for,
)
from .issues import async_feature_names
from .oauth import TeslaOAuth2Implementation
from .options_flow import TeslaHomeEnergyOptionsFlow
from .pairing import car_pairing, pairing_schema, pairing_url
from .public_key import (
    PATH,
    HostedKeyError,
    async_check_hosted_key,
    async_get_private_key,
    async_serve_public_key,
    normalized_domain,
)

ANYWHERE: Final = "anywhere"
CHINA: Final = "cn"
CONF_LATER: Final = "later"

_CONNECT_ERRORS: Final = {
    "account_limit_exceeded",
    "connection_failed",
    "invalid_response",
    "outcome_unknown",
    "payment_required",
    "rate_limited",
    "server_error",
}
"""What reading the cars and sites can end in that has words of its own in the flow."""

_REGISTRATION_ERRORS: Final = _CONNECT_ERRORS | {
    "invalid_client",
    "invalid_request",
    "not_registered",
    "partner_account_required",
    "public_key_unreadable",
}
"""The same for the registration."""


class TeslaHomeEnergyFlow(AbstractOAuth2FlowHandler, domain=DOMAIN):
    """One entry for each Tesla account."""

    DOMAIN = DOMAIN

    _asks_again = False
    _data: dict[str, Any]
    _claims: TokenClaims
    _products: Products | None = None

    def __init__(self) -> None:
        """Begin with everything chosen."""
        super().__init__()
        self._features = frozenset(Feature)
        self._region = ANYWHERE
        self._domain = ""
        self._later: set[str] = set()
        self._pairing = ""

    @staticmethod
    @callback
    @override
    def async_get_options_flow(config_entry: ConfigEntry) -> OptionsFlow:
        return TeslaHomeEnergyOptionsFlow()

    @property
    @override
    def logger(self) -> logging.Logger:
        return LOGGER

    @property
    @override
    def extra_authorize_data(self) -> dict[str, Any]:
        """Ask for what the features need; who left out what they chose cannot do so by mistake again."""
        data = {"scope": " ".join(scopes_for(self._features))}
        return data | {"require_requested_scopes": "true"} if self._asks_again else data

    @override
    async def async_generate_authorize_url(self) -> str:
        url = URL(await super().async_generate_authorize_url())
        if self._region == CHINA and not async_is_simulated(self.hass):
            url = url.with_host(str(URL(async_get_endpoints(self.hass, CHINA).authorize).host))
        return str(url)

    # What Home Assistant may do

    @override
    async def async_step_user(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Choose features; the scopes follow from them."""
        errors = {}
        if not await async_get_implementations(self.hass, DOMAIN):
            return await self.async_step_pick_implementation()  # says what is missing
        if user_input is not None:
            self._features = complete(known_features(user_input[CONF_FEATURES]))
            self._region = user_input[CONF_REGION]
            if self._features:
                return await self.async_step_pick_implementation()
            errors["base"] = "nothing_chosen"
        schema = vol.Schema(
            {
                vol.Required(
                    CONF_FEATURES, default=[feature for feature in Feature if feature in self._features]
                ): SelectSelector(
                    SelectSelectorConfig(
                        options=list(Feature),
                        multiple=True,
                        mode=SelectSelectorMode.LIST,
                        translation_key=CONF_FEATURES,
                    )
                ),
                vol.Required(CONF_REGION, default=self._region): SelectSelector(
                    SelectSelectorConfig(
                        options=[ANYWHERE, CHINA],
                        mode=SelectSelectorMode.DROPDOWN,
                        translation_key=CONF_REGION,
                    )
                ),
            }
        )
        return self.async_show_form(step_id="user", data_schema=schema, errors=errors)

    async def async_step_reauth(self, entry_data: Mapping[str, Any]) -> ConfigFlowResult:
        """Sign in again, because Tesla no longer takes the tokens or consent is missing."""
        self._remember(entry_data)
        return await self.async_step_reauth_confirm()

    async def async_step_reauth_confirm(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say why before Tesla's page opens."""
        if user_input is None:
            return self.async_show_form(step_id="reauth_confirm")
        return await self.async_step_pick_implementation()

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Change features, application and domain; nothing is removed."""
        self._remember(self._get_reconfigure_entry().data)
        return await self.async_step_user(user_input)

    def _remember(self, data: Mapping[str, Any]) -> None:
        self._features = known_features(data.get(CONF_FEATURES, Feature))
        self._region = data.get(CONF_REGION, ANYWHERE)
        self._domain = data.get(CONF_DOMAIN, "")

    # What Tesla was allowed to share

    @override
    async def async_oauth_create_entry(self, data: dict[str, Any]) -> ConfigFlowResult:
        """Go on with the tokens; the access token alone tells the scopes."""
        try:
            self._claims = read_token(data[CONF_TOKEN][CONF_ACCESS_TOKEN])
        except KeyError, MalformedToken:
            return self.async_abort(reason="oauth_error")
        self._data = data
        await self.async_set_unique_id(self._claims.subject)
        if self.source in {SOURCE_REAUTH, SOURCE_RECONFIGURE}:
            self._abort_if_unique_id_mismatch(reason="wrong_account")
        else:
            self._abort_if_unique_id_configured()
        granted = self._claims.scopes
        if not any(allowed(feature, granted) for feature in READABLE):
            return self.async_abort(reason="no_readable_data")
        if self._refused:
            return await self.async_step_missing_scopes()
        return await self.async_step_connect()

    @property
    def _refused(self) -> tuple[Feature, ...]:
        """What was chosen here and not allowed at Tesla, but for what is optional."""
        features = missing(self._features, self._claims.scopes)
        return tuple(feature for feature in features if not ACCESS[feature].optional)

    async def async_step_missing_scopes(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Name what will not work, and offer to ask again."""
        names = await async_feature_names(self.hass, self._refused)
        return self.async_show_menu(
            step_id="missing_scopes",
            menu_options=["ask_again", "continue_without"],
            description_placeholders={"features": names},
        )

    async def async_step_ask_again(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Open Tesla's page once more, for what is missing."""
        self._asks_again = True
        return await self.async_step_auth()

    async def async_step_continue_without(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Do without what was not allowed."""
        self._features -= frozenset(self._refused)
        return await self.async_step_connect()

    # What there is

    async def async_step_connect(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask Tesla for the cars and energy sites; an error can be tried again without signing in again."""
        fleet = self._fleet_api()
        try:
            self._products = await fleet.products()
        except NotRegistered:
            return await self.async_step_registration()
        except FleetApiError as error:
            return self._connect_again(error.key if error.key in _CONNECT_ERRORS else "refused")
        if not (self._products.vehicles or self._products.energy_sites):
            return self._connect_again("no_products")
        try:
            self._data[CONF_BASE_URL] = (await fleet.users_region()).fleet_api
        except FleetApiError as error:
            LOGGER.debug("The region could not be confirmed: %s", error)
        if self.source == SOURCE_REAUTH or not self._commands_cars:
            return await self._async_finish()
        if self._data.get(CONF_DOMAIN):
            return await self.async_step_pair()
        return await self.async_step_registration()

    def _fleet_api(self) -> FleetApi:
        return FleetApi(
            async_get_clientsession(self.hass),
            async_get_endpoints(self.hass, self._claims.region, self._data.get(CONF_BASE_URL)),
            self._access_token,
            on_region_change=lambda endpoints: self._data.update({CONF_BASE_URL: endpoints.fleet_api}),
        )

    def _connect_again(self, error: str) -> ConfigFlowResult:
        return self.async_show_form(step_id="connect", errors={"base": error})

    async def _access_token(self, *, rejected: str | None = None) -> str:
        """The token of this sign-in, which is too young to be worth renewing when it is refused."""
        return str(self._data[CONF_TOKEN][CONF_ACCESS_TOKEN])

    @property
    def _commands_cars(self) -> bool:
        """Whether there is a car that takes signed commands, and they are wanted."""
        wanted = self._features & {Feature.CONTROL_CHARGING, Feature.CONTROL_CARS}
        return bool(wanted) and self._products is not None and bool(self._signing_cars)

    @property
    def _signing_cars(self) -> list[Vehicle]:
        return [car for car in self._products.vehicles if car.signs_commands] if self._products else []

    # The key, and Tesla's registration of it

    async def async_step_registration(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Offer to register the key: without that the region answers nothing, or no car obeys."""
        try:
            await async_get_private_key(self.hass)
        except ConfigEntryError as error:
            return self.async_abort(
                reason="key_file_unreadable", description_placeholders=error.translation_placeholders
            )
        async_serve_public_key(self.hass)
        if not self._implementation.client_secret:
            return await self._async_register_elsewhere()
        options = ["domain", "finish"] if self._products else ["domain", "connect"]
        return self.async_show_menu(step_id="registration", menu_options=options)

    async def _async_register_elsewhere(self) -> ConfigFlowResult:
        """Without a client secret there is no partner token, and the registration is somebody else's."""
        if self._products is None:
            return self._connect_again("not_registered")
        return await self._async_finish()

    @property
    def _implementation(self) -> TeslaOAuth2Implementation:
        return cast(TeslaOAuth2Implementation, self.flow_impl)

    async def async_step_domain(
        self, user_input: dict[str, Any] | None = None, error: str | None = None
    ) -> ConfigFlowResult:
        """Find out where the public key is hosted, and look whether Tesla will find it there."""
        key = await async_get_private_key(self.hass)
        if user_input is not None:
            self._domain = user_input[CONF_DOMAIN]
            try:
                self._domain = normalized_domain(self._domain, simulated=async_is_simulated(self.hass))
                await async_check_hosted_key(self.hass, self._domain, key)
            except HostedKeyError as failure:
                error = failure.reason
            else:
                return await self.async_step_register()
        schema = vol.Schema({vol.Required(CONF_DOMAIN): TextSelector()})
        return self.async_show_form(
            step_id="domain",
            data_schema=self.add_suggested_values_to_schema(
                schema, {CONF_DOMAIN: self._domain or self._own_domain}
            ),
            errors={"base": error} if error else {},
            description_placeholders={
                "path": PATH,
                "public_key": key.public_key_pem().decode(),
                "developer_url": "https://developer.tesla.com/dashboard",
            },
        )

    @property
    def _own_domain(self) -> str:
        """The domain of this Home Assistant, if it can be reached from outside."""
        if async_is_simulated(self.hass):
            return URL(self._implementation.redirect_uri).authority
        try:
            url = get_url(self.hass, allow_internal=False, allow_ip=False, require_ssl=True)
        except NoURLAvailableError:
            return ""
        return URL(url).host or ""

    async def async_step_register(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Register the application with Tesla, after the person has seen what is registered where."""
        endpoints = async_get_endpoints(self.hass, self._claims.region, self._data.get(CONF_BASE_URL))
        if user_input is None:
            return self.async_show_form(
                step_id="register",
                description_placeholders={
                    "domain": self._domain,
                    "region": str(URL(endpoints.fleet_api).host),
                },
            )
        key = await async_get_private_key(self.hass)
        implementation = self._implementation
        try:
            registered = await async_register_application(
                self.hass, endpoints, implementation.client_id, implementation.client_secret, self._domain
            )
        except FleetApiError as error:
            known = error.key in _REGISTRATION_ERRORS
            return await self.async_step_domain(error=error.key if known else "refused")
        if registered != key.public_point.hex():
            return await self.async_step_domain(error="registered_key_mismatch")
        self._data[CONF_DOMAIN] = self._domain
        if self._products is None:
            return await self.async_step_connect()
        return await self.async_step_pair()

    # The cars, and the end

    async def async_step_pair(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Show the page of one car after the other that does not know the key yet."""
        if user_input and user_input.get(CONF_LATER):
            self._later.add(self._pairing)
        unpaired = [car for car in await self._unpaired_cars() if car.vin not in self._later]
        if not unpaired:
            return await self._async_finish()
        car = unpaired[0]
        again = user_input is not None and car.vin == self._pairing
        self._pairing = car.vin
        url = pairing_url(self._data[CONF_DOMAIN], car.vin)
        schema = pairing_schema(url).extend({vol.Optional(CONF_LATER, default=False): BooleanSelector()})
        return self.async_show_form(
            step_id="pair",
            data_schema=schema,
            errors={"base": "still_unpaired"} if again else {},
            description_placeholders={"name": vehicle_name(car), "url": url},
        )

    async def _unpaired_cars(self) -> list[Vehicle]:
        """The cars that Tesla says do not know the key; none where it does not say."""
        try:
            status = await self._fleet_api().fleet_status([car.vin for car in self._signing_cars])
        except FleetApiError as error:
            LOGGER.debug("The pairing of the cars could not be read: %s", error)
            return []
        pairings = {car: car_pairing(car, status) for car in self._signing_cars}
        return [car for car, pairing in pairings.items() if pairing.needs_key and pairing.paired is False]

    async def async_step_finish(self, _: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Leave the registration for later."""
        return await self._async_finish()

    async def _async_finish(self) -> ConfigFlowResult:
        data = {
            **self._data,
            CONF_FEATURES: [feature for feature in Feature if feature in self._features],
            CONF_REGION: self._region,
        }
        entry: ConfigEntry[Any] | None = None
        if self.source == SOURCE_REAUTH:
            entry = self._get_reauth_entry()
        elif self.source == SOURCE_RECONFIGURE:
            entry = self._get_reconfigure_entry()
        if entry is not None:
            return self.async_update_reload_and_abort(entry, data_updates=data)
        return self.async_create_entry(title=_title(self._products or Products()), data=data)


def _title(products: Products) -> str:
    """Name the entry after the energy sites, else after the cars."""
    sites = [site.site_name for site in products.energy_sites if site.site_name]
    return ", ".join(sites or [vehicle_name(car) for car in products.vehicles]) or "Tesla"
