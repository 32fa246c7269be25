"""Fields of a form on the desk: each keeps what was typed, and shows what is wrong right below it."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import streamlit as st

from socialmap.ui.components import safety_card
from socialmap.ui.desk import Desk, error_of
from socialmap.ui.guard import plain
from socialmap.ui.text import TEXT


@contextmanager
def question(desk: Desk, name: str, label: str = "") -> Iterator[None]:
    """A part of the form with its label above, its error below, and an anchor to jump to."""
    with st.container(key=f"vraag_{desk.number}_{name}", gap="xsmall"):
        anchor = f'<span class="anker" id="veld-{html.escape(error_of(name))}"></span>'
        if label:
            st.html(f'{anchor}<p class="vraag">{html.escape(label)}</p>')
        yield
        show_error(desk, name)


def show_error(desk: Desk, name: str) -> None:
    sentence = desk.errors.get(error_of(name))
    if sentence:
        st.html(f'<p class="fout" role="alert">{html.escape(sentence)}</p>')


def text(desk: Desk, name: str, label: str, *, hint: str = "", hidden: bool = False, most: int = 200) -> None:
    st.text_input(
        label,
        key=_bound(desk, name),
        placeholder=hint,
        max_chars=most,
        autocomplete="off",
        label_visibility="collapsed" if hidden else "visible",
        on_change=_take,
        args=(desk, name),
    )
    _listen(desk, name)


def long_text(desk: Desk, name: str, label: str, *, hint: str, most: int) -> None:
    st.text_area(
        label, key=_bound(desk, name), placeholder=hint, max_chars=most, on_change=_take, args=(desk, name)
    )
    _listen(desk, name)


def one_of(
    desk: Desk, name: str, label: str, labels: Mapping[Any, str], *, hidden: bool = False, must: bool = False
) -> None:
    """Chips of which one can be on."""
    st.pills(
        label,
        list(labels),
        key=_bound(desk, name),
        required=must,
        format_func=lambda value: plain(labels[value]),
        label_visibility="collapsed" if hidden else "visible",
        on_change=_take,
        args=(desk, name),
    )


def some_of(desk: Desk, name: str, label: str, labels: Mapping[str, str]) -> None:
    """Chips of which several can be on."""
    desk.filled[name] = [value for value in desk.filled[name] if value in labels]
    st.pills(
        label,
        list(labels),
        key=_bound(desk, name),
        selection_mode="multi",
        format_func=lambda value: plain(labels[value]),
        on_change=_take,
        args=(desk, name),
    )


def answer(desk: Desk, name: str, label: str) -> None:
    """Yes, no, or not known."""
    desk.filled.setdefault(name, "onbekend")
    labels = dict(TEXT.more.answers)
    with st.container(key=f"drie_{desk.number}_{name}"):
        st.segmented_control(
            label,
            list(labels),
            key=_bound(desk, name),
            required=True,
            format_func=labels.__getitem__,
            on_change=_take,
            args=(desk, name),
        )


def from_list(
    desk: Desk, name: str, label: str, labels: Mapping[str, str], *, hint: str, hidden: bool = False
) -> None:
    """One from a long list that can be searched by typing; may be left empty."""
    if desk.filled[name] not in labels:
        desk.filled[name] = None
    st.selectbox(
        label,
        list(labels),
        index=None,
        key=_bound(desk, name),
        placeholder=hint,
        format_func=labels.__getitem__,
        label_visibility="collapsed" if hidden else "visible",
        on_change=_take,
        args=(desk, name),
    )


def switch(desk: Desk, name: str, label: str) -> None:
    st.toggle(label, key=_bound(desk, name), on_change=_take, args=(desk, name))


def steps(desk: Desk, name: str, label: str, options: Sequence[tuple[float, str]]) -> None:
    """A question with a few answers below each other; none is chosen at first."""
    labels = dict(options)
    st.radio(
        label,
        list(labels),
        index=None,
        key=_bound(desk, name),
        format_func=labels.__getitem__,
        on_change=_take,
        args=(desk, name),
    )


def _listen(desk: Desk, name: str) -> None:
    """The safety card below words about danger that did not stand there before; it stops nobody.

    A self-help group may be about danger without anybody being in danger.
    """
    typed = str(desk.filled.get(name) or "")
    if typed != str(getattr(desk.seen, name, "") or ""):
        safety_card.below(desk.key(name), typed, kept=TEXT.safety.may_stand)


def _bound(desk: Desk, name: str) -> str:
    """The key of the widget, with what the form holds put into it: the form is the truth, not the widget."""
    key = desk.key(name)
    st.session_state[key] = desk.filled.get(name)
    return key


def _take(desk: Desk, name: str) -> None:
    desk.put(name, st.session_state[desk.key(name)])
