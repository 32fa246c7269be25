"""The marks: one for every leefgebied, readable and told apart without colour."""

from __future__ import annotations

from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.ui.marks import GROUP_MARKS, KIND_MARKS, UNKNOWN_MARK, mark_of
from socialmap.ui.text import TEXT


def luminance(colour: str) -> float:
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_leefgebied_has_a_mark_and_a_short_name() -> None:
    groups = {theme.id for theme in load_vocabulary().themes.values() if theme.group is None}
    assert set(GROUP_MARKS) == groups
    assert {group for group, _ in TEXT.map_page.short_themes} == groups


def test_white_drawings_are_readable_on_every_colour() -> None:
    for mark in [*GROUP_MARKS.values(), *KIND_MARKS.values(), UNKNOWN_MARK]:
        assert 1.05 / (luminance(mark.colour) + 0.05) >= 4.5


def test_marks_are_told_apart_without_colour() -> None:
    drawings = [mark.path for mark in GROUP_MARKS.values()]
    assert len(set(drawings)) == len(drawings)


def test_an_unknown_leefgebied_still_has_a_mark() -> None:
    assert mark_of("bestaat-niet") is UNKNOWN_MARK
