"""Friendly advice about plain Dutch."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PlainWords:
    """Under a text that others will read. ``{…}`` is filled in by the screen."""

    title: str = "Kan het nog eenvoudiger?"
    skip: str = "Dit is een tip. Je mag hem overslaan."
    hard_word: str = "In plaats van ‘{words}’ kun je zeggen: {plainer}."
    long_sentence: str = "Deze zin is lang ({length} woorden): ‘{words}’. Maak er twee van."
    passive: str = "Wie doet het? Dat staat niet bij ‘{words}’. Schrijf bijvoorbeeld: vrijwilligers koken."
    more: str = "En nog {n}."
