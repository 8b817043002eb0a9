"""Adding and changing a charging place, as a person does on the page of the account."""

from typing import Any

import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.tesla_home_energy.const import CONF_FEATURES, SUBENTRY_CHARGING_PLACE
from homeassistant.config_entries import SOURCE_USER, SubentryFlowResult
from homeassistant.core import HomeAssistant
from homeassistant.data_entry_flow import FlowResult, FlowResultType
from homeassistant.helpers import device_registry as dr

from .charging_home import ADVANCED, ANSWERS, add_place, pauses, set_power, simulator
from .conftest import state_of
from .simulator import MODEL_S_VIN, MODEL_Y_VIN

__all__ = ["pauses", "simulator"]

GRID, SOLAR, BATTERY, LEVEL = "sensor.grid", "sensor.solar", "sensor.battery", "sensor.level"
SENSOR_ANSWERS = {
    "grid_sensor": GRID,
    "solar_sensor": SOLAR,
    "battery_sensor": BATTERY,
    "battery_level_sensor": LEVEL,
    "battery_capacity": 10.0,
    "battery_power": 4.0,
}


@pytest.fixture
def sensors(hass: HomeAssistant) -> None:
    """A meter, a roof and a battery that make sense: 3 kW of sun, 1 kW of them into the battery."""
    set_power(hass, GRID, -1.5, "kW")
    set_power(hass, SOLAR, 3000)
    set_power(hass, BATTERY, -1000)
    set_power(hass, LEVEL, 60, "%")


async def _begin(hass: HomeAssistant, entry: MockConfigEntry) -> SubentryFlowResult:
    return await hass.config_entries.subentries.async_init(
        (entry.entry_id, SUBENTRY_CHARGING_PLACE), context={"source": SOURCE_USER}
    )


async def _answer(hass: HomeAssistant, step: FlowResult[Any, Any], answers: Any) -> SubentryFlowResult:
    return await hass.config_entries.subentries.async_configure(step["flow_id"], answers)


def _defaults(step: SubentryFlowResult) -> dict[str, Any]:
    """Return what is answered if nothing is changed."""
    schema = step["data_schema"]
    assert schema is not None
    return dict(schema({"advanced": {}}))


async def test_three_questions_make_a_place(hass: HomeAssistant, paired: MockConfigEntry) -> None:
    step = await _begin(hass, paired)
    assert step["type"] is FlowResultType.FORM
    assert step["step_id"] == "user"
    # Every question has an answer already: whoever presses on gets a place that works.
    defaults = _defaults(step)
    assert defaults.keys() == {"source", "cars", "battery_priority", "advanced"}
    assert defaults["cars"] == [MODEL_Y_VIN, MODEL_S_VIN]
    assert defaults["battery_priority"] == "full_by_sunset"
    done = await _answer(hass, step, defaults)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert done["title"] == "Sonnenhaus"
    await hass.async_block_till_done(wait_background_tasks=True)
    assert state_of(hass, "select.blitz_charging_mode") == "solar_only"
    assert state_of(hass, "select.oldie_charging_mode") == "solar_only"


async def test_a_place_without_cars_is_refused(hass: HomeAssistant, paired: MockConfigEntry) -> None:
    step = await _begin(hass, paired)
    step = await _answer(hass, step, {**ANSWERS, "cars": []})
    assert step["errors"] == {"cars": "no_cars"}
    done = await _answer(hass, step, ANSWERS)
    assert done["type"] is FlowResultType.CREATE_ENTRY


async def test_a_car_belongs_to_one_place(hass: HomeAssistant, paired: MockConfigEntry) -> None:
    await add_place(hass, paired)
    step = await _begin(hass, paired)
    assert _defaults(step)["cars"] == [MODEL_S_VIN]
    await _answer(hass, step, {**ANSWERS, "cars": [MODEL_S_VIN]})
    await hass.async_block_till_done(wait_background_tasks=True)
    step = await _begin(hass, paired)
    assert step["type"] is FlowResultType.ABORT
    assert step["reason"] == "no_free_cars"


async def test_an_account_that_is_not_set_up_has_no_places(
    hass: HomeAssistant, paired: MockConfigEntry
) -> None:
    await hass.config_entries.async_unload(paired.entry_id)
    assert (await _begin(hass, paired))["reason"] == "not_loaded"


