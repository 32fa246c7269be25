"""From the cells of one row to an initiative, a facility or an organisation."""

from __future__ import annotations

import dataclasses
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from socialmap.connectors import cells as cell
from socialmap.connectors.cells import Cells
from socialmap.connectors.labels import by_label, languages_by_name
from socialmap.connectors.moments import clock, moments, part_of
from socialmap.connectors.places import PLACE_FIELDS, PlaceFinder, Spot
from socialmap.connectors.suggested import FindThemes, SuggestedTheme, ask_for_theme, find_nothing, taken
from socialmap.connectors.tags import Tags
from socialmap.model.normal_text import normalise
from socialmap.model.provision import (
    Access,
    CareLine,
    Facility,
    Initiative,
    OfferStatus,
    Organisation,
    OrganisationKind,
    Purpose,
    Reach,
    Rhythm,
    Session,
)
from socialmap.model.values import (
    BarrierId,
    DayPart,
    FacilityId,
    InitiativeId,
    LanguageCode,
    OrganisationId,
    ThemeId,
    Tri,
    Weekday,
)
from socialmap.model.vocabulary import Vocabulary

LONGEST_NAME = 200
LONGEST_DESCRIPTION = 300
MOST_THEMES = 4
_TELLING = ("name", "description", "activity_type", "labels")
"""Cells that tell what something is about."""
_PLACE_OF_INITIATIVE = frozenset({"facility_id", "point", "area_id", "no_fixed_place", "address"})
_SHELTER = re.compile(r"blijf van mijn lijf|blijfhuis|vrouwenopvang|oranje huis|women s shelter")
_RHYTHMS = {
    "wekelijks": Rhythm.WEEKLY, "elke week": Rhythm.WEEKLY, "weekly": Rhythm.WEEKLY,
    "om de week": Rhythm.FORTNIGHTLY, "tweewekelijks": Rhythm.FORTNIGHTLY, "2 wekelijks": Rhythm.FORTNIGHTLY,
    "fortnightly": Rhythm.FORTNIGHTLY, "maandelijks": Rhythm.MONTHLY, "elke maand": Rhythm.MONTHLY,
    "monthly": Rhythm.MONTHLY, "eenmalig": Rhythm.ONCE, "een keer": Rhythm.ONCE, "once": Rhythm.ONCE,
}  # fmt: skip
_SORT_WORDS = (
    ("bibliotheek", OrganisationKind.LIBRARY), ("taalhuis", OrganisationKind.LANGUAGE_HOUSE),
    ("gemeente", OrganisationKind.MUNICIPALITY), ("politie", OrganisationKind.POLICE),
    ("kerk", OrganisationKind.FAITH), ("moskee", OrganisationKind.FAITH),
    ("parochie", OrganisationKind.FAITH), ("huisarts", OrganisationKind.PRIMARY_CARE),
    ("ggz", OrganisationKind.MENTAL_HEALTH), ("school", OrganisationKind.SCHOOL),
    ("fonds", OrganisationKind.FUND), ("vereniging", OrganisationKind.ASSOCIATION),
    ("woning", OrganisationKind.HOUSING), ("welzijn", OrganisationKind.WELFARE),
    ("bewoners", OrganisationKind.RESIDENTS), ("stichting", OrganisationKind.FOUNDATION),
)  # fmt: skip
"""Words in a name that say what sort of organisation it is; the first that occurs counts."""


_BEGINNINGS: Mapping[type[Any], Mapping[str, Any]] = {
    cls: {field.name: field.default for field in dataclasses.fields(cls)}
    for cls in (Initiative, Facility, Organisation)
}
"""What a field is when a cell is empty."""


