"""Signals as a screen shows them: who follows one, how long people wait for an answer, its one A4."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from socialmap.actions.telling import Choice, choices
from socialmap.actions.workspace import Workspace
from socialmap.collective.routing import Route, route
from socialmap.collective.signal_draft import TEXTS, write_up
from socialmap.collective.signal_flow import next_steps, waiting
from socialmap.model import wording_signals as words
from socialmap.model.together import Signal, SignalChoice, SignalStatus
from socialmap.model.work import Professional


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalLine:
    """``waits``: a sentence when people should have heard by now; ``told``: who heard, empty before.

    ``closed``: why it is closed, empty before.
    """

    id: str
    title: str
    about: str
    where: str
    status: SignalStatus
    status_label: str
    owner: str
    report_back_on: date | None
    told: str
    waits: str
    closed: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SignalDetail:
    """One signal whole. ``paper``: headings and texts of the A4; ``routes``: where it goes, and why.

    ``texts``: what was written freely, by field.
    """

    line: SignalLine
    paper: tuple[tuple[str, str], ...]
    routes: tuple[Route, ...]
    choice: SignalChoice | None
    addressed_to: str
    owner_id: str
    texts: Mapping[str, str]
    next: tuple[Choice, ...]
    version: int


def lines_of(workspace: Workspace, signals: Iterable[Signal]) -> tuple[SignalLine, ...]:
    """Whose people wait longest come first, then by the day to report back, what is closed last."""
    every = list(signals)
    late = {signal.id: place for place, signal in enumerate(waiting(every, workspace.today()))}

    def order(signal: Signal) -> tuple[bool, int, date, str]:
        return (
            signal.status is SignalStatus.CLOSED,
            late.get(signal.id, len(late)),
            signal.report_back_on or date.max,
            signal.id,
        )

    return tuple(line_of(workspace, signal) for signal in sorted(every, key=order))


def line_of(workspace: Workspace, signal: Signal) -> SignalLine:
    today = workspace.today()
    owner = workspace.projections.people().all(Professional).get(signal.owner or "")
    due = signal.report_back_on
    return SignalLine(
        id=signal.id,
        title=signal.title,
        about=words.KIND_LABELS[signal.sort],
        where=signal.where,
        status=signal.status,
        status_label=words.STATUS_LABELS[signal.status],
        owner=owner.name if owner else "",
        report_back_on=due,
        told=signal.reported_back,
        waits=words.waits((today - due).days) if due and waiting([signal], today) else "",
        closed=signal.closed_because,
    )


def detail_of(workspace: Workspace, signal: Signal, version: int) -> SignalDetail:
    return SignalDetail(
        line=line_of(workspace, signal),
        paper=write_up(signal),
        routes=route(signal.sort, signal.scale, signal.cause),
        choice=signal.choice,
        addressed_to=signal.addressed_to,
        owner_id=signal.owner or "",
        texts={field: getattr(signal, field) for field in TEXTS},
        next=choices((status, words.STATUS_LABELS[status]) for status in next_steps(signal)),
        version=version,
    )
