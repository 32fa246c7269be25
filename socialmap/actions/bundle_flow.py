"""How an idea goes from *idee* to *loopt*, and what has to be there first: never without the residents."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from socialmap.errors import Violation
from socialmap.model import wording_ideas as words
from socialmap.model.together import ActionKind, BundleProposal, BundleStatus
from socialmap.privacy.free_text import violations

NEXT: Mapping[BundleStatus, tuple[BundleStatus, ...]] = {
    BundleStatus.IDEA: (BundleStatus.DISCUSSED, BundleStatus.REJECTED),
    BundleStatus.DISCUSSED: (BundleStatus.STARTED, BundleStatus.REJECTED),
    BundleStatus.STARTED: (BundleStatus.RUNNING, BundleStatus.STOPPED, BundleStatus.DISCUSSED),
    BundleStatus.RUNNING: (BundleStatus.STOPPED,),
    BundleStatus.STOPPED: (BundleStatus.RUNNING,),
    BundleStatus.REJECTED: (BundleStatus.IDEA,),
}
NOT_BEGUN = frozenset({BundleStatus.IDEA, BundleStatus.DISCUSSED})
_WITH_RESIDENTS = frozenset({BundleStatus.DISCUSSED, BundleStatus.STARTED, BundleStatus.RUNNING})
_TEXTS = ("purpose", "residents_do", "professional_does", "talk_said", "rejected_because")
_LONGEST = 600


def in_the_way(
    bundle: BundleProposal, to: BundleStatus, today: date, action_sort: ActionKind | None = None
) -> Iterator[Violation]:
    """Why ``bundle``, as it would be kept, may not go ``to`` this status; nothing when it may."""
    found = list(_missing(bundle, to, today, action_sort))
    yield from found
    if not found and to not in NEXT[bundle.status]:
        yield Violation("status", words.NOT_NOW)


def _missing(
    bundle: BundleProposal, to: BundleStatus, today: date, action_sort: ActionKind | None
) -> Iterator[Violation]:
    if to in _WITH_RESIDENTS:
        if not bundle.talk_said:
            yield Violation("talk_said", words.ASK_FIRST)
        if bundle.talk_on is None:
            yield Violation("talk_on", words.CHOOSE_DAY)
        elif bundle.talk_on > today:
            yield Violation("talk_on", words.NOT_YET)
        if bundle.owner is None:
            yield Violation("owner", words.CHOOSE_OWNER)
        if not bundle.purpose:
            yield Violation("purpose", words.CHOOSE_PURPOSE)
    if to is BundleStatus.STARTED:
        if bundle.goal is None:
            yield Violation("goal", words.CHOOSE_GOAL)
        if action_sort is None:
            yield Violation("action_sort", words.CHOOSE_ACTION)
    if to is BundleStatus.REJECTED and not bundle.rejected_because:
        yield Violation("rejected_because", words.WHY_NOT)


def written(bundle: BundleProposal, before: BundleProposal | None = None) -> dict[str, str]:
    """The free texts of an idea, by field; beside ``before`` only those that were changed."""
    texts = {field: getattr(bundle, field) for field in _TEXTS}
    return {field: text for field, text in texts.items() if before is None or text != getattr(before, field)}


def about_persons(bundle: BundleProposal, before: BundleProposal | None = None) -> Iterator[Violation]:
    """What looks like a person in the texts that were changed; and texts that are too long."""
    for field, text in written(bundle, before).items():
        if len(text) > _LONGEST:
            yield Violation(field, words.TOO_LONG)
        yield from violations(field, text)
