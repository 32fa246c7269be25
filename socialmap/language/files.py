"""Where the body of language stands, in a checkout and in an installed wheel."""

from __future__ import annotations

import zlib
from pathlib import Path
from zipfile import BadZipFile

from socialmap.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent.parent
_WHEEL = _PACKAGE / "data" / "language"
_CHECKOUT = _PACKAGE.parent / "data" / "language"

DAMAGED = (BadZipFile, zlib.error, LookupError, TypeError, ValueError, OSError, EOFError, RuntimeError)
"""What reading a damaged file of arrays may raise; zipfile and zlib have their own for some of its bits."""


def language_folder() -> Path:
    """The folder with the sayings and the model; ``SetupError`` if it is absent."""
    for folder in (_WHEEL, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise SetupError("De taal van socialmap ontbreekt.", "Installeer socialmap opnieuw.")
