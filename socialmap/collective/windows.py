"""How many different persons asked about a theme in a neighbourhood, now and in four windows before."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from socialmap.model.values import AreaId, ThemeId
from socialmap.model.vocabulary import Vocabulary

WINDOW_DAYS = 90
EARLIER_WINDOWS = 4
WINDOWS = 1 + EARLIER_WINDOWS


@dataclass(frozen=True, slots=True)
class WindowCounts:
    """Counts per window, this one first, then the four before it. Layer core.

    ``by_area``: different persons per theme and neighbourhood. ``by_district``: different persons per theme
    and district in this window. ``registrations``: all questions of a district, whatever the theme.
    """

    by_area: Mapping[tuple[ThemeId, AreaId], tuple[int, ...]] = field(repr=False)
    by_district: Mapping[tuple[ThemeId, AreaId], int] = field(repr=False)
    registrations: Mapping[AreaId, tuple[int, ...]]


def count_windows(
    asked: Iterable[tuple[str, ThemeId, AreaId, date]],
    today: date,
    districts: Mapping[AreaId, AreaId],
    vocabulary: Vocabulary,
    *,
    per_group: bool = False,
) -> WindowCounts:
    """Count questions (person, theme, neighbourhood, day reported) in windows of 90 days, today included.

    A person counts once per theme, place and window. Questions on acute or unknown themes stand out
    nowhere, but are registrations. ``per_group``: per *leefgebied* instead of per theme. ``districts``:
    neighbourhood → district; a question from elsewhere, or outside all five windows, is not counted.
    """
    counted_as = {
        theme: vocabulary.top_of(theme) if per_group else theme
        for theme, concept in vocabulary.themes.items()
        if not concept.acute
    }
    by_area: defaultdict[tuple[ThemeId, AreaId], list[int]] = defaultdict(_no_windows)
    by_district: Counter[tuple[ThemeId, AreaId]] = Counter()
    registrations: defaultdict[AreaId, list[int]] = defaultdict(_no_windows)
    counted_here = set[tuple[str, ThemeId, AreaId, int]]()
    counted_around = set[tuple[str, ThemeId, AreaId]]()
    last = today.toordinal()
    for person, theme, area_id, on in asked:
        district = districts.get(area_id)
        window = (last - on.toordinal()) // WINDOW_DAYS
        if district is None or not 0 <= window < WINDOWS:
            continue
        registrations[district][window] += 1
        name = counted_as.get(theme)
        if name is None:
            continue
        here, around = (person, name, area_id, window), (person, name, district)
        if here not in counted_here:
            counted_here.add(here)
            by_area[name, area_id][window] += 1
        if window == 0 and around not in counted_around:
            counted_around.add(around)
            by_district[name, district] += 1
    return WindowCounts(
        {key: tuple(windows) for key, windows in by_area.items()},
        by_district,
        {district: tuple(windows) for district, windows in registrations.items()},
    )


def _no_windows() -> list[int]:
    return [0] * WINDOWS
