"""Deze week: the Maandagbericht of at most five lines, with what the viewer's rights let through."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from socialmap.actions import week_candidates as news
from socialmap.actions.agreements import agreements_of
from socialmap.actions.auditing import note_access
from socialmap.actions.holding import held_needs
from socialmap.actions.patterns_here import patterns_of_week
from socialmap.actions.week_marks import later_name, put_off_now
from socialmap.actions.workspace import Workspace
from socialmap.collective.week import (
    Candidate,
    News,
    from_bundles,
    from_patterns,
    this_week,
)
from socialmap.model.people import Need
from socialmap.model.together import Conversation
from socialmap.model.wording_week import more
from socialmap.privacy.roles import Right, Viewer, may, permit


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """One thing to do; one click opens the thing of this ``kind`` and ``id``. ``asks``: yes, or not yet."""

    news: News
    sentence: str
    kind: str
    id: str
    asks: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekAnswer:
    """``rest`` follows after the first five; ``sentence`` is the link to it, or that there is nothing new.

    ``put_off``: how many lines the viewer put off to next week.
    """

    lines: tuple[WeekLine, ...]
    rest: tuple[WeekLine, ...]
    sentence: str
    put_off: int = 0


def show_week(workspace: Workspace, viewer: Viewer) -> WeekAnswer:
    """The lines of this week, most urgent first, without those that the viewer put off to next week.

    Each kind of news leaves out what the viewer may not see, and writes down that it looked. Who may not
    see an idea, a signal or a question gets no line about it: a *sociaal makelaar* no questions and no
    signals but her own, a team leader what is counted or released.
    """
    permit(viewer, Right.SEE_WEEK)
    every, later = _candidates(workspace, viewer), put_off_now(workspace, viewer)
    left = [each for each in every if _later_name(each) not in later]
    first = this_week(left)
    rest: list[Candidate] = []
    following = first.lines
    while left := _without(left, following):
        following = this_week(left).lines
        rest += following
    return WeekAnswer(
        lines=tuple(map(_line, first.lines)),
        rest=tuple(map(_line, rest)),
        sentence=more(len(rest)) if first.lines else first.sentence,
        put_off=len({_later_name(each) for each in every} & later),
    )


def _candidates(workspace: Workspace, viewer: Viewer) -> list[Candidate]:
    found: list[Candidate] = []
    if may(viewer, Right.SEE_SIGNALS):
        found += news.of_signals(workspace)
        found += from_patterns(patterns_of_week(workspace, viewer))
    elif may(viewer, Right.MAKE_SIGNALS):
        found += news.of_signals(workspace, owner=viewer.name)
    if may(viewer, Right.PLACE_DOTS):
        found += _own_agreements(workspace, viewer)
    if may(viewer, Right.SEE_BUNDLES):
        found += from_bundles(news.ideas(workspace, viewer))
        found += news.of_unanswered(workspace, viewer)
    if may(viewer, Right.SEE_OWN_NEEDS):
        found += _waiting(workspace, viewer)
    if may(viewer, Right.SEE_VULNERABLE):
        found += news.of_fragile(workspace, viewer)
    if may(viewer, Right.SEE_OFFERS):
        found += news.of_empty_cells(workspace, viewer)
    if may(viewer, Right.SEE_CONNECTIONS):
        found += news.of_unknown_places(workspace, viewer)
    if may(viewer, Right.REPORT_OFFERS):
        found += news.of_checks(workspace)
    return found


def _without(candidates: Iterable[Candidate], told: Iterable[Candidate]) -> list[Candidate]:
    """What was not told yet; two candidates about the same thing are one."""
    seen = {(each.news, each.target) for each in told}
    return [each for each in candidates if (each.news, each.target) not in seen]


def _own_agreements(workspace: Workspace, viewer: Viewer) -> list[Candidate]:
    agreed = agreements_of(workspace, viewer.name)
    if agreed:
        note_access(
            workspace, viewer.actor, "deze week", Conversation.kind, len(agreed), purpose="Eigen afspraken."
        )
    return news.of_agreements(workspace, agreed)


def _waiting(workspace: Workspace, viewer: Viewer) -> list[Candidate]:
    held = held_needs(workspace, viewer.name)
    note_access(
        workspace, viewer.actor, "deze week", Need.kind, len(held), purpose="Eigen vragen die lang wachten."
    )
    return news.of_waiting_needs(workspace, held)


def _line(candidate: Candidate) -> WeekLine:
    kind, _, thing = candidate.target.partition("/")
    return WeekLine(
        news=candidate.news, sentence=candidate.sentence, kind=kind, id=thing, asks=candidate.asks
    )


def _later_name(candidate: Candidate) -> str:
    kind, _, thing = candidate.target.partition("/")
    return later_name(candidate.news, kind, thing)
