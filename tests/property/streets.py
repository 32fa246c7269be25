"""Hypothesis strategies for small networks and spots on and beside them."""

import numpy as np
from hypothesis import strategies as st

from socialmap.geo.footways import whole_mm
from socialmap.geo.street_network import StreetNetwork, Ways
from tests.property.offers import START_M

COORDINATES = st.sampled_from([-700.0, -250.0, -120.5, 0.0, 40.0, 133.3, 300.0, 610.0, 1_900.0])
SPOTS = st.tuples(COORDINATES, COORDINATES)


@st.composite
def drawn_ways(draw):
    """Some crossings and the streets between them, each perhaps a flight of stairs; perhaps in parts."""
    spots = draw(st.lists(SPOTS, min_size=2, max_size=9, unique=True))
    numbers = st.integers(0, len(spots) - 1)
    pairs = draw(st.lists(st.tuples(numbers, numbers, st.booleans()), min_size=1, max_size=14))
    at_mm = whole_mm(np.array(spots) + np.array(START_M))
    ends = np.array([pair[:2] for pair in pairs], np.int64)
    return Ways(at_mm, ends, np.array([pair[2] for pair in pairs]))


networks = drawn_ways().map(StreetNetwork.prepare)
