"""Scenario S3 in a real browser, on a phone: a freshness round along the streets."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import ON_A_PHONE, fits, settled

Behind = Callable[..., None]
BROKER = "Ik ben sociaal makelaar"


@ON_A_PHONE
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
    settled(page)
    quiet.get_by_role("button", name="Gestopt").click()
    expect(quiet.get_by_text("Het staat niet meer op de kaart.")).to_be_visible()
    quiet.get_by_role("button", name="Toch niet").click()
    expect(quiet.get_by_role("button", name="Gestopt")).to_be_visible()
    assert fits(page)


def test_anybody_can_say_what_is_not_right_and_a_colleague_decides(
    page_phone: Page, begin: Callable[..., None], behind: Behind
) -> None:
    begin(page_phone, "Ik kijk alleen even rond", "/?open=initiative:zondagtafel")
    page_phone.get_by_text("Klopt dit niet?").click()
    remark = page_phone.get_by_role("textbox", name="Iets anders, zoals de dag of de plek")
    remark.fill("Bel Kanarie van Dijk")
    page_phone.get_by_role("button", name="Stuur op").click()
    expect(page_phone.get_by_text("Hier staat misschien een naam. Haal die weg.")).to_be_visible()
    remark.fill("Is nu op zaterdag.")
    remark.blur()
    settled(page_phone)
    page_phone.get_by_role("button", name="Stuur op").click()
    expect(page_phone.get_by_text("Dank je wel. Een collega uit de wijk kijkt ernaar.")).to_be_visible()
    assert fits(page_phone)

    page_phone.context.clear_cookies()
    behind(page_phone, "Klopt dit nog?", BROKER)
    page_phone.get_by_text(re.compile(r"^Meldingen \(\d+\)$")).click()
    mine = page_phone.locator("[class*='st-key-nakijk_']").filter(has_text="Is nu op zaterdag.")
    expect(mine).to_be_visible()
    assert fits(page_phone)
    mine.get_by_role("button", name="Niet overnemen").click()
    expect(page_phone.get_by_text("Niet overgenomen. Er is niets veranderd.")).to_be_visible()


@ON_A_PHONE
def test_an_organisation_answers_once_with_a_link(page: Page, behind: Behind) -> None:
    behind(page, "Klopt dit nog?", BROKER)
    card = page.locator(".st-key-nakijk_weggeefpunt-de-kast")
    card.get_by_role("button", name="Vraag het hun zelf").click()
    card.get_by_role("button", name="Maak een link").click()
    mail = card.locator(".mailtekst")
    expect(mail).to_contain_text("/klopt/")
    assert fits(page)
    address = "/klopt/" + (mail.text_content() or "").partition("/klopt/")[2].split()[0]
    page.goto(address)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Weggeefpunt")
    assert fits(page)
    for button in (
        page.get_by_role("button", name="Ja, dit klopt"),
        page.get_by_text("Er is iets veranderd"),
    ):
        box = button.bounding_box()
        assert box is not None
        assert box["height"] >= 44
    page.get_by_text("Er is iets veranderd").click()
    remark = page.get_by_role("textbox", name="Iets anders, zoals de dag of de plek")
    remark.fill("Hij slaat mij.")
    page.get_by_role("button", name="Stuur op").click()
    expect(page.get_by_text("Dit gaat over veiligheid")).to_be_visible()
    expect(page.get_by_role("button", name="Niemand is in gevaar, stuur het op")).to_be_visible()
    assert fits(page)
    with page.expect_navigation():
        page.get_by_role("textbox", name="Contact").press("Enter")
    expect(page.get_by_text("Dit gaat over veiligheid")).to_be_visible()
    remark.fill("Ook op zaterdag open.")
    page.get_by_role("button", name="Stuur op", exact=True).click()
    expect(page.get_by_text("Dank u wel. Een collega uit de wijk kijkt ernaar.")).to_be_visible()
