"""The key pair of this Home Assistant: made once, kept in its configuration folder, its public half served.

Tesla fetches the public half from the domain an application was registered with, and cars learn it when
their owner pairs the virtual key. Whoever holds the private half can command those cars.
"""

from http import HTTPStatus
import os
from pathlib import Path
import re
from typing import Final

from aiohttp import web
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.serialization import load_pem_public_key

from homeassistant.core import HomeAssistant
from homeassistant.exceptions import ConfigEntryError
from homeassistant.helpers.aiohttp_client import async_get_clientsession
from homeassistant.helpers.http import KEY_HASS, HomeAssistantView
from homeassistant.helpers.singleton import singleton
from homeassistant.util.hass_dict import HassKey

from .const import DOMAIN, KEY_FILE
from .fleet_api import ConnectionFailed, InvalidResponse, OutcomeUnknown
from .fleet_api.connection import exchange
from .vehicle_command import InvalidKeyError, PrivateKey

PATH: Final = "/.well-known/appspecific/com.tesla.3p.public-key.pem"
"""Where Tesla looks (developer.tesla.com, "Generate a public/private key pair")."""

_DOMAIN: Final = re.compile(r"(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_LOOPBACK: Final = re.compile(r"(?:127\.0\.0\.1|localhost)(?::[0-9]{1,5})?")
_PATIENCE: Final = 10.0


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
        """Answer with the PEM, or 404 where no key was made yet or it cannot be read."""
        hass = request.app[KEY_HASS]
        if not await hass.async_add_executor_job(Path(hass.config.path(KEY_FILE)).exists):
            raise web.HTTPNotFound
        try:
            key = await async_get_private_key(hass)
        except ConfigEntryError:
            raise web.HTTPNotFound from None
        return web.Response(body=key.public_key_pem(), content_type="application/x-pem-file")


@singleton(HassKey[bool](f"{DOMAIN}_public_key_served"))
def async_serve_public_key(hass: HomeAssistant) -> bool:
    """Serve the public key from now on; Tesla fetches it before there is an entry."""
    hass.http.register_view(PublicKeyView)
    return True


class HostedKeyError(Exception):
    """Tesla would not find our public key at a domain; `reason` is a key of the config flow's errors."""

    def __init__(self, reason: str) -> None:
        """Keep the reason."""
        super().__init__(reason)
        self.reason = reason


def normalized_domain(text: str, *, simulated: bool) -> str:
    """Return the domain in what a person typed: lower case, without scheme and path.

    Args:
        text: A domain, or an address with it.
        simulated: Whether an address of this machine with its port will do.

    Raises:
        HostedKeyError: It is no domain that Tesla could reach.
    """
    domain = text.strip().lower().removeprefix("https://").removeprefix("http://").split("/")[0]
    if not (_DOMAIN.fullmatch(domain) or (simulated and _LOOPBACK.fullmatch(domain))):
        raise HostedKeyError("invalid_domain")
    return domain


async def async_check_hosted_key(hass: HomeAssistant, domain: str, key: PrivateKey) -> None:
    """Fetch the public key from a domain as Tesla does, and compare it with ours.

    Raises:
        HostedKeyError: It is not there, or is another one.
    """
    scheme = "http" if _LOOPBACK.fullmatch(domain) else "https"
    url = f"{scheme}://{domain}{PATH}"
    try:
        answer = await exchange(async_get_clientsession(hass), "GET", url, patience=_PATIENCE)
    except ConnectionFailed, OutcomeUnknown:
        raise HostedKeyError("key_unreachable") from None
    except InvalidResponse:
        raise HostedKeyError("key_not_found") from None
    if 300 <= answer.status < 400:  # noqa: PLR2004  redirects
        raise HostedKeyError("key_redirected")
    if answer.status != HTTPStatus.OK:
        raise HostedKeyError("key_not_found")
    try:
        theirs = load_pem_public_key(answer.body)
    except ValueError, UnsupportedAlgorithm:
        raise HostedKeyError("key_not_found") from None
    if not isinstance(theirs, EllipticCurvePublicKey) or theirs != load_pem_public_key(key.public_key_pem()):
        raise HostedKeyError("key_mismatch")
