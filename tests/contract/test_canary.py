"""What somebody types about a resident is fed into every input, and afterwards may be nowhere.

The one place where it comes back by contract is the standard output of ``words --json``, which gives each
line back to whoever sent it.
"""

from __future__ import annotations

import csv
import json
import logging
import traceback
from dataclasses import replace

import pytest

from socialmap.actions.answer_link import confirm_by_link, open_link, report_by_link
from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.danger import in_danger, refuse_danger
from socialmap.actions.explain_connection import explain_connection
from socialmap.actions.find_help import HelpRequest, find_help
from socialmap.actions.find_similar import find_similar
from socialmap.actions.hint_plain_dutch import hint_plain_dutch
from socialmap.actions.import_file import import_table
from socialmap.actions.list_talents import list_talents
from socialmap.actions.locate_address import locate_address, locate_place
from socialmap.actions.map_features import FeatureRequest, map_features
from socialmap.actions.print_invitation import invitation
from socialmap.actions.public_files import FileForm, export_open_file
from socialmap.actions.read_map_text import read_map_text
from socialmap.actions.recognise_words import recognise_words
from socialmap.actions.run_query import run_query
from socialmap.actions.save_offer import add_offer, change_offer, check_draft, open_draft
from socialmap.actions.save_signal import propose_route, save_signal
from socialmap.actions.show_area import show_area
from socialmap.actions.show_history import find_history, history_of, undo_change
from socialmap.actions.show_offer import show_offer
from socialmap.actions.show_place import show_facility, show_organisation
from socialmap.actions.suggest import suggest
from socialmap.actions.take_along import take_along
from socialmap.actions.understand_words import understand_words
from socialmap.cli.main import run
from socialmap.collective.signal_draft import TEXTS
from socialmap.errors import NotAllowed, SocialmapError
from socialmap.privacy.roles import Role, Viewer
from tests.contract.commands import SEARCH, in_process
from tests.spec.calls_signals import LIFT
from tests.town import KOFFIE, LINDEHOF, TODAY, WERKER, opened

CANARY = "Fladderik van Dijk, Fladderikstraat 1, 06-12345678"
"""A word that none of our own sayings has, so that an answer can only have it from what was typed."""
TRACES = ("fladderik", "12345678", "van dijk")
WORKER = Viewer(Role.PROFESSIONAL)
BROKER = Viewer(Role.BROKER)
VISITOR = Viewer(Role.VISITOR)
ADMINISTRATOR = Viewer(Role.ADMINISTRATOR)
COMMUNITY_WORKER = Viewer(Role.COMMUNITY_WORKER, WERKER.id)
INPUTS = (CANARY, *CANARY.split(", "), f"eenzaam {CANARY}", f"hij slaat mij {CANARY}", f"{CANARY}\n{CANARY}")

ASKED = HelpRequest(themes=("eenzaamheid",), area_id=LINDEHOF.id)


def told_everywhere(text):
    """A signal with this in each text of it."""
    return replace(LIFT, **dict.fromkeys(TEXTS, text))


