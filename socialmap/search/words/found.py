"""What a text was found to be about, with the words that led there."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from socialmap.model.values import ThemeId


class Because(StrEnum):
    """What led to a theme: a label that stands in the text, a word that points at it, a saying alike."""

    LABEL = "label"
    BEGINNING = "begin"
    WORD = "woord"
    SAYING = "lijkt_op"


@dataclass(frozen=True, slots=True)
class ThemeHit:
    """A theme, its score, and the words that led to it: a label, a saying alike, or those of the text itself.

    ``sure``: it may be taken for what was meant until somebody says otherwise; other hits are asked back.
    """

    theme: ThemeId
    score: int
    label: str
    because: Because = Because.LABEL
    sure: bool = True


@dataclass(frozen=True, slots=True)
class WordsFound:
    """``acute``: somebody may be in danger; then the safety card comes before anything else.

    ``perhaps_acute``: too little for the card, too much to say nothing: ask whether somebody is in danger.
    ``themes`` holds at most five, best first; empty if nothing can be known.
    """

    acute: bool
    themes: tuple[ThemeHit, ...]
    perhaps_acute: bool = False


class Listener(Protocol):
    """Hears what a text is about, and whether it tells of a person in danger."""

    def find(self, text: str) -> WordsFound: ...

    def is_acute(self, written: str) -> bool: ...


NOTHING = WordsFound(False, ())
