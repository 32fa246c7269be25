"""The rounds of *Klopt dit nog?* that somebody is walking: kept while she is on another screen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import streamlit as st

_ROUNDS = "nakijken_rondes"


@dataclass(frozen=True, slots=True)
class Given:
    """What an answer did, about what; ``batch`` is what to take back, empty when nothing changed."""

    name: str
    sentence: str
    batch: str


@dataclass(slots=True)
class Round:
    """``ids`` in the order of the screen; empty before it began."""

    ids: list[str] = field(default_factory=list)
    given: dict[str, Given] = field(default_factory=dict)


def current(kind: str) -> Round:
    rounds: dict[str, Round] = st.session_state.setdefault(_ROUNDS, {})
    return rounds.setdefault(kind, Round())


def begin(kind: str, ids: Sequence[str]) -> None:
    current(kind).ids = list(ids)


def finish(kind: str) -> None:
    """The next time the screen is shown it begins a new round."""
    st.session_state.get(_ROUNDS, {}).pop(kind, None)


def note(kind: str, thing_id: str, given: Given) -> None:
    current(kind).given[thing_id] = given


def take_back(kind: str, thing_id: str) -> None:
    current(kind).given.pop(thing_id, None)
