"""Where the body of language stands, in a checkout and in an installed wheel."""

from __future__ import annotations

from pathlib import Path

from socialmap.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent.parent
_WHEEL = _PACKAGE / "data" / "language"
_CHECKOUT = _PACKAGE.parent / "data" / "language"


def language_folder() -> Path:
    """The folder with the sayings and the model; ``SetupError`` if it is absent."""
    for folder in (_WHEEL, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise SetupError("De taal van socialmap ontbreekt.", "Installeer socialmap opnieuw.")
