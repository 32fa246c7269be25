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
"""Texts: to listen to one takes some hundredths of a second, twice that where a word was mistyped.

They are not joined to one text a row: what is said of danger drowns in what stands around it.
"""


def danger_noted(workspace: Workspace, plan: ImportPlan, reading: Reading) -> Iterator[str]:
    """A note for each row that may tell of somebody in danger, in the order of the file.

    It is not refused: help for people who live through danger tells of it too, and nobody can tap here.
    """
    texts = dict(_texts(plan))
    rows = {row.key: row for row in reversed(reading.rows) if row.key in texts}
    in_order = sorted(rows.values(), key=lambda row: (row.sheet, row.line))
    listened = 0
    for place, row in enumerate(in_order):
        if listened >= _MOST_LISTENED:
            yield told(NOT_ALL_LISTENED_TO).format(most=place)
            return
        listened += len(texts[row.key])
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
