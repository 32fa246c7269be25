"""The picture of where a team stands hides no mark behind another."""

import re

import pytest

from socialmap.ui.components.stand_plot import Mark, picture_of

SHAPE = re.compile(
    r'<circle cx="(?P<cx>[\d.]+)" cy="(?P<cy>[\d.]+)"'
    r'|<rect x="(?P<x>[\d.]+)" y="(?P<y>[\d.]+)" width="(?P<w>\d+)" height="34"'
)


def boxes(picture):
    """(left, top, right, bottom) of each mark, in the order in which they are drawn."""
    for found in SHAPE.finditer(picture):
        if found["cx"]:
            x, y = float(found["cx"]), float(found["cy"])
            yield x - 17, y - 17, x + 17, y + 17
        else:
            x, y = float(found["x"]), float(found["y"])
            yield x, y, x + int(found["w"]), y + 34


@pytest.mark.parametrize("height", [-1.0, -0.2, 0.0, 0.1, 1.0])
def test_four_marks_with_one_answer_stand_apart_and_within_the_picture(height):
    marks = [Mark(-0.1, height, sign, sign, square=sign == "team") for sign in ("ik", "ik", "team", "team")]
    drawn = list(boxes(picture_of(marks, [(0, 1), (2, 3)], "Waar staan we?")))
    assert len(drawn) == 4
    for place, (left, top, right, bottom) in enumerate(drawn):
        assert 0 <= left < right <= 600
        assert 34 <= top < bottom <= 566
        for other in drawn[:place]:
            assert right <= other[0] or other[2] <= left or bottom <= other[1] or other[3] <= top


def test_a_mark_that_is_alone_stands_on_its_answer():
    assert list(boxes(picture_of([Mark(0.5, -0.5, "ik", "Ik nu")], [], "Waar"))) == [(403, 403, 437, 437)]
