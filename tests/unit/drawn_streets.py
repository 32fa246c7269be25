"""Small networks drawn by hand, in metres east and north of the spot where questions in tests start."""

import itertools

import numpy as np

from socialmap.geo.footways import places_mm
from socialmap.geo.street_network import StreetNetwork, Ways
from tests.unit.offers import X_M, Y_M


def at(east_m, north_m):
    """One spot in whole millimetres."""
    return places_mm([(X_M + east_m, Y_M + north_m)])[0]


def drawn(*lines, steps=()):
    """Ways along these lines, which meet where they share a spot; ``steps`` are lines of stairs."""
    spots, ends, is_steps = {}, [], []
    for stairs, some in ((False, lines), (True, steps)):
        for line in some:
            numbers = [spots.setdefault(spot, len(spots)) for spot in line]
            ends += itertools.pairwise(numbers)
            is_steps += [stairs] * (len(line) - 1)
    at_mm = places_mm((X_M + east, Y_M + north) for east, north in spots)
    return Ways(at_mm, np.array(ends, np.int64).reshape(-1, 2), np.array(is_steps, bool))


def network(*lines, steps=()):
    return StreetNetwork.prepare(drawn(*lines, steps=steps))


# A river from west to east, 60 metres wide, with streets along both banks and one bridge in the east.
SOUTH_BANK, NORTH_BANK = [(-600, 0), (0, 0), (600, 0)], [(-600, 100), (0, 100), (600, 100)]
BRIDGE = [(600, 0), (600, 100)]
RIVER = (SOUTH_BANK, NORTH_BANK, BRIDGE)
