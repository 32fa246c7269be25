"""A data folder that may only be read: everything in it can be found, and nothing in it is changed."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from socialmap.errors import OutsideError
from socialmap.model.provision import Initiative
from socialmap.store.catalogue import Catalogue
from tests.contract.samples import WHO, initiative

NOBODY = 65_534
pytestmark = pytest.mark.skipif(os.name == "nt", reason="rights on folders work otherwise on Windows")


@contextmanager
def as_nobody() -> Iterator[None]:
    """The rights of somebody who is not root, for whom every folder is writable."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


@pytest.fixture
def folder() -> Iterator[Path]:
    """Three initiatives; outside pytest's own folder, which only its maker may enter."""
    made = Path(tempfile.mkdtemp())
    with Catalogue.open(made / "gegevens") as catalogue:
        catalogue.save([initiative(f"i{number}") for number in range(3)], **WHO)
    yield made / "gegevens"
    made.chmod(0o755)
    (made / "gegevens").chmod(0o755)
    shutil.rmtree(made)


def lock(folder: Path) -> None:
    for path in folder.iterdir():
        path.chmod(0o444)
    folder.chmod(0o555)
    folder.parent.chmod(0o755)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_folder_that_may_only_be_read_is_read(folder: Path) -> None:
    lock(folder)
    before = names(folder)
    with as_nobody(), Catalogue.open(folder) as catalogue:
        assert [stored.entity.id for stored in catalogue.all(Initiative)] == ["i0", "i1", "i2"]
        assert catalogue.verify().ok
    assert names(folder) == before


def test_saving_there_is_refused_with_a_fitting_sentence(folder: Path) -> None:
    lock(folder)
    with as_nobody(), Catalogue.open(folder) as catalogue:
        with pytest.raises(OutsideError) as refused:
            catalogue.save([initiative("i9")], **WHO)
        assert refused.value.sentence == "Hier mag je alleen lezen. Er is niets bewaard."
        assert catalogue.count(Initiative) == 3


def test_what_is_still_in_the_log_is_never_left_out(folder: Path) -> None:
    kept = folder.with_name("kopie")
    with Catalogue.open(folder) as catalogue:
        catalogue.save([initiative("i3")], **WHO)
        shutil.copytree(folder, kept)  # as after a power cut: the last edit is only in the log
    lock(kept)
    with as_nobody(), Catalogue.open(kept) as catalogue:
        assert catalogue.count(Initiative) == 4
    kept.chmod(0o755)


def test_an_empty_folder_that_may_only_be_read_is_told(folder: Path) -> None:
    for path in folder.iterdir():
        path.unlink()
    lock(folder)
    with as_nobody(), pytest.raises(OutsideError, match="niet te bereiken"):
        Catalogue.open(folder)
