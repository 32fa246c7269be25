"""One computed idea: how many, where, when, who does not fit and why, and the first step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.idea_lines import Idea, OwnMember
from socialmap.actions.lead_bundle import work_out
from socialmap.actions.propose_bundle import propose_bundle, refuse_idea, who_can_lead
from socialmap.actions.show_bundles import show_idea
from socialmap.actions.telling import Choice
from socialmap.errors import InvalidInput
from socialmap.model.together import BundleKind
from socialmap.model.wording_ideas import KIND_NAMES
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui import passing_on
from socialmap.ui.components import idea_state as state
from socialmap.ui.components import private_form as form
from socialmap.ui.components.doors import to_map
from socialmap.ui.components.idea_cards import mark
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_ANYBODY = "iedereen"


def show(workspace: Workspace, viewer: Viewer, key: str) -> None:
    words, idea = TEXT.idea, show_idea(workspace, viewer, key)
    misfits = idea.not_fitting or idea.own_not_fitting
    below = f" {words.see_below}" if idea.sort is BundleKind.NEW and idea.ready and misfits else ""
    joins = f"<p>{escape(idea.joins)}</p>" if idea.joins else ""
    st.html(
        f'<div class="ideetitel">{mark(idea.group)}<div><small>{escape(KIND_NAMES[idea.sort])}</small>'
        f"<h1>{escape(idea.title)}</h1><p>{escape(idea.sentence)}{escape(below)}</p>{joins}</div></div>"
    )
    with st.container(key="ideevlak"):
        with st.container(key="ideelinks", gap="medium"):
            _first_step(idea)
            _members(viewer, idea)
            if idea.sort is BundleKind.NEW and idea.ready:
                _part(words.missing, idea.missing, words.nothing_missing)
            _misfits(viewer, idea)
        with st.container(key="ideerechts", gap="medium"):
            _deeds(workspace, viewer, idea)
            _facts(idea)


def facts(rows: Iterable[tuple[str, Sequence[str]]]) -> str:
    """A list of facts; a fact without a value is left out."""
    told = "".join(
        f"<div><dt>{escape(label)}</dt>{''.join(f'<dd>{escape(value)}</dd>' for value in values)}</div>"
        for label, values in rows
        if any(values)
    )
    return f'<dl class="ideefeiten">{told}</dl>' if told else ""


def own_buttons(viewer: Viewer, name: str, members: Sequence[OwnMember]) -> None:
    """A way from the idea to each of the viewer's own questions in it."""
    page = passing_on.open_door(viewer, "mijn-vragen")
    for member in members:
        label = TEXT.idea.open_need.format(number=member.pseudonym)
        if member.sentence:
            st.html(f'<p class="waarom"><b>{escape(member.pseudonym)}</b> {escape(member.sentence)}</p>')
        if page and st.button(label, key=f"vraag_{name}_{member.need_id}", type="tertiary"):
            passing_on.show_need(member.need_id)
            st.switch_page(page)


def map_button(place: str) -> None:
    """The place on the map, when it has one."""
    if place and st.button(TEXT.idea.on_map, key="op_de_kaart"):
        to_map(open=place)


def _first_step(idea: Idea) -> None:
    words = TEXT.idea
    st.html(
        f'<div class="eerste-stap"><small>{escape(words.first_step)}</small>'
        f"<b>{escape(idea.first_step)}</b><p>{escape(words.first_step_why)}</p></div>"
    )


def _members(viewer: Viewer, idea: Idea) -> None:
    words = TEXT.idea
    with st.container(key="ideeleden", gap="small"):
        if idea.own or idea.others:
            own = f"<p>{escape(words.yours)}</p>" if idea.own else ""
            st.html(f"<h2>{escape(words.members)}</h2><p>{escape(idea.others)}</p>{own}")
            own_buttons(viewer, "in", idea.own)
        if idea.still_needed:
            st.html(
                f'<p class="nogkort" role="status">{escape(idea.still_needed)} {escape(idea.ask_others)}</p>'
            )
            own_buttons(viewer, "vraag", idea.ask)