class OfferReader:
    """Knows the words, places and organisations with which rows are understood."""

    def __init__(
        self,
        vocabulary: Vocabulary,
        places: PlaceFinder,
        organisations: Iterable[Organisation],
        find_themes: FindThemes = find_nothing,
    ) -> None:
        self._vocabulary = vocabulary
        self._find_themes = find_themes
        self.suggested: dict[str, tuple[SuggestedTheme, ...]] = {}
        self._places = places
        self._organisations: defaultdict[str, set[OrganisationId]] = defaultdict(set)
        for organisation in organisations:
            self.add_organisation(organisation)
        self._theme = by_label(vocabulary.themes, "dit onderwerp")
        self._activity_type = by_label(vocabulary.activity_types, "dit soort activiteit")
        self._target_group = by_label(vocabulary.target_groups, "deze doelgroep")
        self._barrier = by_label(vocabulary.barriers, "deze drempel")
        self._facility_type = by_label(vocabulary.facility_types, "dit soort plek")
        self._language = languages_by_name(vocabulary.languages)
        self._tags = Tags(self._theme)
        self.lost_organisations = 0

    def add_organisation(self, organisation: Organisation) -> None:
        for written in (organisation.id, organisation.name, organisation.source_id):
            if written:
                self._organisations[normalise(written)].add(organisation.id)

    def is_facility_type(self, text: str) -> bool:
        try:
            self._facility_type(text)
        except ValueError:
            return False
        return True

    def initiative(self, cells: Cells, entity_id: str) -> tuple[Initiative, frozenset[str]]:
        """The initiative of a row and which of its fields the row gives; problems are left in ``cells``."""
        tags = self._tags.read(cells)
        spot = self._places.find(cells)
        if not spot.known and not _has_problem(cells, PLACE_FIELDS):
            cells.problem("place", "Waar is het? Kies één plek, één gebied of 'geen vaste plek'.")
        fields: dict[str, Any] = {
            "name": _name(cells, "Geef het een naam."),
            "themes": self._themes(cells) or tags.themes,
            "contact": _contact(cells),
            **_spot_fields(spot),
        }
        suggested: tuple[SuggestedTheme, ...] = ()
        if not fields["themes"] and not _has_problem(cells, ("themes",)):
            suggested = self._suggested(cells)
            fields["themes"] = tuple(each.theme for each in suggested)
        fields |= self._optional(cells)
        fields |= self._related(cells)
        sessions = _sessions(cells) or tags.sessions
        if sessions or any(cells.has(name) for name in ("sessions", "day", "on")):
            fields["sessions"] = sessions
        if tags.cost_eur is not None:
            fields.setdefault("cost_eur", tags.cost_eur)
        _check_together(fields, cells)
        self.suggested[entity_id] = suggested
        given = frozenset(fields) - ({"themes"} if suggested else set())
        return Initiative(id=InitiativeId(entity_id), **fields), given

    def _suggested(self, cells: Cells) -> tuple[SuggestedTheme, ...]:
        """Themes for a row that names none, from its other words; a problem when nothing is sure."""
        said = (cells.text(name) for name in _TELLING)
        found = self._find_themes(" . ".join(filter(None, said)))
        if not taken(found):
            cells.problem("themes", ask_for_theme(found))
        return taken(found)

    def _themes(self, cells: Cells) -> tuple[ThemeId, ...]:
        themes = cells.read("themes", cell.several(self._theme), ())
        if len(themes) > MOST_THEMES:
            cells.problem("themes", "Kies hoogstens vier onderwerpen.")
        return themes

    def _optional(self, cells: Cells) -> dict[str, Any]:
        """Fields that a table may leave out, for the columns that it has; an empty cell is the default."""
        readers: Mapping[str, Callable[[str], Any]] = {
            "activity_type": self._activity_type,
            "description": lambda text: shortened(cell.single_line(text)),
            "target_groups": cell.several(self._target_group),
            "access": cell.one_of(Access),
            "age_min": cell.age,
            "age_max": cell.age,
            "only_for": cell.single_line,
            "cost_eur": cell.euros,
            "languages": cell.several(lambda text: LanguageCode(self._language(text))),
            "home_visit": cell.tri,
            "online": cell.tri,
            "max_participants": cell.whole,
            "waiting_list": cell.tri,
            "peer_themes": cell.several(self._theme),
            "preventive": cell.tri,
            "status": cell.one_of(OfferStatus),
            "started_on": cell.day,
            "stopped_on": cell.day,
            "purposes": cell.several(cell.one_of(Purpose)),
            "reach": cell.one_of(Reach),
            "checked_on": cell.day,
        }
        fields = _read(cells, readers, Initiative)
        if cells.has("places_free"):
            fields |= _places_free(cells)
        barriers = self._barriers(cells)
        if barriers or cells.has("barriers"):
            fields["barriers"] = barriers
        return fields

    def _barriers(self, cells: Cells) -> dict[BarrierId, Tri]:
        found = dict.fromkeys(cells.read("barriers", cell.several(self._barrier), ()), Tri.YES)
        for barrier in cells.named("barrier:"):
            found[BarrierId(barrier)] = cells.read(f"barrier:{barrier}", cell.tri, Tri.UNKNOWN)
        return {barrier: value for barrier, value in found.items() if value is not Tri.UNKNOWN}

    def _related(self, cells: Cells) -> dict[str, Any]:
        return {
            name: found for name in ("run_by", "partners") if (found := self._organisations_in(cells, name))
        }

    def _organisations_in(self, cells: Cells, name: str) -> tuple[OrganisationId, ...]:
        found: dict[OrganisationId, None] = {}
        for written in cell.parts(cells.text(name)):
            known = self._organisations.get(normalise(written), set())
            if len(known) == 1:
                found |= dict.fromkeys(known)
            else:
                self.lost_organisations += 1
        return tuple(found)

    def facility(self, cells: Cells, entity_id: str) -> tuple[Facility, frozenset[str]]:
        """The facility of a row, as ``initiative`` does."""
        spot = self._places.find(cells)
        if spot.point is None and not _has_problem(cells, PLACE_FIELDS):
            cells.problem(
                "address", "Deze plek heeft nog geen punt op de kaart. Geef lon en lat, of een adres."
            )
        type_column = "type" if cells.text("type") else "kind"
        type_id = cells.read(type_column, self._facility_type, None)
        if type_id is None and not _has_problem(cells, ("type", "kind")):
            cells.problem("type", "Wat voor plek is dit? Kies een soort.")
        name = _name(cells, "Hoe heet deze plek? Vul een naam in.")
        if is_shelter(name):
            cells.problem("name", "Adressen van veilige opvang bewaren we niet.")
        fields: dict[str, Any] = {"name": name, "type": type_id, "point": spot.point, "address": spot.address}
        readers: Mapping[str, Callable[[str], Any]] = {
            "opening_hours": cell.single_line,
            "wheelchair": cell.tri,
            "wheelchair_toilet": cell.tri,
            "basic": cell.yes,
            "phone": cell.single_line,
            "website": cell.website,
            "osm_id": cell.single_line,
            "checked_on": cell.day,
        }
        fields |= _read(cells, readers, Facility)
        if type_id is not None and "basic" not in fields:
            fields["basic"] = self._vocabulary.facility_types[type_id].basic
        operators = self._organisations_in(cells, "operator_id")
        if operators:
            fields["operator_id"] = operators[0]
        return Facility(id=FacilityId(entity_id), **fields), frozenset(fields)

    def organisation(self, cells: Cells, entity_id: str) -> tuple[Organisation, frozenset[str]]:
        """The organisation of a row, as ``initiative`` does."""
        name = _name(cells, "Hoe heet deze organisatie? Vul een naam in.")
        column = "sort" if cells.text("sort") else "kind"
        sort = cells.read(column, cell.one_of(OrganisationKind), None) or likely_sort(name)
        if sort is None and not _has_problem(cells, ("sort", "kind")):
            options = ", ".join(kind.value for kind in OrganisationKind)
            cells.problem("sort", f"Wat voor organisatie is dit? Kies uit: {options}.")
        fields: dict[str, Any] = {"name": name, "sort": sort}
        if any(cells.has(column) for column in PLACE_FIELDS):
            spot = self._places.find(_without_fatal_place(cells))
            fields |= {"point": spot.point, "address": spot.address}
        readers: Mapping[str, Callable[[str], Any]] = {
            "themes": cell.several(self._theme),
            "line": cell.one_of(CareLine),
            "phone": cell.single_line,
            "email": cell.mail,
            "website": cell.website,
            "checked_on": cell.day,
        }
        fields |= _read(cells, readers, Organisation)
        partners = self._organisations_in(cells, "partners")
        if partners:
            fields["partners"] = partners
        return Organisation(id=OrganisationId(entity_id), **fields), frozenset(fields)


