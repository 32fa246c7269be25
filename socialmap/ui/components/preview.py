"""How it will stand in the list, beside the form: a card, and what is still needed."""

from __future__ import annotations

import html
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.search_choices import SearchChoices
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import initiative_more, place_choice
from socialmap.ui.desk import Desk
from socialmap.ui.offer_forms import PLACEMENT
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def show(workspace: Workspace, viewer: Viewer, desk: Desk, choices: SearchChoices) -> None:
    """Draw the card, the list of what is needed, and the four quadrants for an initiative."""
    words, filled = TEXT.keep, desk.filled
    where = place_choice.told(workspace, viewer, desk, choices)
    kind_label = _kind_label(desk, choices)
    name = (filled["name"] or "").strip()
    st.html(
        f'<p class="kopje">{words.preview}</p><div class="kaartje">'
        f"<b>{html.escape(name or words.preview_empty)}</b>"
        + "".join(f"<span>{html.escape(part)}</span>" for part in (kind_label, where) if part)
        + "</div>"
    )
    steps = needed(desk, where)
    rows = "".join(
        f'<li class="{"af" if done else "open"}">{html.escape(label)}</li>' for label, done in steps
    )
    st.html(f'<p class="kopje">{words.needed}</p><ul class="nodig">{rows}</ul>')
    if desk.kind == "initiative" and any(filled[item] is not None for item in PLACEMENT):
        initiative_more.show_placement(desk)


def needed(desk: Desk, where: str) -> list[tuple[str, bool]]:
    """Each required thing and whether it is there."""
    words, filled = TEXT.keep, desk.filled
    name = (words.field_name("name"), bool((filled["name"] or "").strip()))
    place = (words.field_name("place"), bool(where))
    if desk.kind == "facility":
        return [name, (words.field_name("type"), bool(filled["type"])), place]
    if desk.kind == "organisation":
        return [name, (words.field_name("sort"), bool(filled["sort"]))]
    themes = (words.field_name("themes"), bool(filled["themes"]))
    return [name, themes, place, (words.field_name("contact"), bool((filled["contact"] or "").strip()))]


def _kind_label(desk: Desk, choices: SearchChoices) -> str:
    filled = desk.filled
    if desk.kind == "facility":
        return next((c.label for c in choices.facility_types if c.id == filled["type"]), "")
    if desk.kind == "organisation":
        return next((c.label for c in choices.organisation_kinds if c.id == filled["sort"]), "")
    labels = {theme.id: theme.label for group in choices.groups for theme in (*group.themes,)}
    labels |= {group.id: group.label for group in choices.groups}
    return " · ".join(labels.get(theme, "") for theme in filled["themes"])
