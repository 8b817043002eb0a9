"""Signing in at Tesla with the household's own application, and what Tesla's token endpoint answers."""

from http import HTTPStatus
import secrets
from typing import Any, Final, override

from aiohttp import RequestInfo
from multidict import CIMultiDict, CIMultiDictProxy
from yarl import URL

from homeassistant.components.application_credentials import (
    AuthImplementation,
    AuthorizationServer,
    ClientCredential,
)
from homeassistant.const import CONF_ACCESS_TOKEN
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import (
    OAuth2TokenRequestConnectionError,
    OAuth2TokenRequestError,
    OAuth2TokenRequestReauthError,
    OAuth2TokenRequestTransientError,
)
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.config_entry_oauth2_flow import LocalOAuth2ImplementationWithPkce
from homeassistant.util.hass_dict import HassKey

from .api import async_get_endpoints
from .const import DOMAIN
from .fleet_api import FleetApiError
from .fleet_api.answers import parse_object
from .fleet_api.connection import USER_AGENT, exchange
from .tokens import CONF_REFRESH_TOKEN

PATIENCE: Final = 20.0
"""Seconds for a token request; Home Assistant's flow gives up after 30."""

CONF_PREVIOUS_REFRESH_TOKEN: Final = "previous_refresh_token"  # noqa: S105  the name of a field

VERIFIERS: Final[HassKey[dict[str, str]]] = HassKey(f"{DOMAIN}_code_verifiers")
"""By flow, from the authorization to its code: implementations are made anew for each look-up."""

_SIGN_IN_AGAIN: Final = frozenset(
    {
        # Known (developer.tesla.com).
        "invalid_auth_code",
        "login_failed",
        "login_required",
        "password_changed",
        "unauthorized_client",
        # The standard's words for the same (RFC 6749); that Tesla uses them is assumed.
        "invalid_client",
        "invalid_grant",
    }
)
"""The codes of 400 and 401 that nothing but a person can mend; all else is worth another try."""


class TeslaOAuth2Implementation(AuthImplementation):
    """The authorization code flow, with what Tesla adds to it: an audience, and consent that can grow.

    PKCE is offered with every sign-in (reported: Tesla accepts it and then checks it). An application without
    a client secret, as Tesla gives to open-source clients, sends none.
    """

    def __init__(self, hass: HomeAssistant, auth_domain: str, credential: ClientCredential) -> None:
        """Sign in at Tesla, or at the simulated Tesla that `configuration.yaml` names."""
        endpoints = async_get_endpoints(hass)
        server = AuthorizationServer(endpoints.authorize, endpoints.token)
        super().__init__(hass, auth_domain, credential, server)
        self._verifiers = hass.data.setdefault(VERIFIERS, {})

    @property
    @override
    def extra_authorize_data(self) -> dict[str, Any]:
        """Only `prompt_missing_scopes` lets an earlier consent grow; the flow itself leads to the pairing."""
        return {"prompt": "login", "prompt_missing_scopes": "true", "show_keypair_step": "false"}

    @override
    async def async_generate_authorize_url(self, flow_id: str) -> str:
        """Return the address of Tesla's page; showing it again leaves the first one good."""
        verifier = self._verifiers.setdefault(flow_id, secrets.token_urlsafe(64))
        challenge = LocalOAuth2ImplementationWithPkce.compute_code_challenge(verifier)
        url = URL(await super().async_generate_authorize_url(flow_id))
        return str(url.update_query(code_challenge=challenge, code_challenge_method="S256"))

    @override
    async def async_resolve_external_data(self, external_data: Any) -> dict[str, Any]:
        """Exchange the code for tokens of the region that the code's prefix names (`EU_…`; reported)."""
        region = str(external_data["code"]).partition("_")[0].lower()
        request = {
            "grant_type": "authorization_code",
            "code": external_data["code"],
            "redirect_uri": external_data["state"]["redirect_uri"],
            "audience": async_get_endpoints(self.hass, region).fleet_api,
            "code_verifier": self._verifiers.pop(external_data["state"]["flow_id"], ""),
        }
        return await self._token_request(request)

    @override
    async def _async_refresh_token(self, token: dict[str, Any]) -> dict[str, Any]:
        """Renew the tokens; the refresh token before the newest works for a day (known), should that be none.

        An answer may have been broken on its way, and nobody has to sign in again for that.
        """
        if not token.get(CONF_REFRESH_TOKEN):  # `offline_access` was not granted
            raise self._error(OAuth2TokenRequestReauthError, HTTPStatus.UNAUTHORIZED)
        used = token[CONF_REFRESH_TOKEN]
        try:
            renewed = await super()._async_refresh_token(token)
        except OAuth2TokenRequestReauthError:
            used = token.get(CONF_PREVIOUS_REFRESH_TOKEN)
            if not used:
                raise
            renewed = await super()._async_refresh_token({**token, CONF_REFRESH_TOKEN: used})
        if renewed[CONF_REFRESH_TOKEN] != used:
            renewed[CONF_PREVIOUS_REFRESH_TOKEN] = used
        return renewed

    @override
    async def _token_request(self, data: dict[str, Any]) -> dict[str, Any]:
        """Ask the token endpoint; no word of its answers reaches a log or an exception.

        Raises:
            OAuth2TokenRequestReauthError: Only a new sign-in helps.
            OAuth2TokenRequestTransientError: Tesla, or a firewall before it, answers with another error.
            OAuth2TokenRequestConnectionError: No answer came, or none that can be used.
        """
        form = {**data, "client_id": self.client_id}
        if self.client_secret:
            form["client_secret"] = self.client_secret
        try:
            answer = await exchange(
                async_get_clientsession(self.hass),
                "POST",
                self.token_url,
                patience=PATIENCE,
                headers={"User-Agent": USER_AGENT},
                data=form,
            )
        except FleetApiError as error:
            raise OAuth2TokenRequestConnectionError(domain=self.service_domain) from error
        body = parse_object(answer.body) or {}
        if answer.status == HTTPStatus.OK:
            return self._tokens(body)
        refused = answer.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNAUTHORIZED}
        if refused and str(body.get("error")) in _SIGN_IN_AGAIN:
            raise self._error(OAuth2TokenRequestReauthError, answer.status)
        raise self._error(OAuth2TokenRequestTransientError, answer.status)

    def _tokens(self, body: dict[str, Any]) -> dict[str, Any]:
        """What is worth keeping of an answer; a refresh token may be missing, the old one then stays."""
        access_token, refresh_token = body.get(CONF_ACCESS_TOKEN), body.get(CONF_REFRESH_TOKEN)
        try:
            expires_in = int(body["expires_in"])
        except KeyError, TypeError, ValueError, OverflowError:
            expires_in = 0
        if not (isinstance(access_token, str) and access_token and expires_in > 0):
            raise OAuth2TokenRequestConnectionError(domain=self.service_domain)
        tokens = {"access_token": access_token, "expires_in": expires_in, "token_type": "Bearer"}
        if isinstance(refresh_token, str) and refresh_token:
            tokens[CONF_REFRESH_TOKEN] = refresh_token
        return tokens

    def _error(self, kind: type[OAuth2TokenRequestError], status: int) -> OAuth2TokenRequestError:
        url = URL(self.token_url)
        request = RequestInfo(url, "POST", CIMultiDictProxy(CIMultiDict()), url)
        return kind(request_info=request, status=status, domain=self.service_domain)
