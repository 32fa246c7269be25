"""Wat valt op? and Schrijf het signaal: what each role sees, a refused form, and telling people back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.model.together import Signal
from socialmap.privacy.roles import Role
from socialmap.ui import session
from socialmap.ui.text import TEXT
from tests.ui.handling import plain, said

Opener = Callable[..., AppTest]
ALLOWED = {
    "signals": {Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.TEAM_LEAD},
    "write_signal": {Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.BROKER},
}
TITLES = {"signals": TEXT.signals.title, "write_signal": TEXT.write_signal.title}
COLLEAGUES = {
    Role.COMMUNITY_WORKER: "samira-el-idrissi",
    Role.PROFESSIONAL: "joost-haverkamp",
    Role.BROKER: "delia-fernandes",
}


def page(opened: Opener, name: str, role: Role, **address: str) -> AppTest:
    app = opened(role)
    app.session_state["collega"] = COLLEAGUES.get(role, "")
    for key, value in address.items():
        app.query_params[key] = value
    app.switch_page(f"pages/{name}.py")
    app.run()
    assert not app.exception
    return app


def told(app: AppTest) -> str:
    """What the page says, without its drawings."""
    return plain(said(app))


def field(app: AppTest, kind: str, name: str):
    return next(each for each in app.get(kind) if str(each.key).endswith(f"_{name}"))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", TITLES)
def test_a_role_sees_the_screen_or_a_friendly_refusal(opened: Opener, name: str, role: Role) -> None:
    app = page(opened, name, role)
    if role in ALLOWED[name]:
        assert TITLES[name] in told(app)
        assert not app.warning
    else:
        assert app.warning[0].value.startswith("**Je mag dit niet zien.")
    assert not app.error


def test_only_the_team_reads_how_many_people_a_pattern_is_about(opened: Opener) -> None:
    inside, outside = (
        told(page(opened, "signals", role)) for role in (Role.PROFESSIONAL, Role.COMMUNITY_WORKER)
    )
    assert "9 mensen met deze vraag" in inside
    assert "mensen met deze vraag," not in outside
    for text in (inside, outside):
        assert "Vocht, schimmel en onderhoud in Havenrand" in text
        assert "Opvallend is geen bewijs. Praat er eerst over." in text
        assert "Wacht al 13 dagen op antwoord." in text


def test_what_is_known_already_goes_away_and_comes_back(opened: Opener) -> None:
    app = page(opened, "signals", Role.COMMUNITY_WORKER)
    for _ in range(3):
        app.button(key="bekend_0").click().run()
    assert TEXT.signals.empty in told(app)
    app.button(key="weer_tonen").click().run()
    assert TEXT.signals.empty not in told(app)


def test_a_refused_signal_stays_filled_in_and_says_what_is_missing(opened: Opener) -> None:
    app = page(opened, "write_signal", Role.PROFESSIONAL)
    field(app, "text_input", "kop").set_value("Lift kapot").run()
    app.button(key="bewaar_signaal").click().run()
    text = told(app)
    assert "Kies waar het volgens jou aan ligt." in text
    assert TEXT.write_signal.not_yet in text
    assert field(app, "text_input", "kop").value == "Lift kapot"


def test_somebody_in_danger_is_no_signal_and_the_card_says_whom_to_call(opened: Opener) -> None:
    app = page(opened, "write_signal", Role.BROKER, patroon="slechte-woning:BU99990103")
    field(app, "text_input", "kop").set_value("Hij slaat mij").run()
    assert "Bel Veilig Thuis" in told(app)
    field(app, "button_group", "oorzaak").set_value("omgeving").run()
    app.button(key="bewaar_signaal").click().run()
    text = told(app)
    assert "Is er iemand in gevaar? Volg de meldcode. We bewaren dit hier niet." in text
    assert TEXT.safety.not_kept in text
    assert TEXT.write_signal.empty in text
    assert field(app, "text_input", "kop").value == "Hij slaat mij"
    app = field(app, "button", "kop").click().run()
    assert "Bel Veilig Thuis" not in told(app)
    assert "We bewaren dit hier niet." not in told(app)
    assert TEXT.write_signal.routes in told(app)


def test_a_pattern_fills_the_title_and_what_is_seen(opened: Opener) -> None:
    app = page(opened, "write_signal", Role.COMMUNITY_WORKER, patroon="slechte-woning:BU99990103")
    assert field(app, "text_input", "kop").value == "Vocht, schimmel en onderhoud in Havenrand"
    assert "Dit is geen bewijs." in field(app, "text_area", "zien").value


def test_a_white_spot_is_about_what_is_not_there(opened: Opener) -> None:
    app = page(opened, "write_signal", Role.PROFESSIONAL, tekort="geld:BU99990101")
    assert field(app, "button_group", "soort").value == "aanbod_ontbreekt"


def written(opened: Opener) -> AppTest:
    """A signal of Samira, on her screen."""
    app = page(opened, "write_signal", Role.COMMUNITY_WORKER, patroon="slechte-woning:BU99990103")
    field(app, "button_group", "oorzaak").set_value("omgeving").run()
    app.button(key="bewaar_signaal").click().run()
    kept = next(str(button.key) for button in app.button if str(button.key).startswith("open_signal"))
    return page(opened, "signals", Role.COMMUNITY_WORKER, open=f"signal:{kept.removeprefix('open_')}")


def address_of(app: AppTest) -> str:
    address = app.query_params["open"]
    return address if isinstance(address, str) else address[0]


def test_deepening_asks_for_figures_or_a_story(opened: Opener) -> None:
    app = written(opened)
    assert TEXT.signals.deepen_intro in told(app)
    app.button(key="bewaar_stap").click().run()
    assert "Vul eerst cijfers of een verhaal in." in told(app)
    field(app, "text_area", "verhaal").set_value("Zij slaat haar moeder.").run()
    assert "Bel Veilig Thuis" in told(app)
    app.button(key="bewaar_stap").click().run()
    assert "Volg de meldcode. We bewaren dit hier niet." in told(app)
    field(app, "button", "verhaal").click().run()
    assert "We bewaren dit hier niet." not in told(app)
    assert "Bel Veilig Thuis" not in told(app)
    field(app, "text_area", "verhaal").set_value("Een kind slaapt in de woonkamer.").run()
    app.button(key="bewaar_stap").click().run()
    assert "Bewaard. Nu: verdiept." in told(app)
    assert "Een kind slaapt in de woonkamer." in told(app)
    assert "Nog niet ingevuld." not in told(app)


def test_a_story_that_stands_there_already_calls_up_no_card(opened: Opener) -> None:
    app = written(opened)
    workspace = session.workspace()
    stored = workspace.catalogue.get(Signal, address_of(app).removeprefix("signal:")).entity
    told_before = replace(stored, consequence="Zij slaat haar moeder.")
    workspace.catalogue.save([told_before], actor="x", action="y", at=workspace.clock())
    app = page(opened, "signals", Role.COMMUNITY_WORKER, open=address_of(app))
    assert field(app, "text_area", "verhaal").value == "Zij slaat haar moeder."
    assert "Bel Veilig Thuis" not in told(app)
    app.button(key="bewaar_stap").click().run()
    assert "Bewaard. Nu: verdiept." in told(app)


def test_other_words_about_danger_are_not_kept_until_it_is_said_that_nobody_is(opened: Opener) -> None:
    app = written(opened)
    field(app, "text_input", "we_ask").set_value("Hij slaat mij").run()
    assert "Bel Veilig Thuis" in told(app)
    app.button(key="bewaar_woorden").click().run()
    assert "Volg de meldcode. We bewaren dit hier niet." in told(app)
    assert TEXT.signals.saved_texts not in told(app)
    app = field(app, "button", "we_ask").click().run()
    assert "Bel Veilig Thuis" not in told(app)
    app.button(key="bewaar_woorden").click().run()
    assert TEXT.signals.saved_texts in told(app)
    assert "Hij slaat mij" in told(app)


def test_two_windows_on_one_signal_lose_nothing(opened: Opener) -> None:
    mine = written(opened)
    theirs = page(opened, "signals", Role.COMMUNITY_WORKER, open=address_of(mine))
    field(theirs, "text_input", "we_ask").set_value("Maak de muren droog.").run()
    theirs.button(key="bewaar_woorden").click().run()
    assert TEXT.signals.saved_texts in told(theirs)
    field(mine, "text_input", "we_ask").set_value("Stuur een schilder.").run()
    mine.button(key="bewaar_woorden").click().run()
    assert TEXT.general.changed_meanwhile in told(mine)
    assert "Nu staat er bij ‘Wat vragen we?’: Maak de muren droog." in told(mine)
    assert field(mine, "text_input", "we_ask").value == "Stuur een schilder."
    mine.button(key="bewaar_woorden").click().run()
    assert TEXT.signals.saved_texts in told(mine)
    assert "Stuur een schilder." in told(mine)


def test_a_step_on_an_older_screen_says_so_and_keeps_what_was_typed(opened: Opener) -> None:
    mine = written(opened)
    theirs = page(opened, "signals", Role.COMMUNITY_WORKER, open=address_of(mine))
    for app, story in ((theirs, "Hun verhaal."), (mine, "Mijn verhaal.")):
        field(app, "text_area", "verhaal").set_value(story).run()
        app.button(key="bewaar_stap").click().run()
        assert not app.exception
    assert field(mine, "text_area", "verhaal").value == "Mijn verhaal."
    text = told(mine)
    assert TEXT.general.changed_meanwhile in text
    assert "Hun verhaal." in text
    assert "Nu: verdiept" in text


def test_a_signal_goes_away_and_comes_back(opened: Opener) -> None:
    app = written(opened)
    app.button(key="haal_weg").click().run()
    app.button(key="haal_echt_weg").click().run()
    assert TEXT.signals.removed in told(app)
    assert not app.exception
    app.button(key="zet_terug").click().run()
    assert TEXT.signals.removed not in told(app)
    assert "Vocht, schimmel en onderhoud in Havenrand" in told(app)


def test_a_closed_signal_opens_again(opened: Opener) -> None:
    app = written(opened)
    field(app, "button_group", "naar").set_value("afgesloten").run()
    field(app, "text_input", "verteld").set_value("de bewoners").run()
    app.button(key="bewaar_stap").click().run()
    assert "Kies waarom dit klaar is." in told(app)
    field(app, "button_group", "reden").set_value("loopt elders").run()
    app.button(key="bewaar_stap").click().run()
    assert "Klaar: loopt elders" in told(app)
    app.button(key="open_weer").click().run()
    assert "Nu: opgemerkt" in told(app)


def test_the_note_of_a_colleague_is_refused_kindly(opened: Opener) -> None:
    app = page(opened, "write_signal", Role.PROFESSIONAL, notitie="notitie-1")
    assert "Deze notitie staat niet bij jouw notities." in app.warning[0].value


def test_a_makelaar_has_her_own_list_and_no_choice_to_make(opened: Opener) -> None:
    app = page(opened, "write_signal", Role.BROKER, patroon="slechte-woning:BU99990103")
    text = told(app)
    assert TEXT.write_signal.only_leads in text
    assert TEXT.write_signal.empty in text
    assert "Woningcorporatie (wijkbeheerder)" in text
    assert TEXT.signals.choice not in text


def test_a_team_lead_reads_a_signal_and_moves_nothing(opened: Opener) -> None:
    app = page(opened, "signals", Role.TEAM_LEAD, open="signal:signaal-tocht")
    text = told(app)
    assert "Wij stoken voor de mussen." in text
    assert TEXT.signals.only_leads in text
    assert "bewaar_stap" not in {button.key for button in app.button}


def test_telling_back_asks_to_whom_before_it_is_kept(opened: Opener) -> None:
    app = page(opened, "signals", Role.COMMUNITY_WORKER, open="signal:signaal-tocht")
    assert TEXT.signals.tell_intro in told(app)
    app.button(key="bewaar_stap").click().run()
    assert "Schrijf op aan wie je het vertelde." in told(app)
