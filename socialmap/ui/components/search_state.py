"""What somebody filled in for a search: only in this session, and gone when it is forgotten."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

import streamlit as st

from socialmap.actions.find_help import HelpRequest
from socialmap.actions.recognise_words import WordsAnswer
from socialmap.actions.search_choices import SearchChoices
from socialmap.model.people import AgeGroup, Mobility, PeerWish
from socialmap.model.values import (
    DAY_PARTS,
    AreaId,
    DayPart,
    LanguageCode,
    PartOfDay,
    ThemeId,
    ThresholdId,
    Tri,
    Weekday,
)
from socialmap.ui.session import PRIVATE, forget

_ROUND = "zoek_ronde"
_BEGUN = f"{PRIVATE}begonnen"
_AGE = re.compile(r"(\d{1,3})\s*(?:(\+)|[-–]\s*(\d{1,3}))?")
PAGE_SIZE = 5
OLDEST = 120

FORM, ANSWER, RESIDENT = "vraag", "antwoord", "bewonersbeeld"


@dataclass(frozen=True, slots=True)
class ChosenTheme:
    """A theme of the search; ``because`` says what it was recognised by, empty when chosen by hand.

    ``alike``: by a saying that is alike, not by words that were written. ``heard``: it came from the words,
    recognised or chosen among what they may mean, not from the lists.
    """

    id: str
    label: str
    group: str
    because: str = ""
    alike: bool = False
    heard: bool = False


@dataclass(frozen=True, slots=True)
class Themes:
    """The themes of the search, main one first, and those that the words may mean.

    ``to_replace``: the chosen one that gives way to one of ``perhaps``; ``None`` where that comes beside what
    is chosen, for then the words surely mean more than is chosen of them. ``perhaps_acute``: ask whether
    somebody is in danger.
    """

    chosen: tuple[ChosenTheme, ...]
    perhaps: tuple[ChosenTheme, ...]
    to_replace: ChosenTheme | None = None
    perhaps_acute: bool = False


@dataclass(frozen=True, slots=True)
class _Mended:
    """What was said about the themes of these words: which it is not, and which it is after all."""

    words: str = ""
    is_not: tuple[str, ...] = ()
    it_is: tuple[str, ...] = ()


def begin() -> None:
    """Start with empty fields after everything was forgotten.

    A new round gives every field a new key: a browser would keep what was typed in a field of the old one.
    """
    if _BEGUN not in st.session_state:
        st.session_state[_ROUND] = st.session_state.get(_ROUND, 0) + 1
        st.session_state[_BEGUN] = True
        put("mobiliteit", Mobility.WALKING.value)
        put("talen", ["nl"])
        put("lotgenoten", PeerWish.NO_PREFERENCE.value)
        put("basis", True)
        put("indicatie", Tri.UNKNOWN.value)


def fill_in(
    *,
    themes: Mapping[str, str],
    area_id: str,
    mobility: Mobility,
    day_parts: Sequence[DayPart],
    thresholds: Sequence[str],
    languages: Sequence[str],
    peer_wish: PeerWish,
    wheelchair: bool,
    age_group: AgeGroup | None,
) -> None:
    """A new search with a question that is known already, and its answer on the screen.

    ``themes`` has the leefgebied of each theme, the main theme first.
    """
    st.session_state.pop(_BEGUN, None)
    begin()
    for theme, group in themes.items():
        put(f"kies_{group}", [*got(f"kies_{group}", []), theme])
    put("eerst", next(iter(themes)))
    put("buurt", area_id or None)
    put("mobiliteit", mobility.value)
    for part in PartOfDay:
        put(str(part), [slot.day.value for slot in day_parts if slot.part is part])
    put("drempels", list(thresholds))
    put("talen", list(languages) or ["nl"])
    put("lotgenoten", peer_wish.value)
    put("rolstoel", wheelchair)
    put("leeftijd", age_group.value if age_group else "")
    put("keer", 1)
    put("aantal", PAGE_SIZE)
    show(ANSWER)


def key(name: str) -> str:
    """The session key of a field; it begins so that it is forgotten."""
    return f"{PRIVATE}{st.session_state[_ROUND]}_{name}"


def got(name: str, otherwise: Any = None) -> Any:
    """What a field holds, or ``otherwise`` when it is empty."""
    value = st.session_state.get(key(name))
    return otherwise if value is None else value


def put(name: str, value: Any) -> None:
    st.session_state[key(name)] = value


def wipe() -> None:
    """*Wis alles*."""
    forget()


def show(screen: str) -> None:
    """Go to one of the screens ``FORM``, ``ANSWER`` and ``RESIDENT``."""
    put("scherm", screen)


def screen() -> str:
    return str(got("scherm", FORM))


def number_of_search() -> int:
    """Grows with every search of this session, so that the map knows when to move."""
    return int(st.session_state[_ROUND]) * 1000 + int(got("keer", 0))


def by_hand(choices: SearchChoices) -> list[str]:
    """The themes chosen from the lists, in the order of the lists."""
    return [theme for group in choices.groups for theme in got(f"kies_{group.id}", [])]


def themes(answer: WordsAnswer, choices: SearchChoices) -> Themes:
    """What is recognised in the words and what was chosen by hand.

    What is sure is chosen; what it may also be, what it is not, and the beginning of a word, is asked back.
    """
    labels, groups = _theme_names(choices)
    mended = _mended()
    known = {
        theme.id: ChosenTheme(
            theme.id, theme.label, groups.get(theme.id, theme.id), theme.matched, theme.alike, heard=True
        )
        for theme in answer.worth_asking
    }
    sure = [theme for theme in taken_for_sure(answer) if theme in known]
    heard = [known[theme] for theme in sure if theme not in mended.is_not]
    heard += [
        replace(known[theme], because="", alike=False)
        for theme in mended.it_is
        if theme in known and known[theme] not in heard
    ]
    named = {theme.id for theme in heard}
    hand = [
        ChosenTheme(theme, labels[theme], groups[theme])
        for theme in by_hand(choices)
        if theme in labels and theme not in named
    ]
    chosen = [*heard, *hand]
    first = got("eerst")
    chosen.sort(key=lambda theme: theme.id != first)
    taken = {theme.id for theme in chosen} | choices.acute_themes
    return Themes(
        tuple(chosen),
        tuple(theme for theme in known.values() if theme.id not in taken),
        next((theme for theme in chosen if theme.heard), None) if len(heard) >= len(sure) else None,
        answer.perhaps_acute,
    )


def taken_for_sure(answer: WordsAnswer) -> tuple[str, ...]:
    """The themes that may be taken for what was meant; also the only one there is."""
    if len(answer.themes) == 1:
        return (answer.themes[0].id,)
    return tuple(theme.id for theme in answer.themes if theme.sure)


def is_acute(answer: WordsAnswer, choices: SearchChoices) -> bool:
    """Must the safety card come first?"""
    return answer.acute or bool(choices.acute_themes.intersection(by_hand(choices)))


def without_acute(choices: SearchChoices) -> None:
    """Without a theme of danger that was chosen by hand, back at the form; all the rest stays."""
    for group in choices.groups:
        name = f"kies_{group.id}"
        calm = [theme for theme in got(name, []) if theme not in choices.acute_themes]
        if calm != got(name, []):
            show(FORM)
        put(name, calm)


def take_away(theme: ChosenTheme) -> None:
    """The resident or the worker says that this theme is not it; the words may still mean it."""
    if theme.heard:
        mended = _mended()
        it_is = tuple(each for each in mended.it_is if each != theme.id)
        put("verbeterd", _Mended(_words(), (*mended.is_not, theme.id), it_is))
    name = f"kies_{theme.group}"
    if theme.id in got(name, []):
        put(name, [each for each in got(name, []) if each != theme.id])


def it_is(theme: ChosenTheme, among: Themes) -> None:
    """One of ``among.perhaps`` is meant; it takes the place of what has to give way, if something does."""
    wrong = among.to_replace
    if wrong is not None:
        take_away(wrong)
        if among.chosen[0] == wrong:
            put("eerst", theme.id)
    mended = _mended()
    is_not = tuple(each for each in mended.is_not if each != theme.id)
    put("verbeterd", _Mended(_words(), is_not, (*mended.it_is, theme.id)))


def start_afresh_with_other_words() -> None:
    """Forget what was said about the themes of words that are not there any more.

    Words that are gone on with, or that are being wiped out from the end, are still the same.
    """
    mended, words = _mended(), _words()
    if words and (mended.words in words or mended.words.startswith(words)):
        return
    put("verbeterd", None)
    if got("eerst") in {*mended.is_not, *mended.it_is}:
        put("eerst", None)


def _words() -> str:
    return str(got("woorden", "")).strip()


def _mended() -> _Mended:
    mended: _Mended = got("verbeterd", _Mended())
    return mended


def age() -> tuple[int, int] | None:
    """The youngest and the oldest that somebody may be, from *78*, *12-17* or *75+*.

    ``None`` when nothing was filled in; ``ValueError`` when it is no age.
    """
    text = str(got("leeftijd", "")).strip()
    if not text:
        return None
    said = _AGE.fullmatch(text)
    if said is None:
        raise ValueError
    from_years, or_older, to_years = said.groups()
    youngest, oldest = int(from_years), OLDEST if or_older else int(to_years or from_years)
    if not youngest <= oldest <= OLDEST:
        raise ValueError
    return youngest, oldest


def day_parts() -> tuple[DayPart, ...]:
    chosen = {DayPart.of(Weekday(day), part) for part in PartOfDay for day in got(str(part), [])}
    return tuple(slot for slot in DAY_PARTS if slot in chosen)


def filled_in() -> int:
    """How many of the fields under *Meer over wat past* say something."""
    return sum(
        (
            bool(day_parts()),
            bool(got("drempels")),
            got("talen", []) != ["nl"],
            got("lotgenoten", PeerWish.NO_PREFERENCE) != PeerWish.NO_PREFERENCE,
            bool(str(got("leeftijd", "")).strip()),
            bool(got("wie")),
            bool(got("rolstoel")),
            not got("basis", True),
        )
    )


def request(chosen: Sequence[ChosenTheme], years: tuple[int, int] | None) -> HelpRequest:
    """The question as it stands."""
    area = got("buurt")
    return HelpRequest(
        themes=tuple(ThemeId(theme.id) for theme in chosen),
        area_id=AreaId(area) if area else None,
        mobility=Mobility(got("mobiliteit", Mobility.WALKING)),
        day_parts=day_parts(),
        languages=tuple(LanguageCode(code) for code in got("talen", [])),
        thresholds=tuple(ThresholdId(name) for name in got("drempels", [])),
        peer_wish=PeerWish(got("lotgenoten", PeerWish.NO_PREFERENCE)),
        age=years,
        wheelchair=bool(got("rolstoel")),
        person_is=got("wie", ""),
        has_indication=Tri(got("indicatie", Tri.UNKNOWN)),
        only_social_base=bool(got("basis", True)),
        limit=got("aantal", PAGE_SIZE),
    )


def _theme_names(choices: SearchChoices) -> tuple[dict[str, str], dict[str, str]]:
    """Label and leefgebied of every theme; a leefgebied is its own."""
    labels = {group.id: group.label for group in choices.groups}
    groups = {group.id: group.id for group in choices.groups}
    for group in choices.groups:
        labels |= {theme.id: theme.label for theme in group.themes}
        groups |= {theme.id: group.id for theme in group.themes}
    return labels, groups
