"""Plain Dutch (B1): hard words with a plainer one, long sentences, and who does it when that is not said."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from socialmap.language.files import language_folder
from socialmap.language.sayings import tab_separated

LONG_SENTENCE = 20
"""From more words than this on a sentence is long: B1 stays around fifteen."""
_FILE = "plain.tsv"
_SENTENCE_ENDS = re.compile(r"(?<=[.!?…])\s+(?=[A-ZÀ-Þ0-9‘“'\"])|[\n;]+")
_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_BECOMES = r"(?:word|wordt|worden|werd|werden)"
_PARTICIPLE = (
    r"(?:(?:aan|af|bij|door|in|mee|na|om|op|over|terug|toe|uit|voor|weg|samen)?ge[a-zë]+(?:d|t|en|aan|ien)"
    r"|(?:be|ver|ont|her|er)[a-zë]{3,}(?:d|t|en)|[a-zë]{3,}eerd)"
)
_NONE = (
    r"(?!(?:bekend|geld|gebied|gebouw|gezond|gezonde|geen|gelijk|gemeente|gewoon|beter|verder|goed|groot)\b)"
)
"""Words that look like a participle and are none: *het wordt gezond eten*."""
_PASSIVE = re.compile(
    rf"\b{_BECOMES}\b (?:[\w’'-]+ ){{0,8}}?{_NONE}{_PARTICIPLE}\b|\b{_NONE}{_PARTICIPLE} {_BECOMES}\b",
    re.IGNORECASE,
)
_BY_WHOM = re.compile(r" door (?!de week|omstandigheden|ziekte|drukte)(?=[^\W\d_])", re.IGNORECASE)
"""It does say who: *wordt door vrijwilligers gekookt*."""


class PlainKind(StrEnum):
    """What could be plainer."""

    HARD_WORD = "moeilijk_woord"
    LONG_SENTENCE = "lange_zin"
    PASSIVE = "wie_doet_het"


@dataclass(frozen=True, slots=True)
class PlainHint:
    """``words`` are those of the text; ``plainer`` is for a hard word, ``length`` (words) for a sentence."""

    kind: PlainKind
    words: str
    plainer: str = ""
    length: int = 0


def plain_hints(text: str) -> tuple[PlainHint, ...]:
    """What could be plainer, hard words first, each once; empty when nothing is found.

    >>> [(hint.words, hint.plainer) for hint in plain_hints("Bewoners participeren.")]
    [('participeren', 'meedoen')]
    """
    sentences = [sentence.strip() for sentence in _SENTENCE_ENDS.split(text)]
    found = [*_hard_words(text)]
    for sentence in sentences:
        length = len(_WORD.findall(sentence))
        if length > LONG_SENTENCE:
            found.append(PlainHint(PlainKind.LONG_SENTENCE, sentence, length=length))
    passive = (
        match.group()
        for sentence in sentences
        for match in _PASSIVE.finditer(sentence)
        if not _BY_WHOM.search(match.group()) and not _BY_WHOM.match(sentence, match.end())
    )
    return (*found, *(PlainHint(PlainKind.PASSIVE, words) for words in dict.fromkeys(passive)))


def _hard_words(text: str) -> Iterator[PlainHint]:
    """In the order of the text; of words that stand inside other ones only the longest."""
    told: set[str] = set()
    for match in _pattern().finditer(text):
        plainer = _plainer()[_folded(match.group())]
        if plainer not in told:
            told.add(plainer)
            yield PlainHint(PlainKind.HARD_WORD, match.group(), plainer)


@dataclass(frozen=True, slots=True)
class HardWord:
    """A hard word as it stands in a dictionary, a plainer one, and its ``others``: forms written down."""

    word: str
    plainer: str
    others: tuple[str, ...] = ()

    @property
    def forms(self) -> tuple[str, ...]:
        """Itself first; those that were written down, else the usual ones of a word like it."""
        return (self.word, *self.others) if self.others else forms(self.word)


def hard_words() -> Iterator[HardWord]:
    """Our own list."""
    for word, plainer, *others in tab_separated(language_folder() / _FILE, 2, 3):
        yield HardWord(word, plainer, tuple(others[0].split("; ")) if others else ())


@cache
def _plainer() -> Mapping[str, str]:
    """Each form of each hard word, in small letters → a plainer one."""
    return {_folded(form): hard.plainer for hard in hard_words() for form in hard.forms}


@cache
def _pattern() -> re.Pattern[str]:
    longest_first = sorted(_plainer(), key=lambda form: (-len(form), form))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)", re.IGNORECASE)


def _folded(word: str) -> str:
    return word.casefold()


def forms(word: str) -> tuple[str, ...]:
    """The forms in which a Dutch word of Latin origin mostly stands in a text, itself first.

    >>> forms("participeren")
    ('participeren', 'participeer', 'participeert', 'participeerde', 'participeerden', 'geparticipeerd')
    >>> forms("structureel"), forms("effectief"), forms("locatie")
    (('structureel', 'structurele'), ('effectief', 'effectieve'), ('locatie', 'locaties'))
    """
    if " " in word or "." in word:
        return (word,)
    if word.endswith(("ëren", "eren")) and len(word) > 6:
        root, vowel = word[:-4], word[-4]
        verb = f"{root}{vowel}er"
        return (word, verb, f"{verb}t", f"{verb}de", f"{verb}den", f"ge{verb}d")
    for ending, inflected in _INFLECTED.items():
        if word.endswith(ending):
            return (word, word.removesuffix(ending) + inflected)
    if word.endswith(("ant", "ent", "or", "ing", "eit", "iteit")):
        return (word, f"{word}en", f"{word}s")
    return (word, f"{word}s") if word.endswith(("e", "el", "er")) else (word, f"{word}e")


_INFLECTED = {
    "ieel": "iële", "eel": "ele", "ief": "ieve", "aal": "ale", "iek": "ieke", "air": "aire", "aam": "ame",
    "tie": "ties", "teit": "teiten", "ium": "ia", "gericht": "gerichte", "bel": "bele",
}  # fmt: skip
