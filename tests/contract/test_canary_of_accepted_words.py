"""Words that nothing is wrong with: read and let go, or kept in the one place that they were written for."""

from __future__ import annotations

import logging
import sqlite3
from dataclasses import replace

import pytest

from socialmap.actions.correct_need import correct_need
from socialmap.actions.hint_plain_dutch import hint_plain_dutch
from socialmap.actions.list_talents import list_talents
from socialmap.actions.own_needs import own_needs
from socialmap.actions.read_map_text import read_map_text
from socialmap.actions.recognise_words import recognise_words
from socialmap.actions.record_need import record_need
from socialmap.actions.save_offer import add_offer, check_draft
from socialmap.actions.save_signal import propose_route, save_signal
from socialmap.actions.show_signals import show_signals
from socialmap.actions.suggest import suggest
from socialmap.actions.understand_words import understand_words
from socialmap.actions.write_field_note import change_field_note, own_notes, write_field_note
from socialmap.model.provision import Initiative
from socialmap.model.suggestion import Suggestion
from socialmap.model.together import Signal
from socialmap.model.work import FieldNote
from socialmap.privacy.roles import Role, Viewer
from socialmap.store.pair import journal_of
from tests.spec.calls_needs import NOTE, SIX_THINGS, need_of
from tests.spec.calls_signals import LIFT
from tests.town import KOFFIE, WERKER

CANARY = "kwispelfladder"
"""In no list of names, so that it is refused nowhere."""
TOLD = f"mijn man is overleden, {CANARY}"
VISITOR = Viewer(Role.VISITOR)
BROKER = Viewer(Role.BROKER, "delia")
WORKER = Viewer(Role.PROFESSIONAL, "joost")
COMMUNITY_WORKER = Viewer(Role.COMMUNITY_WORKER, WERKER.id)
READ = {
    "themes": lambda w: recognise_words(w, TOLD).themes,
    "more than themes": lambda w: understand_words(w, WORKER, f"{TOLD}, Lindehof").suggestions,
    "plain Dutch": lambda w: hint_plain_dutch(WORKER, f"{TOLD}. Bewoners participeren."),
    "above the map": lambda w: read_map_text(w, VISITOR, TOLD).themes,
    "for a talent": lambda w: list_talents(w, WORKER, f"samen eten, {CANARY}"),
    "a question": lambda w: record_need(w, WORKER, replace(SIX_THINGS, words=TOLD)).need_id,
    "a corrected question": lambda w: (
        correct_need(w, WORKER, need_of(w, WORKER).id, replace(SIX_THINGS, words=TOLD), 1) is None
    ),
    "the tables of a signal": lambda w: propose_route(w, COMMUNITY_WORKER, replace(LIFT, what_we_see=TOLD)),
    "a draft": lambda w: not check_draft(w, BROKER, replace(KOFFIE, description=TOLD)).violations,
}
"""Each gives something, so it was not refused."""


def _mended(workspace):
    note_id = write_field_note(workspace, WORKER, NOTE)
    change_field_note(workspace, WORKER, note_id, replace(NOTE, text=TOLD), version=1)


_BESIDE_SQLITE = (".sqlite-wal", ".sqlite-shm")
"""Read with the file that they belong to."""
KEPT = {
    "a field note": (FieldNote, lambda w: write_field_note(w, WORKER, replace(NOTE, text=TOLD))),
    "a mended field note": (FieldNote, _mended),
    "a signal": (Signal, lambda w: save_signal(w, COMMUNITY_WORKER, replace(LIFT, what_we_see=TOLD))),
    "what an initiative is": (
        Initiative,
        lambda w: add_offer(w, BROKER, replace(KOFFIE, id="", name="Rouwcafé", description=TOLD)),
    ),
    "a suggestion": (
        Suggestion,
        lambda w: suggest(w, VISITOR, "initiative", KOFFIE.id, {"description": TOLD}),
    ),
}


def places_in(folder):
    """Each file, table, column and kind of thing in which the canary stands; a kind is that of a payload."""
    for path in folder.rglob("*"):
        if path.suffix == ".sqlite":
            yield from _cells(path)
        elif path.is_file() and path.suffix not in _BESIDE_SQLITE and CANARY.encode() in path.read_bytes():
            yield (path.name, "", "", "")


def _cells(path):
    with sqlite3.connect(path) as connection:
        kinds = dict(connection.execute("SELECT seq, kind FROM entry"))
        for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'").fetchall():
            rows = connection.execute(f"SELECT * FROM {table}")
            columns = [column[0] for column in rows.description]
            for row in rows:
                for column, cell in zip(columns, row, strict=True):
                    told = cell.decode("latin-1") if isinstance(cell, bytes) else str(cell)
                    if CANARY in told.casefold():
                        yield (path.name, table, column, kinds.get(row[0], ""))


@pytest.mark.parametrize("name", READ)
def test_words_that_are_read_are_afterwards_nowhere(name, workspace, town_folder, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    answer = READ[name](workspace)
    assert answer
    assert CANARY not in repr(answer).casefold()
    assert CANARY not in repr(own_needs(workspace, WORKER)).casefold()
    assert CANARY not in (caplog.text + "".join(capfd.readouterr())).casefold()
    raw = b"".join(path.read_bytes() for path in town_folder.rglob("*") if path.is_file())
    assert CANARY.encode() not in raw


@pytest.mark.parametrize("name", KEPT)
def test_words_that_are_kept_stand_in_the_thing_itself_alone(name, workspace, town_folder, caplog, capfd):
    """Keeping them is what the field is for; who did what and when is told without them."""
    caplog.set_level(logging.DEBUG)
    cls, write = KEPT[name]
    write(workspace)
    workspace.projections.dataset()
    own_place = (f"{journal_of(cls.kind)}.sqlite", "payload", "body", cls.kind)
    assert set(places_in(town_folder)) == {own_place}
    assert CANARY not in (caplog.text + "".join(capfd.readouterr())).casefold()


def test_a_kept_note_is_read_by_its_writer_alone(workspace):
    KEPT["a field note"][1](workspace)
    assert CANARY in repr(own_notes(workspace, WORKER))
    for other in (BROKER, COMMUNITY_WORKER, Viewer(Role.PROFESSIONAL, "bram")):
        assert CANARY not in repr(own_notes(workspace, other))
    assert CANARY not in repr(show_signals(workspace, COMMUNITY_WORKER))
