"""Who and what is connected, and what is not, in English."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from socialmap.model.english.dutch import and_list, dutch_date
from socialmap.model.language import told
from socialmap.model.together import IntroductionOutcome
from socialmap.model.wording_connections import MOST_NAMES, NOTHING_YET, ONE_WHOLE

_KNOWN = {"initiative": "this group", "network": "this network", "organisation": "this organisation"}
_DECIDED = {
    IntroductionOutcome.KNOW_EACH_OTHER: "Written down: {name} and {other} know each other.",
    IntroductionOutcome.INVITED: "Good. You will introduce {name} and {other} to each other.",
    IntroductionOutcome.LET_BE: "Fine. We will not ask about {name} and {other} any more.",
}


def initiatives(count: int) -> str:
    return "1 initiative" if count == 1 else f"{count} initiatives"


def some_names(names: Sequence[str]) -> str:
    if len(names) <= MOST_NAMES:
        return and_list(tuple(names))
    return f"{', '.join(names[:MOST_NAMES])} and {len(names) - MOST_NAMES} more"


def introduce(name: str, other: str, distance_m: int) -> str:
    return f"{name} and {other} ({distance_m} m) – do these two know each other?"


def island(names: Sequence[str]) -> str:
    if len(names) == 1:
        return f"{names[0]} still stands alone."
    return f"{some_names(names)} belong together."


def islands(sizes: Sequence[int]) -> str:
    if not sizes:
        return told(NOTHING_YET)
    if len(sizes) == 1:
        return told(ONE_WHOLE)
    if sizes[0] == 1:
        return "No initiative is connected with another one yet."
    return f"{initiatives(sizes[0])} are connected. What you see below stands apart."


def new_link(name: str, other: str, joined: int, theme: str) -> str:
    both = f" Both are about {theme}." if theme else ""
    return f"Let {name} and {other} get to know each other. Then {initiatives(joined)} belong together.{both}"


def hinge(label: str, names: Sequence[str]) -> str:
    return f"Only through {label} {_are(names)} {some_names(names)} connected with the rest."


def bridge(label: str, other: str, names: Sequence[str]) -> str:
    return f"Only because of the tie between {label} and {other} {_are(names)} {some_names(names)} not apart."


def knows(name: str, kind: str, last_contact: date) -> str:
    return f"{name} knows {_KNOWN.get(kind, 'this')} (last contact {dutch_date(last_contact)})."


def decided(outcome: IntroductionOutcome, name: str, other: str) -> str:
    return _DECIDED[outcome].format(name=name, other=other)


def not_drawn(count: int) -> str:
    return f"There is {count} more connection." if count == 1 else f"There are {count} more connections."


def _are(names: Sequence[str]) -> str:
    return "is" if len(names) == 1 else "are"
