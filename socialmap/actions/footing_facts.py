"""What initiatives stand on, gathered from leaders, money, places and volunteers. Layer shell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping

from socialmap.actions.people_picture import PeoplePicture
from socialmap.actions.projections import Pictures
from socialmap.actions.workspace import Workspace
from socialmap.collective.vulnerability import Footing, FunderTerm, Lease, PlaceKind
from socialmap.model.people import Talent, VolunteerRole, VolunteerRoleKind
from socialmap.model.provision import Initiative, OfferStatus
from socialmap.model.values import InitiativeId, TalentId
from socialmap.model.work import Footing as FootingRecord
from socialmap.model.work import Funding, FundingKind, Leadership

Leaders = Mapping[InitiativeId, frozenset[str]]
"""By initiative a key for everybody who leads it; with nobody recorded it is not in it.

The keys never leave an action.
"""


def active_initiatives(workspace: Workspace) -> Iterator[Initiative]:
    for stored in workspace.catalogue.all(Initiative):
        if stored.entity.status is OfferStatus.ACTIVE:
            yield stored.entity


def leaders_of(people: PeoplePicture) -> Leaders:
    """One person has one key, whatever she leads and by which talent.

    A filled role of leader counts too; it does not say who it is, so it adds somebody only where more of
    these roles are filled than people are recorded.
    """
    talents = people.all(Talent)
    found: defaultdict[InitiativeId, set[str]] = defaultdict(set)
    for link in people.all(Leadership).values():
        key = link.professional_id or _person(link.talent_id, talents)
        if key:
            found[link.initiative_id].add(key)
    filled: defaultdict[InitiativeId, list[str]] = defaultdict(list)
    for role in people.all(VolunteerRole).values():
        if role.role is VolunteerRoleKind.LEAD and role.filled:
            filled[role.initiative_id].append(role.id)
    for initiative_id, roles in filled.items():
        found[initiative_id].update(sorted(roles)[len(found[initiative_id]) :])
    return {initiative_id: frozenset(keys) for initiative_id, keys in found.items()}


def _person(talent_id: TalentId | None, talents: Mapping[str, Talent]) -> str:
    if talent_id is None:
        return ""
    talent = talents.get(talent_id)
    return (talent.resident_id if talent else None) or talent_id


def footings(workspace: Workspace, pictures: Pictures, people: PeoplePicture) -> Iterator[Footing]:
    """The footing of every active initiative."""
    leaders = leaders_of(people)
    looking = {
        role.initiative_id
        for role in people.all(VolunteerRole).values()
        if role.role is VolunteerRoleKind.LEAD and not role.filled
    }
    money = _money(people, pictures)
    records = {record.initiative_id: record for record in people.all(FootingRecord).values()}
    for initiative in active_initiatives(workspace):
        known = len(leaders.get(initiative.id, ()))
        record = records.get(initiative.id) or FootingRecord(id="", initiative_id=initiative.id)
        yield Footing(
            id=initiative.id,
            name=initiative.name,
            leaders=known or (0 if initiative.id in looking else None),
            money_needed=record.money_needed,
            funders=tuple(money.get(initiative.id, ())),
            checked_on=initiative.checked_on,
            place=_place(initiative, record),
            volunteers=record.volunteers,
            volunteers_needed=record.volunteers_needed,
        )


def _money(people: PeoplePicture, pictures: Pictures) -> Mapping[InitiativeId, list[FunderTerm]]:
    found: defaultdict[InitiativeId, list[FunderTerm]] = defaultdict(list)
    for funding in people.all(Funding).values():
        if funding.sort is not FundingKind.NONE:
            giver = pictures.organisations.get(funding.organisation_id)
            name = giver.name if giver else funding.organisation_id
            found[funding.initiative_id].append(FunderTerm(name, funding.until))
    return found


def _place(initiative: Initiative, record: FootingRecord) -> PlaceKind | Lease:
    if record.place_until is not None:
        return Lease(record.place_until)
    if initiative.no_fixed_place:
        return PlaceKind.NONE
    if initiative.facility_id or initiative.room_id or initiative.point:
        return PlaceKind.FIXED
    return PlaceKind.UNKNOWN
