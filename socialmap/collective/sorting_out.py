"""Which questions may be bundled at all, and one person counted once (domain.md 4.B step 1)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from socialmap.collective.bundling_inputs import OpenQuestion
from socialmap.collective.proposals import NotBundled
from socialmap.collective.rooms import in_week_order
from socialmap.model.people import Permission
from socialmap.model.values import NeedId, ThemeId
from socialmap.model.vocabulary import Collective, GroupForm, Theme
from socialmap.model.wording_bundling import NotBundledReason

CHORES = ThemeId("praktisch")
"""The leefgebied for which a service for odd jobs is proposed instead of somebody who comes along."""
_STRICTEST_FIRST = (Permission.NO, Permission.STILL_TO_ASK, Permission.YES)


@dataclass(frozen=True, slots=True)
class SortedOut:
    """``pool`` are the people who said yes, longest waiting first; ``still_to_ask`` those to be asked."""

    pool: tuple[OpenQuestion, ...] = ()
    still_to_ask: tuple[OpenQuestion, ...] = ()
    not_bundled: tuple[NotBundled, ...] = ()


def sort_out(theme: Theme, questions: Iterable[OpenQuestion]) -> SortedOut:
    """Step 1: the theme, its form, and what each person allowed."""
    waiting = sorted(questions, key=longest_waiting)
    reason = _reason_of_theme(theme)
    if reason is not None:
        chore = CHORES in (theme.id, theme.group)
        return SortedOut(not_bundled=tuple(NotBundled(each.id, reason, chore) for each in waiting))
    by_permission: dict[Permission, list[OpenQuestion]] = defaultdict(list)
    for question in one_per_person(waiting):
        by_permission[question.may_be_linked].append(question)
    return SortedOut(
        pool=tuple(by_permission[Permission.YES]),
        still_to_ask=tuple(by_permission[Permission.STILL_TO_ASK]),
        not_bundled=tuple(
            NotBundled(need, NotBundledReason.DOES_NOT_WANT)
            for question in by_permission[Permission.NO]
            for need in question.ids
        ),
    )


def longest_waiting(question: OpenQuestion) -> tuple[date, NeedId]:
    """The order in which questions are handled."""
    return question.reported_on, question.id


def one_per_person(waiting: Iterable[OpenQuestion]) -> list[OpenQuestion]:
    """The questions of a person as one: the longest waiting, with all day parts and languages together.

    Needs wheelchair access if one of them does. The strictest permission holds: whoever said no once, or
    has not been asked about one of them, is not linked through another.
    """
    of_person: dict[str, list[OpenQuestion]] = defaultdict(list)
    for question in waiting:
        of_person[question.person].append(question)
    return [found[0] if len(found) == 1 else _merged(found) for found in of_person.values()]


def _merged(found: list[OpenQuestion]) -> OpenQuestion:
    first, *others = found
    permissions = {question.may_be_linked for question in found}
    return replace(
        first,
        available=in_week_order(slot for question in found for slot in question.available),
        languages=tuple(dict.fromkeys(code for question in found for code in question.languages)),
        wheelchair=any(question.wheelchair for question in found),
        may_be_linked=next(each for each in _STRICTEST_FIRST if each in permissions),
        also=tuple(question.id for question in others),
        refused=frozenset().union(*(question.refused for question in found)),
        refused_offers=frozenset().union(*(question.refused_offers for question in found)),
    )


def _reason_of_theme(theme: Theme) -> NotBundledReason | None:
    if theme.acute or theme.collective is Collective.NO:
        return NotBundledReason.THEME
    return NotBundledReason.ONE_TO_ONE if theme.group_form is GroupForm.NONE else None
