"""Commands and settings, by what reached the car or the energy site and was verified there."""

from datetime import timedelta
from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.tesla_home_energy.cadence import READ_BACK_DELAYS
from custom_components.tesla_home_energy.const import DOMAIN
from homeassistant.config_entries import SOURCE_REAUTH
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util

from .conftest import state_of
from .simulator import MODEL_S_VIN, MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator
from .simulator.faults import HttpFault

CURRENT = "number.blitz_charge_current"


async def _act(hass: HomeAssistant, action: str, entity_id: str, **data: Any) -> None:
    domain, service = action.split(".")
    await hass.services.async_call(domain, service, {"entity_id": entity_id, **data}, blocking=True)


def _pending(hass: HomeAssistant, entity_id: str) -> bool:
    state = hass.states.get(entity_id)
    assert state is not None
    return bool(state.attributes["pending"])


def _not_kept(hass: HomeAssistant) -> list[str | None]:
    issues = ir.async_get(hass).issues.values()
    return [issue.translation_key for issue in issues if issue.issue_id.startswith("not_kept")]


async def _read_back(hass: HomeAssistant, delay: timedelta = READ_BACK_DELAYS[0]) -> None:
    async_fire_time_changed(hass, dt_util.utcnow() + delay)
    await hass.async_block_till_done(wait_background_tasks=True)


