"""Setting up as a person does: something not allowed at first, the key registered, a car paired later."""

from playwright.async_api import BrowserContext, expect
import pytest

from .conftest import OUT, Home
from .home_assistant import HomeAssistant
from .person import allow, choose_features, sign_in

pytestmark = pytest.mark.e2e


async def test_a_box_left_out_the_key_registered_and_the_car_paired_later(
    home: Home, browser: BrowserContext
) -> None:
    page = await browser.new_page()
    await sign_in(page, home.home_assistant.url)
    await choose_features(page)

    # A box is left out: told which, asked again.
    flow = page.locator("dialog-data-entry-flow")
    await allow(page, browser, OUT / "consent_unticked.png", untick=["energy_cmds"])
    await expect(flow.get_by_text("Control the Powerwall")).to_be_visible()
    await expect(flow.get_by_text("See cars")).to_have_count(0)
    await page.screenshot(path=OUT / "missing_scopes.png")
    await allow(page, browser, OUT / "consent_again.png", button="Ask Tesla again")

    # Home Assistant serves its key, and Tesla fetches it.
    await flow.get_by_text("Register it now").click()
    domain = flow.locator("input").first
    await expect(domain).to_have_value(home.home_assistant.url.removeprefix("http://"))
    await page.screenshot(path=OUT / "domain.png")
    await flow.get_by_text("Submit", exact=True).click()
    await flow.get_by_text("Register with Tesla").wait_for()
    await flow.get_by_text("Submit", exact=True).click()

    # The car is not paired; that is left for later.
    await expect(flow.get_by_text("Pair Blitz")).to_be_visible()
    await page.wait_for_timeout(500)
    await page.screenshot(path=OUT / "pair.png")
    await flow.get_by_text("Submit", exact=True).click()
    await expect(flow.get_by_text("The car does not have the key yet")).to_be_visible()
    await flow.locator("ha-switch, ha-checkbox, ha-formfield").last.click()
    await flow.get_by_text("Submit", exact=True).click()
    await page.get_by_text("Skip and finish").click()

    # The repair shows the same page, and goes by itself once the car is paired.
    repairs = f"{home.home_assistant.url}/config/repairs"
    await page.goto(repairs)
    issue = page.get_by_text("Blitz does not have the virtual key")
    await issue.click()
    await expect(page.get_by_text("Pair the virtual key with Blitz")).to_be_visible()
    await page.wait_for_timeout(500)
    await page.screenshot(path=OUT / "repair.png")
    name = home.home_assistant.url.removeprefix("http://")
    async with home.session.post(f"{home.simulator.url}/_ak/{name}") as paired:
        paired.raise_for_status()
    person = await HomeAssistant.sign_in(home.session, home.home_assistant.url)
    sensor = {"entity_id": "binary_sensor.blitz_virtual_key_paired"}
    await person.request("POST", "/api/services/homeassistant/update_entity", sensor)
    await page.goto(repairs)
    await page.locator("ha-config-repairs-dashboard").wait_for(state="attached")
    await page.wait_for_timeout(2000)
    await page.screenshot(path=OUT / "repaired.png")
    await expect(issue).to_have_count(0)
    assert (await person.state(sensor["entity_id"]))["state"] == "on"
