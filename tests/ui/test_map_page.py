"""Kaart, without a browser: the list, the panels, the filters, the address."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.privacy.roles import Role
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.ui.handling import looked_at, plain, said

Opener = Callable[..., AppTest]
FIELD = f"{session.PRIVATE}kaart_tekst"


def rows(app: AppTest) -> list[str]:
    return [button.label for button in app.button if str(button.key).startswith("rij_")]


def counted(app: AppTest) -> str:
    return next(element.body for element in app.get("html") if "aantal" in element.body)


def headings(app: AppTest) -> list[str]:
    return [heading.value for heading in app.header]


def type_above(app: AppTest, text: str) -> AppTest:
    """Type in the field above the map."""
    return app.text_input(key=FIELD).set_value(text).run()


def by_way_of_help(app: AppTest) -> AppTest:
    """To another screen and back through the door, which has a bare address."""
    app.switch_page("pages/help_page.py").run()
    app.query_params.clear()
    return app.switch_page("pages/map_page.py").run()


def test_nothing_is_cut_silently(opened: Opener) -> None:
    app = opened()
    assert len(rows(app)) == 25
    assert "25 van 60 getoond" in counted(app)
    app.button(key="meer").click().run()
    assert len(rows(app)) == 50


def test_an_address_filters_the_list(opened: Opener) -> None:
    app = opened(thema="geld")
    assert rows(app)
    assert all(row.startswith("![](/assets/marks/geld.svg)") for row in rows(app))


def test_what_is_chosen_stands_in_the_address(opened: Opener) -> None:
    app = opened()
    type_above(app, "koffie")
    app.toggle(key="kaart_gratis").set_value(True).run()
    assert app.query_params["q"] == "koffie"
    assert app.query_params["gratis"] == "1"


def test_the_middle_of_the_map_stays_in_the_address(opened: Opener) -> None:
    app = opened(kaart="52.49,6.06,15")
    app.toggle(key="kaart_gratis").set_value(True).run()
    assert app.query_params["kaart"] == "52.49,6.06,15"


def test_details_come_in_place_of_the_list_and_back(opened: Opener) -> None:
    app = opened(q="koffie in de linde")
    before, _ = looked_at(app)
    row = next(str(b.key) for b in app.button if str(b.key).startswith("rij_"))
    app.button(key=row).click().run()
    assert headings(app) == ["Koffie in de Linde"]
    assert not rows(app)
    app.button(key="terug").click().run()
    assert rows(app)
    after, part = looked_at(app)
    assert part == row
    assert after != before, "a browser looks once at each, and need not have drawn what was open"


def test_a_neighbourhood_tells_what_is_known(opened: Opener) -> None:
    app = opened(open="area:BU99990101")
    assert headings(app) == ["Lindehof"]
    assert not app.error


def test_only_workers_see_who_leads_and_pays(opened: Opener) -> None:
    app = opened(q="koffie in de linde")
    key = next(str(b.key) for b in app.button if str(b.key).startswith("rij_"))
    worker = opened(open=f"initiative:{key.removeprefix('rij_')}")
    visitor = opened(Role.VISITOR, open=f"initiative:{key.removeprefix('rij_')}")
    assert any("Trekkers" in caption.value for caption in worker.caption)
    assert not any("Trekkers" in caption.value for caption in visitor.caption)


@pytest.mark.parametrize("kind", ["initiative", "facility", "organisation", "site", "area"])
def test_something_that_is_gone_gives_a_friendly_box(opened: Opener, kind: str) -> None:
    app = opened(open=f"{kind}:bestaat-niet")
    assert app.warning
    assert not app.error
    assert not app.exception
    app.button(key="terug").click().run()
    assert rows(app)


def test_an_empty_answer_offers_one_next_step(opened: Opener) -> None:
    app = opened(q="xyzzy")
    assert app.info[0].value == TEXT.general.nothing_found
    app.button(key="wis_tekst").click().run()
    assert len(rows(app)) == 25


def test_what_was_chosen_is_still_chosen_after_another_screen(opened: Opener) -> None:
    app = opened(thema="gezond", gratis="1", q="koffie")
    before = app.query_params
    app = by_way_of_help(app)
    assert app.query_params == before
    assert app.pills(key="kaart_themas").value == ["gezond"]
    assert app.text_input(key=FIELD).value == "koffie"
    assert app.toggle(key="kaart_basis").value


def test_the_first_view_is_still_whole_after_another_screen(opened: Opener) -> None:
    app = by_way_of_help(opened())
    assert app.query_params == {}
    assert "25 van 60 getoond" in counted(app)


def test_an_unknown_theme_or_neighbourhood_in_an_address_is_left_out(opened: Opener) -> None:
    app = opened(thema="onzin,geld", buurt="BU00000000", drempels="onzin")
    assert not app.exception
    assert app.pills(key="kaart_themas").value == ["geld"]
    assert dict(app.query_params) == {"thema": "geld"}


def test_danger_gives_the_safety_card_in_place_of_the_list(opened: Opener) -> None:
    app = type_above(opened(), "hij slaat mij")
    assert any("Dit gaat over veiligheid" in element.body for element in app.get("html"))
    assert not rows(app)
    assert app.query_params == {}
    app.button(key="wis_alles").click().run()
    assert len(rows(app)) == 25


def test_a_name_that_sounds_like_danger_can_be_searched_after_one_tap(opened: Opener) -> None:
    app = type_above(opened(), "hij slaat mij")
    app.button(key="klopt_niet").click().run()
    assert app.text_input(key=FIELD).value == "hij slaat mij"
    assert not any("Dit gaat over veiligheid" in element.body for element in app.get("html"))
    assert app.query_params == {}


def test_a_visitor_gets_the_card_without_what_only_workers_can_do(opened: Opener) -> None:
    worker, visitor = (
        plain(said(type_above(opened(role), "hij slaat mij"))) for role in (Role.PROFESSIONAL, Role.VISITOR)
    )
    assert (
        "Dit gaat over veiligheid Zoek nu geen groep. Help eerst hier mee. Bel 112 Bij direct gevaar "
        "Bel Veilig Thuis 0800-2000 Gratis, dag en nacht Bel 113 of 0800-0113 "
        "Wil iemand niet meer leven? Gratis, dag en nacht En daarna "
        "Overleg met een collega of de gedragswetenschapper. Volg de meldcode. "
        "We zoeken nu niets en bewaren niets."
    ) in worker
    for number in ("112", "0800-2000", "113 of 0800-0113"):
        assert number in visitor
    assert "Is er iemand in gevaar? Bel dan nu. Niemand van ons leest dit op dit moment." in visitor
    assert "meldcode" not in visitor


def test_danger_in_a_shared_address_is_taken_out_of_it(opened: Opener) -> None:
    app = opened(q="hij slaat mij")
    assert not rows(app)
    assert app.query_params == {}


def test_words_about_somebody_show_what_is_about_that_and_stay_out_of_the_address(opened: Opener) -> None:
    app = type_above(opened(), "zit de hele dag alleen")
    assert "Eenzaamheid" in app.info[0].value
    assert rows(app)
    assert app.query_params == {}
    app.button(key="zoek_voor_iemand").click().run()
    assert [title.value for title in app.title] == [TEXT.find.title]
    assert "zit de hele dag alleen" in [field.value for field in app.text_input]


MORE_THAN_ONE = "de lift is kapot en er zijn schulden"


def about(app: AppTest) -> str:
    return str(app.info[0].value)


def candidates(app: AppTest) -> list[str]:
    return [str(button.key) for button in app.button if str(button.key).startswith("of_")]


def test_a_theme_is_told_with_its_reason(opened: Opener) -> None:
    app = type_above(opened(), "zit de hele dag alleen")
    assert "omdat je schreef: hele dag alleen" in said(app)
    app = type_above(app, MORE_THAN_ONE)
    assert "<b>Schulden</b> omdat je schreef: Schulden" in said(app)
    assert "</b> omdat je schreef: lift kapot" in said(app)


def test_what_words_may_be_about_instead_is_one_tap_away(opened: Opener) -> None:
    app = type_above(opened(), MORE_THAN_ONE)
    both, listed = about(app), rows(app)
    assert TEXT.map_page.only in said(app)
    app.button(key="of_schulden").click().run()
    assert about(app) != both
    assert rows(app) != listed
    assert TEXT.find.no_it_is in said(app)
    assert "of_schulden" not in candidates(app)
    assert "of_lift-trap-toegang" in candidates(app)
    assert app.query_params == {}
    type_above(app, "koffie")
    assert about(type_above(app, MORE_THAN_ONE)) == both


def test_words_about_somebody_are_forgotten_with_the_screen(opened: Opener) -> None:
    app = by_way_of_help(type_above(opened(), "zit de hele dag alleen"))
    assert app.text_input(key=FIELD).value == ""
    assert "25 van 60 getoond" in counted(app)


def test_a_visitor_is_not_sent_to_a_search_that_is_closed(opened: Opener) -> None:
    app = type_above(opened(Role.VISITOR), "zit de hele dag alleen")
    assert rows(app)
    assert "zoek_voor_iemand" not in [button.key for button in app.button]


def test_the_name_of_a_place_finds_the_place(opened: Opener) -> None:
    app = type_above(opened(), "bibliotheek lindeplein")
    key = next(str(button.key) for button in app.button if str(button.key).startswith("naar_facility_"))
    assert dict(app.query_params) == {"q": "bibliotheek lindeplein"}
    app.button(key=key).click().run()
    assert headings(app) == ["Bibliotheek Lindeplein"]


def test_other_words_close_what_is_open(opened: Opener) -> None:
    app = type_above(opened(open="area:BU99990101"), "koffie")
    assert not headings(app)
    assert rows(app)


def test_an_organisation_opens_from_what_it_runs(opened: Opener) -> None:
    app = opened(q="koffie in de linde")
    app.button(key=next(b.key for b in app.button if str(b.key).startswith("rij_"))).click().run()
    key = next(str(b.key) for b in app.button if str(b.key).startswith("naar_organisation_"))
    app.button(key=key).click().run()
    assert headings(app) == ["Welzijn Meerwold"]
    assert any("Koffie in de Linde" in button.label for button in app.button)


def test_who_may_not_change_a_place_can_say_what_is_not_right(opened: Opener) -> None:
    def asked(role: Role) -> tuple[bool, bool]:
        app = opened(role, open="organisation:welzijn-meerwold")
        captions = [caption.value for caption in app.caption]
        return TEXT.general.wrong in captions, TEXT.suggestion.title in [each.label for each in app.expander]

    assert asked(Role.BROKER) == (True, False)
    assert asked(Role.PROFESSIONAL) == asked(Role.VISITOR) == (False, True)
