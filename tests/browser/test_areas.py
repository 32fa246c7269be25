"""Two areas side by side on a phone, and two municipalities in one installation on a laptop."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.conftest import served
from tests.browser.looking import fits

Behind = Callable[..., None]


def test_two_neighbourhoods_side_by_side(page_phone: Page, behind: Behind) -> None:
    behind(page_phone, "Vergelijk")
    expect(page_phone.get_by_role("heading", name="Wat valt op?")).to_be_visible()
    title, told = (page_phone.get_by_role("heading", name=name) for name in ("Vergelijk", "Wat valt op?"))
    above, below = title.bounding_box(), told.bounding_box()
    assert above is not None
    assert below is not None
    assert below["y"] > above["y"] + above["height"] + 100
    expect(page_phone.get_by_text("Een verschil zegt niet wat beter is.")).to_be_visible()
    assert fits(page_phone)


@pytest.fixture
def both(chromium: Browser, folder: Path, town_folder: Path, tmp_path: Path) -> Iterator[Page]:
    """The first page of a server that holds Meerwold and Dobberdam."""
    with served(tmp_path / "server.txt", folder, town_folder) as address:
        context = chromium.new_context(
            viewport={"width": 1366, "height": 768}, base_url=address, locale="nl-NL"
        )
        page = context.new_page()
        page.goto("/")
        yield page
        context.close()


def test_each_municipality_has_its_own_map(both: Page, map_of: Callable[[Page], Frame]) -> None:
    both.get_by_role("button", name="Dobberdam").click()
    both.get_by_role("button", name="Ik ben opbouwwerker").click()
    expect(both).to_have_url(re.compile("gemeente=GM9998"))
    expect(both.get_by_text("Huiskamer Zuid").first).to_be_visible()
    with both.expect_response(re.compile("/map/offers.*gemeente=GM9998")):
        map_of(both)
    both.get_by_role("button", name="Dobberdam").click()
    with both.expect_response(re.compile("/map/offers.*gemeente=GM9999")):
        both.get_by_role("button", name="Meerwold").click()
    expect(both).to_have_url(re.compile("gemeente=GM9999"))
    expect(both.get_by_text("Havenboksen")).to_be_visible()
    expect(both.get_by_text("Ga naar een andere gemeente.")).to_be_hidden()
    assert fits(both)
