"""Bundles open questions about one theme into proposals: existing first, then new (domain.md 4.B).

Step 1 is in ``sorting_out.py``, 2 and 3 in ``joining.py``, 4 in ``gathering.py``, 5 and 6 in ``leading.py``,
7 in ``proposal_score.py``; who does not fit and why in ``unplaced.py``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from socialmap.collective.bundling_inputs import Fits, Means, OpenQuestion
from socialmap.collective.gathering import Gathered, Gathering
from socialmap.collective.group_sizes import GROUP_SIZES, GroupSize, group_size
from socialmap.collective.joining import join_what_exists
from socialmap.collective.leading import LEADS_WANTED, Leading, PartnerFinder, find_leads, partner_types_for
from socialmap.collective.proposal_score import proposal_score
from socialmap.collective.proposals import Bundling, Member, NearestPartner, NewGroup, Spot, TooFew
from socialmap.collective.sorting_out import sort_out
from socialmap.collective.unplaced import all_misfits, could_come, near_misfits, nowhere
from socialmap.geo.footways import Footways
from socialmap.model.values import ThemeId, Tri
from socialmap.model.vocabulary import GroupForm, Vocabulary
from socialmap.model.wording_bundling import (
    ASK_ABOUT_COST,
    ASK_ABOUT_KITCHEN,
    HOST_IS_THERE,
    NO_KITCHEN,
    SAME_PERSON,
    SAME_ROOM,
    leads_wanted_sentence,
    partner_wanted_sentence,
)


def bundle(
    theme_id: ThemeId,
    questions: Iterable[OpenQuestion],
    means: Means,
    fits: Fits,
    vocabulary: Vocabulary,
    *,
    minimum: int | None = None,
    sizes: Mapping[GroupForm, GroupSize] = GROUP_SIZES,
) -> Bundling:
    """One run for one theme. Same input, same answer, in whatever order the input stands.

    ``fits`` is asked once for every person who may be linked, with merged day parts. ``minimum``: how many
    people a group needs, instead of what is usual for its form.
    """
    theme = vocabulary.themes[theme_id]
    sorted_out = sort_out(theme, questions)
    answer = Bundling(
        theme=theme_id,
        maybe_too=tuple(need for question in sorted_out.still_to_ask for need in question.ids),
        not_bundled=sorted_out.not_bundled,
    )
    size = group_size(theme.group_form, theme.collective, sizes, minimum)
    if size is None:
        return answer
    joined = join_what_exists(sorted_out.pool, fits, size.minimum)
    gathering = Gathering(joined.pool, means.rooms, size, means.footways)
    groups = list(gathering.groups())
    best = gathering.best_of_the_rest()
    misfits = nowhere(gathering)
    left = [question for n, question in enumerate(joined.pool) if gathering.waiting[n]]
    return replace(
        answer,
        joins=joined.joins,
        extensions=joined.extensions,
        new=_proposals(theme_id, groups, joined.pool, left, size, means, vocabulary),
        too_few=None
        if best is None
        else _too_few(best, joined.pool, left, sorted_out.still_to_ask, size, means.footways),
        no_place=misfits,
    )


def _proposals(
    theme: ThemeId,
    groups: Sequence[Gathered],
    pool: Sequence[OpenQuestion],
    left: Sequence[OpenQuestion],
    size: GroupSize,
    means: Means,
    vocabulary: Vocabulary,
) -> tuple[NewGroup, ...]:
    """The highest score first, then in the order in which they were found."""
    if not groups:
        return ()
    people = [frozenset(pool[n].person for n in group.people) for group in groups]
    leading = find_leads(groups, people, theme, means, vocabulary)
    partners = PartnerFinder(theme, means, vocabulary)
    kinds = tuple(each.label for each in partner_types_for(theme, vocabulary))
    twice = _needed_twice(groups, people, leading)
    eating = vocabulary.themes[theme].group_form is GroupForm.EATING
    found = []
    not_placed = near_misfits(left, groups, means.footways)
    for number, (group, misfits) in enumerate(zip(groups, not_placed, strict=True)):
        partner = partners.nearest(group)
        found.append(
            NewGroup(
                spot=_spot(group),
                members=_members(group, pool),
                mean_distance_m=_mean_m(group),
                leads=leading[number].leads,
                asked_too_much=leading[number].asked_too_much,
                partner=partner,
                score=proposal_score(
                    size,
                    [(pool[n].mobility, m) for n, m in zip(group.people, group.distances_m, strict=True)],
                    leads=len(leading[number].leads),
                    room_is_free=group.venue.cost_eur == 0,
                    has_partner=partner is not None,
                ),
                missing=(
                    *_missing(group, leading[number], eating=eating),
                    *twice[number],
                    *_missing_partner(partner, kinds),
                ),
                not_fitting=misfits.told,
                more_not_fitting=misfits.more,
            )
        )
    return tuple(sorted(found, key=lambda proposal: -proposal.score))


def _missing(group: Gathered, leading: Leading, *, eating: bool) -> list[str]:
    found = []
    if len(leading.leads) < LEADS_WANTED:
        found.append(leads_wanted_sentence(LEADS_WANTED - len(leading.leads)))
    if leading.host_waits:
        found.append(HOST_IS_THERE)
    if group.venue.cost_eur is None:
        found.append(ASK_ABOUT_COST)
    if eating and group.venue.kitchen is not Tri.YES:
        found.append(NO_KITCHEN if group.venue.kitchen is Tri.NO else ASK_ABOUT_KITCHEN)
    return found


def _missing_partner(partner: NearestPartner | None, kinds: tuple[str, ...]) -> list[str]:
    return [partner_wanted_sentence(kinds)] if partner is None and kinds else []


def _needed_twice(
    groups: Sequence[Gathered], people: Sequence[frozenset[str]], leading: Sequence[Leading]
) -> list[list[str]]:
    """What two ideas of this run want at the same moment; each is an idea of its own, so both are told."""
    rooms = Counter((group.venue.id, group.venue.room_id, group.slot) for group in groups)
    busy = Counter(
        (person, group.slot)
        for group, members, found in zip(groups, people, leading, strict=True)
        for person in members | {lead.person for lead in found.leads}
    )
    return [
        [
            *([SAME_ROOM] if rooms[group.venue.id, group.venue.room_id, group.slot] > 1 else ()),
            *([SAME_PERSON] if any(busy[lead.person, group.slot] > 1 for lead in found.leads) else ()),
        ]
        for group, found in zip(groups, leading, strict=True)
    ]


def _too_few(
    best: Gathered,
    pool: Sequence[OpenQuestion],
    left: Sequence[OpenQuestion],
    still_to_ask: Sequence[OpenQuestion],
    size: GroupSize,
    footways: Footways,
) -> TooFew:
    members = {pool[n].id for n in best.people}
    return TooFew(
        spot=_spot(best),
        members=_members(best, pool),
        still_needed=size.minimum - len(best.people),
        could_ask=could_come(still_to_ask, best, footways),
        not_fitting=all_misfits(
            [question for question in left if question.id not in members], best, footways
        ),
    )


def _members(group: Gathered, pool: Sequence[OpenQuestion]) -> tuple[Member, ...]:
    return tuple(
        Member(need=pool[n].id, person=pool[n].person, distance_m=distance_m, also=pool[n].also)
        for n, distance_m in zip(group.people, group.distances_m, strict=True)
    )


def _spot(group: Gathered) -> Spot:
    return Spot(
        venue=group.venue.id,
        venue_name=group.venue.name,
        room_id=group.venue.room_id,
        slot=group.slot,
        language=group.language,
    )


def _mean_m(group: Gathered) -> int:
    """Whole metres, half up."""
    return (2 * sum(group.distances_m) + len(group.people)) // (2 * len(group.people))
