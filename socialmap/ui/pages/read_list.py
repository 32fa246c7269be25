"""Lees een lijst in: choose a file, say what its columns are, see the plan, decide, and carry it out."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING, Any

import streamlit as st

from socialmap.actions.import_file import ImportResult, import_table
from socialmap.actions.import_list import look_at_list
from socialmap.actions.show_history import undo_change
from socialmap.errors import EditConflict, UserError
from socialmap.model.language import told
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui import session
from socialmap.ui.components import import_columns, import_plan, saved_card
from socialmap.ui.components.looking import look_at
from socialmap.ui.guard import plain
from socialmap.ui.page import run_page
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_DONE = "lijst_klaar"
_TOLD = "lijst_gezegd"
_ROUND = "lijst_ronde"
_PLAN = "lijst_plan"
_SOURCE = "lijst_bron"


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.IMPORT)
    words = TEXT.lists
    with st.container(key="leesvlak", gap="small"):
        st.html(f"<h1>{escape(words.title)}</h1><p>{escape(words.intro)}</p>")
        done: ImportResult | None = st.session_state.get(_DONE)
        if done is not None:
            _done(workspace, viewer, done)
            return
        if said := st.session_state.pop(_TOLD, ""):
            st.info(plain(said))
        content, source = _file()
        if content is not None:
            _read(workspace, viewer, content, source)
    look_at(f"lijst {content is None}")


def _file() -> tuple[bytes | None, str]:
    """The chosen file and whose list it is; what was typed stays when another file is chosen."""
    words, turn = TEXT.lists, st.session_state.setdefault(_ROUND, 0)
    st.html(
        f'<p class="sjabloon"><a href="{escape(session.in_municipality(words.template_address))}" download>'
        f"{escape(words.template)}</a></p>"
    )
    source = st.text_input(words.source, key=f"{_SOURCE}_{turn}", placeholder=words.source_hint, max_chars=60)
    st.html(f'<p class="fluister">{escape(words.source_help)}</p>')
    with st.container(key="kiesbestand"):
        # What it is we see by its content: Streamlit would refuse other endings in English.
        chosen = st.file_uploader(words.file, key=f"lijst_bestand_{turn}")
    return (chosen.getvalue() if chosen else None), (source or "").strip()


def _read(workspace: Workspace, viewer: Viewer, content: bytes, source: str) -> None:
    mark = hashlib.sha256(content + source.encode("utf-8")).hexdigest()[:12]
    looked = _kept(("kijk", mark, source), lambda: look_at_list(workspace, viewer, content, source))
    columns = import_columns.show(looked, mark)
    decided = import_plan.decided(mark)

    def plan(*, apply: bool = False) -> ImportResult:
        # It is carried out only after it was shown.
        return import_table(
            workspace,
            viewer,
            content,
            source=source,
            columns=columns,
            apply=apply,
            decided=decided,
            looked_at=apply,
        )

    key = ("plan", mark, source, tuple(sorted(columns.items())), decided)
    try:
        result: ImportResult = _kept(key, plan)
    except UserError as refused:
        st.warning(f"**{plain(told(refused.sentence))}**")
        return
    import_plan.show(workspace, viewer, result, mark)
    if import_plan.can_be_done(result):
        st.button(TEXT.lists.do, key="lijst_uitvoeren", type="primary", on_click=_carry_out, args=(plan,))


def _kept(key: tuple[Any, ...], make: Any) -> Any:
    """What was worked out for the same file and the same choices; anything else is worked out anew."""
    kept = st.session_state.setdefault(_PLAN, {})
    name = key[0]
    if name not in kept or kept[name][0] != key:
        kept[name] = key, make()
    return kept[name][1]


def _carry_out(plan: Any) -> None:
    """Nothing is lost when it fails: the file and the choices are still there."""
    try:
        st.session_state[_DONE] = plan(apply=True)
    except UserError as refused:
        st.session_state[_TOLD] = f"{told(refused.sentence)} {told(refused.remedy)}".strip()
    else:
        _clear()


def _done(workspace: Workspace, viewer: Viewer, result: ImportResult) -> None:
    words = TEXT.lists
    count = words.done_count.format(new=len(result.plan.new), changed=len(result.plan.changed))
    with st.container(key="ingelezen", gap="small"):
        st.html(f'<h2>{escape(words.done)}</h2><p role="status">{escape(count)}</p>')
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.page_link(saved_card.MAP_PAGE, label=words.to_map)
            st.button(words.another, key="lijst_nog_een", on_click=_again)
            if result.batch:
                st.button(
                    words.undo, key="lijst_terug", on_click=_undo, args=(workspace, viewer, result.batch)
                )


def _undo(workspace: Workspace, viewer: Viewer, batch: str) -> None:
    try:
        undo_change(workspace, viewer, batch)
    except EditConflict:
        st.session_state[_TOLD] = TEXT.lists.undo_clash
    else:
        st.session_state[_TOLD] = TEXT.lists.undone
    st.session_state.pop(_DONE, None)


def _again() -> None:
    st.session_state.pop(_DONE, None)


def _clear() -> None:
    """The next list begins with an empty form."""
    st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
    st.session_state.pop(_PLAN, None)
    import_plan.forget()


if __name__ == "__main__":
    run_page(render)
