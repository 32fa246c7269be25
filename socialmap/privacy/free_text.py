"""Finds what looks like a person in free text: names, numbers and addresses that do not belong there.

It warns and lets the writer correct (domain.md section 7, item 3). Nothing that it returns or raises holds
any of the text. Which texts are checked is up to the caller: the contact field of an initiative may hold
the telephone number of an organisation.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from socialmap.errors import Violation
from socialmap.privacy.person_names import name_spans


class SuspicionKind(StrEnum):
    NAME = "naam"
    PHONE = "telefoon"
    MAIL = "mail"
    POSTCODE = "postcode"
    ADDRESS = "adres"
    CITIZEN_NUMBER = "bsn"


@dataclass(frozen=True, slots=True)
class Suspicion:
    """What it looks like, and where: ``text[start:end]``."""

    kind: SuspicionKind
    start: int
    end: int


SENTENCES = {
    SuspicionKind.NAME: "Hier staat misschien een naam. Haal die weg.",
    SuspicionKind.PHONE: "Dit lijkt een telefoonnummer. Haal het weg.",
    SuspicionKind.MAIL: "Dit lijkt een mailadres. Haal het weg.",
    SuspicionKind.POSTCODE: "Dit lijkt een postcode met een huisnummer. Haal die weg.",
    SuspicionKind.ADDRESS: "Dit lijkt een adres. Haal het weg.",
    SuspicionKind.CITIZEN_NUMBER: "Dit lijkt een burgerservicenummer. Haal het weg.",
}

_MAIL = re.compile(r"[^\s@<>,;:()\"]{1,64}@[\w.-]{1,200}\.[^\W\d_]{2,20}")

_NUMBER = re.compile(r"(?<![\w+])(?:\+|\(?0)[\d\s().\-/–‑]{6,24}\d(?!\d)")
_DATE_FIRST = re.compile(r"\d{1,2}[\s.\-/–‑]\d{1,2}[\s.\-/–‑](?:19|20)\d\d(?!\d)")
_FREE_OR_PAID = ("0800", "0900", "0906", "0909")
"""Numbers of services, such as Veilig Thuis: never a person."""

_CITIZEN_NUMBER = re.compile(r"(?<!\d)\d(?:[ .\-]?\d){8}(?![ .\-]?\d)")

_HOUSE = r"[1-9]\d{0,4}(?:[A-Za-z]{1,2}(?![A-Za-z])|-\d{1,4})?(?!\d)"
_CODE = r"[1-9]\d{3}(?:\s[A-Z]{2}|[A-Za-z]{2})(?![A-Za-z])"
_POSTCODE = re.compile(rf"(?<!\d){_CODE}[\s,]{{1,3}}(?:nr\.?|nummer|huisnummer)?\s?{_HOUSE}(?![.:]\d)")
_POSTCODE_LAST = re.compile(rf"(?<![\d.:]){_HOUSE}[\s,]{{1,3}}[1-9]\d{{3}}\s?[A-Z]{{2}}(?![A-Za-z])")

_CERTAIN_ENDINGS = "straat|laan|gracht|plein|singel|kade|steeg|dreef"
_LIKELY_ENDINGS = (
    f"{_CERTAIN_ENDINGS}|str\\.?|ln|weg|pad|hof|dijk|park|plantsoen|markt|wal|baan|burg|brink|erf|oord|veld|akker"
    "|ring|boulevard|kamp|hoek|werf|haven|brug|poort|sluis|stede|land|bos|beek|berg|horst|donk"
)
_COUNTED = (
    r"uur|u\b|minuten|minuut|min\b|km|kilometer|meter|m\b|keer|x\b|euro|%|jaar|jarigen|dagen|weken|maanden|mensen"
    r"|personen|bewoners|kinderen|ouderen|vrouwen|mannen|jongeren|gezinnen|deelnemers|vrijwilligers|plekken|plaatsen"
    r"|stoelen|tafels|kramen|groepen|januari|februari|maart|april|mei\b|juni|juli|augustus|september|oktober"
    r"|november|december"
)
_AT_NUMBER = rf"[\s,]{{1,3}}(?:op )?(?:nr\.?|nummer|huisnummer)?\s?(?!\d+\s?(?:{_COUNTED})){_HOUSE}(?![.:]\d)"
_ADDRESS = re.compile(
    rf"\b(?:[^\W\d_]{{2,40}}(?:{_CERTAIN_ENDINGS})|(?-i:[A-ZÀ-Þ])[^\W\d_]{{1,40}}(?:{_LIKELY_ENDINGS}))"
    rf"{_AT_NUMBER}",
    re.IGNORECASE,
)
_HOUSE_NUMBER = re.compile(_AT_NUMBER, re.IGNORECASE)


def suspicions(text: str) -> tuple[Suspicion, ...]:
    """Everything in the text that looks like a person, in the order of the text and without overlap.

    Empty means that nothing stood out, not that the text is safe.

    >>> suspicions("Bel 06-12345678")
    (Suspicion(kind=<SuspicionKind.PHONE: 'telefoon'>, start=4, end=15),)
    """
    found = [Suspicion(kind, start, end) for kind, find in _FINDERS.items() for start, end in find(text)]
    found.sort(key=lambda suspicion: (suspicion.start, -suspicion.end))
    apart: list[Suspicion] = []
    for suspicion in found:
        if not apart or suspicion.start >= apart[-1].end:
            apart.append(suspicion)
        else:
            apart[-1] = replace(apart[-1], end=max(apart[-1].end, suspicion.end))
    return tuple(apart)


def end_of_address(text: str, end: int) -> int:
    """Where a street that ends at ``end`` ends with its house number; ``end`` itself where it has none."""
    number = _HOUSE_NUMBER.match(text, end)
    return number.end() if number else end


def violations(field: str, text: str) -> tuple[Violation, ...]:
    """One violation of the field for each kind of suspicion in its text; empty if nothing stood out."""
    kinds = dict.fromkeys(suspicion.kind for suspicion in suspicions(text))
    return tuple(Violation(field, SENTENCES[kind]) for kind in kinds)


def _spans(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(text))


def _mails(text: str) -> Iterator[tuple[int, int]]:
    return _spans(_MAIL, text)


def _phones(text: str) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end in _spans(_NUMBER, text) if _is_phone(text[start:end]))


def _is_phone(written: str) -> bool:
    digits = "".join(char for char in written.replace("(0)", "") if char.isdecimal())
    if written.startswith("+"):
        return 8 <= len(digits) <= 15
    if digits.startswith("00"):
        return 10 <= len(digits) <= 17
    if _DATE_FIRST.match(written) or digits.startswith(_FREE_OR_PAID):
        return False
    return len(digits) == 10


def has_mobile_number(text: str) -> bool:
    """Is there a Dutch mobile number (06, +31 6, 0031 6) in the text?"""
    return any(_is_mobile(text[start:end]) for start, end in _phones(text))


def _is_mobile(written: str) -> bool:
    digits = "".join(char for char in written.replace("(0)", "") if char.isdecimal())
    return digits.startswith(("06", "00316")) or (written.startswith("+") and digits.startswith("316"))


def _citizen_numbers(text: str) -> Iterator[tuple[int, int]]:
    return ((start, end) for start, end in _spans(_CITIZEN_NUMBER, text) if _passes_eleven(text[start:end]))


def _passes_eleven(written: str) -> bool:
    """The eleven test of the burgerservicenummer: weights 9 to 2 and -1, sum a multiple of 11."""
    digits = [int(char) for char in written if char.isdecimal()]
    weighed = sum(weight * digit for weight, digit in zip((9, 8, 7, 6, 5, 4, 3, 2, -1), digits, strict=True))
    return any(digits) and weighed % 11 == 0


def _postcodes(text: str) -> Iterator[tuple[int, int]]:
    yield from _spans(_POSTCODE, text)
    yield from _spans(_POSTCODE_LAST, text)


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    return _spans(_ADDRESS, text)


_FINDERS: dict[SuspicionKind, Callable[[str], Iterator[tuple[int, int]]]] = {
    SuspicionKind.NAME: name_spans,
    SuspicionKind.PHONE: _phones,
    SuspicionKind.MAIL: _mails,
    SuspicionKind.POSTCODE: _postcodes,
    SuspicionKind.ADDRESS: _addresses,
    SuspicionKind.CITIZEN_NUMBER: _citizen_numbers,
}
