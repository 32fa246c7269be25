"""What stands out in every neighbourhood of towns beside towns: how it grows, and beside plain loops."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.growth import in_seconds, measured, part_of_page, whole_number
from benchmarks.plain_patterns import PlainPatterns
from benchmarks.timing import timed
from benchmarks.towns_in_memory import VIEWER, VOCABULARY, Towns
from socialmap.actions.patterns_here import PatternLine, patterns_here
from socialmap.demo.town import STORY_DATE
from socialmap.model.area import Neighbourhood
from socialmap.model.people import Need, Resident
from socialmap.privacy.disclosure import number_words

_INTRO = (
    "Different persons in five windows of ninety days, tested against the other neighbourhoods and "
    "against before. Seconds for one whole answer, from people in memory to sentences."
)
_ABOUT_PLAIN = (
    "*Plain loops* look through all questions for every neighbourhood × theme. Both give the same "
    "patterns in the same order at the sizes where both were run."
)
_HEADS = (
    "open questions",
    "questions in all",
    "neighbourhoods",
    "whole answer",
    "per question",
    "patterns",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One size; ``plain_seconds`` where the plain loops were run too."""

    questions: int
    all_questions: int
    neighbourhoods: int
    whole: float
    patterns: int
    plain_seconds: float | None = None


def section(small: Sequence[int], large: Sequence[int]) -> Iterable[str]:
    """The part of the page: ``small`` are measured beside plain loops, ``large`` alone."""
    rows = measured(measure, small, large)
    return part_of_page(
        "Signals: what stands out, in every neighbourhood and for every theme",
        _INTRO,
        _HEADS,
        rows,
        _cells,
        _ABOUT_PLAIN,
    )


def measure(questions: int, *, plain: bool) -> Measured:
    """One answer over towns with so many open questions; checked beside the plain loops where these run."""
    towns = Towns(questions)
    workspace = towns.workspace()
    gc.collect()
    taken, lines = timed(lambda: patterns_here(workspace, VIEWER, action="meting"))
    return Measured(
        questions=towns.questions,
        all_questions=len(towns.all(Need)),
        neighbourhoods=len(towns.all(Neighbourhood)),
        whole=taken,
        patterns=len(lines),
        plain_seconds=_plain_seconds(towns, lines) if plain else None,
    )


def _plain_seconds(towns: Towns, lines: Sequence[PatternLine]) -> float:
    loops = PlainPatterns(
        list(towns.all(Neighbourhood).values()),
        towns.all(Need).values(),
        towns.all(Resident),
        VOCABULARY,
        STORY_DATE,
    )
    taken, patterns = timed(loops.patterns)
    theirs = [
        (each.outcome, VOCABULARY.themes[each.theme].label, each.area_id, number_words(each.persons or 0))
        for each in patterns
    ]
    assert [(line.outcome, line.label, line.area_id, line.people) for line in lines] == theirs
    return taken


def _cells(row: Measured) -> Sequence[str]:
    return (
        whole_number(row.questions),
        whole_number(row.all_questions),
        whole_number(row.neighbourhoods),
        in_seconds(row.whole),
        f"{1000 * row.whole / row.questions:.3f} ms",
        whole_number(row.patterns),
    )
