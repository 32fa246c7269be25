"""Kaart in a real browser, on a laptop and on a phone."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Frame, Locator, Page, Route, expect

Begin = Callable[..., None]
MapOf = Callable[[Page], Frame]


def back(page: Page) -> None:
    page.get_by_role("button", name="Terug naar lijst").click()
    page.locator(".aantal").wait_for()


def theme(page: Page, name: str) -> None:
    page.locator(".st-key-chips").get_by_role("button", name=name, exact=True).click()


def search(page: Page, words: str) -> None:
    page.get_by_role("textbox", name="Zoek op de kaart").fill(words)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(f"q={words}"))


def test_a_theme_shortens_list_and_map_and_the_frame_stays(page: Page, begin: Begin, map_of: MapOf) -> None:
    begin(page)
    frame = map_of(page)
    frame.evaluate("window.stillTheSame = 1")
    counted = page.locator(".aantal")
    before = counted.inner_text()
    theme(page, "Ontmoeten")
    expect(counted).not_to_have_text(before)
    expect(page).to_have_url(re.compile("thema=ontmoeten"))
    assert frame.evaluate("window.stillTheSame") == 1


def test_choosing_in_the_list_opens_the_place_and_marks_it_on_the_map(
    page_phone: Page, begin: Begin, map_of: MapOf
) -> None:
    begin(page_phone)
    frame = map_of(page_phone)
    frame.evaluate("window.stillTheSame = 1")
    search(page_phone, "koffie")
    page_phone.get_by_role("button", name=re.compile("^Koffie in de Linde")).click()
    expect(page_phone.get_by_role("heading", name="Koffie in de Linde")).to_be_visible()
    expect(page_phone).to_have_url(re.compile("open=initiative"))
    frame.wait_for_selector(".mark.chosen[aria-label='Koffie in de Linde']")
    back(page_phone)
    frame.wait_for_selector(".mark.chosen", state="detached")
    assert frame.evaluate("window.stillTheSame") == 1


def test_choosing_on_the_map_opens_the_place_beside_it(
    page_desktop: Page, begin: Begin, map_of: MapOf
) -> None:
    begin(page_desktop)
    frame = map_of(page_desktop)
    theme(page_desktop, "Gezond")
    page_desktop.wait_for_url(re.compile("thema=gezond"))
    mark = frame.locator(".leaflet-marker-pane .mark.pin").first
    mark.wait_for()
    page_desktop.wait_for_timeout(400)
    mark.click()
    page_desktop.get_by_role("button", name="Terug naar lijst").wait_for()
    name = frame.locator(".mark.chosen").get_attribute("aria-label")
    assert name
    expect(page_desktop.get_by_role("heading", name=name)).to_be_visible()


def test_the_map_works_by_keyboard(page_desktop: Page, begin: Begin, map_of: MapOf) -> None:
    begin(page_desktop)
    frame = map_of(page_desktop)
    mark = frame.locator(".leaflet-marker-pane .mark.pin").first
    assert mark.get_attribute("tabindex") == "0"
    mark.focus()
    page_desktop.keyboard.press("Enter")
    page_desktop.get_by_role("button", name="Terug naar lijst").wait_for()


def test_a_neighbourhood_opens_its_panel(page_phone: Page, begin: Begin, map_of: MapOf) -> None:
    begin(page_phone)
    map_of(page_phone).locator(".area-name", has_text="Lindehof").dispatch_event("click")
    expect(page_phone.get_by_role("heading", name="Lindehof")).to_be_visible()
    expect(page_phone.get_by_text("Dit weten we nu van deze buurt")).to_be_visible()


def test_panning_and_zooming_do_not_run_the_page_again(
    page_desktop: Page, begin: Begin, map_of: MapOf
) -> None:
    told: list[int] = []
    page_desktop.on("websocket", lambda socket: socket.on("framesent", lambda frame: told.append(len(frame))))
    begin(page_desktop)
    frame = map_of(page_desktop)
    page_desktop.wait_for_timeout(1500)
    before, address = len(told), page_desktop.url
    assert before
    with page_desktop.expect_request(re.compile("/map/offers")):
        frame.get_by_role("button", name="Dichterbij").click()
    expect(page_desktop).not_to_have_url(address)
    assert re.search(r"kaart=", page_desktop.url)
    page_desktop.wait_for_timeout(800)
    assert len(told) == before


def test_a_shared_address_shows_the_same(page_desktop: Page, begin: Begin, map_of: MapOf) -> None:
    begin(page_desktop, address="/?thema=geld&gratis=1")
    map_of(page_desktop)
    chip = page_desktop.locator(".st-key-chips").get_by_role("button", name="Geld", exact=True)
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(page_desktop.get_by_role("button", name="Filters (1)")).to_be_visible()


def test_the_back_button_of_the_browser_goes_back(page_desktop: Page, begin: Begin, map_of: MapOf) -> None:
    begin(page_desktop)
    map_of(page_desktop)
    search(page_desktop, "koffie")
    page_desktop.get_by_role("button", name=re.compile("^Koffie in de Linde")).click()
    page_desktop.get_by_role("heading", name="Koffie in de Linde").wait_for()
    page_desktop.go_back()
    page_desktop.locator(".aantal").wait_for()
    expect(page_desktop).to_have_url(re.compile("q=koffie"))


def marks(frame: Frame) -> Locator:
    return frame.locator(".leaflet-marker-pane .mark")


@pytest.mark.parametrize("way_back", ["the door", "the back button"])
def test_the_map_is_as_it_was_after_help(
    page_desktop: Page, begin: Begin, map_of: MapOf, way_back: str
) -> None:
    page = page_desktop
    begin(page)
    frame = map_of(page)
    every = marks(frame).count()
    theme(page, "Gezond")
    page.wait_for_url(re.compile("thema=gezond"))
    expect(marks(frame)).not_to_have_count(every)
    before, listed = marks(frame).count(), page.locator(".aantal").inner_text()
    page.get_by_role("link", name="Help", exact=True).click()
    page.locator("section.hulp").first.wait_for()
    if way_back == "the door":
        page.get_by_role("link", name="Kaart", exact=True).click()
    else:
        page.go_back()
    again = map_of(page)
    expect(page).to_have_url(re.compile("[?&]thema=gezond"))
    expect(page).not_to_have_url(re.compile("lagen=|alles="))
    chip = page.locator(".st-key-chips").get_by_role("button", name="Gezond", exact=True)
    expect(chip).to_have_attribute("aria-pressed", "true")
    expect(page.locator(".aantal")).to_have_text(listed)
    expect(marks(again)).to_have_count(before)
    expect(again.locator(".area-name")).to_have_count(5)


def test_words_about_danger_reach_neither_the_address_nor_the_server_address(
    page_phone: Page, begin: Begin, map_of: MapOf
) -> None:
    asked: list[str] = []
    page_phone.on("request", lambda request: asked.append(request.url))
    begin(page_phone)
    frame = map_of(page_phone)
    page_phone.get_by_role("textbox", name="Zoek op de kaart").fill("hij slaat mij")
    page_phone.keyboard.press("Enter")
    card = page_phone.get_by_role("heading", name="Dit gaat over veiligheid")
    expect(card).to_be_in_viewport()
    expect(marks(frame)).to_have_count(0)
    assert "slaat" not in page_phone.url
    assert not [address for address in asked if "slaat" in address]


def test_the_map_follows_a_text_that_finds_nothing(page_desktop: Page, begin: Begin, map_of: MapOf) -> None:
    begin(page_desktop)
    frame = map_of(page_desktop)
    page_desktop.get_by_role("textbox", name="Zoek op de kaart").fill("xyzzy")
    page_desktop.keyboard.press("Enter")
    page_desktop.get_by_text("Niets gevonden. Kijk of het woord klopt.").wait_for()
    expect(marks(frame)).to_have_count(0)
    page_desktop.get_by_role("button", name="Wis wat ik typte").click()
    expect(marks(frame)).not_to_have_count(0)


def test_real_neighbourhoods_name_their_source_in_the_corner(
    page_desktop: Page, begin: Begin, map_of: MapOf
) -> None:
    page_desktop.route("**/map/areas", say_they_are_real)
    begin(page_desktop)
    corner = map_of(page_desktop).locator(".leaflet-control-attribution")
    expect(corner).to_contain_text("Buurten: CBS/Kadaster")


def say_they_are_real(route: Route) -> None:
    answer = route.fetch()
    route.fulfill(response=answer, json={**answer.json(), "from_cbs": True})


def test_everything_says_what_it_is_in_dutch(page_desktop: Page, begin: Begin, map_of: MapOf) -> None:
    begin(page_desktop)
    frame = map_of(page_desktop)
    assert page_desktop.locator("html").get_attribute("lang") == "nl"
    assert frame.evaluate("document.documentElement.lang") == "nl"
    expect(frame.get_by_role("button", name="Verder weg")).to_be_visible()
    expect(page_desktop.get_by_text("Demo · alles is verzonnen")).to_be_visible()


def test_on_a_phone_the_doors_are_under_the_thumb(page_phone: Page, begin: Begin, map_of: MapOf) -> None:
    begin(page_phone)
    map_of(page_phone)
    for name in ("Kaart", "Zoek voor iemand", "Voeg iets toe"):
        box = page_phone.get_by_role("link", name=name).bounding_box()
        assert box is not None
        assert box["height"] >= 44
        assert box["y"] > 740
    assert page_phone.evaluate("document.documentElement.scrollWidth") <= 390
