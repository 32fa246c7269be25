"""What people say, as data: well formed, ours, and no test sentence nearly the same as a learned one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from math import ceil

from socialmap.language.files import language_folder
from socialmap.language.model_file import fingerprint_of
from socialmap.language.opening import MODEL
from socialmap.language.sayings import (
    ALWAYS_LEARNED,
    Safety,
    Saying,
    Split,
    exam,
    pointers,
    safety_sayings,
    theme_sayings,
)
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.written import words_of
from training.corpus import fingerprint, lines_of

FOLDER = language_folder()
THEMES = {theme_id for theme_id, theme in load_vocabulary().themes.items() if theme.group}
ACUTE_THEMES = load_vocabulary().acute_themes
SAYINGS = [*theme_sayings(FOLDER)]
SAFETY = [saying for kind in Safety for saying in safety_sayings(FOLDER, kind)]
VOICES = {"bewoner", "werker", "kort"}
NEARLY_THE_SAME, FEWEST_SHARED = 0.7, 4
FORBIDDEN = re.compile(r"@|https?:|\b0\d{9}\b|\b06[- ]?\d{8}\b|\b\d{4} ?[A-Z]{2}\b")


def nearly_the_same(one: frozenset[str], other: frozenset[str]) -> bool:
    shared = len(one & other)
    return shared >= FEWEST_SHARED and shared / len(one | other) >= NEARLY_THE_SAME


def test_every_theme_has_its_sayings_in_every_voice() -> None:
    voices = defaultdict(Counter)
    for saying in SAYINGS:
        voices[saying.about][saying.voice] += 1
    assert set(voices) == THEMES
    assert all(set(counted) == VOICES for counted in voices.values())
    assert min(counted["bewoner"] for counted in voices.values()) >= 40
    assert min(counted["werker"] for counted in voices.values()) >= 15


def test_other_themes_that_fit_exist_are_few_and_never_about_danger() -> None:
    for saying in SAYINGS:
        assert len({saying.about, *saying.also}) == 1 + len(saying.also) <= 4, saying
        assert set(saying.also) <= THEMES - ACUTE_THEMES, saying
        assert not (saying.also and saying.about in ACUTE_THEMES), saying
    assert sum(bool(saying.also) for saying in SAYINGS) < len(SAYINGS) / 2


def test_there_is_enough_of_danger_of_what_only_looks_like_it_and_of_nothing() -> None:
    counted = Counter(saying.about for saying in SAFETY)
    assert counted[Safety.ACUTE] >= 400
    assert counted[Safety.LOOK_ALIKE] >= 400
    assert counted[Safety.NOTHING] >= 300


def test_every_sentence_is_said_once_and_holds_nobody() -> None:
    for about in {saying.about for saying in SAYINGS + SAFETY}:
        said = [s.sentence.casefold() for s in SAYINGS + SAFETY if s.about == about]
        assert [line for line, count in Counter(said).items() if count > 1] == []
    assert [s.sentence for s in SAYINGS + SAFETY if FORBIDDEN.search(s.sentence)] == []


class Near:
    """Finds among sentences those that are nearly the same as another: they share one of its rarest words."""

    def __init__(self, sayings: Iterable[Saying]) -> None:
        self.sayings = [*sayings]
        self._words = [frozenset(words_of(saying.sentence)) for saying in self.sayings]
        self._holding = defaultdict(set)
        for number, words in enumerate(self._words):
            for word in words:
                self._holding[word].add(number)

    def to(self, sentence: str) -> Iterator[Saying]:
        words = frozenset(words_of(sentence))
        rarest = sorted(words, key=lambda word: len(self._holding[word]))
        may_miss = len(words) - ceil(NEARLY_THE_SAME * len(words))
        for number in set().union(*(self._holding[word] for word in rarest[: may_miss + 1])):
            if nearly_the_same(words, self._words[number]):
                yield self.sayings[number]


def answers(saying: Saying) -> set[str]:
    """What is right to hear in it: danger in a theme of danger too."""
    danger = {str(Safety.ACUTE)} if saying.about in ACUTE_THEMES else set()
    return {saying.about, *saying.also} | danger


def test_no_sentence_for_testing_is_nearly_one_with_its_answer_that_was_learned_from() -> None:
    learned = Near(saying for saying in SAYINGS + SAFETY if saying.split is Split.DEVELOP)
    near = [
        (tested, like)
        for tested in SAYINGS + SAFETY
        if tested.split is Split.TEST
        for like in learned.to(tested.sentence)
        if answers(tested) & answers(like)
    ]
    assert near == []


def test_no_sentence_of_an_exam_is_nearly_one_of_ours_and_all_are_about_something_that_exists() -> None:
    ours = Near(SAYINGS + SAFETY)
    for asked in exam(FOLDER):
        assert {asked.about, *asked.also} <= THEMES | set(Safety), asked
        assert [*ours.to(asked.sentence)] == [], asked
        assert not FORBIDDEN.search(asked.sentence), asked


def test_the_exams_ask_for_every_theme_and_for_danger_what_resembles_it_and_nothing() -> None:
    asked = Counter(each.about for each in exam(FOLDER))
    assert set(asked) >= THEMES - ACUTE_THEMES
    assert asked[Safety.ACUTE] >= 100
    assert asked[Safety.LOOK_ALIKE] >= 200
    assert asked[Safety.NOTHING] >= 100


def test_an_eighth_of_the_families_is_for_testing_and_a_family_is_never_split() -> None:
    halves = defaultdict(set)
    for saying in SAYINGS:
        halves[saying.about, saying.family].add(saying.split)
    assert all(len(split) == 1 for split in halves.values())
    tested = sum(split == {Split.TEST} for split in halves.values())
    assert 0.1 < tested / len(halves) < 0.15


def test_the_plainest_words_of_danger_are_always_learned() -> None:
    acute = {saying.family: saying.split for saying in SAFETY if saying.about == Safety.ACUTE}
    assert {acute[family] for family in ALWAYS_LEARNED} == {Split.DEVELOP}


def test_what_was_written_after_the_mistakes_of_a_model_is_neither_tested_nor_settled_on() -> None:
    written = [s for s in SAYINGS + SAFETY if s.family.removeprefix("p-").startswith("gemist-")]
    assert {saying.plain for saying in written} == {True, False}
    assert {(saying.split, saying.settling) for saying in written} == {(Split.DEVELOP, False)}


def test_pointers_point_at_themes_with_a_weight_from_one_to_three() -> None:
    said = [*pointers(FOLDER)]
    assert {pointer.theme for pointer in said} <= THEMES
    assert {pointer.weight for pointer in said} == {1, 2, 3}
    assert max(Counter((pointer.theme, pointer.phrase) for pointer in said).values()) == 1


def test_the_model_was_made_of_the_lines_as_they_are_now() -> None:
    lines = lines_of(FOLDER, load_vocabulary())
    assert fingerprint_of(FOLDER / MODEL) == fingerprint(lines), "make it anew: python -m training"
