"""A cloudy day, sixty times as fast: a car charges from the surplus, and a person looks, and meddles."""

import asyncio
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from aiohttp import ClientSession
from playwright.async_api import BrowserContext, Page, expect
import pytest

from .configuration import DASHBOARD
from .conftest import OUT
from .home_assistant import HomeAssistant
from .processes import FastTime, Server

pytestmark = pytest.mark.e2e

CAR = "XP7YGCES1PB000001"
SITE = 2345678901234567
REASON = "sensor.blitz_charging_reason"
START = datetime(2027, 6, 15, 8, tzinfo=UTC)  # ten in Berlin, where the sun of the trace stands as well
HOURS = 2


@dataclass(frozen=True, slots=True)
class FastHome:
    """A home whose time can be made to run fast."""

    home_assistant: Server
    simulator: Server
    session: ClientSession
    speed: float

    async def person(self) -> HomeAssistant:
        """Sign in; when time runs fast an access token is soon too old."""
        return await HomeAssistant.sign_in(self.session, self.home_assistant.url)

    async def simulated(self, path: str, body: dict[str, Any] | None = None) -> Any:
        """Look behind, or do what a person does elsewhere."""
        url = f"{self.simulator.url}/simulator/{path}"
        async with self.session.request("POST" if body else "GET", url, json=body) as response:
            response.raise_for_status()
            return await response.json()

    async def told(self) -> list[tuple[str, Any]]:
        """Return what the car was told."""
        found = (await self.simulated("commands"))["commands"]
        return [(one["name"], one["parameters"]) for one in found if one["name"] != "get_vehicle_data"]

    def change_pace(self) -> None:
        """Fast, or slow again."""
        self.simulator.change_pace()
        self.home_assistant.change_pace()


@pytest.fixture
async def home(start_home: Callable[..., tuple[Server, Server]]) -> AsyncIterator[FastHome]:
    """A home below clouds, whose car is plugged in and waits."""
    fast = FastTime(start=START)
    home_assistant, simulator = start_home("--trace", "broken", credentials=True, fast=fast)
    async with ClientSession() as session:
        home = FastHome(home_assistant, simulator, session, fast.speed)
        await home.simulated(f"cars/{CAR}", {"charging": False, "amps": 16, "battery_level": 40})
        person = await home.person()
        await person.add_integration(simulator.url)
        await person.pair(simulator.url)
        await person.wait_for_state("sensor.blitz_battery_level")
        await person.add_charging_place(
            {
                "source": str(SITE),
                "cars": [CAR],
                "battery_priority": "car_first",
                "advanced": {"grid_phases": "3", "margin": 0, "solar_share": 100, "zone": "zone.home"},
            }
        )
        await person.wait_for_state(REASON)
        yield home


async def _show(home: FastHome, page: Page) -> dict[str, Any]:
    """Open the page of charging, with the browser's clock as Home Assistant's, and return the reason."""
    state = await (await home.person()).state(REASON)
    await page.clock.set_system_time(datetime.fromisoformat(state["last_reported"]))
    await page.goto(f"{home.home_assistant.url}/{DASHBOARD}/charging")
    return state


async def test_a_cloudy_day_and_a_change_by_hand(home: FastHome, browser: BrowserContext) -> None:
    home.change_pace()
    samples = []
    imported = 0.0
    for _ in range(int(HOURS * 3600 / home.speed)):
        await asyncio.sleep(1)
        live = (await home.simulated(f"sites/{SITE}"))["live_status"]
        charging = float((await home.simulated(f"cars/{CAR}"))["charging_power"])
        samples.append((float(live["solar_power"]), float(live["load_power"]), charging))
        imported += min(max(0.0, float(live["grid_power"])), charging)
    home.change_pace()

    # The car follows the sun: most of what is left over; what else it takes comes from the Powerwall.
    surplus = [max(0.0, solar - (load - charging)) for solar, load, charging in samples]
    charged = sum(charging for *_, charging in samples)
    from_sun = sum(min(one, charging) for one, (*_, charging) in zip(surplus, samples, strict=True))
    assert from_sun > 0.75 * sum(surplus)
    assert from_sun > 0.75 * charged
    assert imported < 0.03 * charged
    told = await home.told()
    currents = [parameters["charging_amps"] for name, parameters in told if name == "set_charging_amps"]
    assert len(set(currents)) > 2
    assert len(told) < 40 * HOURS

    # A person sees why, and how it went.
    page = await browser.new_page()
    await page.clock.install()
    state = await _show(home, page)
    words, _, numbers = state["attributes"]["sentence"].partition("(")
    await expect(page.locator("hui-markdown-card")).to_contain_text(f"{words}({numbers.split(',')[0]}")
    await expect(page.locator("hui-history-graph-card canvas").first).to_be_visible()
    await page.wait_for_timeout(3000)
    await page.screenshot(path=OUT / "cloudy_day.png")

    # Somebody sets another current in the app: it stays.
    other = 11 if (await home.simulated(f"cars/{CAR}"))["charge_state"]["charge_amps"] < 9 else 5
    await home.simulated(f"cars/{CAR}", {"amps": other})
    before = await home.told()
    home.change_pace()
    await asyncio.sleep(3600 / home.speed)
    home.change_pace()
    assert await home.told() == before
    state = await _show(home, page)
    assert state["state"] == "changed_by_hand"
    await expect(page.get_by_text("Somebody changed the charging: paused").first).to_be_visible()
    assert (await home.simulated(f"cars/{CAR}"))["charge_state"]["charge_amps"] == other
    await page.wait_for_timeout(2000)
    await page.screenshot(path=OUT / "changed_by_hand.png")
