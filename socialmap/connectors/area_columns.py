"""The column names under which a figure of Statistics Netherlands (CBS) appears, and its missing codes.

Sources: PDOK OGC API (``aantal_inwoners``), WFS (``aantalInwoners``), shapefiles and older GeoPackages
(``AANT_INW``, ``BU_CODE``), OData (``AantalInwoners_5``), the yearly spreadsheet (``a_inw``), and the open
data of Zwolle (``inwoners_op_1_januari``). A name is compared in lower case, letters and digits only.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

NEIGHBOURHOOD_CODE = (
    "buurtcode",
    "bucode",
    "statcode",
    "gwbcode",
    "gwbcode10",
    "codering",
    "wijkenenbuurten",
)
DISTRICT_CODE = ("wijkcode", "wkcode")
MUNICIPALITY_CODE = ("gemeentecode", "gmcode")
ANY_CODE = ("statcode", "jaarstatcode", "gwbcode10", "gwbcode", "codering", "wijkenenbuurten", "regiocode")
NEIGHBOURHOOD_NAME = ("buurtnaam", "bunaam", "statnaam", "regio", "officiele", "omschr", "naam")
DISTRICT_NAME = ("wijknaam", "wknaam")
MUNICIPALITY_NAME = ("gemeentenaam", "gmnaam")
LOCAL_NUMBER = ("brtnr",)
WATER = ("water", "h2o")
CURRENT = ("iscurrent",)
YEAR = ("year", "jaar", "peiljaar")
URBANITY = ("sted", "stedelijkheid", "stedelijkheidadressenperkm2", "stemvs")
INHABITANTS = ("aantalinwoners", "aantinw", "ainw", "inwonersop1januari", "inwoners", "inwonertal")
HOUSEHOLDS = (
    "aantalhuishoudens",
    "aanthh",
    "aantalhh",
    "ahh",
    "huishoudenstotaal",
    "particulierehuishoudens",
    "huishoudens",
)
PERCENT_65_PLUS = ("percentagepersonen65jaarenouder", "p65eojr", "p65oo", "p65plus", "pct65plus")
COUNT_65_PLUS = ("k65jaarofouder", "a65oo", "inwonersindeleeftijdvan65jaarenouder", "aantal65plus")
PERCENT_ALONE = ("percentageeenpersoonshuishoudens", "peenphh", "p1phh", "pctalleenwonend", "p1pershh")
COUNT_ALONE = ("eenpersoonshuishoudens", "a1phh")

_MISSING_FROM = -90_000
"""CBS writes -99997 for secret, -99995 for not yet known, -99999999 on old maps."""
_YEAR_IN_NAME = re.compile(r"^(?:bu|wk|gm)_?((?:19|20)\d\d)$")
_LAST_NUMBER = re.compile(r"_\d{1,3}$")


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one record, by their plain names."""

    values: Mapping[str, str]
    year: int | None

    @classmethod
    def of(cls, properties: Mapping[str, str]) -> Columns:
        """Plain names for every column; ``BU_2014`` also becomes ``bucode`` and gives the year."""
        values: dict[str, str] = {}
        year = None
        for name, value in properties.items():
            dated = _YEAR_IN_NAME.match(name.casefold())
            if dated:
                year = int(dated.group(1))
                values.setdefault(name[:2].casefold() + "code", value)
            else:
                values.setdefault(_plain(_LAST_NUMBER.sub("", name)), value)
                values.setdefault(_plain(name), value)
        return cls(values, year)

    def text(self, names: tuple[str, ...]) -> str:
        """The first of these columns that holds something; "" when none does."""
        return next((found for name in names if (found := _present(self.values.get(name, "")))), "")

    def number(self, names: tuple[str, ...]) -> float | None:
        """The first of these columns that holds a figure; codes for *missing* count as nothing."""
        return next(
            (found for name in names if (found := figure(self.values.get(name, ""))) is not None), None
        )

    def has(self, names: tuple[str, ...]) -> bool:
        return any(name in self.values for name in names)


def figure(text: str) -> float | None:
    """A figure with a point or a comma; ``None`` for empty, ".", text and every missing code of CBS."""
    try:
        value = float(text.strip().replace(",", "."))
    except ValueError:
        return None
    return value if _MISSING_FROM < value < 1e9 else None


def _present(text: str) -> str:
    kept = text.strip()
    return "" if kept in {"", ".", "-"} or (figure(kept) is None and kept.startswith("-99")) else kept


def _plain(name: str) -> str:
    return "".join(char for char in name.casefold().replace("ë", "e") if char.isascii() and char.isalnum())
