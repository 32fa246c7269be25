"""Ideas to do together: what the open questions add up to, and what is being worked on; per role."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from socialmap.actions.auditing import note_access
from socialmap.actions.bundling_run import run_of
from socialmap.actions.computed_ideas import ComputedIdea, among, computed_ideas, in_order
from socialmap.actions.holding import held_need
from socialmap.actions.idea_lines import (
    Idea,
    OwnMember,
    Sight,
    known_bundle,
    known_idea,
    labels_of,
    tell_idea,
)
from socialmap.actions.newcomers import Newcomers, newcomers_of
from socialmap.actions.saved_ideas import SavedIdea, tell_saved
from socialmap.actions.telling import Choice, choices
from socialmap.actions.week_marks import marks_of, note_looked_at
from socialmap.actions.workspace import Workspace
from socialmap.collective.conversation import ideas_running
from socialmap.collective.group_sizes import group_size
from socialmap.collective.week import BundleFound
from socialmap.errors import NotFound
from socialmap.model import wording_ideas as words
from socialmap.model.people import Need
from socialmap.model.together import BundleKind, BundleMembers, BundleProposal, BundleStatus, WeekMarkKind
from socialmap.privacy.roles import Right, Viewer, permit

_LAID_ASIDE = frozenset({BundleStatus.REJECTED, BundleStatus.STOPPED})
_STATUS_ORDER = tuple(BundleStatus)


@dataclass(frozen=True, slots=True, kw_only=True)
class IdeasAnswer:
    """``ideas``: computed, existing first. ``saved`` are being worked on, ``laid_aside`` stopped.

    ``themes`` have something to show, ``groups`` and ``areas`` are all there are. ``nowhere``: the viewer's
    own questions for which nothing was found, and why. ``running`` says how many ideas run.
    """

    themes: tuple[Choice, ...]
    groups: tuple[Choice, ...]
    areas: tuple[Choice, ...]
    ideas: tuple[Idea, ...]
    saved: tuple[SavedIdea, ...]
    laid_aside: tuple[SavedIdea, ...]
    nowhere: tuple[OwnMember, ...]
    running: str


@dataclass(frozen=True, slots=True)
class SavedAnswer:
    """One saved idea, and who could join it now."""

    idea: SavedIdea
    newcomers: Newcomers


@dataclass(frozen=True, slots=True)
class IdeaCounts:
    """How the ideas stand, in numbers of ideas; no people."""

    running: str
    by_status: Mapping[str, int]


def show_bundles(workspace: Workspace, viewer: Viewer, *, theme: str = "") -> IdeasAnswer:
    """All ideas, or those of one theme or leefgebied; how many people, as far as the viewer may know.

    ``NotFound`` for a theme that nothing is called.
    """
    permit(viewer, Right.SEE_BUNDLES)
    known, top_of = workspace.vocabulary.themes, workspace.vocabulary.top_of
    sight = Sight.of(workspace, viewer)
    saved = _known(sight, _saved(workspace))
    if theme and theme not in known and theme not in {bundle.theme for bundle in saved}:
        there = ", ".join(each.id for each in _themes(sight, saved))
        raise NotFound(words.NO_SUCH_THEME, words.ideas_about(there))
    computed = [
        idea
        for idea in in_order(computed_ideas(workspace), sight.exact)
        if theme in {"", idea.theme, top_of(idea.theme)}
        and sight.may_know(idea)
        and sight.worth_showing(idea)
    ]
    shown = [
        bundle
        for bundle in saved
        if theme in {"", bundle.theme} or (bundle.theme in known and theme == top_of(bundle.theme))
    ]
    _note(workspace, viewer, "ideeën bekijken", sum(len(idea.needs) for idea in computed))
    told = _told(sight, shown)
    return IdeasAnswer(
        themes=_themes(sight, saved),
        groups=choices((each, known[each].label) for each in dict.fromkeys(map(top_of, known))),
        areas=choices((area.id, area.name) for area in sight.pictures.areas.neighbourhoods),
        ideas=tuple(tell_idea(sight, idea) for idea in computed),
        saved=tuple(idea for idea in told if idea.status not in _LAID_ASIDE),
        laid_aside=tuple(idea for idea in told if idea.status in _LAID_ASIDE),
        nowhere=tuple(_nowhere(sight, theme)),
        running=ideas_running(saved).sentence,
    )


def show_idea(workspace: Workspace, viewer: Viewer, key: str) -> Idea:
    """One computed idea; ``NotFound`` when the people or places changed since it was shown."""
    permit(viewer, Right.SEE_BUNDLES)
    sight = Sight.of(workspace, viewer)
    found = known_idea(sight, key)
    _note(workspace, viewer, "idee bekijken", len(found.needs))
    note_looked_at(workspace, viewer, idea_target(found), _news_of(sight, found))
    return tell_idea(sight, found)


def show_saved_idea(workspace: Workspace, viewer: Viewer, bundle_id: str) -> SavedAnswer:
    """One saved idea; ``NotFound`` when it is not there."""
    permit(viewer, Right.SEE_BUNDLES)
    sight = Sight.of(workspace, viewer)
    stored = known_bundle(sight, bundle_id)
    members = sight.people.all(BundleMembers).get(bundle_id)
    _note(workspace, viewer, "idee bekijken", len(members.need_ids) if members else 0)
    note_looked_at(workspace, viewer, saved_target(stored.entity), stored.entity.proposed_on)
    idea = tell_saved(sight, stored.entity, stored.version)
    return SavedAnswer(idea, newcomers_of(sight, stored.entity, owner=idea.is_owner))


def count_ideas(workspace: Workspace, viewer: Viewer) -> IdeaCounts:
    """How many ideas there are and how many run; for who sees no more than that."""
    permit(viewer, Right.COUNT_BUNDLES)
    saved = _known(Sight.of(workspace, viewer), _saved(workspace))
    counted = Counter(bundle.status for bundle in saved)
    by_status = {words.STATUS_NAMES[status]: counted[status] for status in _STATUS_ORDER if counted[status]}
    return IdeaCounts(ideas_running(saved).sentence, by_status)


def ideas_of_need(workspace: Workspace, viewer: Viewer, need_id: str) -> tuple[Choice, ...]:
    """The ideas that one of the viewer's own questions is in: computed by key, saved by id.

    ``NotFound`` for a question that the viewer does not hold.
    """
    permit(viewer, Right.SEE_BUNDLES)
    need = held_need(workspace, viewer.name, need_id).entity
    _note(workspace, viewer, "ideeën bij een vraag", 1)
    sight = Sight.of(workspace, viewer)
    computed = among(computed_ideas(workspace), {need.id})
    members = sight.people.all(BundleMembers)
    saved = [
        bundle
        for bundle in _known(sight, _saved(workspace))
        if bundle.id in members and need.id in members[bundle.id].need_ids
    ]
    return (
        *choices((idea.key, tell_idea(sight, idea).title) for idea in computed),
        *choices((idea.id, f"{idea.title} ({idea.status_label.lower()})") for idea in _told(sight, saved)),
    )


def ideas_of_week(workspace: Workspace, viewer: Viewer) -> Iterator[BundleFound]:
    """Computed ideas that could begin and that nobody works on yet, for the Maandagbericht."""
    permit(viewer, Right.SEE_BUNDLES)
    sight = Sight.of(workspace, viewer)
    found = [idea for idea in computed_ideas(workspace) if idea.sort is not BundleKind.JOIN]
    _note(workspace, viewer, "deze week", sum(len(idea.needs) for idea in found))
    looked_at = marks_of(sight.people, viewer.name, WeekMarkKind.LOOKED_AT)
    return iter([_for_week(sight, idea, looked_at) for idea in found if sight.may_know(idea)])


def _for_week(sight: Sight, idea: ComputedIdea, looked_at: Mapping[str, date]) -> BundleFound:
    """A group that is too small counts with who can join what exists: together they may be enough (O2)."""
    theme = sight.workspace.vocabulary.themes[idea.theme]
    size = group_size(theme.group_form, theme.collective)
    joining = idea.joining if idea.still_needed else ()
    needs = (*idea.needs, *joining) if sight.exact(len(joining)) else idea.needs
    seen = looked_at.get(idea_target(idea))
    return BundleFound(
        id=idea.key,
        theme_label=theme.label,
        area_names=sight.areas(needs, idea.people),
        people=idea.people + len(joining),
        told=sight.number(len(sight.persons(needs))),
        minimum=size.minimum if size else 1,
        score=idea.score,
        exists=len(idea.exists),
        full=not idea.joining,
        looked_at=seen is not None and seen >= (_news_of(sight, idea) or seen),
    )


def idea_target(idea: ComputedIdea) -> str:
    """What a look at a computed idea is kept under: one that became large enough is another thing to see."""
    return f"bundle/{idea.key}" if not idea.still_needed else f"bijna/{idea.key}"


def saved_target(bundle: BundleProposal) -> str:
    return f"bundle/{bundle.id}"


def _news_of(sight: Sight, idea: ComputedIdea) -> date | None:
    """When the last of its questions came in."""
    needs = sight.people.all(Need)
    return max((needs[need].reported_on for need in idea.needs if need in needs), default=None)


def _known(sight: Sight, saved: list[BundleProposal]) -> list[BundleProposal]:
    return [bundle for bundle in saved if sight.may_know_saved(bundle)]


def _saved(workspace: Workspace) -> list[BundleProposal]:
    """Every saved idea, by how it stands, the newest first."""
    found = workspace.projections.people().all(BundleProposal).values()
    return sorted(
        found,
        key=lambda each: (
            _STATUS_ORDER.index(each.status),
            -(each.proposed_on.toordinal() if each.proposed_on else 0),
            each.id,
        ),
    )


def _told(sight: Sight, bundles: list[BundleProposal]) -> list[SavedIdea]:
    stored = sight.workspace.catalogue.many(BundleProposal, [bundle.id for bundle in bundles])
    return [
        tell_saved(sight, stored[bundle.id].entity, stored[bundle.id].version)
        for bundle in bundles
        if bundle.id in stored
    ]


def _themes(sight: Sight, saved: list[BundleProposal]) -> tuple[Choice, ...]:
    known = sight.workspace.vocabulary.themes
    with_ideas = {
        idea.theme
        for idea in computed_ideas(sight.workspace)
        if sight.may_know(idea) and sight.worth_showing(idea)
    }
    with_ideas |= {bundle.theme for bundle in saved if bundle.theme in known}
    return choices(labels_of(sight.workspace, with_ideas).items())


def _nowhere(sight: Sight, theme: str) -> Iterator[OwnMember]:
    """The viewer's own questions without an idea: no place within reach, or better one to one."""
    needs = sight.people.all(Need)
    for each, bundling in run_of(sight.workspace).found.items():
        if theme in {"", each}:
            told = {misfit.need: " ".join(misfit.sentences) for misfit in bundling.no_place}
            told |= {refused.need: refused.sentence for refused in bundling.not_bundled}
            for need_id, sentence in told.items():
                if need_id in needs and sight.holds(needs[need_id]):
                    yield OwnMember(need_id, needs[need_id].resident_id, sentence)


def _note(workspace: Workspace, viewer: Viewer, action: str, count: int) -> None:
    note_access(
        workspace, viewer.actor, action, Need.kind, count, purpose="Kijken wat mensen samen kunnen doen."
    )
