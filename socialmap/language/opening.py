"""Opens the finder of words: the thesaurus, and the model that was made of our own sayings."""

from __future__ import annotations

from functools import cache

from socialmap.language.files import language_folder
from socialmap.language.model_file import read_model
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.finder import Learned, WordFinder

MODEL = "model.npz"
"""Made without the families for testing, so that what is measured is what is used."""


def open_finder(vocabulary: Vocabulary) -> WordFinder:
    """The finder; the model is read at its first sentence, once per process."""
    return WordFinder(vocabulary, load_learned)


@cache
def load_learned() -> Learned:
    """The model that socialmap brings along (half a second); ``SetupError`` if it is absent or damaged."""
    return read_model(language_folder() / MODEL)
