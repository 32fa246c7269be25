"""The model as one file of plain arrays (npz, no pickle): all that hearing needs besides the encoder."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from socialmap.errors import SetupError
from socialmap.language.encoder import DIMENSIONS, encode
from socialmap.language.files import DAMAGED
from socialmap.model.values import ThemeId
from socialmap.search.words.finder import Learned
from socialmap.search.words.grams import GramModel
from socialmap.search.words.learned import (
    Alike,
    EncoderModel,
    Examples,
    Floats,
    Judge,
    LearnedModel,
    Shares,
    View,
)
from socialmap.search.words.pointers import Pointer, Pointers
from socialmap.search.words.safety import DangerRules, spelled_rules
from socialmap.search.words.spelling import Spelling
from socialmap.search.words.written import KnownWords

VERSION = 6
_WHOLE = 127
_TRIED = "sinds mijn man er niet meer is zit ik vaak alleen thuis"
_NEAR = 0.02
"""What another machine may make of one number of the sentence that is tried; another encoder is far off."""
_AGAIN = "Installeer socialmap opnieuw, of maak het bestand met: python -m training"
_Arrays = Mapping[str, NDArray[Any]]


def write_model(
    path: Path,
    model: LearnedModel,
    examples: Examples,
    pointers: Sequence[Pointer],
    known: KnownWords,
    rules: DangerRules,
    fingerprint: str,
) -> None:
    """Keep the model; ``fingerprint`` tells of which texts it was made."""
    about = [""] * len(examples.sentences)
    for theme, rows in examples.rows.items():
        for row in rows:
            about[row] = theme
    shares = model.shares
    arrays: dict[str, NDArray[Any]] = {
        "version": np.array([VERSION]),
        "fingerprint": _packed([fingerprint]),
        "themes": _packed(model.themes),
        "tried": encode([_TRIED])[0],
        "mean": model.view.mean,
        "spread": model.view.spread,
        "encoder": model.encoder.about.astype(np.float16),
        "encoder_danger": model.encoder.danger.astype(np.float16),
        "grams": _packed(model.grams.places),
        "gram_rarity": model.grams.rarity.astype(np.float16),
        "gram_weights": model.grams.weights,
        "gram_scale": model.grams.scale,
        "gram_bias": model.grams.bias,
        "rules": model.rules,
        "alike_axes": model.alike.axes.astype(np.float16),
        "alike_places": np.rint(model.alike.places * _WHOLE / _reach(model.alike.places)).astype(np.int8),
        "alike_reach": np.array([_reach(model.alike.places)], np.float32),
        "alike_counts": model.alike.counts,
        "alike_ends": model.alike.ends,
        "shares": np.array(
            [shares.encoder, shares.grams, shares.alike, shares.pointing, shares.naming], np.float64
        ),
        "silence": np.append(model.silence.weights, model.silence.threshold),
        "danger": np.append(model.danger.weights, model.danger.threshold),
        "doubt": np.array([model.doubt]),
        "asked": np.array([model.asked]),
        "axes": examples.axes.astype(np.float16),
        "places": examples.places,
        "sentences": _packed(examples.sentences),
        "about": _packed(about),
        "known": _packed(f"{word}\t{count}\t{stem}" for word, count, stem in known),
        "danger_rules": _packed(f"{each.kind}\t{each.strength}\t{each.text}" for each in rules.rules),
        "danger_words": _packed(f"{name}\t{' '.join(words)}" for name, words in rules.classes.items()),
        "pointers": _packed(f"{each.theme}\t{each.weight}\t{each.phrase}" for each in pointers),
    }
    np.savez_compressed(path, allow_pickle=False, **arrays)


def read_model(path: Path) -> Learned:
    """The model of a file; ``SetupError`` if it is absent, damaged, of another version or another encoder."""
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        if int(arrays["version"][0]) != VERSION or arrays["mean"].shape != (DIMENSIONS,):
            raise SetupError("Het taalmodel is van een andere versie.", _AGAIN)
        learned = _learned(arrays)
        _try(learned, arrays["tried"])
        return learned
    except FileNotFoundError:
        raise SetupError("Het taalmodel ontbreekt.", _AGAIN) from None
    except DAMAGED as fault:
        raise SetupError("Het taalmodel is beschadigd.", _AGAIN) from fault


def _try(learned: Learned, as_before: Floats) -> None:
    """One sentence through every part, so that a file that does not fit is told now, not at a resident."""
    if not np.allclose(learned.encode([_TRIED])[0], as_before, atol=_NEAR):
        raise SetupError("Het taalmodel hoort niet bij deze luisteraar.", _AGAIN)
    direction, _, heard = learned.listen(_TRIED)
    model, none = learned.model, np.zeros((1, len(learned.model.themes)), np.float32)
    heard.silent(model.silence, heard.mixed(model.shares, none, none), none, np.ones(1, np.float32))
    heard.tells_of_danger(model.danger, model.doubt, np.zeros(1, bool))
    for theme in learned.examples.rows:
        learned.examples.nearest(direction, theme)


def fingerprint_of(path: Path) -> str:
    """Of which texts the model of a file was made."""
    with np.load(path, allow_pickle=False) as file:
        return _unpacked(file["fingerprint"])[0]


def _learned(arrays: _Arrays) -> Learned:
    pointers = [
        Pointer(ThemeId(theme), phrase, int(weight))
        for theme, weight, phrase in (line.split("\t") for line in _unpacked(arrays["pointers"]))
    ]
    words = [line.split("\t") for line in _unpacked(arrays["known"])]
    known = KnownWords(
        {word: int(count) for word, count, _ in words}, {word: stem for word, _, stem in words}
    )
    model = _model(arrays)
    return Learned(
        encode=encode,
        known=known,
        spelling=Spelling(model.grams.counts(), model.grams.stems(), known),
        pointers=Pointers(pointers, known),
        rules=_rules(arrays),
        model=model,
        examples=_examples(arrays),
    )


def _rules(arrays: _Arrays) -> DangerRules:
    classes = (line.split("\t") for line in _unpacked(arrays["danger_words"]))
    return DangerRules(
        tuple(spelled_rules(line.split("\t") for line in _unpacked(arrays["danger_rules"]))),
        {name: words.split() for name, words in classes},
    )


def _model(arrays: _Arrays) -> LearnedModel:
    grams = _unpacked(arrays["grams"])
    return LearnedModel(
        themes=tuple(map(ThemeId, _unpacked(arrays["themes"]))),
        view=View(arrays["mean"], arrays["spread"]),
        encoder=EncoderModel(
            about=arrays["encoder"].astype(np.float32),
            danger=arrays["encoder_danger"].astype(np.float32),
        ),
        grams=GramModel(
            places=dict(zip(grams, range(len(grams)), strict=True)),
            rarity=arrays["gram_rarity"].astype(np.float32),
            weights=arrays["gram_weights"],
            scale=arrays["gram_scale"],
            bias=arrays["gram_bias"],
        ),
        rules=arrays["rules"].astype(np.float32),
        alike=Alike(
            axes=arrays["alike_axes"].astype(np.float32),
            places=arrays["alike_places"].astype(np.float32) * np.float32(arrays["alike_reach"][0] / _WHOLE),
            counts=arrays["alike_counts"],
            ends=arrays["alike_ends"],
        ),
        shares=Shares(*map(float, arrays["shares"])),
        silence=_judge(arrays["silence"]),
        danger=_judge(arrays["danger"]),
        doubt=float(arrays["doubt"][0]),
        asked=float(arrays["asked"][0]),
    )


def _reach(places: Floats) -> float:
    return float(np.abs(places).max())


def _judge(packed: NDArray[Any]) -> Judge:
    return Judge(packed[:-1].astype(np.float32), float(packed[-1]))


def _examples(arrays: _Arrays) -> Examples:
    about = np.array(_unpacked(arrays["about"]))
    return Examples(
        axes=arrays["axes"].astype(np.float32),
        places=arrays["places"],
        sentences=_unpacked(arrays["sentences"]),
        rows={ThemeId(theme): np.flatnonzero(about == theme) for theme in sorted(set(about.tolist()))},
    )


def _packed(lines: Iterable[str]) -> NDArray[np.uint8]:
    return np.frombuffer("\n".join(lines).encode(), np.uint8)


def _unpacked(packed: NDArray[Any]) -> tuple[str, ...]:
    return tuple(packed.tobytes().decode().split("\n"))
