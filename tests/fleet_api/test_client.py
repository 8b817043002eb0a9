"""Each endpoint: what is asked, what is told, what comes back."""

from collections.abc import Awaitable, Callable
from datetime import UTC, datetime, timedelta, timezone
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from custom_components.tesla_home_energy.fleet_api import (
    AccountLimitExceeded,
    Endpoints,
    FleetApi,
    InvalidResponse,
    MalformedToken,
    NotRegistered,
    PartnerAccountRequired,
    PublicKeyUnreadable,
    VehicleAsleep,
)

from .conftest import Account
from .samples import MODEL_S, MODEL_Y, SITE, response, sample
from .scripted_server import ScriptedServer, fail, reply, respond
from .test_token import token

SITE_PATH = f"/api/1/energy_sites/{SITE}/"


def query(server: ScriptedServer) -> dict[str, str]:
    """The query of the last request."""
    return {name: value for name, (value,) in parse_qs(urlsplit(server.seen[-1].path).query).items()}


async def test_products(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("products"))]
    products = await account.api.products()

    assert [vehicle.vin for vehicle in products.vehicles] == [MODEL_Y, MODEL_S]
    assert len(products.energy_sites) == 2
    assert server.seen[0].path == "/api/1/products"


@pytest.mark.parametrize(
    ("scopes", "endpoints"),
    [
        ([], "charge_state;climate_state;drive_state;vehicle_state;vehicle_config"),
        (
            ["vehicle_location"],
            "charge_state;climate_state;drive_state;vehicle_state;vehicle_config;location_data",
        ),
    ],
)
async def test_vehicle_data_asks_for_what_the_token_allows(
    account: Account, server: ScriptedServer, scopes: list[str], endpoints: str
) -> None:
    account.tokens.tokens = [token({"sub": "a", "scp": scopes})]
    server.script = [reply(sample("vehicle_data_charging"))]
    data = await account.api.vehicle_data(MODEL_Y)

    assert data.charge is not None
    assert data.charge.battery_level == 57
    assert query(server) == {"endpoints": endpoints}
    assert ";" not in server.seen[0].path


async def test_vehicle_data_in_chosen_parts(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("vehicle_data_charging"))]
    await account.api.vehicle_data(MODEL_Y, ["charge_state", "drive_state"])

    assert server.seen[0].path == (
        f"/api/1/vehicles/{MODEL_Y}/vehicle_data?endpoints=charge_state%3Bdrive_state"
    )


async def test_vehicle_data_needs_a_readable_token(account: Account, server: ScriptedServer) -> None:
    with pytest.raises(MalformedToken):
        await account.api.vehicle_data(MODEL_Y)

    assert server.seen == []


async def test_vehicle_data_of_a_sleeping_car(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("vehicle_data_asleep_408"), 408)]
    with pytest.raises(VehicleAsleep):
        await account.api.vehicle_data(MODEL_Y, ["charge_state"])


async def test_waking_is_told_once_and_watched_for_free(account: Account, server: ScriptedServer) -> None:
    server.script = [
        reply(sample("wake_up_waking")),
        reply(sample("vehicle_asleep")),
        reply(sample("wake_up_online")),
    ]
    assert not (await account.api.wake_up(MODEL_Y)).online
    vehicle = await account.api.wait_until_online(MODEL_Y)

    assert vehicle.online
    assert account.naps == [5, 10]
    assert [(seen.method, seen.path) for seen in server.seen] == [
        ("POST", f"/api/1/vehicles/{MODEL_Y}/wake_up"),
        ("GET", f"/api/1/vehicles/{MODEL_Y}"),
        ("GET", f"/api/1/vehicles/{MODEL_Y}"),
    ]


async def test_a_hiccup_does_not_waste_a_wake_up(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(502), reply(sample("wake_up_online"))]

    assert (await account.api.wait_until_online(MODEL_Y)).online
    assert account.naps == [5, 10]


async def test_waiting_ends_when_tesla_says_so(account: Account, server: ScriptedServer) -> None:
    server.script = [fail(403, "account disabled: EXCEEDED_LIMIT")]
    with pytest.raises(AccountLimitExceeded):
        await account.api.wait_until_online(MODEL_Y)

    assert account.naps == [5]


