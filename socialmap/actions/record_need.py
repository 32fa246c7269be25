"""Write down a question of a resident in a minute: six things, no name; and say who has one like it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from typing import Any

from socialmap.actions.auditing import note_access
from socialmap.actions.holding import area_name, colleague, district_of, held_needs
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.geo.areas import AreaBook
from socialmap.model import wording_needs as words
from socialmap.model.area import Neighbourhood
from socialmap.model.given import given
from socialmap.model.people import (
    AgeGroup,
    AskedBy,
    Mobility,
    Need,
    NeedStatus,
    Origin,
    OwnNetwork,
    PeerWish,
    Permission,
    Resident,
)
from socialmap.model.values import (
    AreaId,
    DayPart,
    LanguageCode,
    NeedId,
    ProfessionalId,
    ResidentId,
    TalentKindId,
    ThemeId,
    ThresholdId,
    Tri,
)
from socialmap.model.vocabulary import Collective
from socialmap.privacy.disclosure import number_words
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid

FEW_INHABITANTS = 250
"""In a neighbourhood with fewer people than this, the district is written down instead."""
ALIKE = 0.6
"""From this similarity on, two questions are about the same."""
_FEWEST_DIGITS = 3
_ROOM = 10
"""So many times more pseudonyms than residents: one is quickly found and says nothing about the order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedDraft:
    """A question as it is being written down; ``None`` is not answered yet, except for ``resident_id``.

    No ``resident_id``: somebody new, from ``area_id``. Empty ``available`` means *weet niet*. ``words`` is
    what was typed to find the theme: listened to for danger and never kept, so it may hold anything.
    ``age_group`` and ``own_network`` are kept only with somebody new.
    """

    resident_id: ResidentId | None = None
    area_id: AreaId | None = None
    theme: ThemeId | None = None
    reported_on: date | None = None
    mobility: Mobility | None = None
    available: tuple[DayPart, ...] | None = None
    may_be_linked: Permission | None = None
    words: str = ""
    side_themes: tuple[ThemeId, ...] = ()
    languages: tuple[LanguageCode, ...] = (LanguageCode("nl"),)
    thresholds: tuple[ThresholdId, ...] = ()
    peer_wish: PeerWish = PeerWish.NO_PREFERENCE
    wheelchair: bool = False
    has_indication: Tri = Tri.UNKNOWN
    asked_by: AskedBy = AskedBy.SELF
    origin: Origin | None = None
    goes_well: tuple[TalentKindId, ...] = ()
    age_group: AgeGroup | None = None
    own_network: OwnNetwork = OwnNetwork.UNKNOWN


@dataclass(frozen=True, slots=True)
class Nudge:
    """*Kan dit samen met anderen?* ``alike``: is there anybody with a question like it?"""

    theme: ThemeId
    sentence: str
    alike: bool


@dataclass(frozen=True, slots=True)
class NeedRecorded:
    """``safety``: nothing was kept; show the safety card. ``instead`` says why another area was written."""

    safety: bool = False
    need_id: str = ""
    pseudonym: str = ""
    theme: str = ""
    area: str = ""
    instead: str = ""
    nudge: Nudge | None = None


def record_need(workspace: Workspace, viewer: Viewer, draft: NeedDraft) -> NeedRecorded:
    """Keep a question, and its resident when that is somebody new, in one save.

    ``InvalidInput`` names every field that is missing or holds what is in no list.
    """
    permit(viewer, Right.RECORD_NEEDS)
    if is_acute(workspace, draft):
        return NeedRecorded(safety=True)
    holder = colleague(viewer.name)
    areas = workspace.projections.current().areas
    known = workspace.projections.people().all(Resident)
    own = {need.resident_id for need in held_needs(workspace, viewer.name)}
    wrong = list(wrong_in(workspace, draft, own))
    if wrong:
        raise InvalidInput(wrong)
    resident = known[draft.resident_id] if draft.resident_id else _newcomer(workspace, draft, areas)
    need = _need(workspace, draft, resident, holder)
    require_valid(resident, need)
    nudge, counted = _nudge(workspace, need, resident, areas)
    note_access(
        workspace,
        viewer.actor,
        "vraag vastleggen",
        Need.kind,
        counted,
        purpose="tellen wie dezelfde vraag heeft",
    )
    begun = {(Resident.kind, str(resident.id)): 0} if draft.resident_id is None else {}
    workspace.catalogue.save(
        [need] if draft.resident_id else [resident, need],
        actor=viewer.actor,
        action="vraag vastgelegd",
        at=workspace.clock(),
        based_on=begun,
    )
    moved = draft.resident_id is None and resident.area_id != draft.area_id
    return NeedRecorded(
        need_id=need.id,
        pseudonym=resident.id,
        theme=workspace.vocabulary.themes[need.theme].called,
        area=area_name(areas, resident.area_id),
        instead=words.district_instead(area_name(areas, resident.area_id)) if moved else "",
        nudge=nudge,
    )


def is_acute(workspace: Workspace, draft: NeedDraft) -> bool:
    """Is any of the themes, or are the words, about safety? That comes before anything else."""
    themes = workspace.vocabulary.themes
    asked = (draft.theme, *draft.side_themes)
    if any(theme in themes and themes[theme].acute for theme in asked if theme):
        return True
    return workspace.words.find(draft.words).acute


