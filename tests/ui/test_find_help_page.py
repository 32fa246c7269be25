"""Zoek voor iemand, without a browser: words become themes, what is missing is asked, safety comes first."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.privacy.roles import Role
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.ui.handling import looked_at, press, said

LINDEHOF = "BU99990101"
LONELY = "zit de hele dag alleen"
SEVERAL = "post niet openmaken, altijd moe, hele dag alleen"
UNCLEAR = "mevrouw is gepensioneerd en zit de hele dag alleen"
"""Surely one theme, and perhaps others."""


def private(app: AppTest, name: str) -> str:
    return f"{session.PRIVATE}{app.session_state['zoek_ronde']}_{name}"


def remembered(app: AppTest) -> str:
    """Everything that the session holds, as text."""
    return repr(app.session_state.to_dict())


def say(app: AppTest, words: str) -> AppTest:
    return app.text_input(key=private(app, "woorden")).set_value(words).run()


def choose_area(app: AppTest, area: str = LINDEHOF) -> AppTest:
    return app.selectbox(key=private(app, "buurt")).set_value(area).run()


def chosen(app: AppTest) -> list[str]:
    """The themes of the search, main one first."""
    return [str(each.key)[4:] for each in app.button if str(each.key).startswith("weg_")]


def perhaps(app: AppTest) -> list[str]:
    return [str(each.key)[7:] for each in app.button if str(each.key).startswith("bedoel_")]


def held(app: AppTest, name: str) -> object:
    """What a field of the form holds."""
    return app.session_state.to_dict().get(private(app, name))


def asked(app: AppTest) -> str:
    """The question as it stands above the answer."""
    return next(body for each in app.get("html") if 'class="gezocht"' in (body := each.body))


def search(app: AppTest) -> AppTest:
    return app.button(key="zoek").click().run()


def answered(app: AppTest) -> AppTest:
    return search(choose_area(say(app, LONELY)))


def test_the_answer_says_how_far_things_are_and_how_that_was_found(find: Callable[..., AppTest]) -> None:
    told = said(answered(find()))
    assert re.search(r"\d minuten lopen over straat\.", told)
    assert "Afstanden gaan over straat. Straten: Meerwold (verzonnen)." in told


def test_words_become_a_theme_that_says_why(find: Callable[..., AppTest]) -> None:
    app = say(find(), LONELY)
    assert "<b>Eenzaamheid</b>" in said(app)
    assert "omdat je schreef: hele dag alleen" in said(app)


def test_a_theme_that_is_not_right_is_taken_away_and_can_come_back(find: Callable[..., AppTest]) -> None:
    app = say(find(), LONELY)
    app = press(app, "weg_eenzaamheid")
    assert chosen(app) == []
    app = say(app, f"{LONELY} thuis")
    assert chosen(app) == []
    assert TEXT.find.perhaps in said(app)
    app = press(app, "bedoel_eenzaamheid")
    assert chosen(app) == ["eenzaamheid"]


def test_other_words_are_heard_afresh_after_a_theme_was_taken_away(find: Callable[..., AppTest]) -> None:
    app = press(say(find(), LONELY), "weg_eenzaamheid")
    app = say(app, "voelt zich eenzaam")
    assert chosen(app) == ["eenzaamheid"]
    assert LONELY not in remembered(app)


def test_of_several_themes_the_one_that_was_taken_away_comes_back_beside_the_others(
    find: Callable[..., AppTest],
) -> None:
    app = say(find(), SEVERAL)
    before = chosen(app)
    assert len(before) == 3
    app = press(app, f"weg_{before[0]}")
    assert chosen(app) == before[1:]
    assert chosen(press(app, f"bedoel_{before[0]}")) == before


def test_no_it_is_about_puts_the_other_theme_in_place_of_the_wrong_one(find: Callable[..., AppTest]) -> None:
    app = say(find(), UNCLEAR)
    (wrong,) = chosen(app)
    assert TEXT.find.no_it_is in said(app)
    right, *others = perhaps(app)
    app = press(app, f"bedoel_{right}")
    assert chosen(app) == [right]
    assert set(perhaps(app)) == {wrong, *others}
    assert TEXT.find.no_it_is in said(app)
    app = press(app, f"bedoel_{wrong}")
    assert chosen(app) == [wrong]
    assert set(perhaps(app)) == {right, *others}
    assert "omdat je schreef:" in said(app)


def test_no_it_is_about_leaves_what_was_chosen_from_the_list(find: Callable[..., AppTest]) -> None:
    app = say(find(), UNCLEAR)
    (wrong,) = chosen(app)
    app.button_group(key=private(app, "leefgebied")).set_value("geld").run()
    app.button_group(key=private(app, "kies_geld")).set_value(["schulden"]).run()
    right = perhaps(app)[0]
    app = press(app, f"bedoel_{right}")
    assert chosen(app) == [right, "schulden"]
    app = press(press(app, "eerst_schulden"), f"bedoel_{wrong}")
    assert chosen(app) == ["schulden", wrong]


def test_the_theme_in_place_of_the_wrong_one_is_searched_for(find: Callable[..., AppTest]) -> None:
    app = say(choose_area(find()), UNCLEAR)
    (wrong,), right = chosen(app), perhaps(app)[0]
    label = app.button(key=f"bedoel_{right}").label
    app = search(press(app, f"bedoel_{right}"))
    told = asked(app)
    assert f"<b>{label}</b>" in told
    assert wrong not in told
    assert TEXT.found.also.format(theme="") not in told


def test_another_theme_is_chosen_from_a_leefgebied_and_can_be_the_main_one(
    find: Callable[..., AppTest],
) -> None:
    app = say(find(), LONELY)
    app.button_group(key=private(app, "leefgebied")).set_value("geld").run()
    app.button_group(key=private(app, "kies_geld")).set_value(["schulden"]).run()
    assert said(app).index("<b>Eenzaamheid</b>") < said(app).index("<b>Schulden</b>")
    app.button(key="eerst_schulden").click().run()
    assert said(app).index("<b>Schulden</b>") < said(app).index("<b>Eenzaamheid</b>")


def test_half_a_word_is_asked_back(find: Callable[..., AppTest]) -> None:
    app = say(find(), "hulp")
    assert "<b>Hulp in de tuin</b>" not in said(app)
    app.button(key="bedoel_tuinhulp").click().run()
    assert "<b>Hulp in de tuin</b>" in said(app)


def test_what_is_missing_is_asked_and_what_was_filled_in_stays(find: Callable[..., AppTest]) -> None:
    app = search(say(find(), LONELY))
    assert "Kies een buurt. Dan weten we wat dichtbij is." in said(app)
    assert app.text_input(key=private(app, "woorden")).value == LONELY
    app = search(choose_area(find()))
    assert "Kies eerst een onderwerp." in said(app)
    assert app.selectbox(key=private(app, "buurt")).value == LINDEHOF


def test_an_age_that_is_no_age_is_told_together_with_the_rest(find: Callable[..., AppTest]) -> None:
    app = say(find(), LONELY)
    app.text_input(key=private(app, "leeftijd")).set_value("oud").run()
    search(app)
    assert TEXT.find.age_wrong in said(app)
    assert "Kies een buurt." in said(app)
    assert app.text_input(key=private(app, "leeftijd")).value == "oud"


def test_an_address_becomes_a_neighbourhood_and_is_forgotten(find: Callable[..., AppTest]) -> None:
    app = find()
    app.text_input(key=private(app, "adres")).set_value("Lindeplein 4").run()
    assert app.selectbox(key=private(app, "buurt")).value == LINDEHOF
    assert "Lindeplein" not in remembered(app)
    assert "Dat is in Lindehof" in said(app)


def test_an_unknown_address_says_what_to_do(find: Callable[..., AppTest]) -> None:
    app = find()
    app.text_input(key=private(app, "adres")).set_value("Kanariestraat 99").run()
    assert TEXT.find.address_unknown in said(app)
    assert "Kanarie" not in remembered(app)


def test_the_answer_explains_itself(find: Callable[..., AppTest]) -> None:
    app = answered(find())
    assert not app.exception
    assert "Koffie in de Linde" in said(app)
    assert "Past goed" in said(app)
    assert "Gaat over: Eenzaamheid." in said(app)
    assert TEXT.found.why in said(app)
    assert [each.label for each in app.expander if "(" in each.label]


def test_the_list_comes_back_at_the_result_that_was_open(find: Callable[..., AppTest]) -> None:
    app = answered(find())
    before, beginning = looked_at(app)
    assert beginning == ""
    second = [str(each.key) for each in app.button if str(each.key).startswith("meer_weten_")][1]
    press(press(app, second), "terug")
    after, part = looked_at(app)
    assert part == "gevonden_2"
    assert after != before, "a browser looks once at each, and need not have drawn what was open"


def test_the_resident_sees_no_scores_and_nothing_about_why(find: Callable[..., AppTest]) -> None:
    app = answered(find())
    app.button(key="naar_bewoner").click().run()
    assert "Koffie in de Linde" in said(app)
    for inner in ("van 100", "Past goed", "Eenzaamheid", "Lindehof", LONELY, "gecontroleerd"):
        assert inner not in said(app)
    app.button(key="terug_collega").click().run()
    assert TEXT.found.title in said(app)


def test_many_life_areas_ask_for_the_team_first(find: Callable[..., AppTest]) -> None:
    app = search(choose_area(say(find(), "post niet openmaken, altijd moe, hele dag alleen")))
    assert TEXT.found.team_first in said(app)
    assert TEXT.found.details in [button.label for button in app.button]


@pytest.mark.parametrize("words", ["hij slaat mij", "wil er niet meer zijn", f"{LONELY} en hij slaat mij"])
def test_acute_words_give_the_safety_card_and_nothing_else(find: Callable[..., AppTest], words: str) -> None:
    app = say(choose_area(find()), words)
    assert 'href="tel:112"' in said(app)
    assert 'href="tel:0800-2000"' in said(app)
    assert 'href="tel:113"' in said(app)
    assert not app.text_input
    assert "Overleg met een collega of de gedragswetenschapper." in said(app)
    assert "Volg de meldcode." in said(app)
    assert {box.label for box in app.selectbox} <= {TEXT.frame.your_name}
    assert "gevonden" not in said(app)
    here = {button.label for button in app.button if button.key in {"zoek", "wis_alles", "klopt_niet"}}
    assert here == {TEXT.find.clear, TEXT.safety.not_right}


def test_an_acute_theme_beside_another_one_gives_the_safety_card(find: Callable[..., AppTest]) -> None:
    app = say(find(), LONELY)
    app.button_group(key=private(app, "leefgebied")).set_value("veilig").run()
    app.button_group(key=private(app, "kies_veilig")).set_value(["huiselijk-geweld"]).run()
    assert 'href="tel:112"' in said(app)
    assert not app.text_input


def test_half_an_acute_word_is_no_alarm(find: Callable[..., AppTest]) -> None:
    """Who types "slaapt slecht" passes "slaa"; the card would flash beside the resident."""
    app = say(choose_area(find()), "slaa")
    assert 'href="tel:112"' not in said(app)


def test_what_cannot_be_known_is_told_and_the_parts_of_life_are_there_to_choose(
    find: Callable[..., AppTest],
) -> None:
    app = say(find(), "xyz qwerty")
    assert TEXT.find.not_recognised in said(app)
    assert len(app.button_group(key=private(app, "leefgebied")).options) == 13


def test_the_reason_is_told_and_other_themes_are_one_tap_away(find: Callable[..., AppTest]) -> None:
    app = say(find(), "ik lig elke nacht uren wakker")
    assert "lijkt op:" in said(app) or "omdat je schreef:" in said(app)
    app = say(app, "mante")
    assert TEXT.find.perhaps in said(app)
    others = [button for button in app.button if str(button.key).startswith("bedoel_")]
    assert others
    label = others[0].label
    others[0].click().run()
    assert f"<b>{label}</b>" in said(app)


def test_what_else_the_words_say_is_taken_over_by_one_tap_and_never_by_itself(
    find: Callable[..., AppTest],
) -> None:
    app = say(find(), f"mevrouw van 78 jaar, {LONELY}, loopt slecht")
    assert app.text_input(key=private(app, "leeftijd")).value == ""
    app.button(key="ook_78 jaar").click().run()
    assert app.text_input(key=private(app, "leeftijd")).value == "78"
    assert "ook_78 jaar" not in {button.key for button in app.button}


@pytest.mark.parametrize(
    ("words", "tapped", "field", "value", "shown"),
    [
        ("loopt slecht", "Slecht ter been", "mobiliteit", "slecht_ter_been", "slecht ter been"),
        ("spreekt alleen Turks", "Turks", "talen", ["nl", "tr"], "1 wens"),
        ("kan op donderdag middag", "Donderdagmiddag", "middag", ["do"], "1 wens"),
        ("kan alleen overdag", "Door de week overdag", "ochtend", ["ma", "di", "wo", "do", "vr"], "1 wens"),
        ("durft niet alleen", "Ik durf niet alleen te gaan", "drempels", ["durft_niet_alleen"], "1 wens"),
        ("woont in Havenrand", "Havenrand", "buurt", "BU99990103", "Havenrand"),
        ("woont aan het Lindeplein", "Lindehof", "buurt", LINDEHOF, "Lindehof"),
        ("wil graag met lotgenoten praten", "Graag met lotgenoten", "lotgenoten", "graag", "1 wens"),
        ("met een rollator", "Rolstoel of rollator", "rolstoel", True, "1 wens"),
        ("een puber", "12 tot en met 17 jaar", "leeftijd", "12-17", "1 wens"),
        ("is bejaard", "75 jaar of ouder", "leeftijd", "75+", "1 wens"),
        ("is gepensioneerd", "65 tot en met 74 jaar", "leeftijd", "65-74", "1 wens"),
    ],
)  # fmt: skip
def test_each_thing_that_the_words_say_besides_is_one_tap_from_the_search(
    find: Callable[..., AppTest], words: str, tapped: str, field: str, value: object, shown: str
) -> None:
    app = say(find(), f"{words}, {LONELY}")
    assert held(app, field) != value
    app = press(app, f"ook_{tapped}")
    assert held(app, field) == value
    assert f"ook_{tapped}" not in {button.key for button in app.button}
    if field != "buurt":
        choose_area(app)
    assert f"<b>{shown}</b>" in asked(search(app))


def test_an_age_in_years_says_more_than_a_group(find: Callable[..., AppTest]) -> None:
    app = say(find(), f"mevrouw van 78 jaar, {LONELY}, bejaard")
    assert [button.key for button in app.button if str(button.key).startswith("ook_")] == ["ook_78 jaar"]
    app = say(press(app, "ook_78 jaar"), f"{LONELY}, bejaard")
    assert "ook_75 jaar of ouder" not in {button.key for button in app.button}


@pytest.mark.parametrize(("typed", "is_an_age"), [("80+", True), ("60 - 70", True), ("70-60", False)])
def test_about_how_old_somebody_is_can_be_typed(
    find: Callable[..., AppTest], typed: str, is_an_age: bool
) -> None:
    app = choose_area(say(find(), LONELY))
    app.text_input(key=private(app, "leeftijd")).set_value(typed).run()
    assert (TEXT.find.age_wrong not in said(search(app))) is is_an_age
    assert (TEXT.found.title in said(app)) is is_an_age


def test_who_is_too_young_for_something_is_told_so_by_the_age_group(find: Callable[..., AppTest]) -> None:
    too_young = "Is voor mensen van 65 tot en met"
    app = choose_area(say(find(), f"een puber, {LONELY}"))
    assert too_young not in said(search(app))
    app = press(press(app, "pas_aan"), "ook_12 tot en met 17 jaar")
    assert too_young in said(search(app))


def test_a_name_in_the_words_is_pointed_out(find: Callable[..., AppTest]) -> None:
    app = say(find(), f"Jan van Dijk, {LONELY}")
    assert TEXT.find.not_kept in said(app)


def test_a_false_alarm_costs_one_tap_and_loses_nothing(find: Callable[..., AppTest]) -> None:
    app = say(choose_area(find()), f"{LONELY} en hij slaat mij")
    app.button(key="klopt_niet").click().run()
    assert app.text_input(key=private(app, "woorden")).value == f"{LONELY} en hij slaat mij"
    assert app.selectbox(key=private(app, "buurt")).value == LINDEHOF
    assert 'href="tel:112"' not in said(app)
    assert not [chosen for chosen in app.button if chosen.label.startswith("Onveilig thuis")]
    assert 'href="tel:112"' in said(say(app, "zij slaat mij"))


def test_a_theme_of_danger_that_was_tapped_by_mistake_takes_nothing_else_along(
    find: Callable[..., AppTest],
) -> None:
    app = say(find(), LONELY)
    app.button_group(key=private(app, "leefgebied")).set_value("veilig").run()
    app.button_group(key=private(app, "kies_veilig")).set_value(["huiselijk-geweld", "erbij-horen"]).run()
    app.button(key="klopt_niet").click().run()
    assert app.text_input(key=private(app, "woorden")).value == LONELY
    assert app.session_state[private(app, "kies_veilig")] == ["erbij-horen"]


def test_wiping_forgets_everything(find: Callable[..., AppTest]) -> None:
    app = say(choose_area(find()), LONELY)
    app.button(key="wis_alles").click().run()
    assert app.text_input(key=private(app, "woorden")).value == ""
    assert app.selectbox(key=private(app, "buurt")).value is None
    assert LONELY not in remembered(app)


def test_everything_of_a_search_is_forgotten_with_the_role(find: Callable[..., AppTest]) -> None:
    app = say(choose_area(find()), LONELY)
    app.button(key="andere_rol").click().run()
    assert LONELY not in remembered(app)
    assert LINDEHOF not in remembered(app)


@pytest.mark.parametrize("role", [Role.TEAM_LEAD, Role.VISITOR])
def test_who_may_not_search_is_told_so_kindly(find: Callable[..., AppTest], role: Role) -> None:
    app = find(role)
    assert "Je mag dit niet zien" in app.warning[0].value
    assert not app.text_input
    assert not app.exception


@pytest.mark.parametrize("role", [Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.BROKER])
def test_who_may_search_sees_the_form(find: Callable[..., AppTest], role: Role) -> None:
    assert find(role).button(key="zoek").label == TEXT.find.search