async def test_a_car_that_does_not_wake(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("vehicle_offline"))]
    with pytest.raises(VehicleAsleep):
        await account.api.wait_until_online(MODEL_Y)

    assert account.naps == [5, 10, 15]
    assert len(server.seen) == 3


async def test_fleet_status(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("fleet_status"))]
    status = await account.api.fleet_status((MODEL_Y, MODEL_S))

    assert (status.key_paired(MODEL_Y), status.key_paired(MODEL_S)) == (True, False)
    assert server.seen[0].json == {"vins": [MODEL_Y, MODEL_S]}


async def test_commands(account: Account, server: ScriptedServer) -> None:
    server.script = [respond("QUJD"), respond({"result": True, "reason": ""})]

    assert await account.api.signed_command(MODEL_Y, "REVG") == "QUJD"
    assert await account.api.command(MODEL_S, "set_charge_limit", {"percent": 80}) == {
        "result": True,
        "reason": "",
    }
    assert await account.api.command(MODEL_S, "charge_start") == {"result": True, "reason": ""}
    assert [(seen.path, seen.json) for seen in server.seen] == [
        (f"/api/1/vehicles/{MODEL_Y}/signed_command", {"routable_message": "REVG"}),
        (f"/api/1/vehicles/{MODEL_S}/command/set_charge_limit", {"percent": 80}),
        (f"/api/1/vehicles/{MODEL_S}/command/charge_start", {}),
    ]


async def test_live_status_and_site_info(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("live_status_day")), reply(sample("site_info"))]
    status = await account.api.live_status(SITE)
    site = await account.api.site_info(SITE)

    assert status.solar_power == response("live_status_day")["solar_power"]
    assert site.operation_mode == "self_consumption"
    assert [seen.path for seen in server.seen] == [f"{SITE_PATH}live_status", f"{SITE_PATH}site_info"]


async def test_calendar_history_of_a_past_day(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("calendar_history_energy"))]
    berlin = timezone(timedelta(hours=2))
    history = await account.api.calendar_history(
        SITE,
        start=datetime(2025, 6, 18, tzinfo=berlin),
        end=datetime(2025, 6, 18, 23, 59, 59, tzinfo=berlin),
        time_zone="Europe/Berlin",
    )

    assert len(history.buckets) == 288
    assert query(server) == {
        "kind": "energy",
        "period": "day",
        "start_date": "2025-06-18T00:00:00+02:00",
        "end_date": "2025-06-18T23:59:59+02:00",
        "time_zone": "Europe/Berlin",
    }
    assert "+" not in server.seen[0].path


async def test_calendar_history_of_today(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("calendar_history_energy_month"))]
    await account.api.calendar_history(SITE, period="month")

    assert query(server) == {"kind": "energy", "period": "month"}


async def test_backup_history(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("calendar_history_backup"))]
    history = await account.api.backup_history(SITE, end=datetime(2025, 6, 18, tzinfo=UTC))

    assert history.total_events == 2
    assert query(server) == {"kind": "backup", "end_date": "2025-06-18T00:00:00+00:00"}


@pytest.mark.parametrize(
    ("write", "path", "body"),
    [
        (lambda api: api.set_backup_reserve(SITE, 0), "backup", {"backup_reserve_percent": 0}),
        (lambda api: api.set_backup_reserve(SITE, 100), "backup", {"backup_reserve_percent": 100}),
        (
            lambda api: api.set_operation_mode(SITE, "autonomous"),
            "operation",
            {"default_real_mode": "autonomous"},
        ),
        (lambda api: api.set_storm_mode(SITE, enabled=False), "storm_mode", {"enabled": False}),
        (
            lambda api: api.set_grid_import_export(SITE, grid_charging_allowed=True),
            "grid_import_export",
            {"disallow_charge_from_grid_with_solar_installed": False},
        ),
        (
            lambda api: api.set_grid_import_export(SITE, grid_charging_allowed=False, export_rule="never"),
            "grid_import_export",
            {
                "disallow_charge_from_grid_with_solar_installed": True,
                "customer_preferred_export_rule": "never",
            },
        ),
        (
            lambda api: api.set_grid_import_export(SITE, export_rule="pv_only"),
            "grid_import_export",
            {"customer_preferred_export_rule": "pv_only"},
        ),
        (
            lambda api: api.set_off_grid_vehicle_charging_reserve(SITE, 30),
            "off_grid_vehicle_charging_reserve",
            {"off_grid_vehicle_charging_reserve_percent": 30},
        ),
        (
            lambda api: api.set_time_of_use_settings(
                SITE, sample("time_of_use_settings_request")["tou_settings"]["tariff_content_v2"]
            ),
            "time_of_use_settings",
            sample("time_of_use_settings_request"),
        ),
    ],
)
async def test_settings_of_an_energy_site(
    account: Account,
    server: ScriptedServer,
    write: Callable[[FleetApi], Awaitable[None]],
    path: str,
    body: Any,
) -> None:
    server.script = [reply(sample("energy_write_ok"))]
    await write(account.api)

    (seen,) = server.seen
    assert (seen.method, seen.path, seen.json) == ("POST", SITE_PATH + path, body)


