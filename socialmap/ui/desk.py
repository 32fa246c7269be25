"""The forms of *Voeg iets toe*, kept when the page is left and when a form is refused."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import streamlit as st

from socialmap.actions.save_offer import Draft, Saved
from socialmap.errors import EditConflict, Violation
from socialmap.model.language import told
from socialmap.model.values import Point
from socialmap.ui.offer_forms import Filled, Offer, empty_form, form_of
from socialmap.ui.private_fields import Fields

_SHELF = "bureau"
_KIND = "bureau_soort"
_WAITING = "bureau_wacht"
KINDS = ("initiative", "facility", "organisation")
SAID = Fields("onderwerp")
"""Words about the themes: they may be how a resident said it, so they are forgotten like a search."""
_PLACE = {"facility_id", "room_id", "point", "area_id", "no_fixed_place", "address"}


@dataclass(slots=True)
class Desk:
    """One form. ``seen`` and ``version`` are of the thing as it was when the form was opened.

    ``number`` changes with every fresh form, so that no field shows what was in an older one. ``as_check``:
    whoever saves it has checked all of it.
    """

    kind: str
    number: int
    filled: Filled
    seen: Offer | None = None
    version: int = 0
    as_check: bool = False
    errors: dict[str, str] = field(default_factory=dict)
    different: set[str] = field(default_factory=set)
    conflict: EditConflict | None = None
    map_look: int = 1
    last_click: str = ""

    @property
    def is_change(self) -> bool:
        return self.seen is not None

    def key(self, name: str) -> str:
        """The key of a field's widget."""
        return f"veld{self.number}_{name}"

    @property
    def words(self) -> str:
        """The field of ``SAID`` for this form."""
        return f"woorden{self.number}"

    def put(self, name: str, value: Any) -> None:
        """Fill in a field from outside its widget."""
        self.filled[name] = value
        self.errors.pop(error_of(name), None)

    def put_point(self, point: Point, address: str, *, show: bool) -> None:
        """Fill in the place; ``show`` moves the map there."""
        self.put("point", point)
        self.put("address", address)
        self.map_look += show

    def refuse(self, violations: tuple[Violation, ...]) -> None:
        """Remember what must be mended, by the field where it is shown."""
        self.errors = {}
        for violation in violations:
            self.errors.setdefault(error_of(violation.field), told(violation.sentence))


@dataclass(slots=True)
class _Shelf:
    fresh: dict[str, Desk] = field(default_factory=dict)
    change: Desk | None = None
    made: int = 0
    history: tuple[str, str, str] | None = None
    told: str = ""
    saved: Saved | None = None
    just_added: Saved | None = None
    saved_kind: str = ""
    from_check: bool = False


def error_of(name: str) -> str:
    """Where the error of a field of the data is shown: all of the place at one spot, thresholds too.

    >>> error_of("area_id"), error_of("contact")
    ('place', 'contact')
    """
    return "place" if name in _PLACE else name


def shelf() -> _Shelf:
    if _SHELF not in st.session_state:
        st.session_state[_SHELF] = _Shelf()
    kept: _Shelf = st.session_state[_SHELF]
    return kept


def fresh_desk(kind: str) -> Desk:
    """The form for something new of this kind, as far as it was filled."""
    here = shelf()
    if kind not in here.fresh:
        here.made += 1
        here.fresh[kind] = Desk(kind, here.made, empty_form(kind))
    return here.fresh[kind]


def clear_desk(desk: Desk) -> None:
    """Put an empty form in its place, or close the one of a change."""
    here = shelf()
    SAID.put(desk.words, "")
    if desk is here.change:
        here.change = None
    else:
        here.fresh.pop(desk.kind, None)


def begin_change(draft: Draft, *, as_check: bool = False) -> Desk:
    """A form filled with what there is now."""
    here = shelf()
    here.made += 1
    filled = form_of(draft.entity)
    here.change = Desk(draft.entity.kind, here.made, filled, draft.entity, draft.version, as_check)
    here.history = None
    here.saved = None
    return here.change


def chosen_kind() -> str:
    return str(st.session_state.get(_KIND, KINDS[0]))


def choose_kind(kind: str) -> None:
    st.session_state[_KIND] = kind


def ask_change(kind: str, entity_id: str, *, as_check: bool = False) -> None:
    """Another screen asks to change something; the page takes it up when it is shown."""
    st.session_state[_WAITING] = ("check" if as_check else "change", kind, entity_id, "")


def ask_history(kind: str, entity_id: str, name: str) -> None:
    """Another screen asks for the history of something."""
    st.session_state[_WAITING] = ("history", kind, entity_id, name)


def take_request(change: Callable[[str, str, bool], None]) -> None:
    """Take up what another screen asked for, once."""
    waiting = st.session_state.pop(_WAITING, None)
    if waiting is None:
        return
    what, kind, entity_id, name = waiting
    shelf().saved = shelf().just_added = None
    if what == "history":
        shelf().history = (kind, entity_id, name)
    else:
        change(kind, entity_id, what == "check")
