"""What somebody can choose from on the search and the add screens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from socialmap.actions.projections import Pictures
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.model.dutch import slot_name
from socialmap.model.language import told
from socialmap.model.people import Mobility, PeerWish
from socialmap.model.provision import Access, Facility, OrganisationKind
from socialmap.model.values import DAY_PARTS
from socialmap.model.vocabulary import Vocabulary
from socialmap.privacy.roles import Right, Viewer, permit

_MOBILITIES = {
    Mobility.POOR: "Slecht ter been",
    Mobility.WALKING: "Lopend",
    Mobility.CYCLING: "Met de fiets",
    Mobility.TRANSIT: "Met bus, tram of auto",
}
_PEER_WISHES = {
    PeerWish.NO_PREFERENCE: "Maakt niet uit",
    PeerWish.GLADLY: "Graag met lotgenoten",
    PeerWish.RATHER_NOT: "Liever niet met lotgenoten",
}
_ACCESS = {
    Access.FREE: "Gewoon binnenlopen",
    Access.SIGN_UP: "Aanmelden",
    Access.TARGET_GROUP: "Voor een bepaalde groep",
    Access.REFERRAL: "Met een verwijzing",
    Access.INDICATION: "Met een indicatie",
}


@dataclass(frozen=True, slots=True)
class ThemeGroup:
    """A leefgebied with its themes."""

    id: str
    label: str
    themes: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class SearchChoices:
    """Every list of the forms, in the order in which they are shown.

    ``acute_themes``: ids of the themes for which the safety card comes instead of a search.
    """

    areas: tuple[Choice, ...]
    groups: tuple[ThemeGroup, ...]
    acute_themes: frozenset[str]
    mobilities: tuple[Choice, ...]
    day_parts: tuple[Choice, ...]
    languages: tuple[Choice, ...]
    thresholds: tuple[Choice, ...]
    barriers: tuple[Choice, ...]
    peer_wishes: tuple[Choice, ...]
    activity_types: tuple[Choice, ...]
    target_groups: tuple[Choice, ...]
    facility_types: tuple[Choice, ...]
    organisation_kinds: tuple[Choice, ...]
    access: tuple[Choice, ...]
    facilities: tuple[Choice, ...]
    organisations: tuple[Choice, ...]


def search_choices(workspace: Workspace, viewer: Viewer) -> SearchChoices:
    """The lists for the viewer's forms; areas are the neighbourhoods by name."""
    permit(viewer, Right.SEE_OFFERS)
    words = workspace.vocabulary
    pictures = workspace.projections.current()
    groups = [theme for theme in words.themes.values() if theme.group is None]
    return SearchChoices(
        areas=_by_label((area.id, area.name) for area in pictures.areas.neighbourhoods),
        groups=tuple(
            ThemeGroup(
                group.id,
                group.called,
                choices((t.id, t.called) for t in words.themes.values() if t.group == group.id),
            )
            for group in groups
        ),
        acute_themes=words.acute_themes,
        mobilities=choices((m, told(label)) for m, label in _MOBILITIES.items()),
        day_parts=choices((slot, slot_name(slot)) for slot in DAY_PARTS),
        languages=choices((code, words.language_name(code)) for code in words.languages),
        thresholds=choices((b.threshold, b.asked) for b in words.barriers.values()),
        barriers=choices((b.id, b.called) for b in words.barriers.values()),
        peer_wishes=choices((w, told(label)) for w, label in _PEER_WISHES.items()),
        activity_types=choices((a.id, a.called) for a in words.activity_types.values()),
        target_groups=choices((t.id, t.called) for t in words.target_groups.values()),
        facility_types=choices((f.id, f.called) for f in words.facility_types.values()),
        organisation_kinds=choices((k, told(k.capitalize())) for k in OrganisationKind),
        access=choices((a, told(label)) for a, label in _ACCESS.items()),
        facilities=_by_label(_buildings(pictures, words)),
        organisations=_by_label((o.id, o.name) for o in pictures.organisations.values()),
    )


def known_languages(workspace: Workspace, viewer: Viewer) -> frozenset[str]:
    """The codes of the vocabulary, and those in which something is offered."""
    permit(viewer, Right.FIND_HELP)
    spoken = workspace.projections.current().offers.languages.values
    return frozenset(workspace.vocabulary.languages) | {code for codes in spoken for code in codes}


def _buildings(pictures: Pictures, words: Vocabulary) -> Iterator[tuple[str, str]]:
    """Places where something can be: by name, and by where they are when several have that name.

    A bench, a tree or a court that nobody named is none, unless something is there already.
    """
    wanted = [place for place in pictures.facilities.values() if _is_building(place, pictures, words)]
    names = Counter(place.name for place in wanted)
    for place in wanted:
        where = ""
        if names[place.name] > 1:
            area = pictures.areas.locate(place.point)
            where = place.address or (pictures.areas.by_id[area].name if area else "")
        yield place.id, f"{place.name} ({where})" if where else place.name


def _is_building(place: Facility, pictures: Pictures, words: Vocabulary) -> bool:
    kind = words.facility_types.get(place.type)
    is_nameless = kind is not None and place.name == kind.plain_name
    return (
        not is_nameless or (kind is not None and kind.may_have_rooms) or any(pictures.offers.ids_at(place.id))
    )


def _by_label(pairs: Iterable[tuple[str, str]]) -> tuple[Choice, ...]:
    return tuple(sorted(choices(pairs), key=lambda choice: (choice.label, choice.id)))
