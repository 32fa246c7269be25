"""Every gold example, from this folder or from the one given with ``--gold-dir``."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gold.bundling import run_bundling
from tests.gold.example import Example, WrongExample, read_example
from tests.gold.gaps import run_vulnerable, run_white_spots
from tests.gold.matching import run as run_matching
from tests.gold.others import run_duplicates, run_quadrants, run_words
from tests.gold.people import run_reciprocity, run_team_quadrants

RUNNERS: dict[str, Callable[[Example, Path], None]] = {
    "matching": run_matching,
    "woorden": run_words,
    "dubbelen": run_duplicates,
    "kwadranten": run_quadrants,
    "witte_vlekken": run_white_spots,
    "bundelen": run_bundling,
    "kwetsbaar": run_vulnerable,
    "teamkwadranten": run_team_quadrants,
    "wederkerigheid": run_reciprocity,
}
NOT_BUILT_YET = {
    "signalen", "kleine_aantallen",
}  # fmt: skip


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "gold_file" not in metafunc.fixturenames:
        return
    chosen = metafunc.config.getoption("--gold-dir")
    folder = Path(chosen) if chosen else Path(__file__).with_name("examples")
    files = sorted(folder.rglob("*.json"))
    metafunc.parametrize("gold_file", files, ids=[file.relative_to(folder).as_posix() for file in files])


def test_gold_example(gold_file: Path, tmp_path: Path) -> None:
    example = read_example(gold_file)
    if example.sort in NOT_BUILT_YET:
        pytest.skip(f"{example.sort}: nog niet gebouwd")
    if example.sort not in RUNNERS:
        raise WrongExample(f"{gold_file.name}: soort '{example.sort}' bestaat niet")
    RUNNERS[example.sort](example, tmp_path)


def test_there_are_examples_of_every_kind(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--gold-dir"):
        pytest.skip("another folder may hold any kinds")
    folder = Path(__file__).with_name("examples")
    assert {read_example(file).sort for file in folder.rglob("*.json")} == set(RUNNERS)


def test_an_unknown_key_is_refused(tmp_path: Path) -> None:
    wrong = tmp_path / "fout.json"
    wrong.write_text('{"soort": "woorden", "zin": "koffie", "verwacht": {"tema": []}}')
    with pytest.raises(WrongExample, match="tema"):
        run_words(read_example(wrong), tmp_path)
