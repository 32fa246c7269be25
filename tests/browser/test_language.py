"""English in a real browser: chosen with one tap, and a card in the language of a resident."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from tests.browser.looking import settled


def open_in_english(page: Page) -> None:
    page.goto("/")
    page.get_by_role("button", name="English").click()
    page.get_by_role("button", name="I work in a team with residents").click()
    page.get_by_role("link", name="Map", exact=True).wait_for()
    settled(page)


def search(page: Page) -> None:
    page.get_by_label("What is it about?").press_sequentially("zit de hele dag alleen", delay=15)
    page.get_by_text("because you wrote: hele dag alleen").wait_for()
    page.get_by_placeholder("Or type a street or address").fill("Lindeplein 4")
    page.keyboard.press("Enter")
    page.get_by_text("That is in Lindehof").wait_for()
    page.get_by_role("button", name="Search", exact=True).click()
    page.locator(".gevonden").first.wait_for()


def test_a_search_in_english_and_its_card_in_arabic(page: Page) -> None:
    open_in_english(page)
    assert page.evaluate("document.documentElement.lang") == "en"
    search(page)
    first = page.locator(".gevonden").first
    expect(first).to_contain_text("Fits well")
    expect(first).to_contain_text("Is about: Loneliness.")
    expect(page.frame_locator("iframe").get_by_text("What the signs mean").first).to_be_visible()
    address = page.get_by_role("link", name="Print invitation").first.get_attribute("href")
    page.goto(f"{address}")
    expect(page.get_by_text("You are welcome")).to_be_visible()
    page.get_by_role("link", name="العربية").click()
    card = page.get_by_role("main")
    expect(card).to_contain_text("أهلاً وسهلاً بك")
    assert card.evaluate("each => getComputedStyle(each).direction") == "rtl"
    box = card.bounding_box()
    assert box is not None
    words = page.locator(".welkom").evaluate(
        "each => { const range = document.createRange(); range.selectNodeContents(each);"
        " const { left, right } = range.getBoundingClientRect(); return { left, right }; }"
    )
    before, after = words["left"] - box["x"], box["x"] + box["width"] - words["right"]
    assert before > 3 * after, "the words begin at the right"
    expect(page.get_by_role("button", name="Print")).to_be_visible()
    page.emulate_media(media="print")
    expect(page.get_by_role("navigation")).to_be_hidden()


@pytest.mark.phone
def test_back_to_dutch_the_page_says_so_too(page: Page) -> None:
    open_in_english(page)
    page.get_by_role("button", name="Nederlands").click()
    page.get_by_role("link", name="Kaart", exact=True).wait_for()
    settled(page)
    assert page.evaluate("document.documentElement.lang") == "nl"
    overflow = page.evaluate("document.documentElement.scrollWidth - window.innerWidth")
    assert overflow <= 0
