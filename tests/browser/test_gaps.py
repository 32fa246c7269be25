"""Scenario O3 in a real browser, and the pictures of what is missing, on a laptop and on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Page, expect

from tests.browser.looking import AT_A_DESK, fits

Behind = Callable[..., None]
LOST = re.compile(r"^Lindehof, ontmoeten en contact: van \d+ naar \d+ plekken per week\.$")
"""How many they are depends on what other stories added; tests/spec holds the number itself."""


@AT_A_DESK
def test_o3_who_falls_over_if_somebody_stops(page: Page, behind: Behind) -> None:
    behind(page, "Wat kan wegvallen?")
    card = page.locator(".st-key-rust_eettafel-de-brug")
    expect(card.get_by_text("78 van 100")).to_be_visible()
    for reason in (
        "Rust op één persoon.",
        "Krijgt geld van één kant: Gemeente Meerwold.",
        "Het geld loopt tot 30 juni 2026. Dat is gauw.",
        "Zoekt nog 1 vrijwilliger: er zijn er 3, nodig 4.",
    ):
        expect(card.get_by_text(reason)).to_be_visible()
    card.get_by_role("button", name="Wat valt weg?").click()
    expect(card.get_by_text("Dit is een proef. Er verandert niets.")).to_be_visible()
    expect(card.get_by_text("Eettafel De Brug stopt waarschijnlijk.")).to_be_visible()
    expect(card.get_by_text("Kaarten en keuvelen: nog één trekker over.")).to_be_visible()
    expect(card.get_by_text(LOST)).to_be_visible()
    assert fits(page)


def test_o3_inside_the_team_says_for_how_many_it_is_all(page_desktop: Page, behind: Behind) -> None:
    behind(page_desktop, "Wat kan wegvallen?", "Ik werk in een team met bewoners")
    card = page_desktop.locator(".st-key-rust_eettafel-de-brug")
    expect(card.get_by_text("Voor enkele mensen is dit het enige dat past.")).to_be_visible()
    card.get_by_role("button", name="Wat valt weg?").click()
    expect(card.get_by_text(LOST)).to_be_visible()


def test_o3_a_visit_is_planned_with_five_questions(page_phone: Page, behind: Behind) -> None:
    behind(page_phone, "Wat kan wegvallen?")
    card = page_phone.locator(".st-key-rust_eettafel-de-brug")
    card.get_by_role("button", name="Ga langs").click()
    expect(card.get_by_role("heading", name="Hoe gaat het met jullie?")).to_be_visible()
    expect(card.get_by_text("Voelen jullie je gezien? Wat kunnen wij voor jullie doen?")).to_be_visible()
    with page_phone.expect_download() as told:
        card.get_by_role("button", name="Zet in je agenda").click()
    assert told.value.suggested_filename == "langsgaan-2026-03-03.ics"
    assert "SUMMARY:Langsgaan bij Eettafel De Brug" in Path(told.value.path()).read_text(encoding="utf-8")
    assert fits(page_phone)


def test_the_neighbourhoods_are_coloured_and_each_says_what_it_is(page_desktop: Page, behind: Behind) -> None:
    behind(page_desktop, "Waar is te weinig?", "Ik werk in een team met bewoners")
    picture = page_desktop.get_by_role(
        "img", name="De buurten, gekleurd naar vragen en aanbod bij geld en papieren"
    )
    expect(picture).to_be_visible()
    expect(picture.locator(".vlak")).to_have_count(5)
    expect(picture.locator(".vlak.wit")).to_have_count(1)
    expect(picture.get_by_text("Witte vlek", exact=True)).to_be_visible()
    expect(page_desktop.get_by_text("Samen: ongeveer 85 mensen in de wijk.")).to_be_visible()
    assert fits(page_desktop)


def test_from_a_white_spot_to_the_neighbourhood_on_the_map(page_desktop: Page, behind: Behind) -> None:
    behind(page_desktop, "Waar is te weinig?")
    page_desktop.locator(".st-key-plek_BU99990101").get_by_role("button", name="Bekijk buurt").click()
    expect(page_desktop.get_by_role("heading", name="Lindehof")).to_be_visible()
    expect(page_desktop).to_have_url(re.compile("open=area"))


def test_a_dot_in_the_quadrants_says_its_name_by_keyboard(page_desktop: Page, behind: Behind) -> None:
    behind(page_desktop, "Hoe is het aanbod verdeeld?")
    dot = page_desktop.locator(".stip[aria-label*='Buurttuin De Linde']")
    name = dot.locator(".namen")
    expect(name).to_be_hidden()
    dot.focus()
    expect(name).to_be_visible()
    told = re.compile(r"Van \d+ initiatieven: Individuele hulp \d+%")  # other stories add some to this town
    expect(page_desktop.get_by_text(told)).to_be_visible()
    assert fits(page_desktop)


def test_an_empty_field_leads_to_what_there_is(page_desktop: Page, behind: Behind) -> None:
    behind(page_desktop, "Hoe is het aanbod verdeeld?")
    page_desktop.get_by_text(re.compile(r"Toon lege vakken \(\d+\)")).click()
    expect(page_desktop.get_by_text("Bij meedoen en vrije tijd is nog geen onderlinge hulp.")).to_be_visible()
    page_desktop.get_by_role("button", name="Bekijk lijst").first.click()
    expect(page_desktop).to_have_url(re.compile("thema=meedoen"))
