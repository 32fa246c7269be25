"""The public supply as rows under headers that ``table`` reads back: for CSV, Excel and GeoJSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any, TypeAlias

from socialmap.connectors.headers import TableKind
from socialmap.connectors.public_map import PublicMap, Thing, key_of
from socialmap.model.dutch import WEEKDAYS
from socialmap.model.provision import Facility, Initiative, Organisation, Rhythm, Session
from socialmap.model.values import Tri
from socialmap.model.vocabulary import Concept

Cell: TypeAlias = str | int | float | date | None
Read: TypeAlias = Callable[[Any, PublicMap], Cell]

DIGITS = 7
"""Of a degree: about a centimetre. More says nothing."""
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_RHYTHMS = {
    Rhythm.FORTNIGHTLY: "om de week",
    Rhythm.MONTHLY: "maandelijks",
    Rhythm.WEEKLY: "",
    Rhythm.ONCE: "",
}


def columns_of(kind: TableKind, around: PublicMap) -> Mapping[str, Read]:
    """Header → how to read its cell off a thing of this kind; a threshold has a column of its own."""
    match kind:
        case TableKind.ORGANISATION:
            return {**_SHARED, **_ORGANISATION}
        case TableKind.FACILITY:
            return {**_SHARED, **_FACILITY}
        case _:
            barriers = around.vocabulary.barriers
            return {
                **_SHARED,
                **_INITIATIVE,
                **{one.label: _barrier(one.id) for one in barriers.values()},
            }


def row_of(thing: Thing, around: PublicMap) -> dict[str, Cell]:
    """The cells of a thing by header; an empty text is nothing."""
    columns = columns_of(TableKind(thing.kind), around)
    return {header: read(thing, around) for header, read in columns.items()}


def all_headers(around: PublicMap) -> tuple[str, ...]:
    """The headers of one table with everything in it."""
    kinds = (TableKind.ORGANISATION, TableKind.FACILITY, TableKind.INITIATIVE)
    return tuple(dict.fromkeys(header for kind in kinds for header in columns_of(kind, around)))


def harmless(text: str) -> str:
    """Text that a spreadsheet will not take for a formula. Reading it again takes the quote away.

    >>> harmless("=1+1"), harmless("Koffie")
    ("'=1+1", 'Koffie')
    """
    return f"'{text}" if text.startswith(_STARTS_A_FORMULA) else text


def session_text(session: Session) -> str:
    """A moment in words that ``moments`` reads back.

    >>> from datetime import time
    >>> from socialmap.model.values import DayPart
    >>> session_text(Session(slot=DayPart("di-middag"), starts=time(14), rhythm=Rhythm.MONTHLY))
    'dinsdag 14:00 maandelijks'
    """
    if session.starts is None:
        when = str(session.slot)
    else:
        until = f"-{session.ends:%H:%M}" if session.ends else ""
        when = f"{WEEKDAYS[session.slot.day]} {session.starts:%H:%M}{until}"
    rhythm = _RHYTHMS[session.rhythm]
    if session.on is None:
        return f"{when} {rhythm or ('eenmalig' if session.rhythm is Rhythm.ONCE else '')}".strip()
    weekly = "wekelijks" if session.rhythm is Rhythm.WEEKLY else rhythm
    return f"{session.on.isoformat()} {when} {weekly}".strip()


def _plain(name: str) -> Read:
    """A field as it is; nothing for ``None`` and for unknown."""

    def read(thing: Any, _around: PublicMap) -> Cell:
        value: Cell = getattr(thing, name)
        return None if value is Tri.UNKNOWN else str(value) if isinstance(value, str) else value

    return read


def _yes(name: str) -> Read:
    return lambda thing, _around: "ja" if getattr(thing, name) else ""


def _labels(name: str, concepts: str) -> Read:
    """The labels of one or several concepts; an id where a concept is not (any more) in the thesaurus."""

    def read(thing: Any, around: PublicMap) -> Cell:
        known: Mapping[Any, Concept] = getattr(around.vocabulary, concepts)
        value = getattr(thing, name)
        ids = value if isinstance(value, tuple) else (value,) if value else ()
        return "; ".join(known[one].label if one in known else one for one in ids)

    return read


def _several(name: str) -> Read:
    return lambda thing, _around: "; ".join(str(one) for one in getattr(thing, name))


def _referred(name: str) -> Read:
    def read(thing: Any, around: PublicMap) -> Cell:
        value = getattr(thing, name)
        ids = value if isinstance(value, tuple) else (value,) if value else ()
        return "; ".join(around.called(one) for one in ids)

    return read


def _own_point(axis: str) -> Read:
    return lambda thing, _around: None if thing.point is None else round(getattr(thing.point, axis), DIGITS)


def _languages(offer: Initiative, around: PublicMap) -> Cell:
    return "; ".join(around.vocabulary.languages.get(code, code) for code in offer.languages)


def _places_free(offer: Initiative, _around: PublicMap) -> Cell:
    return "onbeperkt" if offer.places_unlimited else offer.places_free


def _barrier(barrier_id: Any) -> Read:
    def read(offer: Initiative, _around: PublicMap) -> Cell:
        answer = offer.barriers.get(barrier_id, Tri.UNKNOWN)
        return "" if answer is Tri.UNKNOWN else str(answer)

    return read


_KINDS = {Organisation: "organisatie", Facility: "voorziening", Initiative: "initiatief"}
_SHARED: Mapping[str, Read] = {
    "id": lambda thing, _around: key_of(thing),
    "soort rij": lambda thing, _around: _KINDS[type(thing)],
    "bron": _plain("source"),
    "naam": _plain("name"),
    "adres": _plain("address"),
    "lon": _own_point("lon"),
    "lat": _own_point("lat"),
    "gecontroleerd op": _plain("checked_on"),
}
_ORGANISATION: Mapping[str, Read] = {
    "soort organisatie": _plain("sort"),
    "thema": _labels("themes", "themes"),
    "lijn": _plain("line"),
    "telefoon": _plain("phone"),
    "email": _plain("email"),
    "website": _plain("website"),
    "partners": _referred("partners"),
}
_FACILITY: Mapping[str, Read] = {
    "soort voorziening": _labels("type", "facility_types"),
    "openingstijden": _plain("opening_hours"),
    "rolstoel": _plain("wheelchair"),
    "rolstoeltoilet": _plain("wheelchair_toilet"),
    "basisvoorziening": lambda place, _around: "ja" if place.basic else "nee",
    "beheerder": _referred("operator_id"),
    "telefoon": _plain("phone"),
    "website": _plain("website"),
    "osm id": _plain("osm_id"),
}
_INITIATIVE: Mapping[str, Read] = {
    "thema": _labels("themes", "themes"),
    "contact": _plain("contact"),
    "plek": _referred("facility_id"),
    "buurt": _plain("area_id"),
    "geen vaste plek": _yes("no_fixed_place"),
    "wanneer": lambda offer, _around: "; ".join(map(session_text, offer.sessions)),
    "type activiteit": _labels("activity_type", "activity_types"),
    "omschrijving": _plain("description"),
    "voor wie": _labels("target_groups", "target_groups"),
    "toegang": _plain("access"),
    "leeftijd min": _plain("age_min"),
    "leeftijd max": _plain("age_max"),
    "alleen voor": _plain("only_for"),
    "kosten": _plain("cost_eur"),
    "talen": _languages,
    "thuisbezoek": _plain("home_visit"),
    "online": _plain("online"),
    "max deelnemers": _plain("max_participants"),
    "plaatsen vrij": _places_free,
    "wachtlijst": _plain("waiting_list"),
    "lotgenoten": _labels("peer_themes", "themes"),
    "preventief": _plain("preventive"),
    "status": _plain("status"),
    "gestart op": _plain("started_on"),
    "gestopt op": _plain("stopped_on"),
    "bedoeling": _several("purposes"),
    "bereik": _plain("reach"),
    "uitvoerder": _referred("run_by"),
    "partners": _referred("partners"),
}
