"""English beside Dutch: every sentence has its English, with the same gaps to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from typing import Any

from socialmap.model.language import Language, english_sentences
from socialmap.ui.text import Texts, texts_in

GAPS = re.compile(r"\{[^}]*\}")
SAME_IN_BOTH = {
    "socialmap", "Help", "Filters", "Filters ({n})", "Print", "Man", "In {area}", "14.00", "12-3-2026", "https://",
    "/open/sjabloon.xlsx", "{subject}\n\n{address}", "{number} · {area} · {theme}", "{date}",
    "{number} · {theme} · {about}", "{number} · {theme}", "{area} · {status} · {open_for}", "{name} ({n})",
    "{part} ({n})", "{level} ({n})", "{outcome}. {face}", "{when} · {who}", "{theme} in {area}",
    "{sentence}: {what}.", "2", "3", "4", "School",
    "Centrum voor Samenlevingsvraagstukken, Hogeschool Viaa, Werkplaats Sociaal Domein regio Zwolle",
}  # fmt: skip
"""Words that are the same in both languages, names, and templates without words."""
CODE = re.compile(
    r"(?<!crafts)\[\d+\]\[0\]$|too_little\.categories\[\d\]\[[12]\]$|budget_fields\[\d\]\[2\]$"
    r"|place_fields|help\.sources\[\d\]\.title|example_sentences"
)
"""What stands first in a pair is the code of what follows. Titles of Dutch books are not translated either."""


def pairs(dutch: Any, english: Any, place: str) -> Iterator[tuple[str, str, str]]:
    """Every text of a table beside its English, with where it stands; codes must be the same in both."""
    if is_dataclass(dutch) and not isinstance(dutch, type):
        assert type(dutch) is type(english), place
        for each in fields(dutch):
            yield from pairs(getattr(dutch, each.name), getattr(english, each.name), f"{place}.{each.name}")
    elif isinstance(dutch, tuple):
        assert len(dutch) == len(english), place
        for number, (one, other) in enumerate(zip(dutch, english, strict=True)):
            yield from pairs(one, other, f"{place}[{number}]")
    elif isinstance(dutch, str) and not isinstance(dutch, Enum):
        yield place, dutch, english
    else:
        assert dutch == english, place


ALL = tuple(pairs(texts_in(Language.DUTCH), texts_in(Language.ENGLISH), ""))


def test_every_text_of_the_screens_has_its_english_with_the_same_gaps() -> None:
    wrong = {
        place: english
        for place, dutch, english in ALL
        if not english.strip() or sorted(GAPS.findall(dutch)) != sorted(GAPS.findall(english))
    }
    assert not wrong


def test_no_text_of_the_screens_is_left_in_dutch() -> None:
    left = {
        place: dutch
        for place, dutch, english in ALL
        if dutch == english and dutch not in SAME_IN_BOTH and not CODE.search(place)
    }
    assert not left


def test_what_is_a_code_and_no_word_is_the_same_in_both() -> None:
    assert not {place for place, dutch, english in ALL if CODE.search(place) and dutch != english}


def test_both_tables_have_the_same_parts() -> None:
    english = texts_in(Language.ENGLISH)
    for part in fields(Texts):
        assert getattr(english, part.name) is not getattr(texts_in(Language.DUTCH), part.name)


def test_a_sentence_of_the_engine_has_the_same_gaps_in_english() -> None:
    wrong = {
        dutch: english
        for dutch, english in english_sentences().items()
        if sorted(GAPS.findall(dutch)) != sorted(GAPS.findall(english)) or not english.strip()
    }
    assert not wrong
