"""The way of a signal: noticed, deepened, placed, in hand, reported back, closed (domain.md 4.E).

Reporting back to the people who said it is the step that is forgotten in practice, so that a signal cannot
be closed without it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from socialmap.errors import InvalidInput, Violation
from socialmap.model import wording_signals as wording
from socialmap.model.dutch import and_list
from socialmap.model.together import CloseReason, Signal, SignalChoice, SignalStatus
from socialmap.privacy.free_text import violations

ORDER = tuple(SignalStatus)
WRITTEN = ("how_often", "consequence", "addressed_to", "told_to", "nobody_because", "closed_because")
"""What is written freely with a step."""
NOBODY_TO_TELL = "niemand om aan te vertellen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """What is filled in with a step; only what the step asks for is used.

    ``how_often`` and ``consequence``: the figures and the story that deepen it. ``told_to``: who heard what
    happened. Or ``nobody_to_tell``, and ``nobody_because``: why not. ``closed_because``: a sentence more.
    """

    how_often: str = ""
    consequence: str = ""

    choice: SignalChoice | None = None
    addressed_to: str = ""
    told_to: str = ""
    nobody_to_tell: bool = False
    nobody_because: str = ""
    closed_as: CloseReason | None = None
    closed_because: str = ""


def next_steps(signal: Signal) -> tuple[SignalStatus, ...]:
    """What may follow: one step forward, one back to mend a mistake, or closing; after closing, reopening."""
    if signal.status is SignalStatus.CLOSED:
        return (SignalStatus.IN_HAND if signal.choice else SignalStatus.NOTICED,)
    place = ORDER.index(signal.status)
    near = {place - 1, place + 1, len(ORDER) - 1}
    return tuple(status for index, status in enumerate(ORDER) if index in near)


def advance(signal: Signal, to: SignalStatus, step: Step = Step()) -> Signal:
    """The signal one step further; ``InvalidInput`` with a sentence for everything the step still needs.

    Reopened, it waits for an answer once more.
    """
    _check_order(signal, to)
    if signal.status is SignalStatus.CLOSED:
        return replace(signal, status=to, closed_because="", reported_back="")
    if ORDER.index(to) < ORDER.index(signal.status):
        return replace(signal, status=to)
    changed = replace(
        signal,
        status=to,
        how_often=step.how_often.strip() or signal.how_often,
        consequence=step.consequence.strip() or signal.consequence,
        choice=step.choice or signal.choice,
        addressed_to=step.addressed_to.strip() or signal.addressed_to,
        reported_back=_told(step) or signal.reported_back,
        closed_because=_closed(step) if to is SignalStatus.CLOSED else "",
    )
    wrong = [*_needed(changed, step), *_names(step)]
    if wrong:
        raise InvalidInput(wrong)
    return changed


def waiting(signals: Iterable[Signal], today: date) -> tuple[Signal, ...]:
    """The signals whose people should have heard by now and have not; the longest overdue first, then id."""
    late = [
        signal
        for signal in signals
        if signal.status is not SignalStatus.CLOSED
        and not signal.reported_back
        and signal.report_back_on is not None
        and signal.report_back_on <= today
    ]
    return tuple(sorted(late, key=lambda signal: (signal.report_back_on or today, signal.id)))


def _check_order(signal: Signal, to: SignalStatus) -> None:
    allowed = next_steps(signal)
    if to in allowed:
        return
    steps = and_list([wording.STATUS_LABELS[status] for status in allowed])
    raise InvalidInput([Violation("status", wording.STEP_IN_ORDER.format(steps=steps))])


def _needed(signal: Signal, step: Step) -> Iterable[Violation]:
    placed = signal.status in {SignalStatus.PLACED, SignalStatus.IN_HAND}
    deepening = signal.status in {SignalStatus.DEEPENED, SignalStatus.PLACED}
    if deepening and not (signal.how_often or signal.consequence):
        yield Violation("how_often", wording.DEEPEN_FIRST)
    if placed and signal.choice is None:
        yield Violation("choice", wording.CHOOSE_WHAT_TO_DO)
    if placed and signal.choice in {SignalChoice.TOGETHER, SignalChoice.RAISE} and not signal.addressed_to:
        yield Violation("addressed_to", wording.CHOOSE_AN_ADDRESSEE)
    if step.nobody_to_tell and not step.nobody_because.strip():
        yield Violation("nobody_because", wording.SAY_WHY_NOBODY)
    elif signal.status is SignalStatus.REPORTED_BACK and not signal.reported_back:
        yield Violation("reported_back", wording.SAY_TO_WHOM)
    if signal.status is SignalStatus.CLOSED:
        if not signal.reported_back and not step.nobody_to_tell:
            yield Violation("reported_back", wording.REPORT_BACK_FIRST)
        if step.closed_as is None:
            yield Violation("closed_because", wording.SAY_WHY_CLOSED)


def _told(step: Step) -> str:
    """*verteld aan …*, or that there is nobody to tell and why; empty when neither is filled in."""
    if step.told_to.strip():
        return f"verteld aan {step.told_to.strip()}"
    if step.nobody_to_tell and step.nobody_because.strip():
        return f"{NOBODY_TO_TELL}: {step.nobody_because.strip()}"
    return ""


def _closed(step: Step) -> str:
    """*opgelost*, or *opgelost: De lift doet het weer.*"""
    return ": ".join(filter(None, (step.closed_as and str(step.closed_as), step.closed_because.strip())))


def _names(step: Step) -> Iterable[Violation]:
    for field in WRITTEN:
        yield from violations(field, getattr(step, field))
