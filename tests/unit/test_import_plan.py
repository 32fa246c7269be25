"""The plan of an import: what would change, what people changed by hand, what is gone."""

from dataclasses import replace
from datetime import date

import pytest

from socialmap.connectors.plan import ByHand, Decided, HandEdit, Reading, Rejected, Row, make_plan, refuse
from socialmap.errors import Violation
from socialmap.model.provision import Facility, Initiative
from socialmap.model.values import FacilityId, FacilityTypeId, InitiativeId, RoomId, ThemeId

KOFFIE = Initiative(
    id=InitiativeId("i1"),
    name="Koffie",
    themes=(ThemeId("samen-eten"),),
    contact="038-1234567",
    facility_id=FacilityId("f1"),
    source="tabel",
    source_id="1",
)
GIVEN = frozenset({"name", "themes", "contact", "facility_id"})


def by_hand(*fields, said=None):
    """A person filled in these fields of KOFFIE; ``said`` is what its source said before."""
    edits = dict.fromkeys(fields, HandEdit("makelaar", date(2026, 3, 1)))
    return {("initiative", "i1"): ByHand(edits, said or {})}


def plan_of(*entities, stored=(), by_hand=None, decided=None, **reading):
    rows = tuple(Row(line, entity, GIVEN) for line, entity in enumerate(entities, start=2))
    return make_plan(
        Reading(rows, **reading),
        {(entity.kind, entity.id): entity for entity in stored},
        by_hand=by_hand,
        decided=decided or Decided(),
    )


def test_what_is_not_stored_is_new():
    plan = plan_of(KOFFIE)
    assert (plan.new, plan.changed, plan.unchanged, plan.to_save) == ((KOFFIE,), (), 0, (KOFFIE,))


def test_a_change_shows_every_field_before_and_after_and_leaves_the_others():
    stored = replace(KOFFIE, name="Koffie en thee", description="Van een mens.")
    (change,) = plan_of(KOFFIE, stored=[stored]).changed
    assert [(field.field, field.before, field.after) for field in change.fields] == [
        ("name", "Koffie en thee", "Koffie")
    ]
    assert change.after == replace(KOFFIE, description="Van een mens.")


def test_what_a_person_changed_is_kept_and_shown_as_a_conflict():
    stored = replace(KOFFIE, contact="via Fatma", name="Thee")
    plan = plan_of(KOFFIE, stored=[stored], by_hand=by_hand("contact"))
    (conflict,) = plan.conflicts
    assert (conflict.field, conflict.stored, conflict.offered) == ("contact", "via Fatma", "038-1234567")
    assert (conflict.stored_by, conflict.stored_on, conflict.source) == (
        "makelaar",
        date(2026, 3, 1),
        "tabel",
    )
    assert plan.to_save == (replace(stored, name="Koffie"),)


def test_a_place_that_a_person_chose_is_kept_as_a_whole():
    stored = replace(KOFFIE, facility_id=None, no_fixed_place=True)
    plan = plan_of(KOFFIE, stored=[stored], by_hand=by_hand("no_fixed_place"))
    assert plan.to_save == ()
    assert [conflict.field for conflict in plan.conflicts] == ["facility_id"]


def test_another_facility_takes_the_old_room_away():
    stored = replace(KOFFIE, facility_id=FacilityId("f9"), room_id=RoomId("r9"))
    assert plan_of(KOFFIE, stored=[stored]).to_save == (KOFFIE,)


def test_the_same_row_twice_counts_once_and_is_said():
    plan = plan_of(KOFFIE, KOFFIE)
    assert plan.new == (KOFFIE,)
    assert plan.notes == ("Dubbele regels, één keer meegeteld: 1.",)


def test_rows_that_contradict_each_other_are_all_refused():
    plan = plan_of(KOFFIE, replace(KOFFIE, name="Thee"))
    assert plan.to_save == ()
    assert {refused.line for refused in plan.rejected} == {2, 3}
    assert "2 en 3" in plan.rejected[0].reason


def test_what_the_same_source_no_longer_names_is_shown_but_stays():
    other = replace(KOFFIE, id=InitiativeId("i2"), source_id="2")
    elsewhere = replace(KOFFIE, id=InitiativeId("i3"), source="hand")
    plan = plan_of(KOFFIE, stored=[KOFFIE, other, elsewhere])
    assert (plan.gone, plan.to_save, plan.unchanged) == ((("initiative", "i2"),), (), 1)


def test_a_refused_row_does_not_make_its_initiative_gone():
    rejected_keys = frozenset({("initiative", "i2")})
    other = replace(KOFFIE, id=InitiativeId("i2"), source_id="2")
    assert plan_of(KOFFIE, stored=[KOFFIE, other], rejected_keys=rejected_keys).gone == ()


