"""The control door, and HTTP answers gone wrong."""

from typing import Any

import aiohttp
import pytest

from . import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, SOLAR_SITE_ID, Simulator
from .faults import HttpFault
from .signer import INFOTAINMENT, Signer, amps

CAR = f"/simulator/cars/{MODEL_Y_VIN}"
SITE = f"/simulator/sites/{POWERWALL_SITE_ID}"


async def post(http: aiohttp.ClientSession, door: str, /, **body: Any) -> Any:
    async with http.post(door, json=body) as response:
        assert response.status == 200, await response.text()
        return await response.json()


async def get(http: aiohttp.ClientSession, path: str) -> Any:
    async with http.get(path) as response:
        assert response.status == 200
        return await response.json()


async def status_of(http: aiohttp.ClientSession, path: str = "/api/1/products") -> int:
    async with http.get(path) as response:
        return response.status


async def test_the_state_at_a_glance(http: aiohttp.ClientSession) -> None:
    state = await get(http, "/simulator")
    assert state["cars"][MODEL_Y_VIN]["charge_state"]["charging_state"] == "Charging"
    assert state["sites"][str(POWERWALL_SITE_ID)]["settings"]["backup_reserve"] == 15
    assert state["usage"]["categories"] == {}
    assert (await get(http, CAR))["command_signing"] == "required"
    assert (await get(http, SITE))["strategy"] == "self_consumption"


