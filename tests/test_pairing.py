"""Which cars hold the virtual key: what is shown, when Tesla is asked, and the issues that come and go."""

import asyncio
from datetime import timedelta
import math

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.tesla_home_energy.cadence import (
    PAIRING_CHECK_INTERVAL,
    PAIRING_CHECKS,
    PAIRING_INTERVAL,
    PRODUCTS_INTERVAL,
)
from custom_components.tesla_home_energy.const import CONF_FEATURES, DOMAIN
from custom_components.tesla_home_energy.fleet_api import ChargeState, FleetStatus, Vehicle
from custom_components.tesla_home_energy.pairing import car_pairing, pairing_schema, pairing_url
from custom_components.tesla_home_energy.public_key import async_get_private_key
from homeassistant.config_entries import SOURCE_REAUTH, ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import issue_registry as ir
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from .simulator import MODEL_S_VIN, MODEL_Y_VIN, Simulator
from .simulator.faults import HttpFault
from .simulator.protocol.injected import InjectedFault

FLEET_STATUS = "/api/1/vehicles/fleet_status"
PAIRED = "binary_sensor.blitz_virtual_key_paired"


def _state(hass: HomeAssistant, entity_id: str = PAIRED) -> str:
    state = hass.states.get(entity_id)
    assert state is not None, entity_id
    return state.state


def _issues(hass: HomeAssistant) -> list[str | None]:
    issues = ir.async_get(hass).issues.values()
    return [issue.translation_key for issue in issues if issue.domain == DOMAIN and issue.active]


async def _wait(
    hass: HomeAssistant, freezer: FrozenDateTimeFactory, time: timedelta = PAIRING_CHECK_INTERVAL
) -> None:
    for _ in range(steps := math.ceil(time / timedelta(hours=6))):  # tokens last eight hours
        freezer.tick(time / steps + timedelta(seconds=1))
        async_fire_time_changed(hass, dt_util.utcnow())
        await hass.async_block_till_done(wait_background_tasks=True)


async def _limit(hass: HomeAssistant, car: str = "blitz", percent: int = 70) -> None:
    await hass.services.async_call(
        "number",
        "set_value",
        {"entity_id": f"number.{car}_charge_limit", "value": percent},
        blocking=True,
    )
    await hass.async_block_till_done(wait_background_tasks=True)


async def _pair(hass: HomeAssistant, simulator: Simulator, vin: str = MODEL_Y_VIN) -> None:
    key = await async_get_private_key(hass)
    simulator.cars[vin].pair(key.public_key_pem().decode())


