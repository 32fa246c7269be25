"""Which fields anybody may propose to change, how their value reads as text, and how it is filled in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from socialmap.model.provision import Facility, Initiative, OfferStatus, Organisation
from socialmap.model.suggestion import REMARK

NAME, CONTACT, DESCRIPTION, COST, STATUS = "name", "contact", "description", "cost_eur", "status"
ADDRESS, PHONE, MAIL, WEBSITE, OPENING_HOURS = "address", "phone", "email", "website", "opening_hours"

FIELDS: Mapping[str, tuple[str, ...]] = {
    Initiative.kind: (NAME, CONTACT, DESCRIPTION, COST, STATUS, REMARK),
    Facility.kind: (NAME, ADDRESS, OPENING_HOURS, PHONE, WEBSITE, REMARK),
    Organisation.kind: (NAME, ADDRESS, PHONE, MAIL, WEBSITE, REMARK),
}
"""By kind, in the order of the form. Where and when something is asks for more than a text: a remark."""


def as_text(thing: Any, field: str) -> str:
    """What stands in a field now; empty for nothing, and for a remark.

    >>> as_text(Initiative(id="i", name="Koffie", themes=(), contact="", cost_eur=2.5), "cost_eur")
    '2.5'
    """
    value = getattr(thing, field, None)
    return f"{value:g}" if isinstance(value, float) else str(value or "")


def with_value(thing: Any, field: str, value: str, today: date) -> Any:
    """The thing with a proposed value filled in; ``ValueError`` for a value that the field cannot hold."""
    if field == COST:
        return replace(thing, cost_eur=float(value))
    if field == STATUS:
        return replace(thing, status=OfferStatus(value), stopped_on=today)
    return replace(thing, **{field: value})
