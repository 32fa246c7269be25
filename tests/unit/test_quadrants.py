"""The worked placements of domain.md 2.11 and the shares of gold example G6."""

import pytest

from socialmap.model.provision import QuadrantItems
from socialmap.model.quadrants import Quadrant, Side, membership, position, shares, strict_sides

PLACEMENTS = [
    ("spreekuur schuldhulp", (-1, -1, -1), (1, 1, 0), (-1, 0.67), "LB"),
    ("maatjesproject", (-1, -1, -1), (-0.5, 0, 0), (-1, -0.17), "LB LO"),
    ("cursus geld", (1, 0, 0), (1, 1, 0), (0.33, 0.67), "RB"),
    ("buurttuin", (1, 1, 1), (-1, -1, -1), (1, -1), "RO"),
    ("buurthuis-inloop", (1, 0, 0), (0.5, 0, -1), (0.33, -0.17), "RB RO"),
    ("welkomstbezoek", (-1, 0, -1), (0, 0, -1), (-0.67, -0.33), "LO"),
    ("weggeefpunt", (1, 0, -1), (-1, -1, -1), (0, -1), "LO RO"),
]


@pytest.mark.parametrize(("name", "c", "f", "place", "quadrants"), PLACEMENTS)
def test_an_initiative_lands_where_the_specification_puts_it(name, c, f, place, quadrants):
    items = QuadrantItems(c1=c[0], c2=c[1], c3=c[2], f1=f[0], f2=f[1], f3=f[2])
    assert position(items) == place
    assert [quadrant.value for quadrant in membership(*place)] == quadrants.split()


def test_supply_is_shared_out_over_the_quadrants_an_initiative_stands_in():
    places = [place for _, _, _, place, _ in PLACEMENTS[:5]]
    assert shares(places) == {Quadrant.LB: 30, Quadrant.RB: 30, Quadrant.LO: 10, Quadrant.RO: 30}


def test_no_supply_gives_no_shares():
    assert set(shares([]).values()) == {0}


def test_the_middle_belongs_to_all_four_and_the_border_itself_to_one_side():
    assert membership(0.0, 0.24) == tuple(Quadrant)
    assert membership(0.25, -0.25) == (Quadrant.RO,)
    assert strict_sides(-0.25, 0.0) == {Side.INDIVIDUAL}


def test_the_quadrants_have_their_dutch_names():
    assert (Quadrant.LB.dutch_name, Quadrant.LB.where) == ("Individuele hulp", "linksboven")
    assert (Quadrant.RO.dutch_name, Quadrant.RO.where) == ("Samen in de buurt", "rechtsonder")
