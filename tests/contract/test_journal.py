"""What the journal promises about its chain, its format and failing databases, on both databases."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import event, text
from sqlalchemy.pool import Pool

from socialmap.errors import OutsideError, SetupError, TooNew
from socialmap.model.people import Resident
from socialmap.model.provision import Facility, Initiative
from socialmap.store import database
from socialmap.store.catalogue import Catalogue
from socialmap.store.journal import Journal
from socialmap.store.writer import Writer
from tests.contract.samples import WHO, facility, initiative, resident

Opened = Callable[[], Catalogue]


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def journal(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Journal]:
    """The map journal behind ``opened``, to do things to that no caller can."""
    if request.param == "postgres":
        made = Journal.open_server(request.getfixturevalue("postgres_url"), "map")
    else:
        made = Journal.open_file(tmp_path, "map")
    yield made
    made.close()


@pytest.fixture
def opened(journal: Journal, tmp_path: Path) -> Iterator[Opened]:
    """Opens a catalogue on the same data as ``journal``."""
    made: list[Catalogue] = []

    def open_one() -> Catalogue:
        server = journal.engine.dialect.name == "postgresql"
        url = journal.engine.url.render_as_string(hide_password=False) if server else None
        made.append(Catalogue.open(tmp_path, url=url))
        return made[-1]

    yield open_one
    for catalogue in made:
        catalogue.close()


def change(journal: Journal, statement: str) -> None:
    """Run a statement behind the program's back; ``{}`` stands for the schema."""
    schema = "socialmap_map." if journal.engine.dialect.name == "postgresql" else ""
    with journal.engine.begin() as connection:
        connection.execute(text(statement.replace("{}", schema)))


def test_an_empty_journal_and_a_used_one_are_whole(opened: Opened) -> None:
    catalogue = opened()
    assert catalogue.verify().ok
    catalogue.save([initiative(), facility(), resident()], **WHO)
    catalogue.remove(Facility, "linde", **WHO)
    report = opened().verify()
    assert (report.ok, report.entries, report.problems) == (True, 4, ())


@pytest.mark.parametrize(
    ("tampering", "told"),
    [
        ("UPDATE {}entry SET actor = 'iemand' WHERE seq = 2", "regel 2 is veranderd"),
        ("UPDATE {}entry SET previous_hash = hash WHERE seq = 2", "regel 2 sluit niet aan"),
        ("DELETE FROM {}entry WHERE seq = 2", "er ontbreken regels"),
        ("DELETE FROM {}entry WHERE seq = 3", "laatste regel"),
        ("UPDATE {}payload SET body = salt WHERE seq = 1", "regel 1 is de inhoud veranderd"),
        ("UPDATE {}payload SET schema = 9 WHERE seq = 1", "regel 1 is de inhoud veranderd"),
        ("DELETE FROM {}payload WHERE seq = 2", "bij regel 2 ontbreekt de inhoud"),
        ("UPDATE {}payload SET seq = 9 WHERE seq = 2", "die regel is er niet"),
        ("UPDATE {}current SET seq = 1 WHERE seq = 2", "de laatste stand bij regel 1 klopt niet"),
        ("UPDATE {}current SET deleted = NOT deleted", "klopt niet"),
        ("DELETE FROM {}current", "de laatste stand na regel 3 ontbreekt"),
        ("UPDATE {}head SET seq = 2", "laatste regel"),
        ("DELETE FROM {}head", "laatste regel"),
    ],
)
def test_tampering_is_told_in_plain_words(
    journal: Journal, opened: Opened, tampering: str, told: str
) -> None:
    catalogue = opened()
    catalogue.save([initiative("a"), initiative("b"), initiative("c")], **WHO)
    change(journal, tampering)
    report = catalogue.verify()
    assert not report.ok
    assert any(told in problem for problem in report.problems), report.problems


def test_a_deleted_payload_leaves_the_chain_whole(journal: Journal, opened: Opened) -> None:
    catalogue = opened()
    catalogue.save([initiative("a"), initiative("b")], **WHO)
    change(journal, "DELETE FROM {}payload WHERE seq = 1")
    assert catalogue.verify().problems == ("map: bij regel 1 ontbreekt de inhoud.",)


def test_a_changed_payload_is_never_an_answer(journal: Journal, opened: Opened) -> None:
    catalogue = opened()
    catalogue.save([initiative("a"), initiative("b")], **WHO)
    change(journal, "UPDATE {}payload SET body = (SELECT body FROM {}payload WHERE seq = 2) WHERE seq = 1")
    with pytest.raises(OutsideError, match="beschadigd"):
        catalogue.get(Initiative, "a")
    assert catalogue.get(Initiative, "b").entity == initiative("b")


def test_equal_payloads_have_different_hashes(journal: Journal, opened: Opened) -> None:
    catalogue = opened()
    catalogue.save([initiative()], **WHO)
    catalogue.remove(Initiative, "eetclub", **WHO)
    catalogue.save([initiative()], **WHO)
    (first, one), _, (third, other) = journal.history(("initiative", "eetclub"))
    assert one.body == other.body
    assert first.payload_hash != third.payload_hash


