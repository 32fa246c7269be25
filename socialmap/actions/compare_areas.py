"""Two districts, neighbourhoods or own areas side by side: supply and what we know of it, in words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction

from socialmap.actions.area_scope import Scope, choosable, scope_of
from socialmap.actions.footing_facts import active_initiatives
from socialmap.actions.projections import Pictures
from socialmap.actions.show_coverage import CoverageAnswer, show_coverage
from socialmap.actions.spot_basis import inhabited_of, supply_around
from socialmap.actions.surroundings_here import basics_around
from socialmap.actions.telling import Choice
from socialmap.actions.workspace import Workspace
from socialmap.collective.comparing import (
    LEAST_INITIATIVES,
    CheckingDiffers,
    Compared,
    Difference,
    KnowingDiffers,
    NearnessDiffers,
    SupplyDiffers,
    differences,
)
from socialmap.collective.supply import places_per_week
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.geo.footways import remembering
from socialmap.model.area import Area, OwnArea
from socialmap.model.dutch import decimal
from socialmap.model.freshness import badge_of
from socialmap.model.quadrants import Quadrant
from socialmap.model.values import FacilityTypeId, ThemeId
from socialmap.model.wording import FreshnessBadge
from socialmap.model.wording_areas import NO_PEOPLE_IN_OWN_AREA, AreaSort
from socialmap.model.wording_compare import (
    ALL_INHABITANTS,
    BASICS,
    BASICS_HELP,
    FEW_INITIATIVES,
    FRESHNESS,
    FRESHNESS_HELP,
    INHABITANTS,
    INHABITANTS_HELP,
    INHABITANTS_NOT_KNOWN,
    INITIATIVES,
    NEIGHBOURHOODS,
    NO_BASICS,
    NO_DIFFERENCE,
    NO_SCORE,
    NOT_KNOWN,
    QUADRANTS,
    QUADRANTS_HELP,
    SUPPLY,
    SUPPLY_HELP,
    THE_SAME,
    THRESHOLDS,
    THRESHOLDS_HELP,
    checking_difference,
    knowing_difference,
    nearness_difference,
    of_neighbourhoods,
    quadrant_difference,
    supply_difference,
    threshold_counts,
)
from socialmap.model.wording_gaps import BasicReach
from socialmap.privacy.roles import Right, Viewer, permit

_RECENTLY = frozenset({FreshnessBadge.FRESH, FreshnessBadge.FAIRLY})


@dataclass(frozen=True, slots=True)
class CompareLine:
    """What is looked at, and what it is in the first and in the second area; "–" for what is not known."""

    label: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class CompareSection:
    title: str
    help: str
    lines: tuple[CompareLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """``differences``: a sentence for each difference that matters, or the one that there is none.

    ``notes``: what was not compared and why. Nowhere is a count of people of our own.
    """

    first: Choice
    second: Choice
    differences: tuple[str, ...]
    warning: str
    notes: tuple[str, ...]
    sections: tuple[CompareSection, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    scope: Scope
    numbers: Compared
    near: Mapping[FacilityTypeId, int]
    badges: Mapping[FreshnessBadge, int]
    coverage: CoverageAnswer


def compare_choices(workspace: Workspace, viewer: Viewer) -> tuple[Choice, ...]:
    """What can be put beside each other: districts where there are several, own areas, neighbourhoods."""
    permit(viewer, Right.SEE_OFFERS)
    return choosable(workspace.projections.current())


def compare_areas(workspace: Workspace, viewer: Viewer, first: str, second: str) -> Comparison:
    """Each by its code, its id or its name. ``NotFound`` for an area that is not there, ``InvalidInput`` for
    the same one twice, ``UserError`` for an own area without figures."""
    permit(viewer, Right.SEE_OFFERS)
    pictures = workspace.projections.current()
    scopes = [scope_of(pictures, _id_of(pictures, said)) for said in (first, second)]
    if scopes[0].id == scopes[1].id:
        raise InvalidInput([Violation("second", THE_SAME)])
    one, other = (_side(workspace, viewer, pictures, scope) for scope in scopes)
    found = differences(one.numbers, other.numbers)
    return Comparison(
        first=Choice(one.scope.id, one.scope.name),
        second=Choice(other.scope.id, other.scope.name),
        differences=tuple(_told(each, one, other, workspace) for each in found) or (NO_DIFFERENCE,),
        warning=NO_SCORE,
        notes=tuple(_notes(one, other)),
        sections=tuple(_sections(one, other, workspace)),
    )


def _id_of(pictures: Pictures, said: str) -> str:
    """The id of what was said, or of the one area with that name."""
    known: tuple[Area | OwnArea, ...]
    known = (*pictures.areas.districts, *pictures.areas.neighbourhoods, *pictures.own_areas.values())
    if any(area.id == said for area in known):
        return said
    wanted = said.strip().casefold()
    named = sorted(area.id for area in known if area.name.casefold() == wanted)
    if len(named) > 1:
        raise NotFound(f"Er is meer dan één gebied dat {said} heet.", f"Kies er een: {', '.join(named)}.")
    return named[0] if named else said


def _side(workspace: Workspace, viewer: Viewer, pictures: Pictures, scope: Scope) -> _Side:
    coverage = show_coverage(workspace, viewer, area_id=scope.id)
    near = _near(workspace, pictures, scope)
    today = workspace.today()
    badges = Counter(
        badge_of(initiative, today)
        for initiative in active_initiatives(workspace)
        if pictures.places.resolve(initiative).area_id in scope.ids
    )
    known = sum(line.yes + line.no for line in coverage.thresholds)
    asked = known + sum(line.unknown for line in coverage.thresholds)
    enough = coverage.count >= LEAST_INITIATIVES
    placed = sum(len(dot.offers) for dot in coverage.dots)
    numbers = Compared(
        places=_places(workspace, pictures, scope),
        near={type_id: Fraction(count, len(scope.neighbourhoods)) for type_id, count in near.items()},
        checked=Fraction(sum(badges[badge] for badge in _RECENTLY), coverage.count) if enough else None,
        thresholds_known=Fraction(known, asked) if enough else None,
        quadrants={each.quadrant: each.percent for each in coverage.shares}
        if placed >= LEAST_INITIATIVES
        else {},
    )
    return _Side(scope=scope, numbers=numbers, near=near, badges=badges, coverage=coverage)


def _places(workspace: Workspace, pictures: Pictures, scope: Scope) -> Mapping[ThemeId, Fraction] | None:
    """As for a whole district in *Waar is te weinig?*: the sum over its neighbourhoods."""
    if not scope.inhabitants:
        return None
    areas = inhabited_of(scope.neighbourhoods)
    offers = supply_around(workspace, pictures, areas)
    places = places_per_week([area.centre for area in areas], offers, footways=remembering(pictures.footways))
    tops = [theme_id for theme_id, theme in workspace.vocabulary.themes.items() if theme.group is None]
    return {
        top: sum((places.get((area.centre.id, top), Fraction(0)) for area in areas), Fraction(0))
        * 1_000
        / scope.inhabitants
        for top in tops
    }


def _near(workspace: Workspace, pictures: Pictures, scope: Scope) -> Mapping[FacilityTypeId, int]:
    """In how many of the neighbourhoods each basic facility is near; empty when no facility is known."""
    around = basics_around(scope.neighbourhoods, pictures, workspace.vocabulary)
    counted: Counter[FacilityTypeId] = Counter()
    for basics in around.values():
        for basic in basics:
            counted[basic.type] += basic.reach is BasicReach.NEAR
    return counted


def _notes(one: _Side, other: _Side) -> Iterator[str]:
    for side in (one, other):
        if side.numbers.places is None:
            yield INHABITANTS_NOT_KNOWN.format(area=side.scope.name)
        if side.coverage.count < LEAST_INITIATIVES:
            yield FEW_INITIATIVES.format(area=side.scope.name)
    if AreaSort.OWN in {one.scope.sort, other.scope.sort}:
        yield NO_PEOPLE_IN_OWN_AREA


def _told(difference: Difference, one: _Side, other: _Side, workspace: Workspace) -> str:
    words = workspace.vocabulary
    names = one.scope.name, other.scope.name
    if isinstance(difference, SupplyDiffers):
        group = difference.group
        (first, second) = ((side.numbers.places or {}).get(group, Fraction(0)) for side in (one, other))
        return supply_difference(words.themes[group].label, (names[0], first), (names[1], second))
    if isinstance(difference, NearnessDiffers):
        first_side, second_side = (
            (side.scope.name, side.near[difference.type], len(side.scope.neighbourhoods))
            for side in (one, other)
        )
        return nearness_difference(words.facility_types[difference.type].label, first_side, second_side)
    if isinstance(difference, CheckingDiffers):
        return checking_difference((names[0], difference.first), (names[1], difference.second))
    if isinstance(difference, KnowingDiffers):
        return knowing_difference((names[0], difference.first), (names[1], difference.second))
    return quadrant_difference(
        difference.quadrant.dutch_name, (names[0], difference.first), (names[1], difference.second)
    )


def _sections(one: _Side, other: _Side, workspace: Workspace) -> Iterator[CompareSection]:
    words = workspace.vocabulary

    yield CompareSection(
        INHABITANTS,
        INHABITANTS_HELP,
        (
            CompareLine(ALL_INHABITANTS, _whole(one.scope.inhabitants), _whole(other.scope.inhabitants)),
            CompareLine(
                NEIGHBOURHOODS, str(len(one.scope.neighbourhoods)), str(len(other.scope.neighbourhoods))
            ),
            CompareLine(INITIATIVES, str(one.coverage.count), str(other.coverage.count)),
        ),
    )
    tops = {theme_id: theme.label for theme_id, theme in words.themes.items() if theme.group is None}
    yield CompareSection(
        SUPPLY,
        SUPPLY_HELP,
        tuple(CompareLine(label, _per_1000(one, top), _per_1000(other, top)) for top, label in tops.items()),
    )
    basics = {type_id: kind.label for type_id, kind in words.facility_types.items() if kind.basic}
    any_near = one.near or other.near
    yield CompareSection(
        BASICS,
        BASICS_HELP if any_near else NO_BASICS,
        tuple(_basic(label, type_id, one, other) for type_id, label in basics.items()) if any_near else (),
    )
    yield CompareSection(
        FRESHNESS,
        FRESHNESS_HELP,
        tuple(
            CompareLine(badge, str(one.badges[badge]), str(other.badges[badge])) for badge in FreshnessBadge
        ),
    )
    yield CompareSection(
        THRESHOLDS,
        THRESHOLDS_HELP,
        tuple(
            CompareLine(
                here.label,
                threshold_counts(here.yes, here.no, here.unknown),
                threshold_counts(there.yes, there.no, there.unknown),
            )
            for here, there in zip(one.coverage.thresholds, other.coverage.thresholds, strict=True)
        ),
    )
    yield CompareSection(
        QUADRANTS,
        QUADRANTS_HELP,
        tuple(
            CompareLine(quadrant.dutch_name, _share(one, quadrant), _share(other, quadrant))
            for quadrant in Quadrant
        ),
    )


def _basic(label: str, type_id: FacilityTypeId, one: _Side, other: _Side) -> CompareLine:
    first, second = (
        of_neighbourhoods(side.near[type_id], len(side.scope.neighbourhoods)) for side in (one, other)
    )
    return CompareLine(label, first, second)


def _per_1000(side: _Side, group: ThemeId) -> str:
    if side.numbers.places is None:
        return NOT_KNOWN
    return decimal(float(side.numbers.places[group]), 1)


def _share(side: _Side, quadrant: Quadrant) -> str:
    if not side.coverage.dots:
        return NOT_KNOWN
    percents = {each.quadrant: each.percent for each in side.coverage.shares}
    return f"{percents[quadrant]}%"


def _whole(count: int | None) -> str:
    return NOT_KNOWN if count is None else f"{count:,}".replace(",", ".")
