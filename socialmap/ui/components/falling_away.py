"""What falls away when somebody who leads an initiative stops: shown under its card, as a trial."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.show_falling_away import Outcome, show_falling_away
from socialmap.privacy.roles import Viewer
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


_FEW_LINES = 3


def show(workspace: Workspace, viewer: Viewer, initiative_id: str) -> None:
    """Draw every outcome; outcomes that say the same are told once."""
    words = TEXT.falling
    outcomes = tuple(dict.fromkeys(show_falling_away(workspace, viewer, initiative_id).outcomes))
    told = "".join(
        _outcome(outcome, words.which.format(n=number, m=len(outcomes)) if len(outcomes) > 1 else "")
        for number, outcome in enumerate(outcomes, start=1)
    )
    st.html(
        f'<section class="proef"><h3>{escape(words.what_if_title)}</h3>'
        f'<p class="stil">{escape(words.what_if_intro)}</p>{told}</section>'
    )


def _outcome(outcome: Outcome, heading: str) -> str:
    words = TEXT.falling
    title = f"<h4>{escape(heading)}</h4>" if heading else ""
    stops = [choice.label for choice in outcome.stops] or [words.nothing_stops]
    left = [choice.label for choice in outcome.one_left]
    hinge = f'<p class="spil">{escape(outcome.hinge)}</p>' if outcome.hinge else ""
    return (
        f'{title}<ul class="stopt">{_items(stops)}</ul><ul>{_items(left)}</ul>{hinge}'
        f"{_part(words.worse, outcome.worse)}{_folded(words.fewer, outcome.fewer)}"
    )


def _part(title: str, sentences: Sequence[str]) -> str:
    return f"<b>{escape(title)}</b><ul>{_items(sentences)}</ul>" if sentences else ""


def _folded(title: str, sentences: Sequence[str]) -> str:
    """Beyond a few lines they lie behind their title."""
    if len(sentences) <= _FEW_LINES:
        return _part(title, sentences)
    return f"<details><summary>{escape(title)}</summary><ul>{_items(sentences)}</ul></details>"


def _items(sentences: Sequence[str]) -> str:
    return "".join(f"<li>{escape(sentence)}</li>" for sentence in sentences)
