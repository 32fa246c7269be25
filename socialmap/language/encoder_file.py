"""The encoder as one file of plain arrays (npz, no pickle): its pieces, and its weights in 4 or 8 bits."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from socialmap.errors import SetupError
from socialmap.language.files import DAMAGED
from socialmap.language.pieces import Pieces
from socialmap.language.transformer import LINEAR, NORM, Floats, Layer, Linear, Norm, Steps, Transformer

VERSION = 1
_AGAIN = "Installeer socialmap opnieuw, of maak het bestand met: python -m training.start"


def write_encoder(
    path: Path, pieces: Sequence[str], chances: Floats, transformer: Transformer, tuned: int = 0
) -> None:
    """Keep an encoder; ``chances`` (V,) are those of the pieces, as logs.

    The last ``tuned`` layers in 8 bits, the others in the 4 that they came in.
    """
    arrays: dict[str, NDArray[Any]] = {
        "version": np.array([VERSION]),
        "pieces": np.frombuffer("\n".join(pieces).encode(), np.uint8),
        "chances": chances.astype(np.float32),
        "places": transformer.places.astype(np.float16),
        "begun": np.stack(transformer.begun),
        "layers": np.array([len(transformer.layers)]),
        "meanings": transformer.pieces.whole,
        "meanings_step": transformer.pieces.step,
    }
    for number, layer in enumerate(transformer.layers):
        bits = 4 if number < len(transformer.layers) - tuned else 8
        for name in LINEAR:
            linear: Linear = getattr(layer, name)
            steps = Steps.of(linear.weights.T, bits)
            arrays[f"{number}_{name}"], arrays[f"{number}_{name}_step"] = steps.whole, steps.step
            arrays[f"{number}_{name}_bias"] = linear.bias
        for name in NORM:
            arrays[f"{number}_{name}"] = np.stack(getattr(layer, name))
    np.savez_compressed(path, allow_pickle=False, **arrays)


def read_encoder(path: Path) -> tuple[Pieces, Transformer]:
    """The encoder of a file; ``SetupError`` if it is absent, damaged or of another version."""
    try:
        with np.load(path, allow_pickle=False) as file:
            arrays = {name: file[name] for name in file.files}
        if int(arrays["version"][0]) != VERSION:
            raise SetupError("De luisteraar is van een andere versie.", _AGAIN)
        pieces = arrays["pieces"].tobytes().decode().split("\n")
        return Pieces(pieces, arrays["chances"].tolist()), _transformer(arrays)
    except FileNotFoundError:
        raise SetupError("De luisteraar ontbreekt.", _AGAIN) from None
    except DAMAGED as fault:
        raise SetupError("De luisteraar is beschadigd.", _AGAIN) from fault


def _transformer(arrays: Mapping[str, NDArray[Any]]) -> Transformer:
    return Transformer(
        pieces=Steps(arrays["meanings"], arrays["meanings_step"]),
        places=arrays["places"].astype(np.float32),
        begun=Norm(*arrays["begun"]),
        layers=tuple(_layer(arrays, number) for number in range(int(arrays["layers"][0]))),
    )


def _layer(arrays: Mapping[str, NDArray[Any]], number: int) -> Layer:
    def linear(name: str) -> Linear:
        steps = Steps(arrays[f"{number}_{name}"], arrays[f"{number}_{name}_step"])
        return Linear.of_weights(steps.rows().T, arrays[f"{number}_{name}_bias"])

    def norm(name: str) -> Norm:
        return Norm(*arrays[f"{number}_{name}"])

    return Layer(
        attend=linear("attend"),
        gather=linear("gather"),
        gathered=norm("gathered"),
        widen=linear("widen"),
        narrow=linear("narrow"),
        narrowed=norm("narrowed"),
    )