@pytest.mark.parametrize("percent", [-1, 101])
async def test_reserves_out_of_range_are_not_sent(
    account: Account, server: ScriptedServer, percent: int
) -> None:
    with pytest.raises(ValueError, match="0 to 100"):
        await account.api.set_backup_reserve(SITE, percent)
    with pytest.raises(ValueError, match="0 to 100"):
        await account.api.set_off_grid_vehicle_charging_reserve(SITE, percent)

    assert server.seen == []


async def test_region_of_the_account(account: Account, server: ScriptedServer) -> None:
    server.script = [respond({"region": "eu", "fleet_api_base_url": "http://127.0.0.1:9/"})]
    endpoints = await account.api.users_region()

    assert endpoints == Endpoints(
        authorize=f"{server.url}/oauth2/v3/authorize",
        token=f"{server.url}/oauth2/v3/token",
        fleet_api="http://127.0.0.1:9",
    )
    assert account.api.endpoints.fleet_api == server.url


@pytest.mark.parametrize(
    "answer", [sample("users_region")["response"], {"fleet_api_base_url": None}, {}, None, "eu"]
)
async def test_region_that_is_not_believed(account: Account, server: ScriptedServer, answer: object) -> None:
    server.script = [respond(answer)]
    with pytest.raises(InvalidResponse):
        await account.api.users_region()


async def test_registering_the_application(account: Account, server: ScriptedServer) -> None:
    server.script = [reply(sample("partner_accounts_register")), reply(sample("partner_accounts_public_key"))]
    account_of_partner = await account.api.register_partner_account("Example.ORG")
    known = await account.api.partner_public_key("Example.ORG")

    assert account_of_partner.public_key == known.public_key
    assert server.seen[0].json == {"domain": "example.org"}
    assert server.seen[1].path == "/api/1/partner_accounts/public_key?domain=example.org"


@pytest.mark.parametrize(
    ("status", "text", "kind"),
    [
        (424, "Failed dependency", PublicKeyUnreadable),
        (400, "Expected partner account", PartnerAccountRequired),
        (412, "Account x must be registered in the current region https://y", NotRegistered),
    ],
)
async def test_registering_that_fails(
    account: Account, server: ScriptedServer, status: int, text: str, kind: type[Exception]
) -> None:
    server.script = [fail(status, text)]
    with pytest.raises(kind):
        await account.api.register_partner_account("example.org")


@pytest.mark.parametrize(
    "read",
    [
        lambda api: api.products(),
        lambda api: api.vehicle(MODEL_Y),
        lambda api: api.vehicle_data(MODEL_Y, []),
        lambda api: api.fleet_status([MODEL_Y]),
        lambda api: api.live_status(SITE),
        lambda api: api.site_info(SITE),
        lambda api: api.calendar_history(SITE),
        lambda api: api.backup_history(SITE),
        lambda api: api.partner_public_key("example.org"),
    ],
)
async def test_a_response_of_another_shape(
    account: Account, server: ScriptedServer, read: Callable[[FleetApi], Awaitable[object]]
) -> None:
    server.script = [respond(None)]
    with pytest.raises(InvalidResponse):
        await read(account.api)
