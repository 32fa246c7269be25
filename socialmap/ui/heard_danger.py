"""Which texts of this session tell of danger, and at which of them somebody said that this is not right.

Of a text only its mark is remembered, no word; it is forgotten with everything private.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.danger import in_danger, mark_of, nobody_in_danger
from socialmap.ui import session

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_HEARD = f"{session.PRIVATE}gehoord"


def listening() -> Workspace:
    """The workspace of this session, in which a text that is known to tell of no danger calls up no card."""
    heard: dict[int, bool] = st.session_state.get(_HEARD, {})
    return nobody_in_danger(session.workspace(), {mark for mark, danger in heard.items() if not danger})


def tells_of_danger(text: str) -> bool:
    """Does this text tell of a person in danger? It is listened to once, however often it is drawn."""
    if not text.strip():
        return False
    heard, mark = _heard(), mark_of(text)
    if mark not in heard:
        heard[mark] = bool(in_danger(session.workspace(), {"": text}))
    return heard[mark]


def is_not_right(texts: Iterable[str]) -> None:
    """The one tap: from here on these texts count as words like any others; any other text does not."""
    _heard().update((mark_of(text), False) for text in texts)


def _heard() -> dict[int, bool]:
    """Of each text that was listened to, by its mark, whether it tells of danger."""
    heard: dict[int, bool] = st.session_state.setdefault(_HEARD, {})
    return heard
