"""Other names for the towns beside the first: the same stories under other trees, birds and rivers."""

from __future__ import annotations

import re
from functools import cache

from socialmap.demo.files import read_demo

_FIRST_TOWN = "Meerwold"


class Names:
    """The names of one town. Town 0 keeps the names as they were written."""

    def __init__(self, copy: int) -> None:
        self._written = copy == 0
        self.town = _FIRST_TOWN if copy == 0 else _town(copy)
        choices = read_demo("names")["words"]
        self._words: dict[str, str] = {word: others[copy % len(others)] for word, others in choices.items()}
        self._words[_FIRST_TOWN] = self.town
        self._pattern = _pattern()

    def say(self, text: str) -> str:
        """`text` with this town's names in it."""
        return text if self._written else self._pattern.sub(self._swap, text)

    def title(self, name: str) -> str:
        """A name for a thing; one that holds no local word gets the town's name behind it."""
        said = self.say(name)
        return said if self._written or said != name else f"{name} {self.town}"

    def _swap(self, match: re.Match[str]) -> str:
        return self._words[match.group()]


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join((_FIRST_TOWN, *read_demo("names")["words"])))


def _town(copy: int) -> str:
    """The name of a town: different for any two of the first few thousand."""
    tables = read_demo("names")
    heads, tails, rivers = tables["town"]["heads"], tables["town"]["tails"], tables["words"]["Wolde"]
    name = str(heads[copy % len(heads)]) + str(tails[copy // len(heads) % len(tails)])
    river = copy // (len(heads) * len(tails))
    return name if river == 0 else f"{name} aan de {rivers[(river - 1) % len(rivers)]}"
