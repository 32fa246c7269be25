"""The commands that ask, from a question to what is told: safety first, and never nothing at all."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from socialmap.model.values import AreaId
from socialmap.model.wording import ALL_IS_FULL_OR_FAR, NOTHING_FITS
from tests.town import DE_LINDE, KOFFIE, LINDEHOF, VOGELWEIDE, opened

EATING = ("search", "samen eten", "--near", "Lindehof")


@pytest.fixture
def two_of_a_name(town_folder):
    """Besides Lindehof there are Nieuw-Molenhof and Oud-Molenhof."""
    areas = [
        replace(LINDEHOF, id=AreaId("BU99980111"), name="Nieuw-Molenhof"),
        replace(VOGELWEIDE, id=AreaId("BU99980112"), name="Oud-Molenhof"),
    ]
    with opened(town_folder) as workspace:
        workspace.catalogue.save(areas, actor="beheerder", action="begin", at=workspace.clock())
    return town_folder


@pytest.mark.parametrize(
    "wrong",
    [
        ("--near", "Nergens"),
        ("--near", "Lindehof", "--daypart", "di-nacht"),
        ("--near", "Lindehof", "--threshold", "onzin"),
        ("--near", "Lindehof", "--language", "klingon"),
        ("--near", "Lindehof", "--folder", "nergens"),
    ],
)
def test_safety_comes_before_every_mistake(call, town_folder, wrong):
    code, out, err = call("--folder", town_folder, "search", "hij slaat mij", *wrong)
    assert (code, err) == (0, "")
    assert out.startswith("Dit gaat over veiligheid")
    assert "0800-2000" in out


def test_safety_in_json_says_so_and_holds_nothing_else(answered):
    answer = json.loads(answered("search", "hij slaat mij", "--near", "Nergens", "--json"))
    assert (answer["safety"], answer["matches"], answer["near"]) == (True, [], None)


def test_an_empty_answer_is_a_sentence(answered, town_folder):
    with opened(town_folder) as workspace:
        for initiative in [stored.entity for stored in workspace.catalogue.all(type(KOFFIE))]:
            workspace.catalogue.remove(
                type(KOFFIE), initiative.id, actor="x", action="weg", at=workspace.clock()
            )
    assert NOTHING_FITS in answered("--folder", town_folder, *EATING)


def test_when_all_is_left_out_that_is_the_sentence(answered, town_folder):
    with opened(town_folder) as workspace:
        full = [
            replace(stored.entity, places_free=0, places_unlimited=False)
            for stored in workspace.catalogue.all(type(KOFFIE))
        ]
        workspace.catalogue.save(full, actor="x", action="vol", at=workspace.clock())
    told = answered("--folder", town_folder, *EATING)
    assert ALL_IS_FULL_OR_FAR in told
    assert "Niet getoond: vol" in told


def test_a_name_of_two_neighbourhoods_says_which_was_used(answered, two_of_a_name):
    asked = ("search", "samen eten", "--near", "Molenhof")
    told = answered("--folder", two_of_a_name, *asked)
    assert told.startswith("Gezocht vanuit Nieuw-Molenhof; dit kan ook: Oud-Molenhof.\n")
    answer = json.loads(answered("--folder", two_of_a_name, *asked, "--json"))
    assert answer["near"] == {"code": "BU99980111", "name": "Nieuw-Molenhof"}
    assert answer["also"] == [{"code": "BU99980112", "name": "Oud-Molenhof"}]


@pytest.mark.parametrize(("age", "fits"), [("64", False), ("65", True)])
def test_an_age_leaves_out_what_is_for_others(answered, town_folder, age, fits):
    with opened(town_folder) as workspace:
        workspace.catalogue.save(
            [replace(KOFFIE, age_min=65)], actor="x", action="leeftijd", at=workspace.clock()
        )
    asked = ("search", "eenzaam", "--near", "Lindehof", "--age", age, "--json")
    answer = json.loads(answered("--folder", town_folder, *asked))
    assert (KOFFIE.id in {match["id"] for match in answer["matches"]}) is fits


def test_one_neighbourhood_needs_no_explanation(answered, town_folder):
    assert "Gezocht vanuit" not in answered("--folder", town_folder, *EATING)


def test_unknown_words_are_an_empty_answer_in_json_and_a_sentence_beside_it(call, town_folder):
    code, out, err = call("--folder", town_folder, "search", "qqqq", "--near", "Lindehof", "--json")
    assert code == 12
    assert (json.loads(out)["safety"], json.loads(out)["matches"]) == (False, [])
    assert err.startswith("We weten niet waar dit over gaat.")


@pytest.mark.parametrize(
    ("choice", "wrong", "known"),
    [("--threshold", "foo", "durft_niet_alleen"), ("--daypart", "di-nacht", "di-middag")],
)
def test_a_wrong_choice_is_answered_with_the_right_ones(refused, town_folder, choice, wrong, known):
    assert known in refused(11, "--folder", town_folder, *EATING, choice, wrong)


def test_a_language_is_two_or_three_letters(refused, town_folder):
    assert "twee of drie letters" in refused(11, "--folder", town_folder, *EATING, "--language", "klingon")


def test_a_language_that_nobody_here_knows_is_told(answered, town_folder):
    spoken = ("--language", "nl", "--language", "qq")
    sentence = "In de taal 'qq' is hier niets. Klopt de code?"
    assert sentence in answered("--folder", town_folder, *EATING, *spoken).splitlines()
    answer = json.loads(answered("--folder", town_folder, *EATING, *spoken, "--json"))
    assert answer["remarks"] == [sentence]


def test_the_list_of_queries_is_json_too(answered, town_folder):
    listed = json.loads(answered("--folder", town_folder, "query", "--json"))
    assert {"name", "question", "parameters"} == set(listed[0])
    assert "free-rooms" in {query["name"] for query in listed}


@pytest.mark.parametrize(
    ("start", "goal"), [(KOFFIE.name, DE_LINDE.name), (f"initiative/{KOFFIE.id}", f"facility/{DE_LINDE.id}")]
)
def test_a_path_is_told_in_one_sentence(answered, town_folder, start, goal):
    told = answered("--folder", town_folder, "path", start, goal)
    assert KOFFIE.name in told
    answer = json.loads(answered("--folder", town_folder, "path", start, goal, "--json"))
    assert answer["paths"][0]["nodes"] == [["initiative", KOFFIE.id], ["facility", DE_LINDE.id]]
    assert answer["sentence"] == told.splitlines()[0]


def test_no_path_is_an_answer_too(answered, town_folder):
    asked = ("path", "theme/bestaatniet", DE_LINDE.name)
    assert json.loads(answered("--folder", town_folder, *asked, "--json"))["reason"] == "onbekend"


def test_a_name_that_nothing_has_or_that_more_have_is_told(refused, two_of_a_name):
    assert refused(12, "--folder", two_of_a_name, "path", "zzz", KOFFIE.name).startswith(
        "Dit kennen we niet."
    )
    told = refused(11, "--folder", two_of_a_name, "path", "Molenhof", KOFFIE.name)
    assert "neighbourhood/BU99980111 (Nieuw-Molenhof)" in told


@pytest.mark.parametrize("command", [("check",), ("query",), EATING, ("history", KOFFIE.id)])
def test_the_folder_may_stand_before_or_behind_every_command(answered, town_folder, command):
    before = answered("--folder", town_folder, *command)
    assert answered(*command, "--folder", town_folder) == before
    assert answered(command[0], f"--folder={town_folder}", *command[1:]) == before


def test_a_folder_without_a_name_is_told(refused):
    assert refused(10, "check", "--folder").startswith("Deze opdracht of keuze bestaat niet.")


def test_reasons_are_told_in_english_to_who_asks_for_that(call, town_folder):
    asked = ("--folder", town_folder, "--speak", "en", *EATING)
    code, out, err = call(*asked)
    assert (code, err) == (0, "")
    assert "Is about: Eating together." in out
    assert "Fits" in out
    assert "Gaat over" not in out
    assert "Gaat over: Samen eten." in call("--folder", town_folder, *EATING)[1]


def test_a_refusal_is_told_in_english_too(call, town_folder):
    code, _, err = call("--folder", town_folder, "--speak", "en", "search", "samen eten", "--near", "Nergens")
    assert code == 12
    assert "We do not know this place." in err
    assert "Choose a neighbourhood. Then we know what is nearby." in err
