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
    known = remembering(session.workspace(), _marks(_HEARD), _marks(_SAID))
    return bool(text.strip()) and bool(in_danger(known, {"": text}))


def say(marks: Iterable[int], *, danger: bool) -> None:
    """Somebody said whether the texts with these marks tell of danger; any other text is as before."""
    _marks(_SAID).update(dict.fromkeys(marks, danger))


def same(text: str, shorter: str) -> None:
    """What was said of a text holds for it too after the app took something out."""
    said = _marks(_SAID)
    if mark_of(text) in said:
        said[mark_of(shorter)] = said[mark_of(text)]


def _marks(name: str) -> dict[int, bool]:
    """Texts by their marks, and whether each tells of danger."""
    marks: dict[int, bool] = st.session_state.setdefault(name, {})
    return marks
