"""What Tesla costs: counted over restarts, shown, and held against the budget."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import (
    MockConfigEntry,
    async_fire_time_changed,
    get_system_health_info,
)

from custom_components.tesla_home_energy.const import (
    CONF_BUDGET,
    CONF_BUDGET_SHARING,
    CONF_ENERGY_BILLED,
    CONF_UNSIGNED_READING,
    DOMAIN,
)
from custom_components.tesla_home_energy.fleet_api import Category, RateLimited, Sharing
from custom_components.tesla_home_energy.fleet_api.usage import month_end
from custom_components.tesla_home_energy.usage import SAVE_DELAY, TELL_DELAY, async_get_account_usage
from homeassistant.config_entries import ConfigEntryState
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResultType, InvalidData
from homeassistant.helpers import device_registry as dr, entity_registry as er, issue_registry as ir
from homeassistant.setup import async_setup_component
from homeassistant.util import dt as dt_util

from .conftest import state_of
from .simulator import MODEL_S_VIN, MODEL_Y_VIN, Simulator
from .simulator.faults import HttpFault

WAKES_TODAY = "sensor.sonnenhaus_wake_ups_today"
COST = "sensor.sonnenhaus_cost_this_month"
PROJECTED = "sensor.sonnenhaus_projected_cost_this_month"


async def pass_time(hass: HomeAssistant, freezer: FrozenDateTimeFactory, time: timedelta) -> None:
    """Let time go by."""
    freezer.tick(time)
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)


async def told(hass: HomeAssistant, freezer: FrozenDateTimeFactory) -> None:
    """Let the sensors be told."""
    await pass_time(hass, freezer, TELL_DELAY + timedelta(seconds=1))


def stored_days(category: Category, count: int, day: datetime | None = None) -> dict[str, Any]:
    """A ledger's file with requests of one day."""
    row = {"category": str(category), "method": "POST", "path": "/x", "status": 200, "count": count}
    return {"days": {(day or dt_util.utcnow()).date().isoformat(): {"requests": [row], "cars": {}}}}


def file_of(entry: MockConfigEntry) -> str:
    """The name of a ledger's file."""
    return f"{DOMAIN}.{entry.entry_id}.usage"


def store(hass_storage: dict[str, Any], entry: MockConfigEntry, data: Any) -> None:
    """Put a ledger where Home Assistant keeps it."""
    key = file_of(entry)
    hass_storage[key] = {"version": 1, "minor_version": 1, "key": key, "data": data}


async def set_up(
    hass: HomeAssistant, entry: MockConfigEntry, options: Mapping[str, Any] | None = None
) -> None:
    """Set an account up with options."""
    hass.config_entries.async_update_entry(entry, options=options or {})
    assert await hass.config_entries.async_setup(entry.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)


def budget_issue(hass: HomeAssistant, entry: MockConfigEntry) -> ir.IssueEntry | None:
    return ir.async_get(hass).async_get_issue(DOMAIN, f"budget_spent_{entry.entry_id}")


def forget(hass: HomeAssistant) -> None:
    """Forget what a restart would forget."""
    hass.data.pop("tesla_home_energy_usages")


# The sensors


