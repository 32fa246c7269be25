"""A small file beside a SQLite journal that remembers how far it had got.

Damage to the write-ahead log makes SQLite quietly open an earlier state, with a chain that is whole but
too short. The anchor, written after each commit, tells. It may lag behind; it is never ahead.
"""

from __future__ import annotations

import contextlib
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Anchor:
    """The file; ``None`` for a journal on a database server, which guards its own log."""

    path: Path | None

    def advance(self, seq: int, entry_hash: bytes) -> None:
        """Remember the entry, unless a later one is remembered. A full disk does not undo the commit."""
        if self.path is None:
            return
        with contextlib.suppress(OSError):
            self.path.touch(mode=0o600)
            with self.path.open("r+b", buffering=0) as file:
                known = _parse(file.read())
                if known is None or known[0] < seq:
                    file.seek(0)
                    file.write(f"{seq:019d} {entry_hash.hex()}\n".encode())

    def read(self) -> tuple[int, bytes] | None:
        """The remembered seq and hash; ``None`` if there are none. ``ValueError`` if they are unreadable."""
        if self.path is None or not self.path.exists():
            return None
        content = self.path.read_bytes()
        known = _parse(content)
        # A power cut may leave a new file empty or filled with zeros: nothing was remembered yet.
        if known is None and content.strip(b"\0"):
            raise ValueError(content)
        return known


def _parse(content: bytes) -> tuple[int, bytes] | None:
    try:
        seq, entry_hash = content.decode("ascii").split()
        return int(seq), bytes.fromhex(entry_hash)
    except ValueError:
        return None
