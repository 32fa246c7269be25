"""Two listings are the same thing, and become one; or they are two, and nobody is asked again."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from socialmap.actions.moved_references import move_references
from socialmap.actions.workspace import Workspace
from socialmap.errors import EditConflict, FieldConflict, InvalidInput, Violation
from socialmap.model import wording_doubles as wording
from socialmap.model.doubles import Distinction, Replacement, replacement_id
from socialmap.model.references import MERGEABLE, moved
from socialmap.model.registry import entity_type
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.rdf.checking import findings_in
from socialmap.search.double_choice import Pick, answers, united, which_stays
from socialmap.store.entries import Stored

MERGED = "samengevoegd"
_KINDS = frozenset(cls.kind for cls in MERGEABLE.values())


@dataclass(frozen=True, slots=True)
class Merged:
    """``id`` is the listing that stays; ``batch`` names the whole change, for taking it back."""

    id: str
    batch: str
    sentence: str


@dataclass(frozen=True, slots=True)
class ToldApart:
    batch: str
    sentence: str


def merge_doubles(
    workspace: Workspace,
    viewer: Viewer,
    kind: str,
    ids: tuple[str, str],
    *,
    picks: Mapping[str, Pick] | None = None,
    versions: Mapping[str, int] | None = None,
) -> Merged:
    """Make one thing of two, in one batch that ``undo`` takes back as a whole.

    ``picks`` says per difference (by its first field) whose answer stays, of the listing that
    :func:`~socialmap.search.double_choice.which_stays` puts first; what is not in it goes as proposed.
    ``versions``: of each id, what was on the screen; ``EditConflict`` when somebody changed one since.
    ``InvalidInput`` when what comes out breaks a rule, ``NotFound`` when one of the two is no longer there.
    """
    permit(viewer, Right.CHANGE_OFFERS)
    both = _both(workspace, kind, ids)
    _require_seen(workspace, kind, both, versions or {})
    stays, goes = which_stays(*(stored.entity for stored in both))
    _require_choices(stays, goes, picks or {})
    whole: Any = moved(united(stays, goes, picks), (kind, goes.id), (kind, stays.id))
    violations = findings_in([whole]).violations
    if violations:
        raise InvalidInput(violations)
    move = move_references(workspace, (kind, goes.id), (kind, stays.id))
    went = Replacement(
        id=replacement_id(kind, goes.id),
        object_kind=kind,
        old_id=goes.id,
        new_id=stays.id,
        on=workspace.today(),
    )
    seen = {(kind, stored.entity.id): stored.version for stored in both}
    saved = workspace.catalogue.save(
        [whole, *move.to_save, went],
        actor=viewer.actor,
        action=MERGED,
        at=workspace.clock(),
        based_on=move.versions | seen,
        gone=((kind, goes.id), *move.gone),
    )
    return Merged(stays.id, saved.batch, wording.merged(stays.name, goes.name))


def tell_apart(workspace: Workspace, viewer: Viewer, kind: str, ids: tuple[str, str]) -> ToldApart:
    """Remember for good, and for everybody, that these two are not the same."""
    permit(viewer, Right.CHANGE_OFFERS)
    first, second = (stored.entity for stored in _both(workspace, kind, ids))
    apart = Distinction(
        id=workspace.new_id(Distinction.kind),
        object_kind=kind,
        object_ids=tuple(sorted(ids)),
        on=workspace.today(),
    )
    known = any(
        (each.entity.object_kind, each.entity.object_ids) == (kind, apart.object_ids)
        for each in workspace.catalogue.all(Distinction)
    )
    batch = ""
    if not known:
        batch = workspace.catalogue.save(
            [apart], actor=viewer.actor, action="niet hetzelfde", at=workspace.clock()
        ).batch
    return ToldApart(batch, wording.told_apart(first.name, second.name))


def _both(workspace: Workspace, kind: str, ids: tuple[str, str]) -> list[Stored[Any]]:
    if kind not in _KINDS or len(set(ids)) != 2:
        raise InvalidInput([Violation("object_ids", wording.TWO_DIFFERENT)])
    return [workspace.catalogue.get(entity_type(kind), each) for each in ids]


def _require_seen(
    workspace: Workspace, kind: str, both: Sequence[Stored[Any]], versions: Mapping[str, int]
) -> None:
    """Whoever chose did so with the newest before her eyes; ``EditConflict`` with what changed otherwise."""
    for stored in both:
        seen = versions.get(stored.entity.id, stored.version)
        if seen != stored.version:
            newer = (
                change
                for entry in workspace.catalogue.history(kind, stored.entity.id)
                if entry.version > seen
                for change in entry.changes
            )
            raise EditConflict(
                [FieldConflict(change.field, change.after, change.before) for change in newer], stored.version
            )


def _require_choices(stays: Any, goes: Any, picks: Mapping[str, Pick]) -> None:
    open_picks = {each.name: each.picks for each in answers(stays, goes)}
    wrong = [name for name, pick in picks.items() if pick not in open_picks.get(name, ())]
    if wrong:
        raise InvalidInput([Violation(name, wording.NOT_A_CHOICE) for name in wrong])