def _part(title: str, lines: Sequence[str], otherwise: str) -> None:
    if lines:
        rows = "".join(f"<li>{escape(line)}</li>" for line in lines)
        st.html(f'<section class="ideedeel"><h2>{escape(title)}</h2><ul>{rows}</ul></section>')
    elif otherwise:
        st.html(f'<section class="ideedeel"><h2>{escape(title)}</h2><p>{escape(otherwise)}</p></section>')


def _misfits(viewer: Viewer, idea: Idea) -> None:
    if idea.sort is not BundleKind.NEW:
        return
    words = TEXT.idea
    otherwise = "" if idea.own_not_fitting else words.all_fit
    _part(words.not_fitting, idea.not_fitting, otherwise)
    own_buttons(viewer, "past_niet", idea.own_not_fitting)


def _facts(idea: Idea) -> None:
    words = TEXT.idea
    with st.container(key="ideeplek", gap="small"):
        st.html(
            facts(
                (
                    (words.where, [", ".join(filter(None, (idea.place, idea.room)))]),
                    (words.when, [idea.when]),
                    (words.language, [idea.language]),
                    (words.from_where, [", ".join(idea.areas)]),
                    (words.leads, idea.leads),
                    (words.partner, [idea.partner]),
                )
            )
        )
        map_button(idea.open_on_map)


def _deeds(workspace: Workspace, viewer: Viewer, idea: Idea) -> None:
    """What this viewer can do with it."""
    words = TEXT.idea
    if idea.saved_id:
        st.info(words.already)
        st.button(words.see_saved, key="naar_bewaard", on_click=state.open_idea, args=(idea.saved_id,))
        return
    fields = Fields(f"idee_{idea.key}_")
    fields.begin()
    with st.container(key="ideedaden", gap="small"):
        form.show_error(fields, "key")
        if may(viewer, Right.LEAD_BUNDLES):
            labels = {BundleKind.JOIN: words.join, BundleKind.EXTEND: words.extend}
            st.html(f'<p class="fluister">{escape(words.work_out_help)}</p>')
            if st.button(labels.get(idea.sort, words.work_out), key="werk_uit", type="primary"):
                _work_out(workspace, viewer, idea, fields)
        elif may(viewer, Right.PROPOSE_BUNDLES):
            _invite(workspace, viewer, idea, fields)
        else:
            st.html(f'<p class="fluister">{escape(words.wait_for_team)}</p>')
        if may(viewer, Right.PROPOSE_BUNDLES):
            _refuse(workspace, viewer, idea, fields)


def _work_out(workspace: Workspace, viewer: Viewer, idea: Idea, fields: Fields) -> None:
    try:
        state.open_idea(work_out(workspace, viewer, idea.key))
    except InvalidInput as error:
        fields.refuse(error)
    st.rerun()


def _invite(workspace: Workspace, viewer: Viewer, idea: Idea, fields: Fields) -> None:
    words = TEXT.idea
    whom = (Choice(_ANYBODY, words.invite_anybody), *who_can_lead(workspace, viewer))
    chosen = form.from_list(fields, "wie", words.invite_who, whom, words.invite_anybody)
    form.show_error(fields, "owner")
    if st.button(words.invite, key="nodig_uit", type="primary"):
        try:
            to = "" if chosen == _ANYBODY else chosen
            state.open_idea(propose_bundle(workspace, viewer, idea.key, to))
            state.tell(words.invited)
        except InvalidInput as error:
            fields.refuse(error)
        st.rerun()


def _refuse(workspace: Workspace, viewer: Viewer, idea: Idea, fields: Fields) -> None:
    words = TEXT.idea
    with st.expander(words.refuse, key=fields.key("past_niet")):
        reason = form.text(fields, "reden", words.refuse_why, hint=words.refuse_hint, most=300)
        form.show_error(fields, "rejected_because")
        if st.button(words.put_aside, key="zet_weg"):
            try:
                refuse_idea(workspace, viewer, idea.key, reason)
                state.open_idea("")
                state.tell(words.put_aside_done)
            except InvalidInput as error:
                fields.refuse(error)
            st.rerun()
