"""Where the lines of the Maandagbericht come from: one function for each kind of news.

``show_week`` only calls those that its viewer may see; those that look for a viewer ask again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import islice

from socialmap.actions.agreements import is_done
from socialmap.actions.approaching import may_approach
from socialmap.actions.bundle_flow import NOT_BEGUN
from socialmap.actions.bundle_pool import size_now
from socialmap.actions.footing_facts import active_initiatives, footings
from socialmap.actions.holding import area_name
from socialmap.actions.idea_lines import Sight
from socialmap.actions.projections import Pictures
from socialmap.actions.show_bundles import ideas_of_week, saved_target
from socialmap.actions.show_coverage import show_coverage
from socialmap.actions.show_vulnerable import show_vulnerable
from socialmap.actions.teams import members_of, teams_of
from socialmap.actions.week_marks import marks_of
from socialmap.actions.workspace import Workspace
from socialmap.collective.group_sizes import group_size
from socialmap.collective.vulnerability import judge
from socialmap.collective.week import (
    MOST_LINES,
    WEEK,
    BundleFound,
    Candidate,
    News,
    Unanswered,
    from_agreements,
    from_checks,
    from_empty_cells,
    from_signals,
    from_unanswered,
    from_unknown_places,
    from_waiting_needs,
)
from socialmap.graph.introductions import RECENT_DAYS
from socialmap.model.people import Need, Resident
from socialmap.model.provision import Initiative
from socialmap.model.quadrants import Quadrant
from socialmap.model.together import (
    BundleKind,
    BundleMembers,
    BundleProposal,
    BundleStatus,
    Conversation,
    Signal,
    WeekMarkKind,
)
from socialmap.model.values import AreaId, NeedId
from socialmap.model.wording_footing import FootingLevel
from socialmap.model.wording_ideas import together
from socialmap.model.wording_week import turned_fragile
from socialmap.model.work import Acquaintance, WarmHandover
from socialmap.privacy.roles import Right, Viewer, may, permit


def of_signals(workspace: Workspace, *, owner: str | None = None) -> list[Candidate]:
    """Unsafe things and late answers; with ``owner`` only the signals of that colleague."""
    signals = workspace.projections.people().all(Signal).values()
    return from_signals(
        (each for each in signals if owner is None or (owner and each.owner == owner)), workspace.today()
    )


def of_agreements(workspace: Workspace, agreed: list[Conversation]) -> list[Candidate]:
    people = workspace.projections.people()
    return from_agreements((each for each in agreed if not is_done(people, each)), workspace.today())


def ideas(workspace: Workspace, viewer: Viewer) -> Iterator[BundleFound]:
    """What could begin: computed ideas that nobody works on, and those that are kept as only an idea."""
    permit(viewer, Right.SEE_BUNDLES)
    yield from ideas_of_week(workspace, viewer)
    yield from _kept_ideas(Sight.of(workspace, viewer))


def _kept_ideas(sight: Sight) -> Iterator[BundleFound]:
    """Not yet talked about with residents; what joins or extends something needs no minimum."""
    workspace, people, pictures = sight.workspace, sight.people, sight.pictures
    looked_at = marks_of(people, sight.name, WeekMarkKind.LOOKED_AT)
    for bundle in people.all(BundleProposal).values():
        theme = workspace.vocabulary.themes.get(bundle.theme)
        if bundle.status is not BundleStatus.IDEA or theme is None or not sight.may_know_saved(bundle):
            continue
        size = group_size(theme.group_form, theme.collective) if bundle.sort is BundleKind.NEW else None
        area = area_name(pictures.areas, _area_of(workspace, bundle, pictures))
        yield BundleFound(
            id=bundle.id,
            theme_label=theme.label,
            area_names=(area,) if area else (),
            people=size_now(people, bundle),
            minimum=size.minimum if size else 1,
            score=0,
            looked_at=saved_target(bundle) in looked_at,
        )


def of_unanswered(workspace: Workspace, viewer: Viewer) -> list[Candidate]:
    """Ideas that a *sociaal makelaar* left unanswered for two weeks, for her and for whoever leads them.

    What nobody leads yet is told to everybody who could.
    """
    permit(viewer, Right.SEE_BUNDLES)
    sight, today = Sight.of(workspace, viewer), workspace.today()
    asked = may(viewer, Right.ANSWER_BUNDLES) and not may(viewer, Right.LEAD_BUNDLES)
    themes = workspace.vocabulary.themes
    waiting = [
        Unanswered(bundle.id, together(themes[bundle.theme].label), bundle.proposed_on)
        for bundle in sight.people.all(BundleProposal).values()
        if bundle.status in NOT_BEGUN
        and bundle.answered_on is None
        and bundle.proposed_on is not None
        and bundle.theme in themes
        and (asked or sight.owns(bundle) or (bundle.owner is None and may(viewer, Right.LEAD_BUNDLES)))
        and sight.may_know_saved(bundle)
    ]
    return from_unanswered(waiting, asked=asked, today=today)


def of_waiting_needs(workspace: Workspace, held: list[Need]) -> list[Candidate]:
    """Own questions that nobody looked at for a group, nor went along with."""
    people = workspace.projections.people()
    looked_at = {each for members in people.all(BundleMembers).values() for each in members.need_ids}
    looked_at |= {handover.need_id for handover in people.all(WarmHandover).values()}
    residents = {each.id: each for each in people.all(Resident).values()}
    known = [need for need in held if need.theme in workspace.vocabulary.themes]
    seen: set[NeedId] = looked_at
    return from_waiting_needs(known, residents, seen, workspace.vocabulary, workspace.today())


def of_fragile(workspace: Workspace, viewer: Viewer) -> list[Candidate]:
    """Initiatives that turned *kwetsbaar* because a week went by, and that somebody depends on.

    What changed in the facts themselves was seen by whoever changed it. The impact is told as
    ``show_vulnerable`` tells it to this viewer.
    """
    permit(viewer, Right.SEE_VULNERABLE)
    pictures, people = workspace.projections.current(), workspace.projections.people()
    today = workspace.today()
    turned = {
        each.id
        for each in footings(workspace, pictures, people)
        if judge(each, today).level is FootingLevel.VULNERABLE
        and judge(each, today - WEEK).level is not FootingLevel.VULNERABLE
    }
    if not turned:
        return []
    lines = [line for line in show_vulnerable(workspace, viewer).lines if line.id in turned and line.impact]
    return [
        Candidate(
            news=News.FRAGILE,
            order=(float(place),),
            sentence=turned_fragile(line.name, line.impact),
            target=f"initiative/{line.id}",
        )
        for place, line in enumerate(lines)
    ]


def of_empty_cells(workspace: Workspace, viewer: Viewer) -> list[Candidate]:
    """Life areas in which residents do nothing together yet."""
    permit(viewer, Right.SEE_OFFERS)
    labels = {each: theme.label for each, theme in workspace.vocabulary.themes.items()}
    empty = [cell.group for cell in show_coverage(workspace, viewer).empty if cell.quadrant is Quadrant.RO]
    return from_empty_cells({group: labels[group][:1].lower() + labels[group][1:] for group in empty})


def of_unknown_places(workspace: Workspace, viewer: Viewer) -> list[Candidate]:
    """One initiative a week that nobody of the viewer's teams knows; another one next week."""
    permit(viewer, Right.SEE_CONNECTIONS)
    people, today = workspace.projections.people(), workspace.today()
    teams = teams_of(people, viewer.name)
    names = {each.id for team in teams for each in members_of(people, team)}
    known = {
        each.initiative_id
        for each in people.all(Acquaintance).values()
        if (not names or each.professional_id in names)
        and today - timedelta(days=RECENT_DAYS) <= each.last_contact <= today
    }
    unknown = sorted(
        (each for each in _approachable(workspace) if each.id not in known), key=lambda each: each.id
    )
    return from_unknown_places(_one_a_week(unknown, today))


def of_checks(workspace: Workspace) -> list[Candidate]:
    """The first few of what waits longest for a check; the rest is on the list itself."""
    found = from_checks(_approachable(workspace), {}, workspace.today())
    return list(islice(sorted(found, key=lambda each: (each.order, each.target)), MOST_LINES))


def _approachable(workspace: Workspace) -> Iterator[Initiative]:
    organisations = workspace.projections.current().organisations
    return (each for each in active_initiatives(workspace) if may_approach(each, organisations))


def _one_a_week(initiatives: list[Initiative], today: date) -> list[Initiative]:
    if not initiatives:
        return []
    return [initiatives[today.toordinal() // WEEK.days % len(initiatives)]]


def _area_of(workspace: Workspace, bundle: BundleProposal, pictures: Pictures) -> AreaId | None:
    """The neighbourhood of the place that a saved idea names, if it names one."""
    if bundle.initiative_id is not None:
        stored = workspace.catalogue.find(Initiative, bundle.initiative_id)
        return pictures.places.resolve(stored.entity).area_id if stored else None
    facility = pictures.facilities.get(bundle.facility_id) if bundle.facility_id else None
    return pictures.areas.locate(facility.point) if facility else None
