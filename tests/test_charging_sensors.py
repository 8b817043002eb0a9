"""Charging by sensors of Home Assistant, in a home without an energy site of Tesla's."""

from dataclasses import dataclass, replace
from datetime import timedelta

from freezegun.api import FrozenDateTimeFactory
import pytest
from pytest_homeassistant_custom_component.common import MockConfigEntry, async_fire_time_changed

from custom_components.tesla_home_energy.charging.sign import (
    DISTRUST,
    LONGEST,
    OLDEST,
    PROOFS,
    SETTLED,
    SignCheck,
)
from custom_components.tesla_home_energy.const import CONF_BATTERY_SENSOR, CONF_GRID_SENSOR, DOMAIN
from custom_components.tesla_home_energy.surplus import MeterSample
from homeassistant.core import HomeAssistant
from homeassistant.helpers import issue_registry as ir
from homeassistant.util import dt as dt_util

from .charging_home import (
    ADVANCED,
    ANSWERS,
    CONTROL,
    REASON,
    act,
    add_place,
    car,
    pass_time,
    pauses,
    set_power,
    set_time_of_day,
    simulator,
    told,
)
from .conftest import state_of
from .simulator import POWERWALL_SITE_ID, Simulator
from .simulator.car import Car

__all__ = ["car", "pauses", "simulator"]

STEP = timedelta(seconds=30)


@dataclass
class Meter:
    """The meter and the roof of the home, and what a car takes of it; W."""

    hass: HomeAssistant
    freezer: FrozenDateTimeFactory
    simulator: Simulator
    car: Car
    solar: float = 6000.0
    house: float = 500.0
    sign: int = 1
    unit: str = "W"

    def show(self) -> None:
        """Let the sensors show it."""
        self.simulator.advance(0)
        grid = self.house + self.car.charging.power - self.solar
        set_power(self.hass, "sensor.grid", self.sign * grid, self.unit)
        set_power(self.hass, "sensor.solar", self.solar / 1000, "kW")

    async def pass_time(self, minutes: float) -> None:
        """Let time pass."""
        for _ in range(int(timedelta(minutes=minutes) / STEP)):
            self.freezer.tick(STEP)
            self.show()
            async_fire_time_changed(self.hass, dt_util.utcnow())
            await self.hass.async_block_till_done(wait_background_tasks=True)


@pytest.fixture
async def meter(
    hass: HomeAssistant,
    paired: MockConfigEntry,
    simulator: Simulator,
    car: Car,
    freezer: FrozenDateTimeFactory,
) -> Meter:
    """A car at a socket that tells nothing; ten in the morning."""
    simulator.sites[POWERWALL_SITE_ID].cars.clear()
    await set_time_of_day(hass, 10)
    return Meter(hass, freezer, simulator, car)


async def _add(hass: HomeAssistant, entry: MockConfigEntry, meter: Meter, *, solar: bool = True) -> None:
    meter.show()
    sensors = {"grid_sensor": "sensor.grid"} | ({"solar_sensor": "sensor.solar"} if solar else {})
    await add_place(hass, entry, source="sensors", sensors=sensors)


async def test_sensors_lead_the_car(hass: HomeAssistant, paired: MockConfigEntry, meter: Meter) -> None:
    await _add(hass, paired, meter)
    await meter.pass_time(10)
    assert state_of(hass, CONTROL) == "charging"
    assert meter.car.charging.state == "Charging"
    assert meter.car.charging.amps in {7, 8}  # 5.5 kW on three phases
    meter.solar = 8000.0
    await meter.pass_time(6)
    assert meter.car.charging.amps >= 10
    meter.solar = 0.0
    await meter.pass_time(40)
    assert meter.car.charging.state == "Stopped"


@pytest.mark.parametrize(("unit", "value"), [("kWh", 1.0), ("W", "unavailable")])
async def test_a_sensor_that_fails_leaves_the_car_in_a_safe_state(
    hass: HomeAssistant, paired: MockConfigEntry, meter: Meter, unit: str, value: float | str
) -> None:
    await _add(hass, paired, meter)
    await meter.pass_time(10)
    assert meter.car.charging.state == "Charging"
    set_power(hass, "sensor.grid", value, unit)
    await pass_time(hass, meter.freezer, timedelta(minutes=25), timedelta(minutes=1))
    assert state_of(hass, CONTROL) == "no_meter"
    assert meter.car.charging.state == "Stopped"


async def test_a_wrong_sign_is_found_by_what_the_car_does(
    hass: HomeAssistant, paired: MockConfigEntry, meter: Meter
) -> None:
    """What the house takes looks like surplus, and the more the car takes, the more there seems to be."""
    meter.sign, meter.solar, meter.house = -1, 0.0, 4000.0
    await _add(hass, paired, meter, solar=False)
    await meter.pass_time(15)
    assert state_of(hass, CONTROL) == "wrong_sign"
    state = hass.states.get(REASON)
    assert state is not None
    assert state.attributes["sentence"] == "A sensor has the wrong sign: at a safe current"
    registry = ir.async_get(hass)
    place_id = next(iter(paired.subentries))
    issue = registry.async_get_issue(DOMAIN, f"wrong_sign_{place_id}")
    assert issue is not None
    assert issue.translation_placeholders == {"place": "garage", "sensor": "sensor.grid"}
    await meter.pass_time(20)
    assert meter.car.charging.state == "Stopped"
    count = len(told(meter.simulator))

    await hass.config_entries.async_reload(paired.entry_id)
    await meter.pass_time(5)
    assert state_of(hass, CONTROL) == "wrong_sign"
    assert len(told(meter.simulator)) == count

    step = await paired.start_subentry_reconfigure_flow(hass, place_id)
    answers = {**ANSWERS, "source": "sensors", "advanced": ADVANCED}
    flow = hass.config_entries.subentries
    await flow.async_configure(step["flow_id"], answers)
    set_power(hass, "sensor.grid_turned_round", 4000)
    await flow.async_configure(step["flow_id"], {"grid_sensor": "sensor.grid_turned_round"})
    await hass.async_block_till_done(wait_background_tasks=True)
    await pass_time(hass, meter.freezer, timedelta(minutes=3))
    assert registry.async_get_issue(DOMAIN, f"wrong_sign_{place_id}") is None
    assert state_of(hass, CONTROL) == "waiting"


