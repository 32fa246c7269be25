"""How many people make a good group, per form (domain.md 4.B; practice defaults)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from socialmap.model.vocabulary import Collective, GroupForm

PARTLY_MAXIMUM = 8
"""The largest group for a theme that lends itself to it only partly."""


@dataclass(frozen=True, slots=True)
class GroupSize:
    """Numbers of people: what is needed to start, from and to what it works best, and what it can hold."""

    minimum: int
    ideal_from: int
    ideal_to: int
    maximum: int


GROUP_SIZES: Mapping[GroupForm, GroupSize] = {
    GroupForm.TALKING: GroupSize(4, 6, 8, 10),
    GroupForm.COURSE: GroupSize(6, 8, 10, 12),
    GroupForm.EATING: GroupSize(6, 8, 12, 16),
    GroupForm.WALKING: GroupSize(4, 6, 12, 15),
    GroupForm.DOING: GroupSize(4, 6, 10, 12),
    GroupForm.LANGUAGE: GroupSize(4, 5, 8, 10),
    GroupForm.ACTION: GroupSize(3, 5, 10, 15),
    GroupForm.DROP_IN: GroupSize(4, 8, 15, 25),
}


def group_size(
    form: GroupForm,
    collective: Collective,
    sizes: Mapping[GroupForm, GroupSize] = GROUP_SIZES,
    minimum: int | None = None,
) -> GroupSize | None:
    """The size for a theme; ``None`` for what is not bundled. ``minimum``: instead of that of the form.

    >>> group_size(GroupForm.TALKING, Collective.PARTLY)
    GroupSize(minimum=4, ideal_from=6, ideal_to=8, maximum=8)
    """
    size = None if collective is Collective.NO else sizes.get(form)
    if size is None:
        return None
    if minimum is not None:
        size = replace(size, minimum=minimum)
    if collective is not Collective.PARTLY:
        return size
    return replace(
        size,
        ideal_to=min(size.ideal_to, PARTLY_MAXIMUM),
        maximum=min(size.maximum, PARTLY_MAXIMUM),
    )
