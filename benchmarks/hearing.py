"""Ways to hear a theme or danger in a sentence: ours by layer, and search engines on the same words."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace

import numpy as np
from rapidfuzz.fuzz import token_set_ratio
from rapidfuzz.process import extract

from benchmarks.peer import Missing
from socialmap.language.files import language_folder
from socialmap.language.sayings import Split, pointers, theme_sayings
from socialmap.model.normal_text import normalise
from socialmap.model.vocabulary import Vocabulary
from socialmap.search.words.finder import Learned, WordFinder
from socialmap.search.words.labels import LabelFinder
from socialmap.search.words.learned import Floats, LearnedModel
from socialmap.search.words.written import words_of

_BEST = 3


@dataclass(frozen=True, slots=True)
class Heard:
    """At most three themes, best first; none means that it does not know.

    ``alert``: it is ``acute``, or it is asked whether it is.
    """

    themes: tuple[str, ...]
    acute: bool = False
    asked: bool = False

    @property
    def alert(self) -> bool:
        return self.acute or self.asked


Hear = Callable[[str], Heard]


def thesaurus_texts(vocabulary: Vocabulary) -> Mapping[str, list[str]]:
    """Labels and definition of each theme."""
    return {
        theme_id: [theme.label, *theme.alt_labels, *theme.hidden_labels, theme.definition]
        for theme_id, theme in vocabulary.themes.items()
        if theme.group
    }


def all_texts(vocabulary: Vocabulary) -> Mapping[str, list[str]]:
    """The same with everything that ours learned from: pointers and the sayings to develop on."""
    texts = {theme: list(lines) for theme, lines in thesaurus_texts(vocabulary).items()}
    for saying in theme_sayings(language_folder()):
        if saying.split is Split.DEVELOP:
            texts[saying.about].append(saying.sentence)
    for pointer in pointers(language_folder()):
        texts[pointer.theme].append(pointer.phrase)
    return texts


def remembering(learned: Learned, sentences: Sequence[str]) -> Learned:
    """The same, with the vectors of these sentences at hand: encoding many at once is faster."""
    at_hand = dict(zip(sentences, learned.encode(sentences), strict=True))

    def encode(texts: Sequence[str]) -> Floats:
        if all(text in at_hand for text in texts):
            return np.array([at_hand[text] for text in texts])
        return learned.encode(texts)

    return replace(learned, encode=encode)


def ours(vocabulary: Vocabulary, learned: Learned) -> dict[str, Hear]:
    """The rule of 4.K, each layer alone, and the whole; learned from the families to develop on."""
    labels, model = LabelFinder(vocabulary), learned.model

    def seen(text: str) -> Floats:
        return model.view.directions(learned.encode([text]))

    return {
        "rule 4.K (labels)": lambda text: _heard(labels.find(text)),
        "pointers alone": lambda text: Heard(
            tuple(hit.theme for hit in learned.pointers.find(words_of(text))[:_BEST])
        ),
        "nearest label by letters (rapidfuzz)": _nearest_by_letters(vocabulary),
        "nearest label by the encoder": _nearest(vocabulary, learned),
        "encoder and regression alone": _alone(model, lambda text: model.encoder.scores(seen(text))[0]),
        "grams and regression alone": _alone(
            model, lambda text: model.grams.scores(words_of(text), learned.known)
        ),
        "phrases of the lexicon alike alone": _alone(model, lambda text: model.alike.scores(seen(text))[0]),
        "danger by sure rules alone": lambda text: Heard(
            (), learned.rules.are_sure(learned.rules.heard(text))
        ),
        "the whole": _whole(learned, vocabulary),
    }


def _whole(learned: Learned, vocabulary: Vocabulary) -> Hear:
    finder = WordFinder(vocabulary, lambda: learned)
    return lambda text: _heard(finder.find(text))


def _alone(model: LearnedModel, listen: Callable[[str], Floats]) -> Hear:
    """One listener, never silent; ``listen`` gives its raw scores of themes, nothing and perhaps danger."""
    count = len(model.themes)

    def hear(text: str) -> Heard:
        scores = listen(text)
        order = np.argsort(-scores[:count])[:_BEST]
        return Heard(tuple(model.themes[place] for place in order), bool((scores[count + 1 :] >= 0).any()))

    return hear


def _nearest(vocabulary: Vocabulary, learned: Learned) -> Hear:
    texts = [(theme, text) for theme, lines in thesaurus_texts(vocabulary).items() for text in lines if text]
    seen = learned.model.view.directions
    places = seen(learned.encode([text for _, text in texts]))

    def hear(text: str) -> Heard:
        order = np.argsort(-(places @ seen(learned.encode([text]))[0]))
        return Heard(tuple(dict.fromkeys(texts[row][0] for row in order))[:_BEST])

    return hear


def _nearest_by_letters(vocabulary: Vocabulary) -> Hear:
    """The labels that are most like it by ``token_set_ratio``: the usual way to search loosely."""
    texts = [
        (theme_id, normalise(label))
        for theme_id, theme in vocabulary.themes.items()
        if theme.group
        for label in (theme.label, *theme.alt_labels, *theme.hidden_labels)
    ]
    labels = [label for _, label in texts]

    def hear(text: str) -> Heard:
        near = extract(normalise(text), labels, scorer=token_set_ratio, limit=_BEST * _BEST)
        return Heard(tuple(dict.fromkeys(texts[place][0] for _, _, place in near))[:_BEST])

    return hear


def _heard(found) -> Heard:
    return Heard(tuple(hit.theme for hit in found.themes[:_BEST]), found.acute, found.perhaps_acute)


class Tantivy:
    """One document per theme, Dutch stems, BM25."""

    def __init__(self, texts: Mapping[str, Iterable[str]]) -> None:
        try:
            import tantivy
        except ImportError as problem:
            raise Missing("the package tantivy is not installed") from problem
        schema = tantivy.SchemaBuilder()
        schema.add_text_field("words", tokenizer_name="nl")
        schema.add_text_field("theme", stored=True, tokenizer_name="raw")
        self._index = tantivy.Index(schema.build())
        words = tantivy.TextAnalyzerBuilder(tantivy.Tokenizer.simple())
        for part in (tantivy.Filter.lowercase(), tantivy.Filter.stemmer("dutch")):
            words = words.filter(part)
        self._index.register_tokenizer("nl", words.build())
        writer = self._index.writer(50_000_000)
        for theme, lines in texts.items():
            writer.add_document(tantivy.Document(words=[" ".join(lines)], theme=[theme]))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()

    def __call__(self, text: str) -> Heard:
        words = " ".join(words_of(text))
        if not words:
            return Heard(())
        hits = self._searcher.search(self._index.parse_query(words, ["words"]), _BEST).hits
        return Heard(tuple(self._searcher.doc(address)["theme"][0] for _, address in hits))


class Postgres:
    """One row per theme, ``tsvector('dutch')``, any of the words, ``ts_rank``."""

    def __init__(self, texts: Mapping[str, Iterable[str]], closing: ExitStack) -> None:
        try:
            import psycopg

            from tests.contract.postgres import NoServer, running_server
        except ImportError as problem:
            raise Missing(str(problem)) from problem
        try:
            url = closing.enter_context(running_server())
        except NoServer as problem:
            raise Missing(str(problem)) from problem
        self._connection = psycopg.connect(url, autocommit=True)
        closing.callback(self._connection.close)
        self._connection.execute("CREATE TABLE theme (id text, words tsvector)")
        for theme, lines in texts.items():
            self._connection.execute(
                "INSERT INTO theme VALUES (%s, to_tsvector('dutch', %s))", (theme, " ".join(lines))
            )

    def __call__(self, text: str) -> Heard:
        rows = self._connection.execute(
            "SELECT id FROM theme, "
            "(SELECT replace(plainto_tsquery('dutch', %s)::text, '&', '|')::tsquery AS q) AS asked "
            "WHERE words @@ q ORDER BY ts_rank(words, q, 1) DESC, id LIMIT 3",
            (text,),
        ).fetchall()
        return Heard(tuple(row[0] for row in rows))
