"""The round of *Klopt dit nog?* that somebody is walking: kept while she is on another screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

from socialmap.actions.show_checks import Key

_ROUND = "nakijken_ronde"


@dataclass(frozen=True, slots=True)
class Given:
    """What an answer did; ``batch`` is what to take back, empty when that goes through the history."""

    sentence: str
    batch: str = ""


@dataclass(slots=True)
class Round:
    """``keys`` in the order of the screen; empty before it began."""

    keys: list[Key] = field(default_factory=list)
    given: dict[Key, Given] = field(default_factory=dict)


def current() -> Round:
    if _ROUND not in st.session_state:
        st.session_state[_ROUND] = Round()
    found: Round = st.session_state[_ROUND]
    return found


def begin(keys: Sequence[Key]) -> None:
    st.session_state[_ROUND] = Round(list(keys))


def finish() -> None:
    """The next time the screen is shown it begins a new round."""
    st.session_state.pop(_ROUND, None)


def note(key: Key, sentence: str, batch: str = "") -> None:
    current().given[key] = Given(sentence, batch)


def take_back(key: Key) -> None:
    current().given.pop(key, None)
