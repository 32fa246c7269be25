"""One service of a feed as one initiative, or as several when it is given at several places."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from socialmap.connectors.hsds_out import STATUS
from socialmap.connectors.hsds_places import LocationReader
from socialmap.connectors.hsds_schedules import day_in, sessions_in
from socialmap.connectors.hsds_shapes import Document, is_number
from socialmap.connectors.hsds_terms import TermBook, foreign_terms, foreign_words
from socialmap.connectors.hsds_values import (
    FeedRecord,
    Outcome,
    Properties,
    Unusable,
    address_in,
    mail_in,
    number_in,
    parts_in,
    text_in,
)
from socialmap.connectors.labels import by_label, languages_by_name
from socialmap.connectors.offers import LONGEST_DESCRIPTION, LONGEST_NAME, MOST_THEMES, shortened
from socialmap.connectors.places import Spot
from socialmap.connectors.plan import Row
from socialmap.connectors.suggested import FindThemes, SuggestedTheme, ask_for_theme, taken
from socialmap.connectors.table import Known, entity_id_of
from socialmap.model import wording_feed as words
from socialmap.model.language import told
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Access, Initiative, QuadrantItems
from socialmap.model.values import (
    AreaId,
    BarrierId,
    InitiativeId,
    LanguageCode,
    OrganisationId,
    RoomId,
    ThemeId,
    Tri,
)
from socialmap.model.wording_suggested import OF_A_TERM, why

_NAMES = (
    "access", "purposes", "reach", "home_visit", "online", "max_participants", "places_free",
    "places_unlimited", "waiting_list", "preventive", "started_on", "stopped_on", "is_example",
    "what_works", "what_hinders",
)  # fmt: skip
_ITEMS = ("c1", "c2", "c3", "f1", "f2", "f3")
_STATUS_OF = {word: status for status, word in STATUS.items()}
_FREE = frozenset({"gratis", "free", "none", "geen", "free of charge", "no charge"})
_PLACE = ("facility_id", "room_id", "point", "area_id", "no_fixed_place", "address")


class ServiceReader:
    """Knows the words, places and organisations with which services are understood."""

    def __init__(
        self,
        known: Known,
        source: str,
        find_themes: FindThemes,
        theme: ThemeId | None,
        terms: TermBook,
        places: LocationReader,
        organisations: Mapping[str, OrganisationId],
    ) -> None:
        self._known = known
        self._source = source
        self._find_themes = find_themes
        self._theme = theme
        self._terms = terms
        self._places = places
        self._organisations = organisations
        self._stored = {organisation.id for organisation in known.organisations}
        self._theme_by_label = by_label(known.vocabulary.themes, "dit onderwerp")
        self._language = languages_by_name(known.vocabulary.languages)
        self._english = {
            f" {normalise(t.label_en)} ": id_ for id_, t in known.vocabulary.themes.items() if not t.acute
        }

    def read(self, record: FeedRecord, outcome: Outcome) -> None:
        """Add the rows of a service, or the reasons why it cannot be used."""
        entity_id = entity_id_of(Initiative.kind, self._source, record.document["id"])
        try:
            rows = list(self._rows(record, outcome))
        except Unusable as problem:
            outcome.refuse(record, problem.reasons, (Initiative.kind, entity_id))
        else:
            outcome.rows += rows

    def _rows(self, record: FeedRecord, outcome: Outcome) -> Iterator[Row]:
        document = record.document
        said = Properties(list(self._terms.read(document.get("attributes"))))
        suggested = self._suggested(document, said)
        fields, given = self._fields(document, said, suggested, outcome)
        at_locations = parts_in(document, "service_at_locations") or [{}]
        for number, at_location in enumerate(at_locations):
            source_id = str(at_location["id"] if number else document["id"])
            place = self._place(document, at_location, said, outcome)
            moments = self._sessions(at_location, outcome) if parts_in(at_location, "schedules") else ()
            own = {"sessions": moments} if moments else {}
            entity = Initiative(
                id=InitiativeId(entity_id_of(Initiative.kind, self._source, source_id)),
                source=self._source,
                source_id=source_id,
                **(fields | place | own),
            )
            told = given | own.keys() | {*_PLACE, "source", "source_id"}
            yield Row(record.line, entity, told, record.sheet, taken(suggested))

    def _fields(
        self, document: Document, said: Properties, suggested: Sequence[SuggestedTheme], outcome: Outcome
    ) -> tuple[dict[str, Any], frozenset[str]]:
        """Everything but the place, and which of it the feed itself says."""
        ours = "access" in said
        fields: dict[str, Any] = {"name": _name(document), **said.read(Initiative, _NAMES)}
        fields |= _ages(document)
        named = self._named_themes(document, said)
        fields["themes"], sure = named or self._other_themes(suggested, outcome), bool(named)
        fields["contact"], told = self._contact(document, outcome, ours=ours)
        description = text_in(document, "description")
        if len(description) > LONGEST_DESCRIPTION:
            outcome.notes[words.DESCRIPTION_CUT] += 1
        fields["description"] = shortened(description)
        fields["only_for"] = text_in(document, "eligibility_description")
        fields["status"] = _STATUS_OF[document["status"]]
        fields["cost_eur"] = _cost(document, outcome)
        fields["sessions"] = self._sessions(document, outcome)
        fields["languages"] = self._languages(document)
        fields["checked_on"] = day_in(document.get("assured_date"))
        fields["target_groups"] = said.concepts("target_groups")
        fields["peer_themes"] = said.concepts("peer_themes")
        fields["activity_type"] = next(iter(said.concepts("activity_type")), None)
        fields["barriers"] = _barriers(said)
        fields["run_by"] = self._run_by(document, said, outcome)
        fields["partners"] = self._known_organisations(said.texts("partners"), outcome)
        if all(name in said for name in _ITEMS):
            fields["quadrant"] = QuadrantItems(**said.read(QuadrantItems, _ITEMS))
        given = (
            set(fields) | {"quadrant"}
            if ours
            else {name for name, value in fields.items() if value not in (None, "", (), {})}
        )
        if not ours:
            given -= {"access", *_NAMES} - {one.field for one in said.said}
            given -= set() if sure else {"themes"}
            given -= set() if told else {"contact"}
            given -= set() if parts_in(document, "languages") else {"languages"}
            if text_in(document, "application_process"):
                fields["access"] = Access.SIGN_UP
        return fields, frozenset(given)

    def _named_themes(self, document: Document, said: Properties) -> tuple[ThemeId, ...]:
        """The themes that the feed names in words of the thesaurus."""
        found = [ThemeId(concept) for concept in said.concepts("themes") or said.concepts("")]
        found = [theme for theme in found if theme in self._known.vocabulary.themes]
        if found:
            return tuple(found[:MOST_THEMES])
        for word in foreign_words(document.get("attributes")):
            try:
                found.append(self._theme_by_label(word))
            except ValueError:
                continue
        return tuple(dict.fromkeys(found))[:MOST_THEMES]

    def _suggested(self, document: Document, said: Properties) -> tuple[SuggestedTheme, ...]:
        """What it seems to help with when it names no theme: by terms of others, else by its own words."""
        if self._named_themes(document, said):
            return ()
        of_terms = {each.theme: each for each in self._of_terms(document)}
        if of_terms:
            return tuple(of_terms.values())
        text = " . ".join((text_in(document, "name"), text_in(document, "description")))
        found = self._find_themes(text)
        return found if taken(found) else tuple(self._in_english(text)) or found

    def _of_terms(self, document: Document) -> Iterator[SuggestedTheme]:
        """For each term of others that we do not know: the theme that its name and description point at."""
        for name, text in foreign_terms(document.get("attributes")):
            found = taken(self._find_themes(text)) or tuple(self._in_english(text))
            for each in found[:1]:
                yield replace(each, because=told(OF_A_TERM).format(term=name, because=each.because))

    def _other_themes(self, suggested: Sequence[SuggestedTheme], outcome: Outcome) -> tuple[ThemeId, ...]:
        """What was suggested and is sure, else what was asked for such services."""
        if sure := taken(suggested):
            outcome.notes[words.THEME_GUESSED] += 1
            return tuple(each.theme for each in sure)
        if self._theme is None:
            raise Unusable(("", ask_for_theme(suggested, words.NO_THEME)))
        outcome.notes[words.THEME_GIVEN] += 1
        return (self._theme,)

    def _in_english(self, text: str) -> Iterator[SuggestedTheme]:
        wanted = f" {normalise(text)} "
        for label, theme in self._english.items():
            if label in wanted:
                called = self._known.vocabulary.themes[theme].label
                yield SuggestedTheme(theme, called, why(label.strip(), alike=False))

    def _contact(self, document: Document, outcome: Outcome, *, ours: bool) -> tuple[str, bool]:
        """How to get in touch without the name of a person, and whether the feed says so."""
        contacts = [*parts_in(document, "contacts")]
        for at_location in parts_in(document, "service_at_locations"):
            contacts += parts_in(at_location, "contacts")
        titles = [text_in(one, name) for one in contacts for name in ("title", "department")]
        if any(text_in(one, "name") for one in contacts):
            outcome.notes[words.PERSON_LEFT_OUT] += 1
        numbers = [phone for part in (document, *contacts) for phone in parts_in(part, "phones")]
        found = list(dict.fromkeys(filter(None, titles)))
        parts = [number_in(phone) for phone in numbers]
        parts += [
            mail_in(document, "email"),
            *(mail_in(one, "email") for one in contacts),
            address_in(document, "url"),
        ]
        for part in parts if not (ours and found) else ():
            if part and _bare(part) not in _bare(" ".join(found)):
                found.append(part)
        if found:
            return " · ".join(found), True
        organisation = document.get("organization") or {}
        return words.VIA.format(name=text_in(organisation, "name") or text_in(document, "name")), False

    def _sessions(self, part: Document, outcome: Outcome) -> tuple[Any, ...]:
        found: dict[Any, None] = {}
        for schedule in parts_in(part, "schedules"):
            moments = sessions_in(schedule, self._terms)
            if not moments:
                outcome.notes[words.TIME_UNCLEAR] += 1
            found |= dict.fromkeys(moments)
        return tuple(found)

    def _languages(self, document: Document) -> tuple[LanguageCode, ...]:
        found: dict[LanguageCode, None] = {}
        for language in parts_in(document, "languages"):
            code = text_in(language, "code").lower()
            if _is_language_code(code):
                found[LanguageCode(code)] = None
                continue
            try:
                found[LanguageCode(self._language(text_in(language, "name")))] = None
            except ValueError:
                continue
        return tuple(found) or (LanguageCode("nl"),)

    def _run_by(self, document: Document, said: Properties, outcome: Outcome) -> tuple[OrganisationId, ...]:
        if "run_by" in said:
            return self._known_organisations(said.texts("run_by"), outcome)
        organisation = document.get("organization") or {}
        uuid = organisation.get("id") or document.get("organization_id")
        return self._known_organisations([uuid] if uuid else [], outcome)

    def _known_organisations(self, uuids: Sequence[str], outcome: Outcome) -> tuple[OrganisationId, ...]:
        found: dict[OrganisationId, None] = {}
        for uuid in uuids:
            known = self._organisations.get(uuid)
            stored = OrganisationId(entity_id_of("organisation", self._source, uuid))
            if known or stored in self._stored:
                found[known or stored] = None
            else:
                outcome.notes[words.ORGANISATION_LOST] += 1
        return tuple(found)

    def _place(
        self, document: Document, at_location: Document, said: Properties, outcome: Outcome
    ) -> dict[str, Any]:
        """Exactly one of a facility, a point, an area and no fixed place."""
        room: RoomId | None = None
        lost = False
        address = said.text("address")
        spot = Spot(no_fixed_place=said.text("no_fixed_place") == "ja", address=address)
        if not spot.known:
            spot, room, lost = self._places.spot(at_location, address=address)
        area = self._area(document) if not spot.known else None
        if lost and area is None:
            outcome.notes[words.NO_POINT] += 1
        return {
            "facility_id": spot.facility_id,
            "room_id": room,
            "point": spot.point,
            "area_id": area,
            "no_fixed_place": spot.no_fixed_place or not (spot.known or area),
            "address": spot.address,
        }

    def _area(self, document: Document) -> AreaId | None:
        """An area that we know, by its code or its name."""
        for service_area in parts_in(document, "service_areas"):
            for name in ("extent", "name", "service_area"):
                text = text_in(service_area, name)
                found = self._known.areas.named(text) if self._known.areas and text else ()
                if found:
                    return found[0]
        return None


def _is_language_code(code: str) -> bool:
    """Is this an ISO 639 code of two or three letters?"""
    return len(code) in {2, 3} and code.isascii() and code.isalpha()


def _bare(text: str) -> str:
    return "".join(char for char in text.casefold() if char.isalnum() or char == "@")


def _name(document: Document) -> str:
    name = text_in(document, "name")
    if not normalise(name):
        raise Unusable(("name", words.NAME_EMPTY))
    if len(name) > LONGEST_NAME:
        raise Unusable(("name", words.NAME_TOO_LONG))
    return name


def _ages(document: Document) -> dict[str, int | None]:
    ages: dict[str, int | None] = {}
    for ours, theirs in (("age_min", "minimum_age"), ("age_max", "maximum_age")):
        value = document.get(theirs)
        ages[ours] = int(value) if is_number(value) else None
        if ages[ours] is not None and not 0 <= (ages[ours] or 0) <= 120:
            raise Unusable((theirs, words.AGE_RANGE))
    low, high = ages["age_min"], ages["age_max"]
    if low is not None and high is not None and low > high:
        raise Unusable(("maximum_age", words.AGE_ORDER))
    return ages


def _cost(document: Document, outcome: Outcome) -> float | None:
    for option in parts_in(document, "cost_options"):
        amount = option.get("amount")
        if text_in(option, "currency").upper() not in {"EUR", "€", ""}:
            outcome.notes[words.NO_EURO] += 1
        elif is_number(amount) and float(amount or 0) >= 0:
            return float(amount or 0)
    return 0.0 if normalise(text_in(document, "fees")) in _FREE else None


def _barriers(said: Properties) -> dict[BarrierId, Tri]:
    """Without a value (Open Referral UK has none) an attribute says that it is so."""
    return {
        BarrierId(one.concept): Tri.NO if one.value == Tri.NO else Tri.YES
        for one in said.said
        if one.scheme is not None and one.field == "barriers"
    }
