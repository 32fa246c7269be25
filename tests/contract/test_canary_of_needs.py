"""A resident typed into every text field about needs, talents and networks stays nowhere.

What would be kept is refused; the words of a question are not kept, so they stop nobody.
"""

from __future__ import annotations

import logging
import traceback
from dataclasses import replace

import pytest

from socialmap.actions.keep_networks import save_network, save_presence, show_networks
from socialmap.actions.list_talents import list_talents
from socialmap.actions.own_needs import own_needs
from socialmap.actions.record_need import record_need
from socialmap.actions.save_talent import save_talent
from socialmap.actions.write_field_note import own_notes, write_field_note
from socialmap.errors import InvalidInput
from socialmap.model.work import AuditLine
from socialmap.privacy.free_text import SENTENCES
from socialmap.privacy.roles import Role, Viewer
from tests.spec.calls_needs import BAKER, DESK, FLAT, NOTE, SIX_THINGS
from tests.town import opened

PIECES = {
    "name": "Kanarie van Dijk",
    "address": "Kanariestraat 1",
    "phone": "06-12345678",
    "postcode": "1234 AB 12",
    "mail": "kanarie@voorbeeld.nl",
    "citizen number": "123456782",
}
EVERYTHING = ", ".join(PIECES.values())
TRACES = ("kanarie", "12345678", "van dijk", "1234 ab", "123456782")
BROKER = Viewer(Role.BROKER, "delia")
WORKER = Viewer(Role.PROFESSIONAL, "joost")
FIELDS = {
    "how to ask for somebody": lambda w, text: save_talent(w, BROKER, replace(BAKER, contact_label=text)),
    "a field note": lambda w, text: write_field_note(w, BROKER, replace(NOTE, text=text)),
    "the name of a network": lambda w, text: save_network(w, BROKER, replace(FLAT, name=text)),
    "a key figure": lambda w, text: save_network(w, BROKER, replace(FLAT, key_figure=text)),
    "who is present": lambda w, text: save_presence(w, BROKER, replace(DESK, who=text)),
}
CODES = {
    "the resident": lambda w, text: record_need(w, WORKER, replace(SIX_THINGS, resident_id=text)),
    "the area": lambda w, text: record_need(w, WORKER, replace(SIX_THINGS, area_id=text)),
    "the theme": lambda w, text: record_need(w, WORKER, replace(SIX_THINGS, theme=text)),
    "a threshold": lambda w, text: record_need(w, WORKER, replace(SIX_THINGS, thresholds=(text,))),
    "a language": lambda w, text: record_need(w, WORKER, replace(SIX_THINGS, languages=(text,))),
    "what goes well": lambda w, text: record_need(w, WORKER, replace(SIX_THINGS, goes_well=(text,))),
    "a talent": lambda w, text: save_talent(w, BROKER, replace(BAKER, talent=text)),
    "a certificate": lambda w, text: save_talent(w, BROKER, replace(BAKER, conduct_certificate=text)),
    "lived experience": lambda w, text: save_talent(w, BROKER, replace(BAKER, experience_with=(text,))),
    "where a note was heard": lambda w, text: write_field_note(w, BROKER, replace(NOTE, heard_at=text)),
    "the theme of a note": lambda w, text: write_field_note(w, BROKER, replace(NOTE, themes=(text,))),
    "the area of a network": lambda w, text: save_network(w, BROKER, replace(FLAT, area_id=text)),
    "the place of a moment": lambda w, text: save_presence(w, BROKER, replace(DESK, facility_id=text)),
}


def traces_in(told):
    folded = told.casefold()
    return [trace for trace in TRACES if trace in folded]


def everything_in(folder):
    return "".join(path.read_bytes().decode("latin-1") for path in folder.rglob("*") if path.is_file())


def refused(call, workspace, text):
    with pytest.raises(InvalidInput) as caught:
        call(workspace, text)
    told = "".join([*traceback.format_exception_only(caught.value), repr(vars(caught.value))])
    assert traces_in(told) == []
    return {violation.sentence for violation in caught.value.violations}


@pytest.mark.parametrize("field", FIELDS)
def test_each_piece_is_refused_with_what_to_take_away(field, workspace, town_folder, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    for piece in (*PIECES.values(), *(f"de buurman, {piece} dus" for piece in PIECES.values())):
        assert refused(FIELDS[field], workspace, piece) <= set(SENTENCES.values())
    assert refused(FIELDS[field], workspace, EVERYTHING) == set(SENTENCES.values())
    assert traces_in(caplog.text + "".join(capfd.readouterr())) == []
    assert traces_in(everything_in(town_folder)) == []


def test_a_question_is_kept_whoever_its_words_name_and_they_stay_nowhere(
    workspace, town_folder, caplog, capfd
):
    caplog.set_level(logging.DEBUG)
    for text in (*PIECES.values(), EVERYTHING):
        saved = record_need(workspace, WORKER, replace(SIX_THINGS, words=text))
        assert saved.need_id
        assert traces_in(repr(saved)) == []
    assert traces_in(repr(own_needs(workspace, WORKER))) == []
    assert traces_in(caplog.text + "".join(capfd.readouterr())) == []
    assert traces_in(everything_in(town_folder)) == []


@pytest.mark.parametrize("field", CODES)
def test_a_choice_that_is_in_no_list_is_refused_and_not_repeated(
    field, workspace, town_folder, caplog, capfd
):
    caplog.set_level(logging.DEBUG)
    for text in (EVERYTHING, *PIECES.values()):
        assert refused(CODES[field], workspace, text)
    assert traces_in(caplog.text + "".join(capfd.readouterr())) == []
    assert traces_in(everything_in(town_folder)) == []


def test_nothing_of_it_is_on_another_page_or_in_an_audit_line(town_folder):
    with opened(town_folder) as workspace:
        for call in (*FIELDS.values(), *CODES.values()):
            refused(call, workspace, EVERYTHING)
        for role in (Role.PROFESSIONAL, Role.COMMUNITY_WORKER, Role.BROKER):
            viewer = Viewer(role, "delia")
            pages = [
                list_talents(workspace, viewer),
                own_notes(workspace, viewer),
                show_networks(workspace, viewer),
            ]
            if role is Role.PROFESSIONAL:
                pages.append(own_needs(workspace, viewer))
            assert traces_in(repr(pages)) == []
        lines = [repr(stored.entity) for stored in workspace.catalogue.all(AuditLine)]
        assert lines
        assert traces_in("".join(lines)) == []


def test_a_trace_would_be_seen(workspace, town_folder):
    saved = save_network(workspace, BROKER, replace(FLAT, name="kanarie"))
    assert saved
    assert traces_in(everything_in(town_folder)) == ["kanarie"]
