"""Two to eight people edit the same things at once: no edit is lost, whatever they do in whatever order."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from socialmap.errors import EditConflict, NotFound, UserError
from socialmap.model.provision import Initiative
from socialmap.model.values import BarrierId, InitiativeId, ThemeId, Tri
from socialmap.store.catalogue import Catalogue
from tests.contract.samples import NOON

Book = dict[str, Any] | None
_ABSENT = object()

EDITORS = st.integers(0, 7)
IDS = st.sampled_from(["a", "b"])
EDITS = st.one_of(
    st.tuples(st.just("name"), st.sampled_from(["Eetclub", "Kookclub", "Soepclub"])),
    st.tuples(st.just("places_free"), st.integers(0, 3)),
    st.tuples(st.just("description"), st.sampled_from(["", "kort", "lang"])),
    st.tuples(st.sampled_from(["gratis", "lift", "maatje"]), st.sampled_from(list(Tri))),
)


class Editors(RuleBasedStateMachine):
    """Editors with open forms change fields and save; ``_truth`` is what must be stored, by our own book."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = tempfile.TemporaryDirectory()
        self._catalogues = [Catalogue.open(Path(self._folder.name)) for _ in range(2)]
        self._truth: dict[str, Book] = {}
        self._versions: dict[str, int] = {}
        self._forms: dict[tuple[int, str], tuple[int, Initiative]] = {}
        self._past: dict[tuple[str, int], Book] = {}

    def teardown(self) -> None:
        for catalogue in self._catalogues:
            catalogue.close()
        self._folder.cleanup()

    @initialize()
    def begin(self) -> None:
        for id_ in ("a", "b"):
            self._catalogues[0].save([_initiative(id_)], actor="begin", action="begin", at=NOON)
            self._keep(id_, _book(_initiative(id_)))
            self._forms.update({(editor, id_): (1, _initiative(id_)) for editor in range(8)})

    @rule(editor=EDITORS, id_=IDS)
    def open_a_form(self, editor: int, id_: str) -> None:
        stored = self._of(editor).find(Initiative, id_)
        assert (stored is None) == (self._truth[id_] is None)
        if stored is not None:
            self._forms[editor, id_] = (stored.version, stored.entity)

    @rule(editor=EDITORS, id_=IDS, edits=st.lists(EDITS, min_size=1, max_size=3).map(dict))
    def save(self, editor: int, id_: str, edits: dict[str, Any]) -> None:
        """Save a form, which stays open as it was: many are out of date."""
        seen, entity = self._forms[editor, id_]
        base = _book(entity)
        wanted = {field: value for field, value in edits.items() if base.get(field) != value}
        offered = _apply(entity, wanted)
        now = self._truth[id_]
        clashes = {
            field
            for field, value in wanted.items()
            if now is not None and now.get(field) not in (base.get(field), value)
        }
        seen_versions = {("initiative", id_): seen}
        refused = _refusal(
            lambda: self._of(editor).save(
                [offered], actor=f"r{editor}", action="x", at=NOON, based_on=seen_versions
            )
        )
        if now is None:
            assert isinstance(refused, EditConflict)
        elif clashes:
            assert isinstance(refused, EditConflict)
            assert {clash.field.removeprefix("barriers.") for clash in refused.conflicts} == clashes
        else:
            assert refused is None
            self._keep(id_, now | wanted)

    @rule(editor=EDITORS, id_=IDS)
    def remove(self, editor: int, id_: str) -> None:
        seen, _ = self._forms[editor, id_]
        refused = _refusal(
            lambda: self._of(editor).remove(
                Initiative, id_, actor=f"r{editor}", action="x", at=NOON, based_on=seen
            )
        )
        if self._truth[id_] is None:
            assert isinstance(refused, NotFound)
        elif seen != self._versions[id_]:
            assert isinstance(refused, EditConflict)
        else:
            assert refused is None
            self._keep(id_, None)

    @rule(editor=EDITORS, id_=IDS, back=st.integers(0, 4))
    def undo(self, editor: int, id_: str, back: int) -> None:
        entries = self._of(editor).history("initiative", id_)
        entry = entries[-1 - min(back, len(entries) - 1)]
        made, before = self._past[id_, entry.version], self._past.get((id_, entry.version - 1))
        try:
            wanted = _without(made, before, self._truth[id_])
        except _ClashError:
            refused = self._refused_undo(editor, entry.ref)
            already = str(refused).startswith("Dit is al ongedaan gemaakt.")
            assert isinstance(refused, EditConflict) or already
            return
        refused = self._refused_undo(editor, entry.ref)
        assert (refused is not None) == (wanted == self._truth[id_])
        self._keep(id_, wanted)

    @invariant()
    def what_is_stored_is_what_everybody_saved(self) -> None:
        for id_, book in self._truth.items():
            for catalogue in self._catalogues:
                stored = catalogue.find(Initiative, id_)
                assert (None if stored is None else _book(stored.entity)) == book
                assert stored is None or stored.version == self._versions[id_]

    def _refused_undo(self, editor: int, ref: str) -> UserError | None:
        return _refusal(lambda: self._of(editor).undo(ref, actor=f"r{editor}", at=NOON))

    def _of(self, editor: int) -> Catalogue:
        return self._catalogues[editor % 2]

    def _keep(self, id_: str, book: Book) -> None:
        if id_ in self._truth and self._truth[id_] == book:
            return
        self._truth[id_] = book
        self._versions[id_] = self._versions.get(id_, 0) + 1
        self._past[id_, self._versions[id_]] = book


class _ClashError(Exception):
    pass


def _without(made: Book, before: Book, now: Book) -> Book:
    """The book ``now`` without the step from ``before`` to ``made``, field by field."""
    if now == made:
        return before
    if now is None or before is None or made is None:
        if now == before:
            return now
        raise _ClashError
    result = dict(now)
    for field in made.keys() | before.keys():
        was, then, is_now = (book.get(field, _ABSENT) for book in (before, made, now))
        if was in (then, is_now):
            continue
        if is_now != then:
            raise _ClashError
        result[field] = was
    return {field: value for field, value in result.items() if value is not _ABSENT}


def _refusal(attempt: Callable[[], object]) -> UserError | None:
    try:
        attempt()
    except UserError as refused:
        return refused
    return None


def _initiative(id_: str) -> Initiative:
    return Initiative(
        id=InitiativeId(id_), name="Eetclub", themes=(ThemeId("x"),), contact="", no_fixed_place=True
    )


def _book(entity: Initiative) -> dict[str, Any]:
    """The fields that are edited here, thresholds one by one."""
    own = {"name": entity.name, "places_free": entity.places_free, "description": entity.description}
    return own | {str(barrier): answer for barrier, answer in entity.barriers.items()}


def _apply(entity: Initiative, edits: dict[str, Any]) -> Initiative:
    fields = {field: value for field, value in edits.items() if not isinstance(value, Tri)}
    barriers = {BarrierId(field): value for field, value in edits.items() if isinstance(value, Tri)}
    return replace(entity, **fields, barriers=entity.barriers | barriers)


TestEditors = Editors.TestCase
TestEditors.settings = settings(max_examples=20, stateful_step_count=50, deadline=None)
