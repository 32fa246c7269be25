"""Which team somebody works in, who is in it, and when each answer of its round was given."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.collective.rounds import Given
from socialmap.model.together import Conversation, QuadrantPosition
from socialmap.model.values import ProfessionalId, TeamId
from socialmap.model.work import Discipline, Professional, Team
from socialmap.store.entries import Operation

Answer = TypeVar("Answer", QuadrantPosition, Conversation)

_HERE = ZoneInfo("Europe/Amsterdam")
_NOT_ASKED = frozenset({Discipline.TEAM_LEAD, Discipline.SOCIAL_BROKER})
"""Who sees at most the mean of a team is not asked for a dot."""


def teams_of(people: PeoplePicture, name: str) -> tuple[Team, ...]:
    """The teams of a colleague, in the order in which they are recorded with her; none for nobody."""
    colleague = people.all(Professional).get(name)
    teams = people.all(Team)
    return tuple(teams[team] for team in (colleague.team_ids if colleague else ()) if team in teams)


def team_of(people: PeoplePicture, name: str, team_id: str = "") -> Team | None:
    """The team with this id when the colleague works in it, else her first; ``None`` without a team."""
    mine = teams_of(people, name)
    return next((team for team in mine if team.id == team_id), mine[0] if mine else None)


def first_team(people: PeoplePicture, who: str | None) -> TeamId | None:
    """The team that something somebody makes counts for; ``None`` for nobody and without a team."""
    team = team_of(people, who or "")
    return team.id if team else None


def members_of(people: PeoplePicture, team: Team | None) -> tuple[Professional, ...]:
    """Everybody who works in a team, by name."""
    if team is None:
        return ()
    found = (each for each in people.all(Professional).values() if team.id in each.team_ids)
    return tuple(sorted(found, key=lambda each: (each.name, each.id)))


def asked_in(people: PeoplePicture, team: Team | None) -> frozenset[ProfessionalId]:
    """The members of a team who are asked for their dots and their conversation sheet."""
    return frozenset(each.id for each in members_of(people, team) if each.discipline not in _NOT_ASKED)


def disciplines_of(people: PeoplePicture) -> dict[ProfessionalId, Discipline]:
    return {each.id: each.discipline for each in people.all(Professional).values()}


def team_choices(people: PeoplePicture, name: str) -> tuple[Choice, ...]:
    return choices((team.id, team.name) for team in teams_of(people, name))


def in_order(workspace: Workspace, answers: Iterable[Answer]) -> Iterator[Given[Answer]]:
    """Every answer, also the earlier ones that these took the place of, in the order of the journal."""
    told: list[tuple[datetime, str, Answer]] = []
    for answer in answers:
        told += ((at, each.id, each) for at, each in _versions(workspace, answer))
    for at, _, each in sorted(told, key=lambda line: line[:2]):
        if each.respondent is not None:
            yield Given(at.astimezone(_HERE).date(), each.respondent, each)


def _versions(workspace: Workspace, answer: Answer) -> Iterator[tuple[datetime, Answer]]:
    """The answer as it is, and back in time as it was, each with the moment it was given."""
    for entry in reversed(workspace.catalogue.history(answer.kind, answer.id)):
        yield entry.at, answer
        if entry.operation is Operation.ADDED:
            return
        before: dict[str, Any] = {change.field: change.before for change in entry.changes}
        answer = replace(answer, **before)
