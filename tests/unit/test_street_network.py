"""Over streets: water counts, stairs count for wheels, and what is not near a street is estimated."""

import numpy as np
import pytest

from socialmap.geo.footways import NOWHERE, STRAIGHT_LINES, Destinations, remembering
from socialmap.geo.network_file import StoredStreets, read_streets_file, write_streets
from socialmap.geo.street_network import PIECE_MM, StreetNetwork
from socialmap.geo.walking import ON_FOOT, Traveller
from socialmap.model.people import Mobility
from tests.unit.drawn_streets import NORTH_BANK, RIVER, SOUTH_BANK, at, drawn, network

WHEELCHAIR = Traveller(Mobility.WALKING, wheelchair=True)


def metres(streets, start, *ends, traveller=ON_FOOT, reach_m=0):
    places = Destinations(streets, np.array([at(*end) for end in ends]))
    return places.from_start(at(*start), traveller, reach_m).tolist()


def test_a_place_across_the_water_is_as_far_as_the_bridge():
    assert metres(network(*RIVER), (0, 0), (0, 100)) == [1_300]
    assert metres(STRAIGHT_LINES, (0, 0), (0, 100)) == [130]


def test_doors_lie_beside_the_street():
    assert metres(network(*RIVER), (0, -20), (300, 15)) == [20 + 300 + 15]


def test_where_somebody_is_already_is_no_walk():
    assert metres(network(*RIVER), (10, -40), (10, -40)) == [0]


def test_a_long_street_without_bends_is_cut_so_that_doors_find_it():
    streets = network([(0, 0), (1_000, 0)])
    assert len(streets) == 1_000_000 // PIECE_MM + 1
    (walked_m,) = metres(streets, (100, 0), (490, 5))
    assert 390 <= walked_m <= 395 + PIECE_MM / 1000


def test_stairs_are_for_who_can_use_them():
    streets = network(*RIVER, steps=[[(0, 0), (0, 100)]])
    assert metres(streets, (0, 0), (0, 100)) == [100]
    for traveller in (WHEELCHAIR, Traveller(Mobility.POOR), Traveller(Mobility.CYCLING)):
        assert metres(streets, (0, 0), (0, 100), traveller=traveller, reach_m=3_000) == [1_300]


def test_by_bus_or_car_a_distance_is_estimated():
    assert metres(network(*RIVER), (0, 0), (0, 100), traveller=Traveller(Mobility.TRANSIT)) == [130]


def test_what_lies_far_from_every_street_is_estimated():
    streets = network(*RIVER)
    assert metres(streets, (0, 0), (0, -200), (0, -201)) == [200, 261]
    assert metres(streets, (0, -500), (0, 0)) == [650]
    assert streets.attach(np.array([at(0, -201)])).node.tolist() == [NOWHERE]


def test_beyond_the_limit_it_is_at_least_so_far():
    streets = network([(0, 0), (3_000, 0), (3_000, 100), (0, 100)])
    assert metres(streets, (0, 0), (0, 100), (1_900, 0), (2_500, 0)) == [2_000, 1_900, 3_250]
    assert metres(streets, (0, 0), (0, 100), reach_m=7_000) == [6_100]


def test_a_loose_bit_of_path_is_not_joined():
    """As at the edge of an extract, or a path in a garden that the map does not join to the street."""
    streets = network([(0, 0), (4_000, 0)], [(0, 50), (20, 50)])
    assert metres(streets, (0, 50), (500, 0)) == [50 + 500]


def test_an_island_of_some_size_cannot_be_walked_to():
    assert metres(network(SOUTH_BANK, NORTH_BANK), (0, 0), (0, 100)) == [2_000]


def test_without_streets_nothing_is_measured():
    nothing = network()
    assert len(nothing) == 0
    assert metres(nothing, (0, 0), (100, 0)) == [130]


def test_the_same_ways_give_the_same_file(tmp_path):
    stored = StoredStreets(network(*RIVER, steps=[[(0, 0), (0, 100)]]), "hash", "wie ze tekende")
    first, second = tmp_path / "een.npz", tmp_path / "twee.npz"
    for path in (first, second):
        write_streets(path, stored)
    assert first.read_bytes() == second.read_bytes()
    again = read_streets_file(first)
    assert (again.digest, again.credit) == ("hash", "wie ze tekende")
    assert metres(again.network, (0, 0), (0, 100)) == [100]
    assert sorted(path.name for path in tmp_path.iterdir()) == ["een.npz", "twee.npz"]


def test_a_damaged_file_or_none_gives_no_streets(tmp_path):
    path = tmp_path / "streets.npz"
    assert read_streets_file(path) is None
    write_streets(path, StoredStreets(network(*RIVER), "hash", ""))
    content = path.read_bytes()
    for damaged in (content[:-40], content[: len(content) // 2], b"", b"PK", content[::-1]):
        path.write_bytes(damaged)
        assert read_streets_file(path) is None
    middle = len(content) // 2
    path.write_bytes(content[:middle] + bytes([content[middle] ^ 1]) + content[middle + 1 :])
    assert read_streets_file(path) is None


@pytest.mark.parametrize("broken", ["first", "to", "joins", "length_mm", "at_mm"])
def test_arrays_that_do_not_belong_together_are_not_read(tmp_path, broken):
    good = network(*RIVER)
    arrays = {name: getattr(good, name) for name in ("at_mm", "first", "to", "length_mm", "steps", "joins")}
    arrays[broken] = arrays[broken][:-1] if broken in {"at_mm", "length_mm"} else arrays[broken] + 9_999
    write_streets(tmp_path / "streets.npz", StoredStreets(StreetNetwork(**arrays), "", ""))
    assert read_streets_file(tmp_path / "streets.npz") is None


def test_streets_that_remember_answer_the_same():
    streets = network(*RIVER)
    assert metres(remembering(streets), (0, 0), (0, 100), (50, 0)) == metres(
        streets, (0, 0), (0, 100), (50, 0)
    )
    assert remembering(STRAIGHT_LINES) is STRAIGHT_LINES


def test_ways_know_how_long_they_are():
    assert drawn(*RIVER).length_m == network(*RIVER).length_m == 2_500
