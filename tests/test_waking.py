"""A car is woken by commands alone, once for all of them, and not too often."""

import asyncio
from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry

from custom_components.tesla_home_energy.api import WAKES_A_DAY
from homeassistant.core import HomeAssistant
from homeassistant.exceptions import HomeAssistantError

from .conftest import state_of
from .simulator import MODEL_Y_VIN, Simulator
from .simulator.car import Car
from .simulator.faults import HttpFault

CURRENT = "number.blitz_charge_current"
STATE = "/api/1/vehicles/{tag}"


@pytest.fixture
async def car(
    hass: HomeAssistant, paired: MockConfigEntry, simulator: Simulator, monkeypatch: pytest.MonkeyPatch
) -> Car:
    """A paired car that wakes at once."""

    async def no_sleep(_: float) -> None:
        await asyncio.sleep(0)

    monkeypatch.setattr(paired.runtime_data.vehicles[MODEL_Y_VIN].api.fleet, "_sleep", no_sleep)
    car = simulator.cars[MODEL_Y_VIN]
    car.wake_seconds = 0
    return car


async def _read(hass: HomeAssistant, entry: MockConfigEntry) -> None:
    await entry.runtime_data.vehicles[MODEL_Y_VIN].async_refresh()
    await hass.async_block_till_done(wait_background_tasks=True)


async def _set(hass: HomeAssistant, value: int = 11) -> None:
    await hass.services.async_call(
        "number", "set_value", {"entity_id": CURRENT, "value": value}, blocking=True
    )


async def test_two_commands_share_one_wake(
    hass: HomeAssistant, car: Car, paired: MockConfigEntry, simulator: Simulator
) -> None:
    car.fall_asleep()
    await _read(hass, paired)
    limit = {"entity_id": "number.blitz_charge_limit", "value": 70}
    await asyncio.gather(
        _set(hass),
        hass.services.async_call("number", "set_value", limit, blocking=True),
        hass.services.async_call("switch", "turn_off", {"entity_id": "switch.blitz_charging"}, blocking=True),
    )
    assert {command.name for command in simulator.commands} == {
        "set_charging_amps",
        "set_charge_limit",
        "charge_stop",
    }
    assert simulator.usage.count(category="wakes") == 1


async def test_a_car_that_is_known_to_sleep_is_woken_before_the_command_is_paid_for(
    hass: HomeAssistant, car: Car, paired: MockConfigEntry, simulator: Simulator
) -> None:
    car.fall_asleep()
    await _read(hass, paired)
    simulator.usage.clear()
    await _set(hass)

    assert simulator.usage.count(status=408) == 0
    assert simulator.usage.count(category="wakes") == 1


async def test_a_car_that_has_woken_meanwhile_is_not_woken(
    hass: HomeAssistant, car: Car, paired: MockConfigEntry, simulator: Simulator
) -> None:
    car.fall_asleep()
    await _read(hass, paired)
    car.set_online()
    await _set(hass)

    assert [command.name for command in simulator.commands] == ["set_charging_amps"]
    assert simulator.usage.count(category="wakes") == 0


async def test_a_car_that_is_believed_to_be_awake_is_woken_and_told_again(
    hass: HomeAssistant, car: Car, simulator: Simulator
) -> None:
    car.fall_asleep()  # and nobody has noticed
    await _set(hass)

    assert [command.name for command in simulator.commands] == ["set_charging_amps"]
    assert simulator.usage.count(category="wakes") == 1


async def test_a_state_that_cannot_be_asked_for_costs_no_command(
    hass: HomeAssistant, car: Car, paired: MockConfigEntry, simulator: Simulator
) -> None:
    car.fall_asleep()
    await _read(hass, paired)
    simulator.faults.add(HttpFault(path=f"/api/1/vehicles/{MODEL_Y_VIN}", status=503, count=1))
    await _set(hass)

    assert [command.name for command in simulator.commands] == ["set_charging_amps"]
    assert simulator.usage.count(category="wakes") == 1


async def test_nobody_wakes_a_car_all_day(
    hass: HomeAssistant,
    car: Car,
    paired: MockConfigEntry,
    simulator: Simulator,
    freezer: FrozenDateTimeFactory,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    async def pass_time(seconds: float) -> None:
        freezer.tick(seconds)

    monkeypatch.setattr(paired.runtime_data.vehicles[MODEL_Y_VIN].api.fleet, "_sleep", pass_time)
    freezer.move_to(freezer.time_to_freeze.replace(hour=1) + timedelta(days=1))
    await _read(hass, paired)
    for _ in range(WAKES_A_DAY):
        car.fall_asleep()
        await _set(hass)
    car.fall_asleep()
    with pytest.raises(HomeAssistantError) as error:
        await _set(hass)
    assert error.value.translation_key == "too_many_wakes"
    assert simulator.usage.count(category="wakes") == WAKES_A_DAY

    freezer.tick(timedelta(days=1))
    await _read(hass, paired)
    await _set(hass)
    assert simulator.usage.count(category="wakes") == WAKES_A_DAY + 1


async def test_a_low_current_is_sent_as_cars_need_it(
    hass: HomeAssistant, car: Car, paired: MockConfigEntry, simulator: Simulator
) -> None:
    for value in (11, 3, 2, 6):
        await _set(hass, value)

    assert [command.parameters["charging_amps"] for command in simulator.commands] == [11, 3, 3, 2, 6]
    await _read(hass, paired)
    assert state_of(hass, CURRENT) == "6"
