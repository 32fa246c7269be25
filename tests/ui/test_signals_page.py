"""Wat valt op? and Schrijf het signaal: what each role sees, a refused form, and telling people back."""

from __future__ import annotations

import re
from collections.abc import Callable
from html import unescape

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.privacy.roles import Role
from socialmap.ui.text import TEXT

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
    raw = " ".join(element.body for element in app.get("html"))
    return re.sub(r"\s+", " ", unescape(re.sub(r"<[^>]+>", " ", raw)))


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
