"""Every screen against WCAG 2.2 A and AA, with axe in a real browser at both widths."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.browser.looking import violations

Begin = Callable[..., None]

SCREENS = {
    "Kaart": ".aantal",
    "Zoek voor iemand": ".st-key-deuren",
    "Voeg iets toe": "input",
    "Help": "section.hulp",
}
"""The name of a door, and what is there once its screen is."""


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
