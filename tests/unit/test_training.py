"""Learning gives the same weights for the same lines, sparse or not; the finder counts as it was learned."""

from __future__ import annotations

import numpy as np
from scipy.sparse import csr_matrix

from socialmap.language.sayings import Saying
from socialmap.model.values import ThemeId
from socialmap.search.words.grams import grams
from socialmap.search.words.pointers import Pointer
from socialmap.search.words.written import known_words, words_of
from training.corpus import Line, Texts
from training.misleading import without_misleading
from training.softmax import fit
from training.sparse import Table, to_grams

ROWS = np.array([[1, 0, 0], [0.9, 0.1, 0], [0, 1, 0], [0, 0.8, 0.2], [0, 0, 1], [0.1, 0, 1]], np.float32)
CLASSES = np.array([0, 0, 1, 1, 2, 2])
EQUAL = np.ones(6, np.float32)


def test_what_is_learned_tells_the_classes_apart() -> None:
    weights = fit(ROWS, CLASSES, EQUAL, 1e-3, 3)
    assert ((ROWS @ weights[:-1] + weights[-1]).argmax(1) == CLASSES).all()


def test_the_same_lines_give_the_same_weights_sparse_or_not() -> None:
    once, again = fit(ROWS, CLASSES, EQUAL, 1e-3, 3), fit(ROWS, CLASSES, EQUAL, 1e-3, 3)
    assert (once == again).all()
    assert np.allclose(once, fit(csr_matrix(ROWS), CLASSES, EQUAL, 1e-3, 3), atol=1e-3)


def test_a_line_that_counts_more_is_heeded_more() -> None:
    rows, classes = np.array([[1.0], [1.0]], np.float32), np.array([0, 1])
    weights = fit(rows, classes, np.array([3.0, 1.0], np.float32), 1e-3, 2)
    assert (rows @ weights[:-1] + weights[-1])[0].argmax() == 0


def test_the_finder_counts_as_the_table_that_was_learned_from() -> None:
    sentences = ["de huurachterstand loopt op", "de post blijft dicht", "de huur is te hoog"]
    known = known_words(["huur", "achterstand", "post"])
    table = Table.of(sentences, known)
    weights = np.arange((len(table.places) + 1) * 2, dtype=np.float32).reshape(-1, 2) % 7
    model = to_grams(table, weights)
    for sentence, row in zip(sentences, table.rows(sentences).toarray(), strict=True):
        told = row @ (model.weights * model.scale) + model.bias
        assert np.allclose(model.scores(words_of(sentence), known), told, atol=1e-4)


def test_a_sentence_consists_of_words_stems_pairs_parts_and_runs_of_letters() -> None:
    found = set(grams(words_of("huurachterstanden"), known_words(["huur", "achterstanden"])))
    assert {"=huurachterstanden", "~huur", "# hu", "#uura"} <= found


def test_danger_comes_first_among_the_kinds_and_what_only_looks_like_it_has_its_own() -> None:
    said = [
        ("acute", "dwang"),
        ("acute", "geweld-thuis"),
        ("not_acute", "dwang"),
        ("huiselijk-geweld", "bewoner"),
        ("buurt", "bewoner"),
        ("nothing", "beleefd"),
    ]
    lines = tuple(Line(about, "", 1.0, Saying(about, "p-x", voice, "")) for about, voice in said)
    kinds, real = Texts((), lines).kinds(np.arange(len(lines)), frozenset({ThemeId("huiselijk-geweld")}))
    assert (kinds.tolist(), real) == ([0, 1, 3, 2, 5, 5], 3)


def test_a_word_that_only_looks_like_what_it_should_point_with_does_not_point() -> None:
    said = [
        *(Saying("digitaal", "p-x", "kort", f"de printer is stuk {number}") for number in range(30)),
        *(Saying("acute", "p-x", "dwang", f"hij is bang voor de bijen {number}") for number in range(30)),
        Saying("groen-en-tuin", "p-x", "kort", "de bijen komen terug"),
    ]
    words = [("werk-zoeken", "iş"), ("digitaal", "printer"), ("groen-en-tuin", "bijen"), ("dwang", "is bang")]
    pointers = [Pointer(ThemeId(theme), phrase, 3) for theme, phrase in words]
    kept = without_misleading(pointers, known_words(phrase for _, phrase in words), said, frozenset())
    assert [pointer.phrase for pointer in kept] == ["printer", "bijen", "is bang"]
