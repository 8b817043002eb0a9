"""The whole main job, as a person does it in the browser."""

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

from playwright.async_api import BrowserContext, expect
import pytest

from .configuration import DASHBOARD
from .conftest import OUT, Home
from .home_assistant import HomeAssistant
from .person import allow, choose_features, sign_in

pytestmark = pytest.mark.e2e

CURRENT = "number.blitz_charge_current"
SITE = 2345678901234567


async def _simulator(home: Home, path: str) -> Any:
    async with home.session.get(f"{home.simulator.url}/simulator/{path}") as response:
        response.raise_for_status()
        return await response.json()


async def _load(home: Home) -> float:
    """The house's load as the simulated site has it, W."""
    site = await _simulator(home, f"sites/{SITE}")
    return float(site["live_status"]["load_power"])


async def _commanded(home: Home) -> bool:
    return bool((await _simulator(home, "commands"))["commands"])


async def _risen(home: Home, before: float) -> bool:
    return await _load(home) > before + 3000


async def _until(condition: Callable[[], Awaitable[bool]], seconds: float = 30) -> None:
    async with asyncio.timeout(seconds):
        while not await condition():  # noqa: ASYNC110 - the other process tells nobody
            await asyncio.sleep(0.2)


async def test_sign_in_see_the_home_and_set_the_charge_current(home: Home, browser: BrowserContext) -> None:
    page = await browser.new_page()
    outside: list[str] = []
    page.on("request", lambda request: None if "127.0.0.1" in request.url else outside.append(request.url))
    await sign_in(page, home.home_assistant.url)
    await choose_features(page)
    await allow(page, browser, OUT / "consent.png")
    flow = page.locator("dialog-data-entry-flow")
    await flow.get_by_text("Do it later").click()
    await page.get_by_text("Skip and finish").click()
    person = await HomeAssistant.sign_in(home.session, home.home_assistant.url)

    # The devices are there, and live on measured data.
    await page.goto(f"{home.home_assistant.url}/config/devices/dashboard")
    for device in ("Blitz", "Oldie", "Sonnenhaus", "Wall Connector"):
        await expect(page.get_by_text(device, exact=True).first).to_be_visible()
    await person.wait_for_state("sensor.sonnenhaus_solar_power")
    await person.wait_for_state(CURRENT)

    # The car does not know the key: the person is told to pair it, and nothing changes.
    await page.goto(f"{home.home_assistant.url}/{DASHBOARD}")
    current = page.locator("hui-number-entity-row", has_text="Charge current").locator("input")
    await expect(current).to_have_value("6")
    await current.fill("11")
    await current.press("Enter")
    await expect(page.get_by_text("Pair the virtual key with the car").first).to_be_visible()
    await page.screenshot(path=OUT / "not_paired.png")
    assert float((await person.state(CURRENT))["state"]) == 6
    assert (await _simulator(home, "commands"))["commands"] == []

    # Paired, the car verifies the command, and the house draws five amperes more on three phases.
    await person.pair(home.simulator.url)
    before = await _load(home)
    await page.reload()
    await expect(current).to_have_value("6")
    await current.fill("11")
    await current.press("Enter")
    await _until(lambda: _commanded(home))
    (command,) = (await _simulator(home, "commands"))["commands"]
    assert (command["name"], command["parameters"]) == ("set_charging_amps", {"charging_amps": 11})
    assert command["signature"] == "hmac"
    await _until(lambda: _risen(home, before))
    await person.request(
        "POST", "/api/services/homeassistant/update_entity", {"entity_id": "sensor.sonnenhaus_load_power"}
    )
    shown = float((await person.state("sensor.sonnenhaus_load_power"))["state"])
    assert shown == pytest.approx(before / 1000 + 3 * 0.230 * 5, abs=0.7)
    await expect(current).to_have_value("11")
    await page.wait_for_timeout(2000)
    await page.screenshot(path=OUT / "dashboard.png")
    assert outside == []
