"""Questions to the graph, places by name, the public export, and words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pyoxigraph import RdfFormat, parse

from socialmap.actions.explain_connection import explain_connection
from socialmap.actions.locate_address import area_at, locate_address, locate_place
from socialmap.actions.public_files import FileForm, export_open_file
from socialmap.actions.recognise_words import recognise_words
from socialmap.actions.run_query import list_queries, open_dataset, run_query
from socialmap.actions.save_signal import save_signal
from socialmap.bootstrap import open_lexicon
from socialmap.errors import InvalidInput, NotAllowed, NotFound, OutsideError
from socialmap.geo.coordinates import from_metres
from socialmap.privacy.roles import Role, Viewer
from tests.spec.calls_signals import LIFT
from tests.town import (
    BEWONER,
    BUURTBUDGET,
    DE_LINDE,
    EETTAFEL,
    HAVENRAND,
    KENT,
    KOFFIE,
    LINDEHOF,
    STRAATAPP,
    TALENT,
    TREKKER,
    VRAAG,
    WELZIJN,
    WERKER,
)

VISITOR = Viewer(Role.VISITOR)
WORKER = Viewer(Role.PROFESSIONAL)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Lindehof", [LINDEHOF]),
        ("  lindehof ", [LINDEHOF]),
        ("BU99980103", [HAVENRAND]),
        ("Lindestraat", [LINDEHOF]),
        ("lindestr. 14", [LINDEHOF]),
        ("Lindestraat 12", [LINDEHOF]),
        ("Havenkade 3", [HAVENRAND]),
        ("Buurthuis De Linde", [LINDEHOF]),
        ("Nergensstraat 1", []),
        ("", []),
        ("?", []),
    ],
)
def test_what_is_typed_becomes_a_neighbourhood_and_nothing_else(workspace, text, expected):
    found = locate_address(workspace, WORKER, text)
    assert [(area.area_id, area.name) for area in found] == [(area.id, area.name) for area in expected]


def test_an_address_of_an_initiative_becomes_a_point(workspace):
    best, *_ = locate_place(workspace, WORKER, "Lindestraat 12")
    assert (best.label, best.point) == ("Buurthuis De Linde, Lindestraat 12", DE_LINDE.point)
    assert locate_place(workspace, WORKER, "Nergensstraat 1") == ()


def test_a_tap_on_the_map_is_in_a_neighbourhood_or_in_none(workspace):
    assert area_at(workspace, VISITOR, from_metres(200_000, 500_000)).area_id == LINDEHOF.id
    assert area_at(workspace, VISITOR, from_metres(150_000, 450_000)) is None


def test_words_need_no_data_folder(workspace):
    lexicon = open_lexicon()
    for text in ("zit de hele dag alleen", "hij slaat mij", "", "qqqq"):
        assert recognise_words(lexicon, text) == recognise_words(workspace, text)
    assert recognise_words(lexicon, "hij slaat mij").acute


def test_every_question_is_listed_with_what_it_asks(workspace):
    listed = {known.name: known for known in list_queries(workspace, WORKER)}
    assert listed["free-rooms"].parameters == ("dagdeel", "plaatsen")
    assert all(known.question.endswith("?") for known in listed.values())


def test_a_question_is_answered_from_the_graph(workspace):
    rows = run_query(workspace, VISITOR, "free-rooms", {"dagdeel": "wo-ochtend"})
    assert rows == []  # the only free room has no kitchen
    zaal = replace(workspace.projections.current().rooms["zaal"], kitchen="ja")
    workspace.catalogue.save([zaal], actor="x", action="keuken", at=workspace.clock())
    (row,) = run_query(workspace, VISITOR, "free-rooms", {"dagdeel": "wo-ochtend"})
    assert "Grote zaal" in row.values()


def test_the_reference_date_is_filled_in(workspace):
    rows = run_query(workspace, WORKER, "not-checked", {})
    assert EETTAFEL.name in {row["name"] for row in rows}
    assert KOFFIE.name not in {row["name"] for row in rows}


@pytest.mark.parametrize(
    ("name", "parameters", "error"),
    [
        ("bestaat-niet", {}, NotFound),
        ("free-rooms", {}, InvalidInput),
        ("free-rooms", {"dagdeel": "di-nacht"}, InvalidInput),
        ("free-rooms", {"dagdeel": "wo-ochtend", "kleur": "rood"}, InvalidInput),
        ("not-checked", {"dagen": "veel"}, InvalidInput),
    ],
)
def test_a_wrong_question_is_refused(workspace, name, parameters, error):
    with pytest.raises(error):
        run_query(workspace, WORKER, name, parameters)


def test_questions_about_the_shell_are_for_workers(workspace):
    shell_questions = {known.name for known in list_queries(workspace, WORKER)} - {
        known.name for known in list_queries(workspace, VISITOR)
    }
    assert {"known-by", "leaning-on-few"} <= shell_questions
    for name in shell_questions:
        with pytest.raises(NotAllowed):
            run_query(workspace, VISITOR, name, needed(name))
    (row,) = run_query(workspace, WORKER, "known-by", {"ding": f"initiative/{EETTAFEL.id}"})
    assert WERKER.name in row.values()


def needed(name):
    values = {"known-by": {"ding": f"initiative/{EETTAFEL.id}"}, "stops-without": {"trekker": "x"}}
    return values.get(name, {})


def test_how_two_things_are_connected_is_one_sentence(workspace):
    answer = explain_connection(workspace, WORKER, "theme/samen-eten", f"organisation/{WELZIJN.id}")
    assert answer.reason is None
    assert answer.sentence == answer.paths[0].sentence
    assert EETTAFEL.name in answer.sentence
    assert answer.sentence.endswith(".")


@pytest.mark.parametrize(
    "goal", ["initiative/nergens", f"need/{VRAAG.id}", f"resident/{BEWONER.id}", "onzin", ""]
)
def test_a_connection_with_what_is_not_there_or_not_shown_is_no_connection(workspace, goal):
    answer = explain_connection(workspace, WORKER, "theme/samen-eten", goal)
    assert (answer.paths, answer.reason) == ((), "onbekend")
    assert answer.sentence


def test_a_notebook_gets_what_its_reader_may_read_and_never_a_question_of_a_resident(workspace):
    public, shell = (
        {str(term) for quad in open_dataset(workspace, viewer).quads() for term in quad}
        for viewer in (VISITOR, WORKER)
    )
    assert EETTAFEL.name in public
    assert WERKER.name not in public
    assert WERKER.name in shell
    for secret in (VRAAG.id, BEWONER.id):
        assert not any(term.endswith(f"/{secret}") for term in shell)


def test_a_notebook_of_a_broker_holds_no_signals(workspace):
    samira, delia = Viewer(Role.COMMUNITY_WORKER, WERKER.id), Viewer(Role.BROKER, WERKER.id)
    signal = f"/signal/{save_signal(workspace, samira, LIFT)}"
    for viewer, there in ((samira, True), (delia, False)):
        terms = {str(term) for quad in open_dataset(workspace, viewer).quads() for term in quad}
        assert any(term.endswith(signal) for term in terms) is there
        assert ("Drie weken lift kapot, mensen komen niet meer beneden." in terms) is there


def test_the_export_holds_all_public_things_and_nothing_more(workspace, tmp_path):
    path = tmp_path / "buiten.ttl"
    size = export_open_file(workspace, Viewer(Role.ADMINISTRATOR), FileForm.TURTLE, path)
    content = path.read_text(encoding="utf-8")
    assert size == path.stat().st_size
    triples = list(parse(path=path, format=RdfFormat.TURTLE))
    subjects = {str(triple.subject.value) for triple in triples}
    for entity in (KOFFIE, EETTAFEL, DE_LINDE, LINDEHOF):
        assert any(subject.endswith(f"/{entity.kind}/{entity.id}") for subject in subjects)
    hidden = (TALENT, WERKER, TREKKER, BUURTBUDGET, KENT, STRAATAPP, VRAAG, BEWONER)
    for entity in hidden:
        assert not any(subject.endswith(f"/{entity.kind}/{entity.id}") for subject in subjects)
    for secret in (WERKER.name, TALENT.contact_label, TALENT.resident_id, STRAATAPP.name, "theme/rouw"):
        assert secret not in content


def test_the_same_data_give_the_same_bytes_also_from_another_start(workspace, second_workspace, tmp_path):
    first, again, elsewhere = (tmp_path / name for name in ("1.ttl", "2.ttl", "3.ttl"))
    export_open_file(workspace, VISITOR, FileForm.TURTLE, first)
    export_open_file(workspace, VISITOR, FileForm.TURTLE, again)
    export_open_file(second_workspace, VISITOR, FileForm.TURTLE, elsewhere)
    assert first.read_bytes() == again.read_bytes() == elsewhere.read_bytes()


def test_a_change_changes_the_export(workspace, tmp_path):
    path = tmp_path / "buiten.ttl"
    export_open_file(workspace, VISITOR, FileForm.TURTLE, path)
    renamed = replace(KOFFIE, name="Thee in de Linde")
    workspace.catalogue.save([renamed], actor="x", action="y", at=workspace.clock())
    export_open_file(workspace, VISITOR, FileForm.TURTLE, path)
    content = path.read_text(encoding="utf-8")
    assert "Thee in de Linde" in content
    assert "Koffie in de Linde" not in content


def test_an_export_that_fails_leaves_nothing_behind(workspace, tmp_path):
    (tmp_path / "map").mkdir()
    for path in (tmp_path / "map", tmp_path / "nergens" / "buiten.ttl"):
        with pytest.raises(OutsideError, match="niet worden geschreven"):
            export_open_file(workspace, VISITOR, FileForm.TURTLE, path)
    assert [path.name for path in tmp_path.iterdir() if path.name != "dobberdam"] == ["map"]
