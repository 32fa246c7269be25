"""The public data from the command line: written in every form, read elsewhere, decided about."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace

import pytest

from socialmap.actions.save_offer import change_offer, open_draft
from socialmap.privacy.roles import Role, Viewer
from tests.town import KOFFIE, opened

ROW = "nummer;naam;thema;contact;plek\n1;Schaken;Spelletjes;{};geen vaste plek\n"


@pytest.mark.parametrize(
    ("form", "reader"),
    [("geojson", "geojson"), ("csv", "table"), ("xlsx", "table"), ("turtle", "rdf"), ("jsonld", "rdf")],
)
def test_what_is_written_is_read_without_a_change(answered, town_folder, tmp_path, form, reader):
    path = tmp_path / f"kaart.{form}"
    assert answered("--folder", town_folder, "export", form, path).startswith(f"{path} is geschreven:")
    told = json.loads(answered("--folder", town_folder, "import", reader, path, "--json"))
    assert (told["new"], told["changed"], told["conflicts"], told["rejected"]) == ([], {}, [], [])
    assert told["unchanged"] > 5


def test_a_calendar_of_one_theme_is_written_and_read(answered, town_folder, tmp_path):
    path = tmp_path / "agenda.ics"
    told = answered("--folder", town_folder, "export", "calendar", path, "--theme", "eenzaamheid")
    assert "momenten." in told
    assert KOFFIE.name in path.read_text(encoding="utf-8")
    assert answered("--folder", town_folder, "import", "calendar", path).startswith("Nieuw: 0 · veranderd: 0")


def test_the_description_the_template_and_the_quads_are_written(answered, town_folder, tmp_path):
    address = ("--address", "https://kaart.dobberdam.nl")
    answered("--folder", town_folder, "export", "dcat", tmp_path / "d.ttl", *address)
    answered("--folder", town_folder, "export", "template", tmp_path / "s.xlsx")
    answered("--folder", town_folder, "export", "nquads", tmp_path / "k.nq")
    assert b"dcat:Dataset" in (tmp_path / "d.ttl").read_bytes()
    assert (tmp_path / "s.xlsx").read_bytes().startswith(b"PK")


def test_a_package_is_written_as_a_zip_and_as_files(answered, refused, town_folder, tmp_path):
    told = answered("--folder", town_folder, "export", "package", tmp_path / "p.zip", "--area", "Lindehof")
    assert told == (
        f"{tmp_path / 'p.zip'} is geschreven: Lindehof, 5 initiatieven, 2 plekken en 3 organisaties.\n"
    )
    answered("--folder", town_folder, "export", "package", tmp_path / "usb", "--area", "BU99980101")
    with zipfile.ZipFile(tmp_path / "p.zip") as archive:
        packed = {name: archive.read(name) for name in archive.namelist()}
    assert {path.name: path.read_bytes() for path in (tmp_path / "usb").iterdir()} == packed
    asked = ("--folder", town_folder, "export", "package", tmp_path / "q.zip", "--area", "Nergens")
    assert refused(12, *asked).startswith("Deze wijk of buurt kennen we niet.")
    assert not (tmp_path / "q.zip").exists()


def test_a_conflict_is_shown_decided_and_remembered(answered, town_folder, tmp_path):
    path = tmp_path / "lijst.csv"

    def reads(contact, *options):
        path.write_text(ROW.format(contact), encoding="utf-8")
        said = ("--folder", town_folder, "import", "table", path, "--source", "Welzijn", *options)
        return json.loads(answered(*said, "--json"))

    (key,) = reads("via de balie", "--apply")["new"]
    by_hand(town_folder, key.partition("/")[2], contact="vraag aan de gastvrouw")
    (conflict,) = reads("bel 038-5550199", "--apply")["conflicts"]
    assert (conflict["key"], conflict["stored"], conflict["offered"], conflict["source"]) == (
        f"{key}/contact", "vraag aan de gastvrouw", "bel 038-5550199", "Welzijn"
    )  # fmt: skip
    assert reads("bel 038-5550199", "--keep", conflict["key"], "--apply")["batch"]
    assert reads("bel 038-5550199", "--apply")["conflicts"] == []
    taken = reads("bel 038-5550100", "--take", "alles", "--apply")
    assert (taken["changed"], taken["conflicts"]) == ({key: ["contact"]}, [])


def by_hand(folder, initiative_id, **fields):
    """A person changes an initiative in the app."""
    viewer = Viewer(Role.BROKER, "delia")
    with opened(folder) as workspace:
        draft = open_draft(workspace, viewer, "initiative", initiative_id)
        change_offer(workspace, viewer, replace(draft.entity, **fields), draft.version)