async def test_the_car_verifies_the_charge_current(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    await _act(hass, "number.set_value", CURRENT, value=11)

    assert [(command.name, command.parameters, command.signature) for command in simulator.commands] == [
        ("set_charging_amps", {"charging_amps": 11}, "hmac")
    ]
    assert state_of(hass, CURRENT) == "11"
    await _read_back(hass)
    assert state_of(hass, CURRENT) == "11"


@pytest.mark.parametrize(
    ("action", "entity_id", "data", "command", "parameters", "state"),
    [
        ("switch.turn_off", "switch.blitz_charging", {}, "charge_stop", {}, "off"),
        (
            "number.set_value",
            "number.blitz_charge_limit",
            {"value": 90},
            "set_charge_limit",
            {"percent": 90},
            "90",
        ),
    ],
)
async def test_every_control_of_a_car(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    action: str,
    entity_id: str,
    data: dict[str, Any],
    command: str,
    parameters: dict[str, Any],
    state: str,
) -> None:
    await _act(hass, action, entity_id, **data)

    assert [(sent.name, sent.parameters) for sent in simulator.commands] == [(command, parameters)]
    assert state_of(hass, entity_id) == state
    await _read_back(hass)
    assert state_of(hass, entity_id) == state


async def test_charging_starts_again(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    await _act(hass, "switch.turn_off", "switch.blitz_charging")
    await _act(hass, "switch.turn_on", "switch.blitz_charging")

    assert [command.name for command in simulator.commands] == ["charge_stop", "charge_start"]
    assert state_of(hass, "switch.blitz_charging") == "on"


async def test_an_unpaired_car_says_so_and_the_value_stays(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    before = state_of(hass, CURRENT)

    with pytest.raises(HomeAssistantError) as error:
        await _act(hass, "number.set_value", CURRENT, value=11)

    assert error.value.translation_key == "not_paired"
    assert error.value.translation_placeholders is not None
    assert error.value.translation_placeholders["name"] == "Blitz"
    assert "Pair the virtual key" in str(error.value)
    assert state_of(hass, CURRENT) == before
    assert simulator.commands == []


async def test_a_car_without_the_protocol_takes_it_unsigned(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.cars[MODEL_S_VIN].set_online()
    await _act(hass, "number.set_value", "number.oldie_charge_limit", value=80)

    assert [(command.vin, command.name, command.signature) for command in simulator.commands] == [
        (MODEL_S_VIN, "set_charge_limit", None)
    ]


async def test_a_session_outlives_a_restart(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    await _act(hass, "number.set_value", CURRENT, value=11)
    await hass.config_entries.async_reload(paired.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    await _act(hass, "number.set_value", CURRENT, value=12)

    counters = [command.counter or 0 for command in simulator.commands]
    assert len(counters) == 2
    assert counters[0] < counters[1]
    assert [message.kind for message in simulator.received].count("handshake") == 1


async def test_removing_the_account_forgets_sessions_and_tokens(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, hass_storage: dict[str, Any]
) -> None:
    simulator.tokens.expire_access_tokens()
    await _act(hass, "number.set_value", CURRENT, value=11)
    own = f"{DOMAIN}.{paired.entry_id}"
    assert {f"{own}.command_sessions", f"{own}.tokens"} <= hass_storage.keys()
    await hass.config_entries.async_remove(paired.entry_id)
    assert [key for key in hass_storage if key.startswith(own)] == []


async def test_a_setting_of_the_energy_site(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    for action, entity_id, data, state in (
        ("number.set_value", "number.sonnenhaus_backup_reserve", {"value": 35}, "35"),
        (
            "select.select_option",
            "select.sonnenhaus_operation_mode",
            {"option": "time_based_control"},
            "time_based_control",
        ),
        ("select.select_option", "select.sonnenhaus_export_rule", {"option": "never"}, "never"),
        ("switch.turn_on", "switch.sonnenhaus_grid_charging", {}, "on"),
        ("switch.turn_off", "switch.sonnenhaus_storm_watch", {}, "off"),
    ):
        await _act(hass, action, entity_id, **data)
        assert state_of(hass, entity_id) == state
        await _read_back(hass)
        assert state_of(hass, entity_id) == state

    settings = simulator.sites[POWERWALL_SITE_ID].settings
    assert settings.backup_reserve == 35
    assert settings.mode == "autonomous"
    assert settings.export_rule == "never"
    assert not settings.grid_charging_disallowed
    assert not settings.storm_watch


async def test_an_update_without_effect_does_not_stay(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    before = state_of(hass, "number.sonnenhaus_backup_reserve")
    simulator.sites[POWERWALL_SITE_ID].missed_writes = 1

    await _act(hass, "number.set_value", "number.sonnenhaus_backup_reserve", value=35)
    assert _pending(hass, "number.sonnenhaus_backup_reserve")
    await _read_back(hass)
    assert state_of(hass, "number.sonnenhaus_backup_reserve") == "35"  # it may take a minute
    assert _pending(hass, "number.sonnenhaus_backup_reserve")
    await _read_back(hass, READ_BACK_DELAYS[1])
    await _read_back(hass, READ_BACK_DELAYS[2])

    assert state_of(hass, "number.sonnenhaus_backup_reserve") == before
    assert not _pending(hass, "number.sonnenhaus_backup_reserve")
    assert _not_kept(hass) == ["not_kept_backup_reserve_percent"]

    await _act(hass, "number.set_value", "number.sonnenhaus_backup_reserve", value=35)
    await _read_back(hass)
    assert state_of(hass, "number.sonnenhaus_backup_reserve") == "35"
    assert _not_kept(hass) == []


async def test_a_setting_that_tesla_refuses(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    before = state_of(hass, "number.sonnenhaus_backup_reserve")
    simulator.faults.add(
        HttpFault(path="*/backup", status=403, body={"error": "account disabled: EXCEEDED_LIMIT"})
    )

    with pytest.raises(HomeAssistantError) as error:
        await _act(hass, "number.set_value", "number.sonnenhaus_backup_reserve", value=35)

    assert error.value.translation_key == "account_limit_exceeded"
    assert state_of(hass, "number.sonnenhaus_backup_reserve") == before


async def test_a_command_after_consent_was_withdrawn_asks_to_sign_in(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.tokens.revoke()

    with pytest.raises(HomeAssistantError):
        await _act(hass, "number.set_value", CURRENT, value=11)

    await hass.async_block_till_done()
    flows = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert [flow["context"]["source"] for flow in flows] == [SOURCE_REAUTH]
    assert simulator.commands == []
    assert MODEL_Y_VIN not in str(flows)


async def test_a_sleeping_car_is_woken_once_and_then_obeys(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.fall_asleep()
    car.wake_seconds = 0
    monkeypatch.setattr(paired.runtime_data.vehicles[MODEL_Y_VIN].api.fleet, "_sleep", _no_sleep)

    await _act(hass, "number.set_value", CURRENT, value=11)

    assert [command.name for command in simulator.commands] == ["set_charging_amps"]
    assert simulator.usage.count(category="wakes") == 1


async def test_a_car_that_cannot_be_woken(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    car = simulator.cars[MODEL_Y_VIN]
    car.fall_asleep()
    car.reachable = False
    monkeypatch.setattr(paired.runtime_data.vehicles[MODEL_Y_VIN].api.fleet, "_sleep", _no_sleep)

    for action, entity_id, data in (
        ("number.set_value", CURRENT, {"value": 11}),
        ("button.press", "button.blitz_wake_up", {}),
    ):
        with pytest.raises(HomeAssistantError) as error:
            await _act(hass, action, entity_id, **data)
        assert error.value.translation_key == "vehicle_asleep"
    assert simulator.commands == []
    assert simulator.usage.count(category="wakes") == 2


async def test_the_wake_button(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> None:
    simulator.cars[MODEL_S_VIN].wake_seconds = 0
    monkeypatch.setattr(home.runtime_data.vehicles[MODEL_S_VIN].api.fleet, "_sleep", _no_sleep)
    await _act(hass, "button.press", "button.oldie_wake_up")
    await hass.async_block_till_done(wait_background_tasks=True)

    assert simulator.cars[MODEL_S_VIN].state == "online"
    assert state_of(hass, "sensor.oldie_battery_level") != "unknown"


async def test_waking_a_car_that_is_awake(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    await _act(hass, "button.press", "button.blitz_wake_up")
    await hass.async_block_till_done(wait_background_tasks=True)

    assert simulator.usage.count(category="wakes") == 1


async def _no_sleep(_: float) -> None:
    """Wait for nobody."""


async def test_missing_scopes_are_named(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    body = {"response": None, "error": "Unauthorized missing scopes energy_cmds", "error_description": ""}
    simulator.faults.add(HttpFault(path="*/backup", status=403, body=body))

    with pytest.raises(HomeAssistantError) as error:
        await _act(hass, "number.set_value", "number.sonnenhaus_backup_reserve", value=35)

    assert error.value.translation_key == "missing_scopes"
    assert "energy_cmds" in str(error.value)


async def test_a_token_that_tesla_refuses_for_good_asks_to_sign_in(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.faults.add(HttpFault(path="*/backup", status=401, count=2))

    with pytest.raises(HomeAssistantError) as error:
        await _act(hass, "number.set_value", "number.sonnenhaus_backup_reserve", value=35)

    assert error.value.translation_key == "invalid_token"
    await hass.async_block_till_done()
    flows = hass.config_entries.flow.async_progress_by_handler(DOMAIN)
    assert [flow["context"]["source"] for flow in flows] == [SOURCE_REAUTH]


CONTROLS = [
    ("number.set_value", "number.blitz_charge_limit", {"value": 70}),
    ("number.set_value", "number.sonnenhaus_backup_reserve", {"value": 35}),
    ("switch.turn_off", "switch.blitz_charging", {}),
    ("switch.turn_off", "switch.sonnenhaus_storm_watch", {}),
    ("select.select_option", "select.sonnenhaus_export_rule", {"option": "never"}),
    ("button.press", "button.blitz_wake_up", {}),
]


@pytest.mark.parametrize(
    ("fault", "key"),
    [
        ({"status": 403, "body": {"error": "account disabled: EXCEEDED_LIMIT"}}, "account_limit_exceeded"),
        ({"status": 429, "headers": {"Retry-After": "30"}}, "rate_limited"),
        ({"status": 412, "body": {"error": "must be registered in the current region"}}, "not_registered"),
        ({"status": 402}, "payment_required"),
    ],
)
@pytest.mark.parametrize(("action", "entity_id", "data"), CONTROLS)
async def test_every_control_says_what_is_wrong_and_keeps_its_value(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    action: str,
    entity_id: str,
    data: dict[str, Any],
    fault: dict[str, Any],
    key: str,
) -> None:
    before = state_of(hass, entity_id)
    simulator.faults.add(HttpFault(method="POST", path="/api/1/*", count=None, **fault))

    with pytest.raises(HomeAssistantError) as error:
        await _act(hass, action, entity_id, **data)

    assert error.value.translation_key == key
    if not entity_id.startswith("button."):  # its state is when it was pressed
        assert state_of(hass, entity_id) == before
    assert simulator.commands == []


async def test_tesla_wants_no_more_commands_but_a_charge_can_always_be_stopped(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    refusal = HttpFault(method="POST", path="*/signed_command", status=429, headers={"Retry-After": "600"})
    simulator.faults.add(refusal)
    for _ in range(2):
        with pytest.raises(HomeAssistantError) as error:
            await _act(hass, "number.set_value", CURRENT, value=11)
        assert error.value.translation_key == "rate_limited"
    assert simulator.usage.count(category="commands") == 1  # the second one was not sent

    await _act(hass, "switch.turn_off", "switch.blitz_charging")
    assert [command.name for command in simulator.commands] == ["charge_stop"]


async def test_a_loop_may_leave_a_sleeping_car_alone(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator
) -> None:
    simulator.cars[MODEL_Y_VIN].fall_asleep()
    car = paired.runtime_data.vehicles[MODEL_Y_VIN]
    with pytest.raises(HomeAssistantError) as error:
        await car.async_set_charging_amps(11, read_back=False, wake=False)
    assert error.value.translation_key == "vehicle_asleep"
    assert simulator.usage.count(category="wakes") == 0

    simulator.cars[MODEL_Y_VIN].set_online()
    await car.async_set_charging_amps(11, read_back=False, wake=False)
    assert state_of(hass, CURRENT) == "11"
    assert _pending(hass, CURRENT)
