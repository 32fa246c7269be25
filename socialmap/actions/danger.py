"""Words about a person in danger: those are kept nowhere, they lead to the *meldcode* and a telephone."""

from __future__ import annotations

from collections.abc import Mapping

from socialmap.actions.workspace import Workspace
from socialmap.errors import InvalidInput, Violation
from socialmap.model.wording_signals import NOT_A_SIGNAL, SAY_IT_OTHERWISE


def in_danger(workspace: Workspace, texts: Mapping[str, str]) -> tuple[str, ...]:
    """The fields whose text tells of somebody in danger; empty if none does."""
    return tuple(field for field, text in texts.items() if workspace.words.is_acute(text))


def danger_in(workspace: Workspace, texts: Mapping[str, str], sentence: str) -> list[Violation]:
    """One for every such field: what it is, and what to do when it was read wrongly."""
    return [Violation(field, f"{sentence} {SAY_IT_OTHERWISE}") for field in in_danger(workspace, texts)]


def refuse_danger(workspace: Workspace, texts: Mapping[str, str]) -> None:
    """``InvalidInput`` beside every field that tells of somebody in danger: that is no signal."""
    found = danger_in(workspace, texts, NOT_A_SIGNAL)
    if found:
        raise InvalidInput(found)
