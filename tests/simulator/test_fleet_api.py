"""The Fleet API: what it tells, to whom, and what it costs."""

from io import BytesIO
from typing import Any

import aiohttp
from cryptography.hazmat.primitives.asymmetric import ec
import pytest

from . import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, SOLAR_SITE_ID, Simulator
from .protocol.keys import public_point
from .scopes import SCOPES

CAR = f"/api/1/vehicles/{MODEL_Y_VIN}"
OLD_CAR = f"/api/1/vehicles/{MODEL_S_VIN}"
SITE = f"/api/1/energy_sites/{POWERWALL_SITE_ID}"


def bearer(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"}


async def get(
    http: aiohttp.ClientSession, path: str, *, token: str | None = None, **query: str
) -> tuple[int, Any]:
    headers = bearer(token) if token is not None else None
    async with http.get(path, params=query, headers=headers) as response:
        return response.status, await response.json()


async def post(http: aiohttp.ClientSession, path: str, body: Any = None) -> tuple[int, Any]:
    async with http.post(path, json={} if body is None else body) as response:
        return response.status, await response.json()


async def test_products_are_cars_and_sites(http: aiohttp.ClientSession) -> None:
    status, body = await get(http, "/api/1/products")
    assert (status, body["count"]) == (200, 3)
    model_y, model_s, site = body["response"]
    assert (model_y["vin"], model_y["state"], model_y["command_signing"]) == (
        MODEL_Y_VIN,
        "online",
        "required",
    )
    assert (model_s["vin"], model_s["state"], model_s["command_signing"]) == (MODEL_S_VIN, "asleep", "off")
    assert model_y["vehicle_config"]["car_type"] == "modely"
    assert (site["energy_site_id"], site["resource_type"]) == (POWERWALL_SITE_ID, "battery")


async def test_products_show_what_scopes_allow(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    token = simulator.access_token(["energy_device_data"])
    _, body = await get(http, "/api/1/products", token=token)
    assert [entry["device_type"] for entry in body["response"]] == ["energy"]


async def test_further_sites(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.add_site("solar")
    ghost = simulator.add_site("ghost")
    _, body = await get(http, "/api/1/products")
    assert [entry.get("resource_type") for entry in body["response"][2:]] == ["battery", "solar", None]
    _, body = await get(http, f"/api/1/energy_sites/{SOLAR_SITE_ID}/live_status")
    status = body["response"]
    assert (status["solar_power"], status["load_power"], status["grid_power"]) == (6000, 1000, -5000)
    assert status["grid_status"] == "Unknown"
    _, body = await get(http, f"/api/1/energy_sites/{SOLAR_SITE_ID}/site_info")
    assert body["response"]["components"]["battery"] is False
    status, _ = await get(http, f"/api/1/energy_sites/{ghost.site_id}/live_status")
    assert status == 404


async def test_a_car_is_found_by_vin_and_by_number(http: aiohttp.ClientSession) -> None:
    _, by_vin = await get(http, CAR)
    _, by_number = await get(http, f"/api/1/vehicles/{by_vin['response']['id']}")
    assert by_number == by_vin
    assert (await get(http, "/api/1/vehicles/5YJ30123456789ABC"))[0] == 404
    _, body = await get(http, "/api/1/vehicles")
    assert body["pagination"]["count"] == body["count"] == 2


async def test_vehicle_data_of_the_charging_car(http: aiohttp.ClientSession) -> None:
    status, body = await get(http, f"{CAR}/vehicle_data", endpoints="charge_state;location_data")
    assert status == 200
    charge = body["response"]["charge_state"]
    assert (charge["charging_state"], charge["charger_actual_current"], charge["charger_power"]) == (
        "Charging",
        6,
        4,
    )
    assert charge["charger_phases"] == 2
    assert body["response"]["drive_state"]["latitude"] == 52.50123
    assert "climate_state" not in body["response"]


async def test_position_is_told_only_when_asked_for(http: aiohttp.ClientSession) -> None:
    _, body = await get(http, f"{CAR}/vehicle_data")
    assert "latitude" not in body["response"]["drive_state"]
    assert {"charge_state", "climate_state", "vehicle_state", "vehicle_config"} <= body["response"].keys()


async def test_without_the_location_scope(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    token = simulator.access_token(set(SCOPES) - {"vehicle_location"})
    _, body = await get(http, f"{CAR}/vehicle_data", token=token)
    assert "drive_state" not in body["response"]
    status, body = await get(http, f"{CAR}/vehicle_data", token=token, endpoints="location_data")
    assert (status, body["error"]) == (403, "Unauthorized missing scopes vehicle_location")


async def test_schedules_and_closures_are_told_when_asked_for(http: aiohttp.ClientSession) -> None:
    endpoints = "charge_schedule_data;preconditioning_schedule_data;closures_state"
    _, body = await get(http, f"{CAR}/vehicle_data", endpoints=endpoints)
    assert body["response"]["charge_schedule_data"]["charge_schedules"] == []
    assert body["response"]["closures_state"]["locked"] is True


async def test_values_can_be_laid_over(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.cars[MODEL_Y_VIN].overlay = {"charge_state": {"charging_state": None, "battery_level": 12}}
    _, body = await get(http, f"{CAR}/vehicle_data")
    assert body["response"]["charge_state"]["charging_state"] is None
    assert body["response"]["charge_state"]["battery_level"] == 12


async def test_a_sleeping_car_answers_nothing_and_sleeps_on(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    status, body = await get(http, f"{OLD_CAR}/vehicle_data")
    assert (status, body["error"]) == (408, "vehicle unavailable: vehicle is offline or asleep")
    simulator.advance(60)
    assert (await get(http, OLD_CAR))[1]["response"]["state"] == "asleep"


async def test_waking_takes_a_while(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    status, body = await post(http, f"{OLD_CAR}/wake_up")
    assert (status, body["response"]["state"]) == (200, "asleep")
    assert (await get(http, f"{OLD_CAR}/vehicle_data"))[0] == 408
    simulator.advance(10)
    assert (await get(http, OLD_CAR))[1]["response"]["state"] == "online"
    assert (await get(http, f"{OLD_CAR}/vehicle_data"))[0] == 200
    assert simulator.usage.count(category="wakes", billed=True) == 1


async def test_a_car_without_network_cannot_be_woken(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    car = simulator.cars[MODEL_S_VIN]
    car.state, car.reachable = "offline", False
    assert (await post(http, f"{OLD_CAR}/wake_up"))[0] == 408


async def test_an_idle_car_falls_asleep_and_polling_keeps_it_awake(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    simulator.cars[MODEL_Y_VIN].charging.stop()
    for _ in range(3):
        simulator.advance(600)
        assert (await get(http, f"{CAR}/vehicle_data"))[0] == 200
    simulator.advance(899)
    assert simulator.cars[MODEL_Y_VIN].state == "online"
    simulator.advance(2)
    assert simulator.cars[MODEL_Y_VIN].state == "asleep"


async def test_a_car_may_fall_asleep_however_often_it_is_read(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.kept_awake_by_reading = False
    car.charging.stop()
    simulator.advance(600)
    assert (await get(http, f"{CAR}/vehicle_data"))[0] == 200
    simulator.advance(301)
    assert simulator.cars[MODEL_Y_VIN].state == "asleep"


async def test_a_car_in_service(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.cars[MODEL_Y_VIN].in_service = True
    status, body = await get(http, f"{CAR}/vehicle_data")
    assert (status, body["error"]) == (405, "vehicle is currently in service")


async def test_rest_commands_for_the_car_without_the_protocol(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    assert (await post(http, f"{OLD_CAR}/command/charge_start"))[0] == 408
    simulator.cars[MODEL_S_VIN].plug()
    status, body = await post(http, f"{OLD_CAR}/command/set_charging_amps", {"charging_amps": 10})
    assert (status, body["response"]) == (200, {"result": True, "reason": ""})
    _, body = await post(http, f"{OLD_CAR}/command/set_charge_limit", {"percent": 90})
    assert body["response"] == {"result": False, "reason": "already_set"}
    assert [(command.name, command.signature) for command in simulator.commands] == [
        ("set_charging_amps", None),
        ("set_charge_limit", None),
    ]
    simulator.advance(30)
    assert simulator.cars[MODEL_S_VIN].charging.current == 10


async def test_rest_commands_to_a_car_that_wants_signatures(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    status, body = await post(http, f"{CAR}/command/charge_stop")
    assert status == 403
    assert body["error"].startswith("Tesla Vehicle Command Protocol required")
    simulator.cars[MODEL_Y_VIN].hard_locked = True
    status, body = await post(http, f"{CAR}/command/charge_stop")
    assert (status, body["response"]["reason"]) == (200, "unsigned_cmds_hardlocked")
    simulator.cars[MODEL_Y_VIN].command_signing = "allowed"
    assert (await post(http, f"{CAR}/command/charge_stop"))[1]["response"]["result"] is True


@pytest.mark.parametrize(
    ("command", "body", "reason"),
    [
        ("set_charge_limit", {}, "missing percent param"),
        ("set_charge_limit", {"percent": "80"}, "invalid percent param"),
        ("set_charge_limit", {"percent": True}, "invalid percent param"),
        ("set_scheduled_charging", {"enable": 1}, "invalid enable param"),
    ],
)
async def test_wrong_parameters_of_rest_commands(
    simulator: Simulator, http: aiohttp.ClientSession, command: str, body: Any, reason: str
) -> None:
    simulator.cars[MODEL_S_VIN].set_online()
    status, answer = await post(http, f"{OLD_CAR}/command/{command}", body)
    assert (status, answer["response"]) == (400, {"result": False, "reason": reason})


@pytest.mark.parametrize("day", ["Tue", "Thu", "Someday"])
async def test_days_that_the_official_proxy_does_not_know(
    simulator: Simulator, http: aiohttp.ClientSession, day: str
) -> None:
    simulator.cars[MODEL_S_VIN].set_online()
    schedule = {
        "lat": 52.5,
        "lon": 13.4,
        "days_of_week": day,
        "enabled": True,
        "start_enabled": True,
        "end_enabled": False,
    }
    path = f"{OLD_CAR}/command/add_charge_schedule"
    assert (await post(http, path, schedule))[0] == 400
    assert (await post(http, path, schedule | {"days_of_week": "Mon, THURS"}))[0] == 200
    (added,) = simulator.cars[MODEL_S_VIN].charge_schedules.values()
    assert added["days_of_week"] == 18


async def test_unknown_commands(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.cars[MODEL_S_VIN].set_online()
    status, body = await post(http, f"{OLD_CAR}/command/make_coffee")
    assert (status, body["error"]) == (400, "invalid_command")


async def test_signed_commands_are_not_for_old_cars(http: aiohttp.ClientSession) -> None:
    status, body = await post(http, f"{OLD_CAR}/signed_command", {"routable_message": ""})
    assert status == 422
    assert body["error"].startswith("vehicle does not support the Tesla Vehicle Command Protocol")


async def test_fleet_status_tells_whether_the_key_is_paired(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    body = {"vins": [MODEL_Y_VIN, MODEL_S_VIN]}
    _, answer = await post(http, "/api/1/vehicles/fleet_status", body)
    assert answer["response"]["unpaired_vins"] == [MODEL_Y_VIN, MODEL_S_VIN]
    info = answer["response"]["vehicle_info"]
    assert info[MODEL_Y_VIN]["vehicle_command_protocol_required"] is True
    assert info[MODEL_S_VIN]["vehicle_command_protocol_required"] is False
    own_key = public_point(ec.generate_private_key(ec.SECP256R1()).public_key())
    simulator.cars[MODEL_Y_VIN].pair(own_key)
    _, answer = await post(http, "/api/1/vehicles/fleet_status", body)
    assert answer["response"]["key_paired_vins"] == [MODEL_Y_VIN]


@pytest.mark.parametrize(
    ("path", "scope"),
    [
        ("/api/1/products", "vehicle_cmds"),
        (CAR, "energy_device_data"),
        (f"{CAR}/vehicle_data", "vehicle_cmds"),
        (f"{SITE}/live_status", "vehicle_device_data"),
        ("/api/1/users/me", "vehicle_device_data"),
    ],
)
async def test_missing_scopes(
    simulator: Simulator, http: aiohttp.ClientSession, path: str, scope: str
) -> None:
    status, body = await get(http, path, token=simulator.access_token([scope]))
    assert status == 403
    assert body["error"].startswith("Unauthorized missing scopes")


async def test_charging_scope_is_enough_for_charging_only(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    simulator.cars[MODEL_S_VIN].plug()
    headers = bearer(simulator.access_token(["vehicle_charging_cmds"]))
    async with http.post(f"{OLD_CAR}/command/charge_stop", headers=headers, json={}) as response:
        assert response.status == 200
    async with http.post(f"{OLD_CAR}/command/door_unlock", headers=headers, json={}) as response:
        assert response.status == 403
    assert simulator.cars[MODEL_S_VIN].locked


def _bad_tokens(simulator: Simulator) -> list[tuple[str, str]]:
    good = simulator.access_token()
    return [
        ("", "invalid bearer token"),
        ("nonsense", "invalid bearer token"),
        (good[:-8] + "AAAAAAAA", "invalid bearer token"),
        (simulator.access_token(expires_in=-1), "token expired (401)"),
    ]


@pytest.mark.parametrize("number", range(4))
async def test_bad_tokens(simulator: Simulator, http: aiohttp.ClientSession, number: int) -> None:
    token, error = _bad_tokens(simulator)[number]
    status, body = await get(http, "/api/1/products", token=token)
    assert (status, body["error"]) == (401, error)


async def test_access_tokens_can_be_expired_at_once(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    simulator.tokens.expire_access_tokens()
    assert (await get(http, "/api/1/products"))[0] == 401
    assert (await get(http, "/api/1/products", token=simulator.access_token()))[0] == 200


async def test_the_wrong_region_names_the_right_one(
    simulator: Simulator, url: str, http: aiohttp.ClientSession
) -> None:
    other = await simulator.start_second_region()
    simulator.region.base_url = other
    async with http.get("/api/1/products") as response:
        assert response.status == 421
        assert (await response.json())["error"].startswith(f"user out of region, use base URL: {other}, ")
        assert response.headers["Alt-Svc"] == f"h2={other}"
    _, body = await get(http, "/api/1/users/region")
    assert body["response"] == {"region": "eu", "fleet_api_base_url": other}
    headers = bearer(simulator.access_token())
    async with (
        aiohttp.ClientSession(headers=headers) as session,
        session.get(f"{other}/api/1/products") as found,
    ):
        assert found.status == 200
    assert other != url


async def test_limits_of_requests(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.rate_limits["data"] = 2
    for _ in range(2):
        assert (await get(http, f"{CAR}/vehicle_data"))[0] == 200
    async with http.get(f"{CAR}/vehicle_data") as response:
        assert response.status == 429
        assert 55 <= int(response.headers["Retry-After"]) <= 60
    assert (await get(http, CAR))[0] == 200
    simulator.advance(61)
    assert (await get(http, f"{CAR}/vehicle_data"))[0] == 200


async def test_the_ledger_counts_what_tesla_bills(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    await get(http, f"{CAR}/vehicle_data")
    await get(http, f"{OLD_CAR}/vehicle_data")
    await get(http, "/api/1/products")
    await get(http, f"{SITE}/live_status")
    await post(http, f"{CAR}/command/charge_stop")
    simulator.sites[POWERWALL_SITE_ID].broken = 500
    await get(http, f"{SITE}/live_status")
    usage = simulator.usage
    assert usage.count(category="data", billed=True) == 2
    assert usage.count(category="data", status=408) == 1
    assert usage.count(category="commands", status=403, billed=True) == 1
    assert usage.count(category="free") == 1
    assert usage.count(endpoint="/api/1/energy_sites/{site_id}/live_status") == 2
    assert usage.count(category="energy", billed=False) == 1
    assert usage.cost == pytest.approx(2 * 0.002 + 0.001)


async def test_a_used_up_account_is_switched_off(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    simulator.usage.spending_limit = 0.004
    statuses = [(await get(http, f"{CAR}/vehicle_data"))[0] for _ in range(3)]
    assert statuses == [200, 200, 403]
    _, body = await get(http, "/api/1/products")
    assert body["error"] == "account disabled: EXCEEDED_LIMIT"


async def test_status_needs_no_token(url: str, http: aiohttp.ClientSession) -> None:
    async with aiohttp.ClientSession() as session, session.get(f"{url}/status") as response:
        assert (response.status, await response.text()) == (200, "ok")
    assert (await get(http, "/api/1/users/me"))[1]["response"]["email"] == "owner@example.org"
    assert (await get(http, f"{CAR}/mobile_enabled"))[1] == {"response": True}


BAD_BODIES: list[tuple[bytes, str, int]] = [
    (b"", "application/json", 400),
    (b"{", "application/json", 400),
    (b"[]", "application/json", 400),
    (b'{"backup_reserve_percent": NaN}', "application/json", 400),
    (b'{"backup_reserve_percent": "20"}', "application/json", 400),
    (b'{"backup_reserve_percent": true}', "application/json", 400),
    (b'{"backup_reserve_percent": 101}', "application/json", 400),
    (b"\xff\xfe", "application/json", 400),
    (b'{"backup_reserve_percent": 20}', "text/plain", 406),
    (b"[" * 100_000, "application/json", 400),
]


@pytest.mark.parametrize(("body", "kind", "status"), BAD_BODIES)
async def test_bad_bodies_are_refused(
    http: aiohttp.ClientSession, body: bytes, kind: str, status: int
) -> None:
    async with http.post(f"{SITE}/backup", data=body, headers={"Content-Type": kind}) as response:
        assert response.status == status
        assert (await response.json())["error"]


WRITES = {
    f"{CAR}/signed_command": ["routable_message"],
    f"{OLD_CAR}/command/set_temps": ["driver_temp"],
    f"{OLD_CAR}/command/set_charge_limit": ["percent"],
    f"{SITE}/operation": ["default_real_mode"],
    f"{SITE}/storm_mode": ["enabled"],
    f"{SITE}/grid_import_export": ["customer_preferred_export_rule"],
    f"{SITE}/off_grid_vehicle_charging_reserve": ["off_grid_vehicle_charging_reserve_percent"],
    f"{SITE}/time_of_use_settings": ["tou_settings"],
    "/api/1/vehicles/fleet_status": ["vins"],
    "/simulator/clock": ["now", "advance", "speed"],
    "/simulator/settings": ["rate_limits", "spending_limit", "domains", "region_base_url"],
    "/simulator/faults": ["path", "kind", "status", "headers", "delay", "count"],
    "/simulator/oauth": ["application", "user", "sign_in", "expires_in"],
    "/simulator/sites": ["kind"],
    f"/simulator/cars/{MODEL_Y_VIN}": ["state", "plugged", "overlay", "battery_level", "nothing"],
    f"/simulator/cars/{MODEL_Y_VIN}/keys": ["public_key", "role"],
    f"/simulator/cars/{MODEL_Y_VIN}/protocol": ["action", "domain"],
    f"/simulator/cars/{MODEL_Y_VIN}/faults": ["kind", "count", "code"],
    f"/simulator/sites/{POWERWALL_SITE_ID}": ["level", "trace", "broken", "nothing"],
}
ODD_VALUES: tuple[Any, ...] = (None, [], {}, {"a": [1]}, "x" * 300, 10**30, -1e300, 9e14, True)


@pytest.mark.parametrize("path", WRITES)
async def test_nothing_that_is_sent_crashes_it(
    simulator: Simulator, http: aiohttp.ClientSession, path: str
) -> None:
    simulator.cars[MODEL_S_VIN].set_online()
    for name in WRITES[path]:
        for value in ODD_VALUES:
            async with http.post(path, json={name: value}) as response:
                assert response.status < 500, (name, await response.text())
            simulator.faults.clear()
    async with http.get("/simulator") as response:
        assert response.status == 200


@pytest.mark.parametrize(
    "path",
    [
        f"{SITE}/calendar_history?kind=energy&start_date=yesterday",
        f"{SITE}/calendar_history?kind=energy&period=century",
        f"{SITE}/calendar_history?kind=charge",
        f"{SITE}/telemetry_history?kind=energy",
    ],
)
async def test_odd_questions_are_refused(http: aiohttp.ClientSession, path: str) -> None:
    assert (await get(http, path))[0] == 400


async def test_dates_at_the_ends_of_time(http: aiohttp.ClientSession) -> None:
    for date in ("0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "0001-01-01"):
        for name in ("start_date", "end_date"):
            status, _ = await get(http, f"{SITE}/calendar_history", **{"kind": "energy", name: date})
            assert status == 400


async def test_a_tariff_of_any_shape_is_survived(simulator: Simulator, http: aiohttp.ClientSession) -> None:
    parts: list[Any] = [[], {}, "x", 1, [{"a": 1}], {"Summer": []}, {"Summer": {"tou_periods": [1]}}]
    for part in parts:
        tariff = {"seasons": part, "energy_charges": part, "sell_tariff": part}
        body = {"tou_settings": {"tariff_content_v2": tariff}}
        assert (await post(http, f"{SITE}/time_of_use_settings", body))[0] == 200
        await post(http, f"{SITE}/operation", {"default_real_mode": "autonomous"})
        simulator.advance(1000)
        assert (await get(http, f"{SITE}/live_status"))[0] == 200


async def test_the_applications_own_token_sees_no_cars(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    token = simulator.access_token(subject="demo-client")
    assert (await get(http, "/api/1/products", token=token))[0] == 403


async def test_a_site_without_powerwalls_has_nothing_to_set(
    simulator: Simulator, http: aiohttp.ClientSession
) -> None:
    simulator.add_site("solar")
    path = f"/api/1/energy_sites/{SOLAR_SITE_ID}/backup"
    assert (await post(http, path, {"backup_reserve_percent": 20}))[0] == 400


async def test_a_body_may_not_be_huge(http: aiohttp.ClientSession) -> None:
    headers = {"Content-Type": "application/json"}
    async with http.post(f"{SITE}/backup", data=BytesIO(b" " * 2_000_000), headers=headers) as response:
        assert response.status == 413


async def test_unknown_paths_and_methods(http: aiohttp.ClientSession) -> None:
    assert (await get(http, "/api/1/nothing"))[0] == 404
    assert (await get(http, "/api/1/energy_sites/1/live_status"))[0] == 404
    assert (await get(http, "/api/1/energy_sites/x/live_status"))[0] == 404
    assert (await get(http, f"{SITE}/backup"))[0] == 405
