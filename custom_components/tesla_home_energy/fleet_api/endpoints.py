"""The base URLs of Tesla's services, and which hosts may receive a token.

Source: Tesla's documentation for `auth.tesla.com`, `fleet-auth.prd.vn.cloud.tesla.com` and the regional
hosts; the Chinese sign-in host is reported (tesla-fleet-api), that China shares the token host is assumed.
"""

from dataclasses import dataclass, replace
from ipaddress import IPv4Address, ip_address
import re
from typing import Final, Self
from urllib.parse import urlsplit

# Tesla's own client believes these domains in an answer 421 (known, vehicle-command's connector).
_TESLA_HOST: Final = re.compile(r"(https://(?:[a-z0-9-]+\.)+(?:tesla\.com|tesla\.cn|teslamotors\.com))/?")


REGIONS: Final = ("na", "eu", "cn")
"""Each has hosts of its own, where an application has to be registered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoints:
    """Where to sign in, where to get tokens, and where the Fleet API answers."""

    authorize: str
    """URL of the sign-in page."""
    token: str
    """URL that exchanges and refreshes tokens."""
    fleet_api: str
    """Base URL of the Fleet API without a trailing slash; also the audience of tokens."""

    @classmethod
    def na(cls) -> Self:
        """North America and Asia-Pacific without China."""
        return cls.for_region("na")

    @classmethod
    def eu(cls) -> Self:
        """Europe, Middle East and Africa."""
        return cls.for_region("eu")

    @classmethod
    def cn(cls) -> Self:
        """China."""
        return cls.for_region("cn")

    @classmethod
    def for_region(cls, region: str) -> Self:
        """Tesla's services for one of `REGIONS`; ValueError for any other."""
        if region not in REGIONS:
            raise ValueError("The region is none of na, eu, cn")
        domain = "cn" if region == "cn" else "com"
        return cls(
            authorize=f"https://auth.tesla.{domain}/oauth2/v3/authorize",
            token="https://fleet-auth.prd.vn.cloud.tesla.com/oauth2/v3/token",  # noqa: S106 - a URL
            fleet_api=f"https://fleet-api.prd.{region}.vn.cloud.tesla.{domain}",
        )

    @classmethod
    def simulator(cls, url: str) -> Self:
        """A simulated Tesla on this computer; ValueError unless the URL is a bare loopback address."""
        base = _loopback(url)
        if base is None:
            raise ValueError("A simulator must be http or https on a loopback host, without user and path")
        return cls(authorize=f"{base}/oauth2/v3/authorize", token=f"{base}/oauth2/v3/token", fleet_api=base)

    def believe(self, url: str) -> str | None:
        """The base URL that an answer claims, normalised, or None if no token may be sent there.

        Tesla may send to Tesla's hosts, a simulator to its own host.
        """
        if _loopback(self.fleet_api) is None:
            tesla = _TESLA_HOST.fullmatch(url.lower())
            return tesla[1] if tesla else None
        base = _loopback(url)
        same = base is not None and urlsplit(base).hostname == urlsplit(self.fleet_api).hostname
        return base if same else None

    def at(self, fleet_api: str) -> Self:
        """The same services with another base URL of the Fleet API; ValueError if it is not believed."""
        base = self.believe(fleet_api)
        if base is None:
            raise ValueError("The base URL is not one of Tesla's")
        return replace(self, fleet_api=base)


def _loopback(url: str) -> str | None:
    """The URL rebuilt from scheme, loopback host and port; None if there is anything else to it."""
    try:
        parts = urlsplit(url)
        host = parts.hostname or ""
        port = "" if parts.port is None else f":{parts.port}"
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not _is_loopback(host):
        return None
    host = f"[{host}]" if ":" in host else host
    base = f"{parts.scheme}://{host}{port}"
    return base if url.lower() in {base, f"{base}/"} else None


def _is_loopback(host: str) -> bool:
    if host in {"localhost", "::1"}:
        return True
    try:
        address = ip_address(host)
    except ValueError:
        return False
    return isinstance(address, IPv4Address) and address.is_loopback
