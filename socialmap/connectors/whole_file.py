"""Write a file whole or not at all: an existing one is replaced only when the new one is complete."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

from socialmap.errors import OutsideError


def write_whole(path: Path, pieces: Iterable[bytes]) -> int:
    """The number of bytes written. ``OutsideError`` when it cannot be done; what was there then stays."""
    unfinished = path.with_name(path.name + ".deel")
    size = 0
    try:
        with unfinished.open("wb") as target:
            for piece in pieces:
                size += target.write(piece)
        unfinished.replace(path)
    except OSError as error:
        with suppress(OSError):
            unfinished.unlink(missing_ok=True)
        raise OutsideError("Het bestand kon niet worden geschreven.", "Kies een andere map.") from error
    return size
