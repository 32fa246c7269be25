"""Chooses what each layer counts, and when to be silent or alarmed, on families held out.

The families for testing take no part in it.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from socialmap.language.sayings import FOLDS, Split
from socialmap.model.values import ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.finder import layers
from socialmap.search.words.found import Because
from socialmap.search.words.labels import LabelFinder
from socialmap.search.words.learned import Judge, Listened, Shares, listened
from socialmap.search.words.pointers import Pointers
from socialmap.search.words.written import words_of
from training.corpus import Corpus
from training.learning import is_danger, learn
from training.softmax import Floats, Ints, fit
from training.sparse import Table

_SILENT_WHEN_EMPTY = 0.965
"""Share of the sentences that say nothing for which the finder has to say so."""
_FALSE_ALARMS = 0.02
"""Share of all sentences without danger for which the card may come; of those that use its words, more."""
_STEPS, _STEP = 500, 0.02
_PENALTY = 1e-4


@dataclass(frozen=True, slots=True)
class Settings:
    shares: Shares
    silence: Judge
    danger: Judge


@dataclass(frozen=True, slots=True, eq=False)
class HeldOut:
    """Every saying to develop on, as it is heard by who learned from other families.

    ``pointed`` and ``named`` are (N, T); ``certain``: a sure rule or a label of danger stands in it.
    """

    rows: Ints
    classes: Ints
    listened: Listened
    pointed: Floats
    named: Floats
    lengths: Floats
    certain: NDArray[np.bool_]

    def mixed(self, shares: Shares) -> Floats:
        return self.listened.mixed(shares, self.pointed, self.named)


def hear_held_out(
    corpus: Corpus,
    vocabulary: Vocabulary,
    consists: tuple[Table, csr_matrix],
    acute_themes: frozenset[ThemeId],
) -> HeldOut:
    """Cross-validation over the families to develop on."""
    rows, raw = [], []
    for fold in range(FOLDS):
        learned_from = corpus.to_learn(Split.DEVELOP, without_fold=fold)
        listeners = learn(corpus, learned_from, consists, acute_themes)
        heard = corpus.said(Split.DEVELOP, fold)
        rows.append(heard)
        raw.append(listeners.hear(corpus.vectors[heard], consists[1][heard], corpus.ruled[heard]))
    every = np.concatenate(rows)
    sentences = [corpus.lines[row].sentence for row in every]
    labels, pointers = LabelFinder(vocabulary), Pointers(corpus.pointers, corpus.known)
    above = [_layers(corpus, labels, pointers, sentence) for sentence in sentences]
    return HeldOut(
        rows=every,
        classes=corpus.classes(every),
        listened=listened(*map(np.concatenate, zip(*raw, strict=True))),
        pointed=np.concatenate([pointed for pointed, _ in above]),
        named=np.concatenate([named for _, named in above]),
        lengths=np.array([len(words_of(sentence)) for sentence in sentences], np.float32),
        certain=np.array(
            [
                corpus.rules.are_sure(corpus.ruled[row].indices) or labels.is_acute(sentence)
                for row, sentence in zip(every, sentences, strict=True)
            ]
        ),
    )


def choose(corpus: Corpus, heard: HeldOut, acute_themes: frozenset[ThemeId]) -> Settings:
    """The settings that do best on what was held out."""
    shares = _shares(heard)
    return Settings(shares, _silence(heard, shares, len(corpus.themes)), _danger(corpus, heard, acute_themes))


def _layers(corpus: Corpus, labels: LabelFinder, pointers: Pointers, sentence: str) -> tuple[Floats, Floats]:
    whole = (hit for hit in labels.hits(sentence) if hit.because is Because.LABEL)
    return layers(corpus.themes, pointers.find(words_of(sentence)), whole)


def _shares(heard: HeldOut) -> Shares:
    """Conditional logit: what makes the right themes of the held-out sentences likeliest (Adam, no dice)."""
    about = heard.classes >= 0
    empty = np.zeros((int(about.sum()), 1), np.float32)
    parts = np.stack(
        [
            heard.listened.encoder[about],
            heard.listened.grams[about],
            heard.listened.alike[about],
            np.hstack([heard.pointed[about], empty]),
            np.hstack([heard.named[about], empty]),
        ],
        axis=2,
    )
    right = heard.classes[about]
    weights = np.full(parts.shape[2], 0.5)
    speed, power = np.zeros_like(weights), np.zeros_like(weights)
    for step in range(1, _STEPS + 1):
        scores = parts @ weights
        chances = np.exp(scores - scores.max(1, keepdims=True))
        chances /= chances.sum(1, keepdims=True)
        expected = np.einsum("nt,ntk->nk", chances, parts)
        slope = (expected - parts[np.arange(len(right)), right]).mean(0)
        speed = 0.9 * speed + 0.1 * slope
        power = 0.99 * power + 0.01 * slope**2
        weights -= _STEP * (speed / (1 - 0.9**step)) / (np.sqrt(power / (1 - 0.99**step)) + 1e-9)
    return Shares(*(round(float(weight), 2) for weight in weights))


def _silence(heard: HeldOut, shares: Shares, nothing: int) -> Judge:
    about = heard.classes >= 0
    features = heard.listened.silence_features(heard.mixed(shares), heard.pointed, heard.lengths)[about]
    return _judge(features, heard.classes[about] == nothing, _SILENT_WHEN_EMPTY)


def _danger(corpus: Corpus, heard: HeldOut, acute_themes: frozenset[ThemeId]) -> Judge:
    """As low as the false alarms allow, those of rules and labels counted in."""
    about = np.array([corpus.lines[row].about for row in heard.rows])
    danger = np.array([is_danger(each, acute_themes) for each in about])
    judge = _judge(heard.listened.danger, danger, 1.0)
    scores = heard.listened.danger @ judge.weights[:-1] + judge.weights[-1]
    calm = np.sort(scores[~danger & ~heard.certain])[::-1]
    allowed = int(_FALSE_ALARMS * (~danger).sum()) - int((~danger & heard.certain).sum())
    return Judge(judge.weights, round(float(calm[max(0, allowed)]) + 0.01, 2))


def _judge(features: Floats, yes: NDArray[np.bool_], found: float) -> Judge:
    """Both answers weigh the same; the threshold is where this share of the yes is found."""
    middle, spread = features.mean(0), features.std(0) + 1e-6
    share = np.where(yes, 1 / yes.sum(), 1 / (~yes).sum()).astype(np.float32)
    fitted = fit(((features - middle) / spread).astype(np.float32), yes.astype(np.int64), share, _PENALTY, 2)
    slope = (fitted[:-1, 1] - fitted[:-1, 0]) / spread
    bias = fitted[-1, 1] - fitted[-1, 0] - middle @ slope
    weights = np.append(slope, bias).astype(np.float32)
    scores = features[yes] @ weights[:-1] + weights[-1]
    return Judge(weights, round(float(np.quantile(scores, 1 - found)), 2))
