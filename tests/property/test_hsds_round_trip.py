"""What we hold goes out as HSDS and comes back the same; what comes in goes out again without loss."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from typing import Any

from hypothesis import given, settings

from socialmap.connectors.feed_json import records_of
from socialmap.connectors.feed_package import tables_of
from socialmap.connectors.hsds_file import content_of
from socialmap.connectors.hsds_ids import thing_uuid
from socialmap.connectors.hsds_in import FeedChoices, read_records
from socialmap.connectors.hsds_out import Around
from socialmap.connectors.hsds_package import package_files, zipped
from socialmap.connectors.hsds_served import ServedFeed
from socialmap.connectors.hsds_shapes import SHAPES, check
from socialmap.connectors.hsds_terms import TermBook
from socialmap.connectors.oruk_out import as_oruk
from socialmap.connectors.table import Known
from socialmap.geo.areas import AreaBook
from socialmap.model.provision import Facility, Initiative, Organisation, Room
from tests.property.supplies import WORDS, towns
from tests.town import LINDEHOF

TERMS = TermBook(WORDS)
KNOWN = Known(WORDS, areas=AreaBook([LINDEHOF]))
CHOICES = FeedChoices("elders", lambda _text: ())


def served(things):
    by = {
        cls: {e.id: e for e in things if isinstance(e, cls)}
        for cls in (Facility, Room, Organisation, Initiative)
    }
    around = Around(
        TERMS, by[Facility], by[Room], by[Organisation], {LINDEHOF.id: LINDEHOF.name}, WORDS.languages
    )
    return ServedFeed(around, by[Initiative], {})


def read(parsed):
    content = content_of(parsed, "elders")
    assert content.rejected == ()
    reading = read_records(content.records, KNOWN, CHOICES)
    assert reading.rejected == ()
    return [row.entity for row in reading.rows]


def as_it_was(entities, things):
    """The entities with the ids that they had before they travelled, without what travel adds."""
    ids = {thing_uuid(thing.kind, thing.id): thing.id for thing in things}
    names = {entity.id: ids[entity.source_id] for entity in entities if entity.source_id in ids}

    def renamed(value: Any) -> Any:
        if isinstance(value, tuple):
            return tuple(renamed(one) for one in value)
        return names.get(value, value) if isinstance(value, str) else value

    return {
        (entity.kind, renamed(entity.id)): replace(
            entity,
            **{f.name: renamed(getattr(entity, f.name)) for f in fields(entity)}
            | {"source": "", "source_id": ""},
        )
        for entity in entities
    }


@settings(deadline=None, max_examples=60)
@given(towns())
def test_a_package_brings_everything_back(town):
    things = list(town.values())
    parsed = tables_of(zipped(package_files(served(things).everything())))
    assert as_it_was(read(parsed), things) == {(thing.kind, thing.id): thing for thing in things}


@settings(deadline=None, max_examples=60)
@given(towns())
def test_a_json_feed_brings_back_all_that_belongs_to_a_service(town):
    things = list(town.values())
    feed = served(things)
    (document,) = [feed.service(offer) for offer in feed.offers.values()]
    back = as_it_was(read(records_of(json.dumps(document).encode())), things)
    named = [town["o"]] if town["i"].run_by else []
    expected = replace(town["i"], room_id=None, partners=town["i"].partners if named else ())
    assert back["initiative", "i"] == expected
    for thing in named:
        assert back[thing.kind, thing.id] == thing
    if town["i"].facility_id:
        operator = town["f"].operator_id if named else None
        assert back["facility", "f"] == replace(town["f"], operator_id=operator)


def without_ids(value: Any) -> Any:
    """A record without UUIDs, of which a second map has its own, and without where it was learnt."""
    if isinstance(value, list):
        kept = [one for one in value if not _is_about_travel(one)]
        return [without_ids(one) for one in kept]
    if not isinstance(value, dict):
        return value
    return {
        name: without_ids(one)
        for name, one in value.items()
        if name != "id"
        and not name.endswith("_id")
        and not (name == "value" and value.get("link_type") in LINKS)
    }


LINKS = {"run_by", "partners", "room", "facility"}


def _is_about_travel(one: Any) -> bool:
    return isinstance(one, dict) and one.get("link_type") in {"source", "source_id"}


@settings(deadline=None, max_examples=60)
@given(towns())
def test_what_comes_in_as_hsds_goes_out_again_without_loss(town):
    first = served(town.values())
    parsed = tables_of(zipped(package_files(first.everything())))
    second = served(read(parsed))
    before, after = (
        [without_ids(record) for kind, record in feed.everything() if kind != "taxonomy"]
        for feed in (first, second)
    )
    assert after == before


@settings(deadline=None, max_examples=60)
@given(towns())
def test_every_record_of_ours_has_the_shape_of_the_standard(town):
    feed = served(town.values())
    for kind, record in feed.everything():
        assert list(check(kind, record)) == []
    for offer in feed.offers.values():
        slim = as_oruk("service", feed.service(offer))
        assert list(check("service", slim)) == []
        assert "value" not in json.dumps(slim)


def test_there_is_a_table_for_every_kind_of_record():
    assert len({shape.file for shape in SHAPES.values()}) == len(SHAPES) == 21
