"""Zoek voor iemand in a real browser: an explained list, safety first, and nothing that stays behind."""

from __future__ import annotations

import json
import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Page, expect

from tests.browser.looking import ON_A_PHONE, fits, press, settled, violations

Begin = Callable[..., None]
MapOf = Callable[[Page], Frame]
TEAM = "Ik werk in een team met bewoners"
CANARY = "kwispelkanarie"


@pytest.fixture
def find(begin: Begin) -> Callable[[Page], None]:
    def open_form(page: Page) -> None:
        begin(page, TEAM)
        page.get_by_label("Waar gaat het om?").wait_for()

    return open_form


def say(page: Page, words: str) -> None:
    page.get_by_label("Waar gaat het om?").press_sequentially(words, delay=15)


def choose_lindehof(page: Page) -> None:
    page.get_by_placeholder("Of typ een straat of adres").fill("Lindeplein 4")
    page.keyboard.press("Enter")
    page.get_by_text("Dat is in Lindehof").wait_for()


def search(page: Page) -> None:
    page.get_by_role("button", name="Zoek", exact=True).click()
    page.locator(".gevonden").first.wait_for()


def lonely_in_lindehof(page: Page) -> None:
    say(page, "zit de hele dag alleen")
    page.get_by_text("omdat je schreef: hele dag alleen").wait_for()
    choose_lindehof(page)
    page.get_by_role("radio", name="Slecht ter been").click()
    search(page)


def test_somebody_alone_gets_an_explained_list(
    page: Page, find: Callable[[Page], None], map_of: MapOf
) -> None:
    find(page)
    lonely_in_lindehof(page)
    first = page.locator(".gevonden").first
    expect(first).to_contain_text("Koffie in de Linde")
    expect(first).to_contain_text("Past goed")
    expect(first).to_contain_text("7 minuten lopen")
    first.get_by_text("Waarom staat dit hier?").click()
    expect(first.locator(".delen li")).to_have_count(7)
    frame = map_of(page)
    expect(frame.locator("[aria-label*='Koffie in de Linde']")).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_what_did_not_fit_says_why(page_desktop: Page, find: Callable[[Page], None]) -> None:
    find(page_desktop)
    lonely_in_lindehof(page_desktop)
    groups = page_desktop.locator(".st-key-niet_getoond")
    groups.get_by_text(re.compile(r"^Zit vol \(\d+\)")).click()
    expect(groups.get_by_text("Zit vol.", exact=True).first).to_be_visible()
    groups.get_by_text(re.compile(r"^Te ver \(\d+\)")).click()
    expect(groups.get_by_text("Te ver: 20 minuten lopen over straat.").first).to_be_visible()
    groups.get_by_role("button", name="Toch bekijken").first.click()
    expect(page_desktop.get_by_role("button", name="Terug naar lijst")).to_be_visible()


def test_a_result_starts_at_the_top_and_opens_in_the_lists_stead(
    page_phone: Page, find: Callable[[Page], None]
) -> None:
    find(page_phone)
    lonely_in_lindehof(page_phone)
    expect(page_phone.get_by_role("heading", name="Dit past misschien")).to_be_in_viewport()
    settled(page_phone)
    page_phone.get_by_role("button", name="Meer weten").nth(1).click()
    back = page_phone.get_by_role("button", name="Terug naar lijst")
    expect(back).to_be_in_viewport()
    back.click()
    expect(page_phone.locator(".gevonden").nth(1)).to_be_in_viewport()


def test_what_the_words_say_besides_is_taken_over_with_a_tap(
    page: Page, find: Callable[[Page], None]
) -> None:
    find(page)
    say(page, "een puber zit de hele dag alleen in Lindehof")
    also = page.locator(".st-key-klopt_dit_ook")
    expect(also).to_contain_text("Klopt dit ook? Tik het aan.")
    expect(also.get_by_role("button")).to_have_count(2)
    expect(page.get_by_text("1 ingevuld")).to_have_count(0)
    settled(page)
    also.get_by_role("button", name="Lindehof").click()
    expect(page.get_by_role("combobox", name="Waar woont iemand?")).to_have_value("Lindehof")
    settled(page)
    also.get_by_role("button", name="12 tot en met 17 jaar").click()
    expect(page.get_by_text("Klopt dit ook?")).to_have_count(0)
    page.get_by_text("Meer over wat past · 1 ingevuld").click()
    expect(page.get_by_label("Leeftijd")).to_have_value("12-17")
    assert fits(page)
    search(page)
    expect(page.locator(".gezocht")).to_contain_text("Lindehof")


