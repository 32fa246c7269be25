"""Wie kan iets voor elkaar betekenen?: pairs and rings around the own residents, and what they can bring."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_reciprocity import CircleLine, ReciprocityAnswer, show_reciprocity
from socialmap.privacy.roles import Right, Viewer, permit
from socialmap.ui.session import PRIVATE
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_OPEN = f"{PRIVATE}voor_elkaar"


def show(workspace: Workspace, viewer: Viewer) -> None:
    """A fold that looks only once it is opened: what is not asked for is not looked up."""
    permit(viewer, Right.SEE_OWN_NEEDS)
    with st.container(key="voorelkaar"):
        if not st.toggle(TEXT.mutual.open, key=_OPEN, persist_state="session"):
            return
        st.html(_told(show_reciprocity(workspace, viewer)))


def _told(found: ReciprocityAnswer) -> str:
    words = TEXT.mutual
    circles = [*found.pairs, *found.rings]
    first = words.intro if circles else words.nobody
    brings = "".join(
        f"<li><b>{escape(each.resident)}</b> {escape(', '.join(each.talents))}{_items(each.sentences)}</li>"
        for each in found.brings
    )
    block = f"<h3>{escape(found.brings_title)}</h3><ul>{brings}</ul>" if brings else ""
    known = f'<p class="stil">{escape(found.known)}</p>' if found.known else ""
    return (
        f'<section class="elkaar"><h2>{escape(words.title)}</h2><p>{escape(first)}</p>'
        f"{''.join(map(_circle, circles))}{block}"
        f'<p class="vooraf">{escape(" ".join(found.remember))}</p>{known}</section>'
    )


def _circle(circle: CircleLine) -> str:
    title, *lines = circle.sentences
    return f"<article><b>{escape(title)}</b>{_items(lines)}</article>"


def _items(lines: Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>" if lines else ""
