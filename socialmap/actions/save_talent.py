"""Wie kan wat? Kept only with a yes of the person, which lapses after a year; reached through a colleague."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from socialmap.actions.auditing import note_access
from socialmap.actions.danger import danger_in
from socialmap.actions.holding import colleague
from socialmap.actions.talent_demand import LIVED_EXPERIENCE, open_roles, wanted_themes
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_needs as words
from socialmap.model.given import given
from socialmap.model.people import Mobility, Need, Permission, Talent
from socialmap.model.values import (
    AreaId,
    DayPart,
    LanguageCode,
    TalentId,
    TalentKindId,
    ThemeId,
)
from socialmap.privacy.disclosure import FLOOR
from socialmap.privacy.free_text import violations
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid

_CERTIFICATES = ("", "ja", "nee", "nvt")


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentDraft:
    """A talent as it is being written down. ``contact_label``: how to ask for somebody; a role, no name."""

    talent: TalentKindId | None = None
    contact_label: str = ""
    consent: Permission | None = None
    consent_on: date | None = None
    area_id: AreaId | None = None
    mobility: Mobility | None = None
    available: tuple[DayPart, ...] = ()
    languages: tuple[LanguageCode, ...] = (LanguageCode("nl"),)
    hours_per_month: float | None = None
    experience_with: tuple[ThemeId, ...] = ()
    conduct_certificate: str = ""


@dataclass(frozen=True, slots=True)
class TalentSaved:
    """What was kept, and where it is wanted now: sentences without a number, and open roles nearby."""

    id: str
    label: str
    wanted: tuple[str, ...] = ()
    roles: tuple[str, ...] = ()


def save_talent(workspace: Workspace, viewer: Viewer, draft: TalentDraft) -> TalentSaved:
    """Keep a talent with a dated yes, or with *vraag het nog*; ``InvalidInput`` for a no and for a name."""
    permit(viewer, Right.ADD_TALENTS)
    holder = colleague(viewer.name)
    wrong = list(wrong_in(workspace, draft))
    if wrong:
        raise InvalidInput(wrong)
    agreed = draft.consent is Permission.YES
    talent = Talent(
        id=TalentId(workspace.new_id(Talent.kind)),
        contact_label=" ".join(draft.contact_label.split()),
        talent=given(draft.talent),
        consent=given(draft.consent),
        consent_on=(draft.consent_on or workspace.today()) if agreed else None,
        available=draft.available,
        area_id=draft.area_id,
        mobility=draft.mobility,
        languages=draft.languages,
        hours_per_month=draft.hours_per_month,
        experience_with=draft.experience_with if draft.talent == LIVED_EXPERIENCE else (),
        conduct_certificate=draft.conduct_certificate,
        via=holder,
    )
    require_valid(talent)
    counted = wanted_themes(workspace, talent) if agreed else Counter[ThemeId]()
    note_access(
        workspace,
        viewer.actor,
        "talent bewaren",
        Need.kind,
        counted.total(),
        purpose="kijken of er vraag naar is",
    )
    workspace.catalogue.save(
        [talent], actor=viewer.actor, action="talent bewaard", at=workspace.clock(), based_on={}
    )
    kind = workspace.vocabulary.talents[talent.talent]
    return TalentSaved(
        talent.id,
        kind.called,
        tuple(
            words.wanted_here(number >= FLOOR, workspace.vocabulary.themes[theme].called)
            for theme, number in counted.items()
        ),
        tuple(open_roles(workspace, talent)) if agreed else (),
    )


def wrong_in(workspace: Workspace, draft: TalentDraft) -> Iterator[Violation]:
    """What cannot be kept, by field: what is missing or in no list, and what looks like a person."""
    known, today = workspace.vocabulary, workspace.today()
    if draft.talent not in known.talents:
        yield Violation("talent", "Wat kan of wil iemand doen? Kies een talent.")
    if draft.consent is None or draft.consent is Permission.NO:
        yield Violation("consent", words.NO_CONSENT)
    if draft.consent_on is not None and draft.consent_on > today:
        yield Violation("consent_on", words.NOT_YET_TODAY)
    if not draft.contact_label.strip():
        yield Violation("contact_label", "Hoe vraag je naar deze persoon? Schrijf een rol op, geen naam.")
    yield from violations("contact_label", draft.contact_label)
    yield from danger_in(workspace, {"contact_label": draft.contact_label})
    if draft.area_id not in workspace.projections.current().areas.by_id:
        yield Violation("area_id", words.CHOOSE_AREA)
    if not set(draft.languages) <= set(known.languages):
        yield Violation("languages", words.NOT_IN_LIST)
    if not set(draft.experience_with) <= set(known.themes):
        yield Violation("experience_with", words.NOT_IN_LIST)
    if draft.conduct_certificate not in _CERTIFICATES:
        yield Violation("conduct_certificate", words.NOT_IN_LIST)