def test_a_row_with_three_reasons_is_one_refused_row():
    reasons = tuple(Rejected(7, "Fout.", field) for field in ("a", "b", "c"))
    assert plan_of(KOFFIE, rejected=reasons).rejected_rows == 1


def test_a_persons_value_stands_without_asking_while_the_source_says_nothing_new():
    stored = replace(KOFFIE, contact="via Fatma")
    plan = plan_of(KOFFIE, stored=[stored], by_hand=by_hand("contact", said={"contact": KOFFIE.contact}))
    assert (plan.conflicts, plan.to_save) == ((), ())
    assert plan.notes == ("Door iemand aangepast, en de bron zegt niets nieuws: 1. Dat blijft zo.",)


@pytest.mark.parametrize("key", ["initiative/i1/contact", "alles"])
def test_what_a_person_takes_over_is_saved(key):
    stored = replace(KOFFIE, contact="via Fatma")
    decided = Decided(take=frozenset({key}))
    plan = plan_of(KOFFIE, stored=[stored], by_hand=by_hand("contact"), decided=decided)
    assert (plan.conflicts, plan.to_save) == ((), (KOFFIE,))


def test_what_a_person_keeps_is_saved_after_what_the_source_said():
    stored = replace(KOFFIE, contact="via Fatma")
    decided = Decided(keep=frozenset({"initiative/i1/contact"}))
    plan = plan_of(KOFFIE, stored=[stored], by_hand=by_hand("contact"), decided=decided)
    assert (plan.conflicts, plan.changed, plan.to_save) == ((), (), (KOFFIE, stored))


def test_a_place_is_decided_about_as_a_whole():
    stored = replace(KOFFIE, facility_id=None, room_id=None, no_fixed_place=True)
    row = Row(2, KOFFIE, GIVEN | {"no_fixed_place"})
    decided = Decided(take=frozenset({"initiative/i1/place"}))
    known = {("initiative", "i1"): stored}
    plan = make_plan(Reading((row,)), known, by_hand=by_hand("no_fixed_place"), decided=decided)
    assert plan.to_save == (KOFFIE,)


@pytest.mark.parametrize(
    ("said", "kept"), [(date(2026, 2, 1), True), (date(2026, 3, 2), False), (None, True)]
)
def test_the_latest_check_counts_and_is_never_disputed(said, kept):
    stored = replace(KOFFIE, checked_on=date(2026, 3, 1))
    row = Row(2, replace(KOFFIE, checked_on=said), frozenset({"checked_on"}))
    plan = make_plan(Reading((row,)), {("initiative", "i1"): stored}, by_hand=by_hand("checked_on"))
    assert (plan.conflicts, plan.to_save == ()) == ((), kept)


@pytest.mark.parametrize("edited", [None, {}])
def test_a_plan_carried_out_leaves_nothing_to_do(edited):
    saved = plan_of(KOFFIE, by_hand=edited).to_save
    plan = plan_of(KOFFIE, stored=saved, by_hand=edited)
    assert (plan.to_save, plan.unchanged) == ((), 1)


def refused_plan(broken, *entities, stored=()):
    rows = tuple(Row(line, entity, frozenset({"name"})) for line, entity in enumerate(entities, start=2))
    reading = Reading(rows)
    return refuse(make_plan(reading, {(e.kind, e.id): e for e in stored}), reading, broken)


def test_what_breaks_a_rule_is_refused_with_every_reason_and_its_line():
    broken = {("initiative", "i2"): (Violation("contact", "Een."), Violation("name", "Twee."))}
    plan = refused_plan(broken, KOFFIE, replace(KOFFIE, id=InitiativeId("i2")))
    assert [(one.line, one.field, one.reason) for one in plan.rejected] == [
        (3, "contact", "Een."),
        (3, "name", "Twee."),
    ]
    assert (plan.new, plan.rejected_rows) == ((KOFFIE,), 1)


def test_what_refers_to_something_new_that_is_refused_is_refused_too():
    house = Facility(id=FacilityId("f1"), name="Huis", type=FacilityTypeId("buurthuis"), point=None)
    broken = {("facility", "f1"): (Violation("name", "Nee."),)}
    plan = refused_plan(broken, house, KOFFIE)
    assert plan.to_save == ()
    assert {one.line for one in plan.rejected} == {2, 3}


def test_what_refers_to_something_stored_stays_when_only_its_change_is_refused():
    house = Facility(id=FacilityId("f1"), name="Huis", type=FacilityTypeId("buurthuis"), point=None)
    broken = {("facility", "f1"): (Violation("name", "Nee."),)}
    plan = refused_plan(broken, replace(house, name="Ander huis"), KOFFIE, stored=[house])
    assert plan.to_save == (KOFFIE,)
