"""The network of a town, and how two things in it are connected, told in one Dutch sentence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.graph.paths import NoPath, explain_path
from socialmap.graph.phrases import AGAIN, clause_for
from socialmap.graph.projection import build_graph
from socialmap.model.people import Permission, Talent
from socialmap.model.values import ResidentId, TalentId, TalentKindId, ThemeId
from socialmap.model.vocabulary import Collective, GroupForm, TalentKind, Theme, Vocabulary
from socialmap.ontology.thesaurus import load_vocabulary
from tests.unit.linde_town import BEWONER, BRUG, EETTAFEL, KOK, TAALCAFE, TOWN, VER, VRAAG

NEED = ("need", VRAAG.id)
PLACE = ("facility", BRUG.id)


def _theme(theme_id: str, label: str, group: str | None = None) -> Theme:
    return Theme(
        id=theme_id,
        label=label,
        label_en=label,
        group=None if group is None else ThemeId(group),
        positive_health=(),
        self_sufficiency="",
        collective=Collective.YES,
        group_form=GroupForm.EATING,
        sensitive=False,
        acute=False,
    )


def _by_id(*concepts: Theme) -> Mapping[ThemeId, Theme]:
    return {ThemeId(concept.id): concept for concept in concepts}


COOKING = TalentKind(
    id="koken", label="Koken", label_en="Cooking", sort="handen", helps_with=(ThemeId("samen-eten"),)
)
WORDS = Vocabulary(
    themes=_by_id(
        _theme("ontmoeten", "Ontmoeten"),
        _theme("samen-eten", "Samen eten", "ontmoeten"),
        _theme("eenzaamheid", "Eenzaamheid", "ontmoeten"),
        _theme("nederlands-leren", "Nederlands leren"),
        _theme("huisdier", "Huisdier"),
    ),
    related=frozenset({frozenset({ThemeId("eenzaamheid"), ThemeId("huisdier")})}),
    talents={TalentKindId("koken"): COOKING},
    activity_types={},
    target_groups={},
    barriers={},
    facility_types={},
    partner_types={},
    terms={},
    languages={},
)


@pytest.fixture
def town() -> nx.Graph:
    return build_graph(TOWN, WORDS)


def test_a_question_is_connected_to_a_place_in_one_sentence() -> None:
    alone = replace(EETTAFEL, themes=(ThemeId("nederlands-leren"),), run_by=())
    answer = explain_path(build_graph([*TOWN[:8], alone, *TOWN[9:]], WORDS), NEED, PLACE)
    assert answer.sentence == (
        "Deze vraag gaat over het onderwerp Samen eten, "
        "een bewoner met het talent Koken (via Delia) kan helpen bij dat onderwerp, "
        "die bewoner is trekker van Eettafel De Brug, en dat initiatief is in Buurtkamer De Brug."
    )
    assert answer.paths[0].nodes == (
        NEED,
        ("theme", "samen-eten"),
        ("talent", KOK.id),
        ("initiative", EETTAFEL.id),
        PLACE,
    )


def test_the_shortest_way_comes_first_and_there_are_at_most_three(town: nx.Graph) -> None:
    answer = explain_path(town, NEED, PLACE)
    assert answer.reason is None
    assert answer.sentence == answer.paths[0].sentence
    assert answer.sentence == (
        "Deze vraag gaat over het onderwerp Samen eten, Eettafel De Brug helpt bij dat onderwerp, "
        "en dat initiatief is in Buurtkamer De Brug."
    )
    assert len(answer.paths) == 3
    lengths = [nx.path_weight(town, path.nodes, "weight") for path in answer.paths]
    assert lengths == sorted(lengths)
    assert len({path.nodes for path in answer.paths}) == 3


def test_the_way_back_tells_the_same_relations(town: nx.Graph) -> None:
    answer = explain_path(town, PLACE, NEED)
    assert answer.sentence == (
        "Eettafel De Brug is in Buurtkamer De Brug, dat initiatief helpt bij het onderwerp Samen eten, "
        "en een vraag gaat over dat onderwerp."
    )


def test_one_step_is_one_clause(town: nx.Graph) -> None:
    answer = explain_path(town, ("professional", "P-SAMIRA"), ("initiative", EETTAFEL.id))
    assert answer.sentence == "Samira kent Eettafel De Brug."


def test_a_person_is_only_a_role(town: nx.Graph) -> None:
    labels = {town.nodes[node]["label"] for node in town if node[0] in {"resident", "talent", "need"}}
    assert labels == {"een bewoner", "een bewoner met het talent Koken (via Delia)", "een vraag"}
    answer = explain_path(town, ("resident", BEWONER.id), PLACE)
    assert answer.sentence.startswith("Deze bewoner ")
    assert BEWONER.id not in answer.sentence


def test_residents_and_questions_are_only_there_when_given() -> None:
    graph = build_graph([thing for thing in TOWN if thing.kind not in {"resident", "need"}], WORDS)
    assert not [node for node in graph if node[0] in {"resident", "need"}]
    assert explain_path(graph, NEED, PLACE).reason is NoPath.UNKNOWN


def test_a_talent_without_consent_is_not_in_the_network() -> None:
    for consent in (Permission.NO, Permission.STILL_TO_ASK):
        graph = build_graph([*TOWN, replace(KOK, consent=consent, id=TalentId("T-2"))], WORDS)
        assert ("talent", "T-2") not in graph


def test_consent_lapses_after_twelve_months() -> None:
    assert ("talent", KOK.id) in build_graph(TOWN, WORDS, today=date(2027, 1, 5))
    assert ("talent", KOK.id) not in build_graph(TOWN, WORDS, today=date(2027, 1, 6))


def test_own_experience_takes_the_place_of_what_a_talent_helps_with() -> None:
    lived = replace(KOK, experience_with=(ThemeId("huisdier"),))
    graph = build_graph([lived], WORDS)
    assert list(graph.neighbors(("talent", KOK.id))) == [("theme", "huisdier")]


def test_no_connection_is_an_answer_with_a_reason(town: nx.Graph) -> None:
    town.remove_node(("initiative", TAALCAFE.id))
    apart = explain_path(town, NEED, ("facility", VER.id))
    assert (apart.paths, apart.reason) == ((), NoPath.APART)
    assert apart.sentence == "Tussen deze twee is nog geen verbinding bekend."
    assert explain_path(town, NEED, NEED).reason is NoPath.SAME
    assert explain_path(town, NEED, ("facility", "weg")).sentence == "Dit staat nog niet in het netwerk."


@given(order=st.permutations(TOWN))
@settings(deadline=None, max_examples=20)
def test_the_order_of_the_entities_does_not_change_the_answer(order: list[object]) -> None:
    assert explain_path(build_graph(order, WORDS), NEED, PLACE) == explain_path(
        build_graph(TOWN, WORDS), NEED, PLACE
    )


def test_every_relation_in_the_network_can_be_told(town: nx.Graph) -> None:
    for _, _, edge in town.edges(data=True):
        clause = clause_for(edge["relation"], edge["tail"][0])
        assert clause.startswith("{tail}")
    assert {node[0] for node in town} <= set(AGAIN)


def test_every_edge_of_the_real_thesaurus_connects_two_themes() -> None:
    words = load_vocabulary()
    graph = build_graph([], words)
    assert graph.number_of_nodes() == len(words.themes)
    grouped = sum(theme.group is not None for theme in words.themes.values())
    assert graph.number_of_edges() == grouped + len(words.related)


def test_a_resident_is_told_with_the_colleague_to_ask() -> None:
    talent = Talent(
        id=TalentId("T-3"),
        resident_id=ResidentId(BEWONER.id),
        talent=TalentKindId("koken"),
        consent=Permission.YES,
        via=KOK.via,
    )
    graph = build_graph([*TOWN, talent], WORDS)
    assert graph.nodes["resident", BEWONER.id]["label"] == "een bewoner (via Delia)"
    answer = explain_path(graph, ("resident", BEWONER.id), ("talent", "T-3"))
    assert answer.sentence == "Deze bewoner kan iets dat anderen helpt: Koken."
