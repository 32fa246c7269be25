"""What is here and what is not: basic facilities, missing kinds, empty cells, target groups, thresholds."""

import numpy as np
import pytest

from socialmap.collective.coverage import (
    CoverageOffer,
    coverage_grid,
    threshold_reports,
    unserved_target_groups,
)
from socialmap.collective.surroundings import KindsHere, basic_facilities, missing_kinds
from socialmap.model.provision import Access, OfferStatus
from socialmap.model.quadrants import Quadrant
from socialmap.model.values import BarrierId, FacilityTypeId, InitiativeId, TargetGroupId, ThemeId, Tri
from socialmap.model.wording_gaps import BasicReach, MissingKind
from socialmap.ontology.thesaurus import load_vocabulary

WORDS = load_vocabulary()
MONEY = ThemeId("geld")
HERE = np.zeros((1, 2))


def offer(name="I1", **facts):
    given = {"groups": (MONEY,), "barriers": {}, "x_m": 0.0, "y_m": 0.0} | facts
    return CoverageOffer(id=InitiativeId(name), **given)


@pytest.mark.parametrize(
    ("straight_m", "distance_m", "reach"),
    [
        (384, 499, BasicReach.NEAR),
        (384.615, 500, BasicReach.NEAR),
        (386, 502, BasicReach.FAR_FOR_OLDER_PEOPLE),
        (769.6, 1000, BasicReach.FAR_FOR_OLDER_PEOPLE),
        (770, 1001, BasicReach.NOT_WALKABLE),
    ],
)
def test_the_nearest_basic_facility_is_judged_over_streets(straight_m, distance_m, reach):
    library = FacilityTypeId("bibliotheek")
    places = np.array([[5_000.0, 0.0], [straight_m, 0.0]])
    found = {one.type: one for one in basic_facilities(HERE, [library, library], places, WORDS)[0]}
    assert (found[library].distance_m, found[library].reach) == (distance_m, reach)
    assert found[library].sentence == f"Bibliotheek: {reach}."


def test_only_basic_types_are_judged_and_an_absent_one_is_told():
    bench = FacilityTypeId("bankje")
    found = {one.type: one for one in basic_facilities(HERE, [bench], np.zeros((1, 2)), WORDS)[0]}
    assert bench not in found
    assert found[FacilityTypeId("huisarts")].sentence == "Huisarts: die kennen we hier niet."
    assert set(found) == {type_id for type_id, kind in WORDS.facility_types.items() if kind.basic}


def test_without_any_facility_nothing_is_called_missing():
    assert basic_facilities(HERE, [], np.empty((0, 2)), WORDS) == [()]


def test_only_what_is_certainly_not_here_is_missing():
    here = KindsHere(
        meeting_place=Tri.NO,
        residents_group=Tri.NO,
        key_figure=Tri.UNKNOWN,
        presence=Tri.YES,
        resident_initiative=Tri.YES,
    )
    assert missing_kinds(here) == (MissingKind.MEETING_PLACE, MissingKind.RESIDENTS_GROUP)
    assert [kind.sentence for kind in missing_kinds(here)] == [
        "Er is geen plek om elkaar te ontmoeten.",
        "We kennen hier geen bewonersgroep.",
    ]
    assert all(kind.sentence for kind in MissingKind)


def test_an_initiative_in_two_quadrants_stands_in_both_and_empty_ro_cells_come_first():
    offers = [
        *(offer(f"L{n}", quadrants=(Quadrant.LB,)) for n in range(2)),
        offer("B", quadrants=(Quadrant.LB, Quadrant.RB)),
        offer("P", quadrants=(Quadrant.RO,), status=OfferStatus.PAUSED),
        offer("U"),
    ]
    grid = coverage_grid(offers, WORDS)
    row = next(row for row in grid.rows if row.group == MONEY)
    assert row.counts == {Quadrant.LB: 3, Quadrant.RB: 1, Quadrant.LO: 0, Quadrant.RO: 0}
    assert (row.unplaced, row.note) == (1, "Van 1 initiatief weten we het vak nog niet.")
    tops = [theme_id for theme_id, theme in WORDS.themes.items() if theme.group is None]
    assert [row.group for row in grid.rows] == tops
    assert [(cell.group, cell.quadrant) for cell in grid.empty[: len(tops)]] == [
        (top, Quadrant.RO) for top in tops
    ]
    empty = next(cell for cell in grid.empty if cell.group == MONEY)
    assert empty.sentence == f"Bij {row.label.lower()} is nog niets van bewoners samen."
    assert (MONEY, Quadrant.LB) not in {(cell.group, cell.quadrant) for cell in grid.empty}


def test_a_target_group_is_served_only_by_what_is_near_open_and_meant_for_it():
    young, older, carers = (TargetGroupId(one) for one in ("jongeren", "ouderen", "mantelzorgers"))
    found = unserved_target_groups(
        0.0,
        0.0,
        [
            offer("A", target_groups=(young,), x_m=769.0),
            offer("B", target_groups=(older,), x_m=770.0),
            offer("C", target_groups=(carers,), access=Access.INDICATION),
            offer("D", target_groups=(carers,), x_m=None),
            offer("E"),
        ],
        WORDS,
    )
    missing = [one.target_group for one in found]
    assert not {young, TargetGroupId("iedereen")} & set(missing)
    assert {older, carers} < set(missing)
    assert missing == [group for group in WORDS.target_groups if group in set(missing)]
    assert next(one for one in found if one.target_group == carers).sentence == (
        "Voor mantelzorgers is er niets binnen 1 kilometer."
    )


def test_every_threshold_tells_yes_no_and_what_we_do_not_know():
    free = BarrierId("gratis")
    offers = [
        offer("A", barriers={free: Tri.YES}),
        offer("B", barriers={free: Tri.NO}),
        offer("C"),
        offer("D", barriers={free: Tri.YES}, status=OfferStatus.STOPPED),
    ]
    found = {one.barrier: one for one in threshold_reports(offers, WORDS)}
    assert list(found) == list(WORDS.barriers)
    assert (found[free].yes, found[free].no, found[free].unknown) == (1, 1, 1)
    assert found[free].sentence == f"{WORDS.barriers[free].label}: 1 ja, 1 nee, van 1 weten we het niet."
