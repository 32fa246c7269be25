"""Scenario S3 in a real browser, on a laptop and on a phone: a freshness round along the streets."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import fits

Behind = Callable[..., None]
BROKER = "Ik ben sociaal makelaar"


def test_s3_a_freshness_round(page: Page, behind: Behind) -> None:
    behind(page, "Klopt dit nog?", BROKER)
    expect(page.locator("[class*='st-key-nakijk_']")).to_have_count(12)
    card = page.locator(".st-key-nakijk_biljartclub-de-halm")
    expect(card.get_by_text("Mogelijk gestopt")).to_be_visible()
    expect(card.get_by_text("3 keer niet bereikt, het laatst op 18 februari 2026.")).to_be_visible()
    for label in ("Klopt", "Aangepast", "Gestopt", "Niet bereikt"):
        box = card.get_by_role("button", name=label, exact=True).bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 44
    assert fits(page)

    card.get_by_role("button", name="Klopt", exact=True).click()
    expect(card.get_by_text("Klopt. De datum staat op vandaag.")).to_be_visible()
    expect(card.get_by_text("Pas gecontroleerd")).to_be_visible()
    expect(page.get_by_text("1 van 12 gedaan")).to_be_visible()
    card.get_by_role("button", name="Toch niet").click()
    expect(card.get_by_role("button", name="Klopt", exact=True)).to_be_visible()

    quiet = page.locator(".st-key-nakijk_roze-koffie")
    expect(quiet.get_by_text("2 keer niet bereikt, het laatst op 10 februari 2026.")).to_be_visible()
    quiet.get_by_role("button", name="Niet bereikt").click()
    expect(quiet.get_by_text("Er staat nu bij: Mogelijk gestopt.")).to_be_visible()
    quiet.get_by_role("button", name="Toch niet").click()
    quiet.get_by_role("button", name="Gestopt").click()
    expect(quiet.get_by_text("Het staat niet meer op de kaart.")).to_be_visible()
    quiet.get_by_role("button", name="Toch niet").click()
    expect(quiet.get_by_role("button", name="Gestopt")).to_be_visible()
    assert fits(page)
