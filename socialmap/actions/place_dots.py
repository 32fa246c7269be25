"""Where a colleague stands and wants to go: own dots, seen by nobody else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from socialmap.actions.holding import colleague
from socialmap.actions.teams import team_choices, team_of
from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.collective.positions import standing_sentence
from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_team as words
from socialmap.model.together import PositionKind, QuadrantPosition
from socialmap.model.values import ProfessionalId
from socialmap.model.wording_positions import YOU
from socialmap.model.work import Team
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid

Spot = tuple[float, float]
"""x and y, from -1 to 1 in steps of 0,1."""
_STEPS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDot:
    """``sentence`` says in words where it stands, for the own dots only (empty for those of the team)."""

    x: float
    y: float
    version: int
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnDots:
    """The viewer's dots of a year; what was not set is not in ``dots``. ``team`` is ``None`` without one."""

    team: Choice | None
    teams: tuple[Choice, ...]
    year: int
    dots: Mapping[PositionKind, OwnDot]


def own_dots(workspace: Workspace, viewer: Viewer, team_id: str = "") -> OwnDots:
    """The viewer's own dots of this year, in one of the viewer's teams."""
    permit(viewer, Right.PLACE_DOTS)
    people = workspace.projections.people()
    team = team_of(people, viewer.name, team_id)
    found = _found(workspace, viewer.name, team)
    stored = workspace.catalogue.many(QuadrantPosition, [each.id for each in found.values()])
    return OwnDots(
        team=Choice(team.id, team.name) if team else None,
        teams=team_choices(people, viewer.name),
        year=workspace.today().year,
        dots={
            sort: OwnDot(
                x=each.x,
                y=each.y,
                version=stored[each.id].version,
                sentence=standing_sentence(each.x, each.y, YOU) if sort is PositionKind.SELF_NOW else "",
            )
            for sort, each in found.items()
            if each.id in stored
        },
    )


def place_dots(
    workspace: Workspace,
    viewer: Viewer,
    dots: Mapping[PositionKind, Spot],
    *,
    team_id: str = "",
    seen: Mapping[PositionKind, int] | None = None,
) -> OwnDots:
    """Save the dots that are given, all or none; the others stay as they are. ``seen``: version per dot.

    A dot can be moved, not taken away: what one colleague takes out of a round would show what it was.
    """
    permit(viewer, Right.PLACE_DOTS)
    who = colleague(viewer.name)
    violations = [Violation("dots", words.SET_A_DOT)] if not dots else list(_outside(dots))
    if violations:
        raise InvalidInput(violations)
    team, year = team_of(workspace.projections.people(), who, team_id), workspace.today().year
    known = _found(workspace, who, team)
    entities: list[Any] = []
    for sort, (x, y) in dots.items():
        entities.append(
            QuadrantPosition(
                id=known[sort].id if sort in known else workspace.new_id(QuadrantPosition.kind),
                respondent=who,
                team_id=team.id if team else None,
                year=year,
                sort=sort,
                x=round(x * _STEPS) / _STEPS,
                y=round(y * _STEPS) / _STEPS,
            )
        )
    require_valid(*entities)
    versions = seen or {}
    workspace.catalogue.save(
        entities,
        actor=viewer.actor,
        action="stip gezet",
        at=workspace.clock(),
        based_on={(each.kind, each.id): versions.get(each.sort, 0) for each in entities},
    )
    return own_dots(workspace, viewer, team_id)


def _outside(dots: Mapping[PositionKind, Spot]) -> Iterator[Violation]:
    for sort, spot in dots.items():
        for value in spot:
            if not -1 <= value <= 1:
                yield Violation(sort, words.INSIDE_THE_FIELDS)
            elif abs(value * _STEPS - round(value * _STEPS)) > 1e-9:
                yield Violation(sort, words.IN_STEPS)


def _found(workspace: Workspace, who: str, team: Team | None) -> dict[PositionKind, QuadrantPosition]:
    """The dots of somebody in a team this year; of two for the same question the one with the last id."""
    if not who:
        return {}
    mine = ProfessionalId(who)
    team_id, year = team.id if team else None, workspace.today().year
    positions = workspace.projections.people().all(QuadrantPosition).values()
    return {
        each.sort: each
        for each in sorted(positions, key=lambda each: each.id)
        if each.respondent == mine and each.year == year and each.team_id == team_id
    }
