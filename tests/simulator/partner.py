"""Registered partner accounts, their public keys, and the page that pairs a key."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Final

import aiohttp
from aiohttp import web
from yarl import URL

from . import consent_page
from .accounts import is_loopback
from .answers import FleetError, answer, json_object
from .gate_keys import access_of
from .protocol.keys import read_pem
from .routes_table import Endpoint
from .world_key import simulator_of

KEY_PATH: Final = "/.well-known/appspecific/com.tesla.3p.public-key.pem"


@dataclass(frozen=True, slots=True, kw_only=True)
class Registration:
    """An application registered in a region, under a domain."""

    client_id: str
    host: str
    domain: str
    public_key: str
    created_at: datetime


@dataclass(slots=True)
class Partner:
    """All registrations. `required` lets everything but them answer 412 in a region without one.

    `domains` says where a domain's key file lies, for domains that are not this machine's: the base of its
    URL. The simulator never asks any other machine.
    """

    required: bool = False
    registrations: list[Registration] = field(default_factory=list)
    domains: dict[str, str] = field(default_factory=dict)

    def domains_of(self, client_id: str) -> list[str]:
        """Return the domains of an application."""
        return [item.domain for item in self.registrations if item.client_id == client_id]

    def keys_of(self, client_id: str) -> list[str]:
        """Return the public keys of an application, as hex."""
        return [item.public_key for item in self.registrations if item.client_id == client_id]

    def find(self, domain: str) -> Registration | None:
        """Return the newest registration of a domain."""
        return next((item for item in reversed(self.registrations) if item.domain == domain), None)

    def check_registered(self, client_id: str, host: str, endpoint: Endpoint) -> None:
        """Check that the application is registered in the region of this host.

        Raises:
            FleetError: 412 (reported; text: errors.json of the fixtures).
        """
        if not self.required or endpoint.registration:
            return
        if not any(item.client_id == client_id and item.host == host for item in self.registrations):
            raise FleetError(
                412,
                f"Account {client_id} must be registered in the current region http://{host}, please see "
                "https://developer.tesla.com/docs/fleet-api/endpoints/partner-endpoints#register",
            )

    def key_file(self, domain: str) -> URL | None:
        """Return the address of a domain's key file; None where the simulator may not look."""
        base = self.domains.get(domain)
        try:
            url = URL(base or f"http://{domain}")
        except ValueError:
            return None
        return url.with_path(KEY_PATH) if is_loopback(url.host) else None


async def _fetch_key(partner: Partner, domain: str) -> str:
    """Return the domain's public key as hex.

    Raises:
        FleetError: 424; like Tesla it follows no redirect and wants a key on P-256.
    """
    url = partner.key_file(domain)
    if url is None:
        raise FleetError(424, "Failed dependency")
    timeout = aiohttp.ClientTimeout(total=5)
    try:
        async with (
            aiohttp.ClientSession(timeout=timeout) as session,
            session.get(url, allow_redirects=False) as response,
        ):
            content = await response.read()
            if response.status != web.HTTPOk.status_code:
                raise FleetError(424, "Failed dependency")
        return read_pem(content.decode("ascii", "replace")).hex()
    except aiohttp.ClientError, TimeoutError, ValueError:
        raise FleetError(424, "Failed dependency") from None


async def register(request: web.Request) -> web.Response:
    """`POST /partner_accounts`."""
    simulator = simulator_of(request)
    domain = (await json_object(request)).text("domain")
    access = access_of(request)
    application = simulator.accounts.applications[access.client_id]
    if domain != domain.lower() or not _within(domain, application.allowed_origins):
        raise FleetError(400, "invalid domain")
    registration = Registration(
        client_id=access.client_id,
        host=request.host,
        domain=domain,
        public_key=await _fetch_key(simulator.partner, domain),
        created_at=simulator.clock.now(),
    )
    simulator.partner.registrations = [
        item
        for item in simulator.partner.registrations
        if (item.client_id, item.host, item.domain) != (access.client_id, request.host, domain)
    ] + [registration]
    return answer(_account(registration, application.name))


def _within(domain: str, origins: set[str]) -> bool:
    """Return whether the domain shares its root with an allowed origin; without origins any domain does."""
    roots = {URL(origin).host or "" for origin in origins}
    return not roots or any(domain == root or domain.endswith(f".{root}") for root in roots)


def _account(registration: Registration, name: str) -> dict[str, Any]:
    created = registration.created_at.isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "account_id": "22222222-3333-4444-8555-666666666666",
        "client_id": registration.client_id,
        "name": name,
        "description": "Home use",
        "domain": registration.domain,
        "ca": None,
        "created_at": created,
        "updated_at": created,
        "enterprise_tier": "free",
        "public_key": registration.public_key,
    }


async def public_key(request: web.Request) -> web.Response:
    """`GET /partner_accounts/public_key?domain=`."""
    registration = simulator_of(request).partner.find(request.query.get("domain", ""))
    if registration is None:
        raise FleetError(404, "not_found")
    return answer({"public_key": registration.public_key})


def _cars_to_pair(request: web.Request) -> list[Any]:
    vin = request.query.get("vin")
    cars = simulator_of(request).cars.values()
    return [car for car in cars if car.command_signing != "off" and vin in (None, car.vin)]


async def virtual_key_page(request: web.Request) -> web.Response:
    """`GET /_ak/{domain}`: what tesla.com/_ak shows on the phone."""
    domain = request.match_info["domain"]
    cars = _cars_to_pair(request)
    if simulator_of(request).partner.find(domain) is None or not cars:
        page = consent_page.refusal("This domain has no registered key, or there is no car that takes one.")
        return web.Response(text=page, content_type="text/html", status=404)
    page = consent_page.virtual_key(domain, [car.name for car in cars])
    return web.Response(text=page, content_type="text/html")


async def pair_virtual_key(request: web.Request) -> web.Response:
    """`POST /_ak/{domain}`: the owner agrees."""
    domain = request.match_info["domain"]
    registration = simulator_of(request).partner.find(domain)
    if registration is None:
        raise FleetError(404, "not_found")
    for car in _cars_to_pair(request):
        car.pair(registration.public_key)
    return web.Response(text=consent_page.key_added(domain), content_type="text/html")
