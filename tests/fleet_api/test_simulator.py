"""The whole way to a simulated Tesla and its cars, which check every signature for themselves."""

from urllib.parse import parse_qs, urlsplit

import aiohttp
import pytest

from custom_components.tesla_home_energy.fleet_api import (
    AccountLimitExceeded,
    EnergySiteUnavailable,
    InvalidClient,
    MissingScopes,
    NotRegistered,
    OutcomeUnknown,
    RateLimited,
    Vehicle,
    VehicleAsleep,
    VehicleCommands,
    partner_token,
    read_token,
)
from custom_components.tesla_home_energy.vehicle_command import (
    NotPairedError,
    OutcomeUnknownError,
    PrivateKey,
    RefusedError,
    StateCategory,
)
from tests.simulator import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID
from tests.simulator.faults import HttpFault
from tests.simulator.protocol.injected import InjectedFault

from .conftest import Home

SEE_CARS = ["openid", "vehicle_device_data"]


async def test_sign_in_as_a_person_would(session: aiohttp.ClientSession, home: Home) -> None:
    endpoints = home.account.api.endpoints
    redirect = "http://127.0.0.1:8123/auth/external/callback"
    request = {
        "response_type": "code",
        "client_id": "demo-client",
        "redirect_uri": redirect,
        "scope": "openid vehicle_device_data vehicle_cmds energy_device_data",
        "state": "any",
    }
    async with session.get(endpoints.authorize, params=request) as page:
        form = [("request", (await page.text()).partition('name="request" value="')[2].partition('"')[0])]
    form += [("decision", "allow"), ("scope", "vehicle_device_data"), ("scope", "energy_device_data")]
    async with session.post(endpoints.authorize, data=form, allow_redirects=False) as consent:
        code = parse_qs(urlsplit(consent.headers["Location"]).query)["code"][0]
    exchange = {
        "grant_type": "authorization_code",
        "client_id": "demo-client",
        "client_secret": "demo-secret",
        "code": code,
        "redirect_uri": redirect,
        "audience": endpoints.fleet_api,
    }
    async with session.post(endpoints.token, data=exchange) as answer:
        token = (await answer.json())["access_token"]

    claims = read_token(token)
    assert claims.scopes == {"openid", "vehicle_device_data", "energy_device_data"}
    assert claims.region == "eu"
    home.account.tokens.tokens = [token]
    assert len((await home.account.api.products()).vehicles) == 2


async def test_the_default_home(home: Home) -> None:
    products = await home.account.api.products()

    assert [(car.vin, car.signs_commands) for car in products.vehicles] == [
        (MODEL_Y_VIN, True),
        (MODEL_S_VIN, False),
    ]
    assert [site.energy_site_id for site in products.energy_sites] == [POWERWALL_SITE_ID]


async def test_vehicle_data_of_a_charging_car(home: Home) -> None:
    data = await home.account.api.vehicle_data(MODEL_Y_VIN)

    assert data.charge is not None
    assert data.charge.charging_state == "Charging"
    assert data.charge.charge_current_request == 6
    assert data.drive is not None
    assert data.drive.latitude is not None
    assert data.vehicle_state is not None
    assert data.vehicle_state.locked is True
    assert data.as_of is not None


async def test_vehicle_data_without_the_position(home: Home) -> None:
    home.allow(*SEE_CARS)
    data = await home.account.api.vehicle_data(MODEL_Y_VIN)

    assert data.charge is not None
    assert data.drive is None


async def test_signed_amps_reach_the_charger(home: Home) -> None:
    commands = await home.door(MODEL_Y_VIN)
    await commands.execute("set_charging_amps", {"charging_amps": 12})

    (command,) = home.simulator.commands
    assert (command.vin, command.name, command.parameters) == (
        MODEL_Y_VIN,
        "set_charging_amps",
        {"charging_amps": 12},
    )
    assert (command.domain, command.signature, command.result) == ("infotainment", "hmac", True)
    home.simulator.advance(30)
    data = await home.account.api.vehicle_data(MODEL_Y_VIN)
    assert data.charge is not None
    assert data.charge.charger_actual_current == 12


