"""Hostile GeoPackages, and good files with bytes turned at random: refused or read, never more than that."""

import json
import random
import sqlite3

import pytest
import shapely

from socialmap.connectors import delimited, geojson, geopackage, workbook
from socialmap.connectors.child import reader_of
from socialmap.connectors.parsed import Refused
from tests.contract.test_hostile_files import refused, rezipped
from tests.contract.test_hostile_files import workbook as excel
from tests.contract.tripwire import SECRET, set_trap
from tests.unit import map_files

SQUARE = shapely.box(203_000, 503_000, 204_000, 504_000)


@pytest.fixture
def trap(tmp_path):
    with set_trap(tmp_path) as trap:
        yield trap


def package(folder, *statements):
    """The bytes of a good GeoPackage in which somebody then ran some statements."""
    path = map_files.geopackage(folder / "bron.gpkg", [("BU99990101", "Lindehof", 1200, SQUARE)])
    with sqlite3.connect(path) as database:
        for statement in statements:
            database.execute(statement)
    database.close()
    content = path.read_bytes()
    path.unlink()
    return content


def test_a_good_geopackage_passes_the_trap(trap):
    assert "Lindehof" in trap.feed(package(trap.folder), "upload.gpkg")[0]


FOREVER = (
    "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i AS fid, NULL AS geom FROM n"
)


@pytest.mark.parametrize(
    "statements",
    [
        ("DROP TABLE buurten", f"CREATE VIEW buurten AS {FOREVER}"),
        ("DROP TABLE gpkg_contents", f"CREATE VIEW gpkg_contents AS {FOREVER}"),
        ("DROP TABLE buurten", "CREATE VIRTUAL TABLE buurten USING fts5(geom, buurtcode)"),
        ("DROP TABLE buurten", "CREATE TABLE buurten (geom, buurtcode AS (zeroblob(900000000)))",
         "INSERT INTO buurten (geom) VALUES (NULL)"),
        ("DROP TABLE gpkg_geometry_columns",),
        ("DROP TABLE gpkg_spatial_ref_sys",),
        ("UPDATE gpkg_geometry_columns SET table_name = 'sqlite_master'",),
        ("UPDATE gpkg_geometry_columns SET table_name = 'buurten\" UNION SELECT * FROM sqlite_master --'",),
        ("DELETE FROM buurten",),
    ],
    ids=range(9),
)  # fmt: skip
def test_only_plain_tables_are_read(trap, statements):
    assert refused(trap.feed(package(trap.folder, *statements), "upload.gpkg"))


def test_triggers_and_views_beside_the_table_do_nothing(trap):
    content = package(
        trap.folder,
        "CREATE TRIGGER boos AFTER INSERT ON buurten BEGIN DELETE FROM buurten; END",
        f"CREATE VIEW eeuwig AS {FOREVER}",
        "CREATE VIRTUAL TABLE zoek USING fts5(tekst)",
    )
    assert "Lindehof" in trap.feed(content, "upload.gpkg")[0]


FORBIDDEN = [
    "ATTACH '{secret}' AS x",
    "VACUUM INTO '{secret}'",
    "SELECT load_extension('x')",
    "SELECT hex(randomblob(10))",
    "PRAGMA writable_schema=ON",
    "DELETE FROM buurten",
]


def test_no_other_database_can_be_joined_to_it(trap):
    database = geopackage.open_for_reading(package(trap.folder))
    for forbidden in FORBIDDEN:
        with pytest.raises(sqlite3.DatabaseError):
            database.execute(forbidden.format(secret=trap.secret))
    database.close()


@pytest.mark.parametrize(
    "blob", [b"", b"GP", b"GP\x00\xff" + bytes(40), b"XX\x00\x01" + bytes(40),
             b"GP\x00\x01" + bytes(4) + b"\x01\x03",
             b"GP\x00\x01" + bytes(4) + b"\x01\x03\x00\x00\x00\xff\xff\xff\x7f" + bytes(32)],
    ids=range(6),
)  # fmt: skip
def test_a_geometry_that_is_none_is_one_refused_area(trap, blob):
    content = package(trap.folder, f"UPDATE buurten SET geom = X'{blob.hex()}'")
    assert "Rejected(line=1" in trap.feed(content, "upload.gpkg")[0]


