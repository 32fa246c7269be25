"""The sentence encoder: multilingual-e5-small in numpy, with the pieces that Dutch needs; asks no network."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from functools import cache

import numpy as np
from numpy.typing import NDArray

from socialmap.language.encoder_file import read_encoder
from socialmap.language.files import language_folder
from socialmap.language.pieces import Pieces
from socialmap.language.transformer import Transformer

ENCODER = "encoder.npz"
_HEIGHTS = (6, 9, 12)
"""The layers that are listened to: halfway up words still weigh more, at the top the whole sentence."""
_WIDTH = 384
DIMENSIONS = len(_HEIGHTS) * _WIDTH
_TOGETHER = 128


@cache
def _model() -> tuple[Pieces, Transformer]:
    """Read at the first sentence (half a second), then kept: one per process."""
    return read_encoder(language_folder() / ENCODER)


def encode(sentences: Sequence[str]) -> NDArray[np.float32]:
    """One row of 1152 numbers per sentence; alike sentences lie in the same direction from the mean of all.

    ``SetupError`` if the encoder is absent or damaged.
    """
    rows = np.zeros((len(sentences), DIMENSIONS), np.float32)
    if sentences:
        pieces, transformer = _model()
        numbers = [pieces.numbers(sentence) for sentence in sentences]
        of_length: dict[int, list[int]] = defaultdict(list)
        for place, each in enumerate(numbers):
            of_length[len(each)].append(place)
        for places in of_length.values():
            for first in range(0, len(places), _TOGETHER):
                some = places[first : first + _TOGETHER]
                rows[some] = transformer.means(np.array([numbers[place] for place in some]), _HEIGHTS)
    return rows