def shortened(text: str) -> str:
    """At most 300 characters, cut between words."""
    if len(text) <= LONGEST_DESCRIPTION:
        return text
    return text[: LONGEST_DESCRIPTION - 2].rsplit(" ", 1)[0] + " …"


def is_shelter(name: str) -> bool:
    """Does a name tell of a safe house? Where those are is never kept."""
    return _SHELTER.search(normalise(name)) is not None


def _read(cells: Cells, readers: Mapping[str, Callable[[str], Any]], cls: type[Any]) -> dict[str, Any]:
    return {
        name: cells.read(name, parse, _BEGINNINGS[cls][name])
        for name, parse in readers.items()
        if cells.has(name)
    }


def _has_problem(cells: Cells, names: Iterable[str]) -> bool:
    wanted = set(names)
    return any(name in wanted for name, _ in cells.problems)


def _name(cells: Cells, missing: str) -> str:
    name = cell.single_line(cells.text("name"))
    if not normalise(name):
        cells.problem("name", "Gebruik letters of cijfers in de naam." if name else missing)
    if len(name) > LONGEST_NAME:
        cells.problem("name", "Deze naam is te lang. Hoogstens 200 tekens.")
    return name


def _contact(cells: Cells) -> str:
    parts = (cells.text(name) for name in ("contact", "phone", "email", "website"))
    contact = cell.single_line(" · ".join(dict.fromkeys(part for part in parts if part)))
    if not contact:
        cells.problem("contact", "Hoe kun je contact opnemen? Vul iets in, zoals 'via het buurthuis'.")
    return contact


