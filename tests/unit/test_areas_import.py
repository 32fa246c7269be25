"""Neighbourhoods of Statistics Netherlands from a file: every spelling, every gap."""

import os
from pathlib import Path

import pytest
import shapely

from socialmap.connectors.areas import SOURCE_OF_JOINED, read_areas
from socialmap.connectors.figures import read_figures
from socialmap.connectors.plan import make_plan
from socialmap.errors import ImportRejected, NotFound
from socialmap.geo.areas import AreaBook
from socialmap.geo.coordinates import array_to_metres
from socialmap.geo.shapes import from_wkt
from tests.unit.map_files import feature, geojson, geopackage, square

pytestmark = pytest.mark.usefixtures("read_here")

REAL = Path(os.environ.get("SOCIALMAP_REAL_DATA", Path(__file__).parents[3] / "shared" / "data"))
needs_real_data = pytest.mark.skipif(
    not (REAL / "cbs_buurten").is_dir(), reason="real data not here; set SOCIALMAP_REAL_DATA"
)


def of_kind(reading, kind):
    return [row.entity for row in reading.rows if row.entity.kind == kind]


SNAKE = {
    "buurtcode": "BU99990101", "buurtnaam": "Lindehof", "wijkcode": "WK999901", "gemeentecode": "GM9999",
    "gemeentenaam": "Meerwold", "water": "NEE", "aantal_inwoners": 1200, "aantal_huishoudens": 600,
    "percentage_personen_65_jaar_en_ouder": 25, "percentage_eenpersoonshuishoudens": 40,
    "stedelijkheid_adressen_per_km2": 5,
}  # fmt: skip
CAMEL = {
    "buurtcode": "BU99990101", "buurtnaam": "Lindehof", "wijkcode": "WK999901", "gemeentecode": "GM9999",
    "gemeentenaam": "Meerwold", "water": "NEE", "aantalInwoners": 1200, "aantalHuishoudens": 600,
    "percentagePersonen65JaarEnOuder": 25, "percentageEenpersoonshuishoudens": 40,
    "stedelijkheidAdressenPerKm2": 5,
}  # fmt: skip
CAPITALS = {
    "BU_CODE": "BU99990101", "BU_NAAM": "Lindehof", "WK_CODE": "WK999901", "GM_CODE": "GM9999",
    "GM_NAAM": "Meerwold", "H2O": "NEE", "AANT_INW": 1200, "AANTAL_HH": 600, "P_65_EO_JR": 25,
    "P_EENP_HH": 40, "STED": "5",
}  # fmt: skip


@pytest.mark.parametrize("properties", [SNAKE, CAMEL, CAPITALS], ids=["snake", "camel", "capitals"])
def test_the_three_spellings_give_the_same_neighbourhood(tmp_path, properties):
    (area,) = of_kind(read_areas(geojson(tmp_path, feature(properties))), "neighbourhood")
    assert (area.id, area.name, area.district_id, area.municipality_id) == (
        "BU99990101", "Lindehof", "WK999901", "GM9999",
    )  # fmt: skip
    assert (area.inhabitants, area.households, area.percent_65_plus, area.percent_living_alone) == (
        1200, 600, 25.0, 40.0,
    )  # fmt: skip
    assert area.rural


def test_older_files_with_a_year_in_the_column_name_and_bare_numbers_are_read(tmp_path):
    old = {"BU_2014": "99990101", "BU_NAAM": "Lindehof", "GM2014": 9999, "WK_2014": "WK999901"}
    reading = read_areas(geojson(tmp_path, feature(old)))
    (area,) = of_kind(reading, "neighbourhood")
    assert (area.id, area.year) == ("BU99990101", 2014)
    (district,) = of_kind(reading, "district")
    assert (district.name, district.year) == ("Wijk 01: Lindehof", 2014)


@pytest.mark.parametrize("missing", [-99997, -99995, -99998, -99999999, "-99997", ".", "", None, "geheim"])
def test_every_code_for_missing_is_unknown_and_never_a_number(tmp_path, missing):
    path = geojson(tmp_path, feature({**SNAKE, "aantal_inwoners": missing}))
    reading = read_areas(path)
    (row,) = [row for row in reading.rows if row.entity.kind == "neighbourhood"]
    assert row.entity.inhabitants is None
    assert "inhabitants" not in row.given


