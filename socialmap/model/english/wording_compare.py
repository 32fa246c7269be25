"""Two areas beside each other, in English. The sentences tell what differs, never which one is better."""

from __future__ import annotations

from fractions import Fraction

from socialmap.model.english.dutch import decimal
from socialmap.model.language import told
from socialmap.model.rounding import round_whole


def supply_difference(label: str, first: tuple[str, Fraction], second: tuple[str, Fraction]) -> str:
    (one, had), (other, has) = first, second
    if not had or not has:
        (empty, _), (full, places) = (first, second) if not had else (second, first)
        there = decimal(float(places), 1)
        return (
            f"{label}: nothing is nearby in {empty}, "
            f"in {full} there are {there} places per 1,000 inhabitants."
        )
    return (
        f"{label}: in {one} there are {decimal(float(had), 1)} places per 1,000 inhabitants, "
        f"in {other} {decimal(float(has), 1)}."
    )


def nearness_difference(label: str, first: tuple[str, int, int], second: tuple[str, int, int]) -> str:
    """
    >>> nearness_difference("GP", ("North", 0, 1), ("South", 2, 3))
    'GP: in North there is none nearby, in South there is in 2 of the 3 neighbourhoods.'
    """
    (one, near_one, all_one), (other, near_other, all_other) = first, second
    if not near_one:
        also = "" if all_other == 1 else f" in {near_other} of the {all_other} neighbourhoods"
        return f"{label}: in {one} there is none nearby, in {other} there is{also}."
    here = "one nearby" if all_one == 1 else f"one nearby in {near_one} of the {all_one} neighbourhoods"
    there = f"in {near_other} of the {all_other} neighbourhoods" if near_other else "there is not"
    return f"{label}: in {one} there is {here}, in {other} {there}."


def quadrant_difference(label: str, first: tuple[str, int], second: tuple[str, int]) -> str:
    return (
        f"{told(label)}: in {first[0]} that is {first[1]}% of the initiatives, in {second[0]} {second[1]}%."
    )


def checking_difference(first: tuple[str, Fraction], second: tuple[str, Fraction]) -> str:
    return (
        f"In {first[0]} {_percent(first[1])} of the initiatives was checked in the last six months, "
        f"in {second[0]} {_percent(second[1])}."
    )


def knowing_difference(first: tuple[str, Fraction], second: tuple[str, Fraction]) -> str:
    return (
        f"Of the thresholds we know {_percent(first[1])} in {first[0]}, "
        f"{_percent(second[1])} in {second[0]}. Go and ask."
    )


def threshold_counts(yes: int, no: int, unknown: int) -> str:
    return f"{yes} yes · {no} no · {unknown} unknown"


def of_neighbourhoods(near: int, total: int) -> str:
    if total == 1:
        return "yes" if near else "no"
    return f"{near} of the {total}"


def _percent(part: Fraction) -> str:
    return f"{round_whole(float(100 * part))}%"
