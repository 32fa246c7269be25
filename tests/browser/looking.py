"""What a test looks at on any screen, and waits for."""

from __future__ import annotations

from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
NOT_OURS: dict[str, str] = {}
"""Rule id → why we cannot mend it."""


def fits(page: Page) -> bool:
    """Nothing is wider than the screen."""
    width = page.evaluate("document.documentElement.scrollWidth")
    return bool(width <= (page.viewport_size or {"width": 0})["width"])


def settled(page: Page) -> None:
    """Wait until the screen has drawn what was done last: a click on what is about to be redrawn is lost."""
    page.locator("[data-testid='stApp'][data-test-script-state='notRunning']").wait_for()


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: rule, and where."""
    found: dict[str, Any] = Axe().run(page, options=RULES).response
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]}"
        for rule in found["violations"]
        if rule["id"] not in NOT_OURS
        for node in rule["nodes"]
    ]
