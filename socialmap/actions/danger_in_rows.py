"""Rows of an import whose words tell of a person in danger."""

from __future__ import annotations

from collections.abc import Iterator

from socialmap.actions.danger import in_danger
from socialmap.actions.workspace import Workspace
from socialmap.connectors.plan import ImportPlan, Key, Reading
from socialmap.model.language import told
from socialmap.model.provision import Initiative
from socialmap.model.wording_suggested import NOT_ALL_LISTENED_TO, danger_in_row
from socialmap.privacy.offer_texts import OPEN_TEXTS

_MOST_LISTENED = 300
"""To so many texts; to listen takes some hundredths of a second, and a feed has thousands.

Each text alone: joined, the words beside it drown out most of the danger that is told.
"""


def danger_noted(workspace: Workspace, plan: ImportPlan, reading: Reading) -> Iterator[str]:
    """A note for each row that may tell of somebody in danger, in the order of the file.

    It is not refused: help for people who live through danger tells of it too, and nobody can tap here.
    """
    texts = dict(_texts(plan))
    rows = {row.key: row for row in reversed(reading.rows) if row.key in texts}
    in_order = sorted(rows.values(), key=lambda row: (row.sheet, row.line))
    room = _MOST_LISTENED
    for before, row in enumerate(in_order):
        room -= len(texts[row.key])
        if room < 0:
            yield told(NOT_ALL_LISTENED_TO).format(most=before)
            return
        if in_danger(workspace, texts[row.key]):
            yield danger_in_row(row.sheet, row.line)


def _texts(plan: ImportPlan) -> Iterator[tuple[Key, dict[str, str]]]:
    """The free texts that are new or differ from what is stored."""
    before = {(change.before.kind, change.before.id): change.before for change in plan.changed}
    for entity in plan.to_save:
        if not isinstance(entity, Initiative):
            continue
        known = before.get((entity.kind, entity.id))
        now = {name: getattr(entity, name) for name in OPEN_TEXTS}
        new = {name: text for name, text in now.items() if text and text != getattr(known, name, "")}
        if new:
            yield (entity.kind, entity.id), new
