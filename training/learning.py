"""From lines to three listeners: the encoder's and the grams' (danger too), and phrases that are alike."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from scipy.sparse import csr_matrix

from socialmap.language.sayings import Safety
from socialmap.model.values import ThemeId
from socialmap.search.words.grams import GramModel
from socialmap.search.words.learned import Alike, EncoderModel, Examples, View, unit, weighed
from training.corpus import Corpus
from training.softmax import Floats, Ints, fit
from training.sparse import Table, to_grams

_ENCODER_PENALTY, _GRAM_PENALTY = 3e-5, 1e-5
_ENCODER_DANGER, _GRAM_DANGER = 3e-5, 3e-6
_RULE_PENALTY = 3e-5
_ACUTE_SHARE, _LOOK_ALIKE_SHARE = 4.0, 3.0
"""What a sentence about danger, or one that only looks like it, counts beside any other."""
_AXES = 96
"""Directions in which examples are kept apart; only to show one that is alike."""
_ALIKE_AXES, _EVENED = 384, 0.3
"""The same for phrases of the lexicon; how much of the mean spread evens out directions that vary little."""


@dataclass(frozen=True, slots=True, eq=False)
class Listeners:
    """What was learned from some lines."""

    view: View
    encoder: EncoderModel
    grams: GramModel
    alike: Alike
    rules: Floats

    def hear(
        self, vectors: Floats, consists: csr_matrix, ruled: csr_matrix
    ) -> tuple[Floats, Floats, Floats, Floats]:
        """Raw scores of encoder, grams, phrases and rules, as :func:`listened` takes them.

        ``consists`` are the same sentences as rows of the table, ``ruled`` as rules that they meet.
        """
        seen = self.view.directions(vectors)
        by_grams = consists @ (self.grams.weights * self.grams.scale) + self.grams.bias
        by_encoder, by_rules = self.encoder.scores(seen), weighed(ruled, self.rules)
        return by_encoder, np.asarray(by_grams, np.float32), self.alike.scores(seen), by_rules


def table_of(corpus: Corpus, rows: Ints) -> tuple[Table, csr_matrix]:
    """The grams of these lines, and every line as a row of them."""
    table = Table.of([corpus.lines[row].sentence for row in rows], corpus.known)
    return table, table.rows([line.sentence for line in corpus.lines])


def learn(
    corpus: Corpus, rows: Ints, consists: tuple[Table, csr_matrix], acute_themes: frozenset[ThemeId]
) -> Listeners:
    """The listeners, of these lines."""
    table, of_lines = consists
    about, classes, theme_share = corpus.targets(rows)
    kinds, real = corpus.kinds(rows, acute_themes)
    acute = (kinds < real).astype(np.int64)
    share = corpus.importance(rows)
    danger_share = share.copy()
    danger_share[acute == 1] *= _ACUTE_SHARE
    danger_share[[corpus.lines[row].about == Safety.LOOK_ALIKE for row in rows]] *= _LOOK_ALIKE_SHARE
    view = View(*(np.asarray(each, np.float32) for each in _middle_and_spread(corpus.vectors[rows])))
    seen = view.directions(corpus.vectors[rows])
    encoder = EncoderModel(
        about=fit(seen[about], classes, theme_share, _ENCODER_PENALTY, len(corpus.themes) + 1),
        danger=fit(seen, kinds, danger_share, _ENCODER_DANGER, 2 * real),
    )
    themes = fit(of_lines[rows][about], classes, theme_share, _GRAM_PENALTY, len(corpus.themes) + 1)
    danger = fit(of_lines[rows], acute, danger_share, _GRAM_DANGER, 2)
    grams = np.hstack([themes, danger[:, 1:] - danger[:, :1]]).astype(np.float32)
    rules = fit(corpus.ruled[rows], acute, danger_share, _RULE_PENALTY, 2)
    return Listeners(
        view, encoder, to_grams(table, grams), _alike(corpus, rows, seen), rules[:, 1] - rules[:, 0]
    )


def _middle_and_spread(vectors: Floats) -> tuple[Floats, Floats]:
    return vectors.mean(0, dtype=np.float64), vectors.std(0, dtype=np.float64)


def _alike(corpus: Corpus, rows: Ints, seen: Floats) -> Alike:
    """Of phrases of the lexicon, labels, and sentences that say nothing; ``seen`` are the rows seen."""
    spread, ways = np.linalg.eigh(np.cov(seen.T, dtype=np.float64))
    axes = (ways / np.sqrt(spread + _EVENED * spread.mean()))[:, -_ALIKE_AXES:]
    axes = axes.astype(np.float16).astype(np.float32)
    classes = corpus.classes(rows)
    phrases = np.array([corpus.lines[row].saying is None for row in rows])
    kept = np.flatnonzero(phrases | (classes == len(corpus.themes)))
    kept = kept[np.argsort(classes[kept], kind="stable")]
    return Alike(
        axes=axes,
        places=unit(seen[kept] @ axes),
        counts=np.log(np.minimum(1, corpus.importance(rows[kept]))).astype(np.float32),
        ends=np.searchsorted(classes[kept], np.arange(len(corpus.themes) + 1), "right"),
    )


def examples_of(corpus: Corpus, rows: Ints, view: View) -> Examples:
    """Sayings about a theme, in the directions in which they differ most."""
    themes = set(map(str, corpus.themes))
    shown = np.array([row for row in rows if corpus.lines[row].saying and corpus.lines[row].about in themes])
    seen = view.directions(corpus.vectors[shown])
    _, ways = np.linalg.eigh(seen.T @ seen)
    axes = ways[:, ::-1][:, :_AXES].astype(np.float16).astype(np.float32)
    places = seen @ axes
    about = np.array([corpus.lines[row].about for row in shown])
    return Examples(
        axes=axes,
        places=np.rint(places / np.abs(places).max() * 127).astype(np.int8),
        sentences=tuple(corpus.lines[row].sentence for row in shown),
        rows={
            ThemeId(theme): np.flatnonzero(about == theme) for theme in sorted(themes & set(about.tolist()))
        },
    )
