"""Deze week, Waar staan we?, Samen in gesprek, Kennen deze twee elkaar?: what each role sees and can do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.privacy.roles import Role
from socialmap.settings import Settings
from socialmap.ui import navigation, paper, session
from socialmap.ui.components.small_graph import broken
from socialmap.ui.text import TEXT
from tests.ui.handling import told

PAGES = {
    "this_week": TEXT.week.title,
    "where_we_stand": TEXT.stand.title,
    "conversation": TEXT.talk.title,
    "connections": TEXT.links.title,
}
TEAM = {Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.TEAM_LEAD}
ALLOWED = {
    "this_week": {*TEAM, Role.BROKER},
    "where_we_stand": TEAM,
    "conversation": TEAM,
    "connections": {Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.BROKER},
}
WHO = {
    Role.COMMUNITY_WORKER: "samira-el-idrissi",
    Role.PROFESSIONAL: "joost-haverkamp",
    Role.BROKER: "delia-fernandes",
    Role.TEAM_LEAD: "marijke-postma",
}
Show = Callable[..., AppTest]


@pytest.fixture
def show(town: Settings, tmp_path: Path) -> Iterator[Show]:
    """Opens a page as a role, on a town of its own: what is saved here is in nobody's way."""
    folder = shutil.copytree(town.folder, tmp_path / "meerwold")
    session.use_settings(Settings(folder=folder, today=town.today))

    def open_page(name: str, role: Role = Role.COMMUNITY_WORKER, colleague: str | None = None) -> AppTest:
        app = AppTest.from_file(navigation.__file__, default_timeout=60)
        app.session_state["rol"] = str(role)
        app.session_state["collega"] = WHO.get(role, "") if colleague is None else colleague
        app.run()
        app.switch_page(f"pages/{name}.py")
        app.run()
        assert not app.exception
        return app

    yield open_page
    session.use_settings(Settings())


def key_of(app: AppTest, ending: str, beginning: str = "bewoner_") -> str:
    """The key of a field whose name ends like this; it has the team and the colleague in it."""
    keys = map(str, app.session_state.to_dict())
    return next(key for key in keys if key.startswith(beginning) and key.endswith(ending))


@pytest.mark.parametrize("role", list(Role))
@pytest.mark.parametrize("name", PAGES)
def test_a_role_sees_the_screen_or_a_friendly_refusal(show: Show, name: str, role: Role) -> None:
    app = show(name, role)
    if role in ALLOWED[name]:
        assert PAGES[name] in told(app)
        assert not app.warning
    else:
        assert app.warning[0].value.startswith("**Je mag dit niet zien.")
    assert not app.error


# ---- this week


def test_the_week_has_five_lines_and_the_rest_on_asking(show: Show) -> None:
    app = show("this_week")
    rows = [each for each in app.get("html") if "weekregel" in each.body]
    assert len(rows) == 5
    assert "Tocht en hoge rekeningen" in rows[0].body
    app.button(key="week_meer").click().run()
    assert len([each for each in app.get("html") if "weekregel" in each.body]) > 5


def test_what_is_put_away_makes_room_and_can_come_back(show: Show) -> None:
    app = show("this_week")
    first = "terugkoppelen_signal_signaal-tocht"
    app.button(key=f"later_{first}").click().run()
    assert "Tocht en hoge rekeningen" not in told(app)
    assert len([each for each in app.get("html") if "weekregel" in each.body]) == 5
    app.button(key="week_terug").click().run()
    assert "Tocht en hoge rekeningen" in told(app)


def test_a_team_leader_sees_no_idea_and_no_question(show: Show) -> None:
    app = show("this_week", Role.TEAM_LEAD)
    assert "dezelfde vraag" not in told(app)
    assert "staat" not in [each.label for each in app.button]


# ---- where we stand


def test_one_dot_is_enough_and_comes_back(show: Show) -> None:
    app = show("where_we_stand", Role.PROFESSIONAL, "tjeerd-boonstra")
    assert TEXT.stand.nothing_saved in told(app)
    app.select_slider(key=key_of(app, "zelf_nu_x")).set_value(-0.4).run()
    app.select_slider(key=key_of(app, "zelf_nu_y")).set_value(0.3).run()
    app.button(key="bewaar_stippen").click().run()
    assert TEXT.stand.saved in told(app)
    assert "Je werkt meer individueel dan collectief en meer formeel dan informeel." in told(app)
    again = show("where_we_stand", Role.PROFESSIONAL, "tjeerd-boonstra")
    assert again.select_slider(key=key_of(again, "zelf_nu_x")).value == -0.4
    assert not again.toggle(key=key_of(again, "team_straks_aan")).value


