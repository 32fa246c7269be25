"""Advice about plain Dutch, told in English."""

from __future__ import annotations

from socialmap.ui.text_plain import PlainWords

PLAIN = PlainWords(
    title="Can it be said more simply?",
    skip="This is a tip about your Dutch text. You may skip it.",
    hard_word="Instead of ‘{words}’ you can say: {plainer}.",
    long_sentence="This sentence is long ({length} words): ‘{words}’. Make it two.",
    passive="Who does it? That is not said with ‘{words}’. Write for example: vrijwilligers koken.",
    more="And {n} more.",
)
