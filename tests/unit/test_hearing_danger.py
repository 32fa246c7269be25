"""What is made of three listeners and a rule: a judge, a sure rule, and the doubt that takes a rule back."""

from __future__ import annotations

import numpy as np
import pytest

from socialmap.search.words.learned import EncoderModel, Judge, Listened

JUDGE, DOUBT = Judge(np.array([1.0, 0.5, 0.5, 0.0], np.float32), 4.0), -2.0
NONE = np.zeros((1, 2), np.float32)


def tells(encoder: float, grams: float, rules: float, *, ruled: bool) -> bool:
    heard = Listened(NONE, NONE, NONE, np.array([[encoder, grams, rules]], np.float32))
    return bool(heard.tells_of_danger(JUDGE, DOUBT, np.array([ruled]))[0])


def test_a_sure_rule_is_enough_where_the_encoder_is_not_against_it() -> None:
    assert tells(-1.0, 0.0, 0.0, ruled=True)
    assert not tells(-1.0, 0.0, 0.0, ruled=False)


def test_a_sure_rule_is_not_enough_where_the_encoder_hears_the_contrary() -> None:
    assert not tells(-3.0, 0.0, 0.0, ruled=True)


def test_the_judge_hears_danger_without_a_sure_rule_and_in_spite_of_the_doubt() -> None:
    assert tells(5.0, 0.0, 0.0, ruled=False)
    assert tells(-3.0, 10.0, 8.0, ruled=False)


@pytest.mark.parametrize(("encoder", "asked"), [(5.0, True), (2.0, True), (0.5, False)])
def test_it_is_worth_asking_before_the_card_comes(encoder: float, *, asked: bool) -> None:
    heard = Listened(NONE, NONE, NONE, np.array([[encoder, 0.0, 0.0]], np.float32))
    assert bool(heard.may_tell_of_danger(JUDGE, 1.0)[0]) is asked


def test_each_kind_of_danger_is_heard_by_itself_against_all_that_is_none() -> None:
    """Two kinds of danger in opposite directions, between them one thing that only looks like danger."""
    danger = np.array([[4.0, -4.0, 0.0, 0.0], [0.0, 0.0, 4.0, 0.0], [0.0, 0.0, 0.0, 1.0]], np.float32)
    encoder = EncoderModel(np.zeros((3, 2), np.float32), danger)
    directions = np.array([[1.0, 0.0], [-1.0, 0.0], [0.0, 1.0], [0.7, 0.7]], np.float32)
    one, other, alike, both = encoder.scores(directions)[:, -1]
    assert one > 1
    assert other > 1
    assert alike < -1
    assert abs(both) < 1
