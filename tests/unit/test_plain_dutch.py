"""Plain Dutch: hard words get a plainer one, long sentences and missing doers are pointed out, no more."""

from __future__ import annotations

import pytest

from socialmap.language.plain_dutch import PlainKind, hard_words, plain_hints


def hints(text: str, kind: PlainKind) -> list[tuple[str, str]]:
    return [(hint.words, hint.plainer) for hint in plain_hints(text) if hint.kind is kind]


@pytest.mark.parametrize(
    ("text", "words", "plainer"),
    [
        ("Bewoners kunnen hier participeren.", "participeren", "meedoen"),
        ("Wie participeert, hoort erbij.", "participeert", "meedoen"),
        ("Een laagdrempelige plek.", "laagdrempelige", "makkelijk om binnen te komen"),
        ("STRUCTURELE hulp", "STRUCTURELE", "blijvend"),
        ("Vragen m.b.t. geld", "m.b.t.", "over"),
        ("Hulp door middel van gesprekken", "door middel van", "met"),
        ("Financiële zorgen", "Financiële", "over geld"),
        ("Indien u wilt", "Indien", "als"),
        ("Dit bevordert contact.", "bevordert", "helpen"),
        ("Wij maken gebruik van de zaal.", "maken gebruik van", "gebruiken"),
    ],
)
def test_a_hard_word_gets_a_plainer_one_in_every_form(text: str, words: str, plainer: str) -> None:
    assert (words, plainer) in hints(text, PlainKind.HARD_WORD)


def test_of_words_inside_other_ones_the_longest_counts_and_each_advice_comes_once() -> None:
    assert hints("Sociale vaardigheden", PlainKind.HARD_WORD) == [
        ("Sociale vaardigheden", "omgaan met anderen")
    ]
    assert len(hints("participeren, participatie en participeert", PlainKind.HARD_WORD)) == 1


def test_a_piece_of_a_word_is_no_hard_word() -> None:
    assert plain_hints("De optiek van Echternach, en een mitsje.") == ()


def test_a_long_sentence_is_told_with_its_length_and_a_short_one_is_not() -> None:
    long = "Kom " + "en drink koffie " * 8 + "met ons."
    (hint,) = plain_hints(f"Welkom. {long} Tot dan.")
    assert (hint.kind, hint.length, hint.words) == (PlainKind.LONG_SENTENCE, 27, long)
    assert (
        plain_hints(
            "Kom koffie drinken. Iedereen is welkom. We zijn er elke dinsdag van 10.00 tot 12.00 uur."
        )
        == ()
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De maaltijd wordt op dinsdag gekookt.", "wordt op dinsdag gekookt"),
        ("Er worden spelletjes gedaan.", "worden spelletjes gedaan"),
        ("Wat er besproken wordt, blijft hier.", "besproken wordt"),
        ("De zaal werd verbouwd.", "werd verbouwd"),
        ("Er wordt door de week gekookt.", "wordt door de week gekookt"),
    ],
)
def test_who_does_it_is_asked_where_a_sentence_does_not_say_so(text: str, words: str) -> None:
    assert hints(text, PlainKind.PASSIVE) == [(words, "")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "We eten samen. Neem gerust iemand mee.",
        "Het wordt gezellig.",
        "Het wordt gezond eten.",
        "Je wordt er vrolijk van.",
        "De maaltijd wordt door vrijwilligers gekookt.",
        "De soep wordt gekookt door buurvrouwen.",
        "Zo worden jullie bekend met de buurt.",
        "Vrijwilligers koken. Jij helpt met afwassen.",
        "Bel gerust, of loop binnen in het buurthuis.",
    ],
)
def test_plain_texts_are_left_alone(text: str) -> None:
    assert plain_hints(text) == ()


def test_our_own_list_is_long_in_small_letters_and_never_makes_a_word_longer_for_nothing() -> None:
    words = [*hard_words()]
    assert len(words) >= 200
    written = [form for hard in words for form in (hard.word, *hard.others)]
    assert all(form == form.strip() and form == form.casefold() for form in written)
    assert len(set(written)) == len(written)
    every = {form for hard in words for form in hard.forms}
    assert [hard for hard in words if hard.plainer.casefold() in every] == []


def test_in_a_long_text_each_advice_comes_once() -> None:
    text = "Deelnemers worden gestimuleerd om te participeren, indien mogelijk. " * 200
    assert len(hints(text, PlainKind.PASSIVE)) == 1
