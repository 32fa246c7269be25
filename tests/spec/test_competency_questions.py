"""The competency questions that the graph answers, on a town worked out by hand (domain.md 2.15)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from socialmap.errors import NotAllowed
from socialmap.model.values import Layer, Point
from socialmap.rdf.dataset import GraphDataset
from tests.unit.linde_town import (
    BRUG,
    BUURT,
    EETTAFEL,
    KOK,
    LAT,
    LON,
    TAALCAFE,
    TOWN,
    told,
)

TODAY = date(2026, 3, 2)
SHELL = frozenset({Layer.PUBLIC, Layer.SHELL})
HERE = {"lon": LON, "lat": LAT}


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
