"""A model that does not fit its encoder, or itself, is told when it is read and not at the first sentence."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from socialmap.errors import SetupError
from socialmap.language.files import language_folder
from socialmap.language.model_file import read_model
from socialmap.language.opening import MODEL


def _with(folder: Path, name: str, array: np.ndarray) -> Path:
    with np.load(language_folder() / MODEL) as file:
        arrays = dict(file)
    path = folder / MODEL
    np.savez(path, **{**arrays, name: array})
    return path


def _array(name: str) -> np.ndarray:
    with np.load(language_folder() / MODEL) as file:
        return file[name]


def test_a_model_of_another_encoder_is_refused(tmp_path: Path) -> None:
    path = _with(tmp_path, "tried", -_array("tried"))
    with pytest.raises(SetupError, match="hoort niet bij deze luisteraar") as told:
        read_model(path)
    assert "python -m training" in told.value.remedy


@pytest.mark.parametrize(
    "name",
    ["encoder", "encoder_danger", "alike_counts", "gram_weights", "axes", "silence", "danger", "rules"],
)
def test_arrays_that_do_not_fit_each_other_are_told(tmp_path: Path, name: str) -> None:
    path = _with(tmp_path, name, _array(name)[..., :-1])
    with pytest.raises(SetupError, match="beschadigd"):
        read_model(path)


def test_a_rule_that_is_not_well_formed_is_told(tmp_path: Path) -> None:
    broken = np.frombuffer(b"dwang\tzeker\t<niemand> slaat", np.uint8)
    path = _with(tmp_path, "danger_rules", broken)
    with pytest.raises(SetupError, match="beschadigd"):
        read_model(path)
