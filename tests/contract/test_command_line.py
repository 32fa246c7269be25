"""The command line as others use it: real processes, their answers, exit codes and sentences."""

from __future__ import annotations

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from tests.town import EETTAFEL, KOFFIE, TODAY, TOWN

ROOT = Path(__file__).parents[2]
ENVIRONMENT = {name: value for name, value in os.environ.items() if not name.startswith("SOCIALMAP_")} | {
    "PYTHONPATH": str(ROOT),
    "SOCIALMAP_TODAY": TODAY.isoformat(),
}
WITHOUT_SCREENS = """
import sys
class Missing:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in {"streamlit", "folium", "streamlit_folium", "branca"}:
            raise ModuleNotFoundError(name)
sys.meta_path.insert(0, Missing())
from socialmap.cli.main import run
run()
"""
WITH_MODULES = """
import sys
from socialmap.cli.main import run
try:
    run()
except SystemExit:
    print(*sorted(sys.modules), file=sys.stderr)
"""


def socialmap(*arguments, program=("-m", "socialmap"), stdin=b"", env=None, cwd=None, **options):
    """Run a command to its end; what it says comes back as text."""
    if isinstance(stdin, bytes) and "stdout" not in options:
        options["capture_output"] = True
    given = {"input": stdin} if isinstance(stdin, bytes) else {"stdin": stdin}
    done = subprocess.run(
        [sys.executable, *program, *map(str, arguments)],
        env=ENVIRONMENT | (env or {}),
        cwd=cwd or ROOT,
        timeout=120,
        check=False,
        **given,
        **options,
    )
    done.stdout = (done.stdout or b"").decode("utf-8")
    done.stderr = (done.stderr or b"").decode("utf-8")
    assert "Traceback" not in done.stderr, done.stderr
    return done


def answered(*arguments, **options):
    done = socialmap(*arguments, **options)
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def refused(code, *arguments, **options):
    done = socialmap(*arguments, **options)
    assert (done.returncode, done.stdout) == (code, ""), done.stderr
    sentence, *remedy = done.stderr.splitlines()
    assert sentence.endswith(".")
    assert remedy
    return done.stderr


def test_the_installed_script_is_this_program():
    (script,) = entry_points(group="console_scripts", name="socialmap")
    assert script.value == "socialmap.cli.main:run"


def test_words_answer_one_object_a_line_in_the_order_of_the_lines(tmp_path):
    lines = ["zit de hele dag alleen", "", "hij slaat mij", "Café één: naïef?", "qqqq"]
    told = answered("words", "--json", stdin="\n".join(lines).encode(), cwd=tmp_path)
    answers = [json.loads(line) for line in told.splitlines()]
    assert [answer["text"] for answer in answers] == lines
    assert answers[0] == {
        "text": "zit de hele dag alleen",
        "acute": False,
        "themes": [{"id": "eenzaamheid", "score": 6, "label": "hele dag alleen"}],
    }
    assert answers[1] == {"text": "", "acute": False, "themes": []}
    assert answers[2]["acute"]
    assert list(tmp_path.iterdir()) == []


def test_words_come_through_whatever_the_machine_speaks():
    stdin = b"\xef\xbb\xbfeenzaam\r\nCaf\xc3\xa9 \xff\r\n"
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    answers = [
        json.loads(line)["text"]
        for line in answered("words", "--json", stdin=stdin, env=ascii_only).splitlines()
    ]
    assert answers == ["eenzaam", "Café \ufffd"]


