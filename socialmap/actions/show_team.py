"""Where a team stands and wants to go, and what expertise it has: no dots, no names beside an answer.

What is shown is a *stand* (``collective/rounds.py``), because a mean that follows every answer tells the
newest dot. It is worked out from the journal, which knows when each answer was given.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from socialmap.actions.auditing import note_access
from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.teams import asked_in, disciplines_of, in_order, members_of, team_choices, team_of
from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.collective.expertise import expertise
from socialmap.collective.positions import (
    ENOUGH,
    Dot,
    Round,
    Standing,
    TeamView,
    TooFew,
    since_last_year,
    team_view,
)
from socialmap.collective.rounds import Stand, stand_of
from socialmap.model import wording_team as words
from socialmap.model.language import told
from socialmap.model.together import PositionKind, QuadrantPosition
from socialmap.model.values import Layer, ProfessionalId
from socialmap.model.wording_positions import figures, too_few
from socialmap.model.work import Discipline, Team
from socialmap.privacy.roles import Right, Viewer, layers_of, permit

_NOBODY: Stand[QuadrantPosition] = Stand(None, {}, 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standpoint:
    """The mean of one of the four questions; ``spot`` is ``None`` when it is not shown, ``text`` says why."""

    sort: PositionKind
    spot: tuple[float, float] | None
    text: str
    figures: str
    two_camps: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CraftLine:
    """A discipline in the team: who, and which life areas they look after."""

    label: str
    who: str
    focus: frozenset[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ExpertiseTable:
    """Disciplines by life area, and what nobody has; ``sentence`` says whether anything is missing."""

    life_areas: tuple[Choice, ...]
    crafts: tuple[CraftLine, ...]
    missing: tuple[str, ...]
    sentence: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamAnswer:
    """``stand`` says from when the figures are and when there will be others.

    ``wishes``: what the team wants more of, by the own dots and by those of the team; ``disciplines``: (name,
    sentence) of those with enough answers.
    """

    team: Choice | None
    teams: tuple[Choice, ...]
    year: int
    stand: str
    standpoints: Mapping[PositionKind, Standpoint]
    wishes: tuple[str, ...]
    since_last_year: str
    disciplines: tuple[tuple[str, str], ...]
    expertise: ExpertiseTable


def show_team(workspace: Workspace, viewer: Viewer, team_id: str = "") -> TeamAnswer:
    """The round of this year of one of the viewer's teams; without a team everything is empty."""
    permit(viewer, Right.SEE_TEAM_MEAN)
    people, year = workspace.projections.people(), workspace.today().year
    team = team_of(people, viewer.name, team_id)
    this_year, last_year = (_stands(workspace, people, team, each) for each in (year, year - 1))
    counted = sum(stand.given for stand in this_year.values())
    note_access(
        workspace, viewer.actor, "team bekijken", QuadrantPosition.kind, counted,
        purpose="Het gemiddelde van het team.",
    )  # fmt: skip
    crafts = disciplines_of(people)
    answers = _dots(this_year, crafts)
    view = with_reasons(team_view(answers), this_year)
    before = _dots(last_year, crafts)[PositionKind.SELF_NOW]
    return TeamAnswer(
        team=Choice(team.id, team.name) if team else None,
        teams=team_choices(people, viewer.name),
        year=year,
        stand=stand_sentence(this_year[PositionKind.SELF_NOW].on, team),
        standpoints={sort: _standpoint(sort, standing) for sort, standing in view.standings.items()},
        wishes=tuple(arrow.sentence for arrow in (view.own_arrow, view.team_arrow) if arrow is not None),
        since_last_year=since_last_year(before, answers[PositionKind.SELF_NOW]),
        disciplines=tuple(
            (craft.value, standing.sentence)
            for craft, standing in view.disciplines.items()
            if not isinstance(standing, TooFew)
        ),
        expertise=_expertise(workspace, viewer, people, team),
    )


