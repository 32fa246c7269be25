"""Feeds from the command line: written, read into another folder, read again without effect."""

from __future__ import annotations

import json

from tests.town import KOFFIE


def test_a_map_travels_from_folder_to_folder(answered, town_folder, tmp_path):
    package = tmp_path / "kaart.zip"
    told = answered("--folder", town_folder, "export", "hsds", package)
    assert told.startswith(f"{package} is geschreven: 6 keer aanbod")
    planned = answered("--folder", tmp_path / "elders", "import", "hsds", package)
    assert "Er is nog niets veranderd." in planned
    done = answered("--folder", tmp_path / "elders", "import", "hsds", package, "--apply")
    assert "Terugdraaien kan met: socialmap undo" in done
    again = answered("--folder", tmp_path / "elders", "import", "hsds", package, "--apply")
    assert again.startswith("Nieuw: 0 · veranderd: 0")
    assert "Er was niets te veranderen." in again


def test_the_feed_for_the_uk_is_a_page_of_services(answered, town_folder, tmp_path):
    answered("--folder", town_folder, "export", "oruk", tmp_path / "uk.json")
    page = json.loads((tmp_path / "uk.json").read_text(encoding="utf-8"))
    assert KOFFIE.name in {one["name"] for one in page["contents"]}
    assert (page["total_pages"], page["last_page"]) == (1, True)
