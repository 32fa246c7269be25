"""Initiatives, facilities and organisations from CSV and Excel."""

import io
import os
from datetime import date, time
from pathlib import Path

import pytest
import shapely
from openpyxl import Workbook

from socialmap.connectors import headers
from socialmap.connectors.headers import TableKind
from socialmap.connectors.plan import make_plan
from socialmap.connectors.table import Known, read_table
from socialmap.errors import ImportRejected
from socialmap.geo.addresses import AddressBook
from socialmap.geo.areas import AreaBook
from socialmap.geo.coordinates import distance_m, from_metres
from socialmap.geo.shapes import inner_point, to_wkt
from socialmap.model.area import Neighbourhood, Street
from socialmap.model.provision import Access, OrganisationKind, Rhythm
from socialmap.model.values import AreaId, DayPart, Point, Tri
from socialmap.ontology.thesaurus import load_vocabulary

pytestmark = pytest.mark.usefixtures("read_here")

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
SQUARE = shapely.box(6.10, 52.50, 6.12, 52.52)
AREAS = AreaBook(
    [
        Neighbourhood(
            id=AreaId("BU99990101"), name="Lindehof", boundary=to_wkt(SQUARE), centre=inner_point(SQUARE)
        )
    ]
)
STREETS = AddressBook([Street(id="s1", name="Lindelaan", line="LINESTRING (6.11 52.51, 6.11 52.512)")])
KNOWN = Known(load_vocabulary(), AREAS, STREETS)


def read(folder, text, *, encoding="utf-8", known=KNOWN, **options):
    path = folder / "tabel.csv"
    path.write_bytes(text.encode(encoding))
    return read_table(path, known, **options)


def only(reading):
    assert reading.rejected == ()
    (row,) = reading.rows
    return row.entity


def reasons(reading):
    return {refused.field: refused.reason for refused in reading.rejected}


def test_a_dutch_row_becomes_an_initiative(tmp_path):
    offer = only(
        read(
            tmp_path,
            "Naam;Thema's;Contact;Buurt;Wanneer;Kosten;Talen;Toegang;gratis;kleine_groep;Plaatsen vrij;"
            "Leeftijd min\n"
            "Koffie in de Linde;Eenzaamheid, samen-eten;038-1234567;lindehof;dinsdag 14:00-16:00;€ 2,50;"
            "Nederlands, Turks;aanmelden;nee;ja;onbeperkt;18",
        )
    )
    assert (offer.name, offer.themes, offer.contact) == (
        "Koffie in de Linde", ("eenzaamheid", "samen-eten"), "038-1234567",
    )  # fmt: skip
    assert (offer.area_id, offer.cost_eur, offer.languages) == ("BU99990101", 2.5, ("nl", "tr"))
    (session,) = offer.sessions
    assert (session.slot, session.starts, session.ends) == (DayPart.TUESDAY_AFTERNOON, time(14), time(16))
    assert offer.access is Access.SIGN_UP
    assert offer.barriers == {"gratis": Tri.NO, "kleine_groep": Tri.YES}
    assert (offer.places_free, offer.places_unlimited, offer.age_min) == (None, True, 18)


def test_an_english_row_means_the_same(tmp_path):
    dutch = read(tmp_path, "naam,thema,contact,plek\nKoffie,samen-eten,via de beheerder,geen vaste plek")
    english = read(
        tmp_path, "Name,Topic,Contact,Venue\nKoffie,Eating together,via de beheerder,no fixed place"
    )
    assert only(english).themes == only(dutch).themes
    assert only(english).no_fixed_place


