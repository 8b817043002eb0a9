"""What the credentials dialog says."""

from pytest_homeassistant_custom_component.typing import WebSocketGenerator

from homeassistant.components.application_credentials import DOMAIN as APPLICATION_CREDENTIALS
from homeassistant.core import HomeAssistant
from homeassistant.setup import async_setup_component


async def test_the_dialog_names_teslas_site_and_the_redirect_address(
    hass: HomeAssistant, enable_custom_integrations: None, hass_ws_client: WebSocketGenerator
) -> None:
    assert await async_setup_component(hass, APPLICATION_CREDENTIALS, {})
    client = await hass_ws_client(hass)
    await client.send_json_auto_id({"type": "application_credentials/config"})
    answer = await client.receive_json()

    placeholders = answer["result"]["integrations"]["tesla_home_energy"]["description_placeholders"]
    assert placeholders["developer_url"].startswith("https://developer.tesla.com/")
    assert placeholders["redirect_url"] == "https://my.home-assistant.io/redirect/oauth"
