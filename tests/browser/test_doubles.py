"""A sociaal makelaar finds one building on two lists: compares, merges, takes it back, also by keyboard."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from socialmap.model.provision import Facility
from socialmap.model.values import FacilityId
from socialmap.store.catalogue import Catalogue
from tests.browser.looking import fits, settled

Behind = Callable[..., None]
BROKER = "Ik ben sociaal makelaar"
AT = datetime(2026, 3, 2, 9, tzinfo=UTC)
TWIN = "dubbel-in-de-proef"


@pytest.fixture
def original(folder: Path) -> Iterator[Facility]:
    """A building of Meerwold that is on a second list for as long as the test lasts."""
    with Catalogue.open(folder) as catalogue:
        found = next(
            stored.entity for stored in catalogue.all(Facility) if stored.entity.name == "Buurthuis De Linde"
        )
        twin = replace(
            found,
            id=FacilityId(TWIN),
            name="Wijkcentrum de Linde",
            phone="038-5550199",
            checked_on=None,
            source="open kaart",
            source_id="n1",
        )
        catalogue.save([twin], actor="proef", action="proef", at=AT)
        yield found
        if catalogue.find(Facility, TWIN) is not None:
            catalogue.remove(Facility, TWIN, actor="proef", action="proef", at=AT)


def test_one_building_on_two_lists_becomes_one_and_two_again(
    page: Page, behind: Behind, original: Facility
) -> None:
    behind(page, "Dubbele vermeldingen", BROKER)
    expect(page.get_by_role("heading", name=f"{original.name} en Wijkcentrum de Linde")).to_be_visible()
    table = page.get_by_role("table", name="Hier verschillen ze")
    expect(table.get_by_role("row", name="Telefoon")).to_contain_text("038-5550199")
    assert fits(page)
    page.get_by_role("button", name="Dit is hetzelfde", exact=True).click()
    settled(page)
    page.get_by_role("radiogroup", name="Naam").get_by_text("Wijkcentrum de Linde").click()
    settled(page)
    assert fits(page)
    page.get_by_role("button", name="Voeg samen").click()
    expect(page.get_by_text(f"'{original.name}' en 'Wijkcentrum de Linde' zijn nu één.")).to_be_visible()
    expect(page.get_by_text("Er staat niets dubbel op de kaart, voor zover wij zien.")).to_be_visible()
    page.get_by_role("button", name="Toch niet").click()
    expect(page.get_by_text("Dat is teruggedraaid.")).to_be_visible()
    expect(page.get_by_role("heading", name=f"{original.name} en Wijkcentrum de Linde")).to_be_visible()


def test_not_the_same_is_answered_by_keyboard(
    page_desktop: Page, behind: Behind, original: Facility, folder: Path
) -> None:
    page = page_desktop
    behind(page, "Dubbele vermeldingen", BROKER)
    answer = page.get_by_role("button", name="Dit is hetzelfde", exact=True)
    answer.focus()
    page.keyboard.press("Tab")
    expect(page.get_by_role("button", name="Dit is niet hetzelfde")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.get_by_text("blijven twee. We vragen het niet meer.")).to_be_visible()
    expect(page.get_by_text("Er staat niets dubbel op de kaart, voor zover wij zien.")).to_be_visible()
    page.get_by_role("button", name="Toch niet").click()
    expect(page.get_by_text("Dat is teruggedraaid.")).to_be_visible()
