"""Saving a form that another window may have overtaken: the version it began at is kept in its fields.

In the order of a run: ``fields.begin(first)``, ``kept_version(fields, version)``, the fields themselves,
``show_conflict(fields)``, the button with ``save_form(fields, do)``, and last
``follow_others(fields, version)``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape
from typing import Any

import streamlit as st

from socialmap.errors import EditConflict, InvalidInput
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

_VERSION, _CONFLICT, _SAVED, _AT_FIRST = "versie", "botsing", "bewaard", "zoals_begonnen"


def kept_version(fields: Fields, now: int) -> int:
    """The version that this form began at; at its beginning that is ``now``, what the screen then shows.

    A later run reads a newer version from the store, and yet saves on top of the one that was on the screen.
    """
    if fields.got(_VERSION) is None:
        fields.put(_VERSION, now)
    return int(fields.got(_VERSION))


def save_form(
    fields: Fields, do: Callable[[int], Any], draft: Any = None, after: Mapping[str, Any] | None = None
) -> None:
    """Call ``do`` with the kept version, and draw the screen again.

    Saved: the form is forgotten, and begins with ``after`` (at first only ``bewaard``, for a kind word); with
    an empty one it begins the next time as it began before.
    ``InvalidInput``: it stays filled in, with what is wrong by field. ``EditConflict``: it stays filled in,
    ``show_conflict`` tells so, and the next press builds on what the screen shows from then on. So ``do``
    changes only what was filled in, never all fields of the thing.
    """
    try:
        do(int(fields.got(_VERSION, 0)))
    except InvalidInput as error:
        fields.refuse(error, draft)
        fields.put(_SAVED, False)
        fields.put(_CONFLICT, None)
    except EditConflict as conflict:
        fields.put(_CONFLICT, conflict)
        fields.put(_VERSION, conflict.version)
        fields.put(_SAVED, False)
    else:
        fields.clear()
        if after is None or after:
            fields.begin(after or {_SAVED: True})
    st.rerun()


def show_conflict(fields: Fields) -> EditConflict | None:
    """Say that a colleague was first and that nothing is lost; which fields clashed, or ``None``."""
    conflict: EditConflict | None = fields.got(_CONFLICT)
    if conflict is not None:
        st.html(f'<p class="mis" role="alert">{escape(TEXT.general.changed_meanwhile)}</p>')
    return conflict


def follow_others(fields: Fields, now: int) -> None:
    """A form in which nothing was filled in yet begins again when somebody else saved meanwhile.

    Call after the buttons: a press belongs to the version that was on the screen.
    """
    filled = fields.filled()
    for name in (_VERSION, _CONFLICT, _SAVED, _AT_FIRST):
        filled.pop(name, None)
    if fields.got(_AT_FIRST) is None:
        fields.put(_AT_FIRST, filled)
    elif fields.got(_VERSION) not in (None, now) and filled == fields.got(_AT_FIRST):
        fields.clear()
        st.rerun()
