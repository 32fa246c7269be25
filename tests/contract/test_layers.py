"""Nothing of the core is ever in the file with public and shell things."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest

from socialmap.errors import InvalidInput
from socialmap.model.people import InformalNetwork, NetworkKind
from socialmap.model.registry import ENTITIES
from socialmap.model.values import AreaId, Layer, NetworkId, Point, ThemeId
from socialmap.model.work import FieldNote
from socialmap.store.catalogue import Catalogue
from socialmap.store.pair import CORE, MAP, journal_of
from tests.contract.samples import NOON, WHO, initiative, resident

CANARY = "kanarie"


def test_every_kind_of_the_core_goes_to_the_core_journal_and_no_other() -> None:
    for cls in ENTITIES:
        assert journal_of(cls.kind) == (CORE if cls.layer is Layer.CORE else MAP)


def test_nothing_of_the_core_is_in_the_files_of_the_map(tmp_path: Path) -> None:
    note = FieldNote(id=f"{CANARY}-n", area_id=AreaId("BU1"), on=NOON.date(), text=f"{CANARY} gehoord")
    with Catalogue.open(tmp_path) as catalogue:
        people = [resident(f"{CANARY}-B", area_id=AreaId(f"{CANARY}-BU"))]
        batch = catalogue.save([initiative(), note, *people], **WHO).batch
        catalogue.undo(batch, actor="a", at=NOON)
        catalogue.save([initiative(), note, *people], **WHO)
        catalogue.save([resident(f"{CANARY}-B", rounded_point=Point(6.0, 52.0))], **WHO)
        catalogue.remove(FieldNote, f"{CANARY}-n", **WHO)
        with pytest.raises(InvalidInput):
            catalogue.save([initiative(), resident(f"{CANARY}-C", area_id=f"{CANARY}\ud800")], **WHO)
        assert_canary_is_only_in_the_core(tmp_path)
    assert_canary_is_only_in_the_core(tmp_path)


def test_the_core_file_is_for_its_owner_only(tmp_path: Path) -> None:
    with Catalogue.open(tmp_path) as catalogue:
        catalogue.save([resident()], **WHO)
        for path in tmp_path.glob("core*"):
            assert stat.S_IMODE(path.stat().st_mode) == 0o600


def test_shell_things_are_not_of_the_core(tmp_path: Path) -> None:
    network = InformalNetwork(id=NetworkId("app"), name="App", sort=NetworkKind.FLAT, area_id=AreaId("BU1"))
    with Catalogue.open(tmp_path) as catalogue:
        saved = catalogue.save([network, initiative(themes=(ThemeId("x"),))], **WHO)
        assert [entry.ref for entry in saved.entries] == ["map:1", "map:2"]


def assert_canary_is_only_in_the_core(folder: Path) -> None:
    with_canary = {
        path.name.split(".")[0] for path in folder.iterdir() if CANARY.encode() in path.read_bytes()
    }
    assert with_canary == {CORE}
