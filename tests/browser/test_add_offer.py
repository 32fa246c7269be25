"""Voeg iets toe in a real browser: on a laptop and on a phone, alone and with a colleague."""

from __future__ import annotations

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Frame, Page, expect

from tests.browser.looking import ON_A_PHONE, press, settled

Begin = Callable[..., None]
MapOf = Callable[[Page], Frame]
BROKER = "Ik ben sociaal makelaar"
expect.set_options(timeout=20_000)


def go_add(page: Page, begin: Begin, role: str = BROKER) -> None:
    begin(page, role)
    page.get_by_role("link", name="Voeg iets toe").click()
    expect(page.get_by_role("link", name="Kaart", exact=True)).to_be_visible()


def write(page: Page, label: str, text: str) -> None:
    box = page.get_by_role("textbox", name=label)
    box.fill(text)
    box.press("Enter")


def fill_without_place(page: Page, name: str) -> None:
    """About games: other stories count on what there is to eat together in the town that all share."""
    write(page, "Hoe heet het?", name)
    expect(page.locator(".kaartje")).to_contain_text(name)
    write(page, "Schrijf het in gewone woorden", "schaken")
    page.locator("[class*=st-key-voorstel_]").get_by_role("button", name="Spelletjes doen").click()
    expect(page.locator("[class*=st-key-gekozen_]")).to_contain_text("Spelletjes doen")
    write(page, "Hoe neem je contact op?", "via de beheerder")
    expect(page.locator(".nodig .af")).to_have_count(3)


def way(page: Page, label: str) -> None:
    page.locator(".st-key-formulier").get_by_role("radio", name=label).click()


def test_a_tap_on_the_map_is_the_place_and_the_map_stays(page_phone: Page, begin: Begin) -> None:
    go_add(page_phone, begin)
    fill_without_place(page_phone, f"Soepdag {page_phone.viewport_size}")
    holder = page_phone.wait_for_selector("iframe[title='Kaart van de wijk']")
    frame = holder.content_frame() if holder else None
    assert frame is not None
    frame.wait_for_selector(".leaflet-container[data-mode='tap']")
    page_phone.wait_for_timeout(800)
    frame.evaluate("window.stillTheSame = 1")
    frame.locator(".leaflet-container").click(position={"x": 90, "y": 130})
    expect(page_phone.get_by_text(re.compile("^Hier is het"))).to_be_visible()
    expect(page_phone.locator(".nodig .af")).to_have_count(4)
    assert frame.evaluate("window.stillTheSame") == 1
    press(page_phone, "Bewaar")
    expect(page_phone.get_by_text("Bewaard: Soepdag")).to_be_visible()
    page_phone.get_by_role("link", name="Bekijk op de kaart").click()
    expect(page_phone.get_by_role("heading", name=re.compile("Soepdag"))).to_be_visible()


@ON_A_PHONE
def test_a_hard_word_gets_a_tip_below_it_and_is_saved_all_the_same(page: Page, begin: Begin) -> None:
    go_add(page, begin)
    fill_without_place(page, "Participeerkring")
    way(page, "Geen vaste plek")
    page.get_by_text("Vertel erover", exact=True).click()
    about = page.get_by_role("textbox", name="Wat is het? Zonder namen van mensen.")
    about.fill("Bewoners participeren. Er wordt soep gekookt.")
    about.blur()
    tip = page.locator(".eenvoudig")
    expect(tip).to_contain_text("In plaats van ‘participeren’ kun je zeggen: meedoen.")
    expect(tip).to_contain_text("Dat staat niet bij ‘wordt soep gekookt’.")
    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    press(page, "Bewaar")
    expect(page.get_by_text("Bewaard: Participeerkring")).to_be_visible()


@ON_A_PHONE
def test_a_likely_double_is_asked_about(page: Page, begin: Begin) -> None:
    go_add(page, begin)
    fill_without_place(page, "Koffieochtend De Linde")
    way(page, "Adres")
    write(page, "Straat en huisnummer", "Lindeplein 3")
    page.locator("[class*=st-key-adressen_] button").first.click()
    expect(page.get_by_text(re.compile("Dit lijkt op Koffie in de Linde, .* meter verder"))).to_be_visible()
    press(page, "Ja, vul aan")
    expect(page.get_by_role("heading", name="Pas aan: Koffie in de Linde")).to_be_visible()


