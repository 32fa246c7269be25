"""Hostile files of streets: refused with a sentence, never slow, never a crash, nothing read or called."""

from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.connectors import osm_json, osm_pbf, osm_xml
from socialmap.connectors.parsed import Refused, Walkable
from tests.contract.tripwire import set_trap
from tests.unit.osm_files import as_json, as_pbf, as_xml, block, data, field, header, varint, zigzag

READERS = {
    "pbf": (osm_pbf, as_pbf()),
    "pbf not packed": (osm_pbf, header() + block(b"OSMData", data(), packed=False)),
    "xml": (osm_xml, as_xml()),
    "json": (osm_json, as_json()),
}
FEW = settings(max_examples=150, deadline=None)


@pytest.fixture
def trap(tmp_path):
    with set_trap(tmp_path) as trap:
        yield trap


@pytest.mark.parametrize("kind", READERS)
@FEW
@given(drawn=st.data())
def test_whatever_bytes_are_changed_it_is_read_or_refused(kind, drawn):
    reader, content = READERS[kind]
    changed = bytearray(content)
    for _ in range(drawn.draw(st.integers(1, 4))):
        changed[drawn.draw(st.integers(16, len(changed) - 1))] = drawn.draw(st.integers(0, 255))
    changed = changed[: drawn.draw(st.sampled_from([len(changed), len(changed) // 2, len(changed) - 3]))]
    with suppress(Refused):
        assert isinstance(reader.ways_of(bytes(changed)), Walkable)


LAUGHS = b'<!DOCTYPE osm [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>'
ENDLESS = field(1, b"highway") * 3
HOSTILE = {
    "entities": as_xml().replace(b"<osm", LAUGHS + b"<osm"),
    "an entity that reads a file": as_xml().replace(
        b"<osm", b'<!DOCTYPE osm [<!ENTITY e SYSTEM "file:///etc/passwd">]><osm'
    ),
    "deep": b'{"elements":' + b"[" * 200_000,
    "xml that is deep": b"<osm>" + b"<way>" * 200_000,
    "a number without an end": header() + block(b"OSMData", b"\xff" * 40),
    "a block within itself": header() + block(b"OSMData", b"\x0a\xff\xff\xff\xff\x0f"),
    "a text that is not there": header()
    + block(
        b"OSMData",
        field(1, ENDLESS)
        + field(2, field(3, field(2, varint(0)) + field(3, varint(900)) + field(8, zigzag(1) + zigzag(1)))),
    ),
    "too much in one block": header() + block(b"OSMData", bytes(50_000_000)),
    "huge ids": as_json().replace(b'"id": 1', b'"id": 99999999999999999999999'),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_refused_by_every_reader(trap, name):
    outcomes = trap.feed(HOSTILE[name], "straten.osm")
    assert all(outcome.startswith(("ImportRejected", "OutsideError")) for outcome in outcomes)
