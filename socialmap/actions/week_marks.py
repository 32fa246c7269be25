"""What a colleague looked at, put off to next week or ticked off: kept for that colleague alone."""

from __future__ import annotations

from datetime import date

from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.workspace import Workspace
from socialmap.model.people import Need
from socialmap.model.together import WeekMark, WeekMarkKind
from socialmap.model.values import ProfessionalId
from socialmap.privacy.release_tables import monday_of
from socialmap.privacy.roles import Right, Viewer, permit


def marks_of(people: PeoplePicture, colleague: str, sort: WeekMarkKind) -> dict[str, date]:
    """When this colleague last marked each target; empty for nobody."""
    found: dict[str, date] = {}
    for each in people.all(WeekMark).values():
        if colleague and each.professional_id == colleague and each.sort is sort:
            found[each.target] = max(each.on, found.get(each.target, each.on))
    return found


def note_looked_at(workspace: Workspace, viewer: Viewer, target: str, news_of: date | None) -> None:
    """Remember that the viewer saw this, unless she did since the day ``news_of`` of its last news."""
    permit(viewer, Right.SEE_BUNDLES)
    people = workspace.projections.people()
    seen = marks_of(people, viewer.name, WeekMarkKind.LOOKED_AT).get(target)
    if viewer.name and (seen is None or (news_of is not None and seen < news_of)):
        mark(workspace, viewer, WeekMarkKind.LOOKED_AT, target)


def later_name(news: str, kind: str, thing: str) -> str:
    """Under what a line is put off: the same thing may come back as other news."""
    return f"{news}:{kind}/{thing}"


def put_off_now(workspace: Workspace, viewer: Viewer) -> frozenset[str]:
    """What the viewer put off this week, by ``later_name``."""
    permit(viewer, Right.SEE_WEEK)
    this_monday = monday_of(workspace.today())
    marks = marks_of(workspace.projections.people(), viewer.name, WeekMarkKind.NEXT_WEEK)
    return frozenset(target for target, on in marks.items() if monday_of(on) == this_monday)


def put_off(workspace: Workspace, viewer: Viewer, news: str, kind: str, thing: str) -> bool:
    """Put a line off until next Monday; ``False``, and nothing kept, without a name or about a question."""
    permit(viewer, Right.SEE_WEEK)
    if not viewer.name or kind == Need.kind:
        return False
    mark(workspace, viewer, WeekMarkKind.NEXT_WEEK, later_name(news, kind, thing))
    return True


def bring_back(workspace: Workspace, viewer: Viewer) -> None:
    """Show again what the viewer put off."""
    permit(viewer, Right.SEE_WEEK)
    for each in workspace.projections.people().all(WeekMark).values():
        if viewer.name and each.professional_id == viewer.name and each.sort is WeekMarkKind.NEXT_WEEK:
            workspace.catalogue.remove(
                WeekMark, each.id, actor=viewer.actor, action="weer tonen", at=workspace.clock()
            )


def mark(workspace: Workspace, viewer: Viewer, sort: WeekMarkKind, target: str) -> None:
    """Keep a mark; one for each colleague and target, a newer one takes the place of the older."""
    permit(viewer, Right.SEE_WEEK)
    who = ProfessionalId(viewer.name)
    kept = workspace.projections.people().all(WeekMark).values()
    same = next(
        (each.id for each in kept if (each.professional_id, each.sort, each.target) == (who, sort, target)),
        "",
    )
    marked = WeekMark(
        id=same or workspace.new_id(WeekMark.kind),
        professional_id=who,
        sort=sort,
        target=target,
        on=workspace.today(),
    )
    workspace.catalogue.save([marked], actor=viewer.actor, action=f"deze week: {sort}", at=workspace.clock())
