"""Two areas side by side: what differs in supply and in what we know, and never a count of our own people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.compare_areas import compare_areas, compare_choices
from socialmap.errors import InvalidInput, NotFound, UserError
from socialmap.model.area import OwnArea
from socialmap.model.values import AreaId
from socialmap.model.wording_areas import NO_PEOPLE_IN_OWN_AREA
from socialmap.model.wording_compare import NO_DIFFERENCE
from socialmap.privacy.roles import Role, Viewer
from tests.town import HAVENRAND, LINDEHOF, VOGELWEIDE, WIJK

VISITOR = Viewer(Role.VISITOR)
KANT = OwnArea(id=AreaId("kant"), name="De kant", neighbourhood_ids=(LINDEHOF.id, HAVENRAND.id))


def save(workspace, *entities):
    workspace.catalogue.save(entities, actor="x", action="y", at=workspace.clock())


@pytest.fixture
def counted(workspace):
    """Dobberdam with inhabitants everywhere."""
    save(workspace, replace(VOGELWEIDE, inhabitants=1_000), replace(HAVENRAND, inhabitants=500))
    return workspace


def lines(answer, title):
    (section,) = [each for each in answer.sections if each.title.startswith(title)]
    return {line.label: (line.first, line.second) for line in section.lines}


def test_places_per_1000_inhabitants_are_those_of_the_gap_page(counted):
    answer = compare_areas(counted, VISITOR, LINDEHOF.id, VOGELWEIDE.id)
    assert lines(answer, "Inwoners")["Inwoners"] == ("1.840", "1.000")
    assert lines(answer, "Inwoners")["Initiatieven"] == ("5", "0")
    first, second = lines(answer, "Plekken")["Ontmoeten en contact"]
    assert second == "0,0"
    assert float(first.replace(",", ".")) > 5
    assert any(
        told.startswith("Ontmoeten en contact: in Vogelweide is niets dichtbij, in Lindehof zijn er ")
        for told in answer.differences
    )


def test_the_other_way_round_the_same_differences_are_told(counted):
    there = compare_areas(counted, VISITOR, LINDEHOF.id, VOGELWEIDE.id)
    back = compare_areas(counted, VISITOR, VOGELWEIDE.id, LINDEHOF.id)
    assert len(there.differences) == len(back.differences)
    for one, other in zip(there.sections, back.sections, strict=True):
        assert [(x.first, x.second) for x in one.lines] == [(x.second, x.first) for x in other.lines]


def test_without_inhabitants_supply_is_not_compared_and_that_is_said(workspace):
    answer = compare_areas(workspace, VISITOR, "lindehof", "Vogelweide")
    assert set(lines(answer, "Plekken").values()) != {("–", "–")}
    assert all(second == "–" for _, second in lines(answer, "Plekken").values())
    assert any(note.startswith("Van Vogelweide weten we niet hoeveel mensen") for note in answer.notes)
    assert any(note.startswith("In Vogelweide zijn weinig initiatieven.") for note in answer.notes)


def test_a_basic_facility_that_one_has_and_the_other_has_not_is_told(counted):
    answer = compare_areas(counted, VISITOR, LINDEHOF.id, VOGELWEIDE.id)
    assert lines(answer, "Dichtbij")["Bibliotheek"] == ("nee", "ja")
    assert "Bibliotheek: in Lindehof is er geen dichtbij, in Vogelweide wel." in answer.differences


def test_thresholds_freshness_and_quadrants_stand_beside_each_other(counted):
    answer = compare_areas(counted, VISITOR, WIJK.id, HAVENRAND.id)
    free = next(value for label, value in lines(answer, "Wat weten").items() if label.startswith("Gratis"))
    assert free == ("4 ja · 1 nee · 1 onbekend", "1 ja · 0 nee · 0 onbekend")
    assert lines(answer, "Hoe vers")["Pas gecontroleerd"] == ("5", "1")
    assert lines(answer, "De vier vakken")["Samen in de buurt"] == ("75%", "–")


def test_an_own_area_is_the_sum_of_its_whole_neighbourhoods(counted):
    save(counted, KANT)
    answer = compare_areas(counted, VISITOR, "De kant", VOGELWEIDE.id)
    assert lines(answer, "Inwoners") == {
        "Inwoners": ("2.340", "1.000"), "Buurten": ("2", "1"), "Initiatieven": ("6", "0"),
    }  # fmt: skip
    assert NO_PEOPLE_IN_OWN_AREA in answer.notes


def test_a_drawn_area_that_cuts_a_neighbourhood_has_no_figures(counted):
    save(counted, OwnArea(id=AreaId("cut"), name="Het plein", boundary=_half(LINDEHOF.boundary)))
    with pytest.raises(UserError) as refused:
        compare_areas(counted, VISITOR, "Het plein", VOGELWEIDE.id)
    assert str(refused.value).startswith("De grens van Het plein loopt dwars door Lindehof.")
    assert "cut" not in {choice.id for choice in compare_choices(counted, VISITOR)}


def _half(boundary):
    """The triangle with three of the corners of a box."""
    corners = boundary.removeprefix("POLYGON((").removesuffix("))").split(", ")
    return f"POLYGON(({', '.join([*corners[:3], corners[0]])}))"


def test_two_areas_that_are_alike_have_no_difference_that_matters(counted):
    save(counted, KANT, replace(KANT, id=AreaId("zelfde"), name="Dezelfde kant"))
    assert compare_areas(counted, VISITOR, "kant", "zelfde").differences == (NO_DIFFERENCE,)


def test_the_same_area_twice_or_one_that_is_not_there_is_refused(workspace):
    with pytest.raises(InvalidInput):
        compare_areas(workspace, VISITOR, LINDEHOF.id, "Lindehof")
    with pytest.raises(NotFound):
        compare_areas(workspace, VISITOR, LINDEHOF.id, "Nergenshuizen")


def test_nothing_of_a_question_of_a_resident_is_read(counted):
    before = counted.catalogue.position()
    compare_areas(counted, Viewer(Role.PROFESSIONAL, "werker"), LINDEHOF.id, VOGELWEIDE.id)
    assert counted.catalogue.position() == before
