"""What a team can: disciplines by life area, and what nobody in it has (domain.md 004-48, question 16)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialmap.model.values import ProfessionalId, ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.work import Discipline, Professional

CRAFTS = tuple(craft for craft in Discipline if craft is not Discipline.TEAM_LEAD)
"""What a team needs for its residents; leading it is not one of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Craft:
    """A discipline, who has it (also as a second one), and the life areas these look after."""

    discipline: Discipline
    colleagues: tuple[ProfessionalId, ...]
    focus: frozenset[ThemeId]


@dataclass(frozen=True, slots=True, kw_only=True)
class Expertise:
    """Every discipline that is there, in the order of the list; what is missing in the same order."""

    crafts: tuple[Craft, ...]
    missing_crafts: tuple[Discipline, ...]
    missing_focus: tuple[ThemeId, ...]


def expertise(team: Iterable[Professional], vocabulary: Vocabulary) -> Expertise:
    """The overview of a team; of a team without colleagues everything is missing."""
    colleagues = sorted(team, key=lambda each: (each.name, each.id))
    having = {
        craft: [each for each in colleagues if craft in {each.discipline, each.second_discipline}]
        for craft in CRAFTS
    }
    focus = {theme for each in colleagues for theme in each.focus}
    life_areas = [theme_id for theme_id, theme in vocabulary.themes.items() if theme.group is None]
    return Expertise(
        crafts=tuple(
            Craft(
                discipline=craft,
                colleagues=tuple(each.id for each in some),
                focus=frozenset(theme for each in some for theme in each.focus),
            )
            for craft, some in having.items()
            if some
        ),
        missing_crafts=tuple(craft for craft, some in having.items() if not some),
        missing_focus=tuple(theme for theme in life_areas if theme not in focus),
    )
