"""What a sentence says besides its theme: only what is said, and only to suggest."""

from __future__ import annotations

import pytest

from socialmap.ontology.thesaurus import load_vocabulary
from socialmap.search.words.hints import HintKind, hints_in

LANGUAGES = load_vocabulary().languages


def _said(text: str) -> set[tuple[str, str]]:
    return {(hint.kind.value, hint.value) for hint in hints_in(text, LANGUAGES)}


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("mevrouw is 78 jaar", HintKind.AGE, "78"),
        ("mijn moeder van 78 zit hele dagen alleen", HintKind.AGE, "78"),
        ("mevrouw is 78 jaar", HintKind.AGE_GROUP, "75+"),
        ("mijn zoon van 13 jaar", HintKind.AGE_GROUP, "12-17"),
        ("ze loopt slecht", HintKind.MOBILITY, "slecht_ter_been"),
        ("hij komt met zijn scootmobiel", HintKind.MOBILITY, "slecht_ter_been"),
        ("met een rollator", HintKind.WHEELCHAIR, "ja"),
        ("ze spreekt alleen Turks", HintKind.LANGUAGE, "tr"),
        ("spreekt weinig Nederlands", HintKind.THRESHOLD, "nederlands_lastig"),
        ("hij durft niet alleen", HintKind.THRESHOLD, "durft_niet_alleen"),
        ("het mag niets kosten", HintKind.THRESHOLD, "geen_geld"),
        ("drukte kan hij niet tegen, prikkelgevoelig", HintKind.THRESHOLD, "prikkelgevoelig"),
        ("ze wil graag met lotgenoten praten", HintKind.PEERS, "graag"),
        ("liever zonder lotgenoten", HintKind.PEERS, "liever_niet"),
        ("ik kan alleen overdag", HintKind.DAY_PART, "di-middag"),
        ("hij kan op donderdagmiddag, of donderdag middag", HintKind.DAY_PART, "do-middag"),
    ],
)
def test_a_hint_is_heard(text: str, kind: HintKind, value: str) -> None:
    assert (kind.value, value) in _said(text)


@pytest.mark.parametrize(
    "text",
    [
        "zit 's avonds alleen",
        "dat is 10 jaar geleden",
        "ik woon in een Turkse straat",
        "mijn nederlands is prima",
    ],
)
def test_what_is_not_said_is_not_suggested(text: str) -> None:
    assert _said(text) == set()


def test_every_value_is_one_of_the_lists() -> None:
    vocabulary = load_vocabulary()
    thresholds = set(vocabulary.thresholds)
    text = "durft niet alleen, gratis, kleine groep, vrijblijvend, moeite met lezen, anderstalig, rolstoel"
    said = {value for kind, value in _said(text) if kind == HintKind.THRESHOLD}
    assert len(said) >= 6
    assert said <= thresholds
