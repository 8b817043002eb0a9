"""Setting up an account: sign in at Tesla, see that Tesla answers, done."""

from collections.abc import Mapping
import logging
from typing import Any, override

from homeassistant.config_entries import SOURCE_REAUTH, SOURCE_RECONFIGURE, ConfigFlowResult
from homeassistant.const import CONF_ACCESS_TOKEN, CONF_TOKEN
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.config_entry_oauth2_flow import AbstractOAuth2FlowHandler

from .api import async_get_endpoints
from .const import CONF_BASE_URL, DOMAIN, LOGGER
from .fleet_api import FleetApi, FleetApiError, MalformedToken, Products, TokenClaims, read_token
from .fleet_api.scopes import Feature, allowed

_ERRORS = {
    "account_limit_exceeded",
    "connection_failed",
    "invalid_response",
    "not_registered",
    "outcome_unknown",
    "rate_limited",
    "server_error",
}
"""What the flow has words of its own for."""


class TeslaHomeEnergyFlow(AbstractOAuth2FlowHandler, domain=DOMAIN):
    """One entry for each Tesla account."""

    DOMAIN = DOMAIN

    _data: dict[str, Any]
    _claims: TokenClaims

    @property
    @override
    def logger(self) -> logging.Logger:
        return LOGGER

    @override
    async def async_oauth_create_entry(self, data: dict[str, Any]) -> ConfigFlowResult:
        """Go on with the tokens, which only the access token itself tells the scopes of."""
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
        readable = (Feature.SEE_CARS, Feature.SEE_ENERGY_SITES)
        if not any(allowed(feature, self._claims.scopes) for feature in readable):
            return self.async_abort(reason="no_readable_data")
        return await self.async_step_connect()

    async def async_step_connect(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Ask Tesla for the cars and energy sites; an error can be tried again without signing in again."""
        fleet = FleetApi(
            async_get_clientsession(self.hass),
            async_get_endpoints(self.hass, self._claims.region),
            self._access_token,
            on_region_change=lambda endpoints: self._data.update({CONF_BASE_URL: endpoints.fleet_api}),
        )
        try:
            products = await fleet.products()
        except FleetApiError as error:
            return self._connect_again(error.key if error.key in _ERRORS else "refused")
        if not (products.vehicles or products.energy_sites):
            return self._connect_again("no_products")
        if self.source == SOURCE_REAUTH:
            return self.async_update_reload_and_abort(self._get_reauth_entry(), data_updates=self._data)
        if self.source == SOURCE_RECONFIGURE:
            return self.async_update_reload_and_abort(self._get_reconfigure_entry(), data_updates=self._data)
        return self.async_create_entry(title=_title(products), data=self._data)

    def _connect_again(self, error: str) -> ConfigFlowResult:
        return self.async_show_form(step_id="connect", errors={"base": error})

    async def _access_token(self, *, rejected: str | None = None) -> str:
        """The token of this sign-in: a minute old, so that a refused one is not worth renewing."""
        return str(self._data[CONF_TOKEN][CONF_ACCESS_TOKEN])

    async def async_step_reauth(self, entry_data: Mapping[str, Any]) -> ConfigFlowResult:
        """Sign in again, because Tesla no longer takes the tokens."""
        return await self.async_step_reauth_confirm()

    async def async_step_reauth_confirm(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Say why before Tesla's page opens."""
        if user_input is None:
            return self.async_show_form(step_id="reauth_confirm")
        return await self.async_step_user()

    async def async_step_reconfigure(self, user_input: dict[str, Any] | None = None) -> ConfigFlowResult:
        """Sign in again to allow more or less."""
        return await self.async_step_user()


def _title(products: Products) -> str:
    """Name the entry after the energy sites, else after the cars."""
    sites = [site.site_name for site in products.energy_sites if site.site_name]
    cars = [car.display_name or car.model for car in products.vehicles]
    return ", ".join(sites or [name for name in cars if name]) or "Tesla"
