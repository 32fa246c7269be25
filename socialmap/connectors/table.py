"""Initiatives, facilities and organisations from a table: CSV or Excel, Dutch or English headers."""

from __future__ import annotations

import hashlib
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, NamedTuple

from socialmap.connectors.cells import Cells, single_line
from socialmap.connectors.guarded import FileKind, parse_file
from socialmap.connectors.headers import (
    KIND_WORDS,
    PERSON_HEADERS,
    TableKind,
    fields_of,
    likely_kind,
)
from socialmap.connectors.offers import LONGEST_DESCRIPTION, OfferReader
from socialmap.connectors.parsed import Line, Sheet
from socialmap.connectors.places import PLACE_FIELDS, PlaceFinder
from socialmap.connectors.plan import Key, Reading, Rejected, Row
from socialmap.connectors.suggested import FindThemes, find_nothing
from socialmap.errors import ImportRejected
from socialmap.geo.addresses import AddressBook
from socialmap.geo.areas import AreaBook
from socialmap.model.normal_text import normalise
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.model.values import DAY_PARTS
from socialmap.model.vocabulary import Vocabulary

DEFAULT_SOURCE = "tabel"
_MADE = "zonder-nummer-"
_HEADER_WITHIN = 15
_FEWEST_COLUMNS = 2
_ORDER = (TableKind.ORGANISATION, TableKind.LOCATION, TableKind.FACILITY, TableKind.INITIATIVE)
"""What others refer to is read first, whatever its place in the file."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is already on the map, with which the words and places of a table are understood."""

    vocabulary: Vocabulary
    areas: AreaBook | None = None
    addresses: AddressBook | None = None
    facilities: Sequence[Facility] = ()
    organisations: Sequence[Organisation] = ()
    own: Mapping[Key, str] = field(default_factory=dict)
    """The source of everything that is there: a file may be our own export, with our own numbers."""
    find_themes: FindThemes = find_nothing


@dataclass(frozen=True, slots=True)
class _Record:
    """One row, not understood yet: where it stands, what it is about, and its cells."""

    sheet: str
    line: int
    kind: TableKind
    cells: Cells


@dataclass(slots=True)
class _Outcome:
    rows: list[Row] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    rejected_keys: set[Key] = field(default_factory=set)
    headers: int = 0
    notes: Counter[str] = field(default_factory=Counter)

    def refuse(self, record: _Record, key: Key | None = None) -> None:
        self.rejected += [
            Rejected(record.line, sentence, name, record.sheet)
            for name, sentence in dict.fromkeys(record.cells.problems)
        ]
        if key is not None:
            self.rejected_keys.add(key)


def read_table(
    path: Path,
    known: Known,
    *,
    kind: TableKind | None = None,
    source: str = DEFAULT_SOURCE,
    columns: Mapping[str, str] | None = None,
) -> Reading:
    """The rows of a CSV or XLSX file, and every refused row with all its reasons.

    What a row is about comes from its column ``soort``, else from ``kind``, else from the name of the sheet,
    else from the headers. ``source`` is where the table comes from when it has no column ``bron``: the same
    source and number are the same entity. ``columns`` is what somebody says that headers mean, by header.
    ``ImportRejected`` when no sheet has headers that we know.
    """
    parsed = parse_file(path, FileKind.CSV, FileKind.XLSX)
    return table_from(parsed.sheets, known, kind=kind, source=source, columns=columns)


def table_from(
    sheets: Sequence[Sheet],
    known: Known,
    *,
    kind: TableKind | None = None,
    source: str = DEFAULT_SOURCE,
    columns: Mapping[str, str] | None = None,
) -> Reading:
    """The rows of sheets of text; see ``read_table``."""
    outcome = _Outcome()
    places = PlaceFinder(known.facilities, known.areas, known.addresses)
    reader = OfferReader(known.vocabulary, places, known.organisations, known.find_themes)
    records: list[_Record] = []
    for sheet in _sheets_to_read(sheets, outcome):
        records += _records(sheet, kind, known.vocabulary, columns, reader, outcome)
    if not outcome.headers:
        raise ImportRejected(
            "In dit bestand staan geen kolommen die we kennen.",
            "Zet boven de kolommen: naam, thema, contact en plek.",
        )
    _know_organisations(records, source, known.own, reader)
    for wanted in _ORDER:
        for record in (record for record in records if record.kind is wanted):
            _take(record, source, known.own, reader, places, outcome)
    if not records:
        outcome.notes["Er staan geen rijen in dit bestand."] += 1
    if reader.lost_organisations:
        outcome.notes["Een organisatie is niet gevonden. De rij is zonder haar ingelezen."] += (
            reader.lost_organisations
        )
    rows = tuple(_sessions_together(outcome.rows, outcome.notes))
    notes = tuple(f"{note} ({count}×)" if count > 1 else note for note, count in outcome.notes.items())
    return Reading(rows, tuple(outcome.rejected), notes, frozenset(outcome.rejected_keys))


