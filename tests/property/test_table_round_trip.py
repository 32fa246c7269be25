"""What we write as CSV, Excel or GeoJSON and read again is the same, and spreadsheets work nothing out."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings

from socialmap.connectors.csv_out import csv_pieces
from socialmap.connectors.delimited import sheet_of
from socialmap.connectors.geojson import features_of
from socialmap.connectors.geojson_out import geojson_pieces
from socialmap.connectors.geojson_table import sheet_of_features
from socialmap.connectors.moments import part_of
from socialmap.connectors.parsed import Sheet
from socialmap.connectors.public_map import PublicMap
from socialmap.connectors.table import Known, table_from
from socialmap.connectors.table_out import harmless
from socialmap.connectors.workbook import sheets_of
from socialmap.connectors.xlsx_out import workbook_of, xlsx_bytes
from socialmap.geo.areas import AreaBook
from socialmap.model.provision import Initiative
from socialmap.model.values import DAY_PARTS, DayPart, OrganisationId
from tests.property.supplies import WORDS, towns
from tests.town import LINDEHOF

KNOWN = Known(WORDS, areas=AreaBook([LINDEHOF]))
FORMULAS = ("=1+1", "+31 38 555", "-2", "@som(a1)", "\t=1", "＝1", "'=al gequoot")


def csv_sheets(supply: PublicMap) -> list[Sheet]:
    return [sheet_of(b"".join(csv_pieces(supply)))]


def xlsx_sheets(supply: PublicMap) -> list[Sheet]:
    return sheets_of(xlsx_bytes(supply))


def geojson_sheets(supply: PublicMap) -> list[Sheet]:
    return [sheet_of_features(features_of(b"".join(geojson_pieces(supply))))]


def as_a_table_holds_it(thing):
    """Without what has no column, and with moments whose part of the day is that of their hour."""
    if not isinstance(thing, Initiative):
        return thing
    sessions = {
        replace(
            one,
            slot=DayPart.of(one.slot.day, part_of(one.starts)) if one.starts else one.slot,
            ends=one.ends if one.starts and one.ends and one.ends > one.starts else None,
        )
        for one in thing.sessions
    }
    in_order = sorted(sessions, key=lambda one: (DAY_PARTS.index(one.slot), str(one)))
    return replace(
        thing,
        room_id=None,
        address="" if thing.point is None else thing.address,
        sessions=tuple(in_order),
        quadrant=None,
        is_example=False,
        what_works="",
        what_hinders="",
        target_groups=thing.target_groups,
        places_free=None if thing.places_unlimited else thing.places_free,
    )


def supply_of(things) -> PublicMap:
    by_kind = {kind: {t.id: t for t in things if t.kind == kind} for kind in ("organisation", "facility")}
    offers = {t.id: t for t in things if t.kind == "initiative"}
    return PublicMap(by_kind["organisation"], by_kind["facility"], offers, WORDS)


def coherent(offer: Initiative) -> bool:
    """Tables refuse what the shapes of the ontology refuse as well."""
    wrong_dates = offer.started_on and offer.stopped_on and offer.stopped_on < offer.started_on
    for_nobody = offer.access == "doelgroep" and not (
        set(offer.target_groups) - {"iedereen"} or offer.only_for or offer.age_min or offer.age_max
    )
    return not wrong_dates and not for_nobody and offer.max_participants != 0


@pytest.mark.parametrize("sheets", [csv_sheets, xlsx_sheets, geojson_sheets])
@settings(deadline=None, max_examples=40)
@given(town=towns())
def test_a_table_brings_back_all_that_it_holds(sheets, town):
    things = [as_a_table_holds_it(thing) for thing in town.values() if thing.kind != "room"]
    if not coherent(town["i"]):
        return
    own = {(thing.kind, thing.id): "" for thing in things}
    reading = table_from(sheets(supply_of(things)), replace(KNOWN, own=own))
    assert reading.rejected == ()
    back = {row.key: row.entity for row in reading.rows}
    assert back == {(thing.kind, thing.id): thing for thing in things}


def test_what_another_source_knows_keeps_its_key():
    offer = Initiative(
        id="x", name="Koffie", themes=("samen-eten",), contact="bel", no_fixed_place=True, source="lijst",
        source_id="12",
    )  # fmt: skip
    (first,) = table_from(csv_sheets(supply_of([offer])), KNOWN).rows
    (again,) = table_from(csv_sheets(supply_of([first.entity])), KNOWN).rows
    assert again.entity == first.entity
    assert again.entity.source == "lijst"


def test_two_organisations_with_one_name_are_told_apart_by_their_number():
    from socialmap.model.provision import Organisation, OrganisationKind

    twins = [
        Organisation(id=OrganisationId(one), name="Stichting Samen", sort=OrganisationKind.FOUNDATION)
        for one in ("o1", "o2")
    ]
    offer = Initiative(
        id="i", name="Koffie", themes=("samen-eten",), contact="bel", no_fixed_place=True, run_by=("o2",)
    )
    own = {(thing.kind, thing.id): "" for thing in (*twins, offer)}
    reading = table_from(csv_sheets(supply_of([*twins, offer])), replace(KNOWN, own=own))
    assert {row.entity.id: row.entity for row in reading.rows}["i"].run_by == ("o2",)


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_no_cell_is_a_formula(text, form):
    offer = Initiative(id="i", name=text, themes=("samen-eten",), contact="bel", no_fixed_place=True)
    supply = supply_of([offer])
    (sheet, *_) = csv_sheets(supply) if form == "csv" else xlsx_sheets(supply)
    cells = [cell for line in sheet.lines for cell in line.cells if cell]
    assert harmless(text) in cells
    assert not any(cell.startswith(("=", "+", "-", "@", "\t", "＝")) for cell in cells)


def test_the_same_supply_gives_the_same_workbook():
    sheets = [("blad", ["naam"], [{"naam": "Koffie\x07"}])]
    assert workbook_of(sheets, ["Met dank aan iedereen."]) == workbook_of(sheets, ["Met dank aan iedereen."])