BOX = {"west": 6.0, "south": 52.4, "east": 6.2, "north": 52.6, "zoom": 17}
ACTIONS = {
    "recognise_words": recognise_words,
    "hint_plain_dutch": lambda w, text: hint_plain_dutch(WORKER, text),
    "understand_words": lambda w, text: understand_words(w, WORKER, text),
    "in_danger": lambda w, text: in_danger(w, {"text": text}),
    "refuse_danger": lambda w, text: refuse_danger(w, {"text": text}),
    "read_map_text": lambda w, text: read_map_text(w, VISITOR, text),
    "read_map_text within": lambda w, text: read_map_text(w, VISITOR, f"eenzaam {text}", [text], text),
    "list_talents": lambda w, text: list_talents(w, WORKER, text),
    "propose_route": lambda w, text: propose_route(w, COMMUNITY_WORKER, told_everywhere(text)),
    "save_signal": lambda w, text: save_signal(w, COMMUNITY_WORKER, told_everywhere(text)),
    "locate_address": lambda w, text: locate_address(w, WORKER, text),
    "locate_place": lambda w, text: locate_place(w, WORKER, text),
    "find_help": lambda w, text: find_help(w, WORKER, ASKED),
    "find_help by theme": lambda w, text: find_help(w, WORKER, replace(ASKED, themes=(text,))),
    "find_help by side theme": lambda w, text: find_help(
        w, WORKER, replace(ASKED, themes=("eenzaamheid", text))
    ),
    "find_help by area": lambda w, text: find_help(w, WORKER, replace(ASKED, area_id=text)),
    "find_help by threshold": lambda w, text: find_help(w, WORKER, replace(ASKED, thresholds=(text,))),
    "find_help by language": lambda w, text: find_help(w, WORKER, replace(ASKED, languages=(text,))),
    "find_help by person": lambda w, text: find_help(w, WORKER, replace(ASKED, person_is=text)),
    "find_similar": lambda w, text: find_similar(w, WORKER, text, contact=text, facility_id=text),
    "browse_map": lambda w, text: browse_map(w, WORKER, MapView(text=text, themes=(text,), sides=(text,))),
    "map_features": lambda w, text: map_features(
        w, WORKER, FeatureRequest(view=MapView(text=text), layers=frozenset({text, "initiatives"}), **BOX)
    ),
    "show_offer": lambda w, text: show_offer(w, WORKER, text),
    "show_facility": lambda w, text: show_facility(w, WORKER, text),
    "show_organisation": lambda w, text: show_organisation(w, WORKER, text),
    "show_area": lambda w, text: show_area(w, WORKER, text),
    "invitation": lambda w, text: invitation(w, WORKER, text),
    "take_along": lambda w, text: take_along(w, VISITOR, text),
    "explain_connection": lambda w, text: explain_connection(w, WORKER, text, f"initiative/{text}"),
    "run_query": lambda w, text: run_query(w, WORKER, text, {}),
    "run_query with a value": lambda w, text: run_query(w, WORKER, "free-rooms", {"dagdeel": text}),
    "run_query with a name": lambda w, text: run_query(w, WORKER, "free-rooms", {text: text}),
    "history_of": lambda w, text: history_of(w, BROKER, text, text),
    "find_history": lambda w, text: find_history(w, BROKER, text),
    "suggest": lambda w, text: suggest(w, VISITOR, "initiative", KOFFIE.id, {"remark": text}),
    "suggest a name": lambda w, text: suggest(w, VISITOR, "initiative", KOFFIE.id, {"name": text}),
    "suggest a contact": lambda w, text: suggest(w, VISITOR, "initiative", KOFFIE.id, {"contact": text}),
    "open_link": lambda w, text: open_link(w, VISITOR, text),
    "confirm_by_link": lambda w, text: confirm_by_link(w, VISITOR, text),
    "report_by_link": lambda w, text: report_by_link(w, VISITOR, text, {"remark": text}),
    "undo_change": lambda w, text: undo_change(w, BROKER, text),
    "open_draft": lambda w, text: open_draft(w, BROKER, "initiative", text),
    "add_offer": lambda w, text: add_offer(w, BROKER, replace(KOFFIE, id="", description=text)),
    "check_draft": lambda w, text: check_draft(w, BROKER, replace(KOFFIE, what_works=text)),
    "change_offer": lambda w, text: change_offer(w, BROKER, replace(KOFFIE, description=text), 1),
}
COMMANDS = (
    *(["search", text, "--near", "Lindehof"] for text in INPUTS),
    *(["search", "eenzaam", "--near", text] for text in INPUTS),
    *(["search", "eenzaam", "--near", "Lindehof", option, CANARY] for option in
      ("--mobility", "--daypart", "--language", "--threshold", "--peers", "--age", "--limit")),
    ["search", CANARY],
    ["search", "eenzaam", "--near", "Lindehof", CANARY],
    [CANARY],
    [f"--{CANARY}"],
    ["query", CANARY],
    ["query", "free-rooms", "--parameter", CANARY],
    ["query", "free-rooms", "--parameter", f"{CANARY}={CANARY}"],
    ["history", CANARY],
    ["undo", CANARY],
    ["import", "table", CANARY],
    ["export", "package", "hier.zip", "--area", CANARY],
    ["serve", "--port", CANARY],
)  # fmt: skip


def traces_in(told):
    folded = told.casefold()
    return [trace for trace in TRACES if trace in folded]


