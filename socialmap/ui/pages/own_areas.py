"""Eigen gebieden: the list, a form with a name and neighbourhoods, and the way back."""

from __future__ import annotations

from dataclasses import dataclass, field
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.own_areas import (
    OwnAreaDraft,
    OwnAreaLine,
    OwnAreas,
    remove_own_area,
    save_own_area,
    show_own_areas,
)
from socialmap.actions.show_history import undo_change
from socialmap.errors import EditConflict, InvalidInput
from socialmap.model.values import AreaId
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui.components.doors import to_map
from socialmap.ui.guard import guarded, plain
from socialmap.ui.page import run_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_STATE, _NAME, _PARTS = "eigen_gebied", "eigen_gebied_naam", "eigen_gebied_buurten"


@dataclass(slots=True)
class _Open:
    """What the screen remembers: the form that is open, what was just done, and how to take that back."""

    form: bool = False
    line: OwnAreaLine | None = None
    errors: dict[str, str] = field(default_factory=dict)
    told: str = ""
    batch: str = ""


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.CHANGE_OFFERS)
    words = TEXT.own_area
    found = show_own_areas(workspace, viewer)
    with st.container(key="lijstvlak", gap="small"):
        st.html(f"<h1>{escape(words.title)}</h1><p>{escape(words.intro)}</p>")
        st.html(f'<p class="fluister">{escape(found.why)}</p>')
        if not found.neighbourhoods:
            st.info(words.no_areas)
            return
        _told(workspace, viewer)
        if _open().form:
            _form(workspace, viewer, found)
            return
        st.button(words.new, key="nieuw_gebied", type="primary", on_click=_begin, args=(None,))
        if not found.lines:
            st.html(f'<p class="leeg">{escape(words.empty)}</p>')
        for line in found.lines:
            _card(workspace, viewer, line)


def _open() -> _Open:
    if _STATE not in st.session_state:
        st.session_state[_STATE] = _Open()
    kept: _Open = st.session_state[_STATE]
    return kept


def _begin(line: OwnAreaLine | None) -> None:
    """Open the form, filled with what there is."""
    st.session_state[_STATE] = _Open(form=True, line=line)
    st.session_state[_NAME] = line.name if line else ""
    st.session_state[_PARTS] = list(line.neighbourhood_ids) if line else []


def _close() -> None:
    st.session_state[_STATE] = _Open()


def _told(workspace: Workspace, viewer: Viewer) -> None:
    here = _open()
    if not here.told:
        return
    with st.container(key="gebied_gedaan", horizontal=True, vertical_alignment="center", gap="small"):
        st.success(plain(here.told))
        if here.batch:
            st.button(
                TEXT.own_area.undo,
                key="gebied_ongedaan",
                on_click=_undo,
                args=(workspace, viewer, here.batch),
            )


def _undo(workspace: Workspace, viewer: Viewer, batch: str) -> None:
    def take_back() -> None:
        undo_change(workspace, viewer, batch)
        st.session_state[_STATE] = _Open(told=TEXT.own_area.undone)

    guarded(take_back)


def _card(workspace: Workspace, viewer: Viewer, line: OwnAreaLine) -> None:
    words = TEXT.own_area
    figures = (
        ""
        if line.inhabitants is None
        else f"<p>{escape(words.inhabitants.format(n=f'{line.inhabitants:,}'.replace(',', '.')))}</p>"
    )
    with st.container(key=f"gebied_{line.id}", gap="small"):
        st.html(
            f'<article class="talent"><h2>{escape(line.name)}</h2><p>{escape(line.told)}</p>'
            f"{figures}</article>"
        )
        with st.container(key=f"gebieddaden_{line.id}", horizontal=True, gap="small"):
            if st.button(words.look, key=f"bekijk_{line.id}"):
                to_map(buurt=line.id)
            st.button(words.change, key=f"wijzig_{line.id}", type="tertiary", on_click=_begin, args=(line,))
            st.button(
                words.remove, key=f"weg_{line.id}", type="tertiary", on_click=_remove,
                args=(workspace, viewer, line),
            )  # fmt: skip


def _remove(workspace: Workspace, viewer: Viewer, line: OwnAreaLine) -> None:
    def take_away() -> None:
        gone = remove_own_area(workspace, viewer, line.id, line.version)
        st.session_state[_STATE] = _Open(told=TEXT.own_area.removed.format(name=gone.name), batch=gone.batch)

    guarded(take_away)


def _form(workspace: Workspace, viewer: Viewer, found: OwnAreas) -> None:
    words, here = TEXT.own_area, _open()
    names = {choice.id: choice.label for choice in found.neighbourhoods}
    with st.container(key="gebied_formulier", gap="small"):
        st.text_input(words.name, key=_NAME, placeholder=words.name_hint, max_chars=80)
        _error("name")
        if here.line is not None and here.line.drawn:
            st.caption(words.drawn)
        else:
            st.multiselect(
                words.parts, list(names), key=_PARTS, format_func=names.__getitem__,
                placeholder=words.parts_hint,
            )  # fmt: skip
        _error("neighbourhood_ids")
        with st.container(key="gebied_knoppen", horizontal=True, gap="small"):
            st.button(
                words.save, key="bewaar_gebied", type="primary", on_click=_save, args=(workspace, viewer)
            )
            st.button(words.cancel, key="annuleer_gebied", on_click=_close)


def _save(workspace: Workspace, viewer: Viewer) -> None:
    here, state = _open(), st.session_state
    draft = OwnAreaDraft(
        id=here.line.id if here.line else "",
        name=state.get(_NAME) or "",
        neighbourhood_ids=tuple(AreaId(each) for each in state.get(_PARTS) or ()),
    )

    def keep() -> None:
        try:
            saved = save_own_area(workspace, viewer, draft, here.line.version if here.line else None)
        except InvalidInput as refused:
            here.errors = {wrong.field: wrong.sentence for wrong in refused.violations}
            return
        except EditConflict:
            here.errors = {"name": TEXT.general.changed_meanwhile}
            return
        state[_STATE] = _Open(told=TEXT.own_area.saved.format(name=saved.name), batch=saved.batch)

    guarded(keep)


def _error(name: str) -> None:
    wrong = _open().errors.get(name)
    if wrong:
        st.html(f'<p class="fout" role="alert">{escape(wrong)}</p>')


if __name__ == "__main__":
    run_page(render)
