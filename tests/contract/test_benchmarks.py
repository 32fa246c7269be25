"""The benchmarks run from beginning to end, at a size that takes seconds."""

import importlib.util
import re
import sys

from benchmarks.__main__ import main


def test_a_small_run_prints_one_page_with_every_peer_that_can_be_had(capsys):
    peers = ["sqlite", *(["tantivy"] if importlib.util.find_spec("tantivy") else [])]
    assert main(["--sizes", "500", "--queries", "10", "--peers", ",".join(peers)]) == 0
    page = capsys.readouterr().out
    assert "## 500 initiatives" in page
    rows = re.findall(r"^\| (SQLite|tantivy)[^|]*\|[^|]*\| (\d\.\d\d) \|.*×", page, re.MULTILINE)
    assert [float(same) for _, same in rows] == [1.0] * len(peers)


def test_working_together_is_measured_beside_plain_loops_that_give_the_same(capsys):
    assert main(["--together", "--small", "150,300", "--questions", "600"]) == 0
    page = capsys.readouterr().out
    rows = re.findall(r"^\| (\d+) \|.*\| (≈ )?[\d.]+ s \| ", page, re.MULTILINE)
    assert rows == 3 * [("150", ""), ("300", ""), ("600", "≈ ")]
    assert len(re.findall(r"Growth exponent between the two largest sizes: \*\*-?\d\.\d\d\*\*", page)) == 3
    assert re.findall("^## (.*?):", page, re.MULTILINE) == ["Bundling", "Signals", "White spots"]


def test_walking_is_measured_beside_every_engine_that_can_be_had(capsys):
    assert main(["--walking", "--points", "3000"]) == 0
    page = capsys.readouterr().out
    assert re.search(r"^\| 1.000 m \| networkx \|.*\*\*[\d.]+×\*\*", page, re.MULTILINE)
    measured = "| rustworkx | *missing" not in page
    assert measured == bool(importlib.util.find_spec("rustworkx"))


def test_reading_in_a_list_is_measured_beside_sqlite_utils_when_it_can_be_had(capsys, monkeypatch):
    assert main(["--imports", "--rows", "100"]) == 0
    told = capsys.readouterr().out
    if importlib.util.find_spec("sqlite_utils"):
        assert re.search(
            r"^\| \d+ \|( [\d.]+ rows/s \|){3}( \*\*[\d.]+ ×\*\* \|){2} yes \|$", told, re.MULTILINE
        )
    monkeypatch.setitem(sys.modules, "sqlite_utils", None)
    assert main(["--imports", "--rows", "100"]) == 0
    assert "*missing: the package sqlite-utils is not installed*" in capsys.readouterr().out


def test_doubles_are_measured_beside_what_others_do(capsys):
    assert main(["--doubles", "--listings", "300,600"]) == 0
    page = capsys.readouterr().out
    rows = re.findall(r"^\| ([^|]+) \| (\d\.\d{3}) \| (\d\.\d{3}) \|", page, re.MULTILINE)
    assert [who for who, *_ in rows][:3] == [
        "**socialmap**",
        "socialmap, *vrijwel zeker* alone",
        "name and place (4.K)",
    ]
    ours, _, *others = [(float(precision), float(recall)) for _, precision, recall in rows]
    assert ours[0] >= 0.9
    assert all(ours[1] > recall for precision, recall in others if precision >= ours[0])
    assert re.search(r"Growth exponent between the two largest sizes: \*\*-?\d\.\d\d\*\*", page)


def test_a_peer_that_cannot_be_had_is_named_with_its_reason(capsys, monkeypatch):
    monkeypatch.setitem(sys.modules, "tantivy", None)
    assert main(["--sizes", "64", "--queries", "3", "--peers", "tantivy"]) == 0
    assert "| tantivy | *missing: the package tantivy is not installed*" in capsys.readouterr().out


def test_words_are_measured_beside_every_other_way_of_hearing(capsys):
    assert main(["--words", "--sentences", "8"]) == 0
    page = capsys.readouterr().out
    methods = re.findall(r"^\| ([^|]+) \|(?: [\d.]+% \|){2}", page, re.MULTILINE)
    assert {"rule 4.K (labels)", "nearest label by letters (rapidfuzz)", "the whole"} <= set(methods)
    assert any(name.startswith("tantivy") for name in methods) == bool(importlib.util.find_spec("tantivy"))
    assert any(name.startswith("PostgreSQL") for name in methods) or "Not measured: PostgreSQL" in page
    assert "## Danger said plainly, by kind" in page
