"""Hostile text files and workbooks: nothing fetched, nothing foreign read, nothing slow, nothing crashed."""

import io
import json
import os
import zipfile

import pytest
from openpyxl import Workbook

from tests.contract.tripwire import SECRET, set_trap

GOOD_ROW = ("Koffie", "samen-eten", "via het buurthuis", "geen vaste plek")
HEADER = ("naam", "thema", "contact", "plek")


@pytest.fixture
def trap(tmp_path):
    with set_trap(tmp_path) as trap:
        yield trap


def refused(outcomes):
    return all(outcome.startswith(("ImportRejected", "OutsideError", "NotFound")) for outcome in outcomes)


def workbook(rows=(HEADER, GOOD_ROW)):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    stream = io.BytesIO()
    book.save(stream)
    return stream.getvalue()


def rezipped(content, change=lambda name, data: data, extra=()):
    """The same archive with parts changed or added."""
    stream = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            new.writestr(name, change(name, old.read(name)))
        for name, data in extra:
            new.writestr(name, data)
    return stream.getvalue()


VIRTUAL = """<OGRVRTDataSource><OGRVRTLayer name="x"><SrcDataSource>{target}</SrcDataSource>
</OGRVRTLayer></OGRVRTDataSource>"""
ENTITY = '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{target}">]><x>&e;</x>'
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "&a;"}{"&a;" * 9}">' for n in range(30))
    + "]><l>&a29;</l>"
)


@pytest.mark.parametrize(
    "name", ["upload.geojson", "upload.json", "upload.csv", "upload.xlsx", "upload.gpkg", "x.vrt"]
)
@pytest.mark.parametrize("template", [VIRTUAL, ENTITY], ids=["vrt", "entity"])
def test_xml_under_another_name_reads_no_file_and_calls_nobody(trap, template, name):
    for target in (str(trap.secret), trap.secret.as_uri(), trap.url):
        assert refused(trap.feed(template.format(target=target).encode(), name))
        assert refused(trap.feed(template.format(target=target).encode("utf-16"), name))


def test_a_virtual_data_source_inside_json_is_only_text(trap):
    for target in (str(trap.secret), f"/vsicurl/{trap.url}", f"<OGRVRTDataSource>{trap.url}"):
        inside = {"type": "FeatureCollection", "features": target, "data": target, "$ref": target}
        assert refused(trap.feed(json.dumps(inside).encode()))
        linked = {
            "type": "Feature",
            "geometry": {"type": "Link", "href": target},
            "properties": {"buurtcode": "BU1"},
        }
        outcomes = trap.feed(json.dumps({"type": "FeatureCollection", "features": [linked]}).encode())
        assert SECRET not in "".join(outcomes)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 200_000,
        '{"a":' * 200_000,
        '{"type":"FeatureCollection","features":' + "[" * 100_000 + "]" * 100_000 + "}",
        '{"type":"FeatureCollection","features":[NaN]}',
        '{"type":"FeatureCollection","features":[' + "9" * 10_000 + "]}",
        '{"type":"FeatureCollection","features":{}}',
        '{"type":"Topology","objects":{}}',
        '{"type":"FeatureCollection"',
        '{"type":"FeatureCollection","features":[]} {"type":1}',
        "{}",
        "[]",
        '{"type":"FeatureCollection","features":[' + "[]," * 1_000_000 + "[]]}",
    ],
    ids=range(12),
)
def test_json_that_is_no_map_is_refused(trap, text):
    assert refused(trap.feed(text.encode()))


@pytest.mark.parametrize(
    "geometry",
    [
        '{"type":"Polygon","coordinates":[[[1e999,0],[1,1],[2,2],[1e999,0]]]}',
        '{"type":"Polygon","coordinates":"[[0,0]]"}',
        '{"type":"Polygon","coordinates":[[]]}',
        '{"type":"Polygon","coordinates":[[[6,52]]]}',
        '{"type":"MultiPolygon","coordinates":' + "[" * 900 + "]" * 900 + "}",
        '{"type":"GeometryCollection","geometries":[{"type":"Point"}]}',
        '{"type":"Polygon","coordinates":{"0":1}}',
        '{"type":{"$gt":""},"coordinates":[]}',
        '"POLYGON((0 0))"',
        "[1,2]",
        '{"type":"Polygon","coordinates":[[[null,52],[6,"52"],[6,53],[null,52]]]}',
    ],
)
def test_a_broken_border_is_one_refused_area(trap, geometry):
    text = (
        '{"type":"FeatureCollection","features":[{"type":"Feature","properties":{"buurtcode":"BU99990101"},'
    )
    areas, *_ = trap.feed((text + f'"geometry":{geometry}' + "}]}").encode())
    assert "Rejected(line=1" in areas


