"""Where the hand-written part of the demo town stands, and how it is read."""

from __future__ import annotations

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from socialmap.errors import SetupError

_PACKAGE = Path(__file__).resolve().parent.parent
_WHEEL = _PACKAGE / "data" / "demo"
_CHECKOUT = _PACKAGE.parent / "data" / "demo"


def demo_folder() -> Path:
    """The folder with the demo's TOML files, in a wheel or a checkout; ``SetupError`` if absent."""
    for folder in (_WHEEL, _CHECKOUT):
        if folder.is_dir():
            return folder
    raise SetupError("De bestanden van het demodorp ontbreken.", "Installeer socialmap opnieuw.")


@cache
def read_demo(name: str) -> dict[str, Any]:
    """The tables of ``<name>.toml``. Read once and shared: do not change what you get."""
    path = demo_folder() / f"{name}.toml"
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise SetupError(f"Het demobestand {path.name} ontbreekt.", "Installeer socialmap opnieuw.") from None
