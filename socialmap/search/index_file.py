"""The offer index as one file: a JSON head, the columns as they lie in memory, and a checksum; no pickle."""

from __future__ import annotations

import json
import os
import tempfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import blake2b
from pathlib import Path
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from socialmap.model.values import InitiativeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.asking import Order
from socialmap.search.columns import ALIVE, FLAGS, Codes, Offers, nowhere
from socialmap.search.grid import Grid, Layer
from socialmap.search.index import OfferIndex

MAGIC = b"socialmap-offers"
VERSION = 3
_LENGTH_BYTES = 8
_CHECK_BYTES = 4
_STEP = 64
_SEPARATOR = "\0"
_SAVED = ("facts", "themes", "peers")
"""How offers join the streets is not: other streets may be loaded the next time."""


class Rebuild(StrEnum):
    """Why a file cannot be used and the index has to be built from the journal again."""

    MISSING = "missing"
    DAMAGED = "damaged"
    OTHER_VERSION = "other version"


@dataclass(frozen=True, slots=True)
class Loaded:
    """An index from a file and the journal position it stands at."""

    index: OfferIndex
    position: str


def write_index(index: OfferIndex, path: Path, position: str) -> None:
    """Replace the file at once; whoever reads meanwhile sees the old or the new one, never half."""
    with index.lock:
        index.merge()
        arrays = dict(_arrays(index))
        head = json.dumps(
            {
                "version": VERSION,
                "vocabulary": _fingerprint(index.order),
                "position": position,
                "languages": index.languages.values,
                "groups": index.groups.values,
                "areas": index.areas.values,
                "facilities": index.facilities.values,
                "grid": index.grid[1:],
                "arrays": {name: [found.dtype.str, found.shape] for name, found in arrays.items()},
            }
        ).encode()
        blocks = [MAGIC, len(head).to_bytes(_LENGTH_BYTES, "big"), head]
        for found in arrays.values():
            blocks += [b"\0" * (-sum(map(len, blocks)) % _STEP), found.tobytes()]
    check = 0
    for block in blocks:
        check = zlib.crc32(block, check)
    _replace(path, [*blocks, check.to_bytes(_CHECK_BYTES, "big")])


def read_index(path: Path, vocabulary: Vocabulary) -> Loaded | Rebuild:
    """The index in a file, or why it has to be built again: other data, another version or vocabulary."""
    try:
        content = np.fromfile(path, np.uint8)
    except FileNotFoundError:
        return Rebuild.MISSING
    too_short = len(content) < len(MAGIC) + _LENGTH_BYTES + _CHECK_BYTES
    if too_short or content[: len(MAGIC)].tobytes() != MAGIC:
        return Rebuild.DAMAGED
    if zlib.crc32(content[:-_CHECK_BYTES].data) != int.from_bytes(content[-_CHECK_BYTES:].tobytes(), "big"):
        return Rebuild.DAMAGED
    start = len(MAGIC) + _LENGTH_BYTES
    end = start + int.from_bytes(content[len(MAGIC) : start].tobytes(), "big")
    head = json.loads(content[start:end].tobytes())
    index = OfferIndex(vocabulary)
    if head["version"] != VERSION or head["vocabulary"] != _fingerprint(index.order):
        return Rebuild.OTHER_VERSION
    _fill(index, head, _blocks(content, head["arrays"], end))
    return Loaded(index, head["position"])


def _arrays(index: OfferIndex) -> Iterator[tuple[str, NDArray[Any]]]:
    count = len(index.ids)
    for name in _SAVED:
        yield name, getattr(index.offers, name).T[:count]
    yield "starts", index.grid.starts
    for name, texts in (("ids", index.ids), ("names", index.names)):
        joined = _SEPARATOR.join(text.replace(_SEPARATOR, " ") for text in texts)
        yield name, np.frombuffer(joined.encode(), np.uint8)


def _blocks(content: NDArray[np.uint8], described: dict[str, Any], start: int) -> dict[str, NDArray[Any]]:
    found = {}
    for name, (kind, shape) in described.items():
        start += -start % _STEP
        end = start + int(np.dtype(kind).itemsize * np.prod(shape, dtype=np.int64))
        found[name] = content[start:end].view(kind).reshape(shape)
        start = end
    return found


def _fill(index: OfferIndex, head: dict[str, Any], arrays: dict[str, NDArray[Any]]) -> None:
    facts, themes, peers = (arrays[name].T for name in _SAVED)
    count = facts.shape[1]
    index.offers = Offers(facts, themes, peers, nowhere(count))
    index.ids = cast("list[InitiativeId]", _texts(arrays["ids"], count))
    index.names = _texts(arrays["names"], count)
    index.languages = Codes(tuple(codes) for codes in head["languages"])
    index.groups = Codes(head["groups"])
    index.areas = Codes(head["areas"])
    index.facilities = Codes(head["facilities"])
    west_mm, south_mm, region, near = head["grid"]
    index.grid = Grid(arrays["starts"], west_mm, south_mm, Layer(*region), Layer(*near))
    index.free = np.flatnonzero((index.offers.facts[FLAGS] & ALIVE) == 0).tolist()


def _texts(joined: NDArray[np.uint8], count: int) -> list[str]:
    return joined.tobytes().decode().split(_SEPARATOR) if count else []


def _fingerprint(order: Order) -> str:
    """Of everything in the vocabulary that the columns lean on."""
    words = repr((order.themes, order.barriers)).encode()
    return blake2b(words + order.near(order.themes).tobytes(), digest_size=16).hexdigest()


def _replace(path: Path, blocks: list[bytes]) -> None:
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    try:
        with os.fdopen(handle, "wb") as file:
            file.writelines(blocks)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
