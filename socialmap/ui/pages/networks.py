"""Netwerken en aanwezigheid: who holds people together, where we can be found, who knows a place."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

import streamlit as st

from socialmap.actions.browse_map import MapView, browse_map
from socialmap.actions.keep_networks import (
    KnownBy,
    NetworkLine,
    Networks,
    know_place,
    save_network,
    save_presence,
    show_networks,
    stop_presence,
    who_knows,
)
from socialmap.actions.search_choices import SearchChoices, search_choices
from socialmap.actions.telling import Choice
from socialmap.errors import EditConflict, InvalidInput
from socialmap.model.dutch import dutch_date
from socialmap.privacy.roles import Right, Viewer, may, permit
from socialmap.ui import session
from socialmap.ui.components import network_forms
from socialmap.ui.components import private_form as form
from socialmap.ui.components.looking import look_at
from socialmap.ui.components.network_forms import NETWORK, PRESENCE
from socialmap.ui.page import run_page
from socialmap.ui.private_fields import Fields
from socialmap.ui.saving import save_form
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

FIELDS = Fields("netwerken")
_NETWORKS, _PRESENCE, _PLACE = (name for name, _ in TEXT.network.parts)
_ALL = 100_000


def render(workspace: Workspace, viewer: Viewer) -> None:
    permit(viewer, Right.SEE_CONNECTIONS)
    FIELDS.begin({"deel": _NETWORKS})
    NETWORK.begin()
    PRESENCE.begin()
    words = TEXT.network
    with st.container(key="lijstvlak", gap="small"):
        st.html(f"<h1>{escape(words.title)}</h1><p>{escape(words.intro)}</p>")
        part = form.one(FIELDS, "deel", words.part, form.as_choices(words.parts), required=True, hidden=True)
        if part == _PLACE:
            _place(workspace, viewer)
        else:
            found, choices = show_networks(workspace, viewer), search_choices(workspace, viewer)
            if part == _NETWORKS:
                _networks(workspace, viewer, found.networks, choices)
            else:
                _presence(workspace, viewer, found, choices)
    look_at(f"netwerken {part} {bool(NETWORK.got('open'))} {bool(PRESENCE.got('open'))}")


def _networks(
    workspace: Workspace, viewer: Viewer, lines: Sequence[NetworkLine], choices: SearchChoices
) -> None:
    words = TEXT.network
    st.html(f'<p class="fluister">{escape(words.networks_intro)}</p>')
    if may(viewer, Right.KEEP_NETWORKS):
        if NETWORK.got("open"):
            _network_form(workspace, viewer, choices)
            return
        st.button(
            words.add_network, key="nieuw_netwerk", type="primary", on_click=NETWORK.put, args=("open", True)
        )
    if not lines:
        st.html(f'<p class="leeg">{escape(words.networks_empty)}</p>')
    for line in lines:
        with st.container(key=f"netwerk_{line.id}", gap="small"):
            _told(line)
            with st.container(key=f"netwerkdaden_{line.id}", horizontal=True, gap="small"):
                _know_button(workspace, viewer, "network", line.id, line.known_by)
                if may(viewer, Right.KEEP_NETWORKS):
                    st.button(
                        words.change, key=f"wijzig_{line.id}", type="tertiary",
                        on_click=network_forms.begin_change, args=(line,),
                    )  # fmt: skip


def _told(line: NetworkLine) -> None:
    words = TEXT.network
    facts = [" · ".join((line.sort_label, line.area))]
    if line.key_figure:
        facts.append(words.key_figure.format(who=line.key_figure))
    if line.members_estimate:
        facts.append(words.members.format(n=line.members_estimate))
    rows = "".join(f"<p>{escape(fact)}</p>" for fact in facts)
    st.html(f'<article class="talent"><h2>{escape(line.name)}</h2>{rows}{_known(line.known_by)}</article>')


def _known(known_by: Sequence[KnownBy]) -> str:
    words = TEXT.network
    if not known_by:
        return f"<small>{escape(words.nobody)}</small>"
    told = [
        (words.known_you if known.you else words.known).format(name=known.name, date=dutch_date(known.on))
        for known in known_by
    ]
    return f"<small>{escape(words.known_by)} {escape(' · '.join(told))}</small>"


def _know_button(
    workspace: Workspace, viewer: Viewer, kind: str, thing_id: str, known_by: Sequence[KnownBy]
) -> None:
    words = TEXT.network
    mine = any(known.you for known in known_by)
    today = session.today()
    if any(known.you and known.on == today for known in known_by):
        return
    label = words.i_know_again if mine else words.i_know
    if st.button(label, key=f"ken_{kind}_{thing_id}"):
        know_place(workspace, viewer, kind, thing_id)
        st.rerun()


def _network_form(workspace: Workspace, viewer: Viewer, choices: SearchChoices) -> None:
    words = TEXT.network
    with st.container(key="werkvorm"):
        network_forms.network(choices)
        with st.container(key="werkrij", horizontal=True, gap="small"):
            if st.button(words.save, key="bewaar_netwerk", type="primary"):
                try:
                    save_network(workspace, viewer, network_forms.network_draft(), NETWORK.got("versie", 0))
                except InvalidInput as error:
                    NETWORK.refuse(error)
                except EditConflict:
                    NETWORK.put("fouten", {"name": TEXT.own.conflict})
                else:
                    NETWORK.clear()
                st.rerun()
            st.button(words.stop, key="stop_netwerk", type="tertiary", on_click=NETWORK.clear)


def _presence(workspace: Workspace, viewer: Viewer, found: Networks, choices: SearchChoices) -> None:
    words = TEXT.network
    st.html(f'<p class="fluister">{escape(words.presence_intro)}</p>')
    if may(viewer, Right.KEEP_NETWORKS):
        if PRESENCE.got("open"):
            _presence_form(workspace, viewer, choices)
            return
        st.button(
            words.add_presence, key="nieuw_moment", type="primary", on_click=PRESENCE.put, args=("open", True)
        )
    if not found.presence:
        st.html(f'<p class="leeg">{escape(words.presence_empty)}</p>')
    for line in found.presence:
        with st.container(key=f"moment_rij_{line.id}", horizontal=True, vertical_alignment="center"):
            told = words.presence_line.format(when=line.when, who=line.who)
            st.html(f'<div class="moment"><b>{escape(line.place)}</b><p>{escape(told)}</p></div>')
            if may(viewer, Right.KEEP_NETWORKS) and st.button(
                words.remove, key=f"stopt_{line.id}", type="tertiary"
            ):
                stop_presence(workspace, viewer, line.id)
                st.rerun()


def _presence_form(workspace: Workspace, viewer: Viewer, choices: SearchChoices) -> None:
    words = TEXT.network
    with st.container(key="werkvorm"):
        network_forms.presence(choices)
        with st.container(key="werkrij", horizontal=True, gap="small"):
            if st.button(words.save, key="bewaar_moment", type="primary"):
                save_form(
                    PRESENCE,
                    lambda _: save_presence(workspace, viewer, network_forms.presence_draft()),
                    after={},
                )
            st.button(words.stop, key="stop_moment", type="tertiary", on_click=PRESENCE.clear)


def _place(workspace: Workspace, viewer: Viewer) -> None:
    words = TEXT.network
    st.html(f'<p class="fluister">{escape(words.place_intro)}</p>')
    offers = browse_map(workspace, viewer, MapView(social_base_only=False, limit=_ALL)).lines
    organisations = search_choices(workspace, viewer).organisations
    places = {f"initiative/{offer.id}": offer.name for offer in offers}
    places |= {f"organisation/{each.id}": each.label for each in organisations}
    in_order = tuple(Choice(*pair) for pair in sorted(places.items(), key=lambda pair: pair[1]))
    chosen = form.from_list(FIELDS, "plek", words.which, in_order, words.choose_which)
    if not chosen:
        return
    kind, _, thing_id = chosen.partition("/")
    known_by = who_knows(workspace, viewer, kind, thing_id)
    with st.container(key="deze_plek", gap="small"):
        st.html(f'<article class="talent"><h2>{escape(places[chosen])}</h2>{_known(known_by)}</article>')
        _know_button(workspace, viewer, kind, thing_id, known_by)


if __name__ == "__main__":
    run_page(render)