async def test_cars_can_be_put_into_any_state(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    await post(http, CAR, plugged=False, battery_level=33.5, locked=False, name="Flash")
    car = simulator.cars[MODEL_Y_VIN]
    assert (car.charging.plugged, car.charging.battery_level, car.locked, car.name) == (
        False,
        33.5,
        False,
        "Flash",
    )
    await post(http, CAR, plugged=True, amps=10)
    await post(http, "/simulator/clock", advance=60)
    assert car.charging.current == 10
    await post(http, CAR, charging=False, overlay={"charge_state": {"charging_state": "Strange"}})
    assert car.charging.state == "Stopped"
    await post(http, CAR, driving=True)
    assert not car.at_home
    await post(http, CAR, driving=False, at_home=True, state="asleep")
    assert (car.at_home, car.state) == (True, "asleep")
    await post(http, CAR, state="offline")
    await post(http, CAR, state="online", charging=True)
    assert car.state == "online"


async def test_what_is_not_there_cannot_be_set(http: aiohttp.ClientSession) -> None:
    for path, body in (
        (CAR, {"wings": 2}),
        (CAR, {"state": "flying"}),
        (CAR, {"locked": 1}),
        (f"{CAR}/protocol", {"action": "explode"}),
        (f"{CAR}/protocol", {"action": "reboot", "domain": "cellar"}),
        (f"{CAR}/faults", {"kind": "explode"}),
        (f"{CAR}/faults", {"kind": "fault", "applies_to": "all"}),
        (f"{CAR}/keys", {"public_key": "00"}),
        (SITE, {"wings": 2}),
        (SITE, {"trace": "rainy"}),
        ("/simulator/sites", {"kind": "castle"}),
        ("/simulator/faults", {"kind": "explode"}),
        ("/simulator/oauth", {"sign_in": "nobody"}),
    ):
        async with http.post(path, json=body) as response:
            assert response.status == 400, (path, body)
    async with http.get("/simulator/cars/nothing") as response:
        assert response.status == 404


async def test_keys_are_paired_and_unpaired(simulator: Simulator, signer: Signer) -> None:
    http, key = signer.http, signer.public_key.hex()
    async with http.delete(f"{CAR}/keys", json={"public_key": key}) as response:
        assert (await response.json())["keys"] == {}
    state = await post(http, f"{CAR}/keys", public_key=key, role="charging_manager")
    assert state["keys"] == {key: "charging_manager"}
    async with http.delete(f"{CAR}/keys") as response:
        assert response.status == 200
    assert not simulator.cars[MODEL_Y_VIN].computers.keys


async def test_protocol_actions_and_faults(simulator: Simulator, signer: Signer) -> None:
    http = signer.http
    before = await signer.handshake()
    await post(http, f"{CAR}/protocol", action="reboot", domain="infotainment")
    after = await signer.handshake()
    assert after.info.epoch != before.info.epoch
    await post(http, f"{CAR}/protocol", action="clock_step", seconds=500)
    await post(http, f"{CAR}/protocol", action="counter_bump", by=50)
    moved = await signer.handshake()
    assert (moved.info.counter, moved.info.clock_time >= 500) == (50, True)
    await post(http, f"{CAR}/protocol", action="replace_key", domain="infotainment")
    assert (await signer.handshake()).info.public_key != moved.info.public_key
    await post(http, f"{CAR}/faults", kind="fault", code=1, count=None)
    assert (await signer.exchange(signer.sign(amps(7)))).status.fault == 1
    async with http.delete(f"{CAR}/faults") as response:
        assert response.status == 200
    assert await signer.command(amps(7), INFOTAINMENT)
    listed = await get(http, "/simulator/commands")
    assert [command["name"] for command in listed["commands"]] == ["set_charging_amps"]
    assert [message["kind"] for message in listed["received"]].count("handshake") == 4
    async with http.delete("/simulator/commands") as response:
        assert response.status == 200
    assert not simulator.commands


async def test_sites_can_be_put_into_any_state(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    await post(http, SITE, level=40, grid_connected=False, extra_load=500, solar_factor=0.5, storm=True)
    await post(http, "/simulator/clock", advance=60)
    site = simulator.sites[POWERWALL_SITE_ID]
    assert site.balance.grid == 0
    assert site.balance.solar == 3000
    await post(http, SITE, broken=500, missed_writes=2, frozen=True)
    assert await status_of(http, f"/api/1/energy_sites/{POWERWALL_SITE_ID}/live_status") == 500
    await post(http, SITE, broken=None, frozen=False, trace="winter")
    assert await status_of(http, f"/api/1/energy_sites/{POWERWALL_SITE_ID}/live_status") == 200
    assert (await post(http, "/simulator/sites", kind="solar"))["site_id"] == SOLAR_SITE_ID


async def test_the_clock_door(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    state = await post(http, "/simulator/clock", now="2026-06-17T12:00:00", speed=60)
    assert state["now"].startswith("2026-06-17T10:00:0")
    assert state["speed"] == 60
    assert simulator.clock.speed == 60


async def test_the_sign_in_door(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    user = {"subject": "second", "email": "second@example.org", "region": "NA"}
    await post(http, "/simulator/oauth", user=user, sign_in="second", expires_in=60)
    assert simulator.accounts.user.email == "second@example.org"
    tokens = await post(http, "/simulator/token", scopes=["openid", "offline_access", "energy_cmds"])
    assert tokens["expires_in"] == 60
    assert tokens["refresh_token"]
    await post(http, "/simulator/oauth", application={"client_id": "other", "client_secret": "s"})
    assert simulator.accounts.applications["other"].client_secret == "s"
    await post(http, "/simulator/oauth", expire_access_tokens=True)
    assert await status_of(http) == 401
    await post(http, "/simulator/oauth", revoke=True)
    assert not simulator.tokens.grants


async def test_settings_and_reset(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    await post(
        http,
        "/simulator/settings",
        rate_limits={"free": 0},
        spending_limit=5,
        region="na",
        registration_required=False,
        accepts_encrypted_requests=True,
        domains={"home.example.com": "http://127.0.0.1:1"},
    )
    assert await status_of(http) == 429
    await post(http, "/simulator/settings", region_base_url="http://127.0.0.1:1")
    assert await status_of(http) == 421
    await post(http, "/simulator/reset")
    assert await status_of(http) == 200
    assert simulator.usage.spending_limit is None
    ledger = await get(http, "/simulator/usage")
    assert ledger["endpoints"] == {"GET /api/1/products": {"200": 1}}
    async with http.delete("/simulator/usage") as response:
        assert response.status == 200
    assert simulator.usage.count() == 0


async def test_answers_can_be_replaced(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    fault = {"path": "*/products", "status": 429, "headers": {"Retry-After": "7"}, "body": {"error": "slow"}}
    await post(http, "/simulator/faults", **fault)
    async with http.get("/api/1/products") as response:
        assert (response.status, response.headers["Retry-After"]) == (429, "7")
        assert await response.json() == {"error": "slow"}
    assert await status_of(http) == 200
    await post(http, "/simulator/faults", status=502, text="<html>Bad Gateway</html>", count=2)
    async with http.get("/api/1/products") as response:
        assert (response.status, response.content_type) == (502, "text/html")
    assert await status_of(http) == 502
    assert await status_of(http) == 200
    await post(http, "/simulator/faults", status=401, count=None)
    assert [await status_of(http) for _ in range(3)] == [401, 401, 401]
    async with http.delete("/simulator/faults") as response:
        assert response.status == 200
    assert await status_of(http) == 200
    assert simulator.usage.count(status=401, billed=True) == 3


async def test_faults_concern_their_method_and_path_only(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    simulator.faults.add(HttpFault(path="*/wake_up", method="POST", status=503))
    assert await status_of(http) == 200
    async with http.post(f"/api/1/vehicles/{MODEL_S_VIN}/wake_up") as response:
        assert response.status == 503


@pytest.mark.parametrize(("kind", "carried_out"), [("cut", False), ("cut_after", True), ("garbage", False)])
async def test_connections_can_break(
    simulator: Simulator, http: aiohttp.ClientSession, kind: str, carried_out: bool
) -> None:
    simulator.faults.add(HttpFault(kind=kind, path="*/wake_up"))
    with pytest.raises(aiohttp.ClientError):
        async with http.post(f"/api/1/vehicles/{MODEL_S_VIN}/wake_up"):
            pass
    assert (simulator.cars[MODEL_S_VIN].waking is not None) is carried_out
    assert simulator.usage.count(category="wakes", billed=True) == carried_out
    assert await status_of(http) == 200


async def test_an_answer_can_hang_or_be_late(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.faults.add(HttpFault(kind="hang"))
    with pytest.raises(TimeoutError):
        async with http.get("/api/1/products", timeout=aiohttp.ClientTimeout(total=0.05)):
            pass
    simulator.faults.add(HttpFault(kind="delay", delay=0.05))
    assert await status_of(http) == 200
    simulator.faults.add(HttpFault(path="/oauth2/v3/token", status=503))
    async with http.post("/oauth2/v3/token") as response:
        assert response.status == 503


async def test_closing_does_not_wait_for_what_hangs(simulator: Simulator, url: str) -> None:
    simulator.faults.add(HttpFault(kind="hang"))
    async with aiohttp.ClientSession() as http:
        with pytest.raises(TimeoutError):
            async with http.get(f"{url}/status", timeout=aiohttp.ClientTimeout(total=0.05)):
                pass
        await simulator.close()
        with pytest.raises(aiohttp.ClientConnectionError):
            await http.get(f"{url}/status")


async def test_it_listens_on_this_machine_only(simulator: Simulator, url: str) -> None:
    assert url.startswith("http://127.0.0.1:")
    assert simulator._runner is not None
    assert {address[0] for address in simulator._runner.addresses} == {"127.0.0.1"}
