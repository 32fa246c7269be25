"""Rules that hear danger: violence, not wanting to live, a child or an older person in danger, force.

A rule is a row of words with gaps, ``<slaat> ..2 <iemand>``:

- ``word`` or ``word*`` (how it begins) or ``*word`` (how it ends), ``a|b`` one of them;
- ``<class>``: a word of a class, also beside others (``<class>|word``);
- ``(word)``: it may be absent; ``!word``: what comes next is another word, or nothing;
- ``..3``: at most three words of any kind; ``~3``: at most three, of which none is of the class ``ik``;
- ``^`` and ``$``: where the text begins and ends.

Recall goes before precision: a false alarm costs one tap. A negation never switches a rule off ("hij slaat
me niet elke dag"). What is harmless (*een gat in de markt slaan*) is covered before any rule is tried, and
then only those words: what stands beside them is still heard.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from socialmap.model.normal_text import normalise

_OPTIONAL = re.compile(r"\((.+)\)")
_GAP = re.compile(r"(\.\.|~)([1-9]\d?)")
_CLASS = re.compile(r"<(.+)>")
_MYSELF = "<ik>"
_SHORTEST_END = 3
"""Letters of a beginning or an end that a word is looked up by; a shorter one is refused."""
_MOST_WORDS = 1000
"""Words that are listened to: more than for themes, because danger may stand at the end of a long text."""


class Strength(StrEnum):
    """What a rule says on its own."""

    SURE = "zeker"
    """Danger, whatever else is said."""
    HINT = "wenk"
    """Counts beside what was learned."""
    HARMLESS = "onschuldig"
    """These words mean no danger."""


@dataclass(frozen=True, slots=True)
class DangerRule:
    """``kind`` says which danger (*geweld-thuis*); ``text`` is the rule as it is written."""

    kind: str
    strength: Strength
    text: str


class DangerRules:
    """All rules, ready to be tried on a text. ``classes``: the words of each class, by its name.

    ``ValueError`` names a rule that is not well formed.
    """

    def __init__(self, rules: Sequence[DangerRule], classes: Mapping[str, Sequence[str]]) -> None:
        self.rules, self.classes = tuple(rules), {name: tuple(words) for name, words in classes.items()}

    @cached_property
    def _ready(self) -> _Ready:
        return _Ready(self)

    def heard(self, text: str) -> tuple[int, ...]:
        """The numbers of the sure rules and the hints that the text meets, lowest first."""
        return tuple(sorted(self._ready.heard(text)))

    def harmless(self, text: str, small: Set[str]) -> bool:
        """Is the text nothing but what is harmless, beside words that are small?"""
        return self._ready.harmless(text, small)

    def are_sure(self, heard: Iterable[int]) -> bool:
        """Is one of these rules enough on its own?"""
        return any(self.rules[number].strength is Strength.SURE for number in heard)


@dataclass(frozen=True, slots=True)
class _Step:
    """One part of a rule: ``atom`` numbers a word or class; a gap has its ``width`` and what it avoids."""

    atom: int = -1
    optional: bool = False
    absent: bool = False
    width: int = 0

    @property
    def needed(self) -> bool:
        return not (self.width or self.optional or self.absent)

    def after(self, state: int, places: Sequence[int]) -> int:
        """Where a text may go on, as bits: bit ``i`` is before word ``i``."""
        if self.width:
            blocked = places[self.atom] if self.atom >= 0 else 0
            reached = state
            for _ in range(self.width):
                reached = (reached & ~blocked) << 1
                state |= reached
            return state
        if self.absent:
            return state & ~places[self.atom]
        met = (state & places[self.atom]) << 1
        return met | state if self.optional else met


def _walked(steps: Iterable[_Step], state: int, places: Sequence[int]) -> int:
    """Where a text may go on after all steps, as bits; 0 if it does not meet them."""
    for step in steps:
        state = step.after(state, places)
        if not state:
            break
    return state


def _listened(text: str) -> tuple[str, ...]:
    """The words that are listened to, between the signs of where the text begins and ends."""
    return ("^", *normalise(text).split()[:_MOST_WORDS], "$")


class _Ready:
    """The rules with every word looked up by number, so that a text is read once for all of them."""

    def __init__(self, rules: DangerRules) -> None:
        self._classes = rules.classes
        self._numbers: dict[str, int] = {}
        self._words: dict[str, list[int]] = defaultdict(list)
        self._beginnings: dict[str, list[int]] = defaultdict(list)
        self._ends: dict[str, list[int]] = defaultdict(list)
        self._longest = 0
        self._alarms: dict[int, list[tuple[int, tuple[_Step, ...]]]] = defaultdict(list)
        self._harmless: list[tuple[_Step, ...]] = []
        for number, rule in enumerate(rules.rules):
            steps = tuple(self._steps(rule.text))
            needed = [step.atom for step in steps if step.needed]
            if not needed:
                raise ValueError(f"{rule.text!r} says nothing")
            if rule.strength is Strength.HARMLESS:
                if not steps[0].needed or steps[-1].width:
                    raise ValueError(f"{rule.text!r} covers what nobody wrote down")
                self._harmless.append(steps)
            else:
                self._alarms[needed[0]].append((number, steps))

    def harmless(self, text: str, small: Set[str]) -> bool:
        words = _listened(text)
        covered = self._covered(self._places(words), (1 << len(words)) - 1)
        return bool(covered) and all(
            covered >> place & 1 or word in small for place, word in enumerate(words[1:-1], 1)
        )

    def heard(self, text: str) -> Iterator[int]:
        words = _listened(text)
        places = self._places(words)
        whole = (1 << len(words)) - 1
        covered = self._covered(places, whole)
        if covered:
            places = [each & ~covered for each in places]
        for atom, rules in self._alarms.items():
            for number, steps in rules if places[atom] else ():
                if _walked(steps, whole, places):
                    yield number

    def _covered(self, places: Sequence[int], whole: int) -> int:
        """The words of the text that stand in something harmless, as bits."""
        covered = 0
        for steps in self._harmless:
            starts = places[steps[0].atom] & whole
            while starts:
                start = starts & -starts
                starts ^= start
                end = _walked(steps, start, places)
                if end:
                    covered |= (1 << end.bit_length() - 1) - start
        return covered

    def _places(self, words: Sequence[str]) -> list[int]:
        """Per atom the places in the text where it stands, as bits."""
        places = [0] * len(self._numbers)
        for place, word in enumerate(words):
            bit = 1 << place
            for atom in self._words.get(word, ()):
                places[atom] |= bit
            for length in range(_SHORTEST_END, min(len(word), self._longest) + 1):
                for atom in self._beginnings.get(word[:length], ()):
                    places[atom] |= bit
                for atom in self._ends.get(word[-length:], ()):
                    places[atom] |= bit
        return places

    def _steps(self, text: str) -> Iterator[_Step]:
        for part in text.split():
            gap, optional = _GAP.fullmatch(part), _OPTIONAL.fullmatch(part)
            if gap:
                atom = self._atom(_MYSELF) if gap[1] == "~" else -1
                yield _Step(atom, width=int(gap[2]))
            elif optional:
                yield _Step(self._atom(optional[1]), optional=True)
            elif part.startswith("!"):
                yield _Step(self._atom(part[1:]), absent=True)
            else:
                yield _Step(self._atom(part))

    def _atom(self, written: str) -> int:
        """The number of what was written in one place of a rule."""
        if written not in self._numbers:
            number = self._numbers[written] = len(self._numbers)
            for word in set(self._spelled(written)):
                self._learn(word, number)
        return self._numbers[written]

    def _spelled(self, written: str) -> Iterator[str]:
        for each in written.split("|"):
            named = _CLASS.fullmatch(each)
            if named is None:
                yield each
            elif named[1] in self._classes:
                for word in self._classes[named[1]]:
                    yield from self._spelled(word)
            else:
                raise ValueError(f"no class of words is called {named[1]}")

    def _learn(self, word: str, number: int) -> None:
        bare = word.strip("*")
        written = bare in ("^", "$") or (bare.isalnum() and bare == normalise(bare))
        if word not in (bare, f"{bare}*", f"*{bare}") or not written:
            raise ValueError(f"{word!r} is no word of a rule")
        if word == bare:
            self._words[bare].append(number)
        elif len(bare) < _SHORTEST_END:
            raise ValueError(f"{word!r} is too short for a part of a word")
        else:
            self._longest = max(self._longest, len(bare))
            (self._ends if word.startswith("*") else self._beginnings)[bare].append(number)


def spelled_rules(lines: Iterable[Sequence[str]]) -> Iterator[DangerRule]:
    """Rules from lines of kind, strength and rule."""
    for kind, strength, text in lines:
        yield DangerRule(kind, Strength(strength), text)
