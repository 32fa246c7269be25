"""A resident's address that is asked outside becomes a neighbourhood, and afterwards it is nowhere here."""

import logging
from dataclasses import replace

import pytest

from socialmap.actions.locate_address import locate_address, locate_place
from socialmap.cli.main import run
from socialmap.connectors.locatieserver import Locatieserver
from socialmap.privacy.roles import Role, Viewer
from tests.contract.test_canary import CANARY, INPUTS, everything_in, traces_in
from tests.town import LINDEHOF, TODAY, opened
from tests.unit.source_server import FREE, Reply, address, client_of, documents, source_server

WORKER = Viewer(Role.PROFESSIONAL)
CODE = "9998"
STREET = "Kanariestraat 1"
HERE = f"POINT({LINDEHOF.centre.lon} {LINDEHOF.centre.lat})"
FOUND = documents(address("Kanariestraat", 1, gemeentecode=CODE, centroide_ll=HERE))


@pytest.fixture
def sources():
    with source_server() as server:
        server.routes[FREE] = FOUND
        yield server


@pytest.mark.parametrize(
    "reply",
    [FOUND, Reply(b"{"), Reply(status=500), Reply(status=400), Reply(kind="text/html"), Reply(status=302)],
)  # fmt: skip
def test_an_address_that_is_asked_outside_leaves_no_trace(sources, reply, town_folder, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    sources.routes[FREE] = reply
    with opened(town_folder) as offline:
        workspace = replace(offline, geocoder=Locatieserver(client_of(sources)))
        for text in (*INPUTS, STREET):
            answer = repr(locate_address(workspace, WORKER, text))
            assert traces_in(answer) == []
            if text == STREET and reply is FOUND:
                assert LINDEHOF.id in answer
        assert len(locate_place(workspace, WORKER, STREET)) == (reply is FOUND)
    questions = [question for asked in sources.asked for question in asked.parameters["q"]]
    assert STREET in questions  # so the address was really asked
    assert not any("12345678" in question for question in questions)
    assert traces_in(caplog.text + "".join(capfd.readouterr())) == []
    assert traces_in(everything_in(town_folder)) == []


@pytest.mark.parametrize("near", [STREET, CANARY])
def test_the_command_line_does_not_say_it_either(
    sources, near, town_folder, tmp_path, monkeypatch, capfd, caplog
):
    caplog.set_level(logging.DEBUG)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("SOCIALMAP_TODAY", TODAY.isoformat())
    monkeypatch.setenv("SOCIALMAP_GEOCODER", "pdok")
    monkeypatch.setenv("SOCIALMAP_MIRROR", sources.url)
    monkeypatch.setattr(
        "sys.argv", ["socialmap", "--folder", str(town_folder), "search", "eenzaam", "--near", near]
    )
    with pytest.raises(SystemExit) as ended:
        run()
    assert (ended.value.code == 0) is (near == STREET)
    assert len(sources.asked) == (near == STREET)
    assert traces_in(caplog.text + "".join(capfd.readouterr())) == []
    assert traces_in(everything_in(tmp_path)) == []


def test_what_is_known_here_is_not_asked_outside(sources, town_folder):
    with opened(town_folder) as offline:
        workspace = replace(offline, geocoder=Locatieserver(client_of(sources)))
        for text in ("Lindehof", LINDEHOF.id, "Lindestraat 3"):
            assert locate_address(workspace, WORKER, text)
    assert sources.asked == []


def test_unless_it_was_turned_on_nobody_outside_is_asked(workspace):
    assert workspace.geocoder is None
    assert workspace.gateway is None
    assert locate_address(workspace, WORKER, STREET) == ()
