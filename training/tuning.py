"""Tunes layers of the encoder, from the top, to what our sayings are about, and to danger.

Stochastic descent (AdamW) with torch; lower layers that stay as they came are gone through once.
Which kind of danger it is, or only looks like, is learned along: what is asked finer is heard better.
The families that settings are chosen on, and those for testing, take no part.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from math import ceil, sqrt

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional

from socialmap.language.sayings import Safety
from socialmap.language.transformer import HEADS, LINEAR, NORM, SMALL, Layer, Linear, Norm, Transformer
from socialmap.model.values import ThemeId
from training.corpus import Texts
from training.softmax import Floats, Ints

EPOCHS = 8
_PACE, _HEAD_PACE = 3e-4, 2e-3
_PACE_BELOW = 0.9
"""The pace of a layer beside that of the layer above it."""
_DECAY = 0.01
_WARMING = 0.08
"""Share of the steps in which the pace rises; then it falls to almost nothing."""
_LOSE, _LOSE_PIECES = 0.15, 0.1
"""Share of what a layer says, and of the pieces, that is left out by chance while it learns."""
_SMOOTH = 0.1
_BATCH, _SORTED = 64, 12
_POINTERS = 0.2
"""Share of the phrases of the lexicon and the thesaurus that an epoch takes; of the sayings it takes all."""
_DANGER, _NOT_DANGER_BUT_ALIKE = 3.0, 3.0
_KIND = 0.5
"""What the kind of danger counts beside whether there is any."""
_LONGEST_STEP = 1.0

Weights = dict[str, Tensor]


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """What to hear in each text, and how much that counts: themes and *nothing* (N, C), danger (N,).

    ``kind`` (N,): the first ``kinds`` are danger; see :meth:`Texts.kinds`.
    """

    about: Tensor
    about_share: Tensor
    danger: Tensor
    danger_share: Tensor
    kind: Tensor
    kinds: int
    phrases: Ints
    sayings: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Begun:
    """What the lower layers make of each text: (sum of lengths, D), text ``i`` from row ``begins[i]``."""

    rows: Floats
    begins: Ints

    def batch(self, chosen: Ints) -> tuple[Tensor, Tensor]:
        """(B, L, D), and which pieces there are (B, L)."""
        lengths = self.begins[chosen + 1] - self.begins[chosen]
        there = np.arange(lengths.max()) < lengths[:, None]
        rows = np.zeros((*there.shape, self.rows.shape[1]), np.float32)
        rows[there] = np.concatenate([self.rows[self.begins[i] : self.begins[i + 1]] for i in chosen])
        return torch.from_numpy(rows), torch.from_numpy(there)


def tuned(
    transformer: Transformer,
    numbers: Sequence[Sequence[int]],
    texts: Texts,
    acute_themes: frozenset[ThemeId],
    upper: int,
    epochs: int = EPOCHS,
    share: float = 1.0,
) -> Transformer:
    """The transformer with its ``upper`` last layers tuned; ``numbers[i]`` are the pieces of line ``i``.

    ``share``: of the full pace, for layers that were tuned before.
    The same for the same transformer, lines, machine and number of threads.
    """
    torch.manual_seed(0)
    chance = np.random.default_rng(0)
    below = len(transformer.layers) - upper
    learned_from = texts.to_learn(settling=False)
    lesson = lesson_of(texts, learned_from, acute_themes)
    begun = _begun(transformer, below, [numbers[row] for row in learned_from])
    layers = [_weights(layer) for layer in transformer.layers[below:]]
    heads = _heads(layers, begun, chance, lesson.about.shape[1] + 2 * lesson.kinds)
    groups = [
        {
            "params": [each for each in weights.values() if (each.ndim > 1) is wide],
            "lr": pace,
            "weight_decay": decay,
        }
        for weights, pace in (
            *(
                (weights, share * _PACE * _PACE_BELOW ** (upper - 1 - place))
                for place, weights in enumerate(layers)
            ),
            ({name: heads[name] for name in ("weights", "bias")}, _HEAD_PACE),
        )
        for wide, decay in ((True, _DECAY), (False, 0.0))
    ]
    every = [each for group in groups for each in group["params"]]
    descent = torch.optim.AdamW(groups, betas=(0.9, 0.98))
    paces = [group["lr"] for group in descent.param_groups]
    steps = epochs * ceil((len(lesson.sayings) + int(len(lesson.phrases) * _POINTERS)) / _BATCH)
    step = 0
    for epoch in range(epochs):
        told = 0.0
        for chosen in _batches(lesson, begun, chance):
            done = step / steps
            pace = done / _WARMING if done < _WARMING else max(0.02, (1 - done) / (1 - _WARMING))
            for group, full in zip(descent.param_groups, paces, strict=True):
                group["lr"] = full * pace
            loss = _loss(layers, heads, begun, lesson, chosen)
            descent.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(every, _LONGEST_STEP)
            descent.step()
            step += 1
            told += float(loss.detach())
        print(f"epoch {epoch + 1} of {epochs}: loss {told * epochs / steps:.3f}", flush=True)
    return replace(transformer, layers=(*transformer.layers[:below], *map(_layer, layers)))


def lesson_of(texts: Texts, rows: Ints, acute_themes: frozenset[ThemeId]) -> Lesson:
    """What these lines teach."""
    places, classes, shares = texts.targets(rows)
    about = np.zeros((len(rows), len(texts.themes) + 1), np.float32)
    np.add.at(about, (places, classes), shares)
    counts = about.sum(1)
    about = about / np.maximum(counts, SMALL)[:, None] * (1 - _SMOOTH) + _SMOOTH / about.shape[1]
    kind, kinds = texts.kinds(rows, acute_themes)
    danger = kind < kinds
    alike = np.array([texts.lines[row].about == Safety.LOOK_ALIKE for row in rows])
    said = np.array([texts.lines[row].saying is not None for row in rows])
    danger_share = np.where(said, 1.0, 0.3) * np.where(
        danger, _DANGER, np.where(alike, _NOT_DANGER_BUT_ALIKE, 1.0)
    )
    return Lesson(
        about=torch.from_numpy(about.astype(np.float32)),
        about_share=torch.from_numpy(np.minimum(counts, 2.0)),
        danger=torch.from_numpy(danger.astype(np.float32)),
        danger_share=torch.from_numpy(danger_share.astype(np.float32)),
        kind=torch.from_numpy(kind),
        kinds=kinds,
        phrases=np.flatnonzero(~said),
        sayings=np.flatnonzero(said),
    )


def _begun(transformer: Transformer, below: int, numbers: Sequence[Sequence[int]]) -> Begun:
    lengths = np.array([len(each) for each in numbers])
    begins = np.concatenate([[0], np.cumsum(lengths)])
    rows = np.zeros((begins[-1], transformer.places.shape[1]), np.float32)
    layers = [_weights(layer) for layer in transformer.layers[:below]]
    with torch.no_grad(), torch.autocast("cpu", dtype=torch.bfloat16):
        for length in np.unique(lengths):
            same = np.flatnonzero(lengths == length)
            for some in np.array_split(same, ceil(len(same) / (4 * _BATCH))):
                pieces = np.array([numbers[place] for place in some])
                heard = torch.from_numpy(
                    transformer.begun.of(transformer.pieces.rows(pieces) + transformer.places[:length])
                )
                for weights in layers:
                    heard = _through(weights, heard, None, 0.0)
                rows[begins[some][:, None] + np.arange(length)] = heard.float().numpy()
    return Begun(rows, begins)


def _batches(lesson: Lesson, begun: Begun, chance: np.random.Generator) -> Iterator[Ints]:
    """All sayings and some phrases, in an order by chance; texts of about one length together."""
    some = chance.permutation(lesson.phrases)[: int(len(lesson.phrases) * _POINTERS)]
    chosen = chance.permutation(np.concatenate([lesson.sayings, some]))
    lengths = np.diff(begun.begins)
    batches = []
    for first in range(0, len(chosen), _BATCH * _SORTED):
        near = chosen[first : first + _BATCH * _SORTED]
        near = near[np.argsort(lengths[near], kind="stable")]
        batches += [near[begin : begin + _BATCH] for begin in range(0, len(near), _BATCH)]
    for place in chance.permutation(len(batches)):
        yield batches[place]


def _loss(layers: Sequence[Weights], heads: Weights, begun: Begun, lesson: Lesson, chosen: Ints) -> Tensor:
    rows, there = begun.batch(chosen)
    kept = there & (torch.rand(there.shape) > _LOSE_PIECES)
    kept[:, 0] = True
    means = _means(layers, rows, kept, _LOSE)
    seen = functional.dropout((means - heads["middle"]) / heads["spread"], _LOSE_PIECES)
    scores = seen @ heads["weights"] + heads["bias"]
    share, danger_share = lesson.about_share[chosen], lesson.danger_share[chosen]
    classes = lesson.about.shape[1]
    themes = -(lesson.about[chosen] * functional.log_softmax(scores[:, :classes], 1)).sum(1) @ share
    dangers, others = scores[:, classes:].tensor_split([lesson.kinds], 1)
    danger = functional.binary_cross_entropy_with_logits(
        dangers.logsumexp(1) - others.logsumexp(1), lesson.danger[chosen], danger_share, reduction="sum"
    )
    kind = functional.cross_entropy(scores[:, classes:], lesson.kind[chosen], reduction="none")
    return themes / share.sum().clamp(min=1) + (danger + _KIND * kind @ danger_share) / danger_share.sum()


def _means(layers: Sequence[Weights], rows: Tensor, there: Tensor, lose: float) -> Tensor:
    with torch.autocast("cpu", dtype=torch.bfloat16):
        for weights in layers:
            rows = _through(weights, rows, there, lose)
    told = there[..., None].float()
    return (rows.float() * told).sum(1) / told.sum(1)


def _through(weights: Weights, rows: Tensor, there: Tensor | None, lose: float) -> Tensor:
    """What :class:`Layer` does, with some of it left out by chance."""
    count, length, width = rows.shape
    parts = functional.linear(rows, weights["attend"], weights["attend_bias"])
    queries, keys, values = parts.view(count, length, 3, HEADS, width // HEADS).permute(2, 0, 3, 1, 4)
    likeness = (queries / sqrt(width // HEADS)) @ keys.transpose(-1, -2)
    if there is not None:
        likeness = likeness.masked_fill(~there[:, None, None, :], -1e4)
    heard = (likeness.softmax(-1).to(values.dtype) @ values).transpose(1, 2).reshape(rows.shape)
    gathered = functional.linear(heard, weights["gather"], weights["gather_bias"])
    rows = _normed(weights, "gathered", rows + functional.dropout(gathered, lose))
    wide = functional.gelu(
        functional.linear(rows, weights["widen"], weights["widen_bias"]), approximate="tanh"
    )
    narrow = functional.linear(wide, weights["narrow"], weights["narrow_bias"])
    return _normed(weights, "narrowed", rows + functional.dropout(narrow, lose))


def _normed(weights: Weights, name: str, rows: Tensor) -> Tensor:
    return functional.layer_norm(
        rows, rows.shape[-1:], weights[f"{name}_stretch"], weights[f"{name}_move"], SMALL
    )


def _heads(layers: Sequence[Weights], begun: Begun, chance: np.random.Generator, columns: int) -> Weights:
    """Themes, nothing and danger, beginning at nought, of the mean as it lies among all of them."""
    some = np.sort(chance.permutation(len(begun.begins) - 1)[:2048])
    with torch.no_grad():
        seen = torch.cat([_means(layers, *begun.batch(part), 0.0) for part in np.array_split(some, 32)])
    width = seen.shape[1]
    return {
        "middle": seen.mean(0),
        "spread": seen.std(0).mean(),
        "weights": torch.zeros((width, columns), requires_grad=True),
        "bias": torch.zeros(columns, requires_grad=True),
    }


def _weights(layer: Layer) -> Weights:
    arrays: dict[str, Floats] = {}
    for name in LINEAR:
        linear: Linear = getattr(layer, name)
        arrays[name], arrays[f"{name}_bias"] = linear.weights.T, linear.bias
    for name in NORM:
        norm: Norm = getattr(layer, name)
        arrays[f"{name}_stretch"], arrays[f"{name}_move"] = norm.stretch, norm.move
    return {
        name: torch.tensor(np.ascontiguousarray(array), requires_grad=True) for name, array in arrays.items()
    }


def _layer(weights: Mapping[str, Tensor]) -> Layer:
    arrays = {name: tensor.detach().numpy() for name, tensor in weights.items()}
    return Layer(
        **{name: Linear.of_weights(arrays[name].T, arrays[f"{name}_bias"]) for name in LINEAR},
        **{name: Norm(arrays[f"{name}_stretch"], arrays[f"{name}_move"]) for name in NORM},
    )
