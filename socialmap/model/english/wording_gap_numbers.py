"""What each number of a white spot, a share or a simulation means, in English."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from socialmap.model.english.dutch import dutch_date
from socialmap.model.language import told
from socialmap.model.quadrants import Quadrant
from socialmap.model.rounding import round_whole
from socialmap.model.wording_gap_numbers import COUNT_NOT_SHOWN, FEW_PEOPLE, SAME_WITHIN_PERCENT


def release_sentence(monday: date) -> str:
    return f"As it was on Monday {dutch_date(monday)}, in steps of five."


def unseen_sentence(places: int, label: str) -> str:
    if places:
        return told(COUNT_NOT_SHOWN)
    return f"There is nothing here for {_inside(label)}. Go and have a look. {told(COUNT_NOT_SHOWN)}"


def count_sentence(count: str) -> str:
    """
    >>> count_sentence("about 25")
    'About 25 people had a question.'
    """
    if count.startswith("<"):
        return told(FEW_PEOPLE)
    if count == "–":
        return "We do not show how many people had a question. Or another number could be worked out."
    if count == "0":
        return "Nobody had a question, as far as we know."
    return f"{count[:1].upper()}{count[1:]} people had a question."


def total_sentence(total: str) -> str:
    return f"Together: {total} people in the district."


def places_sentence(places: int, per_1000: str, per_1000_district: str, *, own_area: bool = False) -> str:
    whole = "the whole area" if own_area else "the whole district"
    if not places:
        return f"There are no places nearby. In {whole} there are {per_1000_district} per 1,000 inhabitants."
    there = "There is 1 place" if places == 1 else f"There are {places} places"
    return f"{there} per week nearby: {per_1000} per 1,000 inhabitants. In {whole} it is {per_1000_district}."


def ratio_sentence(ratio: str) -> str:
    return f"{ratio} times as many questions as expected with this number of inhabitants."


def shortfall_sentence(shortfall: str) -> str:
    return f"Shortage: {shortfall}. The higher this number, the larger the shortage."


def shares_sentence(shares: Iterable[tuple[Quadrant, int]], count: int) -> str:
    parts = ", ".join(f"{told(quadrant.dutch_name)} {percent}%" for quadrant, percent in shares)
    if not count:
        return ""
    return f"Of {count} {'initiative' if count == 1 else 'initiatives'}: {parts}."


def trend_sentence(first: tuple[str, int, int], last: tuple[str, int, int]) -> str:
    (was_named, was_part, was_whole), (named, part, whole) = first, last
    change = round_whole(100 * part / whole) - round_whole(100 * was_part / was_whole)
    if abs(change) <= SAME_WITHIN_PERCENT:
        how = "That stayed about the same."
    else:
        how = "That became more." if change > 0 else "That became less."
    return (
        f"In {was_named} {was_part} of the {was_whole} initiatives was together, "
        f"in {named} {part} of the {whole}. {how}"
    )


def quarter_name(year: int, quarter: int) -> str:
    return f"quarter {quarter} of {year}"


def emptied_sentence(area: str, label: str) -> str:
    return f"Then nothing is left nearby in {area} for {_inside(label)}."


def fewer_sentence(area: str, label: str, before: int, after: int) -> str:
    return f"{area}, {_inside(label)}: from {before} to {after} places per week."


def _inside(label: str) -> str:
    return f"{label[:1].lower()}{label[1:]}"
