"""What only a real process shows: its streams, its exit code, what it loads, and what it reads from disk."""

from __future__ import annotations

import json
import sqlite3
import subprocess
import sys
from importlib.metadata import entry_points
from pathlib import Path

import pytest

from tests.contract.commands import ENVIRONMENT, SEARCH, answered, in_process, refused
from tests.town import KOFFIE

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
HEAVY = {"numba", "numpy", "pyshacl", "rdflib", "pyogrio", "shapely", "sqlalchemy", "networkx", "openpyxl"}


def loaded(*arguments, **options):
    """The modules that a command loads."""
    return set(in_process(*arguments, program=("-c", WITH_MODULES), **options).stderr.split())


def test_the_installed_script_is_this_program():
    (script,) = entry_points(group="console_scripts", name="socialmap")
    assert script.value == "socialmap.cli.main:run"


def test_words_answer_one_object_a_line_in_the_order_of_the_lines(tmp_path):
    lines = ["zit de hele dag alleen", "", "hij slaat mij", "Café één: naïef?", "qqqq"]
    told = answered("words", "--json", stdin="\n".join(lines).encode(), cwd=tmp_path)
    answers = [json.loads(line) for line in told.splitlines()]
    assert [answer["text"] for answer in answers] == lines
    assert set(answers[0]) == {"text", "acute", "themes"}
    assert not answers[0]["acute"]
    assert answers[0]["themes"][0] == {"id": "eenzaamheid", "score": 6, "label": "hele dag alleen"}
    assert all(set(theme) == {"id", "score", "label"} for theme in answers[0]["themes"])
    assert answers[1] == {"text": "", "acute": False, "themes": []}
    assert answers[2]["acute"]
    assert list(tmp_path.iterdir()) == []


def test_words_come_through_whatever_the_machine_speaks():
    stdin = b"\xef\xbb\xbfeenzaam\r\nCaf\xc3\xa9 \xff\r\n"
    ascii_only = {"PYTHONIOENCODING": "ascii", "PYTHONUTF8": "0", "LC_ALL": "C", "PYTHONCOERCECLOCALE": "0"}
    told = answered("words", "--json", stdin=stdin, env=ascii_only)
    assert [json.loads(line)["text"] for line in told.splitlines()] == ["eenzaam", "Café \ufffd"]


def test_words_without_input_answer_nothing():
    assert answered("words", "--json", stdin=subprocess.DEVNULL) == ""
    closed = f'exec "{sys.executable}" -m socialmap words --json <&-'
    done = subprocess.run(["bash", "-c", closed], env=ENVIRONMENT, capture_output=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (0, b"", b"")


def test_words_for_people_are_short():
    said = ("zit de hele dag alleen", "hij slaat mij", "qqqq", "bij de buren hoor ik 's nachts gehuil")
    told = answered("words", stdin="\n".join((*said, "")).encode()).splitlines()
    assert told[0].startswith("Eenzaamheid (hele dag alleen)")
    assert told[1].startswith("Dit gaat over veiligheid! ")
    assert told[2] == "niets herkend"
    assert told[3].startswith("Is er misschien iemand in gevaar? Overlast en buren")


def test_the_demo_is_built_and_can_be_searched_in(tmp_path):
    told = answered("demo", "--folder", tmp_path / "oefenen", "--seed", "2")
    assert "Alles is verzonnen." in told
    search = ("search", "zit de hele dag alleen", "--near", "Lindehof", "--json")
    answer = json.loads(answered("--folder", tmp_path / "oefenen", *search))
    assert answer["matches"]


@pytest.mark.parametrize(
    ("code", "arguments", "env"),
    [
        (10, ["bestaatniet"], {}),
        (12, ["--folder", "nergens", "check"], {}),
        (30, ["check"], {"SOCIALMAP_FOLER": "x"}),
    ],
)
def test_a_failure_is_an_exit_code_and_two_sentences(code, arguments, env, tmp_path):
    refused(code, *arguments, env=env, cwd=tmp_path)


def test_damage_is_told_and_never_read_over(town_folder):
    journal = town_folder / "map.sqlite"
    content = bytearray(journal.read_bytes())
    place = content.index(b"Koffie in de Linde")
    content[place : place + 6] = b"Theeee"
    journal.write_bytes(content)
    assert "De gegevens zijn beschadigd." in refused(20, "--folder", town_folder, "check")
    journal.write_bytes(b"geen database" * 100)
    assert "beschadigd" in refused(20, "--folder", town_folder, "check")


def test_data_of_a_newer_version_are_left_alone(town_folder):
    connection = sqlite3.connect(town_folder / "map.sqlite")
    with connection:
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
def test_an_answer_that_cannot_be_written_is_told():
    with Path("/dev/full").open("wb") as full:
        done = in_process("words", stdin=b"eten\n", stdout=full)
    assert done.returncode == 20
    assert done.stderr.startswith("Het antwoord kon niet worden geschreven.")


def test_the_engine_and_its_commands_run_without_the_screens(town_folder):
    program = ("-c", WITHOUT_SCREENS)
    assert KOFFIE.name in answered("--folder", town_folder, *SEARCH, program=program)
    assert answered("words", stdin=b"eenzaam\n", program=program).startswith("Eenzaamheid")
    assert "pip install" in refused(30, "--folder", town_folder, "serve", program=program)


def test_a_command_loads_only_what_it_needs(town_folder):
    words = loaded("words", stdin=b"eenzaam\n")
    assert "pyoxigraph" in words
    assert words & HEAVY == {"numpy"}
    assert words.isdisjoint({"streamlit", "folium"})
    check = loaded("--folder", town_folder, "check")
    assert check & HEAVY == {"sqlalchemy", "numpy"}
    search = loaded("--folder", town_folder, *SEARCH)
    assert search & HEAVY == {"sqlalchemy", "numba", "numpy", "shapely"}
