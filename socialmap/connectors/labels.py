"""From a written word to a concept of the thesaurus: by id, label, synonym or English label."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from difflib import get_close_matches
from typing import TypeVar

from socialmap.model.normal_text import normalise
from socialmap.model.vocabulary import Concept

Id = TypeVar("Id", bound=str)


def by_label(concepts: Mapping[Id, Concept], what: str) -> Callable[[str], Id]:
    """A reader of cells that hold a concept. ``what`` is its Dutch name with article, for the sentence.

    A word that is the label of one concept and a synonym of another means the first; a synonym of several
    concepts means none of them.
    """
    exact: dict[str, Id] = {}
    loose: defaultdict[str, dict[Id, None]] = defaultdict(dict)
    for concept_id, concept in concepts.items():
        for written in (concept_id, concept.label, concept.label_en):
            exact.setdefault(normalise(written), concept_id)
        for written in (*concept.alt_labels, *concept.hidden_labels, *concept.label.split(" of ")):
            loose[normalise(written)][concept_id] = None
    labels = {normalise(concept.label): concept.label for concept in concepts.values()}

    def parse(text: str) -> Id:
        word = normalise(text)
        meant = (exact[word],) if word in exact else tuple(loose.get(word, ()))
        if len(meant) == 1:
            return meant[0]
        if meant:
            options = " of ".join(f"'{concepts[concept_id].label}'" for concept_id in meant)
            raise ValueError(f"Dit kan meer betekenen. Schrijf {options}.")
        near = get_close_matches(word, labels, n=1, cutoff=0.75)
        hint = f" Bedoel je '{labels[near[0]]}'?" if near else ""
        raise ValueError(f"We kennen {what} niet.{hint}")

    return parse


def languages_by_name(languages: Mapping[str, str]) -> Callable[[str], str]:
    """A reader of languages: ISO code, Dutch or (for a few) English name."""
    english = {
        "dutch": "nl", "arabic": "ar", "tigrinya": "ti", "turkish": "tr", "polish": "pl", "ukrainian": "uk",
        "somali": "so", "berber": "ber", "english": "en",
    }  # fmt: skip
    known = {normalise(name): code for code, name in languages.items()} | english

    def parse(text: str) -> str:
        word = normalise(text)
        if word in known:
            return known[word]
        if word in languages or (len(word) == 2 and word.isascii() and word.isalpha()):
            return word
        raise ValueError("We kennen deze taal niet. Schrijf bijvoorbeeld Nederlands, Turks of ar.")

    return parse
