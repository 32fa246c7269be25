"""Wat valt op?: patterns in the questions, and the signals that colleagues wrote."""

from __future__ import annotations

from dataclasses import dataclass

from socialmap.actions.patterns_here import PatternLine, patterns_here
from socialmap.actions.signal_lines import SignalDetail, SignalLine, detail_of, lines_of
from socialmap.actions.workspace import Workspace
from socialmap.errors import NotFound
from socialmap.model.together import Signal
from socialmap.privacy.roles import Right, Viewer, permit


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalsAnswer:
    """Patterns with what is *hier en nu* first; signals with those whose people wait longest first."""

    patterns: tuple[PatternLine, ...]
    signals: tuple[SignalLine, ...]


def show_signals(workspace: Workspace, viewer: Viewer) -> SignalsAnswer:
    """Everything that stands out and everything that was written. Only the core sees numbers of people."""
    permit(viewer, Right.SEE_SIGNALS)
    patterns = patterns_here(workspace, viewer, action="wat valt op")
    signals = workspace.projections.people().all(Signal).values()
    return SignalsAnswer(patterns=patterns, signals=lines_of(workspace, signals))


def show_signal(workspace: Workspace, viewer: Viewer, signal_id: str) -> SignalDetail:
    """One signal with its A4, its route and the steps it can take; ``NotFound`` when it is not there."""
    permit(viewer, Right.SEE_SIGNALS)
    stored = workspace.catalogue.get(Signal, signal_id)
    return detail_of(workspace, stored.entity, stored.version)


def own_signals(workspace: Workspace, viewer: Viewer) -> tuple[SignalLine, ...]:
    """The signals that the viewer follows; nobody else's."""
    permit(viewer, Right.MAKE_SIGNALS)
    signals = workspace.projections.people().all(Signal).values()
    return lines_of(workspace, [signal for signal in signals if viewer.name and signal.owner == viewer.name])


def own_signal(workspace: Workspace, viewer: Viewer, signal_id: str) -> SignalDetail:
    """One signal that the viewer follows; ``NotFound`` for any other, as if it were not there."""
    permit(viewer, Right.MAKE_SIGNALS)
    stored = workspace.catalogue.find(Signal, signal_id)
    if stored is None or not viewer.name or stored.entity.owner != viewer.name:
        raise NotFound("Dit signaal staat niet bij jouw signalen.", "Ga terug naar je lijst.")
    return detail_of(workspace, stored.entity, stored.version)