@pytest.mark.parametrize("parts", ["laughs", "file", "url", "utf16"])
def test_entities_in_a_workbook_are_refused_before_they_are_read(trap, parts):
    part = {
        "laughs": LAUGHS.encode(),
        "file": ENTITY.format(target=trap.secret.as_uri()).encode(),
        "url": ENTITY.format(target=trap.url).encode(),
        "utf16": ENTITY.format(target=trap.url).replace("?>", ' encoding="utf-16"?>').encode("utf-16"),
    }[parts]
    for target in ("xl/styles.xml", "xl/workbook.xml", "[Content_Types].xml", "xl/worksheets/sheet1.xml"):
        content = rezipped(workbook(), lambda name, data, target=target: part if name == target else data)
        assert refused(trap.feed(content, "upload.xlsx"))


def test_archives_that_unpack_to_something_huge_are_refused(trap):
    zeros = rezipped(workbook(), extra=[("xl/media/a.bin", bytes(60_000_000))])
    members = rezipped(workbook(), extra=[(f"xl/media/{n}.bin", b"x") for n in range(300)])
    nested = rezipped(workbook(), extra=[("xl/media/a.zip", rezipped(zeros))])
    for content in (zeros, members):
        assert refused(trap.feed(content, "upload.xlsx"))
    trap.feed(nested, "upload.xlsx")


def test_members_that_share_their_bytes_are_refused(trap):
    content = rezipped(workbook(), extra=[("xl/media/a.bin", os.urandom(4_000)), ("xl/media/b.bin", b"b")])
    first, second = (content.rindex(name) for name in (b"xl/media/a.bin", b"xl/media/b.bin"))
    offset = slice(first - 4, first)
    overlapping = bytearray(content)
    overlapping[second - 4 : second] = content[offset]
    assert refused(trap.feed(bytes(overlapping), "upload.xlsx"))


@pytest.mark.parametrize(
    "name",
    ["../../kwaad.txt", "/ergens/kwaad.txt", "..\\..\\kwaad.txt", "C:\\kwaad.txt", "xl/../../kwaad.txt"],
)
def test_a_member_that_wants_to_lie_elsewhere_is_refused(trap, name):
    assert refused(trap.feed(rezipped(workbook(), extra=[(name, b"kwaad")]), "upload.xlsx"))


def test_links_in_a_workbook_to_other_files_and_sites_are_not_followed(trap):
    relation = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/externalLinkPath" '
        'Target="{target}" TargetMode="External"/></Relationships>'
    )
    for target in (trap.url, trap.secret.as_uri()):
        extra = [
            ("xl/externalLinks/externalLink1.xml", "<externalLink/>"),
            ("xl/externalLinks/_rels/externalLink1.xml.rels", relation.format(target=target)),
            (
                "xl/connections.xml",
                f'<connections><connection><webPr url="{target}"/></connection></connections>',
            ),
        ]
        outcomes = trap.feed(rezipped(workbook(), extra=extra), "upload.xlsx")
        assert SECRET not in "".join(outcomes)
        assert "Koffie" in outcomes[1]


def test_a_workbook_part_that_is_named_but_elsewhere_is_refused(trap):
    def away(name, data):
        return data.replace(b"worksheets/sheet1.xml", trap.url.encode()) if name.endswith(".rels") else data

    assert refused(trap.feed(rezipped(workbook(), away), "upload.xlsx"))


def test_a_sheet_that_lies_about_its_size_costs_nothing(trap):
    def huge(name, data):
        if name != "xl/worksheets/sheet1.xml":
            return data
        wide = b'<row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData>'
        return data.replace(b'ref="A1:D2"', b'ref="A1:XFD1048576"').replace(b"</sheetData>", wide)

    assert "Koffie" in trap.feed(rezipped(workbook(), huge), "upload.xlsx")[1]


