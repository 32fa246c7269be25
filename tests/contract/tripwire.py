"""What no hostile file may reach: a secret file, a listening socket, more than two seconds of computing."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from socialmap.connectors.areas import read_areas
from socialmap.connectors.streets import read_streets
from socialmap.connectors.table import Known, read_table
from socialmap.errors import SocialmapError
from socialmap.ontology.thesaurus import load_vocabulary

SECRET = "Kanarie van Dijk, Kanariestraat 1, 06-12345678"
MOST_SECONDS = 2.0


@dataclass
class Trap:
    """The places that a file may try to reach, and the folder in which it lies."""

    folder: Path
    secret: Path
    url: str
    listener: socket.socket

    def feed(self, content: bytes, name: str = "upload.geojson") -> list[str]:
        """Give the file to every reader; what each made of it, as text. Only friendly refusals may come."""
        path = self.folder / name
        path.write_bytes(content)
        return self.feed_path(path)

    def feed_path(self, path: Path) -> list[str]:
        outcomes = []
        known = Known(load_vocabulary())
        for reader in (read_areas, lambda file: read_table(file, known), read_streets):
            begin = computing_seconds()
            try:
                outcomes.append(repr(reader(path)))
            except SocialmapError as refusal:
                outcomes.append(f"{type(refusal).__name__}: {refusal.sentence} {refusal.remedy}")
            assert outcomes[-1].endswith((".", ")")), "a refusal is a sentence and a remedy"
            assert computing_seconds() - begin <= MOST_SECONDS
        return outcomes

    def check(self) -> None:
        """Nobody called, nothing of the secret was written anywhere but where it was."""
        self.listener.setblocking(False)
        try:
            self.listener.accept()
        except BlockingIOError:
            return
        raise AssertionError("a file made a connection")


@contextmanager
def set_trap(folder: Path) -> Iterator[Trap]:
    load_vocabulary()
    secret = folder / "geheim.txt"
    secret.write_text(SECRET, encoding="utf-8")
    uploads = folder / "uploads"
    uploads.mkdir()
    with socket.create_server(("127.0.0.1", 0)) as listener:
        url = f"http://127.0.0.1:{listener.getsockname()[1]}/"
        trap = Trap(uploads, secret, url, listener)
        yield trap
        trap.check()
    assert sorted(folder.iterdir()) == sorted([secret, uploads]), "a file was written outside the uploads"


def computing_seconds() -> float:
    """Seconds of processor time of this process and its children, which a busy machine does not stretch."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
