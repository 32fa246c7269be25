"""A sociaal makelaar answers an idea: a place, people who could lead, a partner."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.answer_bundle import BundleAnswer, answer_bundle
from socialmap.actions.bundle_flow import NOT_BEGUN
from socialmap.actions.lead_bundle import bundle_choices
from socialmap.actions.saved_ideas import SavedIdea
from socialmap.errors import EditConflict, InvalidInput
from socialmap.model.values import OrganisationId, TalentId
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import idea_state as state
from socialmap.ui.components import private_form as form
from socialmap.ui.components.idea_form import place_id, place_of, with_now
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def show(workspace: Workspace, viewer: Viewer, idea: SavedIdea) -> None:
    words, draft = TEXT.work, idea.draft
    choices = bundle_choices(workspace, viewer, idea.theme)
    fields = Fields(f"antwoord_{idea.id}_")
    if idea.status not in NOT_BEGUN:
        if fields.filled():
            st.html(f'<p class="mis" role="alert">{escape(words.no_answer_now)}</p>')
        return
    fields.begin(
        {
            "plek": place_id(draft.facility_id, draft.room_id) or None,
            "trekkers": list(draft.lead_ids),
            "partner": draft.partner_id,
            "versie": idea.version,
        }
    )
    with st.container(key="ideevorm", gap="medium"):
        st.html(f"<h2>{escape(words.answer)}</h2><p>{escape(words.answer_intro)}</p>")
        with form.step(fields, "plek", words.place, errors=("facility_id",)):
            places = with_now(choices.places, str(fields.got("plek", "")), idea.place)
            place = form.from_list(fields, "plek", words.place, places, words.choose, hidden=True)
        with form.step(fields, "trekkers", words.lead_ids, errors=("lead_ids",)):
            leads = form.some(fields, "trekkers", words.lead_ids, choices.leads, hidden=True)
        with form.step(fields, "partner", words.partner, errors=("partner_id",)):
            partner = form.from_list(
                fields, "partner", words.partner, choices.partners, words.choose, hidden=True
            )
        if st.button(words.answer_save, key="geef_antwoord", type="primary"):
            facility, room = place_of(place)
            answer = BundleAnswer(
                facility_id=facility,
                room_id=room,
                lead_ids=tuple(map(TalentId, leads)),
                partner_id=OrganisationId(partner) if partner else None,
            )
            _save(workspace, viewer, idea, fields, answer)


def _save(
    workspace: Workspace, viewer: Viewer, idea: SavedIdea, fields: Fields, answer: BundleAnswer
) -> None:
    try:
        answer_bundle(workspace, viewer, idea.id, answer, int(fields.got("versie", idea.version)))
    except InvalidInput as error:
        fields.refuse(error)
    except EditConflict as conflict:
        fields.put("versie", conflict.version)
        state.tell(TEXT.work.conflict)
    else:
        fields.clear()
        state.tell(TEXT.work.answered)
    st.rerun()