async def test_both_computers_of_a_car(home: Home) -> None:
    commands = await home.door(MODEL_Y_VIN)
    await commands.execute("door_unlock")
    await commands.execute("charge_stop")

    assert [(command.name, command.domain) for command in home.simulator.commands] == [
        ("door_unlock", "vehicle_security"),
        ("charge_stop", "infotainment"),
    ]
    assert not home.simulator.cars[MODEL_Y_VIN].locked


async def test_nothing_to_do_is_no_failure(home: Home) -> None:
    commands = await home.door(MODEL_Y_VIN)

    assert (await commands.execute("charge_start")).reason == "is_charging"
    assert (await commands.execute("charge_stop")).reason == ""
    assert (await commands.execute("charge_stop")).reason == "not_charging"


async def test_a_refusal_keeps_its_reason(home: Home) -> None:
    home.simulator.cars[MODEL_Y_VIN].unplug()
    with pytest.raises(RefusedError) as refused:
        await (await home.door(MODEL_Y_VIN)).execute("charge_start")

    assert refused.value.reason == "disconnected"


async def test_unsigned_command_to_the_old_model_s(home: Home) -> None:
    home.simulator.cars[MODEL_S_VIN].set_online()
    commands = await home.door(MODEL_S_VIN)
    await commands.execute("set_charge_limit", {"percent": 70})

    (command,) = home.simulator.commands
    assert (command.vin, command.name, command.parameters, command.signature) == (
        MODEL_S_VIN,
        "set_charge_limit",
        {"percent": 70},
        None,
    )
    assert home.simulator.usage.count(endpoint="/api/1/vehicles/{tag}/signed_command") == 0


@pytest.mark.parametrize(("vin", "signing"), [(MODEL_S_VIN, "required"), (MODEL_Y_VIN, "off")])
async def test_a_wrong_word_on_signing_is_corrected(home: Home, vin: str, signing: str) -> None:
    home.simulator.cars[vin].set_online()
    commands = home.door_of(Vehicle(vin=vin, command_signing=signing))
    await commands.execute("set_charge_limit", {"percent": 70})
    await commands.execute("set_charge_limit", {"percent": 75})

    assert [command.parameters for command in home.simulator.cars[vin].commands] == [
        {"percent": 70},
        {"percent": 75},
    ]
    assert commands.signed is (vin == MODEL_Y_VIN)


async def test_a_hard_locked_car(home: Home) -> None:
    home.simulator.cars[MODEL_Y_VIN].hard_locked = True
    commands = home.door_of(Vehicle(vin=MODEL_Y_VIN, command_signing="off"))
    await commands.execute("set_charge_limit", {"percent": 70})

    (command,) = home.simulator.commands
    assert command.signature == "hmac"


async def test_an_unpaired_key(home: Home) -> None:
    home.key = PrivateKey.create()
    with pytest.raises(NotPairedError):
        await (await home.door(MODEL_Y_VIN)).execute("charge_stop")
    with pytest.raises(NotPairedError):
        await (await home.door(MODEL_Y_VIN)).ping()

    assert home.simulator.commands == []


async def test_reading_by_signed_messages(home: Home) -> None:
    commands = await home.door(MODEL_Y_VIN)
    await commands.ping()
    state = await commands.read(StateCategory.CHARGE)

    assert state.HasField("charge_state")
    assert home.simulator.usage.count(category="data") == 0


async def test_a_sleeping_car_is_woken_once_and_commanded(home: Home) -> None:
    car = home.simulator.cars[MODEL_Y_VIN]
    car.fall_asleep()
    api = home.account.api
    commands = await home.door(MODEL_Y_VIN)
    with pytest.raises(VehicleAsleep):
        await commands.execute("charge_stop")
    with pytest.raises(VehicleAsleep):
        await api.vehicle_data(MODEL_Y_VIN)
    assert not (await api.wake_up(MODEL_Y_VIN)).online
    with pytest.raises(VehicleAsleep):
        await api.wait_until_online(MODEL_Y_VIN, delays=(1,))
    home.simulator.advance(30)
    assert (await api.wait_until_online(MODEL_Y_VIN)).online
    await commands.execute("charge_stop")

    assert [command.name for command in home.simulator.commands] == ["charge_stop"]
    assert home.simulator.usage.count(category="wakes") == 1


