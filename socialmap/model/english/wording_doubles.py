"""What speaks for and against two listings being the same thing, in English."""

from __future__ import annotations

from collections.abc import Sequence

from socialmap.model.wording_doubles import SAME_PLACE_M, DoublePart

_OF_MORE = " But more of them have it."
_SAME_CONTACT = {
    DoublePart.PHONE: "The phone number is the same.",
    DoublePart.MAIL: "The mail address is the same.",
    DoublePart.WEBSITE: "The website is the same.",
}


def words_apart(one: str, other: str) -> str:
    return f"One name has '{one}', the other '{other}'."


def same_contact(part: DoublePart, *, shared: bool) -> str:
    return _SAME_CONTACT[part] + (_OF_MORE if shared else "")


def same_building(name: str) -> str:
    return f"They are in the same building: {name}." if name else "They are in the same building."


def apart(distance_m: int) -> str:
    if distance_m <= SAME_PLACE_M:
        return "They are in the same place."
    if distance_m < 1000:
        return f"They are {distance_m} metres apart."
    return f"They are {distance_m / 1000:.1f} kilometres apart."


def merged(name: str, other: str) -> str:
    return f"Merged: '{name}' and '{other}' are one now."


def told_apart(name: str, other: str) -> str:
    return f"Good. '{name}' and '{other}' stay two. We will not ask again."


def merged_row(line: int, name: str, said: Sequence[str]) -> str:
    return (
        f"Line {line} is about something that was merged with {name}. It says something else now:"
        f" {'; '.join(said)}. Check it and change it yourself."
    )
