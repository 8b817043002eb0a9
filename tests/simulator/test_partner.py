"""Registering an application, its public key, and pairing that key with cars."""

from collections.abc import AsyncIterator
from dataclasses import dataclass, field
from typing import Any

import aiohttp
from aiohttp import web
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
import pytest

from . import MODEL_S_VIN, MODEL_Y_VIN, Simulator
from .partner import KEY_PATH
from .signer import Signer, amps

PARTNER = "/api/1/partner_accounts"


@dataclass
class Domain:
    """A web server that hosts a key file."""

    content: str = ""
    status: int = 200
    requests: list[str] = field(default_factory=list)
    host: str = ""

    def show(self, key: ec.EllipticCurvePublicKey | rsa.RSAPublicKey) -> None:
        """Host this key."""
        self.content = key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode()


@pytest.fixture
async def domain(socket_enabled: None) -> AsyncIterator[Domain]:
    """A domain on this machine."""
    served = Domain()

    async def answer(request: web.Request) -> web.Response:
        served.requests.append(request.path)
        headers = {"Location": "/elsewhere"} if served.status == 302 else {}
        return web.Response(text=served.content, status=served.status, headers=headers)

    application = web.Application()
    application.router.add_get("/{path:.*}", answer)
    runner = web.AppRunner(application)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    served.host = f"127.0.0.1:{runner.addresses[0][1]}"
    yield served
    await runner.cleanup()


@pytest.fixture
def partner_headers(simulator: Simulator) -> dict[str, str]:
    """The application's own token."""
    token = simulator.access_token(["openid"], subject="demo-client")
    return {"Authorization": f"Bearer {token}"}


async def register(http: aiohttp.ClientSession, headers: dict[str, str], domain: str) -> tuple[int, Any]:
    async with http.post(PARTNER, json={"domain": domain}, headers=headers) as response:
        return response.status, await response.json()


async def test_registering_reads_the_key_of_the_domain(
    http: aiohttp.ClientSession, partner_headers: dict[str, str], domain: Domain, signer: Signer
) -> None:
    domain.show(signer.key.public_key())
    status, body = await register(http, partner_headers, domain.host)
    assert status == 200
    assert body["response"]["public_key"] == signer.public_key.hex()
    assert domain.requests == [KEY_PATH]
    query = {"domain": domain.host}
    async with http.get(f"{PARTNER}/public_key", params=query, headers=partner_headers) as response:
        assert (await response.json())["response"] == {"public_key": signer.public_key.hex()}


async def test_a_user_token_registers_nothing(http: aiohttp.ClientSession, domain: Domain) -> None:
    status, body = await register(http, {}, domain.host)
    assert (status, body["error"]) == (400, "Expected partner account")


@pytest.mark.parametrize("problem", ["redirect", "missing", "rsa", "nonsense", "elsewhere"])
async def test_a_key_that_cannot_be_read(
    http: aiohttp.ClientSession,
    partner_headers: dict[str, str],
    domain: Domain,
    signer: Signer,
    problem: str,
) -> None:
    domain.show(signer.key.public_key())
    host = domain.host
    match problem:
        case "redirect":
            domain.status = 302
        case "missing":
            domain.status = 404
        case "rsa":
            domain.show(rsa.generate_private_key(public_exponent=65537, key_size=2048).public_key())
        case "nonsense":
            domain.content = "04" * 65
        case "elsewhere":
            host = "example.com"
    status, _ = await register(http, partner_headers, host)
    assert status == 424
    assert domain.requests == ([] if problem == "elsewhere" else [KEY_PATH])


async def test_a_domain_name_can_be_served_from_this_machine(
    simulator: Simulator,
    http: aiohttp.ClientSession,
    partner_headers: dict[str, str],
    domain: Domain,
    signer: Signer,
) -> None:
    domain.show(signer.key.public_key())
    simulator.partner.domains["home.example.com"] = f"http://{domain.host}"
    application = simulator.accounts.applications["demo-client"]
    application.allowed_origins = {"https://example.com"}
    assert (await register(http, partner_headers, "home.example.com"))[0] == 200
    assert (await register(http, partner_headers, "Home.example.com"))[0] == 400
    assert (await register(http, partner_headers, "home.example.org"))[0] == 400


async def test_an_unregistered_region_is_refused(
    simulator: Simulator,
    http: aiohttp.ClientSession,
    partner_headers: dict[str, str],
    domain: Domain,
    signer: Signer,
) -> None:
    domain.show(signer.key.public_key())
    simulator.partner.required = True
    async with http.get("/api/1/products") as response:
        assert response.status == 412
        assert (await response.json())["error"].startswith("Account demo-client must be registered")
    await register(http, partner_headers, domain.host)
    async with http.get("/api/1/products") as response:
        assert response.status == 200


async def test_the_virtual_key_page_pairs_the_registered_key(
    simulator: Simulator,
    http: aiohttp.ClientSession,
    partner_headers: dict[str, str],
    domain: Domain,
    signer: Signer,
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.unpair(signer.public_key)
    page = f"/_ak/{domain.host}"
    async with http.get(page) as response:
        assert response.status == 404
    domain.show(signer.key.public_key())
    await register(http, partner_headers, domain.host)
    async with http.get(page, params={"vin": MODEL_S_VIN}) as response:
        assert response.status == 404
    async with http.get(page) as response:
        text = await response.text()
        assert "Blitz" in text
        assert "Oldie" not in text
        assert 'id="pair"' in text
    assert not car.computers.keys
    async with http.post(page) as response:
        assert response.status == 200
    assert await signer.command(amps(9))
    async with http.post("/api/1/vehicles/fleet_status", json={"vins": [MODEL_Y_VIN]}) as response:
        assert (await response.json())["response"]["key_paired_vins"] == [MODEL_Y_VIN]
    car.computers.keys = {public: role for public, role in car.computers.keys.items() if not role}
    car.pair(
        ec.generate_private_key(ec.SECP256R1())
        .public_key()
        .public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    )
    async with http.post("/api/1/vehicles/fleet_status", json={"vins": [MODEL_Y_VIN]}) as response:
        assert (await response.json())["response"]["unpaired_vins"] == [MODEL_Y_VIN]


async def test_the_keypair_step_follows_the_consent(
    simulator: Simulator,
    http: aiohttp.ClientSession,
    partner_headers: dict[str, str],
    domain: Domain,
    signer: Signer,
) -> None:
    domain.show(signer.key.public_key())
    await register(http, partner_headers, domain.host)
    simulator.authorization.pending.clear()
    query = {
        "response_type": "code",
        "client_id": "demo-client",
        "redirect_uri": "http://127.0.0.1:8123/auth/external/callback",
        "scope": "openid vehicle_cmds",
        "state": "s",
        "show_keypair_step": "true",
    }
    async with http.get("/oauth2/v3/authorize", params=query) as response:
        assert response.status == 200
    (number,) = simulator.authorization.pending
    form = {"request": number, "decision": "allow", "scope": "vehicle_cmds"}
    async with http.post("/oauth2/v3/authorize", data=form) as response:
        text = await response.text()
    assert f'href="/_ak/{domain.host}"' in text
    assert "code=EU_" in text