def test_a_journal_of_a_newer_version_is_refused(journal: Journal, opened: Opened) -> None:
    change(journal, "UPDATE {}head SET format = 2")
    with pytest.raises(TooNew, match="nieuwere versie"):
        opened()


def test_a_payload_of_a_newer_version_is_refused(
    opened: Opened, journal: Journal, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = opened()
    with monkeypatch.context() as newer:
        newer.setattr("socialmap.store.upcast.Upcasts.schema_of", lambda *_: 2)
        catalogue.save([initiative()], **WHO)
    with pytest.raises(TooNew):
        catalogue.get(Initiative, "eetclub")
    assert catalogue.verify().problems == ("map: regel 1 is bewaard met een nieuwere versie van socialmap.",)


def test_a_writer_who_dies_halfway_keeps_neither_half(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = opened()
    catalogue.save([initiative(), resident()], **WHO)
    commit, commits = Writer.commit, iter([True, False])

    def die_at_the_second(writer: Writer) -> None:
        if not next(commits):
            raise KeyboardInterrupt
        commit(writer)

    with monkeypatch.context() as dying:
        dying.setattr(Writer, "commit", die_at_the_second)
        with pytest.raises(KeyboardInterrupt):
            catalogue.save([initiative(name="Kookclub"), resident("B-002")], **WHO)
    assert catalogue.count(Resident) == 2, "the core half was committed"
    reopened = opened()
    assert reopened.get(Initiative, "eetclub").entity == initiative()
    assert [stored.entity.id for stored in reopened.all(Resident)] == ["B-001"]
    assert reopened.history("resident", "B-002")[-1].action.startswith("niet afgemaakt")
    assert reopened.verify().ok


def test_when_the_second_journal_fails_the_first_is_taken_back_at_once(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = opened()
    commit, commits = Writer.commit, iter([True, False])

    def fail_at_the_second(writer: Writer) -> None:
        if not next(commits, True):
            raise OutsideError("vol")
        commit(writer)

    monkeypatch.setattr(Writer, "commit", fail_at_the_second)
    with pytest.raises(OutsideError, match="vol"):
        catalogue.save([initiative(), resident()], **WHO)
    assert catalogue.count(Resident) == catalogue.count(Initiative) == 0


def test_a_writer_who_dies_after_both_halves_keeps_both(
    opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = opened()
    with monkeypatch.context() as dying:
        dying.setattr(Writer, "stop_awaiting", lambda *_: None)
        catalogue.save([initiative(), resident()], **WHO)
    catalogue.save([resident("B-002")], **WHO)
    assert [stored.entity.id for stored in opened().all(Resident)] == ["B-001", "B-002"]
    assert catalogue.get(Initiative, "eetclub").version == 1


def test_a_writer_who_waits_too_long_is_told_to_try_again(
    journal: Journal, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(database, "BUSY_SECONDS", 0.2)
    catalogue = opened()
    with journal.writing():
        with pytest.raises(OutsideError, match="even bezet") as refused:
            catalogue.save([initiative()], **WHO)
        assert catalogue.find(Initiative, "eetclub") is None, "readers never wait"
    assert refused.value.retry
    catalogue.save([initiative()], **WHO)


def test_a_full_disk_acknowledges_nothing_and_recovers_without_a_restart(tmp_path: Path) -> None:
    limit = [10_000]

    def keep_small(connection: sqlite3.Connection, *_: Any) -> None:
        connection.execute(f"PRAGMA max_page_count={limit[0]}")

    event.listen(Pool, "checkout", keep_small)
    try:
        with Catalogue.open(tmp_path) as catalogue:
            catalogue.save([initiative()], **WHO)
            limit[0] = 30
            big = [initiative(f"i{number}", description="x" * 1000) for number in range(200)]
            with pytest.raises(OutsideError, match="schijf is vol"):
                catalogue.save(big, **WHO)
            assert catalogue.count(Initiative) == 1
            limit[0] = 10_000
            catalogue.save(big, **WHO)
            assert catalogue.count(Initiative) == 201
            assert catalogue.verify().ok
    finally:
        event.remove(Pool, "checkout", keep_small)


def test_a_folder_or_file_that_cannot_be_used_is_told(tmp_path: Path) -> None:
    (tmp_path / "bestand").write_text("geen map")
    with pytest.raises(OutsideError, match="niet te bereiken"):
        Catalogue.open(tmp_path / "bestand")
    (tmp_path / "map.sqlite").write_bytes(b"geen database" * 1000)
    with pytest.raises(OutsideError, match="beschadigd"):
        Catalogue.open(tmp_path)


def test_a_server_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(OutsideError, match="niet te bereiken") as refused:
        Catalogue.open(tmp_path, url=f"postgresql://iemand:geheim@/niets?host={tmp_path}")
    assert refused.value.retry
    assert "geheim" not in str(refused.value)


@pytest.mark.parametrize("url", ["sqlite:///x.db", "onzin", "mysql://server/db"])
def test_an_address_that_is_not_of_postgresql_is_refused(tmp_path: Path, url: str) -> None:
    with pytest.raises(SetupError):
        Catalogue.open(tmp_path, url=url)
