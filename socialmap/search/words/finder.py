"""From people's own words to themes, in layers that can each say why; danger goes first."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import IntEnum
from math import log

import numpy as np

from socialmap.model.values import ThemeId
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.asking import asked_for
from socialmap.search.words.found import NOTHING, Because, ThemeHit, WordsFound
from socialmap.search.words.labels import MOST_SHOWN, SMALL_WORDS, LabelFinder
from socialmap.search.words.learned import (
    Examples,
    Floats,
    LearnedModel,
    Listened,
    listened,
    log_chances,
)
from socialmap.search.words.pointers import Pointed, Pointers
from socialmap.search.words.safety import DangerRules
from socialmap.search.words.spelling import Spelling
from socialmap.search.words.written import KnownWords, sentences_of, words_of

_SURE = 0.5
"""From this chance on a theme may be taken for what was meant."""
_SURE_WHEN_NAMED = 0.1
"""The same for a theme whose label stands in the text."""
_ASKED = 3
_WORTH_ASKING = 0.03
"""Below this chance a theme is not worth asking about, after the first three."""
_SAYS_IT = 1.0
"""A pointer of this strength is the reason; with a weaker one, a saying that is alike says more."""
_KNOWN_PHRASE = 1.6
"""From this strength on, of a single word, a text that asks for nothing but a pointer says something."""
_DANGER_PHRASE = 2.5
"""The same for one that points at danger: a phrase of the lexicon that is almost always about it."""
GUESS, _MOST_POINTS = 2, 9
"""What a theme scores that nothing names: the surer, the more; a guess says hardly anything."""

Encode = Callable[[Sequence[str]], Floats]


class _Alarm(IntEnum):
    """What danger in a text calls for: nothing, asking whether somebody is in danger, the safety card."""

    NONE = 0
    QUESTION = 1
    CARD = 2


@dataclass(frozen=True, slots=True, eq=False)
class Learned:
    """All that was learned from our own sayings, with the encoder and the words that it was learned with."""

    encode: Encode
    known: KnownWords
    spelling: Spelling
    pointers: Pointers
    rules: DangerRules
    model: LearnedModel
    examples: Examples

    def listen(self, text: str) -> tuple[Floats, tuple[int, ...], Listened]:
        """The direction of a text, the numbers of the rules of danger that it meets, what is heard."""
        model, ruled = self.model, self.rules.heard(text)
        directions = model.view.directions(self.encode([text]))
        heard = listened(
            model.encoder.scores(directions),
            model.grams.scores(words_of(text), self.known)[None],
            model.alike.scores(directions),
            model.rules[[*ruled, len(self.rules.rules)]].sum(keepdims=True),
        )
        return directions[0], ruled, heard


@dataclass(frozen=True, slots=True, eq=False)
class _Sentence:
    """One text as every layer hears it: ``whole`` are its labels, ``pointed`` the words that point.

    ``ruled`` are the numbers of the rules of danger that it meets. ``phrase``: what it points at most if all
    of it is one phrase or compound of the lexicon, as strongly as one word would.
    """

    text: str
    words: tuple[str, ...]
    direction: Floats
    listened: Listened
    ruled: tuple[int, ...]
    named: Mapping[ThemeId, ThemeHit]
    whole: Mapping[ThemeId, ThemeHit]
    pointed: Mapping[ThemeId, Pointed]
    phrase: Pointed | None


class WordFinder:
    """Hears which themes a text is about: by labels, by words that point, by sayings that are alike.

    The layers are added up, and each hit says which of them led to it. Where nothing can be known it gives no
    theme. ``load`` gives what was learned; it is called at every text, so it should keep its answer.
    """

    def __init__(self, vocabulary: Vocabulary, load: Callable[[], Learned]) -> None:
        self._labels = LabelFinder(vocabulary)
        self._load = load
        self._acute = vocabulary.acute_themes

    def find(self, text: str) -> WordsFound:
        """The themes that the text is about; ``NOTHING`` if it says nothing that can be known."""
        if not words_of(text):
            return NOTHING
        readings = [*self._readings(text)]
        alarm = max(map(self._alarm_of_all, readings))
        acute = alarm is _Alarm.CARD
        hits = next(filter(None, ([*self._hits(sentence)] for sentence in readings)), [])
        shown = (hit for hit in hits if acute or hit.theme not in self._acute)
        return WordsFound(acute, tuple(_descending(shown))[:MOST_SHOWN], alarm is _Alarm.QUESTION)

    def is_acute(self, written: str) -> bool:
        """Does a text that somebody wrote down tell of a person in danger?"""
        return bool(words_of(written)) and any(
            self._alarm_of_all(reading) is _Alarm.CARD for reading in self._readings(written)
        )

    def _alarm_of_all(self, text: _Sentence) -> _Alarm:
        """As a whole, and sentence by sentence: danger in one is hardly heard among the others.

        It is asked if both make it worth asking: the longer a text, the sooner one of the two does.
        """
        alarm, sentences = self._alarm(text), sentences_of(text.text)
        if alarm is _Alarm.CARD or len(sentences) == 1:
            return alarm
        worst = max(self._alarm(self._heard(each)) for each in sentences)
        return worst if worst is _Alarm.CARD else min(alarm, worst)

    def _readings(self, text: str) -> Iterator[_Sentence]:
        """The text as it was written, and as it was probably meant where a word looks like a slip."""
        yield self._heard(text)
        meant = self._load().spelling.mended(text)
        if meant != text:
            yield self._heard(meant)

    def _heard(self, text: str) -> _Sentence:
        learned, words = self._load(), words_of(text)
        direction, ruled, heard = learned.listen(text)
        named = {hit.theme: hit for hit in self._labels.hits(text)}
        pointed = learned.pointers.find(words)
        return _Sentence(
            text=text,
            words=words,
            direction=direction,
            listened=heard,
            ruled=ruled,
            named=named,
            whole={theme: hit for theme, hit in named.items() if hit.because is Because.LABEL},
            pointed={hit.theme: hit for hit in pointed},
            phrase=_one_phrase(words, pointed),
        )

    def _alarm(self, sentence: _Sentence) -> _Alarm:
        """A label of danger, a sure rule or what was learned: one is enough; a negation takes none back.

        Nothing but a figure of speech (*ik lach me dood*) is no danger, whatever was learned.
        """
        learned, heard, phrase = self._load(), sentence.listened, sentence.phrase
        model = learned.model
        if self._labels.is_acute(sentence.text):
            return _Alarm.CARD
        ruled = np.array([learned.rules.are_sure(sentence.ruled)])
        named = phrase is not None and phrase.theme in self._acute and phrase.strength >= _DANGER_PHRASE
        if named or heard.tells_of_danger(model.danger, model.doubt, ruled)[0]:
            alarm = _Alarm.CARD
        elif heard.may_tell_of_danger(model.danger, model.asked)[0]:
            alarm = _Alarm.QUESTION
        else:
            return _Alarm.NONE
        return _Alarm.NONE if learned.rules.harmless(sentence.text, SMALL_WORDS) else alarm

    def _hits(self, sentence: _Sentence) -> Iterator[ThemeHit]:
        """Themes, likeliest first; of a word that is still being typed, the labels that it begins.

        A label is at least as likely as the part of the text that it is: a text that is a label means it. A
        text that is nothing but a phrase that points surely ("wsnp") is about something, however short; so is
        one that asks for such a phrase, where what is heard agrees with it (not *dank u wel*).
        """
        learned = self._load()
        model, whole, words = learned.model, sentence.whole, sentence.words
        beginning = sentence.named and not whole and len(words) == 1 and words[0] not in learned.known
        pointed, named = layers(model.themes, sentence.pointed.values(), whole.values())
        mixed = sentence.listened.mixed(model.shares, pointed, named)
        length = np.array([len(words)], np.float32)
        best = model.themes[int(mixed[0, :-1].argmax())]
        known = self._points_surely(words)
        known = known or (best in sentence.pointed and self._points_surely(asked_for(words)))
        silent = not (whole or known) and sentence.listened.silent(model.silence, mixed, pointed, length)[0]
        if beginning or silent:
            yield from sentence.named.values()
            return
        chances = np.exp(log_chances(mixed[:, :-1]) if known else mixed[:, :-1])[0]
        likely = dict(zip(model.themes, map(float, chances), strict=True))
        for theme, hit in whole.items():
            likely[theme] = max(likely.get(theme, 0.0), len(words_of(hit.label)) / len(words))
        for place, theme in enumerate(sorted(likely, key=lambda theme: (-likely[theme], theme))):
            if place < _ASKED or likely[theme] >= _WORTH_ASKING or theme in whole:
                yield self._hit(theme, likely[theme], sentence)

    def _points_surely(self, words: Sequence[str]) -> bool:
        """Are these words one phrase of the lexicon that points surely, and not at danger at all?"""
        pointed = self._load().pointers.find(words)
        if _one_phrase(words, pointed) is None or any(each.theme in self._acute for each in pointed):
            return False
        return _in_all(pointed, words) >= _KNOWN_PHRASE

    def _hit(self, theme: ThemeId, chance: float, sentence: _Sentence) -> ThemeHit:
        """The plainest reason that there is: a label, else a word that points at it, else a saying alike."""
        label, pointed = sentence.whole.get(theme), sentence.pointed.get(theme)
        if label is not None:
            return replace(label, sure=chance >= _SURE_WHEN_NAMED)
        score = GUESS + round(chance * (_MOST_POINTS - GUESS))
        if pointed is not None and pointed.strength >= _SAYS_IT:
            return ThemeHit(theme, score, pointed.written, Because.WORD, sure=chance >= _SURE)
        alike = self._load().examples.nearest(sentence.direction, theme)
        return ThemeHit(theme, score, alike, Because.SAYING, sure=chance >= _SURE)


def _in_all(pointed: Iterable[Pointed], words: Sequence[str]) -> float:
    """How strongly a phrase points, at one theme or at several, as strongly as one word would."""
    return sum(each.strength for each in pointed) / (1 + log(len(words)))


def _one_phrase(words: Sequence[str], pointed: Sequence[Pointed]) -> Pointed | None:
    if not any(each.written == " ".join(words) for each in pointed):
        return None
    surest = max(pointed, key=lambda each: (each.strength, each.theme))
    return replace(surest, strength=surest.strength / (1 + log(len(words))))


def layers(
    themes: Sequence[ThemeId], pointed: Iterable[Pointed], named: Iterable[ThemeHit]
) -> tuple[Floats, Floats]:
    """What pointers and labels give each theme, as rows (1, T); labels of a leefgebied take no part."""
    strengths = {hit.theme: hit.strength for hit in pointed}
    scores = {hit.theme: float(hit.score) for hit in named}
    return (
        np.array([[strengths.get(theme, 0.0) for theme in themes]], np.float32),
        np.array([[scores.get(theme, 0.0) for theme in themes]], np.float32),
    )


def _descending(hits: Iterable[ThemeHit]) -> Iterator[ThemeHit]:
    """The hits in the order given, with no score above the one before it."""
    highest = _MOST_POINTS * _MOST_POINTS
    for hit in hits:
        highest = min(highest, hit.score)
        yield replace(hit, score=highest)
