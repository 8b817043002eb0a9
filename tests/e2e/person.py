"""What a person clicks in the browser."""

from collections.abc import Collection
from pathlib import Path

from playwright.async_api import BrowserContext, Page

from .configuration import CLIENT_ID, CLIENT_SECRET


async def sign_in(page: Page, url: str) -> None:
    """Open Home Assistant at its integrations; 127.0.0.1 needs no password."""
    await page.goto(f"{url}/config/integrations/dashboard")
    await page.get_by_text("Add integration").wait_for()


async def choose_features(page: Page) -> None:
    """Add the integration with the application's credentials, up to the choice of features."""
    await page.get_by_text("Add integration").click()
    await page.locator("dialog-add-integration").locator("input").first.fill("Tesla Home Energy")
    await page.locator("dialog-add-integration").get_by_text("Tesla Home Energy", exact=True).click()
    credentials = page.locator("dialog-add-application-credential")
    for index, value in enumerate(("Demo", CLIENT_ID, CLIENT_SECRET)):
        await credentials.locator("input").nth(index).fill(value)
    await credentials.get_by_text("Add", exact=True).click()
    await page.locator("dialog-data-entry-flow").get_by_text("What may Home Assistant do?").wait_for()


async def allow(
    page: Page,
    browser: BrowserContext,
    screenshot: Path,
    *,
    button: str = "Submit",
    untick: Collection[str] = (),
) -> None:
    """Go on to Tesla's page, which opens beside, and allow what is left ticked there."""
    async with browser.expect_page() as opened:
        await page.locator("dialog-data-entry-flow").get_by_text(button, exact=True).click()
    consent = await opened.value
    await consent.locator("#allow").wait_for()
    for scope in untick:
        await consent.locator(f"input[value={scope}]").uncheck()
    await consent.screenshot(path=screenshot)
    async with consent.expect_event("close"):
        await consent.locator("#allow").click()
