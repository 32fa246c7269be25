"""A few things to keep in a catalogue."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

from socialmap.model.people import Mobility, Need, Permission, Resident, Talent
from socialmap.model.provision import Facility, Initiative, Session
from socialmap.model.values import (
    AreaId,
    BarrierId,
    DayPart,
    FacilityId,
    FacilityTypeId,
    InitiativeId,
    NeedId,
    Point,
    ResidentId,
    TalentId,
    TalentKindId,
    ThemeId,
    Tri,
)

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
WHO: dict[str, Any] = {"actor": "opbouwwerker:R1", "action": "aanpassen", "at": NOON}


def initiative(id_: str = "eetclub", **fields: Any) -> Initiative:
    given: dict[str, Any] = {
        "name": "Eetclub",
        "themes": (ThemeId("ontmoeten"),),
        "contact": "via De Linde",
        "facility_id": FacilityId("linde"),
        "sessions": (Session(slot=DayPart.TUESDAY_AFTERNOON, starts=time(14)),),
        "barriers": {BarrierId("gratis"): Tri.YES},
    }
    return Initiative(id=InitiativeId(id_), **(given | fields))


def facility(id_: str = "linde", **fields: Any) -> Facility:
    given: dict[str, Any] = {
        "name": "De Linde",
        "type": FacilityTypeId("buurthuis"),
        "point": Point(6.1, 52.5),
    }
    return Facility(id=FacilityId(id_), **(given | fields))


def resident(id_: str = "B-001", **fields: Any) -> Resident:
    given: dict[str, Any] = {"area_id": AreaId("BU1")}
    return Resident(id=ResidentId(id_), **(given | fields))


def need(id_: str = "V-001", **fields: Any) -> Need:
    given: dict[str, Any] = {
        "resident_id": ResidentId("B-001"),
        "theme": ThemeId("eenzaamheid"),
        "reported_on": date(2026, 2, 1),
        "mobility": Mobility.WALKING,
        "available": (DayPart.MONDAY_MORNING,),
        "may_be_linked": Permission.YES,
    }
    return Need(id=NeedId(id_), **(given | fields))


def talent(id_: str = "T-001", **fields: Any) -> Talent:
    given: dict[str, Any] = {"talent": TalentKindId("koken"), "consent": Permission.YES}
    return Talent(id=TalentId(id_), **(given | fields))
