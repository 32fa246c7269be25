"""The prepared streets as one file of plain arrays: nothing in it runs, and half a file is never read."""

from __future__ import annotations

import json
import os
import tempfile
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from socialmap.geo.street_network import StreetNetwork

VERSION = 1
_ARRAYS = {
    "at_mm": np.int32,
    "first": np.int32,
    "to": np.int32,
    "length_mm": np.int32,
    "steps": np.bool_,
    "joins": np.int32,
}
_HEAD = "head"


@dataclass(frozen=True, slots=True)
class StoredStreets:
    """A network, the hash of the file it was made from, and whose streets they are (named where shown)."""

    network: StreetNetwork
    digest: str
    credit: str


def write_streets(path: Path, stored: StoredStreets) -> None:
    """Replace the file at once; the same network gives the same bytes."""
    head = json.dumps({"version": VERSION, "digest": stored.digest, "credit": stored.credit})
    arrays = {name: getattr(stored.network, name) for name in _ARRAYS}
    handle, written = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            np.savez_compressed(
                file, allow_pickle=False, **{_HEAD: np.frombuffer(head.encode(), np.uint8)}, **arrays
            )
        Path(written).replace(path)
    except BaseException:
        Path(written).unlink(missing_ok=True)
        raise


def read_streets_file(path: Path) -> StoredStreets | None:
    """The streets in a file; ``None`` without one, or when it is damaged or of another version.

    Then distances are estimates, and the file has to be made again from its source.
    """
    try:
        with path.open("rb") as file, np.load(file, allow_pickle=False) as content:
            head = json.loads(content[_HEAD].tobytes())
            arrays = {name: content[name] for name in _ARRAYS}
            if head["version"] != VERSION or not _fits(arrays):
                return None
            return StoredStreets(StreetNetwork(**arrays), head["digest"], head["credit"])
    except (OSError, EOFError, ValueError, KeyError, TypeError, zipfile.BadZipFile, zlib.error):
        return None


def _fits(arrays: dict[str, np.ndarray]) -> bool:
    """Do the arrays belong together? Compiled code looks no index up twice."""
    if any(arrays[name].dtype != kind for name, kind in _ARRAYS.items()):
        return False
    at_mm, first, to = arrays["at_mm"], arrays["first"], arrays["to"]
    points, pieces = len(at_mm), len(to)
    return bool(
        at_mm.shape == (points, 2)
        and first.shape == (points + 1,)
        and first[0] == 0
        and first[-1] == pieces
        and (np.diff(first) >= 0).all()
        and all(arrays[name].shape == (pieces,) for name in ("to", "length_mm", "steps"))
        and (arrays["length_mm"] >= 0).all()
        and all(((each >= 0) & (each < points)).all() for each in (to, arrays["joins"]))
    )
