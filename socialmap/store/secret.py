"""The key of an installation: 32 bytes in the data folder that only its owner can read."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from socialmap.errors import OutsideError

KEY_FILE = "links.key"
_KEY_BYTES = 32
_OWNER_ONLY = 0o600


def key_of(folder: Path) -> bytes:
    """The key, made when it is first asked for; ``OutsideError`` when the folder cannot hold it.

    Who has it can make links; who loses it makes every link that was sent useless, and nothing else.
    """
    path = folder / KEY_FILE
    try:
        if not path.exists():
            _begin(path)
        key = path.read_bytes()
    except OSError as error:
        raise _unreadable() from error
    if len(key) != _KEY_BYTES:
        raise _unreadable()
    return key


def _begin(path: Path) -> None:
    """Written beside it and then linked: two processes that begin at once end up with one whole key."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(6)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _OWNER_ONLY)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_KEY_BYTES))
            file.flush()
            os.fsync(file.fileno())
        try:
            path.hardlink_to(beside)
        except FileExistsError:
            return
    finally:
        beside.unlink(missing_ok=True)


def _unreadable() -> OutsideError:
    return OutsideError(
        "De sleutel van de links kan niet worden gelezen.",
        f"Vraag je beheerder om het bestand '{KEY_FILE}' in de gegevensmap na te kijken.",
        retry=False,
    )
