"""Areas, streets, organisations, facilities and rooms of a demo town."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from socialmap.demo.files import read_demo
from socialmap.demo.ground import AreaPlan, address
from socialmap.demo.site import SOURCE, Site
from socialmap.model.area import District, Municipality, Neighbourhood, Street
from socialmap.model.provision import CareLine, Facility, Organisation, OrganisationKind, Room
from socialmap.model.values import (
    AreaId,
    DayPart,
    FacilityId,
    FacilityTypeId,
    OrganisationId,
    RoomId,
    ThemeId,
    Tri,
)

YEAR = 2025
"""The vintage of the neighbourhood figures."""

_FACILITY_PHONES = 2
_ORGANISATION_PHONES = 3


def areas(site: Site) -> Iterator[Municipality | District | Neighbourhood]:
    """The municipality, its district, and the five neighbourhoods; the figures of the first two are sums."""
    tables = read_demo("areas")
    rows = tables["neighbourhood"]
    inhabitants = sum(row["inhabitants"] for row in rows)
    households = sum(row["households"] for row in rows)
    district = AreaId(site.key(tables["district"]["id"]))
    yield Municipality(
        id=site.municipality,
        name=site.names.say(tables["municipality"]["name"]),
        inhabitants=inhabitants,
        households=households,
        **_shape(site, site.ground.municipality),
    )
    yield District(
        id=district,
        name=site.names.say(tables["district"]["name"]),
        municipality_id=site.municipality,
        inhabitants=inhabitants,
        households=households,
        percent_65_plus=_share(rows, "percent_65_plus", "inhabitants"),
        percent_living_alone=_share(rows, "percent_living_alone", "households"),
        **_shape(site, site.ground.district),
    )
    for row in rows:
        yield Neighbourhood(
            id=AreaId(site.key(row["id"])),
            name=site.names.say(row["name"]),
            district_id=district,
            municipality_id=site.municipality,
            inhabitants=row["inhabitants"],
            households=row["households"],
            percent_65_plus=row["percent_65_plus"],
            percent_living_alone=row["percent_living_alone"],
            story=site.names.say(row["story"]),
            story_on=site.ago(row["story_days_ago"]),
            rural=row.get("rural", False),
            **_shape(site, site.ground.neighbourhoods[row["id"]]),
        )


def _shape(site: Site, plan: AreaPlan) -> dict[str, Any]:
    return {
        "boundary": f"POLYGON (({site.wkt(plan.outline)}))",
        "centre": site.point(plan.centre),
        "year": YEAR,
        "source": SOURCE,
    }


def _share(rows: list[dict[str, Any]], percent: str, of: str) -> float:
    return float(round(sum(row[percent] * row[of] for row in rows) / sum(row[of] for row in rows), 1))


def streets(site: Site) -> Iterator[Street]:
    for name, plan in site.ground.streets.items():
        yield Street(
            id=site.key(name.lower()),
            name=site.names.say(name),
            line=f"LINESTRING ({site.wkt(plan.line)})",
            source=SOURCE,
        )


def organisations(site: Site) -> Iterator[Organisation]:
    for number, row in enumerate(read_demo("organisations")["organisation"], start=1):
        yield Organisation(
            id=OrganisationId(site.key(row["id"])),
            name=site.names.title(row["name"]),
            sort=OrganisationKind(row["sort"]),
            themes=tuple(map(ThemeId, row["themes"])),
            line=CareLine(row["line"]) if "line" in row else None,
            point=site.spot(row),
            address=site.names.say(address(row)),
            phone=site.phone(_ORGANISATION_PHONES, number),
            email=f"info@{site.key(row['id'])}.example",
            website=f"https://{site.key(row['id'])}.example",
            partners=tuple(OrganisationId(site.key(partner)) for partner in row.get("partners", ())),
            checked_on=site.ago(row["checked"]) if "checked" in row else None,
            unreached_on=site.unreached_on(Organisation.kind, row["id"]),
            source=SOURCE,
        )


def facilities(site: Site) -> Iterator[Facility]:
    for number, row in enumerate(read_demo("facilities")["facility"], start=1):
        point = site.spot(row)
        if point is None:
            raise ValueError(row["id"])
        staffed = "operator" in row and "rooms" in row
        yield Facility(
            id=FacilityId(site.key(row["id"])),
            name=site.names.title(row["name"]),
            type=FacilityTypeId(row["type"]),
            point=point,
            address=site.names.say(address(row)),
            opening_hours=row.get("hours", ""),
            wheelchair=Tri(row.get("wheelchair", Tri.UNKNOWN)),
            wheelchair_toilet=Tri(row.get("toilet", Tri.UNKNOWN)),
            operator_id=OrganisationId(site.key(row["operator"])) if "operator" in row else None,
            basic=row.get("basic", False),
            phone=site.phone(_FACILITY_PHONES, number) if staffed else "",
            checked_on=site.ago(row["checked"]) if "checked" in row else None,
            unreached_on=site.unreached_on(Facility.kind, row["id"]),
            source=SOURCE,
        )


def rooms(site: Site) -> Iterator[Room]:
    for number, row in enumerate(read_demo("facilities")["facility"], start=1):
        for room in row.get("rooms", ()):
            yield Room(
                id=RoomId(site.key(room["id"])),
                name=room["name"],
                facility_id=FacilityId(site.key(row["id"])),
                capacity=room["capacity"],
                cost_eur=float(room["cost"]),
                kitchen=Tri(room["kitchen"]),
                quiet=Tri(room["quiet"]),
                free_at=tuple(map(DayPart, room["free"])),
                contact=f"via de beheerder, tel. {site.phone(_FACILITY_PHONES, number)}",
                source=SOURCE,
            )
