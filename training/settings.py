"""Chooses what each layer counts, and when to be silent or alarmed, on families held out.

The families for testing take no part in it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix

from socialmap.language.sayings import Safety
from socialmap.model.values import ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.finder import layers
from socialmap.search.words.found import Because
from socialmap.search.words.labels import LabelFinder
from socialmap.search.words.learned import Judge, Listened, Shares, listened, silence_features
from socialmap.search.words.pointers import Pointers
from socialmap.search.words.written import words_of
from training.corpus import Corpus
from training.learning import learn
from training.softmax import Floats, Ints, fit
from training.sparse import Table

_SILENT_WHEN_EMPTY = 0.96
"""Share of the sentences that say nothing for which the finder has to say so."""
_FALSE_ALARMS = 0.016
"""Share of ordinary sentences to settle on for which the card may come; of those that look like danger it is
more."""
_DOUBT = 0.02
"""Share of danger of which the encoder hears so little that a sure rule alone is not believed either."""
_ASKED = 0.1
"""Share of them for which the card may come or, where it does not, be asked whether somebody is in danger."""
_STEPS, _STEP = 500, 0.02
_PENALTY = 1e-4
_SILENCE_PENALTY = 1e-2
"""Few sentences to settle on say nothing."""


@dataclass(frozen=True, slots=True)
class Settings:
    shares: Shares
    silence: Judge
    danger: Judge
    doubt: float
    asked: float


@dataclass(frozen=True, slots=True, eq=False)
class HeldOut:
    """Every saying to settle on, as it is heard by who learned from other families.

    ``pointed`` and ``named`` are (N, T); ``ruled``: it meets a sure rule, ``labelled``: a label of danger.
    """

    rows: Ints
    classes: Ints
    listened: Listened
    pointed: Floats
    named: Floats
    lengths: Floats
    ruled: NDArray[np.bool_]
    labelled: NDArray[np.bool_]

    def alarms(self, judge: Judge, doubt: float) -> NDArray[np.bool_]:
        """(N,): for which of them the card comes."""
        return self.labelled | self.listened.tells_of_danger(judge, doubt, self.ruled)

    def mixed(self, shares: Shares) -> Floats:
        return self.listened.mixed(shares, self.pointed, self.named)


def hear_held_out(
    corpus: Corpus,
    vocabulary: Vocabulary,
    consists: tuple[Table, csr_matrix],
    acute_themes: frozenset[ThemeId],
) -> HeldOut:
    """The families to settle on, heard by listeners that learned from the others."""
    listeners = learn(corpus, corpus.to_learn(settling=False), consists, acute_themes)
    rows = corpus.to_settle()
    raw = listeners.hear(corpus.vectors[rows], consists[1][rows], corpus.ruled[rows])
    sentences = [corpus.lines[row].sentence for row in rows]
    labels, pointers = LabelFinder(vocabulary), Pointers(corpus.pointers, corpus.known)
    above = [_layers(corpus, labels, pointers, sentence) for sentence in sentences]
    return HeldOut(
        rows=rows,
        classes=corpus.classes(rows),
        listened=listened(*raw),
        pointed=np.concatenate([pointed for pointed, _ in above]),
        named=np.concatenate([named for _, named in above]),
        lengths=np.array([len(words_of(sentence)) for sentence in sentences], np.float32),
        ruled=np.array([corpus.rules.are_sure(corpus.ruled[row].indices) for row in rows]),
        labelled=np.array([labels.is_acute(sentence) for sentence in sentences]),
    )


def choose(corpus: Corpus, heard: HeldOut, acute_themes: frozenset[ThemeId]) -> Settings:
    """The settings that do best on what was held out."""
    shares = _shares(heard)
    return Settings(
        shares,
        _silence(heard, shares, len(corpus.themes)),
        *_danger(corpus, heard, acute_themes),
    )


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
    features = silence_features(heard.mixed(shares), heard.pointed, heard.lengths)[about]
    return _judge(features, heard.classes[about] == nothing, _SILENT_WHEN_EMPTY, _SILENCE_PENALTY)


def _danger(corpus: Corpus, heard: HeldOut, acute_themes: frozenset[ThemeId]) -> tuple[Judge, float, float]:
    """As low as the false alarms allow, those of rules and labels counted in; the doubt; whence to ask.

    What rules are worth shows only in danger that nobody had seen who wrote one.
    """
    lines = [corpus.lines[row] for row in heard.rows]
    danger = corpus.danger(heard.rows, acute_themes)
    fresh = danger & [bool(line.saying and line.saying.after_the_rules) for line in lines]
    ordinary = ~danger & [line.about != Safety.LOOK_ALIKE for line in lines]
    scores = heard.listened.danger
    judge = _judge(scores[fresh | ~danger], fresh[fresh | ~danger], 1.0)
    doubt = round(float(np.quantile(scores[fresh, 0], _DOUBT)), 2)
    certain = heard.alarms(replace(judge, threshold=np.inf), doubt)
    calm = np.sort(judge.scores(scores[ordinary & ~certain]))[::-1]

    def lowest(share: float) -> float:
        """The threshold that calls up this share of the ordinary ones, those that are certain included."""
        allowed = int(share * ordinary.sum()) - int((ordinary & certain).sum())
        return round(float(calm[max(0, allowed)]) + 0.01, 2)

    return replace(judge, threshold=lowest(_FALSE_ALARMS)), doubt, lowest(_ASKED)


def _judge(features: Floats, yes: NDArray[np.bool_], found: float, penalty: float = _PENALTY) -> Judge:
    """Both answers weigh the same; the threshold is where this share of the yes is found."""
    middle, spread = features.mean(0), features.std(0) + 1e-6
    share = np.where(yes, 1 / yes.sum(), 1 / (~yes).sum()).astype(np.float32)
    fitted = fit(((features - middle) / spread).astype(np.float32), yes.astype(np.int64), share, penalty, 2)
    slope = (fitted[:-1, 1] - fitted[:-1, 0]) / spread
    bias = fitted[-1, 1] - fitted[-1, 0] - middle @ slope
    judge = Judge(np.append(slope, bias).astype(np.float32), 0.0)
    return replace(judge, threshold=round(float(np.quantile(judge.scores(features[yes]), 1 - found)), 2))
