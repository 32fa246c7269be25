"""Products of a municipality as initiatives: what it is, whom it helps with what, and where to ask."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from socialmap.connectors.offers import LONGEST_NAME, shortened
from socialmap.connectors.parsed import Record
from socialmap.connectors.plan import Key, Reading, Rejected, Row
from socialmap.connectors.suggested import FindThemes, SuggestedTheme, ask_for_theme, taken
from socialmap.connectors.table import entity_id_of
from socialmap.geo.areas import AreaBook
from socialmap.model import wording_products as words
from socialmap.model.given import given
from socialmap.model.provision import Access, Initiative, Organisation, OrganisationKind
from socialmap.model.sources import PRODUCT_CATALOGUES
from socialmap.model.values import AreaId, InitiativeId, OrganisationId, ThemeId, Tri

_RESIDENTS = {"particulier", "burger", "inwoner"}
_GIVEN = frozenset({"name", "contact", "area_id", "run_by", "source", "source_id"})


@dataclass(frozen=True, slots=True)
class ProductChoices:
    """How products are understood: the areas here, what a text is about, and a theme for the others."""

    areas: AreaBook
    find_themes: FindThemes
    theme: ThemeId | None = None


@dataclass(slots=True)
class _Outcome:
    rows: list[Row] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    keys: set[Key] = field(default_factory=set)
    municipalities: dict[AreaId, Row] = field(default_factory=dict)
    for_companies: bool = False


def read_products(records: Sequence[Record], choices: ProductChoices) -> Reading:
    """One initiative per product, run by its municipality; what cannot be used with its number and reason.

    Of a guessed theme the source says nothing, so that a person's correction is never disputed.
    """
    outcome = _Outcome()
    for record in records:
        _take(record, json.loads(record.json), choices, outcome)
    notes = (words.NOT_FOR_RESIDENTS,) if outcome.for_companies else ()
    rows = (*outcome.municipalities.values(), *outcome.rows)
    return Reading(rows, tuple(outcome.rejected), notes, frozenset(outcome.keys))


def _take(record: Record, said: dict[str, list[str]], choices: ProductChoices, outcome: _Outcome) -> None:
    audiences = {one.lower() for one in said.get("audience", ())}
    if audiences and not audiences & _RESIDENTS:
        outcome.for_companies = True
        return
    problems = list(_problems(said, choices))
    number = _first(said, "number") or _first(said, "address")
    entity_id = entity_id_of(Initiative.kind, PRODUCT_CATALOGUES, number)
    found = _themes(said, choices)
    suggested = taken(found)
    themes = tuple(each.theme for each in suggested) or ((choices.theme,) if choices.theme else ())
    if not themes:
        problems.append(Rejected(0, ask_for_theme(found, words.NO_THEME), "themes"))
    if problems:
        outcome.keys.add((Initiative.kind, entity_id))
        outcome.rejected += [Rejected(record.number, one.reason, one.field) for one in problems]
        return
    area = given(_area(said, choices))  # without one there is a problem
    municipality = outcome.municipalities.setdefault(area, _municipality(record, area, choices)).entity
    online = _first(said, "online")
    fields: dict[str, Any] = {
        "description": shortened(_first(said, "abstract")),
        "online": Tri.YES if online == "ja" else Tri.NO if online == "nee" else Tri.UNKNOWN,
    }
    told = {name for name, value in fields.items() if value not in ("", Tri.UNKNOWN)}
    place, address = choices.areas.by_id[area].name, _first(said, "address")
    contact = words.CONTACT if address else words.CONTACT_WITHOUT_ADDRESS
    product = Initiative(
        id=InitiativeId(entity_id),
        name=_first(said, "title")[:LONGEST_NAME],
        themes=themes,
        contact=contact.format(place=place, address=address),
        area_id=area,
        access=Access.SIGN_UP,
        run_by=(municipality.id,),
        source=PRODUCT_CATALOGUES,
        source_id=number,
        **fields,
    )
    outcome.rows.append(Row(record.number, product, _GIVEN | told, suggested=suggested))


def _problems(said: dict[str, list[str]], choices: ProductChoices) -> Iterator[Rejected]:
    if not _first(said, "title"):
        yield Rejected(0, words.NO_TITLE, "name")
    if not _first(said, "number") and not _first(said, "address"):
        yield Rejected(0, words.NO_NUMBER, "source_id")
    if _area(said, choices) is None:
        yield Rejected(
            0, words.NO_SUCH_PLACE.format(place=_first(said, "place") or "een gemeente"), "area_id"
        )


def _area(said: dict[str, list[str]], choices: ProductChoices) -> AreaId | None:
    """The municipality on the map of which a product is."""
    named = {area.name.casefold(): area.id for area in choices.areas.municipalities}
    return next(
        (named[place.casefold()] for place in said.get("place", ()) if place.casefold() in named), None
    )


def _themes(said: dict[str, list[str]], choices: ProductChoices) -> tuple[SuggestedTheme, ...]:
    """By its name first, and only then by all that is said of it."""
    named = " ".join((_first(said, "title"), *said.get("uniform_name", ())))
    found = choices.find_themes(named)
    return found if taken(found) else choices.find_themes(_first(said, "abstract")) or found


def _municipality(record: Record, area: AreaId, choices: ProductChoices) -> Row:
    organisation = Organisation(
        id=OrganisationId(entity_id_of(Organisation.kind, PRODUCT_CATALOGUES, area)),
        name=words.MUNICIPALITY.format(place=choices.areas.by_id[area].name),
        sort=OrganisationKind.MUNICIPALITY,
        source=PRODUCT_CATALOGUES,
        source_id=area,
    )
    return Row(record.number, organisation, frozenset({"name", "sort", "source", "source_id"}))


def _first(said: dict[str, list[str]], name: str) -> str:
    return next(iter(said.get(name, ())), "")
