"""Between a filled form and the thing it is about: pure functions, so that a refused form stays as it was.

A form is a dictionary of what its fields hold. ``known`` is the thing being changed; what has no field in
the form stays as it is there.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, time
from typing import Any, TypeVar, cast

from socialmap.errors import Violation
from socialmap.model.provision import (
    Access,
    Facility,
    Initiative,
    OfferStatus,
    Organisation,
    OrganisationKind,
    QuadrantItems,
    Rhythm,
    Session,
)
from socialmap.model.values import (
    ActivityTypeId,
    AreaId,
    BarrierId,
    DayPart,
    FacilityId,
    FacilityTypeId,
    InitiativeId,
    LanguageCode,
    OrganisationId,
    PartOfDay,
    Point,
    TargetGroupId,
    ThemeId,
    Tri,
    Weekday,
)
from socialmap.ui.text import TEXT

Filled = dict[str, Any]
Offer = Initiative | Facility | Organisation
T = TypeVar("T")

PLACEMENT = ("c1", "c2", "c3", "f1", "f2", "f3")
BARRIER = "barrier_"
"""The fields of the thresholds begin like this, followed by their id."""
_SESSION: Filled = {"day": None, "part": None, "starts": "", "ends": "", "rhythm": "wekelijks", "on": ""}


def empty_form(kind: str) -> Filled:
    """A form in which nothing was filled in yet."""
    if kind == Facility.kind:
        nothing: Offer = Facility(
            id=FacilityId(""), name="", type=cast("FacilityTypeId", None), point=cast("Point", None)
        )
    elif kind == Organisation.kind:
        nothing = Organisation(id=OrganisationId(""), name="", sort=cast("OrganisationKind", None))
    else:
        nothing = Initiative(id=InitiativeId(""), name="", themes=(), contact="")
    return {**form_of(nothing), "place_way": "geen" if kind == Organisation.kind else "kaart"}


def form_of(thing: Offer) -> Filled:
    """The form that says what the thing says."""
    if isinstance(thing, Initiative):
        return _initiative_form(thing)
    place: Filled = {"place_way": "kaart" if thing.point else "geen", "address_words": ""}
    shared = {"name": thing.name, "point": thing.point, "address": thing.address, **place}
    if isinstance(thing, Facility):
        return {
            **shared,
            "place_way": "kaart",
            "type": thing.type,
            "wheelchair": str(thing.wheelchair),
            "wheelchair_toilet": str(thing.wheelchair_toilet),
            "operator_id": thing.operator_id,
            "phone": thing.phone,
            "website": thing.website,
        }
    return {
        **shared,
        "sort": str(thing.sort) if thing.sort else None,
        "themes": list(thing.themes),
        "phone": thing.phone,
        "email": thing.email,
        "website": thing.website,
        "do_not_contact": thing.do_not_contact,
    }


def empty_session() -> Filled:
    return dict(_SESSION)


def offer_of(
    kind: str, filled: Mapping[str, Any], known: Offer | None
) -> tuple[Offer, tuple[Violation, ...]]:
    """The thing that the form describes, and what in the form could not be read."""
    if kind == Facility.kind:
        return _facility_of(filled, cast("Facility | None", known)), ()
    if kind == Organisation.kind:
        return _organisation_of(filled, cast("Organisation | None", known)), ()
    return _initiative_of(filled, cast("Initiative | None", known))


def _initiative_form(thing: Initiative) -> Filled:
    items = thing.quadrant
    return {
        "name": thing.name,
        "themes": list(thing.themes),
        "contact": thing.contact,
        "place_way": _way_of(thing),
        "point": thing.point,
        "address": thing.address,
        "address_words": "",
        "facility_id": thing.facility_id,
        "area_id": thing.area_id,
        "sessions": [_session_form(session) for session in thing.sessions],
        "description": thing.description,
        "activity_type": thing.activity_type,
        "access": str(thing.access),
        "target_groups": list(thing.target_groups),
        "age_min": _number_text(thing.age_min),
        "age_max": _number_text(thing.age_max),
        "cost_eur": _number_text(thing.cost_eur),
        "languages": list(thing.languages),
        "home_visit": str(thing.home_visit),
        "online": str(thing.online),
        "max_participants": _number_text(thing.max_participants),
        "places_free": _number_text(thing.places_free),
        "places_unlimited": thing.places_unlimited,
        "waiting_list": str(thing.waiting_list),
        "status": str(thing.status),
        "run_by": list(thing.run_by),
        "do_not_contact": thing.do_not_contact,
        **{f"{BARRIER}{barrier}": str(answer) for barrier, answer in thing.barriers.items()},
        **{item: getattr(items, item) if items else None for item in PLACEMENT},
    }


def _way_of(thing: Initiative) -> str:
    if thing.facility_id:
        return "gebouw"
    if thing.area_id:
        return "buurt"
    return "geen" if thing.no_fixed_place else "kaart"


def _initiative_of(
    filled: Mapping[str, Any], known: Initiative | None
) -> tuple[Initiative, tuple[Violation, ...]]:
    problems: list[Violation] = []
    words = TEXT.more

    def read(field: str, parse: Callable[[str], T], sentence: str) -> T | None:
        return _read(filled[field], parse, problems, Violation(field, sentence))

    way = filled["place_way"]
    before = known or Initiative(id=InitiativeId(""), name="", themes=(), contact="")
    facility = FacilityId(filled["facility_id"]) if way == "gebouw" and filled["facility_id"] else None
    at_point = way in {"kaart", "adres"}
    draft = replace(
        before,
        name=filled["name"] or "",
        themes=tuple(ThemeId(theme) for theme in filled["themes"]),
        contact=(filled["contact"] or "").strip(),
        facility_id=facility,
        room_id=before.room_id if facility and facility == before.facility_id else None,
        point=filled["point"] if at_point else None,
        address=filled["address"] if at_point or way == _way_of(before) else "",
        area_id=AreaId(filled["area_id"]) if way == "buurt" and filled["area_id"] else None,
        no_fixed_place=way == "geen",
        sessions=_sessions_of(filled["sessions"], problems),
        description=(filled["description"] or "").strip(),
        activity_type=ActivityTypeId(filled["activity_type"]) if filled["activity_type"] else None,
        access=Access(filled["access"] or before.access),
        target_groups=tuple(TargetGroupId(group) for group in filled["target_groups"]),
        age_min=read("age_min", whole_number, words.bad_number),
        age_max=read("age_max", whole_number, words.bad_number),
        cost_eur=read("cost_eur", amount, words.bad_cost),
        languages=tuple(LanguageCode(code) for code in filled["languages"]),
        barriers=_barriers_of(filled),
        home_visit=_tri(filled["home_visit"]),
        online=_tri(filled["online"]),
        max_participants=read("max_participants", whole_number, words.bad_number),
        places_free=read("places_free", whole_number, words.bad_number),
        places_unlimited=bool(filled["places_unlimited"]),
        waiting_list=_tri(filled["waiting_list"]),
        status=OfferStatus(filled["status"] or before.status),
        run_by=tuple(OrganisationId(organisation) for organisation in filled["run_by"]),
        do_not_contact=bool(filled["do_not_contact"]),
        quadrant=placement_of(filled),
    )
    if draft.quadrant is None and any(filled[item] is not None for item in PLACEMENT):
        problems.append(Violation("quadrant", words.placement_incomplete))
    return draft, tuple(problems)


def _facility_of(filled: Mapping[str, Any], known: Facility | None) -> Facility:
    before = known or Facility(
        id=FacilityId(""), name="", type=cast("FacilityTypeId", None), point=cast("Point", None)
    )
    return replace(
        before,
        name=filled["name"] or "",
        type=cast("FacilityTypeId", filled["type"]),
        point=cast("Point", filled["point"]),
        address=filled["address"],
        wheelchair=_tri(filled["wheelchair"]),
        wheelchair_toilet=_tri(filled["wheelchair_toilet"]),
        operator_id=OrganisationId(filled["operator_id"]) if filled["operator_id"] else None,
        phone=(filled["phone"] or "").strip(),
        website=(filled["website"] or "").strip(),
    )


def _organisation_of(filled: Mapping[str, Any], known: Organisation | None) -> Organisation:
    before = known or Organisation(id=OrganisationId(""), name="", sort=cast("OrganisationKind", None))
    placed = filled["place_way"] != "geen" and filled["point"]
    return replace(
        before,
        name=filled["name"] or "",
        sort=cast("OrganisationKind", OrganisationKind(filled["sort"]) if filled["sort"] else None),
        themes=tuple(ThemeId(theme) for theme in filled["themes"]),
        point=filled["point"] if placed else None,
        address=filled["address"] if placed else "",
        phone=(filled["phone"] or "").strip(),
        email=(filled["email"] or "").strip(),
        website=(filled["website"] or "").strip(),
        do_not_contact=bool(filled["do_not_contact"]),
    )


def placement_of(filled: Mapping[str, Any]) -> QuadrantItems | None:
    """The six answers; ``None`` as long as one is missing."""
    answers = {item: filled[item] for item in PLACEMENT}
    return None if None in answers.values() else QuadrantItems(**answers)


def _barriers_of(filled: Mapping[str, Any]) -> dict[BarrierId, Tri]:
    """Only what is known: unknown is the same as not mentioned."""
    answers = {
        field.removeprefix(BARRIER): answer for field, answer in filled.items() if field.startswith(BARRIER)
    }
    return {
        BarrierId(barrier): Tri(answer)
        for barrier, answer in answers.items()
        if _tri(answer) is not Tri.UNKNOWN
    }


def _tri(answer: str | None) -> Tri:
    return Tri(answer) if answer else Tri.UNKNOWN


def _session_form(session: Session) -> Filled:
    return {
        "day": str(session.slot.day),
        "part": str(session.slot.part),
        "starts": _time_text(session.starts),
        "ends": _time_text(session.ends),
        "rhythm": str(session.rhythm),
        "on": f"{session.on.day}-{session.on.month}-{session.on.year}" if session.on else "",
    }


def _sessions_of(rows: list[Filled], problems: list[Violation]) -> tuple[Session, ...]:
    """The moments that were filled in; an untouched row is no moment."""
    touched = [row for row in rows if any(row[name] for name in ("day", "part", "starts", "ends", "on"))]
    found = [_session_of(row, problems) for row in touched]
    return tuple(session for session in found if session is not None)


def _session_of(row: Filled, problems: list[Violation]) -> Session | None:
    words = TEXT.more

    def read(name: str, parse: Callable[[str], T], sentence: str) -> T | None:
        return _read(row[name], parse, problems, Violation("sessions", sentence))

    starts, ends = read("starts", clock, words.bad_time), read("ends", clock, words.bad_time)
    on = read("on", day, words.bad_date) if row["rhythm"] == Rhythm.ONCE else None
    weekday = tuple(Weekday)[on.weekday()] if on else Weekday(row["day"]) if row["day"] else None
    part = PartOfDay(row["part"]) if row["part"] else part_of(starts) if starts else None
    if weekday is None or part is None:
        problems.append(Violation("sessions", words.bad_part if weekday else words.bad_moment))
        return None
    rhythm = Rhythm(row["rhythm"] or Rhythm.WEEKLY)
    return Session(slot=DayPart.of(weekday, part), starts=starts, ends=ends, rhythm=rhythm, on=on)


def part_of(starts: time) -> PartOfDay:
    """Before 12.00, before 17.00, later (domain.md 2.14)."""
    if starts.hour < 12:
        return PartOfDay.MORNING
    return PartOfDay.AFTERNOON if starts.hour < 17 else PartOfDay.EVENING


def _read(
    text: str | None, parse: Callable[[str], T], problems: list[Violation], problem: Violation
) -> T | None:
    if not text or not text.strip():
        return None
    try:
        return parse(text.strip())
    except ValueError:
        problems.append(problem)
        return None


def clock(text: str) -> time:
    """A time as people type it; ``ValueError`` if it is none.

    >>> clock("14.30"), clock("9"), clock("19:00 uur")
    (datetime.time(14, 30), datetime.time(9, 0), datetime.time(19, 0))
    """
    hours, _, minutes = text.lower().removesuffix("uur").strip().replace(":", ".").partition(".")
    return time(int(hours), int(minutes or 0))


def day(text: str) -> date:
    """A date as people type it, day first; ``ValueError`` if it is none.

    >>> day("12-3-2026"), day("1/2/2026")
    (datetime.date(2026, 3, 12), datetime.date(2026, 2, 1))
    """
    parts = text.replace("/", "-").replace(" ", "-").split("-")
    if len(parts) != 3 or len(parts[2]) != 4:
        raise ValueError(text)
    return date(int(parts[2]), int(parts[1]), int(parts[0]))


def amount(text: str) -> float:
    """Euros; ``ValueError`` if it is no amount.

    >>> amount("2,50"), amount("€ 3"), amount("gratis")
    (2.5, 3.0, 0.0)
    """
    if text.casefold() in {"gratis", "niets"}:
        return 0.0
    written = text.removeprefix("€").strip().replace(",", ".")
    if not written.replace(".", "", 1).isdecimal():
        raise ValueError(text)
    return round(float(written), 2)


def whole_number(text: str) -> int:
    if not text.isdecimal() or len(text) > 6:
        raise ValueError(text)
    return int(text)


def _number_text(number: float | None) -> str:
    return "" if number is None else f"{number:g}".replace(".", ",")


def _time_text(moment: time | None) -> str:
    return f"{moment.hour}.{moment.minute:02d}" if moment else ""
