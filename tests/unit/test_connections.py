"""Islands, the one new link, what alone holds things together, whom to introduce, and a small picture."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import networkx as nx
import pytest

from socialmap.graph.connections import Fragmentation, fragmentation, islands, link_graph
from socialmap.graph.hinges import bridges, hinges
from socialmap.graph.introductions import to_introduce, who_knows
from socialmap.graph.paths import explain_path
from socialmap.graph.picture import neighbourhood_picture
from socialmap.graph.projection import build_graph
from socialmap.model.people import Permission, Talent, VolunteerRole, VolunteerRoleKind
from socialmap.model.provision import Initiative, OfferStatus, Organisation, OrganisationKind
from socialmap.model.together import Introduction, IntroductionOutcome
from socialmap.model.values import (
    InitiativeId,
    OrganisationId,
    ProfessionalId,
    ResidentId,
    TalentId,
    TalentKindId,
    ThemeId,
)
from socialmap.model.work import Acquaintance, Discipline, Funding, FundingKind, Leadership, Professional
from socialmap.ontology.thesaurus import load_vocabulary
from tests.unit.linde_town import TOWN

TODAY = date(2026, 3, 2)
WORDS = load_vocabulary()
CHURCH = Organisation(id=OrganisationId("O-1"), name="Kerk De Bron", sort=OrganisationKind.FAITH)
WELFARE = Organisation(id=OrganisationId("O-2"), name="Welzijn Meerwold", sort=OrganisationKind.WELFARE)
SAMIRA = Professional(id=ProfessionalId("P-1"), name="Samira", discipline=Discipline.COMMUNITY_WORK)


def _initiative(number: int, name: str, theme: str, *run_by: Organisation) -> Initiative:
    return Initiative(
        id=InitiativeId(f"I-{number}"),
        name=name,
        themes=(ThemeId(theme),),
        contact="via de wijk",
        no_fixed_place=True,
        run_by=tuple(organisation.id for organisation in run_by),
    )


TABLE = _initiative(1, "Eettafel De Brug", "samen-eten", CHURCH)
CHOIR = _initiative(2, "Koor", "muziek-en-cultuur", CHURCH)
WALK = _initiative(3, "Loopgroep", "bewegen", CHURCH)
SOUP = _initiative(4, "Soep & Praatje", "samen-eten", WELFARE)
LANGUAGE = _initiative(5, "Taalcafé", "nederlands-leren", WELFARE)
TWO_ISLANDS: list[Any] = [CHURCH, WELFARE, SAMIRA, TABLE, CHOIR, WALK, SOUP, LANGUAGE]
PLACES = {
    TABLE.id: (200_000.0, 500_000.0),
    CHOIR.id: (200_000.0, 500_010.0),
    SOUP.id: (200_180.0, 500_000.0),
    LANGUAGE.id: (200_000.0, 500_020.0),
}


def _graph(*extra: Any, places: dict[InitiativeId, tuple[float, float]] | None = None) -> nx.Graph:
    return link_graph([*TWO_ISLANDS, *extra], WORDS, PLACES if places is None else places, today=TODAY)


def _fragments(*extra: Any) -> Fragmentation:
    return fragmentation(_graph(*extra), WORDS)


def _acquaintance(number: int, initiative: Initiative, on: date = TODAY) -> Acquaintance:
    return Acquaintance(
        id=f"A-{number}", professional_id=SAMIRA.id, initiative_id=initiative.id, last_contact=on
    )


def _introduced(outcome: IntroductionOutcome, *initiatives: Initiative) -> Introduction:
    return Introduction(
        id="X-1", initiative_ids=tuple(each.id for each in initiatives), outcome=outcome, on=TODAY
    )


def _talent(number: int, consent: Permission = Permission.YES) -> Talent:
    return Talent(
        id=TalentId(f"T-{number}"),
        resident_id=ResidentId("B-001"),
        talent=TalentKindId("koken"),
        consent=consent,
        via=SAMIRA.id,
    )


def test_a_town_of_two_islands() -> None:
    found = _fragments()
    assert [island.initiatives for island in found.islands] == [("I-1", "I-2", "I-3"), ("I-4", "I-5")]
    assert [island.others for island in found.islands] == [1, 1]
    assert found.sentence.startswith("3 initiatieven hangen met elkaar samen. ")
    assert found.islands[0].sentence == "Eettafel De Brug, Koor en Loopgroep horen bij elkaar."


def test_the_new_link_has_a_theme_in_common_though_another_pair_is_nearer() -> None:
    link = _fragments().new_link
    assert link is not None
    assert (link.first, link.second, link.joined, link.theme) == ("I-1", "I-4", 5, "samen-eten")
    assert link.distance_m == 180
    assert link.sentence == (
        "Leer Eettafel De Brug en Soep & Praatje elkaar kennen. "
        "Dan horen 5 initiatieven bij elkaar. Beide gaan over Samen eten."
    )


def test_without_a_theme_in_common_the_nearest_pair_is_linked() -> None:
    other = replace(SOUP, themes=(ThemeId("klusjes"),))
    graph = link_graph([each if each is not SOUP else other for each in TWO_ISLANDS], WORDS, PLACES)
    link = fragmentation(graph, WORDS).new_link
    assert link is not None
    assert (link.first, link.second, link.theme, link.distance_m) == ("I-2", "I-5", None, 10)


def test_without_places_the_first_ids_are_linked() -> None:
    link = fragmentation(_graph(places={}), WORDS).new_link
    assert link is not None
    assert (link.first, link.second, link.distance_m) == ("I-1", "I-4", None)


def test_of_equal_islands_the_pair_with_a_theme_in_common_wins() -> None:
    singles = [_initiative(number, f"Groep {number}", theme) for number, theme in enumerate(
        ("klusjes", "rouw", "bewegen", "rouw")
    )]  # fmt: skip
    places = {each.id: (200_000.0 + 100 * number**2, 500_000.0) for number, each in enumerate(singles)}
    link = fragmentation(link_graph(singles, WORDS, places), WORDS).new_link
    assert link is not None
    assert (link.first, link.second, link.joined, link.theme) == ("I-1", "I-3", 2, "rouw")


def test_a_smaller_island_is_not_linked_however_near() -> None:
    alone = _initiative(6, "Repair Café", "samen-eten")
    graph = _graph(alone, places={**PLACES, alone.id: (200_001.0, 500_000.0)})
    link = fragmentation(graph, WORDS).new_link
    assert link is not None
    assert (link.first, link.second) == ("I-1", "I-4")


def test_one_whole_needs_no_new_link() -> None:
    found = _fragments(_acquaintance(1, TABLE), _acquaintance(2, SOUP))
    assert (len(found.islands), found.new_link) == (1, None)
    assert found.sentence == "Alles hangt met elkaar samen, voor zover wij weten."
    assert fragmentation(link_graph([], WORDS, {}), WORDS).sentence == (
        "Er staan nog geen initiatieven in het netwerk."
    )


def test_two_initiatives_that_know_each_other_hang_together() -> None:
    assert len(_fragments(_introduced(IntroductionOutcome.KNOW_EACH_OTHER, TABLE, SOUP)).islands) == 1
    assert len(_fragments(_introduced(IntroductionOutcome.INVITED, TABLE, SOUP)).islands) == 2


def test_one_resident_with_two_talents_is_one_link() -> None:
    leads = [
        Leadership(id="L-1", initiative_id=TABLE.id, talent_id=TalentId("T-1")),
        VolunteerRole(
            id="R-1",
            initiative_id=SOUP.id,
            role=VolunteerRoleKind.LEAD,
            filled=True,
            talent_id=TalentId("T-2"),
        ),
    ]
    assert len(_fragments(_talent(1), _talent(2), *leads).islands) == 1
    assert len(_fragments(_talent(1), _talent(2, Permission.NO), *leads).islands) == 2
    assert len(_fragments(_talent(1), _talent(2), leads[0], replace(leads[1], filled=False)).islands) == 2


def test_money_does_not_take_the_place_of_who_runs_it() -> None:
    money = Funding(id="F-1", initiative_id=TABLE.id, organisation_id=CHURCH.id, sort=FundingKind.FUND)
    assert len(_fragments(money).islands) == 2


def test_what_stopped_or_is_only_an_idea_is_not_in_the_network() -> None:
    for status in (OfferStatus.STOPPED, OfferStatus.IDEA):
        gone = replace(WALK, status=status)
        graph = link_graph([each if each is not WALK else gone for each in TWO_ISLANDS], WORDS, PLACES)
        assert islands(graph)[0].initiatives == ("I-1", "I-2")


def test_a_hinge_says_what_hangs_on_it() -> None:
    found = hinges(_graph(_acquaintance(1, TABLE), _acquaintance(2, SOUP)))
    told = {hinge.node: hinge.sentence for hinge in found}
    assert told["professional", "P-1"] == (
        "Alleen via Samira zijn Soep & Praatje en Taalcafé verbonden met de rest."
    )
    assert (
        told["organisation", "O-1"] == "Alleen via Kerk De Bron zijn Koor en Loopgroep verbonden met de rest."
    )
    assert [len(hinge.apart) for hinge in found] == sorted(
        (len(hinge.apart) for hinge in found), reverse=True
    )
    assert ("initiative", "I-2") not in told


def test_a_bridge_is_a_single_link_with_initiatives_on_both_sides() -> None:
    found = bridges(_graph(_acquaintance(1, TABLE), _acquaintance(2, SOUP)), most=2)
    assert [bridge.sentence for bridge in found] == [
        "Alleen door de band tussen Eettafel De Brug en Kerk De Bron zijn Koor en Loopgroep niet los.",
        "Alleen door de band tussen Eettafel De Brug en Samira zijn Soep & Praatje en Taalcafé niet los.",
    ]
    assert found[1].ends == (("initiative", "I-1"), ("professional", "P-1"))


def test_a_round_has_no_hinges() -> None:
    closed = [replace(SOUP, run_by=(CHURCH.id, WELFARE.id)), replace(TABLE, run_by=(CHURCH.id, WELFARE.id))]
    graph = link_graph([CHURCH, WELFARE, *closed], WORDS, {})
    assert (hinges(graph), bridges(graph)) == ((), ())


def test_a_pair_to_introduce_is_asked_about_literally() -> None:
    (pair,) = to_introduce(_graph(), WORDS)
    assert pair.sentence == "Eettafel De Brug en Soep & Praatje (180 m) – kennen deze twee elkaar?"
    assert (pair.first, pair.second, pair.distance_m, pair.theme) == ("I-1", "I-4", 180, "samen-eten")


@pytest.mark.parametrize("outcome", list(IntroductionOutcome))
def test_a_pair_that_was_answered_stays_away(outcome: IntroductionOutcome) -> None:
    answered = [_introduced(outcome, SOUP, TABLE)]
    assert to_introduce(_graph(), WORDS, answered) == ()
    assert len(to_introduce(_graph(), WORDS, [_introduced(outcome, SOUP, CHOIR)])) == 1


def test_a_pair_with_a_common_acquaintance_is_not_introduced() -> None:
    assert to_introduce(_graph(_acquaintance(1, TABLE), _acquaintance(2, SOUP)), WORDS) == ()


def test_five_hundred_metres_is_near_and_a_millimetre_more_is_not() -> None:
    for x_m, pairs in ((200_500.0, 1), (200_500.001, 0)):
        graph = _graph(places={TABLE.id: (200_000.0, 500_000.0), SOUP.id: (x_m, 500_000.0)})
        assert len(to_introduce(graph, WORDS)) == pairs


def test_a_life_area_is_like_the_themes_in_it_and_related_themes_are_not_enough() -> None:
    for theme, pairs in (("ontmoeten", 1), ("eenzaamheid", 0), ("gezond-eten", 0)):
        alike = _initiative(7, "Andere groep", theme)
        graph = link_graph([TABLE, alike], WORDS, {TABLE.id: (0.0, 0.0), alike.id: (-1.0, 0.0)})
        assert len(to_introduce(graph, WORDS)) == pairs


def test_what_pauses_is_not_introduced() -> None:
    paused = replace(SOUP, status=OfferStatus.PAUSED)
    graph = link_graph([each if each is not SOUP else paused for each in TWO_ISLANDS], WORDS, PLACES)
    assert to_introduce(graph, WORDS) == ()
    assert len(islands(graph)) == 2


def test_who_of_us_knows_it_and_since_when() -> None:
    joost = Professional(id=ProfessionalId("P-2"), name="Joost", discipline=Discipline.SOCIAL_WORK)
    colleagues = {each.id: each for each in (SAMIRA, joost)}
    met = [
        _acquaintance(1, TABLE, date(2026, 2, 10)),
        _acquaintance(2, TABLE, date(2025, 12, 1)),
        replace(_acquaintance(3, TABLE, date(2026, 2, 20)), professional_id=joost.id),
        _acquaintance(4, SOUP, date(2025, 3, 1)),
    ]
    found = who_knows(met, colleagues, ("initiative", TABLE.id), TODAY)
    assert [each.sentence for each in found] == [
        "Joost kent deze groep (laatste contact 20 februari 2026).",
        "Samira kent deze groep (laatste contact 10 februari 2026).",
    ]
    assert who_knows(met, colleagues, ("initiative", SOUP.id), TODAY) == ()


def test_alternative_paths_are_told_differently() -> None:
    twins = [_initiative(number, "Eettafel", "samen-eten", CHURCH) for number in (1, 2, 3)]
    answer = explain_path(
        build_graph([CHURCH, *twins], WORDS), ("organisation", "O-1"), ("theme", "samen-eten")
    )
    assert len({path.sentence for path in answer.paths}) == len(answer.paths)
    assert answer.paths[0].nodes[1] == ("initiative", "I-1")


def test_a_picture_has_labels_and_says_the_same_in_sentences() -> None:
    graph = build_graph(TOWN, WORDS)
    picture = neighbourhood_picture(graph, ("initiative", "I-EET"))
    assert (picture.nodes[0].node, picture.nodes[0].x, picture.nodes[0].y) == (("initiative", "I-EET"), 0, 0)
    assert len(picture.edges) == len(picture.nodes) - 1
    assert "Eettafel De Brug is in Buurtkamer De Brug." in picture.sentences
    assert {edge.label for edge in picture.edges} >= {"is in", "kent", "helpt bij", "is trekker van"}
    assert all(node.label and abs(node.x) <= 1 and abs(node.y) <= 1 for node in picture.nodes)
    assert len({(node.x, node.y) for node in picture.nodes}) == len(picture.nodes)


def test_a_picture_of_a_hub_stays_small_and_says_what_it_leaves_out() -> None:
    many = [_initiative(number, f"Groep {number:02}", "samen-eten", CHURCH) for number in range(40)]
    picture = neighbourhood_picture(build_graph([CHURCH, *many], WORDS), ("organisation", "O-1"), most=20)
    assert len(picture.nodes) == 20
    assert picture.left_out == 21
    assert picture.sentences[-1] == "Er zijn nog 21 verbindingen meer."


def test_two_steps_are_drawn_as_a_tree_of_rings() -> None:
    picture = neighbourhood_picture(_graph(_acquaintance(1, TABLE)), ("professional", "P-1"), steps=2)
    assert [(node.label, node.steps) for node in picture.nodes] == [
        ("Samira", 0),
        ("Eettafel De Brug", 1),
        ("Kerk De Bron", 2),
    ]
    assert picture.sentences == (
        "Samira kent Eettafel De Brug.",
        "Eettafel De Brug wordt uitgevoerd door Kerk De Bron.",
    )


def test_a_picture_of_something_unknown_or_alone_is_a_sentence() -> None:
    graph = _graph()
    assert neighbourhood_picture(graph, ("initiative", "I-99")).sentences == (
        "Dit staat nog niet in het netwerk.",
    )
    alone = neighbourhood_picture(graph, ("professional", "P-1"))
    assert (len(alone.nodes), alone.sentences) == (1, ("Hier is nog geen verbinding van bekend.",))
