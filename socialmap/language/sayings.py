"""Reads what people say: sentences per theme, what is acute and what only looks so, what says nothing.

Every line is ``family TAB voice TAB sentence``; behind a sentence about a theme may stand, after one more
TAB, other themes that a worker who hears only this sentence would also call right. A family is one way of
saying it; the families are divided once and for all into those that the finder learns from and those that it
is tested on. The name of a family that says it plainly begins with ``p-``; the others take more guessing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from hashlib import sha256
from pathlib import Path

from socialmap.errors import SetupError
from socialmap.model.values import ThemeId
from socialmap.search.words.pointers import Pointer
from socialmap.search.words.safety import DangerRules, spelled_rules

_TESTED = 8
"""One family in eight is for testing: enough to tell one hundredth from another."""
_SETTLED = 10
"""One in ten of the others is not learned from until the settings are chosen on it, as on what is new."""
_PLAIN = "p-"
_AFTER_THE_RULES = "p-acht-"
"""How the families are called that were written when the rules of danger were there already."""
_MISHEARD = ("p-gemist-", "gemist-")
"""How the families are called that were written for what an earlier model misheard. What is chosen for
being hard does not say how often a model is right, so these are only learned from."""
_PLAINEST = "p-zeker-"
"""How the families are called of danger, and of what is none, in the plainest words there are: every model
has to hear all of these, so they are only learned from."""

ALWAYS_LEARNED = frozenset(
    {
        *("slaat-mij", "wil-dood", "zelfmoord", "bang-voor-hem", "mes"),
        *("hij-ontploft", "oud-dwaalt", "echtpaar-oud-geweld"),
    }
)
"""Other families of danger that no finder may be without."""


class Split(StrEnum):
    DEVELOP = "develop"
    TEST = "test"


class Safety(StrEnum):
    """What a saying says about danger; the file that it stands in."""

    ACUTE = "acute"
    LOOK_ALIKE = "not_acute"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Saying:
    """``about`` is a theme or the name of a file of :class:`Safety`; ``voice`` says who speaks.

    ``also``: other themes that are as right an answer; whoever judged them did not know what any program
    answers.
    """

    about: str
    family: str
    voice: str
    sentence: str
    also: tuple[ThemeId, ...] = ()

    @property
    def plain(self) -> bool:
        """Is it said as people mostly say it, rather than in a roundabout way?"""
        return self.family.startswith(_PLAIN)

    @property
    def plainest(self) -> bool:
        """Is it so plain that every model has to hear it?"""
        return self.family.startswith(_PLAINEST)

    @property
    def after_the_rules(self) -> bool:
        """Had nobody seen it who wrote a rule of danger? If not, rules hear it better than what is new."""
        return self.family.startswith(_AFTER_THE_RULES)

    @property
    def split(self) -> Split:
        """Drawn from the name of the family, so that it stays as it is when lines are added."""
        return Split.DEVELOP if self._only_learned or self._drawn() % _TESTED else Split.TEST

    @property
    def settling(self) -> bool:
        """Is it one of those to develop on that settings are chosen on?"""
        drawn = self.split is Split.DEVELOP and self._drawn() // _TESTED % _SETTLED == 0
        return drawn and not (self.plainest or self._misheard)

    @property
    def _only_learned(self) -> bool:
        always = self.about == Safety.ACUTE and self.family in ALWAYS_LEARNED
        return always or self.plainest or self._misheard

    @property
    def _misheard(self) -> bool:
        return self.family.startswith(_MISHEARD)

    def _drawn(self) -> int:
        return int(sha256(f"{self.about}/{self.family}".encode()).hexdigest(), 16)


def theme_sayings(folder: Path) -> Iterator[Saying]:
    """Every sentence about a theme; ``SetupError`` names a damaged line."""
    for path in sorted((folder / "sayings").glob("*.tsv")):
        yield from _sayings(path)


def safety_sayings(folder: Path, safety: Safety) -> Iterator[Saying]:
    """What is acute, looks so, or says nothing; ``SetupError`` names a damaged line."""
    yield from _sayings(folder / f"{safety}.tsv")


def exam(folder: Path) -> Iterator[Saying]:
    """Sentences of people who saw at most the list of themes of us; nothing is learned from them.

    Their family says which of the exams it was, their voice is empty.
    """
    for about, number, sentence, *also in tab_separated(folder / "exam.tsv", 3, 4):
        yield Saying(about, number, "", sentence, _themes(also))


def pointers(folder: Path) -> Iterator[Pointer]:
    """The theme lexicon: words and phrases with the theme that they point at, and how surely (1 to 3)."""
    for path in sorted((folder / "lexicon").glob("*.tsv")):
        for phrase, weight, _kind in tab_separated(path, 3):
            yield Pointer(ThemeId(path.stem), phrase, int(weight))


def danger_rules(folder: Path) -> DangerRules:
    """The rules that hear danger (kind, strength, rule) with their classes of words."""
    rules = tuple(spelled_rules(tab_separated(folder / "danger.tsv", 3)))
    classes = tab_separated(folder / "danger_words.tsv", 2)
    return DangerRules(rules, {name: words.split() for name, words in classes})


def _sayings(path: Path) -> Iterator[Saying]:
    for family, voice, sentence, *also in tab_separated(path, 3, 4):
        yield Saying(path.stem, family, voice, sentence, _themes(also))


def _themes(written: Iterable[str]) -> tuple[ThemeId, ...]:
    return tuple(map(ThemeId, " ".join(written).split()))


def tab_separated(path: Path, columns: int, most: int = 0) -> Iterator[list[str]]:
    """The lines of a file of texts, with so many fields, or up to ``most``.

    ``SetupError`` names a line with an empty field or another number.
    """
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fields = line.split("\t")
        if not columns <= len(fields) <= max(columns, most) or not all(fields):
            raise SetupError(
                f"{path.name}, regel {number}, heeft geen {columns} delen.", "Installeer socialmap opnieuw."
            )
        yield fields
