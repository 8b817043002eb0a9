"""The key pair of this Home Assistant: made once, kept in its configuration folder, its public half served.

Tesla fetches the public half from the domain an application was registered with, and cars learn it when
their owner pairs the virtual key. Whoever holds the private half can command those cars.
"""

import os
from pathlib import Path
from typing import Final

from aiohttp import web

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import ConfigEntryError
from homeassistant.helpers.http import KEY_HASS, HomeAssistantView
from homeassistant.helpers.singleton import singleton
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN
from .vehicle_command import InvalidKeyError, PrivateKey

KEY_FILE: Final = f"{DOMAIN}.key"

PATH: Final = "/.well-known/appspecific/com.tesla.3p.public-key.pem"
"""Where Tesla looks (developer.tesla.com, "Generate a public/private key pair")."""


def _load_or_create(path: Path) -> PrivateKey:
    try:
        return PrivateKey.from_pem(path.read_bytes())
    except FileNotFoundError:
        key = PrivateKey.create()
    # Moved into place only when it is complete: a crash leaves no key file or a whole one.
    part = path.with_suffix(".part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(key.to_pem())
        file.flush()
        os.fsync(descriptor)
    part.rename(path)
    return key


@singleton(HassKey[PrivateKey](f"{DOMAIN}_private_key"), async_=True)
async def async_get_private_key(hass: HomeAssistant) -> PrivateKey:
    """Return the private key, making it the first time.

    Raises:
        ConfigEntryError: The key file cannot be read or holds no P-256 key. It is never replaced.
    """
    path = Path(hass.config.path(KEY_FILE))
    try:
        return await hass.async_add_executor_job(_load_or_create, path)
    except (OSError, InvalidKeyError) as error:
        raise ConfigEntryError(
            translation_domain=DOMAIN,
            translation_key="key_file_unreadable",
            translation_placeholders={"file": KEY_FILE},
        ) from error


class PublicKeyView(HomeAssistantView):
    """Serve the public key to whoever asks, as Tesla requires; it is no secret."""

    requires_auth = False
    url = PATH
    name = f"{DOMAIN}:public_key"

    async def get(self, request: web.Request) -> web.Response:
        """Answer with the PEM, or 404 where no account was set up or the key cannot be read."""
        hass = request.app[KEY_HASS]
        if not hass.config_entries.async_entries(DOMAIN):
            raise web.HTTPNotFound
        try:
            key = await async_get_private_key(hass)
        except ConfigEntryError:
            raise web.HTTPNotFound from None
        return web.Response(body=key.public_key_pem(), content_type="application/x-pem-file")
