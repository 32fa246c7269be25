"""Klopt dit nog?: what waits for a check, and a round of it along the streets (domain.md 3, S3)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from socialmap.actions.footing_facts import active_initiatives
from socialmap.actions.projections import Pictures
from socialmap.actions.show_offer import BADGE_MEANING
from socialmap.actions.telling import place_name
from socialmap.actions.workspace import Workspace
from socialmap.collective.checking import ToCheck, a_round, urgency, waits
from socialmap.geo.addresses import street_of
from socialmap.model.freshness import badge_of, unreached_since_check
from socialmap.model.provision import Initiative
from socialmap.model.wording_checks import NO_STREET, last_checked, unreached
from socialmap.privacy.roles import Right, Viewer, may, permit

Key = tuple[str, str]
"""Kind and id of something to check."""


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
    """A round of at most twelve, street by street, and how many wait in all."""

    streets: tuple[CheckStreet, ...]
    waiting: int
    may_answer: bool


def show_checks(workspace: Workspace, viewer: Viewer, *, keep: Sequence[Key] = ()) -> ChecksAnswer:
    """What to check now, the oldest first.

    ``keep`` are the things of a round that began before: they stay where they are, also once answered;
    what is not there any more is left out.
    """
    permit(viewer, Right.REPORT_OFFERS)
    today, pictures = workspace.today(), workspace.projections.current()
    waiting = workspace.projections.people().remembered(
        f"checks {today}", lambda: tuple(_waiting(workspace, pictures))
    )
    ids = keep or [(each.kind, each.id) for stop in a_round(waiting) for each in stop.checks]
    stored = workspace.catalogue.many(Initiative, [each for _, each in ids])
    streets: dict[str, list[CheckLine]] = {}
    for _, each in ids:
        if each in stored:
            record = stored[each].entity
            streets.setdefault(_street(record, pictures), []).append(_line(workspace, record, pictures))
    return ChecksAnswer(
        streets=tuple(CheckStreet(street, tuple(lines)) for street, lines in streets.items()),
        waiting=len(waiting),
        may_answer=may(viewer, Right.CHECK_OFFERS),
    )


def _waiting(workspace: Workspace, pictures: Pictures) -> Iterator[ToCheck]:
    """Nobody counts what searches show (see DECISIONS.md), so age alone decides."""
    today = workspace.today()
    for each in active_initiatives(workspace):
        if waits(each, today):
            yield ToCheck(
                kind=each.kind, id=each.id, street=_street(each, pictures), urgency=urgency(each, 0, today)
            )


def _street(initiative: Initiative, pictures: Pictures) -> str:
    """The street where it is, or else the neighbourhood."""
    facility = pictures.facilities.get(initiative.facility_id) if initiative.facility_id else None
    street = street_of(initiative.address or (facility.address if facility else ""))
    area_id = pictures.places.resolve(initiative).area_id
    area = pictures.areas.by_id.get(area_id) if area_id else None
    return street or (area.name if area else NO_STREET)


def _line(workspace: Workspace, initiative: Initiative, pictures: Pictures) -> CheckLine:
    today = workspace.today()
    badge = badge_of(initiative, today)
    return CheckLine(
        kind=initiative.kind,
        id=initiative.id,
        name=initiative.name,
        place=place_name(initiative, pictures),
        contact=initiative.contact,
        last=last_checked(initiative.checked_on),
        tried=unreached(unreached_since_check(initiative)),
        badge=badge,
        badge_meaning=BADGE_MEANING[badge],
        waits=waits(initiative, today),
    )
