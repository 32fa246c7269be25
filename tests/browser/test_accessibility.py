"""Every screen against WCAG 2.2 A and AA, with axe in a real browser at both widths."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

Begin = Callable[..., None]

RULES = {
    "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
    "resultTypes": ["violations"],
}
SCREENS = {
    "Kaart": ".aantal",
    "Zoek voor iemand": ".st-key-deuren",
    "Voeg iets toe": "input",
    "Help": "section.hulp",
}
"""The name of a door, and what is there once its screen is."""
NOT_OURS: dict[str, str] = {}
"""Rule id → why we cannot mend it."""


def violations(page: Page) -> list[str]:
    """What axe finds on the page as it is now: rule, and where."""
    found: dict[str, Any] = Axe().run(page, options=RULES).response
    return [
        f"{rule['id']}: {node['target']} {node['html'][:160]}"
        for rule in found["violations"]
        if rule["id"] not in NOT_OURS
        for node in rule["nodes"]
    ]


def test_the_choice_of_a_role_has_no_barriers(page_phone: Page) -> None:
    page_phone.goto("/")
    page_phone.get_by_role("button", name="Ik ben opbouwwerker").wait_for()
    assert violations(page_phone) == []


@pytest.mark.parametrize("door", SCREENS)
def test_a_screen_has_no_barriers(page_phone: Page, begin: Begin, door: str) -> None:
    begin(page_phone, "Ik ben sociaal makelaar")
    page_phone.get_by_role("link", name=door, exact=True).click()
    page_phone.locator(SCREENS[door]).first.wait_for()
    page_phone.wait_for_timeout(
        1_500
    )  # a new page_phone fades in, and half faded text has too little contrast
    assert violations(page_phone) == []
