"""Ideeën om samen te doen in a real browser: from a pattern to an idea, with the people themselves first."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Locator, Page, expect

from socialmap.actions.workspace import Workspace
from socialmap.bootstrap import close_workspace, open_workspace
from socialmap.demo.town import build_town
from socialmap.model.people import Need, Permission, Talent
from socialmap.model.provision import Initiative
from socialmap.model.together import BundleMembers, BundleProposal, CollectiveAction, WeekMark
from socialmap.model.work import Professional, WarmHandover
from socialmap.settings import Settings
from tests.browser.looking import AT_A_DESK, ON_A_PHONE, choose, fits, press, settled

Begin = Callable[..., None]
TEAM, WORKER = "Ik werk in een team met bewoners", "Ik ben opbouwwerker"
BROKER, LEAD = "Ik ben sociaal makelaar", "Ik ben teamleider"
EAT, MOURN = "/samen?thema=samen-eten", "/samen?thema=rouw"
CHANGED = (Initiative, Need, Talent, WarmHandover, BundleProposal, BundleMembers, CollectiveAction, WeekMark)
"""What the stories change, those of other files too: ideas follow from what there is."""
expect.set_options(timeout=20_000)


@pytest.fixture
def town(folder: Path) -> Iterator[Workspace]:
    """The folder of the server, with the initiatives, questions and ideas of the demo and no others."""
    workspace = open_workspace(Settings(folder=folder, today="2026-03-02"))
    catalogue, saying = workspace.catalogue, {"actor": "proef", "at": workspace.clock()}
    demo = [each for each in build_town() if isinstance(each, CHANGED)]
    catalogue.save(demo, action="terugzetten", **saying)
    kept = {(each.kind, each.id) for each in demo}
    for cls in CHANGED:
        for extra in [each.entity.id for each in catalogue.all(cls)]:
            if (cls.kind, extra) not in kept:
                catalogue.remove(cls, extra, action="opruimen", **saying)
    yield workspace
    close_workspace(workspace)


def be(page: Page, name: str) -> None:
    """Take on the name of a colleague."""
    settled(page)
    page.get_by_test_id("stPopoverButton").last.click()
    choose(page, "Jouw naam", name)
    page.keyboard.press("Escape")
    expect(page.get_by_role("combobox", name="Jouw naam")).to_be_hidden()


def look(page: Page, part: str) -> None:
    settled(page)
    page.locator(f".st-key-ideeen_{part}").get_by_role("button", name="Bekijk").first.click()
    page.get_by_role("button", name="Terug naar de lijst").wait_for()


def write(page: Page, where: Locator, text: str) -> None:
    where.fill(text)
    page.keyboard.press("Tab")


def holder_of(town: Workspace, theme: str, permission: Permission) -> tuple[Need, str]:
    need = next(
        stored.entity
        for stored in town.catalogue.all(Need)
        if stored.entity.theme == theme and stored.entity.may_be_linked is permission
    )
    assert need.held_by is not None
    return need, town.catalogue.get(Professional, need.held_by).entity.name


@ON_A_PHONE
def test_from_a_pattern_to_an_idea(page: Page, begin: Begin, town: Workspace) -> None:
    begin(page, WORKER, EAT)
    look(page, "bijna")
    expect(page.get_by_text("aansluiten bij Eettafel De Brug")).to_have_count(0)
    expect(page.locator(".ideetitel")).to_contain_text("Nog te weinig: 5 mensen, nog 1 nodig, Buurtkamer")
    expect(page.get_by_text("Nog 1 persoon nodig.")).to_be_visible()
    expect(page.get_by_text("Vraag het aan de mensen zelf")).to_be_visible()
    assert not re.search(r"\bB-\d{3}", page.locator(".stApp").inner_text())
    assert fits(page)
    _ask_the_one(page, begin, town)
    _work_it_out(page, begin)
    _ask_the_people(page)


def _ask_the_one(page: Page, begin: Begin, town: Workspace) -> None:
    need, colleague = holder_of(town, "samen-eten", Permission.STILL_TO_ASK)
    begin(page, TEAM, EAT)
    be(page, colleague)
    expect(page.get_by_text("2 mensen kunnen aansluiten bij Eettafel De Brug.")).to_be_visible()
    look(page, "bijna")
    expect(page.get_by_text("Nog 1 persoon nodig. Vraag het aan:")).to_be_visible()
    press(page, f"Open de vraag van {need.resident_id}")
    permission = page.locator(".st-key-stap_toestemming")
    permission.get_by_role("radio", name="Ja", exact=True).click()
    expect(permission).to_contain_text("Deze vraag telt mee")
    press(page, "Bekijk wat samen kan")
    expect(page.get_by_text("6 mensen, Buurtkamer Havenrand, donderdagmiddag.")).to_be_visible()


def _work_it_out(page: Page, begin: Begin) -> None:
    begin(page, WORKER, EAT)
    be(page, "Samira el Idrissi")
    look(page, "nieuw")
    facts = page.locator(".st-key-ideeplek")
    expect(facts).to_contain_text("Kok van de woonkeuken")
    expect(facts).to_contain_text("Supermarkt Havenplein")
    press(page, "Werk dit idee uit")
    page.get_by_role("heading", name="Werk het idee uit").wait_for()
    for label, text in (
        ("Waarvoor doen we dit?", "Samen eten in plaats van alleen."),
        ("Dit doen bewoners", "Koken en tafels klaarzetten."),
        ("Dit doet de professional", "De eerste vier keer meegaan."),
    ):
        write(page, page.get_by_role("textbox", name=label), text)
    page.get_by_text("Wat kost het?").click()
    budget = page.locator(".st-key-begroting")
    for label, amount in (
        ("Hoeveel keer?", "4"),
        ("Hoeveel mensen?", "6"),
        ("Huur per keer", "15"),
        ("Eten en drinken", "1"),
        ("Materiaal", "40"),
        ("Drukwerk", "20"),
    ):
        write(page, budget.get_by_role("textbox", name=label), amount)
    press(page, "Reken uit")
    expect(page.locator(".totaal")).to_have_text("Samen € 158,40")
    choose(page, "Zoek geld", "Buurtbudget Linde")
    press(page, "Bewaar")
    expect(page.get_by_text("Bewaard.")).to_be_visible()
    expect(page.locator(".geregeld")).to_contain_text("€ 158,40. Buurtbudget Linde")
    expect(page.locator(".ideeweg .nu")).to_contain_text("Idee")
    assert fits(page)


def _ask_the_people(page: Page) -> None:
    discussed = page.get_by_role("button", name="Besproken met bewoners")
    discussed.click()
    ask_first = page.get_by_text("Vraag het eerst aan de mensen zelf. Schrijf op wat zij zeiden.")
    expect(ask_first).to_be_visible()
    expect(page.locator(".ideeweg .nu")).to_contain_text("Idee")
    said = page.get_by_role("textbox", name="Wat zeiden zij?")
    write(page, said, "12-3, vijf mensen gesproken, liever doordeweeks 17 uur")
    day = page.locator(".st-key-stap_talk_on")
    day.get_by_role("spinbutton").first.click()
    page.keyboard.type("01032026")
    page.keyboard.press("Tab")
    press(page, "Besproken met bewoners")
    expect(page.locator(".ideeweg .nu")).to_contain_text("Besproken met bewoners")
    expect(page.locator(".gezegd")).to_contain_text("liever doordeweeks 17 uur")
    press(page, "Dit gaat beginnen")
    expect(
        page.get_by_text("Kies wat jullie gaan doen: bundelen, verbinden of groepsaanbod.")
    ).to_be_visible()


@AT_A_DESK
def test_from_idea_to_offer_without_seeing_a_question(page: Page, begin: Begin, town: Workspace) -> None:
    begin(page, TEAM, MOURN)
    look(page, "nieuw")
    expect(page.locator(".ideetitel")).to_contain_text("5 mensen, Grote Kerk, dinsdagmiddag.")
    press(page, "Nodig een opbouwwerker uit")
    expect(page.get_by_text("Het idee staat klaar voor de opbouwwerker.")).to_be_visible()
    begin(page, BROKER, MOURN)
    look(page, "bezig")
    expect(page.locator(".ideetitel")).to_contain_text("5 mensen")
    expect(page.locator(".st-key-ideeplek")).to_contain_text("Lindehof, Oude Kern")
    expect(page.locator(".geregeld")).to_contain_text("Nog 1 trekker nodig")
    assert not re.search(r"\bB-\d{3}|bij collega's|bij een collega", page.locator(".stApp").inner_text())
    expect(page.locator(".geregeld")).to_contain_text("Grote Kerk Meerwold")
    press(page, "Geef antwoord")
    expect(page.get_by_text("Je antwoord staat bij het idee. Het team ziet het.")).to_be_visible()
    assert fits(page)
    begin(page, TEAM, MOURN)
    expect(page.get_by_text("De sociaal makelaar gaf antwoord op 2 maart 2026.")).to_be_visible()


@ON_A_PHONE
def test_after_a_new_question_the_ideas_about_it_are_one_click_away(
    page: Page, begin: Begin, town: Workspace
) -> None:
    begin(page, TEAM, "/nieuwe-vraag")
    choose(page, "In welke buurt woont iemand?", "Oude Kern")
    page.get_by_label("Schrijf het zoals iemand het zegt").press_sequentially("is weduwe", delay=15)
    page.get_by_text("omdat je schreef:").wait_for()
    for step, option in (("mobiliteit", "Met de fiets"), ("toestemming", "Ja")):
        chip = page.locator(f".st-key-stap_{step}").get_by_role("radio", name=option, exact=True)
        chip.click()
        expect(chip).to_be_checked()
    tuesday = page.locator("[class*='st-key-dagdeel_kan_middag']").get_by_role("button", name="di")
    tuesday.click()
    expect(tuesday).to_have_attribute("aria-pressed", "true")
    press(page, "Bewaar")
    nudge = page.locator(".st-key-duwtje")
    expect(nudge).to_contain_text("5 andere mensen hebben een vraag die hierop lijkt.")
    nudge.get_by_role("button", name="Bekijk samen").click()
    expect(page.get_by_role("combobox", name="Onderwerp")).to_have_value("Rouw en verlies")
    expect(page.get_by_text("6 mensen, Grote Kerk, dinsdagmiddag.")).to_be_visible()
    expect(page.locator(".vanjou")).to_have_text(re.compile(r"^[12] van jou$"))
    look(page, "nieuw")
    page.get_by_role("button", name="Open de vraag van B-").first.click()
    expect(page.get_by_role("heading", name=re.compile(r"^B-\d+ · Rouw"))).to_be_visible()


def test_an_idea_is_printed_on_a_page_of_its_own(page_desktop: Page, begin: Begin, town: Workspace) -> None:
    page = page_desktop
    begin(page, WORKER, "/samen?thema=bewegen")
    look(page, "bezig")
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Print dit idee").click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", name="Samen: Bewegen")).to_be_visible()
    expect(sheet.get_by_text("Samen in beweging blijven, ook in de winter.")).to_be_visible()


def test_a_team_leader_sees_how_many_ideas_run(page_desktop: Page, begin: Begin) -> None:
    begin(page_desktop, LEAD, "/samen")
    expect(page_desktop.get_by_text("1 van de 2 ideeën loopt.")).to_be_visible()
    assert "mensen kunnen" not in page_desktop.locator(".stApp").inner_text()
    assert fits(page_desktop)


def test_the_place_of_an_idea_opens_on_the_map(page_phone: Page, begin: Begin) -> None:
    begin(page_phone, WORKER, MOURN)
    look(page_phone, "nieuw")
    page_phone.get_by_role("button", name="Bekijk op de kaart").click()
    expect(page_phone.get_by_role("heading", name="Grote Kerk")).to_be_visible()