def test_the_team_is_shown_as_it_stood_and_without_dots(show: Show) -> None:
    app = show("where_we_stand")
    app.button(key="bekijk_team").click().run()
    text = told(app)
    assert "Ons team werkt meer individueel dan collectief en iets meer formeel dan informeel." in text
    assert "Dit is de stand van 2 maart 2026." in text
    assert "Deze deskundigheid mist in het team: sociaal makelaar" in text
    drawing = next(each.value for each in app.markdown if "standbeeld" in each.value)
    assert drawing.count('class="merkje') == 3


def test_a_team_leader_has_no_sliders_and_sees_the_mean(show: Show) -> None:
    app = show("where_we_stand", Role.TEAM_LEAD)
    assert len(app.select_slider) == 0
    assert "7 antwoorden." in told(app)
    drawing = next(each.value for each in app.markdown if "standbeeld" in each.value)
    assert drawing.count('class="merkje') == 2


def test_a_small_team_has_no_mean(show: Show) -> None:
    app = show("where_we_stand", Role.PROFESSIONAL, "tjeerd-boonstra")
    app.pills(key="standdeel").set_value("team").run()
    assert "Nog te weinig antwoorden (0). Vanaf 5 zie je het gemiddelde." in told(app)


def test_without_a_name_one_is_asked_for_it(show: Show) -> None:
    for name in ("where_we_stand", "conversation"):
        app = show(name, Role.PROFESSIONAL, "")
        assert app.info[0].value == TEXT.stand.choose_name


def test_the_sheet_for_paper_has_the_mean_and_not_my_dot(show: Show) -> None:
    app = show("where_we_stand")
    app.pills(key="standdeel").set_value("team").run()
    page = paper.take(app.session_state["bewoner_blad_stand"]) or ""
    assert "Ons team werkt meer individueel" in page
    assert page.count('class="merkje') == 2
    assert "Ik nu" not in page


# ---- in conversation


def test_an_own_sheet_is_kept_and_a_refused_one_stays_filled_in(show: Show) -> None:
    app = show("conversation", Role.PROFESSIONAL, "tjeerd-boonstra")
    app.pills(key=key_of(app, "_tegen")).set_value(["opleiding_ervaring"]).run()
    assert "Loop een keer mee met de opbouwwerker." in told(app)
    assert re.search("Deze collega's begeleiden graag een groep: .*Samira el Idrissi", told(app))
    app.text_input(key=key_of(app, "_afspraak")).set_value("Ik bel Jan de Vries").run()
    app.button(key="bewaar_blad").click().run()
    assert "Hier staat misschien een naam. Haal die weg." in told(app)
    assert "Wanneer kom je hierop terug? Kies een datum." in told(app)
    assert app.text_input(key=key_of(app, "_afspraak")).value == "Ik bel Jan de Vries"
    app.text_input(key=key_of(app, "_afspraak")).set_value("Zij slaat haar moeder").run()
    assert "Bel Veilig Thuis" in told(app)
    app.text_input(key=key_of(app, "_afspraak")).set_value("").run()
    app.button(key="bewaar_blad").click().run()
    assert TEXT.talk.saved in told(app)
    again = show("conversation", Role.PROFESSIONAL, "tjeerd-boonstra")
    assert again.pills(key=key_of(again, "_tegen")).value == ["opleiding_ervaring"]


def test_the_team_makes_one_agreement(show: Show) -> None:
    app = show("conversation")
    app.pills(key="gespreksdeel").set_value("team").run()
    text = told(app)
    assert "1 van de 7 voelt zich zeker. In het onderzoek: minder dan 1 op de 5." in text
    assert "Mijn caseload is te groot 5 keer" in text
    assert "<5" not in text
    app.button(key="maak_afspraak").click().run()
    assert "Schrijf één afspraak op." in told(app)
    app.text_input(key=key_of(app, "_tekst", "bewoner_afspraak_")).set_value("Samen naar de eettafel.").run()
    app.date_input(key=key_of(app, "_dag", "bewoner_afspraak_")).set_value(session.today()).run()
    app.button(key="maak_afspraak").click().run()
    assert TEXT.talk.agreed in told(app)
    assert "Samen naar de eettafel. (2 maart 2026)" in told(app)
    assert "Samen naar de eettafel." in told(show("this_week"))


