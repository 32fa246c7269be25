"""Patterns as one would first write it: every neighbourhood beside every theme and every question.

It gives the same patterns as the engine, which the measurement checks on the size it can do.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import NamedTuple

from socialmap.collective.signals import FEWEST_PERSONS, Pattern, Situation, in_order, judge
from socialmap.collective.windows import WINDOW_DAYS, WINDOWS
from socialmap.model.area import Neighbourhood
from socialmap.model.people import Need, Resident
from socialmap.model.values import AreaId, ThemeId
from socialmap.model.vocabulary import Vocabulary


class Told(NamedTuple):
    """A question with where it comes from, and in which window: 0 is now."""

    person: str
    theme: ThemeId
    area_id: AreaId
    window: int


class PlainPatterns:
    """Holds neighbourhoods and questions as lists and walks through them."""

    def __init__(
        self,
        areas: Sequence[Neighbourhood],
        needs: Iterable[Need],
        residents: Mapping[str, Resident],
        vocabulary: Vocabulary,
        today: date,
    ) -> None:
        self.areas = areas
        self.themes = [name for name, theme in vocabulary.themes.items() if not theme.acute]
        self.told = [
            Told(
                need.resident_id,
                need.theme,
                residents[need.resident_id].area_id,
                (today - need.reported_on).days // WINDOW_DAYS,
            )
            for need in needs
        ]

    def patterns(self) -> tuple[Pattern, ...]:
        """Everything that stands out, the most striking first."""
        found = (self._judged(area, theme) for area in self.areas for theme in self.themes)
        return in_order(pattern for pattern in found if pattern is not None and pattern.outcome.is_signal)

    def _judged(self, area: Neighbourhood, theme: ThemeId) -> Pattern | None:
        about = [told for told in self.told if told.theme == theme and told.area_id == area.id]
        persons = [_persons(about, window) for window in range(WINDOWS)]
        if persons[0] < FEWEST_PERSONS:
            return None
        beside = [other for other in self.areas if other.district_id == area.district_id]
        district = {other.id for other in beside}
        registrations = self._registrations(district)
        everywhere = [told for told in self.told if told.theme == theme and told.area_id in district]
        return judge(
            Situation(
                theme=theme,
                area_id=area.id,
                inhabitants=area.inhabitants or 0,
                inhabitants_total=sum(other.inhabitants or 0 for other in beside),
                persons=persons[0],
                persons_total=_persons(everywhere, 0),
                earlier=tuple(persons[1:]),
                registrations=registrations[0],
                registrations_earlier=tuple(registrations[1:]),
            )
        )

    def _registrations(self, district: Collection[AreaId]) -> list[int]:
        return [
            sum(told.window == window and told.area_id in district for told in self.told)
            for window in range(WINDOWS)
        ]


def _persons(told: Iterable[Told], window: int) -> int:
    return len({each.person for each in told if each.window == window})
