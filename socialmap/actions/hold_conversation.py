"""Samen in gesprek: the own sheet, filled in from the own work, and one agreement with a date."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from socialmap.actions.danger import danger_in
from socialmap.actions.holding import colleague
from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.teams import members_of, team_choices, team_of
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.collective.conversation import TeamWork, possibilities, willing_to_lead
from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_team as words
from socialmap.model.language import told
from socialmap.model.people import Talent
from socialmap.model.together import (
    BundleProposal,
    CollectiveAction,
    Conversation,
    ConversationMode,
    Signal,
)
from socialmap.model.values import ProfessionalId
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording_conversation import OBSTACLE_ANSWERS, Possibility
from socialmap.model.work import Team
from socialmap.privacy.free_text import violations
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid

MOST_CHARACTERS = 200
CERTAINTIES = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """Something to pick. ``note``: how often it was done, or the tip that goes with an obstacle."""

    code: str
    label: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetDraft:
    """What a colleague filled in; all of it may stay empty, an agreement needs its date."""

    already: tuple[str, ...] = ()
    want_more: tuple[str, ...] = ()
    obstacles: tuple[str, ...] = ()
    certainty: int | None = None
    agreement: str = ""
    agreement_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSheet:
    """The sheet of this year as its owner sees it; ``version`` 0 when it was not saved yet.

    ``with_whom``: colleagues of the team who like to lead a group.
    """

    team: Choice | None
    teams: tuple[Choice, ...]
    possibilities: tuple[Option, ...]
    obstacles: tuple[Option, ...]
    draft: SheetDraft
    version: int
    with_whom: tuple[Choice, ...]


def own_sheet(workspace: Workspace, viewer: Viewer, team_id: str = "") -> OwnSheet:
    """The viewer's own sheet; before it was saved, what the viewer did in the past year is filled in."""
    permit(viewer, Right.PLACE_DOTS)
    people = workspace.projections.people()
    team = team_of(people, viewer.name, team_id)
    saved = _saved(workspace, viewer.name, team)
    used = possibilities(_own_work(workspace, viewer, people), workspace.today())
    done = tuple(each.possibility.value for each in used if each.times)
    version = workspace.catalogue.get(Conversation, saved.id).version if saved else 0
    others = [each for each in members_of(people, team) if each.id != viewer.name]
    return OwnSheet(
        team=Choice(team.id, team.name) if team else None,
        teams=team_choices(people, viewer.name),
        possibilities=tuple(
            Option(code=each.possibility, label=each.possibility.label, note=each.sentence) for each in used
        ),
        obstacles=tuple(_obstacles(workspace.vocabulary)),
        draft=_draft(saved) if saved else SheetDraft(already=done),
        version=version,
        with_whom=choices((each.id, each.name) for each in willing_to_lead(others)),
    )


def save_sheet(
    workspace: Workspace, viewer: Viewer, draft: SheetDraft, version: int, *, team_id: str = ""
) -> OwnSheet:
    """Keep the viewer's own sheet of this year; ``version`` is the one the form carried."""
    permit(viewer, Right.PLACE_DOTS)
    who = colleague(viewer.name)
    _require(_wrong(workspace, draft))
    team = team_of(workspace.projections.people(), who, team_id)
    saved, today = _saved(workspace, who, team), workspace.today()
    sheet = Conversation(
        id=saved.id if saved else workspace.new_id(Conversation.kind),
        mode=ConversationMode.INDIVIDUAL,
        on=saved.on if saved else today,
        respondent=who,
        team_id=team.id if team else None,
        already=draft.already,
        want_more=draft.want_more,
        obstacles=draft.obstacles,
        certainty=draft.certainty,
        learning_wishes=saved.learning_wishes if saved else (),
        agreement=draft.agreement.strip(),
        agreement_on=draft.agreement_on if draft.agreement.strip() else None,
    )
    _keep(workspace, viewer, sheet, "gespreksblad bewaard", version)
    return own_sheet(workspace, viewer, team_id)


