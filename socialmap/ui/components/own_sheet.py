"""Mijn blad: what one does already, wants more of, is held back by, and one agreement with a date."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.hold_conversation import (
    MOST_CHARACTERS,
    Option,
    OwnSheet,
    SheetDraft,
    own_sheet,
    save_sheet,
)
from socialmap.actions.telling import Choice
from socialmap.errors import InvalidInput
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import private_form as form
from socialmap.ui.components import team_choice
from socialmap.ui.components.looking import look_at
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_STEPS = {
    "already": "blad_al",
    "want_more": "blad_meer",
    "obstacles": "blad_tegen",
    "certainty": "blad_zeker",
    "agreement": "blad_afspraak",
    "agreement_on": "blad_afspraak",
    "colleague": "blad_afspraak",
}
_ASK_A_COLLEAGUE = frozenset({"opleiding_ervaring", "beter_individueel"})


def show(workspace: Workspace, viewer: Viewer) -> None:
    sheet = own_sheet(workspace, viewer, team_choice.chosen_team())
    team_choice.show(sheet.teams)
    team_id = sheet.team.id if sheet.team else ""
    fields = Fields(f"blad_{team_id}_{viewer.name}")
    fields.begin(_first(sheet))
    with st.container(key="bladvorm"):
        draft = _form(fields, sheet)
        if fields.got("bewaard"):
            st.html(f'<p class="gelukt" role="status">{escape(TEXT.talk.saved)}</p>')
        if st.button(TEXT.talk.save, key="bewaar_blad", type="primary"):
            _save(workspace, viewer, fields, draft, sheet.version, team_id)
        st.html(f'<p class="stil">{escape(TEXT.talk.only_you)}</p>')
    step = next((step for field, step in _STEPS.items() if field in fields.errors()), "")
    look_at(f"blad {fields.got('geweigerd', 0)}", f"stap_{step}" if step else "")


def _first(sheet: OwnSheet) -> dict[str, object]:
    kept = sheet.draft
    return {
        "al": list(kept.already),
        "meer": list(kept.want_more),
        "tegen": list(kept.obstacles),
        "zeker": str(kept.certainty) if kept.certainty else None,
        "afspraak": kept.agreement,
        "dag": kept.agreement_on,
    }


def _form(fields: Fields, sheet: OwnSheet) -> SheetDraft:
    words = TEXT.talk
    with form.step(fields, "blad_al", words.already, None, ("already",)):
        if not sheet.version:
            st.html(f'<p class="stil">{escape(words.already_help)}</p>')
        already = form.some(fields, "al", words.already, _labels(sheet.possibilities), hidden=True)
        done = [each.note for each in sheet.possibilities if any(sign.isdigit() for sign in each.note)]
        if done:
            st.html(f'<p class="stil">{escape(" ".join(done))}</p>')
    with form.step(fields, "blad_meer", words.want_more, None, ("want_more",)):
        want_more = form.some(fields, "meer", words.want_more, _labels(sheet.possibilities), hidden=True)
    with form.step(fields, "blad_tegen", words.obstacles, None, ("obstacles",)):
        obstacles = form.some(fields, "tegen", words.obstacles, _labels(sheet.obstacles), hidden=True)
        _tips(sheet, obstacles)
    with form.step(fields, "blad_zeker", words.certainty, None, ("certainty",)):
        certainty = form.one(
            fields,
            "zeker",
            words.certainty,
            [Choice(str(each), label) for each, label in words.certainties],
            hidden=True,
        )
    with form.step(
        fields, "blad_afspraak", words.agreement, None, ("agreement", "agreement_on", "colleague")
    ):
        text = form.text(
            fields, "afspraak", words.agreement, hint=words.agreement_hint, most=MOST_CHARACTERS, hidden=True
        )
        on = None
        if text.strip():
            st.html(f'<p class="bijvraag">{escape(words.agreement_on)}</p>')
            on = form.day(fields, "dag", words.agreement_on)
    return SheetDraft(
        already=already,
        want_more=want_more,
        obstacles=obstacles,
        certainty=int(certainty) if certainty else None,
        agreement=text,
        agreement_on=on,
    )


def _labels(options: tuple[Option, ...]) -> tuple[Choice, ...]:
    return tuple(Choice(str(each.code), each.label) for each in options)


def _tips(sheet: OwnSheet, picked: tuple[str, ...]) -> None:
    words = TEXT.talk
    tips = "".join(
        f"<li><b>{escape(each.label)}</b><span>{escape(words.tip)}: {escape(each.note)}</span></li>"
        for each in sheet.obstacles
        if each.code in picked
    )
    if tips:
        st.html(f'<ul class="tips">{tips}</ul>')
    if sheet.with_whom and _ASK_A_COLLEAGUE.intersection(picked):
        names = ", ".join(each.label for each in sheet.with_whom)
        st.html(f'<p class="samenmet">{escape(words.lead_along.format(names=names))}</p>')


def _save(
    workspace: Workspace, viewer: Viewer, fields: Fields, draft: SheetDraft, version: int, team_id: str
) -> None:
    try:
        save_sheet(workspace, viewer, draft, version, team_id=team_id)
    except InvalidInput as error:
        fields.refuse(error)
        fields.put("bewaard", False)
    else:
        fields.put("fouten", {})
        fields.put("bewaard", True)
    st.rerun()
