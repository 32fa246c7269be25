"""The next step of a signal, with what that step asks; and who follows it from now on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.lead_signal import ORDER, Step, hand_signal, move_signal, signal_owners
from socialmap.actions.signal_lines import SignalDetail
from socialmap.actions.telling import Choice
from socialmap.model.together import CloseReason, SignalChoice, SignalStatus
from socialmap.model.wording_signals import CLOSE_LABELS
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import private_form as form
from socialmap.ui.components.signal_form import LONGEST
from socialmap.ui.private_fields import Fields
from socialmap.ui.saving import follow_others, kept_version, save_form, show_conflict
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_PLACED = frozenset({SignalStatus.PLACED, SignalStatus.IN_HAND})
_ASKS_TELLING = frozenset({SignalStatus.REPORTED_BACK, SignalStatus.CLOSED})


def show(workspace: Workspace, viewer: Viewer, detail: SignalDetail) -> None:
    """For who leads signals. A refused step stays filled in."""
    words = TEXT.signals
    fields = Fields(f"stap_{detail.line.id}_")
    fields.begin({"naar": _following(detail)})
    kept_version(fields, detail.version)
    labels = dict(words.steps)
    if fields.got("bewaard"):
        sentence = words.saved_step.format(step=detail.line.status_label)
        st.html(f'<p class="gelukt" role="status">{escape(sentence)}</p>')
    show_conflict(fields)
    if detail.line.status is SignalStatus.CLOSED:
        form.show_error(fields, "status")
        (again,) = detail.next
        if st.button(words.reopen, key="open_weer"):
            _save(workspace, viewer, detail, fields, SignalStatus(again.id), Step())
        follow_others(fields, detail.version)
        return
    with st.container(key="signaalstap", gap="small"):
        with form.step(fields, "naar", words.step, None, ("status",)):
            # A step that a colleague took meanwhile stays, with what was typed for it.
            steps = dict.fromkeys([*(each.id for each in detail.next), *filter(None, [fields.got("naar")])])
            options = tuple(Choice(each, labels[SignalStatus(each)]) for each in steps)
            chosen = form.one(fields, "naar", words.step, options, hidden=True)
        if chosen:
            _step(workspace, viewer, detail, fields, SignalStatus(chosen))
    follow_others(fields, detail.version)
    _owner(workspace, viewer, detail)


def _following(detail: SignalDetail) -> str | None:
    """The step forward; none to choose at first where only going back is left."""
    place = ORDER.index(detail.line.status)
    return next(
        (str(each.id) for each in detail.next if ORDER.index(SignalStatus(each.id)) == place + 1), None
    )


def _step(
    workspace: Workspace, viewer: Viewer, detail: SignalDetail, fields: Fields, to: SignalStatus
) -> None:
    words = TEXT.signals
    forward = ORDER.index(to) >= ORDER.index(detail.line.status)
    step = _asked(detail, fields, to) if forward else Step()
    telling = forward and to is SignalStatus.REPORTED_BACK
    with st.container(key="stapknoppen", horizontal=True, gap="small"):
        if st.button(words.told if telling else words.save_step, key="bewaar_stap", type="primary"):
            _save(workspace, viewer, detail, fields, to, step)
        if telling:
            st.button(words.not_yet, key="nog_niet", on_click=fields.clear)


def _asked(detail: SignalDetail, fields: Fields, to: SignalStatus) -> Step:
    words = TEXT.signals
    choice, addressed, told, because, reason, closed, nobody = "", "", "", "", "", "", False
    figures, story = _deepened(detail, fields, to)
    if to in _PLACED:
        with form.step(fields, "keuze", words.choice, None, ("choice",)):
            if fields.got("keuze") is None and detail.choice:
                fields.put("keuze", str(detail.choice))
            choice = form.one(fields, "keuze", words.choice, form.as_choices(words.choices), hidden=True)
        with form.step(fields, "aan", words.addressed_to, None, ("addressed_to",)):
            addressed = addressee(fields, detail.addressed_to, [one.to for one in detail.routes])
    if to in _ASKS_TELLING and not detail.line.told:
        st.html(
            f'<div class="vertel"><h3>{escape(words.tell_title)}</h3><p>{escape(words.tell_intro)}</p></div>'
        )
        with form.step(fields, "verteld", words.told_to, None, ("reported_back", "told_to")):
            told = form.text(fields, "verteld", words.told_to, hint=words.told_hint, hidden=True)
        nobody = form.switch(fields, "niemand", words.nobody)
        if nobody:
            with form.step(fields, "waarom", words.nobody_because, None, ("nobody_because",)):
                because = form.text(fields, "waarom", words.nobody_because, hidden=True)
    if to is SignalStatus.CLOSED:
        with form.step(fields, "reden", words.closed_as, None, ("closed_as",)):
            reason = form.one(fields, "reden", words.closed_as, form.as_choices(CLOSE_LABELS), hidden=True)
        with form.step(fields, "klaar", words.closed_because, None, ("closed_because",)):
            closed = form.text(fields, "klaar", words.closed_because, hidden=True)
    return Step(
        how_often=figures,
        consequence=story,
        choice=SignalChoice(choice) if choice else None,
        addressed_to=addressed,
        told_to=told,
        nobody_to_tell=nobody,
        nobody_because=because,
        closed_as=CloseReason(reason) if reason else None,
        closed_because=closed,
    )


def _deepened(detail: SignalDetail, fields: Fields, to: SignalStatus) -> tuple[str, str]:
    """Figures or a story: asked to deepen it, and once more before it is placed without either."""
    words, texts = TEXT.signals, detail.texts
    blank = not (texts["how_often"] or texts["consequence"])
    if to is not SignalStatus.DEEPENED and not (to is SignalStatus.PLACED and blank):
        return "", ""
    st.html(
        f'<div class="vertel"><h3>{escape(words.deepen_title)}</h3><p>{escape(words.deepen_intro)}</p></div>'
    )
    asked = []
    for name, label, field in (
        ("cijfers", words.figures, "how_often"),
        ("verhaal", words.story, "consequence"),
    ):
        if fields.key(name) not in st.session_state:
            fields.put(name, texts[field])
        with form.step(fields, name, label, None, (field,)):
            asked.append(form.long_text(fields, name, label, hint="", most=LONGEST, known=texts[field]))
    figures, story = asked
    return figures, story


def addressee(fields: Fields, first: str, proposed: list[str]) -> str:
    """One of the proposed tables, or another that is typed."""
    words = TEXT.signals
    options = list(dict.fromkeys([*filter(None, (first, fields.got("aan", ""))), *proposed]))
    if fields.got("aan") is None and first:
        fields.put("aan", first)
    st.selectbox(
        words.addressed_to,
        options,
        index=None,
        key=fields.key("aan"),
        placeholder=words.choose_addressee,
        accept_new_options=True,
        label_visibility="collapsed",
        persist_state="session",
    )
    return form.listened(fields, "aan", first)


def _save(
    workspace: Workspace,
    viewer: Viewer,
    detail: SignalDetail,
    fields: Fields,
    to: SignalStatus,
    step: Step,
) -> None:
    save_form(
        fields,
        lambda version: move_signal(workspace, viewer, detail.line.id, to, step, version=version),
    )


def _owner(workspace: Workspace, viewer: Viewer, detail: SignalDetail) -> None:
    words = TEXT.signals
    fields = Fields(f"volger_{detail.line.id}_")
    fields.begin({"wie": detail.owner_id or None})
    kept_version(fields, detail.version)
    with st.container(key="signaalvolger", gap="small"):
        with form.step(fields, "wie", words.owner, None, ("owner",)):
            owners = signal_owners(workspace, viewer)
            chosen = form.from_list(fields, "wie", words.owner, owners, words.choose_owner, hidden=True)
        show_conflict(fields)
        if chosen and chosen != detail.owner_id and st.button(words.hand, key="geef_door"):
            save_form(
                fields,
                lambda version: hand_signal(workspace, viewer, detail.line.id, chosen, version=version),
                after={"wie": chosen},
            )
    follow_others(fields, detail.version)
