"""The same answer for the resident's own eyes: big, with *u*, without scores or words of the trade."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.find_help import HelpAnswer, HelpMatch
from socialmap.actions.print_invitation import Invitation, invitation
from socialmap.model.people import Mobility
from socialmap.model.wording import CALL_BEFORE_GOING, travel
from socialmap.privacy.roles import Viewer
from socialmap.ui.components import search_state as state
from socialmap.ui.components.found_card import invitation_address, unbroken
from socialmap.ui.components.looking import look_at
from socialmap.ui.components.search_state import got
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace


def show(workspace: Workspace, viewer: Viewer, answer: HelpAnswer) -> None:
    words = TEXT.resident
    with st.container(key="bewonersbeeld"):
        st.button(f"← {words.back}", key="terug_collega", on_click=state.show, args=(state.ANSWER,))
        intro = words.intro if answer.matches else words.empty
        st.html(f'<h1>{escape(words.title)}</h1><p class="groot">{escape(intro)}</p>')
        for match in answer.matches:
            with st.container(key=f"voor_u_{match.id}", gap="small"):
                st.html(_told(match, invitation(workspace, viewer, match.id)))
                st.link_button(
                    TEXT.found.print, invitation_address(match.id), key=f"print_{match.id}", type="tertiary"
                )
        st.html(f'<p class="belofte-kort">{escape(words.promise)}</p>')
        look_at("bewoner")


def _told(match: HelpMatch, card: Invitation) -> str:
    words = TEXT.resident
    if match.badge in CALL_BEFORE_GOING:
        how = words.call_first.format(contact=unbroken(card.contact))
    else:
        how = words.walk_in if card.walk_in else words.sign_up.format(contact=unbroken(card.contact))
    where = ", ".join(dict.fromkeys(part for part in (card.place, card.address) if part))
    lines = [*card.when, where, _nearness(match), card.cost, words.buddy if match.has_buddy else "", how]
    rows = "".join(f"<li>{escape(line)}</li>" for line in lines if line)
    return f'<article class="voor-u"><h2>{escape(match.name)}</h2><ul>{rows}</ul></article>'


def _nearness(match: HelpMatch) -> str:
    if match.distance_m is None:
        return ""
    return travel(match.distance_m, match.minutes, Mobility(got("mobiliteit", Mobility.WALKING)))
