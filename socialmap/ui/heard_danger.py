"""Which texts of this session tell of danger, as they are heard or as somebody said.

Of a text only its mark is remembered, no word; it is forgotten with everything private.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.danger import in_danger, mark_of, remembering
from socialmap.ui import session

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_HEARD, _SAID = f"{session.PRIVATE}gehoord", f"{session.PRIVATE}gezegd"


def listening() -> Workspace:
    """The workspace of this session, in which a text tells of danger or not as somebody said of it."""
    return remembering(session.workspace(), {}, st.session_state.get(_SAID, {}))


def tells_of_danger(text: str) -> bool:
    """Does this text tell of a person in danger? It is listened to once, however often it is drawn."""
    if not text.strip():
        return False
    heard, said, mark = _marks(_HEARD), _marks(_SAID), mark_of(text)
    if mark in said:
        return said[mark]
    if mark not in heard:
        heard[mark] = bool(in_danger(session.workspace(), {"": text}))
    return heard[mark]


def is_right(texts: Iterable[str]) -> None:
    """Somebody said that these texts are about a person in danger."""
    _marks(_SAID).update((mark_of(text), True) for text in texts)


def is_not_right(texts: Iterable[str]) -> None:
    """The one tap: from here on these texts count as words like any others; any other text does not."""
    _marks(_SAID).update((mark_of(text), False) for text in texts)


def _marks(name: str) -> dict[int, bool]:
    """Texts by their marks, and whether each tells of danger."""
    marks: dict[int, bool] = st.session_state.setdefault(name, {})
    return marks