def _know_organisations(
    records: Iterable[_Record], source: str, own: Mapping[Key, str], reader: OfferReader
) -> None:
    """Organisations may name each other as partners, also one that stands further on."""
    for record in records:
        if record.kind is TableKind.ORGANISATION:
            cells = record.cells.again()
            key = _key_of(record, source, own)
            entity, _ = reader.organisation(cells, key.entity_id)
            if not cells.problems:
                reader.add_organisation(replace(entity, source_id=key.source_id))
    reader.lost_organisations = 0


def _sheets_to_read(sheets: Sequence[Sheet], outcome: _Outcome) -> Sequence[Sheet]:
    """Sheets that say by their name what they hold, when there are any; else all of them."""
    telling = [sheet for sheet in sheets if kind_of_word(sheet.name)]
    for sheet in sheets:
        if telling and sheet not in telling:
            outcome.notes[f"Het blad '{single_line(sheet.name)[:30]}' is overgeslagen."] += 1
    return telling or sheets


def _records(
    sheet: Sheet,
    kind: TableKind | None,
    vocabulary: Vocabulary,
    said: Mapping[str, str] | None,
    reader: OfferReader,
    outcome: _Outcome,
) -> Iterator[_Record]:
    """The rows under the header of a sheet; none when it has no header that we know."""
    of_sheet = kind or kind_of_word(sheet.name)
    position = header_position(sheet.lines, of_sheet, vocabulary, said)
    if position is None:
        return
    outcome.headers += 1
    header = sheet.lines[position].cells
    of_table = of_sheet or likely_kind(header)
    columns = {wanted: fields_of(header, wanted, vocabulary.barriers, said) for wanted in TableKind}
    used: set[int] = set()
    for line in sheet.lines[position + 1 :]:
        of_row = _kind_of_row(line, columns[of_table], of_table, explicit=of_sheet is not None, reader=reader)
        used |= columns[of_row].keys()
        cells = {
            name: line.cells[column] if column < len(line.cells) else ""
            for column, name in columns[of_row].items()
        }
        if kind_of_word(cells.get("kind", "")):
            cells["kind"] = ""  # it said what the row is about, not what sort of facility or organisation
        yield _Record(sheet.name, line.number, of_row, Cells(cells))
    _note_columns(header, used or set(columns[of_table]), outcome)


def header_position(
    lines: Sequence[Line],
    kind: TableKind | None,
    vocabulary: Vocabulary,
    said: Mapping[str, str] | None = None,
) -> int | None:
    """The first of the top lines with a name and another column that we know."""
    for position, line in enumerate(lines[:_HEADER_WITHIN]):
        wanted = kind or likely_kind(line.cells)
        names = set(fields_of(line.cells, wanted, vocabulary.barriers, said).values())
        if "name" in names and len(names) >= _FEWEST_COLUMNS:
            return position
    return None


def _kind_of_row(
    line: Line, columns: dict[int, str], of_table: TableKind, *, explicit: bool, reader: OfferReader
) -> TableKind:
    written = next(
        (
            line.cells[column]
            for column, name in columns.items()
            if name == "kind" and column < len(line.cells)
        ),
        "",
    )
    found = kind_of_word(written)
    if found is None and written and not explicit and reader.is_facility_type(written):
        return TableKind.FACILITY
    return found or of_table


def kind_of_word(word: str) -> TableKind | None:
    """What rows are about that are called so; ``None`` for any other word."""
    return KIND_WORDS.get(normalise(word))


def _note_columns(header: Sequence[str], used: Iterable[int], outcome: _Outcome) -> None:
    taken = set(used)
    unknown = [title for column, title in enumerate(header) if title and column not in taken]
    if any(normalise(title) in PERSON_HEADERS for title in unknown):
        outcome.notes["Kolommen met namen van mensen zijn overgeslagen."] += 1
    others = [single_line(title)[:30] for title in unknown if normalise(title) not in PERSON_HEADERS]
    if others:
        outcome.notes[f"Deze kolommen zijn niet gebruikt: {', '.join(others[:12])}."] += 1


