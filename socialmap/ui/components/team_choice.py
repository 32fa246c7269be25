"""Which of the own teams one looks at; nothing to choose for who works in one."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from socialmap.actions.telling import Choice
from socialmap.ui.text import TEXT

_TEAM = "gekozen_team"


def chosen_team() -> str:
    """The id of the team that was chosen; empty for the first of the own teams."""
    return str(st.session_state.get(_TEAM) or "")


def show(teams: Sequence[Choice]) -> None:
    names = {team.id: team.label for team in teams}
    if len(names) < 2:
        return
    if st.session_state.get(_TEAM) not in names:
        st.session_state[_TEAM] = next(iter(names))
    st.pills(
        TEXT.stand.team,
        list(names),
        key=_TEAM,
        required=True,
        format_func=names.__getitem__,
        persist_state="session",
    )