async def test_a_lost_request_is_sent_again(home: Home) -> None:
    commands = await home.door(MODEL_Y_VIN)
    home.simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="lost_request"))
    await commands.execute("set_charging_amps", {"charging_amps": 12})

    assert [command.parameters for command in home.simulator.commands] == [{"charging_amps": 12}]


@pytest.mark.parametrize("kind", ["lost_answer", "empty_answer"])
async def test_a_command_whose_answer_is_lost_is_carried_out_once(home: Home, kind: str) -> None:
    commands = await home.door(MODEL_Y_VIN)
    home.simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind=kind))
    with pytest.raises(OutcomeUnknownError) as unknown:
        await commands.execute("set_charging_amps", {"charging_amps": 12})

    assert unknown.value.accepted
    assert [command.parameters for command in home.simulator.commands] == [{"charging_amps": 12}]


async def test_asleep_after_a_lost_answer_is_not_taken_for_not_carried_out(home: Home) -> None:
    commands = await home.door(MODEL_Y_VIN)
    await commands.execute("set_charging_amps", {"charging_amps": 10})
    faults = home.simulator.faults
    faults.add(HttpFault(kind="cut_after", path="*signed_command"))
    faults.add(
        HttpFault(status=408, body={"response": None, "error": "vehicle is offline"}, path="*signed_command")
    )
    with pytest.raises(OutcomeUnknownError):
        await commands.execute("set_charging_amps", {"charging_amps": 12})

    assert [command.parameters["charging_amps"] for command in home.simulator.commands] == [10, 12]


async def test_an_unsigned_command_whose_answer_is_lost_is_not_repeated(home: Home) -> None:
    home.simulator.cars[MODEL_S_VIN].set_online()
    commands = await home.door(MODEL_S_VIN)
    home.simulator.faults.add(HttpFault(kind="cut_after", path="*command/*"))
    with pytest.raises(OutcomeUnknown):
        await commands.execute("set_charge_limit", {"percent": 70})

    assert len(home.simulator.commands) == 1


async def test_sessions_survive_a_restart(home: Home) -> None:
    saved: list[dict[str, object]] = []

    async def save(sessions: dict[str, object]) -> None:
        saved.append(sessions)

    vehicle = Vehicle(vin=MODEL_Y_VIN)
    before = VehicleCommands(home.account.api, vehicle, home.key, save=save)
    await before.execute("set_charging_amps", {"charging_amps": 10})
    after = VehicleCommands(home.account.api, vehicle, home.key, stored=saved[-1], save=save)
    await after.execute("set_charging_amps", {"charging_amps": 11})

    assert [message.kind for message in home.simulator.received] == ["handshake", "command", "command"]
    first, second = home.simulator.commands
    assert (second.counter or 0) > (first.counter or 0)


async def test_an_expired_token_is_replaced_in_the_middle_of_a_command(home: Home) -> None:
    home.account.tokens.tokens.insert(0, home.simulator.access_token(expires_in=-1))
    commands = home.door_of(Vehicle(vin=MODEL_Y_VIN))
    await commands.execute("charge_stop")

    assert len(home.simulator.commands) == 1
    assert len(home.account.tokens.rejected) == 1


async def test_scopes_that_are_missing(home: Home) -> None:
    home.allow(*SEE_CARS)
    with pytest.raises(MissingScopes):
        await home.account.api.live_status(POWERWALL_SITE_ID)
    with pytest.raises(MissingScopes):
        await home.door_of(Vehicle(vin=MODEL_Y_VIN)).execute("charge_stop")


async def test_the_right_region_is_found(home: Home) -> None:
    other = await home.simulator.start_second_region()
    home.simulator.region.base_url = other
    await home.account.api.products()
    await home.account.api.live_status(POWERWALL_SITE_ID)

    assert [endpoints.fleet_api for endpoints in home.account.moves] == [other]
    assert (await home.account.api.users_region()).fleet_api == other
    assert home.simulator.usage.count(status=421) == 1


async def test_too_many_requests(home: Home) -> None:
    home.simulator.rate_limits["data"] = 1
    await home.account.api.vehicle_data(MODEL_Y_VIN)
    with pytest.raises(RateLimited) as limited:
        await home.account.api.vehicle_data(MODEL_Y_VIN)

    assert limited.value.retry_after is not None
    assert limited.value.retry_after > 0


