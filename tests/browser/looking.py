"""What a test looks at on any screen, and waits for."""

from __future__ import annotations

from playwright.sync_api import Page


def fits(page: Page) -> bool:
    """Nothing is wider than the screen."""
    width = page.evaluate("document.documentElement.scrollWidth")
    return bool(width <= (page.viewport_size or {"width": 0})["width"])


def settled(page: Page) -> None:
    """Wait until the screen has drawn what was done last: a click on what is about to be redrawn is lost."""
    page.locator("[data-testid='stApp'][data-test-script-state='notRunning']").wait_for()
