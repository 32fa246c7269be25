"""The six questions of *Nieuwe vraag*, and what may be added."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

import streamlit as st

from socialmap.actions.own_needs import OwnNeed
from socialmap.actions.recognise_words import WordsAnswer
from socialmap.actions.record_need import NeedDraft
from socialmap.actions.search_choices import SearchChoices
from socialmap.actions.telling import Choice
from socialmap.actions.understand_words import HintKind
from socialmap.model import wording_needs as names
from socialmap.model.people import (
    AgeGroup,
    AskedBy,
    Mobility,
    Origin,
    OwnNetwork,
    PeerWish,
    Permission,
)
from socialmap.model.values import (
    AreaId,
    DayPart,
    LanguageCode,
    ResidentId,
    TalentKindId,
    ThemeId,
    ThresholdId,
    Tri,
)
from socialmap.ui.components import heard_also, safety_card, theme_field
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

FIELDS = Fields("vraag")
NEW, KNOWN = "nieuw", "bekend"
PARTS_OF_DAY = "kan"
_OF_SOMEBODY_NEW = frozenset({"buurt", "leeftijd"})
_TAKES = heard_also.Form(FIELDS.got, FIELDS.put, (HintKind.AGE_GROUP,), f"{PARTS_OF_DAY}_{{part}}")
FIRST = {
    "wie": NEW,
    "talen": ["nl"],
    "lotgenoten": PeerWish.NO_PREFERENCE.value,
    "indicatie": Tri.UNKNOWN.value,
    "kring": OwnNetwork.UNKNOWN.value,
    "gevraagd_door": AskedBy.SELF.value,
}
STEPS = {
    "resident_id": "wie",
    "area_id": "wie",
    "theme": "onderwerp",
    "reported_on": "sinds",
    "mobility": "mobiliteit",
    "available": PARTS_OF_DAY,
    "may_be_linked": "toestemming",
}
"""Which question answers for which field of the data."""


def show(
    choices: SearchChoices,
    talents: Sequence[Choice],
    own: Sequence[OwnNeed],
    said: WordsAnswer,
    understand: heard_also.Understand,
    today: date,
) -> NeedDraft:
    """Draw the form and give what is in it."""
    words = TEXT.need
    with form.step(FIELDS, "wie", words.who, 1, ("resident_id", "area_id", "colleague")):
        _who(choices, own)
    with form.step(FIELDS, "onderwerp", words.theme, 2, ("theme",)):
        theme_field.words_field(FIELDS)
        if said.perhaps_acute:
            safety_card.ask(FIELDS.key("woorden"))
        theme_field.show(FIELDS, said, choices)
        known = frozenset() if FIELDS.got("wie") == NEW else _OF_SOMEBODY_NEW
        heard_also.show(understand, choices, replace(_TAKES, known=known))
    with form.step(FIELDS, "sinds", words.since, 3, ("reported_on",)):
        since = form.day(FIELDS, "sinds", words.since, latest=today, first=today)
    with form.step(FIELDS, "mobiliteit", words.mobility, 4, ("mobility",)):
        mobility = form.one(FIELDS, "mobiliteit", words.mobility, choices.mobilities, hidden=True)
    with form.step(FIELDS, PARTS_OF_DAY, words.when, 5, ("available",)):
        available = form.week(FIELDS, PARTS_OF_DAY, words.when, unknown=True)
    with form.step(FIELDS, "toestemming", words.permission, 6, ("may_be_linked",)):
        st.html(f'<p class="voorlezen"><b>{escape(words.ask_like_this)}</b> {escape(words.spoken)}</p>')
        permission = form.one(
            FIELDS, "toestemming", words.permission, form.as_choices(names.PERMISSION_NAMES), hidden=True
        )
    with st.expander(words.more, key=FIELDS.key("meer")):
        _more(choices, talents, theme_field.chosen(FIELDS, said))
    return _draft(theme_field.chosen(FIELDS, said), since, mobility, available, permission)


def _who(choices: SearchChoices, own: Sequence[OwnNeed]) -> None:
    words = TEXT.need
    if form.one(FIELDS, "wie", words.who, form.as_choices(words.whos), required=True, hidden=True) == NEW:
        form.from_list(FIELDS, "buurt", words.area, choices.areas, words.choose_area)
        st.html(f'<p class="fluister">{escape(words.new_number)}</p>')
        return
    known: dict[str, str] = {}
    for need in own:
        told = words.known_line.format(number=need.pseudonym, area=need.area, theme=need.theme_label)
        known.setdefault(need.pseudonym, told)
    if not known:
        st.html(f'<p class="fluister">{escape(words.nobody_known)}</p>')
        return
    form.from_list(FIELDS, "bewoner", words.known, form.as_choices(known), words.choose_known)


def _more(choices: SearchChoices, talents: Sequence[Choice], theme: str) -> None:
    """What goes well comes before what is hard."""
    words, is_new = TEXT.need, FIELDS.got("wie") == NEW
    form.some(FIELDS, "gaat_goed", words.goes_well, talents)
    form.some(FIELDS, "drempels", words.thresholds, choices.thresholds)
    labels = theme_field.labels_of(choices)
    sides = tuple(Choice(each, label) for each, label in labels.items() if each != theme)
    form.from_list(FIELDS, "ook", words.side_themes, sides, words.choose_side)
    form.some(FIELDS, "talen", words.languages, choices.languages)
    form.one(FIELDS, "lotgenoten", words.peers, choices.peer_wishes, required=True)
    if is_new:
        form.one(FIELDS, "kring", words.circle, form.as_choices(names.CIRCLE_NAMES), required=True)
        form.one(FIELDS, "leeftijd", words.age, form.as_choices(names.AGE_NAMES))
    form.switch(FIELDS, "rolstoel", words.wheelchair)
    form.one(FIELDS, "indicatie", words.indication, form.as_choices(words.indications), required=True)
    form.one(FIELDS, "gevraagd_door", words.asked_by, form.as_choices(names.ASKED_BY_NAMES), required=True)
    form.one(FIELDS, "herkomst", words.origin, form.as_choices(names.ORIGIN_NAMES))


def _draft(
    theme: str,
    since: date | None,
    mobility: str,
    available: tuple[DayPart, ...] | None,
    permission: str,
) -> NeedDraft:
    got = FIELDS.got
    is_new = got("wie", NEW) == NEW
    age, origin, side = got("leeftijd"), got("herkomst"), got("ook")
    return NeedDraft(
        resident_id=None if is_new else ResidentId(got("bewoner", "")),
        area_id=AreaId(got("buurt")) if got("buurt") else None,
        theme=ThemeId(theme) if theme else None,
        reported_on=since,
        mobility=Mobility(mobility) if mobility else None,
        available=available,
        may_be_linked=Permission(permission) if permission else None,
        words=got("woorden", ""),
        side_themes=(ThemeId(side),) if side else (),
        languages=tuple(map(LanguageCode, got("talen", ()))),
        thresholds=tuple(map(ThresholdId, got("drempels", ()))),
        peer_wish=PeerWish(got("lotgenoten", PeerWish.NO_PREFERENCE)),
        wheelchair=bool(got("rolstoel")),
        has_indication=Tri(got("indicatie", Tri.UNKNOWN)),
        asked_by=AskedBy(got("gevraagd_door", AskedBy.SELF)),
        origin=Origin(origin) if origin else None,
        goes_well=tuple(map(TalentKindId, got("gaat_goed", ()))),
        age_group=AgeGroup(age) if age else None,
        own_network=OwnNetwork(got("kring", OwnNetwork.UNKNOWN)),
    )
