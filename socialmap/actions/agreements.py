"""What a colleague or her team agreed to do by a day: asked about until somebody ticks it off (002-25)."""

from __future__ import annotations

from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.teams import teams_of
from socialmap.actions.week_marks import mark
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotFound
from socialmap.model.together import Conversation, ConversationMode, WeekMark, WeekMarkKind
from socialmap.model.wording_week import NO_SUCH_AGREEMENT, NO_SUCH_AGREEMENT_REMEDY
from socialmap.privacy.roles import Right, Viewer, permit


def agreements_of(workspace: Workspace, colleague: str) -> list[Conversation]:
    """The own sheets of a colleague, and what the teams of this colleague agreed."""
    people = workspace.projections.people()
    teams = {team.id for team in teams_of(people, colleague)}
    return [
        each
        for each in people.all(Conversation).values()
        if each.agreement
        and (
            each.team_id in teams
            if each.mode is ConversationMode.TEAM
            else colleague != "" and each.respondent == colleague
        )
    ]


def tick_off(workspace: Workspace, viewer: Viewer, conversation_id: str) -> None:
    """An agreement of the viewer or of her team was kept. ``NotFound`` for anybody else's."""
    permit(viewer, Right.PLACE_DOTS)
    if conversation_id not in {each.id for each in agreements_of(workspace, viewer.name)}:
        raise NotFound(NO_SUCH_AGREEMENT, NO_SUCH_AGREEMENT_REMEDY)
    mark(workspace, viewer, WeekMarkKind.DONE, f"{Conversation.kind}/{conversation_id}")


def is_done(people: PeoplePicture, agreed: Conversation) -> bool:
    """Did somebody tick this off since its day? An agreement with a new day is a new one."""
    target = f"{Conversation.kind}/{agreed.id}"
    return any(
        each.sort is WeekMarkKind.DONE
        and each.target == target
        and agreed.agreement_on is not None
        and each.on >= agreed.agreement_on
        for each in people.all(WeekMark).values()
    )
