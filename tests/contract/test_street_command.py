"""``import streets`` from file to answer: what the command says, what it writes, what it refuses."""

import json
import os
from pathlib import Path

import pytest

from socialmap.actions.projections import STREETS_FILE
from socialmap.connectors.streets import read_streets
from socialmap.errors import ImportRejected
from tests.contract.commands import SEARCH
from tests.unit.osm_files import along, as_pbf, as_xml

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data")) / "osm"
GRID = along(
    [(-900, 0), (0, 0), (200, 0), (900, 0)], [(-900, 150), (200, 150), (900, 150)], [(200, 0), (200, 150)]
)


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "dobberdam.osm.pbf"
    path.write_bytes(as_pbf(points=GRID[0], ways=GRID[1]))
    return path


def test_streets_are_planned_then_taken_over_then_walked(answered, town_folder, file):
    told = answered("--folder", town_folder, "import", "streets", file)
    assert told.startswith("Straten (nieuw): 4 kilometer in ")
    assert told.endswith("Er is nog niets veranderd. Voeg --apply toe om dit uit te voeren.\n")
    assert not (town_folder / STREETS_FILE).exists()
    told = answered("--folder", town_folder, "import", "streets", file, "--apply")
    assert told.endswith("Klaar. Afstanden gaan nu over straat.\n")
    found = answered("--folder", town_folder, *SEARCH)
    assert "minuten lopen over straat." in found
    assert "Afstanden gaan over straat. Straten: © OpenStreetMap-bijdragers (ODbL)." in found
    told = answered("--folder", town_folder, "import", "streets", file, "--apply")
    assert told.endswith("Er was niets te veranderen.\n")


def test_the_plan_as_json(answered, town_folder, file):
    plan = json.loads(answered("--folder", town_folder, "import", "streets", file, "--json"))
    assert (plan["change"], plan["kilometres"], plan["applied"]) == ("nieuw", 4, False)


def test_a_search_without_streets_says_that_it_guesses(answered, town_folder):
    assert "\nAfstanden zijn hemelsbreed geschat.\n" in answered("--folder", town_folder, *SEARCH)


def test_a_file_that_cannot_be_used_changes_nothing(refused, town_folder, file):
    file.write_bytes(file.read_bytes()[:-20])
    told = refused(14, "--folder", town_folder, "import", "streets", file, "--apply")
    assert told.startswith("Dit OSM-bestand is beschadigd.")
    file.write_bytes(as_xml(ways=()))
    refused(14, "--folder", town_folder, "import", "streets", file, "--apply")
    refused(12, "--folder", town_folder, "import", "streets", file.with_name("weg.osm"), "--apply")
    assert not (town_folder / STREETS_FILE).exists()


@pytest.mark.skipif(not REAL.is_dir(), reason="real data not here; set SOCIALMAP_REAL_DATA")
def test_real_extracts_are_read():
    amsterdam = read_streets(REAL / "amsterdam.osm.pbf").ways
    assert len(amsterdam.ends) > 200
    assert amsterdam.length_m > 1_000
    for name in ("liechtenstein-latest.osm.pbf", "planet_10.068,48.135_10.071,48.137.osm"):
        with pytest.raises(ImportRejected, match="niet in Nederland"):
            read_streets(REAL / name)
