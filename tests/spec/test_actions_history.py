"""Who changed what and when, and taking it back, one change or everything that was saved together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.check_store import check_store
from socialmap.actions.save_offer import add_offer, change_offer, open_draft
from socialmap.actions.show_history import ChangedField, find_history, history_of, undo_change
from socialmap.errors import EditConflict, NotAllowed, NotFound, UserError
from socialmap.model.provision import Initiative
from socialmap.model.values import InitiativeId, ThemeId
from socialmap.privacy.roles import Role, Viewer
from tests.town import KOFFIE, TALENT, TODAY, TOWN, VRAAG

BROKER = Viewer(Role.BROKER, "delia")
COLLEAGUE = Viewer(Role.COMMUNITY_WORKER, "samira")
ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)


def change(workspace, viewer, **fields):
    draft = open_draft(workspace, viewer, "initiative", KOFFIE.id)
    return change_offer(workspace, viewer, replace(draft.entity, **fields), draft.version)


def test_history_tells_who_changed_what_when_newest_first(workspace):
    change(workspace, BROKER, contact="via de gastvrouw", cost_eur=1.5)
    newest, oldest = history_of(workspace, BROKER, "initiative", KOFFIE.id)
    assert (newest.who, newest.version, newest.when.date()) == ("sociaal makelaar:delia", 2, TODAY)
    assert set(newest.changes) == {
        ChangedField("contact", "via het buurthuis", "via de gastvrouw"),
        ChangedField("cost_eur", "", "€ 1,50"),
    }
    assert (oldest.who, oldest.version, oldest.changes) == ("beheerder", 1, ())
    assert oldest.what.startswith("toegevoegd")


def test_history_is_found_by_the_id_alone(workspace):
    assert find_history(workspace, BROKER, KOFFIE.id) == history_of(
        workspace, BROKER, "initiative", KOFFIE.id
    )


def test_what_never_existed_has_no_history(workspace):
    with pytest.raises(NotFound, match="geen geschiedenis"):
        find_history(workspace, BROKER, "nergens")
    with pytest.raises(NotFound, match="geen geschiedenis"):
        history_of(workspace, BROKER, "initiative", "nergens")


@pytest.mark.parametrize(
    ("viewer", "thing"),
    [
        (Viewer(Role.TEAM_LEAD), TALENT),
        (ADMINISTRATOR, TALENT),
        (BROKER, VRAAG),
        (COLLEAGUE, VRAAG),
    ],
    ids=["lead-talent", "administrator-talent", "broker-need", "community-worker-need"],
)
def test_history_of_a_layer_that_the_viewer_may_not_see_does_not_exist(workspace, viewer, thing):
    with pytest.raises(NotFound):
        find_history(workspace, viewer, thing.id)


def test_undo_takes_one_change_back_as_a_new_change(workspace):
    change(workspace, BROKER, name="Thee in de Linde")
    (newest, _) = history_of(workspace, BROKER, "initiative", KOFFIE.id)
    assert undo_change(workspace, COLLEAGUE, newest.entry) == 1
    assert browse_map(workspace, BROKER, MapView(text="koffie")).total == 1
    undone, *_ = history_of(workspace, BROKER, "initiative", KOFFIE.id)
    assert (undone.version, undone.who) == (3, "opbouwwerker:samira")
    assert undone.changes == (ChangedField("name", "Thee in de Linde", "Koffie in de Linde"),)


def test_undo_keeps_what_others_did_to_other_fields_since(workspace):
    change(workspace, BROKER, name="Thee in de Linde")
    entry = history_of(workspace, BROKER, "initiative", KOFFIE.id)[0].entry
    change(workspace, COLLEAGUE, cost_eur=2.0)
    undo_change(workspace, BROKER, entry)
    now = open_draft(workspace, BROKER, "initiative", KOFFIE.id).entity
    assert (now.name, now.cost_eur) == (KOFFIE.name, 2.0)


def test_undo_of_a_field_that_was_changed_again_is_a_conflict(workspace):
    change(workspace, BROKER, name="Thee in de Linde")
    entry = history_of(workspace, BROKER, "initiative", KOFFIE.id)[0].entry
    change(workspace, COLLEAGUE, name="Soep in de Linde")
    with pytest.raises(EditConflict):
        undo_change(workspace, BROKER, entry)
    assert open_draft(workspace, BROKER, "initiative", KOFFIE.id).entity.name == "Soep in de Linde"


def test_undo_of_an_addition_takes_the_thing_off_the_map_and_keeps_its_history(workspace):
    draft = Initiative(
        id=InitiativeId(""),
        name="Breicafé",
        themes=(ThemeId("creatief"),),
        contact="via",
        no_fixed_place=True,
    )
    saved = add_offer(workspace, BROKER, draft)
    (line,) = find_history(workspace, BROKER, saved.id)
    undo_change(workspace, BROKER, line.entry)
    assert browse_map(workspace, BROKER, MapView(text="breicafe")).total == 0
    assert len(find_history(workspace, BROKER, saved.id)) == 2


def test_the_same_change_is_undone_only_once(workspace):
    change(workspace, BROKER, name="Thee in de Linde")
    entry = history_of(workspace, BROKER, "initiative", KOFFIE.id)[0].entry
    undo_change(workspace, BROKER, entry)
    with pytest.raises(UserError, match="al ongedaan gemaakt"):
        undo_change(workspace, BROKER, entry)


@pytest.mark.parametrize("target", ["map:999999", "core:999999", "0", "", "map:", "geen-groep", "map:1x"])
def test_undo_of_something_that_is_not_there_is_not_found(workspace, target):
    with pytest.raises(NotFound):
        undo_change(workspace, BROKER, target)


def test_a_question_of_a_resident_cannot_be_undone_by_who_may_not_read_it(workspace):
    (entry, *_) = workspace.catalogue.history("need", VRAAG.id)
    for viewer in (BROKER, COLLEAGUE, ADMINISTRATOR):
        with pytest.raises(NotAllowed):
            undo_change(workspace, viewer, entry.ref)
        with pytest.raises(NotAllowed):
            undo_change(workspace, viewer, entry.batch)
    assert workspace.catalogue.find(type(VRAAG), VRAAG.id) is not None


def test_the_history_of_the_core_is_nobodys_to_read(workspace):
    for role in Role:
        with pytest.raises((NotFound, NotAllowed)):
            history_of(workspace, Viewer(role, "joost"), "need", VRAAG.id)


def test_check_finds_everything_whole(workspace):
    change(workspace, BROKER, name="Thee in de Linde")
    report = check_store(workspace, ADMINISTRATOR)
    assert (report.ok, report.entries, report.problems) == (True, len(TOWN) + 1, ())