@pytest.mark.parametrize("cell", ["A999999999", "AAAAAAAA1", "A-1", "1A", ""])
def test_a_cell_at_an_impossible_place_does_not_stop_the_program(trap, cell):
    def odd(name, data):
        row = f'<row r="{cell[1:] or 3}"><c r="{cell}" t="str"><v>x</v></c></row></sheetData>'
        return data.replace(b"</sheetData>", row.encode()) if name.endswith("sheet1.xml") else data

    trap.feed(rezipped(workbook(), odd), "upload.xlsx")


FORMULAS = [
    "=cmd|' /C calc'!A0",
    '=HYPERLINK("{url}")',
    '=WEBSERVICE("{url}")',
    "@SUM(1)",
    "+cmd|x",
    "-2+cmd|x",
    "\t=1+1",
]


@pytest.mark.parametrize("formula", FORMULAS)
def test_a_formula_is_not_worked_out_and_its_row_is_refused(trap, formula):
    text = formula.format(url=trap.url)
    lines = [";".join(HEADER), ";".join(['"' + text.replace('"', '""') + '"', *GOOD_ROW[1:]])]
    table = trap.feed("\n".join(lines).encode(), "upload.csv")[1]
    assert "rejected=(Rejected(line=2" in table


def test_a_formula_in_excel_gives_its_saved_value_and_nothing_else(trap):
    content = workbook([HEADER, ('=WEBSERVICE("http://127.0.0.1/")', *GOOD_ROW[1:])])
    assert "Geef het een naam." in trap.feed(content, "upload.xlsx")[1]


def test_a_broken_letter_refuses_its_row_and_keeps_the_others(trap):
    rows = ";".join(HEADER) + "\nCafé één;samen-eten;via;geen vaste plek\n"
    broken = rows.encode() + "Kapot é;samen-eten;via;geen vaste plek".encode().replace(b"\xa9", b"")
    table = trap.feed(broken, "upload.csv")[1]
    assert "Café één" in table
    assert "onleesbaar teken" in table


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xef\xbb\xbf",
        b"\x00" * 1_000,
        b"naam;thema\x00;contact\nx;y;z",
        b"\xff\xfe",
        b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n",
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        b"\x1f\x8b\x08\x00\x00\x00\x00\x00",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512),
        b"PK\x03\x04" + bytes(100),
        b"PK\x05\x06" + bytes(18),
        b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 1\n",
        b"<!DOCTYPE html><script>alert(1)</script>",
        b"SQLite format 3\x00" + bytes(84),
        b'naam;thema;contact;plek\n"' + b"x;" * 500_000,
        b"a;" * 2_000_000,
        b";" * 5_000_000,
        b"\n" * 5_000_000,
        b"naam,thema\n" + b'"' * 1_000_001,
    ],
    ids=lambda content: repr(content[:12]),
)
def test_files_that_are_nothing_for_us_are_refused_with_a_sentence(trap, content):
    assert refused(trap.feed(content, "upload.csv"))


def test_a_file_that_is_too_big_is_refused_without_being_read_whole(trap):
    path = trap.folder / "groot.geojson"
    with path.open("wb") as file:
        file.truncate(5_000_000_000)
    assert refused(trap.feed_path(path))
    path.unlink()


def test_a_pipe_a_folder_and_a_device_are_not_files(trap):
    pipe = trap.folder / "pijp.csv"
    os.mkfifo(pipe)
    device = trap.folder / "nul.csv"
    device.symlink_to("/dev/zero")
    for path in (pipe, device, trap.folder, trap.folder / "niets.csv"):
        assert refused(trap.feed_path(path))


def test_a_refusal_never_repeats_what_stood_in_the_file(trap):
    columns = (
        "naam",
        "thema",
        "contact",
        "plek",
        "buurt",
        "wanneer",
        "kosten",
        "taal",
        "toegang",
        "datum",
        "status",
    )
    rows = [SECRET.replace(",", "")] * len(columns)
    table = trap.feed("\n".join([";".join(columns), ";".join(rows)]).encode(), "upload.csv")[1]
    assert "rejected=(Rejected" in table
    assert "Kanarie" not in table


def test_marks_that_turn_the_text_are_taken_out(trap):
    row = "Koffie\u202egpj\u2066.exe;samen-eten;via;geen vaste plek"
    table = trap.feed(f"{';'.join(HEADER)}\n{row}".encode(), "upload.csv")[1]
    assert "Koffiegpj.exe" in table
