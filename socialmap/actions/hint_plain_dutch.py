"""What of a text could be plainer: friendly advice that may be ignored. Nothing of the text is kept."""

from __future__ import annotations

from socialmap.language.plain_dutch import PlainHint as PlainHint
from socialmap.language.plain_dutch import PlainKind as PlainKind
from socialmap.language.plain_dutch import plain_hints
from socialmap.privacy.roles import Right, Viewer, permit


def hint_plain_dutch(viewer: Viewer, text: str) -> tuple[PlainHint, ...]:
    """Hard words with a plainer one, long sentences, and sentences that do not say who does it."""
    permit(viewer, Right.SEE_OFFERS)
    return plain_hints(text)
