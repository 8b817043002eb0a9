"""A real Home Assistant core in this process, with files of its own: started, stopped, started again.

No pytest in it: benchmarks use it as well. Only what an integration needs is set up (no frontend, no
recorder), the way `homeassistant.bootstrap` does it.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC
import gc
import json
from pathlib import Path
import socket
from types import MappingProxyType
from typing import Any, Final

from aiohttp.resolver import ThreadedResolver
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_private_key

import custom_components  # noqa: F401  the repository's, before Home Assistant looks in its folder
from homeassistant import bootstrap, loader
from homeassistant.config_entries import SOURCE_USER, ConfigEntries, ConfigEntry
from homeassistant.core import HomeAssistant
from homeassistant.core_config import async_process_ha_core_config
from homeassistant.helpers import aiohttp_client
from homeassistant.helpers.update_coordinator import DataUpdateCoordinator
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from .simulator.accounts import DEFAULT_SUBJECT
from .simulator.car import HOME

_HOUSE: Final = {
    "name": "Sonnenhaus",
    "latitude": HOME[0],
    "longitude": HOME[1],
    "elevation": 34,
    "radius": 100,
    "unit_system": "metric",
    "currency": "EUR",
    "country": "DE",
    "language": "en",
    "time_zone": "Europe/Berlin",
}

_CLIENT: Final = {"client_id": "demo-client", "client_secret": "demo-secret", "name": "Demo"}


class CoreError(Exception):
    """Home Assistant did not start."""


class _Resolver(ThreadedResolver):
    """Looks names up without multicast; nothing here has a name that needs it."""

    async def real_close(self) -> None:
        """Close as Home Assistant asks it to."""
        await self.close()


@contextmanager
def without_multicast() -> Iterator[None]:
    """Let Home Assistant's HTTP client open no multicast sockets."""
    name = "_async_make_resolver"
    make = getattr(aiohttp_client, name)
    setattr(aiohttp_client, name, lambda _: _Resolver())
    try:
        yield
    finally:
        setattr(aiohttp_client, name, make)


@dataclass(slots=True, kw_only=True)
class Core:
    """Home Assistant with one integration and one account.

    Attributes:
        folder: Where its files are; they live through a restart.
        domain: The integration.
        config: What `configuration.yaml` says.
        token: Tesla's token answer of the sign-in, with `expires_at`; used once.
        options: The entry's options; used once.
        hass: The core, while it runs.
    """

    folder: Path
    domain: str
    token: Mapping[str, Any]
    config: Mapping[str, Any] = field(default_factory=dict)
    options: Mapping[str, Any] = field(default_factory=dict)
    hass: HomeAssistant = field(init=False)

    def write_files(self) -> None:
        """Lay out the folder of a Home Assistant that knows the application's credentials."""
        (self.folder / ".storage").mkdir(parents=True)
        credentials = {"id": f"{self.domain}_demo_client", "domain": self.domain, **_CLIENT}
        self._store("application_credentials", {"items": [credentials]})
        self._store("http", _http_server(), version=2, minor_version=2)

    def _store(self, key: str, data: dict[str, Any], version: int = 1, minor_version: int = 1) -> None:
        content = {"version": version, "minor_version": minor_version, "key": key, "data": data}
        (self.folder / ".storage" / key).write_text(json.dumps(content))

    async def prepare(self) -> HomeAssistant:
        """Bring the core up, without the integration."""
        self.hass = hass = HomeAssistant(str(self.folder))
        loader.async_setup(hass)
        hass.config.skip_pip = True
        config = dict(self.config)
        hass.config_entries = ConfigEntries(hass, config)
        await loader.async_get_custom_components(hass)
        if not await bootstrap.async_load_base_functionality(hass):
            raise CoreError("Its files cannot be read")
        await async_process_ha_core_config(hass, dict(_HOUSE))
        for component in ("homeassistant", "application_credentials", "zone"):
            if not await async_setup_component(hass, component, config):
                raise CoreError(f"{component} is not set up")
        return hass

    async def start(self) -> HomeAssistant:
        """Set up the integration in a core that has been prepared, and end the start.

        Raises:
            CoreError: The integration cannot be set up; an account that cannot is none of its matter.
        """
        if not await async_setup_component(self.hass, self.domain, dict(self.config)):
            raise CoreError(f"{self.domain} is not set up")
        if not self.hass.config_entries.async_entries(self.domain):
            await self.hass.config_entries.async_add(self._entry())
        await self.hass.async_start()
        return self.hass

    def _entry(self) -> ConfigEntry:
        return ConfigEntry(
            data={"auth_implementation": f"{self.domain}_demo_client", "token": dict(self.token)},
            discovery_keys=MappingProxyType({}),
            domain=self.domain,
            minor_version=1,
            options=self.options,
            source=SOURCE_USER,
            subentries_data=None,
            title="Sonnenhaus",
            unique_id=DEFAULT_SUBJECT,
            version=1,
        )

    def public_key(self) -> bytes:
        """Return the key that the integration signs commands with, as a car's key list holds it."""
        file = self.folder / f"{self.domain}.key"
        key = load_pem_private_key(file.read_bytes(), None).public_key()
        return key.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)

    async def stop(self) -> None:
        """End it as a person would; what would live on until the process ends, ends here."""
        await self.hass.async_stop()
        for found in gc.get_objects():
            if issubclass(type(found), DataUpdateCoordinator) and found.hass is self.hass:
                await found.async_shutdown()
        self.hass.import_executor.shutdown(wait=True)
        dt_util.set_default_time_zone(UTC)


def _http_server() -> dict[str, Any]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    stable = {
        "server_host": ["127.0.0.1"],
        "server_port": port,
        "cors_allowed_origins": ["https://cast.home-assistant.io"],
        "login_attempts_threshold": -1,
        "ip_ban_enabled": False,
        "ssl_profile": "modern",
        "use_x_frame_options": True,
        "created_at": "2026-01-01T00:00:00+00:00",
        "error": None,
        "error_message": None,
    }
    return {"stable": stable, "pending": None, "yaml_migration_done": True}
