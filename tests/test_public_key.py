"""The public key as Tesla and a person's browser fetch it."""

from http import HTTPStatus
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key
from pytest_homeassistant_custom_component.common import MockConfigEntry
from pytest_homeassistant_custom_component.typing import ClientSessionGenerator

from custom_components.tesla_home_energy.const import KEY_FILE
from custom_components.tesla_home_energy.public_key import PATH
from homeassistant.core import HomeAssistant


async def test_the_public_key_is_served_to_anybody(
    hass: HomeAssistant, home: MockConfigEntry, hass_client_no_auth: ClientSessionGenerator
) -> None:
    client = await hass_client_no_auth()
    response = await client.get(PATH)

    assert response.status == HTTPStatus.OK
    body = await response.read()
    key = load_pem_public_key(body)
    assert isinstance(key, EllipticCurvePublicKey)
    assert isinstance(key.curve, SECP256R1)
    assert b"PRIVATE" not in body


async def test_nothing_is_served_before_an_account_is_set_up(
    hass: HomeAssistant, integration: None, hass_client_no_auth: ClientSessionGenerator
) -> None:
    client = await hass_client_no_auth()

    assert (await client.get(PATH)).status == HTTPStatus.NOT_FOUND
    assert not Path(hass.config.path(KEY_FILE)).exists()


async def test_nothing_is_served_when_the_key_cannot_be_read(
    hass: HomeAssistant, entry: MockConfigEntry, hass_client_no_auth: ClientSessionGenerator
) -> None:
    Path(hass.config.path(KEY_FILE)).write_text("spoilt")
    client = await hass_client_no_auth()

    assert (await client.get(PATH)).status == HTTPStatus.NOT_FOUND