def everything_in(folder):
    return "".join(path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file())


@pytest.mark.parametrize("name", ACTIONS)
def test_no_answer_error_or_log_line_holds_what_was_typed(name, town_folder, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    with opened(town_folder) as workspace:
        for text in INPUTS:
            try:
                answer = repr(ACTIONS[name](workspace, text))
            except NotAllowed:
                raise  # then nothing was looked at
            except SocialmapError as error:
                said = [*traceback.format_exception(error), error.remedy, repr(vars(error))]
                answer = "".join(said)
            assert traces_in(answer) == []
        workspace.projections.dataset()
    assert traces_in(caplog.text + "".join(capfd.readouterr())) == []
    assert traces_in(everything_in(town_folder)) == []


@pytest.mark.parametrize("arguments", COMMANDS, ids=lambda arguments: " ".join(arguments)[:60])
def test_no_command_says_what_was_typed(arguments, town_folder, tmp_path, monkeypatch, capfd, caplog):
    caplog.set_level(logging.DEBUG)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOCIALMAP_TODAY", TODAY.isoformat())
    monkeypatch.setattr("sys.argv", ["socialmap", "--folder", str(town_folder), *arguments])
    with pytest.raises(SystemExit):
        run()
    assert traces_in(caplog.text + "".join(capfd.readouterr())) == []
    assert traces_in(everything_in(tmp_path)) == []


def test_a_failure_that_nobody_foresaw_is_told_by_its_place_alone(town_folder, monkeypatch, capfd):
    def broken(*_):
        raise KeyError(CANARY)

    monkeypatch.setattr("socialmap.actions.locate_address.locate_address", broken)
    monkeypatch.setattr("sys.argv", ["socialmap", "--folder", str(town_folder), *SEARCH])
    with pytest.raises(SystemExit) as ended:
        run()
    told = capfd.readouterr()
    assert (ended.value.code, told.out) == (1, "")
    assert "KeyError in test_canary.py:" in told.err
    assert traces_in(told.err) == []


def test_a_trace_would_be_seen(town_folder):
    with opened(town_folder) as workspace:
        named = replace(KOFFIE, name=CANARY)
        workspace.catalogue.save([named], actor="x", action="y", at=workspace.clock())
    assert traces_in(everything_in(town_folder)) == list(TRACES)


def test_words_are_given_back_to_who_sent_them_and_to_nobody_else(tmp_path):
    done = in_process("words", "--json", stdin=CANARY.encode(), cwd=tmp_path)
    assert json.loads(done.stdout)["text"] == CANARY
    assert (done.stderr, list(tmp_path.iterdir())) == ("", [])
    assert traces_in(in_process("words", stdin=CANARY.encode()).stdout) == []


@pytest.mark.parametrize(
    "cell",
    [
        *({column: CANARY} for column in ("thema", "plek", "wanneer", "kosten", "talen", "leeftijd_min")),
        {"omschrijving": f"eenzaam {CANARY}"},
        *({"thema": "", "omschrijving": text} for text in INPUTS),
    ],
    ids=str,
)
def test_a_refused_row_is_told_without_its_cells(workspace, town_folder, tmp_path, caplog, capfd, cell):
    caplog.set_level(logging.DEBUG)
    cells = {"naam": "Schaken", "thema": "Spelletjes", "contact": "via", "plek": "Lindehof", **cell}
    table = tmp_path / "lijst.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, delimiter=";").writerows([cells, cells.values()])
    plan = import_table(workspace, ADMINISTRATOR, table, apply=True).plan
    assert plan.rejected
    assert traces_in(repr(plan.rejected) + repr(plan.notes) + repr(plan.suggested)) == []
    assert traces_in(caplog.text + "".join(capfd.readouterr())) == []
    assert traces_in(everything_in(town_folder)) == []


def test_the_public_export_holds_nothing_of_it_after_all_that(workspace, tmp_path):
    for text in INPUTS:
        for call in ACTIONS.values():
            try:
                call(workspace, text)
            except SocialmapError:
                continue
    path = tmp_path / "buiten.ttl"
    export_open_file(workspace, WORKER, FileForm.TURTLE, path)
    assert traces_in(path.read_text(encoding="utf-8")) == []
