"""A feed by its address, asked of a server on this machine: pages, single records, broken answers."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from socialmap.actions.ask_feed import Standard, ask_feed
from socialmap.actions.read_feed import import_feed_by_address
from socialmap.connectors.http_gateway import Limits
from socialmap.errors import ImportRejected, OutsideError, SetupError
from socialmap.model.provision import Initiative
from socialmap.privacy.roles import Role, Viewer
from tests.unit.source_server import FakeTime, Reply, client_of, source_server

ADMINISTRATOR, ANYBODY = Viewer(Role.ADMINISTRATOR), Viewer(Role.VISITOR)


@pytest.fixture
def sources():
    with source_server() as server:
        yield server


@pytest.fixture
def online(empty_workspace, sources):
    """An empty map that may ask this server."""
    return replace(empty_workspace, gateway=client_of(sources, mirrored=False))


def serve_feed(sources, workspace, standard, *, per_page=2):
    """The server answers ``/feed/…`` as our own public addresses do for another map."""

    def answer(asked):
        if standard is Standard.ORUK:
            asked.parameters.pop("full", None)  # the standard does not have it
        path = tuple(part for part in asked.path.split("/") if part)[1:]
        parameters = {name: values[0] for name, values in asked.parameters.items()} | {
            "per_page": str(per_page)
        }
        return Reply(json.dumps(ask_feed(workspace, ANYBODY, standard, path, parameters).document).encode())

    sources.routes["/feed/services"] = answer
    everything = ask_feed(workspace, ANYBODY, standard, ("services",), {"format": "ndjson"}).lines
    for record in everything:
        sources.routes[f"/feed/services/{record['id']}"] = answer


def offers(result):
    return {one.name for one in result.plan.new if isinstance(one, Initiative)}


@pytest.mark.parametrize("standard", Standard)
def test_a_feed_of_several_pages_is_read_whole(workspace, online, sources, standard):
    serve_feed(sources, workspace, standard)
    result = import_feed_by_address(online, ADMINISTRATOR, f"{sources.url}/feed/", apply=True)
    everything = {stored.entity.name for stored in workspace.catalogue.all(Initiative)}
    assert offers(result) == everything
    assert result.plan.rejected == ()
    pages = [asked for asked in sources.asked if asked.path == "/feed/services"]
    assert [asked.parameters["page"] for asked in pages] == [["1"], ["2"], ["3"]]
    source = {one.source for one in result.plan.new}
    assert source == {f"{sources.url.removeprefix('http://')}/feed"}
    again = import_feed_by_address(online, ADMINISTRATOR, f"{sources.url}/feed", apply=True)
    assert (again.plan.new, again.plan.changed, again.batch) == ((), (), "")


def test_the_source_is_given_time_between_two_questions(workspace, online, sources):
    serve_feed(sources, workspace, Standard.ORUK)
    time = FakeTime()
    slow = replace(
        online, gateway=client_of(sources, time=time, limits=Limits(seconds=5, pause_s=1), mirrored=False)
    )
    import_feed_by_address(slow, ADMINISTRATOR, f"{sources.url}/feed")
    assert len(sources.asked) == 3 + 6
    assert time.waits == [1] * (len(sources.asked) - 1)


def test_nobody_is_asked_unless_that_was_turned_on(empty_workspace, sources):
    with pytest.raises(SetupError, match="staat uit"):
        import_feed_by_address(empty_workspace, ADMINISTRATOR, f"{sources.url}/feed")
    assert sources.asked == []


def test_a_source_that_refuses_our_parameters_is_asked_with_fewer(workspace, online, sources):
    serve_feed(sources, workspace, Standard.ORUK)
    whole = sources.routes["/feed/services"]
    sources.routes["/feed/services"] = lambda asked: (
        Reply(status=400) if "full" in asked.parameters else whole(asked)
    )
    assert offers(import_feed_by_address(online, ADMINISTRATOR, f"{sources.url}/feed"))


def test_a_service_that_went_away_meanwhile_is_left_out(workspace, online, sources):
    serve_feed(sources, workspace, Standard.ORUK)
    gone = next(path for path in sources.routes if path.count("/") == 3)
    sources.routes[gone] = Reply(status=404)
    result = import_feed_by_address(online, ADMINISTRATOR, f"{sources.url}/feed")
    assert len(offers(result)) == workspace.catalogue.count(Initiative) - 1


@pytest.mark.parametrize(
    ("reply", "error"),
    [
        (Reply(status=500), OutsideError),
        (Reply(status=404), OutsideError),
        (Reply(b'{"contents": [', cut=True), OutsideError),
        (Reply(b"<html></html>", kind="text/html"), OutsideError),
        (Reply(b"{kapot"), ImportRejected),
        (Reply(b'{"contents": "x"}'), ImportRejected),
        (Reply(b'{"contents": [{"id": 1}]}'), ImportRejected),
        (Reply(b'{"contents": [{"id": "a"}]}'), ImportRejected),
        (Reply(b'{"contents": [], "last_page": true}'), ImportRejected),
        (Reply(b"{" + b" " * 30_000 + b"}"), OutsideError),
    ],
)
def test_a_broken_answer_is_told_kindly_and_changes_nothing(online, sources, reply, error):
    sources.routes["/feed/services"] = reply
    small = replace(
        online,
        gateway=client_of(sources, limits=Limits(bytes=20_000, seconds=2, backoff_s=0), mirrored=False),
    )
    before = online.catalogue.position()
    with pytest.raises(error) as told:
        import_feed_by_address(small, ADMINISTRATOR, f"{sources.url}/feed", apply=True)
    assert told.value.remedy
    assert "127.0.0.1" not in str(told.value)
    assert online.catalogue.position() == before


def test_a_feed_that_never_ends_is_left(online, sources, monkeypatch):
    monkeypatch.setattr("socialmap.connectors.hsds_feed.MOST_PAGES", 3)
    endless = {"contents": [{"id": "a"}], "total_pages": 10**9, "last_page": False}
    sources.routes["/feed/services"] = Reply(json.dumps(endless).encode())
    with pytest.raises(ImportRejected, match="te veel"):
        import_feed_by_address(online, ADMINISTRATOR, f"{sources.url}/feed")
    assert len(sources.asked) == 3
