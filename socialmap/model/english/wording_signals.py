"""Patterns and signals, in English: what stands out, and why a table is proposed."""

from __future__ import annotations

from socialmap.model.language import told
from socialmap.model.together import Scale, SignalKind
from socialmap.model.wording_signals import (
    KIND_LABELS,
    MORE_THAN_BEFORE,
    MORE_THAN_ELSEWHERE,
    NOTHING_STRIKING,
    SCALE_LABELS,
    STRIKING_IS_NO_PROOF,
    TOO_FEW_TO_TELL,
    PatternOutcome,
)


def waits(days: int) -> str:
    if days < 1:
        return "Today they hear what happened."
    return f"Waiting for an answer for {days} {'day' if days == 1 else 'days'}."


def goes_first_about(sort: SignalKind) -> str:
    return f"Is the first to go to about {told(KIND_LABELS[sort])}."


def also_about(sort: SignalKind) -> str:
    return f"Is also about {told(KIND_LABELS[sort])}."


def speaks_for(scale: Scale) -> str:
    return f"It happens in {told(SCALE_LABELS[scale])}."


def pattern_sentences(outcome: PatternOutcome) -> tuple[str, ...]:
    if outcome is PatternOutcome.TOO_FEW:
        return (told(TOO_FEW_TO_TELL),)
    if outcome is PatternOutcome.NOTHING:
        return (told(NOTHING_STRIKING),)
    why = {
        PatternOutcome.HERE_AND_NOW: (MORE_THAN_ELSEWHERE, MORE_THAN_BEFORE),
        PatternOutcome.HERE: (MORE_THAN_ELSEWHERE,),
        PatternOutcome.NOW: (MORE_THAN_BEFORE,),
    }
    return tuple(told(each) for each in (*why[outcome], STRIKING_IS_NO_PROOF))
