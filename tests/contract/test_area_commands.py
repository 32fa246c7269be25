"""The commands about areas side by side and about own areas."""

from __future__ import annotations

import json

from tests.spec.calls_areas import drawn

OUTCOME = """\
Geld en papieren: in Lindehof is niets dichtbij, in Vogelweide zijn er 30,0 plekken per 1.000 inwoners.
"""


def test_compare_tells_what_differs_first_and_then_everything(answered, demo_folder):
    told = answered("--folder", demo_folder, "compare", "Lindehof", "BU99990102")
    assert OUTCOME in told
    assert "\n\nInwoners: Van het CBS, per hele buurt.\n" in told
    assert (
        told.index(OUTCOME) < told.index("Een verschil zegt niet wat beter is.") < told.index("\n\nInwoners:")
    )
    assert not any(word in told.casefold().split() for word in ("score", "ranglijst", "beste"))


def test_compare_as_json_holds_the_same(answered, demo_folder):
    answer = json.loads(answered("--folder", demo_folder, "compare", "Lindehof", "Vogelweide", "--json"))
    assert (answer["first"]["label"], answer["second"]["label"]) == ("Lindehof", "Vogelweide")
    assert OUTCOME.strip() in answer["differences"]
    supply = next(each for each in answer["sections"] if each["title"].startswith("Plekken"))
    money = next(line for line in supply["lines"] if line["label"] == "Geld en papieren")
    assert (money["first"], money["second"]) == ("0,0", "30,0")


def test_compare_needs_two_areas_that_are_there(refused, demo_folder):
    assert refused(12, "--folder", demo_folder, "compare", "Lindehof", "Nergens").startswith("Deze buurt")
    assert refused(11, "--folder", demo_folder, "compare", "Lindehof", "lindehof").startswith("Kies twee")


def test_own_areas_are_planned_read_compared_and_taken_back(answered, town_folder, tmp_path):
    file = drawn(tmp_path)
    assert "Er is nog niets veranderd." in answered("--folder", town_folder, "import", "ownareas", file)
    done = answered("--folder", town_folder, "import", "ownareas", file, "--apply")
    assert done.startswith("Nieuw: 1 · veranderd: 0")
    told = answered("--folder", town_folder, "compare", "Het hart", "Havenrand")
    assert "Van een eigen gebied tonen we nooit hoeveel mensen een vraag hebben" in told
    answered("--folder", town_folder, "undo", done.split()[-1])
    assert json.loads(answered("--folder", town_folder, "import", "ownareas", file, "--json"))["new"]


def test_only_serve_takes_several_folders(refused, demo_folder, town_folder):
    both = ("--folder", demo_folder, "--folder", town_folder)
    told = refused(10, *both, "compare", "Lindehof", "Vogelweide")
    assert told.startswith("Deze opdracht werkt met één map.")
