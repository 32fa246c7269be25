"""Klopt dit nog?: what waits for a check, and a round of it along the streets (domain.md 3, S3)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from socialmap.actions.approaching import may_approach
from socialmap.actions.footing_facts import active_initiatives
from socialmap.actions.projections import Pictures
from socialmap.actions.telling import place_name
from socialmap.actions.workspace import Workspace
from socialmap.collective.checking import TERM_DAYS, Offered, ToCheck, a_round, urgency, waits
from socialmap.errors import NotFound
from socialmap.geo.address_words import street_of
from socialmap.model.freshness import badge_of, unreached_since_check
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation
from socialmap.model.registry import entity_type
from socialmap.model.wording_checks import BADGE_MEANING, NO_STREET, last_checked, unreached
from socialmap.privacy.roles import Right, Viewer, may, permit


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckLine:
    """Something to check, as it is now. ``tried``: how often in vain, empty for never.

    ``waits``: it is still on the list; nobody answered since the round began.
    """

    kind: str
    id: str
    name: str
    place: str
    contact: str
    last: str
    tried: str
    badge: str
    badge_meaning: str
    waits: bool


@dataclass(frozen=True, slots=True)
class CheckStreet:
    street: str
    lines: tuple[CheckLine, ...]


@dataclass(frozen=True, slots=True)
class ChecksAnswer:
    """A round of at most twelve of one kind, street by street, and by kind how many wait in all."""

    streets: tuple[CheckStreet, ...]
    waiting: Mapping[str, int]
    may_answer: bool


def show_checks(
    workspace: Workspace, viewer: Viewer, *, kind: str = Initiative.kind, keep: Sequence[str] = ()
) -> ChecksAnswer:
    """What to check now, the oldest first. ``NotFound`` for a kind that is not checked.

    ``keep`` are the ids of a round that began before: they stay where they are, also once answered; what
    is not there any more is left out.
    """
    permit(viewer, Right.REPORT_OFFERS)
    if kind not in TERM_DAYS:
        raise NotFound("Dit kijken we niet na.", "Kies een van: " + ", ".join(TERM_DAYS))
    pictures = workspace.projections.current()
    waiting = workspace.projections.people().remembered(
        f"checks {workspace.today()}", lambda: _waiting(workspace, pictures)
    )
    ids = keep or [each.id for stop in a_round(waiting[kind]) for each in stop.checks]
    stored = workspace.catalogue.many(entity_type(kind), ids)
    streets: dict[str, list[CheckLine]] = {}
    for each in ids:
        if each in stored:
            thing = stored[each].entity
            streets.setdefault(_street(thing, pictures), []).append(_line(workspace, thing, pictures))
    return ChecksAnswer(
        streets=tuple(CheckStreet(street, tuple(lines)) for street, lines in streets.items()),
        waiting={each: len(found) for each, found in waiting.items()},
        may_answer=may(viewer, Right.CHECK_OFFERS),
    )


def _waiting(workspace: Workspace, pictures: Pictures) -> dict[str, tuple[ToCheck, ...]]:
    things: dict[str, Iterable[Offered]] = {
        Initiative.kind: active_initiatives(workspace),
        Facility.kind: pictures.facilities.values(),
        Organisation.kind: pictures.organisations.values(),
    }
    return {kind: tuple(_to_check(workspace, of_kind, pictures)) for kind, of_kind in things.items()}


def _to_check(workspace: Workspace, things: Iterable[Offered], pictures: Pictures) -> Iterator[ToCheck]:
    """Nobody counts what searches show (see DECISIONS.md), so age alone decides."""
    today = workspace.today()
    for each in things:
        if waits(each, today) and may_approach(each, pictures.organisations):
            yield ToCheck(
                kind=each.kind, id=each.id, street=_street(each, pictures), urgency=urgency(each, 0, today)
            )


def _street(thing: Offered, pictures: Pictures) -> str:
    """The street where it is, or else the neighbourhood."""
    if isinstance(thing, Initiative):
        facility = pictures.facilities.get(thing.facility_id) if thing.facility_id else None
        street = street_of(thing.address or (facility.address if facility else ""))
        area_id = pictures.places.resolve(thing).area_id
    else:
        street = street_of(thing.address)
        area_id = pictures.areas.locate(thing.point) if thing.point else None
    area = pictures.areas.by_id.get(area_id) if area_id else None
    return street or (area.name if area else NO_STREET)


def _line(workspace: Workspace, thing: Offered, pictures: Pictures) -> CheckLine:
    today = workspace.today()
    badge = badge_of(thing, today)
    place, contact = _whereabouts(workspace, thing, pictures)
    return CheckLine(
        kind=thing.kind,
        id=thing.id,
        name=thing.name,
        place=place,
        contact=contact,
        last=last_checked(thing.checked_on),
        tried=unreached(unreached_since_check(thing)),
        badge=badge,
        badge_meaning=BADGE_MEANING[badge],
        waits=waits(thing, today) and not _stopped(thing),
    )


def _stopped(thing: Offered) -> bool:
    return isinstance(thing, Initiative) and thing.status is OfferStatus.STOPPED


def _whereabouts(workspace: Workspace, thing: Offered, pictures: Pictures) -> tuple[str, str]:
    """Where it is and how to ask, as the screen tells it."""
    if isinstance(thing, Initiative):
        return place_name(thing, pictures), thing.contact
    if isinstance(thing, Facility):
        return thing.address, thing.phone or thing.website
    return thing.address, thing.phone or thing.email or thing.website
