"""Hypothesis strategies for every entity: any values the types allow, text as people type it."""

from __future__ import annotations

import dataclasses
import typing
from datetime import date, time
from enum import Enum
from typing import Any

from hypothesis import strategies as st

from socialmap.model.registry import ENTITIES
from socialmap.model.values import BarrierId, Point, Tri
from socialmap.rdf.terms import NESTED, WKT_FIELDS
from socialmap.rdf.values import without_none

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n\t"), max_size=30)
IDS = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=12)
NUMBERS = st.floats(min_value=-1e6, max_value=1e6, allow_nan=False)
POINTS = st.builds(Point, st.floats(min_value=3.0, max_value=7.5), st.floats(min_value=50.5, max_value=53.7))
WKT = st.lists(POINTS, min_size=3, max_size=5).map(
    lambda corners: "POLYGON((" + ", ".join(f"{p.lon} {p.lat}" for p in (*corners, corners[0])) + "))"
)
TIMES = st.builds(time, st.integers(0, 23), st.sampled_from([0, 15, 30, 45]))
DATES = st.dates(date(1990, 1, 1), date(2040, 12, 31))

_PLAIN: dict[Any, st.SearchStrategy[Any]] = {
    str: TEXT,
    int: st.integers(-(10**6), 10**6),
    float: NUMBERS,
    bool: st.booleans(),
    date: DATES,
    time: TIMES,
    Point: POINTS,
}


def values(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type hint as the model writes them."""
    plain, optional = without_none(hint)
    if optional:
        return st.none() | values(plain)
    if typing.get_origin(plain) is tuple:
        return st.lists(values(typing.get_args(plain)[0]), max_size=4).map(tuple)
    if typing.get_origin(plain) is dict:
        return st.dictionaries(values(BarrierId), st.sampled_from([Tri.YES, Tri.NO]), max_size=4)
    if isinstance(plain, type) and issubclass(plain, Enum):
        return st.sampled_from(plain)
    if isinstance(plain, typing.NewType):
        return IDS
    return things(plain) if plain in NESTED else _PLAIN[plain]


def things(cls: type[Any]) -> st.SearchStrategy[Any]:
    """Any object of an entity class or nested value class."""
    hints = typing.get_type_hints(cls)
    kind = getattr(cls, "kind", "")
    parts = {
        f.name: IDS if f.name == "id" else WKT if (kind, f.name) in WKT_FIELDS else values(hints[f.name])
        for f in dataclasses.fields(cls)
    }
    return st.builds(cls, **parts)


def entities() -> st.SearchStrategy[Any]:
    """Any entity of any kind."""
    return st.sampled_from(ENTITIES).flatmap(things)
