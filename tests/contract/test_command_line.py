"""The command line as others use it: what each command answers and refuses, and with which exit code.

The commands run in this process here, through the same ``run`` that the installed script calls;
``test_command_process.py`` looks at what only a real process can show.
"""

from __future__ import annotations

import json

import pytest

from tests.contract.commands import SEARCH
from tests.town import EETTAFEL, KOFFIE, TOWN

COMMANDS = (
    *("words", "search", "query", "path", "history", "undo", "check", "demo", "serve"),
    *("start", "import", "import areas", "import streets", "import table", "import hsds"),
    *("export", "export turtle", "export hsds", "export oruk", "export package"),
)


def test_search_answers_with_explained_matches(answered, town_folder):
    answer = json.loads(answered("--folder", town_folder, *SEARCH, "--json"))
    best = answer["matches"][0]
    assert (best["id"], best["label"], best["minutes"]) == (KOFFIE.id, "Past goed", 7)
    assert {"sign": "+", "sentence": "Iemand gaat de eerste keer mee."} in best["reasons"]
    assert sum(part["weight"] for part in best["parts"]) == 100
    assert [group["code"] for group in answer["not_shown"]] == ["vol", "te_ver"]
    assert answer["safety"] is False


def test_search_for_people_tells_the_same(answered, town_folder):
    told = answered("--folder", town_folder, *SEARCH)
    assert told.startswith("Past goed (90)  Koffie in de Linde, Buurthuis De Linde  [Pas gecontroleerd]\n")
    assert "  + 7 minuten lopen." in told
    assert "Niet getoond: vol\n  Bezoekvrienden: Zit vol." in told


def test_search_puts_safety_before_everything(answered, town_folder):
    told = answered("--folder", town_folder, "search", "hij slaat mij", "--near", "Lindehof")
    assert told.startswith("Dit gaat over veiligheid")
    assert "0800-2000" in told
    assert KOFFIE.name not in told


@pytest.mark.parametrize(("limit", "told"), [(1, "Er is er nog 1."), (5, None)])
def test_what_is_not_shown_yet_is_counted(answered, town_folder, limit, told):
    lines = answered(
        "--folder", town_folder, "search", "samen eten", "--near", "Lindehof", "--limit", limit
    ).splitlines()
    assert [line for line in lines if line.startswith("Er ")] == ([told] if told else [])


def test_queries_are_listed_and_answered(answered, town_folder):
    assert "free-rooms: " in answered("--folder", town_folder, "query")
    rows = json.loads(answered("--folder", town_folder, "query", "not-checked", "--json"))
    assert EETTAFEL.name in {row["name"] for row in rows}
    asked = ("query", "free-rooms", "--parameter", "dagdeel=wo-ochtend")
    assert answered("--folder", town_folder, *asked) == "Niets gevonden.\n"


def test_a_table_goes_in_is_exported_and_goes_back_out(answered, town_folder, tmp_path):
    table = tmp_path / "lijst.csv"
    table.write_text("naam;thema;contact;plek\nSchaken;Spelletjes;via;Lindehof\n", encoding="utf-8")
    plan = answered("--folder", town_folder, "import", "table", table)
    assert "Nieuw: 1" in plan
    assert "Er is nog niets veranderd." in plan
    applied = answered("--folder", town_folder, "import", "table", table, "--apply")
    batch = applied.rsplit("socialmap undo ", 1)[1].strip()
    assert "Er was niets te veranderen." in answered(
        "--folder", town_folder, "import", "table", table, "--apply"
    )
    turtle = tmp_path / "buiten.ttl"
    told = answered("--folder", town_folder, "export", "turtle", turtle)
    assert f"{turtle.stat().st_size} bytes" in told
    assert "Schaken" in turtle.read_text(encoding="utf-8")
    assert answered("--folder", town_folder, "undo", batch) == "Ongedaan gemaakt: 1 wijziging.\n"
    whole = f"Alles klopt: {len(TOWN) + 2} wijzigingen nagekeken.\n"
    assert answered("--folder", town_folder, "check") == whole


