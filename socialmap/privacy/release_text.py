"""A frozen release as one text and back: each person once, and numbers that point at them. Layer core."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from socialmap.model.values import AreaId, ThemeId
from socialmap.privacy.release_tables import Cell, FrozenCell, FrozenRelease, FrozenRow, Row, Table, Version


def to_text(frozen: FrozenRelease) -> str:
    """Compact JSON; equal releases give equal texts."""
    persons = sorted(_everybody(frozen))
    number = {person: place for place, person in enumerate(persons)}
    return json.dumps(
        {
            "monday": frozen.monday.isoformat(),
            "floor": frozen.floor,
            "persons": persons,
            "rows": [
                [*each.row, each.since.isoformat(), _numbers(each.persons, number)] for each in frozen.rows
            ],
            "cells": [
                [
                    *each.cell.row,
                    each.cell.group,
                    each.cell.theme,
                    [
                        [said.since.isoformat(), said.value, _numbers(said.members, number)]
                        for said in each.versions
                    ],
                ]
                for each in frozen.cells
            ],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def from_text(text: str) -> FrozenRelease:
    """The inverse of :func:`to_text`; ``ValueError`` for any other text."""
    try:
        return _read(json.loads(text))
    except (KeyError, TypeError, IndexError) as error:
        raise ValueError("not a frozen release") from error


def _read(read: Mapping[str, Any]) -> FrozenRelease:
    persons: list[str] = read["persons"]
    return FrozenRelease(
        monday=date.fromisoformat(read["monday"]),
        floor=read["floor"],
        rows=tuple(
            FrozenRow(_row(row), date.fromisoformat(since), _persons(numbers, persons))
            for *row, since, numbers in read["rows"]
        ),
        cells=tuple(
            FrozenCell(
                Cell(_row(row), ThemeId(group), ThemeId(theme)),
                tuple(
                    Version(date.fromisoformat(since), value, _persons(numbers, persons))
                    for since, value, numbers in versions
                ),
            )
            for *row, group, theme, versions in read["cells"]
        ),
    )


def _row(written: Sequence[str]) -> Row:
    table, district, neighbourhood, quarter = written
    return Row(Table(table), AreaId(district), AreaId(neighbourhood), quarter)


def _everybody(frozen: FrozenRelease) -> frozenset[str]:
    said = (version.members for each in frozen.cells for version in each.versions)
    return frozenset().union(*(each.persons for each in frozen.rows), *said)


def _numbers(persons: Iterable[str], number: Mapping[str, int]) -> list[int]:
    return sorted(number[person] for person in persons)


def _persons(numbers: Iterable[int], persons: Sequence[str]) -> frozenset[str]:
    return frozenset(persons[place] for place in numbers)
