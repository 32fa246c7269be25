"""Who could join a saved idea now: people who said yes and are in no idea that is being worked on."""

from __future__ import annotations

from dataclasses import dataclass, replace

from socialmap.actions.bundle_pool import BEING_WORKED_ON, size_now, venues_in
from socialmap.actions.bundling_run import run_of
from socialmap.actions.idea_lines import OwnMember, Sight
from socialmap.collective.bundling import bundle as bundle_questions
from socialmap.collective.bundling_inputs import Means
from socialmap.collective.gathering import SEATS_FOR_LEADS
from socialmap.collective.group_sizes import group_size
from socialmap.collective.rooms import Venue
from socialmap.model import wording_ideas as words
from socialmap.model.together import BundleKind, BundleProposal
from socialmap.model.values import NeedId


@dataclass(frozen=True, slots=True)
class Newcomers:
    """``sentence`` is empty when there is nobody, or when their number may not be told."""

    sentence: str
    own: tuple[OwnMember, ...] = ()
    any: bool = False


def newcomers_of(sight: Sight, bundle: BundleProposal, *, owner: bool) -> Newcomers:
    """Those who could join, as far as the viewer may know."""
    needs = new_needs(sight, bundle)
    count = len(sight.persons(needs))
    if not count:
        return Newcomers("")
    single = count == 1 and sight.exact(count, owner=owner)
    told = words.newcomers_sentence(sight.number(count, owner=owner), single)
    return Newcomers(told, sight.own(needs), True)


def new_needs(sight: Sight, bundle: BundleProposal) -> tuple[NeedId, ...]:
    """The questions of people who could come to where, when and in the language a saved idea says."""
    if bundle.status not in BEING_WORKED_ON:
        return ()
    run = run_of(sight.workspace)
    if bundle.sort is not BundleKind.NEW:
        return tuple(
            need
            for join in (run.found[bundle.theme].joins if bundle.theme in run.found else ())
            if join.initiative_id == bundle.initiative_id
            for need in (join.need, *join.also)
        )
    venue = _venue_of(sight, bundle)
    questions = run.pool.questions.get(bundle.theme, ())
    if venue is None or bundle.slot is None or not questions:
        return ()
    # As many places as are left, so that nobody is asked for whom there is no chair.
    left = replace(venue, free_at=(bundle.slot,), capacity=_room_left(sight, bundle, venue))
    if left.capacity <= SEATS_FOR_LEADS:
        return ()
    language = bundle.language
    fitting = (question for question in questions if language is None or language in question.languages)
    found = bundle_questions(
        bundle.theme, fitting, Means([left]), lambda _: (), sight.workspace.vocabulary, minimum=1
    )
    first = found.new[0] if found.new else None
    if first is None:
        return ()
    return tuple(need for member in first.members for need in (member.need, *member.also))


def _room_left(sight: Sight, bundle: BundleProposal, venue: Venue) -> int:
    """The capacity that is left in a room, and in a group of this form, for who is not in the idea yet."""
    theme = sight.workspace.vocabulary.themes[bundle.theme]
    size = group_size(theme.group_form, theme.collective)
    most = min(venue.capacity, size.maximum + SEATS_FOR_LEADS) if size else 0
    return max(most - size_now(sight.people, bundle), 0)


def _venue_of(sight: Sight, bundle: BundleProposal) -> Venue | None:
    """The room of an idea; without one the largest in its facility."""
    here = [venue for venue in venues_in(sight.pictures) if venue.id == bundle.facility_id]
    chosen = [venue for venue in here if venue.room_id == bundle.room_id]
    return max(chosen or here, key=lambda venue: (venue.capacity, venue.room_id or ""), default=None)
