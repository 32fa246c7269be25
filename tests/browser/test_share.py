"""*Deel* and the *wijkpakket* in a real browser: copied here, opened by anybody, read without a network."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path

from playwright.sync_api import Browser, Locator, Page, expect

from tests.browser.looking import ON_A_PHONE, fits, settled, violations

expect.set_options(timeout=20_000)
Begin = Callable[..., None]


def press(button: Locator) -> None:
    """In the middle of the screen, clear of the doors under the thumb."""
    button.evaluate("node => node.scrollIntoView({ block: 'center' })")
    button.click()


@ON_A_PHONE
def test_an_address_is_copied_and_anybody_may_follow_it(page: Page, begin: Begin, server: str) -> None:
    begin(page, address="/?open=initiative:koffie-in-de-linde")
    press(page.get_by_text("Deel", exact=True))
    settled(page)
    address = page.locator(".deelvak .adres")
    expect(address).to_have_text(f"{server}/id/initiative/koffie-in-de-linde")
    expect(page.get_by_text("dit adres werkt nu alleen op deze computer", exact=False)).to_be_visible()
    assert fits(page)
    assert violations(page) == []
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=server)
    press(page.get_by_role("button", name="Kopieer", exact=True))
    expect(page.get_by_text("Gekopieerd.")).to_be_visible()
    assert page.evaluate("navigator.clipboard.readText()") == address.inner_text()
    page.goto(address.inner_text())
    page.get_by_role("link", name="Bekijk op de kaart").click()
    expect(page.get_by_role("heading", name="Koffie in de Linde")).to_be_visible()
    expect(page.get_by_role("button", name="Bezoeker")).to_be_visible()


@ON_A_PHONE
def test_a_buurt_is_taken_along_and_read_without_a_network(
    page: Page, begin: Begin, chromium: Browser, tmp_path: Path
) -> None:
    begin(page, "Ik kijk alleen even rond", "/?open=area:BU99990101")
    with page.expect_download() as coming:
        press(page.get_by_role("link", name="Gids van Lindehof", exact=True))
    with zipfile.ZipFile(coming.value.path()) as archive:
        archive.extractall(tmp_path)
    away = chromium.new_context(viewport={"width": 390, "height": 844}, offline=True)
    guide, seen = away.new_page(), []
    guide.on("console", lambda message: seen.append(message.text))
    guide.on("request", lambda request: seen.append(request.url))
    opened = (tmp_path / "wijkgids.html").as_uri()
    guide.goto(opened)
    expect(guide.get_by_role("heading", name="Wijkgids Lindehof", level=1)).to_be_visible()
    guide.get_by_role("link", name="Organisaties", exact=False).click()
    expect(guide.get_by_role("heading", name="Organisaties")).to_be_in_viewport()
    assert fits(guide)
    assert violations(guide) == []
    assert seen == [opened]
    away.close()