def test_a_database_in_wal_mode_is_read_without_its_side_file(trap):
    content = bytearray(package(trap.folder))
    content[18:20] = b"\x02\x02"
    assert "Lindehof" in trap.feed(bytes(content), "upload.gpkg")[0]


def test_half_a_database_is_refused(trap):
    content = package(trap.folder)
    for length in (100, 1_000, 5_000, len(content) // 2):
        assert refused(trap.feed(content[:length], "upload.gpkg"))


def turned(content, seed):
    """The content with a few bytes changed, cut or doubled."""
    chance = random.Random(seed)
    changed = bytearray(content)
    for _ in range(chance.randint(1, 12)):
        place = chance.randrange(len(changed))
        match chance.randrange(4):
            case 0:
                changed[place] ^= 1 << chance.randrange(8)
            case 1:
                changed[place] = chance.randrange(256)
            case 2:
                del changed[place : place + chance.randint(1, 40)]
            case _:
                changed[place:place] = changed[place : place + chance.randint(1, 40)]
    return bytes(changed)


MAP = json.dumps(
    {"type": "FeatureCollection",
     "features": [map_files.feature({"buurtcode": f"BU9999010{n}"}, map_files.square(6 + n / 10))
                  for n in range(5)]}
).encode()  # fmt: skip
TABLE = (
    "naam;thema;contact;plek\n" + "Café 'De Brug';samen-eten;\"via\n038\";geen vaste plek\n" * 5
).encode()


@pytest.mark.parametrize(
    ("reader", "good"),
    [
        (geojson.features_of, lambda folder: MAP),
        (delimited.sheet_of, lambda folder: TABLE),
        (workbook.sheets_of, lambda folder: rezipped(excel())),
        (geopackage.features_of, package),
    ],
    ids=["geojson", "csv", "xlsx", "gpkg"],
)
def test_a_hundred_damaged_files_of_each_kind_are_read_or_refused(tmp_path, reader, good):
    content = good(tmp_path)
    for seed in range(100):
        try:
            outcome = reader(turned(content, seed))
        except Refused as refusal:
            outcome = refusal.sentence
        assert outcome is not None
        assert SECRET not in str(outcome)


CHILD_PROBES = {
    "connect": "import socket; socket.create_connection(('127.0.0.1', {port}), timeout=1)",
    "read": "open({secret!r}).read()",
    "write": "open({secret!r}, 'w')",
    "program": "import subprocess; subprocess.run(['true'])",
    "shell": "import os; os.system('true')",
    "database": "import sqlite3; sqlite3.connect({secret!r})",
}


@pytest.mark.parametrize("probe", CHILD_PROBES)
def test_even_broken_code_in_the_child_can_reach_nothing(trap, probe):
    """What the guard promises does not rest on the readers: here the reader itself is the attacker."""
    import subprocess
    import sys

    code = CHILD_PROBES[probe].format(port=trap.listener.getsockname()[1], secret=str(trap.secret))
    program = (
        "import socket, subprocess, sqlite3\n"
        "from socialmap.connectors import child\n"
        f"child.reader_of = lambda kind: lambda content: exec({code!r})\n"
        "child.main('csv')"
    )
    done = subprocess.run([sys.executable, "-c", program], input=b"x", capture_output=True, check=False)
    assert b"PermissionError" in done.stderr
    assert trap.secret.read_text("utf-8") == SECRET


def test_every_kind_has_its_own_reader():
    assert reader_of("csv")(b"a;b\n1;2").sheets[0].lines[1].cells == ["1", "2"]
    assert reader_of("geojson")(MAP).features[4].number == 5
