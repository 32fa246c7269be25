"""Who could lead a group, and which organisation to do it with (domain.md 4.B steps 5 and 6)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from socialmap.collective.bundling_inputs import LeadCandidate, Means, Partner
from socialmap.collective.gathering import Gathered
from socialmap.collective.proposals import FoundBy, Lead, NearestPartner
from socialmap.collective.reach import positions_mm, within_reach
from socialmap.geo.footways import Destinations
from socialmap.geo.walking import ON_FOOT
from socialmap.model.people import VolunteerRoleKind
from socialmap.model.provision import OrganisationKind
from socialmap.model.values import TalentId, TalentKindId, ThemeId
from socialmap.model.vocabulary import PartnerType, Vocabulary

LEADS_WANTED = 2
"""With one the group stops when that person is ill."""
MOST_LED = 2
"""Whoever leads so many initiatives is never asked for another."""
LIVED_EXPERIENCE = TalentKindId("ervaringsdeskundig")
KIND_OF_PARTNER = {
    "kerk-of-moskee": OrganisationKind.FAITH,
    "bibliotheek": OrganisationKind.LIBRARY,
    "winkel": OrganisationKind.SHOP,
    "vereniging": OrganisationKind.ASSOCIATION,
    "sportvereniging": OrganisationKind.ASSOCIATION,
    "bedrijf": OrganisationKind.COMPANY,
    "woningcorporatie": OrganisationKind.HOUSING,
    "wijkbeheer": OrganisationKind.MUNICIPALITY,
    "werk-en-inkomen": OrganisationKind.MUNICIPALITY,
    "bewonersgroep": OrganisationKind.RESIDENTS,
    "wijkagent": OrganisationKind.POLICE,
    "huisarts": OrganisationKind.PRIMARY_CARE,
    "ggz-inloop": OrganisationKind.MENTAL_HEALTH,
    "basisschool": OrganisationKind.SCHOOL,
    "school": OrganisationKind.SCHOOL,
    "taalhuis": OrganisationKind.LANGUAGE_HOUSE,
}
"""The kind of organisation behind a partner type of domain.md 2.9, for the types that have one."""


@dataclass(frozen=True, slots=True)
class Leading:
    """At most two to ask; ``asked_too_much`` lead enough already; ``host_waits``: there are only hosts."""

    leads: tuple[Lead, ...]
    asked_too_much: tuple[TalentId, ...]
    host_waits: bool


class _Able(NamedTuple):
    """Somebody who could lead this group, in the order of asking."""

    not_a_member: bool
    leads: int
    distance_m: int
    id: TalentId
    role: VolunteerRoleKind
    person: str


def role_of(candidate: LeadCandidate, theme: ThemeId, vocabulary: Vocabulary) -> VolunteerRoleKind | None:
    """The part somebody can take in a group about a theme (domain.md 2.4); lived experience is one's own."""
    kind = vocabulary.talents[candidate.talent]
    helps_with = candidate.experience_with if kind.id == LIVED_EXPERIENCE else kind.helps_with
    if theme in helps_with:
        return VolunteerRoleKind.CONTENT
    return VolunteerRoleKind.HOST if kind.hosts_groups else None


def find_leads(
    groups: Sequence[Gathered],
    members: Sequence[frozenset[str]],
    theme: ThemeId,
    means: Means,
    vocabulary: Vocabulary,
) -> list[Leading]:
    """The people to ask for each group; ``members`` are the people in each of them."""
    candidates = list(_with_a_role(theme, means, vocabulary))
    venues_mm = positions_mm([group.venue for group in groups])
    pairs = within_reach([candidate for candidate, _ in candidates], venues_mm, means.footways)
    near: dict[int, list[tuple[int, int]]] = defaultdict(list)
    for number, group, distance_m in zip(*(column.tolist() for column in pairs), strict=True):
        near[group].append((number, distance_m))
    found = []
    for number, group in enumerate(groups):
        able = [
            _Able(
                candidate.person not in members[number],
                candidate.leads,
                distance_m,
                candidate.id,
                role,
                candidate.person,
            )
            for (candidate, role), distance_m in ((candidates[who], m) for who, m in near[number])
            if group.slot in candidate.available and group.language in candidate.languages
        ]
        found.append(_leading(sorted(able)))
    return found


def _with_a_role(
    theme: ThemeId, means: Means, vocabulary: Vocabulary
) -> Iterator[tuple[LeadCandidate, VolunteerRoleKind]]:
    for kind, talent in vocabulary.talents.items():
        if theme in talent.helps_with or talent.hosts_groups or kind == LIVED_EXPERIENCE:
            for candidate in means.candidates_by_kind.get(kind, ()):
                role = role_of(candidate, theme, vocabulary)
                if role is not None:
                    yield candidate, role


def _leading(able: Sequence[_Able]) -> Leading:
    """The first must be able to do the content; without such a person nobody is proposed."""
    free = [each for each in able if each.leads < MOST_LED]
    first = next((each for each in free if each.role is VolunteerRoleKind.CONTENT), None)
    chosen = [] if first is None else [first]
    if first is not None:
        chosen += [each for each in free if each.person != first.person][: LEADS_WANTED - 1]
    return Leading(
        leads=tuple(
            Lead(
                talent=each.id,
                person=each.person,
                role=each.role,
                also_participant=not each.not_a_member,
                distance_m=each.distance_m,
                leads=each.leads,
            )
            for each in chosen
        ),
        asked_too_much=tuple(sorted(each.id for each in able if each.leads >= MOST_LED)),
        host_waits=first is None and bool(free),
    )


def partner_types_for(theme: ThemeId, vocabulary: Vocabulary) -> tuple[PartnerType, ...]:
    """The partner types to try for a theme's leefgebied, in order."""
    top = vocabulary.top_of(theme)
    fitting = (each for each in vocabulary.partner_types.values() if top in each.ranks)
    return tuple(sorted(fitting, key=lambda each: each.ranks[top]))


class PartnerFinder:
    """Finds the partner for a place: about the theme or its leefgebied, else of the first kind there is."""

    def __init__(self, theme: ThemeId, means: Means, vocabulary: Vocabulary) -> None:
        about = means.partners_by_theme
        themes = dict.fromkeys((theme, vocabulary.top_of(theme)))
        found = {partner.id: partner for each in themes for partner in about.get(each, ())}
        self._found_by = FoundBy.THEME
        self._partners = sorted(found.values(), key=lambda partner: partner.id)
        if not self._partners:
            self._found_by = FoundBy.KIND
            self._partners = _of_first_kind(partner_types_for(theme, vocabulary), means)
        self._places = Destinations(means.footways, positions_mm(self._partners))

    def nearest(self, group: Gathered) -> NearestPartner | None:
        """The nearest over streets, of equally near ones the first id."""
        if not self._partners:
            return None
        (venue_mm,) = positions_mm([group.venue])
        distances = self._places.from_start(venue_mm, ON_FOOT)
        best = int(distances.argmin())
        partner = self._partners[best]
        return NearestPartner(partner.id, partner.name, int(distances[best]), self._found_by)


def _of_first_kind(types: Iterable[PartnerType], means: Means) -> list[Partner]:
    for each in types:
        kind = KIND_OF_PARTNER.get(each.id)
        if kind is not None and means.partners_by_sort.get(kind):
            return means.partners_by_sort[kind]
    return []