def test_where_it_may_be_danger_the_screen_asks_and_the_form_stays(
    page: Page, find: Callable[[Page], None]
) -> None:
    find(page)
    say(page, "bij de buren hoor ik 's nachts gehuil")
    question = page.locator(".st-key-gevaarvraag")
    expect(question).to_contain_text("Is er misschien iemand in gevaar?")
    assert fits(page)
    assert violations(page) == []
    settled(page)
    question.get_by_role("button", name="Ja, wie kan ik bellen?").click()
    expect(page.get_by_role("link", name="Bel 112")).to_be_in_viewport()
    press(page, "Niemand is in gevaar, ga verder")
    expect(page.get_by_label("Waar gaat het om?")).to_have_value("bij de buren hoor ik 's nachts gehuil")
    expect(question).to_have_count(0)


@ON_A_PHONE
def test_a_saying_that_is_alike_is_told_as_the_reason(page: Page, find: Callable[[Page], None]) -> None:
    find(page)
    say(page, "hij krijgt zijn rekeningen niet meer betaald")
    theme = page.locator(".onderwerp")
    expect(theme).to_have_count(1)
    expect(theme).to_contain_text(re.compile(r"lijkt op: \w+"))
    expect(theme).not_to_contain_text("omdat je schreef")
    assert fits(page)


def test_no_it_is_about_something_else_and_back_again(page: Page, find: Callable[[Page], None]) -> None:
    find(page)
    say(page, "mevrouw is gepensioneerd en zit de hele dag alleen")
    chosen, perhaps = page.locator(".onderwerp b"), page.locator(".st-key-misschien")
    expect(chosen).to_have_text(["Eenzaamheid"])
    expect(perhaps).to_contain_text("Nee, het gaat over:")
    settled(page)
    other = perhaps.get_by_role("button").first.inner_text()
    perhaps.get_by_role("button", name=other, exact=True).click()
    expect(chosen).to_have_text([other])
    settled(page)
    perhaps.get_by_role("button", name="Eenzaamheid", exact=True).click()
    expect(chosen).to_have_text(["Eenzaamheid"])
    settled(page)
    page.get_by_role("button", name="Haal weg").click()
    expect(chosen).to_have_count(0)
    expect(perhaps).to_contain_text("Bedoel je misschien:")
    expect(perhaps.get_by_role("button", name="Eenzaamheid", exact=True)).to_be_visible()


def test_of_words_that_say_nothing_the_parts_of_life_are_offered(
    page: Page, find: Callable[[Page], None]
) -> None:
    find(page)
    say(page, "xyz qwerty")
    expect(page.get_by_text("We weten niet waar dit over gaat. Kies zelf een onderwerp.")).to_be_visible()
    groups = page.locator("[class*=_leefgebied]").get_by_role("radio")
    expect(groups).to_have_count(13)
    settled(page)
    groups.filter(has_text="Geld").click()
    page.get_by_role("button", name="Schulden", exact=True).click()
    expect(page.locator(".onderwerp b")).to_have_text(["Schulden"])
    assert fits(page)


@ON_A_PHONE
def test_acute_words_show_only_the_safety_card(page: Page, find: Callable[[Page], None]) -> None:
    find(page)
    choose_lindehof(page)
    say(page, "hij slaat mij")
    card = page.locator("section.veiligheid")
    expect(card).to_be_visible()
    expect(card.get_by_role("link", name="Bel 112")).to_have_attribute("href", "tel:112")
    expect(card.get_by_role("link", name="Bel Veilig Thuis 0800-2000")).to_have_attribute(
        "href", "tel:0800-2000"
    )
    expect(card.get_by_role("link", name="Bel 113")).to_have_attribute("href", "tel:113")
    expect(
        page.locator(".gevonden, .st-key-zoek, .st-key-zoekvorm, iframe[title='Kaart van de wijk']")
    ).to_have_count(0)
    settled(page)
    page.get_by_role("button", name="Wis alles").click()
    expect(page.get_by_label("Waar gaat het om?")).to_have_value("")


def test_the_resident_sees_big_type_and_no_words_of_ours(
    page_phone: Page, find: Callable[[Page], None]
) -> None:
    find(page_phone)
    lonely_in_lindehof(page_phone)
    page_phone.get_by_role("button", name="Laat aan de bewoner zien").click()
    expect(page_phone.get_by_role("heading", name="Dit kunt u doen")).to_be_in_viewport()
    expect(page_phone.get_by_text("U kunt gewoon komen.").first).to_be_visible()
    expect(page_phone.get_by_role("link", name="Kaart", exact=True)).to_be_hidden()
    shown = page_phone.locator(".stApp").inner_text()
    for word in ("Eenzaamheid", "van 100", "Past goed", "sociale basis"):
        assert word not in shown
    size = page_phone.locator(".voor-u li").first.evaluate(
        "each => parseFloat(getComputedStyle(each).fontSize)"
    )
    assert size >= 20
    page_phone.get_by_role("button", name="Terug naar het gewone scherm").click()
    expect(page_phone.get_by_role("heading", name="Dit past misschien")).to_be_in_viewport()


