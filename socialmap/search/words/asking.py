"""What a short text asks for, without the words that only ask: *ik zoek een hobby* asks for *hobby*."""

from __future__ import annotations

from collections.abc import Sequence

from socialmap.search.words.labels import SMALL_WORDS

_ASKING_BY_KIND = (
    "zoek zoekt zoeken gezocht vind vindt vinden vraag vraagt vragen",
    "wil wilt willen wou zou kan kunt kunnen mag graag",
    "heb hebt heeft hebben nodig",
    "doe doet doen help helpt helpen hulp zijn wordt gaat ga gaan kom komt komen",
    "iemand wie wat waar hoe ergens hier nu weer eens",
    "moeder vader mama papa zoon dochter broer zus oma opa kind kinderen man vrouw vriend vriendin",
    "buurvrouw buurman client",
)
"""No titles: what follows one is a name. No denials: who does not want something does not ask for it."""
_ASKING = SMALL_WORDS.union(*(kind.split() for kind in _ASKING_BY_KIND))
_LONGEST = 6
"""Words; in a longer text what is left says too little of what it is about."""


def asked_for(words: Sequence[str]) -> tuple[str, ...]:
    """The words that are left of a short text, in normal form; none of a longer one.

    >>> asked_for("mijn vader wil graag dansen".split()), asked_for("wie kan mijn moeder helpen".split())
    (('dansen',), ())
    """
    return tuple(word for word in words if word not in _ASKING) if len(words) <= _LONGEST else ()
