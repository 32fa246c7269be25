"""*Klopt dit niet?*: what stands there, to be changed by anybody; it waits until a colleague decides."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.suggest import SuggestionForm, open_suggestion, suggest
from socialmap.errors import InvalidInput, UserError
from socialmap.model.language import told
from socialmap.model.proposing import COST, DESCRIPTION, STATUS
from socialmap.model.provision import OfferStatus
from socialmap.model.suggestion import REMARK
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import plain_hint
from socialmap.ui.components.private_form import long_text, show_error, switch, text
from socialmap.ui.offer_forms import amount
from socialmap.ui.private_fields import Fields
from socialmap.ui.showing import escape
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_SENT, _REFUSED, _AT_FIRST = "verstuurd", "geweigerd_omdat", "stond_er"


def show(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> None:
    """A part that opens; what was typed stays when it is refused, and is forgotten once it was sent."""
    words, fields = TEXT.suggestion, Fields(f"klopt_niet_{kind}_{thing_id}.")
    opened = bool(fields.got(_SENT) or fields.got(_REFUSED) or fields.errors())
    with st.expander(words.title, expanded=opened, key="klopt_niet"):
        if fields.got(_SENT):
            _thanks(fields)
            return
        form = open_suggestion(workspace, viewer, kind, thing_id)
        shown = _as_shown(form)
        fields.begin({**shown, _AT_FIRST: shown})
        st.markdown(words.intro)
        for field in form.now:
            _draw(fields, field)
            if field == DESCRIPTION and fields.got(field, "") != shown.get(field, ""):
                plain_hint.show(viewer, str(fields.got(field, "")))
        if fields.got(_REFUSED):
            st.html(f'<p class="mis" role="alert">{escape(fields.got(_REFUSED))}</p>')
        if st.button(words.send, key=f"stuur_op_{thing_id}", type="primary"):
            _send(workspace, viewer, kind, thing_id, fields, form)


def _as_shown(form: SuggestionForm) -> dict[str, str]:
    shown = {field: value for field, value in form.now.items() if field not in {STATUS, REMARK}}
    return shown | {COST: shown[COST].replace(".", ",")} if COST in shown else shown


def _draw(fields: Fields, field: str) -> None:
    words, label = TEXT.suggestion, TEXT.keep.field_name(field)
    stood = fields.got(_AT_FIRST, {}).get(field, "")
    if field == STATUS:
        switch(fields, field, words.stopped)
    elif field in {REMARK, DESCRIPTION}:
        asked = words.remark if field == REMARK else label
        st.html(f'<p class="vraag">{escape(asked)}</p>')
        hint = words.remark_hint if field == REMARK else ""
        long_text(fields, field, asked, hint=hint, most=300, known=stood)
    else:
        text(fields, field, label, known=stood)
    show_error(fields, field)


def _thanks(fields: Fields) -> None:
    st.html(f'<p class="genoteerd" role="status">✓ {escape(fields.got(_SENT))}</p>')
    st.button(TEXT.suggestion.another, key="nog_iets_melden", on_click=fields.clear)


def _send(
    workspace: Workspace, viewer: Viewer, kind: str, thing_id: str, fields: Fields, form: SuggestionForm
) -> None:
    fields.put("fouten", {})
    fields.put(_REFUSED, "")
    try:
        thanks = suggest(workspace, viewer, kind, thing_id, _wanted(fields, form))
    except InvalidInput as refused:
        fields.refuse(refused)
    except UserError as too_many:
        fields.put(_REFUSED, f"{told(too_many.sentence)} {told(too_many.remedy)}")
    else:
        fields.clear()
        fields.begin({_SENT: thanks})
    st.rerun()


def _wanted(fields: Fields, form: SuggestionForm) -> dict[str, str]:
    """What was changed by hand; what a colleague changed meanwhile is not proposed back."""
    shown = fields.got(_AT_FIRST, {})
    filled = {field: str(fields.got(field, "")) for field in form.now if field != STATUS}
    wanted = {field: value for field, value in filled.items() if value != shown.get(field, "")}
    if COST in wanted and wanted[COST].strip():
        with contextlib.suppress(ValueError):  # what is no amount is refused with a sentence
            wanted[COST] = f"{amount(wanted[COST].strip()):g}"
    if STATUS in form.now and fields.got(STATUS):
        wanted[STATUS] = OfferStatus.STOPPED
    return wanted