def agree(workspace: Workspace, viewer: Viewer, text: str, on: date | None, *, team_id: str = "") -> str:
    """Write down one agreement of the team, with the day on which it comes back; gives its id."""
    permit(viewer, Right.PLACE_DOTS)
    who = colleague(viewer.name)
    team = team_of(workspace.projections.people(), who, team_id)
    wrong = [] if team else [Violation("team", words.NO_TEAM)]
    if not text.strip():
        wrong.append(Violation("agreement", words.WRITE_AGREEMENT))
    _require([*wrong, *_wrong_agreement(workspace, text, on)])
    agreed = Conversation(
        id=workspace.new_id(Conversation.kind),
        mode=ConversationMode.TEAM,
        on=workspace.today(),
        team_id=team.id if team else None,
        agreement=text.strip(),
        agreement_on=on,
    )
    _keep(workspace, viewer, agreed, "afspraak gemaakt", 0)
    return agreed.id


def _keep(workspace: Workspace, viewer: Viewer, sheet: Conversation, action: str, version: int) -> None:
    require_valid(sheet)
    workspace.catalogue.save(
        [sheet],
        actor=viewer.actor,
        action=action,
        at=workspace.clock(),
        based_on={(sheet.kind, sheet.id): version},
    )


def _saved(workspace: Workspace, who: str, team: Team | None) -> Conversation | None:
    """The own sheet of this year, the last one where there are two."""
    if not who:
        return None
    team_id, year = team.id if team else None, workspace.today().year
    mine = [
        each
        for each in workspace.projections.people().all(Conversation).values()
        if each.mode is ConversationMode.INDIVIDUAL
        and each.respondent == who
        and each.team_id == team_id
        and each.on.year == year
    ]
    return max(mine, key=lambda each: (each.on, each.id), default=None)


def _draft(sheet: Conversation) -> SheetDraft:
    return SheetDraft(
        already=sheet.already,
        want_more=sheet.want_more,
        obstacles=sheet.obstacles,
        certainty=sheet.certainty,
        agreement=sheet.agreement,
        agreement_on=sheet.agreement_on,
    )


def _own_work(workspace: Workspace, viewer: Viewer, people: PeoplePicture) -> TeamWork:
    """What the viewer did: actions by who wrote them down, ideas and signals by owner, talents by whom."""
    who = viewer.name
    if not who:
        return TeamWork()
    return TeamWork(
        actions=[
            each
            for each in people.all(CollectiveAction).values()
            if workspace.catalogue.history(each.kind, each.id)[0].actor == viewer.actor
        ],
        bundles=[
            each for each in people.all(BundleProposal).values() if who in {each.owner, each.second_owner}
        ],
        signals=[each for each in people.all(Signal).values() if each.owner == who],
        talents=[each for each in people.all(Talent).values() if each.via == ProfessionalId(who)],
    )


def _obstacles(vocabulary: Vocabulary) -> Iterator[Option]:
    """The fifteen in the order of the list; one that asks for an answer once per answer."""
    for obstacle in vocabulary.obstacles.values():
        answers = OBSTACLE_ANSWERS.get(obstacle.id)
        if answers is None:
            yield Option(code=obstacle.id, label=obstacle.called, note=obstacle.tip)
        else:
            for answer in answers:
                label = told("Wij hebben {answer}").format(answer=told(answer))
                yield Option(code=f"{obstacle.id}:{answer}", label=label, note=obstacle.tip)


def _wrong(workspace: Workspace, draft: SheetDraft) -> Iterator[Violation]:
    known = set(Possibility)
    for field, picked in (("already", draft.already), ("want_more", draft.want_more)):
        if not set(picked) <= known:
            yield Violation(field, words.NOT_IN_LIST)
    if not set(draft.obstacles) <= {each.code for each in _obstacles(workspace.vocabulary)}:
        yield Violation("obstacles", words.NOT_IN_LIST)
    if draft.certainty is not None and draft.certainty not in CERTAINTIES:
        yield Violation("certainty", words.CHOOSE_CERTAINTY)
    if draft.agreement.strip():
        yield from _wrong_agreement(workspace, draft.agreement, draft.agreement_on)


def _wrong_agreement(workspace: Workspace, text: str, on: date | None) -> Iterator[Violation]:
    if len(text) > MOST_CHARACTERS:
        yield Violation("agreement", words.TOO_LONG)
    yield from violations("agreement", text)
    yield from danger_in(workspace, {"agreement": text})
    if on is None:
        yield Violation("agreement_on", words.CHOOSE_DAY)
    elif on < workspace.today():
        yield Violation("agreement_on", words.NOT_IN_THE_PAST)


def _require(found: Iterable[Violation]) -> None:
    wrong = tuple(found)
    if wrong:
        raise InvalidInput(wrong)
