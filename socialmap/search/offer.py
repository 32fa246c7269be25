"""An initiative as matching needs it: its place resolved and its thresholds derived."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from socialmap.geo.footways import NOWHERE
from socialmap.model.freshness import maybe_stopped
from socialmap.model.provision import Access, Initiative, OfferStatus, Rhythm
from socialmap.model.quadrants import Side, position, strict_sides
from socialmap.model.values import (
    AreaId,
    BarrierId,
    DayPart,
    FacilityId,
    InitiativeId,
    LanguageCode,
    ThemeId,
    Tri,
)
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.places import Place

FREE = BarrierId("gratis")
SMALL_GROUP = BarrierId("kleine_groep")
LITTLE_LANGUAGE = BarrierId("weinig_taal_nodig")
WHEELCHAIR = BarrierId("rolstoel_toegankelijk")
PICK_UP = BarrierId("haal_en_breng")
PEER_GROUP_TYPE = "lotgenotengroep"
SMALL_GROUP_SIZE = 8
DUTCH = LanguageCode("nl")
YES, NO, UNKNOWN = Tri
"""By these names, because Python takes long to look up a member of an enumeration."""
_ONE_GROUP = {"vrouw": "vrouw", "vrouwen": "vrouw", "man": "man", "mannen": "man"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What matching reads.

    Not ``exact``: ``x_m`` and ``y_m`` are the middle of the area, more is not known. ``barriers`` holds
    known answers only; ``peer_themes`` is empty for a group that is not for people who go through the
    same. ``only_for`` is "", "vrouw", "man" or another word. ``last_day`` is the last of one-time dates,
    ``None`` when there is any other moment. What is ``maybe_stopped`` counts as never checked. ``node`` and
    ``aside_mm``: where it joins the streets of the index that it came out of.
    """

    id: InitiativeId
    name: str
    themes: tuple[ThemeId, ...]
    x_m: float | None = None
    y_m: float | None = None
    exact: bool = True
    area_id: AreaId | None = None
    facility_id: FacilityId | None = None
    status: OfferStatus = OfferStatus.ACTIVE
    access: Access = Access.FREE
    no_places_left: bool = False
    waiting_list: bool = False
    age_min: int | None = None
    age_max: int | None = None
    only_for: str = ""
    languages: tuple[LanguageCode, ...] = (DUTCH,)
    moments: tuple[DayPart, ...] = ()
    last_day: date | None = None
    barriers: Mapping[BarrierId, Tri] = field(default_factory=dict)
    home_visit: bool = False
    online: bool = False
    cost_eur: float | None = None
    peer_themes: tuple[ThemeId, ...] = ()
    checked_on: date | None = None
    maybe_stopped: bool = False
    sides: frozenset[Side] | None = None
    node: int = NOWHERE
    aside_mm: int = 0

    def answer(self, barrier: BarrierId) -> Tri:
        return self.barriers.get(barrier, UNKNOWN)

    @property
    def picks_up(self) -> bool:
        return self.answer(PICK_UP) is YES

    @property
    def comes_to_people(self) -> bool:
        """Distance does not cost points: people are picked up, visited, or take part online."""
        return self.picks_up or self.home_visit or self.online

    def runs_on(self, today: date) -> bool:
        """Active, and not only on days that have passed."""
        return self.status is OfferStatus.ACTIVE and (self.last_day is None or self.last_day >= today)


def offer_of(initiative: Initiative, place: Place, vocabulary: Vocabulary) -> Offer:
    """The offer of an initiative at a place.

    Themes that do not exist or are acute are left out: nothing is ever matched on those (decision D6).
    """
    stopped = maybe_stopped(initiative)
    return Offer(
        id=initiative.id,
        name=initiative.name,
        themes=_matched_themes(initiative, vocabulary),
        x_m=place.x_m,
        y_m=place.y_m,
        exact=place.exact,
        area_id=place.area_id,
        facility_id=place.facility_id,
        status=initiative.status,
        access=initiative.access,
        no_places_left=initiative.places_free == 0 and not initiative.places_unlimited,
        waiting_list=initiative.waiting_list is YES,
        age_min=initiative.age_min,
        age_max=initiative.age_max,
        only_for=_ONE_GROUP.get(initiative.only_for.strip().lower(), initiative.only_for.strip()),
        languages=initiative.languages or (DUTCH,),
        moments=tuple(dict.fromkeys(session.slot for session in initiative.sessions)),
        last_day=_last_day(initiative),
        barriers=derived_barriers(initiative, place.wheelchair, vocabulary),
        home_visit=initiative.home_visit is YES,
        online=initiative.online is YES,
        cost_eur=initiative.cost_eur,
        peer_themes=peer_themes_of(initiative, vocabulary),
        checked_on=None if stopped else initiative.checked_on,
        maybe_stopped=stopped,
        sides=strict_sides(*position(initiative.quadrant)) if initiative.quadrant else None,
    )


def peer_themes_of(initiative: Initiative, vocabulary: Vocabulary) -> tuple[ThemeId, ...]:
    """The themes of those who go through the same; empty for what is not a group of peers."""
    named = tuple(theme for theme in initiative.peer_themes if theme in vocabulary.themes)
    is_peer_group = initiative.activity_type == PEER_GROUP_TYPE
    return named or (_matched_themes(initiative, vocabulary) if is_peer_group else ())


def derived_barriers(
    initiative: Initiative, wheelchair_at_place: Tri, vocabulary: Vocabulary
) -> dict[BarrierId, Tri]:
    """What is known of the sixteen thresholds (domain.md 2.7).

    A recorded answer wins; else free follows from the cost, small from the number of participants, and
    access by wheelchair from the facility.
    """
    found: dict[BarrierId, Tri] = {}
    if initiative.cost_eur is not None:
        found[FREE] = _tri(initiative.cost_eur == 0)
    if initiative.max_participants is not None:
        found[SMALL_GROUP] = _tri(initiative.max_participants <= SMALL_GROUP_SIZE)
    if wheelchair_at_place is not UNKNOWN:
        found[WHEELCHAIR] = wheelchair_at_place
    found |= {barrier: answer for barrier, answer in initiative.barriers.items() if answer is not UNKNOWN}
    return {barrier: answer for barrier, answer in found.items() if barrier in vocabulary.barriers}


def _tri(holds: bool) -> Tri:
    return YES if holds else NO


def _matched_themes(initiative: Initiative, vocabulary: Vocabulary) -> tuple[ThemeId, ...]:
    themes = vocabulary.themes
    return tuple(theme for theme in initiative.themes if theme in themes and not themes[theme].acute)


def _last_day(initiative: Initiative) -> date | None:
    days = [session.on if session.rhythm is Rhythm.ONCE else None for session in initiative.sessions]
    dated = [day for day in days if day is not None]
    return max(dated) if dated and len(dated) == len(days) else None
