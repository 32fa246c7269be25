"""What the columns of a list are: what we know, what we guess, and what a person makes of it."""

from __future__ import annotations

from functools import partial
from html import escape

import streamlit as st

from socialmap.actions.import_list import SKIP, ColumnGuess, LookedAt
from socialmap.ui.text import TEXT


def show(looked: LookedAt, mark: str) -> dict[str, str]:
    """Draw a choice for every header that we do not know; gives back what each of those is.

    ``mark`` tells files apart, so that a choice for one is never shown for another.
    """
    words = TEXT.lists
    chosen: dict[str, str] = {}
    if looked.all_known:
        return chosen
    with st.container(key="kolommen", gap="small"):
        st.html(f"<h2>{escape(words.columns)}</h2><p>{escape(words.columns_intro)}</p>")
        for number, sheet in enumerate(looked.sheets):
            unknown = [one for one in sheet.columns if not one.known and not one.about_person]
            if len(looked.sheets) > 1 and unknown:
                st.html(f"<h3>{escape(words.sheet.format(name=sheet.name))}</h3>")
            labels = {choice.id: choice.label for choice in looked.meanings[sheet.kind]}
            for place, column in enumerate(unknown):
                chosen[column.title] = _one(column, labels, mark, f"{number}_{place}")
            _told(words.columns_known, [one.title for one in sheet.columns if one.known])
            _told(words.columns_person, [one.title for one in sheet.columns if one.about_person])
    return chosen


def _one(column: ColumnGuess, labels: dict[str, str], mark: str, place: str) -> str:
    """The choice for one header, with what stands below it; gives back the header of ours that it is."""
    options: list[str] = [SKIP, *labels]
    with st.container(key=f"kolomkeuze_{place}", gap=None):
        picked = st.selectbox(
            column.title or place,
            options,
            index=options.index(column.field) if column.field in labels else 0,
            format_func=partial(_label, labels),
            key=f"kolom_{mark}_{place}",
        )
        st.html(f'<p class="fluister">{escape(_sample(column.samples))}</p>')
    return labels.get(picked or SKIP, SKIP)


def _label(labels: dict[str, str], field: str) -> str:
    name = labels.get(field, "")
    return name[:1].upper() + name[1:] if name else TEXT.lists.skip


def _sample(values: tuple[str, ...]) -> str:
    words = TEXT.lists
    return words.sample.format(values=" · ".join(values)) if values else words.no_sample


def _told(sentence: str, titles: list[str]) -> None:
    if titles:
        st.html(f'<p class="fluister">{escape(sentence.format(names=", ".join(titles)))}</p>')
