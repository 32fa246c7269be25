"""Voeg iets toe: put something on the map, change what is there, and see who changed what."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.check_offer import change_and_check
from socialmap.actions.save_offer import Saved, add_offer, change_offer, check_draft, open_draft
from socialmap.actions.search_choices import SearchChoices, search_choices
from socialmap.errors import EditConflict, InvalidInput, NotFound, Violation
from socialmap.model.wording_checks import noted
from socialmap.model.work import CheckOutcome
from socialmap.privacy.roles import Right, Viewer, may
from socialmap.ui import checking_round
from socialmap.ui.components import (
    choose_existing,
    conflict_choice,
    history_view,
    offer_form,
    preview,
    saved_card,
)
from socialmap.ui.desk import (
    KINDS,
    Desk,
    begin_change,
    choose_kind,
    chosen_kind,
    clear_desk,
    fresh_desk,
    shelf,
    take_request,
)
from socialmap.ui.guard import plain
from socialmap.ui.offer_forms import Offer, offer_of
from socialmap.ui.page import run_page
from socialmap.ui.settling import settled
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_INTROS = {
    "initiative": TEXT.add.intro,
    "facility": TEXT.add.intro_facility,
    "organisation": TEXT.add.intro_organisation,
}


def render(workspace: Workspace, viewer: Viewer) -> None:
    take_request(lambda kind, entity_id, check: _begin(workspace, viewer, kind, entity_id, as_check=check))
    here = shelf()
    if here.history is not None and may(viewer, Right.SEE_HISTORY):
        history_view.show(workspace, viewer, *here.history)
    elif not may(viewer, Right.CHANGE_OFFERS):
        _refuse(viewer)
    elif here.saved is not None and here.change is None:
        saved_card.show(viewer, here.saved, here.saved_kind)
    elif here.change is not None:
        _change(workspace, viewer, here.change)
    elif may(viewer, Right.ADD_OFFERS):
        _add(workspace, viewer)
    else:
        st.title(TEXT.keep.existing, anchor=False)
        st.markdown(TEXT.keep.refused_add)
        choose_existing.show(workspace, viewer, search_choices(workspace, viewer))


def _begin(workspace: Workspace, viewer: Viewer, kind: str, entity_id: str, *, as_check: bool) -> None:
    if may(viewer, Right.CHANGE_OFFERS):
        begin_change(open_draft(workspace, viewer, kind, entity_id), as_check=as_check)


def _refuse(viewer: Viewer) -> None:
    """A friendly no, with what is possible instead."""
    words = TEXT.keep
    with st.container(key="geweigerd", gap="small"):
        st.title(TEXT.add.title, anchor=False)
        st.markdown(f"**{words.refused}**  \n{words.refused_instead}")
        with st.container(horizontal=True, gap="small"):
            st.page_link(saved_card.MAP_PAGE, label=words.to_map)
            if may(viewer, Right.FIND_HELP):
                st.page_link(saved_card.FIND_PAGE, label=words.to_search)


def _add(workspace: Workspace, viewer: Viewer) -> None:
    words, here = TEXT.add, shelf()
    st.title(words.title, anchor=False)
    labels = dict(words.kinds)
    st.session_state["soort"] = chosen_kind()
    st.segmented_control(
        words.kind,
        list(KINDS),
        key="soort",
        required=True,
        format_func=labels.__getitem__,
        label_visibility="collapsed",
        on_change=lambda: choose_kind(st.session_state["soort"]),
    )
    desk = fresh_desk(chosen_kind())
    st.markdown(f"{dict(words.kind_help)[desk.kind]}  \n:small[{_INTROS[desk.kind]}]")
    if here.just_added is not None:
        saved_card.show_above(here.just_added, here.saved_kind)
    choices = search_choices(workspace, viewer)
    _form(workspace, viewer, desk, choices)
    with st.expander(TEXT.keep.existing):
        choose_existing.show(workspace, viewer, choices)


def _change(workspace: Workspace, viewer: Viewer, desk: Desk) -> None:
    words = TEXT.keep
    assert desk.seen is not None  # noqa: S101 – a change is a change of something
    if desk.conflict is not None:
        _settle(workspace, viewer, desk, desk.conflict)
        return
    st.button(f"← {words.stop_change}", key="stop", type="tertiary", on_click=clear_desk, args=(desk,))
    st.title(plain(words.change_title.format(name=desk.seen.name)), anchor=False)
    if desk.as_check:
        st.markdown(TEXT.checks.change_intro)
    _form(workspace, viewer, desk, search_choices(workspace, viewer))


def _form(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    with st.container(key="invulvlak"):
        with st.container(key="formulier", gap="medium"):
            offer_form.show(workspace, viewer, desk, choices)
        with st.container(key="ernaast", gap="small"):
            _hints(workspace, viewer, desk)
            preview.show(workspace, viewer, desk, choices)
    _buttons(workspace, viewer, desk)


def _hints(workspace: Workspace, viewer: Viewer, desk: Desk) -> None:
    """Advice while typing, which may be ignored."""
    if not (desk.filled["name"] or "").strip():
        return
    draft, _ = offer_of(desk.kind, desk.filled, desk.seen)
    for hint in check_draft(workspace, viewer, draft).hints:
        st.html(f'<p class="hint"><b>{TEXT.keep.hint}</b> {escape(hint.sentence)}</p>')


def _buttons(workspace: Workspace, viewer: Viewer, desk: Desk) -> None:
    words = TEXT.add
    with st.container(key="bewaarbalk", gap="xsmall"):
        if desk.errors:
            names = {name: TEXT.keep.field_name(name) for name in desk.errors}
            links = " · ".join(
                f'<a href="#veld-{escape(name)}" target="_self">{escape(label)}</a>'
                for name, label in names.items()
            )
            st.html(f'<p class="nogniet" role="alert"><b>{words.not_yet}</b> {links}</p>')
        with st.container(key="bewaarknoppen", horizontal=True, gap="small"):
            st.button(
                words.save,
                key=desk.key("bewaar"),
                type="primary",
                on_click=_save,
                args=(workspace, viewer, desk),
                kwargs={"another": False},
            )
            if not desk.is_change:
                st.button(
                    words.save_and_more,
                    key=desk.key("bewaar_en_meer"),
                    on_click=_save,
                    args=(workspace, viewer, desk),
                    kwargs={"another": True},
                )


def _save(workspace: Workspace, viewer: Viewer, desk: Desk, *, another: bool) -> None:
    """Save what is on the desk; when that is refused the form stays as it is, with what to mend."""
    draft, unread = offer_of(desk.kind, desk.filled, desk.seen)
    same = offer_form.likely_same(workspace, viewer, desk)
    if same is not None:
        unread = (*unread, Violation("same", TEXT.add.same_first))
    try:
        if unread:
            raise InvalidInput((*check_draft(workspace, viewer, draft).violations, *unread))
        if desk.is_change:
            saved = _change_kept(workspace, viewer, desk, draft, desk.version)
        else:
            saved = add_offer(workspace, viewer, draft)
    except InvalidInput as refused:
        desk.refuse(refused.violations)
    except EditConflict as conflict:
        desk.conflict = conflict
    else:
        _done(desk, saved, another=another)


def _change_kept(workspace: Workspace, viewer: Viewer, desk: Desk, draft: Offer, version: int) -> Saved:
    keep = change_and_check if desk.as_check else change_offer
    return keep(workspace, viewer, draft, version)


def _done(desk: Desk, saved: Saved, *, another: bool) -> None:
    here = shelf()
    here.from_check = desk.as_check
    if desk.as_check:
        given = checking_round.Given(saved.name, noted(CheckOutcome.CHANGED), saved.batch)
        checking_round.note(desk.kind, saved.id, given)
    here.saved_kind = desk.kind
    here.saved, here.just_added = (None, saved) if another else (saved, None)
    clear_desk(desk)


def _settle(workspace: Workspace, viewer: Viewer, desk: Desk, conflict: EditConflict) -> None:
    """Both values per question; the choice is saved on top of what the other saved."""
    words = TEXT.keep
    with st.container(key="keuzevlak", gap="medium"):
        theirs = conflict_choice.show(workspace, viewer, desk, conflict)
        with st.container(key="keuzeknoppen", horizontal=True, gap="small"):
            if not conflict_choice.is_gone(conflict):
                st.button(
                    words.conflict_save,
                    key=desk.key("keuze_bewaar"),
                    type="primary",
                    on_click=_save_settled,
                    args=(workspace, viewer, desk, theirs),
                )
            st.button(
                words.conflict_back, key=desk.key("keuze_terug"), on_click=_leave_conflict, args=(desk,)
            )


def _save_settled(workspace: Workspace, viewer: Viewer, desk: Desk, theirs: frozenset[str]) -> None:
    assert desk.seen is not None  # noqa: S101 – only a change can conflict
    mine, _ = offer_of(desk.kind, desk.filled, desk.seen)
    try:
        now = open_draft(workspace, viewer, desk.kind, desk.seen.id)
        stored: Offer = now.entity
        mended = settled(desk.seen, stored, mine, theirs)
        saved = _change_kept(workspace, viewer, desk, mended, now.version)
    except EditConflict as again:
        desk.conflict = again
    except (InvalidInput, NotFound) as refused:
        desk.conflict = None
        desk.refuse(refused.violations if isinstance(refused, InvalidInput) else ())
    else:
        _done(desk, saved, another=False)


def _leave_conflict(desk: Desk) -> None:
    desk.conflict = None


if __name__ == "__main__":
    run_page(render)
