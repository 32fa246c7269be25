"""A row without a theme gets one suggested from its words: marked, with the reason, not the source's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.connectors.plan import make_plan
from socialmap.connectors.suggested import SuggestedTheme, ask_for_theme, suggestions_in
from socialmap.connectors.table import Known, read_table
from socialmap.model.values import ThemeId
from socialmap.ontology.thesaurus import load_vocabulary

pytestmark = pytest.mark.usefixtures("read_here")

EATING = SuggestedTheme(ThemeId("samen-eten"), "Samen eten", "er staat 'soep'")
GUESSED = SuggestedTheme(ThemeId("bewegen"), "Bewegen", "lijkt op: een rondje lopen", sure=False)


def find(text):
    return (EATING,) if "soep" in text.lower() else (GUESSED,) if "rondje" in text else ()


KNOWN = Known(load_vocabulary(), find_themes=find)


def read(folder, *rows):
    path = folder / "tabel.csv"
    path.write_text("\n".join(("naam;thema;contact;plek;omschrijving", *rows)), encoding="utf-8")
    return read_table(path, KNOWN)


def test_a_row_without_a_theme_gets_the_one_that_its_words_say(tmp_path):
    reading = read(tmp_path, "Op dinsdag;;via de balie;geen vaste plek;Verse soep")
    (row,) = reading.rows
    assert row.entity.themes == ("samen-eten",)
    assert row.suggested == (EATING,)
    assert "themes" not in row.given
    (one,) = suggestions_in(reading, make_plan(reading, {}).new)
    assert (one.name, one.line, one.themes) == ("Op dinsdag", 2, (EATING,))


def test_a_theme_that_is_given_stays_and_nothing_is_suggested(tmp_path):
    (row,) = read(tmp_path, "Soep;Bewegen;via de balie;geen vaste plek;").rows
    assert (row.entity.themes, row.suggested) == (("bewegen",), ())
    assert "themes" in row.given


def test_what_is_not_sure_is_only_asked(tmp_path):
    reading = read(
        tmp_path, "Een rondje;;via de balie;geen vaste plek;", "Iets;;via de balie;geen vaste plek;"
    )
    assert reading.rows == ()
    assert [one.reason for one in reading.rejected] == [
        "Waar helpt dit bij? Kies minstens één onderwerp. Misschien: Bewegen.",
        "Waar helpt dit bij? Kies minstens één onderwerp.",
    ]


def test_a_suggestion_never_disputes_what_is_on_the_map(tmp_path):
    row = read(tmp_path, "Soep;;via de balie;geen vaste plek;").rows[0]
    stored = replace(row.entity, themes=(ThemeId("ontmoeten"),))
    reading = read(tmp_path, "Soep;;via de balie;geen vaste plek;")
    plan = make_plan(reading, {row.key: stored})
    assert (plan.new, plan.changed, plan.unchanged) == ((), (), 1)
    assert list(suggestions_in(reading, plan.new)) == []


def test_a_refusal_names_at_most_two_themes_to_choose_from():
    three = (EATING, GUESSED, SuggestedTheme(ThemeId("geld"), "Geld", ""))
    assert ask_for_theme(three, "Kies.") == "Kies. Misschien: Samen eten of Bewegen."
