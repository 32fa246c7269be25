"""English beside Dutch: every sentence has its English, with the same gaps to fill in."""

from __future__ import annotations

import inspect
import re
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum
from importlib import import_module
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from socialmap.model.language import Language, english_sentences, namesake, speaking, told
from socialmap.model.values import ThemeId
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.ui.text import Texts, texts_in

ROOT = Path(__file__).resolve().parents[2]
GAPS = re.compile(r"\{[^}]*\}")
SAME_IN_BOTH = {
    "socialmap", "Help", "Filters", "Filters ({n})", "Print", "Man", "In {area}", "14.00", "12-3-2026", "https://",
    "/open/sjabloon.xlsx", "{subject}\n\n{address}", "{number} · {area} · {theme}", "{date}",
    "{number} · {theme} · {about}", "{number} · {theme}", "{area} · {status} · {open_for}", "{name} ({n})",
    "{where}, {name}: {themes}", "{theme} ({because})",
    "{part} ({n})", "{level} ({n})", "{outcome}. {face}", "{when} · {who}", "{theme} in {area}",
    "{sentence}: {what}.", "2", "3", "4", "School",
    "Centrum voor Samenlevingsvraagstukken, Hogeschool Viaa, Werkplaats Sociaal Domein regio Zwolle",
}  # fmt: skip
"""Words that are the same in both languages, names, and templates without words."""
CODE = re.compile(
    r"(?<!crafts)\[\d+\]\[0\]$|too_little\.categories\[\d\]\[[12]\]$|budget_fields\[\d\]\[2\]$"
    r"|place_fields|help\.sources\[\d\]\.title|example_sentences"
)
"""What stands first in a pair is the code of what follows. Titles of Dutch books stay too."""


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


DUTCH_ONLY = {
    "wording_calendar", "wording_dataset", "wording_feed", "wording_lists", "wording_package",
    "wording_products", "wording_rdf", "wording_release", "wording_start",
}  # fmt: skip
"""What files, feeds, the package and the command line say: Dutch for every reader."""
STAYS_DUTCH = {
    "wording.place_to_drop_in", "wording_confirm.mail", "wording_confirm.subject",
    "wording_footing.footing_sign", "wording_signals.about_theme", "wording_signals.in_area",
    "wording_signals.too_little", "wording_visit.visit_title",
}  # fmt: skip
"""Functions without words of their own, of which the words are kept, or that go into a mail or a calendar."""
SIGNS_AND_NAMES = {"–", "Nextdoor", "opdracht"}
MODULES = sorted(
    path.stem for path in (ROOT / "socialmap/model").glob("wording*.py") if path.stem not in DUTCH_ONLY
)


def texts_of(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield str(value)
    elif isinstance(value, Mapping):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, tuple | frozenset):
        for each in value:
            yield from texts_of(each)


@pytest.mark.parametrize("name", MODULES)
def test_every_sentence_of_the_engine_has_its_english(name: str) -> None:
    module = import_module(f"socialmap.model.{name}")
    constants = [value for key, value in vars(module).items() if key.isupper() and not key.startswith("_")]
    missing = {
        text
        for constant in constants
        for text in texts_of(constant)
        if re.search("[a-z]{2}", text) and text not in english_sentences() and text not in SIGNS_AND_NAMES
    }
    assert not missing


@pytest.mark.parametrize("name", [*MODULES, "dutch"])
def test_every_function_of_the_engine_that_makes_a_sentence_has_an_english_namesake(name: str) -> None:
    module = import_module(f"socialmap.model.{name}")
    for key, function in vars(module).items():
        if not inspect.isfunction(function) or key.startswith("_") or function.__module__ != module.__name__:
            continue
        if f"{name}.{key}" in STAYS_DUTCH:
            continue
        english = namesake(module.__name__, key)
        assert inspect.signature(english) == inspect.signature(function), key
        assert hasattr(function, "__wrapped__"), f"{name}.{key} is not told by language"


def test_everything_that_is_refused_before_saving_has_its_english() -> None:
    shapes = (ROOT / "data/ontology/shapes").rglob("*.ttl")
    messages = {
        message
        for path in shapes
        for message in re.findall(r'sh:message "([^"]*)"@nl', path.read_text(encoding="utf-8"))
    }
    assert len(messages) > 100
    assert not messages - set(english_sentences())


def test_every_concept_is_called_something_else_or_the_same_in_english() -> None:
    words = load_vocabulary()
    with speaking(Language.ENGLISH):
        assert words.themes[ThemeId("eenzaamheid")].called == "Loneliness"
        assert all(barrier.asked == barrier.question_en for barrier in words.barriers.values())
        assert words.language_name("uk") == "Ukrainian"
    assert words.themes[ThemeId("eenzaamheid")].called == "Eenzaamheid"


def test_a_language_is_spoken_only_where_it_was_asked() -> None:
    heard = []

    def elsewhere() -> None:
        heard.append(told("Gratis"))

    with speaking(Language.ENGLISH):
        other = Thread(target=elsewhere)
        other.start()
        other.join()
        assert told("Gratis") == "Free"
    assert heard == ["Gratis"]
    assert told("Gratis") == "Gratis"


def test_what_nobody_translated_stays_as_it_is() -> None:
    with speaking(Language.ENGLISH):
        assert told("Koffieochtend De Linde") == "Koffieochtend De Linde"
