"""Help: what the page must tell, read from the program where the program knows it."""

from __future__ import annotations

from collections.abc import Callable
from html import escape

import pytest
from streamlit.testing.v1 import AppTest

from socialmap.language.files import language_folder
from socialmap.language.sayings import Safety, Split, safety_sayings
from socialmap.language.tried import tried_on
from socialmap.privacy.roles import Role
from socialmap.search.matching import WEIGHTS
from socialmap.ui.text import TEXT
from tests.ui.handling import said

Opener = Callable[..., AppTest]


@pytest.fixture
def page(opened: Opener) -> str:
    app = opened(Role.VISITOR)
    app.switch_page("pages/help_page.py")
    app.run()
    assert not app.exception
    return said(app)


def test_the_weights_on_the_page_are_those_of_the_engine(page: str) -> None:
    for weight in WEIGHTS.by_part().values():
        assert f"<td>{weight}</td>" in page
    assert f"hooguit {sum(WEIGHTS.by_part().values())}" in page


def test_what_danger_was_tried_on_is_counted_in_the_sentences_themselves(page: str) -> None:
    tested = [
        saying
        for saying in safety_sayings(language_folder(), Safety.ACUTE)
        if saying.split is Split.TEST and saying.voice == "dwang"
    ]
    alike = [
        saying
        for saying in safety_sayings(language_folder(), Safety.LOOK_ALIKE)
        if saying.split is Split.TEST and saying.voice == "dwang"
    ]
    assert f"Dwang en uitbuiting</th><td>{len(tested)}</td><td>{len(alike)}</td>" in page
    assert {each.kind for each in tried_on().kinds} == set(dict(TEXT.help.tried.kinds))


def test_the_plainest_danger_stands_there_sentence_by_sentence(page: str) -> None:
    assert len(tried_on().always) >= 150
    assert all(f"<li>{escape(sentence)}</li>" in page for sentence in tried_on().always)


def test_the_three_goals_stand_there_with_their_source(page: str) -> None:
    assert all(goal[:20] in page for goal in TEXT.help.collective.goals)
    assert len(TEXT.help.collective.goals) == 3
    assert "Binkhorst" in page
    assert "veertien sociaal werkers" in page


def test_the_fifth_of_eight_beacons_stands_out(page: str) -> None:
    assert len(TEXT.help.collective.beacons) == 8
    assert all(beacon in page for beacon in TEXT.help.collective.beacons)
    assert "<li class=balans>Doordachte balans van collectief en individueel" in page


def test_the_limits_are_told(page: str) -> None:
    assert "Opvallend is geen bewijs" in page
    assert "zijn niet alle vragen" in page
    assert "Fokkema" in page
    assert "lastig aan te tonen" in page


def test_the_words_of_the_trade_and_the_five_sources_are_there(page: str) -> None:
    assert "sociale basis" in page
    assert "outreachend" in page
    assert len(TEXT.help.sources) == 5
    assert "Teekman" in page
    assert "Spierts" in page


def test_every_link_on_the_page_leads_somewhere(page: str) -> None:
    anchors = {part.split('"')[0] for part in page.split('href="#')[1:]}
    assert len(anchors) == 8
    assert all(f'id="{anchor}"' in page for anchor in anchors)