async def test_the_spending_limit(home: Home) -> None:
    home.simulator.usage.spending_limit = 0.001
    await home.account.api.vehicle_data(MODEL_Y_VIN)
    with pytest.raises(AccountLimitExceeded):
        await home.account.api.vehicle_data(MODEL_Y_VIN)


async def test_every_request_is_recorded_as_it_is_billed(home: Home) -> None:
    await home.account.api.products()
    await home.account.api.vehicle_data(MODEL_Y_VIN)
    await (await home.door(MODEL_Y_VIN)).execute("charge_stop")
    home.simulator.cars[MODEL_S_VIN].fall_asleep()
    await home.account.api.wake_up(MODEL_S_VIN)
    used = home.simulator.usage.requests

    assert [record.status for record in home.account.records] == [request.status for request in used]
    for category in ("data", "commands", "wakes"):
        ours = [record for record in home.account.records if record.category == category]
        assert len(ours) == home.simulator.usage.count(category=category) > 0


async def test_power_flows_balance(home: Home) -> None:
    status = await home.account.api.live_status(POWERWALL_SITE_ID)
    (connector,) = status.wall_connectors

    assert None not in (status.solar_power, status.battery_power, status.grid_power)
    flows = (status.solar_power or 0) + (status.battery_power or 0) + (status.grid_power or 0)
    assert status.load_power == pytest.approx(flows, abs=1)
    assert connector.vin == MODEL_Y_VIN
    assert connector.power is not None
    assert connector.power > 0


async def test_settings_of_the_powerwall(home: Home) -> None:
    api = home.account.api
    before = await api.site_info(POWERWALL_SITE_ID)
    assert before.tariff_content_v2 is not None
    tariff = {**before.tariff_content_v2, "name": "Another plan"}
    await api.set_backup_reserve(POWERWALL_SITE_ID, 42)
    await api.set_operation_mode(POWERWALL_SITE_ID, "autonomous")
    await api.set_storm_mode(POWERWALL_SITE_ID, enabled=False)
    await api.set_grid_import_export(POWERWALL_SITE_ID, grid_charging_allowed=True, export_rule="battery_ok")
    await api.set_off_grid_vehicle_charging_reserve(POWERWALL_SITE_ID, 33)
    await api.set_time_of_use_settings(POWERWALL_SITE_ID, tariff)
    after = await api.site_info(POWERWALL_SITE_ID)

    assert (before.grid_charging_allowed, before.export_rule) == (False, "pv_only")
    assert (after.backup_reserve_percent, after.operation_mode) == (42, "autonomous")
    assert (after.storm_watch_enabled, after.grid_charging_allowed) == (False, True)
    assert (after.export_rule, after.off_grid_vehicle_charging_reserve_percent) == ("battery_ok", 33)
    assert after.tariff_content_v2 is not None
    assert after.tariff_content_v2["name"] == "Another plan"


async def test_a_site_that_tesla_cannot_ask(home: Home) -> None:
    home.simulator.sites[POWERWALL_SITE_ID].broken = 500
    with pytest.raises(EnergySiteUnavailable):
        await home.account.api.site_info(POWERWALL_SITE_ID)


async def test_energy_of_the_day(home: Home) -> None:
    history = await home.account.api.calendar_history(POWERWALL_SITE_ID)

    assert history.buckets
    assert history.installation_time_zone
    assert sum(bucket.solar_energy_exported or 0 for bucket in history.buckets) > 0
    assert (await home.account.api.backup_history(POWERWALL_SITE_ID)).events is not None


async def test_token_of_the_application(session: aiohttp.ClientSession, home: Home) -> None:
    endpoints = home.account.api.endpoints

    assert read_token(await partner_token(session, endpoints, "demo-client", "demo-secret")).scopes
    with pytest.raises(InvalidClient):
        await partner_token(session, endpoints, "demo-client", "wrong")


async def test_pairing_is_told(home: Home) -> None:
    status = await home.account.api.fleet_status([MODEL_Y_VIN, MODEL_S_VIN])
    assert status.vehicle_info[MODEL_Y_VIN].vehicle_command_protocol_required is True


async def test_an_unregistered_region(home: Home) -> None:
    home.simulator.partner.required = True
    with pytest.raises(NotRegistered):
        await home.account.api.products()
