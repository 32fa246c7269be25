"""The upper layers learn what sentences are about; the lower ones stay, and the same lines give the same."""

from __future__ import annotations

import numpy as np
import pytest

from socialmap.language.sayings import Saying
from socialmap.language.transformer import Transformer
from socialmap.model.values import ThemeId
from tests.any_transformer import any_transformer
from training.corpus import Line, Texts

tuning = pytest.importorskip("training.tuning", reason="tuning needs the extra [training] (torch)")

THEMES = (ThemeId("buurt"), ThemeId("geld"))


def _transformer() -> Transformer:
    return any_transformer(pieces=24, layers=2)


def _texts() -> tuple[Texts, list[list[int]]]:
    """Each about the theme of which it holds a piece; the odd ones tell of danger."""
    lines, numbers = [], []
    for number in range(120):
        about = number % 3
        name = "acute" if about == 2 else THEMES[about]
        lines.append(Line(name, f"{number}", 1.0, Saying(name, f"p-{number}", "bewoner", f"{number}")))
        numbers.append([0, 3 + about, 6 + number % 7, 14 + number % 9, 2][: 4 + number % 2])
    return Texts(THEMES, tuple(lines)), numbers


def _means(transformer: Transformer, numbers: list[list[int]]) -> np.ndarray:
    return np.vstack([transformer.means(np.array([each]), (2,)) for each in numbers])


def _told_apart(transformer: Transformer, numbers: list[list[int]]) -> float:
    """How far the middles of the kinds lie apart, beside how far their members do."""
    means, kinds = _means(transformer, numbers), np.arange(len(numbers)) % 3
    middles = np.stack([means[kinds == kind].mean(0) for kind in range(3)])
    return float(middles.std(0).mean() / (means - middles[kinds]).std(0).mean())


def test_what_is_tuned_tells_kinds_apart_and_leaves_the_lower_layers() -> None:
    texts, numbers = _texts()
    before = _transformer()
    after = tuning.tuned(before, numbers, texts, frozenset(), upper=1, epochs=30)
    assert after.layers[0] is before.layers[0]
    assert not np.array_equal(after.layers[1].widen.weights, before.layers[1].widen.weights)
    assert _told_apart(after, numbers) > 1.5 * _told_apart(before, numbers)


def test_the_same_lines_tune_the_same() -> None:
    texts, numbers = _texts()
    once, again = (tuning.tuned(_transformer(), numbers, texts, frozenset(), 1, epochs=2) for _ in range(2))
    assert np.array_equal(once.layers[1].attend.weights, again.layers[1].attend.weights)


def test_what_may_not_be_learned_from_changes_nothing() -> None:
    texts, numbers = _texts()
    kept = set(texts.to_learn(settling=False).tolist())
    changed = [each if row in kept else [0, 5, 5, 2] for row, each in enumerate(numbers)]
    assert len(kept) < len(numbers)
    once, again = (
        tuning.tuned(_transformer(), each, texts, frozenset(), 1, 1) for each in (numbers, changed)
    )
    assert np.array_equal(once.layers[1].attend.weights, again.layers[1].attend.weights)


def test_tuning_hears_as_the_finder_does() -> None:
    import torch

    _, numbers = _texts()
    same = [each for each in numbers if len(each) == 5]
    transformer = _transformer()
    rows = torch.from_numpy(
        transformer.begun.of(transformer.pieces.rows(np.array(same)) + transformer.places[:5])
    )
    for layer in transformer.layers:
        rows = tuning._through(tuning._weights(layer), rows, None, 0.0)
    assert np.allclose(rows.mean(1).detach().numpy(), _means(transformer, same), atol=1e-4)
