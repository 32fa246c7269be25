"""Hostile RDF, products and calendars: nothing fetched, nothing foreign read, nothing slow or crashed."""

from __future__ import annotations

import pytest

from socialmap.connectors.guarded import parse_calendar, parse_products, parse_rdf
from socialmap.errors import ImportRejected
from tests.contract.tripwire import MOST_SECONDS, SECRET, computing_seconds, set_trap

READERS = (parse_rdf, parse_products, parse_calendar)
LAUGHS = (
    '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY a{n} "{"&a" + str(n - 1) + ";" if n else "&a;"}{"&a;" * 9}">' for n in range(30))
    + "]><l>&a29;</l>"
)
EVENT = "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\n{}\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
THING = "<https://w3id.org/socialmap/id/initiative/x>"


@pytest.fixture
def trap(tmp_path):
    with set_trap(tmp_path) as trap:
        yield trap


HOSTILE = {
    "laughs": LAUGHS,
    "entity": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]><x>&e;</x>',
    "entity elsewhere": '<?xml version="1.0"?><!DOCTYPE x SYSTEM "{url}a.dtd"><x/>',
    "entity in utf-16": '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e SYSTEM "{secret}">]><x/>',
    "context elsewhere": '{"@context":"{url}c.jsonld","@id":"http://a","name":"b"}',
    "context in a context": '{"@context":{"a":{"@id":"http://a","@context":"{url}"}},"a":{"a":1}}',
    "import of a context": '{"@context":{"@version":1.1,"@import":"{url}"},"@id":"http://a"}',
    "deep json": '{"@graph":' + "[" * 50_000,
    "deep turtle": "<http://a> <http://b> " + "( " * 20_000,
    "base elsewhere": "@base <{url}> . <a> <b> <c> .",
    "long iri": f"{THING} <http://b> <http://c{'d' * 1_000_000}> .",
    "zone from a file": EVENT.replace("{}", "SUMMARY:x\r\nDTSTART;TZID={secret}:20260404T100000"),
    "zone from above": EVENT.replace("{}", "SUMMARY:x\r\nDTSTART;TZID=../../../etc/passwd:20260404T100000"),
    "attachment": EVENT.replace("{}", "SUMMARY:x\r\nDTSTART:20260404T100000\r\nATTACH:{url}\r\nURL:{url}"),
    "endless rule": EVENT.format(
        "SUMMARY:x\r\nDTSTART:20260404T100000\r\nRRULE:FREQ=SECONDLY;COUNT=999999999"
    ),
    "odd numbers": EVENT.format(
        "SUMMARY:x\r\nDTSTART:99999999T999999\r\nGEO:nan;inf\r\nDURATION:P999999999W"
    ),
    "nested": "BEGIN:VCALENDAR\r\n" * 3_000,
    "no text": "BEGIN:VCALENDAR\x00\x01\x02",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_hostile_is_refused_or_read_as_text(trap, name):
    text = HOSTILE[name]
    text = text.replace("{secret}", str(trap.secret)).replace("{url}", trap.url)
    content = text.encode("utf-16" if "utf-16" in name else "utf-8")
    for reader in READERS:
        begin = computing_seconds()
        try:
            outcome = repr(reader(content))
        except ImportRejected as refusal:
            outcome = f"{refusal.sentence} {refusal.remedy}"
            assert outcome.endswith(".")
        assert computing_seconds() - begin <= MOST_SECONDS
        assert SECRET not in outcome
        assert len(outcome) < 20_000
