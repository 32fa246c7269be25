"""The same table twice, shuffled, or in pieces: the same state, and nothing left to change."""

import csv
import io

from hypothesis import given, settings
from hypothesis import strategies as st

from socialmap.connectors.delimited import sheet_of
from socialmap.connectors.plan import make_plan
from socialmap.connectors.table import Known, table_from
from socialmap.ontology.thesaurus import load_vocabulary

KNOWN = Known(load_vocabulary())
HEADER = (
    "nummer",
    "soort",
    "naam",
    "thema",
    "contact",
    "plek",
    "type",
    "lon",
    "lat",
    "wanneer",
    "kosten",
    "gratis",
)
NAMES = st.text(
    st.characters(codec="utf-8", exclude_categories=("Cs", "Cc", "Cf", "Co", "Cn")), min_size=1, max_size=30
)
WORDS = st.sampled_from(["samen-eten", "eenzaamheid", "Samen eten", "onzin", ""])
MOMENTS = st.sampled_from(["", "di-middag", "ma t/m vr ochtend", "wo 14:00-16:00", "ooit"])
ROWS = st.tuples(
    st.sampled_from(["initiatief", "voorziening", "organisatie", ""]),
    NAMES,
    WORDS,
    st.sampled_from(["via het buurthuis", "038-1234567", ""]),
    st.sampled_from(["geen vaste plek", "ergens", ""]),
    st.sampled_from(["buurthuis", "welzijn", ""]),
    st.sampled_from(["6.1", "6,2", ""]),
    st.sampled_from(["52.5", "52,6", ""]),
    MOMENTS,
    st.sampled_from(["", "gratis", "€ 2,50", "veel"]),
    st.sampled_from(["", "ja", "nee", "x"]),
)
TABLES = st.lists(ROWS, max_size=8).map(lambda rows: [(str(n), *row) for n, row in enumerate(rows, start=1)])


def imported(rows, stored):
    """The stored state after reading and carrying out the plan, and how many entities it touched."""
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows([HEADER, *rows])
    reading = table_from([sheet_of(stream.getvalue().encode())], KNOWN)
    plan = make_plan(reading, stored)
    return stored | {(entity.kind, entity.id): entity for entity in plan.to_save}, len(plan.to_save)


@settings(max_examples=100, deadline=None)
@given(TABLES, st.randoms(use_true_random=False), st.integers(0, 8))
def test_twice_shuffled_and_split_give_the_same_state(rows, chance, cut):
    once, _ = imported(rows, {})
    twice, changes = imported(rows, once)
    assert (twice, changes) == (once, 0)
    shuffled = chance.sample(rows, len(rows))
    assert imported(shuffled, {})[0] == once
    pieces, _ = imported(shuffled[:cut], {})
    pieces, _ = imported(shuffled[cut:], pieces)
    assert pieces == once


@settings(max_examples=100, deadline=None)
@given(st.lists(st.lists(st.text(max_size=20), max_size=8), max_size=8))
def test_any_text_at_all_is_read_or_refused_with_a_sentence(rows):
    stream = io.StringIO()
    csv.writer(stream, delimiter=";").writerows([HEADER, *rows])
    content = stream.getvalue().encode("utf-8", "surrogatepass")
    if b"\x00" in content or b"\xed\xa0" in content:
        return
    reading = table_from([sheet_of(content)], KNOWN)
    assert all(refused.reason.endswith((".", "?", "!")) for refused in reading.rejected)
    assert all(row.entity.name for row in reading.rows)
