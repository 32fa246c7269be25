"""Working together in a real browser: the week (O2), who does not know whom (O5), the team's round (P5)."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import choose, fits, settled

Begin = Callable[..., None]
TEAM = "Ik werk in een team met bewoners"
LEAD = "Ik ben teamleider"


def test_the_week_opens_the_thing_itself(page_desktop: Page, behind: Callable[..., None]) -> None:
    behind(page_desktop, "Deze week")
    expect(page_desktop.get_by_text("Vijf dingen, meer niet.")).to_be_visible()
    rows = page_desktop.locator(".weekregel")
    expect(rows).to_have_count(5)
    expect(rows.first).to_contain_text("Tocht en hoge rekeningen in de Vogelweide")
    assert fits(page_desktop)
    page_desktop.get_by_role("button", name="Bekijk", exact=True).first.click()
    expect(page_desktop).to_have_url(re.compile("open=signal%3Asignaal-tocht|open=signal:signaal-tocht"))
    expect(page_desktop.get_by_text("Wij stoken voor de mussen.").first).to_be_visible()


def test_a_line_of_the_week_can_wait_and_the_rest_is_one_click_away(
    page_phone: Page, behind: Callable[..., None]
) -> None:
    behind(page_phone, "Deze week")
    rows = page_phone.locator(".weekregel")
    expect(rows).to_have_count(5)
    page_phone.get_by_role("button", name="Volgende week").first.click()
    expect(page_phone.get_by_text("Tocht en hoge rekeningen in de Vogelweide")).to_have_count(0)
    expect(rows).to_have_count(5)
    page_phone.get_by_role("button", name=re.compile(r"^Toon er nog \d+$")).click()
    expect(rows.nth(6)).to_be_visible()


def test_two_that_do_the_same_nearby_are_asked_about_once(
    page_phone: Page, behind: Callable[..., None]
) -> None:
    """O5: the pair, what stands apart and hangs on one person, and the pair stays away for good."""
    behind(page_phone, "Kennen deze twee elkaar?")
    question = page_phone.get_by_text(
        re.compile(r"^(Koffie met een krul en Theeochtend|Boodschappen van de Voedselbank en Weggeef)")
    ).first
    expect(
        page_phone.get_by_text("Eettafel De Brug en Soep & Praatje (180 m) – kennen deze twee elkaar?")
    ).to_be_visible()
    asked = question.inner_text()
    card = page_phone.locator("[class*='st-key-paar_']").filter(has_text=asked)
    card.get_by_role("button", name="Laat maar").click()
    expect(page_phone.get_by_text(re.compile("^Goed. We vragen niet meer naar"))).to_be_visible()
    expect(page_phone.get_by_text(asked)).to_have_count(0)
    assert fits(page_phone)
    page_phone.get_by_text("Wat hangt samen?", exact=True).click()
    expect(
        page_phone.get_by_text(
            "Buna en injera, Moeders onder elkaar en Huiswerk in twee talen horen bij elkaar."
        )
    ).to_be_visible()
    expect(page_phone.get_by_text(re.compile("met het talent Veel mensen kennen")).first).to_be_visible()
    page_phone.reload()
    page_phone.get_by_role("button", name="Ik ben opbouwwerker").or_(
        page_phone.locator("h1")
    ).first.wait_for()
    assert asked not in page_phone.locator("body").inner_text()


def test_the_way_from_one_thing_to_another_is_one_sentence_and_a_small_drawing(
    page_desktop: Page, behind: Callable[..., None]
) -> None:
    behind(page_desktop, "Kennen deze twee elkaar?")
    page_desktop.get_by_text("Zoek een verbinding", exact=True).click()
    choose(page_desktop, "Waar begin je?", "Eettafel De Brug")
    choose(page_desktop, "Waar wil je heen?", "Welzijn Meerwold")
    expect(page_desktop.locator(".hoofdweg")).to_contain_text("Eettafel De Brug wordt betaald door")
    expect(page_desktop.locator("svg.netje .ding")).to_have_count(8)
    expect(page_desktop.get_by_text("Samira el Idrissi kent deze groep").first).to_be_visible()
    assert fits(page_desktop)


def test_a_team_sees_its_mean_and_i_see_my_own_dot(page_phone: Page, behind: Callable[..., None]) -> None:
    """P5: own dots, the mean of the team without anybody's dot, the agreement with its date."""
    behind(page_phone, "Waar staan we?", TEAM)
    expect(page_phone.get_by_text("Zet een stip. Alleen jij ziet je eigen stip.")).to_be_visible()
    slider = page_phone.get_by_role("slider", name=re.compile("^Van één voor één")).first
    before = slider.get_attribute("aria-valuetext")
    assert before is not None
    slider.press("ArrowRight")
    expect(page_phone.locator("svg.standbeeld .merkje.ik").first).to_be_visible()
    settled(page_phone)
    slider.press("ArrowLeft")
    expect(slider).to_have_attribute("aria-valuetext", before)
    settled(page_phone)
    page_phone.get_by_role("button", name="Bewaar mijn stippen").click()
    expect(page_phone.get_by_text("Bewaard. Alleen jij ziet deze stippen.")).to_be_visible()
    assert fits(page_phone)
    page_phone.get_by_role("button", name="Bekijk team").click()
    expect(
        page_phone.get_by_text("7 antwoorden. Van −1 (één-op-één) tot 1 (samen): −0,50.").first
    ).to_be_visible()
    expect(page_phone.get_by_text("Het team wil meer samen doen en meer met bewoners.").first).to_be_visible()
    expect(page_phone.locator("svg.standbeeld .merkje.wij")).to_have_count(2)
    assert fits(page_phone)