def test_what_is_missing_stands_beside_the_field_and_nothing_is_lost(page_phone: Page, begin: Begin) -> None:
    go_add(page_phone, begin)
    write(page_phone, "Hoe heet het?", "Soep met buren")
    expect(page_phone.locator(".kaartje")).to_contain_text("Soep met buren")
    press(page_phone, "Bewaar")
    expect(page_phone.locator(".fout")).to_have_count(3)
    page_phone.locator(".nogniet a", has_text="Contact").click()
    expect(page_phone.get_by_text("Hoe kun je contact opnemen?")).to_be_in_viewport()
    page_phone.get_by_role("link", name="Kaart", exact=True).click()
    page_phone.locator(".aantal").wait_for()
    page_phone.get_by_role("link", name="Voeg iets toe").click()
    expect(page_phone.get_by_role("textbox", name="Hoe heet het?")).to_have_value("Soep met buren")


def test_what_was_added_is_found_on_the_map_at_once_and_taken_back(page_desktop: Page, begin: Begin) -> None:
    page = page_desktop
    go_add(page, begin)
    fill_without_place(page, "Zwaluwsoep")
    way(page, "Geen vaste plek")
    press(page, "Bewaar")
    expect(page.get_by_text("Bewaard: Zwaluwsoep")).to_be_visible()
    press(page, "Geschiedenis")
    expect(page.get_by_role("heading", name="Geschiedenis van Zwaluwsoep")).to_be_visible()
    page.get_by_role("link", name="Kaart", exact=True).click()
    write(page, "Zoek op de kaart", "zwaluwsoep")
    expect(page.get_by_role("button", name=re.compile("^Zwaluwsoep"))).to_be_visible()
    page.get_by_role("link", name="Voeg iets toe").click()
    press(page, "Maak ongedaan")
    expect(page.get_by_text("Dat is ongedaan gemaakt.")).to_be_visible()
    page.get_by_role("link", name="Kaart", exact=True).click()
    expect(page.get_by_role("button", name=re.compile("^Zwaluwsoep"))).to_have_count(0)


def open_repair(page: Page, begin: Begin, role: str) -> None:
    begin(page, role)
    page.get_by_role("link", name="Kaart", exact=True).click()
    page.locator(".st-key-lijst .aantal").wait_for()
    settled(page)
    page.get_by_role("button", name=re.compile("^Eettafel")).first.click()
    press(page, "Pas aan")
    page.get_by_role("heading", name=re.compile("^Pas aan")).wait_for()


def test_two_people_who_change_the_same_see_both(
    page_desktop: Page, chromium: Browser, server: str, begin: Begin
) -> None:
    context = chromium.new_context(viewport={"width": 1366, "height": 768}, base_url=server)
    other = context.new_page()
    open_repair(page_desktop, begin, BROKER)
    open_repair(other, begin, "Ik ben opbouwwerker")
    write(other, "Hoe neem je contact op?", "via de kok")
    press(other, "Bewaar")
    expect(other.get_by_text(re.compile("^Bewaard: "))).to_be_visible()
    context.close()
    write(page_desktop, "Hoe neem je contact op?", "via de gastvrouw")
    press(page_desktop, "Bewaar")
    expect(page_desktop.get_by_text("Iemand anders heeft dit ook aangepast")).to_be_visible()
    page_desktop.get_by_text("via de kok").click()
    press(page_desktop, "Bewaar mijn keuze")
    expect(page_desktop.get_by_text(re.compile("^Bewaard: "))).to_be_visible()
    page_desktop.get_by_role("link", name="Bekijk op de kaart").click()
    expect(page_desktop.get_by_text("via de kok")).to_be_visible()


@ON_A_PHONE
def test_a_role_without_the_right_is_refused_kindly(page: Page, begin: Begin) -> None:
    go_add(page, begin, "Ik werk in een team met bewoners")
    expect(page.get_by_text("Je mag dit niet zien. Vraag het aan je teamleider.")).to_be_visible()
    expect(page.get_by_role("link", name="Bekijk op de kaart")).to_be_visible()


def test_on_a_phone_everything_can_be_reached_by_a_thumb(page_phone: Page, begin: Begin) -> None:
    go_add(page_phone, begin)
    page_phone.get_by_role("textbox", name="Hoe heet het?").wait_for()
    assert page_phone.evaluate("document.documentElement.scrollWidth") <= 390
    for name in ("Bewaar", "Bewaar en voeg nog iets toe", "Kies uit de lijst"):
        box = page_phone.get_by_role("button", name=name, exact=True).bounding_box()
        assert box is not None
        assert box["height"] >= 44
