"""Whatever people come and go: a release is made that the auditor passes, and it tells no small number."""

import re
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.privacy import auditing_releases
from socialmap.privacy.auditing_releases import audit
from socialmap.privacy.release_tables import Asked, count_persons
from socialmap.privacy.releases import as_released, next_release

VOCABULARY = load_vocabulary()
DISTRICTS = {"BU1": "WK1", "BU2": "WK1", "BU3": "WK1", "BU4": "WK2"}
MONDAY = date(2026, 3, 2)
THEMES = ("schulden", "rondkomen", "administratie", "slechte-woning")
BATCHES = st.lists(
    st.tuples(
        st.sampled_from(sorted(DISTRICTS)),
        st.sampled_from(THEMES),
        st.integers(1, 30),
        st.integers(-40, 3),
        st.sampled_from(("", "schulden", "administratie")),
    ),
    min_size=3,
    max_size=25,
)


def questions(batches) -> list[Asked]:
    """Groups of people who came in the same week to the same place, some with a second question."""
    found = []
    for number, (area, theme, size, week, second) in enumerate(batches):
        for n in range(size):
            on = MONDAY + timedelta(weeks=week, days=n % 7)
            found.append(Asked(f"P{number}-{n}", theme, area, on))
            if second and n % 3 == 0:
                found.append(Asked(f"P{number}-{n}", second, area, on))
    return found


@settings(max_examples=60, deadline=None)
@given(BATCHES, st.sampled_from((5, 7, 10)))
def test_every_release_passes_the_auditor_and_tells_no_small_number(batches, floor):
    asked = questions(batches)
    with pytest.MonkeyPatch.context() as patch:
        # Small groups, so that rows move every few weeks and the numbers touch each other more often.
        patch.setattr(auditing_releases, "FIRST_GROUP", 10)
        patch.setattr(auditing_releases, "MOVING_GROUP", 12)
        made = []
        for week in range(5):
            monday = MONDAY + timedelta(weeks=week)
            counted = count_persons(asked, DISTRICTS, VOCABULARY, monday)
            made.append(next_release(counted, made[-1] if made else None, monday, floor=floor))
        findings = audit(made)
    assert findings.ok, findings
    for release in made:
        for shown in as_released(release).cells.values():
            assert re.fullmatch(r"–|<\d+|ongeveer \d+", shown.text)
            assert shown.value is None or (shown.value >= floor and shown.value % 5 == 0)
