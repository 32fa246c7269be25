"""Klopt dit nog?: what waits for a check, what goes first (domain.md 4.K), a round along the streets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from socialmap.model.freshness import Checkable, days_since, unreached_since_check
from socialmap.model.provision import Facility, Initiative, Organisation

Offered = Initiative | Facility | Organisation

TERM_DAYS: Mapping[str, int] = {
    # Days, places and hosts of a group change within a season (domain.md 4.K).
    Initiative.kind: 180,
    # A building stays; its opening hours and its telephone change about once a year. Its rooms go with it.
    Facility.kind: 365,
    # An organisation changes its name or number rarely, and it is asked about each of its initiatives.
    Organisation.kind: 365,
}
"""By kind: so long after a check something is on the list again."""
TRY_AGAIN_DAYS = 7
"""So long after nobody was reached it is not asked again: a next try on another day says more."""
ROUND_SIZE = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class ToCheck:
    """Something that waits for a check; ``urgency`` as below, ``street`` how people there would call it."""

    kind: str
    id: str
    street: str
    urgency: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Stop:
    """A street of a round with what is to be checked there, the most urgent first."""

    street: str
    checks: tuple[ToCheck, ...]


def waits(record: Offered, today: date) -> bool:
    """Not checked for so long that it is on the list, and not tried in vain in the past days.

    Who does not want to be contacted is never on it.
    """
    age = days_since(record.checked_on, today)
    tried = unreached_since_check(record)
    rests = bool(tried) and (today - tried[-1]).days < TRY_AGAIN_DAYS
    return (age is None or age >= TERM_DAYS[record.kind]) and not rests and not left_alone(record)


def left_alone(record: Offered) -> bool:
    """They do not want to be phoned or visited by us."""
    return not isinstance(record, Facility) and record.do_not_contact


def urgency(record: Checkable, times_shown: int, today: date) -> tuple[float, float]:
    """Lower goes first: what was never checked, then (days since the check) × (1 + times shown)."""
    age, use = days_since(record.checked_on, today), 1 + times_shown
    return (-1.0, -float(use)) if age is None else (0.0, -float(age * use))


def a_round(waiting: Iterable[ToCheck], size: int = ROUND_SIZE) -> tuple[Stop, ...]:
    """The most urgent things, street by street: first the street with the most urgent of them.

    Equally urgent: by kind and id.
    """
    streets: dict[str, list[ToCheck]] = {}
    for each in sorted(waiting, key=lambda each: (each.urgency, each.kind, each.id))[:size]:
        streets.setdefault(each.street, []).append(each)
    return tuple(Stop(street, tuple(checks)) for street, checks in streets.items())
