"""Charging from surplus, by what reached the cars and was verified there."""

from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from homeassistant.core import HomeAssistant

from .charging_home import CONTROL, MODE, REASON, act, add_place, pass_time, set_time_of_day, simulator, told
from .conftest import state_of
from .simulator import MODEL_Y_VIN, POWERWALL_SITE_ID, Simulator

__all__ = ["simulator"]


@pytest.fixture
async def morning(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> MockConfigEntry:
    """Ten in the morning: the car is plugged in and stopped, and the place was just added."""
    await set_time_of_day(hass, 10)
    simulator.cars[MODEL_Y_VIN].charging.stop()
    simulator.cars[MODEL_Y_VIN].charging.amps = 16
    simulator.cars[MODEL_Y_VIN].charging.current = 0.0
    await add_place(hass, paired)
    return paired


async def test_surplus_starts_the_car_and_it_follows(
    hass: HomeAssistant, morning: MockConfigEntry, simulator: Simulator, freezer: FrozenDateTimeFactory
) -> None:
    assert state_of(hass, MODE) == "solar_only"
    for _ in range(24):
        await pass_time(hass, freezer, timedelta(minutes=1))
        print(state_of(hass, CONTROL), state_of(hass, REASON), state_of(hass, "sensor.blitz_target_current"), told(simulator), simulator.cars[MODEL_Y_VIN].charging.state, simulator.cars[MODEL_Y_VIN].charging.current, simulator.sites[POWERWALL_SITE_ID].balance)
    print(hass.states.get(REASON))
    print(hass.states.get("event.blitz_charging_decision"))
    for s in hass.states.async_all():
        if "charging_at" in s.entity_id: print(s.entity_id, s.state)
    assert 0
