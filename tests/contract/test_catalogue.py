"""What the catalogue promises about reading, saving, merging and following, on both databases."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from socialmap.errors import EditConflict, FieldConflict, InvalidInput, NotFound, OutsideError
from socialmap.model.change import Position
from socialmap.model.people import Need, Resident, Talent
from socialmap.model.provision import Facility, Initiative
from socialmap.model.values import AreaId, BarrierId, FacilityId, Point, Tri
from socialmap.store.catalogue import Catalogue
from socialmap.store.entries import Operation
from socialmap.store.merging import DELETED
from tests.contract.samples import NOON, WHO, facility, initiative, need, resident, talent

EETCLUB = ("initiative", "eetclub")


def test_what_was_saved_is_read_back_with_its_version(catalogue: Catalogue) -> None:
    saved = catalogue.save([initiative()], **WHO)
    stored = catalogue.get(Initiative, "eetclub")
    assert stored.entity == initiative()
    assert stored.version == 1
    assert [(entry.operation, entry.version) for entry in saved.entries] == [(Operation.ADDED, 1)]


def test_every_layer_is_read_back_from_its_own_journal(catalogue: Catalogue) -> None:
    saved = catalogue.save([facility(), talent(), resident(), need()], **WHO)
    assert [entry.ref for entry in saved.entries] == ["map:1", "map:2", "core:1", "core:2"]
    for cls, made in ((Facility, facility()), (Talent, talent()), (Resident, resident()), (Need, need())):
        assert catalogue.get(cls, made.id).entity == made


def test_what_is_not_there_is_not_found(catalogue: Catalogue) -> None:
    assert catalogue.find(Initiative, "eetclub") is None
    with pytest.raises(NotFound):
        catalogue.get(Initiative, "eetclub")
    with pytest.raises(NotFound):
        catalogue.remove(Initiative, "eetclub", **WHO)


def test_many_gives_those_that_are_there(catalogue: Catalogue) -> None:
    catalogue.save([initiative(f"i{number}") for number in range(6000)], **WHO)
    found = catalogue.many(Initiative, ["i1", "i5999", "elders"])
    assert set(found) == {"i1", "i5999"}
    assert len(catalogue.many(Initiative, [f"i{number}" for number in range(7000)])) == 6000
    assert catalogue.many(Initiative, []) == {}


def test_all_streams_by_id_over_pages_without_the_removed(catalogue: Catalogue) -> None:
    ids = sorted(f"{letter}{number}" for letter in "aBé" for number in range(2500))
    catalogue.save([initiative(id_) for id_ in ids], **WHO)
    catalogue.remove(Initiative, ids[0], **WHO)
    assert [stored.entity.id for stored in catalogue.all(Initiative)] == ids[1:]
    assert catalogue.count(Initiative) == len(ids) - 1
    assert list(catalogue.all(Facility)) == []


def test_when_each_thing_was_last_changed_is_known_of_what_is_there(catalogue: Catalogue) -> None:
    catalogue.save([initiative("a"), initiative("b"), initiative("c"), facility()], **WHO)
    later = WHO | {"at": NOON + timedelta(hours=1)}
    catalogue.save([initiative("b", name="Kookclub")], **later)
    catalogue.remove(Initiative, "c", **later)
    assert catalogue.changed_at(Initiative) == {"a": NOON, "b": NOON + timedelta(hours=1)}


def test_an_unchanged_entity_writes_nothing(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    before = catalogue.position()
    again = catalogue.save([initiative()], **WHO, based_on={EETCLUB: 1})
    assert again.entries == ()
    assert again.batch == ""
    assert catalogue.position() == before


def test_a_thing_twice_in_one_save_gets_two_versions(catalogue: Catalogue) -> None:
    catalogue.save([initiative(), initiative(name="Kookclub")], **WHO)
    assert catalogue.get(Initiative, "eetclub").version == 2
    assert catalogue.get(Initiative, "eetclub").entity.name == "Kookclub"


def test_two_editors_of_different_fields_are_merged(opened: Callable[[], Catalogue]) -> None:
    anna, bram = opened(), opened()
    anna.save([initiative()], **WHO)
    anna.save([initiative(name="Kookclub")], **WHO, based_on={EETCLUB: 1})
    bram.save([initiative(places_free=3)], **WHO, based_on={EETCLUB: 1})
    stored = anna.get(Initiative, "eetclub")
    assert stored.entity == initiative(name="Kookclub", places_free=3)
    assert stored.version == 3


def test_two_editors_of_one_field_see_both_values(opened: Callable[[], Catalogue]) -> None:
    anna, bram = opened(), opened()
    anna.save([initiative()], **WHO)
    anna.save([initiative(name="Kookclub")], **WHO, based_on={EETCLUB: 1})
    with pytest.raises(EditConflict) as conflict:
        bram.save([facility(), initiative(name="Soepclub", places_free=3)], **WHO, based_on={EETCLUB: 1})
    assert conflict.value.conflicts == (FieldConflict("name", "Kookclub", "Soepclub"),)
    assert conflict.value.version == 2
    assert anna.get(Initiative, "eetclub").entity == initiative(name="Kookclub")
    assert anna.find(Facility, "linde") is None, "a refused save keeps nothing"


def test_two_editors_who_say_the_same_agree(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    catalogue.save([initiative(name="Kookclub")], **WHO, based_on={EETCLUB: 1})
    saved = catalogue.save([initiative(name="Kookclub")], **WHO, based_on={EETCLUB: 1})
    assert saved.entries == ()


def test_thresholds_merge_one_by_one(catalogue: Catalogue) -> None:
    gratis, maatje, lift = BarrierId("gratis"), BarrierId("maatje"), BarrierId("lift")
    catalogue.save([initiative(barriers={gratis: Tri.YES, lift: Tri.YES})], **WHO)
    seen = {EETCLUB: 1}
    catalogue.save([initiative(barriers={gratis: Tri.NO, lift: Tri.YES})], **WHO, based_on=seen)
    catalogue.save([initiative(barriers={gratis: Tri.YES, maatje: Tri.YES})], **WHO, based_on=seen)
    assert catalogue.get(Initiative, "eetclub").entity.barriers == {gratis: Tri.NO, maatje: Tri.YES}
    with pytest.raises(EditConflict) as conflict:
        catalogue.save([initiative(barriers={lift: Tri.NO})], **WHO, based_on=seen)
    assert conflict.value.conflicts == (
        FieldConflict("barriers.gratis", Tri.NO, None),
        FieldConflict("barriers.lift", None, Tri.NO),
    )


def test_the_place_of_an_initiative_is_one_answer(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    seen = {EETCLUB: 1}
    moved = initiative(facility_id=None, point=Point(6.1, 52.5))
    catalogue.save([moved], **WHO, based_on=seen)
    with pytest.raises(EditConflict) as conflict:
        catalogue.save([initiative(facility_id=FacilityId("school"))], **WHO, based_on=seen)
    assert {clash.field for clash in conflict.value.conflicts} == {"facility_id", "point"}
    assert catalogue.get(Initiative, "eetclub").entity == moved


def test_without_a_version_an_import_overwrites_and_brings_back(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    catalogue.save([initiative(name="Kookclub")], **WHO)
    catalogue.remove(Initiative, "eetclub", **WHO)
    catalogue.save([initiative(name="Soepclub")], **WHO)
    assert catalogue.get(Initiative, "eetclub").entity.name == "Soepclub"
    assert catalogue.get(Initiative, "eetclub").version == 4


def test_an_edit_of_what_was_removed_is_a_conflict(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    catalogue.remove(Initiative, "eetclub", **WHO, based_on=1)
    with pytest.raises(EditConflict) as conflict:
        catalogue.save([initiative(name="Kookclub")], **WHO, based_on={EETCLUB: 1})
    assert conflict.value.conflicts == (FieldConflict(DELETED, stored=True, offered=False),)
    assert catalogue.find(Initiative, "eetclub") is None


def test_a_removal_of_what_was_edited_is_a_conflict(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    catalogue.save([initiative(name="Kookclub")], **WHO, based_on={EETCLUB: 1})
    with pytest.raises(EditConflict) as conflict:
        catalogue.remove(Initiative, "eetclub", **WHO, based_on=1)
    assert conflict.value.conflicts == (FieldConflict(DELETED, stored=False, offered=True),)
    assert catalogue.get(Initiative, "eetclub").version == 2


def test_what_cannot_be_kept_as_it_is_is_refused(catalogue: Catalogue) -> None:
    for wrong in (facility(point=Point(float("nan"), 52.0)), facility(name="\ud800"), facility(basic="ja")):
        with pytest.raises(InvalidInput):
            catalogue.save([wrong], **WHO)
    assert catalogue.position().map_seq == 0


def test_a_moment_without_a_time_zone_is_refused(catalogue: Catalogue) -> None:
    with pytest.raises(ValueError, match="time zone"):
        catalogue.save([facility()], actor="a", action="b", at=datetime(2026, 3, 2))  # noqa: DTZ001 - that is the point


def test_the_history_says_who_changed_what(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    changed = initiative(name="Kookclub", barriers={BarrierId("gratis"): Tri.NO})
    catalogue.save([changed], actor="makelaar:R2", action="opknappen", at=NOON, based_on={EETCLUB: 1})
    catalogue.remove(Initiative, "eetclub", **WHO)
    added, edited, removed = catalogue.history("initiative", "eetclub")
    assert (added.operation, added.version, added.changes) == (Operation.ADDED, 1, ())
    assert (edited.ref, edited.actor, edited.action, edited.at) == ("map:2", "makelaar:R2", "opknappen", NOON)
    assert [(change.field, change.before, change.after) for change in edited.changes] == [
        ("name", "Eetclub", "Kookclub"),
        ("barriers.gratis", Tri.YES, Tri.NO),
    ]
    assert (removed.operation, removed.version) == (Operation.REMOVED, 3)
    assert catalogue.history("initiative", "elders") == ()


def test_a_follower_hears_every_change_once(opened: Callable[[], Catalogue]) -> None:
    writer, reader = opened(), opened()
    changes, position = reader.changes_since(Position())
    assert changes == []
    writer.save([initiative(), resident()], **WHO)
    writer.save([initiative(name="Kookclub")], **WHO)
    writer.remove(Resident, "B-001", **WHO)
    changes, position = reader.changes_since(position)
    assert [(change.kind, change.version, change.entity) for change in changes] == [
        ("initiative", 1, initiative()),
        ("initiative", 2, initiative(name="Kookclub")),
        ("resident", 1, resident()),
        ("resident", 2, None),
    ]
    assert position == writer.position()
    assert reader.changes_since(position) == ([], position)


def test_a_position_of_other_data_is_not_followed(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    position = catalogue.position()
    assert catalogue.follows(position)
    assert catalogue.follows(Position())
    for other in (replace(position, map_hash="ab" * 32), replace(position, map_seq=9)):
        assert not catalogue.follows(other)
        with pytest.raises(OutsideError):
            catalogue.changes_since(other)


def test_many_threads_lose_nothing(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)

    def edit(number: int) -> None:
        barrier = {BarrierId(f"drempel{number}"): Tri.YES}
        seen = catalogue.get(Initiative, "eetclub")
        offered = replace(seen.entity, barriers=seen.entity.barriers | barrier)
        catalogue.save([offered, resident(f"B-{number}")], **WHO, based_on={EETCLUB: seen.version})
        assert catalogue.get(Resident, f"B-{number}").entity.area_id == AreaId("BU1")

    with ThreadPoolExecutor(16) as threads:
        list(threads.map(edit, range(40)))
    assert len(catalogue.get(Initiative, "eetclub").entity.barriers) == 41
    assert catalogue.count(Resident) == 40
    assert catalogue.verify().problems == ()
