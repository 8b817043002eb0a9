"""Signing in at Tesla with the household's own application."""

from typing import Any, override

from homeassistant.components.application_credentials import (
    AuthImplementation,
    AuthorizationServer,
    ClientCredential,
)
from homeassistant.core import HomeAssistant

from .api import async_get_endpoints
from .fleet_api.scopes import FEATURES, Scope

SCOPES = (
    Scope.OPENID,
    Scope.OFFLINE_ACCESS,
    *sorted(frozenset[str]().union(*FEATURES.values())),
)
"""Everything that a feature can use; whoever signs in may untick what they do not want."""


class TeslaOAuth2Implementation(AuthImplementation):
    """The authorization code flow, with what Tesla adds to it: an audience, and consent that can grow."""

    def __init__(self, hass: HomeAssistant, auth_domain: str, credential: ClientCredential) -> None:
        """Sign in at Tesla, or at the simulated Tesla that `configuration.yaml` names."""
        endpoints = async_get_endpoints(hass)
        server = AuthorizationServer(endpoints.authorize, endpoints.token)
        super().__init__(hass, auth_domain, credential, server)

    @property
    @override
    def extra_authorize_data(self) -> dict[str, Any]:
        """Ask for all scopes; only `prompt_missing_scopes` lets an earlier consent grow."""
        return {"scope": " ".join(SCOPES), "prompt": "login", "prompt_missing_scopes": "true"}

    @override
    async def async_resolve_external_data(self, external_data: Any) -> dict[str, Any]:
        """Exchange the code for tokens of the region that the code's prefix names (`EU_…`; reported)."""
        region = str(external_data["code"]).partition("_")[0].lower()
        request = {
            "grant_type": "authorization_code",
            "code": external_data["code"],
            "redirect_uri": external_data["state"]["redirect_uri"],
            "audience": async_get_endpoints(self.hass, region).fleet_api,
        }
        return await self._token_request(request)
