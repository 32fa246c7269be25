"""What a test looks at on any screen, and waits for."""

from __future__ import annotations

from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, expect

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
NOT_OURS: dict[str, str] = {}
"""Rule id → why we cannot mend it."""
_LOOKS = 2
_BETWEEN_LOOKS_MS = 40
ON_A_PHONE = pytest.mark.phone
AT_A_DESK = pytest.mark.desktop
"""One of the two screens, for a long story whose screens other tests see at both sizes; ``--both-screens``
plays it on both."""


def fits(page: Page) -> bool:
    """Nothing is wider than the screen."""
    width = page.evaluate("document.documentElement.scrollWidth")
    return bool(width <= (page.viewport_size or {"width": 0})["width"])


def settled(page: Page) -> None:
    """Wait until the screen has drawn what was done last: a click on what is about to be redrawn is lost.

    Between a click and the run that it starts the screen says for a moment that it is at rest.
    """
    at_rest = page.locator("[data-testid='stApp'][data-test-script-state='notRunning']")
    for _ in range(_LOOKS):
        at_rest.wait_for()
        page.wait_for_timeout(_BETWEEN_LOOKS_MS)


def press(page: Page, name: str) -> None:
    """Press a button once the screen has drawn what was done last."""
    settled(page)
    page.get_by_role("button", name=name, exact=True).click()


def choose(page: Page, label: str, option: str) -> None:
    """Choose from a list by its label.

    The name is typed: a click on a list that has to be scrolled to opens it, and scrolling closes it again.
    """
    settled(page)
    box = page.get_by_role("combobox", name=label)
    box.click()
    box.fill(option)
    page.get_by_role("option", name=option, exact=True).first.click()
    expect(box).to_have_value(option)


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: rule, and where."""
    found: dict[str, Any] = Axe().run(page, options=RULES).response
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]}"
        for rule in found["violations"]
        if rule["id"] not in NOT_OURS
        for node in rule["nodes"]
    ]
