"""Computed ideas in one shape, found back by a key that holds no person: what it joins, or where and when."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from socialmap.actions.bundling_run import run_of
from socialmap.actions.workspace import Workspace
from socialmap.collective.proposals import (
    Bundling,
    Join,
    Lead,
    Misfit,
    NearestPartner,
    NewGroup,
    Spot,
    TooFew,
)
from socialmap.errors import NotFound
from socialmap.model.together import BundleKind, BundleProposal
from socialmap.model.values import InitiativeId, NeedId, ThemeId
from socialmap.model.wording_ideas import IDEA_GONE, IDEA_GONE_REMEDY

_ORDER = tuple(BundleKind)
_BETWEEN = "~"


@dataclass(frozen=True, slots=True, kw_only=True)
class ComputedIdea:
    """An idea as it came out, with everybody in it; for the core only.

    ``needs`` hold merged questions too. ``still_needed``: so many people too few; then ``could_ask`` are
    questions whose people still have to be asked. A score orders new groups, and says nothing else.
    ``joining``: one question for each person who has a free place in something else; ``exists``: the names
    of the initiatives that they, or too many others, fit.
    """

    key: str
    theme: ThemeId
    sort: BundleKind
    people: int
    needs: tuple[NeedId, ...]
    initiative_id: InitiativeId | None = None
    initiative_name: str = ""
    spot: Spot | None = None
    leads: tuple[Lead, ...] = ()
    partner: NearestPartner | None = None
    missing: tuple[str, ...] = ()
    not_fitting: tuple[Misfit, ...] = ()
    more_not_fitting: int = 0
    still_needed: int = 0
    could_ask: tuple[NeedId, ...] = ()
    score: int = 0
    joining: tuple[NeedId, ...] = ()
    exists: tuple[str, ...] = ()


def computed_ideas(workspace: Workspace) -> tuple[ComputedIdea, ...]:
    """Every idea of the run: existing first, then what could start, best first, then what lacks people."""
    found = [idea for theme, bundling in run_of(workspace).found.items() for idea in _beside(theme, bundling)]
    return in_order(found, lambda _: True)


def in_order(ideas: Iterable[ComputedIdea], may_tell: Callable[[int], bool]) -> tuple[ComputedIdea, ...]:
    """Existing first, then the best that could start; a number that ``may_tell`` refuses orders nothing."""

    def order(idea: ComputedIdea) -> tuple[int, bool, int, int, int, str]:
        told = may_tell(idea.people)
        return (
            _ORDER.index(idea.sort),
            idea.still_needed > 0,
            -idea.score if told else 0,
            idea.still_needed if told else 0,
            -idea.people if told else 0,
            idea.key,
        )

    return tuple(sorted(ideas, key=order))


def computed_idea(workspace: Workspace, key: str) -> ComputedIdea:
    """The idea with this key; ``NotFound`` when the people or places changed since it was shown."""
    for idea in computed_ideas(workspace):
        if idea.key == key:
            return idea
    raise NotFound(IDEA_GONE, IDEA_GONE_REMEDY)


def key_of(bundle: BundleProposal) -> str:
    """The key under which the computed idea stands that a saved one began as."""
    if bundle.sort is BundleKind.NEW:
        return _key(
            bundle.sort, bundle.theme, bundle.facility_id, bundle.room_id, bundle.slot, bundle.language
        )
    return _key(bundle.sort, bundle.theme, bundle.initiative_id)


def _beside(theme: ThemeId, bundling: Bundling) -> Iterator[ComputedIdea]:
    """Each idea of a theme, with what there is for the same question beside it."""
    joined = {join.initiative_id: join.name for join in bundling.joins}
    full = {extension.initiative_id: extension.name for extension in bundling.extensions}
    joining = tuple(join.need for join in bundling.joins)
    for idea in _ideas(theme, bundling):
        others = () if idea.sort is BundleKind.JOIN else joining
        yield replace(idea, joining=others, exists=tuple((joined | full).values()))


def _ideas(theme: ThemeId, bundling: Bundling) -> Iterator[ComputedIdea]:
    by_offer: dict[InitiativeId, list[Join]] = {}
    for join in bundling.joins:
        by_offer.setdefault(join.initiative_id, []).append(join)
    for offer_id, joins in by_offer.items():
        yield ComputedIdea(
            key=_key(BundleKind.JOIN, theme, offer_id),
            theme=theme,
            sort=BundleKind.JOIN,
            people=len(joins),
            needs=tuple(need for join in joins for need in (join.need, *join.also)),
            initiative_id=offer_id,
            initiative_name=joins[0].name,
        )
    for extension in bundling.extensions:
        yield ComputedIdea(
            key=_key(BundleKind.EXTEND, theme, extension.initiative_id),
            theme=theme,
            sort=BundleKind.EXTEND,
            people=len(extension.needs),
            needs=(*extension.needs, *extension.also),
            initiative_id=extension.initiative_id,
            initiative_name=extension.name,
        )
    for group in bundling.new:
        yield replace(
            _gathered(theme, group),
            leads=group.leads,
            partner=group.partner,
            missing=group.missing,
            more_not_fitting=group.more_not_fitting,
            score=group.score,
        )
    if bundling.too_few is not None:
        yield replace(
            _gathered(theme, bundling.too_few),
            still_needed=bundling.too_few.still_needed,
            could_ask=bundling.too_few.could_ask,
        )


def _gathered(theme: ThemeId, group: NewGroup | TooFew) -> ComputedIdea:
    """What a new group has in common with people who are too few for one."""
    return ComputedIdea(
        key=_key(
            BundleKind.NEW, theme, group.spot.venue, group.spot.room_id, group.spot.slot, group.spot.language
        ),
        theme=theme,
        sort=BundleKind.NEW,
        people=len(group.members),
        needs=tuple(need for member in group.members for need in (member.need, *member.also)),
        spot=group.spot,
        not_fitting=group.not_fitting,
    )


def _key(*parts: str | None) -> str:
    return _BETWEEN.join(part or "" for part in parts)


def among(ideas: Iterable[ComputedIdea], needs: set[NeedId]) -> tuple[ComputedIdea, ...]:
    """The ideas that hold any of these questions."""
    return tuple(idea for idea in ideas if needs.intersection(idea.needs))
