"""*Klopt er iets niet?*: what was written down wrongly about a question is mended, or it goes away."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.correct_need import correct_need, put_back_need, remove_need
from socialmap.actions.own_needs import OwnNeed
from socialmap.actions.record_need import NeedDraft
from socialmap.actions.search_choices import SearchChoices
from socialmap.actions.telling import Choice
from socialmap.errors import EditConflict
from socialmap.model.people import Mobility
from socialmap.model.values import AreaId, LanguageCode, ThemeId, ThresholdId
from socialmap.privacy.roles import Viewer
from socialmap.ui import passing_on
from socialmap.ui.components import private_form as form
from socialmap.ui.components import safety_card, theme_field
from socialmap.ui.private_fields import Fields
from socialmap.ui.saving import follow_others, kept_version, save_form, show_conflict
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

REMOVED = Fields("vraagweg")
_FIRST, _SAVED = "eerst", "bewaard"
_MENDED = ("area_id", "theme", "mobility", "available", "languages", "thresholds")


def show(workspace: Workspace, viewer: Viewer, need: OwnNeed, choices: SearchChoices) -> None:
    words, fields = TEXT.correction, Fields(f"verbeter_{need.id}_")
    now, mended = _draft_of(need), bool(fields.got(_SAVED))
    if mended:
        # What was kept may differ from what was typed: a small neighbourhood becomes its district.
        fields.clear()
        fields.begin({**_as_kept(now), _FIRST: now})
    fields.begin({**_as_kept(now), _FIRST: now})
    kept_version(fields, need.version)
    with (
        st.container(key="stap_klopt_niet"),
        st.expander(words.title, key="klopt_niet_open", expanded=bool(fields.errors())),
    ):
        if fields.got("onderwerp") in choices.acute_themes:
            safety_card.show((), fields.clear, lambda: fields.put("onderwerp", None))
            return
        st.html(f'<p class="fluister">{escape(words.intro)}</p>')
        if mended:
            st.html(f'<p class="gelukt" role="status">{escape(words.saved)}</p>')
        draft = _form(fields, need, choices)
        show_conflict(fields)
        with st.container(key="verbeterrij", horizontal=True, gap="small"):
            if st.button(words.save, key="bewaar_verbetering", type="primary"):

                def mend(version: int) -> None:
                    mine = _on_top(fields, now, draft)
                    correct_need(workspace, viewer, need.id, mine, version)

                save_form(fields, mend, draft)
            if st.button(words.remove, key="haal_vraag_weg", type="tertiary"):
                remove_need(workspace, viewer, need.id)
                REMOVED.put("welke", need.id)
                passing_on.show_need("")
                st.rerun()
        st.html(f'<p class="fluister">{escape(words.remove_help)}</p>')
        fields.forgive(draft)
        follow_others(fields, need.version)


def offer_put_back(workspace: Workspace, viewer: Viewer) -> None:
    """Right after a removal: what happened, and the way back."""
    words, removed = TEXT.correction, REMOVED.got("welke")
    if not removed:
        return
    with st.container(key="vraagweg", horizontal=True, gap="small", vertical_alignment="center"):
        st.html(f'<p class="gelukt" role="status">{escape(words.removed)}</p>')
        if st.button(words.put_back, key="zet_terug"):
            REMOVED.clear()
            try:
                put_back_need(workspace, viewer, removed)
            except EditConflict:
                st.warning(words.cannot_put_back)
            else:
                passing_on.show_need(removed)
                st.rerun()


def _form(fields: Fields, need: OwnNeed, choices: SearchChoices) -> NeedDraft:
    words = TEXT.need
    themes = form.as_choices(theme_field.labels_of(choices))
    theme = form.from_list(fields, "onderwerp", words.theme, themes, words.choose_side)
    form.show_error(fields, "theme")
    # A small neighbourhood was written down as its district, which is in no list of neighbourhoods.
    kept = (Choice(need.area_id, need.area),) if need.area_id else ()
    areas = (*choices.areas, *(each for each in kept if each.id not in {area.id for area in choices.areas}))
    area = form.from_list(fields, "buurt", words.area, areas, words.choose_area)
    form.show_error(fields, "area_id")
    mobility = form.one(fields, "mobiliteit", words.mobility, choices.mobilities)
    form.show_error(fields, "mobility")
    st.html(f'<p class="fluister">{escape(words.when)}</p>')
    available = form.week(fields, "verbeterkan", words.when, unknown=True)
    form.show_error(fields, "available")
    thresholds = form.some(fields, "drempels", words.thresholds, choices.thresholds)
    languages = form.some(fields, "talen", words.languages, choices.languages)
    return NeedDraft(
        area_id=AreaId(area) if area else None,
        theme=ThemeId(theme) if theme else None,
        mobility=Mobility(mobility) if mobility else None,
        available=available,
        languages=tuple(map(LanguageCode, languages)),
        thresholds=tuple(map(ThresholdId, thresholds)),
    )


def _draft_of(need: OwnNeed) -> NeedDraft:
    return NeedDraft(
        area_id=need.area_id,
        theme=need.theme,
        mobility=need.mobility,
        available=need.available,
        languages=need.languages,
        thresholds=need.thresholds,
    )


def _as_kept(draft: NeedDraft) -> dict[str, object]:
    """What the fields hold when nothing was changed yet."""
    return {
        "onderwerp": draft.theme,
        "buurt": draft.area_id,
        "mobiliteit": draft.mobility.value if draft.mobility else None,
        **form.ticked("verbeterkan", draft.available or ()),
        "verbeterkan_onbekend": not draft.available,
        "drempels": list(draft.thresholds),
        "talen": list(draft.languages),
    }


def _on_top(fields: Fields, now: NeedDraft, draft: NeedDraft) -> NeedDraft:
    """What is kept now with only what was changed here: nobody else's edit is undone."""
    first: NeedDraft = fields.got(_FIRST)
    changed = [name for name in _MENDED if getattr(draft, name) != getattr(first, name)]
    return replace(now, **{name: getattr(draft, name) for name in changed})
