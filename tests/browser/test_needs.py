"""Questions and talents in a real browser: a question in a minute, a warm beginning, a talent with a yes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import AT_A_DESK, ON_A_PHONE, choose, fits, press, settled
from tests.contract.test_canary import everything_in

Begin = Callable[..., None]
TEAM, BROKER = "Ik werk in een team met bewoners", "Ik ben sociaal makelaar"
CANARY = "kwispelkanarie"
expect.set_options(timeout=20_000)


def open_door(page: Page, name: str) -> None:
    page.get_by_role("button", name="Samen werken").click()
    page.get_by_role("link", name=name).click()
    page.get_by_role("heading", name=name).wait_for()


def become(page: Page, role: str, name: str) -> None:
    page.get_by_role("button", name=role, exact=True).click()
    choose(page, "Jouw naam", name)
    page.keyboard.press("Escape")


def answer_six(page: Page, words: str, area: str) -> None:
    """The six things, each with as few touches as can be."""
    choose(page, "In welke buurt woont iemand?", area)
    page.get_by_label("Schrijf het zoals iemand het zegt").press_sequentially(words, delay=15)
    page.get_by_text("omdat je schreef:").wait_for()
    for name, option in (("mobiliteit", "Lopend"), ("toestemming", "Ja")):
        chip = page.locator(f".st-key-stap_{name}").get_by_role("radio", name=option, exact=True)
        settled(page)
        chip.click()
        expect(chip).to_be_checked()
    settled(page)
    tuesday = page.locator("[class*='st-key-dagdeel_kan_middag']").get_by_role("button", name="di")
    tuesday.click()
    expect(tuesday).to_have_attribute("aria-pressed", "true")


@pytest.fixture
def joost(begin: Begin) -> Callable[[Page], None]:
    def open_as(page: Page) -> None:
        begin(page, TEAM)
        become(page, "Teamlid", "Joost Haverkamp")

    return open_as


@ON_A_PHONE
def test_a_question_is_written_down_in_a_minute_with_the_nudge_after_it(
    page: Page, joost: Callable[[Page], None], folder: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    joost(page)
    open_door(page, "Nieuwe vraag")
    assert fits(page)
    answer_six(page, f"{CANARY} mijn man is overleden", "Lindehof")
    press(page, "Bewaar")
    expect(page.get_by_role("heading", name=re.compile(r"^Bewaard. Dit is B-\d+"))).to_be_in_viewport()
    nudge = page.locator(".st-key-duwtje")
    expect(nudge).to_contain_text("Kan dit samen met anderen?")
    expect(nudge).to_contain_text(re.compile(r"\d+ andere mensen hebben een vraag die hierop lijkt."))
    press(page, "Later")
    expect(nudge).to_have_count(0)
    page.get_by_text("Tik aan wat past").click()
    sewing = page.get_by_role("button", name="Naaien, breien en haken")
    sewing.click()
    expect(sewing).to_have_attribute("aria-pressed", "true")
    assert fits(page)
    kept = page.evaluate(
        "JSON.stringify([location.href, document.title, document.cookie,"
        " {...localStorage}, {...sessionStorage}])"
    )
    for trace in (CANARY, "rouw", "Lindehof", "B-0"):
        assert trace not in kept
        assert not [url for url in asked if trace in url]
    log = "".join(path.read_text() for path in tmp_path_factory.getbasetemp().glob("log*/server.txt"))
    assert log
    assert CANARY not in log + everything_in(folder)


def test_a_refused_question_says_what_is_missing_and_stays_filled_in(
    page_phone: Page, joost: Callable[[Page], None]
) -> None:
    joost(page_phone)
    open_door(page_phone, "Nieuwe vraag")
    choose(page_phone, "In welke buurt woont iemand?", "Vogelweide")
    press(page_phone, "Bewaar")
    expect(page_phone.get_by_text("Kies nog: het onderwerp.")).to_be_in_viewport()
    expect(page_phone.get_by_role("combobox", name="In welke buurt woont iemand?")).to_have_value(
        "Vogelweide"
    )
    page_phone.get_by_label("Schrijf het zoals iemand het zegt").press_sequentially("hij slaat mij", delay=15)
    expect(page_phone.locator("section.veiligheid").get_by_role("link", name="Bel 112")).to_be_visible()
    expect(page_phone.locator(".st-key-werkvorm")).to_have_count(0)


@AT_A_DESK
def test_a_warm_beginning_from_a_result_to_not_yet(page: Page, joost: Callable[[Page], None]) -> None:
    joost(page)
    open_door(page, "Nieuwe vraag")
    answer_six(page, "samen eten", "Havenrand")
    press(page, "Bewaar en zoek")
    page.locator(".gevonden").first.wait_for()
    expect(page.get_by_role("radio", name=re.compile("^In de buurt"))).to_be_checked()
    page.get_by_role("radio", name="Eigen kring").click()
    expect(page.get_by_text("Wie uit de eigen kring kan mee?")).to_be_visible()
    page.get_by_role("radio", name=re.compile("^In de buurt")).click()
    name = page.locator(".gevonden h2").first.inner_text()
    page.get_by_role("button", name="Ik ga mee of regel een maatje").first.click()
    expect(page.get_by_role("heading", name=f"Met wie ga je mee naar {name}?")).to_be_in_viewport()
    expect(page.get_by_role("combobox", name="Kies een vraag")).to_have_value(re.compile("Samen eten"))
    press(page, "Begin")
    expect(page.get_by_role("heading", name=f"Samen naar {name}")).to_be_visible()
    for label in ("Gesproken", "Samen geweest"):
        press(page, label)
        done = page.locator(".trede.gezet").filter(has_text=label)
        expect(done).to_contain_text("2 maart 2026, door Joost Haverkamp")
    expect(page.get_by_text("Herinnering op 16 maart 2026.")).to_be_visible()
    outcome = page.locator("[class*='st-key-uitkomst_']")
    settled(page)
    for answer in ("Nog niet", "Gewoon"):
        radio = outcome.get_by_role("radio", name=answer)
        radio.click()
        expect(radio).to_be_checked()
    busy = outcome.get_by_role("button", name="Drukte is te veel voor mij")
    busy.click()
    expect(busy).to_have_attribute("aria-pressed", "true")
    press(page, "Bewaar")
    expect(page.get_by_text("Nog niet. Gewoon.")).to_be_visible()
    expect(page.get_by_text("Herinnering op 13 april 2026.")).to_be_visible()
    assert fits(page)
    press(page, "← Terug naar mijn vragen")
    page.get_by_role("heading", name="Mijn vragen").wait_for()
    page.get_by_role("radio", name=re.compile(r"^Nog niet \(")).click()
    expect(page.get_by_text("denk eraan op 13 april 2026").first).to_be_visible()
    for word in ("succes", "mislukt", "%"):
        assert word not in page.locator(".st-key-mijnvragen").inner_text()


@ON_A_PHONE
def test_a_talent_with_a_yes_shows_where_it_is_wanted(page: Page, begin: Begin) -> None:
    begin(page, BROKER)
    open_door(page, "Wie kan wat?")
    press(page, "Nieuw talent")
    expect(page.get_by_text("“Mag ik opschrijven wat u kunt?")).to_be_visible()
    choose(page, "Wat kan of wil iemand doen?", "Fietsen maken")
    role = page.get_by_role("textbox", name="Hoe vraag je naar deze persoon?")
    role.fill("Kanarie van Dijk")
    role.press("Enter")
    choose(page, "In welke buurt?", "Havenrand")
    afternoon = page.locator("[class*='st-key-dagdeel_kan_middag']")
    for day in ("wo", "vr"):
        afternoon.get_by_role("button", name=day).click()
        expect(afternoon.get_by_role("button", name=day)).to_have_attribute("aria-pressed", "true")
    page.get_by_role("radio", name="Ja, dat mag").click()
    expect(page.get_by_text("Een ja geldt twaalf maanden.")).to_be_visible()
    page.get_by_text("Meer, als je het weet").click()
    page.get_by_role("radio", name="Met de fiets").click()
    page.get_by_role("button", name="Tigrinya").click()
    press(page, "Bewaar")
    expect(page.get_by_text("Hier staat misschien een naam. Haal die weg.")).to_be_in_viewport()
    role.fill("de fietsenmaker van de kade")
    role.press("Enter")
    expect(page.get_by_text("Hier staat misschien een naam.")).to_have_count(0)
    press(page, "Bewaar")
    expect(page.get_by_role("heading", name="Bewaard: Fietsen maken.")).to_be_in_viewport()
    wanted = page.locator(".vraagnaar")
    expect(wanted).to_contain_text("ensen zoeken hulp bij: Spullen repareren en lenen.")
    expect(wanted).to_contain_text("Repair Café Vogelweide zoekt 1 vrijwilliger (8 minuten fietsen).")
    assert fits(page)
    press(page, "Naar de lijst")
    page.get_by_role("textbox", name="Wat zoek je?").fill("wie kan fietsen maken?")
    page.keyboard.press("Enter")
    mine = page.locator(".talent").filter(has_text="de fietsenmaker van de kade").first
    expect(mine).to_contain_text("Vraag het zelf, via jou")
    expect(mine).to_contain_text("Mag gevraagd worden tot en met 2 maart 2027")


def test_a_note_and_a_network_are_kept_without_names(page_desktop: Page, begin: Begin) -> None:
    begin(page_desktop, "Ik ben opbouwwerker")
    open_door(page_desktop, "Veldnotities")
    become(page_desktop, "Opbouwwerker", "Samira el Idrissi")
    text = page_desktop.get_by_label("Wat zag of hoorde je?")
    text.fill("Kanarie van Dijk zit alleen")
    text.blur()
    settled(page_desktop)
    choose(page_desktop, "Over welke buurt gaat dit?", "Havenrand")
    press(page_desktop, "Bewaar")
    expect(page_desktop.get_by_text("Hier staat misschien een naam. Haal die weg.")).to_be_visible()
    note = f"De lift is weer kapot. {page_desktop.viewport_size}"
    text.fill(note)
    text.blur()
    press(page_desktop, "Bewaar")
    expect(page_desktop.locator(".notitie").filter(has_text=note)).to_be_visible()
    open_door(page_desktop, "Netwerken en aanwezigheid")
    expect(page_desktop.get_by_role("heading", name="Trappenhuis De Wachter")).to_be_visible()
    page_desktop.get_by_role("radio", name="Wie kent deze plek?").click()
    choose(page_desktop, "Welke plek?", "Biljartclub De Halm")
    page_desktop.locator(".st-key-deze_plek").wait_for()
    assert fits(page_desktop)


@ON_A_PHONE
def test_the_themes_of_a_note_are_read_in_it_or_chosen_from_the_list(page: Page, begin: Begin) -> None:
    begin(page, "Ik ben opbouwwerker")
    open_door(page, "Veldnotities")
    become(page, "Opbouwwerker", "Samira el Idrissi")
    choose(page, "Over welke buurt gaat dit?", "Havenrand")
    text, themes = page.get_by_label("Wat zag of hoorde je?"), page.locator(".st-key-stap_themas")
    text.fill("De blauwe stoel staat scheef.")
    text.blur()
    expect(themes.get_by_text("We weten niet waar dit over gaat.")).to_be_visible()
    settled(page)
    themes.get_by_role("radio", name="Geld", exact=True).click()
    press(page, "Schulden")
    chips = themes.get_by_role("toolbar", name="Waar gaat het over?")
    expect(chips.get_by_role("button", name="Schulden")).to_have_attribute("aria-pressed", "true")
    expect(themes.get_by_role("button", name="Schulden")).to_have_count(1)
    note = f"De lift is weer kapot, dat kost geld. {page.viewport_size}"
    text.fill(note)
    text.blur()
    read = chips.get_by_role("button", name="Trap, lift en toegang")
    expect(themes).to_contain_text("herkend aan")
    settled(page)
    read.click()
    expect(read).to_have_attribute("aria-pressed", "true")
    assert fits(page)
    press(page, "Bewaar")
    kept = page.locator(".notitie").filter(has_text=note)
    expect(kept).to_contain_text("Schulden")
    expect(kept).to_contain_text("Trap, lift en toegang")
