"""Waar weten we dit van? For each fact the source or the colleague, and the day."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_origins import OriginLine, show_origins
from socialmap.model.dutch import dutch_date
from socialmap.privacy.roles import Viewer
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_IMPORTED = "ingelezen"


def show(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> None:
    """Draw the origins of one thing, folded; nothing when its history says nothing."""
    lines = show_origins(workspace, viewer, kind, thing_id)
    if not lines:
        return
    source = next((line.source for line in lines if line.source and line.source != _IMPORTED), "")
    longest = max(lines, key=lambda line: len(line.fields))
    rest = TEXT.origin.everything if len(lines) == 1 else TEXT.origin.the_rest
    rows = "".join(
        f"<li>{_told(line, source, rest if line is longest else _named(line))}</li>" for line in lines
    )
    title = escape(TEXT.origin.title)
    st.html(f'<details class="herkomst"><summary>{title}</summary><ul>{rows}</ul></details>')


def _named(line: OriginLine) -> str:
    """The fields of a line as the form calls them."""
    named = dict(TEXT.keep.fields)
    return ", ".join(dict.fromkeys(named[name] for name in line.fields if name in named))


def _told(line: OriginLine, source: str, fields: str) -> str:
    named = dict(TEXT.keep.fields)
    otherwise = "".join(
        f"<small>{escape(_says_otherwise(one.field, one.source_says, source))}</small>"
        for one in line.otherwise
        if one.field in named
    )
    return f"<b>{escape(_headline(line))}</b><span>{escape(fields)}</span>{otherwise}"


def _headline(line: OriginLine) -> str:
    words, on = TEXT.origin, dutch_date(line.on)
    if line.source == _IMPORTED:
        return words.imported.format(date=on)
    if line.source:
        return words.from_source.format(source=line.source, date=on)
    return words.by.format(who=line.by, date=on) if line.by else words.by_colleague.format(date=on)


def _says_otherwise(field: str, value: str, source: str) -> str:
    words = TEXT.origin
    name = TEXT.keep.field_name(field)
    return words.otherwise.format(
        source=source or words.the_source, field=name[:1].lower() + name[1:], value=value or TEXT.lists.empty
    )
