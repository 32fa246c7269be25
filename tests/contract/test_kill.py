"""Killing writers at random moments loses nothing that was acknowledged and leaves nothing torn."""

from __future__ import annotations

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from statistics import median

import pytest

from socialmap.model.change import Position
from socialmap.store.catalogue import Catalogue
from socialmap.store.entries import Operation

KILLS = 100
CHECKED_EVERY = 20
START_SECONDS = 2.0
PATIENCE_SECONDS = 60
LINE_BYTES = 50
"""About the length of one acknowledgement."""


class Crew:
    """Starts writers and kills them; ``alive`` are those that still write."""

    def __init__(self, process: subprocess.Popen[str], acknowledged: Path) -> None:
        self._process = process
        self._acknowledged = acknowledged
        self._seed = 0
        self.alive: list[int] = []

    def start(self) -> None:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._seed += 1
        self._process.stdin.write(f"{self._seed} {self._acknowledged}\n")
        self._process.stdin.flush()
        self.alive.append(int(self._process.stdout.readline()))

    def let_write(self, at_least: int) -> None:
        """Wait until this many more things were acknowledged, however busy the machine is."""
        deadline = time.monotonic() + PATIENCE_SECONDS
        enough = self._acknowledged.stat().st_size + at_least * LINE_BYTES
        while self._acknowledged.stat().st_size < enough:
            assert time.monotonic() < deadline, "the writers do not write"
            time.sleep(0.001)

    def kill(self, writer: int) -> None:
        self.alive.remove(writer)
        os.kill(writer, signal.SIGKILL)
        while _is_alive(writer):
            time.sleep(0.001)


@contextmanager
def crew(folder: Path, acknowledged: Path) -> Iterator[Crew]:
    command = [sys.executable, "-m", "tests.contract.writers", str(folder)]
    root = Path(__file__).parents[2]
    with subprocess.Popen(
        command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=root
    ) as process:
        started = Crew(process, acknowledged)
        try:
            yield started
        finally:
            for writer in list(started.alive):
                started.kill(writer)


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs a system that can fork and kill")
def test_a_hundred_kills_lose_no_acknowledged_write(tmp_path: Path) -> None:
    moments = random.Random(1)
    folder, acknowledged = tmp_path / "gegevens", tmp_path / "bevestigd"
    acknowledged.touch()
    by_the_clock, computing = [], []
    with crew(folder, acknowledged) as writers:
        writers.start()
        writers.start()
        for number in range(1, KILLS + 1):
            writers.let_write(at_least=moments.randrange(4, 16))
            time.sleep(moments.uniform(0, 0.03))
            writers.kill(moments.choice(writers.alive))
            began, began_computing = time.monotonic(), time.process_time()
            with Catalogue.open(folder) as catalogue:
                by_the_clock.append(time.monotonic() - began)
                computing.append(time.process_time() - began_computing)
                if number % CHECKED_EVERY == 0:
                    assert_nothing_lost(catalogue, acknowledged.read_text())
            writers.start()
    with Catalogue.open(folder) as catalogue:
        assert_nothing_lost(catalogue, acknowledged.read_text())
        assert catalogue.verify().problems == ()
    assert_no_batch_torn(folder)
    # A busy machine may keep one start waiting, so the slowest is counted in computing time.
    assert median(by_the_clock) <= START_SECONDS
    assert max(computing) <= START_SECONDS


def assert_nothing_lost(catalogue: Catalogue, acknowledged: str) -> None:
    # The text was read before the journals are, so everything in it must be there.
    changes, _ = catalogue.changes_since(Position())
    kept = {(change.kind, change.id, change.version): change.entity for change in changes}
    for line in acknowledged.splitlines():
        kind, id_, version, operation, token = json.loads(line)
        entity = kept[kind, id_, version]
        if operation == Operation.REMOVED:
            assert entity is None
        else:
            assert token == (entity.description if kind == "initiative" else entity.area_id)


def assert_no_batch_torn(folder: Path) -> None:
    found: Counter[str] = Counter()
    expected: dict[str, int] = {}
    for name in ("map", "core"):
        with closing(sqlite3.connect(folder / f"{name}.sqlite")) as journal:
            for batch, action in journal.execute("SELECT batch, action FROM entry"):
                found[batch] += 1
                if action.startswith("proef"):
                    expected[batch] = int(action.split()[1])
    for batch, count in expected.items():
        assert found[batch] == count or found[f"{batch}-terug"] == found[batch] == 3


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True
