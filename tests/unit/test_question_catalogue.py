"""The catalogue of questions: described in Dutch, strict about parameters, closed to injection."""

from __future__ import annotations

import re
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyoxigraph import Store

from socialmap.errors import InvalidInput, NotFound
from socialmap.rdf.catalogue import Parameter, Question, fill_in, question, questions, sparql_term
from socialmap.rdf.dataset import GraphDataset

SORTS = ("theme", "initiative", "text", "thing", "daypart", "date", "number", "integer")


def test_every_question_has_a_dutch_text_and_explained_parameters() -> None:
    assert len(questions()) >= 11
    for name, asked in questions().items():
        assert asked.name == name
        assert asked.text.endswith("?")
        assert asked.layers
        for parameter in asked.parameters:
            assert parameter.explanation
            if parameter.default is not None:
                sparql_term(parameter.sort, parameter.default)


def test_every_parameter_is_used_and_every_use_is_a_parameter() -> None:
    for asked in questions().values():
        assert set(re.findall(r"\$(\w+)", asked.sparql)) == {p.name for p in asked.parameters}


def test_a_question_that_does_not_exist_is_not_found() -> None:
    with pytest.raises(NotFound, match="bestaat niet"):
        question("alles-over-iedereen")


def test_all_wrong_parameters_are_told_at_once() -> None:
    with pytest.raises(InvalidInput) as refused:
        fill_in(question("free-rooms"), {"dagdeel": "gisteren", "plaatsen": "veel", "kleur": "rood"})
    assert [violation.field for violation in refused.value.violations] == ["parameter", "dagdeel", "plaatsen"]
    with pytest.raises(InvalidInput, match="Vul in: het dagdeel"):
        fill_in(question("free-rooms"), {})


def test_parameters_may_be_text_as_typed_or_values() -> None:
    typed = fill_in(question("changes"), {"van": "2026-01-01", "tot": "2026-03-01"})
    given_as_dates = fill_in(question("changes"), {"van": date(2026, 1, 1), "tot": date(2026, 3, 1)})
    assert typed == given_as_dates


def test_a_kind_that_does_not_exist_is_refused() -> None:
    with pytest.raises(NotFound):
        sparql_term("thing", "geheim/1")


@given(text=st.text(st.characters(exclude_categories=["Cs"])))
@settings(deadline=None, max_examples=200)
def test_any_text_stays_one_text_in_the_query(text: str) -> None:
    asked = Question("x", "x?", (_parameter("text"),), frozenset(), "SELECT ($waarde AS ?got) WHERE {}")
    rows = list(Store().query(fill_in(asked, {"waarde": text})))
    assert [row["got"].value for row in rows] == [text]


@given(
    sort=st.sampled_from(SORTS),
    text=st.sampled_from(
        ['"', ">", "} ; DROP ALL ; {", "\\", "\n", "a> . ?x ?y ?z . <b", "initiative/", "1 2"]
    ),
)
@settings(deadline=None, max_examples=100)
def test_a_nasty_value_is_refused_or_changes_nothing_but_its_place(sort: str, text: str) -> None:
    asked = Question("x", "x?", (_parameter(sort),), frozenset(), "SELECT ($waarde AS ?got) WHERE {}")
    try:
        rows = list(Store().query(fill_in(asked, {"waarde": text})))
    except InvalidInput:
        return
    assert len(rows) == 1


def test_a_nasty_theme_finds_nothing_and_breaks_nothing() -> None:
    dataset = GraphDataset()
    before = len(dataset)
    theme = "x> } } ; DELETE WHERE { ?s ?p ?o } #"
    assert dataset.select("offers-nearby", thema=theme, drempel="gratis", lon=6.1, lat=52.5) == []
    assert len(dataset) == before


def _parameter(sort: str) -> Parameter:
    return Parameter("waarde", sort, None, "iets")
