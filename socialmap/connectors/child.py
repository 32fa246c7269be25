"""The process in which files from outside are read: bytes in, plain rows out, and nothing else allowed.

Started by ``guarded`` as ``python -m socialmap.connectors.child KIND``. It gets the bytes on standard input,
so it needs no file; after the readers are loaded it can open no file for writing, no file outside its own
libraries, no connection and no program, and it has limits for memory and computing time.
"""

from __future__ import annotations

import os
import sys
import zoneinfo
from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec

from socialmap.connectors.parsed import Parsed, Refused

MOST_MEMORY_BYTES = 2_000_000_000
MOST_CPU_SECONDS = 30
_MOST_OPEN_FILES = 64
_FORBIDDEN = (
    "socket.",
    "subprocess.",
    "os.system",
    "os.exec",
    "os.posix_spawn",
    "os.spawn",
    "os.fork",
    "os.startfile",
    "urllib.",
    "http.",
    "ftplib.",
    "sqlite3.enable_load_extension",
    "sqlite3.load_extension",
    "shutil.",
    "webbrowser.",
)
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT


def reader_of(kind: str) -> Callable[[bytes], Parsed]:
    """The reader of one kind of file. Loads only what that kind needs, because each file starts a process."""
    if kind == "geojson":
        from socialmap.connectors import geojson

        return lambda content: Parsed([], geojson.features_of(content))
    if kind == "overpass":
        from socialmap.connectors import overpass

        return lambda content: Parsed([], overpass.features_of(content))
    if kind == "geopackage":
        from socialmap.connectors import geopackage

        return lambda content: Parsed([], geopackage.features_of(content))
    if kind == "feed":
        from socialmap.connectors import feed_json

        return feed_json.records_of
    if kind == "pages":
        from socialmap.connectors import feed_json

        return lambda content: feed_json.records_of_pages(msgspec.msgpack.decode(content, type=list[bytes]))
    if kind == "package":
        from socialmap.connectors import feed_package

        return feed_package.tables_of
    if kind == "rdf":
        from socialmap.connectors import rdf_in

        return rdf_in.things_of
    if kind == "calendar":
        from socialmap.connectors import icalendar_in

        return icalendar_in.events_of
    if kind == "products":
        from socialmap.connectors import products_xml

        return products_xml.products_of
    if kind == "xlsx":
        from socialmap.connectors import workbook

        return lambda content: Parsed(workbook.sheets_of(content), [])
    if kind == "osm.pbf":
        from socialmap.connectors import osm_pbf

        return lambda content: Parsed([], [], ways=osm_pbf.ways_of(content))
    if kind == "osm":
        from socialmap.connectors import osm_xml

        return lambda content: Parsed([], [], ways=osm_xml.ways_of(content))
    if kind == "overpass-ways":
        from socialmap.connectors import osm_json

        return lambda content: Parsed([], [], ways=osm_json.ways_of(content))
    from socialmap.connectors import delimited

    return lambda content: Parsed([delimited.sheet_of(content)], [])


def main(kind: str) -> None:
    """Read standard input as ``kind`` and write a message: ``{"parsed": …}`` or ``{"refused": […]}``."""
    zoneinfo.reset_tzpath(())  # time zones come from the libraries, which it may read
    read = reader_of(kind)
    limit_resources()
    sys.addaudithook(_Lock([Path(folder).resolve() for folder in (*sys.path, sys.prefix, sys.base_prefix)]))
    try:
        answer: dict[str, Any] = {"parsed": read(sys.stdin.buffer.read())}
        message = msgspec.msgpack.encode(answer)
    except Refused as refused:
        message = msgspec.msgpack.encode({"refused": [refused.sentence, refused.remedy]})
    sys.stdout.buffer.write(message)


def limit_resources() -> None:
    """Limit memory, computing time, file size and open files of this process; nothing on Windows."""
    try:
        import resource
    except ImportError:
        return
    for name, limit in (
        (resource.RLIMIT_AS, MOST_MEMORY_BYTES),
        (resource.RLIMIT_CPU, MOST_CPU_SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, _MOST_OPEN_FILES),
    ):
        resource.setrlimit(name, (limit, limit))


class _Lock:
    """An audit hook that lets reading the own libraries through, and nothing else outside this process."""

    def __init__(self, libraries: list[Path]) -> None:
        self._libraries = tuple(str(folder) + os.sep for folder in libraries)

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            self._check_open(*arguments)
        elif event.startswith(_FORBIDDEN) or (event == "sqlite3.connect" and arguments[0] != ":memory:"):
            raise PermissionError(event)

    def _check_open(self, path: object, mode: str | None, flags: int) -> None:
        if isinstance(path, int):
            return
        name = os.fsdecode(path) if isinstance(path, str | bytes | os.PathLike) else ""
        if flags & _WRITING or not os.path.realpath(name).startswith(self._libraries):
            raise PermissionError("open")


if __name__ == "__main__":
    main(sys.argv[1])
