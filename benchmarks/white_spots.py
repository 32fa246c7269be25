"""Where there is too little in every neighbourhood of towns beside towns: growth, and beside plain loops."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from benchmarks.growth import in_seconds, measured, part_of_page, whole_number
from benchmarks.plain_white_spots import Lack, PlainWhiteSpots
from benchmarks.timing import timed
from benchmarks.towns_in_memory import VIEWER, Towns
from socialmap.actions.show_white_spots import WhiteSpotsAnswer, show_white_spots
from socialmap.model.area import Neighbourhood
from socialmap.model.dutch import decimal
from socialmap.model.provision import Initiative
from socialmap.privacy.disclosure import protect

_INTRO = (
    "Persons who ask beside the places they can reach, and what each neighbourhood lacks. Seconds for "
    "one whole answer, from people in memory to sentences: about one district of these towns, as a team "
    "opens it, and about all neighbourhoods together, as where there are no districts. Growth and ratio "
    "are of all together."
)
_ABOUT_PLAIN = (
    "*Plain loops* look for every neighbourhood × life area through all questions and all initiatives, "
    "and for every neighbourhood through all facilities. Both give the same answer at the sizes where "
    "both were run."
)
_HEADS = (
    "open questions",
    "neighbourhoods",
    "initiatives",
    "one district",
    "all together",
    "per question",
    "ask attention",
)


@dataclass(frozen=True, slots=True)
class Measured:
    """One size; ``whole`` is of all neighbourhoods together, ``one_district`` of one of many districts."""

    questions: int
    neighbourhoods: int
    initiatives: int
    whole: float
    one_district: float
    attention: int
    plain_seconds: float | None = None


def section(small: Sequence[int], large: Sequence[int]) -> Iterable[str]:
    """The part of the page: ``small`` are measured beside plain loops, ``large`` alone."""
    measure(min(small), plain=False)  # the first filter ever compiles for seconds
    rows = measured(measure, small, large)
    return part_of_page(
        "White spots: every neighbourhood judged, for every life area",
        _INTRO,
        _HEADS,
        rows,
        _cells,
        _ABOUT_PLAIN,
    )


def measure(questions: int, *, plain: bool) -> Measured:
    """Both answers over towns with so many open questions; checked beside the plain loops where these run."""
    towns = Towns(questions)
    with_districts, together = towns.workspace(), towns.workspace(districts=False)
    gc.collect()
    one_district, _ = timed(lambda: show_white_spots(with_districts, VIEWER))
    whole, answer = timed(lambda: show_white_spots(together, VIEWER))
    return Measured(
        questions=towns.questions,
        neighbourhoods=len(towns.all(Neighbourhood)),
        initiatives=len(towns.all(Initiative)),
        whole=whole,
        one_district=one_district,
        attention=sum(group.attention for group in answer.groups),
        plain_seconds=_plain_seconds(towns, answer) if plain else None,
    )


def _plain_seconds(towns: Towns, answer: WhiteSpotsAnswer) -> float:
    loops = PlainWhiteSpots(towns)
    taken, (spots, lacking) = timed(lambda: (loops.spots(), loops.lacking()))
    assert [group.id for group in answer.groups] == list(spots)
    for group in answer.groups:
        theirs = spots[group.id]
        counts = protect(theirs.counts).cells
        # Not the order: where a number is hidden, the screen has another than the exact one.
        assert {(line.id, line.category, line.count, line.per_1000) for line in group.lines} == {
            (row.id, row.category, count, decimal(row.per_1000, 1))
            for row, count in zip(theirs.rows, counts, strict=True)
        }, group.id
    assert {each.id: Lack(each.missing, each.far_basics) for each in answer.lacking} == lacking
    return taken


def _cells(row: Measured) -> Sequence[str]:
    return (
        whole_number(row.questions),
        whole_number(row.neighbourhoods),
        whole_number(row.initiatives),
        in_seconds(row.one_district),
        in_seconds(row.whole),
        f"{1000 * row.whole / row.questions:.2f} ms",
        whole_number(row.attention),
    )