def view_of(workspace: Workspace, people: PeoplePicture, team: Team | None) -> TeamView:
    """The team's round of this year as it may be seen; the caller writes down that it was looked at."""
    stands = _stands(workspace, people, team, workspace.today().year)
    crafts = disciplines_of(people)
    return with_reasons(team_view(_dots(stands, crafts)), stands)


def stand_sentence(on: date | None, team: Team | None) -> str:
    if team is None:
        return words.NO_TEAM
    return f"{words.stand(on)} {told(words.WHEN_RENEWED)}" if on else words.WHEN_RENEWED


def _stands(
    workspace: Workspace, people: PeoplePicture, team: Team | None, year: int
) -> dict[PositionKind, Stand[QuadrantPosition]]:
    """Per question the last stand of the team's round; who left the team since is still in it."""
    if team is None:
        return dict.fromkeys(PositionKind, _NOBODY)
    asked, crafts = asked_in(people, team), disciplines_of(people)
    positions = [
        each
        for each in people.all(QuadrantPosition).values()
        if each.team_id == team.id and each.year == year
    ]
    return {
        sort: stand_of(
            in_order(workspace, (each for each in positions if each.sort is sort)),
            asked,
            workspace.today(),
            crafts if sort is PositionKind.SELF_NOW else None,
        )
        for sort in PositionKind
    }


def _dots(
    stands: Mapping[PositionKind, Stand[QuadrantPosition]], crafts: Mapping[ProfessionalId, Discipline]
) -> Round:
    """The dots without who; sorted, so that their order tells nothing."""
    return {
        sort: tuple(
            sorted(
                (Dot(each.x, each.y, crafts.get(who)) for who, each in stand.answers.items()),
                key=lambda dot: (dot.x, dot.y, dot.discipline or ""),
            )
        )
        for sort, stand in stands.items()
    }


def with_reasons(view: TeamView, stands: Mapping[PositionKind, Stand[QuadrantPosition]]) -> TeamView:
    """Where nothing is shown: how many answered, and when there will be a mean."""
    told: dict[PositionKind, Standing] = {}
    for sort, standing in view.standings.items():
        given = stands[sort].given
        if isinstance(standing, TooFew):
            why = too_few(given) if given < ENOUGH else words.not_yet(given)
            told[sort] = TooFew(n=given, sentence=why)
        else:
            told[sort] = standing
    return replace(view, standings=told)


def _standpoint(sort: PositionKind, standing: Standing) -> Standpoint:
    if isinstance(standing, TooFew):
        return Standpoint(sort=sort, spot=None, text=standing.sentence, figures="", two_camps="")
    return Standpoint(
        sort=sort,
        spot=(standing.x, standing.y),
        text=standing.sentence,
        figures=figures(standing.n, standing.x, standing.y, standing.spread, standing.from_balance_percent),
        two_camps=standing.two_camps,
    )


def _expertise(
    workspace: Workspace, viewer: Viewer, people: PeoplePicture, team: Team | None
) -> ExpertiseTable:
    members = members_of(people, team)
    names = {each.id: each.name for each in members}
    found, themes = expertise(members, workspace.vocabulary), workspace.vocabulary.themes
    inside = Layer.SHELL in layers_of(viewer)
    missing = (
        *(craft.value for craft in found.missing_crafts),
        *(themes[theme].called for theme in found.missing_focus),
    )
    return ExpertiseTable(
        life_areas=tuple(Choice(each, theme.called) for each, theme in themes.items() if theme.group is None),
        crafts=tuple(
            CraftLine(
                label=craft.discipline.value,
                who=", ".join(names[each] for each in craft.colleagues)
                if inside
                else words.people(len(craft.colleagues)),
                focus=frozenset(craft.focus),
            )
            for craft in found.crafts
        ),
        missing=missing if team else (),
        sentence=words.MISSING if missing else words.NOTHING_MISSING,
    )
