"""A new signal: the form filled from a pattern or an own field note, its route, and keeping it."""

from __future__ import annotations

from dataclasses import replace

from socialmap.actions.auditing import note_access
from socialmap.actions.holding import area_name, colleague
from socialmap.actions.workspace import Workspace
from socialmap.collective.routing import IN_DANGER as IN_DANGER
from socialmap.collective.routing import Route as Route
from socialmap.collective.routing import route
from socialmap.collective.signal_draft import SignalDraft as SignalDraft
from socialmap.collective.signal_draft import draft_of_note, draft_of_pattern, signal_of
from socialmap.errors import NotFound
from socialmap.model.area import District, Neighbourhood
from socialmap.model.together import Signal, SignalChoice
from socialmap.model.values import AreaId, ThemeId
from socialmap.model.work import FieldNote
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid


def open_signal(
    workspace: Workspace, viewer: Viewer, *, note_id: str = "", pattern_id: str = ""
) -> SignalDraft:
    """What stands on the form at first: empty, from an own field note, or from a pattern.

    ``NotFound`` for a note of somebody else, or a theme or neighbourhood that is not there.
    """
    permit(viewer, Right.MAKE_SIGNALS)
    if note_id:
        return _from_note(workspace, viewer, note_id)
    if pattern_id:
        return _from_pattern(workspace, pattern_id)
    return SignalDraft()


def propose_route(workspace: Workspace, viewer: Viewer, draft: SignalDraft) -> tuple[Route, ...]:
    """The tables to bring it to, each with a reason; nothing before kind and scale are chosen.

    Words about somebody in danger are no signal: then only the *meldcode* and whom to call.
    """
    permit(viewer, Right.MAKE_SIGNALS)
    told = " ".join((draft.title, draft.what_we_see, draft.consequence, draft.residents_say))
    in_danger = workspace.words.find(told).acute
    if draft.sort is None or draft.scale is None:
        return ()
    return route(draft.sort, draft.scale, draft.cause, person_in_danger=in_danger)


def save_signal(
    workspace: Workspace, viewer: Viewer, draft: SignalDraft, *, choice: SignalChoice | None = None
) -> str:
    """Keep a signal with the viewer as its owner; its id. One person is enough.

    ``choice``: zelf, samen or aankaarten, for whoever leads signals. ``InvalidInput`` says what is missing,
    what looks like a name, and what could be traced.
    """
    permit(viewer, Right.MAKE_SIGNALS)
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


def _from_pattern(workspace: Workspace, pattern_id: str) -> SignalDraft:
    theme, _, area_id = pattern_id.partition(":")
    area = workspace.projections.current().areas.by_id.get(AreaId(area_id))
    if theme not in workspace.vocabulary.themes or not isinstance(area, Neighbourhood | District):
        raise NotFound("Dit patroon is er niet meer.", "Schrijf het signaal zelf op.")
    return draft_of_pattern(ThemeId(theme), area.id, area.name, workspace.vocabulary)
