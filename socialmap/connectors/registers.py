"""Registers of addresses and postcodes: read from the files of their makers, kept as a file of our own.

They are no truth of ours that people change, so they lie beside the journal, not in it, and can be brought
in anew at any time.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import shapely

from socialmap.connectors.parsed import Feature, Parsed, Sheet
from socialmap.errors import OutsideError
from socialmap.geo.coordinates import point_at
from socialmap.geo.registers import PostcodeArea, RegisterBook, RegisteredAddress
from socialmap.geo.shapes import inner_point
from socialmap.model.normal_text import normalise
from socialmap.model.values import Point

POSTCODES_FILE = "postcodes.csv"
ADDRESSES_FILE = "adressen.csv"
_POSTCODE_COLUMNS = ("postcode", "lon", "lat", "plaats")
_ADDRESS_COLUMNS = ("straat", "huisnummer", "postcode", "plaats", "lon", "lat")
_GEONAMES_COLUMNS = 11
_POST_BOX = "postbus"

_STREET = ("straatnaam", "straat", "openbareruimtenaam", "openbareruimte", "street")
_NUMBER = ("huisnummer", "housenumber", "nummer")
_LETTER = ("huisletter",)
_ADDITION = ("toevoeging", "huisnummertoevoeging")
_POSTCODE = ("postcode", "postcode4", "pc4")
_PLACE = ("woonplaats", "woonplaatsnaam", "plaats")
_LON = ("lon", "longitude", "lng", "x")
_LAT = ("lat", "latitude", "y")


def postcodes_in(parsed: Parsed) -> list[PostcodeArea]:
    """The areas of four digits in a file: polygons of CBS, GeoNames without a header, or a table with one.

    Postcodes of post boxes are left out, because nobody lives there. Empty when it is another kind of file.
    """
    found = [one for feature in parsed.features if (one := _area_of(feature))]
    for sheet in parsed.sheets:
        found += _geonames(sheet) if _is_geonames(sheet) else _postcode_rows(sheet)
    return found


def addresses_in(parsed: Parsed) -> list[RegisteredAddress]:
    """The addresses in a file with a street, a house number and a point in every record (as BAG has them)."""
    found = [
        one
        for feature in parsed.features
        if (one := _address(_plain(feature.properties), _point_of(feature)))
    ]
    for record in (record for sheet in parsed.sheets for record in _records(sheet)):
        one = _address(record, _written_point(record))
        if one is not None:
            found.append(one)
    return found


def keep_registers(
    folder: Path, postcodes: Sequence[PostcodeArea] | None, addresses: Sequence[RegisteredAddress] | None
) -> None:
    """Write what was brought in to the data folder; ``None`` leaves what is there."""
    if postcodes is not None:
        rows = ((one.digits, one.point.lon, one.point.lat, one.place) for one in postcodes)
        _write(folder / POSTCODES_FILE, _POSTCODE_COLUMNS, rows)
    if addresses is not None:
        told = (
            (one.street, one.number, one.postcode, one.place, one.point.lon, one.point.lat)
            for one in addresses
        )
        _write(folder / ADDRESSES_FILE, _ADDRESS_COLUMNS, told)


def kept_registers(folder: Path) -> RegisterBook:
    """What :func:`keep_registers` wrote; an empty book when nothing was. Rows that broke are left out."""
    postcodes = []
    for row in _rows(folder / POSTCODES_FILE, len(_POSTCODE_COLUMNS)):
        with suppress(ValueError):
            postcodes.append(PostcodeArea(row[0], Point(float(row[1]), float(row[2])), row[3]))
    addresses = []
    for row in _rows(folder / ADDRESSES_FILE, len(_ADDRESS_COLUMNS)):
        with suppress(ValueError):
            point = Point(float(row[4]), float(row[5]))
            addresses.append(RegisteredAddress(row[0], row[1], point, row[2], row[3]))
    return RegisterBook(postcodes, addresses)


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";", lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    unfinished = path.with_name(path.name + ".deel")
    try:
        unfinished.write_text(text.getvalue(), encoding="utf-8")
        unfinished.replace(path)
    except OSError as error:
        raise OutsideError("Dit kon niet worden bewaard.", "Kijk of de schijf vol is.") from error


def _rows(path: Path, columns: int) -> Iterator[list[str]]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return
    with suppress(csv.Error):
        lines = csv.reader(io.StringIO(text), delimiter=";")
        next(lines, None)
        yield from (row for row in lines if len(row) == columns)


def _area_of(feature: Feature) -> PostcodeArea | None:
    columns = _plain(feature.properties)
    digits = _four_digits(_first(columns, _POSTCODE))
    if not digits or feature.problem or not feature.wkb:
        return None
    return PostcodeArea(digits, inner_point(shapely.from_wkb(feature.wkb)), _first(columns, _PLACE))


def _is_geonames(sheet: Sheet) -> bool:
    first = sheet.lines[0].cells if sheet.lines else []
    return len(first) >= _GEONAMES_COLUMNS - 1 and first[0] == "NL" and bool(_four_digits(first[1]))


def _geonames(sheet: Sheet) -> Iterator[PostcodeArea]:
    """Columns of GeoNames: country, postcode, place, six of regions, latitude, longitude."""
    for line in sheet.lines:
        if len(line.cells) >= _GEONAMES_COLUMNS and line.cells[0] == "NL" and _four_digits(line.cells[1]):
            point = _at(line.cells[10], line.cells[9])
            if point is not None:
                yield PostcodeArea(_four_digits(line.cells[1]), point, line.cells[2])


def _postcode_rows(sheet: Sheet) -> Iterator[PostcodeArea]:
    for record in _records(sheet):
        digits, point = _four_digits(_first(record, _POSTCODE)), _written_point(record)
        boxed = record.get("soort", "").casefold() == _POST_BOX
        if digits and point is not None and not boxed and not _first(record, _NUMBER):
            yield PostcodeArea(digits, point, _first(record, _PLACE))


def _address(columns: Mapping[str, str], point: Point | None) -> RegisteredAddress | None:
    street, number = _first(columns, _STREET), _first(columns, _NUMBER)
    if not street or not number[:1].isdecimal() or point is None:
        return None
    addition = _first(columns, _ADDITION)
    whole = number + _first(columns, _LETTER) + (f"-{addition}" if addition else "")
    postcode = _first(columns, ("postcode",)).replace(" ", "").upper()
    return RegisteredAddress(street, whole, point, postcode, _first(columns, _PLACE))


def _point_of(feature: Feature) -> Point | None:
    if not feature.wkb:
        return None
    shape = shapely.from_wkb(feature.wkb)
    return Point(float(shape.x), float(shape.y)) if shape.geom_type == "Point" else None


def _written_point(columns: Mapping[str, str]) -> Point | None:
    lon, lat = _first(columns, _LON), _first(columns, _LAT)
    return _at(lon, lat) if lon and lat else None


def _at(lon: str, lat: str) -> Point | None:
    try:
        return point_at(float(lon.replace(",", ".")), float(lat.replace(",", ".")))
    except ValueError:
        return None


def _records(sheet: Sheet) -> Iterator[Mapping[str, str]]:
    if sheet.lines:
        header, *lines = sheet.lines
        names = [_plain_name(name) for name in header.cells]
        for line in lines:
            yield dict(zip(names, line.cells, strict=False))


def _plain(columns: Mapping[str, str]) -> dict[str, str]:
    return {_plain_name(name): value for name, value in columns.items()}


def _plain_name(name: str) -> str:
    return normalise(name).replace(" ", "")


def _first(columns: Mapping[str, str], names: Sequence[str]) -> str:
    return next((columns[name] for name in names if columns.get(name)), "")


def _four_digits(text: str) -> str:
    return text if len(text) == 4 and text.isdecimal() and text[0] != "0" else ""
