"""Everything about one initiative, as the viewer may see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socialmap.actions.approaching import may_approach
from socialmap.actions.projections import Pictures
from socialmap.actions.telling import BUDDY, Choice, choices, for_whom, moments, place_name, price
from socialmap.actions.where_it_went import arrive
from socialmap.actions.workspace import Workspace
from socialmap.geo.coordinates import to_metres
from socialmap.model.dutch import dutch_date
from socialmap.model.freshness import badge_of
from socialmap.model.provision import Initiative
from socialmap.model.quadrants import membership, position
from socialmap.model.values import InitiativeId, Layer, Point, Tri
from socialmap.model.vocabulary import Vocabulary
from socialmap.model.wording_checks import BADGE_MEANING, LEFT_ALONE, not_running
from socialmap.model.work import Acquaintance, Funding, Leadership, Professional
from socialmap.privacy.roles import Right, Viewer, layers_of, may, permit
from socialmap.search.browsing import offers_at
from socialmap.search.offer import derived_barriers


@dataclass(frozen=True, slots=True)
class ShellFacts:
    """What only workers see: how many people lead it, until when there is money, which colleague knows it."""

    leaders: int
    money_until: str
    known_by: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferDetail:
    """An initiative told for a screen; ``shell`` is ``None`` for who may not see it.

    ``not_running`` says that it stopped, pauses or is only an idea; empty while it goes on. ``left_alone``:
    that they do not want to be phoned or visited by us; told to colleagues and empty for all others.
    """

    id: InitiativeId
    name: str
    description: str
    themes: tuple[str, ...]
    group: str
    not_running: str
    when: tuple[str, ...]
    place: str
    address: str
    area: str
    cost: str
    languages: str
    for_whom: tuple[str, ...]
    thresholds_yes: tuple[str, ...]
    thresholds_no: tuple[str, ...]
    thresholds_unknown: tuple[str, ...]
    contact: str
    badge: str
    badge_meaning: str
    left_alone: str
    checked_on: date | None
    quadrants: tuple[str, ...]
    at_same_place: tuple[Choice, ...]
    facility: Choice | None
    run_by: tuple[Choice, ...]
    what_works: str
    what_hinders: str
    shell: ShellFacts | None
    version: int
    lon: float | None
    lat: float | None
    may_change: bool
    has_buddy: bool


def show_offer(workspace: Workspace, viewer: Viewer, initiative_id: str) -> OfferDetail:
    """One initiative; ``NotFound`` if it is not there (any more)."""
    permit(viewer, Right.SEE_OFFERS)
    stored = arrive(workspace, viewer, Initiative, initiative_id)
    initiative = stored.entity
    pictures = workspace.projections.current()
    shell = _shell_facts(workspace, initiative) if Layer.SHELL in layers_of(viewer) else None
    point = point_of(initiative, pictures)
    today = workspace.today()
    words = workspace.vocabulary
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    known, known_not, unknown = _thresholds(initiative, pictures, words)
    mark = badge_of(initiative, today)
    return OfferDetail(
        id=initiative.id,
        name=initiative.name,
        description=initiative.description,
        themes=tuple(words.themes[theme].label for theme in initiative.themes if theme in words.themes),
        group=next((words.top_of(theme) for theme in initiative.themes if theme in words.themes), ""),
        not_running=not_running(initiative.status, initiative.stopped_on),
        when=moments(initiative),
        place=place_name(initiative, pictures),
        address=initiative.address or (facility.address if facility else ""),
        area=_area_name(point, initiative, pictures),
        cost=price(initiative),
        languages=", ".join(words.languages.get(code, code) for code in initiative.languages),
        for_whom=for_whom(initiative, words),
        thresholds_yes=known,
        thresholds_no=known_not,
        thresholds_unknown=unknown,
        contact=initiative.contact,
        badge=mark,
        badge_meaning=BADGE_MEANING[mark],
        left_alone=_left_alone(initiative, pictures, viewer),
        checked_on=initiative.checked_on,
        quadrants=_quadrant_names(initiative),
        at_same_place=_neighbours(workspace, pictures, initiative),
        facility=Choice(facility.id, facility.name) if facility else None,
        run_by=choices(
            (o, pictures.organisations[o].name) for o in initiative.run_by if o in pictures.organisations
        ),
        what_works=initiative.what_works if initiative.is_example else "",
        what_hinders=initiative.what_hinders if initiative.is_example else "",
        shell=shell,
        version=stored.version,
        lon=point.lon if point else None,
        lat=point.lat if point else None,
        may_change=may(viewer, Right.CHANGE_OFFERS),
        has_buddy=initiative.barriers.get(BUDDY) is Tri.YES,
    )


def _left_alone(initiative: Initiative, pictures: Pictures, viewer: Viewer) -> str:
    told = may(viewer, Right.REPORT_OFFERS) and not may_approach(initiative, pictures.organisations)
    return LEFT_ALONE if told else ""


def point_of(initiative: Initiative, pictures: Pictures) -> Point | None:
    """Where an initiative is on the map, or ``None`` for one without a point."""
    if initiative.facility_id in pictures.facilities:
        return pictures.facilities[initiative.facility_id].point
    return initiative.point


def _area_name(point: Point | None, initiative: Initiative, pictures: Pictures) -> str:
    """The neighbourhood; empty when it is all that is known of the place, for then the place says it."""
    if point is None and not (initiative.address or initiative.no_fixed_place):
        return ""
    area_id = pictures.areas.locate(point) if point else initiative.area_id
    area = pictures.areas.by_id.get(area_id) if area_id else None
    return area.name if area else ""


def _thresholds(
    initiative: Initiative, pictures: Pictures, words: Vocabulary
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[str, ...]]:
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    answers = derived_barriers(initiative, facility.wheelchair if facility else Tri.UNKNOWN, words)
    sorted_out: dict[Tri, list[str]] = {Tri.YES: [], Tri.NO: [], Tri.UNKNOWN: []}
    for barrier_id, barrier in words.barriers.items():
        sorted_out[answers.get(barrier_id, Tri.UNKNOWN)].append(barrier.label)
    return tuple(sorted_out[Tri.YES]), tuple(sorted_out[Tri.NO]), tuple(sorted_out[Tri.UNKNOWN])


def _quadrant_names(initiative: Initiative) -> tuple[str, ...]:
    if initiative.quadrant is None:
        return ()
    return tuple(quadrant.dutch_name for quadrant in membership(*position(initiative.quadrant)))


def _neighbours(workspace: Workspace, pictures: Pictures, initiative: Initiative) -> tuple[Choice, ...]:
    """Other initiatives at the very same place."""
    point = point_of(initiative, pictures)
    if point is None:
        return ()
    x_m, y_m = to_metres((point,))[0]
    here = offers_at(pictures.offers, float(x_m), float(y_m))
    return choices((offer_id, name) for offer_id, name in here if offer_id != initiative.id)


def _shell_facts(workspace: Workspace, initiative: Initiative) -> ShellFacts:
    catalogue, today = workspace.catalogue, workspace.today()
    leaders = {
        link.entity.talent_id or link.entity.professional_id
        for link in catalogue.all(Leadership)
        if link.entity.initiative_id == initiative.id
    }
    active = [
        stored.entity
        for stored in catalogue.all(Funding)
        if stored.entity.initiative_id == initiative.id
        and (stored.entity.until is None or stored.entity.until > today)
    ]
    if not active:
        money = "Geen geld bekend"
    elif any(funding.until is None for funding in active):
        money = "Vast geld"
    else:
        money = "Geld tot " + dutch_date(max(f.until for f in active if f.until is not None))
    contacts = [
        stored.entity
        for stored in catalogue.all(Acquaintance)
        if stored.entity.initiative_id == initiative.id and (today - stored.entity.last_contact).days <= 365
    ]
    colleagues = catalogue.many(Professional, [contact.professional_id for contact in contacts])
    known_by = tuple(sorted(stored.entity.name for stored in colleagues.values()))
    return ShellFacts(len(leaders - {None}), money, known_by)
