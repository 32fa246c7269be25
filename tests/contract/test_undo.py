"""What undo promises, on both databases."""

from __future__ import annotations

import pytest

from socialmap.errors import EditConflict, FieldConflict, NotFound, UserError
from socialmap.model.people import Resident
from socialmap.model.provision import Facility, Initiative
from socialmap.store.catalogue import Catalogue
from socialmap.store.merging import DELETED
from tests.contract.samples import NOON, WHO, facility, initiative, resident

UNDO = {"actor": "makelaar:R2", "at": NOON}


def test_undoing_an_edit_brings_the_old_value_back_as_a_new_entry(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    entry = catalogue.save([initiative(name="Kookclub")], **WHO).entries[0]
    undone = catalogue.undo(entry.ref, **UNDO)
    assert catalogue.get(Initiative, "eetclub").entity == initiative()
    assert [(e.version, e.action) for e in undone.entries] == [(3, "ongedaan maken map:2")]
    assert len(catalogue.history("initiative", "eetclub")) == 3


def test_an_undo_can_be_undone(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    edit = catalogue.save([initiative(name="Kookclub")], **WHO)
    undo = catalogue.undo(edit.batch, **UNDO)
    catalogue.undo(undo.batch, **UNDO)
    assert catalogue.get(Initiative, "eetclub").entity.name == "Kookclub"


def test_undoing_an_addition_removes_and_undoing_a_removal_brings_back(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    catalogue.undo(1, **UNDO)
    assert catalogue.find(Initiative, "eetclub") is None
    catalogue.undo("map:2", **UNDO)
    assert catalogue.get(Initiative, "eetclub").entity == initiative()
    catalogue.remove(Initiative, "eetclub", **WHO)
    catalogue.undo("map:4", **UNDO)
    assert catalogue.get(Initiative, "eetclub").entity == initiative()


def test_undo_keeps_later_edits_of_other_fields(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    edit = catalogue.save([initiative(name="Kookclub")], **WHO)
    catalogue.save([initiative(name="Kookclub", places_free=3)], **WHO)
    catalogue.undo(edit.batch, **UNDO)
    assert catalogue.get(Initiative, "eetclub").entity == initiative(places_free=3)


def test_undo_of_a_field_that_was_edited_again_is_refused(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    edit = catalogue.save([initiative(name="Kookclub")], **WHO)
    catalogue.save([initiative(name="Soepclub")], **WHO)
    with pytest.raises(EditConflict) as conflict:
        catalogue.undo(edit.batch, **UNDO)
    assert conflict.value.conflicts == (FieldConflict("name", "Soepclub", "Eetclub"),)
    assert catalogue.get(Initiative, "eetclub").version == 3


def test_undo_of_an_addition_that_was_edited_or_of_an_edit_that_was_removed_is_refused(
    catalogue: Catalogue,
) -> None:
    added = catalogue.save([initiative()], **WHO)
    edited = catalogue.save([initiative(name="Kookclub")], **WHO)
    with pytest.raises(EditConflict) as conflict:
        catalogue.undo(added.batch, **UNDO)
    assert conflict.value.conflicts == (FieldConflict(DELETED, stored=False, offered=True),)
    catalogue.remove(Initiative, "eetclub", **WHO)
    with pytest.raises(EditConflict) as conflict:
        catalogue.undo(edited.batch, **UNDO)
    assert conflict.value.conflicts == (FieldConflict(DELETED, stored=True, offered=False),)


def test_what_was_undone_cannot_be_undone_again(catalogue: Catalogue) -> None:
    catalogue.save([initiative()], **WHO)
    edit = catalogue.save([initiative(name="Kookclub")], **WHO)
    catalogue.undo(edit.batch, **UNDO)
    with pytest.raises(UserError, match="al ongedaan gemaakt"):
        catalogue.undo(edit.batch, **UNDO)


def test_a_batch_is_undone_as_a_whole_over_both_journals(catalogue: Catalogue) -> None:
    catalogue.save([initiative("oud"), resident("B-oud")], **WHO)
    things = [initiative("oud", name="Kookclub"), initiative("nieuw"), facility(), resident("B-nieuw")]
    batch = catalogue.save(things, **WHO).batch
    undone = catalogue.undo(batch, **UNDO)
    assert len(undone.entries) == 4
    assert [stored.entity for stored in catalogue.all(Initiative)] == [initiative("oud")]
    assert [stored.entity.id for stored in catalogue.all(Resident)] == ["B-oud"]
    assert catalogue.count(Facility) == 0
    catalogue.undo(undone.batch, **UNDO)
    assert {stored.entity.id for stored in catalogue.all(Resident)} == {"B-oud", "B-nieuw"}
    assert catalogue.verify().ok


def test_one_entry_of_a_batch_can_be_undone_alone(catalogue: Catalogue) -> None:
    catalogue.save([initiative("een"), initiative("twee")], **WHO)
    catalogue.undo("map:2", **UNDO)
    assert [stored.entity.id for stored in catalogue.all(Initiative)] == ["een"]


@pytest.mark.parametrize(
    "target", ["map:7", "core:1", "kaart:1", "onzin", "", 7, 0, "map:99999999999999999999"]
)
def test_an_unknown_change_is_not_found(catalogue: Catalogue, target: str | int) -> None:
    catalogue.save([initiative()], **WHO)
    with pytest.raises(NotFound):
        catalogue.undo(target, **UNDO)


def test_an_entry_and_a_batch_tell_which_kinds_they_touch(catalogue: Catalogue) -> None:
    saved = catalogue.save([initiative(), resident()], **WHO)
    assert catalogue.kinds_in(saved.batch) == {"initiative", "resident"}
    assert {ref: catalogue.kinds_in(ref) for ref in ("map:1", "core:1")} == {
        "map:1": {"initiative"},
        "core:1": {"resident"},
    }
    with pytest.raises(NotFound):
        catalogue.kinds_in("map:2")
