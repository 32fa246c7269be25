"""What people say, as data: well formed, ours, and no test sentence nearly the same as a learned one."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from socialmap.language.files import language_folder
from socialmap.language.model_file import fingerprint_of
from socialmap.language.opening import MODEL
from socialmap.language.sayings import (
    ALWAYS_LEARNED,
    Safety,
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
    acute = {theme_id for theme_id, theme in load_vocabulary().themes.items() if theme.acute}
    for saying in SAYINGS:
        assert len({saying.about, *saying.also}) == 1 + len(saying.also) <= 4, saying
        assert set(saying.also) <= THEMES - acute, saying
        assert not (saying.also and saying.about in acute), saying
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


def test_no_sentence_for_testing_is_nearly_one_that_was_learned_from() -> None:
    groups = defaultdict(lambda: {Split.DEVELOP: [], Split.TEST: []})
    for saying in SAYINGS + SAFETY:
        groups[saying.about][saying.split].append(frozenset(words_of(saying.sentence)))
    near = [
        (" ".join(sorted(tested)), about)
        for about, halves in groups.items()
        for tested in halves[Split.TEST]
        for learned in halves[Split.DEVELOP]
        if nearly_the_same(tested, learned)
    ]
    assert near == []


def test_no_sentence_of_an_exam_is_nearly_one_of_ours_and_all_are_about_something_that_exists() -> None:
    ours = [frozenset(words_of(saying.sentence)) for saying in SAYINGS + SAFETY]
    with_word = defaultdict(set)
    for number, words in enumerate(ours):
        for word in words:
            with_word[word].add(number)
    for asked in exam(FOLDER):
        assert {asked.about, *asked.also} <= THEMES | set(Safety), asked
        words = frozenset(words_of(asked.sentence))
        near = set().union(*(with_word[word] for word in words))
        assert not [ours[number] for number in near if nearly_the_same(words, ours[number])], asked
        assert not FORBIDDEN.search(asked.sentence), asked


def test_the_exams_ask_for_every_theme_and_for_danger_what_resembles_it_and_nothing() -> None:
    asked = Counter(each.about for each in exam(FOLDER))
    acute = {theme_id for theme_id, theme in load_vocabulary().themes.items() if theme.acute}
    assert THEMES - acute <= set(asked)
    assert asked[Safety.ACUTE] >= 100
    assert asked[Safety.LOOK_ALIKE] >= 200
    assert asked[Safety.NOTHING] >= 100


def test_a_quarter_of_the_families_is_for_testing_and_a_family_is_never_split() -> None:
    halves = defaultdict(set)
    for saying in SAYINGS:
        halves[saying.about, saying.family].add(saying.split)
    assert all(len(split) == 1 for split in halves.values())
    tested = sum(split == {Split.TEST} for split in halves.values())
    assert 0.2 < tested / len(halves) < 0.3


def test_the_plainest_words_of_danger_are_always_learned() -> None:
    acute = {saying.family: saying.split for saying in SAFETY if saying.about == Safety.ACUTE}
    assert {acute[family] for family in ALWAYS_LEARNED} == {Split.DEVELOP}


def test_pointers_point_at_themes_with_a_weight_from_one_to_three() -> None:
    said = [*pointers(FOLDER)]
    assert {pointer.theme for pointer in said} <= THEMES
    assert {pointer.weight for pointer in said} == {1, 2, 3}
    assert max(Counter((pointer.theme, pointer.phrase) for pointer in said).values()) == 1


def test_the_model_was_made_of_the_lines_as_they_are_now() -> None:
    lines = lines_of(FOLDER, load_vocabulary())
    assert fingerprint_of(FOLDER / MODEL) == fingerprint(lines), "make it anew: python -m training"
