"""The share of what people do together, quarter by quarter."""

from __future__ import annotations

from datetime import date

from socialmap.collective.trend import Lifetime, collective_share

TODAY = date(2026, 3, 2)


def lives(count, x, started=date(2020, 1, 1), stopped=None):
    return [Lifetime(started, stopped, x)] * count


def test_ten_of_forty_becomes_twelve_of_forty():
    stops, begins = date(2026, 1, 1), date(2026, 1, 15)
    initiatives = lives(10, 0.25) + lives(28, 0.24) + lives(2, -1, stopped=stops) + lives(2, 1, begins)
    before, now = collective_share(initiatives, TODAY, quarters=2)
    assert (before.year, before.quarter, before.on) == (2025, 4, date(2025, 12, 31))
    assert (before.collective, before.total, before.percent) == (10, 40, 25)
    assert (now.year, now.quarter, now.on) == (2026, 1, TODAY)
    assert (now.collective, now.total, now.percent) == (12, 40, 30)


def test_quarters_run_from_old_to_new_and_end_today():
    shares = collective_share(lives(1, 1), TODAY, quarters=5)
    assert [(share.year, share.quarter) for share in shares] == [
        (2025, 1), (2025, 2), (2025, 3), (2025, 4), (2026, 1),
    ]  # fmt: skip
    assert [share.on for share in shares[:2]] == [date(2025, 3, 31), date(2025, 6, 30)]


def test_quarters_before_the_first_initiative_are_left_out():
    (only,) = collective_share(lives(1, -1, date(2026, 2, 1)), TODAY)
    assert (only.collective, only.total, only.percent) == (0, 1, 0)


def test_what_stopped_no_longer_runs_on_the_day_it_stopped():
    life = Lifetime(date(2025, 1, 1), date(2025, 6, 30), 1)
    assert life.runs_on(date(2025, 6, 29))
    assert not life.runs_on(date(2025, 6, 30))
    assert not life.runs_on(date(2024, 12, 31))


def test_without_initiatives_there_is_no_line():
    assert collective_share([], TODAY) == ()