def _take(
    record: _Record,
    source: str,
    own: Mapping[Key, str],
    reader: OfferReader,
    places: PlaceFinder,
    outcome: _Outcome,
) -> None:
    cells = record.cells
    if record.kind is TableKind.LOCATION:
        spot = places.find(cells)
        if cells.problems or not spot.known:
            if not cells.problems:
                cells.problem("geometry", "Waar is deze locatie? Geef een adres of een punt.")
            outcome.refuse(record)
        else:
            places.add_location(cells.text("id"), cells.text("name"), spot)
        return
    key = _key_of(record, source, own)
    entity, given = _understood(record, key.entity_id, reader)
    if cells.problems:
        outcome.refuse(record, (record.kind.value, key.entity_id))
        return
    if key.is_ours:
        entity = replace(entity, source=key.origin)
    else:
        entity = replace(entity, source=key.origin, source_id=key.source_id)
        given |= {"source", "source_id"}
    suggested = reader.suggested.get(key.entity_id, ())
    outcome.rows.append(Row(record.line, entity, given, record.sheet, suggested))
    if isinstance(entity, Facility):
        places.add_facility(entity)
    elif isinstance(entity, Organisation):
        reader.add_organisation(entity)
    _note_content(cells, entity, outcome)


class _RowKey(NamedTuple):
    """Under which number which source knows a row; ``is_ours``: it is our own number of something here."""

    origin: str
    source_id: str
    entity_id: str
    is_ours: bool


def _key_of(record: _Record, source: str, own: Mapping[Key, str]) -> _RowKey:
    cells = record.cells
    source_id, said = cells.text("id") or _made_id(record), cells.text("source")
    if cells.has("source") and own.get((record.kind.value, source_id)) == said:
        return _RowKey(said, source_id, source_id, is_ours=True)
    origin = said or source
    return _RowKey(origin, source_id, entity_id_of(record.kind, origin, source_id), is_ours=False)


def _understood(record: _Record, entity_id: str, reader: OfferReader) -> tuple[Any, frozenset[str]]:
    match record.kind:
        case TableKind.FACILITY:
            return reader.facility(record.cells, entity_id)
        case TableKind.ORGANISATION:
            return reader.organisation(record.cells, entity_id)
        case _:
            return reader.initiative(record.cells, entity_id)


def _note_content(cells: Cells, entity: Any, outcome: _Outcome) -> None:
    if len(single_line(cells.text("description"))) > LONGEST_DESCRIPTION:
        outcome.notes["Een lange omschrijving is ingekort tot 300 tekens."] += 1
    contact = getattr(entity, "contact", "") or getattr(entity, "phone", "")
    if "".join(filter(str.isdigit, contact)).startswith(("06", "316", "00316")):
        outcome.notes["Er staat een 06-nummer bij het contact. Vraag of dat openbaar mag."] += 1


def _sessions_together(rows: Iterable[Row], notes: Counter[str]) -> Iterator[Row]:
    """Rows without a number that differ only in their moments are one initiative with all those moments.

    Rows that do not differ at all are left as they are: the plan counts those once and says so.
    """
    groups: defaultdict[Key, list[Row]] = defaultdict(list)
    for row in rows:
        groups[row.key].append(row)
    for group in groups.values():
        bare = [_without_sessions(row.entity) for row in group]
        same = all(row.entity == group[0].entity for row in group)
        if same or bare[0] is None or any(entity != bare[0] for entity in bare):
            yield from group
            continue
        notes["Regels die alleen in hun moment verschillen, zijn één initiatief geworden."] += 1
        moments = {session for row in group for session in row.entity.sessions}
        sessions = tuple(sorted(moments, key=lambda moment: (DAY_PARTS.index(moment.slot), str(moment))))
        yield replace(group[0], entity=replace(group[0].entity, sessions=sessions))


def _without_sessions(entity: Any) -> Initiative | None:
    """Only for initiatives whose number we made up: a given number says that rows are different things."""
    if isinstance(entity, Initiative) and entity.source_id.startswith(_MADE):
        return replace(entity, sessions=())
    return None


def entity_id_of(kind: str, source: str, source_id: str) -> str:
    """The id of an entity, from the key under which its source knows it: the same key is the same entity."""
    return f"{kind}-{_digest(source, source_id)}"


def _made_id(record: _Record) -> str:
    """A stable number for a row without one: from its name, its kind and where it says to be."""
    cells = record.cells
    where = [normalise(cells.text(name)) for name in PLACE_FIELDS]
    return _MADE + _digest(record.kind, normalise(cells.text("name")), *where)


def _digest(*parts: str) -> str:
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]
