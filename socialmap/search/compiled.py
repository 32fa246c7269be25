"""Compiles what has to be quick, and keeps it apart for every version of the sources it was made from.

numba looks at one file's time and size to see whether its cache is still good. Constants and tuples that
compiled code takes from other files do not count there, and files from a wheel all have the same time; so
after an upgrade it could run old code with new columns. Hence a folder per content.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path
from typing import Any, ParamSpec, TypeVar

import numba

P = ParamSpec("P")
R = TypeVar("R")

_SOURCES = (
    "geo/footways.py",
    "geo/shortest.py",
    "search/columns.py",
    "search/grid.py",
    "search/kernel.py",
    "search/passing.py",
    "search/wish.py",
)
_HOME = ".cache/socialmap"


def _cache_folder() -> Path | None:
    """A folder of the user, named after the sources and numba; ``None`` where nothing can be written."""
    package = Path(__file__).parents[1]
    digest = hashlib.sha256(numba.__version__.encode())
    for name in _SOURCES:
        digest.update((package / name).read_bytes())
    try:
        folder = Path.home() / _HOME / digest.hexdigest()[:16]
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "writable").touch()
    except (OSError, RuntimeError):
        return None
    return folder


_FOLDER = _cache_folder()


def compiled(function: Callable[P, R]) -> Callable[P, R]:
    """The function as machine code that lets other threads run."""
    settings: Any = numba.config
    before = settings.CACHE_DIR
    settings.CACHE_DIR = str(_FOLDER or before)
    try:
        made: Callable[P, R] = numba.njit(cache=_FOLDER is not None, nogil=True)(function)
        return made
    finally:
        settings.CACHE_DIR = before
