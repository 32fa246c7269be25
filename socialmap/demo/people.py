"""Teams, professionals, talents, networks and shared things of a demo town."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import time
from typing import Any

from socialmap.demo.files import read_demo
from socialmap.demo.site import Site, offer_rows
from socialmap.model.people import InformalNetwork, Mobility, NetworkKind, Permission, SharedItem, Talent
from socialmap.model.values import (
    AreaId,
    DayPart,
    FacilityId,
    InitiativeId,
    LanguageCode,
    NetworkId,
    OrganisationId,
    ProfessionalId,
    ResidentId,
    TalentId,
    TalentKindId,
    TeamId,
    ThemeId,
    Weekday,
)
from socialmap.model.work import (
    Acquaintance,
    Discipline,
    FieldNote,
    PresenceMoment,
    Professional,
    Team,
    TeamModel,
)


def presence_moments(site: Site) -> Iterator[PresenceMoment]:
    for number, (place, day, hours, who) in enumerate(read_demo("people")["presence"]["moments"], start=1):
        starts, ends = map(time.fromisoformat, hours.split("-"))
        yield PresenceMoment(
            id=site.key(f"aanwezig-{number}"),
            facility_id=FacilityId(site.key(place)),
            day=Weekday(day),
            starts=starts,
            ends=ends,
            who=who,
        )


def teams(site: Site) -> Iterator[Team]:
    for row in read_demo("people")["team"]:
        yield Team(
            id=TeamId(site.key(row["id"])),
            name=site.names.title(row["name"]),
            area_ids=tuple(AreaId(site.key(area)) for area in row["areas"]),
            model=TeamModel(row["model"]),
            assignment=row["assignment"],
        )


def professionals(site: Site) -> Iterator[Professional]:
    for row in read_demo("people")["professional"]:
        yield Professional(
            id=ProfessionalId(site.key(row["id"])),
            name=row["name"],
            discipline=Discipline(row["discipline"]),
            second_discipline=Discipline(row["second"]) if "second" in row else None,
            focus=tuple(map(ThemeId, row.get("focus", ()))),
            profile=row.get("profile", ""),
            leads_groups=row.get("groups", False),
            driver=row.get("driver", False),
            organisation_id=OrganisationId(site.key(row["organisation"])),
            team_ids=tuple(TeamId(site.key(team)) for team in row.get("teams", ())),
        )


def acquaintances(site: Site) -> Iterator[Acquaintance]:
    """Who knows which initiative or network; written with the thing that is known."""
    for row in offer_rows():
        for who, days in row.get("known", ()):
            yield Acquaintance(
                id=site.key(f"kent-{who}-{row['id']}"),
                professional_id=ProfessionalId(site.key(who)),
                initiative_id=InitiativeId(site.key(row["id"])),
                last_contact=site.ago(days),
            )
    for row in read_demo("people")["network"]:
        for who, days in row.get("known", ()):
            yield Acquaintance(
                id=site.key(f"kent-{who}-{row['id']}"),
                professional_id=ProfessionalId(site.key(who)),
                network_id=NetworkId(site.key(row["id"])),
                last_contact=site.ago(days),
            )


def talents(site: Site, residents: Mapping[str, Sequence[ResidentId]]) -> Iterator[Talent]:
    """All talents; some belong to the first of the `residents` that a pattern of needs.toml made."""
    table = read_demo("people")["talents"]
    for row in table["rows"]:
        name, kind, consent, days, slots, area, mobility, languages, via, label = row
        pattern = table["of"].get(name)
        yield Talent(
            id=TalentId(site.key(name)),
            resident_id=residents[pattern][0] if pattern else None,
            contact_label=label,
            talent=TalentKindId(kind),
            consent=Permission(consent),
            consent_on=site.ago(days) if consent == Permission.YES else None,
            available=tuple(map(DayPart, slots)),
            area_id=site.area(area),
            mobility=Mobility(mobility),
            languages=tuple(map(LanguageCode, languages)),
            hours_per_month=_hours(table, name),
            experience_with=tuple(map(ThemeId, table["experience"].get(name, ()))),
            conduct_certificate=table["certificates"].get(name, ""),
            via=ProfessionalId(site.key(via)),
        )


def _hours(table: dict[str, Any], name: str) -> float | None:
    hours = table["hours"].get(name)
    return None if hours is None else float(hours)


def networks(site: Site) -> Iterator[InformalNetwork]:
    for row in read_demo("people")["network"]:
        yield InformalNetwork(
            id=NetworkId(site.key(row["id"])),
            name=site.names.title(row["name"]),
            sort=NetworkKind(row["sort"]),
            area_id=AreaId(site.key(row["area"])),
            key_figure=site.names.say(row.get("key", "")),
            members_estimate=row["members"],
        )


def shared_items(site: Site) -> Iterator[SharedItem]:
    for number, (sort, via, area) in enumerate(read_demo("people")["shared"]["items"], start=1):
        yield SharedItem(
            id=site.key(f"spullen-{number}"), sort=sort, lent_via=site.names.say(via), area_id=site.area(area)
        )


def field_notes(site: Site) -> Iterator[FieldNote]:
    for number, (area, days, themes, heard_at, text) in enumerate(
        read_demo("people")["fieldnotes"]["rows"], start=1
    ):
        yield FieldNote(
            id=site.key(f"notitie-{number}"),
            area_id=site.area(area),
            on=site.ago(days),
            themes=tuple(map(ThemeId, themes)),
            text=text,
            heard_at=heard_at,
            written_by=ProfessionalId(site.key("samira-el-idrissi")),
        )
