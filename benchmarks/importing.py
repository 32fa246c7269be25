"""``python -m benchmarks --imports``: how many rows of a list are read per second, beside sqlite-utils."""

from __future__ import annotations

import csv
import sqlite3
import tempfile
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from typing import Any

from benchmarks.machine import describe_machine
from benchmarks.peer import Missing
from benchmarks.timing import seconds
from socialmap.actions.import_file import import_table
from socialmap.bootstrap import close_workspace, open_folder
from socialmap.connectors.csv_out import csv_pieces
from socialmap.connectors.public_map import PublicMap
from socialmap.demo.town import STORY_DATE, build_town
from socialmap.model.area import Area
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy.roles import Role, Viewer

RESULTS = Path(__file__).with_name("RESULTS_IMPORTS.md")
SIZES = (1_000, 10_000)
ROUNDS = 3
_ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)
_PER_TOWN = 130
_REQUIRED = ("soort rij", "naam")


@dataclass(frozen=True, slots=True)
class Rates:
    """Rows per second at one size, the middle of the rounds, and whether both kept every row."""

    rows: int
    first: float
    again: float
    peer: float
    same: bool


def page(on: str, sizes: Sequence[int]) -> str:
    """The page as Markdown."""
    lines = [
        "# Results: reading in a list",
        "",
        f"Measured on {on} with `python -m benchmarks --imports`; how is in [README.md](README.md).",
        "The ratios are the claim; the rows per second belong to this machine on that day.",
        "",
        describe_machine(),
        "",
        "| rows | socialmap, first time | socialmap, same list again | sqlite-utils "
        "| **ratio, first time** | **ratio, again** | both kept every row |",
        "|---|---|---|---|---|---|---|",
    ]
    for size in sizes:
        try:
            found = measure(size)
        except Missing as missing:
            lines.append(f"| {size:,} | *missing: {missing}* | | | | | |".replace(",", "."))
            continue
        cells = (found.first, found.again, found.peer)
        rates = " | ".join(f"{rate:,.0f} rows/s".replace(",", ".") for rate in cells)
        lines.append(
            f"| {found.rows:,} ".replace(",", ".") + f"| {rates} | **{found.first / found.peer:.2f} ×** "
            f"| **{found.again / found.peer:.2f} ×** | {'yes' if found.same else 'no'} |"
        )
    return "\n".join(lines) + "\n"


def measure(size: int) -> Rates:
    """Both read the same list, in turn, each time into an empty folder. ``Missing`` without sqlite-utils."""
    check = _peer()
    with tempfile.TemporaryDirectory() as made:
        folder = Path(made)
        path = folder / "lijst.csv"
        areas, rows = write_list(path, size)
        times: dict[str, list[float]] = {"first": [], "again": [], "peer": []}
        kept = checked = 0
        for turn in range(ROUNDS):
            workspace = open_folder(folder / f"ronde-{turn}")
            try:
                workspace.catalogue.save(areas, actor="meting", action="begin", at=workspace.clock())
                workspace.projections.current()
                for name in ("first", "again"):
                    times[name].append(
                        seconds(
                            lambda workspace=workspace: import_table(
                                workspace, _ADMINISTRATOR, path, source="lijst", apply=True
                            )
                        )
                    )
                kept = sum(workspace.catalogue.count(cls) for cls in (Organisation, Facility, Initiative))
            finally:
                close_workspace(workspace)
            target = folder / f"ronde-{turn}.sqlite"
            times["peer"].append(seconds(lambda target=target: check(path, target)))
            with closing(sqlite3.connect(target)) as database:
                (checked,) = database.execute("SELECT count(*) FROM lijst").fetchone()
    rates = {name: rows / median(some) for name, some in times.items()}
    return Rates(rows, rates["first"], rates["again"], rates["peer"], kept == checked == rows)


def write_list(path: Path, size: int) -> tuple[list[Any], int]:
    """A list of about ``size`` things of invented towns, in our own headers: their areas, how many rows."""
    town = list(build_town(seed=1, scale=max(1, round(size / _PER_TOWN)), today=STORY_DATE))
    things = [thing for thing in town if isinstance(thing, Organisation | Facility | Initiative)]
    loose = [replace(thing, source="", source_id="") for thing in things]

    def of(cls: type[Any]) -> dict[Any, Any]:
        return {thing.id: thing for thing in loose if isinstance(thing, cls)}

    supply = PublicMap(of(Organisation), of(Facility), of(Initiative), load_vocabulary())
    path.write_bytes(b"".join(csv_pieces(supply)))
    return [thing for thing in town if isinstance(thing, Area)], len(loose)


def _peer() -> Callable[[Path, Path], None]:
    """Reads, finds the type of each column, insists on what is required, and keeps every row in SQLite."""
    try:
        from sqlite_utils import Database
        from sqlite_utils.utils import TypeTracker, rows_from_file
    except ImportError:
        raise Missing("the package sqlite-utils is not installed") from None

    def check(path: Path, target: Path) -> None:
        with path.open("rb") as source, closing(sqlite3.connect(target)) as connection:
            connection.execute("PRAGMA synchronous = FULL")
            rows, _ = rows_from_file(source, dialect=_Semicolons, encoding="utf-8-sig")
            types = TypeTracker()
            table = Database(connection)["lijst"]
            table.insert_all(types.wrap(rows), not_null=_REQUIRED)
            table.transform(types=types.types)

    return check


class _Semicolons(csv.excel):
    delimiter = ";"
