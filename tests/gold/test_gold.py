"""Every gold example, from this folder or from the one given with ``--gold-dir``."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.gold.bundling import run_bundling
from tests.gold.example import Example, WrongExample, read_example
from tests.gold.gaps import run_vulnerable, run_white_spots
from tests.gold.matching import run as run_matching
from tests.gold.others import run_duplicates, run_quadrants, run_words
from tests.gold.people import run_reciprocity, run_team_quadrants
from tests.gold.signals import run_signals, run_small_numbers

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
    "signalen": run_signals,
    "kleine_aantallen": run_small_numbers,
}


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    if "gold_file" not in metafunc.fixturenames:
        return
    chosen = metafunc.config.getoption("--gold-dir")
    folder = Path(chosen) if chosen else Path(__file__).with_name("examples")
    files = sorted(folder.rglob("*.json"))
    if not files:
        raise pytest.UsageError(f"--gold-dir {folder}: there is no example (*.json) in this folder")
    metafunc.parametrize("gold_file", files, ids=[file.relative_to(folder).as_posix() for file in files])


def test_gold_example(gold_file: Path, tmp_path: Path) -> None:
    example = read_example(gold_file)
    if example.sort not in RUNNERS:
        raise WrongExample(f"{gold_file.name}: soort '{example.sort}' bestaat niet")
    RUNNERS[example.sort](example, tmp_path)


@pytest.mark.parametrize("name", ["nergens", "."])
def test_a_folder_without_examples_is_no_success(tmp_path: Path, name: str) -> None:
    command = [sys.executable, "-m", "pytest", "-q", __file__, "--gold-dir", str(tmp_path / name)]
    done = subprocess.run(command, cwd=Path(__file__).parents[2], capture_output=True, check=False)
    assert done.returncode == pytest.ExitCode.INTERRUPTED
    assert "there is no example" in done.stdout.decode()


def test_an_answer_that_was_relaxed_is_not_right_unless_expected(tmp_path: Path) -> None:
    far = {"id": "I1", "naam": "Koffie", "themas": ["eenzaamheid"], "plek": [201_400, 500_000]}
    client = {"hoofdthema": "eenzaamheid", "start": [200_000, 500_000], "mobiliteit": "slecht_ter_been"}
    content = {
        "soort": "matching", "client": client, "initiatieven": [far], "verwacht": {"lijst": [{"id": "I1"}]},
    }  # fmt: skip
    written = tmp_path / "ver.json"
    written.write_text(json.dumps(content))
    with pytest.raises(AssertionError, match="versoepeld"):
        run_matching(read_example(written), tmp_path)


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
