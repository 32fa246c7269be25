"""The competency questions that the graph answers, on a town worked out by hand (domain.md 2.15)."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from socialmap.actions.run_query import list_queries, run_query
from socialmap.actions.workspace import Workspace
from socialmap.collective.expertise import CRAFTS
from socialmap.errors import NotAllowed
from socialmap.model.people import Permission
from socialmap.model.together import CauseLevel, Scale, Signal, SignalKind, SignalSource, SignalStatus
from socialmap.model.values import Layer, Point, ProfessionalId, TalentId, TeamId, ThemeId
from socialmap.model.wording_gap_numbers import NO_RELEASE_YET
from socialmap.model.work import Discipline, Team
from socialmap.privacy.roles import Role, Viewer
from socialmap.rdf.dataset import GraphDataset
from tests.town import DE_BRUG, VRAAG
from tests.unit.linde_town import (
    BRUG,
    BUURT,
    EETTAFEL,
    KOK,
    LAT,
    LON,
    SAMIRA,
    TAALCAFE,
    TOWN,
    told,
)

TODAY = date(2026, 3, 2)
SHELL = frozenset({Layer.PUBLIC, Layer.SHELL})
HERE = {"lon": LON, "lat": LAT}
JOOST = Viewer(Role.PROFESSIONAL, "joost-haverkamp")
ANSWERED_BY = {
    1: ("offers-nearby",),
    2: ("free-rooms",),
    3: ("open-questions",),
    4: ("talents-for",),
    5: ("connected",),
    6: ("leaning-on-few", "stops-without"),
    7: ("not-acquainted",),
    8: ("islands",),
    9: ("known-by",),
    10: ("empty-cells",),
    11: ("nothing-nearby-for",),
    12: ("signals-waiting",),
    13: ("for-each-other",),
    14: ("not-checked",),
    15: ("partners", "themes-without-partner"),
    16: ("team-misses",),
    17: ("changes",),
}
"""The number of a question in domain.md 2.15 → what answers it in ``socialmap query``."""


@pytest.fixture(scope="module")
def graph() -> GraphDataset:
    dataset = GraphDataset()
    dataset.apply(told(TOWN))
    return dataset


def _names(rows: list[dict[str, Any]], key: str = "name") -> list[str]:
    return [row[key] for row in rows]


def test_1_what_is_near_for_a_theme_and_without_a_threshold(graph: GraphDataset) -> None:
    rows = graph.select("offers-nearby", thema="samen-eten", drempel="gratis", **HERE)
    assert _names(rows) == ["Eettafel De Brug"]
    assert rows[0]["initiative"] == "I-EET"
    assert rows[0]["minutes"] == 8
    assert rows[0]["distance_m"] == pytest.approx(578, abs=2)
    assert rows[0]["wkt"] == "POINT(6.1 52.504)"


def test_1_a_longer_walk_reaches_more_and_a_life_domain_holds_its_themes(graph: GraphDataset) -> None:
    rows = graph.select("offers-nearby", thema="ontmoeten", drempel="gratis", minuten=15, **HERE)
    assert _names(rows) == ["Eettafel De Brug", "Taalcafé"]


def test_1_another_theme_or_threshold_gives_nothing(graph: GraphDataset) -> None:
    assert graph.select("offers-nearby", thema="schulden", drempel="gratis", **HERE) == []
    assert graph.select("offers-nearby", thema="samen-eten", drempel="prikkelarm", **HERE) == []


def test_2_which_rooms_are_free(graph: GraphDataset) -> None:
    rows = graph.select("free-rooms", dagdeel="wo-ochtend")
    assert rows == [
        {
            "facility": "F-BRUG",
            "facility_name": "Buurtkamer De Brug",
            "room": "R-KEUKEN",
            "room_name": "Keuken",
            "capacity": 10,
            "cost_eur": 0.0,
        }
    ]
    assert _names(graph.select("free-rooms", dagdeel="wo-ochtend", plaatsen=6), "room") == [
        "R-KEUKEN",
        "R-KLEIN",
    ]
    assert graph.select("free-rooms", dagdeel="ma-avond") == []


def test_3_how_many_people_have_an_open_question(
    demo_workspace: Workspace, unreleased_workspace: Workspace
) -> None:
    rows = run_query(demo_workspace, JOOST, "open-questions", {})
    areas = {row["area"] for row in rows}
    assert len(rows) == 13 * len(areas)
    assert all(_may_be_told(row["people"]) for row in rows)
    (outside,) = run_query(unreleased_workspace, Viewer(Role.BROKER, "delia-fernandes"), "open-questions", {})
    assert outside == {"group": None, "area": None, "people": None, "stand": NO_RELEASE_YET}
    with pytest.raises(NotAllowed):
        run_query(demo_workspace, Viewer(Role.VISITOR), "open-questions", {})


def _may_be_told(people: str) -> bool:
    return people in {"0", "<5", "–"} or int(people) >= 5


def test_4_which_talents_help_nearby_and_via_whom() -> None:
    cook = replace(KOK, area_id=BUURT)
    lapsed = replace(cook, id=TalentId("T-OUD"), consent_on=date(2025, 3, 1))
    asked = replace(cook, id=TalentId("T-VRAAG"), consent=Permission.STILL_TO_ASK, consent_on=None)
    second = replace(cook, id=TalentId("T-KOK-2"), via=SAMIRA.id, consent_on=date(2025, 3, 2))
    lived = replace(cook, id=TalentId("T-LEEF"), experience_with=(ThemeId("rouw"),))
    dataset = GraphDataset()
    dataset.apply(told([*(each for each in TOWN if each.id != KOK.id), cook, lapsed, asked, second, lived]))
    asking = {"layers": SHELL, "peildatum": TODAY}
    (row,) = dataset.select("talents-for", thema="samen-eten", **HERE, **asking)
    assert (row["kind"], row["label"], row["number"]) == ("koken", "Koken", 2)
    assert set(row["via"].split(", ")) == {"Delia", "Samira"}
    (lived_through,) = dataset.select("talents-for", thema="rouw", **HERE, **asking)
    assert lived_through["number"] == 1
    far = {"lon": LON, "lat": LAT + 0.02}
    assert dataset.select("talents-for", thema="samen-eten", **far, **asking) == []
    with pytest.raises(NotAllowed):
        dataset.select("talents-for", thema="samen-eten", peildatum=TODAY, **HERE)


def test_5_how_a_question_is_connected_to_something_in_the_neighbourhood(workspace: Workspace) -> None:
    held = replace(VRAAG, theme=ThemeId("samen-eten"), held_by=ProfessionalId("joost"))
    workspace.catalogue.save([held], actor="proef", action="vraag", at=workspace.clock())
    ends = {"van": f"need/{held.id}", "naar": f"facility/{DE_BRUG.id}"}
    rows = run_query(workspace, Viewer(Role.PROFESSIONAL, "joost"), "connected", ends)
    assert rows[0] == {
        "sentence": "Deze vraag gaat over het onderwerp Samen eten, Eettafel De Brug helpt bij dat "
        "onderwerp, en dat initiatief is in Buurtkamer De Brug.",
        "steps": f"need/{held.id} > theme/samen-eten > initiative/eettafel > facility/de-brug",
    }
    (unknown,) = run_query(workspace, Viewer(Role.PROFESSIONAL, "floor"), "connected", ends)
    assert unknown == {"sentence": "Dit staat nog niet in het netwerk.", "steps": None}


def test_6_what_leans_on_one_leader_and_one_funder(graph: GraphDataset) -> None:
    rows = graph.select("leaning-on-few", layers=SHELL, peildatum=TODAY)
    assert rows == [
        {
            "initiative": "I-EET",
            "name": "Eettafel De Brug",
            "leader": "T-KOK",
            "funder": "O-WM",
            "until": date(2026, 6, 30),
        }
    ]
    assert graph.select("leaning-on-few", layers=SHELL, peildatum=date(2025, 12, 1)) == []


def test_6_what_stops_when_a_leader_stops(graph: GraphDataset) -> None:
    assert _names(graph.select("stops-without", layers=SHELL, trekker="talent/T-KOK")) == ["Eettafel De Brug"]
    assert graph.select("stops-without", layers=SHELL, trekker="professional/P-SAMIRA") == []


def test_7_who_does_the_same_nearby_without_a_tie(demo_workspace: Workspace) -> None:
    rows = run_query(demo_workspace, JOOST, "not-acquainted", {})
    assert rows[0] == {
        "first": "eettafel-de-brug",
        "second": "soep-en-praatje",
        "sentence": "Eettafel De Brug en Soep & Praatje (180 m) – kennen deze twee elkaar?",
    }


def test_8_which_islands_there_are_and_which_link_helps_most(demo_workspace: Workspace) -> None:
    rows = run_query(demo_workspace, JOOST, "islands", {})
    assert re.match(r"\d\d initiatieven hangen met elkaar samen\.", rows[0]["sentence"])
    assert any("Buna en injera" in row["sentence"] for row in rows if row["what"] == "los van de rest")
    assert rows[-1]["what"] == "nieuwe verbinding"


def test_9_who_knows_this_and_since_when(graph: GraphDataset) -> None:
    rows = graph.select("known-by", layers=SHELL, ding="initiative/I-EET")
    assert [(row["name"], row["last_contact"]) for row in rows] == [
        ("Samira", date(2026, 2, 10)),
        ("Delia", date(2026, 1, 10)),
    ]
    with pytest.raises(NotAllowed):
        graph.select("known-by", ding="initiative/I-EET")


def test_10_which_cells_are_empty_in_a_neighbourhood(graph: GraphDataset) -> None:
    rows = graph.select("empty-cells", buurt=BUURT)
    empty = {(row["theme"], row["quadrant"]) for row in rows}
    assert len(rows) == len(empty) == 13 * 4 - 2
    # Eettafel is RO; Kookgroep has x 0.33 and y -0.17, so it is RB and RO.
    assert ("ontmoeten", "RO") not in empty
    assert ("ontmoeten", "RB") not in empty
    assert {("ontmoeten", "LB"), ("ontmoeten", "LO"), ("leren", "RB")} <= empty
    assert rows[0]["label"] == "Ontmoeten en contact"
    assert rows[0]["quadrant_label"] == "Individuele hulp"


def test_10_an_initiative_with_only_an_area_counts_there() -> None:
    dataset = GraphDataset()
    dataset.apply(told([TOWN[0], replace(EETTAFEL, facility_id=None, room_id=None, area_id=BUURT)]))
    assert len(dataset.select("empty-cells", buurt=BUURT)) == 13 * 4 - 1


def test_11_for_whom_is_there_nothing(graph: GraphDataset) -> None:
    near = _names(graph.select("nothing-nearby-for", **HERE), "group")
    assert "ouderen" not in near
    assert "nieuwkomers" in near
    assert "iedereen" not in near
    far = _names(graph.select("nothing-nearby-for", meters=1200, **HERE), "group")
    assert set(near) - set(far) == {"nieuwkomers"}


def test_12_which_signals_wait_for_an_answer() -> None:
    lift = Signal(
        id="S-1",
        title="Lift kapot",
        sort=SignalKind.HOME_AND_BLOCK,
        scale=Scale.COMPLEX,
        cause=CauseLevel.SURROUNDINGS,
        origin=SignalSource.GROUP,
        what_we_see="De lift is kapot.",
        where="De Wachter",
        noticed_on=date(2026, 1, 6),
        addressed_to="Woonstede",
        owner=SAMIRA.id,
        report_back_on=date(2026, 2, 17),
    )
    told_back = replace(lift, id="S-2", status=SignalStatus.REPORTED_BACK)
    today = replace(lift, id="S-3", title="Van vandaag", noticed_on=TODAY, owner=None, addressed_to="")
    dataset = GraphDataset()
    dataset.apply(told([*TOWN, lift, told_back, today]))
    rows = dataset.select("signals-waiting", layers=SHELL, peildatum=TODAY)
    assert [(row["title"], row["waits_for"], row["owner"], row["days"]) for row in rows] == [
        ("Lift kapot", "Woonstede", "Samira", 55),
        ("Van vandaag", None, None, 0),
    ]


def test_13_who_could_mean_something_to_each_other(demo_workspace: Workspace) -> None:
    rows = run_query(demo_workspace, Viewer(Role.PROFESSIONAL, "floor-wieringa"), "for-each-other", {})
    assert [(row["what"], row["others"]) for row in rows] == [("twee mensen", 1)]
    assert run_query(demo_workspace, Viewer(Role.PROFESSIONAL, "nieuw"), "for-each-other", {}) == []
    with pytest.raises(NotAllowed):
        run_query(demo_workspace, Viewer(Role.COMMUNITY_WORKER, "samira"), "for-each-other", {})


def test_14_what_was_not_checked_for_180_days(graph: GraphDataset) -> None:
    rows = graph.select("not-checked", peildatum=TODAY)
    assert [(row["name"], row["checked_on"]) for row in rows] == [
        ("Bibliotheek Ver", None),
        ("Restaurantclub", None),
        ("Kerk De Bron", date(2025, 1, 1)),
        ("Taalcafé", date(2025, 8, 1)),
    ]
    exactly = (TODAY - date(2025, 8, 1)).days
    assert "Taalcafé" in _names(graph.select("not-checked", peildatum=TODAY, dagen=exactly - 1))
    assert "Taalcafé" not in _names(graph.select("not-checked", peildatum=TODAY, dagen=exactly))


def test_15_which_partner_belongs_to_which_initiative(graph: GraphDataset) -> None:
    rows = graph.select("partners")
    assert [(row["name"], row["sort"], row["how"], row["initiative"]) for row in rows] == [
        ("Kerk De Bron", "kerk/moskee", "biedt een plek", "I-EET"),
        ("Kerk De Bron", "kerk/moskee", "voert uit", "I-EET"),
        ("Welzijn Meerwold", "welzijn", "werkt samen", "I-TAAL"),
    ]


def test_15_which_life_domain_has_no_partner(graph: GraphDataset) -> None:
    themes = _names(graph.select("themes-without-partner"), "theme")
    assert len(themes) == 11
    assert "ontmoeten" not in themes
    assert "leren" not in themes


def test_16_what_is_missing_in_the_team() -> None:
    team = Team(id=TeamId("T"), name="Team", area_ids=(BUURT,))
    social = replace(
        SAMIRA, team_ids=(team.id,), focus=(ThemeId("geld"),), second_discipline=Discipline.YOUTH_WORK
    )
    dataset = GraphDataset()
    dataset.apply(told([*(each for each in TOWN if each.id != SAMIRA.id), team, social]))
    rows = dataset.select("team-misses", layers=SHELL, team=team.id)
    crafts = [row["what"] for row in rows if row["sort"] == "vak"]
    focus = [row["what"] for row in rows if row["sort"] == "aandachtsgebied"]
    assert crafts == [craft for craft in CRAFTS if craft not in {"opbouwwerk", "jongerenwerk"}]
    assert len(focus) == 12
    assert "geld" not in focus


def test_17_what_changed(graph: GraphDataset) -> None:
    rows = graph.select("changes", van=date(2026, 1, 1), tot=date(2026, 3, 1))
    assert [(row["what"], row["name"], row["on"]) for row in rows] == [
        ("nagekeken", "Kookgroep", date(2026, 3, 1)),
        ("nagekeken", "Eettafel De Brug", date(2026, 2, 20)),
        ("gestopt", "Soep op straat", date(2026, 2, 1)),
        ("nagekeken", "Welzijn Meerwold", date(2026, 2, 1)),
        ("nieuw", "Eettafel De Brug", date(2026, 1, 15)),
        ("nagekeken", "Buurtkamer De Brug", date(2026, 1, 1)),
    ]


def test_every_question_can_be_asked_by_its_name(demo_workspace: Workspace) -> None:
    known = {query.name for query in list_queries(demo_workspace, JOOST)}
    assert set(ANSWERED_BY) == set(range(1, 18))
    assert {name for names in ANSWERED_BY.values() for name in names} <= known


def test_an_answer_follows_a_change_at_once() -> None:
    dataset = GraphDataset()
    dataset.apply(told(TOWN))
    dataset.apply(
        told(
            [
                replace(BRUG, point=Point(LON, LAT + 0.02)),
                replace(TAALCAFE, facility_id=None, point=Point(LON, LAT)),
            ]
        )
    )
    rows = dataset.select("offers-nearby", thema="samen-eten", drempel="gratis", **HERE)
    assert _names(rows) == ["Taalcafé"]
    assert rows[0]["minutes"] == 0
    assert _names(dataset.select("stops-without", layers=SHELL, trekker=f"talent/{KOK.id}")) == [
        "Eettafel De Brug"
    ]
