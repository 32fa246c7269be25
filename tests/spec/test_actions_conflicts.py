"""A person and a source say different things: nothing is lost, somebody decides, and it is remembered."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from socialmap.actions.import_file import Decided, import_table
from socialmap.actions.save_offer import change_offer, open_draft
from socialmap.actions.show_history import undo_change
from socialmap.actions.show_origins import OriginLine, SaidOtherwise, show_origins, who_is
from socialmap.model.provision import Initiative
from socialmap.privacy.roles import Role, Viewer
from tests.town import KOFFIE, WERKER

pytestmark = pytest.mark.usefixtures("read_here")

ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)
BROKER = Viewer(Role.BROKER, WERKER.id)
HEADER = "nummer;naam;thema;contact;plek;kosten\n"
ROW = "1;Schaken;Spelletjes;{contact};Bibliotheek Vogelweide;{cost}\n"
SOURCE = "Welzijn"


class Story:
    """A list of one initiative that goes on changing, and a person who edits what it brought."""

    def __init__(self, workspace, path):
        self.workspace, self.path = workspace, path
        self.id = ""

    def reads(self, contact="bel 038-5550122", cost="2", *, apply=True, **decided):
        self.path.write_text(HEADER + ROW.format(contact=contact, cost=cost), encoding="utf-8")
        sides = {side: frozenset(keys) for side, keys in decided.items()}
        result = import_table(
            self.workspace, ADMINISTRATOR, self.path, source=SOURCE, apply=apply, decided=Decided(**sides)
        )
        self.id = result.plan.new[0].id if result.plan.new else self.id
        return result

    def edits(self, **fields):
        draft = open_draft(self.workspace, BROKER, "initiative", self.id)
        return change_offer(self.workspace, BROKER, replace(draft.entity, **fields), draft.version)

    @property
    def now(self):
        return self.workspace.catalogue.get(Initiative, self.id).entity

    def key(self, field):
        return f"initiative/{self.id}/{field}"


@pytest.fixture
def story(workspace, tmp_path):
    told = Story(workspace, tmp_path / "lijst.csv")
    told.reads()
    return told


def test_the_same_list_says_nothing_new_so_nobody_is_asked(story):
    story.edits(contact="vraag aan de balie")
    result = story.reads()
    assert (result.plan.conflicts, result.batch) == ((), "")
    assert any("niets nieuws" in note for note in result.plan.notes)
    assert story.now.contact == "vraag aan de balie"


def test_a_newer_list_asks_and_shows_both_with_who_says_so(story):
    story.edits(contact="vraag aan de balie")
    result = story.reads(contact="bel 038-5550199", cost="3")
    (conflict,) = result.plan.conflicts
    assert (conflict.stored, conflict.offered) == ("vraag aan de balie", "bel 038-5550199")
    assert (conflict.stored_by, conflict.stored_on) == (BROKER.actor, date(2026, 3, 2))
    assert (conflict.source, conflict.key) == (SOURCE, story.key("contact"))
    assert (story.now.contact, story.now.cost_eur) == ("vraag aan de balie", 3.0)


def test_a_conflict_comes_back_until_somebody_decides(story):
    story.edits(contact="vraag aan de balie")
    for _ in range(2):
        assert len(story.reads(contact="bel 038-5550199").plan.conflicts) == 1


def test_take_theirs_is_carried_out_and_counts_as_the_source_from_then_on(story):
    story.edits(contact="vraag aan de balie")
    story.reads(contact="bel 038-5550199", take=[story.key("contact")])
    assert story.now.contact == "bel 038-5550199"
    assert story.reads(contact="bel 038-5550100").plan.conflicts == ()
    assert story.now.contact == "bel 038-5550100"


def test_keep_mine_is_remembered_until_the_source_says_something_else_again(story):
    story.edits(contact="vraag aan de balie")
    assert story.reads(contact="bel 038-5550199", keep=["alles"]).batch
    again = story.reads(contact="bel 038-5550199")
    assert (again.plan.conflicts, again.batch, story.now.contact) == ((), "", "vraag aan de balie")
    assert len(story.reads(contact="bel 038-5550100").plan.conflicts) == 1


def test_a_decision_is_undone_with_the_whole_import(story):
    story.edits(contact="vraag aan de balie")
    result = story.reads(contact="bel 038-5550199", cost="5", take=["alles"])
    undo_change(story.workspace, ADMINISTRATOR, result.batch)
    assert (story.now.contact, story.now.cost_eur) == ("vraag aan de balie", 2.0)
    assert story.reads(contact="bel 038-5550100", cost="5").plan.conflicts[0].field == "contact"
    assert story.now.cost_eur == 5.0


def test_a_place_that_a_person_changed_stands_while_the_list_says_the_same(story):
    story.edits(facility_id=None, no_fixed_place=True)
    assert story.reads().plan.conflicts == ()
    assert story.now.no_fixed_place


def test_another_place_in_the_list_is_taken_over_as_a_whole(story):
    story.edits(facility_id=None, no_fixed_place=True)
    told = story.path.read_text(encoding="utf-8").replace("Bibliotheek Vogelweide", "Buurthuis De Linde")
    story.path.write_text(told, encoding="utf-8")
    decided = Decided(take=frozenset({"alles"}))
    result = import_table(
        story.workspace, ADMINISTRATOR, story.path, source=SOURCE, apply=True, decided=decided
    )
    assert result.plan.rejected == ()
    assert (story.now.facility_id, story.now.no_fixed_place) == ("de-linde", False)


def test_a_plan_decides_nothing_by_itself(story):
    story.edits(contact="vraag aan de balie")
    before = story.workspace.catalogue.position()
    story.reads(contact="bel 038-5550199", apply=False, take=["alles"])
    assert story.workspace.catalogue.position() == before


def test_what_was_made_here_is_by_hand_and_a_file_fills_in_only_what_is_empty(workspace, tmp_path):
    path = tmp_path / "eigen.csv"
    path.write_text(
        "id;bron;naam;thema;contact;plek;max deelnemers\n"
        f"{KOFFIE.id};;Koffie;Spelletjes;bel maar;Buurthuis De Linde;12\n",
        encoding="utf-8",
    )
    result = import_table(workspace, ADMINISTRATOR, path, apply=True)
    assert {one.field for one in result.plan.conflicts} == {"name", "themes", "contact"}
    now = workspace.catalogue.get(Initiative, KOFFIE.id).entity
    assert now == replace(KOFFIE, max_participants=12)


def origins(story, viewer=BROKER):
    return show_origins(story.workspace, viewer, "initiative", story.id)


def test_every_field_says_where_it_comes_from(story):
    story.edits(contact="vraag aan de balie")
    story.reads(contact="bel 038-5550199", keep=["alles"])
    mine, theirs = sorted(origins(story), key=lambda line: line.source)
    name = who_is(story.workspace, BROKER, BROKER.actor)
    assert name == f"{WERKER.name} (sociaal makelaar)"
    assert mine == OriginLine(
        ("contact",), date(2026, 3, 2), by=name, otherwise=(SaidOtherwise("contact", "bel 038-5550199"),)
    )
    assert (theirs.source, theirs.on) == (SOURCE, date(2026, 3, 2))
    assert {"name", "themes", "facility_id", "cost_eur"} <= set(theirs.fields)


def test_who_changed_it_is_for_who_may_see_the_history(story):
    story.edits(contact="vraag aan de balie")
    assert [line.by for line in origins(story, Viewer(Role.VISITOR)) if not line.source] == [""]


def test_what_is_taken_back_has_its_old_origin_again(story):
    saved = story.edits(contact="vraag aan de balie")
    assert saved.version == 2
    entry = story.workspace.catalogue.history("initiative", story.id)[-1]
    undo_change(story.workspace, BROKER, entry.ref)
    assert {line.source for line in origins(story)} == {SOURCE}
    assert story.reads(contact="bel 038-5550199").plan.conflicts == ()


def test_of_what_is_not_public_or_not_there_nothing_is_told(story):
    assert show_origins(story.workspace, BROKER, "need", "N-1") == ()
    assert show_origins(story.workspace, BROKER, "initiative", "nergens") == ()