@pytest.mark.parametrize("delimiter", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_every_usual_separator_and_encoding_gives_the_same_row(tmp_path, delimiter, encoding):
    rows = [["naam", "thema", "contact", "plek"], ["Café Één", "samen-eten", "via Zoë", "geen vaste plek"]]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    assert only(read(tmp_path, text, encoding=encoding)).name == "Café Één"


def test_quoted_new_lines_and_separators_stay_in_their_cell_and_lines_are_counted_right(tmp_path):
    first = '"Eet; en praat";samen-eten;via;geen vaste plek;"wo-avond\nvr-avond"'
    text = f"naam;thema;contact;plek;wanneer\n{first}\nX;;;;"
    reading = read(tmp_path, text)
    (row,) = reading.rows
    assert (row.line, row.entity.name, len(row.entity.sessions)) == (2, "Eet; en praat", 2)
    assert {refused.line for refused in reading.rejected} == {4}


def test_a_bad_row_tells_all_its_reasons_at_once_and_good_rows_are_kept(tmp_path):
    reading = read(
        tmp_path,
        "naam;thema;contact;plek;kosten;wanneer;gestart op;gratis;taal;leeftijd min;leeftijd max\n"
        ";eenzaamhied;;de maan;veel;ooit;31-02-2026;misschien;klingon;80;18\n"
        "Koffie;samen-eten;via;geen vaste plek;;;;;;;\n",
    )
    assert [row.entity.name for row in reading.rows] == ["Koffie"]
    assert {refused.line for refused in reading.rejected} == {2}
    assert reasons(reading) == {
        "name": "Geef het een naam.",
        "themes": "We kennen dit onderwerp niet. Bedoel je 'Eenzaamheid'?",
        "contact": "Hoe kun je contact opnemen? Vul iets in, zoals 'via het buurthuis'.",
        "place": "We kennen deze plek niet. Geef een adres, of lon en lat.",
        "cost_eur": "Vul een bedrag in, zoals 15 of 7,50.",
        "sessions": "Schrijf het moment zo: di-middag, of dinsdag 14:00-16:00.",
        "started_on": "Schrijf een datum als dd-mm-jjjj.",
        "barrier:gratis": "Vul ja, nee of onbekend in.",
        "languages": "We kennen deze taal niet. Schrijf bijvoorbeeld Nederlands, Turks of ar.",
        "age_max": "De hoogste leeftijd kan niet onder de laagste liggen.",
    }


PLACES = [
    ("lon;lat", "6,1;52,51", Point(6.1, 52.51)),
    ("lat;lon", "52.51;6.1", Point(6.1, 52.51)),
    ("x;y", "203000;503000", from_metres(203_000, 503_000)),
    ("geometrie", '"SRID=28992;POINT (203000 503000)"', from_metres(203_000, 503_000)),
    ("wkt", "POINT(6.1 52.51)", Point(6.1, 52.51)),
    ("adres", "Lindeln. 12", Point(6.11, 52.511)),
    ("straat;huisnummer;postcode", "Lindelaan;12;9999 AB", Point(6.11, 52.511)),
    ("plek", "Lindelaan 12", Point(6.11, 52.511)),
]


@pytest.mark.parametrize(("columns", "cells", "point"), PLACES, ids=range(len(PLACES)))
def test_a_place_may_be_written_in_many_ways(tmp_path, columns, cells, point):
    offer = only(read(tmp_path, f"naam;thema;contact;{columns}\nKoffie;samen-eten;via;{cells}"))
    assert distance_m(offer.point, point) < 1
    assert (offer.area_id, offer.facility_id, offer.no_fixed_place) == (None, None, False)


def test_a_place_by_code_by_name_of_a_facility_or_nowhere(tmp_path):
    reading = read(
        tmp_path,
        "soort;naam;thema;contact;plek;type;lon;lat\n"
        "initiatief;A;samen-eten;via;De Brug;;;\n"
        "initiatief;B;samen-eten;via;BU99990101;;;\n"
        "initiatief;C;samen-eten;via;geen vaste plek;;;\n"
        "voorziening;De Brug;;;;buurthuis;6.11;52.51\n",
    )
    found = {row.entity.name: row.entity for row in reading.rows}
    assert reading.rejected == ()
    assert found["A"].facility_id == found["De Brug"].id
    assert (found["B"].area_id, found["C"].no_fixed_place) == ("BU99990101", True)
    assert (found["De Brug"].type, found["De Brug"].basic) == ("buurthuis", True)


@pytest.mark.parametrize(
    ("columns", "cells", "sentence"),
    [
        ("lon;lat", "6.1;", "Vul lon en lat allebei in."),
        ("lon;lat", "0;0", "Dit punt ligt niet in Nederland. Controleer de getallen."),
        ("lon;lat", "oost;noord", "Vul een getal in, zoals 15 of 7,50."),
        ("wkt", "LINESTRING(0 0, 1 1)", "Schrijf een punt als POINT (lon lat)."),
        ("adres", "Nergensweg 1", "We kennen dit adres niet. Geef lon en lat, of een buurt."),
        ("buurt", "Nergens", "We kennen deze buurt niet. Gebruik de buurtcode."),
        ("plek", "", "Waar is het? Kies één plek, één gebied of 'geen vaste plek'."),
    ],
)
def test_a_place_that_cannot_be_found_says_what_to_write(tmp_path, columns, cells, sentence):
    reading = read(tmp_path, f"naam;thema;contact;{columns}\nKoffie;samen-eten;via;{cells}")
    assert [refused.reason for refused in reading.rejected] == [sentence]


def test_an_unknown_address_in_a_known_neighbourhood_is_kept_as_text(tmp_path):
    offer = only(
        read(tmp_path, "naam;thema;contact;adres;buurt\nKoffie;samen-eten;via;Nergensweg 1;Lindehof")
    )
    assert (offer.area_id, offer.address, offer.point) == ("BU99990101", "Nergensweg 1", None)


def test_organisations_and_facilities_are_found_by_name_whatever_the_order(tmp_path):
    reading = read(
        tmp_path,
        "soort;naam;thema;contact;plek;organisatie;type;telefoon\n"
        "initiatief;Koffie;samen-eten;via;geen vaste plek;Welzijn Meerwold;;\n"
        "organisatie;Welzijn Meerwold;;;;;welzijn;038-1234567\n",
    )
    offer = next(row.entity for row in reading.rows if row.entity.kind == "initiative")
    organisation = next(row.entity for row in reading.rows if row.entity.kind == "organisation")
    assert offer.run_by == (organisation.id,)
    assert (organisation.sort, organisation.phone) == (OrganisationKind.WELFARE, "038-1234567")


def test_the_kind_comes_from_the_argument_the_sheet_or_the_headers(tmp_path):
    facility = "naam;type;lon;lat\nDe Brug;bibliotheek;6.11;52.51"
    assert only(read(tmp_path, facility, kind=TableKind.FACILITY)).kind == "facility"
    assert only(read(tmp_path, "naam;soort;lon;lat\nDe Brug;Bibliotheek;6.11;52.51")).kind == "facility"
    assert only(read(tmp_path, "naam;soort organisatie;lijn\nGGZ Meer;zorg;tweede")).kind == "organisation"
    assert (
        only(read(tmp_path, "naam;thema;contact;plek\nA;samen-eten;via;geen vaste plek")).kind == "initiative"
    )


def test_rows_without_a_number_that_differ_only_in_their_moment_are_one_initiative(tmp_path):
    rows = [
        "Koffie;samen-eten;via;geen vaste plek;do-ochtend",
        "Koffie;samen-eten;via;geen vaste plek;ma-avond",
    ]
    for order in (rows, rows[::-1]):
        offer = only(read(tmp_path, "\n".join(["naam;thema;contact;plek;wanneer", *order])))
        assert [session.slot for session in offer.sessions] == ["ma-avond", "do-ochtend"]


def test_rows_that_say_exactly_the_same_are_one_and_that_is_said(tmp_path):
    row = "Koffie;samen-eten;via;geen vaste plek;do-ochtend"
    reading = read(tmp_path, "\n".join(["naam;thema;contact;plek;wanneer", row, row]))
    plan = make_plan(reading, {})
    assert (len(plan.new), plan.rejected) == (1, ())
    assert plan.notes == ("Dubbele regels, één keer meegeteld: 1.",)


def test_a_threshold_may_be_a_column_under_the_label_of_the_screen(tmp_path):
    header = "naam;thema;contact;plek;Iemand gaat de eerste keer mee;kleine groep (8 of minder)"
    offer = only(read(tmp_path, f"{header}\nKoffie;samen-eten;via;geen vaste plek;ja;nee"))
    assert offer.barriers == {"maatje_eerste_keer": Tri.YES, "kleine_groep": Tri.NO}


def test_a_name_of_a_part_of_neighbourhoods_names_them(tmp_path):
    names = ("Nieuw-Assendorp", "Oud-Assendorp")
    areas = AreaBook(
        Neighbourhood(
            id=AreaId(f"BU9999020{n}"), name=name, boundary=to_wkt(SQUARE), centre=inner_point(SQUARE)
        )
        for n, name in enumerate(names)
    )
    known = Known(load_vocabulary(), areas)
    told = reasons(read(tmp_path, "naam;thema;contact;buurt\nKoffie;samen-eten;via;Assendorp", known=known))
    assert told["area"] == (
        "We kennen deze buurt niet. Bedoel je Nieuw-Assendorp (BU99990200) of Oud-Assendorp (BU99990201)?"
    )


@pytest.mark.parametrize(
    ("name", "sentence"),
    [("☕🎉", "Gebruik letters of cijfers in de naam."), ("", "Geef het een naam.")],
)
def test_a_name_has_letters_or_figures(tmp_path, name, sentence):
    told = reasons(read(tmp_path, f"naam;thema;contact;plek\n{name};samen-eten;via;geen vaste plek"))
    assert told["name"] == sentence


def test_separate_columns_for_day_time_and_rhythm(tmp_path):
    header = "naam;thema;contact;plek;dag;van;tot;ritme"
    row = "Koffie;samen-eten;via;geen vaste plek;wo en vr;10:00;12:00;om de week"
    offer = only(read(tmp_path, f"{header}\n{row}"))
    assert [(s.slot, s.starts, s.ends, s.rhythm) for s in offer.sessions] == [
        (DayPart.WEDNESDAY_MORNING, time(10), time(12), Rhythm.FORTNIGHTLY),
        (DayPart.FRIDAY_MORNING, time(10), time(12), Rhythm.FORTNIGHTLY),
    ]


def test_a_date_makes_a_single_occasion(tmp_path):
    text = "naam;thema;contact;plek;datum;van\nFeest;samen-eten;via;geen vaste plek;2 maart 2026;14.00"
    (session,) = only(read(tmp_path, text)).sessions
    assert (session.slot, session.on, session.rhythm) == ("ma-middag", date(2026, 3, 2), Rhythm.ONCE)


def test_names_of_people_are_not_read_and_other_columns_are_said(tmp_path):
    header = "naam;thema;contact;plek;contactpersoon;kleur"
    row = "Koffie;samen-eten;06-12345678;geen vaste plek;Kanarie van Dijk;rood"
    reading = read(tmp_path, f"{header}\n{row}")
    assert "Kanarie" not in repr(reading)
    assert "Kolommen met namen van mensen zijn overgeslagen." in reading.notes
    assert "Deze kolommen zijn niet gebruikt: kleur." in reading.notes
    assert any("06-nummer" in note for note in reading.notes)


def test_a_shelter_is_never_taken_over(tmp_path):
    text = "naam;type;lon;lat\nBlijf-van-mijn-lijfhuis;opvang;6.11;52.51"
    reading = read(tmp_path, text, kind=TableKind.FACILITY)
    assert reasons(reading) == {"name": "Adressen van veilige opvang bewaren we niet."}


def test_a_long_description_is_cut_between_words(tmp_path):
    text = f"naam;thema;contact;plek;omschrijving\nKoffie;samen-eten;via;geen vaste plek;{'woord ' * 100}"
    reading = read(tmp_path, text)
    assert len(only(reading).description) <= 300
    assert only(reading).description.endswith("woord …")
    assert "Een lange omschrijving is ingekort tot 300 tekens." in reading.notes


def test_a_table_without_headers_that_we_know_is_refused_as_a_whole(tmp_path):
    with pytest.raises(ImportRejected, match="geen kolommen"):
        read(tmp_path, "kleur;vorm\nrood;rond")


def workbook(folder, sheets):
    book = Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(row)
    path = folder / "tabel.xlsx"
    stream = io.BytesIO()
    book.save(stream)
    path.write_bytes(stream.getvalue())
    return path


def test_excel_with_a_title_above_real_dates_and_numbers(tmp_path):
    rows = [
        ["Activiteiten in Meerwold"], [],
        ["naam", "thema", "contact", "plek", "gestart op", "kosten", "van", "dag"],
        ["Koffie", "samen-eten", 381234567, "geen vaste plek", date(2026, 3, 2), 2.5, time(10), "di"],
    ]  # fmt: skip
    reading = read_table(workbook(tmp_path, {"Blad1": rows}), KNOWN)
    offer = only(reading)
    assert (offer.started_on, offer.cost_eur, offer.contact) == (date(2026, 3, 2), 2.5, "381234567")
    assert (reading.rows[0].line, offer.sessions[0].starts) == (4, time(10))


AMSTERDAM = {
    "Legenda": [["Entiteit", "Attribuut", "Datatype"], ["Organisatie", "naam", "char"]],
    "Organisatie": [["id", "naam", "telefoonnummer"], ["org1", "Stichting De Haven", "020-1234567"]],
    "Locatie": [["id", "naam", "geometrie"], ["loc1", "Gebouw 1", "SRID=28992;POINT (119847 486400)"]],
    "Activiteit": [
        ["id", "naam", "contactpersoon", "labels", "locatie_id", "organisatie_id", "contact"],
        [
            "act1",
            "Taalles",
            "Kanarie van Dijk",
            "Nederlands leren, gratis, maandag, ochtend",
            "loc1",
            "org1",
            "via",
        ],
        ["act2", "Sport", "", "sportief", "loc9", "org9", ""],
    ],
}


def test_the_template_of_amsterdam_with_three_sheets_is_understood(tmp_path):
    reading = read_table(workbook(tmp_path, AMSTERDAM), KNOWN)
    offer = next(row.entity for row in reading.rows if row.entity.kind == "initiative")
    assert distance_m(offer.point, from_metres(119_847, 486_400)) < 1
    assert (offer.cost_eur, offer.themes, offer.sessions[0].slot) == (
        0.0,
        ("nederlands-leren",),
        "ma-ochtend",
    )
    assert offer.run_by == tuple(row.entity.id for row in reading.rows if row.entity.kind == "organisation")
    assert {(refused.sheet, refused.line) for refused in reading.rejected} == {("Activiteit", 3)}


@pytest.mark.skipif(
    not (REAL / "amsterdam_zorg").is_dir(), reason="real data not here; set SOCIALMAP_REAL_DATA"
)
def test_the_real_empty_template_of_amsterdam_says_that_it_is_empty():
    reading = read_table(REAL / "amsterdam_zorg" / "zorg_import.xlsx", KNOWN)
    assert (reading.rows, reading.rejected) == ((), ())
    assert "Er staan geen rijen in dit bestand." in reading.notes


def test_no_header_means_two_things_for_one_kind():
    for kind in TableKind:
        tables = [headers._OWN[kind], headers._EVERYWHERE]
        fields = {
            name: {a for table in tables for a in table.get(name, ())} for table in tables for name in table
        }
        own = [alias for aliases in fields.values() for alias in aliases]
        shadowed = {alias for alias in own if own.count(alias) > 1}
        assert shadowed <= {"voorziening", "facility", "organisatie", "organisation", "organization"}


def test_the_same_table_twice_changes_nothing(tmp_path):
    text = "naam;thema;contact;plek\nKoffie;samen-eten;via;geen vaste plek"
    plan = make_plan(read(tmp_path, text), {})
    stored = {(entity.kind, entity.id): entity for entity in plan.to_save}
    assert make_plan(read(tmp_path, text), stored).to_save == ()
