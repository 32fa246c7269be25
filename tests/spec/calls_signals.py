"""How to call each action about patterns, signals and the weekly release of counts; with its right."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from socialmap.actions.correct_signal import bring_back_signal, correct_signal, remove_signal
from socialmap.actions.lead_signal import hand_signal, move_signal, signal_owners
from socialmap.actions.patterns_here import patterns_here, patterns_of_week
from socialmap.actions.release_counts import release_counts
from socialmap.actions.save_signal import open_signal, propose_route, save_signal
from socialmap.actions.show_signals import own_signal, own_signals, show_signal, show_signals
from socialmap.actions.workspace import Workspace
from socialmap.collective.signal_draft import SignalDraft
from socialmap.model.together import CauseLevel, Scale, Signal, SignalKind, SignalSource, SignalStatus
from socialmap.model.values import ProfessionalId
from socialmap.privacy.roles import Viewer
from tests.town import WERKER

Call = Callable[[Workspace, Viewer, Path], object]

LIFT = SignalDraft(
    title="Lift kapot",
    sort=SignalKind.HOME_AND_BLOCK,
    scale=Scale.COMPLEX,
    cause=CauseLevel.SURROUNDINGS,
    origin=SignalSource.GROUP,
    what_we_see="Drie weken lift kapot, mensen komen niet meer beneden.",
    where="De flat aan de kade",
    people=1,
)


def kept(workspace: Workspace, viewer: Viewer) -> tuple[str, int]:
    """A signal that this viewer follows: its id and version."""
    signal = Signal(
        id=workspace.new_id(Signal.kind),
        title="Lift kapot",
        sort=SignalKind.HOME_AND_BLOCK,
        scale=Scale.COMPLEX,
        cause=CauseLevel.SURROUNDINGS,
        origin=SignalSource.GROUP,
        what_we_see="Drie weken lift kapot.",
        where="De flat aan de kade",
        how_often="Drie weken.",
        owner=ProfessionalId(viewer.name),
    )
    workspace.catalogue.save([signal], actor="proef", action="proef", at=workspace.clock())
    return signal.id, workspace.catalogue.get(Signal, signal.id).version


def _move(workspace: Workspace, viewer: Viewer, _: Path) -> None:
    signal_id, version = kept(workspace, viewer)
    move_signal(workspace, viewer, signal_id, SignalStatus.DEEPENED, version=version)


def _hand(workspace: Workspace, viewer: Viewer, _: Path) -> None:
    signal_id, version = kept(workspace, viewer)
    hand_signal(workspace, viewer, signal_id, WERKER.id, version=version)


def _correct(workspace: Workspace, viewer: Viewer, _: Path) -> None:
    signal_id, version = kept(workspace, viewer)
    correct_signal(workspace, viewer, signal_id, {"title": "Lift stuk"}, version=version)


def _remove(workspace: Workspace, viewer: Viewer, _: Path) -> str:
    signal_id, version = kept(workspace, viewer)
    remove_signal(workspace, viewer, signal_id, version=version)
    return signal_id


def _bring_back(workspace: Workspace, viewer: Viewer, folder: Path) -> None:
    bring_back_signal(workspace, viewer, _remove(workspace, viewer, folder))


CALLS: dict[str, tuple[str, Call]] = {
    "patterns_here": ("signalen zien", lambda w, v, _: patterns_here(w, v, action="proef")),
    "patterns_of_week": ("signalen zien", lambda w, v, _: list(patterns_of_week(w, v))),
    "show_signals": ("signalen zien", lambda w, v, _: show_signals(w, v)),
    "show_signal": ("signalen zien", lambda w, v, _: show_signal(w, v, kept(w, v)[0])),
    "own_signals": ("signalen maken", lambda w, v, _: own_signals(w, v)),
    "own_signal": ("signalen maken", lambda w, v, _: own_signal(w, v, kept(w, v)[0])),
    "open_signal": ("signalen maken", lambda w, v, _: open_signal(w, v)),
    "propose_route": ("signalen maken", lambda w, v, _: propose_route(w, v, LIFT)),
    "save_signal": ("signalen maken", lambda w, v, _: save_signal(w, v, LIFT)),
    "correct_signal": ("signalen maken", _correct),
    "remove_signal": ("signalen maken", _remove),
    "bring_back_signal": ("signalen maken", _bring_back),
    "move_signal": ("signalen leiden", _move),
    "hand_signal": ("signalen leiden", _hand),
    "signal_owners": ("signalen leiden", lambda w, v, _: signal_owners(w, v)),
    "release_counts": ("aantallen vrijgeven", lambda w, v, _: release_counts(w, v, apply=False)),
}
