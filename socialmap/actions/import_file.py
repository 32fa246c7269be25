"""Read a file of areas, initiatives, facilities or organisations: first a plan, then all of it at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from socialmap.actions.danger_in_rows import danger_noted
from socialmap.actions.imported_rows import (
    broken_rules,
    likely_doubles,
    names_at_contact,
    persons_of,
    themes_in,
)
from socialmap.actions.merged_rows import without_merged
from socialmap.actions.origins import IMPORTED, entity_source, origins_of
from socialmap.actions.workspace import Workspace
from socialmap.connectors.areas import read_areas
from socialmap.connectors.column_guess import require_known_fields, told_guesses
from socialmap.connectors.guarded import FileKind, parse, read_bytes
from socialmap.connectors.kept_columns import keep_columns, kept_columns
from socialmap.connectors.plan import (
    NOTHING_DECIDED,
    ByHand,
    ImportPlan,
    Key,
    Reading,
    make_plan,
    refuse,
)
from socialmap.connectors.plan import Decided as Decided
from socialmap.connectors.suggested import suggestions_in
from socialmap.connectors.table import DEFAULT_SOURCE as DEFAULT_SOURCE
from socialmap.connectors.table import Known, table_from
from socialmap.errors import ImportRejected
from socialmap.model.area import District, Municipality, Neighbourhood
from socialmap.model.provision import Facility, Initiative, Organisation
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.store.entries import Stored

AREAS = (Municipality, District, Neighbourhood)
_TABLE = (Organisation, Facility, Initiative)


@dataclass(frozen=True, slots=True)
class ImportResult:
    """The plan, and the ``batch`` under which it was saved: empty when nothing was."""

    plan: ImportPlan
    batch: str


def import_areas(
    workspace: Workspace,
    viewer: Viewer,
    path: Path,
    *,
    figures: Sequence[Path] = (),
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
) -> ImportResult:
    """Neighbourhoods with their districts and municipality, and figures from other files if given."""
    permit(viewer, Right.IMPORT)
    stored = workspace.projections.current().areas
    known: list[Neighbourhood | District | Municipality] = [*stored.neighbourhoods, *stored.districts]
    known += stored.municipalities
    reading = read_areas(path, figures=figures, known=known)
    return carry_out(workspace, viewer, reading, AREAS, apply=apply, decided=decided)


def import_table(
    workspace: Workspace,
    viewer: Viewer,
    file: Path | bytes,
    *,
    source: str = "",
    columns: Mapping[str, str] | None = None,
    apply: bool = False,
    decided: Decided = NOTHING_DECIDED,
    looked_at: bool = False,
) -> ImportResult:
    """Initiatives, facilities and organisations from CSV or XLSX; bad rows are refused, good rows kept.

    ``source`` says whose list it is; together with the id in the file it is the key of a row. ``columns`` is
    what headers mean that we do not know by themselves; with ``apply`` it is remembered for that source.
    ``looked_at`` as for :func:`carry_out`.
    """
    permit(viewer, Right.IMPORT)
    source = source or DEFAULT_SOURCE
    said = kept_columns(workspace.folder, source) | dict(columns or {})
    content = file if isinstance(file, bytes) else read_bytes(file)
    sheets = parse(content, FileKind.CSV, FileKind.XLSX).sheets
    require_known_fields(columns or {}, workspace.vocabulary)
    try:
        reading = table_from(sheets, known_here(workspace), source=source, columns=said)
    except ImportRejected as refused:
        hints = list(told_guesses(sheets, workspace.vocabulary, said))
        raise ImportRejected(refused.sentence, " ".join(hints) or refused.remedy) from None
    result = carry_out(workspace, viewer, reading, _TABLE, apply=apply, decided=decided, looked_at=looked_at)
    if apply and columns:
        keep_columns(workspace.folder, source, said)
    guessed = () if columns else tuple(told_guesses(sheets, workspace.vocabulary, said))
    return ImportResult(replace(result.plan, notes=(*result.plan.notes, *guessed)), result.batch)


def known_here(workspace: Workspace) -> Known:
    """What is on the map already, with which a file is understood."""
    pictures = workspace.projections.current()
    own = {
        (cls.kind, stored.entity.id): entity_source(stored.entity)
        for cls in _TABLE
        for stored in workspace.catalogue.all(cls)
    }
    return Known(
        vocabulary=workspace.vocabulary,
        areas=pictures.areas,
        addresses=pictures.addresses,
        facilities=tuple(pictures.facilities.values()),
        organisations=tuple(pictures.organisations.values()),
        own=own,
        find_themes=lambda text: themes_in(workspace, text),
    )


def carry_out(
    workspace: Workspace,
    viewer: Viewer,
    reading: Reading,
    kinds: Iterable[type[Any]],
    *,
    apply: bool,
    decided: Decided = NOTHING_DECIDED,
    looked_at: bool = False,
) -> ImportResult:
    """Compare what was read with what is stored of these kinds, check it, and save it when ``apply``.

    ``decided`` says what to do where a person filled in something else than the file says. ``looked_at``:
    somebody read the plan of these same rows, notes and all; they are not listened to once more.
    """
    permit(viewer, Right.IMPORT)
    reading, merged = without_merged(workspace, reading)
    stored = _comparable(workspace, reading, kinds)
    plan = make_plan(
        reading,
        {key: thing.entity for key, thing in stored.items()},
        by_hand=_by_hand(workspace, stored, reading),
        decided=decided,
    )
    persons = persons_of(plan)
    plan = refuse(plan, reading, broken_rules(plan, persons))
    told = () if looked_at else tuple(danger_noted(workspace, plan, reading))
    told = (*told, *names_at_contact(plan, persons), *likely_doubles(workspace, plan, reading))
    plan = replace(
        plan,
        unchanged=plan.unchanged + merged.unchanged,
        notes=(*plan.notes, *merged.notes, *told),
        suggested=tuple(suggestions_in(reading, plan.new)),
    )
    if not apply or not plan.to_save:
        return ImportResult(plan, "")
    saved = workspace.catalogue.save(plan.to_save, actor=viewer.actor, action=IMPORTED, at=workspace.clock())
    return ImportResult(plan, saved.batch)


def _comparable(workspace: Workspace, reading: Reading, kinds: Iterable[type[Any]]) -> dict[Key, Stored[Any]]:
    """What is stored under the same ids, or came from the same source."""
    ids: dict[str, set[str]] = {}
    sources: dict[str, set[str]] = {}
    for row in reading.rows:
        ids.setdefault(row.entity.kind, set()).add(row.entity.id)
        sources.setdefault(row.entity.kind, set()).add(row.entity.source)
    return {
        (cls.kind, stored.entity.id): stored
        for cls in kinds
        if cls.kind in ids
        for stored in workspace.catalogue.all(cls)
        if stored.entity.id in ids[cls.kind] or stored.entity.source in sources[cls.kind]
    }


def _by_hand(workspace: Workspace, stored: Mapping[Key, Stored[Any]], reading: Reading) -> dict[Key, ByHand]:
    """Which fields of each thing in the file people filled in; the rest is as an import left it."""
    found: dict[Key, ByHand] = {}
    for key in {row.key for row in reading.rows} & stored.keys():
        thing = stored[key]
        if thing.version > 1 or not entity_source(thing.entity):
            found[key] = origins_of(workspace.catalogue.versions(*key)).by_hand()
    return found
