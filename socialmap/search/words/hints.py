"""What a sentence says besides its theme: age, how somebody gets about, language, when, what makes it hard.

Only suggestions: a person confirms them one by one. Written by hand, far from complete; a hint that is missed
costs a tap, and one that is wrong costs none. What is denied (*geen rolstoel*) is not suggested.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from socialmap.model.normal_text import normalise
from socialmap.search.words.ages import WAYS_OF_LIFE, group_of, groups_said, years_said
from socialmap.search.words.hint_words import ALSO_SPOKEN, MOBILITIES, PEERS, THRESHOLDS, WHEELCHAIR
from socialmap.search.words.moments import moments_said


class HintKind(StrEnum):
    AGE = "leeftijd"
    AGE_GROUP = "leeftijdsgroep"
    MOBILITY = "mobiliteit"
    WHEELCHAIR = "rolstoel"
    LANGUAGE = "taal"
    DAY_PART = "dagdeel"
    THRESHOLD = "drempel"
    PEERS = "lotgenoten"


@dataclass(frozen=True, slots=True)
class Hint:
    """A value for a field of the question."""

    kind: HintKind
    value: str


_Row = tuple[HintKind, str, re.Pattern[str]]

_BREAK = re.compile(r"[;!?()\n…]|[.,](?!\d)|\s[-–—]\s")
_SIGNS = str.maketrans({"+": " plus ", "%": " procent ", "€": " euro "})
_BETWEEN = r"(?:(?!(?:niet|geen|nooit|zonder|wel|best)\b)\w+ ){0,2}"
_SMALL = r"(?:een|de|het|haar|zijn|mijn|met|in|op|aan|van|per|se|erg|heel|zo|echt|altijd|bang|meer|last)"
_DENIED_BEFORE = re.compile(
    rf"\b(?:(?:geen|zonder)(?: \w+)?(?: (?:of|en))?|(?:nooit|vroeger)(?: \w+)?|niet(?: {_SMALL})*) $"
)
_DOUBLY_DENIED = re.compile(r"\b(?:niet|nooit|nergens|amper|nauwelijks)\b[^,]* zonder(?: \w+)? $")
_DENIED_AFTER = re.compile(
    r"(?: (?:heb|heeft|hebben|gebruikt?|hoeft?|is|me|mij|zich|ik|ze|zij|hij|het|er|daar|nu|nog|ook"
    r"|zeker|eigenlijk)){0,4} (?:niet|nooit)(?: (?:meer|nodig|echt|per se|vaak|erg|voor|over))*"
    r"(?= ,| en | of |$)"
)
_SPEAKS = (
    r"(?:spreekt|spreek|spreken|praat|praten|verstaat|versta|begrijpt|moedertaal|taal is|taal|tolk|kent"
    r"|alleen|vooral|beter in het|(?<!les )(?<!lessen )(?<!cursus )in het)"
)
_SOMEBODY = (
    r"(?:(?!buur)\w*(?:vrouw|man|moeder|vader)|meneer|oma|opa|dame|heer|meisje|jongen|familie|gezin|mensen|ouders"
    r"|vluchteling\w*|statushouder\w*|vrouwen|mannen|moeders|tolk)"
)


def hints_in(text: str, languages: Mapping[str, str]) -> tuple[Hint, ...]:
    """Everything the text says about the person or the moment, each value once; empty if nothing.

    ``languages`` is code → Dutch name, as in the vocabulary.

    >>> [(hint.kind.value, hint.value) for hint in hints_in("ze is 78 jaar en loopt slecht", {})]
    [('leeftijd', '78'), ('leeftijdsgroep', '75+'), ('mobiliteit', 'slecht_ter_been')]
    """
    clauses = map(normalise, _BREAK.split(text.translate(_SIGNS)))
    return tuple(dict.fromkeys(_all(" , ".join(filter(None, clauses)), languages)))


def _all(plain: str, languages: Mapping[str, str]) -> Iterator[Hint]:
    years = years_said(plain)
    if years is not None:
        yield Hint(HintKind.AGE, str(years))
        yield Hint(HintKind.AGE_GROUP, str(group_of(years)))
    else:
        yield from (Hint(HintKind.AGE_GROUP, str(group)) for group in groups_said(plain))
        yield from _said(_LIVES, plain)
    yield from _said(_ABOUT_THE_PERSON, plain)
    yield from _said(_spoken(tuple(languages.items())), plain)
    yield from (Hint(HintKind.DAY_PART, str(slot)) for slot in moments_said(plain))
    yield from list(_said(_PEERS, plain))[:1]


def _said(rows: Iterable[_Row], plain: str) -> Iterator[Hint]:
    for kind, value, pattern in rows:
        if any(not _is_denied(plain, match) for match in pattern.finditer(plain)):
            yield Hint(kind, value)


def _is_denied(plain: str, match: re.Match[str]) -> bool:
    before = plain[: match.start()]
    if _DENIED_BEFORE.search(before) and not _DOUBLY_DENIED.search(before):
        return True
    return _DENIED_AFTER.match(plain, match.end()) is not None


def _row(kind: HintKind, value: str, phrases: Iterable[str]) -> _Row:
    return kind, str(value), re.compile(rf"\b(?:{'|'.join(phrases).replace('~', _BETWEEN)})\b")


@lru_cache(maxsize=4)
def _spoken(languages: tuple[tuple[str, str], ...]) -> tuple[_Row, ...]:
    """Each language as it is spoken, or as what somebody is; not as what is taught."""
    return tuple(
        _row(HintKind.LANGUAGE, code, _language("|".join((normalise(name), *ALSO_SPOKEN.get(code, ())))))
        for code, name in languages
        if code != "nl"
    )


def _language(name: str) -> tuple[str, ...]:
    return (
        rf"{_SPEAKS} (?:(?!(?:geen|niet|weinig|amper|nauwelijks|slecht)\b)\w+ ){{0,3}}(?:{name})",
        rf"(?:{name})(?: ?(?:spreken|sprekend|talig)e?| (?:spreekt|praat|praten))",
        rf"(?:{name})e? {_SOMEBODY}",
        rf"(?:(?:is|ben|een) (?:{name})e|(?:^|(?<=, ))(?:{name})e?)(?= ,|$)",
    )


_LIVES = tuple(_row(HintKind.AGE_GROUP, group, phrases) for group, phrases in WAYS_OF_LIFE.items())
_ABOUT_THE_PERSON = (
    *(_row(HintKind.MOBILITY, mobility, phrases) for mobility, phrases in MOBILITIES.items()),
    _row(HintKind.WHEELCHAIR, "ja", WHEELCHAIR),
    *(_row(HintKind.THRESHOLD, threshold, phrases) for threshold, phrases in THRESHOLDS.items()),
)
_PEERS = tuple(_row(HintKind.PEERS, wish, phrases) for wish, phrases in PEERS.items())
