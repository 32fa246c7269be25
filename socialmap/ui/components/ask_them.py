"""*Vraag het hun zelf*: a mail with a link that somebody sends from her own mail, and taking links back."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from urllib.parse import quote

import streamlit as st

from socialmap.actions.confirm_link import LinkMade, links_of, make_link, revoke_link
from socialmap.model.dutch import dutch_date
from socialmap.privacy.roles import Viewer
from socialmap.ui import session
from socialmap.ui.public_address import of_this_page
from socialmap.ui.text import TEXT

if TYPE_CHECKING:
    from socialmap.actions.workspace import Workspace

_MADE = "link_gemaakt"


def show(workspace: Workspace, viewer: Viewer, kind: str, thing_id: str) -> None:
    words = TEXT.confirm
    made: LinkMade | None = st.session_state.get(_MADE, {}).get((kind, thing_id))
    with st.container(key=f"vraaghun_{thing_id}", gap="small"):
        st.html(f'<p class="stand">{escape(words.ask_intro)}</p>')
        if made is None:
            if st.button(words.make, key=f"maak_link_{thing_id}", type="primary"):
                made = make_link(
                    workspace, viewer, kind, thing_id,
                    origin=of_this_page(), asked=session.in_municipality(""),
                )  # fmt: skip
                st.session_state[_MADE] = {(kind, thing_id): made}
                st.rerun()
        else:
            _mail(made)
        for line in links_of(workspace, viewer, kind, thing_id):
            _sent(workspace, viewer, line.id, words.waiting.format(
                on=dutch_date(line.on), until=dutch_date(line.until)
            ))  # fmt: skip


def forget() -> None:
    """What was made is shown once: the address in it is kept nowhere else."""
    st.session_state.pop(_MADE, None)


def _mail(made: LinkMade) -> None:
    words = TEXT.confirm
    st.html(f'<p class="stand"><b>{escape(words.mail_subject)}</b> {escape(made.subject)}</p>')
    st.html(f'<pre class="mailtekst" tabindex="0">{escape(made.text)}</pre>')
    if made.to:
        address = f"mailto:{quote(made.to)}?subject={quote(made.subject)}&body={quote(made.text)}"
        st.html(
            f'<p class="stand"><b>{escape(words.mail_to)}</b> {escape(made.to)}</p>'
            f'<a class="naar-blad" href="{escape(address)}">{escape(words.open_mail)}</a>'
        )
    else:
        st.html(f'<p class="stand">{escape(words.no_mail)}</p>')
    st.html(f'<p class="stand">{escape(words.once)}</p>')


def _sent(workspace: Workspace, viewer: Viewer, link_id: str, told: str) -> None:
    with st.container(key=f"link_{link_id}", horizontal=True, vertical_alignment="center", gap="small"):
        st.html(f'<p class="stand">{escape(told)}</p>')
        if st.button(TEXT.confirm.revoke, key=f"trek_in_{link_id}", type="tertiary"):
            revoke_link(workspace, viewer, link_id)
            forget()
            st.rerun()
