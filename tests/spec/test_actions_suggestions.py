"""Klopt dit niet?: what anybody may send in, what is refused, and a decision for each field."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from socialmap.actions.decide_suggestion import decide, show_suggestions
from socialmap.actions.show_checks import show_checks
from socialmap.actions.show_history import undo_change
from socialmap.actions.show_offer import show_offer
from socialmap.actions.show_vulnerable import show_vulnerable
from socialmap.actions.show_week import show_week
from socialmap.actions.suggest import MOST_FOR_ONE_THING, MOST_IN_A_DAY, open_suggestion, suggest
from socialmap.actions.workspace import Workspace
from socialmap.errors import EditConflict, InvalidInput, NotFound, UserError
from socialmap.model.proposing import FIELDS
from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation
from socialmap.model.suggestion import REMARK, Suggestion, Verdict
from socialmap.privacy.roles import Role, Viewer
from tests.town import BEWONERS, DE_LINDE, EETTAFEL, KERK, KOFFIE, TALENT, TODAY, WELZIJN

VISITOR = Viewer(Role.VISITOR)
DELIA = Viewer(Role.BROKER, "delia")
CANARY = "Kanarie van Dijk, Kanariestraat 1, 06-12345678"


def eettafel(workspace: Workspace) -> Initiative:
    return workspace.catalogue.get(Initiative, EETTAFEL.id).entity


def kept(workspace: Workspace) -> list[Suggestion]:
    return [stored.entity for stored in workspace.catalogue.all(Suggestion)]


def send(workspace: Workspace, **wanted: str) -> str:
    return suggest(workspace, VISITOR, "initiative", EETTAFEL.id, wanted)


def test_the_form_shows_what_stands_there_now(workspace):
    form = open_suggestion(workspace, VISITOR, "initiative", EETTAFEL.id)
    assert form.name == "Eettafel De Brug"
    assert form.now == {
        "name": "Eettafel De Brug", "contact": "038-5550111", "description": "", "cost_eur": "4",
        "status": "actief", "remark": "",
    }  # fmt: skip
    assert list(open_suggestion(workspace, VISITOR, "facility", DE_LINDE.id).now) == list(FIELDS["facility"])


def test_only_what_differs_waits_and_nothing_changes_yet(workspace):
    form = open_suggestion(workspace, VISITOR, "initiative", EETTAFEL.id)
    thanks = send(workspace, **{**form.now, "contact": " 038-555 02 22 ", "cost_eur": "4"})
    assert thanks == "Dank je wel. Een collega uit de wijk kijkt ernaar."
    assert eettafel(workspace) == EETTAFEL
    (waiting,) = show_suggestions(workspace, DELIA)
    assert waiting.told == "Gemeld door een bezoeker op 2 maart 2026"
    ((field, now, proposed, same),) = [(x.field, x.now, x.proposed, x.same) for x in waiting.lines]
    assert (field, now, proposed, same) == ("contact", "038-5550111", "038-555 02 22", False)


def test_each_field_is_decided_apart_and_both_stay_in_the_history(workspace):
    send(workspace, contact="via de balie", cost_eur="2.5", remark="Is nu op donderdagmiddag.")
    (waiting,) = show_suggestions(workspace, DELIA)
    assert decide(workspace, DELIA, waiting.id, "contact", accept=True).sentence.startswith("Overgenomen.")
    assert decide(workspace, DELIA, waiting.id, "cost_eur", accept=False).sentence.startswith("Niet over")
    assert [line.field for line in show_suggestions(workspace, DELIA)[0].lines] == [REMARK]
    assert decide(workspace, DELIA, waiting.id, REMARK, accept=True).sentence.startswith("Gedaan.")
    assert show_suggestions(workspace, DELIA) == ()
    assert eettafel(workspace) == replace(EETTAFEL, contact="via de balie")
    (suggestion,) = kept(workspace)
    assert suggestion.handled_on == TODAY
    verdicts = [each.verdict for each in suggestion.proposals]
    assert verdicts == [Verdict.TAKEN_OVER, Verdict.LEFT, Verdict.TAKEN_OVER]
    assert len(workspace.catalogue.history("suggestion", suggestion.id)) == 4


def test_a_decision_can_be_taken_back_with_what_it_changed(workspace):
    send(workspace, cost_eur="0")
    (waiting,) = show_suggestions(workspace, DELIA)
    decided = decide(workspace, DELIA, waiting.id, "cost_eur", accept=True)
    assert eettafel(workspace).cost_eur == 0
    undo_change(workspace, DELIA, decided.batch)
    assert eettafel(workspace) == EETTAFEL
    assert [each.id for each in show_suggestions(workspace, DELIA)] == [waiting.id]


def test_who_says_it_stopped_stops_nothing_until_it_is_taken_over(workspace):
    send(workspace, status="gestopt")
    assert eettafel(workspace).status is OfferStatus.ACTIVE
    (waiting,) = show_suggestions(workspace, DELIA)
    decide(workspace, DELIA, waiting.id, "status", accept=True)
    assert (eettafel(workspace).status, eettafel(workspace).stopped_on) == (OfferStatus.STOPPED, TODAY)


def test_a_colleague_who_was_first_is_told_and_nothing_is_done_twice(workspace):
    send(workspace, contact="via de balie")
    (waiting,) = show_suggestions(workspace, DELIA)
    decide(workspace, DELIA, waiting.id, "contact", accept=False)
    with pytest.raises(UserError, match="al beslist"):
        decide(workspace, DELIA, waiting.id, "contact", accept=True)
    assert eettafel(workspace) == EETTAFEL


def test_what_stands_there_already_is_told(workspace):
    send(workspace, contact="via de balie")
    workspace.catalogue.save(
        [replace(EETTAFEL, contact="via de balie")], actor="x", action="y", at=workspace.clock()
    )
    assert show_suggestions(workspace, DELIA)[0].lines[0].same


def test_a_suggestion_about_what_is_gone_can_only_be_put_away(workspace):
    suggest(workspace, VISITOR, "organisation", KERK.id, {"phone": "038-5550333"})
    workspace.catalogue.remove(Organisation, KERK.id, actor="x", action="y", at=workspace.clock())
    (waiting,) = show_suggestions(workspace, DELIA)
    assert (waiting.name, waiting.lines[0].now) == ("", "")
    with pytest.raises(NotFound):
        decide(workspace, DELIA, waiting.id, "phone", accept=True)
    decide(workspace, DELIA, waiting.id, "phone", accept=False)
    assert show_suggestions(workspace, DELIA) == ()


@pytest.mark.parametrize(
    ("wanted", "sentence"),
    [
        ({}, "Verander eerst iets"),
        ({"contact": "038-5550111"}, "Verander eerst iets"),
        ({"cost_eur": "duur"}, "Vul een bedrag in"),
        ({"status": "actief"}, "Verander eerst iets"),
        ({"description": "x" * 301}, "Hoogstens 300 tekens"),
        ({"remark": "Bel Kanarie van Dijk"}, "misschien een naam"),
        ({"remark": "hij slaat mij"}, "Bel 112"),
        ({"contact": "Kanarie van Dijk"}, "misschien een naam"),
    ],
)
def test_what_is_refused_gets_a_sentence_and_keeps_nothing(workspace, wanted, sentence):
    with pytest.raises(InvalidInput, match=sentence):
        send(workspace, **wanted)
    assert kept(workspace) == []


def test_of_what_is_far_too_long_only_the_beginning_is_listened_to(workspace):
    heard = []

    class Listening:
        def is_acute(self, written):
            heard.append(written)
            return False

    with pytest.raises(InvalidInput, match="Hoogstens 300 tekens"):
        suggest(
            workspace.listening_by(Listening()), VISITOR, Initiative.kind, KOFFIE.id, {REMARK: "a " * 999}
        )
    assert [len(each) for each in heard] == [1000]


@pytest.mark.parametrize(
    ("kind", "thing_id"),
    [("initiative", EETTAFEL.id), ("facility", DE_LINDE.id), ("organisation", WELZIJN.id)],
)
def test_no_field_takes_a_person(workspace, kind, thing_id):
    for field in FIELDS[kind]:
        for text in (CANARY, "Kanarie van Dijk", "Kanarie van Dijk 06-12345678"):
            with pytest.raises(InvalidInput):
                suggest(workspace, VISITOR, kind, thing_id, {field: text})
    assert kept(workspace) == []


def test_only_what_is_on_the_map_can_be_reported(workspace):
    for kind, thing_id in (("talent", TALENT.id), ("need", "V-12"), ("initiative", "weg"), ("x", "y")):
        with pytest.raises(NotFound):
            suggest(workspace, VISITOR, kind, thing_id, {REMARK: "Klopt niet."})


def test_visitors_cannot_flood_one_thing_nor_the_list(workspace):
    for number in range(MOST_FOR_ONE_THING):
        send(workspace, remark=f"Is nu op dag {number}.")
    with pytest.raises(UserError, match="wachten al meldingen"):
        send(workspace, remark="Nog iets.")
    suggest(workspace, DELIA, "initiative", EETTAFEL.id, {REMARK: "Een collega mag altijd."})

    today = next(each for each in kept(workspace) if each.by == Role.VISITOR)
    many = [replace(today, id=f"M-{n}", object_id="elders", handled_on=TODAY) for n in range(MOST_IN_A_DAY)]
    workspace.catalogue.save(many, actor="bezoeker", action="gemeld", at=workspace.clock())
    with pytest.raises(UserError, match="Vandaag kwamen er al veel"):
        suggest(workspace, VISITOR, "initiative", KOFFIE.id, {REMARK: "Klopt niet."})
    tomorrow = replace(workspace, clock=lambda: workspace.clock() + timedelta(days=1))
    suggest(tomorrow, VISITOR, "initiative", KOFFIE.id, {REMARK: "Klopt niet."})


def test_an_edit_of_the_same_field_between_looking_and_taking_over_is_a_conflict_or_newest(workspace):
    send(workspace, contact="via de balie")
    (waiting,) = show_suggestions(workspace, DELIA)
    workspace.catalogue.save(
        [replace(EETTAFEL, contact="038-5550444")], actor="x", action="y", at=workspace.clock()
    )
    assert show_suggestions(workspace, DELIA)[0].lines[0].now == "038-5550444"
    decide(workspace, DELIA, waiting.id, "contact", accept=True)
    assert eettafel(workspace).contact == "via de balie"
    with pytest.raises((UserError, EditConflict)):
        decide(workspace, DELIA, waiting.id, "contact", accept=True)


def test_who_wants_to_be_left_alone_is_on_no_list_to_phone_or_visit(workspace):
    alone = replace(BEWONERS, do_not_contact=True)
    workspace.catalogue.save([alone], actor="x", action="y", at=workspace.clock())
    assert show_checks(workspace, DELIA).waiting["initiative"] == 0
    week = show_week(workspace, DELIA)
    told = [line for line in (*week.lines, *week.rest) if line.id == EETTAFEL.id]
    assert [line for line in told if line.news in {"controleren", "leren_kennen"}] == []
    visits = {line.id: line.may_visit for line in show_vulnerable(workspace, DELIA).lines}
    assert visits[EETTAFEL.id] is False
    assert visits[KOFFIE.id] is True
    said = "Niet bellen of langsgaan voor ons: dat willen zij niet. Meedoen mag wel."
    assert show_offer(workspace, DELIA, EETTAFEL.id).left_alone == said
    assert show_offer(workspace, VISITOR, EETTAFEL.id).left_alone == ""


def test_places_and_organisations_are_checked_too(workspace):
    later = replace(workspace, clock=lambda: workspace.clock() + timedelta(days=400))
    waiting = show_checks(later, DELIA).waiting
    assert waiting["facility"] == workspace.catalogue.count(Facility)
    assert waiting["organisation"] == workspace.catalogue.count(Organisation)
    lines = [line for street in show_checks(later, DELIA, kind="facility").streets for line in street.lines]
    assert {line.kind for line in lines} == {"facility"}
    with pytest.raises(NotFound):
        show_checks(later, DELIA, kind="talent")