def test_an_invitation_is_printed_from_a_page_of_its_own(
    page_desktop: Page, find: Callable[[Page], None]
) -> None:
    find(page_desktop)
    lonely_in_lindehof(page_desktop)
    with page_desktop.context.expect_page() as opened:
        page_desktop.get_by_role("link", name="Print uitnodiging").first.click()
    card = opened.value
    expect(card.get_by_role("heading", name="Koffie in de Linde")).to_be_visible()
    expect(card.get_by_text("gaat met u mee")).to_be_visible()
    assert card.url.endswith("/print/uitnodiging/koffie-in-de-linde")
    card.emulate_media(media="print")
    expect(card.get_by_role("button", name="Print")).to_be_hidden()
    assert card.evaluate("document.documentElement.scrollWidth <= window.innerWidth")


def test_a_refused_form_stays_filled_in(page_phone: Page, find: Callable[[Page], None]) -> None:
    find(page_phone)
    say(page_phone, "zit de hele dag alleen")
    page_phone.get_by_text("omdat je schreef").wait_for()
    page_phone.get_by_role("button", name="Zoek", exact=True).click()
    wrong = page_phone.get_by_role("alert").filter(has_text="Kies een buurt.")
    expect(wrong).to_be_in_viewport()
    expect(page_phone.get_by_label("Waar gaat het om?")).to_have_value("zit de hele dag alleen")


def test_nothing_of_a_search_stays_behind(
    page_desktop: Page, find: Callable[[Page], None], tmp_path_factory: pytest.TempPathFactory
) -> None:
    page, asked = page_desktop, []
    page.on("request", lambda request: asked.append(request.url))
    find(page)
    say(page, f"{CANARY} zit de hele dag alleen")
    page.get_by_text("omdat je schreef").wait_for()
    page.get_by_placeholder("Of typ een straat of adres").fill(f"{CANARY}straat 7")
    page.keyboard.press("Enter")
    page.get_by_text("Dit adres kennen we niet").wait_for()
    expect(page.get_by_placeholder("Of typ een straat of adres")).to_have_value("")
    choose_lindehof(page)
    search(page)
    kept = page.evaluate(
        """async () => JSON.stringify([
            location.href, document.title, document.cookie, {...localStorage}, {...sessionStorage},
            history.state, await caches.keys(), await indexedDB.databases()])"""
    )
    logs = [*tmp_path_factory.getbasetemp().glob("log*/server.txt")]
    assert logs
    log = "".join(path.read_text() for path in logs)
    assert page.url.endswith("/zoek")
    for trace in (CANARY, "eenzaam", "BU99990101", "Lindehof", "alleen"):
        assert trace not in kept
        assert trace not in json.dumps(asked)
    assert CANARY not in log


def test_fields_are_not_filled_in_by_the_browser(page_desktop: Page, find: Callable[[Page], None]) -> None:
    find(page_desktop)
    for field in page_desktop.locator("main input[type=text]").all():
        assert field.get_attribute("autocomplete") == "off"
    page_desktop.get_by_role("link", name="Kaart", exact=True).click()
    search = page_desktop.locator(".st-key-zoekbalk input[type=text]")
    expect(search).to_have_attribute("autocomplete", "off")


@ON_A_PHONE
def test_who_may_not_search_is_told_so_kindly(page: Page, begin: Begin) -> None:
    begin(page, "Ik ben teamleider")
    page.get_by_role("link", name="Zoek voor iemand").click()
    expect(page.get_by_text("Je mag dit niet zien. Vraag het aan je teamleider.")).to_be_visible()
    expect(page.get_by_label("Waar gaat het om?")).to_have_count(0)


def test_help_leads_to_each_chapter(page_desktop: Page, begin: Begin) -> None:
    begin(page_desktop)
    page_desktop.get_by_role("link", name="Help", exact=True).click()
    page_desktop.locator("section.hulp").last.wait_for()
    settled(page_desktop)  # Streamlit begins a new screen at its top once it has drawn all of it
    page_desktop.locator(".inhoud").get_by_role("link", name="Bronnen").click()
    expect(page_desktop.get_by_role("heading", name="Bronnen")).to_be_in_viewport()