async def test_charging_has_to_be_allowed(hass: HomeAssistant, paired: MockConfigEntry) -> None:
    data = {**paired.data, CONF_FEATURES: ["see_cars", "see_energy_sites"]}
    hass.config_entries.async_update_entry(paired, data=data)
    await hass.config_entries.async_reload(paired.entry_id)
    await hass.async_block_till_done(wait_background_tasks=True)
    assert (await _begin(hass, paired))["reason"] == "charging_not_allowed"


async def _ask_for_sensors(hass: HomeAssistant, entry: MockConfigEntry) -> SubentryFlowResult:
    step = await _begin(hass, entry)
    step = await _answer(hass, step, {**ANSWERS, "source": "sensors", "advanced": {"grid_phases": "1"}})
    assert step["step_id"] == "sensors"
    return step


@pytest.mark.usefixtures("sensors")
async def test_sensors_are_a_source(hass: HomeAssistant, paired: MockConfigEntry) -> None:
    step = await _ask_for_sensors(hass, paired)
    done = await _answer(hass, step, SENSOR_ANSWERS)
    assert done["type"] is FlowResultType.CREATE_ENTRY
    assert done["title"] == "test home"
    assert done["data"]["grid_sensor"] == GRID
    assert done["data"]["battery_capacity"] == 10


@pytest.mark.usefixtures("sensors")
@pytest.mark.parametrize(
    ("entity_id", "value", "unit", "errors"),
    [
        (GRID, "unavailable", "W", {"grid_sensor": "no_number"}),
        (GRID, "nan", "W", {"grid_sensor": "no_number"}),
        (GRID, "many", "W", {"grid_sensor": "no_number"}),
        (GRID, 12, "kWh", {"grid_sensor": "wrong_unit"}),
        (SOLAR, 3, "MW", {"solar_sensor": "wrong_unit"}),
        (SOLAR, -3000, "W", {"solar_sensor": "negative_solar"}),
        (GRID, -3500, "W", {"grid_sensor": "wrong_sign"}),
        (LEVEL, 6, "kWh", {"battery_level_sensor": "no_percentage"}),
        (LEVEL, "unknown", "%", {"battery_level_sensor": "no_percentage"}),
    ],
)
async def test_sensors_that_cannot_be_right_are_refused(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    entity_id: str,
    value: str | float,
    unit: str,
    errors: dict[str, str],
) -> None:
    before = hass.states.get(entity_id)
    assert before is not None
    set_power(hass, entity_id, value, unit)
    step = await _answer(hass, await _ask_for_sensors(hass, paired), SENSOR_ANSWERS)
    assert step["errors"] == errors
    hass.states.async_set(entity_id, before.state, before.attributes)
    done = await _answer(hass, step, SENSOR_ANSWERS)
    assert done["type"] is FlowResultType.CREATE_ENTRY


@pytest.mark.usefixtures("sensors")
async def test_one_sensor_has_one_meaning(hass: HomeAssistant, paired: MockConfigEntry) -> None:
    step = await _ask_for_sensors(hass, paired)
    step = await _answer(hass, step, {"grid_sensor": GRID, "battery_sensor": GRID})
    assert step["errors"] == {"base": "same_sensor"}
    done = await _answer(hass, step, {"grid_sensor": GRID})
    assert done["type"] is FlowResultType.CREATE_ENTRY


@pytest.mark.usefixtures("sensors")
async def test_a_place_can_be_changed(hass: HomeAssistant, paired: MockConfigEntry) -> None:
    await add_place(hass, paired)
    place_id = next(iter(paired.subentries))
    form = await paired.start_subentry_reconfigure_flow(hass, place_id)
    assert form["step_id"] == "reconfigure"
    schema = form["data_schema"]
    assert schema is not None
    suggested = {str(field): field.description for field in schema.schema}
    assert suggested["battery_priority"] == {"suggested_value": "car_first"}
    answers = {**ANSWERS, "source": "sensors", "advanced": {**ADVANCED, "zone": "zone.nowhere", "fuse": 25}}
    step = await _answer(hass, form, answers)
    assert step["step_id"] == "sensors"
    done = await _answer(hass, step, {"grid_sensor": GRID, "solar_sensor": SOLAR})
    assert done["type"] is FlowResultType.ABORT
    assert done["reason"] == "reconfigure_successful"
    await hass.async_block_till_done(wait_background_tasks=True)
    place = paired.subentries[place_id]
    assert place.data["fuse"] == 25
    # The zone is gone, so that the home gives the name.
    assert place.title == hass.config.location_name
    registry = dr.async_get(hass)
    names = [device.name for device in dr.async_entries_for_config_entry(registry, paired.entry_id)]
    assert f"Charging at {hass.config.location_name}" in names
