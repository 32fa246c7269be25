"""The conversation sheet of a team: its own figures and the answers of at least five, without who."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from socialmap.actions.auditing import note_access
from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.show_team import stand_sentence, view_of
from socialmap.actions.teams import asked_in, in_order, members_of, team_choices, team_of
from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.collective.conversation import (
    Answer,
    Picked,
    TeamAnswers,
    TeamWork,
    goal_shares,
    ideas_running,
    possibilities,
    sheet,
    team_answers,
    without_names,
)
from socialmap.collective.positions import ENOUGH, TooFew
from socialmap.collective.rounds import Given, Stand, stand_of
from socialmap.model import wording_team as words
from socialmap.model.people import Talent
from socialmap.model.together import (
    BundleProposal,
    CollectiveAction,
    Conversation,
    ConversationMode,
    Signal,
)
from socialmap.model.wording_conversation import HEADINGS, agreement
from socialmap.model.wording_positions import too_few
from socialmap.model.work import Team
from socialmap.privacy.roles import Right, Viewer, may, permit


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """An agreement of the team, as a sentence."""

    id: str
    on: date | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamSheet:
    """``why_not`` says why there are no answers to show; empty when there are.

    ``standing`` is what the dots say. ``paper``: the sheet on one A4 as (heading, text). ``agreements`` are
    for the members of the team only.
    """

    team: Choice | None
    teams: tuple[Choice, ...]
    assignment: str
    standing: str
    stand: str
    used: tuple[str, ...]
    goals: tuple[str, ...]
    ideas: str
    why_not: str
    already: tuple[Picked, ...]
    want_more: tuple[Picked, ...]
    obstacles: tuple[Picked, ...]
    certainty: str
    agreements: tuple[Agreed, ...]
    paper: tuple[tuple[str, str], ...]


def show_conversation(workspace: Workspace, viewer: Viewer, team_id: str = "") -> TeamSheet:
    """The sheet of one of the viewer's teams; a team leader sees the totals and no agreements."""
    permit(viewer, Right.SEE_TEAM_MEAN)
    people, today = workspace.projections.people(), workspace.today()
    team = team_of(people, viewer.name, team_id)
    stand = _stand(workspace, people, team)
    note_access(
        workspace, viewer.actor, "gesprek bekijken", Conversation.kind, stand.given,
        purpose="De antwoorden van het team bij elkaar.",
    )  # fmt: skip
    answers = _answers(workspace, stand)
    work = _work_of(people, workspace, team)
    inside = may(viewer, Right.PLACE_DOTS)
    agreements = tuple(_agreements(people, team, today)) if inside else ()
    next_one = agreements[0] if agreements else None
    none = TeamAnswers(n=0, already=(), want_more=(), obstacles=(), certainty="")
    seen = none if isinstance(answers, TooFew) else answers
    paper = sheet(
        view_of(workspace, people, team),
        work,
        answers,
        today,
        assignment=team.assignment if team else "",
        agreement=next_one.text if next_one else "",
    )
    return TeamSheet(
        team=Choice(team.id, team.name) if team else None,
        teams=team_choices(people, viewer.name),
        assignment=team.assignment if team else "",
        standing=dict(paper)[HEADINGS["posities"]],
        stand=stand_sentence(stand.on, team),
        used=tuple(each.sentence for each in possibilities(work, today)),
        goals=goal_shares(work.actions).sentences,
        ideas=ideas_running(work.bundles).sentence,
        why_not=answers.sentence if isinstance(answers, TooFew) else "",
        already=seen.already,
        want_more=seen.want_more,
        obstacles=seen.obstacles,
        certainty=seen.certainty,
        agreements=agreements,
        paper=paper,
    )


def _stand(workspace: Workspace, people: PeoplePicture, team: Team | None) -> Stand[Answer]:
    """The answers as they may be seen; only what is counted decides whether an answer changed."""
    if team is None:
        return Stand(None, {}, 0)
    sheets = [
        each
        for each in people.all(Conversation).values()
        if each.mode is ConversationMode.INDIVIDUAL
        and each.team_id == team.id
        and each.on.year == workspace.today().year
    ]
    given = (Given(each.on, each.who, without_names([each.what])[0]) for each in in_order(workspace, sheets))
    return stand_of(given, asked_in(people, team), workspace.today())


def _answers(workspace: Workspace, stand: Stand[Answer]) -> TeamAnswers | TooFew:
    if stand.on is None:
        told = too_few(stand.given) if stand.given < ENOUGH else words.not_yet(stand.given)
        return TooFew(n=stand.given, sentence=told)
    return team_answers(sorted(stand.answers.values(), key=repr), workspace.vocabulary)


def _work_of(people: PeoplePicture, workspace: Workspace, team: Team | None) -> TeamWork:
    """What the team wrote down. Moments have no team: everybody's count."""
    names = {each.id for each in members_of(people, team)}
    bundles, signals = people.all(BundleProposal).values(), people.all(Signal).values()
    return TeamWork(
        actions=tuple(
            each for each in people.all(CollectiveAction).values() if team and each.team_id == team.id
        ),
        bundles=tuple(each for each in bundles if {each.owner, each.second_owner} & names),
        signals=tuple(each for each in signals if each.owner in names),
        presence=tuple(workspace.projections.current().presence.values()),
        talents=tuple(each for each in people.all(Talent).values() if each.via in names),
    )


def _agreements(people: PeoplePicture, team: Team | None, today: date) -> Iterator[Agreed]:
    """Of this year, those that are still to come first, soonest on top."""
    found = [
        each
        for each in people.all(Conversation).values()
        if each.mode is ConversationMode.TEAM
        and team is not None
        and each.team_id == team.id
        and each.agreement
        and each.on.year == today.year
    ]
    for each in sorted(found, key=lambda each: _soonest_first(each, today)):
        yield Agreed(id=each.id, on=each.agreement_on, text=agreement(each.agreement, each.agreement_on))


def _soonest_first(agreed: Conversation, today: date) -> tuple[bool, date, str]:
    on = agreed.agreement_on or date.min
    return on < today, on, agreed.id
