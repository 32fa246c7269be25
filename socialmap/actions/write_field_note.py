"""What a worker heard in the street: short, without names, and read again only by whoever wrote it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from socialmap.actions.auditing import note_access
from socialmap.actions.danger import danger_in
from socialmap.actions.holding import area_name, colleague
from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, NotFound, Violation
from socialmap.model import wording_needs as words
from socialmap.model.values import AreaId, ProfessionalId, ThemeId
from socialmap.model.work import FieldNote
from socialmap.privacy.free_text import violations
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import require_valid

LONGEST = 500
HEARD_AT = ("straat", "groep", "school", "winkel", "huisarts", "app", "flat")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteDraft:
    """A note as it is being written. No ``on`` means today."""

    text: str = ""
    area_id: AreaId | None = None
    on: date | None = None
    themes: tuple[ThemeId, ...] = ()
    heard_at: str = ""


@dataclass(frozen=True, slots=True)
class NoteLine:
    """An own note, as it was written."""

    id: str
    version: int
    text: str
    area_id: AreaId
    area: str
    on: date
    themes: tuple[Choice, ...]
    heard_at: str


def write_field_note(workspace: Workspace, viewer: Viewer, draft: NoteDraft) -> str:
    """Keep a note; gives its id. ``InvalidInput`` says what looks like a person and has to go.

    Somebody in danger is no note: that is refused too.
    """
    permit(viewer, Right.WRITE_FIELD_NOTES)
    holder = colleague(viewer.name)
    note = _note_of(workspace, draft, workspace.new_id(FieldNote.kind), holder)
    _save(workspace, viewer.actor, note, "veldnotitie geschreven", 0)
    return note.id


def change_field_note(
    workspace: Workspace, viewer: Viewer, note_id: str, draft: NoteDraft, *, version: int
) -> None:
    """Mend an own note. ``NotFound`` for any other; ``EditConflict`` when another window was first."""
    permit(viewer, Right.WRITE_FIELD_NOTES)
    before = _own_note(workspace, viewer.name, note_id)
    note = _note_of(workspace, draft, before.id, before.written_by)
    _save(workspace, viewer.actor, note, "veldnotitie aangepast", version)


def remove_field_note(workspace: Workspace, viewer: Viewer, note_id: str, *, version: int) -> None:
    """Take an own note away. ``NotFound`` for any other; ``EditConflict`` when it was changed since."""
    permit(viewer, Right.WRITE_FIELD_NOTES)
    note = _own_note(workspace, viewer.name, note_id)
    workspace.catalogue.remove(
        FieldNote,
        note.id,
        actor=viewer.actor,
        action="veldnotitie weggehaald",
        at=workspace.clock(),
        based_on=version,
    )


def _own_note(workspace: Workspace, writer: str, note_id: str) -> FieldNote:
    stored = workspace.catalogue.find(FieldNote, note_id)
    if stored is None or not writer or stored.entity.written_by != writer:
        raise NotFound("Deze notitie staat niet bij jouw notities.", "Ga terug naar je lijst.")
    return stored.entity


def _note_of(
    workspace: Workspace, draft: NoteDraft, note_id: str, writer: ProfessionalId | None
) -> FieldNote:
    wrong = []
    text = draft.text.strip()
    if not text:
        wrong.append(Violation("text", "Wat zag of hoorde je? Schrijf het kort op."))
    wrong += violations("text", text)
    wrong += danger_in(workspace, {"text": text})
    if draft.area_id not in workspace.projections.current().areas.by_id:
        wrong.append(Violation("area_id", "Over welke buurt gaat dit? Kies er één."))
    if draft.on is not None and draft.on > workspace.today():
        wrong.append(Violation("on", words.NOT_YET_TODAY))
    if not set(draft.themes) <= set(workspace.vocabulary.themes):
        wrong.append(Violation("themes", words.NOT_IN_LIST))
    if draft.heard_at not in ("", *HEARD_AT):
        wrong.append(Violation("heard_at", words.NOT_IN_LIST))
    if wrong or draft.area_id is None:
        raise InvalidInput(wrong)
    return FieldNote(
        id=note_id,
        area_id=draft.area_id,
        on=draft.on or workspace.today(),
        themes=draft.themes,
        text=text,
        heard_at=draft.heard_at,
        written_by=writer,
    )


def _save(workspace: Workspace, actor: str, note: FieldNote, what: str, version: int) -> None:
    require_valid(note)
    workspace.catalogue.save(
        [note],
        actor=actor,
        action=what,
        at=workspace.clock(),
        based_on={(note.kind, note.id): version},
    )


def own_notes(workspace: Workspace, viewer: Viewer) -> tuple[NoteLine, ...]:
    """The viewer's own notes, newest first; nobody else's."""
    permit(viewer, Right.WRITE_FIELD_NOTES)
    mine = [
        note
        for note in workspace.projections.people().all(FieldNote).values()
        if viewer.name and note.written_by == viewer.name
    ]
    note_access(
        workspace,
        viewer.actor,
        "eigen veldnotities bekijken",
        FieldNote.kind,
        len(mine),
        purpose="eigen veldnotities",
    )
    areas, themes = workspace.projections.current().areas, workspace.vocabulary.themes
    versions = workspace.catalogue.many(FieldNote, [note.id for note in mine])
    mine.sort(key=lambda note: (note.on, note.id), reverse=True)
    return tuple(
        NoteLine(
            note.id,
            versions[note.id].version,
            note.text,
            note.area_id,
            area_name(areas, note.area_id),
            note.on,
            choices((theme, themes[theme].called) for theme in note.themes if theme in themes),
            note.heard_at,
        )
        for note in mine
        if note.id in versions
    )