def test_letters_in_a_code_as_in_amsterdam_are_kept(tmp_path):
    (area,) = of_kind(
        read_areas(geojson(tmp_path, feature({"buurtcode": "BU0363AA01", "buurtnaam": "Kop"}))),
        "neighbourhood",
    )
    assert (area.id, area.district_id, area.municipality_id) == ("BU0363AA01", "WK0363AA", "GM0363")


def test_rd_metres_web_mercator_and_turned_axes_all_land_in_the_same_place(tmp_path):
    lonlat = square()
    rd = shapely.transform(lonlat, array_to_metres)
    turned = shapely.transform(lonlat, lambda xy: xy[:, ::-1])
    readings = [
        read_areas(geojson(tmp_path, feature(SNAKE, lonlat), crs="urn:ogc:def:crs:OGC:1.3:CRS84")),
        read_areas(geojson(tmp_path, feature(SNAKE, rd), crs="urn:ogc:def:crs:EPSG::28992")),
        read_areas(geojson(tmp_path, feature(SNAKE, rd))),
        read_areas(geojson(tmp_path, feature(SNAKE, turned), crs="urn:ogc:def:crs:EPSG::4326")),
    ]
    for reading in readings:
        (area,) = of_kind(reading, "neighbourhood")
        assert from_wkt(area.boundary).symmetric_difference(lonlat).area < 1e-8


def test_districts_and_the_municipality_are_joined_from_their_neighbourhoods(tmp_path):
    path = geojson(
        tmp_path,
        feature(SNAKE),
        feature({**SNAKE, "buurtcode": "BU99990102", "buurtnaam": "Vogelweide", "aantal_inwoners": 800},
                square(6.11)),
    )  # fmt: skip
    reading = read_areas(path)
    (district,), (municipality,) = of_kind(reading, "district"), of_kind(reading, "municipality")
    assert (municipality.id, municipality.name, municipality.inhabitants) == ("GM9999", "Meerwold", 2000)
    assert (district.municipality_id, district.source) == ("GM9999", SOURCE_OF_JOINED)
    assert from_wkt(district.boundary).area == pytest.approx(0.02 * 0.01)
    assert district.percent_65_plus == 25.0


def test_a_district_of_the_file_itself_is_not_replaced_by_a_joined_one(tmp_path):
    path = geojson(
        tmp_path,
        feature(SNAKE),
        feature({"wijkcode": "WK999901", "wijknaam": "Lindekwartier"}, square(size=0.02)),
    )
    (district,) = of_kind(read_areas(path), "district")
    assert (district.name, district.source == SOURCE_OF_JOINED) == ("Lindekwartier", False)


def test_two_halves_of_a_town_in_two_files_make_the_same_town_as_one_file(tmp_path):
    first = feature(SNAKE)
    second = feature({**SNAKE, "buurtcode": "BU99990102", "buurtnaam": "Vogelweide"}, square(6.11))
    whole = {row.entity.id: row.entity for row in read_areas(geojson(tmp_path, first, second)).rows}
    for order in ((first, second), (second, first)):
        stored = {}
        for part in order:
            reading = read_areas(geojson(tmp_path, part), known=stored.values())
            plan = make_plan(reading, {(entity.kind, entity.id): entity for entity in stored.values()})
            stored |= {entity.id: entity for entity in plan.to_save}
        assert stored == whole


