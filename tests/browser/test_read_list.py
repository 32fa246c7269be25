"""Lees een lijst in, in a real browser: other headers than ours, the plan, done, and taken back."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import AT_A_DESK, fits, settled, violations

Behind = Callable[..., None]
expect.set_options(timeout=20_000)
THEIRS = (
    "Naam activiteit;Onderwerp of thema;Contact gegevens;Contactpersoon;Locatie naam\n"
    "Schaakclub {who};Spelletjes;via de balie;Kanarie van Dijk;geen vaste plek\n"
    "Zonder onderwerp;;bel maar;;geen vaste plek\n"
)


def upload(page: Page, owner: str, table: str) -> None:
    box = page.get_by_role("textbox", name="Van wie is deze lijst?")
    box.fill(owner)
    box.press("Enter")
    settled(page)
    page.locator("input[type=file]").set_input_files(
        {"name": "lijst.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )


def test_a_list_with_other_headers_is_planned_read_and_taken_back(page: Page, behind: Behind) -> None:
    who = "telefoon" if (page.viewport_size or {})["width"] < 500 else "laptop"
    behind(page, "Lees een lijst in", "Ik beheer deze kaart")
    upload(page, f"Schaakbond {who}", THEIRS.format(who=who))
    expect(page.get_by_role("heading", name="Wat betekenen de kolommen?")).to_be_visible()
    expect(page.get_by_text("Contactpersoon", exact=False)).to_be_visible()
    expect(page.get_by_text("Kanarie")).to_have_count(0)
    expect(page.locator(".tellingen")).to_contain_text("1 nieuw")
    expect(page.locator(".tellingen")).to_contain_text("1 geweigerd")
    assert fits(page)
    assert violations(page) == []
    assert "Browse" not in page.inner_text("body")
    assert "Drag" not in page.inner_text("body")
    settled(page)
    page.get_by_role("button", name="Lees het in").click()
    expect(page.get_by_role("heading", name="Klaar. De lijst is ingelezen.")).to_be_visible()
    settled(page)
    page.get_by_role("button", name="Draai alles terug").click()
    expect(page.get_by_text("Alles is teruggedraaid.")).to_be_visible()


WITHOUT_THEMES = (
    "naam;contact;plek;omschrijving\n"
    "Soepclub;via de balie;geen vaste plek;Elke woensdag samen eten met de buurt\n"
    "Stoelenclub;via de balie;geen vaste plek;De blauwe stoel staat scheef\n"
)


@AT_A_DESK
def test_a_theme_that_was_read_in_a_row_is_marked_with_its_reason(page: Page, behind: Behind) -> None:
    behind(page, "Lees een lijst in", "Ik beheer deze kaart")
    upload(page, "Soepbond", WITHOUT_THEMES)
    suggested = page.locator(".lijstje").filter(has_text="Onderwerp voorgesteld")
    expect(suggested).to_contain_text("Regel 2")
    expect(suggested).to_contain_text("Samen eten (herkend aan 'Samen eten')")
    expect(suggested).not_to_contain_text("Stoelenclub")
    expect(page.locator(".tellingen")).to_contain_text("1 geweigerd")
    assert fits(page)


def test_the_address_of_a_thing_is_a_page_to_read(page: Page) -> None:
    page.goto("/id/initiative/koffie-in-de-linde")
    expect(page.get_by_role("heading", name="Koffie in de Linde")).to_be_visible()
    assert fits(page)
    assert violations(page) == []
    missing = page.request.get("/id/initiative/nergens", headers={"Accept": "text/html"})
    assert (missing.status, "Dit adres hoort nergens bij." in missing.text()) == (404, True)
