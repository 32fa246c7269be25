"""A recorded question of a resident as a search: what the search needs, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from socialmap.actions.projections import Pictures
from socialmap.geo.coordinates import to_metres
from socialmap.model.people import Need, Resident
from socialmap.model.values import Point, ResidentId
from socialmap.search.question import Question, ages_of


def questions_of(
    needs: Iterable[Need], residents: Mapping[str, Resident], pictures: Pictures
) -> Iterator[tuple[ResidentId, Question]]:
    """Whose and which question, for every need of which we know where the person lives."""
    for need, question in searches_of(needs, residents, pictures):
        yield need.resident_id, question


def searches_of(
    needs: Iterable[Need], residents: Mapping[str, Resident], pictures: Pictures
) -> Iterator[tuple[Need, Question]]:
    """Each need with its question, for every need of which we know where the person lives."""
    placed = []
    for need in needs:
        resident = residents.get(need.resident_id)
        start = _start(resident, pictures) if resident else None
        if resident is not None and start is not None:
            placed.append((need, resident, start))
    metres = to_metres([start for _, _, start in placed]).tolist()
    for (need, resident, _), (x_m, y_m) in zip(placed, metres, strict=True):
        yield need, _question(need, resident, x_m, y_m)


def _start(resident: Resident, pictures: Pictures) -> Point | None:
    return resident.rounded_point or pictures.areas.centre(resident.area_id)


def _question(need: Need, resident: Resident, x_m: float, y_m: float) -> Question:
    return Question(
        theme=need.theme,
        side_themes=need.side_themes,
        x_m=x_m,
        y_m=y_m,
        mobility=need.mobility,
        languages=need.languages or resident.languages,
        available=need.available,
        thresholds=need.thresholds,
        peer_wish=need.peer_wish,
        wheelchair=need.wheelchair,
        ages=ages_of(resident.age_group) if resident.age_group else None,
        has_indication=need.has_indication,
    )
