"""Initiatives of a demo town, and what hangs on them: leaders, roles, money, support, checks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time, timedelta
from typing import Any

from socialmap.demo.files import read_demo
from socialmap.demo.ground import address
from socialmap.demo.site import SOURCE, Site, offer_rows
from socialmap.model.people import VolunteerRole, VolunteerRoleKind
from socialmap.model.provision import (
    Access,
    Initiative,
    OfferStatus,
    Purpose,
    QuadrantItems,
    Reach,
    Rhythm,
    Session,
)
from socialmap.model.values import (
    ActivityTypeId,
    AreaId,
    BarrierId,
    DayPart,
    FacilityId,
    InitiativeId,
    LanguageCode,
    OrganisationId,
    PartOfDay,
    ProfessionalId,
    RoomId,
    TalentId,
    TargetGroupId,
    TeamId,
    ThemeId,
    Tri,
    Weekday,
)
from socialmap.model.work import (
    CheckMethod,
    CheckOutcome,
    Funding,
    FundingKind,
    Leadership,
    TeamRole,
    TeamSupport,
    Verification,
)

_OFFER_PHONES = 1
_SMALL_GROUP = 8
_FREE = BarrierId("gratis")
_SMALL = BarrierId("kleine_groep")
_WEEKDAYS = tuple(Weekday)
_DAY_NAMES = re.compile("(?:maan|dins|woens|donder|vrij|zater|zon)dag", re.IGNORECASE)
_WHEN = re.compile(
    r"(?P<day>\w\w) (?P<starts>\d\d:\d\d)-(?P<ends>\d\d:\d\d)(?: (?P<rhythm>[a-z ]+?))?(?: (?P<in_days>\d+))?"
)


def initiatives(site: Site) -> Iterator[Initiative]:
    for number, row in enumerate(offer_rows(), start=1):
        yield Initiative(
            id=InitiativeId(site.key(row["id"])),
            name=site.names.title(row["name"]),
            themes=tuple(map(ThemeId, row["themes"])),
            contact=f"{site.names.say(row['contact'])}, tel. {site.phone(_OFFER_PHONES, number)}",
            **_place(site, row),
            sessions=_sessions(site, row),
            activity_type=ActivityTypeId(row["type"]),
            description=site.names.say(row["text"]),
            purposes=tuple(map(Purpose, row["purposes"])),
            reach=Reach(row["reach"]),
            target_groups=tuple(map(TargetGroupId, row["for"])),
            access=Access(row.get("access", Access.FREE)),
            age_min=row["ages"][0] if "ages" in row else None,
            age_max=row["ages"][1] if "ages" in row else None,
            only_for=row.get("only", ""),
            cost_eur=float(row["cost"]) if "cost" in row else None,
            languages=tuple(map(LanguageCode, row.get("languages", ("nl",)))),
            barriers=_barriers(row),
            home_visit=Tri(row.get("home", Tri.UNKNOWN)),
            online=Tri(row.get("online", Tri.UNKNOWN)),
            max_participants=row.get("max"),
            places_free=_places_free(site, row),
            places_unlimited=row.get("unlimited", False),
            waiting_list=Tri(row.get("waiting", Tri.UNKNOWN)),
            peer_themes=tuple(map(ThemeId, row.get("peer", ()))),
            preventive=Tri(row.get("preventive", Tri.UNKNOWN)),
            status=OfferStatus(row.get("status", OfferStatus.ACTIVE)),
            started_on=site.ago(row["started"]) if "started" in row else None,
            stopped_on=site.ago(row["stopped"]) if "stopped" in row else None,
            quadrant=_quadrant(row),
            is_example="works" in row,
            what_works=site.names.say(row.get("works", "")),
            what_hinders=site.names.say(row.get("hinders", "")),
            run_by=_organisations(site, row.get("by", ())),
            partners=_organisations(site, row.get("partners", ())),
            checked_on=site.ago(row["checked"]) if "checked" in row else None,
            checked_by=row.get("checked_by", ""),
            unreached_on=site.unreached_on(Initiative.kind, row["id"]),
            source=SOURCE,
        )


def _place(site: Site, row: dict[str, Any]) -> dict[str, Any]:
    """Exactly one kind of place: a facility, a spot with an address, an area, or none that is fixed."""
    if isinstance(row.get("at"), str):
        room = RoomId(site.key(row["room"])) if "room" in row else None
        return {"facility_id": FacilityId(site.key(row["at"])), "room_id": room}
    if "area" in row:
        return {"area_id": AreaId(site.key(row["area"]))}
    if row.get("nowhere"):
        # Beside other towns: in its own, because what has no place at all is searched from everywhere.
        return {"area_id": site.municipality} if site.copy else {"no_fixed_place": True}
    return {"point": site.spot(row), "address": site.names.say(address(row))}


def _quadrant(row: dict[str, Any]) -> QuadrantItems:
    c1, c2, c3, f1, f2, f3 = map(float, row["quadrant"])
    return QuadrantItems(c1=c1, c2=c2, c3=c3, f1=f1, f2=f2, f3=f3)


def _barriers(row: dict[str, Any]) -> dict[BarrierId, Tri]:
    """What is known of the thresholds; *gratis* and *kleine groep* follow from price and size."""
    known: dict[BarrierId, Tri] = {}
    if "cost" in row:
        known[_FREE] = Tri.NO if row["cost"] else Tri.YES
    if "max" in row:
        known[_SMALL] = Tri.YES if row["max"] <= _SMALL_GROUP else Tri.NO
    known |= dict.fromkeys(map(BarrierId, row.get("yes", ())), Tri.YES)
    return known | dict.fromkeys(map(BarrierId, row.get("no", ())), Tri.NO)


def _places_free(site: Site, row: dict[str, Any]) -> int | None:
    if "free" not in row or site.copy == 0:
        return row.get("free")
    return site.chance.randint(0, row["max"])


def _organisations(site: Site, names: list[str]) -> tuple[OrganisationId, ...]:
    return tuple(OrganisationId(site.key(name)) for name in names)


def _sessions(site: Site, row: dict[str, Any]) -> tuple[Session, ...]:
    """The moments of a row; in other towns on another working day, unless the text names the day."""
    named = _DAY_NAMES.search(row["name"] + row["text"])
    later = 0 if site.copy == 0 or named else site.chance.randrange(5)
    return tuple(_session(text, later, site.today) for text in row.get("when", ()))


def _session(text: str, later: int, today: date) -> Session:
    match = _WHEN.fullmatch(text)
    if match is None:
        raise ValueError(text)
    index = _WEEKDAYS.index(Weekday(match["day"]))
    day = _WEEKDAYS[(index + later) % 5 if index < 5 else index]
    starts = time.fromisoformat(match["starts"])
    return Session(
        slot=DayPart.of(day, _part_of_day(starts)),
        starts=starts,
        ends=time.fromisoformat(match["ends"]),
        rhythm=Rhythm(match["rhythm"] or Rhythm.WEEKLY),
        on=_next(day, today + timedelta(days=int(match["in_days"]))) if match["in_days"] else None,
    )


def _part_of_day(starts: time) -> PartOfDay:
    if starts < time(12):
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if starts < time(17) else PartOfDay.EVENING


def _next(day: Weekday, not_before: date) -> date:
    return not_before + timedelta(days=(_WEEKDAYS.index(day) - not_before.weekday()) % 7)


def team_supports(site: Site) -> Iterator[TeamSupport]:
    for row in offer_rows():
        if "team" in row:
            team, role = row["team"]
            yield TeamSupport(
                id=site.key(f"steun-{row['id']}"),
                team_id=TeamId(site.key(team)),
                initiative_id=InitiativeId(site.key(row["id"])),
                role=TeamRole(role),
            )


def volunteer_roles(site: Site) -> Iterator[VolunteerRole]:
    for row in offer_rows():
        for number, (role, filled) in enumerate(row.get("roles", ()), start=1):
            yield VolunteerRole(
                id=site.key(f"rol-{row['id']}-{number}"),
                initiative_id=InitiativeId(site.key(row["id"])),
                role=VolunteerRoleKind(role),
                filled=filled,
            )


def leaderships(site: Site) -> Iterator[Leadership]:
    for row in offer_rows():
        for leader in row.get("leaders", ()):
            resident = leader.startswith("T-")
            yield Leadership(
                id=site.key(f"trekt-{row['id']}-{leader.lower()}"),
                initiative_id=InitiativeId(site.key(row["id"])),
                talent_id=TalentId(site.key(leader)) if resident else None,
                professional_id=None if resident else ProfessionalId(site.key(leader)),
            )


def fundings(site: Site) -> Iterator[Funding]:
    """Money as [from, kind, euros, since days ago, ends in days]; 0 means structural, below 0 ended."""
    for row in offer_rows():
        for number, (giver, sort, amount, since, ends) in enumerate(row.get("funds", ()), start=1):
            yield Funding(
                id=site.key(f"geld-{row['id']}-{number}"),
                initiative_id=InitiativeId(site.key(row["id"])),
                organisation_id=OrganisationId(site.key(giver)),
                sort=FundingKind(sort),
                amount_eur=float(amount),
                since=site.ago(since),
                until=site.ahead(ends) if ends else None,
            )


def verifications(site: Site) -> Iterator[Verification]:
    """The last check of every checked initiative, and the other checks of people.toml."""
    for row in offer_rows():
        if "checked" in row:
            yield Verification(
                id=site.key(f"controle-{row['id']}"),
                object_kind=Initiative.kind,
                object_id=site.key(row["id"]),
                on=site.ago(row["checked"]),
                by=row["checked_by"],
                method=site.chance.choice((CheckMethod.VISIT, CheckMethod.PHONE)),
                outcome=CheckOutcome.CORRECT,
            )
    rows = read_demo("people")["checks"]["rows"]
    for number, (kind, name, days, by, method, outcome) in enumerate(rows, start=1):
        yield Verification(
            id=site.key(f"controle-{number}"),
            object_kind=kind,
            object_id=site.key(name),
            on=site.day_of_check(days),
            by=by,
            method=CheckMethod(method),
            outcome=CheckOutcome(outcome),
        )
