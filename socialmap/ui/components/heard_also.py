"""Klopt dit ook? What the words say besides the subject: one tap takes it over, nothing goes by itself."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import streamlit as st

from socialmap.actions.search_choices import SearchChoices
from socialmap.actions.understand_words import (
    AREA,
    HintKind,
    Suggestion,
    Understood,
    without_places,
    without_private,
)
from socialmap.model import wording_needs as names
from socialmap.model.people import AgeGroup
from socialmap.model.values import DayPart, PartOfDay, Weekday
from socialmap.ui import heard_danger
from socialmap.ui.guard import plain
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

_DAYTIME = {
    DayPart.of(day, part) for day in list(Weekday)[:5] for part in (PartOfDay.MORNING, PartOfDay.AFTERNOON)
}
_WORDS = "woorden"
Understand = Callable[[str], Understood]
_LISTS: Mapping[str, str] = {HintKind.LANGUAGE: "talen", HintKind.THRESHOLD: "drempels"}


@dataclass(frozen=True, slots=True)
class Form:
    """A form that takes suggestions: how its fields are read and filled, and what they are called.

    ``ages`` are the kinds that its age can hold, the most precise first, ``part`` is the name of the days of
    one part of the day, ``known`` holds fields that it does not ask for now.
    """

    got: Callable[[str, Any], Any]
    put: Callable[[str, Any], None]
    ages: tuple[HintKind, ...]
    part: str = "{part}"
    known: frozenset[str] = frozenset()

    def field(self, kind: str) -> str:
        """The field for a kind of suggestion; empty if the form has none."""
        fields: dict[str, str] = {
            **dict.fromkeys(self.ages, "leeftijd"),
            HintKind.MOBILITY: "mobiliteit",
            HintKind.PEERS: "lotgenoten",
            HintKind.WHEELCHAIR: "rolstoel",
            AREA: "buurt",
            **_LISTS,
        }
        field = fields.get(kind, "")
        return "" if field in self.known else field

    def days(self, slot: DayPart) -> str:
        return self.part.format(part=slot.part)


def show(understand: Understand, choices: SearchChoices, form: Form) -> None:
    """The suggestions that are not in the form yet, and what should not stand in the words."""
    understood = understand(form.got(_WORDS, ""))
    if understood.too_much:
        told = " ".join(map(escape, (*understood.too_much, TEXT.find.not_kept)))
        st.html(f'<p class="hint" role="status">{told}</p>')
        st.button(TEXT.find.leave_out, key="haal_dat_weg", on_click=_leave_out, args=(form,))
    offered = _offered(understood, choices, form, understand)
    if not offered:
        return
    with st.container(key="klopt_dit_ook", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(escape(TEXT.find.also_right), width="content")
        for label, take_over in offered.items():
            st.button(plain(label), key=f"ook_{label}", on_click=take_over)


def _offered(
    understood: Understood, choices: SearchChoices, form: Form, understand: Understand
) -> Mapping[str, Callable[[], None]]:
    """What to press, by its name; moments go together in one."""
    offered: dict[str, Callable[[], None]] = {}
    moments = [DayPart(each.value) for each in understood.suggestions if each.kind == HintKind.DAY_PART]
    if any(slot.day.value not in form.got(form.days(slot), []) for slot in moments):
        offered[_moments(moments, choices)] = partial(_take_moments, moments, form)
    said = {each.kind for each in understood.suggestions}
    less_precise = form.ages[1:] if form.ages[0] in said else ()
    for each in understood.suggestions:
        if each.kind in less_precise:
            continue
        label = _label(each, choices) if form.field(each.kind) else ""
        if label and not _is_filled_in(each, form):
            offered[label] = partial(_take, each, form, understand)
    return offered


def _moments(moments: list[DayPart], choices: SearchChoices) -> str:
    called = {choice.id: choice.label.capitalize() for choice in choices.day_parts}
    if set(moments) == _DAYTIME:
        return TEXT.find.weekdays_daytime
    if len(moments) == 1:
        return called[moments[0]]
    return TEXT.find.parts_of_week.format(first=called[moments[0]], n=len(moments) - 1)


def _label(suggestion: Suggestion, choices: SearchChoices) -> str:
    """What to call it; empty for what is in no list."""
    if suggestion.kind == HintKind.AGE:
        return TEXT.find.years.format(years=suggestion.value)
    if suggestion.kind == HintKind.AGE_GROUP:
        return names.AGE_NAMES[AgeGroup(suggestion.value)]
    if suggestion.kind == HintKind.WHEELCHAIR:
        return TEXT.find.wheelchair_short
    lists = {
        HintKind.MOBILITY: choices.mobilities,
        HintKind.LANGUAGE: choices.languages,
        HintKind.THRESHOLD: choices.thresholds,
        HintKind.PEERS: choices.peer_wishes,
        AREA: choices.areas,
    }
    listed = lists.get(suggestion.kind, ())
    return next((choice.label for choice in listed if choice.id == suggestion.value), "")


def _is_filled_in(suggestion: Suggestion, form: Form) -> bool:
    held = form.got(form.field(suggestion.kind), None)
    if suggestion.kind == HintKind.WHEELCHAIR:
        return bool(held)
    if suggestion.kind in _LISTS:
        return suggestion.value in (held or ())
    if suggestion.kind == HintKind.AGE_GROUP and str(held).isdecimal():
        return True  # years say more than a group
    return bool(held == suggestion.value)


def _leave_out(form: Form) -> None:
    _shorten(form, without_private(form.got(_WORDS, "")))


def _shorten(form: Form, shorter: str) -> None:
    heard_danger.same(form.got(_WORDS, ""), shorter)
    form.put(_WORDS, shorter)


def _take(suggestion: Suggestion, form: Form, understand: Understand) -> None:
    field = form.field(suggestion.kind)
    if suggestion.kind == AREA:
        words = form.got(_WORDS, "")  # as they are now: somebody may have typed on
        _shorten(form, without_places(words, understand(words).places))
    if suggestion.kind == HintKind.WHEELCHAIR:
        form.put(field, True)
    elif suggestion.kind in _LISTS:
        form.put(field, [*form.got(field, []), suggestion.value])
    else:
        form.put(field, suggestion.value)


def _take_moments(moments: list[DayPart], form: Form) -> None:
    for slot in moments:
        form.put(form.days(slot), list(dict.fromkeys([*form.got(form.days(slot), []), slot.day.value])))
