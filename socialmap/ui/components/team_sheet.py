"""Het blad van ons team: the own figures, what colleagues picked (from five), and the agreements."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.hold_conversation import MOST_CHARACTERS, agree
from socialmap.actions.show_conversation import TeamSheet, show_conversation
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui import paper
from socialmap.ui.components import paper_link, team_choice
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.saving import save_form
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def show(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.talk
    sheet = show_conversation(workspace, viewer, team_choice.chosen_team())
    if sheet.team is None:
        st.info(TEXT.stand.no_team if viewer.name else TEXT.stand.choose_name)
        return
    team_choice.show(sheet.teams)
    with st.container(key="teamblad"):
        st.html(_told(sheet))
        if may(viewer, Right.PLACE_DOTS):
            _agreements(workspace, viewer, sheet)
        page = paper.sheet_page(
            words.sheet_title.format(team=sheet.team.label), sheet.paper, under=sheet.stand
        )
        paper_link.show("gesprek", words.print, page)


def _told(sheet: TeamSheet) -> str:
    words = TEXT.talk
    parts = [(words.assignment, f"<p>{escape(sheet.assignment)}</p>")] if sheet.assignment else []
    parts.append((TEXT.stand.door, f"<p>{escape(sheet.standing)}</p>"))
    parts.append((words.we_do, _list(sheet.used)))
    for title, picks in ((words.we_want, sheet.want_more), (words.holds_us, sheet.obstacles)):
        lines = [_picked(each.label, each.shown, each.tip) for each in picks]
        told = f"<ul>{''.join(lines)}</ul>" if lines else f"<p>{escape(words.nothing_picked)}</p>"
        parts.append((title, f"<p>{escape(sheet.why_not)}</p>" if sheet.why_not else told))
    sure = f"{sheet.certainty.rstrip('.')}. {words.research}" if sheet.certainty else sheet.why_not
    parts.append((words.how_sure, f"<p>{escape(sure)}</p>"))
    meaning = "".join(f"<li>{escape(goal)}</li>" for goal in TEXT.help.collective.goals)
    explained = f"<details><summary>{escape(words.which_goals)}</summary><ol>{meaning}</ol></details>"
    parts.append((words.goals, _list((*sheet.goals, sheet.ideas)) + explained))
    sections = "".join(f"<section><h2>{escape(title)}</h2>{content}</section>" for title, content in parts)
    return f'<div class="bladdelen">{sections}</div><p class="stil">{escape(sheet.stand)}</p>'


def _picked(label: str, shown: str, tip: str) -> str:
    """A small count is told in words, never as a sign."""
    words = TEXT.talk
    times = words.times.format(n=shown) if shown.isdigit() else words.some_times
    advice = f"<span>{escape(words.tip)}: {escape(tip)}</span>" if tip else ""
    return f"<li><b>{escape(label)}</b> <small>{escape(times)}</small>{advice}</li>"


def _agreements(workspace: Workspace, viewer: Viewer, sheet: TeamSheet) -> None:
    words = TEXT.talk
    texts = [each.text for each in sheet.agreements] or [words.no_agreements]
    st.html(f'<section class="afspraken"><h2>{escape(words.agreements)}</h2>{_list(texts)}</section>')
    team_id = sheet.team.id if sheet.team else ""
    fields = Fields(f"afspraak_{team_id}")
    fields.begin()
    if fields.got("bewaard"):
        st.html(f'<p class="gelukt" role="status">{escape(words.agreed)}</p>')
    with form.step(
        fields, "teamafspraak", words.agree_label, None, ("agreement", "agreement_on", "colleague")
    ):
        text = form.text(
            fields, "tekst", words.agree_label, hint=words.agreement_hint, most=MOST_CHARACTERS, hidden=True
        )
        st.html(f'<p class="bijvraag">{escape(words.agreement_on)}</p>')
        on = form.day(fields, "dag", words.agreement_on)
    if st.button(words.agree, key="maak_afspraak", type="primary"):
        save_form(fields, lambda _: agree(workspace, viewer, text, on, team_id=team_id))


def _list(lines: Iterable[str] | Sequence[str]) -> str:
    return f"<ul>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</ul>"
