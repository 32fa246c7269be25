"""Two listings side by side: what differs, why they may be one, three answers, and what stays of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.merge_doubles import merge_doubles, tell_apart
from socialmap.actions.show_doubles import DoubleDetail, DoubleLine, DoubleRow, Pick
from socialmap.actions.show_history import undo_change
from socialmap.errors import EditConflict, InvalidInput, NotFound
from socialmap.model.wording_doubles import DoubleLabel, DoublePart
from socialmap.privacy.roles import Viewer
from socialmap.ui.components.doors import to_map
from socialmap.ui.guard import plain, tell
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_CHOOSING, _SEEN, _SAID, _BATCH, _WRONG = (
    "dubbel_kiezen", "dubbel_gezien", "dubbel_gezegd", "dubbel_terug", "dubbel_mis",
)  # fmt: skip
_SIGN_STYLES = {"+": "plus", "−": "min", "·": "gewoon"}


def name_of(line: DoubleLine) -> str:
    """A name for the pair, whichever of the two comes first."""
    return f"{line.kind}_{'_'.join(sorted((line.first.id, line.second.id)))}"


def step_of(line: DoubleLine) -> str:
    """A name for the pair and how far one is with it."""
    return f"{name_of(line)} {'kiezen' if _is_choosing(line) else 'kijken'}"


def _is_choosing(line: DoubleLine) -> bool:
    return bool(st.session_state.get(_CHOOSING) == name_of(line))


def show(workspace: Workspace, viewer: Viewer, detail: DoubleDetail, later: Callable[[], None]) -> None:
    """Draw the pair; the three answers under it, or, once it is the same, what stays of each."""
    choosing = _is_choosing(detail.line)
    with st.container(key="tweetal"):
        st.html(_heading(detail.line))
        if choosing:
            _choose(workspace, viewer, detail)
            return
        differing = [row for row in detail.rows if row.differs]
        equal = [row for row in detail.rows if not row.differs]
        st.html(_table(detail.line, differing))
        _answers(workspace, viewer, detail, later)
        st.html(_reasons(detail.line) + _same_things(equal))
        with st.container(key="tweetal_kijk", horizontal=True, gap="small"):
            for number, one in enumerate((detail.line.first, detail.line.second)):
                if st.button(TEXT.double.look.format(name=one.label), key=f"zie_{number}", type="tertiary"):
                    to_map(open=f"{detail.line.kind}:{one.id}")


def show_said(workspace: Workspace, viewer: Viewer) -> None:
    """What went wrong, or what was just answered with the way back from a slip of the thumb."""
    if wrong := st.session_state.pop(_WRONG, ""):
        st.html(f'<p class="mis" role="alert">{escape(wrong)}</p>')
    said = st.session_state.get(_SAID)
    if not said:
        return
    with st.container(key="net_gezegd", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="gelukt" role="status">{escape(said)}</p>')
        if st.session_state.get(_BATCH):
            st.button(TEXT.double.take_back, key="toch_niet", on_click=_take_back, args=(workspace, viewer))


def _answers(workspace: Workspace, viewer: Viewer, detail: DoubleDetail, later: Callable[[], None]) -> None:
    words = TEXT.double
    with st.container(key="tweetal_antwoord", horizontal=True, gap="small"):
        st.button(words.same, key="hetzelfde", type="primary", on_click=_begin_choosing, args=(detail,))
        st.button(
            words.not_same, key="niet_hetzelfde", on_click=_apart, args=(workspace, viewer, detail.line)
        )
        st.button(words.later, key="nog_niet", on_click=_not_now, args=(later,))


def _choose(workspace: Workspace, viewer: Viewer, detail: DoubleDetail) -> None:
    words = TEXT.double
    asked = [row for row in detail.rows if row.picks]
    st.html(f'<h3>{escape(words.choose)}</h3><p class="stil">{escape(words.choose_intro)}</p>')
    with st.container(key="tweetal_keuzes"):
        picks = {row.name: _radio(detail.line, row) for row in asked}
    filled = [_label(row.name) for row in detail.rows if row.differs and not row.picks]
    lines = [words.filled_in.format(names=", ".join(filled))] if filled else []
    st.html("".join(f'<p class="stil">{escape(line)}</p>' for line in (*lines, words.nothing_lost)))
    with st.container(key="tweetal_samen", horizontal=True, gap="small"):
        pressed = st.button(words.merge, key="voeg_samen", type="primary")
        st.button(words.back, key="toch_kijken", on_click=_stop_choosing)
    if pressed:
        _merge(workspace, viewer, detail, picks)


def _radio(line: DoubleLine, row: DoubleRow) -> Pick:
    told = {Pick.FIRST: plain(row.first), Pick.SECOND: plain(row.second), Pick.BOTH: TEXT.double.both}
    chosen = st.radio(
        _label(row.name),
        row.picks,
        index=row.picks.index(row.proposed),
        key=f"blijft_{row.name}_{name_of(line)}",
        format_func=told.__getitem__,
    )
    return chosen or row.proposed


def _merge(workspace: Workspace, viewer: Viewer, detail: DoubleDetail, picks: dict[str, Pick]) -> None:
    """Whatever goes wrong, the choices stay on the screen.

    The versions are those on the screen when choosing began: this run may have read newer ones.
    """
    line = detail.line
    try:
        merged = merge_doubles(
            workspace,
            viewer,
            line.kind,
            (line.first.id, line.second.id),
            picks=picks,
            versions=st.session_state[_SEEN],
        )
    except EditConflict:
        st.session_state[_WRONG], st.session_state[_SEEN] = TEXT.double.changed, detail.versions
    except NotFound:
        st.session_state[_WRONG] = TEXT.double.gone
        _stop_choosing()
    except InvalidInput as refused:
        tell(refused)
        return
    else:
        st.session_state[_SAID], st.session_state[_BATCH] = merged.sentence, merged.batch
        _stop_choosing()
    st.rerun()


def _apart(workspace: Workspace, viewer: Viewer, line: DoubleLine) -> None:
    try:
        told = tell_apart(workspace, viewer, line.kind, (line.first.id, line.second.id))
    except NotFound:
        st.session_state[_WRONG] = TEXT.double.gone
        return
    st.session_state[_SAID], st.session_state[_BATCH] = told.sentence, told.batch


def _take_back(workspace: Workspace, viewer: Viewer) -> None:
    try:
        undo_change(workspace, viewer, st.session_state[_BATCH])
        st.session_state[_SAID] = TEXT.double.taken_back
    except EditConflict:
        st.session_state[_SAID] = TEXT.keep.undo_clash
    st.session_state[_BATCH] = ""


def _not_now(later: Callable[[], None]) -> None:
    _forget_said()
    later()


def _begin_choosing(detail: DoubleDetail) -> None:
    _forget_said()
    st.session_state[_CHOOSING], st.session_state[_SEEN] = name_of(detail.line), detail.versions


def _stop_choosing() -> None:
    st.session_state.pop(_CHOOSING, None)


def _forget_said() -> None:
    st.session_state[_SAID] = st.session_state[_BATCH] = ""


def _heading(line: DoubleLine) -> str:
    style = "zeker" if line.label is DoubleLabel.ALMOST_CERTAIN else "lijkt"
    kind = dict(TEXT.double.kinds)[line.kind]
    label = f"{line.label[:1].upper()}{line.label[1:]}"
    return (
        f'<header class="tweekop"><span class="hoe {style}">{escape(label)}</span>'
        f"<h2>{escape(line.first.label)} <i>en</i> {escape(line.second.label)}</h2>"
        f"<p>{escape(kind)} · {escape(_where(line))}</p></header>"
    )


def _where(line: DoubleLine) -> str:
    """The one sentence about where the two are: the distance, if it is known."""
    about = {DoublePart.ADDRESS, DoublePart.PLACE}
    told = [reason.sentence for reason in line.reasons if reason.what in about]
    return told[-1] if told else ""


def _table(line: DoubleLine, rows: Iterable[DoubleRow]) -> str:
    words = TEXT.double
    body = "".join(
        f'<tr role="row"><th role="rowheader" scope="row">{escape(_label(row.name))}</th>'
        f"{_cell(row.first)}{_cell(row.second)}</tr>"
        for row in rows
    )
    if not body:
        return f'<p class="stil">{escape(words.nothing_differs)}</p>'
    heads = "".join(
        f'<th role="columnheader" scope="col">{escape(one.label)}</th>' for one in (line.first, line.second)
    )
    about = f'<span class="voorgelezen">{escape(words.compare)}</span>'
    return (
        f'<table class="naast" role="table"><caption>{escape(words.differs)}</caption>'
        f'<thead role="rowgroup"><tr role="row"><th role="columnheader" scope="col">{about}</th>{heads}</tr>'
        f'</thead><tbody role="rowgroup">{body}</tbody></table>'
    )


def _cell(value: str) -> str:
    if value:
        return f'<td role="cell">{escape(value)}</td>'
    return f'<td role="cell" class="niets">{escape(TEXT.double.not_known)}</td>'


def _reasons(line: DoubleLine) -> str:
    words = TEXT.double
    names = dict(words.signs)
    items = "".join(
        f'<li class="{_SIGN_STYLES[reason.sign]}"><span aria-hidden="true">{escape(reason.sign)}</span>'
        f'<span class="voorgelezen">{escape(names[reason.sign])}: </span>{escape(reason.sentence)}</li>'
        for reason in line.reasons
    )
    return f'<section class="waarom"><h3>{escape(words.why)}</h3><ul class="redenen">{items}</ul></section>'


def _same_things(rows: list[DoubleRow]) -> str:
    if not rows:
        return ""
    items = "".join(f"<dt>{escape(_label(row.name))}</dt><dd>{escape(row.first)}</dd>" for row in rows)
    summary = escape(TEXT.double.equal.format(n=len(rows)))
    return f'<details class="gelijk"><summary>{summary}</summary><dl>{items}</dl></details>'


def _label(name: str) -> str:
    words = TEXT.double
    if name in words.place_fields:
        return TEXT.detail.where
    return dict(words.together_names).get(name) or TEXT.keep.field_name(name)
