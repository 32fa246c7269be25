"""A resident typed into every text of an idea is refused and stays nowhere; what is in no list neither."""

from __future__ import annotations

import logging
import traceback
from dataclasses import replace

import pytest

from socialmap.actions.answer_bundle import BundleAnswer, answer_bundle
from socialmap.actions.count_budget import BudgetAsked, count_budget
from socialmap.actions.lead_bundle import NextStep, change_bundle, move_bundle, work_out
from socialmap.actions.propose_bundle import propose_bundle, refuse_idea
from socialmap.actions.regroup_bundles import split_bundle
from socialmap.actions.saved_ideas import BundleDraft
from socialmap.errors import UserError
from socialmap.model.together import BundleStatus
from socialmap.model.work import AuditLine
from socialmap.privacy.roles import Role, Viewer
from tests.contract.test_canary_of_needs import EVERYTHING, PIECES, everything_in, traces_in
from tests.spec.calls_bundles import idea_of, saved_of
from tests.town import TODAY, WERKER

WOBKE = Viewer(Role.COMMUNITY_WORKER, WERKER.id)
DELIA = Viewer(Role.BROKER, "delia")
DRAFT = BundleDraft(purpose="Samen stilstaan.", owner=WERKER.id)


def changed(**other):
    return lambda w, text: change_bundle(
        w, WOBKE, saved_of(w), replace(DRAFT, **{name: cast(text) for name, cast in other.items()}), 1
    )


TEXTS = {
    "what it is for": changed(purpose=str),
    "what residents do": changed(residents_do=str),
    "what we do": changed(professional_does=str),
    "what residents said": lambda w, text: move_bundle(
        w, WOBKE, saved_of(w), NextStep(to=BundleStatus.DISCUSSED, talk_on=TODAY, talk_said=text), 1
    ),
    "why a saved idea does not fit": lambda w, text: move_bundle(
        w, WOBKE, saved_of(w), NextStep(to=BundleStatus.REJECTED, reason=text), 1
    ),
    "why a computed idea does not fit": lambda w, text: refuse_idea(w, WOBKE, idea_of(w), text),
}
CODES = {
    "the owner": changed(owner=str),
    "the second owner": changed(second_owner=str),
    "the place": changed(facility_id=str),
    "the room": changed(room_id=str),
    "a leader": changed(lead_ids=lambda text: (text,)),
    "the partner": changed(partner_id=str),
    "who pays": changed(money_from=str),
    "the idea": lambda w, text: work_out(w, WOBKE, text),
    "who is invited": lambda w, text: propose_bundle(w, WOBKE, idea_of(w), text),
    "the part that leaves": lambda w, text: split_bundle(w, WOBKE, saved_of(w), text, 1),
    "the partner in an answer": lambda w, text: answer_bundle(
        w, DELIA, saved_of(w), BundleAnswer(partner_id=text), 1
    ),
    "an amount": lambda w, text: count_budget(w, WOBKE, BudgetAsked(rent=text)),
    "a number": lambda w, text: count_budget(w, WOBKE, BudgetAsked(people=text)),
}


def refused(call, workspace, text):
    with pytest.raises(UserError) as caught:
        call(workspace, text)
    told = "".join([*traceback.format_exception_only(caught.value), repr(vars(caught.value))])
    assert traces_in(told) == []


@pytest.mark.parametrize("piece", PIECES)
@pytest.mark.parametrize("field", TEXTS)
def test_each_piece_is_refused_in_each_text(field, piece, workspace):
    refused(TEXTS[field], workspace, f"Samen eten met {PIECES[piece]}.")


@pytest.mark.parametrize("field", {**TEXTS, **CODES})
def test_nothing_of_it_stays_in_the_folder_the_log_or_an_audit_line(
    field, workspace, town_folder, caplog, capfd
):
    caplog.set_level(logging.DEBUG)
    refused({**TEXTS, **CODES}[field], workspace, EVERYTHING)
    told = "".join([caplog.text, *capfd.readouterr()])
    told += "".join(repr(line.entity) for line in workspace.catalogue.all(AuditLine))
    assert traces_in(told + everything_in(town_folder)) == []