def _spot_fields(spot: Spot) -> dict[str, Any]:
    return {name: getattr(spot, name) for name in sorted(_PLACE_OF_INITIATIVE)}


def _places_free(cells: Cells) -> dict[str, Any]:
    text = normalise(cells.text("places_free"))
    if text in {"onbeperkt", "unlimited", "genoeg"}:
        return {"places_free": None, "places_unlimited": True}
    known = None if text in {"", "onbekend", "unknown"} else cells.read("places_free", cell.whole, None)
    return {"places_free": known, "places_unlimited": False}


def _sessions(cells: Cells) -> tuple[Session, ...]:
    sessions = cells.read("sessions", moments, ())
    days = cells.text("day")
    if not sessions and days and not _has_problem(cells, ("sessions",)):
        hours = " - ".join(filter(None, (cells.text("starts"), cells.text("ends"))))
        sessions = cells.read("day", lambda text: moments(f"{text.replace(';', ' ')} {hours}"), ())
    on = cells.read("on", cell.day, None)
    if on is not None:
        return _once(cells, on, sessions)
    rhythm = cells.read("rhythm", _rhythm, None)
    if rhythm is Rhythm.ONCE:
        cells.problem("on", "Op welke datum is het? Vul een datum in.")
    if rhythm is None:
        return sessions
    return tuple(dataclasses.replace(session, rhythm=rhythm) for session in sessions)


def _once(cells: Cells, on: date, sessions: tuple[Session, ...]) -> tuple[Session, ...]:
    if sessions:
        return tuple(dataclasses.replace(session, rhythm=Rhythm.ONCE, on=on) for session in sessions)
    starts = cells.read("starts", clock, None)
    ends = cells.read("ends", clock, None)
    if starts is None:
        cells.problem("starts", "Hoe laat begint het? Schrijf een tijd als 14:00.")
        return ()
    slot = DayPart.of(tuple(Weekday)[on.weekday()], part_of(starts))
    return (Session(slot=slot, starts=starts, ends=ends, rhythm=Rhythm.ONCE, on=on),)


def _rhythm(text: str) -> Rhythm:
    found = _RHYTHMS.get(normalise(text))
    if found is None:
        raise ValueError("Kies uit: wekelijks, om de week, maandelijks, eenmalig.")
    return found


def _check_together(fields: Mapping[str, Any], cells: Cells) -> None:
    """Rules about two fields at once, in the words of the ontology's own checks."""
    lowest, highest = fields.get("age_min"), fields.get("age_max")
    if lowest is not None and highest is not None and lowest > highest:
        cells.problem("age_max", "De hoogste leeftijd kan niet onder de laagste liggen.")
    started, stopped = fields.get("started_on"), fields.get("stopped_on")
    if started and stopped and stopped < started:
        cells.problem("stopped_on", "De einddatum kan niet voor de begindatum liggen.")
    for_whom = set(fields.get("target_groups", ())) - {"iedereen"} or fields.get("only_for")
    if fields.get("access") is Access.TARGET_GROUP and not for_whom and lowest is None and highest is None:
        cells.problem("target_groups", "Voor wie is het dan?")
    if fields.get("max_participants") == 0:
        cells.problem("max_participants", "Hoeveel mensen kunnen meedoen? Vul een getal vanaf 1 in.")


def likely_sort(name: str) -> OrganisationKind | None:
    """The sort of organisation that a name tells of; ``None`` when it does not."""
    words = normalise(name)
    return next((sort for word, sort in _SORT_WORDS if word in words), None)


def _without_fatal_place(cells: Cells) -> Cells:
    """An organisation needs no place, so an address that we cannot find is no reason to refuse it."""
    return Cells(
        {name: cells.text(name) for name in (*PLACE_FIELDS, "house_letter", "house_addition", "town")}
    )
