"""Somebody who keeps every weekly release learns no more about one person than by guessing blindly."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import timedelta

import pytest

from socialmap.errors import UserError
from socialmap.privacy import auditing_releases
from socialmap.privacy.auditing_releases import Leak, audit
from socialmap.privacy.disclosure import FLOOR
from socialmap.privacy.release_tables import (
    Counted,
    FrozenCell,
    FrozenRelease,
    FrozenRow,
    Version,
    count_persons,
)
from socialmap.privacy.releases import approved, as_released, next_release
from tests.property.generated_towns import FIRST_MONDAY, VOCABULARY, Town, build_town
from tests.property.release_attack import Score, attack, read

WEEKS = 60
ALLOWED_POINTS = 1.0
SMALL, MIDDLE = (40, 100), (120, 240)
TOWNS = (
    ("steep", SMALL, 0), ("steep", SMALL, 1), ("flat", SMALL, 3), ("flat", SMALL, 4), ("flat", SMALL, 5),
    ("steep", MIDDLE, 7), ("flat", MIDDLE, 8),
)  # fmt: skip

Making = Callable[[Counted, FrozenRelease | None, object], FrozenRelease]


def counted_weeks(town: Town, weeks: int) -> Iterator[tuple]:
    asked = town.asked()
    for week in range(weeks):
        monday = FIRST_MONDAY + timedelta(weeks=week)
        yield monday, count_persons(asked, town.districts, VOCABULARY, monday)


def releases_of(town: Town, make: Making, weeks: int = WEEKS) -> list[FrozenRelease]:
    made: list[FrozenRelease] = []
    for monday, counted in counted_weeks(town, weeks):
        made.append(make(counted, made[-1] if made else None, monday))
    return made


def live_counts(counted: Counted, previous: FrozenRelease | None, monday) -> FrozenRelease:
    """What a careless table does: every number from five up, exact, fresh every week."""
    before = previous.cell_map() if previous else {}
    rows, cells = {}, []
    for cell, members in counted.items():
        rows[cell.row] = rows.get(cell.row, frozenset()) | members
        value = len(members) if len(members) >= FLOOR else 0
        cells.append(FrozenCell(cell, (*before.get(cell, ()), Version(monday, value, members))))
    frozen = tuple(FrozenRow(row, monday, persons) for row, persons in rows.items())
    return FrozenRelease(monday, FLOOR, frozen, tuple(cells))


def attacked(make: Making, chosen: Sequence[tuple]) -> tuple[Score, Score]:
    groups, themes = Score(), Score()
    for kind, a_year, seed in chosen:
        town = build_town(seed, a_year, kind, weeks=WEEKS)
        released = [as_released(frozen) for frozen in releases_of(town, make)]
        attack(town, read(released, town), groups, themes)
    return groups, themes


def test_the_attack_does_no_better_than_a_blind_guess_and_one_point():
    groups, themes = attacked(next_release, TOWNS)
    assert groups.targets > 10_000
    assert groups.gain_points <= ALLOWED_POINTS, groups.best
    assert themes.gain_points <= ALLOWED_POINTS, themes.best


def test_the_same_attack_breaks_live_exact_counts():
    groups, _ = attacked(live_counts, TOWNS[2:4])
    assert groups.gain_points > 4 * ALLOWED_POINTS


def test_moving_single_cells_after_five_persons_is_not_enough(monkeypatch: pytest.MonkeyPatch):
    """The rule of the trust document to the letter, without large groups: the attack gets through."""
    monkeypatch.setattr(auditing_releases, "MOVING_GROUP", 1)
    monkeypatch.setattr(auditing_releases, "FIRST_GROUP", 1)
    groups, _ = attacked(next_release, TOWNS[2:5])
    assert groups.gain_points > ALLOWED_POINTS


def test_the_auditor_refuses_live_exact_counts():
    made = releases_of(build_town(1, SMALL, "steep", weeks=12), live_counts, 12)
    assert {finding.leak for finding in audit(made).found} >= {Leak.NUMBER, Leak.GROUP, Leak.DIFFERENCE}
    with pytest.raises(UserError, match="gaat niet naar buiten"):
        approved(made[-1], made[-2])


def test_the_auditor_passes_every_release_as_it_is_made():
    town = build_town(2, MIDDLE, "flat", weeks=40)
    made = releases_of(town, next_release, 40)
    for before, proposed in zip([None, *made], made, strict=False):
        assert approved(proposed, before) is proposed
    moved = Counter(row.since for row in made[-1].rows)
    assert len(moved) > 1