async def test_the_car_may_be_at_a_wall_connector_all_the_same(
    hass: HomeAssistant, paired: MockConfigEntry, meter: Meter
) -> None:
    meter.simulator.sites[POWERWALL_SITE_ID].cars.append(meter.car)
    await _add(hass, paired, meter)
    await meter.pass_time(10)
    assert meter.car.charging.amps in {7, 8}
    await act(hass, "select.select_option", "select.blitz_charging_mode", option="off")
    assert meter.car.charging.amps == 16


class Bench:
    """A home whose signs are judged: its cars change by 3 kW now and then."""

    def __init__(self, grid: int = 1, battery: int = 1) -> None:
        self.check = SignCheck()
        self.signs = grid, battery
        self.now = 1_000_000.0
        self.power = 0.0
        self.base = MeterSample(as_of=0.0, grid_power=500.0, battery_power=200.0, solar_power=300.0)

    def look(self, *, to_battery: float = 0.0, noise: float = 0.0, age: float = 0.0) -> None:
        """Take a reading in which the battery has taken its part of what the cars take."""
        sample = replace(
            self.base,
            as_of=self.now - age,
            grid_power=self.signs[0] * (500.0 + (1 - to_battery) * self.power + noise),
            battery_power=self.signs[1] * (200.0 + to_battery * self.power),
        )
        self.check.observe(sample, self.power, self.now)

    def change(self, power: float, wait: float = SETTLED, **reading: float) -> None:
        """Let cars take another power, and look again."""
        before = self.power
        sample = replace(
            self.base,
            as_of=self.now - reading.pop("age", 0.0),
            grid_power=self.signs[0] * (500.0 + (1 - reading.get("to_battery", 0.0)) * before),
            battery_power=self.signs[1] * (200.0 + reading.get("to_battery", 0.0) * before),
        )
        self.power = power
        self.check.observe(sample, power, self.now)
        self.now += wait
        self.look(**reading)


@pytest.mark.parametrize(
    ("grid", "battery", "to_battery", "wrong"),
    [
        (1, 1, 0.0, None),
        (1, 1, 1.0, None),
        (1, 1, 0.5, None),
        (-1, 1, 0.0, CONF_GRID_SENSOR),
        (-1, 1, 0.5, CONF_GRID_SENSOR),
        (-1, -1, 0.5, CONF_GRID_SENSOR),
        (1, -1, 1.0, CONF_BATTERY_SENSOR),
        (1, -1, 0.5, CONF_BATTERY_SENSOR),
        (1, -1, 0.0, None),  # it takes no part in it
    ],
)
def test_signs_are_judged_by_changes(grid: int, battery: int, to_battery: float, wrong: str | None) -> None:
    bench = Bench(grid, battery)
    bench.look(to_battery=to_battery)
    for turn in range(PROOFS):
        assert bench.check.wrong is None
        bench.change(3000.0 if turn % 2 == 0 else 0.0, to_battery=to_battery)
    assert bench.check.wrong == wrong
    assert bench.check.trusts(bench.now) is (wrong is None)


def test_a_suspected_meter_is_not_followed_until_the_next_proof() -> None:
    bench = Bench(grid=-1)
    bench.look()
    bench.change(3000.0)
    assert not bench.check.trusts(bench.now)
    assert bench.check.trusts(bench.now + DISTRUST)


@pytest.mark.parametrize(
    ("power", "wait", "reading"),
    [
        (900.0, SETTLED, {}),
        (3000.0, SETTLED - 1.0, {}),
        (3000.0, LONGEST + 1.0, {}),
        (3000.0, SETTLED, {"noise": 1500.0}),
        (3000.0, SETTLED, {"age": OLDEST + 1.0}),
    ],
    ids=["small", "soon", "late", "oven", "old"],
)
def test_what_proves_nothing_is_left_out(power: float, wait: float, reading: dict[str, float]) -> None:
    bench = Bench(grid=-1)
    bench.look()
    for turn in range(2 * PROOFS):
        bench.change(power if turn % 2 == 0 else 0.0, wait, **reading)
    assert bench.check.wrong is None


def test_one_change_as_it_should_be_clears_a_suspicion() -> None:
    bench = Bench(grid=-1)
    bench.look()
    for _ in range(2):
        for power in (3000.0, 0.0)[: PROOFS - 1]:
            bench.change(power)
        bench.signs = (1, 1)
        bench.change(3000.0)
        bench.change(0.0)
        bench.signs = (-1, 1)
    assert bench.check.wrong is None