def wrong_in(workspace: Workspace, draft: NeedDraft, own: Collection[ResidentId]) -> Iterator[Violation]:
    """What cannot be kept, by field; ``own``: the residents that this colleague may choose from."""
    areas = workspace.projections.current().areas
    yield from _missing(draft, areas, own, workspace.today())
    yield from _not_in_lists(workspace, draft)


def _missing(
    draft: NeedDraft, areas: AreaBook, own: Collection[ResidentId], today: date
) -> Iterator[Violation]:
    """What is not answered yet of the six things, in the order of the form."""
    if draft.resident_id is not None and draft.resident_id not in own:
        yield Violation("resident_id", words.CHOOSE_WHO)
    if draft.resident_id is None and draft.area_id not in areas.by_id:
        yield Violation("area_id", words.CHOOSE_AREA)
    if draft.theme is None:
        yield Violation("theme", words.CHOOSE_SUBJECT)
    if draft.reported_on is None:
        yield Violation("reported_on", words.CHOOSE_DATE)
    elif draft.reported_on > today:
        yield Violation("reported_on", words.NOT_YET_TODAY)
    if draft.mobility is None:
        yield Violation("mobility", words.CHOOSE_MOBILITY)
    if draft.available is None:
        yield Violation("available", words.CHOOSE_WHEN)
    if draft.may_be_linked is None:
        yield Violation("may_be_linked", words.CHOOSE_PERMISSION)


def _not_in_lists(workspace: Workspace, draft: NeedDraft) -> Iterator[Violation]:
    """Codes that are in no list; so nothing else than a code is ever kept."""
    known = workspace.vocabulary
    thresholds = {barrier.threshold for barrier in known.barriers.values()}
    lists: tuple[tuple[str, Iterable[str], Iterable[Any]], ...] = (
        ("theme", (draft.theme,) if draft.theme else (), known.themes),
        ("side_themes", draft.side_themes, known.themes),
        ("languages", draft.languages, known.languages),
        ("thresholds", draft.thresholds, thresholds),
        ("goes_well", draft.goes_well, known.talents),
    )
    for field, chosen, all_of_them in lists:
        if not set(chosen) <= set(all_of_them):
            yield Violation(field, words.NOT_IN_LIST)


def _newcomer(workspace: Workspace, draft: NeedDraft, areas: AreaBook) -> Resident:
    return Resident(
        id=_pseudonym(workspace),
        area_id=large_enough(areas, given(draft.area_id)),
        age_group=draft.age_group,
        languages=draft.languages,
        mobility=draft.mobility,
        own_network=draft.own_network,
    )


def large_enough(areas: AreaBook, area_id: AreaId) -> AreaId:
    """The area itself, or the district of a neighbourhood where so few live that it would say who it is."""
    area = areas.by_id[area_id]
    if (
        isinstance(area, Neighbourhood)
        and area.inhabitants is not None
        and area.inhabitants < FEW_INHABITANTS
    ):
        return district_of(areas, area_id) or area_id
    return area_id


def _pseudonym(workspace: Workspace) -> ResidentId:
    """A number that nobody has or had; drawn, so that it says nothing about who came first."""
    taken = workspace.projections.people().all(Resident)
    digits = max(_FEWEST_DIGITS, len(str(_ROOM * len(taken))))
    while True:
        drawn = sha256(workspace.new_id(Resident.kind).encode()).hexdigest()
        name = ResidentId(f"B-{int(drawn, 16) % 10**digits:0{digits}d}")
        if name not in taken and not workspace.catalogue.history(Resident.kind, name):
            return name


def _need(workspace: Workspace, draft: NeedDraft, resident: Resident, holder: ProfessionalId) -> Need:
    return Need(
        id=NeedId(workspace.new_id(Need.kind)),
        resident_id=resident.id,
        theme=given(draft.theme),
        reported_on=given(draft.reported_on),
        mobility=given(draft.mobility),
        available=given(draft.available),
        may_be_linked=given(draft.may_be_linked),
        side_themes=tuple(theme for theme in dict.fromkeys(draft.side_themes) if theme != draft.theme),
        languages=draft.languages,
        thresholds=draft.thresholds,
        peer_wish=draft.peer_wish,
        wheelchair=draft.wheelchair,
        has_indication=draft.has_indication,
        asked_by=draft.asked_by,
        origin=draft.origin,
        goes_well=draft.goes_well,
        held_by=holder,
    )


def _nudge(workspace: Workspace, need: Need, resident: Resident, areas: AreaBook) -> tuple[Nudge | None, int]:
    """The nudge, none when the theme is not for doing together, and how many persons were counted for it."""
    theme = workspace.vocabulary.themes[need.theme]
    if theme.collective is Collective.NO or theme.acute:
        return None, 0
    people = workspace.projections.people()
    residents, here = people.all(Resident), district_of(areas, resident.area_id)
    alike = {
        other.resident_id
        for other in people.all(Need).values()
        if other.status is NeedStatus.OPEN
        and other.may_be_linked is Permission.YES
        and other.resident_id != resident.id
        and other.resident_id in residents
        and other.theme in workspace.vocabulary.themes
        and workspace.vocabulary.similarity(need.theme, other.theme) >= ALIKE
        and district_of(areas, residents[other.resident_id].area_id) == here
    }
    return Nudge(need.theme, words.others_alike(number_words(len(alike))), bool(alike)), len(alike)