def test_a_team_leader_sees_totals_and_no_sheet_of_anybody(show: Show) -> None:
    app = show("conversation", Role.TEAM_LEAD)
    assert "Waar werken we aan?" in told(app)
    assert not app.text_input
    assert TEXT.talk.agreements not in told(app)


# ---- connections


def test_laat_maar_hides_a_pair_for_good(show: Show) -> None:
    app = show("connections")
    question = "Eettafel De Brug en Soep & Praatje (180 m) – kennen deze twee elkaar?"
    assert question in told(app)
    app.button(key="laat_maar_eettafel-de-brug_soep-en-praatje").click().run()
    assert question not in told(app)
    assert "We vragen niet meer naar Eettafel De Brug en Soep & Praatje." in told(app)
    assert question not in told(show("connections", Role.BROKER))


def test_a_slip_of_the_thumb_can_be_taken_back(show: Show) -> None:
    app = show("connections", Role.BROKER)
    app.button(key="kennen_elkaar_eettafel-de-brug_soep-en-praatje").click().run()
    app.button(key="toch_niet").click().run()
    assert "Eettafel De Brug en Soep & Praatje (180 m)" in told(app)


def test_who_may_not_answer_is_told_who_may(show: Show) -> None:
    app = show("connections", Role.PROFESSIONAL)
    assert TEXT.links.only_look in told(app)
    assert not [each for each in app.button if each.label == "Laat maar"]


def test_islands_and_what_everything_hangs_on_are_sentences(show: Show) -> None:
    app = show("connections")
    app.pills(key="verbindingsdeel").set_value("geheel").run()
    text = told(app)
    assert "Buna en injera, Moeders onder elkaar en Huiswerk in twee talen horen bij elkaar." in text
    assert "Alleen via een bewoner met het talent Veel mensen kennen (via Delia Fernandes)" in text


def test_a_way_is_told_and_drawn_with_its_words(show: Show) -> None:
    app = show("connections")
    app.pills(key="verbindingsdeel").set_value("weg").run()
    assert TEXT.links.choose_first in told(app)
    app.selectbox(key="verbinding_van").set_value("initiative/eettafel-de-brug").run()
    app.selectbox(key="verbinding_naar").set_value("organisation/welzijn-meerwold").run()
    text = told(app)
    assert "Samira el Idrissi kent Eettafel De Brug, en die collega werkt bij Welzijn Meerwold." in text
    assert "Samira el Idrissi kent deze groep (laatste contact" in text
    drawing = next(each.value for each in app.markdown if "netje" in each.value)
    assert drawing.count("<line") == drawing.count('class="band"') == drawing.count('class="ding') - 1


def test_a_label_is_broken_where_words_end() -> None:
    assert broken("Koor") == ["Koor"]
    assert broken("wordt uitgevoerd door", 13) == ["wordt", "uitgevoerd", "door"]
    assert broken("a" * 50, 20, 2) == ["a" * 50]


# ---- for each other


def test_what_people_could_mean_to_each_other_is_looked_up_when_asked(show: Show) -> None:
    app = show("own_needs", Role.PROFESSIONAL, "floor-wieringa")
    assert "Voor elkaar" not in told(app)
    app.toggle(key="bewoner_voor_elkaar").set_value(True).run()
    text = told(app)
    assert "Deze twee mensen kunnen iets voor elkaar betekenen." in text
    assert "een andere bewoner" in text
    assert "Kan ook iets brengen" in text
    assert "Iets terugdoen hoeft niet." in text


# ---- paper


def test_a_sheet_lies_ready_for_ten_minutes_and_cannot_be_guessed() -> None:
    page = paper.sheet_page("Gesprek <b>", [("Wat?", "a & <script>b")], under="van maandag")
    token = paper.lay_ready(page, now=lambda: 0.0)
    assert len(token) > 30
    assert paper.take(token, now=lambda: 599.0) == page
    assert paper.take(token, now=lambda: 601.0) is None
    assert paper.take("nergens", now=lambda: 0.0) is None
    assert "<script>b" not in page
    assert "Gesprek &lt;b&gt;" in page
