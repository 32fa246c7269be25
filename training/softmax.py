"""Multinomial logistic regression: the same data give the same weights, without dice."""

from __future__ import annotations

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_matrix, issparse

Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Rows = Floats | csr_matrix

_ROUNDS = 30
_REMEMBERED = 8
_ENOUGH = 2e-5
_SMALLEST_STEP = 1e-6
_DESCENT = 1e-4


def fit(rows: Rows, classes: Ints, importance: Floats, penalty: float, count: int) -> Floats:
    """Weights (D + 1, ``count``) that make the classes of the rows likeliest; the last row is the bias.

    ``importance`` has one weight per row, ``penalty`` holds the weights (not the bias) small. Minimised with
    L-BFGS (Nocedal and Wright, *Numerical Optimization*, algorithms 7.4 and 7.5) with backtracking.
    """
    problem = _Problem(rows, classes, importance, penalty, count)
    weights = np.zeros((rows.shape[1] + 1, count), np.float32)
    loss, slope = problem.at(weights)
    memory = _Memory()
    for _ in range(_ROUNDS):
        way = memory.downhill(slope)
        descent = float((slope * way).sum())
        step = 1.0 if memory.steps else min(1.0, 1.0 / float(np.linalg.norm(slope)))
        while True:
            reached = weights + step * way
            new_loss, new_slope = problem.at(reached)
            if new_loss <= loss + _DESCENT * step * descent or step < _SMALLEST_STEP:
                break
            step /= 2
        memory.add(reached - weights, new_slope - slope)
        done = abs(loss - new_loss) < _ENOUGH * max(1.0, abs(loss))
        weights, loss, slope = reached, new_loss, new_slope
        if done:
            break
    return weights


class _Problem:
    def __init__(self, rows: Rows, classes: Ints, importance: Floats, penalty: float, count: int) -> None:
        self._rows = rows
        self._turned = rows.T.tocsr() if issparse(rows) else rows.T
        self._classes = classes
        self._share = (importance / importance.sum()).astype(np.float32)
        self._penalty, self._count = penalty, count
        self._each = np.arange(rows.shape[0])

    def at(self, weights: Floats) -> tuple[float, Floats]:
        """Loss and slope."""
        scores = self._rows @ weights[:-1] + weights[-1]
        scores -= scores.max(1, keepdims=True)
        odds = np.exp(scores)
        whole = odds.sum(1, keepdims=True)
        missed = np.log(whole[:, 0]) - scores[self._each, self._classes]
        loss = float(self._share @ missed) + self._penalty / 2 * float((weights[:-1] ** 2).sum())
        odds /= whole
        odds[self._each, self._classes] -= 1
        odds *= self._share[:, None]
        slope = np.vstack([self._turned @ odds + self._penalty * weights[:-1], odds.sum(0, keepdims=True)])
        return loss, slope


@dataclass
class _Memory:
    """The last steps and how the slope changed over them: an idea of how the ground bends."""

    steps: list[Floats] = field(default_factory=list)
    changes: list[Floats] = field(default_factory=list)

    def add(self, step: Floats, change: Floats) -> None:
        if float((step * change).sum()) > 0:
            self.steps = [*self.steps, step][-_REMEMBERED:]
            self.changes = [*self.changes, change][-_REMEMBERED:]

    def downhill(self, slope: Floats) -> Floats:
        way = slope.copy()
        shares = []
        for step, change in zip(reversed(self.steps), reversed(self.changes), strict=True):
            share = float((step * way).sum()) / float((step * change).sum())
            shares.append(share)
            way -= share * change
        if self.steps:
            last = self.changes[-1]
            way *= float((self.steps[-1] * last).sum()) / float((last**2).sum())
        for step, change, share in zip(self.steps, self.changes, reversed(shares), strict=True):
            way += (share - float((change * way).sum()) / float((step * change).sum())) * step
        return -way
