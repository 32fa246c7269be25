"""GeoPackage to features, read as the SQLite database that it is.

No geographic library opens the file: such a library chooses a reader by looking at the content, and some of
its readers fetch other files. Here the bytes become a database in memory in which only reading tables is
allowed: no other file, no function, no view, no virtual table, no trigger.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass

import shapely
from shapely.geometry.base import BaseGeometry

from socialmap.connectors.geojson import MOST_FEATURES
from socialmap.connectors.parsed import Feature, Refused, text_of
from socialmap.connectors.polygons import feature

_ENVELOPE_BYTES = (0, 32, 48, 48, 64)
_LONGEST_VALUE = 50_000_000
_NOT_READABLE = "Dit GeoPackage is beschadigd of heeft geen gebieden."
_AGAIN = "Download het bestand opnieuw, of kies GeoJSON."


@dataclass(frozen=True, slots=True)
class _Layer:
    table: str
    geometry_column: str
    crs_name: str


def features_of(content: bytes) -> list[Feature]:
    """The features of all layers with polygons; ``Refused`` when the database is broken or has none."""
    try:
        with closing(open_for_reading(content)) as database:
            layers = list(_layers(database))
            found = [member for layer in layers for member in _features(database, layer)]
    except sqlite3.Error as error:
        raise Refused(_NOT_READABLE, _AGAIN) from error
    if not layers:
        raise Refused(_NOT_READABLE, _AGAIN)
    return found


def open_for_reading(content: bytes) -> sqlite3.Connection:
    """A database in memory that answers plain ``SELECT`` only; ``sqlite3.Error`` for anything else."""
    database = sqlite3.connect(":memory:")
    database.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, _LONGEST_VALUE)
    # Bytes 18 and 19 say "written in WAL mode"; without its side file such a database cannot be opened.
    database.deserialize(content[:18] + b"\x01\x01" + content[20:])
    for pragma in ("trusted_schema=OFF", "query_only=ON", "cell_size_check=ON"):
        database.execute(f"PRAGMA {pragma}")
    database.set_authorizer(_only_reading)
    return database


def _only_reading(action: int, *_: str | None) -> int:
    allowed = {sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ}
    return sqlite3.SQLITE_OK if action in allowed else sqlite3.SQLITE_DENY


def _layers(database: sqlite3.Connection) -> Iterator[_Layer]:
    tables = {
        str(name)
        for name, sql in database.execute("SELECT name, sql FROM sqlite_master WHERE type = 'table'")
        if isinstance(sql, str) and not sql.upper().startswith("CREATE VIRTUAL")
    }
    if not {"gpkg_contents", "gpkg_geometry_columns", "gpkg_spatial_ref_sys"} <= tables:
        return
    systems = {
        number: f"{organisation}:{code}"
        for number, organisation, code in database.execute(
            "SELECT srs_id, organization, organization_coordsys_id FROM gpkg_spatial_ref_sys"
        )
    }
    rows = database.execute("SELECT table_name, column_name, srs_id FROM gpkg_geometry_columns")
    for table, column, system in sorted(rows, key=lambda row: str(row[0])):
        if table in tables:
            yield _Layer(str(table), str(column), systems.get(system, ""))


def _features(database: sqlite3.Connection, layer: _Layer) -> Iterator[Feature]:
    quoted = layer.table.replace('"', '""')
    cursor = database.execute(f'SELECT * FROM "{quoted}"')  # noqa: S608 - a table of this file, quoted
    columns = [str(column[0]) for column in cursor.description]
    for number, row in enumerate(cursor, start=1):
        if number > MOST_FEATURES:
            raise Refused(f"Dit bestand heeft meer dan {MOST_FEATURES} gebieden.", "Kies één gemeente.")
        values = dict(zip(columns, row, strict=True))
        blob = values.pop(layer.geometry_column, None)
        properties = {name: text_of(value) for name, value in values.items()}
        try:
            geometry = _geometry(blob)
        except (ValueError, shapely.errors.ShapelyError):
            problem = "De grens van dit gebied is niet te lezen."
            yield Feature(number, layer.table, properties, b"", problem=problem)
            continue
        yield feature(number, layer.table, properties, geometry, layer.crs_name)


def _geometry(blob: object) -> BaseGeometry | None:
    """The geometry in a GeoPackage blob: "GP", version, flags, four bytes srs, an envelope, then WKB."""
    if blob is None:
        return None
    if not isinstance(blob, bytes) or len(blob) < 8 or blob[:2] != b"GP":
        raise ValueError("no GeoPackage geometry")
    flags = blob[3]
    envelope = (flags >> 1) & 0b111
    if envelope >= len(_ENVELOPE_BYTES) or flags & 0b10_0000:
        raise ValueError("no standard geometry")
    return shapely.from_wkb(blob[8 + _ENVELOPE_BYTES[envelope] :])
