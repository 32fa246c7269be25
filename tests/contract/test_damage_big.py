"""One flipped bit anywhere in the data folder is told or does no harm: never a wrong answer in silence."""

from __future__ import annotations

import random
import shutil
from pathlib import Path
from typing import Any

import pytest

from socialmap.errors import SocialmapError
from socialmap.model.change import Position
from socialmap.model.people import Need, Resident, Talent
from socialmap.model.provision import Facility, Initiative
from socialmap.store.catalogue import Catalogue
from tests.contract.samples import WHO, facility, initiative, need, resident, talent

FLIPS = 100
CLASSES: tuple[Any, ...] = (Initiative, Facility, Talent, Resident, Need)


@pytest.fixture(scope="module", params=["closed", "cut off"])
def folder(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small data folder, as it lies on disk after closing or while the last edits are only in the log."""
    made, copied = tmp_path_factory.mktemp("gegevens"), tmp_path_factory.mktemp("kopie")
    with Catalogue.open(made) as catalogue:
        for number in range(8):
            things = [
                initiative(f"i{number}"),
                resident(f"B-{number}"),
                need(f"V-{number}"),
                talent(f"T-{number}"),
            ]
            catalogue.save([*things, facility(f"f{number}", name=f"Huis {number}")], **WHO)
            catalogue.save([initiative(f"i{number}", places_free=number)], **WHO)
        catalogue.remove(Facility, "f3", **WHO)
        catalogue.remove(Need, "V-3", **WHO)
        shutil.copytree(made, copied, dirs_exist_ok=True)
    return copied if request.param == "cut off" else made


@pytest.mark.parametrize("seed", [116,312,421,428,560,1152,1293,1325,1409,1419,*range(5000,5400)])
def test_a_flipped_bit_is_told_or_does_no_harm(folder: Path, tmp_path: Path, seed: int) -> None:
    damaged = tmp_path / "kapot"
    shutil.copytree(folder, damaged)
    where = flip_a_bit(damaged, random.Random(seed))
    try:
        with Catalogue.open(damaged) as catalogue:
            told = not catalogue.verify().ok
            answers = everything(catalogue)
    except SocialmapError:
        return
    assert told or answers == expected(folder), where


def test_without_a_flip_there_is_nothing_to_tell(folder: Path, tmp_path: Path) -> None:
    shutil.copytree(folder, tmp_path / "heel")
    with Catalogue.open(tmp_path / "heel") as catalogue:
        assert catalogue.verify().problems == ()
        assert catalogue.verify().entries == 50


def flip_a_bit(folder: Path, where: random.Random) -> str:
    """Flip one bit of one file; every byte of the folder has the same chance."""
    files = sorted(path for path in folder.iterdir() if path.stat().st_size)
    path = where.choices(files, weights=[path.stat().st_size for path in files])[0]
    content = bytearray(path.read_bytes())
    position = where.randrange(len(content))
    content[position] ^= 1 << where.randrange(8)
    path.write_bytes(content)
    return f"{path.name} at byte {position}"


def everything(catalogue: Catalogue) -> tuple[Any, ...]:
    return (
        [list(catalogue.all(cls)) for cls in CLASSES],
        [
            catalogue.many(cls, [f"{letter}{number}" for letter in "iT" for number in range(8)])
            for cls in CLASSES
        ],
        [catalogue.history("initiative", f"i{number}") for number in range(8)],
        catalogue.changes_since(Position()),
    )


_expected: dict[Path, tuple[Any, ...]] = {}


def expected(folder: Path) -> tuple[Any, ...]:
    """What the undamaged folder answers."""
    if folder not in _expected:
        whole = folder.with_name(folder.name + "-heel")
        shutil.copytree(folder, whole)
        with Catalogue.open(whole) as catalogue:
            _expected[folder] = everything(catalogue)
    return _expected[folder]
