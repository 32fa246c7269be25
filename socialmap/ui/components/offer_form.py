"""The three forms of *Voeg iets toe*: an initiative, a facility, an organisation. Required things first."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.find_similar import Similar, find_similar
from socialmap.actions.search_choices import SearchChoices
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import fields, initiative_more, place_choice, theme_choice
from socialmap.ui.components.initiative_more import labels_of
from socialmap.ui.desk import Desk, ask_change
from socialmap.ui.guard import plain
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

SHORTEST_NAME = 3


def show(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    """Draw the form of what is on the desk."""
    if desk.kind == "initiative":
        _initiative(workspace, viewer, desk, choices)
    elif desk.kind == "facility":
        _facility(workspace, viewer, desk, choices)
    else:
        _organisation(workspace, viewer, desk, choices)


def likely_same(workspace: Workspace, viewer: Viewer, desk: Desk) -> Similar | None:
    """The likeliest double of a new initiative that was not called something else yet."""
    filled = desk.filled
    name = (filled["name"] or "").strip()
    if desk.kind != "initiative" or desk.is_change or len(name) < SHORTEST_NAME:
        return None
    way = filled["place_way"]
    found = find_similar(
        workspace,
        viewer,
        name,
        point=filled["point"] if way in {"kaart", "adres"} else None,
        facility_id=(filled["facility_id"] or "") if way == "gebouw" else "",
        contact=filled["contact"] or "",
    )
    return next((same for same in found if same.id not in desk.different), None)


def _initiative(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    words = TEXT.add
    _name(desk, words.name_hint)
    with fields.question(desk, "themes", words.themes):
        theme_choice.show(workspace, desk, choices, from_name=not desk.is_change)
    with fields.question(desk, "place", words.place):
        place_choice.show(workspace, viewer, desk, choices)
    with fields.question(desk, "contact", words.contact):
        fields.text(desk, "contact", words.contact, hint=words.contact_hint, hidden=True)
        st.caption(words.contact_help)
    _ask_same(likely_same(workspace, viewer, desk), desk)
    initiative_more.show(viewer, desk, choices)


def _facility(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    words, more = TEXT.add, TEXT.more
    _name(desk, words.name_hint_facility)
    with fields.question(desk, "type", more.type):
        types = labels_of(choices.facility_types)
        fields.from_list(desk, "type", more.type, types, hint=words.choose_one, hidden=True)
    with fields.question(desk, "place", words.place):
        place_choice.show(workspace, viewer, desk, choices)
    st.html(f'<p class="vraag rustig">{words.more}</p>')
    with st.expander(more.rest):
        fields.answer(desk, "wheelchair", more.wheelchair)
        fields.answer(desk, "wheelchair_toilet", more.wheelchair_toilet)
        organisations = labels_of(choices.organisations)
        fields.from_list(desk, "operator_id", more.operator, organisations, hint=words.choose_one)
        fields.text(desk, "phone", more.phone)
        fields.text(desk, "website", more.website, hint=more.website_hint)


def _organisation(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    words, more = TEXT.add, TEXT.more
    _name(desk, words.name_hint_organisation)
    with fields.question(desk, "sort", more.sort):
        sorts = labels_of(choices.organisation_kinds)
        fields.from_list(desk, "sort", more.sort, sorts, hint=words.choose_one, hidden=True)
    with fields.question(desk, "place", words.place):
        place_choice.show(workspace, viewer, desk, choices)
    st.html(f'<p class="vraag rustig">{words.more}</p>')
    with st.expander(more.rest_organisation, expanded="email" in desk.errors):
        fields.text(desk, "phone", more.phone)
        with fields.question(desk, "email"):
            fields.text(desk, "email", more.email)
        fields.text(desk, "website", more.website, hint=more.website_hint)
        fields.switch(desk, "do_not_contact", more.do_not_contact)


def _name(desk: Desk, hint: str) -> None:
    with fields.question(desk, "name", TEXT.add.name):
        fields.text(desk, "name", TEXT.add.name, hint=hint, hidden=True, most=120)


def _ask_same(same: Similar | None, desk: Desk) -> None:
    """Is it the same? A question with two answers, never a wall."""
    if same is None:
        return
    words = TEXT.add
    if same.distance_m is None or same.similarity < 0.7:
        sentence = words.same_contact_question.format(name=same.name)
    elif same.distance_m == 0:
        sentence = words.same_place_question.format(name=same.name)
    else:
        sentence = words.same_question.format(name=same.name, m=same.distance_m)
    with st.container(key="zelfde", gap="small"):
        st.html('<span class="anker" id="veld-same"></span>')
        st.markdown(f"**{plain(sentence)}**")
        with st.container(horizontal=True, gap="small"):
            st.button(words.same_no, key=desk.key("anders"), on_click=_different, args=(desk, same.id))
            st.button(
                words.same_yes, key=desk.key("zelfde"), on_click=ask_change, args=("initiative", same.id)
            )


def _different(desk: Desk, same_id: str) -> None:
    desk.different.add(same_id)
    desk.errors.pop("same", None)
