"""Wat kost het?: a few amounts added up, and whether somebody can pay it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.count_budget import BudgetAsked, BudgetCounted, count_budget
from socialmap.actions.lead_bundle import BundleChoices
from socialmap.errors import InvalidInput
from socialmap.model.dutch import euros
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_FUND = "fund_gives"


def show(
    workspace: Workspace, viewer: Viewer, fields: Fields, choices: BundleChoices, kept: float | None
) -> None:
    words = TEXT.work
    with st.expander(words.money, key=fields.key("kosten"), expanded=kept is not None or _typed(fields)):
        st.html(f'<p class="fluister">{escape(words.money_intro)}</p>')
        with st.container(key="begroting"):
            for name, label, hint in words.budget_fields:
                with st.container(key=f"bedrag_{name}"):
                    form.text(fields, name, label, hint=hint, most=12)
                    form.show_error(fields, name)
        payer = form.from_list(fields, "money_from", words.money_from, choices.funds, words.choose)
        form.show_error(fields, "money_from")
        form.text(fields, _FUND, words.fund_gives, hint="500", most=12)
        form.show_error(fields, _FUND)
        names = {choice.id: choice.label for choice in choices.funds}
        if st.button(words.reckon, key="reken_uit"):
            _count(workspace, viewer, fields, names.get(payer, ""))
            st.rerun()
        _told(fields, kept)


def _typed(fields: Fields) -> bool:
    return any(fields.got(name) for name, _, _ in TEXT.work.budget_fields)


def _count(workspace: Workspace, viewer: Viewer, fields: Fields, fund: str) -> None:
    typed = {name: str(fields.got(name, "")) for name, _, _ in TEXT.work.budget_fields}
    asked = BudgetAsked(**typed, fund=fund, fund_gives=str(fields.got(_FUND, "")))
    try:
        counted = count_budget(workspace, viewer, asked)
    except InvalidInput as error:
        fields.refuse(error)
        fields.put("uitgerekend", None)
        return
    fields.put("fouten", {})
    fields.put("uitgerekend", counted)
    if _typed(fields):
        fields.put("bedrag", counted.total_eur)


def _told(fields: Fields, kept: float | None) -> None:
    words = TEXT.work
    counted: BudgetCounted | None = fields.got("uitgerekend")
    if counted is None:
        told = words.nothing_filled if kept is None else words.kept_budget.format(amount=euros(kept))
        st.html(f'<p class="stil">{escape(told)}</p>')
        return
    rows = "".join(
        f"<tr><th scope='row'>{escape(label)}</th><td>{escape(amount)}</td></tr>"
        for label, amount in counted.lines
    )
    person = words.per_person.format(amount=counted.per_person) if counted.per_person else ""
    st.html(
        f'<table class="rekening"><tbody>{rows}</tbody></table>'
        f'<p class="totaal" role="status">{escape(words.total.format(total=counted.total))}</p>'
        f'<p class="stil">{escape(" · ".join(filter(None, (person, counted.fund))))}</p>'
    )
