"""An idea that is being worked on: how it stands, what is there, who is in it, and the steps on."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.saved_ideas import SavedIdea
from socialmap.actions.show_bundles import SavedAnswer, show_saved_idea
from socialmap.model.dutch import dutch_date
from socialmap.model.together import BundleStatus
from socialmap.model.wording_bundling import FIRST_STEP
from socialmap.model.wording_ideas import KIND_NAMES, STATUS_NAMES
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui import paper
from socialmap.ui.components import idea_answer, idea_form, idea_regroup, idea_steps, paper_link
from socialmap.ui.components.idea_cards import mark
from socialmap.ui.components.idea_view import facts, map_button, own_buttons
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_WAY = (BundleStatus.IDEA, BundleStatus.DISCUSSED, BundleStatus.STARTED, BundleStatus.RUNNING)


def show(workspace: Workspace, viewer: Viewer, bundle_id: str) -> None:
    answer = show_saved_idea(workspace, viewer, bundle_id)
    idea = answer.idea
    st.html(
        f'<div class="ideetitel">{mark(idea.group)}<div><small>{escape(KIND_NAMES[idea.sort])}</small>'
        f"<h1>{escape(idea.title)}</h1><p>{escape(_summary(idea))}</p></div></div>{_way(idea)}"
    )
    leads, answers = may(viewer, Right.LEAD_BUNDLES), may(viewer, Right.ANSWER_BUNDLES)
    with st.container(key="ideevlak"):
        with st.container(key="ideelinks", gap="medium"):
            if leads:
                idea_steps.show(workspace, viewer, idea)
                idea_form.show(workspace, viewer, idea)
            else:
                _tasks(idea)
                _read(idea)
                if answers:
                    idea_answer.show(workspace, viewer, idea)
                if idea.status is BundleStatus.REJECTED and may(viewer, Right.PROPOSE_BUNDLES):
                    idea_steps.take_back_button(workspace, viewer, idea)
        with st.container(key="ideerechts", gap="medium"):
            if leads:
                _tasks(idea)
            _members(workspace, viewer, answer)
            _facts(idea)
            if leads:
                idea_regroup.show(workspace, viewer, idea)
            paper_link.show(f"idee_{idea.id}", TEXT.work.print, sheet_of(idea))
    if leads:
        idea_steps.follow(idea)


def sheet_of(idea: SavedIdea) -> str:
    """The idea on one A4; no people, and their number only as the viewer may know it."""
    words, goals = TEXT.work, dict(TEXT.work.goals)
    where = ", ".join(filter(None, (idea.place or idea.initiative, idea.room)))
    parts = (
        (words.what_for, idea.draft.purpose),
        (words.residents_do, idea.draft.residents_do),
        (words.professional_does, idea.draft.professional_does),
        (words.goal, goals.get(str(idea.draft.goal), "")),
        (TEXT.idea.where, " · ".join(filter(None, (where, idea.when, idea.language)))),
        (TEXT.idea.leads, ". ".join(idea.leads)),
        (TEXT.idea.partner, idea.partner),
        (words.money, " · ".join(filter(None, (idea.budget, idea.money_from)))),
        (words.tasks, ". ".join(f"{task.label}: {task.told}" for task in idea.tasks if not task.done)),
        (words.talk_said, idea.talk_said or FIRST_STEP),
    )
    under = " · ".join(filter(None, (idea.people, idea.status_label, _owners(idea))))
    return paper.sheet_page(idea.title, [part for part in parts if part[1]], under=under)


def _summary(idea: SavedIdea) -> str:
    where = idea.place or idea.initiative
    return " · ".join(filter(None, (idea.people, where, idea.when, _owners(idea))))


def _owners(idea: SavedIdea) -> str:
    words = TEXT.work
    if not idea.owner:
        return words.nobody_leads.rstrip(".")
    if idea.second_owner:
        return words.led_by_two.format(first=idea.owner, second=idea.second_owner)
    return words.led_by.format(first=idea.owner)


def _way(idea: SavedIdea) -> str:
    """The four steps with a mark on the one it is at; what stopped or does not fit says so instead."""
    words = TEXT.work
    if idea.status not in _WAY:
        told = (
            words.refused.format(reason=idea.rejected_because) if idea.rejected_because else idea.status_label
        )
        return f'<p class="gestopt-idee" role="status">{escape(told)}</p>'
    here, steps = _WAY.index(idea.status), []
    for number, status in enumerate(_WAY):
        now = number == here
        state = "nu" if now else "geweest" if number < here else "later"
        mark_here = f'<span class="voorgelezen"> ({escape(words.here)})</span>' if now else ""
        current = ' aria-current="step"' if now else ""
        steps.append(
            f'<li class="{state}"{current}><i aria-hidden="true">{"✓" if number < here else number + 1}</i>'
            f"{escape(STATUS_NAMES[status])}{mark_here}</li>"
        )
    return f'<ol class="ideeweg" aria-label="{escape(words.steps)}">{"".join(steps)}</ol>'


def _tasks(idea: SavedIdea) -> None:
    words = TEXT.work
    rows = "".join(
        f'<li class="{"af" if task.done else "open"}"><b>{escape(task.label)}</b>'
        f'<span class="voorgelezen">{escape(words.done if task.done else words.open)}: </span>'
        f"<span>{escape(task.told)}</span></li>"
        for task in idea.tasks
    )
    answered = f'<p class="antwoord">{escape(idea.answered)}</p>' if idea.answered else ""
    st.html(
        f'<section class="ideedeel"><h2>{escape(words.tasks)}</h2>'
        f'<ul class="geregeld">{rows}</ul>{answered}</section>'
    )


def _members(workspace: Workspace, viewer: Viewer, answer: SavedAnswer) -> None:
    words, idea, new = TEXT.idea, answer.idea, answer.newcomers
    with st.container(key="ideeleden", gap="small"):
        if idea.own or idea.others:
            own = f"<p>{escape(words.yours)}</p>" if idea.own else ""
            st.html(f"<h2>{escape(words.members)}</h2><p>{escape(idea.others)}</p>{own}")
            own_buttons(viewer, "in", idea.own)
        if new.sentence:
            st.html(f'<p class="nogkort" role="status">{escape(new.sentence)}</p>')
            own_buttons(viewer, "erbij", new.own)
            if may(viewer, Right.LEAD_BUNDLES):
                idea_regroup.take_along_button(workspace, viewer, idea)


def _facts(idea: SavedIdea) -> None:
    words = TEXT.idea
    with st.container(key="ideeplek", gap="small"):
        st.html(
            facts(
                (
                    (words.where, [", ".join(filter(None, (idea.place or idea.initiative, idea.room)))]),
                    (words.when, [idea.when]),
                    (words.language, [idea.language]),
                    (words.from_where, [", ".join(idea.areas)]),
                )
            )
        )
        map_button(idea.open_on_map)


def _read(idea: SavedIdea) -> None:
    """What was written down, for who does not lead."""
    words, goals = TEXT.work, dict(TEXT.work.goals)
    said = words.said.format(date=dutch_date(idea.talk_on)) if idea.talk_on else ""
    told = facts(
        (
            (words.what_for, [idea.draft.purpose]),
            (words.residents_do, [idea.draft.residents_do]),
            (words.professional_does, [idea.draft.professional_does]),
            (words.goal, [goals.get(str(idea.draft.goal), "")]),
            (words.money, [" · ".join(filter(None, (idea.budget, idea.money_from)))]),
            (said, [idea.talk_said] if said else []),
        )
    )
    if told:
        st.html(f'<section class="ideedeel">{told}</section>')