def test_what_cannot_be_used_is_refused_with_its_number_and_the_rest_is_kept(tmp_path):
    path = geojson(
        tmp_path,
        feature(SNAKE),
        feature({**SNAKE, "buurtcode": "BU99990102"}, shapely.Point(6.1, 52.5)),
        feature({**SNAKE, "buurtcode": ""}),
        feature({**SNAKE, "buurtcode": "BU99990104"}, square(2.0, 48.0)),
        {"type": "Feature", "properties": {**SNAKE, "buurtcode": "BU99990105"}, "geometry": None},
        {"type": "Feature", "properties": {**SNAKE, "buurtcode": "BU99990106"},
         "geometry": {"type": "Polygon", "coordinates": [[["a", 1], [2, 3]]]}},
        "geen feature",
    )  # fmt: skip
    reading = read_areas(path)
    assert len(of_kind(reading, "neighbourhood")) == 1
    assert [refused.line for refused in reading.rejected] == [2, 3, 4, 5, 6, 7]
    assert all(refused.reason.endswith(".") for refused in reading.rejected)
    assert ("neighbourhood", "BU99990102") in reading.rejected_keys


def test_water_and_areas_that_are_gone_are_left_out_and_said(tmp_path):
    reading = read_areas(
        geojson(
            tmp_path,
            feature(SNAKE),
            feature({**SNAKE, "buurtcode": "BU99990197", "water": "JA"}),
            feature({**SNAKE, "buurtcode": "BU99990198", "is_current": 0}),
        )
    )
    assert [area.id for area in of_kind(reading, "neighbourhood")] == ["BU99990101"]
    assert "Water is overgeslagen." in reading.notes
    assert "Een gebied dat niet meer bestaat, is overgeslagen." in reading.notes


def test_a_crossing_border_is_mended_a_second_piece_is_joined_and_a_missing_municipality_derived(tmp_path):
    bow_tie = shapely.Polygon([(6.10, 52.50), (6.12, 52.52), (6.12, 52.50), (6.10, 52.52)])
    bare = {"buurtcode": "BU99990101", "buurtnaam": "Lindehof"}
    reading = read_areas(geojson(tmp_path, feature(bare, bow_tie), feature(bare, square(6.2))))
    (area,) = of_kind(reading, "neighbourhood")
    assert from_wkt(area.boundary).is_valid
    assert area.municipality_id == "GM9999"
    assert {note.split(" (")[0] for note in reading.notes} >= {
        "De grens kruiste zichzelf en is hersteld.",
        "Een gebied stond er in meer stukken. Die zijn samengevoegd.",
        "De gemeente ontbrak, en is afgeleid uit de buurtcode.",
    }


def test_figures_come_from_a_second_file_by_code_by_municipal_number_or_by_name(tmp_path):
    path = geojson(tmp_path, feature({"buurtcode": "BU99990110", "buurtnaam": "Linde-hof"}))
    by_code = tmp_path / "code.csv"
    by_code.write_text("Codering_3;AantalInwoners_5;k_65JaarOfOuder_12\nBU99990110  ;1000;250\n", "utf-8")
    by_number = tmp_path / "nummer.csv"
    by_number.write_text("BRTNR,inwoners_op_1_januari\n11,1000\n", "utf-8")
    by_name = tmp_path / "naam.csv"
    by_name.write_text(
        "buurt_naam,inwoners_op_1_januari,year\nlindehof,1000,2024\nlinde hof,900,2023\n", "utf-8"
    )
    nearly = tmp_path / "bijna.csv"
    nearly.write_text("buurt_naam,inwoners_op_1_januari\nlindehoff,1000\n", "utf-8")
    for figures in (by_code, by_number, by_name, nearly):
        (area,) = of_kind(read_areas(path, figures=[figures]), "neighbourhood")
        assert area.inhabitants == 1000, figures.name
    (area,) = of_kind(read_areas(path, figures=[by_code]), "neighbourhood")
    assert area.percent_65_plus == 25.0
    assert any("Kijk of dat klopt" in note for note in read_areas(path, figures=[nearly]).notes)


def test_the_year_of_an_area_is_that_of_its_boundary_not_of_the_figures(tmp_path):
    figures = tmp_path / "cijfers.csv"
    figures.write_text("buurtcode;inwoners;jaar\nBU99990110;1000;2024\n", "utf-8")
    undated = geojson(tmp_path, feature({"buurtcode": "BU99990110", "buurtnaam": "Linde-hof"}))
    (area,) = of_kind(read_areas(undated, figures=[figures]), "neighbourhood")
    assert (area.inhabitants, area.year) == (1000, None)
    dated = geojson(tmp_path, feature({"buurtcode": "BU99990110", "buurtnaam": "Linde-hof", "jaar": 2021}))
    (area,) = of_kind(read_areas(dated, figures=[figures]), "neighbourhood")
    assert (area.inhabitants, area.year) == (1000, 2021)


