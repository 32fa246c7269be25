"""The invitation card in the languages of residents."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import fields
from datetime import date, time

import pytest

from socialmap.model.cards.telling import WORDS, day_of, moment
from socialmap.model.cards.words import CardLanguage, CardWords
from socialmap.model.provision import Rhythm, Session
from socialmap.model.values import DayPart

GAPS = re.compile(r"\{[^}]*\}")
THEIRS = [language for language in CardLanguage if language in WORDS]
SCRIPTS = {
    CardLanguage.ARABIC: "ARABIC",
    CardLanguage.UKRAINIAN: "CYRILLIC",
    CardLanguage.TIGRINYA: "ETHIOPIC",
}
TUESDAY = Session(slot=DayPart.TUESDAY_MORNING, starts=time(10), ends=time(12, 30))


def texts(words: CardWords) -> dict[str, str]:
    found = {}
    for each in fields(words):
        value = getattr(words, each.name)
        found |= (
            {f"{each.name}[{n}]": text for n, text in enumerate(value)} if isinstance(value, tuple) else {}
        )
        found |= {each.name: value} if isinstance(value, str) else {}
    return found


@pytest.mark.parametrize("language", THEIRS)
def test_a_card_has_all_its_words_with_the_same_gaps(language: CardLanguage) -> None:
    first, here = texts(WORDS[THEIRS[0]]), texts(WORDS[language])
    assert len(WORDS[language].months) == 12
    assert first.keys() == here.keys()
    for name, text in here.items():
        assert text.strip(), name
        assert set(GAPS.findall(text)) == set(GAPS.findall(first[name])), name


@pytest.mark.parametrize("language", SCRIPTS)
def test_a_card_is_written_in_the_letters_of_its_language(language: CardLanguage) -> None:
    for name, text in texts(WORDS[language]).items():
        letters = [
            sign for sign in GAPS.sub("", text).replace("stadspas", "") if sign.isalpha() and sign != "ʼ"
        ]
        assert all(SCRIPTS[language] in unicodedata.name(sign) for sign in letters), (name, text)


@pytest.mark.parametrize("language", THEIRS)
def test_no_two_languages_say_the_same(language: CardLanguage) -> None:
    others = {text for other in THEIRS if other is not language for text in texts(WORDS[other]).values()}
    same = {text for text in texts(WORDS[language]).values() if GAPS.sub("", text).strip(" ,.–€")} & others
    assert not same


@pytest.mark.parametrize(
    ("language", "told"),
    [
        (CardLanguage.TURKISH, "Salı, saat 10:00–12:30"),
        (CardLanguage.ARABIC, "يوم الثلاثاء، من الساعة 10:00 إلى الساعة 12:30"),
        (CardLanguage.POLISH, "Wtorek, godz. 10:00–12:30"),
        (CardLanguage.UKRAINIAN, "Вівторок, 10:00–12:30"),
        (CardLanguage.TIGRINYA, "ሰሉስ፡ ካብ ሰዓት 10:00 ክሳብ 12:30"),
    ],
)
def test_a_moment_is_told_in_the_language_of_the_card(language: CardLanguage, told: str) -> None:
    assert moment(TUESDAY, WORDS[language]) == told


def test_how_often_and_on_which_day_follow_the_moment() -> None:
    words = WORDS[CardLanguage.POLISH]
    monthly = Session(slot=DayPart.SUNDAY_EVENING, rhythm=Rhythm.MONTHLY)
    once = Session(slot=DayPart.MONDAY_MORNING, starts=time(9), rhythm=Rhythm.ONCE, on=date(2026, 3, 2))
    assert moment(monthly, words) == "Niedziela wieczorem, raz w miesiącu"
    assert moment(once, words) == "Poniedziałek, godz. 9:00, 2 marca 2026"
    assert moment(Session(slot=DayPart.MONDAY_MORNING, rhythm=Rhythm.ONCE), words).endswith(", jednorazowo")
    assert day_of(date(2026, 8, 30), WORDS[CardLanguage.TIGRINYA]) == "30 ነሓሰ 2026"
