"""The commands about what is missing, may fall away or is spread unevenly, on the demo town."""

from __future__ import annotations

import json

import pytest

MONEY = """\
Geld en papieren. Dit zijn de vragen van het laatste jaar, tot en met vandaag.
buurt       inwoners  mensen  plekken per week  keer verwacht  per 1.000  tekort  wat dat zegt
Lindehof       2.000      24                 0            1,3        0,0     1,3  Witte vlek
Havenrand      1.500      21                12            1,5        8,0     1,0  Krap
Buitenhoek     1.000      <5                 0              –        0,0       –  Te weinig bekend
Vogelweide     3.000      30                90            1,1       30,0    −0,7  In balans
Oude Kern      2.500       –                60              –       24,0       –  Ruim
Samen: ongeveer 85 mensen in de wijk.
Weinig vragen betekent niet dat er geen vragen zijn.
"""


def test_whitespots_prints_the_table_of_the_example(answered, demo_folder):
    assert answered("--folder", demo_folder, "whitespots") == MONEY


def test_whitespots_outside_the_core_counts_nobody_without_a_release(answered, unreleased_folder):
    answer = json.loads(
        answered("--folder", unreleased_folder, "whitespots", "--role", "teamleider", "--json")
    )
    assert answer["stand"].startswith("Er is nog geen stand van maandag.")
    assert {line["count"] for group in answer["groups"] for line in group["lines"]} == {"–"}


def test_whitespots_knows_no_other_leefgebieden(refused, demo_folder):
    told = refused(12, "--folder", demo_folder, "whitespots", "voetbal")
    assert told.startswith("Dit leefgebied kennen we niet.\nKies uit: ontmoeten, ")

    refused(12, "--folder", demo_folder, "whitespots", "voetbal", "--json")


def test_bundles_knows_no_other_themes_and_counts_all_of_them_together(answered, refused, demo_folder):
    told = refused(12, "--folder", demo_folder, "bundles", "--theme", "onzin")
    assert told.startswith("Dit onderwerp kennen we niet.\nHierover zijn ideeën: ")
    assert "samen-eten" in told
    refused(11, "--folder", demo_folder, "bundles", "--theme", "samen-eten", "--role", "teamleider")
    assert "Eettafel De Brug" in answered("--folder", demo_folder, "bundles", "--theme", "samen-eten")


def test_whose_residents_or_week_it_is_has_to_be_told(answered, refused, demo_folder):
    told = refused(11, "--folder", demo_folder, "reciprocity")
    assert told.startswith("Dit gaat over de bewoners van één collega.\nZeg van wie, met --colleague")
    assert "Met --colleague komen er" in answered("--folder", demo_folder, "week")
    named = answered("--folder", demo_folder, "week", "--colleague", "samira-el-idrissi")
    assert "Met --colleague" not in named
    for command in ("week", "reciprocity", "bundles"):
        refused(12, "--folder", demo_folder, command, "--colleague", "onzin")


def test_vulnerable_gives_every_reason(answered, demo_folder):
    told = answered("--folder", demo_folder, "vulnerable")
    assert "Kwetsbaar (78)  Eettafel De Brug, " in told
    assert "  − Rust op één persoon.\n  − Krijgt geld van één kant: Gemeente Meerwold.\n" in told
    answer = json.loads(answered("--folder", demo_folder, "vulnerable", "--json"))
    assert list(answer["counts"]) == ["Kwetsbaar", "Let op", "Stevig"]
    assert sum(answer["counts"].values()) == len(answer["lines"])
    assert told.endswith(f"Stevig: {answer['counts']['Stevig']}.\n")


def test_quadrants_gives_shares_counts_and_empty_fields(answered, demo_folder):
    told = answered("--folder", demo_folder, "quadrants")
    assert told.startswith("Van 61 initiatieven: Individuele hulp 10%, Groepsaanbod 17%, ")
    assert "Wonen en buurt              LB 1  RB 0  LO 2  RO 6\n" in told
    assert "Bij wonen en buurt is nog geen groepsaanbod.\n" in told
    here = json.loads(answered("--folder", demo_folder, "quadrants", "--area", "BU99990105", "--json"))
    assert here["area"] == {"id": "BU99990105", "label": "Buitenhoek"}


@pytest.mark.parametrize(
    ("command", "role"),
    [("whitespots", "bezoeker"), ("vulnerable", "teamleider"), ("vulnerable", "beheerder")],
)
def test_who_may_not_see_it_is_refused(refused, demo_folder, command, role):
    refused(13, "--folder", demo_folder, command, "--role", role)
