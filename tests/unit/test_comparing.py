"""Which differences between two areas matter, on their borders; of what an own area consists."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import pytest

from socialmap.collective.comparing import (
    CheckingDiffers,
    Compared,
    KnowingDiffers,
    NearnessDiffers,
    QuadrantDiffers,
    SupplyDiffers,
    differences,
)
from socialmap.geo.areas import AreaBook
from socialmap.geo.own_areas import Covered, covered
from socialmap.model.area import OwnArea
from socialmap.model.quadrants import Quadrant
from socialmap.model.values import AreaId, FacilityTypeId, ThemeId
from tests.town import HAVENRAND, LINDEHOF, VOGELWEIDE

MONEY, DOCTOR = ThemeId("geld"), FacilityTypeId("huisarts")
PLAIN = Compared(
    places={MONEY: Fraction(10)},
    near={DOCTOR: Fraction(1)},
    checked=Fraction(3, 4),
    thresholds_known=Fraction(1, 2),
    quadrants=dict.fromkeys(Quadrant, 25),
)
BOOK = AreaBook([LINDEHOF, VOGELWEIDE, HAVENRAND])


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (replace(PLAIN, places={MONEY: Fraction(5)}), (SupplyDiffers(MONEY),)),
        (replace(PLAIN, places={MONEY: Fraction(51, 10)}), ()),
        (replace(PLAIN, places={}), (SupplyDiffers(MONEY),)),
        (replace(PLAIN, places=None), ()),
        (replace(PLAIN, near={DOCTOR: Fraction(1, 2)}), (NearnessDiffers(DOCTOR),)),
        (replace(PLAIN, near={DOCTOR: Fraction(2, 3)}), ()),
        (replace(PLAIN, near={}), ()),
        (replace(PLAIN, checked=Fraction(1, 2)), (CheckingDiffers(Fraction(3, 4), Fraction(1, 2)),)),
        (replace(PLAIN, checked=Fraction(51, 100)), ()),
        (replace(PLAIN, checked=None), ()),
        (
            replace(PLAIN, thresholds_known=Fraction(1, 4)),
            (KnowingDiffers(Fraction(1, 2), Fraction(1, 4)),),
        ),
        (
            replace(PLAIN, quadrants={**PLAIN.quadrants, Quadrant.RO: 50}),
            (QuadrantDiffers(Quadrant.RO, 25, 50),),
        ),
        (replace(PLAIN, quadrants={}), ()),
    ],
)
def test_a_difference_is_told_from_its_border_on(other, told):
    assert differences(PLAIN, other) == told
    assert len(differences(other, PLAIN)) == len(told)


def test_an_area_beside_itself_does_not_differ():
    assert differences(PLAIN, PLAIN) == ()


def test_a_little_supply_more_than_nothing_is_no_difference():
    few, none = (replace(PLAIN, places={MONEY: Fraction(places)}) for places in (4, 0))
    assert differences(few, none) == ()


def own(**fields):
    return OwnArea(id=AreaId("own"), name="Ons stuk", **fields)


def test_named_neighbourhoods_are_whole_or_gone():
    found = covered(own(neighbourhood_ids=(HAVENRAND.id, AreaId("BU0"))), BOOK)
    assert found == Covered((HAVENRAND.id,), gone=(AreaId("BU0"),))
    assert not found.has_figures
    assert covered(own(neighbourhood_ids=(HAVENRAND.id,)), BOOK).has_figures


def test_a_drawn_neighbourhood_is_whole_also_where_its_neighbours_touch_it():
    assert covered(own(boundary=LINDEHOF.boundary), BOOK) == Covered((LINDEHOF.id,))


def test_a_surface_elsewhere_covers_nothing_and_has_no_figures():
    found = covered(own(boundary="POLYGON((4 52, 4.1 52, 4.1 52.1, 4 52))"), BOOK)
    assert found == Covered(())
    assert not found.has_figures