def test_a_theme_that_no_row_named_is_told_with_its_reason(answered, town_folder, tmp_path):
    table = tmp_path / "lijst.csv"
    table.write_text("naam;contact;plek\nSamen eten op dinsdag;bel ons;geen vaste plek\n", encoding="utf-8")
    told = answered("--folder", town_folder, "import", "table", table)
    assert (
        "Onderwerp voorgesteld, regel 2, Samen eten op dinsdag: Samen eten (herkend aan 'Samen eten')" in told
    )
    plan = json.loads(answered("--folder", town_folder, "import", "table", table, "--json"))
    (one,) = plan["suggested"]
    assert (one["line"], one["themes"][0]["theme"]) == (2, "samen-eten")


def test_history_tells_who_and_what(answered, town_folder):
    (line,) = json.loads(answered("--folder", town_folder, "history", KOFFIE.id, "--json"))
    assert (line["who"], line["version"], line["when"][:10]) == ("beheerder", 1, "2026-02-25")
    assert line["batch"] in answered("--folder", town_folder, "history", KOFFIE.id)


def test_areas_begin_a_folder(answered, tmp_path):
    ring = [[6.2, 52.5], [6.21, 52.5], [6.21, 52.51], [6.2, 52.5]]
    feature = {
        "type": "Feature",
        "properties": {"buurtcode": "BU99970101", "buurtnaam": "Noorderhof"},
        "geometry": {"type": "Polygon", "coordinates": [ring]},
    }
    path = tmp_path / "buurten.geojson"
    path.write_text(json.dumps({"type": "FeatureCollection", "features": [feature]}), encoding="utf-8")
    assert "Nieuw: 3" in answered("--folder", tmp_path / "nieuw", "import", "areas", path, "--apply")
    assert (tmp_path / "nieuw" / "map.sqlite").exists()


def test_the_folder_comes_from_the_option_or_else_the_environment(answered, town_folder, monkeypatch):
    by_option = answered("--folder", town_folder, "check")
    monkeypatch.setenv("SOCIALMAP_FOLDER", str(town_folder))
    assert answered("check") == by_option
    monkeypatch.setenv("SOCIALMAP_FOLDER", "nergens")
    assert answered("--folder", town_folder, "check") == by_option


def test_the_demo_is_never_built_over_something_else(refused, town_folder):
    assert refused(10, "demo", "--folder", town_folder).startswith("In deze map staan al gegevens.")


@pytest.mark.parametrize("command", ["", *COMMANDS])
def test_every_command_tells_how_it_is_used(answered, command):
    assert f"socialmap {command}".rstrip() in answered(*command.split(), "--help")


@pytest.mark.parametrize("command", ["", "import", "export"])
def test_asking_nothing_shows_the_help(answered, command):
    assert "--help" in answered(*command.split())


@pytest.mark.parametrize(
    ("code", "arguments", "sentence"),
    [
        (10, "bestaatniet", "Deze opdracht of keuze bestaat niet."),
        (10, "check --bestaatniet", "Deze opdracht of keuze bestaat niet."),
        (10, "import bestaatniet", "Deze opdracht of keuze bestaat niet."),
        (10, "search", "Er ontbreekt nog iets: text."),
        (10, "search eten", "Er ontbreekt nog iets: near."),
        (10, "search eten --near", "Deze opdracht of keuze bestaat niet."),
        (10, "search eten --near x --mobility vliegtuig", "De waarde bij mobility kan niet."),
        (10, "search eten --near x --age oud", "De waarde bij age kan niet."),
        (10, "search eten --near x --limit 0", "De waarde bij limit kan niet."),
        (10, "demo --seed abc", "De waarde bij seed kan niet."),
        (10, "history", "Er ontbreekt nog iets: id."),
        (12, "--folder nergens check", "De gegevensmap 'nergens' is er niet."),
    ],
)
def test_what_is_typed_wrongly_is_told_and_begins_nothing(refused, code, arguments, sentence, tmp_path):
    assert refused(code, *arguments.split()).startswith(sentence)
    assert list((tmp_path / "hier").iterdir()) == []


