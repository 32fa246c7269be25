"""What exists comes first: take a free place, or ask for a second group (domain.md 4.B steps 2 and 3)."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from socialmap.collective.bundling_inputs import Fit, Fits, OpenQuestion
from socialmap.collective.proposals import Extension, Join
from socialmap.model.values import InitiativeId


@dataclass(frozen=True, slots=True)
class Joined:
    """Joins in the order of handling, second groups with the most people first, and who is left."""

    joins: tuple[Join, ...]
    extensions: tuple[Extension, ...]
    pool: tuple[OpenQuestion, ...]


def join_what_exists(pool: Sequence[OpenQuestion], fits: Fits, minimum: int) -> Joined:
    """Steps 2 and 3 for questions in the order of handling."""
    joins: list[Join] = []
    left: list[OpenQuestion] = []
    places: dict[InitiativeId, int | None] = {}
    only_full: dict[InitiativeId, list[OpenQuestion]] = defaultdict(list)
    names: dict[InitiativeId, str] = {}
    for question in pool:
        fitting = (fit for fit in fits(question) if fit.initiative_id not in question.refused_offers)
        found = sorted(fitting, key=_best_first)
        for fit in found:
            places.setdefault(fit.initiative_id, fit.places)
        chosen = next((fit for fit in found if _has_place(places[fit.initiative_id])), None)
        if chosen is not None:
            joins.append(_join(question, chosen))
            free = places[chosen.initiative_id]
            places[chosen.initiative_id] = None if free is None else free - 1
            continue
        left.append(question)
        best = next((fit for fit in found if not fit.one_to_one), None)
        if best is not None:
            only_full[best.initiative_id].append(question)
            names[best.initiative_id] = best.name
    enough = {full: waiting for full, waiting in only_full.items() if len(waiting) >= minimum}
    extended = {question.id for waiting in enough.values() for question in waiting}
    return Joined(
        joins=tuple(joins),
        extensions=tuple(
            Extension(
                initiative_id=full,
                name=names[full],
                needs=tuple(question.id for question in waiting),
                also=tuple(need for question in waiting for need in question.also),
            )
            for full, waiting in sorted(enough.items(), key=lambda item: (-len(item[1]), item[0]))
        ),
        pool=tuple(question for question in left if question.id not in extended),
    )


def _has_place(places: int | None) -> bool:
    return places is None or places > 0


def _best_first(fit: Fit) -> tuple[int, float, InitiativeId]:
    return -fit.score, math.inf if fit.distance_m is None else fit.distance_m, fit.initiative_id


def _join(question: OpenQuestion, fit: Fit) -> Join:
    return Join(
        need=question.id,
        person=question.person,
        initiative_id=fit.initiative_id,
        name=fit.name,
        score=fit.score,
        distance_m=fit.distance_m,
        also=question.also,
    )
