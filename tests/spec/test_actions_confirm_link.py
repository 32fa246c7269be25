"""A link with which an organisation answers once: each way to fail says so and changes nothing."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest

from socialmap.actions.answer_link import confirm_by_link, open_link, report_by_link
from socialmap.actions.confirm_link import links_of, make_link, revoke_link
from socialmap.actions.decide_suggestion import show_suggestions
from socialmap.actions.show_offer import show_offer
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotFound, UserError
from socialmap.model.provision import Initiative, Organisation
from socialmap.model.suggestion import REMARK, ConfirmLink, Suggestion
from socialmap.model.wording import FreshnessBadge
from socialmap.model.work import CheckMethod, CheckOutcome, Verification
from socialmap.privacy.roles import Role, Viewer
from tests.town import BEWONERS, EETTAFEL, KERK, TODAY

DELIA = Viewer(Role.BROKER, "delia")
HOLDER = Viewer(Role.VISITOR)
ORIGIN = "https://kaart.example"


def sent(workspace: Workspace, kind: str = "initiative", thing_id: str = EETTAFEL.id) -> str:
    """The token of a new link, as it stands in the mail."""
    made = make_link(workspace, DELIA, kind, thing_id, origin=ORIGIN)
    return made.text.partition(f"{ORIGIN}/klopt/")[2].split()[0]


def on_day(workspace: Workspace, days: int) -> Workspace:
    return replace(workspace, clock=lambda: workspace.clock() + timedelta(days=days))


def eettafel(workspace: Workspace) -> Initiative:
    return workspace.catalogue.get(Initiative, EETTAFEL.id).entity


def refused(workspace: Workspace, token: str) -> str:
    """Why a link does not work: the same when looking, confirming and reporting; and nothing happens."""
    position = workspace.catalogue.position()
    said = []
    for answer in (
        lambda: open_link(workspace, HOLDER, token),
        lambda: confirm_by_link(workspace, HOLDER, token),
        lambda: report_by_link(workspace, HOLDER, token, {REMARK: "Is verhuisd."}),
    ):
        with pytest.raises(UserError) as error:
            answer()
        assert error.value.remedy
        said.append(error.value.sentence)
    assert workspace.catalogue.position() == position
    assert len(set(said)) == 1
    return said[0]


def test_a_mail_lies_ready_with_the_link_and_the_last_day(workspace):
    workspace.catalogue.save(
        [replace(BEWONERS, email="info@lindehof.example")], actor="x", action="y", at=workspace.clock()
    )
    made = make_link(workspace, DELIA, "initiative", EETTAFEL.id, origin=ORIGIN)
    assert (made.to, made.subject) == ("info@lindehof.example", "Klopt dit nog? Eettafel De Brug")
    assert f"{ORIGIN}/klopt/{made.id}." in made.text
    assert "tot en met 1 april 2026" in made.text
    assert made.until == date(2026, 4, 1)
    with pytest.raises(NotFound):
        make_link(workspace, DELIA, "initiative", "weg", origin=ORIGIN)
    with pytest.raises(NotFound):
        make_link(workspace, DELIA, "talent", "talent", origin=ORIGIN)


def test_looking_shows_what_stands_on_the_map_and_changes_nothing(workspace):
    token = sent(workspace)
    position = workspace.catalogue.position()
    for _ in range(3):
        opened = open_link(workspace, HOLDER, token)
    assert (opened.name, opened.now["contact"]) == ("Eettafel De Brug", "038-5550111")
    assert workspace.catalogue.position() == position


def test_yes_counts_as_a_check_of_today_and_uses_the_link_up(workspace):
    token = sent(workspace)
    assert confirm_by_link(workspace, HOLDER, token) == "Dank u wel. We weten nu dat dit klopt."
    assert eettafel(workspace) == replace(EETTAFEL, checked_on=TODAY, checked_by="organisatie")
    assert show_offer(workspace, DELIA, EETTAFEL.id).badge == FreshnessBadge.FRESH
    (check,) = [stored.entity for stored in workspace.catalogue.all(Verification)]
    assert (check.outcome, check.method, check.by) == (
        CheckOutcome.CORRECT, CheckMethod.MAIL, "organisatie",
    )  # fmt: skip
    assert refused(workspace, token) == "Deze link is al gebruikt. Uw antwoord is bij ons binnen."


def test_something_changed_waits_for_a_colleague(workspace):
    token = sent(workspace)
    thanks = report_by_link(workspace, HOLDER, token, {"contact": "via de balie", "status": "gestopt"})
    assert thanks == "Dank u wel. Een collega uit de wijk kijkt ernaar."
    assert eettafel(workspace) == EETTAFEL
    (waiting,) = show_suggestions(workspace, DELIA)
    assert waiting.told == "Gemeld door een organisatie op 2 maart 2026"
    assert [line.field for line in waiting.lines] == ["contact", "status"]
    assert refused(workspace, token).startswith("Deze link is al gebruikt.")


def test_a_refused_report_leaves_the_link_as_it_is(workspace):
    token = sent(workspace)
    for wanted in ({}, {REMARK: "Bel Kanarie van Dijk"}):
        with pytest.raises(InvalidInput):
            report_by_link(workspace, HOLDER, token, wanted)
    assert list(workspace.catalogue.all(Suggestion)) == []
    assert confirm_by_link(workspace, HOLDER, token)


def test_a_link_works_for_thirty_days(workspace):
    token = sent(workspace)
    assert open_link(on_day(workspace, 30), HOLDER, token)
    assert refused(on_day(workspace, 31), token) == "Deze link werkt niet meer. Hij was 30 dagen geldig."


@pytest.mark.parametrize("how", ["signature", "id", "none", "empty", "odd"])
def test_what_was_tampered_with_or_made_up_is_not_known(workspace, how):
    token, other = sent(workspace), sent(workspace, "organisation", KERK.id)
    name, _, signature = token.rpartition(".")
    wrong = {
        "signature": f"{name}.{other.rpartition('.')[2]}",
        "id": f"{other.rpartition('.')[0]}.{signature}",
        "none": name,
        "empty": "",
        "odd": "é.ü\0",
    }[how]
    assert refused(workspace, wrong) == "Deze link kennen we niet."


def test_a_link_of_another_installation_is_not_known(workspace, tmp_path):
    token = sent(workspace)
    moved = replace(workspace, folder=tmp_path / "elders")
    assert refused(moved, token) == "Deze link kennen we niet."


def test_a_link_that_was_taken_back_says_so(workspace):
    token = sent(workspace)
    (line,) = links_of(workspace, DELIA, "initiative", EETTAFEL.id)
    assert (line.on, line.until) == (TODAY, date(2026, 4, 1))
    revoke_link(workspace, DELIA, line.id)
    assert links_of(workspace, DELIA, "initiative", EETTAFEL.id) == ()
    assert refused(workspace, token) == "Deze link is ingetrokken."
    with pytest.raises(UserError, match="werkte al niet meer"):
        revoke_link(workspace, DELIA, line.id)


def test_a_link_about_what_is_gone_says_so(workspace):
    token = sent(workspace, "organisation", KERK.id)
    workspace.catalogue.remove(Organisation, KERK.id, actor="x", action="y", at=workspace.clock())
    assert refused(workspace, token) == "Dit staat niet meer op de kaart."


def test_of_two_answers_at_the_same_moment_one_counts(workspace, second_workspace, monkeypatch):
    token = sent(workspace)
    stored = second_workspace.catalogue.find(ConfirmLink, token.rpartition(".")[0])
    confirm_by_link(workspace, HOLDER, token)
    # The second read the link before the first wrote.
    monkeypatch.setattr("socialmap.actions.answer_link._working", lambda *_: stored)
    with pytest.raises(UserError, match="al gebruikt"):
        confirm_by_link(second_workspace, HOLDER, token)
    with pytest.raises(UserError, match="al gebruikt"):
        report_by_link(second_workspace, HOLDER, token, {REMARK: "Is verhuisd."})
    assert len(list(workspace.catalogue.all(Verification))) == 1
    assert list(workspace.catalogue.all(Suggestion)) == []


def test_the_address_is_kept_nowhere_in_the_folder(workspace):
    signature = sent(workspace).rpartition(".")[2].encode()
    files = [path for path in workspace.folder.rglob("*") if path.is_file()]
    assert files
    assert not [path.name for path in files if signature in path.read_bytes()]
