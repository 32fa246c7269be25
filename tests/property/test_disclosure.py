"""What a table of people may never tell, whatever is in it (domain.md 4.H)."""

import re
from itertools import product

from hypothesis import example, given, settings
from hypothesis import strategies as st

from socialmap.privacy.disclosure import FLOOR, HIGHEST_FLOOR, number_words, protect

FEW = settings(max_examples=150, deadline=None)
COUNTS = st.lists(st.one_of(st.integers(0, 9), st.integers(0, 400)), max_size=7)
FLOORS = st.integers(FLOOR, HIGHEST_FLOOR)
SMALL_TABLES = st.tuples(
    st.lists(st.integers(0, 6), min_size=1, max_size=3), st.lists(st.integers(5, 12), max_size=2)
).flatmap(lambda parts: st.permutations(parts[0] + parts[1]))


def table(counts):
    return [(f"buurt {place}", count) for place, count in enumerate(counts)]


@FEW
@given(COUNTS, FLOORS)
def test_a_number_below_the_floor_is_never_shown(counts, floor):
    shown = protect(table(counts), floor=floor)
    for text, count in zip(shown.cells, counts, strict=True):
        assert text in {f"<{floor}", "–"} or int(text) == count
        assert text in {f"<{floor}", "–", "0"} or int(text) >= floor
    assert re.fullmatch(r"\d+|ongeveer \d+", shown.total)
    assert any(shown.hidden) or int(shown.total) == sum(counts)


@FEW
@given(COUNTS, FLOORS)
def test_a_single_small_number_never_stands_alone_among_larger_ones(counts, floor):
    shown = protect(table(counts), floor=floor)
    smalls = [0 < count < floor for count in counts]
    large = sum(count >= floor for count in counts)
    assert sum(shown.hidden) == sum(smalls) + (sum(smalls) == 1 and large > 0)
    assert all(text == "0" for text, count in zip(shown.cells, counts, strict=True) if count == 0)


@FEW
@given(COUNTS, FLOORS)
def test_the_total_is_never_more_than_three_beside_the_truth(counts, floor):
    told = int(protect(table(counts), floor=floor).total.removeprefix("ongeveer "))
    assert abs(told - sum(counts)) <= 3


@settings(max_examples=60, deadline=None)
@given(SMALL_TABLES)
@example([1, 1])
@example([4, 4, 10])
@example([1, 5, 6])
@example([1, 1, 1, 9])
@example([5, 4, 5])
def test_no_small_number_follows_from_the_rest_of_its_table_and_the_total(counts):
    """A reader who knows every rule tries every table that could have looked like this."""
    shown = protect(table(counts))
    highest = max([*counts, FLOOR]) + 8
    choices = [
        range(1, FLOOR) if text == "<5" else range(FLOOR, highest) if text == "–" else (int(text),)
        for text in shown.cells
    ]
    possible = [candidate for candidate in product(*choices) if protect(table(candidate)) == shown]
    assert tuple(counts) in possible
    for place, text in enumerate(shown.cells):
        if text == "<5":
            assert len({candidate[place] for candidate in possible}) > 1


@FEW
@given(COUNTS, FLOORS)
def test_a_sensitive_theme_shows_no_neighbourhood_at_all(counts, floor):
    shown = protect(table(counts), floor=floor, sensitive=True)
    assert set(shown.cells) <= {"–"}
    assert shown.total in {"0", f"<{floor}"} or int(shown.total.removeprefix("ongeveer ")) >= FLOOR


@FEW
@given(st.integers(0, 60), FLOORS)
def test_no_sentence_tells_a_number_below_the_floor(count, floor):
    digits = [int(found) for found in re.findall(r"\d+", number_words(count, floor=floor))]
    assert all(number >= floor for number in digits)
