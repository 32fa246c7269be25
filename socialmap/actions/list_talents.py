"""Wie kan wat? The talents that may be asked, through whom, and which need a new yes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from socialmap.actions.holding import area_name
from socialmap.actions.recognise_words import recognise_words
from socialmap.actions.talent_demand import helps_with
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.graph.projection import CONSENT_DAYS, may_be_asked
from socialmap.model.dutch import slot_name
from socialmap.model.normal_text import normalise
from socialmap.model.people import Permission, Talent
from socialmap.model.values import DAY_PARTS, TalentId, TalentKindId, ThemeId
from socialmap.model.vocabulary import TalentKind
from socialmap.model.work import Professional
from socialmap.privacy.roles import Right, Viewer, may, permit

_TELLING_LETTERS = 4
"""Shorter words, such as "wie" and "kan", say nothing about a talent."""


class ConsentState(StrEnum):
    """May this person be asked? ``LAPSED``: the yes is older than twelve months."""

    YES = "ja"
    STILL_TO_ASK = "nog_vragen"
    LAPSED = "verlopen"


@dataclass(frozen=True, slots=True, kw_only=True)
class TalentLine:
    """A talent in the list. ``via``: the colleague to ask; ``until``: the last day of a yes."""

    id: TalentId
    version: int
    label: str
    contact_label: str
    via: str
    own: bool
    area: str
    when: tuple[str, ...]
    state: ConsentState
    until: date | None
    helps_with: tuple[str, ...]


def list_talents(workspace: Workspace, viewer: Viewer, wanted: str = "") -> tuple[TalentLine, ...]:
    """Talents by what somebody can do, those that may be asked first; all of them without ``wanted``.

    Whoever was not asked yet is shown only to colleagues who may ask.
    """
    permit(viewer, Right.SEE_TALENTS)
    people, today = workspace.projections.people(), workspace.today()
    fits = _fitting_kinds(workspace, wanted)
    chosen = {
        talent.id: _state(talent, today)
        for talent in people.all(Talent).values()
        if talent.talent in fits
        and talent.consent is not Permission.NO
        and (talent.consent is Permission.YES or may(viewer, Right.ADD_TALENTS) or talent.via == viewer.name)
    }
    stored = workspace.catalogue.many(Talent, chosen)
    order = tuple(ConsentState)
    lines = [
        _line(workspace, found.entity, found.version, chosen[found.entity.id], viewer.name)
        for found in stored.values()
    ]
    return tuple(sorted(lines, key=lambda line: (order.index(line.state), line.label, line.id)))


def talent_choices(workspace: Workspace, viewer: Viewer) -> tuple[Choice, ...]:
    """Everything somebody may be able to do, for a list to choose from."""
    permit(viewer, Right.FIND_HELP)
    return choices((kind.id, kind.called) for kind in workspace.vocabulary.talents.values())


def _fitting_kinds(workspace: Workspace, wanted: str) -> set[TalentKindId]:
    """The kinds with these words in a name; else those that help with the themes the words are about."""
    kinds = workspace.vocabulary.talents
    asked = normalise(wanted).split()
    if not asked:
        return set(kinds)
    telling = [word for word in asked if len(word) >= _TELLING_LETTERS] or asked
    named = {
        kind_id for kind_id, kind in kinds.items() if any(_holds(label, telling) for label in _names(kind))
    }
    themes = {ThemeId(theme.id) for theme in recognise_words(workspace, wanted).likely}
    return named or {kind_id for kind_id, kind in kinds.items() if themes.intersection(kind.helps_with)}


def _names(kind: TalentKind) -> tuple[str, ...]:
    return (kind.label, kind.called, *kind.alt_labels, *kind.hidden_labels)


def _holds(label: str, words: Iterable[str]) -> bool:
    plain = normalise(label)
    return all(word in plain for word in words)


def _state(talent: Talent, today: date) -> ConsentState:
    if talent.consent is not Permission.YES:
        return ConsentState.STILL_TO_ASK
    return ConsentState.YES if may_be_asked(talent, today) else ConsentState.LAPSED


def _line(
    workspace: Workspace, talent: Talent, version: int, state: ConsentState, viewer_name: str
) -> TalentLine:
    vocabulary, people = workspace.vocabulary, workspace.projections.people()
    via = people.all(Professional).get(talent.via) if talent.via else None
    until = talent.consent_on + timedelta(days=CONSENT_DAYS) if talent.consent_on else None
    return TalentLine(
        id=talent.id,
        version=version,
        label=vocabulary.talents[talent.talent].called,
        contact_label=talent.contact_label,
        via=via.name if via else "",
        own=bool(viewer_name) and talent.via == viewer_name,
        area=area_name(workspace.projections.current().areas, talent.area_id),
        when=tuple(slot_name(slot) for slot in DAY_PARTS if slot in talent.available),
        state=state,
        until=until,
        helps_with=_labels(workspace, helps_with(workspace, talent)),
    )


def _labels(workspace: Workspace, themes: Iterable[ThemeId]) -> tuple[str, ...]:
    known = workspace.vocabulary.themes
    return tuple(known[theme].called for theme in themes if theme in known)
