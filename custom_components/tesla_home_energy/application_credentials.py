"""Sign-in with an application of the household's own, kept by Home Assistant."""

from homeassistant.components.application_credentials import ClientCredential
from homeassistant.core import HomeAssistant
from homeassistant.helpers.config_entry_oauth2_flow import AbstractOAuth2Implementation

from .oauth import TeslaOAuth2Implementation


async def async_get_auth_implementation(
    hass: HomeAssistant, auth_domain: str, credential: ClientCredential
) -> AbstractOAuth2Implementation:
    """Return how to sign in with one application."""
    return TeslaOAuth2Implementation(hass, auth_domain, credential)


async def async_get_description_placeholders(hass: HomeAssistant) -> dict[str, str]:  # noqa: ARG001  core's signature
    """Return the addresses that the credentials dialog names."""
    return {
        "developer_url": "https://developer.tesla.com/dashboard",
        "redirect_url": "https://my.home-assistant.io/redirect/oauth",
    }
