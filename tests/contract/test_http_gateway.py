"""The door to the internet: polite, patient, within limits, and silent about what was asked."""

import gzip
import logging
import traceback

import pytest

from socialmap.connectors.http_gateway import (
    USER_AGENT,
    Client,
    Limits,
    MissingThere,
    RefusedThere,
    fetch,
    may_be_asked,
)
from socialmap.errors import OutsideError
from tests.unit.source_server import FakeTime, Reply, client_of, source_server

SOURCE = "https://bron.example/lijst?q=iets"
PATH = "/bron.example/lijst"


@pytest.fixture
def sources():
    with source_server() as server:
        yield server


def test_an_answer_comes_whole_and_the_source_hears_who_asks(sources):
    sources.routes[PATH] = Reply(b'{"a": 1}')
    assert fetch(SOURCE, client=client_of(sources)) == b'{"a": 1}'
    (asked,) = sources.asked
    assert (asked.agent, asked.parameters) == (USER_AGENT, {"q": ["iets"]})


def test_a_form_is_posted(sources):
    sources.routes[PATH] = Reply()
    fetch(SOURCE, client=client_of(sources), form={"data": "[out:json];é"})
    assert sources.asked[0].form == {"data": ["[out:json];é"]}


def test_a_packed_answer_is_unpacked(sources):
    sources.routes[PATH] = Reply(gzip.compress(b'{"a": 1}'), headers={"Content-Encoding": "gzip"})
    assert fetch(SOURCE, client=client_of(sources)) == b'{"a": 1}'


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_a_failure_that_may_pass_is_tried_again_after_a_longer_and_longer_wait(sources, status):
    sources.routes[PATH] = [Reply(status=status), Reply(status=status), Reply(b"[]")]
    time = FakeTime()
    limits = Limits(seconds=5, pause_s=0, backoff_s=2)
    assert fetch(SOURCE, client=client_of(sources, time=time, limits=limits)) == b"[]"
    assert time.waits == [2, 4]


def test_the_source_says_itself_how_long_to_wait(sources):
    sources.routes[PATH] = [Reply(status=429, headers={"Retry-After": "7"}), Reply(b"[]")]
    time = FakeTime()
    fetch(SOURCE, client=client_of(sources, time=time, limits=Limits(seconds=5, pause_s=0)))
    assert time.waits == [7]


def test_who_has_to_wait_too_long_is_told_to_come_back_later(sources):
    sources.routes[PATH] = Reply(status=503, headers={"Retry-After": "3600"})
    with pytest.raises(OutsideError, match="later terug") as failure:
        fetch(SOURCE, client=client_of(sources))
    assert failure.value.retry
    assert len(sources.asked) == 1


def test_after_four_attempts_it_stops_asking(sources):
    sources.routes[PATH] = Reply(status=500)
    with pytest.raises(OutsideError, match="geen goed antwoord") as failure:
        fetch(SOURCE, client=client_of(sources))
    assert failure.value.retry
    assert len(sources.asked) == 4


@pytest.mark.parametrize(
    ("status", "error"), [(404, MissingThere), (410, MissingThere), (400, RefusedThere), (403, RefusedThere)]
)
def test_a_refusal_is_not_asked_again(sources, status, error):
    sources.routes[PATH] = Reply(status=status)
    with pytest.raises(error):
        fetch(SOURCE, client=client_of(sources))
    assert len(sources.asked) == 1


def test_between_two_questions_to_one_source_lies_a_pause(sources):
    sources.routes[PATH] = Reply()
    time = FakeTime()
    client = client_of(sources, time=time, limits=Limits(seconds=5, pause_s=0.5))
    fetch(SOURCE, client=client)
    fetch(SOURCE, client=client)
    assert time.waits == [0.5]


def test_an_answer_that_is_cut_off_is_asked_again(sources):
    sources.routes[PATH] = [Reply(b'{"a":', cut=True), Reply(b'{"a": 1}')]
    assert fetch(SOURCE, client=client_of(sources)) == b'{"a": 1}'


def test_a_packed_answer_that_is_cut_off_is_asked_again(sources):
    whole = gzip.compress(b'{"a": 1}' * 100)
    packed = {"Content-Encoding": "gzip"}
    sources.routes[PATH] = [Reply(whole[:-9], headers=packed), Reply(whole, headers=packed)]
    assert fetch(SOURCE, client=client_of(sources)) == b'{"a": 1}' * 100


def test_a_source_that_drips_is_given_up(sources):
    sources.routes[PATH] = Reply(b"1234567890", drip=0.05)

    class Hurried(FakeTime):
        def now(self):
            self.seconds += 0.4
            return self.seconds

    limits = Limits(seconds=1.0, attempts=1, pause_s=0)
    with pytest.raises(OutsideError, match="geen goed antwoord"):
        fetch(SOURCE, client=client_of(sources, time=Hurried(), limits=limits))