async def _set_up(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_an_unpaired_car_raises_an_issue_that_closes_itself_when_it_is_paired(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    assert _state(hass) == "off"
    issue = next(issue for issue in ir.async_get(hass).issues.values() if issue.domain == DOMAIN)
    assert issue.translation_key == "not_paired"
    assert issue.translation_placeholders == {"name": "Blitz"}
    assert issue.is_fixable
    assert issue.severity is ir.IssueSeverity.WARNING
    assert MODEL_Y_VIN not in issue.issue_id

    await _pair(hass, simulator)
    await _wait(hass, freezer)

    assert _state(hass) == "on"
    assert _issues(hass) == []


async def test_a_key_that_is_taken_away_is_noticed(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    await _wait(hass, freezer)
    assert _state(hass) == "on"

    simulator.cars[MODEL_Y_VIN].computers.keys.clear()
    await _wait(hass, freezer, PAIRING_INTERVAL)

    assert _state(hass) == "off"
    assert _issues(hass) == ["not_paired"]


async def test_a_car_without_the_protocol_needs_no_key(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    assert hass.states.get("binary_sensor.oldie_virtual_key_paired") is None
    assert _issues(hass) == ["not_paired"]  # the other car's
    pairing = home.runtime_data.pairing.data
    assert not pairing[MODEL_S_VIN].needs_key
    assert pairing[MODEL_Y_VIN].total_number_of_keys == 2


async def test_an_account_whose_cars_need_no_key_asks_nothing(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.cars[MODEL_Y_VIN].command_signing = "off"
    await _set_up(hass, entry)

    assert simulator.usage.count(endpoint=FLEET_STATUS) == 0
    assert hass.states.get(PAIRED) is None
    assert _issues(hass) == []


async def test_who_wants_no_commands_needs_no_key(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    hass.config_entries.async_update_entry(entry, data={**entry.data, CONF_FEATURES: ["see_cars"]})
    await _set_up(hass, entry)

    assert simulator.usage.count(endpoint=FLEET_STATUS) == 0
    assert hass.states.get(PAIRED) is None
    assert _issues(hass) == []


async def test_all_cars_are_asked_for_in_one_request(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.cars[MODEL_S_VIN].command_signing = "required"
    await _set_up(hass, entry)

    assert simulator.usage.count(endpoint=FLEET_STATUS) == 1
    assert _issues(hass) == ["not_paired", "not_paired"]
    assert len({issue_id for _, issue_id in ir.async_get(hass).issues}) == 2


@pytest.mark.parametrize(
    ("signing", "signed", "required", "needs_key"),
    [
        ("required", None, None, True),
        ("required", None, False, True),  # reported: fleet_status is sometimes wrong so
        ("required", False, True, False),  # the car answered 422
        ("allowed", False, True, False),  # the same
        ("off", None, None, False),
        ("off", None, True, False),
        ("off", True, None, True),  # the car refused an unsigned command
        ("allowed", None, None, True),
        ("allowed", None, False, False),
        ("allowed", None, True, True),
        (None, None, True, True),
        (None, None, False, False),
        (None, None, None, False),  # by its VIN
        (None, True, False, True),  # the car refused an unsigned command
    ],
)
def test_what_tells_whether_a_car_needs_the_key(
    signing: str | None, *, signed: bool | None, required: bool | None, needs_key: bool
) -> None:
    vehicle = Vehicle(vin=MODEL_S_VIN, command_signing=signing)
    info = {} if required is None else {MODEL_S_VIN: {"vehicle_command_protocol_required": required}}
    status = FleetStatus.read({"unpaired_vins": [MODEL_S_VIN], "vehicle_info": info})

    pairing = car_pairing(vehicle, status, signed=signed)

    assert pairing.needs_key is needs_key
    assert pairing.paired is False
    assert pairing.settled is not needs_key


def test_without_an_answer_nothing_is_known_of_the_key() -> None:
    pairing = car_pairing(Vehicle(vin=MODEL_Y_VIN), None)

    assert pairing.needs_key  # by its VIN
    assert pairing.paired is None
    assert not pairing.settled


def test_the_page_of_a_car_and_its_code() -> None:
    url = pairing_url("home.example.org", MODEL_Y_VIN)

    assert url == f"https://tesla.com/_ak/home.example.org?vin={MODEL_Y_VIN}"
    assert pairing_schema(url)({}) == {}
    assert pairing_schema(url)({"qr_code": ""}) == {"qr_code": url}


# When Tesla does not tell


@pytest.mark.parametrize(
    "fault",
    [
        HttpFault(path=FLEET_STATUS, status=500, count=None),
        HttpFault(path=FLEET_STATUS, status=429, count=None),
        HttpFault(path=FLEET_STATUS, status=200, text="<html>", count=None),
        HttpFault(path=FLEET_STATUS, status=200, body={"response": [1]}, count=None),
        HttpFault(path=FLEET_STATUS, status=200, body={"response": {"key_paired_vins": 7}}, count=None),
        HttpFault(path=FLEET_STATUS, kind="cut", count=None),
    ],
    ids=["500", "429", "HTML", "a list", "no lists", "cut"],
)
async def test_what_tesla_does_not_tell_is_unknown_and_harms_nothing(
    hass: HomeAssistant,
    entry: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    fault: HttpFault,
) -> None:
    simulator.faults.add(fault)
    await _set_up(hass, entry)

    assert _state(hass) == "unknown"
    assert _issues(hass) == []
    assert _state(hass, "sensor.blitz_battery_level") not in {"unknown", "unavailable"}
    assert _state(hass, "number.sonnenhaus_backup_reserve") == "15"

    simulator.faults.clear()
    await _wait(hass, freezer)
    assert _state(hass) == "off"
    assert _issues(hass) == ["not_paired"]


async def test_setting_up_does_not_wait_for_it(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.faults.add(HttpFault(kind="hang", path=FLEET_STATUS, count=None))

    assert await hass.config_entries.async_setup(entry.entry_id)

    assert entry.state is ConfigEntryState.LOADED
    assert _state(hass) == "unknown"
    await hass.config_entries.async_unload(entry.entry_id)


async def test_what_was_known_stays_when_tesla_fails_later(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path=FLEET_STATUS, status=500, count=None))
    await _wait(hass, freezer)

    assert _state(hass) == "off"
    assert _issues(hass) == ["not_paired"]


async def test_a_token_that_tesla_refuses_asks_to_sign_in(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path=FLEET_STATUS, status=401, count=2))
    await _wait(hass, freezer)

    flows = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert [flow["context"]["source"] for flow in flows] == [SOURCE_REAUTH]


# What it costs


async def test_a_paired_car_is_seldom_asked_for(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    await _wait(hass, freezer)
    simulator.usage.clear()
    await _wait(hass, freezer, PAIRING_INTERVAL - timedelta(minutes=20))
    assert simulator.usage.count(endpoint=FLEET_STATUS) == 0

    await _wait(hass, freezer, timedelta(minutes=20))
    assert simulator.usage.count(endpoint=FLEET_STATUS) == 1


@pytest.mark.parametrize("status", [None, 403])
async def test_a_car_that_nobody_pairs_is_seldom_asked_for_after_a_while(
    hass: HomeAssistant,
    home: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    status: int | None,
) -> None:
    if status:
        simulator.faults.add(HttpFault(path=FLEET_STATUS, status=status, count=None))
    for _ in range(2 * PAIRING_CHECKS):
        await _wait(hass, freezer)

    assert simulator.usage.count(endpoint=FLEET_STATUS) == PAIRING_CHECKS


# What the car itself tells


@pytest.mark.parametrize("fault", [3, 4], ids=["not paired", "key inactive"])
async def test_a_car_that_refuses_the_key_raises_the_issue_at_once(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    fault: int,
) -> None:
    await _wait(hass, freezer)
    assert _issues(hass) == []
    simulator.usage.clear()
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="fault", code=fault, count=None))

    with pytest.raises(HomeAssistantError):
        await _limit(hass)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert _state(hass) == "off"
    assert _issues(hass) == ["not_paired"]
    assert (
        simulator.usage.count(endpoint=FLEET_STATUS) == 1
    )  # Tesla is asked, and contradicts the car in vain

    with pytest.raises(HomeAssistantError):
        await _limit(hass)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert simulator.usage.count(endpoint=FLEET_STATUS) == 1

    simulator.cars[MODEL_Y_VIN].computers.injected.clear()
    await _limit(hass)
    assert _state(hass) == "on"
    assert _issues(hass) == []


async def test_tesla_and_the_car_agree_that_the_key_is_missing(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    await _wait(hass, freezer)
    simulator.cars[MODEL_Y_VIN].computers.keys.clear()
    with pytest.raises(HomeAssistantError):
        await _limit(hass)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert _issues(hass) == ["not_paired"]

    await _pair(hass, simulator)
    await _wait(hass, freezer)
    assert _state(hass) == "on"
    assert _issues(hass) == []


async def test_a_command_that_the_car_carries_out_proves_the_key(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    body = {"response": {"key_paired_vins": [], "unpaired_vins": [MODEL_Y_VIN], "vehicle_info": {}}}
    simulator.faults.add(HttpFault(path=FLEET_STATUS, status=200, body=body, count=None))
    await _limit(hass)
    assert _issues(hass) == []

    await _wait(hass, freezer)
    assert _state(hass) == "on"
    assert _issues(hass) == []


def _as_it_is(charge: ChargeState) -> ChargeState:
    """Expect nothing of a command."""
    return charge


async def test_a_command_that_no_car_wants_signed_proves_nothing(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.cars[MODEL_Y_VIN].command_signing = "allowed"
    car = home.runtime_data.vehicles[MODEL_Y_VIN]
    await car.async_command(
        "navigation_gps_request", {"lat": 52.5, "lon": 13.4, "order": 1}, key="navigation", expect=_as_it_is
    )

    assert [command.signature for command in simulator.commands] == [None]
    assert _state(hass) == "off"
    assert _issues(hass) == ["not_paired"]
    await car.async_shutdown()  # no reading back


async def test_a_car_that_asks_for_the_key_needs_it_whatever_tesla_tells(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.cars[
        MODEL_Y_VIN
    ].command_signing = "allowed"  # and so fleet_status says that nothing is required
    await _set_up(hass, entry)
    assert _issues(hass) == []

    with pytest.raises(HomeAssistantError):
        await _limit(hass)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert _state(hass) == "off"
    assert _issues(hass) == ["not_paired"]


async def test_a_car_that_turns_out_to_have_no_protocol_needs_no_key(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.cars[MODEL_S_VIN].command_signing = "required"
    await _set_up(hass, entry)
    await _pair(hass, simulator)
    await _wait(hass, freezer)
    assert _issues(hass) == ["not_paired"]

    simulator.cars[MODEL_S_VIN].command_signing = "off"  # answers HTTP 422 to what is signed
    simulator.cars[MODEL_S_VIN].set_online()
    await _limit(hass, "oldie", 80)
    await _wait(hass, freezer)
    assert _issues(hass) == []


async def test_a_car_that_is_gone_has_no_issue(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    del simulator._cars[MODEL_Y_VIN]
    await _wait(hass, freezer, PRODUCTS_INTERVAL)
    await _wait(hass, freezer)

    assert _issues(hass) == []
    assert _state(hass) in {"unknown", "unavailable"}


async def test_commands_to_a_car_that_is_gone_raise_no_issue(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="/api/1/products", status=200, body={"response": []}, count=None))
    await _wait(hass, freezer, PRODUCTS_INTERVAL)
    await _wait(hass, freezer)
    with pytest.raises(HomeAssistantError):
        await _limit(hass)

    assert _issues(hass) == []


# Mobile access, and drivers


async def test_mobile_access_that_is_off_is_an_issue_until_a_command_passes(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    await _wait(hass, freezer)
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="fault", code=21))
    with pytest.raises(HomeAssistantError) as error:
        await _limit(hass)
    assert error.value.translation_key == "mobile_access_disabled"
    issue = next(issue for issue in ir.async_get(hass).issues.values() if issue.domain == DOMAIN)
    assert issue.translation_key == "mobile_access_disabled"
    assert issue.translation_placeholders == {"name": "Blitz"}
    assert not issue.is_fixable

    await _limit(hass)
    assert _issues(hass) == []


@pytest.mark.parametrize(
    ("access_type", "key"), [("OWNER", "insufficient_privileges"), ("DRIVER", "driver_without_rights")]
)
async def test_a_driver_is_told_to_ask_the_owner(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, access_type: str, key: str
) -> None:
    simulator.cars[MODEL_Y_VIN].vehicle["access_type"] = access_type
    await _set_up(hass, entry)
    await _pair(hass, simulator)
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="fault", code=7))

    with pytest.raises(HomeAssistantError) as error:
        await _limit(hass)

    assert error.value.translation_key == key
    assert "Blitz" in str(error.value)


# The end


async def test_unloading_closes_the_issues_and_loading_raises_them_again(
    hass: HomeAssistant, home: MockConfigEntry
) -> None:
    assert await hass.config_entries.async_unload(home.entry_id)
    assert _issues(hass) == []

    await _set_up(hass, home)
    assert _issues(hass) == ["not_paired"]


async def test_removing_the_account_leaves_no_issue(hass: HomeAssistant, home: MockConfigEntry) -> None:
    await hass.config_entries.async_remove(home.entry_id)

    left = [issue.translation_key for issue in ir.async_get(hass).issues.values() if issue.domain == DOMAIN]
    assert left == ["account_removed"]


@pytest.mark.parametrize("fault", [3, 21], ids=["not paired", "mobile access off"])
async def test_a_command_that_fails_after_unloading_raises_no_issue(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, fault: int
) -> None:
    await _pair(hass, simulator)
    await _set_up(hass, entry)
    simulator.cars[MODEL_Y_VIN].computers.inject(InjectedFault(kind="fault", code=fault))
    simulator.faults.add(HttpFault(kind="delay", delay=0.3, path="*/signed_command"))
    command = asyncio.create_task(_limit(hass))
    await asyncio.sleep(0.1)
    assert await hass.config_entries.async_unload(entry.entry_id)

    with pytest.raises(HomeAssistantError):
        await command
    await hass.async_block_till_done(wait_background_tasks=True)
    assert _issues(hass) == []


async def test_whoever_asks_for_an_update_of_an_unpaired_car_asks_for_its_key_too(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    assert await async_setup_component(hass, "homeassistant", {})
    await _pair(hass, simulator)
    paired = {"entity_id": "binary_sensor.blitz_virtual_key_paired"}
    await hass.services.async_call("homeassistant", "update_entity", paired, blocking=True)
    await hass.async_block_till_done(wait_background_tasks=True)

    state = hass.states.get(paired["entity_id"])
    assert state is not None
    assert state.state == "on"
