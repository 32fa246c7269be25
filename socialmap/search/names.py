"""Finds words in all names at once, by looking through one long text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from socialmap.model.normal_text import normalise

_ACCENT = re.compile("[\u0300-\u036f]+")


class NameText:
    """The names of all rows, one a line, in lower case and without accents."""

    def __init__(self, names: Sequence[str]) -> None:
        text = "\n".join(name.replace("\n", " ") for name in names).casefold()
        if not text.isascii():
            text = _ACCENT.sub("", unicodedata.normalize("NFKD", text))
        self._text = text
        lengths = np.fromiter(map(len, text.split("\n")), np.int64, text.count("\n") + 1)
        self._ends = np.cumsum(lengths + 1)

    def with_words(self, text: str) -> NDArray[np.bool_]:
        """Per row: does its name hold every word of the text? Every row when the text has no words."""
        found = np.ones(len(self._ends), bool)
        for word in normalise(text).split():
            places = np.fromiter((hit.start() for hit in re.finditer(re.escape(word), self._text)), np.int64)
            holds = np.zeros(len(found), bool)
            holds[np.searchsorted(self._ends, places, side="right")] = True
            found &= holds
        return found
