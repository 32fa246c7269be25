"""The form of *Nieuw talent*, with the sentence to read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from html import escape

import streamlit as st

from socialmap.actions.save_talent import TalentDraft
from socialmap.actions.search_choices import SearchChoices
from socialmap.actions.talent_demand import LIVED_EXPERIENCE
from socialmap.actions.telling import Choice
from socialmap.errors import InvalidInput, Violation
from socialmap.model.people import Mobility, Permission
from socialmap.model.values import AreaId, LanguageCode, TalentKindId, ThemeId
from socialmap.ui.components import private_form as form
from socialmap.ui.components import theme_field
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

FIELDS = Fields("talent")
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
    with form.step(FIELDS, "wie", words.who, 2, ("contact_label",)):
        label = form.text(FIELDS, "rol", words.who, hint=words.who_hint, hidden=True)
    with form.step(FIELDS, "waar", words.where, 3, ("area_id",)):
        area = form.from_list(FIELDS, "buurt", words.where, choices.areas, words.choose_area, hidden=True)
    with form.step(FIELDS, "kan", words.available, 4):
        available = form.week(FIELDS, "kan", words.available, unknown=False) or ()
    with form.step(FIELDS, "toestemming", words.read_aloud, 5, ("consent", "consent_on")):
        st.html(f'<p class="voorlezen">{escape(words.spoken)}</p>')
        consent = form.one(FIELDS, "toestemming", words.consent, form.as_choices(words.consents))
        if consent == Permission.YES:
            st.html(f'<p class="fluister">{escape(words.consent_on)} {escape(words.consent_lasts)}</p>')
            form.day(FIELDS, "op", words.consent_on, latest=today, first=today)
    with st.expander(
        words.more_fields, key=FIELDS.key("meer"), expanded="hours_per_month" in FIELDS.errors()
    ):
        mobility = form.one(FIELDS, "mobiliteit", words.mobility, choices.mobilities)
        form.some(FIELDS, "talen", words.languages, choices.languages)
        form.text(FIELDS, "uren", words.hours, most=5)
        form.show_error(FIELDS, "hours_per_month")
        form.one(FIELDS, "vog", words.certificate, form.as_choices(words.certificates))
    lived = FIELDS.got("ervaring")
    return TalentDraft(
        talent=TalentKindId(kind) if kind else None,
        contact_label=label,
        consent=Permission(consent) if consent else None,
        consent_on=FIELDS.got("op"),
        area_id=AreaId(area) if area else None,
        mobility=Mobility(mobility) if mobility else None,
        available=available,
        languages=tuple(map(LanguageCode, FIELDS.got("talen", ()))),
        experience_with=(ThemeId(lived),) if lived else (),
        conduct_certificate=str(FIELDS.got("vog", "")),
    )


def hours() -> float | None:
    """The hours that were typed; ``InvalidInput`` when they are no number."""
    typed = str(FIELDS.got("uren", "")).strip().replace(",", ".")
    if not typed:
        return None
    try:
        return float(typed)
    except ValueError:
        raise InvalidInput([Violation("hours_per_month", TEXT.talent.hours_wrong)]) from None