def test_words_without_input_answer_nothing():
    assert answered("words", "--json", stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=-1) == ""
    closed = f"exec {sys.executable} -m socialmap words --json <&-"
    done = subprocess.run(["bash", "-c", closed], env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_words_for_people_are_short():
    told = answered("words", stdin=b"zit de hele dag alleen\nhij slaat mij\nqqqq\n").splitlines()
    assert told[0] == "Eenzaamheid (hele dag alleen)"
    assert told[1].startswith("Dit gaat over veiligheid! ")
    assert told[2] == "niets herkend"


SEARCH = (
    "search",
    "hele dag alleen",
    "--near",
    "Lindestraat 3",
    "--mobility",
    "slecht_ter_been",
    "--daypart",
    "di-middag",
    "--daypart",
    "do-ochtend",
    "--threshold",
    "durft_niet_alleen",
    "--threshold",
    "geen_geld",
    "--language",
    "nl",
    "--age",
    "78",
)


def test_search_answers_with_explained_matches(town_folder):
    answer = json.loads(answered("--folder", town_folder, *SEARCH, "--json"))
    best = answer["matches"][0]
    assert (best["id"], best["label"], best["minutes"]) == (KOFFIE.id, "Past goed", 7)
    assert {"sign": "+", "sentence": "Iemand gaat de eerste keer mee."} in best["reasons"]
    assert sum(part["weight"] for part in best["parts"]) == 100
    assert [group["code"] for group in answer["not_shown"]] == ["vol", "te_ver"]
    assert answer["safety"] is False


def test_search_for_people_tells_the_same(town_folder):
    told = answered("--folder", town_folder, *SEARCH)
    assert "Past goed (88)  Koffie in de Linde, Buurthuis De Linde  [Pas gecontroleerd]" in told
    assert "  + 7 minuten lopen." in told
    assert "Niet getoond: vol\n  Bezoekvrienden: Zit vol." in told


def test_search_puts_safety_before_everything(town_folder):
    told = answered("--folder", town_folder, "search", "hij slaat mij", "--near", "Lindehof")
    assert told.startswith("Dit gaat over veiligheid")
    assert "0800-2000" in told
    assert KOFFIE.name not in told


def test_queries_are_listed_and_answered(town_folder):
    assert "free-rooms: " in answered("--folder", town_folder, "query")
    rows = json.loads(answered("--folder", town_folder, "query", "not-checked", "--json"))
    assert EETTAFEL.name in {row["name"] for row in rows}
    told = answered("--folder", town_folder, "query", "free-rooms", "--parameter", "dagdeel=wo-ochtend")
    assert told == "Niets gevonden.\n"


def test_a_table_goes_in_is_in_the_history_and_goes_back_out(town_folder, tmp_path):
    table = tmp_path / "lijst.csv"
    table.write_text("naam;thema;contact;plek\nSchaken;Spelletjes;via;Lindehof\n;;;\n", encoding="utf-8")
    plan = answered("--folder", town_folder, "import", "table", table)
    assert "Nieuw: 1" in plan
    assert "Er is nog niets veranderd." in plan
    applied = answered("--folder", town_folder, "import", "table", table, "--apply")
    batch = applied.rsplit("socialmap undo ", 1)[1].strip()
    turtle = tmp_path / "buiten.ttl"
    answered("--folder", town_folder, "export", "turtle", turtle)
    assert "Schaken" in turtle.read_text(encoding="utf-8")
    assert answered("--folder", town_folder, "undo", batch) == "Ongedaan gemaakt: 1 wijziging.\n"
    assert answered("--folder", town_folder, "check") == (
        f"Alles klopt: {len(TOWN) + 2} wijzigingen nagekeken.\n"
    )


def test_history_tells_who_and_what(town_folder):
    (line,) = json.loads(answered("--folder", town_folder, "history", KOFFIE.id, "--json"))
    assert (line["who"], line["version"], line["when"][:10]) == ("beheerder", 1, "2026-02-25")
    assert line["batch"] in answered("--folder", town_folder, "history", KOFFIE.id)


def test_areas_begin_a_folder(tmp_path):
    ring = [[6.2, 52.5], [6.21, 52.5], [6.21, 52.51], [6.2, 52.5]]
    feature = {
        "type": "Feature",
        "properties": {"buurtcode": "BU99970101", "buurtnaam": "Noorderhof"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path = tmp_path / "buurten.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    told = answered("--folder", tmp_path / "nieuw", "import", "areas", path, "--apply")
    assert "Nieuw: 3" in told
    assert (tmp_path / "nieuw" / "map.sqlite").exists()


def test_the_folder_comes_from_the_option_or_the_environment(town_folder, tmp_path):
    by_setting = answered("check", env={"SOCIALMAP_FOLDER": str(town_folder)}, cwd=tmp_path)
    assert by_setting == answered(
        "--folder", town_folder, "check", env={"SOCIALMAP_FOLDER": "nergens"}, cwd=tmp_path
    )


def test_the_demo_is_built_once_and_never_over_something_else(tmp_path):
    told = answered("demo", "--folder", tmp_path / "oefenen", "--seed", "2")
    assert "Alles is verzonnen." in told
    again = refused(10, "demo", "--folder", tmp_path / "oefenen")
    assert again.startswith("In deze map staan al gegevens.")


@pytest.mark.parametrize("command", ["", "words", "search", "query", "history", "undo", "check", "demo", "serve", "import", "import areas", "import table", "export", "export turtle"])  # fmt: skip
def test_every_command_tells_how_it_is_used(command):
    assert command.split(" ")[-1] in answered(*command.split(), "--help")


@pytest.mark.parametrize(
    ("code", "arguments", "sentence"),
    [
        (10, ["bestaatniet"], "Deze opdracht of keuze bestaat niet."),
        (10, ["check", "--bestaatniet"], "Deze opdracht of keuze bestaat niet."),
        (10, ["search"], "Er ontbreekt nog iets: text."),
        (10, ["search", "eten"], "Er ontbreekt nog iets: near."),
        (10, ["search", "eten", "--near"], "Deze opdracht of keuze bestaat niet."),
        (
            10,
            ["search", "eten", "--near", "x", "--mobility", "vliegtuig"],
            "De waarde bij mobility kan niet.",
        ),
        (10, ["search", "eten", "--near", "x", "--age", "oud"], "De waarde bij age kan niet."),
        (10, ["history"], "Er ontbreekt nog iets: id."),
        (12, ["--folder", "nergens", "check"], "De gegevensmap 'nergens' is er niet."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_is_typed_wrongly_is_told_at_once(code, arguments, sentence, tmp_path):
    assert refused(code, *arguments, cwd=tmp_path).startswith(sentence)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("code", "arguments", "sentence"),
    [
        (11, ["search", "eten", "--near", "Lindehof", "--daypart", "di-nacht"], "Het dagdeel 'di-nacht'"),
        (11, ["search", "eten", "--near", "Lindehof", "--threshold", "onzin"], "Deze drempel bestaat niet."),
        (12, ["search", "eten", "--near", "Nergensstraat 1"], "Deze plek kennen we niet."),
        (12, ["search", "qqqq", "--near", "Lindehof"], "We herkennen hier geen onderwerp in."),
        (12, ["query", "bestaatniet"], "De vraag 'bestaatniet' bestaat niet."),
        (11, ["query", "free-rooms", "--parameter", "x"], "Schrijf een invulling als naam=waarde."),
        (12, ["history", "nergens"], "Van 'nergens' is geen geschiedenis."),
        (12, ["undo", "map:999999"], "Wijziging 'map:999999' is er niet."),
        (12, ["import", "table", "nergens.csv"], "Dit bestand bestaat niet."),
        (14, ["import", "areas", "."], "Dit is geen gewoon bestand."),
        (20, ["export", "turtle", "nergens/buiten.ttl"], "Het bestand kon niet worden geschreven."),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_what_cannot_be_done_is_told_with_a_remedy(code, arguments, sentence, town_folder, tmp_path):
    assert refused(code, "--folder", town_folder, *arguments, cwd=tmp_path).startswith(sentence)


def test_a_file_of_which_no_row_can_be_used_is_rejected_with_its_lines(town_folder, tmp_path):
    table = tmp_path / "lijst.csv"
    table.write_text("naam;thema;contact;plek\nSchaken;;;\n", encoding="utf-8")
    done = socialmap("--folder", town_folder, "import", "table", table, "--apply")
    assert done.returncode == 14
    assert "regel 2" in done.stderr
    assert "Geen enkele regel is te gebruiken." in done.stderr


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("SOCIALMAP_FOLER", "x"),
        ("SOCIALMAP_PORT", "abc"),
        ("SOCIALMAP_TODAY", "gisteren"),
        ("SOCIALMAP_STORE", "mysql://iemand@ergens/iets"),
    ],
)
def test_a_wrong_setting_is_named(setting, value, town_folder):
    told = refused(30, "--folder", town_folder, "check", env={setting: value})
    assert setting in told or setting == "SOCIALMAP_STORE"


def test_a_folder_that_is_a_file_or_lies_in_one_is_told(tmp_path):
    path = tmp_path / "bestand"
    path.write_bytes(b"")
    refused(20, "--folder", path, "check")
    refused(20, "--folder", path / "erin", "demo")


def test_damage_is_told_and_never_read_over(town_folder):
    journal = town_folder / "map.sqlite"
    content = bytearray(journal.read_bytes())
    place = content.index(b"Koffie in de Linde")
    content[place : place + 6] = b"Theeee"
    journal.write_bytes(content)
    told = refused(20, "--folder", town_folder, "check")
    assert "De gegevens zijn beschadigd." in told
    journal.write_bytes(b"geen database" * 100)
    assert "beschadigd" in refused(20, "--folder", town_folder, "check")


def test_data_of_a_newer_version_are_left_alone(town_folder):
    with sqlite3.connect(town_folder / "map.sqlite") as connection:
        connection.execute("UPDATE head SET format = 99")
    connection.close()
    refused(16, "--folder", town_folder, "check")


def test_a_reader_that_goes_away_is_no_reason_to_complain(town_folder):
    for arguments, stdin in ((["words", "--json"], b"eten\n" * 20_000), (["check"], b"")):
        process = subprocess.Popen(
            [sys.executable, "-m", "socialmap", "--folder", str(town_folder), *arguments],
            env=ENVIRONMENT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        process.stdout.close()
        process.stdout = None
        _, complaint = process.communicate(stdin, timeout=60)
        assert (process.returncode, complaint) == (20, b"")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_an_answer_that_cannot_be_written_is_told(town_folder):
    with Path("/dev/full").open("wb") as full:
        done = socialmap("--folder", town_folder, "check", stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 20
    assert done.stderr.startswith("Het antwoord kon niet worden geschreven.")


def test_the_engine_and_its_commands_run_without_the_screens(town_folder):
    program = ("-c", WITHOUT_SCREENS)
    assert "Koffie in de Linde" in answered("--folder", town_folder, *SEARCH, program=program)
    assert answered("words", stdin=b"eenzaam\n", program=program).startswith("Eenzaamheid")
    assert "pip install" in refused(30, "--folder", town_folder, "serve", program=program)


def test_a_quick_question_loads_only_what_it_needs():
    loaded = set(socialmap("words", stdin=b"eenzaam\n", program=("-c", WITH_MODULES)).stderr.split())
    assert "pyoxigraph" in loaded
    heavy = {
        "numba",
        "numpy",
        "pyshacl",
        "rdflib",
        "pyogrio",
        "shapely",
        "sqlalchemy",
        "networkx",
        "openpyxl",
    }
    assert loaded.isdisjoint(heavy | {"streamlit", "folium"})


def test_a_search_does_not_load_what_only_editing_and_importing_need(town_folder):
    done = socialmap("--folder", town_folder, *SEARCH, program=("-c", WITH_MODULES))
    loaded = set(done.stderr.split())
    assert "numba" in loaded
    assert loaded.isdisjoint({"pyshacl", "pyogrio", "openpyxl", "streamlit", "folium"})


def test_a_copied_folder_is_the_same_municipality(town_folder, tmp_path):
    copy = shutil.copytree(town_folder, tmp_path / "kopie")
    assert answered("--folder", copy, "check") == answered("--folder", town_folder, "check")
