"""What is in sight without scrolling, at the sizes people have, and what Streamlit would say in English."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.browser.looking import choose

Begin = Callable[..., None]

TWICE_AS_LARGE: ViewportSize = {"width": 683, "height": 384}
"""What is left of a laptop screen at 200 %."""


def bottom_of(part: Locator) -> float:
    box = part.bounding_box()
    assert box is not None
    return box["y"] + box["height"]


@pytest.mark.parametrize("door", ["zoek", "voeg-toe", "help"])
def test_a_door_opens_by_its_own_address_without_errors(page_desktop: Page, door: str) -> None:
    """The fixture fails the test on any error in the console."""
    page_desktop.goto(f"/{door}")
    page_desktop.get_by_role("button", name="Ik ben sociaal makelaar").click()
    page_desktop.locator(".st-key-deuren").wait_for()
    expect(page_desktop).to_have_url(re.compile(f"/{door}$"))
    assert page_desktop.get_by_role("dialog").count() == 0


def test_the_choice_of_a_role_says_all_of_the_demo_notice(page_desktop: Page) -> None:
    page_desktop.goto("/")
    notice = page_desktop.locator(".demo.lang")
    notice.wait_for()
    assert bottom_of(notice) < 768


def test_on_a_phone_the_first_match_is_in_sight(page_phone: Page, begin: Begin) -> None:
    begin(page_phone, "Ik werk in een team met bewoners", "/zoek")
    page_phone.get_by_role("textbox", name="Waar gaat het om?").fill("zit de hele dag alleen")
    page_phone.get_by_text("omdat je schreef").wait_for()
    choose(page_phone, "Waar woont iemand?", "Lindehof")
    page_phone.locator(".st-key-zoek button").click()
    first = page_phone.locator(".st-key-gevonden_1 .past")
    first.wait_for()
    page_phone.wait_for_timeout(1_000)
    doors = page_phone.locator(".st-key-deuren").bounding_box()
    assert doors is not None
    assert bottom_of(first) < doors["y"]


def test_enlarged_twice_the_map_keeps_its_room(page_desktop: Page, begin: Begin) -> None:
    page_desktop.set_viewport_size(TWICE_AS_LARGE)
    begin(page_desktop)
    shown = page_desktop.locator(".st-key-kaart").bounding_box()
    doors = page_desktop.locator(".st-key-deuren").bounding_box()
    assert shown is not None
    assert doors is not None
    assert shown["height"] > 0.75 * TWICE_AS_LARGE["height"]
    assert doors["y"] - shown["y"] > 0.4 * TWICE_AS_LARGE["height"]
    page_desktop.mouse.move(300, 60)
    page_desktop.mouse.wheel(0, 300)
    page_desktop.wait_for_timeout(500)
    assert bottom_of(page_desktop.locator(".st-key-kop")) < 60


def test_a_list_without_what_was_typed_says_so_in_dutch(page_desktop: Page, begin: Begin) -> None:
    begin(page_desktop)
    page_desktop.get_by_role("button", name="Filters").click()
    page_desktop.get_by_role("combobox", name="Buurt").fill("qqq")
    nothing = page_desktop.get_by_role("listbox", name="Buurt").locator("span", has_text="No results")
    said = "node => [getComputedStyle(node).fontSize, getComputedStyle(node, '::after').content]"
    assert nothing.evaluate(said) == ["0px", '"Niets gevonden"']
