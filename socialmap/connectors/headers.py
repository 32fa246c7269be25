"""The headers that a table may have, in Dutch and in English, and which field each one means.

A header is compared in lower case without accents and punctuation: ``Thema's``, ``THEMAS`` and ``themes`` are
the same. What stands in no list is not read, and said so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from enum import StrEnum

from socialmap.model.normal_text import normalise
from socialmap.model.values import BarrierId
from socialmap.model.vocabulary import Barrier


class TableKind(StrEnum):
    """What a row is about. A location is only a place to which rows of another sheet refer."""

    INITIATIVE = "initiative"
    FACILITY = "facility"
    ORGANISATION = "organisation"
    LOCATION = "location"


KIND_WORDS: Mapping[str, TableKind] = {
    **dict.fromkeys(
        ("initiatief", "initiatieven", "activiteit", "activiteiten", "aanbod", "initiative", "initiatives",
         "activity", "activities", "offer", "offers", "service", "services"),
        TableKind.INITIATIVE,
    ),
    **dict.fromkeys(
        ("voorziening", "voorzieningen", "plek", "plekken", "facility", "facilities", "venue", "venues"),
        TableKind.FACILITY,
    ),
    **dict.fromkeys(
        ("organisatie", "organisaties", "aanbieder", "aanbieders", "organisation", "organisations",
         "organization", "organizations"),
        TableKind.ORGANISATION,
    ),
    **dict.fromkeys(("locatie", "locaties", "location", "locations"), TableKind.LOCATION),
}  # fmt: skip

_EVERYWHERE: Mapping[str, tuple[str, ...]] = {
    "id": ("id", "nummer", "sleutel", "kenmerk", "key", "source id", "bron id"),
    "kind": ("soort", "kind", "soort rij"),
    "name": ("naam", "name", "titel", "title"),
    "source": ("bron", "source"),
    "themes": ("thema", "themas", "thema s", "onderwerp", "onderwerpen", "theme", "themes", "topic", "topics",
               "helpt bij", "gaat over", "leefgebied"),
    "phone": ("telefoon", "telefoonnummer", "tel", "phone", "phone number"),
    "email": ("mail", "email", "e mail", "mailadres", "e mailadres", "email address"),
    "website": ("website", "site", "web", "url"),
    "lon": ("lon", "lng", "long", "longitude", "lengtegraad"),
    "lat": ("lat", "latitude", "breedtegraad"),
    "x": ("x", "rd x", "x rd", "x coordinaat", "xcoordinaat"),
    "y": ("y", "rd y", "y rd", "y coordinaat", "ycoordinaat"),
    "geometry": ("geometrie", "geometry", "geom", "wkt", "punt", "point", "coordinaten", "coordinates"),
    "address": ("adres", "address", "bezoekadres", "straat en huisnummer"),
    "street": ("straat", "straatnaam", "street", "openbare ruimte naam"),
    "house_number": ("huisnummer", "nr", "house number"),
    "house_letter": ("huisletter",),
    "house_addition": ("toevoeging", "huisnummer toevoeging", "huisnummertoevoeging"),
    "postcode": ("postcode", "postal code", "zip"),
    "town": ("plaats", "woonplaats", "plaatsnaam", "town", "city"),
    "area": ("buurt", "buurtcode", "buurtnaam", "wijk", "wijkcode", "gebied", "area", "neighbourhood",
             "neighborhood"),
    "place": ("plek", "locatie", "waar", "gebouw", "voorziening", "location", "facility", "venue", "place",
              "locatie id", "location id", "voorziening id", "facility id"),
    "no_fixed_place": ("geen vaste plek", "no fixed place"),
    "checked_on": ("gecontroleerd op", "gecontroleerd", "laatst gecontroleerd", "checked on", "verified on"),
}  # fmt: skip

_OWN: Mapping[TableKind, Mapping[str, tuple[str, ...]]] = {
    TableKind.INITIATIVE: {
        "name": ("initiatief", "activiteit", "initiative", "activity"),
        "contact": ("contact", "contactgegevens", "contact details", "aanmelden bij"),
        "activity_type": ("activiteittype", "type", "type activiteit", "activity type"),
        "description": ("omschrijving", "beschrijving", "toelichting", "description"),
        "sessions": ("wanneer", "dagdeel", "dagdelen", "tijd", "tijden", "moment", "momenten", "when",
                     "sessions", "dayparts", "day parts", "schedule"),
        "day": ("dag", "dagen", "day", "days"),
        "starts": ("begintijd", "starttijd", "van", "starts", "start time"),
        "ends": ("eindtijd", "tot", "ends", "end time"),
        "rhythm": ("ritme", "frequentie", "hoe vaak", "rhythm", "frequency"),
        "on": ("datum", "date"),
        "target_groups": ("doelgroep", "doelgroepen", "voor wie", "target group", "target groups"),
        "access": ("toegang", "access"),
        "age_min": ("leeftijd min", "leeftijd vanaf", "vanaf leeftijd", "minimum leeftijd", "age min",
                    "minimum age"),
        "age_max": ("leeftijd max", "leeftijd tot", "tot leeftijd", "maximum leeftijd", "age max",
                    "maximum age"),
        "only_for": ("alleen voor", "only for"),
        "cost_eur": ("kosten", "kosten per keer", "prijs", "eigen bijdrage", "cost", "costs", "price", "fee"),
        "languages": ("taal", "talen", "voertaal", "voertalen", "language", "languages"),
        "barriers": ("drempels", "drempelkenmerken", "barriers"),
        "home_visit": ("thuisbezoek", "aan huis", "home visit"),
        "online": ("online",),
        "max_participants": ("max deelnemers", "maximum deelnemers", "aantal deelnemers", "max participants"),
        "places_free": ("plaatsen vrij", "vrije plaatsen", "places free"),
        "waiting_list": ("wachtlijst", "waiting list"),
        "peer_themes": ("lotgenoten", "lotgenoten themas", "lotgenoten thema s", "peer themes"),
        "preventive": ("preventief", "vroeg erbij", "preventive"),
        "status": ("status", "stand"),
        "started_on": ("gestart op", "startdatum", "started on", "start date"),
        "stopped_on": ("gestopt op", "einddatum", "stopped on", "end date"),
        "purposes": ("bedoeling", "purpose", "purposes"),
        "reach": ("bereik", "bereikniveau", "reach"),
        "run_by": ("organisatie", "organisaties", "uitvoerder", "aanbieder", "organisatie id", "organisation",
                   "organization", "provider", "run by"),
        "partners": ("partners", "werkt samen met"),
        "labels": ("labels", "tags"),
    },
    TableKind.FACILITY: {
        "name": ("voorziening", "facility"),
        "type": ("type", "soort voorziening", "voorzieningtype", "facility type"),
        "opening_hours": ("openingstijden", "opening hours"),
        "wheelchair": ("rolstoel", "rolstoeltoegankelijk", "toegankelijk rolstoel", "wheelchair"),
        "wheelchair_toilet": ("rolstoeltoilet", "toilet toegankelijk", "wheelchair toilet"),
        "operator_id": ("beheerder", "organisatie", "organisatie id", "operator"),
        "basic": ("basisvoorziening", "basis", "basic"),
        "osm_id": ("osm", "osm id"),
    },
    TableKind.ORGANISATION: {
        "name": ("organisatie", "organisation", "organization"),
        "sort": ("type", "soort organisatie", "organisatiesoort", "sort", "organisation type"),
        "line": ("lijn", "care line"),
        "partners": ("partners", "werkt samen met"),
    },
    TableKind.LOCATION: {},
}  # fmt: skip

PERSON_HEADERS = frozenset({"contactpersoon", "persoon", "contact person", "voornaam", "achternaam", "bsn"})
"""Columns about a person; they are never read."""


NOT_READ = "overslaan"
"""What somebody says of a column that means nothing here."""


def fields_of(
    header: Sequence[str],
    kind: TableKind,
    barriers: Mapping[BarrierId, Barrier],
    said: Mapping[str, str] | None = None,
) -> dict[int, str]:
    """Column → field, for the columns of a header row that mean something. The first of two columns counts.

    Each threshold may be a column of its own, called by its id or a label, and ``barrier:<id>`` here.
    ``said`` is what somebody says that a header means, as a field or one of its names; it goes before what
    we think.
    """
    meaning = meanings(kind, barriers)
    chosen = {normalise(title): meaning.get(normalise(text), "") for title, text in (said or {}).items()}
    taken = set(chosen.values())
    found: dict[int, str] = {}
    for column, title in enumerate(header):
        word = normalise(title)
        name = chosen[word] if word in chosen else meaning.get(word, "")
        is_free = name not in found.values() and (word in chosen or name not in taken)
        if name and is_free:
            found[column] = name
    return found


def meanings(kind: TableKind, barriers: Mapping[BarrierId, Barrier]) -> dict[str, str]:
    """Every name that a column of this kind may have, in normal form, and the field that it means."""
    meaning = {alias: name for name, aliases in _EVERYWHERE.items() for alias in aliases}
    meaning |= {alias: name for name, aliases in _OWN[kind].items() for alias in aliases}
    if kind is TableKind.INITIATIVE:
        for barrier in barriers.values():
            for written in (barrier.id, barrier.label, barrier.label_en, *barrier.alt_labels):
                meaning.setdefault(normalise(written), f"barrier:{barrier.id}")
    for name in (*_EVERYWHERE, *_OWN[kind]):
        meaning.setdefault(normalise(name), name)
    return meaning


def field_names(kind: TableKind, barriers: Mapping[BarrierId, Barrier]) -> dict[str, str]:
    """Every field of a table of this kind and its usual header, in the order of the lists."""
    names = {name: aliases[0] for name, aliases in {**_OWN[kind], **_EVERYWHERE}.items()}
    names |= {name: aliases[0] for name, aliases in _EVERYWHERE.items()}
    if kind is TableKind.INITIATIVE:
        names |= {f"barrier:{barrier.id}": barrier.label for barrier in barriers.values()}
    return names


def likely_kind(header: Sequence[str]) -> TableKind:
    """The kind whose own columns appear most in a header row; an initiative when there is no difference."""
    titles = {normalise(title) for title in header}

    def own_columns(kind: TableKind) -> int:
        return sum(bool(titles & set(aliases)) for aliases in _OWN[kind].values())

    return max((TableKind.INITIATIVE, TableKind.FACILITY, TableKind.ORGANISATION), key=own_columns)
