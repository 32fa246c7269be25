"""Where a talent is wanted now: who asks for it, in words only, and which roles are open within reach."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from socialmap.actions.holding import district_of
from socialmap.actions.projections import Pictures
from socialmap.actions.workspace import Workspace
from socialmap.geo.coordinates import to_metres
from socialmap.geo.footways import Destinations, places_mm, whole_mm
from socialmap.geo.walking import PROFILES, Traveller, minutes
from socialmap.model import wording_needs as words
from socialmap.model.people import (
    Mobility,
    Need,
    NeedStatus,
    Permission,
    Resident,
    Talent,
    VolunteerRole,
    VolunteerRoleKind,
)
from socialmap.model.provision import Initiative, OfferStatus
from socialmap.model.values import AreaId, InitiativeId, Layer, TalentKindId, ThemeId
from socialmap.model.wording import travel
from socialmap.model.work import Footing
from socialmap.privacy.disclosure import theme_to_name

LIVED_EXPERIENCE = TalentKindId("ervaringsdeskundig")
_ROLES_SHOWN = 3


def helps_with(workspace: Workspace, talent: Talent) -> tuple[ThemeId, ...]:
    """The themes a talent helps with: for lived experience those that somebody lived through."""
    if talent.talent == LIVED_EXPERIENCE:
        return talent.experience_with
    return workspace.vocabulary.talents[talent.talent].helps_with


def wanted_themes(workspace: Workspace, talent: Talent) -> Counter[ThemeId]:
    """Persons in the talent's district with an open question that it helps with, by the theme as it is named.

    Outside the core: so only who may be linked, only what was asked before this Monday, and a sensitive
    theme under its *leefgebied* (domain.md 4.H).
    """
    people, areas = workspace.projections.people(), workspace.projections.current().areas
    here, residents = district_of(areas, talent.area_id), people.all(Resident)
    vocabulary, monday = workspace.vocabulary, _monday(workspace.today())
    helps = {
        theme: theme_to_name(theme, vocabulary, Layer.SHELL)
        for theme in helps_with(workspace, talent)
        if not vocabulary.themes[theme].acute
    }
    persons = {
        (helps[need.theme], need.resident_id)
        for need in people.all(Need).values()
        if need.theme in helps
        and need.status is NeedStatus.OPEN
        and need.may_be_linked is Permission.YES
        and need.reported_on < monday
        and need.resident_id in residents
        and district_of(areas, residents[need.resident_id].area_id) == here
    }
    counted = Counter(theme for theme, _ in persons)
    return Counter({theme: counted[theme] for theme in dict.fromkeys(helps.values()) if counted[theme]})


def _monday(today: date) -> date:
    return today - timedelta(days=today.weekday())


def open_roles(workspace: Workspace, talent: Talent) -> Iterator[str]:
    """Initiatives within reach that look for somebody like this, nearest first."""
    pictures = workspace.projections.current()
    kind = workspace.vocabulary.talents[talent.talent]
    helps, people = set(helps_with(workspace, talent)), workspace.projections.people()
    open_by_offer: dict[InitiativeId, list[VolunteerRoleKind]] = {}
    for role in people.all(VolunteerRole).values():
        if not role.filled:
            open_by_offer.setdefault(role.initiative_id, []).append(role.role)
    short = {
        each.initiative_id: each.volunteers_needed - each.volunteers
        for each in people.all(Footing).values()
        if each.volunteers is not None and each.volunteers_needed is not None
    }
    lacking = {offer_id for offer_id, number in short.items() if number > 0}
    mobility = talent.mobility or Mobility.WALKING
    stored = workspace.catalogue.many(Initiative, {*open_by_offer, *lacking}).values()
    running = [each.entity for each in stored if each.entity.status is OfferStatus.ACTIVE]
    found: list[tuple[int, str, int]] = []
    for offer, distance_m in _with_distances(pictures, talent.area_id, running, Traveller(mobility)):
        about = bool(helps.intersection(offer.themes))
        roles = [
            role
            for role in open_by_offer.get(offer.id, [])
            if about or (role is VolunteerRoleKind.HOST and kind.hosts_groups)
        ]
        count = max(len(roles), short.get(offer.id, 0) if about else 0)
        if count and distance_m <= PROFILES[mobility].far_m:
            found.append((distance_m, offer.name, count))
    for distance_m, name, count in sorted(found)[:_ROLES_SHOWN]:
        yield words.looks_for_volunteers(
            name, count, travel(distance_m, minutes(distance_m, mobility), mobility)
        )


def _with_distances(
    pictures: Pictures, area_id: AreaId | None, offers: Iterable[Initiative], traveller: Traveller
) -> Iterator[tuple[Initiative, int]]:
    """The initiatives of which we know where they are, with the metres from the middle of an area."""
    centre = pictures.areas.centre(area_id) if area_id else None
    places = [(offer, pictures.places.resolve(offer)) for offer in offers]
    placed = [(offer, (at.x_m, at.y_m)) for offer, at in places if at.x_m is not None and at.y_m is not None]
    if centre is None or not placed:
        return
    (start_mm,) = whole_mm(to_metres((centre,)))
    away = Destinations(pictures.footways, places_mm(at for _, at in placed))
    metres = away.from_start(start_mm, traveller, PROFILES[traveller.mobility].far_m)
    yield from zip((offer for offer, _ in placed), metres.tolist(), strict=True)
