"""Lists with other headers than ours: what they might mean, and what a person says they mean."""

from __future__ import annotations

import pytest

from socialmap.connectors.column_guess import guess_columns, require_known_fields, told_guesses
from socialmap.connectors.delimited import sheet_of
from socialmap.connectors.kept_columns import COLUMNS_FILE, keep_columns, kept_columns
from socialmap.connectors.parsed import Line, Sheet
from socialmap.connectors.table import Known, table_from
from socialmap.errors import InvalidInput
from socialmap.ontology.thesaurus import load_vocabulary

WORDS = load_vocabulary()
HEADER = (
    "Naam activiteit;Wat is het;Omschrijving activiteit;Contactpersoon;Telefoon nr;Doelgroepen;Kosten p.p.;"
    "Dag en tijd;Locatie naam;Onderwerp"
)
ROW = "Koffie;x;Samen drinken;Kanarie van Dijk;038-1234567;Ouderen;2,50;di 10:00-12:00;"
ROW += "geen vaste plek;samen-eten"


def sheets(*lines: str) -> list[Sheet]:
    return [sheet_of("\n".join(lines).encode())]


def guessed(*lines, said=None):
    (sheet,) = guess_columns(sheets(*lines), WORDS, said)
    return {column.title: column for column in sheet.columns}


def test_a_header_that_is_like_ours_is_guessed():
    found = {title: column.field for title, column in guessed(HEADER, ROW).items()}
    assert found == {
        "Naam activiteit": "name",
        "Wat is het": "",
        "Omschrijving activiteit": "description",
        "Contactpersoon": "",
        "Telefoon nr": "phone",
        "Doelgroepen": "target_groups",
        "Kosten p.p.": "cost_eur",
        "Dag en tijd": "sessions",
        "Locatie naam": "place",
        "Onderwerp": "themes",
    }


def test_of_a_column_about_a_person_nothing_is_shown():
    column = guessed(HEADER, ROW)["Contactpersoon"]
    assert (column.about_person, column.samples) == (True, ())


@pytest.mark.parametrize(
    ("value", "field"),
    [
        ("info@welzijn.nl", "email"),
        ("www.welzijn.nl", "website"),
        ("8011 AB", "postcode"),
        ("038 123 4567", "phone"),
        ("iets anders", ""),
    ],
)
def test_a_strange_header_is_guessed_by_what_stands_below_it(value, field):
    assert guessed("naam;kolom9", f"Koffie;{value}")["kolom9"].field == field


def test_two_columns_never_become_the_same_field():
    fields = [column.field for column in guessed("Naam iets;Naam ding;contact", "a;b;c").values()]
    assert len([field for field in fields if field == "name"]) == 1


def test_what_was_said_before_is_known():
    column = guessed("Titeltje;contact", "a;b", said={"Titeltje": "naam"})["Titeltje"]
    assert (column.field, column.known) == ("name", True)
    skipped = guessed("Titeltje;contact", "a;b", said={"Titeltje": "overslaan"})["Titeltje"]
    assert (skipped.field, skipped.known) == ("", True)


def test_a_list_with_our_headers_asks_nothing():
    (ours,) = guess_columns(sheets("naam;thema;contact;plek", "a;b;c;d"), WORDS)
    (other,) = guess_columns(sheets(HEADER, ROW), WORDS)
    assert (ours.all_known, other.all_known, ours.rows) == (True, False, 1)


def test_a_title_above_the_header_is_not_the_header():
    lines = [Line(1, ["Overzicht"]), Line(3, ["Hoe heet iets", "Waar over", "Bel"]), Line(4, ["a", "b", "c"])]
    (sheet,) = guess_columns([Sheet("", lines)], WORDS)
    assert [column.title for column in sheet.columns] == ["Hoe heet iets", "Waar over", "Bel"]


def test_an_empty_sheet_has_no_columns():
    assert guess_columns([Sheet("leeg", [])], WORDS) == ()


def test_with_the_columns_said_the_list_is_read():
    said = {
        "Naam activiteit": "naam", "Omschrijving activiteit": "omschrijving", "Telefoon nr": "telefoon",
        "Kosten p.p.": "kosten", "Dag en tijd": "wanneer", "Locatie naam": "plek", "Wat is het": "overslaan",
    }  # fmt: skip
    reading = table_from(sheets(HEADER, ROW), Known(WORDS), columns=said)
    (row,) = reading.rows
    offer = row.entity
    assert (offer.name, offer.description, offer.contact) == ("Koffie", "Samen drinken", "038-1234567")
    assert (offer.cost_eur, [str(one.slot) for one in offer.sessions]) == (2.5, ["di-ochtend"])
    assert "Kanarie" not in str(reading)


def test_what_somebody_says_goes_before_what_we_think():
    (row,) = table_from(
        sheets("naam;titel;thema;contact;plek", "fout;goed;samen-eten;bel;geen vaste plek"),
        Known(WORDS),
        columns={"titel": "naam", "naam": "overslaan"},
    ).rows
    assert row.entity.name == "goed"


def test_the_command_line_is_told_what_to_say():
    told = list(told_guesses(sheets(HEADER, ROW), WORDS))
    assert (
        "De kolom 'Dag en tijd' lijkt op 'wanneer'. Klopt dat? Zeg dan --column 'Dag en tijd=wanneer'."
        in told
    )


def test_a_meaning_that_no_table_has_is_refused_by_name():
    with pytest.raises(InvalidInput) as refused:
        require_known_fields({"Kop": "schoenmaat", "Naam": "naam"}, WORDS)
    (violation,) = refused.value.violations
    assert "'Kop'" in violation.sentence


def test_headers_are_remembered_per_source(tmp_path):
    assert kept_columns(tmp_path, "Welzijn") == {}
    keep_columns(tmp_path, "Welzijn", {"Kop": "naam"})
    keep_columns(tmp_path, "Kerk", {"Titel": "naam"})
    assert kept_columns(tmp_path, "Welzijn") == {"Kop": "naam"}
    (tmp_path / COLUMNS_FILE).write_text("kapot", encoding="utf-8")
    assert kept_columns(tmp_path, "Welzijn") == {}
