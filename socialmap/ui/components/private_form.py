"""Fields of a form about people: each keeps what was typed, and shows what is wrong right below it."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date
from typing import Any

import streamlit as st

from socialmap.actions.danger import DANGER_TOLD
from socialmap.actions.telling import Choice
from socialmap.model.language import told
from socialmap.model.values import DAY_PARTS, DayPart, PartOfDay, Weekday
from socialmap.ui.components import safety_card
from socialmap.ui.guard import plain
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

_SCROLL_TO_FILTER = 12


@contextmanager
def step(
    fields: Fields, name: str, label: str, number: int | None = None, errors: Sequence[str] = ()
) -> Iterator[None]:
    """One question with its label, and below it what is wrong; ``errors`` are the fields it answers for."""
    with st.container(key=f"stap_{name}", gap="small"):
        mark = f'<span class="cijfer">{number}</span>' if number else ""
        st.html(f'<p class="vraag">{mark}{escape(label)}</p>')
        yield
        for field in errors or (name,):
            show_error(fields, field)


def show_error(fields: Fields, name: str) -> None:
    sentence = fields.errors().get(name)
    if sentence:
        st.html(f'<p class="mis" role="alert">{escape(sentence)}</p>')


def as_choices(pairs: Sequence[tuple[str, str]] | Mapping[Any, str]) -> tuple[Choice, ...]:
    items = pairs.items() if isinstance(pairs, Mapping) else pairs
    return tuple(Choice(str(identifier), told(label)) for identifier, label in items)


def one(
    fields: Fields,
    name: str,
    label: str,
    choices: Sequence[Choice],
    *,
    required: bool = False,
    hidden: bool = False,
) -> str:
    """Chips of which one can be on; empty when none is."""
    labels = {str(choice.id): choice.label for choice in choices}
    st.pills(
        label,
        list(labels),
        key=fields.key(name),
        required=required,
        format_func=lambda each: plain(labels[each]),
        label_visibility="collapsed" if hidden else "visible",
        persist_state="session",
    )
    return str(fields.got(name, ""))


def some(
    fields: Fields, name: str, label: str, choices: Sequence[Choice], *, hidden: bool = False
) -> tuple[str, ...]:
    """Chips of which several can be on."""
    labels = {str(choice.id): choice.label for choice in choices}
    st.pills(
        label,
        list(labels),
        key=fields.key(name),
        selection_mode="multi",
        format_func=lambda each: plain(labels[each]),
        label_visibility="collapsed" if hidden else "visible",
        persist_state="session",
    )
    return tuple(fields.got(name, ()))


def from_list(
    fields: Fields, name: str, label: str, choices: Sequence[Choice], hint: str, *, hidden: bool = False
) -> str:
    """One from a longer list; empty when nothing was chosen."""
    labels = {str(choice.id): choice.label for choice in choices}
    if fields.got(name) not in labels:
        fields.put(name, None)
    st.selectbox(
        label,
        list(labels),
        index=None,
        key=fields.key(name),
        format_func=labels.__getitem__,
        placeholder=hint,
        filter_mode="contains" if len(labels) > _SCROLL_TO_FILTER else None,
        label_visibility="collapsed" if hidden else "visible",
        persist_state="session",
    )
    return str(fields.got(name, ""))


def text(
    fields: Fields,
    name: str,
    label: str,
    *,
    hint: str = "",
    most: int = 120,
    hidden: bool = False,
    known: str = "",
) -> str:
    """A line of text, with the safety card below it when it tells of danger and is not what was ``known``."""
    text_field(fields, name, label, hint=hint, most=most, hidden=hidden)
    return listened(fields, name, known)


def text_field(
    fields: Fields, name: str, label: str, *, hint: str = "", most: int = 120, hidden: bool = False
) -> None:
    """The field alone, for where the safety card comes elsewhere."""
    st.text_input(
        label,
        key=fields.key(name),
        placeholder=hint,
        max_chars=most,
        autocomplete="off",
        label_visibility="collapsed" if hidden else "visible",
        persist_state="session",
    )


def long_text(fields: Fields, name: str, label: str, *, hint: str, most: int, known: str = "") -> str:
    """Some lines of text, otherwise as :func:`text`."""
    st.text_area(
        label,
        key=fields.key(name),
        placeholder=hint,
        max_chars=most,
        height=140,
        label_visibility="collapsed",
        persist_state="session",
    )
    return listened(fields, name, known)


def listened(fields: Fields, name: str, known: str = "") -> str:
    """What a field holds; the safety card below it when that tells of danger and is not ``known``."""
    typed = str(fields.got(name, ""))
    if typed.strip() != known.strip():
        safety_card.below(fields.key(name), typed, lambda: fields.drop_errors(map(told, DANGER_TOLD)))
    return typed


def switch(fields: Fields, name: str, label: str) -> bool:
    st.toggle(label, key=fields.key(name), persist_state="session")
    return bool(fields.got(name))


def day(
    fields: Fields, name: str, label: str, *, latest: date | None = None, first: date | None = None
) -> date | None:
    """A day; at first ``first``."""
    if fields.key(name) not in st.session_state:
        fields.put(name, first)
    st.date_input(
        label,
        value=None,
        max_value=latest,
        min_value=date(2015, 1, 1),
        key=fields.key(name),
        format="DD-MM-YYYY",
        label_visibility="collapsed",
        persist_state="session",
    )
    chosen: date | None = fields.got(name)
    return chosen


def week(fields: Fields, name: str, label: str, *, unknown: bool) -> tuple[DayPart, ...] | None:
    """Seven days by three parts. With ``unknown`` *weet niet* is an answer; without any it is ``None``."""
    words = TEXT.need
    with st.container(key=f"weekrooster_{name}", gap=None):
        for part, part_label in words.parts:
            with st.container(
                key=f"dagdeel_{name}_{part}", horizontal=True, gap="small", vertical_alignment="center"
            ):
                st.html(f'<span class="dagdeel">{escape(part_label)}</span>', width="content")
                st.pills(
                    f"{label} {part_label}",
                    [each.value for each in Weekday],
                    key=fields.key(f"{name}_{part}"),
                    selection_mode="multi",
                    label_visibility="collapsed",
                    persist_state="session",
                    on_change=fields.put,
                    args=(f"{name}_onbekend", False),
                )
    chosen = {
        DayPart.of(Weekday(each), part) for part in PartOfDay for each in fields.got(f"{name}_{part}", [])
    }
    slots = tuple(slot for slot in DAY_PARTS if slot in chosen)
    if not unknown:
        return slots
    st.toggle(
        words.when_unknown,
        key=fields.key(f"{name}_onbekend"),
        persist_state="session",
        on_change=_forget_week,
        args=(fields, name),
    )
    return slots if slots or fields.got(f"{name}_onbekend") else None


def ticked(name: str, slots: Collection[DayPart]) -> dict[str, list[str]]:
    """What :func:`week` holds under ``name`` when these day parts are on."""
    return {
        f"{name}_{part}": [day.value for day in Weekday if DayPart.of(day, part) in slots]
        for part in PartOfDay
    }


def _forget_week(fields: Fields, name: str) -> None:
    if fields.got(f"{name}_onbekend"):
        for part in PartOfDay:
            fields.put(f"{name}_{part}", [])