def test_a_team_talks_and_makes_an_agreement(page_desktop: Page, behind: Callable[..., None]) -> None:
    behind(page_desktop, "Samen in gesprek", TEAM)
    expect(
        page_desktop.get_by_text("Wat doen we al? Wat willen we meer? Wat houdt ons tegen?")
    ).to_be_visible()
    page_desktop.get_by_text("Het blad van ons team", exact=True).click()
    expect(page_desktop.get_by_text("1 van de 7 voelt zich zeker.").first).to_be_visible()
    expect(page_desktop.get_by_text("Doel 1: 7 van de 10.").first).to_be_visible()
    expect(
        page_desktop.locator(".bladdelen li b").filter(has_text="Mijn caseload is te groot")
    ).to_be_visible()
    page_desktop.get_by_role("button", name="Maak één afspraak").click()
    wrong = page_desktop.get_by_role("alert")
    expect(wrong.first).to_contain_text("Schrijf één afspraak op.")
    page_desktop.get_by_label("Onze afspraak").fill("Samen naar de eettafel.")
    page_desktop.keyboard.press("Enter")
    page_desktop.get_by_role("spinbutton").first.click()
    page_desktop.keyboard.type("05032026", delay=40)
    page_desktop.keyboard.press("Tab")
    page_desktop.get_by_role("button", name="Maak één afspraak").click()
    expect(page_desktop.get_by_text("Samen naar de eettafel. (5 maart 2026)").first).to_be_visible()
    assert fits(page_desktop)


def test_the_sheet_of_the_team_is_one_page_on_paper(page_desktop: Page, behind: Callable[..., None]) -> None:
    behind(page_desktop, "Samen in gesprek", LEAD)
    with page_desktop.context.expect_page() as opened:
        page_desktop.get_by_role("link", name="Print op één blad").click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", name="Samen in gesprek · Team Linde")).to_be_visible()
    expect(sheet.get_by_text("Doel 3 komt weinig voor.")).to_be_visible()
    sheet.emulate_media(media="print")
    expect(sheet.get_by_role("button", name="Print")).to_be_hidden()
    printed = sheet.pdf(prefer_css_page_size=True)
    assert len(re.findall(rb"/Type\s*/Page[^s]", printed)) == 1