async def test_every_request_is_counted_as_tesla_counts_it(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    simulator.faults.add(HttpFault(path="*/live_status", status=503))
    await pass_time(hass, freezer, timedelta(minutes=2))
    await hass.services.async_call(
        "number", "set_value", {"entity_id": "number.sonnenhaus_backup_reserve", "value": 20}, blocking=True
    )
    await told(hass, freezer)
    await told(hass, freezer)

    for category, name in (
        (Category.DATA, "data_requests"),
        (Category.COMMANDS, "commands"),
        (Category.WAKES, "wake_ups"),
        (Category.ENERGY, "energy_site_requests"),
    ):
        count = simulator.usage.count(category=category)
        assert int(state_of(hass, f"sensor.sonnenhaus_{name}_today")) == count, name
    assert simulator.usage.count(category="energy") >= 5
    other = simulator.usage.count(category="other", billed=True)
    assert float(state_of(hass, COST)) == pytest.approx(simulator.usage.cost + other * 0.002)
    assert async_get_account_usage(hass, home).ledger.cost_of_car(MODEL_Y_VIN, dt_util.utcnow()) > 0


async def test_the_sensors_belong_to_the_account(
    hass: HomeAssistant,
    home: MockConfigEntry,
    entity_registry: er.EntityRegistry,
    device_registry: dr.DeviceRegistry,
) -> None:
    cost = entity_registry.async_get(COST)
    assert cost is not None
    assert cost.device_id is not None
    account = device_registry.async_get(cost.device_id)
    assert isinstance(account, dr.DeviceEntry)
    assert account.name == home.title
    assert account.entry_type is dr.DeviceEntryType.SERVICE
    states = hass.states.get(COST)
    assert states is not None
    assert states.attributes["unit_of_measurement"] == "USD"
    month = dt_util.utcnow().replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    assert states.attributes["last_reset"] == month.isoformat()
    assert float(state_of(hass, PROJECTED)) >= float(state_of(hass, COST))

    module = hass.data["components"][DOMAIN]
    assert not await module.async_remove_config_entry_device(hass, home, account)


async def test_energy_sites_cost_only_if_the_person_says_so(
    hass: HomeAssistant, entry: MockConfigEntry, hass_storage: dict[str, Any]
) -> None:
    store(hass_storage, entry, stored_days(Category.ENERGY, 1000))
    await set_up(hass, entry)
    free = float(state_of(hass, COST))
    assert free < 0.1
    await hass.config_entries.async_unload(entry.entry_id)
    await set_up(hass, entry, {CONF_ENERGY_BILLED: True})

    assert float(state_of(hass, COST)) >= 2


async def test_a_day_and_a_month_begin_at_midnight_utc(
    hass: HomeAssistant, entry: MockConfigEntry, freezer: FrozenDateTimeFactory
) -> None:
    await hass.config.async_set_time_zone("America/Los_Angeles")
    turn = month_end(dt_util.utcnow())
    freezer.move_to(turn - timedelta(minutes=10))
    await set_up(hass, entry)
    await told(hass, freezer)
    assert float(state_of(hass, COST)) > 0

    usage = async_get_account_usage(hass, entry)
    heard = list[datetime]()
    remove = usage.async_add_listener(lambda: heard.append(dt_util.utcnow()))
    for day in (0, 1):
        freezer.move_to(turn + timedelta(days=day, seconds=0.6))
        async_fire_time_changed(hass, dt_util.utcnow())
        assert heard[-1] == dt_util.utcnow()  # before any request of the new day
        if day == 0:
            assert float(state_of(hass, COST)) == 0
        assert state_of(hass, "sensor.sonnenhaus_energy_site_requests_today") == "0"
        await hass.async_block_till_done(wait_background_tasks=True)
        await told(hass, freezer)
        assert state_of(hass, "sensor.sonnenhaus_energy_site_requests_today") != "0"
    remove()
    count = len(heard)
    await pass_time(hass, freezer, timedelta(minutes=5))
    assert len(heard) == count


async def test_the_sensors_are_not_told_of_each_request(
    hass: HomeAssistant, home: MockConfigEntry, freezer: FrozenDateTimeFactory
) -> None:
    await told(hass, freezer)
    heard = list[int]()
    usage = async_get_account_usage(hass, home)
    usage.async_add_listener(lambda: heard.append(1))
    for _ in range(20):
        await home.runtime_data.products.api.fleet.products()
    assert heard == []
    await told(hass, freezer)

    assert heard == [1]


# Restarts


async def test_a_restart_goes_on_counting(
    hass: HomeAssistant, entry: MockConfigEntry, hass_storage: dict[str, Any]
) -> None:
    store(hass_storage, entry, stored_days(Category.WAKES, 7))
    await set_up(hass, entry)
    assert state_of(hass, WAKES_TODAY) == "7"
    await entry.runtime_data.products.api.fleet.wake_up(MODEL_S_VIN)
    await hass.config_entries.async_unload(entry.entry_id)
    before = async_get_account_usage(hass, entry).ledger.as_dict()
    forget(hass)
    await set_up(hass, entry)

    assert state_of(hass, WAKES_TODAY) == "8"
    after = async_get_account_usage(hass, entry).ledger.as_dict()
    assert before["days"].keys() == after["days"].keys()


async def test_home_assistants_stop_writes_the_ledger(
    hass: HomeAssistant, home: MockConfigEntry, simulator: Simulator, hass_storage: dict[str, Any]
) -> None:
    assert file_of(home) not in hass_storage
    asked = len(simulator.usage.requests)
    await hass.async_stop(force=True)

    (day,) = hass_storage[file_of(home)]["data"]["days"].values()
    assert sum(row["count"] for row in day["requests"]) == asked


async def test_the_ledger_is_written_while_requests_go_on(
    hass: HomeAssistant,
    freezer: FrozenDateTimeFactory,  # first: stopping the clock makes it jump
    entry: MockConfigEntry,
    hass_storage: dict[str, Any],
) -> None:
    await set_up(hass, entry)
    for _ in range(5):  # each request would put the writing off
        assert file_of(entry) not in hass_storage
        await entry.runtime_data.products.api.fleet.products()
        await pass_time(hass, freezer, SAVE_DELAY / 5)

    assert file_of(entry) in hass_storage


@pytest.mark.parametrize("data", [None, [], {"days": 5}, {"days": {"x": {}}}, "rubbish"])
async def test_a_broken_file_loses_only_itself(
    hass: HomeAssistant, entry: MockConfigEntry, hass_storage: dict[str, Any], data: Any
) -> None:
    store(hass_storage, entry, data)
    await set_up(hass, entry)

    assert entry.state is ConfigEntryState.LOADED
    assert state_of(hass, WAKES_TODAY) == "0"


async def test_a_file_that_cannot_be_read_does_not_stop_the_account(
    hass: HomeAssistant, entry: MockConfigEntry, hass_storage: dict[str, Any]
) -> None:
    store(hass_storage, entry, stored_days(Category.WAKES, 7))
    hass_storage[file_of(entry)]["version"] = 2  # of a later version of the integration
    await set_up(hass, entry)

    assert entry.state is ConfigEntryState.LOADED
    assert state_of(hass, WAKES_TODAY) == "0"


async def test_the_file_goes_with_the_account(
    hass: HomeAssistant, home: MockConfigEntry, hass_storage: dict[str, Any]
) -> None:
    await hass.config_entries.async_unload(home.entry_id)
    assert file_of(home) in hass_storage
    await hass.config_entries.async_remove(home.entry_id)

    assert file_of(home) not in hass_storage


async def test_a_set_up_that_fails_is_counted(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, hass_storage: dict[str, Any]
) -> None:
    simulator.faults.add(HttpFault(path="/api/1/products", status=429))
    assert not await hass.config_entries.async_setup(entry.entry_id)

    (day,) = hass_storage[file_of(entry)]["data"]["days"].values()
    assert [(row["path"], row["status"]) for row in day["requests"]] == [("/api/1/products", 429)]


# The budget


async def test_the_issue_comes_when_the_budget_is_spent(
    hass: HomeAssistant, entry: MockConfigEntry, freezer: FrozenDateTimeFactory, hass_storage: dict[str, Any]
) -> None:
    store(hass_storage, entry, stored_days(Category.WAKES, 23))
    await set_up(hass, entry, {CONF_BUDGET: 0.5})
    assert budget_issue(hass, entry) is None
    await entry.runtime_data.products.api.fleet.wake_up(MODEL_S_VIN)
    await told(hass, freezer)

    issue = budget_issue(hass, entry)
    assert issue is not None
    assert not issue.is_fixable
    placeholders = issue.translation_placeholders
    assert placeholders is not None
    assert placeholders["account"] == entry.title
    assert placeholders["budget"] == "$0.50"
    assert float(placeholders["spent"].removeprefix("$")) >= 0.48
    assert placeholders["date"].endswith("-01")
    await hass.config_entries.async_unload(entry.entry_id)
    assert budget_issue(hass, entry) is None


async def test_the_month_turn_closes_the_issue(
    hass: HomeAssistant, entry: MockConfigEntry, freezer: FrozenDateTimeFactory, hass_storage: dict[str, Any]
) -> None:
    turn = month_end(dt_util.utcnow())
    freezer.move_to(turn - timedelta(minutes=10))
    store(hass_storage, entry, stored_days(Category.WAKES, 500))
    await set_up(hass, entry)
    issue = budget_issue(hass, entry)
    assert issue is not None
    assert issue.translation_placeholders is not None
    assert issue.translation_placeholders["date"] == turn.date().isoformat()
    freezer.move_to(turn + timedelta(seconds=0.6))
    async_fire_time_changed(hass, dt_util.utcnow())
    await hass.async_block_till_done(wait_background_tasks=True)

    assert budget_issue(hass, entry) is None


async def test_a_higher_budget_closes_the_issue(
    hass: HomeAssistant, entry: MockConfigEntry, hass_storage: dict[str, Any]
) -> None:
    store(hass_storage, entry, stored_days(Category.WAKES, 500))
    await set_up(hass, entry, {CONF_UNSIGNED_READING: [MODEL_S_VIN]})
    assert budget_issue(hass, entry) is not None

    page = await hass.config_entries.options.async_init(entry.entry_id)
    assert page["type"] is FlowResultType.FORM
    assert page["data_schema"] is not None
    assert page["data_schema"]({}) == {
        CONF_BUDGET: 10,
        CONF_BUDGET_SHARING: "as_needed",
        CONF_ENERGY_BILLED: False,
    }
    answer = {CONF_BUDGET: 25, CONF_BUDGET_SHARING: "even", CONF_ENERGY_BILLED: True}
    done = await hass.config_entries.options.async_configure(page["flow_id"], answer)
    await hass.async_block_till_done(wait_background_tasks=True)

    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert entry.options == {CONF_UNSIGNED_READING: [MODEL_S_VIN], **answer}
    assert budget_issue(hass, entry) is None
    budget = entry.runtime_data.products.api.usage.budget
    assert (budget.dollars, budget.sharing, budget.energy_billed) == (25, Sharing.EVEN, True)


@pytest.mark.parametrize("budget", [0, 1001])
async def test_a_budget_is_between_a_half_and_a_thousand_dollars(
    hass: HomeAssistant, home: MockConfigEntry, budget: float
) -> None:
    page = await hass.config_entries.options.async_init(home.entry_id)
    with pytest.raises(InvalidData):
        await hass.config_entries.options.async_configure(page["flow_id"], {CONF_BUDGET: budget})


async def test_the_page_shows_what_was_chosen(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    chosen = {CONF_BUDGET: 2.5, CONF_BUDGET_SHARING: "even", CONF_ENERGY_BILLED: True}
    await set_up(hass, entry, chosen)
    page = await hass.config_entries.options.async_init(entry.entry_id)

    assert page["data_schema"] is not None
    shown = {str(key): key.description["suggested_value"] for key in page["data_schema"].schema}
    assert shown == chosen


# System health


async def test_system_health(
    hass: HomeAssistant, entry: MockConfigEntry, simulator: Simulator, hass_storage: dict[str, Any]
) -> None:
    store(hass_storage, entry, stored_days(Category.ENERGY, 1000))
    await set_up(hass, entry)
    assert await async_setup_component(hass, "system_health", {})
    await hass.async_block_till_done()
    asked = len(simulator.usage.requests)
    info = await get_system_health_info(hass, DOMAIN)

    assert await info.pop("can_reach_fleet_api") == await info.pop("can_reach_sign_in") == "ok"
    assert info.pop("requests_this_month") == 1000 + asked
    assert info.pop("cost_with_energy_sites").startswith("$2.0")
    assert info.pop("cost_without_energy_sites").startswith("$0.0")
    assert info == {"budget": "$10.00"}
    assert len(simulator.usage.requests) == asked  # it costs nothing itself


@pytest.mark.usefixtures("integration")
async def test_system_health_without_an_account(hass: HomeAssistant, simulator: Simulator) -> None:
    assert await async_setup_component(hass, "system_health", {})
    await hass.async_block_till_done()
    await simulator.close()
    info = await get_system_health_info(hass, DOMAIN)

    assert (await info["can_reach_fleet_api"])["error"] == "unreachable"
    assert (await info["can_reach_sign_in"])["error"] == "unreachable"
    assert info["requests_this_month"] == 0
    assert info["budget"] == info["cost_with_energy_sites"] == "$0.00"


@pytest.mark.parametrize("wait", [0.001, 0.4])
def test_a_wait_that_is_nearly_over_is_long_enough_to_be_waited_for(
    home: MockConfigEntry, wait: float
) -> None:
    failed = home.runtime_data.products.api.read_failed(RateLimited(wait), "car")
    assert failed.retry_after == 2.0
