"""The form of a signal: what is asked of everybody, and more for who knows it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import streamlit as st

from socialmap.actions.save_signal import SignalDraft
from socialmap.actions.search_choices import search_choices
from socialmap.model import wording_signals as wording
from socialmap.model.together import CauseLevel, Scale, SignalKind, SignalSource
from socialmap.model.values import AreaId, ThemeId
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import private_form as form
from socialmap.ui.private_fields import Fields
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

LONGEST = 500
_MORE = ("origin", "people", "how_often", "consequence", "possible_cause")


def filled_from(draft: SignalDraft) -> Mapping[str, Any]:
    """What the fields hold at first."""
    return {
        "kop": draft.title or None,
        "zien": draft.what_we_see or None,
        "waar": draft.where or None,
        "buurt": draft.area_ids[0] if draft.area_ids else None,
        "soort": str(draft.sort) if draft.sort else None,
        "schaal": str(draft.scale) if draft.scale else None,
        "bron": str(draft.origin),
        "themas": draft.themes,
    }


def show(workspace: Workspace, viewer: Viewer, fields: Fields) -> tuple[SignalDraft, bool]:
    """The draft as it is now, and whether the number of people can be read."""
    words = TEXT.write_signal
    with form.step(fields, "kop", words.headline, None, ("title", "colleague")):
        title = form.text(fields, "kop", words.headline, hint=words.headline_hint, hidden=True)
    with form.step(fields, "zien", words.what_we_see, None, ("what_we_see",)):
        sees = _long(fields, "zien", words.what_we_see, words.what_we_see_hint)
    with form.step(fields, "buurt", words.area, None, ("area_ids",)):
        areas = search_choices(workspace, viewer).areas
        area = form.from_list(fields, "buurt", words.area, areas, words.choose_area, hidden=True)
    with form.step(fields, "waar", words.where, None, ("where",)):
        where = form.text(fields, "waar", words.where, hint=words.where_hint, hidden=True)
    with form.step(fields, "soort", words.sort, None, ("sort",)):
        sort = form.one(
            fields, "soort", words.sort, form.as_choices(_capital(wording.KIND_LABELS)), hidden=True
        )
    with form.step(fields, "schaal", words.scale, None, ("scale",)):
        scale = form.one(
            fields, "schaal", words.scale, form.as_choices(_capital(wording.SCALE_LABELS)), hidden=True
        )
    with form.step(fields, "oorzaak", words.cause, None, ("cause",)):
        cause = form.one(fields, "oorzaak", words.cause, form.as_choices(words.causes), hidden=True)
    with form.step(fields, "zeggen", words.residents_say, None, ("residents_say",)):
        say = _long(fields, "zeggen", words.residents_say)
    with form.step(fields, "deden", words.already_done, None, ("already_done",)):
        done = _long(fields, "deden", words.already_done)
    with form.step(fields, "vragen", words.we_ask, None, ("we_ask",)):
        ask = form.text(fields, "vragen", words.we_ask, hidden=True)
    more, readable = _more(fields)
    draft = SignalDraft(
        title=title,
        what_we_see=sees,
        where=where,
        sort=SignalKind(sort) if sort else None,
        scale=Scale(scale) if scale else None,
        cause=CauseLevel(cause) if cause else None,
        residents_say=say,
        already_done=done,
        we_ask=ask,
        themes=tuple(map(ThemeId, fields.got("themas", ()))),
        area_ids=(AreaId(area),) if area else (),
        **more,
    )
    return draft, readable


def _more(fields: Fields) -> tuple[dict[str, Any], bool]:
    words = TEXT.write_signal
    wrong = any(name in fields.errors() for name in _MORE)
    with st.expander(words.more_fields, expanded=wrong):
        with form.step(fields, "bron", words.origin, None, ("origin",)):
            origin = form.one(fields, "bron", words.origin, form.as_choices(words.origins), hidden=True)
        with form.step(fields, "mensen", words.people, None, ("people",)):
            people = form.text(fields, "mensen", words.people, hint=words.people_help, most=6, hidden=True)
        with form.step(fields, "vaak", words.how_often, None, ("how_often",)):
            often = form.text(fields, "vaak", words.how_often, hidden=True)
        with form.step(fields, "gevolg", words.consequence, None, ("consequence",)):
            consequence = _long(fields, "gevolg", words.consequence)
        with form.step(fields, "denk", words.possible_cause, None, ("possible_cause",)):
            why = _long(fields, "denk", words.possible_cause)
    counted = people.strip()
    return {
        "origin": SignalSource(origin) if origin else SignalSource.WORKER,
        "people": int(counted) if counted.isdecimal() else None,
        "how_often": often,
        "consequence": consequence,
        "possible_cause": why,
    }, not counted or counted.isdecimal()


def _long(fields: Fields, name: str, label: str, hint: str = "") -> str:
    return form.long_text(fields, name, label, hint=hint, most=LONGEST)


def _capital(labels: Mapping[Any, str]) -> dict[str, str]:
    return {str(each): label[:1].upper() + label[1:] for each, label in labels.items()}
