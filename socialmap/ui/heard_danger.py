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

_HEARD, _NOT_RIGHT = f"{session.PRIVATE}gehoord", f"{session.PRIVATE}klopte_niet"


def listening() -> Workspace:
    """The workspace of this session, in which a text that was read again calls up no card."""
    return nobody_in_danger(session.workspace(), st.session_state.get(_NOT_RIGHT, frozenset()))


def tells_of_danger(text: str) -> bool:
    """Does this text tell of a person in danger? It is listened to once, however often it is drawn."""
    if not text.strip() or mark_of(text) in st.session_state.get(_NOT_RIGHT, frozenset()):
        return False
    heard: dict[int, bool] = st.session_state.setdefault(_HEARD, {})
    mark = mark_of(text)
    if mark not in heard:
        heard[mark] = bool(in_danger(session.workspace(), {"": text}))
    return heard[mark]


def is_not_right(texts: Iterable[str]) -> None:
    """The one tap: from here on these texts count as words like any others; any other text does not."""
    before: frozenset[int] = st.session_state.get(_NOT_RIGHT, frozenset())
    st.session_state[_NOT_RIGHT] = before | {mark_of(text) for text in texts}
