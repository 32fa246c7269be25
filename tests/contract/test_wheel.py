"""The wheel works elsewhere: installed apart from this checkout, from an empty directory."""

from __future__ import annotations

import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
import zipfile
from pathlib import Path

import pytest

from tests.contract.commands import ENVIRONMENT, ROOT

pytestmark = pytest.mark.slow

INSIDE = (
    "socialmap/data/language/model.npz",
    "socialmap/data/language/encoder.npz",
    "socialmap/data/language/acute.tsv",
    "socialmap/data/language/plain.tsv",
    "socialmap/data/ontology/socialmap.ttl",
    "socialmap/data/ontology/themes.ttl",
    "socialmap/data/ontology/shapes/initiative.shapes.ttl",
    "socialmap/data/demo/areas.toml",
    "socialmap/data/demo/initiatives/lindehof.toml",
    "socialmap/data/hsds_nl/profile/address.json",
    "socialmap/rdf/queries/free-rooms.rq",
    "socialmap/ui/assets/own/map.js",
    "socialmap/ui/assets/vendor/leaflet/leaflet.js",
    "socialmap/ui/assets/vendor/leaflet/LICENSE",
)


@pytest.fixture(scope="module")
def wheel(tmp_path_factory):
    """The wheel, built from this checkout."""
    folder = tmp_path_factory.mktemp("dist")
    command = [sys.executable, "-m", "build", "--wheel", "--no-isolation", "--outdir", str(folder), str(ROOT)]
    built = subprocess.run(command, capture_output=True, text=True, check=False)
    assert built.returncode == 0, built.stdout + built.stderr
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def elsewhere(wheel, tmp_path_factory):
    """An environment in which only the unpacked wheel stands before the installed libraries."""
    folder = tmp_path_factory.mktemp("geinstalleerd")
    options = ["--quiet", "--no-deps", "--no-index", "--no-compile", "--target", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "install", *options, str(wheel)], check=True)
    return ENVIRONMENT | {"PYTHONPATH": str(folder)}


@pytest.fixture(scope="module")
def empty_directory(tmp_path_factory):
    return tmp_path_factory.mktemp("leeg")


def call(environment, directory, *arguments, stdin=""):
    """Run a command with the script that came with the wheel."""
    script = Path(environment["PYTHONPATH"]) / "bin" / "socialmap"
    done = subprocess.run(
        [sys.executable, str(script), *arguments],
        env=environment,
        cwd=directory,
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return done.stdout


def test_everything_it_needs_is_inside_and_nothing_else(wheel):
    names = set(zipfile.ZipFile(wheel).namelist())
    assert set(INSIDE) <= names
    tops = {name.split("/")[0] for name in names}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"socialmap"}
    assert not [name for name in names if name.endswith((".sqlite", ".pyc", ".nbi", ".nbc", ".ipynb"))]
    assert "LICENSE" in {name.rsplit("/", 1)[1] for name in names if ".dist-info/" in name}


def test_it_is_the_wheel_that_runs_and_not_this_checkout(elsewhere, empty_directory):
    program = "import socialmap.ontology.files as o; print(o.__file__, o.ontology_folder())"
    command = [sys.executable, "-c", program]
    told = subprocess.check_output(command, env=elsewhere, cwd=empty_directory, text=True)
    for place in told.split():
        assert Path(place).is_relative_to(elsewhere["PYTHONPATH"])


def test_words_demo_and_search_work_from_an_empty_directory(elsewhere, empty_directory):
    (answer,) = call(
        elsewhere, empty_directory, "words", "--json", stdin="zit de hele dag alleen\n"
    ).splitlines()
    assert json.loads(answer)["themes"][0]["id"] == "eenzaamheid"
    assert "Alles is verzonnen." in call(elsewhere, empty_directory, "demo")
    search = ("search", "zit de hele dag alleen", "--near", "Lindehof", "--json")
    assert json.loads(call(elsewhere, empty_directory, *search))["matches"]
    assert call(elsewhere, empty_directory, "check").startswith("Alles klopt")
    assert [path.name for path in empty_directory.iterdir()] == ["socialmap-gegevens"]


@pytest.mark.skipif(os.name == "nt", reason="stops the server with a signal")
def test_the_app_is_served_and_stops_when_asked(elsewhere, empty_directory):
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    script = str(Path(elsewhere["PYTHONPATH"]) / "bin" / "socialmap")
    command = [sys.executable, script, "serve", "--port", str(port)]
    heard = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
    with subprocess.Popen(command, env=elsewhere, cwd=empty_directory, **heard) as server:
        try:
            assert health(port, server) == b"ok"
        finally:
            server.send_signal(signal.SIGTERM)
            told, complaint = server.communicate(timeout=20)
    assert complaint == b""
    assert f"socialmap draait op http://localhost:{port}" in told.decode()
    assert len(told.splitlines()) == 1


def health(port, server):
    """What the app answers when asked how it is, once it listens."""
    deadline = time.monotonic() + 40
    while time.monotonic() < deadline and server.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/_stcore/health", timeout=2) as answer:
                return answer.read()
        except OSError:
            time.sleep(0.2)
    return b""