def test_a_source_that_says_nothing_is_given_up(sources):
    sources.routes[PATH] = Reply(b"12", drip=30)
    with pytest.raises(OutsideError, match="geen goed antwoord"):
        fetch(SOURCE, client=client_of(sources, limits=Limits(seconds=0.2, attempts=1)))


@pytest.mark.parametrize("packed", [False, True])
def test_an_answer_that_is_too_large_is_refused(sources, packed):
    body = b"x" * 5_000
    headers = {"Content-Encoding": "gzip"} if packed else {}
    sources.routes[PATH] = Reply(gzip.compress(body) if packed else body, headers=headers)
    with pytest.raises(OutsideError, match="te groot"):
        fetch(SOURCE, client=client_of(sources, limits=Limits(bytes=4_000)))


@pytest.mark.parametrize("kind", ["text/html", "application/xml", "application/octet-stream"])
def test_another_kind_of_answer_is_refused(sources, kind):
    sources.routes[PATH] = Reply(b"<html>Onderhoud</html>", kind=kind)
    with pytest.raises(OutsideError, match="iets anders dan verwacht"):
        fetch(SOURCE, client=client_of(sources))


def test_a_redirect_within_the_source_is_followed(sources):
    sources.routes[PATH] = Reply(status=302, headers={"Location": "/bron.example/nieuw"})
    sources.routes["/bron.example/nieuw"] = Reply(b"[1]")
    assert fetch(SOURCE, client=client_of(sources)) == b"[1]"


@pytest.mark.parametrize("there", ["http://127.0.0.1:9/x", "https://elders.example/", "file:///etc/passwd"])
def test_a_redirect_to_somebody_else_is_not_followed(sources, there):
    sources.routes[PATH] = Reply(status=302, headers={"Location": there})
    with pytest.raises(OutsideError, match=r"andere plek|weigert|bereiken"):
        fetch(SOURCE, client=client_of(sources))
    assert len(sources.asked) == 1


def test_a_circle_of_redirects_ends(sources):
    sources.routes[PATH] = Reply(status=302, headers={"Location": PATH})
    with pytest.raises(OutsideError):
        fetch(SOURCE, client=client_of(sources))
    assert len(sources.asked) <= 10


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd", "ftp://bron.example/", "data:,x", "http://bron.example/", "https://10.0.0.1/",
        "https://192.168.1.1/", "https://169.254.169.254/latest", "https://[::1]/", "https://127.0.0.1/",
        "https://localhost/", "https://intranet/", "https://naam:woord@bron.example/", "https://", "bron",
        "https://bron.example/a b", "https://bron.example/\n", "https://bron.example:0/", "https://[/",
    ],
)  # fmt: skip
def test_only_public_addresses_over_https_are_asked(address):
    time = FakeTime()
    with pytest.raises(OutsideError, match="adres"):
        fetch(address, client=Client(time.now, time.wait))


@pytest.mark.parametrize(
    ("peer", "public"),
    [("145.18.1.1", True), ("10.1.2.3", False), ("127.0.0.1", False), ("169.254.169.254", False),
     ("::1", False), ("fe80::1%eth0", False), ("2a02:10::1", True)],
)  # fmt: skip
def test_a_name_that_leads_into_a_network_of_somebody_is_seen(peer, public):
    assert may_be_asked(peer) is public


def test_without_a_server_there_is_a_sentence():
    time = FakeTime()
    client = Client(time.now, time.wait, Limits(attempts=2, seconds=1), loopback=True)
    with pytest.raises(OutsideError, match="geen goed antwoord"):
        fetch("http://127.0.0.1:9/", client=client)


@pytest.mark.parametrize(
    "reply",
    [Reply(status=404), Reply(status=500), Reply(status=302, headers={"Location": "https://elders.example/"}),
     Reply(kind="text/html"), Reply(b"{", cut=True)],
)  # fmt: skip
def test_no_error_and_no_log_line_holds_what_was_asked(sources, reply, caplog, capfd):
    caplog.set_level(logging.DEBUG)
    sources.routes[PATH] = reply
    with pytest.raises(OutsideError) as failure:
        fetch(
            "https://bron.example/lijst?q=Kanariestraat",
            client=client_of(sources),
            form={"data": "Kanarie van Dijk"},
        )
    told = "".join(traceback.format_exception(failure.value)) + failure.value.remedy
    assert "anarie" not in told + caplog.text + "".join(capfd.readouterr())
    assert failure.value.__cause__ is None