def test_figures_for_an_unknown_area_are_said(tmp_path):
    path = geojson(tmp_path, feature(SNAKE))
    figures = tmp_path / "cijfers.csv"
    figures.write_text("buurtcode;aantal_inwoners\nBU88880101;5\n", "utf-8")
    assert any("BU88880101" in note for note in read_areas(path, figures=[figures]).notes)


def test_the_same_file_twice_changes_nothing_and_a_file_without_figures_wipes_none(tmp_path):
    plan = make_plan(read_areas(geojson(tmp_path, feature(SNAKE))), {})
    stored = {(entity.kind, entity.id): entity for entity in plan.to_save}
    assert make_plan(read_areas(geojson(tmp_path, feature(SNAKE))), stored).to_save == ()
    bare = {
        name: value for name, value in SNAKE.items() if not name.startswith(("aantal", "percentage", "sted"))
    }
    assert make_plan(read_areas(geojson(tmp_path, feature(bare))), stored).to_save == ()


def test_a_file_without_areas_or_without_existence_says_so(tmp_path):
    with pytest.raises(ImportRejected, match="geen buurten"):
        read_areas(geojson(tmp_path))
    with pytest.raises(NotFound):
        read_areas(tmp_path / "niets.geojson")


def test_a_geopackage_in_rd_metres_is_read(tmp_path):
    rd = shapely.transform(square(), array_to_metres)
    path = geopackage(tmp_path / "buurten.gpkg", [("BU99990101", "Lindehof", -99997, rd)])
    (area,) = of_kind(read_areas(path), "neighbourhood")
    assert (area.id, area.inhabitants) == ("BU99990101", None)
    assert from_wkt(area.boundary).symmetric_difference(square()).area < 1e-8


@needs_real_data
def test_the_78_neighbourhoods_of_zwolle_load_with_their_inhabitants():
    figures = [REAL / "zwolle_buurten" / "demographics_buurt_combined.csv"]
    reading = read_areas(REAL / "cbs_buurten" / "GM0193_zwolle.geojson", figures=figures)
    neighbourhoods = of_kind(reading, "neighbourhood")
    assert len(neighbourhoods) == 78
    assert all(area.inhabitants is not None for area in neighbourhoods)
    (municipality,) = of_kind(reading, "municipality")
    assert (municipality.id, municipality.name) == ("GM0193", "Zwolle")
    assert 120_000 < municipality.inhabitants < 140_000
    book = AreaBook(row.entity for row in reading.rows)
    assert all(book.locate(area.centre) == area.id for area in neighbourhoods)
    assert make_plan(reading, {row.key: row.entity for row in reading.rows}).to_save == ()


@needs_real_data
def test_the_municipal_numbers_of_zwolle_fit_all_its_neighbourhoods():
    rows = read_figures(REAL / "zwolle_buurten" / "demographics_buurt_2024_mapped.geojson")
    assert len(rows) == 77  # one neighbourhood has no figures in this file
    reading = read_areas(
        REAL / "cbs_buurten" / "GM0193_zwolle.geojson",
        figures=[REAL / "zwolle_buurten" / "demographics_buurt_2024_mapped.geojson"],
    )
    assert "Inwoners bekend voor 77 van 78 buurten." in reading.notes


@needs_real_data
@pytest.mark.parametrize(
    ("town", "count"), [("GM0344_utrecht", 111), ("GM0150_deventer", 68), ("GM0202_arnhem", 83)]
)
def test_other_towns_load_without_a_refused_row(town, count):
    reading = read_areas(REAL / "cbs_buurten" / f"{town}.geojson")
    assert (len(of_kind(reading, "neighbourhood")), reading.rejected) == (count, ())
