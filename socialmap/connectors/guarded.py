"""The one door for files from outside: limits, type by content, then reading in a child process.

Nothing here trusts a name or an extension. What a file contains decides how it is read, and the reading
itself happens in ``child``, which can reach no other file and no network.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path

import msgspec

from socialmap.connectors.parsed import Parsed
from socialmap.errors import ImportRejected, NotFound, OutsideError
from socialmap.model.wording_calendar import NOT_A_CALENDAR, NOT_A_CALENDAR_REMEDY
from socialmap.model.wording_feed import NOT_A_FEED, NOT_A_FEED_REMEDY
from socialmap.model.wording_products import NOT_A_CATALOGUE, NOT_A_CATALOGUE_REMEDY

MOST_BYTES = 100_000_000
MOST_PACKED_BYTES = 20_000_000
MOST_MEMBERS = 200
MOST_SECONDS = 60
_GEOPACKAGE_IDS = (b"GPKG", b"GP10", b"GP11")
_OSM_PBF = b"\x0a\x09OSMHeader"
_CHOOSE_ANOTHER = "Kies een ander bestand."
_SAVE_AS = "Bewaar het als CSV, .xlsx of GeoJSON."


class FileKind(StrEnum):
    GEOJSON = "geojson"
    GEOPACKAGE = "geopackage"
    OVERPASS = "overpass"
    XLSX = "xlsx"
    CSV = "csv"
    OSM_PBF = "osm.pbf"
    OSM_XML = "osm"
    OVERPASS_WAYS = "overpass-ways"
    FEED = "feed"
    PACKAGE = "package"
    PAGES = "pages"
    RDF = "rdf"
    CALENDAR = "calendar"
    PRODUCTS = "products"


_WITH_WAYS = {
    FileKind.OSM_PBF: FileKind.OSM_PBF,
    FileKind.OSM_XML: FileKind.OSM_XML,
    FileKind.OVERPASS: FileKind.OVERPASS_WAYS,
}
"""What a file is → how its ways are read; of an answer of Overpass places can be read too."""


class _Answer(msgspec.Struct):
    """What the child says. Typed, so that a broken child cannot hand over anything else."""

    parsed: Parsed | None = None
    refused: tuple[str, str] | None = None


def parse_file(path: Path, *allowed: FileKind) -> Parsed:
    """The sheets or features of a file.

    ``ImportRejected`` when it cannot be used, ``NotFound`` when it is not there, ``OutsideError`` when it
    cannot be opened.
    """
    return parse(read_bytes(path), *allowed)


def read_bytes(path: Path) -> bytes:
    """The bytes of an ordinary file of at most 100 MB."""
    try:
        if not path.exists():
            raise NotFound("Dit bestand bestaat niet.", "Kijk of de naam klopt.")
        if not path.is_file():  # opening a pipe would wait for ever
            raise ImportRejected("Dit is geen gewoon bestand.", _CHOOSE_ANOTHER)
        with path.open("rb") as source:
            content = source.read(MOST_BYTES + 1)
    except (OSError, ValueError) as error:
        raise OutsideError("Dit bestand is niet te openen.", "Kijk of de naam klopt.") from error
    if len(content) > MOST_BYTES:
        raise ImportRejected(
            "Dit bestand is groter dan 100 MB.", "Kies één gemeente, of knip het in stukken."
        )
    return content


def parse(content: bytes, *allowed: FileKind) -> Parsed:
    """The sheets or features in the bytes of a file, when it is one of ``allowed`` (none given: any kind)."""
    kind = kind_of(content)
    if allowed and kind not in allowed:
        wanted = " of ".join(allowed)
        raise ImportRejected(f"Dit bestand is {kind}. Hier past {wanted}.", _CHOOSE_ANOTHER)
    return _in_child(kind, content)


def parse_feed(content: bytes) -> Parsed:
    """The records or tables of a feed or package (JSON, or a zip with CSV or JSON), by its content."""
    if content.startswith(b"PK\x03\x04"):
        if len(content) > MOST_PACKED_BYTES or content.count(b"PK\x01\x02") > MOST_MEMBERS:
            raise ImportRejected("Dit zip-bestand is te groot.", "Knip het in stukken.")
        return _in_child(FileKind.PACKAGE, content)
    if kind_of(content) is not FileKind.GEOJSON:
        raise ImportRejected(NOT_A_FEED, NOT_A_FEED_REMEDY)
    return _in_child(FileKind.FEED, content)


def parse_pages(pages: Sequence[bytes]) -> Parsed:
    """The records in the answers of one feed together."""
    return _in_child(FileKind.PAGES, msgspec.msgpack.encode(pages))


def parse_rdf(content: bytes) -> Parsed:
    """The things in a file with Turtle, TriG, N-Quads or JSON-LD, as records."""
    if not content.strip(b" \t\r\n\x00"):
        raise ImportRejected("Dit bestand is leeg.", _CHOOSE_ANOTHER)
    return _in_child(FileKind.RDF, content)


def parse_calendar(content: bytes) -> Parsed:
    """The events of a calendar (iCalendar), as records."""
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").upper().startswith(b"BEGIN:VCALENDAR"):
        raise ImportRejected(NOT_A_CALENDAR, NOT_A_CALENDAR_REMEDY)
    return _in_child(FileKind.CALENDAR, content)


def parse_products(content: bytes) -> Parsed:
    """The products in an answer of the Samenwerkende Catalogi (XML), as records."""
    if not content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"<"):
        raise ImportRejected(NOT_A_CATALOGUE, NOT_A_CATALOGUE_REMEDY)
    return _in_child(FileKind.PRODUCTS, content)


def parse_ways(content: bytes) -> Parsed:
    """The ways in a file of OpenStreetMap: an extract, or an answer of Overpass."""
    kind = kind_of(content)
    if kind not in _WITH_WAYS:
        raise ImportRejected(
            f"Dit bestand is {kind}. Hier past een bestand van OpenStreetMap.", _CHOOSE_ANOTHER
        )
    return _in_child(_WITH_WAYS[kind], content)


def kind_of(content: bytes) -> FileKind:
    """What a file is, from its first bytes; ``ImportRejected`` when it is nothing that we read."""
    if not content.strip(b" \t\r\n\x00"):
        raise ImportRejected("Dit bestand is leeg.", _CHOOSE_ANOTHER)
    if content.startswith(b"SQLite format 3\x00"):
        if content[68:72] not in _GEOPACKAGE_IDS:
            raise ImportRejected("Dit is een database, maar geen GeoPackage.", _CHOOSE_ANOTHER)
        return FileKind.GEOPACKAGE
    if content[4:15] == _OSM_PBF:
        return FileKind.OSM_PBF
    if content.startswith(b"PK\x03\x04"):
        return _workbook(content)
    if content.startswith(b"\xd0\xcf\x11\xe0"):
        raise ImportRejected(
            "Dit is een oud of beveiligd Excel-bestand.", "Bewaar het als .xlsx, zonder wachtwoord."
        )
    return _text_kind(content)


def _workbook(content: bytes) -> FileKind:
    if len(content) > MOST_PACKED_BYTES:
        raise ImportRejected("Dit Excel-bestand is groter dan 20 MB.", "Knip het in stukken.")
    # Counted in the bytes, because opening an archive with a million members is itself the attack.
    if content.count(b"PK\x01\x02") > MOST_MEMBERS or b"xl/workbook" not in content:
        raise ImportRejected("Dit is geen gewoon Excel-bestand.", _SAVE_AS)
    return FileKind.XLSX


def _text_kind(content: bytes) -> FileKind:
    beginning = content[:4_096].removeprefix(b"\xef\xbb\xbf").replace(b"\x00", b"").lstrip(b"\xff\xfe \t\r\n")
    if beginning[:1] == b"{" and b'"elements"' in beginning and b'"Feature' not in beginning:
        return FileKind.OVERPASS
    if beginning[:1] in {b"{", b"["}:
        return FileKind.GEOJSON
    if beginning[:1] == b"<" and b"<osm" in beginning:
        return FileKind.OSM_XML
    if beginning[:1] == b"<":
        raise ImportRejected("Dit bestand is XML of een webpagina. Dat lezen we niet.", _SAVE_AS)
    if any(byte < 9 or 14 <= byte < 27 for byte in beginning):
        raise ImportRejected("We herkennen dit soort bestand niet.", _SAVE_AS)
    return FileKind.CSV


def _in_child(kind: FileKind, content: bytes) -> Parsed:
    command = [sys.executable, "-P", "-s", "-m", "socialmap.connectors.child", str(kind)]
    try:
        done = subprocess.run(  # noqa: S603 - our own module, with one of a few fixed words
            command,
            input=content,
            capture_output=True,
            timeout=MOST_SECONDS,
            env=_environment(),
            cwd=Path(sys.prefix),
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ImportRejected("Het lezen van dit bestand duurt te lang.", "Knip het in stukken.") from None
    if done.returncode != 0:
        raise ImportRejected("Dit bestand is te groot of te ingewikkeld om te lezen.", "Knip het in stukken.")
    try:
        answer = msgspec.msgpack.decode(done.stdout, type=_Answer)
    except msgspec.DecodeError as error:
        raise ImportRejected("Dit bestand is niet te lezen.", _CHOOSE_ANOTHER) from error
    if answer.refused is not None:
        raise ImportRejected(*answer.refused)
    return answer.parsed or Parsed([], [])


def _environment() -> dict[str, str]:
    """Only what Python needs to find its modules: no proxies, no credentials, no other settings."""
    folders = [str(Path(folder).resolve()) for folder in sys.path if folder]
    kept = {name: os.environ[name] for name in ("SYSTEMROOT", "PATH") if name in os.environ}
    return {**kept, "PYTHONPATH": os.pathsep.join(folders), "OPENBLAS_NUM_THREADS": "1", "PYTHONUTF8": "1"}
