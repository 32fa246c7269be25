"""A transformer of any weights at all, but always the same."""

from __future__ import annotations

import numpy as np

from socialmap.language.transformer import Layer, Linear, Norm, Steps, Transformer

WIDTH, WIDE, LONGEST = 384, 768, 16
_SHAPES = {
    "attend": (WIDTH, 3 * WIDTH),
    "gather": (WIDTH, WIDTH),
    "widen": (WIDTH, WIDE),
    "narrow": (WIDE, WIDTH),
}


def any_transformer(pieces: int, layers: int) -> Transformer:
    """For so many pieces of words, and texts of at most ``LONGEST`` of them."""
    chance = np.random.default_rng(7)

    def any_of(*shape: int) -> np.ndarray:
        return chance.normal(0, 0.05, shape).astype(np.float32)

    def norm() -> Norm:
        return Norm(1 + any_of(WIDTH), any_of(WIDTH))

    def layer() -> Layer:
        linear = {
            name: Linear.of_weights(any_of(*shape), any_of(shape[1])) for name, shape in _SHAPES.items()
        }
        return Layer(gathered=norm(), narrowed=norm(), **linear)

    return Transformer(
        Steps.of(any_of(pieces, WIDTH)), any_of(LONGEST, WIDTH), norm(), [layer() for _ in range(layers)]
    )