@pytest.mark.parametrize(
    ("code", "arguments", "sentence"),
    [
        (11, "search eten --near Lindehof --daypart di-nacht", "Dit dagdeel kennen we niet."),
        (11, "search eten --near Lindehof --threshold onzin", "Deze drempel bestaat niet."),
        (12, "search eten --near Nergensstraat", "Deze plek kennen we niet."),
        (12, "search qqqq --near Lindehof", "We weten niet waar dit over gaat."),
        (12, "query bestaatniet", "Deze vraag bestaat niet."),
        (11, "query free-rooms", "Vul in: het dagdeel, zoals wo-ochtend."),
        (11, "query free-rooms --parameter x", "Schrijf een invulling als naam=waarde."),
        (12, "history nergens", "Hiervan is geen geschiedenis."),
        (12, "undo map:999999", "Deze wijziging is er niet."),
        (13, "undo core:1", "Je mag dit niet zien."),
        (12, "import table nergens.csv", "Dit bestand bestaat niet."),
        (14, "import areas .", "Dit is geen gewoon bestand."),
        (20, "export turtle nergens/buiten.ttl", "Het bestand kon niet worden geschreven."),
    ],
)
def test_what_cannot_be_done_is_told_with_a_remedy(refused, code, arguments, sentence, town_folder):
    assert refused(code, "--folder", town_folder, *arguments.split()).startswith(sentence)


def test_a_file_of_which_no_row_can_be_used_is_rejected_with_its_lines(call, town_folder, tmp_path):
    table = tmp_path / "lijst.csv"
    table.write_text("naam;thema;contact;plek\nSchaken;;;\n", encoding="utf-8")
    code, _, err = call("--folder", town_folder, "import", "table", table, "--apply")
    assert code == 14
    assert "regel 2" in err
    assert "Geen enkele regel is te gebruiken." in err


def test_refused_rows_are_counted_once_however_many_reasons_they_have(call, town_folder, tmp_path):
    table = tmp_path / "lijst.csv"
    table.write_text(
        "naam;thema;contact;plek\nSchaken;Spelletjes;via;Lindehof\nDe Vrijdag;;;\n", encoding="utf-8"
    )
    _, out, err = call("--folder", town_folder, "import", "table", table)
    assert "geweigerd: 1 " in out
    (told,) = err.splitlines()
    assert told.startswith("Geweigerd, regel 3: ")
    assert "Kies minstens één onderwerp." in told
    assert "Hoe kun je contact opnemen?" in told


@pytest.mark.parametrize(("command", "advice"), [("check", False), ("query", True)])
def test_only_another_command_than_check_advises_to_check(refused, town_folder, command, advice):
    journal = town_folder / "map.sqlite"
    journal.write_bytes(journal.read_bytes()[:5_000])
    told = refused(20, "--folder", town_folder, command)
    assert "reservekopie" in told
    assert ("socialmap check" in told) is advice


@pytest.mark.parametrize(
    ("setting", "value"),
    [
        ("SOCIALMAP_FOLER", "x"),
        ("SOCIALMAP_PORT", "abc"),
        ("SOCIALMAP_PORT", "70000"),
        ("SOCIALMAP_TODAY", "gisteren"),
    ],
)
def test_a_wrong_setting_is_named(refused, setting, value, town_folder, monkeypatch):
    monkeypatch.setenv(setting, value)
    assert setting in refused(30, "--folder", town_folder, "check").splitlines()[0]


def test_an_address_of_another_kind_of_database_is_refused_without_repeating_it(
    refused, town_folder, monkeypatch
):
    monkeypatch.setenv("SOCIALMAP_STORE", "mysql://iemand:geheim@ergens/iets")
    assert "geheim" not in refused(30, "--folder", town_folder, "check")


def test_a_folder_that_is_a_file_or_lies_in_one_is_told(refused, tmp_path):
    path = tmp_path / "bestand"
    path.write_bytes(b"")
    refused(20, "--folder", path, "check")
    refused(20, "--folder", path / "erin", "demo")
