"""Kan het nog eenvoudiger? Advice under a text that others will read; it may be ignored."""

from __future__ import annotations

from html import escape

import streamlit as st

from socialmap.actions.hint_plain_dutch import PlainHint, PlainKind, hint_plain_dutch
from socialmap.privacy.roles import Viewer
from socialmap.ui.text import TEXT

_SHOWN = 4
_BEGINNING = 5
"""Words of a long sentence that are shown: enough to find it again."""


def show(viewer: Viewer, *texts: str) -> None:
    """Draw the advice about texts; nothing when they are plain."""
    found = dict.fromkeys(hint for text in texts if text.strip() for hint in hint_plain_dutch(viewer, text))
    if not found:
        return
    words, hints = TEXT.plain, list(found)
    lines = "".join(f"<li>{escape(_told(hint))}</li>" for hint in hints[:_SHOWN])
    left = len(hints) - _SHOWN
    more = f"<li>{escape(words.more.format(n=left))}</li>" if left > 0 else ""
    st.html(
        f'<div class="hint eenvoudig" role="status"><b>{escape(words.title)}</b>'
        f"<ul>{lines}{more}</ul><small>{escape(words.skip)}</small></div>"
    )


def _told(hint: PlainHint) -> str:
    words = TEXT.plain
    match hint.kind:
        case PlainKind.HARD_WORD:
            return words.hard_word.format(words=hint.words, plainer=hint.plainer)
        case PlainKind.LONG_SENTENCE:
            beginning = " ".join(hint.words.split()[:_BEGINNING])
            return words.long_sentence.format(length=hint.length, words=f"{beginning} …")
        case PlainKind.PASSIVE:
            return words.passive.format(words=hint.words)
