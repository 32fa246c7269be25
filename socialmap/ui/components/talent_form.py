"""The form of *Nieuw talent*, with the sentence to read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from html import escape
from typing import Any

import streamlit as st

from socialmap.actions.save_talent import TalentDraft
from socialmap.actions.search_choices import SearchChoices
from socialmap.actions.talent_demand import LIVED_EXPERIENCE
from socialmap.actions.telling import Choice
from socialmap.errors import InvalidInput, Violation
from socialmap.model.dutch import decimal
from socialmap.model.people import Mobility, Permission
from socialmap.model.values import AreaId, LanguageCode, TalentKindId, ThemeId
from socialmap.ui.components import private_form as form
from socialmap.ui.components import theme_field
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

FIELDS, CHANGE = Fields("talent"), Fields("talentwijziging")
FIRST = {"talen": ["nl"]}
STEPS = {
    "talent": "wat",
    "contact_label": "wie",
    "area_id": "waar",
    "consent": "toestemming",
    "consent_on": "toestemming",
    "hours_per_month": "meer",
}


def show(choices: SearchChoices, talents: Sequence[Choice], today: date) -> TalentDraft:
    """Draw the form and give what is in it."""
    words = TEXT.talent
    with form.step(FIELDS, "wat", words.kind, 1, ("talent", "colleague")):
        kind = form.from_list(FIELDS, "talent", words.kind, talents, words.kind_hint, hidden=True)
        if kind == LIVED_EXPERIENCE:
            themes = form.as_choices(theme_field.labels_of(choices))
            form.from_list(FIELDS, "ervaring", words.experience, themes, TEXT.need.choose_side)
    draft = _who_and_when(FIELDS, choices, 2)
    with form.step(FIELDS, "toestemming", words.read_aloud, 5, ("consent", "consent_on")):
        st.html(f'<p class="voorlezen">{escape(words.spoken)}</p>')
        consent = form.one(FIELDS, "toestemming", words.consent, form.as_choices(words.consents))
        if consent == Permission.YES:
            st.html(f'<p class="fluister">{escape(words.consent_on)} {escape(words.consent_lasts)}</p>')
            form.day(FIELDS, "op", words.consent_on, latest=today, first=today)
    with st.expander(
        words.more_fields, key=FIELDS.key("meer"), expanded="hours_per_month" in FIELDS.errors()
    ):
        draft = _more(FIELDS, choices, draft)
    lived = FIELDS.got("ervaring")
    return replace(
        draft,
        talent=TalentKindId(kind) if kind else None,
        consent=Permission(consent) if consent else None,
        consent_on=FIELDS.got("op"),
        experience_with=(ThemeId(lived),) if lived else (),
    )


def show_change(choices: SearchChoices) -> TalentDraft:
    """Draw what can be changed of a talent that is kept, and give what is in it."""
    return _more(CHANGE, choices, _who_and_when(CHANGE, choices))


def as_kept(draft: TalentDraft) -> dict[str, Any]:
    """What the fields hold when nothing was changed yet."""
    hours_told = decimal(draft.hours_per_month or 0, 1).removesuffix(",0")
    return {
        "rol": draft.contact_label,
        "buurt": draft.area_id,
        **form.ticked("kan", draft.available),
        "mobiliteit": draft.mobility.value if draft.mobility else None,
        "talen": list(draft.languages),
        "uren": "" if draft.hours_per_month is None else hours_told,
        "vog": draft.conduct_certificate or None,
    }


def _who_and_when(fields: Fields, choices: SearchChoices, number: int | None = None) -> TalentDraft:
    """Whom to ask for, where and when; numbered from ``number`` on."""
    words = TEXT.talent
    second, third = (number + 1, number + 2) if number else (None, None)
    with form.step(fields, "wie", words.who, number, ("contact_label",)):
        label = form.text(fields, "rol", words.who, hint=words.who_hint, hidden=True)
    with form.step(fields, "waar", words.where, second, ("area_id",)):
        area = form.from_list(fields, "buurt", words.where, choices.areas, words.choose_area, hidden=True)
    with form.step(fields, "kan", words.available, third):
        available = form.week(fields, "kan", words.available, unknown=False) or ()
    return TalentDraft(contact_label=label, area_id=AreaId(area) if area else None, available=available)


def _more(fields: Fields, choices: SearchChoices, draft: TalentDraft) -> TalentDraft:
    words = TEXT.talent
    mobility = form.one(fields, "mobiliteit", words.mobility, choices.mobilities)
    form.some(fields, "talen", words.languages, choices.languages)
    form.text(fields, "uren", words.hours, most=5)
    form.show_error(fields, "hours_per_month")
    form.one(fields, "vog", words.certificate, form.as_choices(words.certificates))
    return replace(
        draft,
        mobility=Mobility(mobility) if mobility else None,
        languages=tuple(map(LanguageCode, fields.got("talen", ()))),
        conduct_certificate=str(fields.got("vog", "")),
    )


def hours(fields: Fields) -> float | None:
    """The hours that were typed; ``InvalidInput`` when they are no number."""
    typed = str(fields.got("uren", "")).strip().replace(",", ".")
    if not typed:
        return None
    try:
        return float(typed)
    except ValueError:
        raise InvalidInput([Violation("hours_per_month", TEXT.talent.hours_wrong)]) from None
