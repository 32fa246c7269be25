"""``socialmap start`` as somebody types it: off until asked for, from files, or from sources."""

import pytest

from tests.contract.commands import answered, in_process, refused
from tests.spec.dobberdam_sources import ELEMENTS, NAMES, everything
from tests.unit.map_files import geojson
from tests.unit.source_server import neighbourhood, overpass, source_server


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "bronnen"
    folder.mkdir()
    geojson(
        folder, *(neighbourhood(n, name) for n, name in enumerate(NAMES, start=1)), name="buurten_2025.json"
    )
    (folder / "osm.json").write_bytes(overpass(*ELEMENTS).body)
    return folder


def test_from_files_to_an_answer_in_two_commands(files, tmp_path):
    folder = tmp_path / "dobberdam"
    told = answered("--folder", folder, "start", "Dobberdam", "--from", files)
    for said in ("Buurten: 3, waarvan 3 met inwoners. Jaar: 2025.", "Voorzieningen: 2 ", "© OpenStreetMap",
                 "Terugdraaien kan met: socialmap undo ", "Dobberdam staat klaar."):  # fmt: skip
        assert said in told
    answer = answered("--folder", folder, "search", "samen eten", "--near", "Assenrade")
    assert "Gezocht vanuit Nieuw-Assenrade; dit kan ook: Oud-Assenrade." in answer
    assert "De Lindeboom (Buurthuis of wijkcentrum), " in answer


def test_without_permission_a_sentence_says_how(tmp_path):
    told = refused(10, "--folder", tmp_path / "leeg", "start", "Zwolle")
    assert "--online" in told
    assert "SOCIALMAP_ONLINE" in told


@pytest.mark.parametrize("allowed", ["flag", "setting"])
def test_online_it_asks_the_sources_and_shows_progress(tmp_path, allowed):
    with source_server() as sources:
        everything(sources)
        flag = ["--online"] if allowed == "flag" else []
        env = {"SOCIALMAP_MIRROR": sources.url} | ({} if flag else {"SOCIALMAP_ONLINE": "ja"})
        told = answered("--folder", tmp_path / "d", "start", "Dobberdam", *flag, env=env)
        asked = len(sources.asked)
        again = answered("--folder", tmp_path / "d", "start", "GM9998", *flag, env=env)
        assert len(sources.asked) == asked
    assert (
        told.index("Grenzen en cijfers van 2025")
        < told.index("buurten-2025, bladzijde 2")
        < told.index("klaar.")
    )
    assert "die was er al" in again


def test_a_wrong_setting_is_refused(tmp_path):
    for name, value in (("ONLINE", "misschien"), ("GEOCODER", "google")):
        done = in_process("--folder", tmp_path / "d", "start", "X", env={f"SOCIALMAP_{name}": value})
        assert done.returncode == 30
        assert f"SOCIALMAP_{name}" in done.stderr
