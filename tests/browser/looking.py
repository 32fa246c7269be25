"""What a test looks at on any screen."""

from __future__ import annotations

from playwright.sync_api import Page


def fits(page: Page) -> bool:
    """Nothing is wider than the screen."""
    width = page.evaluate("document.documentElement.scrollWidth")
    return bool(width <= (page.viewport_size or {"width": 0})["width"])
