"""In which neighbourhood a point lies, and shapes of areas."""

import numpy as np
import pytest
import shapely

from socialmap.geo.areas import AreaBook
from socialmap.geo.coordinates import crs_by_place, crs_of, distance_m, from_metres, point_at
from socialmap.geo.shapes import (
    for_display,
    from_geojson,
    from_wkt,
    inner_point,
    joined,
    polygons_only,
    to_wkt,
)
from socialmap.model.area import District, Neighbourhood
from socialmap.model.values import AreaId, Point


def box(west, south, size=0.01):
    return shapely.box(west, south, round(west + size, 4), round(south + size, 4))


def neighbourhood(code, shape, name="Buurt"):
    return Neighbourhood(id=AreaId(code), name=name, boundary=to_wkt(shape), centre=inner_point(shape))


BOOK = AreaBook(
    [
        neighbourhood("BU99990102", box(6.11, 52.50), "Vogelweide"),
        neighbourhood("BU99990101", box(6.10, 52.50), "Lindehof"),
        District(
            id=AreaId("WK999901"),
            name="Lindehof",
            boundary=to_wkt(box(6.10, 52.50, 0.02)),
            centre=Point(6, 52),
        ),
    ]
)


def test_a_point_lies_in_its_neighbourhood_and_not_in_the_district_around_it():
    assert BOOK.locate(Point(6.105, 52.505)) == "BU99990101"
    assert BOOK.locate(Point(6.115, 52.505)) == "BU99990102"


def test_a_point_outside_everything_lies_nowhere():
    assert BOOK.locate(Point(5.0, 52.0)) is None


def test_a_point_on_a_shared_border_goes_to_the_lowest_code():
    border = Point(6.11, 52.505)
    assert BOOK.locate(border) == "BU99990101"
    assert BOOK.locate_many([border]) == ["BU99990101"]


def test_many_points_at_once_give_the_same_answer_as_one_by_one():
    rng = np.random.default_rng(3)
    points = [
        Point(float(lon), float(lat)) for lon, lat in rng.uniform((6.09, 52.49), (6.13, 52.52), (500, 2))
    ]
    assert BOOK.locate_many(points) == [BOOK.locate(point) for point in points]
    assert BOOK.locate_many([]) == []


def test_near_gives_the_nearest_first_and_leaves_out_what_is_too_far():
    just_west = Point(6.099, 52.505)
    assert BOOK.near(just_west, 100) == ("BU99990101",)
    assert BOOK.near(just_west, 1_000) == ("BU99990101", "BU99990102")
    assert BOOK.near(just_west, 10) == ()


def test_a_name_finds_the_neighbourhood_before_the_district_whatever_its_case():
    assert BOOK.named("LINDEHOF") == ("BU99990101", "WK999901")
    assert BOOK.named("bu99990102") == ("BU99990102",)
    assert BOOK.named("Nergens") == ()


def test_an_empty_book_answers_too():
    empty = AreaBook([])
    assert (empty.locate(Point(6, 52)), empty.near(Point(6, 52), 100), len(empty)) == (None, (), 0)


def test_a_border_that_crosses_itself_is_repaired_to_its_surface():
    bow_tie = shapely.Polygon([(0, 0), (2, 2), (2, 0), (0, 2)])
    repaired = polygons_only(bow_tie)
    assert repaired.is_valid
    assert repaired.area == pytest.approx(2.0)


def test_a_line_has_no_surface():
    assert polygons_only(shapely.LineString([(0, 0), (1, 1)])) is None
    assert polygons_only(shapely.Polygon([(0, 0), (1, 1), (2, 2)])) is None


def test_the_inner_point_of_a_horseshoe_lies_inside_it():
    horseshoe = shapely.Polygon([(0, 0), (3, 0), (3, 3), (2, 3), (2, 1), (1, 1), (1, 3), (0, 3)])
    point = inner_point(horseshoe)
    assert horseshoe.covers(shapely.Point(point.lon, point.lat))


def test_joining_leaves_no_border_and_no_sliver_but_keeps_a_real_hole():
    assert shapely.get_num_coordinates(joined([box(6.10, 52.50), box(6.11, 52.50)])) == 7
    ring = shapely.box(6.10, 52.50, 6.13, 52.53).difference(shapely.box(6.11, 52.51, 6.12, 52.52))
    crack = shapely.box(6.101, 52.501, 6.1012, 52.5012)
    whole = joined([ring.difference(crack)])
    assert shapely.get_num_interior_rings(whole) == 1


def test_display_shapes_are_lighter_but_neighbours_still_touch():
    wavy = [(6.11 + 0.00002 * (n % 2), 52.50 + n * 0.0005) for n in range(21)]
    west = shapely.Polygon([(6.10, 52.50), *wavy, (6.10, 52.51)])
    east = shapely.Polygon([(6.12, 52.50), *wavy, (6.12, 52.51)])
    shown = for_display({"west": to_wkt(west), "east": to_wkt(east)}, tolerance_m=20)
    shapes = [from_geojson(geometry) for geometry in shown.values()]
    assert sum(map(shapely.get_num_coordinates, shapes)) < shapely.get_num_coordinates(west)
    assert shapes[0].touches(shapes[1])
    assert for_display({}) == {}


def test_shapes_that_are_not_shapes_are_refused():
    with pytest.raises(ValueError, match="WKT"):
        from_wkt("POLYGON((0 0")
    with pytest.raises(ValueError, match="GeoJSON"):
        from_geojson({"type": "Nothing"})


@pytest.mark.parametrize(
    ("name", "crs"),
    [
        ("urn:ogc:def:crs:OGC:1.3:CRS84", "EPSG:4326"),
        ("EPSG:4326", "EPSG:4326"),
        ("http://www.opengis.net/def/crs/EPSG/0/28992", "EPSG:28992"),
        ("urn:ogc:def:crs:EPSG::28992", "EPSG:28992"),
        ("EPSG:3857", "EPSG:3857"),
        ("EPSG:31370", None),
        ("", None),
    ],
)
def test_a_coordinate_system_is_known_by_every_usual_name(name, crs):
    assert crs_of(name) == crs


def test_bare_numbers_become_a_point_in_either_order_and_in_both_systems():
    zwolle = point_at(203_000, 503_000)
    assert distance_m(zwolle, from_metres(203_000, 503_000)) < 0.1
    assert point_at(6.1, 52.5) == point_at(52.5, 6.1) == Point(6.1, 52.5)
    assert point_at(0.0, 0.0) is None
    assert crs_by_place(900.0, 900.0) is None
