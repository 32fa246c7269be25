"""Scenario O4 in a real browser: from a field note to a signal on one A4, on a laptop and on a phone."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.looking import ON_A_PHONE, fits

Behind = Callable[..., None]


@ON_A_PHONE
def test_o4_from_a_field_note_to_a_signal_on_paper(page: Page, behind: Behind) -> None:
    behind(page, "Veldnotities")
    note = page.locator("[class*='st-key-notitie_']", has_text="Drie weken lift kapot").first
    note.get_by_role("button", name="Maak hier een signaal van").click()
    expect(page.get_by_role("heading", name="Schrijf het signaal", level=1)).to_be_visible()
    expect(page.get_by_label("Wat zie je?")).to_have_value(
        "Drie weken lift kapot, mensen komen niet meer beneden."
    )
    page.get_by_label("Hoe noem je het?").fill("Lift kapot in flat De Wachter")
    page.get_by_label("Bij wie en waar?").fill("Bewoners van flat De Wachter")
    page.get_by_role("radio", name="De omgeving").click()
    page.get_by_label("Wat zeggen bewoners?").fill("Wij komen niet meer beneden.")
    page.get_by_label("Wat deden jullie al?").fill("Met bewoners een brief geschreven.")
    page.get_by_label("Wat deden jullie al?").press("Tab")
    routes = page.locator(".tafels li")
    expect(routes.nth(1)).to_contain_text("Woningcorporatie (wijkbeheerder)")
    page.get_by_role("radio", name="Samen oppakken").click()
    page.get_by_role("button", name="Bewaar", exact=True).click()
    expect(page.get_by_text("Bewaard. Vertel voor 13 april 2026 wat er gebeurde.")).to_be_visible()
    assert fits(page)
    with page.context.expect_page() as opened:
        page.get_by_role("link", name="Print het signaal").click()
    sheet = opened.value
    expect(sheet.get_by_role("heading", name="Lift kapot in flat De Wachter")).to_be_visible()
    expect(sheet.get_by_text("Met bewoners een brief geschreven.")).to_be_visible()
    sheet.close()


def test_what_stands_out_is_never_a_proof_and_a_signal_is_told_back(page_phone: Page, behind: Behind) -> None:
    behind(page_phone, "Wat valt op?")
    expect(page_phone.get_by_text("Opvallend is geen bewijs. Praat er eerst over.")).to_be_visible()
    expect(page_phone.get_by_role("heading", name="Samen eten in Havenrand")).to_be_visible()
    assert fits(page_phone)
    page_phone.locator(".st-key-signaal_signaal-tocht").get_by_role("button", name="Bekijk").click()
    expect(
        page_phone.get_by_role("heading", name="Tocht en hoge rekeningen in de Vogelweide")
    ).to_be_visible()
    expect(page_phone.get_by_text("De mensen die dit zeiden, wachten op antwoord.")).to_be_visible()
    page_phone.get_by_role("button", name="Verteld").click()
    expect(page_phone.get_by_text("Schrijf op aan wie je het vertelde.")).to_be_visible()
    assert fits(page_phone)
