"""What was learned from our own sayings: what a sentence is about, if anything, and danger.

Three listeners hear the same sentence: the encoder hears what it is about, the grams hear what it consists
of, and the phrases of the lexicon that are most like it say which theme they point at.
Their scores, with those of the layers that can say why (pointers and labels), are added up in shares that
were chosen on sentences that nothing was learned from.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from socialmap.model.values import ThemeId
from socialmap.search.words.grams import GramModel

Floats = NDArray[np.float32]

_LIKEST = 30
_ODDS = 0.07
"""So much more alike makes a phrase count e times as much."""


@dataclass(frozen=True, slots=True)
class Shares:
    """What each layer counts: the three listeners, a pointer of strength 1, a point of a label."""

    encoder: float
    grams: float
    alike: float
    pointing: float
    naming: float


@dataclass(frozen=True, slots=True, eq=False)
class Judge:
    """Logistic regression over a few features: yes from ``threshold`` on; the last weight is the bias."""

    weights: Floats
    threshold: float

    def scores(self, features: Floats) -> Floats:
        """(N,) from rows of features."""
        return weighed(features, self.weights)

    def says_yes(self, features: Floats) -> NDArray[np.bool_]:
        """(N,) from rows of features."""
        return np.asarray(self.scores(features) >= self.threshold, np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """From where sentences are seen: the middle of all, and how far they lie apart in each number, (D,)."""

    mean: Floats
    spread: Floats

    def directions(self, vectors: Floats) -> Floats:
        """Rows seen from the middle, each of length 1; a row that is the middle itself is zero."""
        return unit((vectors - self.mean) / self.spread)


@dataclass(frozen=True, slots=True, eq=False)
class Alike:
    """Phrases that point at a theme, and sentences that say nothing, by where they lie.

    ``axes`` (D, K) are the directions of a :class:`View` in which they are told apart, ``places`` (N, K) the
    phrases, class after class, ``counts`` (N,) the log of what each counts; class ``c`` ends before row
    ``ends[c]``.
    """

    axes: Floats
    places: Floats
    counts: Floats
    ends: NDArray[np.int64]

    def scores(self, directions: Floats) -> Floats:
        """(N, C) for rows of directions: how like the sentence the likest phrases of each class are."""
        likeness = unit(directions @ self.axes) @ self.places.T / _ODDS + self.counts
        starts = [0, *self.ends[:-1].tolist()]
        return np.stack(
            [_likest(likeness[:, start:end]) for start, end in zip(starts, self.ends.tolist(), strict=True)],
            axis=1,
        )


@dataclass(frozen=True, slots=True, eq=False)
class EncoderModel:
    """What is heard in the directions of a :class:`View`; each array has the bias in its last row.

    ``about`` (D + 1, T + 1) are the themes and nothing; ``danger`` (D + 1, 2 K) the kinds of danger and then
    as many that are none. Danger of one kind is nothing like that of another: each is heard by itself.
    """

    about: Floats
    danger: Floats

    def scores(self, directions: Floats) -> Floats:
        """(N, T + 2) for rows of directions: themes, nothing, danger."""
        real, none = np.split(weighed(directions, self.danger), 2, axis=1)
        danger = _together(real) - _together(none)
        return np.hstack([weighed(directions, self.about), danger[:, None]])


@dataclass(frozen=True, slots=True, eq=False)
class LearnedModel:
    """``T`` themes, ``D`` numbers of the encoder. What encoder and grams score: themes, nothing, danger.

    ``rules`` (R + 1,) is what each rule of danger counts, and the bias. Where the encoder hears less danger
    than ``doubt``, a sure rule is not enough. What the judge of ``danger`` gives at least ``asked`` is worth
    asking.
    """

    themes: tuple[ThemeId, ...]
    view: View
    encoder: EncoderModel
    grams: GramModel
    alike: Alike
    rules: Floats
    shares: Shares
    silence: Judge
    danger: Judge
    doubt: float
    asked: float


@dataclass(frozen=True, slots=True, eq=False)
class Listened:
    """What the listeners make of one or more sentences; each array has a row per sentence.

    ``encoder``, ``grams`` and ``alike`` (N, T + 1) are log-chances, ``danger`` (N, 3) the scores of danger:
    of the first two, and of the rules.
    """

    encoder: Floats
    grams: Floats
    alike: Floats
    danger: Floats

    def tells_of_danger(self, judge: Judge, doubt: float, ruled: NDArray[np.bool_]) -> NDArray[np.bool_]:
        """(N,): what the judge thinks, or a sure rule (``ruled``) unless the encoder hears the contrary."""
        return judge.says_yes(self.danger) | (ruled & (self.danger[:, 0] >= doubt))

    def may_tell_of_danger(self, judge: Judge, asked: float) -> NDArray[np.bool_]:
        """(N,): of which it is worth asking whether they tell of danger."""
        return np.asarray(judge.scores(self.danger) >= asked, np.bool_)

    def mixed(self, shares: Shares, pointed: Floats, named: Floats) -> Floats:
        """Log-chances of the themes and, last, of nothing; ``pointed`` and ``named`` are (N, T)."""
        scores = shares.encoder * self.encoder + shares.grams * self.grams + shares.alike * self.alike
        scores[:, :-1] += shares.pointing * pointed + shares.naming * named
        return log_chances(scores)

    def silent(self, judge: Judge, mixed: Floats, pointed: Floats, lengths: Floats) -> NDArray[np.bool_]:
        """(N,): which sentences say nothing that can be known."""
        return judge.says_yes(silence_features(mixed, pointed, lengths))


def silence_features(mixed: Floats, pointed: Floats, lengths: Floats) -> Floats:
    """(N, 4): what tells a sentence that says nothing from one about a theme.

    What is heard of nothing and of the likeliest theme, the strongest word that points, how many words.
    More of it (each listener by itself, short sentences apart) was only learned by heart.
    """
    features = [mixed[:, -1], mixed[:, :-1].max(1), np.log1p(pointed.max(1)), np.log1p(lengths)]
    return np.stack(features, axis=1).astype(np.float32)


def listened(encoder: Floats, grams: Floats, alike: Floats, rules: Floats) -> Listened:
    """From raw scores: (N, T + 2) of encoder and grams, (N, T + 1) of phrases alike, (N,) of rules."""
    return Listened(
        log_chances(encoder[:, :-1]),
        log_chances(grams[:, :-1]),
        log_chances(alike),
        np.stack([encoder[:, -1], grams[:, -1], rules], axis=1),
    )


def weighed(rows: Floats, weights: Floats) -> Floats:
    """What a linear listener makes of its rows; the bias is in the last row of its weights."""
    return np.asarray(rows @ weights[:-1] + weights[-1], np.float32)


def log_chances(scores: Floats) -> Floats:
    above = scores - scores.max(1, keepdims=True)
    return np.asarray(above - np.log(np.exp(above).sum(1, keepdims=True)), np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Examples:
    """Sayings with where they lie, in few dimensions and whole numbers; only to show one that is alike.

    ``axes`` is (D, K); ``places`` (N, K) holds what ``direction @ axes`` gives, scaled to -127..127.
    """

    axes: Floats
    places: NDArray[np.int8]
    sentences: Sequence[str]
    rows: Mapping[ThemeId, NDArray[np.int64]]

    def nearest(self, direction: Floats, theme: ThemeId) -> str:
        """The saying about the theme that is most like it; empty if there is none."""
        rows = self.rows.get(theme)
        if rows is None or not len(rows):
            return ""
        likeness = self.places[rows].astype(np.float32) @ (direction @ self.axes)
        return self.sentences[int(rows[int(likeness.argmax())])]


def unit(rows: Floats) -> Floats:
    """Each row of length 1; a row of noughts stays."""
    length = np.linalg.norm(rows, axis=-1, keepdims=True)
    return np.asarray(rows / np.maximum(length, np.finfo(np.float32).tiny), np.float32)


def _likest(likeness: Floats) -> Floats:
    """(N,) from (N, P): the log of the sum over the likest phrases, in the odds that likeness gives."""
    if likeness.shape[1] > _LIKEST:
        likeness = np.partition(likeness, -_LIKEST, axis=1)[:, -_LIKEST:]
    return _together(likeness)


def _together(scores: Floats) -> Floats:
    """(N,) from (N, P): the log of the sum of what they are the logs of."""
    best = scores.max(1)
    return np.asarray(best + np.log(np.exp(scores - best[:, None]).sum(1)), np.float32)
