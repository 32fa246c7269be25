"""The same streets come out of every kind of OpenStreetMap file, and what is no street does not."""

import numpy as np
import pytest

from socialmap.connectors.guarded import FileKind, kind_of
from socialmap.connectors.osm_ways import is_walked
from socialmap.connectors.streets import read_streets
from socialmap.errors import ImportRejected
from tests.unit import osm_files
from tests.unit.osm_files import WAYS, as_json, as_pbf, as_xml, block, data, field, header

pytestmark = pytest.mark.usefixtures("read_here")

KINDS = {
    "xml": as_xml(),
    "json": as_json(),
    "json with geometry": as_json(geometry=True),
    "pbf": as_pbf(),
    "pbf without dense nodes": as_pbf(dense=False),
    "pbf on a coarse grid": as_pbf(granularity=1_000, lat_offset=52_000_000_000),
    "pbf not packed": header() + block(b"OSMData", data(), packed=False),
    "pbf in two blocks": header() + block(b"OSMData", data(ways=())) + block(b"OSMData", data(points={})),
}


def read(tmp_path, content):
    path = tmp_path / "streets.osm"
    path.write_bytes(content)
    return read_streets(path)


@pytest.mark.parametrize("name", KINDS)
def test_every_kind_of_file_gives_the_same_ways(tmp_path, name):
    reading = read(tmp_path, KINDS[name])
    ways = reading.ways
    lengths_m = np.hypot(*(ways.at_mm[ways.ends[:, 0]] - ways.at_mm[ways.ends[:, 1]]).T) / 1000
    told = sorted(zip(lengths_m.round().tolist(), ways.steps.tolist(), strict=True))
    assert told == [(68, False), (68, False), (68, False), (111, True)]
    assert len(ways.at_mm) == 5
    assert reading.abroad == 0


def test_ways_meet_where_they_share_a_point(tmp_path):
    ways = read(tmp_path, as_xml()).ways
    met = np.bincount(ways.ends.ravel())
    assert sorted(met.tolist()) == [1, 1, 1, 2, 3]


@pytest.mark.parametrize(
    ("tags", "walked"),
    [
        ({"highway": "residential", "oneway": "yes"}, True),
        ({"highway": "cycleway"}, True),
        ({"highway": "steps"}, True),
        ({"highway": "pedestrian", "area": "yes"}, True),
        ({"highway": "motorway"}, False),
        ({"highway": "motorway", "foot": "yes"}, False),
        ({"highway": "trunk"}, False),
        ({"highway": "trunk", "foot": "designated"}, True),
        ({"highway": "primary", "motorroad": "yes"}, False),
        ({"highway": "cycleway", "foot": "no"}, False),
        ({"highway": "service", "access": "private"}, False),
        ({"highway": "service", "access": "private", "foot": "permissive"}, True),
        ({"highway": "construction"}, False),
        ({"highway": "footway", "indoor": "yes"}, False),
        ({"route": "ferry"}, False),
        ({"waterway": "canal"}, False),
        ({"railway": "rail"}, False),
    ],
)
def test_who_may_walk_where(tags, walked):
    assert is_walked(tags) is walked


def refused(tmp_path, content):
    with pytest.raises(ImportRejected) as caught:
        read(tmp_path, content)
    return caught.value.sentence


def test_streets_of_another_country_are_left_out(tmp_path):
    abroad = {n: (lon + 5, lat - 5) for n, (lon, lat) in osm_files.POINTS.items()}
    assert refused(tmp_path, as_xml(points=abroad)) == "Deze straten liggen niet in Nederland."
    some = osm_files.POINTS | {15: (10.0, 47.0)}
    assert read(tmp_path, as_xml(points=some)).abroad == 1


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (as_xml(ways=WAYS[3:6]), "In dit bestand staan geen straten waar mensen lopen."),
        (as_json(points={}), "Van deze straten staat niet in het bestand waar ze liggen."),
        (as_json(remark="runtime error"), "Overpass kon de vraag niet helemaal beantwoorden."),
        (b'{"elements": 3}', "Dit antwoord van Overpass is niet te lezen."),
        (as_xml()[:-9], "Dit OSM-bestand is niet te lezen."),
        (as_xml().replace(b'lat="52.15"', b'lat="nan"'), "Dit OSM-bestand is niet te lezen."),
        (as_pbf()[:-9], "Dit OSM-bestand is beschadigd."),
        (header() + b"\xff\xff\xff\xff", "Dit OSM-bestand is beschadigd."),
        (
            header(b"OsmSchema-V0.6", b"HistoricalInformation"),
            "Dit OSM-bestand heeft ook de geschiedenis of iets anders dat we niet lezen.",
        ),
        (b'{"type": "FeatureCollection", "features": []}', "Dit bestand is geojson."),
        (b"naam;thema\n", "Dit bestand is csv."),
    ],
)
def test_what_cannot_be_used_is_told(tmp_path, content, sentence):
    assert refused(tmp_path, content).startswith(sentence)


def test_a_block_packed_in_another_way_is_told(tmp_path):
    blob = field(7, b"zstd")
    head = field(1, b"OSMData") + field(3, len(blob))
    content = header() + len(head).to_bytes(4, "big") + head + blob
    assert refused(tmp_path, content) == "Dit OSM-bestand is ingepakt op een manier die we niet lezen."


def test_a_block_that_swells_is_refused(tmp_path):
    content = header() + block(b"OSMData", bytes(40_000_000))
    assert refused(tmp_path, content) == "Dit OSM-bestand is beschadigd."


def test_a_document_type_is_refused(tmp_path):
    content = as_xml().replace(b"<osm", b'<!DOCTYPE osm [<!ENTITY a "b">]><osm')
    assert refused(tmp_path, content) == "Dit bestand is geen gewoon OSM-bestand."


def test_what_a_file_is_follows_from_its_content():
    assert [kind_of(each) for each in (as_pbf(), as_xml(), as_json())] == [
        FileKind.OSM_PBF,
        FileKind.OSM_XML,
        FileKind.OVERPASS,
    ]
