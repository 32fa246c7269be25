"""What of a person may not stand in a proposal that anybody can send in: stricter than for a colleague."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from socialmap.errors import Violation
from socialmap.model.proposing import ADDRESS, CONTACT, MAIL, PHONE, WEBSITE
from socialmap.privacy.free_text import SENTENCES, SuspicionKind, has_mobile_number, suspicions, violations
from socialmap.privacy.offer_texts import PERSON_IN_CONTACT, in_contact

_PHONE = re.compile(r"[\d\s()+\-/.]{6,24}")
_MAIL = re.compile(r"[^\s@,;]{1,64}@[\w.-]{1,200}\.\w{2,20}")
_WEBSITE = re.compile(r"(https?://)?[\w-]+(\.[\w-]+)+(/[\w./?=&%#-]*)?")
_WRONG = {
    PHONE: "Schrijf alleen het telefoonnummer, zoals 038-555 01 01.",
    MAIL: "Dit is geen mailadres. Kijk of het klopt.",
    WEBSITE: "Schrijf het adres van de website, zoals www.buurthuis.nl.",
}
_BELONGS_IN_ADDRESS = {SuspicionKind.ADDRESS, SuspicionKind.POSTCODE}


def persons_in_proposal(field: str, value: str) -> tuple[Violation, ...]:
    """Why a value cannot be sent in: it may name a person, or is not what the field is for."""
    return _CHECKS.get(field, violations)(field, value)


def _shaped(pattern: re.Pattern[str]) -> Callable[[str, str], tuple[Violation, ...]]:
    """A field that holds nothing but a number, a mail address or a website has no room for a name."""
    return lambda field, value: () if pattern.fullmatch(value) else (Violation(field, _WRONG[field]),)


def _contact(field: str, value: str) -> tuple[Violation, ...]:
    """A mobile number is somebody's own, and nobody here knows whether she wants it to be known."""
    found = in_contact(value)
    refused = (*found.violations, *found.hints)
    if not refused and has_mobile_number(value):
        return (Violation(field, PERSON_IN_CONTACT),)
    return refused


def _address(field: str, value: str) -> tuple[Violation, ...]:
    kinds = {suspicion.kind for suspicion in suspicions(value)} - _BELONGS_IN_ADDRESS
    return tuple(Violation(field, SENTENCES[kind]) for kind in sorted(kinds))


_CHECKS: Mapping[str, Callable[[str, str], tuple[Violation, ...]]] = {
    PHONE: _shaped(_PHONE),
    MAIL: _shaped(_MAIL),
    WEBSITE: _shaped(_WEBSITE),
    CONTACT: _contact,
    ADDRESS: _address,
}
