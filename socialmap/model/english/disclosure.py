"""How a count of people is said in a sentence, in English."""

from __future__ import annotations

from socialmap.model.rounding import round_whole


def number_words(count: int, *, floor: int = 5) -> str:
    if count == 0:
        return "nobody"
    return "a few people" if count < floor else f"{count} people"


def about(count: int) -> str:
    return f"about {5 * round_whole(count / 5)}"
