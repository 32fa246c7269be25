"""A new signal: the form filled from a pattern or an own field note, its route, and keeping it."""

from __future__ import annotations

from dataclasses import replace

from socialmap.actions.auditing import note_access
from socialmap.actions.danger import in_danger, refuse_danger
from socialmap.actions.holding import area_name, colleague
from socialmap.actions.patterns_here import patterns_here
from socialmap.actions.workspace import Workspace
from socialmap.collective.routing import IN_DANGER as IN_DANGER
from socialmap.collective.routing import Route as Route
from socialmap.collective.routing import route, whom_to_call
from socialmap.collective.signal_draft import (
    TEXTS,
    draft_of_note,
    draft_of_pattern,
    draft_of_white_spot,
    signal_of,
)
from socialmap.collective.signal_draft import SignalDraft as SignalDraft
from socialmap.errors import NotFound
from socialmap.model.area import District, Neighbourhood
from socialmap.model.together import Signal, SignalChoice
from socialmap.model.values import AreaId, ThemeId
from socialmap.model.work import FieldNote
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.rdf.checking import require_valid


def open_signal(
    workspace: Workspace, viewer: Viewer, *, note_id: str = "", pattern_id: str = "", spot_id: str = ""
) -> SignalDraft:
    """What stands on the form at first: empty, from an own field note, a pattern, or a white spot.

    ``spot_id``: leefgebied and neighbourhood, with a colon between them. ``NotFound`` for a note of somebody
    else, or a theme or neighbourhood that is not there.
    """
    permit(viewer, Right.MAKE_SIGNALS)
    if note_id:
        return _from_note(workspace, viewer, note_id)
    if pattern_id:
        return _from_pattern(workspace, viewer, pattern_id)
    if spot_id:
        return draft_of_white_spot(*_theme_and_area(workspace, spot_id), workspace.vocabulary)
    return SignalDraft()


def propose_route(workspace: Workspace, viewer: Viewer, draft: SignalDraft) -> tuple[Route, ...]:
    """The tables to bring it to, each with a reason; nothing before kind and scale are chosen.

    Words about somebody in danger are no signal: then at once only the *meldcode* and whom to call.
    """
    permit(viewer, Right.MAKE_SIGNALS)
    if in_danger(workspace, _texts(draft)):
        return whom_to_call()
    if draft.sort is None or draft.scale is None:
        return ()
    return route(draft.sort, draft.scale, draft.cause)


def save_signal(
    workspace: Workspace, viewer: Viewer, draft: SignalDraft, *, choice: SignalChoice | None = None
) -> str:
    """Keep a signal with the viewer as its owner; its id. One person is enough.

    ``choice``: zelf, samen or aankaarten, for whoever leads signals. ``InvalidInput`` says what is missing,
    what looks like a name, what could be traced, and what is no signal but somebody in danger.
    """
    permit(viewer, Right.MAKE_SIGNALS)
    refuse_danger(workspace, _texts(draft))
    if choice is not None:
        permit(viewer, Right.LEAD_SIGNALS)
    areas = workspace.projections.current().areas
    signal = replace(
        signal_of(
            draft,
            signal_id=workspace.new_id(Signal.kind),
            owner=colleague(viewer.name),
            today=workspace.today(),
            area_names=[area.name for area in (*areas.neighbourhoods, *areas.districts)],
            vocabulary=workspace.vocabulary,
        ),
        choice=choice,
    )
    require_valid(signal)
    workspace.catalogue.save(
        [signal],
        actor=viewer.actor,
        action="signaal geschreven",
        at=workspace.clock(),
        based_on={(signal.kind, signal.id): 0},
    )
    return signal.id


def _from_note(workspace: Workspace, viewer: Viewer, note_id: str) -> SignalDraft:
    note_access(
        workspace, viewer.actor, "signaal van eigen veldnotitie", FieldNote.kind, 1,
        purpose="Van een eigen notitie een signaal maken.",
    )  # fmt: skip
    note = workspace.projections.people().all(FieldNote).get(note_id)
    if note is None or not viewer.name or note.written_by != viewer.name:
        raise NotFound("Deze notitie staat niet bij jouw notities.", "Schrijf het signaal zelf op.")
    areas = workspace.projections.current().areas
    return draft_of_note(note, area_name(areas, note.area_id), workspace.vocabulary)


def _texts(draft: SignalDraft) -> dict[str, str]:
    return {field: getattr(draft, field) for field in TEXTS}


def _from_pattern(workspace: Workspace, viewer: Viewer, pattern_id: str) -> SignalDraft:
    theme, area_id, name = _theme_and_area(workspace, pattern_id)
    sentences: tuple[str, ...] = ()
    if may(viewer, Right.SEE_SIGNALS):
        lines = patterns_here(workspace, viewer, action="signaal van een patroon")
        sentences = next((line.sentences for line in lines if line.id == pattern_id), ())
    return draft_of_pattern(theme, area_id, name, workspace.vocabulary, sentences)


def _theme_and_area(workspace: Workspace, named: str) -> tuple[ThemeId, AreaId, str]:
    """What the id of a pattern or a white spot names; what comes after a second colon only numbers it."""
    theme, area_id, *_ = *named.split(":"), ""
    area = workspace.projections.current().areas.by_id.get(AreaId(area_id))
    if theme not in workspace.vocabulary.themes or not isinstance(area, Neighbourhood | District):
        raise NotFound("Dit patroon is er niet meer.", "Schrijf het signaal zelf op.")
    return ThemeId(theme), area.id, area.name
